//! How the words around a figure hedge or move it: about, at least, up to; rising, falling, and whether to a level.
//!
//! Each reading is a row of a table: a name, an example that a test runs, and what it sets. The rows are tried in order,
//! and the first that fits decides. A direction says more to a reader than a hedge: in "rose by about 3%" it is the
//! direction that is kept.

mod direction;
mod direction_after;
mod direction_before;
mod hedge;
mod hedge_after;
mod level;
mod word;

use super::cursor::Cursor;
use crate::document::Change;

pub(super) use direction::{Direction, Moves};
pub(super) use hedge::hedge_before;
pub(super) use level::{is_level, left_of};
pub(super) use word::{noun_direction, verb_direction};

#[cfg(test)]
mod tests;

/// What the words around a figure make of it, and the names of the rows that said so.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub(super) struct Modified {
    pub(super) change: Change,
    pub(super) hedge_rule: Option<&'static str>,
    pub(super) direction_rule: Option<&'static str>,
}

impl Modified {
    /// The names of its rows.
    pub(super) fn rules(self) -> impl Iterator<Item = &'static str> {
        self.hedge_rule.into_iter().chain(self.direction_rule)
    }
}

/// The change that the words around the tokens `first..end` say.
pub(super) fn change(cursor: &Cursor, first: usize, end: usize, moves: Moves, is_time: bool) -> Modified {
    let before = hedge::read_hedge(cursor, first, is_time);
    let hedge = before.found.or_else(|| hedge_after::hedge_after(cursor, end));
    let direction = (moves != Moves::Nothing).then(|| direction::direction(cursor, before.left, end, moves)).flatten();
    let moved = direction.and_then(|(_, direction)| direction.change());
    Modified {
        change: moved.or(hedge.map(|(_, change)| change)).unwrap_or_default(),
        hedge_rule: hedge.map(|(rule, _)| rule),
        direction_rule: direction.map(|(rule, _)| rule),
    }
}
