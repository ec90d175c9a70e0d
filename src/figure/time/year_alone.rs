//! Years without a day, decades and centuries: "2013-14", "the 1990s", "the 21st century".

use super::{
    day::month_at,
    when::When,
    year::{full_year, year_at},
};
use crate::{
    document::{Case, TokenKind},
    figure::{
        cursor::{Cursor, back},
        grammar::{is_function_word, is_plural_noun, part_of_speech},
        number::{ordinal, percent},
        quantity::has_unit,
    },
};
use std::ops::RangeInclusive;

/// Years that a number without a word of time before it may be.
const USUAL: RangeInclusive<i32> = 1900..=2059;

/// Years that any number in four digits may be.
const POSSIBLE: RangeInclusive<i32> = 1500..=2099;

/// Words that a year stands after.
const CUES: [&str; 34] = [
    "in", "since", "until", "till", "by", "from", "of", "during", "between", "before", "after", "early", "late", "mid",
    "year", "to", "and", "through", "summer", "winter", "spring", "autumn", "fall", "circa", "for", "on", "-", "than",
    "or", "around", "about", "its", "their", "the",
];

/// "the 1990s", "the '80s", "the 21st century".
pub(super) fn decade(cursor: &Cursor, at: usize) -> Option<When> {
    decade_in_digits(cursor, at).or_else(|| century(cursor, at))
}

/// "the 1990s", "the '80s"; "in his 20s" is an age.
fn decade_in_digits(cursor: &Cursor, at: usize) -> Option<When> {
    if !cursor.is_number(at) || !cursor.touches(at) {
        return None;
    }
    let clitic = matches!(cursor.word(at + 1), "'" | "’") && cursor.touches(at + 1);
    let letter = at + 1 + usize::from(clitic);
    let word = cursor.word(at);
    if !cursor.is(letter, "s") || !word.ends_with('0') {
        return None;
    }
    let apostrophe = cursor.touched(at) && matches!(cursor.word(at - 1), "'" | "’" | "‘");
    let (first, iso) = match word.len() {
        4 if word.starts_with(['1', '2']) => {
            let digits = if word.ends_with("00") { 2 } else { 3 };
            (at, format!("{:X<4}", &word[..digits]))
        }
        2 if apostrophe || cursor.is_any(back(at, 1), &["the", "early", "late", "and", "or"]) => {
            let century = if word.starts_with(['0', '1', '2']) { 20 } else { 19 };
            (at - usize::from(apostrophe), format!("{century}{}X", &word[..1]))
        }
        _ => return None,
    };
    Some(When { first, end: letter + 1, iso: Some(iso) })
}

/// "the 21st century".
fn century(cursor: &Cursor, at: usize) -> Option<When> {
    let (value, end) = ordinal(cursor, at).filter(|&(value, _)| value <= 30.0)?;
    let noun = end + usize::from(cursor.is_hyphen(end));
    cursor.is_any(noun, &["century", "centuries"]).then(|| When {
        first: at,
        end: noun + 1,
        iso: Some(format!("{:02}XX", value as i32 - 1)),
    })
}

/// A year on its own, with the ranges that years make: "in 1990", "2013-14", "from 2015 to 2017".
pub(super) fn plain_year(cursor: &Cursor, at: usize) -> Option<When> {
    if is_tied(cursor, at) {
        return None;
    }
    if let Some(year) = short_year(cursor, at) {
        return Some(year);
    }
    let (year, after) = year_at(cursor, at).filter(|_| cursor.is_number(at))?;
    // "776 B.C." is read by the era; "by 2100" and "in 1250" need their preposition.
    let far =
        cursor.is_any(back(at, 1), &["in", "since", "year", "by", "until", "before"]) && !is_plural_noun(cursor, after);
    if !far && !POSSIBLE.contains(&year) {
        return None;
    }
    if let Some((until, end)) = until_year(cursor, at, year, after) {
        return Some(When { first: at, end, iso: Some(format!("{year:04}/{until:04}")) });
    }
    if is_another_number(cursor, after)
        || begins_range(cursor, after)
        || is_counted(cursor, at, year, after)
        || !is_free(cursor, at, year, after)
    {
        return None;
    }
    is_likely(cursor, at, (year, after), far).then(|| When { first: at, end: after, iso: Some(format!("{year:04}")) })
}

/// "F-1990", "$1990": what the number is glued to makes it no year; "mid-1990" is one.
fn is_tied(cursor: &Cursor, at: usize) -> bool {
    if !cursor.touched(at) {
        return false;
    }
    if cursor.is_hyphen(at - 1) {
        return !cursor.is_any(back(at, 2), &["mid", "pre", "post", "early", "late"]);
    }
    matches!(cursor.word(at - 1), "/" | "$" | "£" | "€" | "#" | "+" | ".")
}

