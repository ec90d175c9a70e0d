//! Rates: "three in four", "nine out of ten".

use super::measured_number::quantity_at;
use crate::figure::{
    cursor::Cursor,
    number::{Notation, numeral_at},
};

/// The rate that begins at the token: its value, 0 to 1, and the token after it.
pub(in crate::figure) fn rate(cursor: &Cursor, at: usize) -> Option<(f64, usize)> {
    // "by a 2.3-to-1 ratio".
    if cursor.is_number(at)
        && cursor.is_hyphen(at + 1)
        && cursor.is(at + 2, "to")
        && cursor.is_hyphen(at + 3)
        && cursor.word(at + 4) == "1"
    {
        return Some((numeral_at(cursor, at, false)?.value, at + 5));
    }
    let above =
        numeral_at(cursor, at, false).filter(|above| matches!(above.notation, Notation::Digits | Notation::Words))?;
    // "by a two to one margin".
    if cursor.is(above.end, "to")
        && cursor.is(above.end + 1, "one")
        && above.value > 1.0
        && cursor.is_any(above.end + 2, &["margin", "ratio", "majority", "odds"])
    {
        return Some((above.value, above.end + 2));
    }
    let hyphen = usize::from(cursor.is_hyphen(above.end) && cursor.is(above.end + 1, "in"));
    let link = above.end + hyphen;
    let out_of = cursor.is(link, "out") && cursor.is(link + 1, "of");
    let words = if out_of {
        2
    } else if cursor.is(link, "in") {
        1
    } else {
        return None;
    };
    let below_at = link + words + hyphen;
    let below_at = below_at + usize::from(cursor.is(below_at, "every"));
    let below = numeral_at(cursor, below_at, false)
        .filter(|below| matches!(below.notation, Notation::Digits | Notation::Words))?;
    let whole =
        above.value.fract() == 0.0 && below.value.fract() == 0.0 && above.value >= 1.0 && below.value > above.value;
    // "killed three in 2010", "two in six boxes": a rate has a round number below, and one of its own kind.
    let round = out_of
        || hyphen == 1
        || (2.0..=10.0).contains(&below.value)
        || below.value % 5.0 == 0.0 && !(1500.0..2100.0).contains(&below.value)
        || above.value == 1.0 && !(1500.0..2100.0).contains(&below.value);
    let unit = quantity_at(cursor, below_at).is_some_and(|quantity| quantity.unit.is_some());
    (whole
        && round
        && !unit
        && (above.value == 1.0
            || matches!(below.value as u32, 10 | 20 | 50 | 100 | 1000)
            || cursor.is_number(at) == cursor.is_number(below_at)))
    .then(|| (above.value / below.value, below.end))
}
