//! Dates in digits: `2015-08-12`, `21/04/2016`, `13.5.2015`.

use super::{
    day::weekday_at,
    when::{PartialDate, When},
    year::full_year,
};
use crate::{
    figure::{
        cursor::{Cursor, back},
        number::slashed,
        quantity::has_unit,
    },
    lexicon::month_name,
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
    if !matches!(cursor.word(at + 1), "-" | "/") || !cursor.joins(at + 1) {
        return None;
    }
    let first = number(cursor, at)?;
    let second = number(cursor, at + 2).or_else(|| month_name(cursor.lowercase(at + 2)).map(i32::from))?;
    let (parts, end) = match third_number(cursor, at) {
        Some(day) if cursor.word(at).len() == 4 => (parts(Some(first), second, day), at + 5),
        Some(year) => {
            let (month, day) = month_and_day(first, second);
            (parts(Some(full_year(year)), month, day), at + 5)
        }
        // Two numbers alone are a date after "on", and not at all a fraction or a score.
        None if is_date_alone(cursor, at, (first, second)) => {
            let (month, day) = month_and_day(first, second);
            (parts(None, month, day), at + 3)
        }
        None => return None,
    };
    let goes_on = cursor.touched(end) && cursor.is_dash(end);
    full_date(parts, at, end).filter(|_| !goes_on)
}

fn number(cursor: &Cursor, at: usize) -> Option<i32> {
    cursor.word(at).parse().ok().filter(|_| cursor.is_number(at))
}

/// The number after a second separator.
fn third_number(cursor: &Cursor, at: usize) -> Option<i32> {
    let link = at + 3;
    let joined = match cursor.word(link) {
        "," => cursor.touches(link),
        word => word == cursor.word(at + 1) && cursor.joins(link),
    };
    let long = [at, at + 4].map(|at| cursor.word(at).len());
    if !joined || !matches!(long, [4, _] | [_, 2 | 4]) {
        return None;
    }
    number(cursor, at + 4)
}

/// "on 3/4", "Monday 3-4": two numbers without a year.
fn is_date_alone(cursor: &Cursor, at: usize, (first, second): (i32, i32)) -> bool {
    let short = [at, at + 2].into_iter().all(|at| cursor.word(at).len() <= 2);
    let glued = cursor.is_word(at + 3) && cursor.touched(at + 3);
    if !short || glued || cursor.word(at + 3) == cursor.word(at + 1) {
        return false;
    }
    let cued = cursor.is_any(back(at, 1), &["on", "until", "since"]) || weekday_at(cursor, back(at, 1)).is_some();
    if !cued && !is_slashed_date(cursor, at, (first, second)) {
        return false;
    }
    !has_unit(cursor, at + 2)
}

/// "21/4", but not "3/4", "24/7" or "5/5".
fn is_slashed_date(cursor: &Cursor, at: usize, pair: (i32, i32)) -> bool {
    if cursor.word(at + 1) != "/" || slashed(cursor, at).is_some() {
        return false;
    }
    pair.0 < 32 && pair.0 != pair.1 && pair != (24, 7)
}

/// American order, unless the first number is no month.
fn month_and_day(first: i32, second: i32) -> (i32, i32) {
    if first > 12 { (second, first) } else { (first, second) }
}

fn parts(year: Option<i32>, month: i32, day: i32) -> PartialDate {
    PartialDate { year, month: month_of(month), day: day_of(day) }
}

/// `13.5.2015`, `2015.5.13`, `16. nov. 2016`.
fn dotted_date(cursor: &Cursor, at: usize) -> Option<When> {
    let mut numbers = cursor.word(at).split('.').map(|part| part.parse::<i32>().ok());
    let (first, second, third) = (numbers.next()??, numbers.next()??, numbers.next()??);
    let (year, month, day) = if first > 999 { (first, second, third) } else { (third, second, first) };
    if numbers.next().is_some() || year <= 31 {
        return None;
    }
    full_date(parts(Some(full_year(year)), month, day), at, at + 1)
}

/// The date, where there are such a month and day.
fn full_date(parts: PartialDate, first: usize, end: usize) -> Option<When> {
    parts.month?;
    parts.day?;
    Some(When { first, end, iso: Some(parts.iso()) })
}

fn month_of(number: i32) -> Option<u8> {
    (1..=12).contains(&number).then_some(number as u8)
}

fn day_of(number: i32) -> Option<u8> {
    (1..=31).contains(&number).then_some(number as u8)
}
