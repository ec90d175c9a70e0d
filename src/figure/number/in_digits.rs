//! A number in digits, with its multipliers, powers and fractions.

use super::{
    fraction::{and_a_half, slashed},
    numeral::Notation,
    parse::parse_digits,
    sum::{Last, Sum, accumulate},
    word::{NumberWord, number_word_at, suffix},
};
use crate::{
    document::{Case, TokenKind},
    figure::{
        context::is_about_heat,
        cursor::{Cursor, back},
        grammar::is_plural_noun,
    },
    lexicon::WordFlags,
    text::parse_decimal,
};

/// A value, and the token after it.
type Read = (f64, usize);

pub(super) fn in_digits(cursor: &Cursor, at: usize, money: bool) -> Option<(f64, usize, Notation)> {
    if let Some((value, end)) = slashed(cursor, at) {
        return Some((value, end, Notation::Fraction));
    }
    let first = cursor.word(at);
    let (value, end) = grouped(cursor, at, parse_digits(first)?);
    let (value, end) = with_fraction(cursor, at, (value, end))?;
    // "1,3", "5,00", "1.111,11": a decimal comma, as much of Europe writes it.
    let (value, end) = decimal_comma(cursor, at).unwrap_or((value, end));
    let (value, end) = with_power(cursor, value, end)?;
    if let Some((value, end)) = multiplied(cursor, at, (value, end), money) {
        return Some((value, end, Notation::Digits));
    }
    if let Some((value, end)) = with_half(cursor, at, (value, end)) {
        return Some((value, end, Notation::Digits));
    }
    let sign = first.starts_with(|c: char| !c.is_ascii_digit() && c != '.');
    Some((value, end, if sign { Notation::Fraction } else { Notation::Digits }))
}

/// "1 234 567", with spaces of any width.
fn grouped(cursor: &Cursor, at: usize, first: f64) -> Read {
    let word = cursor.word(at);
    let (mut value, mut end) = (first, at + 1);
    if word.len() > 3 || word.starts_with('0') || !is_digits(word) {
        return (value, end);
    }
    while let Some(group) = next_group(cursor, end) {
        value = value * 1000.0 + group;
        end += 1;
    }
    (value, end)
}

/// A group of three digits after a space.
fn next_group(cursor: &Cursor, at: usize) -> Option<f64> {
    if !cursor.is_number(at) || !matches!(cursor.gap(at - 1), " " | "\u{a0}" | "\u{202f}" | "\u{2009}") {
        return None;
    }
    let group = cursor.word(at);
    let whole = group.split('.').next().unwrap_or_default();
    let value = parse_digits(group).filter(|_| whole.len() == 3 && !group.contains(','))?;
    // "7 3 / 4": the next number is a fraction's.
    if slashed(cursor, at).is_some() { None } else { Some(value) }
}

/// "2½", "2 1/2", "14-1/2 cents".
fn with_fraction(cursor: &Cursor, at: usize, (value, end): Read) -> Option<Read> {
    let whole = is_digits(cursor.word(at)) && value < 100.0;
    if (cursor.touched(end) || whole && cursor.gap(at) == " ") && is_fraction_sign(cursor, end) {
        return Some((value + parse_digits(cursor.word(end))?, end + 1));
    }
    let spaced = slashed(cursor, end).filter(|_| !cursor.word(at).contains(['.', ',']));
    let hyphened = || slashed(cursor, end + 1).filter(|_| cursor.is_hyphen(end) && cursor.joins(end));
    match spaced.or_else(hyphened) {
        Some((part, end)) => Some((value + part, end)),
        None => Some((value, end)),
    }
}

/// "3 and a half hours".
fn with_half(cursor: &Cursor, at: usize, (value, end): Read) -> Option<Read> {
    let whole = end == at + 1 && is_digits(cursor.word(at)) && value < 1000.0;
    if !whole || !cursor.reads_each(end, &[&["and"], &["a"], &["half", "quarter"]]) {
        return None;
    }
    Some(and_a_half(cursor, &Sum { total: 0.0, group: Some(value), last: Last::Small, end }))
}

/// "½".
fn is_fraction_sign(cursor: &Cursor, at: usize) -> bool {
    cursor.is_number(at) && !cursor.word(at).starts_with(|c: char| c.is_ascii_digit() || c == '.')
}

/// "2 ×10⁶", "10^6".
fn with_power(cursor: &Cursor, value: f64, end: usize) -> Option<Read> {
    if let Some((power, end)) = power(cursor, end) {
        return Some((value * power, end));
    }
    if cursor.word(end) != "^" || !cursor.touched(end) {
        return Some((value, end));
    }
    let (sign, minus) = match cursor.word(end + 1) {
        "-" | "−" => (1, true),
        "+" => (1, false),
        _ => (0, false),
    };
    let exponent = parse_digits(cursor.word(end + 1 + sign))?;
    Some((raised(value, exponent, minus), end + 2 + sign))
}

