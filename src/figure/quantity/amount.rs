//! Amounts and the ranges that two of them make: "between 250 and 600", "10-15%", "from 4.5% to 4.75%".

use super::{
    measure::{Measure, Quantity},
    measured_number::quantity_at,
};
use crate::figure::{
    cursor::{Cursor, back},
    grammar::{is_plural_noun, is_verb},
    modifier::hedge_before,
    number::{Notation, NumberWord, number_word_at, parse_digits},
};

/// A quantity, or a range of them.
pub(in crate::figure) struct Amount {
    /// The quantity; of a range, the one with the unit.
    pub(in crate::figure) quantity: Quantity,
    /// First token.
    pub(in crate::figure) first: usize,
    /// One past the last token.
    pub(in crate::figure) end: usize,
    /// The ends of a range, the lower one first.
    pub(in crate::figure) range: Option<(f64, f64)>,
    /// Whether a range falls: "from 5 to 4".
    pub(in crate::figure) falls: bool,
}

/// The amount that begins at the token.
pub(in crate::figure) fn amount(cursor: &Cursor, at: usize) -> Option<Amount> {
    let quantity = quantity_at(cursor, at)?;
    if let Some(range) = range_from(cursor, &quantity) {
        return Some(range);
    }
    let quantity = with_shared_unit(cursor, quantity);
    Some(Amount { first: quantity.first, end: quantity.end, quantity, range: None, falls: false })
}

/// "45 and 50 mg", "2, 3 and 5 percent": a plain number takes the unit of the list's last.
fn with_shared_unit(cursor: &Cursor, quantity: Quantity) -> Quantity {
    const LONGEST_LIST: usize = 4;
    if quantity.measure != Measure::Plain || quantity.number.notation == Notation::Vague {
        return quantity;
    }
    let mut at = quantity.end;
    for _ in 0..LONGEST_LIST {
        let comma = usize::from(cursor.word(at) == ",");
        let last = cursor.is(at + comma, "and");
        let next = at + comma + usize::from(last);
        let Some(other) = quantity_at(cursor, next).filter(|other| next > at && other.first == other.number.first)
        else {
            break;
        };
        if other.measure == Measure::Plain {
            at = other.end;
            continue;
        }
        // "won 3 and 20 minutes later" are two; a list of sums says the currency each time.
        let later = cursor.is_any(other.end, &["later", "ago", "earlier", "after", "before", "into", "from"]);
        let alike = other.number.notation == quantity.number.notation;
        if last && alike && !later && !matches!(other.measure, Measure::Money(_)) {
            return Quantity { measure: other.measure, unit: other.unit, ..quantity };
        }
        break;
    }
    quantity
}

fn range_from(cursor: &Cursor, low: &Quantity) -> Option<Amount> {
    if low.number.notation == Notation::Vague {
        return None;
    }
    let before = cursor.before(low.first);
    let link = low.end;
    let dash = cursor.is_dash(link) || cursor.word(link) == "~" || cursor.word(link) == "−";
    // "8- to 16-meter".
    let suspended = usize::from(cursor.is_hyphen(link) && cursor.is(link + 1, "to"));
    // "fell by $2 to $78" are two.
    let to = cursor.is(link + suspended, "to") && cursor.before(hedge_before(cursor, low.first, false).1) != "by";
    let between = cursor.is(link, "and") && (before == "between" || cursor.is(back(low.first, 2), "between"));
    let or = cursor.is(link, "or") && low.measure == Measure::Plain && low.number.value > 0.0;
    if !(dash || to || between || or) {
        return None;
    }
    let high = quantity_at(cursor, link + suspended + 1).filter(|high| high.number.notation != Notation::Vague)?;
    let mut low_value = low.number.value;
    let high_value = high.number.value;
    if low.measure != Measure::Plain && high.measure != Measure::Plain && !low.fits(&high) {
        return None;
    }
    // "$5-10 million", "2 to 3 million": the multiplier is that of both.
    let factor = multiplier(cursor, &high);
    if factor > 1.0
        && multiplier(cursor, low) == 1.0
        && low_value < high_value / factor * 1.5
        && low.measure != high.measure
        || factor > 1.0 && low_value < high_value / factor && multiplier(cursor, low) == 1.0
    {
        low_value *= factor;
    }
    // What comes first has to be less, unless "from" tells of a fall.
    let from = before == "from";
    // "fell 9 percent to 31,400", "fell a third to £40m": by how much, and to what.
    let part = low.number.notation == Notation::Fraction && high.number.notation != Notation::Fraction;
    if to && !from && (low.measure != Measure::Plain && high.measure == Measure::Plain || part) {
        return None;
    }
    let plain = low.measure == Measure::Plain && high.measure == Measure::Plain;
    if low_value > high_value && !(from && to) || low_value == high_value {
        return None;
    }
    if to && plain && !from && is_verb(cursor, back(low.first, 1)) && !is_plural_noun(cursor, high.end) {
        // "gave 5 to 10": too little to tell; the noun after decides.
        return None;
    }
    // "five or 10 minutes", "two or three people"; "50 or 100,000" are two.
    if or && (high.number.value > low.number.value * 2.5 || low.number.notation == Notation::Fraction) {
        return None;
    }
    if dash && plain && cursor.is_dash(high.end) && cursor.touched(high.end) && cursor.is_number(high.end + 1) {
        return None;
    }
    let end = high.end;
    let first = low.first;
    let quantity = if high.measure == Measure::Plain { low.clone() } else { high };
    // "$10 to 15" may be two amounts; with a dash it is one.
    if quantity.measure != Measure::Plain
        && low.measure != Measure::Plain
        && to
        && end == link + 2
        && is_plural_noun(cursor, end)
    {
        return None;
    }
    let range = Some((low_value.min(high_value), low_value.max(high_value)));
    Some(Amount { quantity, first, end, range, falls: low_value > high_value })
}

/// What the words or letters after the digits multiply by.
fn multiplier(cursor: &Cursor, quantity: &Quantity) -> f64 {
    let number = &quantity.number;
    (number.first..number.end)
        .find_map(|at| parse_digits(cursor.word(at)))
        .filter(|&digits| digits != 0.0 && number.notation == Notation::Digits)
        .map_or_else(|| word_multiplier(cursor, number.end), |digits| (number.value / digits).abs())
}

/// The multiplier that ends a number in words: "two million".
fn word_multiplier(cursor: &Cursor, end: usize) -> f64 {
    match number_word_at(cursor, back(end, 1)) {
        Some(NumberWord::Scale(scale)) => scale,
        _ => 1.0,
    }
}
