//! What "a" and "half" count: "a hundred", "half a million", "a quarter of", "a mile from".

use super::{
    cardinal::cardinal,
    numeral::Notation,
    sum::{Last, Sum, scale},
    word::{NumberWord, number_word, number_word_at},
};
use crate::{
    figure::cursor::{Cursor, back},
    lexicon::{Dimension, WordFlags},
};

/// Words that bound or soften a part: "about a third", "more than half".
const HEDGES: [&str; 12] =
    ["by", "about", "nearly", "almost", "than", "over", "around", "roughly", "least", "only", "approximately", "just"];

/// Coins and the like that "a" counts once: "a dollar more".
const SINGLE: [&str; 7] = ["dollar", "cent", "penny", "euro", "percent", "pound", "point"];

/// "a hundred", "a dozen", "a few hundred", "a couple of", "a third of".
pub(super) fn article(cursor: &Cursor, at: usize) -> Option<(f64, usize, Notation)> {
    let next = at + 1;
    match cursor.lowercase(next) {
        "few" => {
            let (scale, end) = scale(cursor, at + 2)?;
            Some((scale, end, Notation::Vague))
        }
        "half" => half(cursor, next),
        "couple" if is_couple_of(cursor, next) => Some((2.0, at + 3, Notation::Words)),
        // "an inch of rain", "a mile from the border".
        _ if is_one_unit(cursor, next) || is_one_coin(cursor, next) => Some((1.0, next, Notation::Words)),
        _ => article_with_number(cursor, at),
    }
}

/// "couple of friends", but not "couple of them".
fn is_couple_of(cursor: &Cursor, at: usize) -> bool {
    cursor.is(at + 1, "of") && cursor.is_word(at + 2) && !cursor.is_any(at + 2, &["the", "them"])
}

/// "a dollar more", "a dollar a gallon"; but not "of a dollar".
fn is_one_coin(cursor: &Cursor, at: usize) -> bool {
    const AFTER: [&str; 10] = ["more", "less", "higher", "lower", "cheaper", "a", "an", "per", "apiece", "each"];
    cursor.reads_each(at, &[&SINGLE, &AFTER]) && !cursor.is(back(at, 2), "of")
}

/// "a hundred", "a twenty-first of", "a third of", "a quarter of".
fn article_with_number(cursor: &Cursor, at: usize) -> Option<(f64, usize, Notation)> {
    let next = at + 1;
    match number_word(cursor.lowercase(next))? {
        NumberWord::Hundred | NumberWord::Scale(_) => {
            cardinal(cursor, Sum { total: 0.0, group: Some(1.0), last: Last::Small, end: next })
        }
        NumberWord::Tens(tens) => tens_fraction(cursor, at, tens),
        // "a third of", "by a fifth"; not "a third man", "a second", nor "won a third".
        NumberWord::Ordinal(below) if below > 2.0 && is_fraction_context(cursor, at) => {
            Some((1.0 / below, at + 2, Notation::Fraction))
        }
        NumberWord::OrdinalScale(below) if !is_adjoined(cursor, at + 2) => {
            Some((1.0 / below, at + 2, Notation::Fraction))
        }
        NumberWord::Parts(4.0) if cursor.is(next, "quarter") => half(cursor, next),
        _ => None,
    }
}

/// "a twenty-first of": not that of a birthday.
fn tens_fraction(cursor: &Cursor, at: usize, tens: f64) -> Option<(f64, usize, Notation)> {
    if !cursor.is_tied_hyphen(at + 2) || is_adjoined(cursor, at + 4) {
        return None;
    }
    match number_word_at(cursor, at + 3)? {
        NumberWord::Ordinal(ones) if ones < 10.0 && (cursor.is(at + 4, "of") || at == cursor.start()) => {
            Some((1.0 / (tens + ones), at + 4, Notation::Fraction))
        }
        _ => None,
    }
}

