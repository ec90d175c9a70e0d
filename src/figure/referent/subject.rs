//! The subject of a verb.

use super::{noun_phrase::NounPhrase, noun_phrase_before::phrase_before};
use crate::{
    document::TokenKind,
    figure::{
        cursor::{Cursor, back},
        grammar::{follows_determiner, is_function_word, is_name_word, is_verb, part_of_speech},
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

/// The same; `links` is how many verbs of one subject may stand before: "fell, rose and fell".
fn subject_in_chain(cursor: &Cursor, verb: usize, links: u8) -> Option<NounPhrase> {
    let mut end = verb;
    let mut participle = false;
    while end > cursor.start() {
        let at = end - 1;
        // "more than doubled".
        if cursor.is(at, "than") && cursor.is_any(back(at, 1), &["more", "less"]) && end - cursor.start() > 2 {
            end -= 2;
            continue;
        }
        // ", having lost 3%".
        if cursor.is(at, "having") && cursor.word(back(at, 1)) == "," {
            participle = true;
            end = at;
            break;
        }
        let skip = cursor.is_any(
            at,
            &[
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
            ],
        ) || cursor.is(end, "to") && cursor.is_any(at, &CATENATIVES) && !follows_determiner(cursor, at)
            || cursor.is_word(at)
                && {
                    let pos = part_of_speech(cursor, at);
                    pos.is_adverb() && !pos.is_noun()
                }
                && !is_name_word(cursor, at)
            || cursor.kind(at) == Some(TokenKind::Clitic) && !is_name_word(cursor, back(at, 1));
        if !skip {
            break;
        }
        end = at;
    }
    // "who fell", "which cost": the phrase before the relative word.
    if end > cursor.start() && cursor.is_any(end - 1, &["which", "that", "who"]) {
        end -= 1;
        if end > cursor.start() && cursor.word(end - 1) == "," {
            end -= 1;
        }
        return phrase_before(cursor, end);
    }
    // "The company, based in Rome, said": step over the part between commas; "scored ten points, took six passes":
    // the verb before has the same subject.
    if end > cursor.start() && cursor.word(end - 1) == "," {
        let open = (cursor.start().max(end.saturating_sub(26))..end - 1).rev().find(|&at| cursor.word(at) == ",");
        return match open {
            Some(open) if !participle => phrase_before(cursor, open),
            _ => verb_before(cursor, end - 1, links).and_then(|verb| subject_in_chain(cursor, verb, links - 1)),
        };
    }
    // "sales at the chain on Monday fell": dates between are no subject.
    let end = before_date(cursor, end);
    // "sales rose 3% and fell 2%": the same subject.
    if end > cursor.start() && cursor.is_any(end - 1, &["and", "but", "then", "or"]) {
        let verb = verb_before(cursor, end - 1, links)?;
        return subject_in_chain(cursor, verb, links - 1);
    }
    // "dogs that were taught to look after lambs scored": before the relative clause that holds the nearest phrase.
    let near = phrase_before(cursor, end)?;
    let inside = part_of_speech(cursor, back(near.first, 1)).is_finite() && is_verb(cursor, near.first - 1)
        || cursor.is_any(back(near.first, 1), &["for", "of", "with", "after", "to", "in"]);
    let from = cursor.start().max(near.first.saturating_sub(20));
    let relative = (from + 1..near.first)
        .rev()
        .take_while(|&at| inside && cursor.kind(at) != Some(TokenKind::Comma))
        .find(|&at| {
            cursor.is_any(at, &["that", "who", "which"])
                && (part_of_speech(cursor, at - 1).is_mostly_noun() || is_name_word(cursor, at - 1))
                && (is_verb(cursor, at + 1) || cursor.is_any(at + 1, &["were", "had", "have", "are"]))
        });
    relative.and_then(|at| phrase_before(cursor, at)).or(Some(near))
}

/// The verb before the token within its clause's reach; none where no more verbs may be passed.
fn verb_before(cursor: &Cursor, end: usize, links: u8) -> Option<usize> {
    const CLAUSE: usize = 20;
    cursor.preceding(end, CLAUSE).rev().find(|&at| links > 0 && is_verb(cursor, at))
}

/// The token before which a date and its preposition stand: "on Monday", "in May", "last year".
pub(super) fn before_date(cursor: &Cursor, end: usize) -> usize {
    let mut at = end;
    let is_time = |at: usize| {
        cursor.flags(at).has(WordFlags::CALENDAR) && is_name_word(cursor, at)
            || cursor.is_any(at, &["today", "yesterday", "year", "month", "week", "quarter", "overnight"])
                && cursor.is_any(back(at, 1), &["last", "this", "next", "the", "past"])
            || cursor.is_any(at, &["yesterday", "today", "overnight"])
            || cursor.is_number(at) && cursor.word(at).len() == 4 && cursor.is_any(back(at, 1), &["in", "since", "of"])
    };
    let mut moved = false;
    while at > cursor.start()
        && (is_time(at - 1)
            || moved && cursor.is_any(at - 1, &["on", "in", "last", "this", "next", "the", "since", "during", "of"])
            // "in the six months to 31 December".
            || moved
                && (cursor.is_number(at - 1) && cursor.flags(at).has(WordFlags::CALENDAR)
                    || cursor.is(at - 1, "to")
                        && (cursor.is_any(back(at, 2), &["year", "quarter", "half", "months", "weeks"]))
                    || cursor.is(at, "to")
                    || cursor.is_any(at, &["months", "weeks", "half", "quarter"])
                        && !is_function_word(cursor, at - 1)
                        && (cursor.is_number(at - 1) || number_word_at(cursor, at - 1).is_some())))
    {
        at -= 1;
        moved = true;
    }
    at
}
