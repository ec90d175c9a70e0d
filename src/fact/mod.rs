//! Facts: of the figures, the rows that tell a reader something.
//!
//! A number with what it is of is a row; its conversion in brackets and its old value belong to it. The grammar tells what
//! happened. Dates and times are no facts: the timeline has them. A row that says nothing ("two ways") has no weight.

mod happened;
mod weight;

use crate::{
    Document, Models,
    document::{Change, Fact, Figure, FigureKind, Join},
    text::Span,
};
use happened::{Happening, happening};
use rustc_hash::{FxHashMap, FxHashSet};
use weight::weight;

/// Finds the facts, in the article's order. Reads tokens, sentences and figures.
pub(crate) fn find_facts(document: &Document, models: &Models) -> Vec<Fact> {
    let figures = document.figures();
    let mut facts: Vec<Fact> = Vec::new();
    let dates = dates(figures);
    let mut seen = FxHashSet::default();
    for (index, figure) in figures.iter().enumerate().filter(|(_, figure)| is_amount(figure)) {
        let last = facts.last_mut().filter(|last| last.sentence == figure.sentence);
        if last.is_some_and(|last| joins(document, last, index)) {
            continue;
        }
        let Happening { span, join, what } = happening(document, models, figure);
        let mut fact = Fact {
            figures: vec![index as u32],
            what: what.or(figure.counts),
            happened: span,
            join,
            per: per(document, figure),
            when: dates.get(&figure.sentence).copied(),
            from: None,
            to: None,
            weight: 0.0,
            sentence: figure.sentence,
        };
        // What is said again tells nothing new.
        if seen.insert(said(document, &fact)) {
            fact.weight = weight(document, &fact);
        }
        facts.push(fact);
    }
    facts
}

/// What a fact says, in small letters.
fn said(document: &Document, fact: &Fact) -> String {
    let figure = fact.figures.first().map(|&index| document.figures()[index as usize].span);
    let spans = [figure, fact.what, fact.happened];
    spans.into_iter().flatten().map(|span| span.of(&document.small)).collect::<Vec<_>>().join(" ")
}

/// Whether a figure can be a fact.
fn is_amount(figure: &Figure) -> bool {
    !matches!(figure.kind, FigureKind::Date | FigureKind::Time | FigureKind::Ordinal)
}

/// How a figure stands to the one before it, by the words between them.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Relation {
    /// The same in another unit: "9 miles (14 km)".
    Conversion,
    /// What it was: "13%, down from 19%".
    Before,
    /// What it came to: "rose 3% to $5bn".
    After,
}

/// What stands between two figures, and what that makes of the second. A row's words are lowercase and separated by spaces.
const BETWEEN: [(&str, Relation); 17] = [
    ("(", Relation::Conversion),
    (", down from", Relation::Before),
    (", up from", Relation::Before),
    ("down from", Relation::Before),
    ("up from", Relation::Before),
    ("from", Relation::Before),
    (", compared with", Relation::Before),
    ("compared with", Relation::Before),
    (", compared to", Relation::Before),
    ("compared to", Relation::Before),
    (", against", Relation::Before),
    ("to", Relation::After),
    ("to a record", Relation::After),
    (", to", Relation::After),
    ("to close at", Relation::After),
    ("to end at", Relation::After),
    ("at", Relation::After),
];

/// Adds a figure to the fact before it, where it belongs there.
fn joins(document: &Document, fact: &mut Fact, index: usize) -> bool {
    let figures = document.figures();
    let Some(&last) = fact.figures.last() else { return false };
    let (before, figure) = (&figures[last as usize], &figures[index]);
    let Some(relation) = relation(document, before, figure) else { return false };
    match relation {
        Relation::Conversion => {}
        Relation::Before => (fact.from, fact.to) = (Some(index as u32), Some(last)),
        Relation::After => fact.to = Some(index as u32),
    }
    fact.figures.push(index as u32);
    true
}

fn relation(document: &Document, before: &Figure, figure: &Figure) -> Option<Relation> {
    if before.span.end() > figure.span.start() {
        return None;
    }
    let between = Span::new(before.span.end(), figure.span.start()).of(&document.small);
    let words = between.split_whitespace().collect::<Vec<_>>().join(" ");
    let &(_, relation) = BETWEEN.iter().find(|(row, _)| *row == words)?;
    let is_alike = before.kind == figure.kind;
    let moves = matches!(before.change, Change::Up | Change::Down);
    let fits = match relation {
        Relation::Conversion => is_alike && before.kind != FigureKind::Count,
        // "2 from 3 men" is neither.
        Relation::Before => is_alike && (before.level || words != "from"),
        Relation::After => moves && !before.level && figure.counts == before.counts,
    };
    fits.then_some(relation)
}