/// "2013-14", "2015-2017", "from 2015 to 2017": the last year, and the token after it.
fn until_year(cursor: &Cursor, at: usize, year: i32, after: usize) -> Option<(i32, usize)> {
    let dash = cursor.is_dash(after);
    let linked = match cursor.lowercase(after) {
        "to" => cursor.is(back(at, 1), "from"),
        "and" => cursor.is(back(at, 1), "between"),
        _ => dash && cursor.joins(after),
    };
    if !linked || !cursor.is_number(after + 1) {
        return None;
    }
    let word = cursor.word(after + 1);
    let until = match word.len() {
        4 => year_at(cursor, after + 1).map(|(until, _)| until)?,
        2 if dash => year - year % 100 + word.parse::<i32>().ok()?,
        _ => return None,
    };
    (1..200).contains(&(until - year)).then_some((until, after + 2))
}

/// "2015-mile", "2000%", "1990/2".
fn is_another_number(cursor: &Cursor, after: usize) -> bool {
    let glued = cursor.is_hyphen(after) || matches!(cursor.word(after), "%" | "°" | "/");
    glued && cursor.touched(after) || percent(cursor, after).is_some()
}

/// "2000 - 2500 calories": the ends of a range that has a unit.
fn begins_range(cursor: &Cursor, after: usize) -> bool {
    cursor.is_dash(after) && !cursor.joins(after) && cursor.is_number(after + 1) && has_unit(cursor, after + 1)
}

/// Whether the number counts the word after it: "1900 people", but not "the 2016 elections".
fn is_counted(cursor: &Cursor, at: usize, year: i32, after: usize) -> bool {
    if !cursor.is_word(after) {
        return false;
    }
    let dates = || is_described(cursor, at, year, after) || is_before_verb(cursor, at, year, after);
    is_plural_noun(cursor, after) && !dates() || has_unit(cursor, at)
}

/// "the 2016 election" dates, and so does "2015 and 2016 results".
fn is_described(cursor: &Cursor, at: usize, year: i32, after: usize) -> bool {
    let before = back(at, 1);
    if cursor.kind(before) == Some(TokenKind::Clitic) {
        return true;
    }
    if cursor.is_any(before, &["and", "or"]) {
        let other = year_at(cursor, back(at, 2));
        if other.is_some_and(|(other, _)| USUAL.contains(&other)) {
            return true;
        }
    }
    if !USUAL.contains(&year) {
        return false;
    }
    cursor.is_any(before, &["the", "a", "its", "their", "his", "her"])
        || year % 100 != 0 && is_dated_noun(cursor, after)
}

/// "The end of 2015 leaves the race open": what can be a verb is one after a year.
fn is_before_verb(cursor: &Cursor, at: usize, year: i32, after: usize) -> bool {
    if !USUAL.contains(&year) {
        return false;
    }
    part_of_speech(cursor, after).is_finite()
        || cursor.follows_each(
            at,
            &[&["end", "start", "beginning", "middle", "spring", "summer", "autumn", "fall", "winter"], &["of"]],
        )
}

/// Whether the words around leave the number free to be a year.
fn is_free(cursor: &Cursor, at: usize, year: i32, after: usize) -> bool {
    let before = back(at, 1);
    if at == cursor.start() || !cursor.is_word(after) {
        return true;
    }
    let cued = cursor.case(before) == Case::Lower || cursor.is_any(before, &CUES);
    cued || is_described(cursor, at, year, after)
}

/// Whether so early or late a year is one here.
fn is_likely(cursor: &Cursor, at: usize, (year, after): (i32, usize), far: bool) -> bool {
    const WEAK: [&str; 12] = ["to", "by", "of", "for", "on", "and", "than", "or", "about", "around", "from", "between"];
    if USUAL.contains(&year) {
        return true;
    }
    let ends = !cursor.is_word(after);
    if POSSIBLE.contains(&year) && (ends || !cursor.is_any(back(at, 1), &WEAK)) {
        return true;
    }
    far && (ends || is_function_word(cursor, after))
}

/// "in '89": two digits after an apostrophe, where a year is looked for.
fn short_year(cursor: &Cursor, at: usize) -> Option<When> {
    const BEFORE: [&str; 13] =
        ["in", "since", "of", "until", "till", "by", "from", "to", "before", "after", "early", "late", "and"];
    let number = at + 1;
    if !matches!(cursor.word(at), "'" | "’" | "‘") || !cursor.touches(at) || cursor.touched(at) {
        return None;
    }
    let cued = cursor.is_any(back(at, 1), &BEFORE) || month_at(cursor, back(at, 1)).is_some();
    if !cued || !cursor.is_number(number) || cursor.word(number).len() != 2 {
        return None;
    }
    if cursor.touches(number) && cursor.is_word(at + 2) {
        return None;
    }
    let year = full_year(cursor.word(number).parse().ok()?);
    Some(When { first: at, end: at + 2, iso: Some(format!("{year:04}")) })
}

/// What has a year more often than it is counted: "from 2020 levels", "2012 elections".
fn is_dated_noun(cursor: &Cursor, at: usize) -> bool {
    cursor.is_any(
        at,
        &[
            "levels",
            "level",
            "elections",
            "election",
            "season",
            "games",
            "olympics",
            "campaign",
            "campaigns",
            "cycle",
            "cycles",
            "prices",
            "results",
            "census",
            "earnings",
            "budget",
            "budgets",
            "forecasts",
            "sales",
            "revenues",
            "targets",
        ],
    )
}
