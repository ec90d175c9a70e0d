//! A number in digits, with its multipliers, powers and fractions.

use super::{
    fraction::{and_a_half, slashed},
    numeral::Notation,
    parse::parse_digits,
    sum::{Last, Sum, accumulate},
    word::{NumberWord, number_word_at, suffix},
};
use crate::{
    document::TokenKind,
    figure::{context::is_about_heat, cursor::Cursor, grammar::is_plural_noun},
    text::parse_decimal,
};

pub(super) fn in_digits(cursor: &Cursor, at: usize, money: bool) -> Option<(f64, usize, Notation)> {
    if let Some((value, end)) = slashed(cursor, at) {
        return Some((value, end, Notation::Fraction));
    }
    let first = cursor.word(at);
    let mut value = parse_digits(first)?;
    let mut end = at + 1;
    let mut notation = if first.starts_with(|c: char| !c.is_ascii_digit() && c != '.') {
        Notation::Fraction
    } else {
        Notation::Digits
    };
    // "1 234 567", with spaces of any width.
    if first.len() <= 3 && !first.starts_with('0') && first.bytes().all(|byte| byte.is_ascii_digit()) {
        while cursor.is_number(end) && matches!(cursor.gap(end - 1), " " | "\u{a0}" | "\u{202f}" | "\u{2009}") {
            let group = cursor.word(end);
            let whole = group.split('.').next().unwrap_or_default();
            let more = parse_digits(group).filter(|_| whole.len() == 3 && !group.contains(','));
            let Some(more) = more else { break };
            // "7 3 / 4": the next number is a fraction's.
            if slashed(cursor, end).is_some() {
                break;
            }
            value = value * 1000.0 + more;
            end += 1;
        }
    }
    // "2½", "2 1/2".
    if cursor.touches(end - 1)
        && cursor.is_number(end)
        && !cursor.word(end).starts_with(|c: char| c.is_ascii_digit() || c == '.')
    {
        value += parse_digits(cursor.word(end))?;
        end += 1;
    } else if let Some((part, after)) = slashed(cursor, end).filter(|_| !first.contains(['.', ','])) {
        value += part;
        end = after;
    } else if let Some((part, after)) =
        slashed(cursor, end + 1).filter(|_| cursor.is_hyphen(end) && cursor.touched(end) && cursor.touches(end))
    {
        // "14-1/2 cents".
        value += part;
        end = after;
    }
    // "1,3", "5,00", "1.111,11": a decimal comma, as much of Europe writes it.
    if let Some((decimal, after)) = decimal_comma(cursor, at) {
        value = decimal;
        end = after;
    }
    if let Some((power, after)) = power(cursor, end) {
        value *= power;
        end = after;
    } else if cursor.word(end) == "^" && cursor.touched(end) {
        let sign = usize::from(matches!(cursor.word(end + 1), "-" | "−" | "+"));
        let minus = usize::from(sign == 1 && cursor.word(end + 1) != "+");
        let exponent = parse_digits(cursor.word(end + 1 + sign))?;
        value = raised(value, exponent, minus == 1);
        end += 2 + sign;
    }
    let touching = cursor.touched(end);
    // "573.15K" in a sentence on heat, "a 1500b packet": units.
    let unit = match cursor.word(end) {
        "K" => !money && touching && is_about_heat(cursor, end),
        "b" => !money && value >= 1000.0,
        _ => false,
    };
    // "2.33 k": decimals a space before.
    let spaced =
        !touching && matches!(cursor.word(end), "k" | "K" | "M") && first.contains('.') && !cursor.is_word(end + 1);
    if let Some(scale) = suffix(cursor.word(end), touching || spaced, money).filter(|_| !unit) {
        return Some((value * scale, end + 1, Notation::Digits));
    }
    // "10m people" are millions, "a 10m board" is not.
    if cursor.word(end) == "m" && touching && is_plural_noun(cursor, end + 1) {
        return Some((value * 1e6, end + 1, Notation::Digits));
    }
    let hyphen = usize::from(cursor.is_hyphen(end) && touching);
    let scale = match number_word_at(cursor, end + hyphen) {
        Some(NumberWord::Hundred | NumberWord::Scale(_)) => true,
        // "3 dozens".
        Some(NumberWord::Plural(12.0)) => return Some((value * 12.0, end + 1, Notation::Digits)),
        _ => false,
    };
    if scale {
        notation = Notation::Digits;
        let sum = Sum { total: 0.0, group: Some(value), last: Last::Small, end: end + hyphen };
        let sum = accumulate(cursor, sum);
        let (value, end) = and_a_half(cursor, &sum);
        return Some((value, end, notation));
    }
    Some((value, end, notation))
}

