//! Words of the calendar: months, weekdays, days of a month, "last" and "next".

use super::{
    names::{month_name, weekday_name},
    year::year_at,
};
use crate::{
    document::Case,
    figure::{
        cursor::{Cursor, back},
        number::{numeral_at, ordinal_words},
    },
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
    let capital = matches!(cursor.case(at), Case::Title | Case::Upper);
    // "may" and "march" are verbs, and so are others when they are short.
    let sure = capital && !(matches!(lower, "may" | "march") && at == cursor.start() && !cursor.is_number(at + 1));
    let beside_number = matches!(cursor.word(at + 1), "-" | "/")
        && cursor.touches(at)
        && cursor.touches(at + 1)
        && day_of_month(cursor, at + 2).is_some()
        || day_of_month(cursor, at + 1).is_some()
        || at > cursor.start() && day_of_month(cursor, at - 1).is_some()
        || year_at(cursor, at + 1).is_some();
    let word = lower.len() > 3 && !matches!(lower, "march" | "mar." | "sept" | "june.");
    if !sure && !(beside_number || word) || matches!(lower, "dec" | "sun" | "mar" | "jan") && !beside_number && !capital
    {
        return None;
    }
    let dot = usize::from(
        !lower.ends_with('.') && cursor.word(at + 1) == "." && cursor.touched(at + 1) && cursor.is_number(at + 2),
    );
    Some((month, at + 1 + dot))
}

/// The month that the token names in any case: a day stands beside it.
pub(super) fn month_of_day(cursor: &Cursor, at: usize) -> Option<(u8, usize)> {
    let lower = cursor.lowercase(at);
    let month = month_name(lower.strip_suffix('.').unwrap_or(lower)).filter(|_| cursor.is_word(at))?;
    // "5 may be", "20 march on".
    let verb = matches!(lower, "may" | "march" | "mar" | "dec" | "sept") && cursor.case(at) == Case::Lower;
    let of = cursor.is(back(at, 1), "of");
    (!verb || of || !cursor.is_word(at + 1)).then_some((month, at + 1))
}

pub(super) fn weekday_at(cursor: &Cursor, at: usize) -> Option<u8> {
    let lower = cursor.lowercase(at);
    let day = weekday_name(lower.strip_suffix('.').unwrap_or(lower))?;
    // "sun", "sat" and "wed" are words, "Sun" may be a paper.
    let sure = lower.len() > 5
        || matches!(cursor.case(at), Case::Title)
            && lower.len() >= 3
            && (lower.ends_with('.') || cursor.word(at + 1) == "," || day_of_month(cursor, at + 1).is_some())
        || matches!(lower, "tues" | "thurs" | "wed");
    (sure && cursor.is_word(at)).then_some(day)
}

/// The day of a month: "18", "18th", "twenty-first", and the token after it.
pub(super) fn day_of_month(cursor: &Cursor, at: usize) -> Option<(u8, usize)> {
    if cursor.is_number(at) {
        let word = cursor.word(at);
        let day = word.parse().ok().filter(|day| (1..=31).contains(day) && word.len() <= 2)?;
        let suffix = cursor.touches(at) && cursor.is_any(at + 1, &["st", "nd", "rd", "th"]);
        let glued = cursor.touches(at) && cursor.is_word(at + 1) && !suffix;
        return (!glued).then_some((day, at + 1 + usize::from(suffix)));
    }
    let (value, end) = ordinal_words(cursor, at).or_else(|| {
        let number = numeral_at(cursor, at, false)
            .filter(|number| !cursor.is_number(at) && !cursor.is(at, "a") && number.value.fract() == 0.0)?;
        Some((number.value, number.end))
    })?;
    (1.0..=31.0).contains(&value).then_some((value as u8, end))
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
