//! The subject of a verb.

use super::{noun_phrase::NounPhrase, noun_phrase_before::phrase_before};
use crate::{
    document::TokenKind,
    figure::{
        cursor::{Cursor, back},
        grammar::{follows_determiner, is_function_word, is_name_word, is_plain_adverb, is_verb, part_of_speech},
        number::number_word_at,
    },
    lexicon::WordFlags,
};

/// Verbs whose "to" names what their own subject does: "aims to save".
const CATENATIVES: [&str; 20] = [
    "aims",
    "aimed",
    "hopes",
    "hoped",
    "wants",
    "wanted",
    "intends",
    "expects",
    "agreed",
    "agrees",
    "began",
    "begins",
    "continued",
    "continues",
    "needs",
    "seeks",
    "decided",
    "promised",
    "vowed",
    "pledged",
];

/// The subject of the verb at the token: the noun phrase before it, adverbs, auxiliaries and what stands between
/// commas left out.
pub(in crate::figure) fn subject(cursor: &Cursor, verb: usize) -> Option<NounPhrase> {
    subject_in_chain(cursor, verb, 3)
}

/// What stands between a subject and its verb and belongs to the verb: auxiliaries, adverbs, "expected to".
const VERB_GROUP: [&str; 37] = [
    "has",
    "have",
    "had",
    "was",
    "were",
    "is",
    "are",
    "be",
    "been",
    "being",
    "will",
    "would",
    "could",
    "may",
    "might",
    "should",
    "can",
    "not",
    "also",
    "to",
    "did",
    "already",
    "still",
    "only",
    "just",
    "even",
    "now",
    "then",
    "further",
    "again",
    "likely",
    "expected",
    "set",
    "due",
    "forecast",
    "projected",
    "predicted",
];

/// The same; `links` is how many verbs of one subject may stand before: "fell, rose and fell".
fn subject_in_chain(cursor: &Cursor, verb: usize, links: u8) -> Option<NounPhrase> {
    let (end, participle) = before_verb_group(cursor, verb);
    match cursor.before(end) {
        // "who fell", "which cost": the phrase before the relative word.
        "which" | "that" | "who" => {
            let comma = cursor.word(back(end, 2)) == ",";
            phrase_before(cursor, end - 1 - usize::from(comma))
        }
        "," => subject_before_comma(cursor, end - 1, participle, links),
        _ => subject_of_clause(cursor, end, links),
    }
}

/// The token before which a verb's auxiliaries and adverbs stand, and whether "having" begins them after a comma.
fn before_verb_group(cursor: &Cursor, verb: usize) -> (usize, bool) {
    let mut end = verb;
    while end > cursor.start() {
        // ", having lost 3%".
        if cursor.follows(end, &[",", "having"]) {
            return (end - 1, true);
        }
        // "more than doubled".
        if end > cursor.start() + 2 && cursor.follows_each(end, &[&["more", "less"], &["than"]]) {
            end -= 2;
        } else if is_in_verb_group(cursor, end - 1) {
            end -= 1;
        } else {
            break;
        }
    }
    (end, false)
}

fn is_in_verb_group(cursor: &Cursor, at: usize) -> bool {
    if cursor.is_any(at, &VERB_GROUP) {
        return true;
    }
    // "aims to save".
    if cursor.is(at + 1, "to") && cursor.is_any(at, &CATENATIVES) && !follows_determiner(cursor, at) {
        return true;
    }
    match cursor.kind(at) {
        Some(TokenKind::Word) => is_plain_adverb(cursor, at) && !is_name_word(cursor, at),
        Some(TokenKind::Clitic) => !is_name_word(cursor, back(at, 1)),
        _ => false,
    }
}

/// "The company, based in Rome, said": before the part between commas; "scored ten points, took six passes": the verb
/// before has the same subject.
fn subject_before_comma(cursor: &Cursor, comma: usize, participle: bool, links: u8) -> Option<NounPhrase> {
    const LONGEST_PART: usize = 25;
    let open = cursor.preceding(comma, LONGEST_PART).rev().find(|&at| cursor.word(at) == ",");
    match open {
        Some(open) if !participle => phrase_before(cursor, open),
        _ => verb_before(cursor, comma, links).and_then(|verb| subject_in_chain(cursor, verb, links - 1)),
    }
}

