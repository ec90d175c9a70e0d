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
        grammar::{is_content_word, is_function_word, part_of_speech},
        modifier::{hedge_before, noun_direction},
        number::percent,
    },
    text::Span,
};

/// Whether the amount is what another one is compared with: it measures the same thing at another time or place.
pub(in crate::figure) fn is_compared(cursor: &Cursor, first: usize) -> bool {
    let at = before_average(cursor, first);
    let before = back(at, 2);
    match cursor.before(at) {
        "against" | "versus" | "vs" | "vs." => true,
        "from" => is_level_before(cursor, before),
        "with" | "to" => cursor.is_any(before, &["compared", "compares"]),
        // "short of the 2.05 billion expected".
        "of" if cursor.is_any(before, &["short", "shy", "ahead"]) => true,
        // At a sentence's start nothing is compared.
        "" => false,
        _ => is_bound(cursor, first),
    }
}

/// The place before the amount's hedges and article, and before "an average of".
fn before_average(cursor: &Cursor, first: usize) -> usize {
    let hedged = hedge_before(cursor, first, false).1;
    let at = hedged - usize::from(cursor.is_any(back(hedged, 1), &["a", "an", "the", "its", "their"]));
    let average = cursor.follows_each(
        at,
        &[&["a", "an", "the"], &["average", "mean", "median", "total", "record", "peak", "high", "low"], &["of"]],
    );
    if average { at - 3 } else { at }
}

/// Whether the token before "from" ends what went up or down: "up from", "a drop from", "3% from", "$2 a barrel from".
fn is_level_before(cursor: &Cursor, at: usize) -> bool {
    const BEFORE: [&str; 14] = [
        "up",
        "down",
        "lower",
        "higher",
        "unchanged",
        "changed",
        "little",
        ",",
        "share",
        "barrel",
        "ounce",
        "gallon",
        "hour",
        "tonne",
    ];
    if cursor.is_any(at, &BEFORE) || cursor.is_number(at) || is_measure_word(cursor, at) {
        return true;
    }
    let change = cursor.is_any(back(at, 1), &["a", "an"]) && noun_direction(cursor, at).is_some();
    change || percent(cursor, at).is_some()
}

/// "well above the 4.5% analysts had expected": with an article the word before is no bound.
fn is_bound(cursor: &Cursor, first: usize) -> bool {
    const BOUNDS: [&str; 9] = ["above", "below", "than", "beating", "exceeding", "missing", "topping", "under", "over"];
    cursor.follows_each(first, &[&BOUNDS, &["the", "its"]]) && !cursor.is_hyphen(first + 1)
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
    match cursor.lowercase(counted.head) {
        "point" | "points" | "strokes" | "shots" | "lengths" => in_points(cursor, first, counted.head + 1, moved),
        "times" => in_times(cursor, first, counted.head + 1),
        _ => None,
    }
}

/// "the index added 312 points", "led the field by 22 points", "was docked nine points".
fn in_points(cursor: &Cursor, first: usize, after: usize, moved: bool) -> Option<NounPhrase> {
    const AHEAD: [&str; 13] = [
        "clear", "ahead", "behind", "adrift", "lower", "higher", "above", "below", "short", "down", "up", "off",
        "better",
    ];
    let last = back(hedge_before(cursor, first, false).1, 1);
    if !moved && cursor.is(last, "by") {
        return verb_of(cursor, last).and_then(|verb| subject(cursor, verb));
    }
    let passive =
        cursor.is_any(back(last, 1), &["was", "were", "been", "be"]) && part_of_speech(cursor, last).is_past();
    let held = moved || passive || cursor.is(last, "of");
    if held || cursor.is_any(after, &AHEAD) { measured_before(cursor, first, false) } else { None }
}

/// "ten times more antibodies", "1,000 times as many visits", "has been downloaded 50 million times".
fn in_times(cursor: &Cursor, first: usize, after: usize) -> Option<NounPhrase> {
    let as_many = cursor.reads_each(after, &[&["as"], &["many", "much"]]);
    if as_many || cursor.is_any(after, &["more", "fewer", "less"]) {
        let at = after + 1 + usize::from(as_many);
        let phrase = if is_content_word(cursor, at) { phrase_from(cursor, at, false) } else { None };
        return phrase.or_else(|| measured_before(cursor, first, false));
    }
    let compares = cursor.is_any(after, &TIMES_WHAT) || is_done_so_often(cursor, first, after);
    if compares { measured_before(cursor, first, false) } else { None }
}

/// "has been downloaded 50 million times".
fn is_done_so_often(cursor: &Cursor, first: usize, after: usize) -> bool {
    let last = back(hedge_before(cursor, first, false).1, 1);
    let done = part_of_speech(cursor, last).is_past() && !is_function_word(cursor, last);
    done && !is_content_word(cursor, after)
}

/// Words after "times" that say what is compared: "18 times earnings", "twice as", "ten times the".
const TIMES_WHAT: [&str; 26] = [
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
];

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
    const VERBS: [&str; 12] =
        ["were", "was", "are", "have", "has", "had", "will", "would", "could", "did", "do", "may"];
    let last = back(hedge_before(cursor, first, false).1, 1);
    let opens = match cursor.kind(last) {
        None | Some(TokenKind::Dash) => true,
        _ => cursor.is_any(last, &["and", "but", "while", "that", ",", ";", ":"]),
    };
    if !opens {
        return false;
    }
    let acts = part_of_speech(cursor, end).is_only_verb() && cursor.is_any(last, &["and", "but", "while"]);
    acts || cursor.is_any(end, &VERBS)
}
