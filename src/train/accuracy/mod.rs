//! Scorers: how right the engine is on other people's gold data.
//!
//! `train accuracy NAME` runs one and writes its table to `docs/accuracy/NAME.md`; without a name, all of them.

pub mod actors;
mod f1;
pub mod figures;
pub mod names;
pub mod news;
pub mod newsquant;
pub mod pages;
pub mod points;
pub mod quotes;
mod rivals;
pub mod sentences;
pub mod syntax;

use std::io;

pub use f1::Counts;

/// A scorer: gives its table as Markdown.
pub type Scorer = fn() -> io::Result<String>;

/// All scorers, by name.
pub const SCORERS: &[(&str, Scorer)] = &[
    ("sentences", sentences::table),
    ("names", names::table),
    ("actors", actors::table),
    ("figures", figures::table),
    ("quotes", quotes::score),
    ("points", points::table),
    ("pages", pages::table),
    ("syntax", syntax::table),
];
