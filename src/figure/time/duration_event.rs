//! What a length of time tells of: what lasts so long, or what the time passes for.

use crate::figure::{
    cursor::{Cursor, back},
    grammar::{is_function_word, is_verb, part_of_speech},
    modifier::hedge_before,
    number::number_word_at,
    quantity::quantity_at,
    referent::{NounPhrase, is_measure_word, object_before, phrase_after, phrase_from, subject},
};

/// What lasts so long: "a three-day visit", "20 years of war", "the talks lasted three days".
pub(in crate::figure) fn duration_event(cursor: &Cursor, first: usize, end: usize) -> Option<NounPhrase> {
    let hyphen = cursor.is_hyphen(end) || cursor.is_hyphen(back(end, 2));
    let at = end + usize::from(cursor.is_hyphen(end));
    if hyphen && cursor.is_word(at) && !is_function_word(cursor, at) {
        let long = at + usize::from(cursor.is(at, "long"));
        if let Some(phrase) = phrase_from(cursor, long, false) {
            return Some(phrase);
        }
        // "a seven-year high".
        if cursor.is_any(at, &["high", "low", "highs", "lows"]) {
            return Some(NounPhrase { first: at, end: at + 1, head: at });
        }
    }
    // "a four-year, $52 million contract".
    if hyphen
        && cursor.word(at) == ","
        && let Some(amount) = quantity_at(cursor, at + 1)
    {
        let after = amount.end + usize::from(cursor.is_hyphen(amount.end));
        if let Some(phrase) = phrase_from(cursor, after, false).filter(|_| cursor.is_word(after)) {
            return Some(phrase);
        }
    }
    // "six years' imprisonment".
    if matches!(cursor.word(end), "'" | "’") && cursor.is_word(end + 1) {
        return phrase_from(cursor, end + 1, false);
    }
    if cursor.is(end, "of")
        || cursor.is(end, "in")
            && cursor.is_any(
                end + 1,
                &["prison", "jail", "office", "power", "custody", "detention", "hospital", "exile", "captivity"],
            )
    {
        return phrase_after(cursor, end + 1);
    }
    let (_, near) = hedge_before(cursor, first, true);
    let verb = cursor.preceding(first, 4).rev().find(|&at| {
        // "was arrested two weeks after" tells nothing of how long it was.
        if cursor.is_any(at, &["is", "was"]) {
            return at + 1 == near;
        }
        cursor.is_any(
            at,
            &[
                "last",
                "lasts",
                "lasted",
                "take",
                "takes",
                "took",
                "taken",
                "run",
                "runs",
                "ran",
                "spent",
                "spend",
                "spends",
                "continued",
                "needs",
                "need",
                "is",
                "was",
            ],
        )
    })?;
    subject(cursor, verb)
}

/// What a length of time without a verb of its own tells of: "sediments of the last 200 years", "was held in jail
/// for two days".
pub(in crate::figure) fn elapsing_event(cursor: &Cursor, first: usize) -> Option<NounPhrase> {
    let (_, mut at) = hedge_before(cursor, first, true);
    while at > cursor.start()
        && cursor.is_any(at - 1, &["the", "last", "past", "next", "first", "a", "another", "these", "this", "previous"])
    {
        at -= 1;
    }
    // "scored on 38 minutes": a time of the match.
    if cursor.is(back(at, 1), "on") {
        return None;
    }
    let preposition = at > cursor.start()
        && cursor.is_any(
            at - 1,
            &[
                "in", "over", "for", "during", "within", "after", "before", "of", "by", "to", "from", "at", "until",
                "every", "since",
            ],
        );
    let end = at - usize::from(preposition);
    if end <= cursor.start() || cursor.word(end - 1) == "," {
        return None;
    }
    let mut until = end;
    if part_of_speech(cursor, end - 1).is_mostly_noun()
        && !is_verb(cursor, end - 1)
        && !is_function_word(cursor, end - 1)
    {
        // "for the first time in two years"; "scored six points in 41 minutes": it is their verb that took so long.
        let object = object_before(cursor, end).filter(|phrase| !cursor.is_any(phrase.head, &["time", "times"]));
        let done = preposition
            && cursor.is_any(at - 1, &["in", "within"])
            && object.is_some_and(|object| {
                let before = back(object.first, 1);
                // "has risen to $2 for a small loaf in two years".
                cursor.is_any(before, &["for", "to", "from"])
                    || cursor.is_number(before)
                    || number_word_at(cursor, before).is_some()
                    || is_measure_word(cursor, before)
            });
        // "held on to a rope for three hours".
        let held = cursor.is(back(at, 1), "for")
            && object.is_some_and(|object| {
                cursor.is(back(object.first, 1), "to") && cursor.is_any(back(object.first, 2), &["on", "up"])
            });
        match object {
            Some(object) if done || held => until = object.first,
            Some(object) => return Some(object),
            None => {}
        }
    }
    let from = cursor.start().max(end.saturating_sub(12));
    let verb = (from..until).rev().find(|&near| is_verb(cursor, near))?;
    subject(cursor, verb)
}
