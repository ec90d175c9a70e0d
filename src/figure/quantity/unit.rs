//! Units after a number: names, symbols, powers and prefixes.

use super::{
    compound::{compound, is_compound},
    degree::degrees,
    prefix::{prefixed_name, symbol},
};
use crate::{
    document::{Case, TokenKind},
    figure::{
        context::is_about_heat,
        cursor::{Cursor, back},
        grammar::is_plural_noun,
        number::{Notation, Numeral},
    },
    lexicon::Dimension,
};
use std::borrow::Cow;

/// The unit at the token: its canonical name, what it measures, and the token after it.
pub(super) fn unit(
    cursor: &Cursor,
    at: usize,
    number: &Numeral,
    hyphen: bool,
) -> Option<(Cow<'static, str>, Dimension, usize)> {
    // "20 (kg)".
    if cursor.kind(at) == Some(TokenKind::Open) && cursor.kind(at + 2) == Some(TokenKind::Close) {
        let unit =
            cursor.lexicon().terms().unit_symbol(cursor.word(at + 1)).filter(|_| cursor.word(at + 1).len() == 2)?;
        return Some((unit.name.into(), unit.dimension, at + 3));
    }
    // Inches, where no quotation is open: a 10" plate.
    let wide = cursor.is_any(at + 1, &["long", "wide", "high", "tall", "thick", "deep"]);
    if cursor.word(at) == "\"" && (cursor.touched(at) || wide) && number.notation == Notation::Digits {
        let open = cursor.preceding(at, 80).filter(|&at| cursor.word(at) == "\"").count() % 2 == 1;
        let ends = cursor.kind(at + 1).is_none_or(|kind| kind != TokenKind::Comma) && !cursor.touches(at)
            || cursor.word(at + 1) == ")";
        return (!open && ends).then(|| ("inch".into(), Dimension::Other, at + 1));
    }
    if let Some(found) = degrees(cursor, at, number) {
        return Some(found);
    }
    let found = unit_name(cursor, at, number, hyphen).or_else(|| unit_symbol(cursor, at, number))?;
    Some(compound(cursor, found))
}

pub(super) fn unit_name(
    cursor: &Cursor,
    at: usize,
    number: &Numeral,
    hyphen: bool,
) -> Option<(Cow<'static, str>, Dimension, usize)> {
    if !cursor.is_word(at) {
        return None;
    }
    let terms = cursor.lexicon().terms();
    let lower = cursor.lowercase(at);
    let square = match lower {
        "square" | "sq" | "sq." => "square ",
        "cubic" | "cu" | "cu." => "cubic ",
        _ => "",
    };
    if !square.is_empty() {
        let at = at + 1 + usize::from(cursor.is_hyphen(at + 1));
        let (name, _, end) = unit_name(cursor, at, number, true).or_else(|| unit_symbol(cursor, at, number))?;
        return Some((format!("{square}{name}").into(), Dimension::Other, end));
    }
    // "nautical miles", "basis points", "kilowatt-hours".
    let second = at + 1 + usize::from(cursor.is_hyphen(at + 1));
    if cursor.is_word(second)
        && (lower.ends_with("watt")
            || matches!(
                lower,
                "nautical"
                    | "light"
                    | "metric"
                    | "short"
                    | "long"
                    | "percentage"
                    | "percent"
                    | "basis"
                    | "business"
                    | "working"
                    | "acre"
                    | "british"
                    | "parts"
                    | "part"
                    | "per"
                    | "frames"
                    | "frame"
                    | "pound"
                    | "foot"
                    | "newton"
            ))
    {
        let mut end = second + 1;
        let mut name = format!("{} {}", lower, cursor.lowercase(second));
        if matches!(lower, "british" | "parts" | "part" | "per" | "frames" | "frame") {
            name.push(' ');
            name.push_str(cursor.lowercase(end));
            end += 1;
        }
        if let Some(unit) = terms.unit_name(&name) {
            return Some((unit.name.into(), unit.dimension, end));
        }
    }
    // "10 Miles"; but not "the 2018 Cup".
    let title = cursor.case(at) == Case::Title
        && lower.ends_with('s')
        && number.notation == Notation::Digits
        && lower.len() > 4;
    if !title && cursor.case(at) != Case::Lower || lower.len() < 3 {
        return None;
    }
    let (name, dimension): (Cow<'static, str>, _) = match terms.unit_name(lower) {
        Some(unit) => (unit.name.into(), unit.dimension),
        None => (
            prefixed_name(lower, |base| terms.unit_name(base).filter(|unit| unit.si).map(|unit| unit.name))?,
            Dimension::Other,
        ),
    };
    let plural = lower.ends_with('s') || lower == "feet" || lower.ends_with("ies") || lower == "inches";
    let single = number.value.abs() <= 1.0 || hyphen;
    match &*name {
        // "twenty second", "six stone walls", "two cup finals".
        "second" if !plural && !single && number.value.fract() == 0.0 => None,
        "cup" if !cursor.is(at + 1, "of") && number.notation == Notation::Words => None,
        "stone" if number.notation != Notation::Digits => None,
        "degree" => None,
        _ => Some((name, dimension, at + 1)),
    }
}

