//! Years: "2025", "nineteen seventy eight", "'16".

use crate::figure::{
    cursor::Cursor,
    number::{NumberWord, number_word_at, numeral_at},
};

/// A year in four digits, or in words: "nineteen seventy eight".
pub(super) fn year_at(cursor: &Cursor, at: usize) -> Option<(i32, usize)> {
    let word = cursor.word(at);
    if cursor.is_number(at) {
        let year = word.parse().ok().filter(|year| (1000..2200).contains(year) && word.len() == 4)?;
        let glued = cursor.touches(at) && cursor.is_word(at + 1);
        return (!glued).then_some((year, at + 1));
    }
    let century = match number_word_at(cursor, at)? {
        NumberWord::Small(century) if (15.0..20.0).contains(&century) => century,
        NumberWord::Tens(20.0) | NumberWord::Small(2.0) => 20.0,
        _ => return None,
    };
    if cursor.is(at, "two") {
        let number = numeral_at(cursor, at, false).filter(|number| (2000.0..2100.0).contains(&number.value))?;
        return Some((number.value as i32, number.end));
    }
    let zero = usize::from(cursor.is_any(at + 1, &["zero", "oh"]));
    let rest = numeral_at(cursor, at + 1 + zero, false)
        .filter(|rest| rest.value < 100.0 && rest.value >= 1.0 && !cursor.is_number(at + 1))?;
    (rest.value >= 10.0 || zero == 1).then_some((century as i32 * 100 + rest.value as i32, rest.end))
}

/// A year after a day and month: ", 2016", "of 2016", "'16".
pub(super) fn trailing_year(cursor: &Cursor, at: usize) -> Option<(i32, usize)> {
    let skip = usize::from(matches!(cursor.word(at), "," | "of" | "-" | "/"));
    year_at(cursor, at + skip).or_else(|| short_trailing_year(cursor, at))
}

/// "'16", "/16", ",16".
fn short_trailing_year(cursor: &Cursor, at: usize) -> Option<(i32, usize)> {
    let word = cursor.word(at + 1);
    if word.len() != 2 || !cursor.touches(at) || !matches!(cursor.word(at), "," | "'" | "’" | "-" | "/") {
        return None;
    }
    Some((full_year(word.parse().ok()?), at + 2))
}

/// Two digits of a year: up to 49 in this century.
pub(super) fn full_year(year: i32) -> i32 {
    match year {
        0..=49 => 2000 + year,
        50..=99 => 1900 + year,
        _ => year,
    }
}