/// The words of a figure that say per what: "$300 a month".
fn per(document: &Document, figure: &Figure) -> Option<Span> {
    figure.unit.as_deref().filter(|unit| unit.contains(" per "))?;
    let text = document.str(figure.span);
    let at = [" per ", " a ", " an ", "/"].iter().filter_map(|word| text.rfind(word)).max()?;
    let start = figure.span.start() + at as u32 + u32::from(text[at..].starts_with(' '));
    Some(Span::new(start, figure.span.end()))
}

/// Of each sentence with figures the one date; where there are more, nothing is said.
fn dates(figures: &[Figure]) -> FxHashMap<u32, Span> {
    let mut dates = FxHashMap::default();
    for here in figures.chunk_by(|one, other| one.sentence == other.sentence) {
        let mut found = here.iter().filter(|figure| figure.kind == FigureKind::Date);
        if let (Some(date), None) = (found.next(), found.next()) {
            dates.insert(date.sentence, date.span);
        }
    }
    dates
}

/// The fact as it reads in a list: "88 drones were shot down", "13%: unemployment (from 19%)".
pub(crate) fn fact_text(document: &Document, fact: &Fact, lead: &str) -> String {
    let figures = document.figures();
    let Some(figure) = fact.figures.first().map(|&index| &figures[index as usize]) else { return String::new() };
    let words = |span: Option<Span>| span.map(|span| document.str(span)).unwrap_or_default();
    // "a 3% drop in fines" says itself where it goes.
    let describes = fact.what.is_some_and(|what| gap(document, figure, what).is_some());
    let moves = matches!(figure.change, Change::Up | Change::Down);
    let lead = if describes && moves { "" } else { lead };
    let what = fact.what.map(|what| format!("{}{}", joint(document, figure, what), document.str(what)));
    let behind = if fact.join == Join::Apart && fact.happened.is_some() { ":" } else { "" };
    let mut text =
        [lead, " ", document.str(figure.span), &what.unwrap_or_default(), behind, " ", words(fact.happened)].concat();
    for &other in &fact.figures[1..] {
        let lead = match other {
            _ if fact.from == Some(other) => "from ",
            _ if fact.to == Some(other) => "to ",
            _ => "",
        };
        text.extend([" (", lead, document.str(figures[other as usize].span), ")"]);
    }
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// What stands between a figure and what it is of: the article's own words where these are few; a space where a number
/// stands for what was counted before; else a colon.
fn joint<'d>(document: &'d Document, figure: &Figure, what: Span) -> &'d str {
    let counts = figure.kind == FigureKind::Count && figure.unit.is_some();
    gap(document, figure, what).unwrap_or(if counts { " " } else { ": " })
}

/// The few words between a figure and what it is of behind it: " of " of "thousands of people".
fn gap<'d>(document: &'d Document, figure: &Figure, what: Span) -> Option<&'d str> {
    const LONGEST: usize = 16;
    if what.start() < figure.span.end() {
        return None;
    }
    let gap = Span::new(figure.span.end(), what.start()).of(document.text());
    let is_plain = gap.chars().all(|c| c.is_alphabetic() || matches!(c, ' ' | '-'));
    let is_joined = gap.split(' ').any(|word| matches!(word, "and" | "or"));
    (gap.len() <= LONGEST && is_plain && !is_joined).then_some(gap)
}

#[cfg(test)]
mod tests {
    use crate::{Options, digest};

    /// The rows of a text.
    fn rows(text: &str) -> Vec<String> {
        let digest = digest(text, &Options::default());
        digest.facts.into_iter().filter(|fact| fact.weight > 0.0).map(|fact| fact.text).collect()
    }

    #[test]
    fn facts_tell_what_happened() {
        for (text, expected) in [
            ("The storm sank 40 boats.", vec!["40 boats: sank"]),
            ("Twelve boats were sunk by the storm.", vec!["Twelve boats were sunk"]),
            ("The blast killed 19 people and wounded 50.", vec!["19 people killed", "50 people wounded"]),
            ("The mill employs 600 people.", vec!["600 people: employs"]),
            ("Profit fell 3% in May.", vec!["down 3%: Profit"]),
            ("The mill was sold for $5 million.", vec!["$5 million: The mill was sold"]),
            ("Unemployment was 13%, down from 19%.", vec!["13%: Unemployment (from 19%)"]),
            ("The hall is 9 miles (14 km) away.", vec!["9 miles: The hall (14 km)"]),
        ] {
            assert_eq!(rows(text), expected, "{text}");
        }
    }

    #[test]
    fn what_tells_nothing_is_no_row() {
        for text in
            ["There are two ways to do it.", "It opens on Sunday.", "She lives at 12 Mill Road.", "It was the first."]
        {
            assert_eq!(rows(text), Vec::<String>::new(), "{text}");
        }
    }
}
