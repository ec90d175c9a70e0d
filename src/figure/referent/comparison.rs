//! Amounts that only stand beside another one: "down from 43%", "against 25 for the sector"; and points and times,
//! which say how much of something else.

use super::{
    counted::{skip_determiners, those},
    measure_word::is_measure_word,
    measured::is_place_or_time,
    measured_before::measured_before,
    moved::verb_of,
    noun_phrase::{NounPhrase, phrase_from},
    subject::subject,
};
use crate::{
    document::TokenKind,
    figure::{
        cursor::{Cursor, back},
        grammar::{is_function_word, part_of_speech},
        modifier::{hedge_before, noun_direction},
        number::percent,
    },
    text::Span,
};

/// Whether the amount is what another one is compared with: it measures the same thing at another time or place.
pub(in crate::figure) fn is_compared(cursor: &Cursor, first: usize) -> bool {
    let hedged = hedge_before(cursor, first, false).1;
    let article = usize::from(cursor.is_any(back(hedged, 1), &["a", "an", "the", "its", "their"]));
    let mut at = hedged - article;
    // "compared with an average of 11.2 billion".
    if cursor.is(back(at, 1), "of")
        && cursor.is_any(back(at, 2), &["average", "mean", "median", "total", "record", "peak", "high", "low"])
        && cursor.is_any(back(at, 3), &["a", "an", "the"])
    {
        at -= 3;
    }
    if at <= cursor.start() {
        return false;
    }
    let (link, before) = (at - 1, back(at, 2));
    if cursor.is_any(link, &["against", "versus", "vs", "vs."]) {
        return true;
    }
    if cursor.is(link, "from") {
        return cursor.is_any(before, &["up", "down", "lower", "higher", "unchanged", "changed", "little"])
            || cursor.word(before) == ","
            // "a drop from 76 percent".
            || noun_direction(cursor, before).is_some()
                && cursor.is_any(back(before, 1), &["a", "an"])
            || is_measure_word(cursor, before)
            || cursor.is_number(before)
            || percent(cursor, before).is_some()
            || cursor.is_any(before, &["share", "barrel", "ounce", "gallon", "hour", "tonne"]);
    }
    if cursor.is_any(link, &["with", "to"]) {
        return cursor.is_any(before, &["compared", "compares"]);
    }
    // "short of the 2.05 billion expected".
    if cursor.is(link, "of") && cursor.is_any(before, &["short", "shy", "ahead"]) {
        return true;
    }
    // "well above the 4.5% analysts had expected": with an article the word before is no bound.
    let bound = cursor.is_any(back(first, 1), &["the", "its"])
        && cursor.is_any(
            back(first, 2),
            &["above", "below", "than", "beating", "exceeding", "missing", "topping", "under", "over"],
        );
    bound && !cursor.is_hyphen(first + 1)
}

/// Those for whom a compared amount is: "against 2.4 kg for those on placebo".
pub(super) fn comparison_group(cursor: &Cursor, end: usize) -> Option<NounPhrase> {
    if !cursor.is(end, "for") || is_place_or_time(cursor, end + 1) {
        return None;
    }
    let at = skip_determiners(cursor, end + 1);
    those(cursor, at).or_else(|| phrase_from(cursor, at, false))
}

/// What points are gained by, and what is so many times as much: "the index added 312 points", "18 times earnings".
/// None where the points themselves are counted: "scored 37 points".
pub(super) fn in_points_or_times(
    cursor: &Cursor,
    first: usize,
    counted: &NounPhrase,
    moved: bool,
) -> Option<NounPhrase> {
    let after = counted.head + 1;
    if cursor.is_any(counted.head, &["point", "points", "strokes", "shots", "lengths"]) {
        let ahead = cursor.is_any(
            after,
            &[
                "clear", "ahead", "behind", "adrift", "lower", "higher", "above", "below", "short", "down", "up",
                "off", "better",
            ],
        );
        let last = back(hedge_before(cursor, first, false).1, 1);
        // "led the field by 22 points".
        if cursor.is(last, "by") && !moved {
            return verb_of(cursor, last).and_then(|verb| subject(cursor, verb));
        }
        // "was docked nine points".
        let passive =
            part_of_speech(cursor, last).is_past() && cursor.is_any(back(last, 1), &["was", "were", "been", "be"]);
        let held = moved || ahead || passive || cursor.is(last, "of");
        return if held { measured_before(cursor, first, false) } else { None };
    }
    if !cursor.is(counted.head, "times") {
        return None;
    }
    // "ten times more antibodies", "1,000 times as many visits".
    let as_many = cursor.is(after, "as") && cursor.is_any(after + 1, &["many", "much"]);
    let more = cursor.is_any(after, &["more", "fewer", "less"]);
    if as_many || more {
        let at = after + 1 + usize::from(as_many);
        if let Some(phrase) =
            phrase_from(cursor, at, false).filter(|_| cursor.is_word(at) && !is_function_word(cursor, at))
        {
            return Some(phrase);
        }
    }
    // "has been downloaded 50 million times".
    let last = back(hedge_before(cursor, first, false).1, 1);
    let done = part_of_speech(cursor, last).is_past()
        && !is_function_word(cursor, last)
        && !cursor.is_word(after) | is_function_word(cursor, after);
    let compares = as_many
        || more
        || done
        || cursor.is_any(
            after,
            &[
                "as",
                "the",
                "its",
                "their",
                "his",
                "her",
                "what",
                "that",
                "higher",
                "larger",
                "bigger",
                "greater",
                "smaller",
                "faster",
                "core",
                "pretax",
                "operating",
                "trailing",
                "net",
                "normal",
                "expected",
                "forward",
                "earnings",
                "book",
                "annual",
                "sales",
            ],
        );
    if compares { measured_before(cursor, first, false) } else { None }
}

/// Whether the amount of the span ends right before the token, its points counted in: "45 points, or".
pub(super) fn ends_before(cursor: &Cursor, amount: Span, at: usize) -> bool {
    let points = usize::from(cursor.is_any(back(at, 1), &["point", "points"]));
    [at, at.saturating_sub(points)]
        .into_iter()
        .any(|at| at > cursor.start() && cursor.span(at - 1, at).end() == amount.end())
}

/// "a magnitude 6.4 earthquake": the number of a scale that stands before it.
pub(super) fn has_magnitude(cursor: &Cursor, first: usize) -> bool {
    let before = back(first, 1);
    let before = before - usize::from(cursor.is_any(before, &["of", "-"]) && before > cursor.start());
    cursor.is(before, "magnitude")
}

/// "9,000 have been granted", "; 12 were unsure": the number itself is its clause's subject.
pub(super) fn is_subject(cursor: &Cursor, first: usize, end: usize) -> bool {
    let (_, left) = hedge_before(cursor, first, false);
    let opens = left == cursor.start()
        || cursor.is_any(left - 1, &["and", "but", "while", "that", ",", ";", ":"])
        || matches!(cursor.kind(left - 1), Some(TokenKind::Dash));
    opens
        && (cursor
            .is_any(end, &["were", "was", "are", "have", "has", "had", "will", "would", "could", "did", "do", "may"])
            || part_of_speech(cursor, end).is_only_verb() && cursor.is_any(back(left, 1), &["and", "but", "while"]))
}
