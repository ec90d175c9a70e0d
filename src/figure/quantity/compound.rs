//! Units made of others: powers, quotients and products, as "km/s²", "J/m^2", "kg·m", "mg L−1", "square km".

use super::prefix::symbol;
use crate::{document::TokenKind, figure::cursor::Cursor, lexicon::Dimension};
use std::borrow::Cow;

/// A unit as far as it has been read.
type Found = (Cow<'static, str>, Dimension, usize);

/// More factors than any unit has: keeps the time linear.
const MOST_FACTORS: usize = 5;

/// Goes on from a unit to the powers and further units that are joined to it.
pub(super) fn compound(cursor: &Cursor, (name, dimension, mut end): Found) -> Found {
    let mut power = 1;
    if let Some((exponent, len)) = exponent(cursor, end) {
        power = exponent;
        end += len;
    }
    let plain = power == 1;
    let mut name = if plain { name } else { powered(&name, power).into() };
    let mut dimension = if plain { dimension } else { Dimension::Other };
    for _ in 0..MOST_FACTORS {
        let Some((factor, per, next)) = factor(cursor, end) else { break };
        let joiner = if per { " per " } else { " " };
        name = format!("{name}{joiner}{factor}").into();
        (dimension, end) = (Dimension::Other, next);
    }
    (name, dimension, end)
}

/// A further factor: its name, whether it divides, and the token after it.
fn factor(cursor: &Cursor, at: usize) -> Option<(String, bool, usize)> {
    let joined = cursor.touched(at) && cursor.touches(at);
    let (unit, divides) = match cursor.word(at) {
        "/" if joined => (at + 1, true),
        "·" | "⋅" | "×" | "*" if joined => (at + 1, false),
        // "mg L−1": a space joins only what a negative power follows.
        _ if cursor.is_word(at) && !cursor.touched(at) => (at, false),
        _ => return None,
    };
    let terms = cursor.lexicon().terms();
    // "m2" and "s2" may be units of their own or a symbol with its power.
    let word = cursor.word(unit);
    let (base, glued) = match word.strip_suffix(['2', '3']) {
        Some(base) if terms.unit_symbol(word).is_none() => (base, if word.ends_with('2') { 2 } else { 3 }),
        _ => (word, 1),
    };
    let name = match symbol(cursor, base) {
        Some((name, _)) => name,
        None if divides && unit > at => terms.unit_name(cursor.lowercase(unit)).map(|unit| Cow::Borrowed(unit.name))?,
        None => return None,
    };
    let mut end = unit + 1;
    let mut power = glued;
    if let Some((exponent, len)) = exponent(cursor, end).filter(|_| glued == 1) {
        power = exponent;
        end += len;
    }
    if unit == at && power >= 0 {
        return None;
    }
    let per = divides || power < 0;
    Some((powered(&name, power.abs()), per, end))
}

/// "^2", "²", "−1", "-1", "squared" after a unit: the power, and how many tokens say it.
fn exponent(cursor: &Cursor, at: usize) -> Option<(i32, usize)> {
    match cursor.word(at) {
        "squared" | "²" => return Some((2, 1)),
        "cubed" | "³" => return Some((3, 1)),
        _ => {}
    }
    if !cursor.touched(at) {
        return None;
    }
    let caret = usize::from(cursor.word(at) == "^");
    let minus = usize::from(matches!(cursor.word(at + caret), "-" | "−" | "–"));
    let digit = at + caret + minus;
    if caret + minus == 0 || !cursor.touched(digit) {
        return None;
    }
    let power = match cursor.word(digit) {
        "1" => 1,
        "2" => 2,
        "3" => 3,
        _ => return None,
    };
    // "1 m-2 m" is a range.
    let goes_on = cursor.kind(digit + 1) == Some(TokenKind::Word)
        && !cursor.is_any(digit + 1, &["in", "at", "as"])
        && symbol(cursor, cursor.word(digit + 1)).is_some();
    (caret == 1 || !goes_on).then_some((if minus == 1 { -power } else { power }, caret + minus + 1))
}

/// Whether a power or a quotient follows: then even a single letter is a unit.
pub(super) fn is_compound(cursor: &Cursor, at: usize) -> bool {
    exponent(cursor, at).is_some() || factor(cursor, at).is_some_and(|(_, _, end)| end > at + 1)
}

fn powered(name: &str, power: i32) -> String {
    match power {
        2 => format!("square {name}"),
        3 => format!("cubic {name}"),
        -1 => format!("inverse {name}"),
        -2 => format!("inverse square {name}"),
        -3 => format!("inverse cubic {name}"),
        _ => name.to_owned(),
    }
}
