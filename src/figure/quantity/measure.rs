//! What a number is a number of.

use crate::{figure::number::Numeral, lexicon::Dimension};
use std::borrow::Cow;

/// What a number is a number of.
#[derive(Clone, PartialEq, Debug)]
pub(in crate::figure) enum Measure {
    /// Nothing that the number itself says.
    Plain,
    /// Percent.
    Percent,
    /// Percentage points, basis points.
    Points,
    /// Money; the code of its currency.
    Money(Option<&'static str>),
    /// A length of time.
    Time,
    /// Any other unit.
    Unit(Dimension),
}

/// A number and its unit.
#[derive(Clone, PartialEq, Debug)]
pub(in crate::figure) struct Quantity {
    /// The number.
    pub(in crate::figure) number: Numeral,
    /// First token: the number's, or that of the sign before it.
    pub(in crate::figure) first: usize,
    /// One past the last token.
    pub(in crate::figure) end: usize,
    /// What it measures.
    pub(in crate::figure) measure: Measure,
    /// Canonical unit.
    pub(in crate::figure) unit: Option<Cow<'static, str>>,
}

impl Quantity {
    /// Whether the two can be the ends of one range.
    pub(in crate::figure) fn fits(&self, other: &Self) -> bool {
        // "$26 to $28 an hour": only the last says per what.
        let base = |unit: &Option<Cow<'static, str>>| {
            unit.as_deref().and_then(|unit| unit.split(" per ").next()).map(str::to_owned)
        };
        self.measure == other.measure && (self.unit == other.unit || base(&self.unit) == base(&other.unit))
    }
}
