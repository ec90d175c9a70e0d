//! What an amount measures, where the words before it tell: the object of its preposition, or its verb's subject.

use super::{
    measure_word::is_unit_word,
    moved::{given, moved_by, nearest_moved, verb_of},
    noun_phrase::{NounPhrase, phrase_from},
    noun_phrase_before::{object_before, phrase_before, simple_phrase_before},
    subject::{before_date, subject},
};
use crate::{
    document::{Case, TokenKind},
    figure::{
        cursor::{Cursor, back},
        grammar::{
            follows_determiner, is_determiner, is_function_word, is_name_word, is_plural_noun, is_verb, part_of_speech,
        },
        modifier::{hedge_before, noun_direction, verb_direction},
        number::{NumberWord, number_word_at, percent},
    },
};

/// Nouns that say how much and leave open of what.
const EMPTY_NOUNS: [&str; 17] = [
    "value",
    "total",
    "average",
    "number",
    "amount",
    "quarter",
    "record",
    "maximum",
    "minimum",
    "level",
    "estimate",
    "figure",
    "peak",
    "equivalent",
    "sum",
    "mean",
    "median",
];

/// What stands before the amount: an object with its preposition, or the subject.
pub(super) fn measured_before(cursor: &Cursor, first: usize, money: bool) -> Option<NounPhrase> {
    let (_, mut at) = hedge_before(cursor, first, false);
    // "if the rainfall exceeds 70 millimetres": the bound is a verb.
    if cursor.is_any(at, &["exceed", "exceeds", "exceeded", "topped", "surpassed"]) && at < first {
        return subject(cursor, at);
    }
    let mut preposition = None;
    // "to", "by", "a record", "another"; "past 1,400".
    loop {
        at = before_date(cursor, at);
        if at <= cursor.start() {
            return None;
        }
        let word = cursor.lowercase(at - 1);
        match word {
            // "costs now total $2bn"; "his net worth".
            "total"
                if !cursor.is_any(back(at, 2), &["a", "the", "of", "by", "to", "in", "its", "their", "his", "her"]) =>
            {
                break;
            }
            "worth" if cursor.is(back(at, 2), "net") => break,
            // "the national record of 184".
            "record" if cursor.is(at, "of") => break,
            "to" | "by" | "at" | "of" | "from" | "for" | "as" | "with" | "past" => {
                preposition = Some(at - 1);
                at -= 1;
            }
            "a" | "an" | "the" | "another" | "further" | "only" | "just" | "its" | "record" | "nearly"
            | "additional" | "up" | "down" | "higher" | "lower" | "between" | "worth" | "total" | "mere"
            | "whopping" | "sharply" | "slightly" | "reported" | "combined" | "estimated" | "out" | "over" | "more"
            | "less" | "than" | "extra" | "even" | "still" => at -= 1,
            _ => break,
        }
    }
    // "Ortega's 20%".
    if cursor.kind(at - 1) == Some(TokenKind::Clitic) && preposition.is_none() {
        return simple_phrase_before(cursor, at - 1);
    }
    if matches!(cursor.kind(at - 1), Some(TokenKind::Open)) && at - 1 > cursor.start() {
        // "the fund (up 3%)", "Apple ($5bn)".
        return phrase_before(cursor, at - 1);
    }
    if cursor.word(at - 1) == "," && at - 1 > cursor.start() {
        // "the index, up 3%": what stands before the comma, or its clause's subject.
        let verb = (cursor.start().max(at.saturating_sub(18))..at - 1).rev().find(|&near| is_verb(cursor, near));
        return match verb {
            Some(verb) => subject(cursor, verb),
            None => phrase_before(cursor, at - 1),
        };
    }
    let last = at - 1;
    // "a machine weighing 3.5 tonnes"; ", gaining 0.8%" is said of the clause's subject.
    if part_of_speech(cursor, last).is_gerund() && !is_function_word(cursor, last) && preposition.is_none() {
        if cursor.is_any(back(last, 1), &["is", "are", "was", "were", "be", "been"]) {
            return subject(cursor, last);
        }
        if cursor.word(back(last, 1)) != "," {
            return phrase_before(cursor, last);
        }
        let verb = (cursor.start().max(last.saturating_sub(18))..last - 1).rev().find(|&near| is_verb(cursor, near));
        return verb.and_then(|verb| subject(cursor, verb));
    }
    // "its shares, up 8% this year, trade at $260".
    if preposition.is_some()
        && cursor.word(back(last, 1)) == ","
        && part_of_speech(cursor, last).is_finite()
        && !is_name_word(cursor, last)
        && let Some(phrase) = subject(cursor, last)
    {
        return Some(phrase);
    }
    // ", trading at 13.4"; ", bringing the total to 495".
    if part_of_speech(cursor, last).is_gerund() && preposition.is_some() && cursor.word(back(last, 1)) == "," {
        let verb = (cursor.start().max(last.saturating_sub(18))..last - 1).rev().find(|&near| is_verb(cursor, near));
        if let Some(phrase) = verb.and_then(|verb| subject(cursor, verb)) {
            return Some(phrase);
        }
    }
    if preposition.is_some_and(|at| cursor.is_any(at, &["to", "by", "from", "at"]))
        && let Some(object) = nearest_moved(cursor, at)
    {
        return Some(object);
    }
    // "fined the bank a record $3bn", "paid the managers $5,000 each".
    if money
        && preposition.is_none()
        && let Some(given) = given(cursor, at)
    {
        return Some(given);
    }
    // "the job pays $15", "fares range from $5": the word that takes an amount is a verb, whatever the table says.
    let singular_verb = preposition.is_none()
        || part_of_speech(cursor, last).is_finite()
            && is_plural_noun(cursor, back(last, 1))
            && cursor.is_any(last + 1, &["from"])
        || cursor.is_any(last, &["range", "ranges", "vary", "varies"]) && cursor.is_any(last + 1, &["from", "between"]);
    if singular_verb
        && cursor.case(last) == Case::Lower
        && cursor.kind(last) == Some(TokenKind::Word)
        && !is_function_word(cursor, last)
        && !is_determiner(cursor, last)
        && !is_unit_word(cursor, last)
        && !part_of_speech(cursor, last).is_adjective()
        && let Some(phrase) = subject(cursor, last)
    {
        return Some(phrase);
    }
    // Another amount before: "rose 3% to $5bn" measures the same.
    // "fell by a fifth to £12m", too.
    let part = matches!(number_word_at(cursor, last), Some(NumberWord::Ordinal(_) | NumberWord::Parts(_)))
        && (cursor.is(last, "half") || cursor.is_any(back(last, 1), &["a", "an"]));
    let noun_before = !cursor.is_number(last)
        && !part
        && percent(cursor, last).is_none()
        && cursor.kind(last) == Some(TokenKind::Word)
        && !is_verb(cursor, last)
        && (verb_direction(cursor, last).is_none() || follows_determiner(cursor, last));
    if let Some(at_preposition) = preposition
        && noun_before
        && !is_unit_word(cursor, last)
        && let Some(phrase) = object_before(cursor, at_preposition.min(at))
    {
        let head = cursor.lowercase(phrase.head);
        // "at an annual rate of 3%".
        let pace = matches!(head, "rate" | "pace")
            && phrase.head == phrase.first + 2
            && cursor
                .is_any(phrase.first + 1, &["annual", "annualised", "annualized", "yearly", "quarterly", "monthly"]);
        // "earnings growth of 5.2%" says itself of what.
        let of_what = noun_direction(cursor, phrase.head).is_some()
            && phrase.head > phrase.first
            && phrase.end == phrase.head + 1
            && part_of_speech(cursor, phrase.head - 1).is_mostly_noun()
            && !is_determiner(cursor, phrase.head - 1)
            && !EMPTY_NOUNS.contains(&cursor.lowercase(phrase.head - 1));
        // "the national record of 184".
        if of_what || head == "record" && phrase.head > phrase.first + 1 {
            return Some(phrase);
        }
        if noun_direction(cursor, phrase.head).is_some() || EMPTY_NOUNS.contains(&head) || pace {
            // "an increase of 3%": of what the clause is about; "the number of people": of people.
            if phrase.end > phrase.head + 2 {
                return phrase_from(
                    cursor,
                    phrase.head + 2 + usize::from(is_determiner(cursor, phrase.head + 2)),
                    false,
                )
                .or(Some(phrase));
            }
            let verb = cursor.preceding(phrase.first, 10).rev().find(|&near| is_verb(cursor, near));
            return verb.and_then(|verb| subject(cursor, verb)).or(Some(phrase));
        }
        // "jumped 12% in early trading to $48": a circumstance, and no object.
        let aside = cursor.is_any(at_preposition, &["to", "from", "at", "by"])
            && cursor.is_any(
                back(phrase.first, 1),
                &["in", "on", "during", "after", "against", "over", "since", "under", "amid", "within"],
            )
            && (cursor.start()..phrase.first - 1).rev().take(8).any(|near| {
                verb_direction(cursor, near).is_some()
                    && (is_verb(cursor, near) || cursor.is_any(near + 1, &["nearly"]))
            });
        if aside {
            return verb_of(cursor, at).and_then(|verb| moved_by(cursor, verb, at));
        }
        // "the index rose on Monday to 4,500".
        // "joined City from United for £28m": who sold is not what was bought.
        let party = cursor.is(at_preposition, "for")
            && is_name_word(cursor, phrase.head)
            && cursor.is_any(back(phrase.first, 1), &["from", "to", "with", "at"]);
        if !party {
            return Some(phrase);
        }
    }
    if let Some(verb) = verb_of(cursor, at) {
        return moved_by(cursor, verb, at);
    }
    // No verb at all, as in headlines and lists: "Turnout: 45%".
    let end = if cursor.kind(last) == Some(TokenKind::Comma) { last } else { at };
    phrase_before(cursor, end)
}
