//! Degrees of heat and of angles.

use crate::{
    document::Case,
    figure::{
        context::is_about_heat,
        cursor::{Cursor, back},
        number::{Notation, Numeral},
    },
    lexicon::{Dimension, List},
};
use std::borrow::Cow;

/// A unit: its canonical name, what it measures, and the token after it.
type Found = (Cow<'static, str>, Dimension, usize);

/// "21°C", "90 degrees Fahrenheit", "40 celsius", "-10C", "5 degrees".
pub(super) fn degrees(cursor: &Cursor, at: usize, number: &Numeral) -> Option<Found> {
    match cursor.word(at) {
        "℃" => Some(on_scale("degree Celsius", at + 1)),
        "℉" => Some(on_scale("degree Fahrenheit", at + 1)),
        "C" | "F" | "c" | "f" => letter_scale(cursor, at, number),
        "°" | "º" | "deg" | "deg." => degree(cursor, at, number),
        _ if cursor.is_any(at, &["degree", "degrees"]) => degree(cursor, at, number),
        _ => scale(cursor, at).map(|name| on_scale(name, at + 1)),
    }
}

fn degree(cursor: &Cursor, at: usize, number: &Numeral) -> Option<Found> {
    degree_with_scale(cursor, at).or_else(|| bare_degree(cursor, at, number))
}

fn on_scale(name: &'static str, end: usize) -> Found {
    (name.into(), Dimension::Temperature, end)
}

/// The scale that a letter or name after "degrees" says.
fn scale(cursor: &Cursor, at: usize) -> Option<&'static str> {
    match cursor.word(at) {
        "C" | "c" => Some("degree Celsius"),
        "F" | "f" => Some("degree Fahrenheit"),
        _ => cursor
            .lexicon()
            .terms()
            .unit_name(cursor.lowercase(at))
            .filter(|unit| unit.dimension == Dimension::Temperature)
            .map(|unit| unit.name),
    }
}

/// "°C", "degrees Fahrenheit", "deg. C", "degree-celsius"; "273° on the Celsius scale".
fn degree_with_scale(cursor: &Cursor, at: usize) -> Option<Found> {
    let stop = cursor.reads(at, &["deg", "."]) && cursor.kind(at + 2).is_some();
    let next = at + 1 + usize::from(stop);
    if cursor.reads(next, &["on", "the"])
        && let Some(name) = scale(cursor, next + 2).filter(|_| cursor.is(next + 3, "scale"))
    {
        return Some(on_scale(name, next));
    }
    let at = next + usize::from(cursor.is_hyphen(next));
    scale(cursor, at).map(|name| on_scale(name, at + 1))
}

/// "-10C", "30 C outside": not "13F filing" and not "23456 F Block".
fn letter_scale(cursor: &Cursor, at: usize, number: &Numeral) -> Option<Found> {
    let name = scale(cursor, at).filter(|_| matches!(cursor.word(at), "C" | "F"))?;
    if number.notation != Notation::Digits || number.value.abs() >= 200.0 {
        return None;
    }
    let capital = matches!(cursor.case(at + 1), Case::Title | Case::Upper);
    if capital || cursor.is_hyphen(at + 1) {
        return None;
    }
    let heat = || number.value < 0.0 || is_about_heat(cursor, at) || is_like_heat(cursor, at, number);
    heat().then(|| on_scale(name, at + 1))
}

/// "rose to 38C", "a high of 104F": a heat that weather and bodies have, led in like one; not "in seat 38C".
fn is_like_heat(cursor: &Cursor, at: usize, number: &Numeral) -> bool {
    let usual = if cursor.word(at) == "C" { 10.0..60.0 } else { 20.0..130.0 };
    cursor.touched(at) && usual.contains(&number.value) && cursor.is_in(back(number.first, 1), List::HeatLeads)
}

/// "90 degrees": two degrees are somebody's, ninety are an angle or the heat.
fn bare_degree(cursor: &Cursor, at: usize, number: &Numeral) -> Option<Found> {
    // No angle has so many.
    if is_about_heat(cursor, at) || number.value > 720.0 {
        return Some(("degree".into(), Dimension::Temperature, at + 1));
    }
    let angle = number.notation != Notation::Words || number.value > 4.0;
    angle.then(|| ("degree of arc".into(), Dimension::Angle, at + 1))
}
