//! Facts: what an article's figures tell.

use crate::text::Span;

/// A row for a reader: a number, what it is of, and what happened to it.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Fact {
    /// The figures that say it: the number, its conversions in brackets, its old value.
    pub figures: Vec<u32>,
    /// What it counts or measures: "drones".
    pub what: Option<Span>,
    /// What happened to them, or what they did: "were shot down".
    pub happened: Option<Span>,
    /// How that joins the number and what it is of.
    pub join: Join,
    /// Per what: "a month".
    pub per: Option<Span>,
    /// When: a date of the same clause.
    pub when: Option<Span>,
    /// The figure that it was before.
    pub from: Option<u32>,
    /// The figure that it is now.
    pub to: Option<u32>,
    /// How much the row tells: 0 to 1; 0 where it is none.
    pub weight: f32,
    /// Index of its sentence.
    pub sentence: u32,
}

/// How what happened is read behind a number and what it is of.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Join {
    /// As the verb of them: "88 drones were shot down", "128 drones veered off course".
    #[default]
    Verb,
    /// As a participle behind them: "273 drones launched", "50 people wounded".
    Participle,
    /// As what somebody else does: "600 people: employs".
    Apart,
}
