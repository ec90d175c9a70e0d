//! Figures: numbers with what they say.

use crate::text::Span;
use serde::{Deserialize, Serialize};
use std::borrow::Cow;

/// What kind of figure.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
#[non_exhaustive]
pub enum FigureKind {
    /// "273 drones".
    Count,
    /// "$3.2bn".
    Money,
    /// "4.5 percent", "two percentage points".
    Percent,
    /// "60 miles per hour", "21°C".
    Measure,
    /// "third".
    Ordinal,
    /// "18 May 2025", "Sunday", "February 2022".
    Date,
    /// "10:30 a.m.".
    Time,
    /// "three days".
    Duration,
    /// "34-year-old".
    Age,
    /// "2-1".
    Score,
    /// "three in four".
    Rate,
}

/// How the text hedges or moves a figure.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[non_exhaustive]
pub enum Change {
    /// The value itself.
    #[default]
    #[serde(rename = "=")]
    Exact,
    /// "about".
    #[serde(rename = "~")]
    About,
    /// "up to".
    #[serde(rename = "<")]
    AtMost,
    /// "at least".
    #[serde(rename = ">")]
    AtLeast,
    /// "rose by".
    #[serde(rename = "up")]
    Up,
    /// "fell to".
    #[serde(rename = "down")]
    Down,
}

/// A figure of the article.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Figure {
    /// Where it stands, with its unit.
    pub span: Span,
    /// What kind of figure.
    pub kind: FigureKind,
    /// Its value; none for a range.
    pub value: Option<f64>,
    /// The ends of a range; one of them where it is open.
    pub min: Option<f64>,
    /// See `min`.
    pub max: Option<f64>,
    /// Canonical unit, or the counted noun's singular.
    pub unit: Option<Cow<'static, str>>,
    /// ISO 4217 code.
    pub currency: Option<&'static str>,
    /// The words in the text that say what it counts or measures.
    pub counts: Option<Span>,
    /// Exact, about, at most, at least, rising, falling.
    pub change: Change,
    /// Whether it is the level that something rose or fell to, and not how far: "fell to 31%". Of a range: from and to.
    pub level: bool,
    /// ISO 8601 / TIMEX3 value of a date, time or duration.
    pub iso: Option<String>,
    /// Index of its sentence.
    pub sentence: u32,
    /// The names of the rules that say what it means, in the order in which they did.
    pub rules: Vec<&'static str>,
}
