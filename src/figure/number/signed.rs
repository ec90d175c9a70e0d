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
        && let Some((below, end)) = divisor(cursor, end).filter(|_| end == start + 1)
    {
        return Some(Numeral { first: at, end, value: sign / below, notation: Notation::Fraction });
    }
    Some(Numeral { first: at, end, value: exact(value) * sign, notation })
}

/// "over three": what one is divided by, and the token after it.
fn divisor(cursor: &Cursor, over: usize) -> Option<(f64, usize)> {
    if !cursor.is(over, "over") {
        return None;
    }
    let at = over + 1;
    let (below, after, _) = if cursor.is_number(at) { in_digits(cursor, at, false)? } else { in_words(cursor, at)? };
    (below > 1.0 && !cursor.is_word(after)).then_some((below, after))
}

/// -1 and the token after the sign, where one stands here.
fn sign(cursor: &Cursor, at: usize) -> (f64, usize) {
    let minus = match cursor.lowercase(at) {
        "-" | "−" => is_free(cursor, at) && (cursor.touches(at) || is_heat(cursor, at)),
        "–" => is_free(cursor, at) && cursor.touches(at),
        // "minus-5 yards".
        "minus" | "negative" if cursor.is_tied_hyphen(at + 1) && cursor.is_number(at + 2) => return (-1.0, at + 2),
        "minus" | "negative" => return if is_spoken_minus(cursor, at) { (-1.0, at + 1) } else { (1.0, at) },
        _ => false,
    };
    if minus && cursor.is_number(at + 1) { (-1.0, at + 1) } else { (1.0, at) }
}

/// Whether nothing is glued to a sign that would make it a hyphen.
fn is_free(cursor: &Cursor, at: usize) -> bool {
    !cursor.touched(at) || matches!(cursor.word(back(at, 1)), "(" | "$" | "€" | "£")
}

/// "- 5 degrees".
fn is_heat(cursor: &Cursor, at: usize) -> bool {
    cursor.is_any(at + 2, &["degree", "degrees", "°"])
}

/// "minus three"; not "plus or minus 3 points".
fn is_spoken_minus(cursor: &Cursor, at: usize) -> bool {
    if cursor.follows(at, &["plus", "or"]) {
        return false;
    }
    cursor.is_number(at + 1) || number_word_at(cursor, at + 1).is_some_and(is_cardinal)
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
