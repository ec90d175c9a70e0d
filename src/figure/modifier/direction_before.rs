//! Directions before a figure: "fell 3%", "rose by about 3%", "an increase of 3%", "was up 3%".

use super::{
    direction::{Direction, Moves, Place},
    hedge::is_going,
    word::{noun_direction, verb_direction},
};
use crate::{
    document::TokenKind,
    figure::{
        cursor::{Cursor, back},
        grammar::{follows_determiner, is_determiner, is_verb, part_of_speech},
        number::percent,
    },
    lexicon::List,
};

/// A direction that the words before a figure tell.
pub(super) struct DirectionBefore {
    pub(super) name: &'static str,
    /// A sentence with the figure in brackets.
    #[cfg(test)]
    pub(super) example: &'static str,
    /// None where the row has nothing to say.
    read: fn(&Before) -> Option<Direction>,
}

const fn row(name: &'static str, example: &'static str, read: fn(&Before) -> Option<Direction>) -> DirectionBefore {
    let _ = example;
    DirectionBefore {
        name,
        #[cfg(test)]
        example,
        read,
    }
}

/// In order: the first that has something to say decides.
#[rustfmt::skip]
pub(super) static DIRECTIONS_BEFORE: [DirectionBefore; 10] = [
    row("base", "Growth slowed to 3%, down from [5%] a year before.", |before| before.is_base.then_some(Direction::Still)),
    row("level now", "The shares closed up 0.6% at [$45].", level_now),
    row("added up to", "The costs added up to [40%] of the budget.", added_up_to),
    row("part: make up", "Women make up [a fifth] of the crew.", part),
    row("up or down", "Sales were down [3%] on the year.", up_or_down),
    row("multiple of a base", "The firm is worth nearly double [$47bn].", multiple),
    row("what is counted itself", "The charity raised [$3 million].", counted_itself),
    row("moves shares only", "The army lost [12] soldiers.", moves_shares),
    row("verb of change", "Profit fell [3%] in May.", verb),
    row("across", "There was an increase in sales of [3%].", across),
];

/// The words before a figure, fillers and prepositions passed over: "rose | by a further 3%".
pub(super) struct Before<'c> {
    place: Place<'c>,
    /// The first of the fillers, or the figure's own first token.
    first: usize,
    /// Whether a preposition is among them.
    preposition: bool,
    /// Whether "from" stands there: the base that is left has neither risen nor fallen.
    is_base: bool,
}

impl<'c> Before<'c> {
    fn new(place: Place<'c>) -> Self {
        let Place { cursor, left, moves, .. } = place;
        let counts = moves == Moves::Counts;
        let mut before = Self { place, first: left, preposition: false, is_base: false };
        while before.first > cursor.start() {
            let at = before.first - 1;
            let passed = match cursor.lowercase(at) {
                // "fell to an annual pace of 5.8 million units".
                "of" if counts && cursor.is_in(back(at, 1), List::PaceNouns) => 2,
                "of" | "at" if counts => break,
                "by" | "to" | "of" | "at" | "between" => 1,
                "from" => {
                    before.is_base = true;
                    break;
                }
                "more" | "less" if at + 1 >= left => {
                    before.first = at;
                    continue;
                }
                _ if cursor.is_in(at, List::ChangeFillers) => {
                    before.first = at;
                    continue;
                }
                _ => break,
            };
            before.preposition = true;
            before.first -= passed;
        }
        before
    }

    fn cursor(&self) -> &'c Cursor<'c> {
        self.place.cursor
    }

    /// The token before the fillers: where a verb would stand.
    fn near(&self) -> usize {
        back(self.first, 1)
    }
}

/// The direction that the words before a figure tell.
pub(super) fn direction_before(place: Place) -> Option<(&'static str, Direction)> {
    let before = Before::new(place);
    if before.first == place.cursor.start() {
        return None;
    }
    DIRECTIONS_BEFORE.iter().find_map(|row| Some((row.name, (row.read)(&before)?)))
}

/// "up 0.6% at 457.8 points", "closed down 3% at 12": how far, and where it is now.
fn level_now(before: &Before) -> Option<Direction> {
    let (cursor, near) = (before.cursor(), before.near());
    let moved = || cursor.is_number(near) || cursor.is_in(near, List::MovedUnits);
    (cursor.is(before.first, "at") && moved()).then_some(Direction::Still)
}

/// Whether "up" or "down" stands right before the fillers.
fn is_up_or_down(before: &Before) -> bool {
    let (cursor, near) = (before.cursor(), before.near());
    cursor.is_any(near, &["up", "down"]) && cursor.is_word(near)
}

/// "added up to 40" moves nothing; "was up to 40" and "went up to 40" are directions.
fn added_up_to(before: &Before) -> Option<Direction> {
    let (cursor, near) = (before.cursor(), before.near());
    let verb = back(near, 1);
    let up_to = is_up_or_down(before) && cursor.reads(near, &["up", "to"]);
    let moves = || cursor.is_in(verb, List::FiniteBe) || cursor.is(verb, ",") || is_going(cursor, verb);
    (up_to && !moves()).then_some(Direction::Still)
}

/// "make up about a fifth of the total".
fn part(before: &Before) -> Option<Direction> {
    let cursor = before.cursor();
    let made = cursor.is(before.near(), "up") && cursor.is_in(back(before.near(), 1), List::UpVerbs);
    made.then_some(Direction::Still)
}

