//! Fractions: "3/4", "two thirds", "and a half".

use super::{
    parts::tens_below,
    sum::{Last, Sum, accumulate, scale},
    word::{NumberWord, number_word_at},
};
use crate::figure::cursor::Cursor;

/// "3/4".
pub(in crate::figure) fn slashed(cursor: &Cursor, at: usize) -> Option<(f64, usize)> {
    let slash = at + 1;
    if cursor.word(slash) != "/" || !cursor.is_number(at) || !cursor.is_number(at + 2) {
        return None;
    }
    let spaced = [at, slash].map(|at| cursor.gap(at)) == [" ", " "];
    let goes_on = cursor.word(at + 3) == "/" && cursor.touched(at + 3);
    if goes_on || !spaced && !cursor.joins(slash) {
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
    if let Some(fraction) = one_of_tens(cursor, at, value) {
        return Some(fraction);
    }
    // "quarter" and "half" are one, "quarters" and "halves" are more.
    let one = cursor.is_any(at, &["quarter", "half"]);
    let below = match number_word_at(cursor, at)? {
        NumberWord::Parts(below) if one => (value == 1.0).then_some(below)?,
        // "two quarters" are half a year.
        NumberWord::Parts(4.0) if value != 3.0 => return None,
        // "five seconds".
        NumberWord::Parts(below) if below != 2.0 || cursor.is(at, "halves") => below,
        NumberWord::Ordinal(below) if value == 1.0 && below > 2.0 => below,
        NumberWord::OrdinalScale(below) if value == 1.0 && hyphen == 1 => below,
        _ => return None,
    };
    Some((value / below, at + 1))
}

/// "one twenty-fifth".
fn one_of_tens(cursor: &Cursor, at: usize, value: f64) -> Option<(f64, usize)> {
    if value != 1.0 || !cursor.is_hyphen(at + 1) {
        return None;
    }
    match (number_word_at(cursor, at)?, number_word_at(cursor, at + 2)?) {
        (NumberWord::Tens(tens), NumberWord::Ordinal(ones)) if ones < 10.0 => Some((1.0 / (tens + ones), at + 3)),
        _ => None,
    }
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
    let Some((part, end)) = added_part(cursor, sum.end + 1 + 2 * hyphen) else { return plain };
    match scale(cursor, end) {
        // "a billion and a half million".
        Some((scale, end)) if sum.step() > scale => (value + part * scale, end),
        // "two and a half million".
        Some((scale, end)) if sum.step() == 1.0 => ((value + part) * scale, end),
        _ => (value + part * sum.step(), end),
    }
}

/// "a half", "half", "a third", "three quarters" after "and".
fn added_part(cursor: &Cursor, at: usize) -> Option<(f64, usize)> {
    if let Some(NumberWord::Small(_) | NumberWord::Tens(_)) = number_word_at(cursor, at) {
        let begun = accumulate(cursor, Sum { total: 0.0, group: None, last: Last::Nothing, end: at });
        return parts(cursor, &begun);
    }
    let article = cursor.is_any(at, &["a", "an"]);
    let hyphen = article && cursor.is_hyphen(at + 1);
    let noun = at + usize::from(article) + usize::from(hyphen);
    let below = match number_word_at(cursor, noun)? {
        NumberWord::Parts(below) if cursor.is_any(noun, &["half", "quarter"]) => below,
        NumberWord::Ordinal(below) if article && below > 2.0 => below,
        _ => return None,
    };
    Some((1.0 / below, noun + 1))
}
