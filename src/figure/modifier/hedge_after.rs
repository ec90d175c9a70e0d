//! Hedges after a figure: "or more", "or so", "+", "at least".

use crate::{
    document::{Change, TokenKind},
    figure::cursor::Cursor,
    lexicon::List,
};

/// A hedge after a figure.
pub(super) struct HedgeAfter {
    pub(super) name: &'static str,
    /// A sentence with the figure in brackets.
    #[cfg(test)]
    pub(super) example: &'static str,
    change: Change,
    /// Whether it stands from the token on.
    stands: fn(&Cursor, usize) -> bool,
}

const fn row(
    name: &'static str,
    example: &'static str,
    change: Change,
    stands: fn(&Cursor, usize) -> bool,
) -> HedgeAfter {
    let _ = example;
    HedgeAfter {
        name,
        #[cfg(test)]
        example,
        change,
        stands,
    }
}

#[rustfmt::skip]
pub(super) static HEDGES_AFTER: [HedgeAfter; 9] = [
    row("sign: plus", "The club has [500]+ members.", Change::AtLeast, |cursor, end| cursor.word(end) == "+" && cursor.touched(end)),
    row("plus", "The club has [500]-plus members.", Change::AtLeast, is_plus),
    row("odd", "The club has [500]-odd members.", Change::About, is_odd),
    row("or more", "Fines of [500 euros] or more are rare.", Change::AtLeast, |cursor, end| joins(cursor, end) && cursor.is_in(end + 1, List::OrMore)),
    row("and up", "Rooms cost [$90] and up.", Change::AtLeast, is_and_up),
    row("or less", "Fines of [500 euros] or less are common.", Change::AtMost, is_or_less),
    row("or so after", "The club has [500] or so members.", Change::About, |cursor, end| cursor.reads(end, &["or", "so"])),
    row("at least after", "It costs [500 euros] at least.", Change::AtLeast, |cursor, end| cursor.reads(end, &["at", "least"])),
    row("at most after", "It costs [500 euros] at most.", Change::AtMost, |cursor, end| cursor.reads(end, &["at", "most"])),
];

/// The hedge after the figure that ends before `end`.
pub(super) fn hedge_after(cursor: &Cursor, end: usize) -> Option<(&'static str, Change)> {
    HEDGES_AFTER.iter().find(|hedge| (hedge.stands)(cursor, end)).map(|hedge| (hedge.name, hedge.change))
}

fn joins(cursor: &Cursor, end: usize) -> bool {
    cursor.is_any(end, &["or", "and"])
}

/// "500-plus", "500 plus"; not "500 plus 20", "500 plus $20".
fn is_plus(cursor: &Cursor, end: usize) -> bool {
    let at = end + usize::from(cursor.is_hyphen(end));
    let adds = at == end && matches!(cursor.kind(at + 1), Some(TokenKind::Number | TokenKind::Symbol));
    cursor.is(at, "plus") && !adds
}

/// "500-odd", "500-ish".
fn is_odd(cursor: &Cursor, end: usize) -> bool {
    let at = end + usize::from(cursor.is_hyphen(end));
    cursor.is_any(at, &["odd", "ish"]) && cursor.touched(at)
}

/// "$90 and up"; not "€1bn and up to four years".
fn is_and_up(cursor: &Cursor, end: usize) -> bool {
    joins(cursor, end) && cursor.is(end + 1, "up") && !cursor.is(end + 2, "to")
}

/// "or less", "and under"; "and less" adds something.
fn is_or_less(cursor: &Cursor, end: usize) -> bool {
    let bound = cursor.is(end, "or") || cursor.is_any(end + 1, &["under", "below", "younger"]);
    joins(cursor, end) && cursor.is_in(end + 1, List::OrLess) && bound
}