/// "half a million", "half of", "a quarter of", "quarter million".
pub(super) fn half(cursor: &Cursor, at: usize) -> Option<(f64, usize, Notation)> {
    let value = if cursor.is(at, "half") { 0.5 } else { 0.25 };
    // "the first half", "a half-hour", "a half turn": parts of something else.
    if cursor.touched(at) || number_word_at(cursor, back(at, 1)).is_some() {
        return None;
    }
    // "half a million", "quarter million"; "a quarter of a million".
    let article = usize::from(cursor.is_any(at + 1, &["a", "an"]));
    let of = cursor.reads_each(at + 1, &[&["of"], &["a", "an"]]);
    let scaled = scale(cursor, at + 1 + article).or_else(|| if of { scale(cursor, at + 3) } else { None });
    if let Some((scale, end)) = scaled {
        return Some((value * scale, end, Notation::Words));
    }
    // "half a percentage point", "half a mile".
    if article == 1 && is_divided(cursor, at + 2, true) {
        return Some((value, at + 2, Notation::Fraction));
    }
    // "a quarter of an hour", "a quarter of a mile".
    if of && is_divided(cursor, at + 3, false) {
        return Some((value, at + 3, Notation::Fraction));
    }
    if is_half_of(cursor, at, value) || is_half_alone(cursor, at, value) {
        return Some((value, at + 1, Notation::Fraction));
    }
    None
}

/// Whether the token is a unit that one can have a half of; "half an hour" is read as a length of time.
fn is_divided(cursor: &Cursor, at: usize, untimed: bool) -> bool {
    if cursor.is_any(at, &["percentage", "percent", "point"]) {
        return true;
    }
    let unit = cursor.lexicon().terms().unit_name(cursor.lowercase(at));
    unit.is_some_and(|unit| !untimed || unit.dimension != Dimension::Time)
}

/// "half of", "half the": not "the first half of".
fn is_half_of(cursor: &Cursor, at: usize, value: f64) -> bool {
    let whole = value == 0.5 && cursor.is_any(at + 1, &["the", "its", "their", "his", "her", "all", "our"]);
    if !whole && !cursor.is(at + 1, "of") {
        return false;
    }
    !cursor
        .is_any(back(at, 1), &["the", "first", "second", "other", "last", "this", "that", "each", "latter", "former"])
}

/// "by half", "a half", "about half the".
fn is_half_alone(cursor: &Cursor, at: usize, value: f64) -> bool {
    let before = back(at, 1);
    if !cursor.is_any(before, &["in", "a"]) && !cursor.is_any(before, &HEDGES) {
        return false;
    }
    if !is_adjoined(cursor, at + 1) {
        return true;
    }
    value == 0.5 && cursor.is_word(at + 1) && !cursor.is_any(before, &["a", "an"])
}

/// Whether "a third" here is a part of something rather than one more in a row.
fn is_fraction_context(cursor: &Cursor, at: usize) -> bool {
    const AFTER: [&str; 10] =
        ["of", "more", "less", "fewer", "below", "above", "higher", "lower", "smaller", "cheaper"];
    if cursor.is_any(at + 2, &AFTER) {
        return true;
    }
    let before = back(at, 1);
    let hedged = cursor.is_any(before, &["under", "up", "and"]) || cursor.is_any(before, &HEDGES);
    (hedged || at == cursor.start()) && !is_adjoined(cursor, at + 2)
}

/// Whether the token is a word that an ordinal before it would belong to.
fn is_adjoined(cursor: &Cursor, at: usize) -> bool {
    cursor.is_hyphen(at) || cursor.is_word(at) && !cursor.flags(at).has(WordFlags::STOP)
}

/// A measure that "a" counts once: "a gallon of", "a mile from", "an inch wide". Words that are idioms as often ("a ton
/// of work", "a foot of the bed") are left out.
pub(in crate::figure) fn is_one_unit(cursor: &Cursor, at: usize) -> bool {
    const UNITS: [&str; 27] = [
        "mile",
        "kilometre",
        "kilometer",
        "metre",
        "meter",
        "inch",
        "acre",
        "hectare",
        "gallon",
        "litre",
        "liter",
        "tonne",
        "kilogram",
        "kilo",
        "barrel",
        "ounce",
        "gram",
        "pint",
        "centimetre",
        "centimeter",
        "millimetre",
        "millimeter",
        "kilowatt",
        "megawatt",
        "gigawatt",
        "gigabyte",
        "terabyte",
    ];
    const AFTER: [&str; 18] = [
        "of", "from", "away", "off", "wide", "long", "high", "deep", "thick", "tall", "north", "south", "east", "west",
        "above", "below", "more", "less",
    ];
    cursor.reads_each(at, &[&UNITS, &AFTER])
}
