//! What a verb before an amount moves, gives or takes.

use super::{
    measure_word::is_measure_word,
    noun_phrase::{NounPhrase, bare_noun, phrase_from},
    noun_phrase_before::{phrase_before, simple_phrase_before},
    subject::subject,
};
use crate::{
    figure::{
        cursor::{Cursor, back},
        grammar::{follows_determiner, is_determiner, is_function_word, is_name, is_verb, part_of_speech},
        modifier::verb_direction,
        number::number_word_at,
    },
    lexicon::WordFlags,
};

/// Verbs of those who move an amount.
const MOVING: [&str; 44] = [
    "raise", "raises", "raised", "raising", "lift", "lifts", "lifted", "lifting", "cut", "cuts", "cutting", "reduce",
    "reduces", "reduced", "reducing", "lower", "lowers", "lowered", "lowering", "boost", "boosted", "boosting", "trim",
    "trimmed", "trimming", "hike", "hiked", "bring", "brings", "bringing", "brought", "take", "takes", "taking",
    "took", "push", "pushed", "pushing", "sent", "keep", "kept", "hold", "slashed", "increase",
];

/// The nearest verb before the token.
pub(super) fn verb_of(cursor: &Cursor, at: usize) -> Option<usize> {
    const CLAUSE: usize = 16;
    let from = cursor.start().max(at.saturating_sub(CLAUSE));
    (from..at)
        .rev()
        .find(|&near| is_verb(cursor, near) || verb_direction(cursor, near).is_some() && !is_name(cursor, near))
}

/// What the verb moves, or who does what it says.
pub(super) fn moved_by(cursor: &Cursor, verb: usize, at: usize) -> Option<NounPhrase> {
    moved_object(cursor, verb, at).or_else(|| subject(cursor, verb)).or_else(|| {
        // "She joined the line on £7 a week" is of her.
        if is_personal(cursor, back(verb, 1)) { None } else { object_between(cursor, verb, at) }
    })
}

/// What somebody raises, cuts or brings, where such a verb is the nearest one.
pub(super) fn nearest_moved(cursor: &Cursor, at: usize) -> Option<NounPhrase> {
    const CLAUSE: usize = 16;
    let from = cursor.start().max(at.saturating_sub(CLAUSE));
    let verb = (from..at).rev().find(|&near| {
        cursor.is_any(near, &MOVING) && !follows_determiner(cursor, near)
            || is_verb(cursor, near)
            || matches!(cursor.word(near), ";" | "—")
            || cursor.is_any(near, &["which", "who", "that"])
    })?;
    moved_object(cursor, verb, at)
}

/// Those who are given or asked for a sum that stands right after them.
pub(super) fn given(cursor: &Cursor, at: usize) -> Option<NounPhrase> {
    const COSTS: [&str; 6] = ["cost", "costs", "costing", "saved", "saves", "save"];
    let phrase = simple_phrase_before(cursor, at).filter(|phrase| phrase.head + 1 == at)?;
    let verb = phrase.first.checked_sub(1)?;
    // "and two managers $5,000".
    if cursor.is_number(verb) || number_word_at(cursor, verb).is_some() {
        return Some(phrase);
    }
    // The table knows "cost" as a noun, too.
    if let Some(cost) = [phrase.first, verb].into_iter().find(|&at| at < phrase.head && cursor.is_any(at, &COSTS)) {
        return subject(cursor, cost);
    }
    cursor
        .is_any(
            verb,
            &[
                "fine", "fined", "pay", "paid", "pays", "paying", "give", "gave", "gives", "award", "awarded", "grant",
                "granted", "lend", "lent", "owe", "owes", "owed", "offered", "offer", "charge", "charges", "charged",
                "send", "sent",
            ],
        )
        .then_some(phrase)
}

/// "raised its key rate by a quarter of a point to 4.75%": what is raised, where somebody raises it.
fn moved_object(cursor: &Cursor, verb: usize, end: usize) -> Option<NounPhrase> {
    if !cursor.is_any(verb, &MOVING) {
        return None;
    }
    let at = verb + 1 + usize::from(is_determiner(cursor, verb + 1));
    let phrase = phrase_from(cursor, at, false).or_else(|| bare_noun(cursor, at)).filter(|_| cursor.is_word(at))?;
    let moved = phrase.end <= end
        && !cursor.flags(phrase.head).has(WordFlags::CALENDAR)
        && cursor.is_any(phrase.end, &["by", "to", "from", "at", "for", "in", "there", "of", "on"]);
    moved.then_some(NounPhrase { first: verb + 1, ..phrase })
}

/// The nearest noun phrase before the token within its clause: better than nothing where no verb tells.
pub(in crate::figure) fn nearest_phrase(cursor: &Cursor, first: usize) -> Option<NounPhrase> {
    let from = cursor.start().max(first.saturating_sub(10));
    // A pronoun is the subject: what stands after it is something else.
    if (from..first).any(|at| is_personal(cursor, at)) {
        return None;
    }
    (from..first)
        .rev()
        .take_while(|&at| cursor.word(at) != ";")
        .find(|&at| {
            cursor.is_word(at)
                && !is_function_word(cursor, at)
                && !is_measure_word(cursor, at)
                && part_of_speech(cursor, at).is_mostly_noun()
                && !is_verb(cursor, at)
        })
        .and_then(|at| phrase_before(cursor, at + 1))
}

fn is_personal(cursor: &Cursor, at: usize) -> bool {
    cursor.is_any(at, &["he", "she", "it", "they", "we", "i", "you"])
}

/// The object between a verb without a subject and the amount: "Cutting costs by 3%".
fn object_between(cursor: &Cursor, verb: usize, end: usize) -> Option<NounPhrase> {
    let phrase = phrase_before(cursor, end)?;
    (phrase.first > verb).then_some(phrase)
}
