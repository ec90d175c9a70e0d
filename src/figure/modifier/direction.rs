//! Whether a figure rises or falls.

use super::{direction_after::direction_after, direction_before::direction_before};
use crate::{document::Change, figure::cursor::Cursor};

/// What kinds of figure a verb without a preposition moves: "lost 3%", but not "lost 12 soldiers".
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(in crate::figure) enum Moves {
    /// Nothing: dates, ordinals.
    Nothing,
    /// Counts.
    Counts,
    /// Amounts: percent, money, points.
    Amounts,
    /// Measures and fractions, which nobody loses but as a change: "lost 15 kilograms", "lost a third of its value".
    Measures,
}

/// Where a figure goes.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(in crate::figure) enum Direction {
    /// It rises.
    Up,
    /// It falls.
    Down,
    /// Words of change stand there, but move something else.
    Still,
}

impl Direction {
    /// What it makes of a figure.
    pub(in crate::figure) const fn change(self) -> Option<Change> {
        match self {
            Self::Up => Some(Change::Up),
            Self::Down => Some(Change::Down),
            Self::Still => None,
        }
    }
}

/// A figure among the words that may move it.
#[derive(Clone, Copy)]
pub(super) struct Place<'c> {
    pub(super) cursor: &'c Cursor<'c>,
    /// Where its hedges begin.
    pub(super) left: usize,
    /// One past its last token.
    pub(super) end: usize,
    pub(super) moves: Moves,
}

/// The direction of the figure, with the name of the row that told it. `left` is where its hedges begin.
pub(super) fn direction(cursor: &Cursor, left: usize, end: usize, moves: Moves) -> Option<(&'static str, Direction)> {
    let place = Place { cursor, left, end, moves };
    direction_after(place).or_else(|| direction_before(place))
}
