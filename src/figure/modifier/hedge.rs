//! Hedges before a figure: "at least", "up to", "nearly".

use crate::{
    document::Change,
    figure::{
        cursor::{Cursor, back},
        grammar::{is_determiner, is_function_word},
    },
    lexicon::List,
};
use Slot::{Any, In, Is, OneOf};

/// What stands at one place of a hedge.
#[derive(Clone, Copy, Debug)]
pub(super) enum Slot {
    /// This word.
    Is(&'static str),
    /// One of a few words.
    OneOf(&'static [&'static str]),
    /// A word of a list.
    In(List),
    /// Any token.
    Any,
}

impl Slot {
    fn fits(self, cursor: &Cursor, at: usize) -> bool {
        match self {
            Is(word) => cursor.is(at, word),
            OneOf(words) => cursor.is_any(at, words),
            In(list) => cursor.is_in(at, list),
            Any => cursor.contains(at),
        }
    }
}

/// A hedge: the words that it consists of, right before the figure.
pub(super) struct Hedge {
    pub(super) name: &'static str,
    /// A sentence with the figure in brackets.
    #[cfg(test)]
    pub(super) example: &'static str,
    words: &'static [Slot],
    change: Change,
    /// What else has to hold.
    when: fn(Place) -> bool,
}

/// Where a hedge ends.
#[derive(Clone, Copy)]
pub(super) struct Place<'c> {
    cursor: &'c Cursor<'c>,
    /// One past its last token.
    end: usize,
    /// Whether the figure is a length of time.
    is_time: bool,
}

const fn row(
    name: &'static str,
    example: &'static str,
    words: &'static [Slot],
    change: Change,
    when: fn(Place) -> bool,
) -> Hedge {
    let _ = example;
    Hedge {
        name,
        #[cfg(test)]
        example,
        words,
        change,
        when,
    }
}

const fn always(_: Place) -> bool {
    true
}

/// The hedges, longer ones before the shorter ones that end as they do.
#[rustfmt::skip]
pub(super) static HEDGES: [Hedge; 34] = [
    row("as many as", "The storm cut power to as many as [400] homes.", &[Is("as"), In(List::AsMuch), Is("as")], Change::AtMost, always),
    row("as few as", "It needs as few as [12] workers.", &[Is("as"), OneOf(&["few", "little", "low", "small"]), Is("as")], Change::AtLeast, always),
    row("no more than", "The plan allows no more than [30] boats.", &[OneOf(&["no", "not"]), In(List::NoMore), Is("than")], Change::AtMost, always),
    row("no less than", "The firm sold no fewer than [900] bicycles.", &[OneOf(&["no", "not"]), OneOf(&["less", "fewer", "lower"]), Is("than")], Change::AtLeast, always),
    row("in excess of", "The club has in excess of [2,000] members.", &[Is("in"), Is("excess"), Is("of")], Change::AtLeast, always),
    row("a minimum of", "Each crew has a minimum of [3] divers.", &[Is("a"), Is("minimum"), Is("of")], Change::AtLeast, always),
    row("at the least", "The work will take at the least [40] welders.", &[Is("at"), Is("the"), Is("least")], Change::AtLeast, always),
    row("a maximum of", "The hall holds a maximum of [80] guests.", &[Is("a"), Is("maximum"), Is("of")], Change::AtMost, always),
    row("at the most", "The hall holds at the most [80] guests.", &[Is("at"), Is("the"), Is("most")], Change::AtMost, always),
    row("in the region", "The repair costs in the region [£300].", &[Is("in"), Is("the"), Is("region")], Change::About, always),
    row("in the region of", "The yard has in the region of [600] staff.", &[Is("in"), Any, Is("region"), Is("of")], Change::About, always),
    row("more than", "The ferry carried more than [300] cars.", &[In(List::MoreThan), Is("than")], Change::AtLeast, always),
    row("less than", "The ferry carried fewer than [300] cars.", &[In(List::LessThan), Is("than")], Change::AtMost, always),
    row("at least", "At least [12] boats sank.", &[Is("at"), Is("least")], Change::AtLeast, always),
    row("upwards of", "Upwards of [500] people came.", &[OneOf(&["upwards", "upward"]), Is("of")], Change::AtLeast, always),
    row("north of", "The estate is worth north of [$3 million].", &[Is("north"), Is("of")], Change::AtLeast, always),
    row("minimum of", "Lenders ask for the legal minimum of [$500].", &[Is("minimum"), Is("of")], Change::AtLeast, always),
    row("at most", "The lift holds at most [8] people.", &[Is("at"), Is("most")], Change::AtMost, always),
    row("up to", "The quay takes up to [40] yachts.", &[Is("up"), Is("to")], Change::AtMost, is_bound),
    row("south of", "The estate is worth south of [$3 million].", &[Is("south"), Is("of")], Change::AtMost, always),
    row("maximum of", "Fines reach the legal maximum of [$500].", &[Is("maximum"), Is("of")], Change::AtMost, always),
    row("shy of", "The fund ended shy of [$4 million].", &[Is("shy"), Is("of")], Change::AtMost, always),
    row("just short of", "The fund ended just short of [$4 million].", &[Is("short"), Is("of")], Change::AtMost, |place| place.cursor.is(back(place.end, 3), "just")),
    row("under the age of", "It is free for people under the age of [30].", &[OneOf(&["under", "below"]), Is("the"), Is("age"), Is("of")], Change::AtMost, always),
    row("over the age of", "It is free for people over the age of [60].", &[OneOf(&["over", "above"]), Is("the"), Is("age"), Is("of")], Change::AtLeast, always),
    row("plus or minus", "The poll is exact to plus or minus [3%].", &[Is("plus"), Is("or"), Is("minus")], Change::About, always),
    row("close to", "The port employs close to [700] people.", &[Is("close"), Is("to")], Change::About, always),
    row("an estimated", "An estimated [700] people marched.", &[Is("an"), Is("estimated")], Change::About, always),
    row("or so", "In a year or so [300] homes will stand here.", &[Is("or"), Is("so")], Change::About, always),
    row("something like", "It employs something like [700] people.", &[Is("something"), Is("like")], Change::About, always),
    row("about", "The port employs about [700] people.", &[In(List::AboutHedges)], Change::About, is_no_topic),
    row("over", "The port employs over [700] people.", &[In(List::AtLeastHedges)], Change::AtLeast, is_no_preposition),
    row("sub-", "Demand for sub-[300 sq m] offices surged.", &[Is("sub"), Is("-")], Change::AtMost, always),
    row("under", "The port employs under [700] people.", &[In(List::AtMostHedges)], Change::AtMost, always),
];

