//! Dates in digits: `2015-08-12`, `21/04/2016`, `13.5.2015`.

use super::{
    day::weekday_at,
    names::month_name,
    when::{PartialDate, When},
    year::full_year,
};
use crate::figure::{
    cursor::{Cursor, back},
    number::slashed,
    quantity::has_unit,
};

/// `2015-08-12`, `21/04/2016`, `4/22`, `13.5.2015`, `2019-sep-1`.
pub(super) fn numeric_date(cursor: &Cursor, at: usize) -> Option<When> {
    if !cursor.is_number(at) || cursor.touched(at) && !matches!(cursor.word(at - 1), "(" | "[" | "\"" | "“") {
        return None;
    }
    // The lexer reads dots between digits as one number.
    if let Some(date) = dotted_date(cursor, at) {
        return Some(date);
    }
    let separator = cursor.word(at + 1);
    if !matches!(separator, "-" | "/") || !cursor.touches(at) || !cursor.touches(at + 1) {
        return None;
    }
    let number = |at: usize| cursor.word(at).parse::<i32>().ok().filter(|_| cursor.is_number(at));
    let first = number(at)?;
    let second = number(at + 2).or_else(|| month_name(cursor.lowercase(at + 2)).map(i32::from))?;
    let three = cursor.word(at + 3) == separator && cursor.touched(at + 3) && cursor.touches(at + 3)
        || cursor.word(at + 3) == "," && cursor.touches(at + 3);
    let third = number(at + 4)
        .filter(|_| three && matches!(cursor.word(at + 4).len(), 2 | 4) || three && cursor.word(at).len() == 4);
    let (parts, end) = match third {
        Some(day) if cursor.word(at).len() == 4 => {
            (PartialDate { year: Some(first), month: month_of(second), day: day_of(day) }, at + 5)
        }
        Some(year) => {
            let (month, day) = if first > 12 { (second, first) } else { (first, second) };
            (PartialDate { year: Some(full_year(year)), month: month_of(month), day: day_of(day) }, at + 5)
        }
        // Two numbers alone are a date after "on", and not at all a fraction or a score.
        None => {
            let slash = separator == "/"
                && slashed(cursor, at).is_none()
                && first < 32
                && (first, second) != (24, 7)
                && first != second;
            let cued = slash || cursor.is_any(back(at, 1), &["on", "until", "since"]) || at_weekday_before(cursor, at);
            let cued = cued && !has_unit(cursor, at + 2);
            let (month, day) = if first > 12 { (second, first) } else { (first, second) };
            if !cued
                || cursor.word(at).len() > 2
                || cursor.word(at + 2).len() > 2
                || cursor.word(at + 3) == separator
                || cursor.is_word(at + 3) && cursor.touched(at + 3)
            {
                return None;
            }
            (PartialDate { year: None, month: month_of(month), day: day_of(day) }, at + 3)
        }
    };
    if parts.month.is_none() || parts.day.is_none() || cursor.touched(end) && cursor.is_dash(end) {
        return None;
    }
    Some(When { first: at, end, iso: Some(parts.iso()) })
}

fn at_weekday_before(cursor: &Cursor, at: usize) -> bool {
    at > cursor.start() && weekday_at(cursor, at - 1).is_some()
}

/// `13.5.2015`, `2015.5.13`, `16. nov. 2016`.
fn dotted_date(cursor: &Cursor, at: usize) -> Option<When> {
    let mut numbers = cursor.word(at).split('.').map(|part| part.parse::<i32>().ok());
    let (first, second, third) = (numbers.next()??, numbers.next()??, numbers.next()??);
    let (year, month, day) = if first > 999 { (first, second, third) } else { (third, second, first) };
    let parts = PartialDate { year: Some(full_year(year)), month: month_of(month), day: day_of(day) };
    (numbers.next().is_none() && parts.month.is_some() && parts.day.is_some() && (year > 999 || year > 31))
        .then(|| When { first: at, end: at + 1, iso: Some(parts.iso()) })
}

fn month_of(number: i32) -> Option<u8> {
    (1..=12).contains(&number).then_some(number as u8)
}

fn day_of(number: i32) -> Option<u8> {
    (1..=31).contains(&number).then_some(number as u8)
}