/// "3.2bn", "10m people", "3 dozens", "5 million and a half": with the letters or words that multiply it.
fn multiplied(cursor: &Cursor, at: usize, (value, end): Read, money: bool) -> Option<Read> {
    let touching = cursor.touched(end);
    if !is_unit_letter(cursor, (value, end), money)
        && let Some(scale) = suffix(cursor.word(end), touching || is_spaced_suffix(cursor, at, end), money)
    {
        return Some((value * scale, end + 1));
    }
    // "10m people" are millions, "a 10m board" is not.
    if touching && cursor.word(end) == "m" && counts_many(cursor, at, end + 1) {
        return Some((value * 1e6, end + 1));
    }
    let word = end + usize::from(cursor.is_tied_hyphen(end));
    match number_word_at(cursor, word)? {
        NumberWord::Hundred | NumberWord::Scale(_) => {
            let sum = Sum { total: 0.0, group: Some(value), last: Last::Small, end: word };
            Some(and_a_half(cursor, &accumulate(cursor, sum)))
        }
        // "3 dozens".
        NumberWord::Plural(12.0) => Some((value * 12.0, end + 1)),
        _ => None,
    }
}

/// Whether a noun in the plural follows, some adjectives before it: "2.7m combined digital and physical sales".
fn counts_many(cursor: &Cursor, at: usize, noun: usize) -> bool {
    const MOST_ADJECTIVES: usize = 4;
    if is_plural_noun(cursor, noun) {
        return true;
    }
    let article = cursor.is_any(back(at, 1), &["a", "an", "the"]);
    let is_adjective =
        |at: usize| cursor.case(at) == Case::Lower && (cursor.is(at, "and") || !cursor.flags(at).has(WordFlags::STOP));
    let last = noun + (noun..noun + MOST_ADJECTIVES).take_while(|&at| is_adjective(at)).count();
    !article && (noun..=last).any(|at| is_plural_noun(cursor, at))
}

/// "573.15K" in a sentence on heat, "a 1500b packet": units.
fn is_unit_letter(cursor: &Cursor, (value, end): Read, money: bool) -> bool {
    match cursor.word(end) {
        "K" if !money => cursor.touched(end) && is_about_heat(cursor, end),
        "b" if !money => value >= 1000.0,
        _ => false,
    }
}

/// "2.33 k": decimals a space before.
fn is_spaced_suffix(cursor: &Cursor, at: usize, end: usize) -> bool {
    matches!(cursor.word(end), "k" | "K" | "M") && cursor.word(at).contains('.') && !cursor.is_word(end + 1)
}

fn is_digits(word: &str) -> bool {
    word.bytes().all(|byte| byte.is_ascii_digit())
}

/// A number with a decimal comma: its value and the token after it.
fn decimal_comma(cursor: &Cursor, at: usize) -> Option<Read> {
    let comma = at + 1;
    if cursor.word(comma) != "," || !cursor.joins(comma) || !cursor.is_number(at + 2) {
        return None;
    }
    // "1,2,3" is a list, and so is what a dot or a third group goes on with.
    let listed = cursor.touched(at) && cursor.kind(at - 1) == Some(TokenKind::Comma);
    if listed || cursor.word(at + 3) == "," && cursor.joins(at + 3) {
        return None;
    }
    let (whole, decimals) = (cursor.word(at), cursor.word(at + 2));
    if decimals.len() > 2 || !is_digits(decimals) {
        return None;
    }
    let mut groups = whole.split('.');
    let first = groups.next().filter(|first| is_digits(first) && (1..=3).contains(&first.len()))?;
    let mut value = parse_decimal(first)?;
    for group in groups {
        value = value * 1000.0 + parse_decimal(group).filter(|_| group.len() == 3 && is_digits(group))?;
    }
    let decimal = parse_decimal(decimals)?;
    Some((value + decimal / if decimals.len() == 1 { 10.0 } else { 100.0 }, at + 3))
}

/// "×10⁶" and the like after a number: `x10^6`, `×10−5`, `8x2^10`.
fn power(cursor: &Cursor, at: usize) -> Option<Read> {
    let mut end = match cursor.word(at) {
        "x10" | "X10" => at + 1,
        "x" | "×" | "X" if cursor.word(at + 1) == "10" => at + 2,
        "x" | "×" => return power_of(cursor, cursor.word(at + 1), at + 2).filter(|_| cursor.is_number(at + 1)),
        word => return power_of(cursor, word.strip_prefix('x')?, at + 1),
    };
    if cursor.word(end) == "^" {
        end += 1;
    }
    let minus = cursor.is_dash(end) && cursor.touches(end);
    end += usize::from(minus);
    let exponent = parse_digits(cursor.word(end)).filter(|_| cursor.touched(end))?;
    Some((raised(10.0, exponent, minus), end + 1))
}

/// "2^10": a base with its exponent, the sign at the token.
fn power_of(cursor: &Cursor, base: &str, at: usize) -> Option<Read> {
    if cursor.word(at) != "^" || !cursor.is_number(at + 1) {
        return None;
    }
    Some((raised(parse_digits(base)?, parse_digits(cursor.word(at + 1))?, false), at + 2))
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
