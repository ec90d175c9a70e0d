//! Figures: numbers, money, percent, dates and the like, each with its value and what it counts.
#![allow(clippy::float_cmp, reason = "numbers are compared as they were written")]
#![allow(clippy::nonminimal_bool, clippy::single_match_else, reason = "conditions stand as one would say them")]

mod adopt;
mod age;
mod amount;
mod anchor;
mod change;
mod clock;
mod compared;
mod compound;
mod count;
mod counts;
mod date;
mod digits;
mod duration;
mod exception;
mod find;
mod fraction;
mod function_word;
mod label;
mod lasting;
mod measured;
mod measured_before;
mod noun;
mod numeral;
mod numeric;
mod ordinal;
mod phrase;
mod quantity;
mod reader;
mod relative;
mod score;
mod tense;
mod unit;
mod verb;
mod when;
mod words;
mod year;

pub use crate::document::{Change, Figure, FigureKind};

pub(crate) use anchor::month_name;
pub use date::CivilDate;
pub use find::find_figures;
#[cfg(feature = "train")]
pub use find::numerals;
