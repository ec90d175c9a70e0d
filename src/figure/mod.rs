//! Figures: numbers, money, percent, dates and the like, each with its value and what it counts.
#![allow(clippy::float_cmp, reason = "numbers are compared as they were written")]

mod context;
mod cursor;
mod discourse;
mod find;
mod grammar;
mod identifier;
mod modifier;
mod number;
mod quantity;
mod referent;
#[cfg(test)]
mod rules;
mod time;

pub(crate) use find::find_figures;
#[cfg(feature = "train")]
pub(crate) use find::numerals;
