//! Directions after a figure: "a 3% rise", "3 percent higher", "17 percent below its peak".

use super::{
    direction::{Direction, Moves, Place},
    word::{degree_direction, noun_direction},
};
use crate::{figure::cursor::Cursor, lexicon::List};

/// A direction that one of the two words after a figure tells.
pub(super) struct DirectionAfter {
    pub(super) name: &'static str,
    /// A sentence with the figure in brackets.
    #[cfg(test)]
    pub(super) example: &'static str,
    /// What the word at a token says; the figure's own words end before `start`.
    read: fn(Place, usize, usize) -> Option<Direction>,
}

const fn row(
    name: &'static str,
    example: &'static str,
    read: fn(Place, usize, usize) -> Option<Direction>,
) -> DirectionAfter {
    let _ = example;
    DirectionAfter {
        name,
        #[cfg(test)]
        example,
        read,
    }
}

#[rustfmt::skip]
pub(super) static DIRECTIONS_AFTER: [DirectionAfter; 3] = [
    row("above or below after", "Shares stand [17 percent] below their peak.", above_or_below),
    row("noun of change after", "The union won a [3%] pay rise.", |place, at, _| noun_direction(place.cursor, at)),
    // "2% more than" what? "cut 5% off" is read on the other side.
    row("degree after", "Rents were [3 percent] higher.", degree),
];

/// "3 percent higher"; "three miles off the coast" is where.
fn degree(place: Place, at: usize, _: usize) -> Option<Direction> {
    let apart = place.cursor.is(at, "off") && place.moves != Moves::Amounts;
    degree_direction(place.cursor, at).filter(|_| !apart)
}

/// The direction that the words after a figure tell.
pub(super) fn direction_after(place: Place) -> Option<(&'static str, Direction)> {
    let cursor = place.cursor;
    if !matches!(place.moves, Moves::Amounts | Moves::Measures) {
        return None;
    }
    let start = place.end + usize::from(cursor.is_hyphen(place.end));
    for at in start..start + 2 {
        if !cursor.is_word(at) {
            return None;
        }
        let read = |row: &DirectionAfter| Some((row.name, (row.read)(place, at, start)?));
        if let Some(found) = DIRECTIONS_AFTER.iter().find_map(read) {
            return Some(found);
        }
        if !stands_between(cursor, at) {
            return None;
        }
    }
    None
}

/// "a 3 percent annual rise", "a 3% pay rise": what may stand before the noun.
fn stands_between(cursor: &Cursor, at: usize) -> bool {
    cursor.lexicon().speech(cursor.lowercase(at)).is_adjective() || cursor.is_in(at, List::PayNouns)
}

fn above_or_below(place: Place, at: usize, start: usize) -> Option<Direction> {
    if at != start || place.moves != Moves::Amounts || !place.cursor.is_word(at + 1) {
        return None;
    }
    match place.cursor.lowercase(at) {
        "above" => Some(Direction::Up),
        "below" => Some(Direction::Down),
        _ => None,
    }
}