pub(super) fn unit_symbol(
    cursor: &Cursor,
    at: usize,
    number: &Numeral,
) -> Option<(Cow<'static, str>, Dimension, usize)> {
    if !cursor.is_word(at)
        || number.notation == Notation::Words
            && !cursor.touched(at)
            && cursor.word(at).len() < 3
            && !cursor.is_any(at, &["ft", "kg", "km", "kb", "mb", "gb"])
    {
        return None;
    }
    let word = cursor.word(at);
    let touching = cursor.touched(at);
    // "2.1 pm" is no time of day.
    if matches!(word, "pm" | "am")
        && number.notation == Notation::Digits
        && cursor.word(back(at, 1)).split_once('.').is_some_and(|(_, decimals)| decimals.len() != 2)
    {
        let name = if word == "pm" { "picometre" } else { "attometre" };
        return Some((name.into(), Dimension::Other, at + 1));
    }
    // A small b is a bit where data flow.
    if word == "kb" && (cursor.is(at + 1, "per") || cursor.word(at + 1) == "/") {
        return Some(("kilobit".into(), Dimension::Other, at + 1));
    }
    // "1,200 TV producers" are no teravolts.
    if cursor.lexicon().terms().unit_symbol(word).is_none()
        && !touching
        && (word.len() < 3 || !cursor.is_number(back(at, 1)))
        && word.starts_with(|c: char| c.is_ascii_uppercase())
    {
        return None;
    }
    let unit = symbol(cursor, word)?;
    let next_word = cursor.is_word(at + 1) && cursor.touches(at);
    let decimal = number.value.fract() != 0.0;
    let holds = !next_word
        && match word {
            // "20 J/m²", "50 A·h": letters that stand for much else.
            _ if word.len() == 1 && word != "m" && is_compound(cursor, at + 1) => true,
            // "the 1990s", "in his 20s".
            "s" => touching && decimal || !touching && number.notation == Notation::Digits,
            "K" => touching && decimal || is_about_heat(cursor, at),
            // "10m people" are millions, and "a 10m board" is a board.
            "m" => !(cursor.is_word(at + 1) && is_plural_noun(cursor, at + 1)),
            "in" => {
                touching
                    || cursor.kind(at + 1).is_none()
                    || cursor.is_any(at + 1, &["thick", "wide", "long", "tall", "high", "deep", "by", "x", "of"])
                    || cursor.kind(at + 1) == Some(TokenKind::Terminal) && cursor.kind(at + 2).is_none()
            }
            "b" if touching && number.value >= 1000.0 => true,
            "A" | "N" | "J" | "B" | "b" | "T" | "F" | "H" | "lm" | "pt" | "pp" | "cal" | "d" | "mol" | "bar" => {
                touching && decimal || touching && word == "pp"
            }
            "am" | "pm" | "as" | "at" => false,
            _ if word.len() == 1 => touching || !cursor.is_hyphen(at + 1) && number.notation != Notation::Words,
            _ => true,
        };
    holds.then_some((unit.0, unit.1, at + 1))
}

/// The unit of time at the token: a name, not a symbol.
pub(in crate::figure) fn time_unit(cursor: &Cursor, at: usize) -> Option<(&'static str, usize)> {
    use Dimension::Time;
    let business =
        usize::from(cursor.is_any(at, &["business", "working", "school"]) && cursor.is_any(at + 1, &["day", "days"]));
    let lower = cursor.lowercase(at + business);
    if lower.len() < 3 || matches!(lower, "second" | "min" | "sec") {
        return None;
    }
    let unit = cursor.lexicon().terms().unit_name(lower).filter(|unit| unit.dimension == Time)?;
    Some((unit.name, at + business + 1))
}
