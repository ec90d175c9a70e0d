//! By the numbers: which figures are listed, in which order.

use super::kind::Kind;
use crate::digest::{Change, Digest, Fact, Figure, FigureKind};

/// More rows than this are not looked through for one that says the same: nobody sees them.
const MOST: usize = 400;

/// A column of the table that can be sorted by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Column {
    /// Where the figure stands in the article.
    Place,
    /// Kind, unit, then value: money with money, percent with percent.
    Value,
    /// What it counts, by letters.
    Counts,
}

/// A column and a direction.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Order {
    /// Sorted by this.
    pub column: Column,
    /// Largest or last first.
    pub descending: bool,
}

impl Default for Order {
    fn default() -> Self {
        Self { column: Column::Place, descending: false }
    }
}

impl Order {
    /// Sorted by another column, or by the same one the other way round. Values begin with the largest.
    #[must_use]
    pub fn by(self, column: Column) -> Self {
        let descending = if self.column == column { !self.descending } else { column == Column::Value };
        Self { column, descending }
    }
}

/// Whether the table shows the figure. Dates and times are in the timeline instead, and "the first" is no number that
/// anybody looks for; both are marked in the article.
pub fn is_listed(figure: &Figure) -> bool {
    Kind::of_figure(figure.kind) == Kind::Figure && figure.kind != FigureKind::Ordinal
}

/// The rows of the table, in its order: each the indices of the figures that say the same of the same, in text order.
pub fn listed(digest: &Digest, order: Order) -> Vec<Vec<u32>> {
    let figure = |index: u32| &digest.figures[index as usize];
    let mut rows: Vec<Vec<u32>> = Vec::new();
    let told: Vec<u32> = digest.facts.iter().filter(|fact| fact.weight > 0.0).filter_map(lead_figure).collect();
    let is_told = |index: u32| digest.facts.is_empty() || told.binary_search(&index).is_ok();
    for index in (0..digest.figures.len() as u32).filter(|&index| is_listed(figure(index)) && is_told(index)) {
        let same = rows.iter_mut().take(MOST).find(|row| say_the_same(figure(row[0]), figure(index)));
        match same {
            Some(row) => row.push(index),
            None => rows.push(vec![index]),
        }
    }
    let figure = |row: &[u32]| figure(row[0]);
    match order.column {
        Column::Place => {}
        Column::Value => rows.sort_by(|a, b| {
            let (a, b) = (figure(a), figure(b));
            // Groups stay in their order; only the values within turn round.
            let values = size(a).total_cmp(&size(b));
            group(a).cmp(&group(b)).then(if order.descending { values.reverse() } else { values })
        }),
        Column::Counts => rows.sort_by_cached_key(|row| {
            let words = figure(row).counts.as_ref().map(|counts| counts.text.to_lowercase());
            (words.is_none(), words)
        }),
    }
    if order.descending && order.column != Column::Value {
        rows.reverse();
    }
    rows
}

/// The figure that a fact's row begins with.
fn lead_figure(fact: &Fact) -> Option<u32> {
    fact.figures.first().copied()
}

/// What the fact of a figure tells besides the number: "drones were shot down", "Unemployment (from 19%)"; empty where
/// nothing is.
pub fn told(digest: &Digest, index: u32) -> String {
    let Some(fact) = digest.fact_of(index).filter(|fact| lead_figure(fact) == Some(index)) else {
        return String::new();
    };
    let words = [&fact.what, &fact.happened].into_iter().flatten().map(|excerpt| excerpt.text.as_str());
    let mut told = words.collect::<Vec<_>>().join(" ");
    for other in &fact.figures[1..] {
        let lead = if fact.from == Some(*other) { "from " } else { "" };
        let lead = if fact.to == Some(*other) { "to " } else { lead };
        told.extend([" (", lead, &digest.figures[*other as usize].text, ")"]);
    }
    told.trim().to_owned()
}

/// Whether two figures say the same of the same thing.
fn say_the_same(a: &Figure, b: &Figure) -> bool {
    let same_count = match (&a.counts, &b.counts) {
        (Some(a), Some(b)) => a.text.eq_ignore_ascii_case(&b.text),
        (None, None) => true,
        _ => false,
    };
    a.kind == b.kind && a.change == b.change && a.level == b.level && a.text.eq_ignore_ascii_case(&b.text) && same_count
}

/// Figures that can be compared with each other.
fn group(figure: &Figure) -> (FigureKind, &str) {
    // Counts of different things can be compared as numbers; dollars and euros cannot.
    let unit = if figure.kind == FigureKind::Count { None } else { figure.currency.as_ref().or(figure.unit.as_ref()) };
    (figure.kind, unit.map_or("", String::as_str))
}

fn size(figure: &Figure) -> f64 {
    figure.value.or(figure.max).or(figure.min).unwrap_or(f64::NEG_INFINITY)
}

/// A sign for what the text says of the figure; `Figure::lead` has the words.
pub fn sign(figure: &Figure) -> &str {
    match (figure.change, figure.lead.as_str()) {
        (Change::Exact, lead) => lead,
        (Change::About, _) => "≈",
        (Change::AtMost, _) => "≤",
        (Change::AtLeast, _) => "≥",
        (Change::Up, "risen to") => "▲ to",
        (Change::Up, _) => "▲",
        (Change::Down, "fallen to") => "▼ to",
        (Change::Down, _) => "▼",
    }
}

#[cfg(test)]
mod tests {
    use super::{Column, Order, listed};
    use crate::{
        digest::FigureKind,
        ui::testing::{digest, figure},
    };

    #[test]
    fn orders() {
        let text = "On Monday 3 dogs cost $9 and 12 cats $2.";
        let mut digest = digest(text, &[text]);
        for (kind, words, value) in [
            (FigureKind::Date, "Monday", None),
            (FigureKind::Count, "3", Some(3.0)),
            (FigureKind::Money, "$9", Some(9.0)),
            (FigureKind::Count, "12", Some(12.0)),
            (FigureKind::Money, "$2", Some(2.0)),
        ] {
            digest.figures.push(crate::digest::Figure { value, ..figure(text, kind, words) });
        }
        let check = |order: Order, expected: &[&str]| {
            let rows = listed(&digest, order);
            let texts: Vec<&str> = rows.iter().map(|row| digest.figures[row[0] as usize].text.as_str()).collect();
            assert_eq!(texts, expected, "{order:?}");
        };
        let order = Order::default();
        check(order, &["3", "$9", "12", "$2"]);
        check(order.by(Column::Place), &["$2", "12", "$9", "3"]);
        check(order.by(Column::Value), &["12", "3", "$9", "$2"]);
        check(order.by(Column::Value).by(Column::Value), &["3", "12", "$2", "$9"]);
    }

    #[test]
    fn what_is_said_twice_is_one_row() {
        let text = "First 3 dogs, then 9 cats and 3 dogs.";
        let mut digest = digest(text, &[text]);
        digest.figures.push(figure(text, FigureKind::Ordinal, "First"));
        for (words, counts) in [("3", "dogs"), ("9", "cats"), ("3", "Dogs"), ("3", "cats")] {
            let counts = Some(crate::digest::Excerpt { text: counts.to_owned(), start: 0, end: 4 });
            digest.figures.push(crate::digest::Figure { counts, ..figure(text, FigureKind::Count, words) });
        }
        assert_eq!(listed(&digest, Order::default()), [vec![1, 3], vec![2], vec![4]]);
    }
}
