//! Words of change: verbs and nouns that say up or down.

use super::direction::Direction;
use crate::{figure::cursor::Cursor, lexicon::List};

/// The direction of a verb of change, in any form.
pub(in crate::figure) fn verb_direction(cursor: &Cursor, at: usize) -> Option<Direction> {
    one_of(cursor, at, List::RiseVerbs, List::FallVerbs)
}

/// The direction of a noun of change.
pub(in crate::figure) fn noun_direction(cursor: &Cursor, at: usize) -> Option<Direction> {
    one_of(cursor, at, List::RiseNouns, List::FallNouns)
}

/// "higher", "fewer": after the figure.
pub(super) fn degree_direction(cursor: &Cursor, at: usize) -> Option<Direction> {
    one_of(cursor, at, List::HigherDegrees, List::LowerDegrees)
}

fn one_of(cursor: &Cursor, at: usize, up: List, down: List) -> Option<Direction> {
    match (cursor.is_in(at, up), cursor.is_in(at, down)) {
        (true, _) => Some(Direction::Up),
        (_, true) => Some(Direction::Down),
        _ => None,
    }
}
