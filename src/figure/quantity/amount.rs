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
    if is_vague_plural(cursor, &quantity) {
        let (low, high) = (quantity.number.value, quantity.number.value * 10.0);
        return Some(Amount {
            first: quantity.first,
            end: quantity.end,
            quantity,
            range: Some((low, high)),
            falls: false,
        });
    }
    let quantity = with_shared_unit(cursor, quantity);
    Some(Amount { first: quantity.first, end: quantity.end, quantity, range: None, falls: false })
}

/// "tens of thousands": between ten and a hundred thousand.
fn is_vague_plural(cursor: &Cursor, quantity: &Quantity) -> bool {
    quantity.number.notation == Notation::Vague
        && matches!(number_word_at(cursor, quantity.number.first), Some(NumberWord::Plural(_)))
}

/// "7- or 8-inch": a plain number before a hyphen has the unit of the next.
fn with_suspended_unit(cursor: &Cursor, quantity: &Quantity) -> Option<Quantity> {
    let at = quantity.end;
    if !cursor.is_tied_hyphen(at) || !cursor.is_any(at + 1, &["or", "and"]) {
        return None;
    }
    let other = quantity_at(cursor, at + 2).filter(|other| other.measure != Measure::Plain)?;
    Some(Quantity { measure: other.measure, unit: other.unit, ..quantity.clone() })
}

/// "45 and 50 mg", "2, 3 and 5 percent": a plain number takes the unit of the list's last.
fn with_shared_unit(cursor: &Cursor, quantity: Quantity) -> Quantity {
    const LONGEST_LIST: usize = 4;
    if quantity.measure != Measure::Plain || quantity.number.notation == Notation::Vague {
        return quantity;
    }
    if let Some(shared) = with_suspended_unit(cursor, &quantity) {
        return shared;
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

/// How the ends of a range are joined.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Link {
    /// "10-15".
    Dash,
    /// "10 to 15".
    To,
    /// "from 10 to 15".
    FromTo,
    /// "between 10 and 15".
    And,
    /// "10 or 15".
    Or,
}

/// Both ends of what may be a range.
struct Ends<'q> {
    low: &'q Quantity,
    high: &'q Quantity,
    link: Link,
}

/// What two amounts side by side are instead of a range, in the order in which it is looked for.
const NO_RANGES: [fn(&Cursor, &Ends) -> bool; 6] =
    [has_unlike_units, is_change_and_level, is_given, are_alternatives, is_chain, are_two_sums];

fn range_from(cursor: &Cursor, low: &Quantity) -> Option<Amount> {
    if low.number.notation == Notation::Vague {
        return None;
    }
    let (link, at) = link_after(cursor, low)?;
    let high = quantity_at(cursor, at).filter(|high| high.number.notation != Notation::Vague)?;
    let ends = Ends { low, high: &high, link };
    if NO_RANGES.iter().any(|is_other| is_other(cursor, &ends)) {
        return None;
    }
    let (from, to) = (low_value(cursor, &ends), high.number.value);
    // What comes first has to be less, unless "from" tells of a fall.
    if from == to || from > to && link != Link::FromTo {
        return None;
    }
    let (first, end) = (low.first, high.end);
    let quantity = if high.measure == Measure::Plain { low.clone() } else { high };
    Some(Amount { quantity, first, end, range: Some((from.min(to), from.max(to))), falls: from > to })
}

/// What joins the quantity to the next one, and where that begins.
fn link_after(cursor: &Cursor, low: &Quantity) -> Option<(Link, usize)> {
    let at = low.end;
    // "8- to 16-meter".
    let suspended = usize::from(cursor.is_hyphen(at) && cursor.is(at + 1, "to"));
    // "fell by $2 to $78" are two.
    if cursor.is(at + suspended, "to") && cursor.before(hedge_before(cursor, low.first, false).1) != "by" {
        let link = if cursor.is(back(low.first, 1), "from") { Link::FromTo } else { Link::To };
        return Some((link, at + suspended + 1));
    }
    let next = at + suspended + 1;
    match cursor.lowercase(at) {
        "~" | "−" => Some((Link::Dash, next)),
        "and" if is_between(cursor, low.first) => Some((Link::And, next)),
        "or" if low.measure == Measure::Plain && low.number.value > 0.0 => Some((Link::Or, next)),
        _ => cursor.is_dash(at).then_some((Link::Dash, next)),
    }
}

/// "between 10", "between about 10".
fn is_between(cursor: &Cursor, first: usize) -> bool {
    [1, 2].into_iter().any(|steps| cursor.is(back(first, steps), "between"))
}

/// The lower end's value: the multiplier of the higher one is that of both in "$5-10 million", "2 to 3 million".
fn low_value(cursor: &Cursor, ends: &Ends) -> f64 {
    let (low, high) = (ends.low.number.value, ends.high.number.value);
    let factor = multiplier(cursor, ends.high);
    if factor <= 1.0 || multiplier(cursor, ends.low) != 1.0 {
        return low;
    }
    let bound = high / factor;
    let bound = if ends.low.measure == ends.high.measure { bound } else { bound.max(bound * 1.5) };
    if low < bound { low * factor } else { low }
}

/// "5 kg to 10 metres".
fn has_unlike_units(_: &Cursor, ends: &Ends) -> bool {
    let measured = ends.low.measure != Measure::Plain && ends.high.measure != Measure::Plain;
    measured && !ends.low.fits(ends.high)
}

/// "fell 9 percent to 31,400", "fell a third to £40m": by how much, and to what.
fn is_change_and_level(_: &Cursor, ends: &Ends) -> bool {
    if ends.link != Link::To {
        return false;
    }
    let part = ends.low.number.notation == Notation::Fraction && ends.high.number.notation != Notation::Fraction;
    part || ends.low.measure != Measure::Plain && ends.high.measure == Measure::Plain
}

/// "gave 5 to 10": too little to tell; the noun after decides.
fn is_given(cursor: &Cursor, ends: &Ends) -> bool {
    if ends.link != Link::To || !ends.are_plain() {
        return false;
    }
    is_verb(cursor, back(ends.low.first, 1)) && !is_plural_noun(cursor, ends.high.end)
}

/// "50 or 100,000" are two; "five or 10 minutes", "two or three people" are ranges.
fn are_alternatives(_: &Cursor, ends: &Ends) -> bool {
    if ends.link != Link::Or {
        return false;
    }
    ends.low.number.notation == Notation::Fraction || ends.high.number.value > ends.low.number.value * 2.5
}

/// "10-15-20".
fn is_chain(cursor: &Cursor, ends: &Ends) -> bool {
    let end = ends.high.end;
    let hyphen = ends.link == Link::Dash || cursor.is_hyphen(ends.low.end);
    if !hyphen || !ends.are_plain() {
        return false;
    }
    cursor.is_dash(end) && cursor.touched(end) && cursor.is_number(end + 1)
}

/// "$10 to 15 people" may be two amounts; with a dash it is one.
fn are_two_sums(cursor: &Cursor, ends: &Ends) -> bool {
    let end = ends.high.end;
    if !matches!(ends.link, Link::To | Link::FromTo) || ends.low.measure == Measure::Plain {
        return false;
    }
    end == ends.low.end + 2 && is_plural_noun(cursor, end)
}

impl Ends<'_> {
    fn are_plain(&self) -> bool {
        self.low.measure == Measure::Plain && self.high.measure == Measure::Plain
    }
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