/// "up 3%", "were down by 5%"; not "set up 3 schools", "picked up two".
fn up_or_down(before: &Before) -> Option<Direction> {
    if !is_up_or_down(before) {
        return None;
    }
    let (cursor, near) = (before.cursor(), before.near());
    let phrase = before.place.moves != Moves::Counts || before.preposition;
    if !phrase && verb_direction(cursor, back(near, 1)).is_none() {
        return Some(Direction::Still);
    }
    Some(if cursor.is(near, "up") { Direction::Up } else { Direction::Down })
}

/// A verb of change right before the fillers, where it moves the figure; else the figure stays.
fn verb_where(before: &Before, takes: bool) -> Option<Direction> {
    let direction = verb_direction(before.cursor(), before.near())?;
    Some(if takes { direction } else { Direction::Still })
}

/// "nearly double its valuation of $47bn"; "to double" is a rise.
fn multiple(before: &Before) -> Option<Direction> {
    let (cursor, near) = (before.cursor(), before.near());
    if !is_multiple(cursor, near) {
        return None;
    }
    verb_where(before, cursor.is_in(back(near, 1), List::BeforeInfinitives))
}

fn is_multiple(cursor: &Cursor, at: usize) -> bool {
    cursor.is_any(at, &["double", "triple", "quadruple"])
}

/// What is raised or lifted is counted by the figure itself: "raised $3 million".
fn counted_itself(before: &Before) -> Option<Direction> {
    if !before.cursor().is_in(before.near(), List::CountedByFigure) {
        return None;
    }
    verb_where(before, before.preposition)
}

/// "lost 3%", "lost a third of its value"; not "lost 12 soldiers", "added 3 goals".
fn moves_shares(before: &Before) -> Option<Direction> {
    let (cursor, Place { left, moves, .. }) = (before.cursor(), before.place);
    if !cursor.is_in(before.near(), List::MovesShares) {
        return None;
    }
    let share = || moves == Moves::Measures || moves == Moves::Amounts && is_relative(cursor, left);
    verb_where(before, before.preposition || share())
}

/// "fell 3%", "rose to 5"; not "dropped 40 millimetres of rain".
fn verb(before: &Before) -> Option<Direction> {
    let (cursor, end) = (before.cursor(), before.place.end);
    let last = back(end, 1);
    let share = || percent(cursor, last).is_some() || cursor.is_any(last, &["percent", "cent"]);
    verb_where(before, before.preposition || !cursor.is(end, "of") || share())
}

/// Whether the amount at the token is a share or stands in points, as what markets gain and lose.
fn is_relative(cursor: &Cursor, at: usize) -> bool {
    cursor
        .following(at, 8)
        .any(|near| percent(cursor, near).is_some() || cursor.is_any(near, &["point", "points", "cents", "pence"]))
}

/// "an increase of 3%", "a fall in sales of 3%", "raised its rate to 4.5%": across what stands between.
fn across(before: &Before) -> Option<Direction> {
    const FARTHEST: usize = 13;
    if !before.preposition {
        return None;
    }
    let (cursor, near) = (before.cursor(), before.near());
    let from = cursor.start().max(near.saturating_sub(FARTHEST));
    for at in (from..=near).rev() {
        if !may_stand_between(cursor, at, near) {
            return None;
        }
        if let Some(direction) = up_or_down_across(cursor, at, from) {
            return Some(direction);
        }
        if lowers_what_was(cursor, at, near) {
            return None;
        }
        let direction = verb_direction(cursor, at).or_else(|| noun_direction(cursor, at));
        if let Some(direction) = direction.filter(|_| !is_multiple(cursor, at)) {
            return Some(direction);
        }
        // "can lift 25kg and walks at 1.5 metres per second": another verb's.
        let joined = cursor.is_any(back(at, 1), &["and", "but"]);
        if joined && is_verb(cursor, at) && part_of_speech(cursor, at).is_finite() {
            return None;
        }
    }
    None
}

/// Amounts may stand between: "rose 3% to $5bn", "fell 2 percent, to 45"; not the end of a clause, "and stay at $80".
fn may_stand_between(cursor: &Cursor, at: usize, near: usize) -> bool {
    let kind = match cursor.kind(at) {
        Some(TokenKind::Word | TokenKind::Clitic | TokenKind::Hyphen | TokenKind::Number | TokenKind::Symbol) => true,
        Some(TokenKind::Comma) => cursor.word(at) == "," && (at == near || cursor.is(at + 1, "or")),
        _ => false,
    };
    kind && !cursor.is_in(at, List::ChangeStops)
}

/// "was up 3% to 45", "were down to 45".
fn up_or_down_across(cursor: &Cursor, at: usize, from: usize) -> Option<Direction> {
    if at == from || !cursor.is_any(at, &["up", "down"]) {
        return None;
    }
    let is = cursor.is_in(at - 1, List::FiniteBe) || cursor.is(at - 1, "be");
    if !is && !cursor.is_number(at + 1) {
        return None;
    }
    Some(if cursor.is(at, "up") { Direction::Up } else { Direction::Down })
}

/// "lowered the tax rate of 35%": what is lowered was so high.
fn lowers_what_was(cursor: &Cursor, at: usize, near: usize) -> bool {
    let verb = cursor.is(near + 1, "of") && verb_direction(cursor, at).is_some() && !follows_determiner(cursor, at);
    verb && !is_level_of_change(cursor, near)
}

/// "fell at an annual rate of 3%", "was down an average of 3%": nouns whose "of" says how far something moved.
fn is_level_of_change(cursor: &Cursor, noun: usize) -> bool {
    let first = cursor.preceding(noun, 4).rev().find(|&at| is_determiner(cursor, at));
    let led = || first.is_some_and(|first| cursor.is_any(back(first, 1), &["at", "to", "by"]));
    noun_direction(cursor, noun).is_some() || cursor.is_in(noun, List::LevelNouns) || led()
}
