//! Whether a figure is where a change leads, and not how far.

use super::{
    hedge::hedge_before,
    word::{noun_direction, verb_direction},
};
use crate::{
    figure::cursor::{Cursor, back},
    lexicon::List,
};

/// Whether the figure is where a change leads, and not how far: "to 31%", "to a record high of 31%", "from 4 to 5".
pub(in crate::figure) fn is_level(cursor: &Cursor, first: usize, range: bool) -> bool {
    let mut at = back(left_of(cursor, first), 1);
    if cursor.is(at, "between") {
        at = back(at, 1);
    }
    if cursor.is(at, "of") && noun_direction(cursor, back(at, 1)).is_none() {
        at = cursor.preceding(at, 5).rev().find(|&at| cursor.is(at, "to")).unwrap_or(at);
    }
    // "dropped below 80".
    let bound = || cursor.is_any(back(first, 1), &["below", "above"]) && verb_direction(cursor, at).is_some();
    cursor.is(at, "to") || bound() || range && cursor.is(at, "from")
}

/// Where the amount begins, its hedges, articles and descriptions counted in: "to a seasonally adjusted 385,000".
pub(in crate::figure) fn left_of(cursor: &Cursor, first: usize) -> usize {
    let (_, left) = hedge_before(cursor, first, false);
    let fillers = cursor.bounds().start..left;
    left - fillers.rev().take_while(|&at| cursor.is_in(at, List::AmountFillers)).count()
}
