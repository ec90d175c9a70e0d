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

/// "a hundred", "a dozen", "a few hundred", "a couple of", "a third of".
pub(super) fn article(cursor: &Cursor, at: usize) -> Option<(f64, usize, Notation)> {
    let next = cursor.lowercase(at + 1);
    match next {
        "few" => {
            let (scale, end) = scale(cursor, at + 2)?;
            return Some((scale, end, Notation::Vague));
        }
        "couple" if cursor.is(at + 2, "of") && cursor.is_word(at + 3) && !cursor.is_any(at + 3, &["the", "them"]) => {
            return Some((2.0, at + 3, Notation::Words));
        }
        "half" => {
            let (value, end, notation) = half(cursor, at + 1)?;
            return Some((value, end, notation));
        }
        // "an inch of rain", "a mile from the border".
        _ if is_one_unit(cursor, at + 1) => return Some((1.0, at + 1, Notation::Words)),
        // "a dollar more", "a dollar a gallon".
        _ if cursor.is_any(at + 2, &["more", "less", "higher", "lower", "cheaper", "a", "an", "per", "apiece", "each"])
            && cursor.is_any(at + 1, &["dollar", "cent", "penny", "euro", "percent", "pound", "point"])
            // "more than a dollar", "of a dollar".
            && !cursor.is(back(at, 1), "of") =>
        {
            return Some((1.0, at + 1, Notation::Words));
        }
        _ => {}
    }
    match number_word(next)? {
        NumberWord::Hundred | NumberWord::Scale(_) => {
            let (value, end, notation) =
                cardinal(cursor, Sum { total: 0.0, group: Some(1.0), last: Last::Small, end: at + 1 })?;
            Some((value, end, notation))
        }
        // "a twenty-first": not that of a birthday.
        NumberWord::Tens(tens)
            if cursor.is_hyphen(at + 2) && cursor.touched(at + 2) && !is_adjoined(cursor, at + 4) =>
        {
            match number_word_at(cursor, at + 3)? {
                NumberWord::Ordinal(ones) if ones < 10.0 && (cursor.is(at + 4, "of") || at == cursor.start()) => {
                    Some((1.0 / (tens + ones), at + 4, Notation::Fraction))
                }
                _ => None,
            }
        }
        // "a third of", "by a fifth"; not "a third man", "a second", nor "won a third".
        NumberWord::Ordinal(below) if below > 2.0 && is_fraction_context(cursor, at) => {
            Some((1.0 / below, at + 2, Notation::Fraction))
        }
        NumberWord::OrdinalScale(below) if !is_adjoined(cursor, at + 2) => {
            Some((1.0 / below, at + 2, Notation::Fraction))
        }
        NumberWord::Parts(4.0) if next == "quarter" => half(cursor, at + 1),
        _ => None,
    }
}

/// "half a million", "half of", "a quarter of", "quarter million".
pub(super) fn half(cursor: &Cursor, at: usize) -> Option<(f64, usize, Notation)> {
    let value = if cursor.is(at, "half") { 0.5 } else { 0.25 };
    // "the first half", "a half-hour", "a half turn": parts of something else.
    if cursor.touched(at) || at > cursor.start() && number_word_at(cursor, back(at, 1)).is_some() {
        return None;
    }
    let article = usize::from(cursor.is_any(at + 1, &["a", "an"]));
    if let Some((scale, end)) = scale(cursor, at + 1 + article) {
        return Some((value * scale, end, Notation::Words));
    }
    // "half a percentage point", "half a mile".
    let unit = at + 1 + article;
    if article == 1
        && (cursor.is_any(unit, &["percentage", "percent", "point"])
            || cursor
                .lexicon()
                .terms()
                .unit_name(cursor.lowercase(unit))
                .is_some_and(|unit| unit.dimension != Dimension::Time))
    {
        return Some((value, unit, Notation::Fraction));
    }
    // "a quarter of a million", "a quarter of a percentage point".
    if cursor.is(at + 1, "of") && cursor.is_any(at + 2, &["a", "an"]) {
        if let Some((scale, end)) = scale(cursor, at + 3) {
            return Some((value * scale, end, Notation::Words));
        }
        // "a quarter of an hour", "a quarter of a mile".
        let unit = cursor.lexicon().terms().unit_name(cursor.lowercase(at + 3)).is_some();
        if unit || cursor.is_any(at + 3, &["percentage", "percent", "point"]) {
            return Some((value, at + 3, Notation::Fraction));
        }
    }
    let of = cursor.is(at + 1, "of")
        || value == 0.5 && cursor.is_any(at + 1, &["the", "its", "their", "his", "her", "all", "our"]);
    let hedged = matches!(
        cursor.before(at),
        "than"
            | "about"
            | "nearly"
            | "almost"
            | "over"
            | "by"
            | "in"
            | "least"
            | "around"
            | "roughly"
            | "only"
            | "approximately"
            | "a"
            | "just"
    );
    let article_alone = matches!(cursor.before(at), "a" | "an");
    let alone = cursor.kind(at + 1).is_none_or(|_| !is_adjoined(cursor, at + 1));
    let counted = of
        && !matches!(
            cursor.before(at),
            "the" | "first" | "second" | "other" | "last" | "this" | "that" | "each" | "latter" | "former"
        );
    // "by half", "a half", "about half the".
    (counted || hedged && (alone || !article_alone && value == 0.5 && cursor.is_word(at + 1))).then_some((
        value,
        at + 1,
        Notation::Fraction,
    ))
}

/// Whether "a third" here is a part of something rather than one more in a row.
fn is_fraction_context(cursor: &Cursor, at: usize) -> bool {
    let hedged = matches!(
        cursor.before(at),
        "by" | "about"
            | "nearly"
            | "almost"
            | "than"
            | "over"
            | "under"
            | "around"
            | "roughly"
            | "least"
            | "only"
            | "approximately"
            | "up"
            | "just"
            | "and"
    );
    cursor.is(at + 2, "of")
        || cursor.is_any(at + 2, &["more", "less", "fewer", "below", "above", "higher", "lower", "smaller", "cheaper"])
        || (hedged || at == cursor.start()) && !is_adjoined(cursor, at + 2)
}

/// Whether the token is a word that an ordinal before it would belong to.
fn is_adjoined(cursor: &Cursor, at: usize) -> bool {
    cursor.is_hyphen(at) || cursor.is_word(at) && !cursor.flags(at).has(WordFlags::STOP)
}

/// A measure that "a" counts once: "a gallon of", "a mile from", "an inch wide". Words that are idioms as often ("a ton
/// of work", "a foot of the bed") are left out.
pub(in crate::figure) fn is_one_unit(cursor: &Cursor, at: usize) -> bool {
    cursor.is_any(
        at,
        &[
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
        ],
    ) && cursor.is_any(
        at + 1,
        &[
            "of", "from", "away", "off", "wide", "long", "high", "deep", "thick", "tall", "north", "south", "east",
            "west", "above", "below", "more", "less",
        ],
    )
}
