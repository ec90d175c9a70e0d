//! Fractions: "3/4", "two thirds", "and a half".

use super::{
    parts::tens_below,
    sum::{Last, Sum, accumulate, scale},
    word::{NumberWord, number_word_at},
};
use crate::figure::cursor::Cursor;

/// "3/4".
pub(in crate::figure) fn slashed(cursor: &Cursor, at: usize) -> Option<(f64, usize)> {
    let slash = cursor.is_number(at) && cursor.word(at + 1) == "/" && cursor.is_number(at + 2);
    let close = cursor.touches(at) && cursor.touches(at + 1) || cursor.gap(at) == " " && cursor.gap(at + 1) == " ";
    if !slash || !close || cursor.word(at + 3) == "/" && cursor.touched(at + 3) {
        return None;
    }
    let whole = |at: usize| cursor.word(at).parse::<u32>().ok();
    let (above, below) = (whole(at)?, whole(at + 2)?);
    // "9/11" is a day and "24/7" is a way to speak.
    let common = matches!(below, 2..=10 | 12 | 16 | 20 | 25 | 32 | 40 | 50 | 64 | 100);
    (above < below && common).then(|| (f64::from(above) / f64::from(below), at + 3))
}

/// The lower part of a fraction after a number: "two thirds", "one-eighth", "three twenty-firsts".
pub(super) fn parts(cursor: &Cursor, sum: &Sum) -> Option<(f64, usize)> {
    let hyphen = usize::from(cursor.is_dash(sum.end));
    let at = sum.end + hyphen;
    let value = sum.value();
    if let Some((below, end)) = tens_below(cursor, at) {
        return Some((value / below, end));
    }
    // "one twenty-fifth".
    if value == 1.0
        && cursor.is_hyphen(at + 1)
        && let (Some(NumberWord::Tens(tens)), Some(NumberWord::Ordinal(ones))) =
            (number_word_at(cursor, at), number_word_at(cursor, at + 2))
        && ones < 10.0
    {
        return Some((1.0 / (tens + ones), at + 3));
    }
    let below = match number_word_at(cursor, at)? {
        // "two quarters" are half a year.
        NumberWord::Parts(4.0) if !cursor.is(at, "quarter") && value != 3.0 => return None,
        NumberWord::Parts(_) if cursor.is_any(at, &["quarter", "half"]) && value != 1.0 => return None,
        NumberWord::Parts(below) if cursor.is_any(at, &["quarter", "half"]) => below,
        // "five seconds".
        NumberWord::Parts(below) if below != 2.0 || cursor.is(at, "halves") => below,
        NumberWord::Ordinal(below) if value == 1.0 && below > 2.0 => below,
        NumberWord::OrdinalScale(below) if value == 1.0 && hyphen == 1 => below,
        _ => return None,
    };
    Some((value / below, at + 1))
}

/// "and a half" after a number, and the multiplier after that.
pub(super) fn and_a_half(cursor: &Cursor, sum: &Sum) -> (f64, usize) {
    let value = sum.value();
    let plain = (value, sum.end);
    // "seven-and-a-half".
    let hyphen = usize::from(cursor.is_hyphen(sum.end) && cursor.is(sum.end + 1, "and"));
    if !cursor.is(sum.end + hyphen, "and") {
        return plain;
    }
    let at = sum.end + 1 + 2 * hyphen;
    let (part, end) = match number_word_at(cursor, at) {
        Some(NumberWord::Small(_) | NumberWord::Tens(_)) => {
            let begun = accumulate(cursor, Sum { total: 0.0, group: None, last: Last::Nothing, end: at });
            match parts(cursor, &begun) {
                Some(part) => part,
                None => return plain,
            }
        }
        _ => {
            let article = usize::from(cursor.is_any(at, &["a", "an"]));
            let article = article + usize::from(article == 1 && cursor.is_hyphen(at + 1));
            let below = match number_word_at(cursor, at + article) {
                Some(NumberWord::Parts(below)) if cursor.is_any(at + article, &["half", "quarter"]) => below,
                Some(NumberWord::Ordinal(below)) if article > 0 && below > 2.0 => below,
                _ => return plain,
            };
            (1.0 / below, at + article + 1)
        }
    };
    match scale(cursor, end) {
        // "a billion and a half million".
        Some((scale, end)) if sum.step() > scale => (value + part * scale, end),
        // "two and a half million".
        Some((scale, end)) if sum.step() == 1.0 => ((value + part) * scale, end),
        _ => (value + part * sum.step(), end),
    }
}
