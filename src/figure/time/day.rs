//! Words of the calendar: months, weekdays, days of a month, "last" and "next".

use super::{names::weekday_name, year::year_at};
use crate::{
    document::Case,
    figure::{
        cursor::{Cursor, back},
        number::{numeral_at, ordinal_words},
    },
    lexicon::month_name,
};

/// "morning" and the like, as TIMEX3 writes them; lowercase, since "Monday Night Football" is a name.
pub(super) fn part_of_day(cursor: &Cursor, at: usize) -> Option<&'static str> {
    match cursor.word(at) {
        "morning" => Some("TMO"),
        "afternoon" => Some("TAF"),
        "evening" => Some("TEV"),
        "night" => Some("TNI"),
        _ => None,
    }
}

/// The month that the token names, and the token after it.
pub(super) fn month_at(cursor: &Cursor, at: usize) -> Option<(u8, usize)> {
    let lower = cursor.lowercase(at);
    let month = month_name(lower.strip_suffix('.').unwrap_or(lower))?;
    if !is_month(cursor, at) && !is_beside_day(cursor, at) {
        return None;
    }
    let stop = !lower.ends_with('.') && cursor.word(at + 1) == "." && cursor.touched(at + 1);
    let dot = usize::from(stop && cursor.is_number(at + 2));
    Some((month, at + 1 + dot))
}

/// Whether the word is a month by itself: "may" and "march" are verbs, and so are others when they are short.
fn is_month(cursor: &Cursor, at: usize) -> bool {
    let lower = cursor.lowercase(at);
    if matches!(cursor.case(at), Case::Title | Case::Upper) {
        let first_word = at == cursor.start() && !cursor.is_number(at + 1);
        if !first_word || !matches!(lower, "may" | "march") {
            return true;
        }
    }
    match lower {
        "march" | "mar." | "sept" | "june." => false,
        _ => lower.len() > 3,
    }
}

/// Whether a day or a year stands beside the month.
fn is_beside_day(cursor: &Cursor, at: usize) -> bool {
    let next = at + 1;
    if day_of_month(cursor, next).is_some() || day_of_month(cursor, back(at, 1)).is_some() {
        return true;
    }
    let joined = matches!(cursor.word(next), "-" | "/") && cursor.joins(next);
    joined && day_of_month(cursor, at + 2).is_some() || year_at(cursor, next).is_some()
}

/// The month that the token names in any case: a day stands beside it.
pub(super) fn month_of_day(cursor: &Cursor, at: usize) -> Option<(u8, usize)> {
    let lower = cursor.lowercase(at);
    let month = month_name(lower.strip_suffix('.').unwrap_or(lower)).filter(|_| cursor.is_word(at))?;
    // "5 may be", "20 march on".
    let verb = matches!(lower, "may" | "march" | "mar" | "dec" | "sept") && cursor.case(at) == Case::Lower;
    if verb && cursor.is_word(at + 1) && !cursor.is(back(at, 1), "of") {
        return None;
    }
    Some((month, at + 1))
}

pub(super) fn weekday_at(cursor: &Cursor, at: usize) -> Option<u8> {
    let lower = cursor.lowercase(at);
    let day = weekday_name(lower.strip_suffix('.').unwrap_or(lower)).filter(|_| cursor.is_word(at))?;
    // "sun", "sat" and "wed" are words, "Sun" may be a paper.
    let sure = match lower {
        "tues" | "thurs" | "wed" => true,
        _ if lower.len() > 5 => true,
        _ => cursor.case(at) == Case::Title && is_short_weekday(cursor, at),
    };
    sure.then_some(day)
}

/// "Sun.", "Sun, 5 May", "Sun 5 May".
fn is_short_weekday(cursor: &Cursor, at: usize) -> bool {
    let marked = cursor.lowercase(at).ends_with('.') || cursor.word(at + 1) == ",";
    marked || day_of_month(cursor, at + 1).is_some()
}

/// The day of a month: "18", "18th", "twenty-first", and the token after it.
pub(super) fn day_of_month(cursor: &Cursor, at: usize) -> Option<(u8, usize)> {
    if cursor.is_number(at) {
        return day_in_digits(cursor, at);
    }
    let (value, end) = ordinal_words(cursor, at).or_else(|| whole_number(cursor, at))?;
    (1.0..=31.0).contains(&value).then_some((value as u8, end))
}

/// "18", "18th".
fn day_in_digits(cursor: &Cursor, at: usize) -> Option<(u8, usize)> {
    let word = cursor.word(at);
    let day = word.parse().ok().filter(|day| (1..=31).contains(day) && word.len() <= 2)?;
    if !cursor.touches(at) {
        return Some((day, at + 1));
    }
    if cursor.is_any(at + 1, &["st", "nd", "rd", "th"]) {
        return Some((day, at + 2));
    }
    if cursor.is_word(at + 1) { None } else { Some((day, at + 1)) }
}

/// "eighteen".
fn whole_number(cursor: &Cursor, at: usize) -> Option<(f64, usize)> {
    let number = numeral_at(cursor, at, false).filter(|number| number.value.fract() == 0.0)?;
    if cursor.is(at, "a") { None } else { Some((number.value, number.end)) }
}

/// -1 for "last", 0 for "this", 1 for "next".
pub(super) fn which_one(cursor: &Cursor, at: usize) -> Option<i32> {
    match cursor.lowercase(at) {
        "last" | "previous" | "past" => Some(-1),
        "this" | "current" => Some(0),
        "next" | "coming" | "following" => Some(1),
        _ => None,
    }
}