/// What was found before a figure, by which row, and where it begins.
pub(super) struct Read {
    pub(super) found: Option<(&'static str, Change)>,
    pub(super) left: usize,
}

/// The hedge that ends before the token, and where it begins.
pub(in crate::figure) fn hedge_before(cursor: &Cursor, first: usize, is_time: bool) -> (Option<Change>, usize) {
    let Read { found, left } = read_hedge(cursor, first, is_time);
    (found.map(|(_, change)| change), left)
}

/// The hedge before the token, with the name of its row.
pub(super) fn read_hedge(cursor: &Cursor, first: usize, is_time: bool) -> Read {
    let mut read = Read { found: None, left: first };
    // "at least about", "up to an estimated": the one nearest to the sentence's start says most.
    while let Some((hedge, len)) = ending_at(Place { cursor, end: read.left, is_time }) {
        read = Read { found: Some((hedge.name, hedge.change)), left: read.left - len };
    }
    if read.found.is_none() { across_article(cursor, first, is_time).unwrap_or(read) } else { read }
}

/// "up to a $1 million": an article between the hedge and the figure.
fn across_article(cursor: &Cursor, first: usize, is_time: bool) -> Option<Read> {
    let article = first.checked_sub(1).filter(|&at| cursor.is_any(at, &["a", "an", "the"]))?;
    let (hedge, len) = ending_at(Place { cursor, end: article, is_time })?;
    // "lower than the 70% of last year": compared with a known number, and not bound by it.
    if cursor.is(article, "the") && cursor.is_in(back(first, 2), List::KnownBounds) {
        return None;
    }
    Some(Read { found: Some((hedge.name, hedge.change)), left: article - len })
}

/// The hedge whose last word stands before `place.end`, and its length in tokens.
fn ending_at(place: Place) -> Option<(&'static Hedge, usize)> {
    let Place { cursor, end, .. } = place;
    let fits = |hedge: &&Hedge| {
        let Some(first) = end.checked_sub(hedge.words.len()).filter(|&first| first >= cursor.start()) else {
            return false;
        };
        hedge.words.iter().zip(first..end).rev().all(|(slot, at)| slot.fits(cursor, at)) && (hedge.when)(place)
    };
    if let Some(hedge) = HEDGES.iter().find(fits) {
        return Some((hedge, hedge.words.len()));
    }
    // "just over", "well below", "only about".
    let adverb = end.checked_sub(1).filter(|&at| at > cursor.start() && cursor.is_in(at, List::HedgeAdverbs))?;
    ending_at(Place { end: adverb, ..place }).map(|(hedge, len)| (hedge, len + 1))
}

/// "up to 40" as a bound; not "went up to 40", "added up to 40".
fn is_bound(place: Place) -> bool {
    let before = back(place.end, 3);
    !place.cursor.is_in(before, List::AddingVerbs) && !is_going(place.cursor, before)
}

/// Whether the verb goes up to a level, so that "up to" is a direction and no bound.
pub(super) fn is_going(cursor: &Cursor, at: usize) -> bool {
    cursor.is_in(at, List::GoingVerbs)
}

/// Not "not about one field", "talked about two films": of what, and not how many.
fn is_no_topic(place: Place) -> bool {
    !(place.cursor.before(place.end) == "about" && place.cursor.is_in(back(place.end, 2), List::TopicalWords))
}

/// Not "over two years", "ran over two miles", "took over three rivals".
fn is_no_preposition(place: Place) -> bool {
    let Place { cursor, end, is_time } = place;
    // "hand over 1,000 prisoners": the verb's own "over".
    let verbs_own = || cursor.is_in(back(end, 2), List::OverVerbs);
    cursor.before(end) != "over" || !(is_time || is_stretch(cursor, end) || verbs_own())
}

/// "ran over two miles", "struck out ten over seven innings": a stretch that "over" leads along, and no bound.
fn is_stretch(cursor: &Cursor, end: usize) -> bool {
    let before = back(end, 2);
    if !(end + 1..end + 3).any(|at| cursor.is_in(at, List::Stretches)) {
        return false;
    }
    if cursor.is_in(before, List::NoStretch) {
        return false;
    }
    if cursor.is_number(before) {
        return true;
    }
    let object = cursor.is_any(before, &["him", "them"]) || !is_function_word(cursor, before);
    cursor.is_word(before) && !is_determiner(cursor, before) && object
}
