//! A smaller unit after the greater: "5 feet 2 inches", "6ft 3in".

use super::{
    measure::Quantity,
    unit::{unit_name, unit_symbol},
};
use crate::figure::{
    cursor::{Cursor, back},
    number::numeral_at,
};

/// "5 feet 2 inches", "6ft 3in": the smaller unit after the greater.
pub(super) fn add_smaller(cursor: &Cursor, quantity: &mut Quantity) {
    let parts = match quantity.unit.as_deref() {
        Some("foot") => ("inch", 12.0),
        Some("pound") => ("ounce", 16.0),
        Some("stone") => ("pound", 14.0),
        _ => return,
    };
    // "6-foot-8".
    if parts.0 == "inch"
        && cursor.is_hyphen(quantity.end)
        && cursor.touched(quantity.end)
        && cursor.is_hyphen(back(quantity.end, 2))
        && let Some(inches) = numeral_at(cursor, quantity.end + 1, false)
            .filter(|inches| inches.value < 12.0 && cursor.touched(quantity.end + 1))
    {
        let hyphen = usize::from(cursor.is_hyphen(inches.end));
        quantity.number.value += inches.value / 12.0;
        quantity.end = inches.end + if cursor.is(inches.end + hyphen, "inch") { hyphen + 1 } else { 0 };
        return;
    }
    let and = usize::from(cursor.is(quantity.end, "and"));
    let Some(small) = numeral_at(cursor, quantity.end + and, false).filter(|small| small.value < parts.1) else {
        return;
    };
    let found = match unit_name(cursor, small.end, &small, false).or_else(|| unit_symbol(cursor, small.end, &small)) {
        Some((name, _, end)) if name == parts.0 => Some(end),
        // "5ft 2in" at a clause's inside.
        _ if parts.0 == "inch" && cursor.is_any(small.end, &["in", "in."]) => Some(small.end + 1),
        _ => None,
    };
    if let Some(end) = found {
        quantity.number.value += small.value / parts.1;
        quantity.end = end;
    }
}
