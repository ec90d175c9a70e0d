//! How the words around a figure hedge or move it.

mod change;

pub(super) use change::{Moves, change, hedge_before, is_level, left_of, noun_direction, verb_direction};
