//! What an amount inherits from the one before in its sentence: in lists, comparisons and second mentions.
//!
//! Every row that applies is applied, in order: a later one knows better.

use super::comparison::{comparison_group, ends_before, is_compared, is_subject};
use crate::{
    document::{Change, Figure, FigureKind, TokenKind},
    figure::{
        cursor::{Cursor, back},
        discourse::Discourse,
        grammar::{is_function_word, is_verb, part_of_speech},
        modifier::left_of,
    },
    lexicon::List,
    text::Span,
};

/// A way to inherit.
pub(super) struct Inheritance {
    name: &'static str,
    /// A sentence with the figure in brackets.
    #[cfg(test)]
    example: &'static str,
    /// What the figure takes over; none where the row does not apply.
    take: fn(&Heir) -> Option<Legacy>,
}

const fn row(name: &'static str, example: &'static str, take: fn(&Heir) -> Option<Legacy>) -> Inheritance {
    let _ = example;
    Inheritance {
        name,
        #[cfg(test)]
        example,
        take,
    }
}

#[rustfmt::skip]
static INHERITANCES: [Inheritance; 11] = [
    row("inherit: compared", "Unemployment was 4%, up from [3%] a year before.", compared),
    row("inherit: list", "Sales rose by 2, 3 and [5 percent] in three years.", list),
    row("inherit: elsewhere", "Sales fell 50 percent in Texas and [40 percent] in Tennessee.", elsewhere),
    row("inherit: not across a clause", "The relief groups say that [90 percent] were sent.", own_clause),
    row("inherit: acting share", "In the poll 52% of voters back it and [45%] oppose it.", acting_share),
    row("inherit: share as subject", "Half of the nurses agreed; [12 percent] were unsure.", share_as_subject),
    row("inherit: counted before", "The school has 300 pupils. Some [16 percent] are underweight.", counted_before),
    row("inherit: said again", "The dam cost 2 billion yen ([26 million yen]).", said_again),
    row("inherit: of whom", "It asked 900 people, of whom [68 percent] agreed.", of_whom),
    row("inherit: compared beside", "The bid values shares at $27.50, [$3] above the last close.", beside),
    row("inherit: or again", "Gold fell $100 an ounce, or [8.7 percent], on Monday.", or_again),
];

/// Fills in what the figure `first..end` shares with the one before.
pub(in crate::figure) fn inherit(
    cursor: &Cursor,
    discourse: &Discourse,
    first: usize,
    end: usize,
    figure: &mut Figure,
) {
    let own = cursor.is(end, "of") && figure.counts.is_some();
    for row in &INHERITANCES {
        let heir = Heir { cursor, discourse, first, end, own, figure };
        if let Some(legacy) = (row.take)(&heir) {
            figure.counts = legacy.counts;
            figure.change = legacy.change.unwrap_or(figure.change);
            figure.rules.push(row.name);
        }
    }
}

/// What a figure takes over.
struct Legacy {
    counts: Option<Span>,
    change: Option<Change>,
}

impl Legacy {
    fn of(counts: Option<Span>) -> Self {
        Self { counts, change: None }
    }
}

/// A figure that may inherit.
struct Heir<'f> {
    cursor: &'f Cursor<'f>,
    discourse: &'f Discourse,
    first: usize,
    end: usize,
    /// Whether it says itself of what it is: "5% of voters".
    own: bool,
    figure: &'f Figure,
}

impl Heir<'_> {
    fn last(&self) -> Option<&Figure> {
        self.discourse.last_amount(self.cursor)
    }

    fn is_percent(&self) -> bool {
        self.figure.kind == FigureKind::Percent
    }

    fn is_alike(&self, last: &Figure) -> bool {
        (last.kind, &last.unit) == (self.figure.kind, &self.figure.unit)
    }

    /// Whether the token so many before the figure is the last one of `last`.
    fn follows(&self, last: &Figure, tokens: usize) -> bool {
        let Some(at) = self.first.checked_sub(tokens) else { return false };
        last.span.end() == self.cursor.span(at, at + 1).end()
    }
}

/// "up from 38 minutes", "compared with 5% of men".
fn compared(heir: &Heir) -> Option<Legacy> {
    if heir.own || !is_compared(heir.cursor, heir.first) {
        return None;
    }
    let last = heir.last().filter(|last| last.kind == heir.figure.kind && last.counts.is_some())?;
    let other = comparison_group(heir.cursor, heir.end).map(|phrase| phrase.span(heir.cursor));
    Some(Legacy::of(other.or(last.counts)))
}

/// What is said of a list's first is said of all.
fn list(heir: &Heir) -> Option<Legacy> {
    let Heir { cursor, first, figure, .. } = *heir;
    let joins = |&back: &usize| first >= cursor.start() + back && cursor.is_any(first - back, &[",", "and", "or"]);
    let joined = (1..=2).take_while(joins).count();
    if joined == 0 || first <= cursor.start() + joined {
        return None;
    }
    let last = heir.last().filter(|last| heir.is_alike(last) && heir.follows(last, joined + 1))?;
    let change = (figure.change == Change::Exact).then_some(last.change);
    Some(Legacy { counts: figure.counts.or(last.counts), change })
}

