//! A number with what it is a number of: percent, money, a unit, or nothing.

use super::{
    measure::{Measure, Quantity},
    money::{named_money, signed_money},
    per::add_per,
    smaller::add_smaller,
    unit::unit,
};
use crate::{
    figure::{
        cursor::Cursor,
        number::{Notation, Numeral, numeral_at, percent},
    },
    lexicon::Dimension,
};

/// The quantity that begins at the token.
pub(in crate::figure) fn quantity_at(cursor: &Cursor, at: usize) -> Option<Quantity> {
    signed_money(cursor, at).or_else(|| {
        let number = numeral_at(cursor, at, false)?;
        Some(with_unit(cursor, number))
    })
}

/// The number with the unit after it, where there is one.
fn with_unit(cursor: &Cursor, number: Numeral) -> Quantity {
    let plain = Quantity { number, first: number.first, end: number.end, measure: Measure::Plain, unit: None };
    // "78 ± 0.6%": the unit stands after the tolerance.
    if let Some(tolerance) = tolerance(cursor, number.end) {
        let whole = with_unit(cursor, Numeral { end: tolerance, ..number });
        return if whole.measure == Measure::Plain { plain } else { Quantity { number, ..whole } };
    }
    let hyphen = usize::from(cursor.is_hyphen(number.end) && cursor.touched(number.end));
    let at = number.end + hyphen;
    if let Some(end) = percent(cursor, at) {
        return Quantity { end, measure: Measure::Percent, unit: Some("percent".into()), ..plain };
    }
    // "10x optical zoom".
    let times = cursor.is(at, "x")
        && cursor.touched(at)
        && number.notation == Notation::Digits
        && cursor.is_word(at + 1)
        && !cursor.touches(at);
    if times {
        return Quantity { end: at + 1, measure: Measure::Unit(Dimension::Other), unit: Some("time".into()), ..plain };
    }
    // "hundreds of millions of dollars".
    let of = usize::from(number.notation == Notation::Vague && hyphen == 0 && cursor.is(at, "of"));
    if let Some(money) = named_money(cursor, number, at + of) {
        return money;
    }
    let Some((unit, dimension, end)) = unit(cursor, at, &number, hyphen == 1) else { return plain };
    let measure = match dimension {
        Dimension::Points => Measure::Points,
        Dimension::Time => Measure::Time,
        _ => Measure::Unit(dimension),
    };
    let mut quantity = Quantity { end, measure, unit: Some(unit), ..plain };
    if quantity.measure != Measure::Points {
        add_smaller(cursor, &mut quantity);
        if dimension != Dimension::Time {
            add_per(cursor, &mut quantity);
        }
    }
    quantity
}

/// The token after "± 0.6" or "+/- 0.6".
fn tolerance(cursor: &Cursor, at: usize) -> Option<usize> {
    let sign = match cursor.word(at) {
        "±" => 1,
        "+" if cursor.word(at + 1) == "/" && cursor.touched(at + 1) && matches!(cursor.word(at + 2), "-" | "−") => 3,
        _ => return None,
    };
    cursor.is_number(at + sign).then_some(at + sign + 1)
}

/// Whether a unit stands after the number.
pub(in crate::figure) fn has_unit(cursor: &Cursor, at: usize) -> bool {
    quantity_at(cursor, at).is_some_and(|quantity| quantity.unit.is_some())
}
