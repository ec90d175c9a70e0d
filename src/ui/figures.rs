//! By the numbers: which figures are listed, in which order.

use super::kind::Kind;
use crate::digest::{Change, Digest, Figure, FigureKind};

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

/// Indices of the figures that the table shows, in its order. Dates and times are in the timeline instead.
pub fn listed(digest: &Digest, order: Order) -> Vec<u32> {
    let shown = |&index: &u32| Kind::of_figure(digest.figures[index as usize].kind) == Kind::Figure;
    let mut list: Vec<u32> = (0..digest.figures.len() as u32).filter(shown).collect();
    let figure = |index: u32| &digest.figures[index as usize];
    match order.column {
        Column::Place => {}
        Column::Value => list.sort_by(|&a, &b| {
            let (a, b) = (figure(a), figure(b));
            // Groups stay in their order; only the values within turn round.
            let values = size(a).total_cmp(&size(b));
            group(a).cmp(&group(b)).then(if order.descending { values.reverse() } else { values })
        }),
        Column::Counts => list.sort_by_cached_key(|&index| {
            let words = figure(index).counts.as_ref().map(|counts| counts.text.to_lowercase());
            (words.is_none(), words)
        }),
    }
    if order.descending && order.column != Column::Value {
        list.reverse();
    }
    list
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

/// A sign and words for what the text says of the figure.
pub fn direction(change: Change) -> Option<(&'static str, &'static str)> {
    match change {
        Change::Exact => None,
        Change::About => Some(("≈", "about")),
        Change::AtMost => Some(("≤", "at most")),
        Change::AtLeast => Some(("≥", "at least")),
        Change::Up => Some(("▲", "up")),
        Change::Down => Some(("▼", "down")),
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
            let texts: Vec<&str> =
                listed(&digest, order).iter().map(|&index| digest.figures[index as usize].text.as_str()).collect();
            assert_eq!(texts, expected, "{order:?}");
        };
        let order = Order::default();
        check(order, &["3", "$9", "12", "$2"]);
        check(order.by(Column::Place), &["$2", "12", "$9", "3"]);
        check(order.by(Column::Value), &["12", "3", "$9", "$2"]);
        check(order.by(Column::Value).by(Column::Value), &["3", "12", "$2", "$9"]);
    }
}
