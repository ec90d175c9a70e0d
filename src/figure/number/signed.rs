//! Reads a number, in digits or in words, with its sign.

use super::{
    in_digits::in_digits,
    in_words::in_words,
    numeral::{Notation, Numeral},
    word::{is_cardinal, number_word_at},
};
use crate::figure::cursor::{Cursor, back};

/// The number that begins at the token. With `money` a currency stands before it, and "m" says million.
pub(in crate::figure) fn numeral_at(cursor: &Cursor, at: usize, money: bool) -> Option<Numeral> {
    let (sign, start) = sign(cursor, at);
    let (value, end, notation) = if cursor.is_number(start) {
        in_digits(cursor, start, money)?
    } else if cursor.is_word(start) {
        in_words(cursor, start)?
    } else {
        return None;
    };
    // "one over three", "1 over 20".
    if value == 1.0
        && end == start + 1
        && cursor.is(end, "over")
        && let Some((below, after, _)) =
            if cursor.is_number(end + 1) { in_digits(cursor, end + 1, false) } else { in_words(cursor, end + 1) }
        && below > 1.0
        && !cursor.is_word(after)
    {
        return Some(Numeral { first: at, end: after, value: sign / below, notation: Notation::Fraction });
    }
    Some(Numeral { first: at, end, value: exact(value) * sign, notation })
}

/// -1 and the token after the sign, where one stands here.
fn sign(cursor: &Cursor, at: usize) -> (f64, usize) {
    let mark = matches!(cursor.word(at), "-" | "−" | "–") && cursor.touches(at) && cursor.is_number(at + 1);
    let free = !cursor.touched(at) || matches!(cursor.word(back(at, 1)), "(" | "$" | "€" | "£");
    let heat = matches!(cursor.word(at), "-" | "−")
        && cursor.is_number(at + 1)
        && (cursor.is_any(at + 2, &["degree", "degrees"]) || cursor.word(at + 2) == "°");
    let word = heat && free
        || cursor.is_any(at, &["minus", "negative"])
            // "plus or minus 3 points".
            && !(cursor.is(back(at, 1), "or") && cursor.is(back(at, 2), "plus"))
            && (cursor.is_number(at + 1) || number_word_at(cursor, at + 1).is_some_and(is_cardinal));
    if mark && free || word { (-1.0, at + 1) } else { (1.0, at) }
}

/// Takes the noise away that multiplying decimals makes: 2.05 billion is a whole number.
fn exact(value: f64) -> f64 {
    if (1e3..1e12).contains(&value) {
        libm::round(value * 1e3) / 1e3
    } else if value >= 1e12 {
        libm::round(value)
    } else {
        value
    }
}
