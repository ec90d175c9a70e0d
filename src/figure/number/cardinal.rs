//! A number in words with what ends it: a fraction, decimals, "and a half".

use super::{
    fraction::{and_a_half, parts},
    numeral::Notation,
    sum::{Last, Sum, accumulate, scale},
    word::{NumberWord, number_word_at},
};
use crate::figure::cursor::Cursor;

/// A number in words from here on, with its fraction.
pub(super) fn cardinal(cursor: &Cursor, sum: Sum) -> Option<(f64, usize, Notation)> {
    let begun = sum.end;
    let sum = accumulate(cursor, sum);
    if sum.last == Last::Nothing || sum.end == begun && sum.group.is_none() {
        return None;
    }
    if let Some((value, end)) = parts(cursor, &sum) {
        // "two thirds of a million".
        return Some(match scale(cursor, end + 2).filter(|_| cursor.is(end, "of") && cursor.is(end + 1, "a")) {
            Some((scale, end)) => (value * scale, end, Notation::Words),
            // "three quarters billion".
            None => match scale(cursor, end) {
                Some((scale, end)) => (value * scale, end, Notation::Words),
                None => (value, end, Notation::Fraction),
            },
        });
    }
    if cursor.is(sum.end, "point")
        && let Some((value, end)) = point(cursor, sum.value(), sum.end + 1)
    {
        return Some((value, end, Notation::Words));
    }
    let (value, end) = and_a_half(cursor, &sum);
    Some((value, end, Notation::Words))
}

/// The decimals in words after "point".
fn point(cursor: &Cursor, whole: f64, at: usize) -> Option<(f64, usize)> {
    let (mut value, mut unit, mut end) = (whole, 1.0, at);
    loop {
        let next = end + usize::from(end > at && cursor.is_hyphen(end));
        match number_word_at(cursor, next) {
            Some(NumberWord::Small(digit)) => {
                // The ones of "seventy-one" take the place after the tens.
                unit /= if digit < 10.0 { 10.0 } else { 100.0 };
                value += digit * unit;
            }
            Some(NumberWord::Tens(tens)) => {
                unit /= 10.0;
                value += tens / 10.0 * unit;
            }
            _ => break,
        }
        end = next + 1;
    }
    // Decimals are exact only to what was written.
    (end > at).then(|| (libm::round(value * 1e9) / 1e9, end))
}
