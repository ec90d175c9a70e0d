//! Points and stretches of time that count from the day of publication or from another: "yesterday", "last month".

use super::{
    day::{month_at, part_of_day, which_one},
    names::season,
    reference_date::ReferenceDate,
    tense::looks_ahead,
    when::{PartialDate, When},
    year::year_at,
};
use crate::{
    document::Case,
    figure::{
        cursor::{Cursor, back},
        number::{NumberWord, number_word},
    },
};

/// "today", "yesterday", "the day after tomorrow".
pub(super) fn relative_day(cursor: &Cursor, at: usize, reference: &ReferenceDate) -> Option<When> {
    let noun = at + usize::from(cursor.is(at, "the"));
    let (shift, first) = match (cursor.lowercase(noun), cursor.lowercase(noun + 1)) {
        ("day", "after") => (1, noun + 2),
        ("day", "before") => (-1, noun + 2),
        _ => (0, at),
    };
    let (day, part) = match cursor.lowercase(first) {
        "today" if shift == 0 => (0, ""),
        "tonight" if shift == 0 => (0, "TNI"),
        "tomorrow" | "tmrw" | "tmr" => (1, ""),
        "yesterday" => (-1, ""),
        _ => return None,
    };
    // "USA Today".
    let cases = (cursor.case(back(at, 1)), cursor.case(at));
    if shift == 0 && matches!(cases, (Case::Title | Case::Upper, Case::Title)) {
        return None;
    }
    let iso = reference.today.and_then(|today| today.plus_days(day + shift)).map(|date| format!("{date}{part}"));
    Some(When { first: at, end: first + 1, iso })
}

/// "this morning", "last night".
pub(super) fn relative_part_of_day(cursor: &Cursor, at: usize, reference: &ReferenceDate) -> Option<When> {
    let part = part_of_day(cursor, at + 1)?;
    let day = match cursor.lowercase(at) {
        "this" => 0,
        "last" if matches!(part, "TNI" | "TEV") => -1,
        _ => return None,
    };
    let iso = reference.today.and_then(|today| today.plus_days(day)).map(|date| format!("{date}{part}"));
    Some(When { first: at, end: at + 2, iso })
}

/// Reads a period that begins at the token.
type Period = fn(&Cursor, usize, &ReferenceDate) -> Option<When>;

/// Periods that count from the day of publication, in the order in which they are looked for.
const PERIODS: [Period; 5] = [point_of_story, end_of_period, weekend, named_season, quarter];

/// "last month", "next year", "this week", "the summer of 2016", "the third quarter".
pub(super) fn relative_period(cursor: &Cursor, at: usize, reference: &ReferenceDate) -> Option<When> {
    let latest = cursor.reads_each(at, &[&["latest"], &["quarter", "month", "week", "year"]]);
    match which_one(cursor, at).or(latest.then_some(-1)) {
        Some(which) => which_period(cursor, at, which, reference),
        None => PERIODS.iter().find_map(|period| period(cursor, at, reference)),
    }
}

/// "the following day": a point of the story, which no calendar tells.
fn point_of_story(cursor: &Cursor, at: usize, _: &ReferenceDate) -> Option<When> {
    let named = cursor.reads_each(
        at,
        &[
            &["the"],
            &["next", "following", "previous", "preceding", "same"],
            &["day", "morning", "afternoon", "evening", "night", "week", "weekend", "month", "year"],
        ],
    );
    if !named || cursor.is_any(back(at, 1), &["over", "for", "in", "within", "during"]) {
        return None;
    }
    Some(When { first: at, end: at + 3, iso: None })
}

/// "the end of the year": of the year in which it was written.
fn end_of_period(cursor: &Cursor, at: usize, reference: &ReferenceDate) -> Option<When> {
    if !cursor.reads_each(at, &[&["end", "start", "beginning", "middle"], &["of"], &["the"]]) {
        return None;
    }
    let iso = match cursor.lowercase(at + 3) {
        "year" => reference.today.map(|today| format!("{:04}", today.year())),
        "month" => reference.month(0).map(|(year, month)| format!("{year:04}-{month:02}")),
        "week" => reference.week(0),
        "decade" => reference.today.map(|today| format!("{:03}X", today.year().div_euclid(10))),
        _ => return None,
    };
    // "the end of the year in which": some other one.
    let other = cursor.is_any(at + 4, &["in", "of", "when", "that", "to"]);
    (!other).then_some(When { first: at, end: at + 4, iso })
}