/// A number with a decimal comma: its value and the token after it.
fn decimal_comma(cursor: &Cursor, at: usize) -> Option<(f64, usize)> {
    let whole = cursor.word(at);
    let decimals = cursor.word(at + 2);
    let touching =
        cursor.word(at + 1) == "," && cursor.touches(at) && cursor.touches(at + 1) && cursor.is_number(at + 2);
    // "1,2,3" is a list, and so is what a dot or a third group goes on with.
    let alone = !(cursor.touched(at) && cursor.kind(at - 1) == Some(TokenKind::Comma))
        && !(cursor.word(at + 3) == "," && cursor.touches(at + 2) && cursor.touches(at + 3));
    let digits = |word: &str| word.bytes().all(|byte| byte.is_ascii_digit());
    if !touching || !alone || decimals.len() > 2 || !digits(decimals) {
        return None;
    }
    let mut groups = whole.split('.');
    let first = groups.next().filter(|first| digits(first) && (1..=3).contains(&first.len()))?;
    let mut value = parse_decimal(first)?;
    for group in groups {
        value = value * 1000.0 + parse_decimal(group).filter(|_| group.len() == 3 && digits(group))?;
    }
    let decimal = parse_decimal(decimals)?;
    Some((value + decimal / if decimals.len() == 1 { 10.0 } else { 100.0 }, at + 3))
}

/// "×10⁶" and the like after a number: `x10^6`, `×10−5`.
fn power(cursor: &Cursor, at: usize) -> Option<(f64, usize)> {
    let mut end = match cursor.word(at) {
        "x10" | "X10" => at + 1,
        "x" | "×" | "X" if cursor.word(at + 1) == "10" => at + 2,
        // "8x2^10", glued or not.
        word if cursor.word(at + 1) == "^" && word.len() > 1 && word.starts_with('x') && cursor.is_number(at + 2) => {
            let base = parse_digits(&word[1..])?;
            return Some((raised(base, parse_digits(cursor.word(at + 2))?, false), at + 3));
        }
        "x" | "×" if cursor.is_number(at + 1) && cursor.word(at + 2) == "^" && cursor.is_number(at + 3) => {
            let base = parse_digits(cursor.word(at + 1))?;
            return Some((raised(base, parse_digits(cursor.word(at + 3))?, false), at + 4));
        }
        _ => return None,
    };
    if cursor.word(end) == "^" {
        end += 1;
    }
    let minus = cursor.is_dash(end) && cursor.touches(end);
    end += usize::from(minus);
    let exponent = parse_digits(cursor.word(end)).filter(|_| cursor.touched(end))?;
    Some((raised(10.0, exponent, minus), end + 1))
}

/// A power with a whole exponent; by any other exponent the number stays what it is.
fn raised(base: f64, exponent: f64, minus: bool) -> f64 {
    /// Beyond this there is no number left.
    const MOST: f64 = 2000.0;
    if exponent.fract() != 0.0 || exponent > MOST {
        return base;
    }
    let power = (0..exponent as u32).fold(1.0, |power, _| power * base);
    if minus { 1.0 / power } else { power }
}