/// The subject in the words right before the verb: "sales at the chain on Monday fell".
fn subject_of_clause(cursor: &Cursor, end: usize, links: u8) -> Option<NounPhrase> {
    // Dates between are no subject.
    let end = before_date(cursor, end);
    // "sales rose 3% and fell 2%": the same subject.
    if cursor.is_any(back(end, 1), &["and", "but", "then", "or"]) {
        let verb = verb_before(cursor, end - 1, links)?;
        return subject_in_chain(cursor, verb, links - 1);
    }
    let near = phrase_before(cursor, end)?;
    relative_before(cursor, near).and_then(|at| phrase_before(cursor, at)).or(Some(near))
}

/// "dogs that were taught to look after lambs scored": the word that begins the relative clause of the nearest phrase.
fn relative_before(cursor: &Cursor, near: NounPhrase) -> Option<usize> {
    const LONGEST_CLAUSE: usize = 20;
    let before = back(near.first, 1);
    let preposition = cursor.is_any(before, &["for", "of", "with", "after", "to", "in"]);
    let object = preposition || part_of_speech(cursor, before).is_finite() && is_verb(cursor, before);
    if !object {
        return None;
    }
    let from = cursor.start().max(near.first.saturating_sub(LONGEST_CLAUSE));
    (from + 1..near.first)
        .rev()
        .take_while(|&at| cursor.kind(at) != Some(TokenKind::Comma))
        .find(|&at| begins_relative(cursor, at))
}

/// "dogs that were": a relative word between its noun and its verb.
fn begins_relative(cursor: &Cursor, at: usize) -> bool {
    if !cursor.is_any(at, &["that", "who", "which"]) {
        return false;
    }
    let noun = part_of_speech(cursor, at - 1).is_mostly_noun() || is_name_word(cursor, at - 1);
    noun && (cursor.is_any(at + 1, &["were", "had", "have", "are"]) || is_verb(cursor, at + 1))
}

/// The verb before the token within its clause's reach; none where no more verbs may be passed.
fn verb_before(cursor: &Cursor, end: usize, links: u8) -> Option<usize> {
    const CLAUSE: usize = 20;
    cursor.preceding(end, CLAUSE).rev().find(|&at| links > 0 && is_verb(cursor, at))
}

/// The token before which a date and its preposition stand: "on Monday", "in May", "last year".
pub(super) fn before_date(cursor: &Cursor, end: usize) -> usize {
    let mut at = end;
    // The cursor's start ends it: outside the sentence nothing is a date.
    while is_time(cursor, back(at, 1)) || at < end && leads_to_date(cursor, back(at, 1)) {
        at -= 1;
    }
    at
}

/// "Monday", "last year", "yesterday", "in 2020".
fn is_time(cursor: &Cursor, at: usize) -> bool {
    match cursor.lowercase(at) {
        "today" | "yesterday" | "overnight" => true,
        "year" | "month" | "week" | "quarter"
            if cursor.is_any(back(at, 1), &["last", "this", "next", "the", "past"]) =>
        {
            true
        }
        word if cursor.is_number(at) => word.len() == 4 && cursor.is_any(back(at, 1), &["in", "since", "of"]),
        _ => cursor.flags(at).has(WordFlags::CALENDAR) && is_name_word(cursor, at),
    }
}

/// Whether the token belongs to the date that begins after it.
fn leads_to_date(cursor: &Cursor, at: usize) -> bool {
    if !cursor.contains(at) {
        return false;
    }
    let next = at + 1;
    if cursor.is_any(at, &["on", "in", "last", "this", "next", "the", "since", "during", "of"]) {
        return true;
    }
    // "in the six months to 31 December".
    match cursor.lowercase(next) {
        "to" => return true,
        "months" | "weeks" | "half" | "quarter" if is_number_before(cursor, at) => return true,
        _ => {}
    }
    if cursor.is(at, "to") {
        return cursor.is_any(back(at, 1), &["year", "quarter", "half", "months", "weeks"]);
    }
    cursor.is_number(at) && cursor.flags(next).has(WordFlags::CALENDAR)
}

fn is_number_before(cursor: &Cursor, at: usize) -> bool {
    let number = cursor.is_number(at) || number_word_at(cursor, at).is_some();
    number && !is_function_word(cursor, at)
}