/// "over the weekend".
fn weekend(cursor: &Cursor, at: usize, reference: &ReferenceDate) -> Option<When> {
    if !cursor.reads(at, &["the", "weekend"]) || !cursor.is_any(back(at, 1), &["over", "at", "on"]) {
        return None;
    }
    let which = if looks_ahead(cursor, at) { 0 } else { -1 };
    Some(When { first: at, end: at + 2, iso: reference.week(which).map(|week| format!("{week}-WE")) })
}

/// "last month", "next year", "this summer", "last May".
fn which_period(cursor: &Cursor, at: usize, which: i32, reference: &ReferenceDate) -> Option<When> {
    let period = cursor.lowercase(at + 1);
    let iso = match period {
        "year" => reference.today.map(|today| format!("{:04}", today.year() + which)),
        "month" => reference.month(which).map(|(year, month)| format!("{year:04}-{month:02}")),
        "week" => reference.week(which),
        "weekend" => reference.week(which).map(|week| format!("{week}-WE")),
        "decade" => reference.today.map(|today| format!("{:03}X", today.year().div_euclid(10) + which)),
        "quarter" => reference.quarter(which),
        "spring" | "summer" | "autumn" | "fall" | "winter" => {
            reference.today.map(|today| format!("{:04}-{}", today.year() + which.min(0), season(period)))
        }
        "century" => None,
        _ => return which_month(cursor, at, which, reference),
    };
    // "the past year" is a stretch, "this year's" a date all the same.
    match cursor.lowercase(at) {
        "past" | "current" => None,
        "following" if iso.is_none() => None,
        _ => Some(When { first: at, end: at + 2, iso }),
    }
}

/// "last May".
fn which_month(cursor: &Cursor, at: usize, which: i32, reference: &ReferenceDate) -> Option<When> {
    let (month, end) = month_at(cursor, at + 1)?;
    let year = reference.today.map(|today| {
        let shift = match which {
            -1 if month >= today.month() => -1,
            1 if month <= today.month() => 1,
            _ => 0,
        };
        today.year() + shift
    });
    Some(When { first: at, end, iso: Some(PartialDate { year, month: Some(month), day: None }.iso()) })
}

/// "the summer of 2016", "summer 2016".
fn named_season(cursor: &Cursor, at: usize, _: &ReferenceDate) -> Option<When> {
    let lower = cursor.lowercase(at);
    if !matches!(lower, "spring" | "summer" | "autumn" | "fall" | "winter") {
        return None;
    }
    let of = usize::from(cursor.is(at + 1, "of"));
    let (year, end) = year_at(cursor, at + 1 + of)?;
    Some(When { first: at, end, iso: Some(format!("{year:04}-{}", season(lower))) })
}

/// "the third quarter of 2024", "Q3 2024"; without a year the last one that has begun, or the next that is not over.
fn quarter(cursor: &Cursor, at: usize, reference: &ReferenceDate) -> Option<When> {
    let (quarter, after) = quarter_at(cursor, at)?;
    let of = usize::from(cursor.is_any(after, &["of", ","]));
    let found = year_at(cursor, after + of);
    let end = found.map_or(after, |(_, end)| end);
    // "the third quarter of last year", "of this year".
    let said = which_one(cursor, after + 1).filter(|_| of == 1 && found.is_none() && cursor.is(after + 2, "year"));
    if let (Some(which), Some(today)) = (said, reference.today) {
        return Some(When { first: at, end: after + 3, iso: Some(format!("{:04}-Q{quarter}", today.year() + which)) });
    }
    let near = || {
        let today = reference.today?;
        let now = (today.month() - 1) / 3 + 1;
        let shift = match looks_ahead(cursor, at) {
            true if quarter < now => 1,
            false if quarter > now => -1,
            _ => 0,
        };
        Some((today.year() + shift, end))
    };
    let year = found.or_else(near).map_or_else(|| "XXXX".to_owned(), |(year, _)| year.to_string());
    Some(When { first: at, end, iso: Some(format!("{year}-Q{quarter}")) })
}

/// "Q3", "third quarter", "third-quarter": which, and the token after it.
fn quarter_at(cursor: &Cursor, at: usize) -> Option<(u8, usize)> {
    let lower = cursor.lowercase(at);
    let short = ["q1", "q2", "q3", "q4"].iter().position(|name| *name == lower);
    if let Some(index) = short {
        return Some((index as u8 + 1, at + 1));
    }
    let noun = at + 1 + usize::from(cursor.is_hyphen(at + 1));
    match number_word(lower)? {
        NumberWord::Ordinal(value) if value <= 4.0 && cursor.is(noun, "quarter") => Some((value as u8, noun + 1)),
        _ => None,
    }
}