/// The same elsewhere: "in Texas … and … in Tennessee".
fn elsewhere(heir: &Heir) -> Option<Legacy> {
    let Heir { cursor, first, end, figure, .. } = *heir;
    let left = left_of(cursor, first);
    let joined = cursor.is_any(back(left, 1), &["and", ","]) && cursor.is_in(end, List::ElsewherePrepositions);
    if heir.own || !joined || !matches!(figure.kind, FigureKind::Percent | FigureKind::Measure) {
        return None;
    }
    let last = heir.last().filter(|last| heir.is_alike(last))?;
    let same = |at: usize| {
        cursor.span(at, at + 1).end() == last.span.end() && cursor.word(at + 1).eq_ignore_ascii_case(cursor.word(end))
    };
    if !cursor.preceding(left, 8).any(same) {
        return None;
    }
    let change = matches!(last.change, Change::Up | Change::Down).then_some(last.change);
    Some(Legacy { counts: last.counts.or(figure.counts), change })
}

/// It begins its clause, and what stands before is another's subject.
fn own_clause(heir: &Heir) -> Option<Legacy> {
    let opens = heir.cursor.is_in(back(heir.first, 1), List::ClauseOpeners);
    if !heir.is_percent() || !opens || !is_verb(heir.cursor, heir.end) {
        return None;
    }
    Some(Legacy::of(None))
}

/// A share that does something is of those whom the sentence's last share was of.
fn acting_share(heir: &Heir) -> Option<Legacy> {
    let Heir { cursor, end, figure, .. } = *heir;
    let speech = part_of_speech(cursor, end);
    let acting = (speech.is_finite() || speech.is_gerund()) && !speech.is_mostly_noun();
    if !heir.is_percent() || !acting || !cursor.is_word(end) {
        return None;
    }
    let last = heir.last().filter(|last| last.kind == figure.kind)?;
    Some(Legacy::of(last.counts.or(figure.counts)))
}

/// A share that is the subject is of what the sentence's last share or fraction was of.
fn share_as_subject(heir: &Heir) -> Option<Legacy> {
    if !heir.is_percent() || !is_subject(heir.cursor, heir.first, heir.end) {
        return None;
    }
    let part = |last: &&Figure| last.kind == heir.figure.kind || last.value.is_some_and(|value| value < 1.0);
    let last = heir.last().filter(part)?;
    Some(Legacy::of(last.counts.or(heir.figure.counts)))
}

/// A share of nothing that is named is of those who were counted before.
fn counted_before(heir: &Heir) -> Option<Legacy> {
    let Heir { cursor, end, .. } = *heir;
    let bare = is_verb(cursor, end) || is_function_word(cursor, end);
    if heir.figure.counts.is_some() || !heir.is_percent() || !bare {
        return None;
    }
    let counted = heir.discourse.counted.as_ref().filter(|counted| counted.sentence + 1 >= cursor.sentence());
    Some(Legacy::of(counted.map(|counted| counted.span)))
}

/// The same thing said again in brackets.
fn said_again(heir: &Heir) -> Option<Legacy> {
    if heir.cursor.kind(back(heir.first, 1)) != Some(TokenKind::Open) {
        return None;
    }
    let last = heir.discourse.figures.last().filter(|last| last.kind == heir.figure.kind && heir.follows(last, 2))?;
    Some(Legacy { counts: last.counts, change: Some(last.change) })
}

/// Of those who were counted.
fn of_whom(heir: &Heir) -> Option<Legacy> {
    let Heir { cursor, first, .. } = *heir;
    if !cursor.is_any(back(first, 1), &["whom", "which"]) || !cursor.is(back(first, 2), "of") {
        return None;
    }
    Some(Legacy::of(heir.discourse.counted_here(cursor).or(heir.figure.counts)))
}

/// "$27.50 a share, 43 percent above the last close": the same again, compared.
fn beside(heir: &Heir) -> Option<Legacy> {
    let Heir { cursor, first, end, .. } = *heir;
    let compares = cursor.is(back(first, 1), ",") && cursor.is_in(end, List::ComparedBeside);
    if !compares || first < cursor.start() + 2 {
        return None;
    }
    let last = heir.last().filter(|last| heir.follows(last, 2) && last.counts.is_some())?;
    Some(Legacy::of(last.counts))
}

/// "$100 an ounce, or 8.7 percent": again the same.
fn or_again(heir: &Heir) -> Option<Legacy> {
    let Heir { cursor, first, figure, .. } = *heir;
    let comma = usize::from(cursor.is(back(first, 2), ","));
    if !cursor.is(back(first, 1), "or") || first < cursor.start() + 2 + comma {
        return None;
    }
    // "$1.8bn including debt, or $27.50 a share".
    let money = |last: &Figure| comma == 1 && last.kind == figure.kind && figure.kind == FigureKind::Money;
    let last = heir.last().filter(|last| ends_before(cursor, last.span, first - 1 - comma) || money(last))?;
    let counts = if heir.own { figure.counts } else { last.counts.or(figure.counts) };
    Some(Legacy { counts, change: (figure.change == Change::Exact).then_some(last.change) })
}

#[cfg(test)]
mod tests {
    use super::INHERITANCES;
    use crate::figure::rules::check_rows;

    #[test]
    fn examples_fire_their_rows() {
        check_rows(INHERITANCES.iter().map(|row| (row.name, row.example)));
    }
}
