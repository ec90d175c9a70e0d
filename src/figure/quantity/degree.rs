//! Degrees of heat and of angles.

use crate::{
    document::Case,
    figure::{
        context::is_about_heat,
        cursor::Cursor,
        number::{Notation, Numeral},
    },
    lexicon::Dimension,
};
use std::borrow::Cow;

/// "21°C", "90 degrees Fahrenheit", "40 celsius", "-10C", "5 degrees".
pub(super) fn degrees(cursor: &Cursor, at: usize, number: &Numeral) -> Option<(Cow<'static, str>, Dimension, usize)> {
    let terms = cursor.lexicon().terms();
    let scale = |at: usize| match cursor.word(at) {
        "C" | "c" => Some("degree Celsius"),
        "F" | "f" => Some("degree Fahrenheit"),
        _ => terms
            .unit_name(cursor.lowercase(at))
            .filter(|unit| unit.dimension == Dimension::Temperature)
            .map(|unit| unit.name),
    };
    let degree = match cursor.word(at) {
        "°" | "º" | "deg" | "deg." => 1,
        "℃" => return Some(("degree Celsius".into(), Dimension::Temperature, at + 1)),
        "℉" => return Some(("degree Fahrenheit".into(), Dimension::Temperature, at + 1)),
        _ if cursor.is_any(at, &["degree", "degrees"]) => 1,
        _ => 0,
    };
    let dot =
        usize::from(degree == 1 && cursor.is(at, "deg") && cursor.word(at + 1) == "." && cursor.kind(at + 2).is_some());
    let next = at + degree + dot;
    // "273° on the Celsius scale".
    if degree == 1
        && cursor.is(next, "on")
        && cursor.is(next + 1, "the")
        && cursor.is(next + 3, "scale")
        && let Some(name) = scale(next + 2)
    {
        return Some((name.into(), Dimension::Temperature, next));
    }
    let hyphen = usize::from(degree == 1 && cursor.is_hyphen(next));
    if degree == 1 || !matches!(cursor.word(at), "C" | "F" | "c" | "f") {
        if let Some(name) = scale(next + hyphen) {
            return Some((name.into(), Dimension::Temperature, next + hyphen + 1));
        }
    } else if number.notation == Notation::Digits && number.value.abs() < 200.0 && matches!(cursor.word(at), "C" | "F")
    {
        // "-10C", "30 C outside": not "13F filing" and not "23456 F Block".
        let name = scale(at)?;
        let capital = matches!(cursor.case(at + 1), Case::Title | Case::Upper);
        let sign = number.value < 0.0 || is_about_heat(cursor, at);
        return (sign && !capital && !cursor.is_hyphen(at + 1)).then(|| (name.into(), Dimension::Temperature, at + 1));
    }
    // Two degrees are somebody's, ninety are an angle or the heat.
    if degree == 1 && (number.notation != Notation::Words || number.value > 4.0 || is_about_heat(cursor, at)) {
        // No angle has so many.
        let heat = is_about_heat(cursor, at) || number.value > 720.0;
        let dimension = if heat { Dimension::Temperature } else { Dimension::Angle };
        return Some((if heat { "degree" } else { "degree of arc" }.into(), dimension, at + 1));
    }
    None
}
