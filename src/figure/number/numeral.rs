//! A number and how it is written.

/// A number in the text.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(in crate::figure) struct Numeral {
    /// First token.
    pub(in crate::figure) first: usize,
    /// One past the last token.
    pub(in crate::figure) end: usize,
    /// What it says.
    pub(in crate::figure) value: f64,
    /// How it says it.
    pub(in crate::figure) notation: Notation,
}

/// How a number is written.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(in crate::figure) enum Notation {
    /// In digits, perhaps with a multiplier in words.
    Digits,
    /// In words.
    Words,
    /// A plain fraction: "two thirds", "half", "3/4".
    Fraction,
    /// No exact number: "hundreds", "several thousand".
    Vague,
}
