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
    let the = usize::from(cursor.is(at, "the"));
    let (shift, first) = if cursor.is(at + the, "day") && cursor.is_any(at + the + 1, &["after", "before"]) {
        (if cursor.is(at + the + 1, "after") { 1 } else { -1 }, at + the + 2)
    } else {
        (0, at)
    };
    let day = match cursor.lowercase(first) {
        "today" | "tonight" => 0,
        "tomorrow" | "tmrw" | "tmr" => 1,
        "yesterday" => -1,
        _ => return None,
    };
    if shift != 0 && day == 0 {
        return None;
    }
    // "USA Today".
    if at > cursor.start()
        && shift == 0
        && cursor.case(first) == Case::Title
        && matches!(cursor.case(at - 1), Case::Title | Case::Upper)
    {
        return None;
    }
    let part = if cursor.is(first, "tonight") { "TNI" } else { "" };
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

/// "last month", "next year", "this week", "the summer of 2016", "the third quarter".
pub(super) fn relative_period(cursor: &Cursor, at: usize, reference: &ReferenceDate) -> Option<When> {
    // "the following day": a point of the story, which no calendar tells.
    if cursor.is(at, "the")
        && cursor.is_any(at + 1, &["next", "following", "previous", "preceding", "same"])
        && cursor
            .is_any(at + 2, &["day", "morning", "afternoon", "evening", "night", "week", "weekend", "month", "year"])
        && !cursor.is_any(back(at, 1), &["over", "for", "in", "within", "during"])
    {
        return Some(When { first: at, end: at + 3, iso: None });
    }
    // "the end of the year": of the year in which it was written.
    if cursor.is_any(at, &["end", "start", "beginning", "middle"])
        && cursor.is(at + 1, "of")
        && cursor.is(at + 2, "the")
    {
        let iso = match cursor.lowercase(at + 3) {
            "year" => reference.today.map(|today| format!("{:04}", today.year())),
            "month" => reference.month(0).map(|(year, month)| format!("{year:04}-{month:02}")),
            "week" => reference.week(0),
            "decade" => reference.today.map(|today| format!("{:03}X", today.year().div_euclid(10))),
            _ => return None,
        };
        // "the end of the year in which": some other one.
        let other = cursor.is_any(at + 4, &["in", "of", "when", "that", "to"]);
        return (!other).then_some(When { first: at, end: at + 4, iso });
    }
    // "over the weekend".
    if cursor.is(at, "the") && cursor.is(at + 1, "weekend") && cursor.is_any(back(at, 1), &["over", "at", "on"]) {
        let which = if looks_ahead(cursor, at) { 0 } else { -1 };
        return Some(When { first: at, end: at + 2, iso: reference.week(which).map(|week| format!("{week}-WE")) });
    }
    let latest = cursor.is(at, "latest") && cursor.is_any(at + 1, &["quarter", "month", "week", "year"]);
    if let Some(which) = which_one(cursor, at).or(latest.then_some(-1)) {
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
            _ => {
                let (month, end) = month_at(cursor, at + 1)?;
                let year = reference.today.map(|today| {
                    today.year()
                        + match which {
                            -1 if month >= today.month() => -1,
                            1 if month <= today.month() => 1,
                            _ => 0,
                        }
                });
                return Some(When {
                    first: at,
                    end,
                    iso: Some(PartialDate { year, month: Some(month), day: None }.iso()),
                });
            }
        };
        // "the past year" is a stretch, "this year's" a date all the same.
        if cursor.is(at, "past") || cursor.is(at, "current") || cursor.is(at, "following") && iso.is_none() {
            return None;
        }
        return Some(When { first: at, end: at + 2, iso });
    }
    let lower = cursor.lowercase(at);
    if matches!(lower, "spring" | "summer" | "autumn" | "fall" | "winter") {
        let of = usize::from(cursor.is(at + 1, "of"));
        let (year, end) = year_at(cursor, at + 1 + of)?;
        return Some(When { first: at, end, iso: Some(format!("{year:04}-{}", season(lower))) });
    }
    // "the third quarter of 2024", "Q3 2024".
    let quarter = match lower {
        "q1" => Some((1, at + 1)),
        "q2" => Some((2, at + 1)),
        "q3" => Some((3, at + 1)),
        "q4" => Some((4, at + 1)),
        _ => {
            let hyphen = usize::from(cursor.is_hyphen(at + 1));
            match number_word(lower) {
                Some(NumberWord::Ordinal(value)) if value <= 4.0 && cursor.is(at + 1 + hyphen, "quarter") => {
                    Some((value as u8, at + 2 + hyphen))
                }
                _ => None,
            }
        }
    };
    let (quarter, after) = quarter?;
    let of = usize::from(cursor.is_any(after, &["of", ","]));
    let found = year_at(cursor, after + of);
    let end = found.map_or(after, |(_, end)| end);
    // "the third quarter of last year", "of this year".
    let said = which_one(cursor, after + of).filter(|_| of == 1 && found.is_none() && cursor.is(after + 2, "year"));
    if let (Some(which), Some(today)) = (said, reference.today) {
        return Some(When { first: at, end: after + 3, iso: Some(format!("{:04}-Q{quarter}", today.year() + which)) });
    }
    // Without a year, it is the last one that has begun, or the next one that is not over.
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
