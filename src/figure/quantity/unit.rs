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

/// A unit: its canonical name, what it measures, and the token after it.
type Found = (Cow<'static, str>, Dimension, usize);

/// Words that begin a unit of several: "nautical miles", "basis points", "kilowatt-hours".
const FIRST_OF_SEVERAL: [&str; 20] = [
    "nautical",
    "light",
    "metric",
    "short",
    "long",
    "percentage",
    "percent",
    "basis",
    "business",
    "working",
    "acre",
    "british",
    "parts",
    "part",
    "per",
    "frames",
    "frame",
    "pound",
    "foot",
    "newton",
];

/// Those of them that begin a unit of three.
const FIRST_OF_THREE: [&str; 6] = ["british", "parts", "part", "per", "frames", "frame"];

/// The unit at the token.
pub(super) fn unit(cursor: &Cursor, at: usize, number: &Numeral, hyphen: bool) -> Option<Found> {
    // "20 (kg)".
    if cursor.kind(at) == Some(TokenKind::Open) && cursor.kind(at + 2) == Some(TokenKind::Close) {
        let unit =
            cursor.lexicon().terms().unit_symbol(cursor.word(at + 1)).filter(|_| cursor.word(at + 1).len() == 2)?;
        return Some((unit.name.into(), unit.dimension, at + 3));
    }
    if number.notation == Notation::Digits && begins_inches(cursor, at) {
        return ends_inches(cursor, at).then(|| ("inch".into(), Dimension::Other, at + 1));
    }
    if let Some(found) = degrees(cursor, at, number) {
        return Some(found);
    }
    if let Some(end) = torque(cursor, at) {
        return Some(("pound-foot".into(), Dimension::Other, end));
    }
    let found = unit_name(cursor, at, number, hyphen).or_else(|| unit_symbol(cursor, at, number))?;
    Some(compound(cursor, found))
}

/// "586 lb-ft", "300 ft-lbs".
fn torque(cursor: &Cursor, at: usize) -> Option<usize> {
    const POUNDS: [&str; 2] = ["lb", "lbs"];
    let glued = cursor.is_hyphen(at + 1) && cursor.joins(at + 1);
    let pounds_first = cursor.is_any(at, &POUNDS) && cursor.is_any(at + 2, &["ft", "ft."]);
    let feet_first = cursor.is(at, "ft") && cursor.is_any(at + 2, &POUNDS);
    (glued && (pounds_first || feet_first)).then_some(at + 3)
}

/// A quotation mark that may be inches: "a 10\" plate".
fn begins_inches(cursor: &Cursor, at: usize) -> bool {
    if cursor.word(at) != "\"" {
        return false;
    }
    cursor.touched(at) || cursor.is_any(at + 1, &["long", "wide", "high", "tall", "thick", "deep"])
}

/// Whether no quotation ends at the mark.
fn ends_inches(cursor: &Cursor, at: usize) -> bool {
    let open = cursor.preceding(at, 80).filter(|&at| cursor.word(at) == "\"").count() % 2 == 1;
    if open {
        return false;
    }
    let apart = !cursor.touches(at) && cursor.kind(at + 1) != Some(TokenKind::Comma);
    apart || cursor.word(at + 1) == ")"
}

pub(super) fn unit_name(cursor: &Cursor, at: usize, number: &Numeral, hyphen: bool) -> Option<Found> {
    if !cursor.is_word(at) {
        return None;
    }
    let lower = cursor.lowercase(at);
    let power = match lower {
        "square" | "sq" | "sq." => "square ",
        "cubic" | "cu" | "cu." => "cubic ",
        _ => "",
    };
    if !power.is_empty() {
        let at = at + 1 + usize::from(cursor.is_hyphen(at + 1));
        let (name, _, end) = unit_name(cursor, at, number, true).or_else(|| unit_symbol(cursor, at, number))?;
        return Some((format!("{power}{name}").into(), Dimension::Other, end));
    }
    if let Some(found) = unit_of_several(cursor, at) {
        return Some(found);
    }
    if !may_be_name(cursor, at, number) {
        return None;
    }
    let terms = cursor.lexicon().terms();
    let (name, dimension): (Cow<'static, str>, _) = match terms.unit_name(lower) {
        Some(unit) => (unit.name.into(), unit.dimension),
        None => (
            prefixed_name(lower, |base| terms.unit_name(base).filter(|unit| unit.si).map(|unit| unit.name))?,
            Dimension::Other,
        ),
    };
    if is_no_unit(cursor, at, &name, number, hyphen) { None } else { Some((name, dimension, at + 1)) }
}

/// "nautical miles", "basis points", "kilowatt-hours", "parts per million".
fn unit_of_several(cursor: &Cursor, at: usize) -> Option<Found> {
    let lower = cursor.lowercase(at);
    let second = at + 1 + usize::from(cursor.is_hyphen(at + 1));
    if !cursor.is_word(second) {
        return None;
    }
    if !lower.ends_with("watt") && !FIRST_OF_SEVERAL.contains(&lower) {
        return None;
    }
    let mut end = second + 1;
    let mut name = format!("{} {}", lower, cursor.lowercase(second));
    if FIRST_OF_THREE.contains(&lower) {
        name.push(' ');
        name.push_str(cursor.lowercase(end));
        end += 1;
    }
    cursor.lexicon().terms().unit_name(&name).map(|unit| (unit.name.into(), unit.dimension, end))
}

/// Whether the word may be a unit's name: in lowercase, or "10 Miles"; but not "the 2018 Cup".
fn may_be_name(cursor: &Cursor, at: usize, number: &Numeral) -> bool {
    let lower = cursor.lowercase(at);
    match cursor.case(at) {
        Case::Lower => lower.len() >= 3,
        // "11 FEET a century", where a headline shouts.
        Case::Upper => {
            lower == "feet" || lower.len() > 4 && lower.ends_with('s') && number.notation == Notation::Digits
        }
        Case::Title => lower.len() > 4 && lower.ends_with('s') && number.notation == Notation::Digits,
        _ => false,
    }
}

/// "twenty second", "six stone walls", "two cup finals".
fn is_no_unit(cursor: &Cursor, at: usize, name: &str, number: &Numeral, hyphen: bool) -> bool {
    match name {
        "second" if cursor.lowercase(at).ends_with('s') => false,
        "second" => !hyphen && number.value.abs() > 1.0 && number.value.fract() == 0.0,
        "cup" => number.notation == Notation::Words && !cursor.is(at + 1, "of"),
        "stone" => number.notation != Notation::Digits,
        "degree" => true,
        _ => false,
    }
}

pub(super) fn unit_symbol(cursor: &Cursor, at: usize, number: &Numeral) -> Option<Found> {
    if !cursor.is_word(at) || number.notation == Notation::Words && !may_follow_words(cursor, at) {
        return None;
    }
    let word = cursor.word(at);
    match word {
        // "2.1 pm" is no time of day.
        "pm" if is_no_time(cursor, at, number) => return Some(("picometre".into(), Dimension::Other, at + 1)),
        "am" if is_no_time(cursor, at, number) => return Some(("attometre".into(), Dimension::Other, at + 1)),
        // A small b is a bit where data flow.
        "kb" if cursor.is_any(at + 1, &["per", "/"]) => return Some(("kilobit".into(), Dimension::Other, at + 1)),
        _ => {}
    }
    if is_abbreviation(cursor, at) {
        return None;
    }
    let unit = symbol(cursor, word)?;
    holds(cursor, at, number).then_some((unit.0, unit.1, at + 1))
}

/// Whether a symbol may stand after a number in words: "five kg".
fn may_follow_words(cursor: &Cursor, at: usize) -> bool {
    let clear = cursor.word(at).len() >= 3 || cursor.is_any(at, &["ft", "kg", "km", "kb", "mb", "gb"]);
    clear || cursor.touched(at)
}

/// "2.1 pm", not "2.15 pm".
fn is_no_time(cursor: &Cursor, at: usize, number: &Numeral) -> bool {
    let decimals = cursor.word(back(at, 1)).split_once('.').map(|(_, decimals)| decimals.len());
    number.notation == Notation::Digits && decimals.is_some_and(|len| len != 2)
}

/// "1,200 TV producers" are no teravolts.
fn is_abbreviation(cursor: &Cursor, at: usize) -> bool {
    let word = cursor.word(at);
    if cursor.touched(at) || !word.starts_with(|c: char| c.is_ascii_uppercase()) {
        return false;
    }
    let clear = word.len() >= 3 && cursor.is_number(back(at, 1));
    !clear && cursor.lexicon().terms().unit_symbol(word).is_none()
}

/// Whether the symbol's letters are a unit here; most stand for something else, too.
fn holds(cursor: &Cursor, at: usize, number: &Numeral) -> bool {
    let word = cursor.word(at);
    let touching = cursor.touched(at);
    if cursor.touches(at) && cursor.is_word(at + 1) {
        return false;
    }
    // "20 J/m²", "50 A·h": letters that stand for much else.
    if word.len() == 1 && word != "m" && is_compound(cursor, at + 1) {
        return true;
    }
    let precise = touching && number.value.fract() != 0.0;
    match word {
        // "the 1990s", "in his 20s".
        "s" => precise || !touching && number.notation == Notation::Digits,
        "K" => precise || is_about_heat(cursor, at),
        // "10m people" are millions, and "a 10m board" is a board.
        "m" => !(cursor.is_word(at + 1) && is_plural_noun(cursor, at + 1)),
        "in" => touching || is_inch(cursor, at),
        "b" if touching && number.value >= 1000.0 => true,
        "pp" => touching,
        "A" | "N" | "J" | "B" | "b" | "T" | "F" | "H" | "lm" | "pt" | "cal" | "d" | "mol" | "bar" => precise,
        "am" | "pm" | "as" | "at" => false,
        _ if word.len() == 1 => touching || !cursor.is_hyphen(at + 1) && number.notation != Notation::Words,
        _ => true,
    }
}

/// "5 in thick", or at the sentence's end.
fn is_inch(cursor: &Cursor, at: usize) -> bool {
    match cursor.kind(at + 1) {
        None => true,
        Some(TokenKind::Terminal) => cursor.kind(at + 2).is_none(),
        _ => cursor.is_any(at + 1, &["thick", "wide", "long", "tall", "high", "deep", "by", "x", "of"]),
    }
}

/// The unit of time at the token: a name, not a symbol.
pub(in crate::figure) fn time_unit(cursor: &Cursor, at: usize) -> Option<(&'static str, usize)> {
    let working = cursor.reads_each(at, &[&["business", "working", "school"], &["day", "days"]]);
    let at = at + usize::from(working);
    let lower = cursor.lowercase(at);
    if lower.len() < 3 || matches!(lower, "second" | "min" | "sec") {
        return None;
    }
    let unit = cursor.lexicon().terms().unit_name(lower).filter(|unit| unit.dimension == Dimension::Time)?;
    Some((unit.name, at + 1))
}
