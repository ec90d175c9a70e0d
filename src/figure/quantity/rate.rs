//! Rates: "three in four", "nine out of ten".

use super::measured_number::has_unit;
use crate::figure::{
    cursor::Cursor,
    number::{Notation, Numeral, numeral_at},
};

/// The rate that begins at the token: its value, 0 to 1, and the token after it.
pub(in crate::figure) fn rate(cursor: &Cursor, at: usize) -> Option<(f64, usize)> {
    hyphened_ratio(cursor, at).or_else(|| {
        let above = exact_numeral(cursor, at)?;
        spoken_ratio(cursor, &above).or_else(|| so_many_in(cursor, &above))
    })
}

/// A number that says how many.
fn exact_numeral(cursor: &Cursor, at: usize) -> Option<Numeral> {
    numeral_at(cursor, at, false).filter(|number| matches!(number.notation, Notation::Digits | Notation::Words))
}

/// "by a 2.3-to-1 ratio".
fn hyphened_ratio(cursor: &Cursor, at: usize) -> Option<(f64, usize)> {
    let hyphens = cursor.is_hyphen(at + 1) && cursor.is_hyphen(at + 3);
    if !hyphens || !cursor.is_number(at) || !cursor.is(at + 2, "to") || cursor.word(at + 4) != "1" {
        return None;
    }
    Some((numeral_at(cursor, at, false)?.value, at + 5))
}

/// "by a two to one margin".
fn spoken_ratio(cursor: &Cursor, above: &Numeral) -> Option<(f64, usize)> {
    let named = cursor.reads_each(above.end, &[&["to"], &["one"], &["margin", "ratio", "majority", "odds"]]);
    (named && above.value > 1.0).then_some((above.value, above.end + 2))
}

/// "three in four", "nine out of ten".
fn so_many_in(cursor: &Cursor, above: &Numeral) -> Option<(f64, usize)> {
    let hyphen = usize::from(cursor.is_hyphen(above.end) && cursor.is(above.end + 1, "in"));
    let link = above.end + hyphen;
    let out_of = cursor.reads(link, &["out", "of"]);
    if !out_of && !cursor.is(link, "in") {
        return None;
    }
    let at = link + 1 + usize::from(out_of) + hyphen;
    let at = at + usize::from(cursor.is(at, "every"));
    let below = exact_numeral(cursor, at)?;
    if !are_whole(above.value, below.value) || !are_alike(cursor, above, &below) {
        return None;
    }
    // "killed three in 2010", "two in six boxes".
    let said = out_of || hyphen == 1 || is_round(above.value, below.value);
    (said && !has_unit(cursor, at)).then(|| (above.value / below.value, below.end))
}

/// Whether both are whole numbers, the first a part of the second.
fn are_whole(above: f64, below: f64) -> bool {
    let whole = above.fract() == 0.0 && below.fract() == 0.0;
    whole && above >= 1.0 && below > above
}

/// Whether the number below is such as rates have.
fn is_round(above: f64, below: f64) -> bool {
    let year = (1500.0..2100.0).contains(&below);
    let round = above == 1.0 || below % 5.0 == 0.0;
    round && !year || (2.0..=10.0).contains(&below)
}

/// Whether both numbers are written alike, as in a rate of any but the commonest kind.
fn are_alike(cursor: &Cursor, above: &Numeral, below: &Numeral) -> bool {
    let common = above.value == 1.0 || matches!(below.value as u32, 10 | 20 | 50 | 100 | 1000);
    common || cursor.is_number(above.first) == cursor.is_number(below.first)
}
