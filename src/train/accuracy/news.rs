//! Figures of news, against sentences written for this project.
//!
//! The tables in `tests/news_figures` are prose: a sentence, and below it one line a figure, indented: value or range,
//! canonical unit, change, and the words of what the figure counts or measures.
//!
//! ```text
//! Sales fell 3 percent to between $2 and $3 million, two banks said.
//!     3 | percent | down | Sales
//!     2e6..3e6 | dollar | down | Sales
//!     2 | bank | = | banks
//! ```
//!
//! A slash stands between answers that are both right, a dash for none; where nothing can be said to be counted, `-`
//! accepts every answer. Dates, times, ordinals and scores are no figures here. A line that begins with `!` is a known
//! miss, one that begins with `+` a figure that is found and ought not to be.
//!
//! Four F1s are taken, as the literature on quantities in news does (Almasian et al., "CQE: A Comprehensive Quantity
//! Extractor", EMNLP 2023): value; value and unit; value and change; value and what it refers to, where one content word
//! in common is enough.

use super::Counts;
use crate::{
    Document, Models, Options,
    article::Article,
    document::{Change, Figure, FigureKind},
    pipeline::analyze,
};
use std::{fmt::Write as _, fs, io, path::Path};

/// The tables, by the subject of their news.
pub const TABLES: [&str; 10] =
    ["markets", "business", "world", "sport", "science", "economy", "technology", "companies", "society", "reports"];

/// A sentence with its figures.
pub struct NewsCase {
    /// The sentence.
    pub text: String,
    /// Its figures, in order.
    pub gold: Vec<NewsFigure>,
    /// Figures that are found and ought not to be, as they are written.
    pub extra: Vec<String>,
}

/// A figure of a sentence; each field holds the answers that are right.
pub struct NewsFigure {
    /// Values, or ends of ranges.
    values: Vec<(f64, f64)>,
    units: Vec<String>,
    changes: Vec<String>,
    /// Content words of what it counts or measures; empty where every answer is right.
    counts: Vec<String>,
    /// The line, without its mark.
    line: String,
    /// Whether it is marked as a known miss.
    known_miss: bool,
}

/// The four figures of a set of sentences.
#[derive(Clone, Copy, Default, Debug)]
pub struct NewsScore {
    /// Values.
    pub value: Counts,
    /// Values with the right unit.
    pub unit: Counts,
    /// Values with the right change.
    pub change: Counts,
    /// Values with an overlap in what they refer to.
    pub counts: Counts,
}

/// What is found of one sentence against its gold.
pub struct NewsResult {
    /// Of each gold figure: whether value, unit, change and what it refers to are right.
    pub right: Vec<[bool; 4]>,
    /// Figures that are in no gold line, as they are written.
    pub extra: Vec<String>,
    /// How many figures were found.
    found: usize,
}

impl NewsCase {
    /// What is right of the sentence, and in words what is not.
    pub fn judge(&self, mut miss: impl FnMut(&str)) -> NewsResult {
        let document = analyze(Article::verbatim(&self.text), Models::embedded(), &Options::default());
        let mut found: Vec<&Figure> = document.figures().iter().filter(|figure| is_quantity(figure)).collect();
        let number = found.len();
        let mut right = Vec::new();
        for gold in &self.gold {
            // Of two figures of one value the one that has the unit too.
            let same = |figure: &&Figure| gold.is_value(figure);
            let place = found
                .iter()
                .position(|figure| same(figure) && gold.is_unit(figure))
                .or_else(|| found.iter().position(same));
            let Some(figure) = place.map(|place| found.remove(place)) else {
                miss(&format!("missed {}", gold.line));
                right.push([false; 4]);
                continue;
            };
            let answer = [true, gold.is_unit(figure), gold.is_change(figure), gold.is_counts(&document, figure)];
            if answer.contains(&false) {
                miss(&format!("wanted {}\n      found {}", gold.line, describe(&document, figure)));
            }
            right.push(answer);
        }
        for figure in &found {
            miss(&format!("extra {}", describe(&document, figure)));
        }
        let extra = found.iter().map(|figure| document.str(figure.span).to_owned()).collect();
        NewsResult { right, extra, found: number }
    }

    /// The case as its table has it, with the marks of what is missed now.
    pub fn write(&self, result: &NewsResult, out: &mut String) {
        let _ = writeln!(out, "{}", self.text);
        for (gold, right) in self.gold.iter().zip(&result.right) {
            let mark = if right.contains(&false) { "! " } else { "" };
            let _ = writeln!(out, "    {mark}{}", gold.line);
        }
        for extra in &result.extra {
            let _ = writeln!(out, "    + {extra}");
        }
    }

    /// Whether the marks say what is missed now.
    pub fn is_as_marked(&self, result: &NewsResult) -> bool {
        self.extra == result.extra
            && self.gold.iter().zip(&result.right).all(|(gold, right)| gold.known_miss == right.contains(&false))
    }
}

impl NewsFigure {
    fn read(line: &str) -> Option<Self> {
        let (known_miss, line) = line.strip_prefix("! ").map_or((false, line), |line| (true, line));
        let mut fields = line.split(" | ");
        let mut answers = || Some(fields.next()?.split('/').map(|answer| answer.trim().to_owned()).collect::<Vec<_>>());
        let (values, units, changes) = (answers()?, answers()?, answers()?);
        let values = values
            .iter()
            .map(|value| {
                let (low, high) = value.split_once("..").unwrap_or((value, value));
                let (low, high) = (low.parse::<f64>().ok()?, high.parse::<f64>().ok()?);
                Some((low.min(high), low.max(high)))
            })
            .collect::<Option<_>>()?;
        let counts = content_words(fields.next()?);
        Some(Self { values, units, changes, counts, line: line.to_owned(), known_miss })
    }

    fn is_value(&self, figure: &Figure) -> bool {
        let (low, high) = match (figure.value, figure.min, figure.max) {
            (Some(value), ..) => (value, value),
            (None, Some(low), Some(high)) => (low, high),
            _ => return false,
        };
        let close = |a: f64, b: f64| (a - b).abs() <= 1e-4 * b.abs().max(1e-9);
        self.values.iter().any(|&(first, last)| close(low, first) && close(high, last))
    }

    fn is_unit(&self, figure: &Figure) -> bool {
        let unit = figure.unit.as_deref().unwrap_or("-");
        self.units.iter().any(|wanted| wanted == unit)
    }

    fn is_change(&self, figure: &Figure) -> bool {
        self.changes.iter().any(|wanted| wanted == sign(figure.change))
    }

    fn is_counts(&self, document: &Document, figure: &Figure) -> bool {
        let found = figure.counts.map(|counts| content_words(document.str(counts))).unwrap_or_default();
        self.counts.is_empty() || found.iter().any(|word| self.counts.contains(word))
    }
}

/// Dates, times, ordinals and scores are no quantities.
fn is_quantity(figure: &Figure) -> bool {
    !matches!(figure.kind, FigureKind::Date | FigureKind::Time | FigureKind::Ordinal | FigureKind::Score)
        && (figure.value.is_some() || figure.min.is_some())
}

pub(super) fn sign(change: Change) -> &'static str {
    match change {
        Change::Exact => "=",
        Change::About => "~",
        Change::AtMost => "<",
        Change::AtLeast => ">",
        Change::Up => "up",
        Change::Down => "down",
    }
}

fn describe(document: &Document, figure: &Figure) -> String {
    let value = match (figure.value, figure.min, figure.max) {
        (None, Some(low), Some(high)) => format!("{low}..{high}"),
        (value, ..) => value.unwrap_or_default().to_string(),
    };
    format!(
        "{value} | {} | {} | {}   («{}» by {})",
        figure.unit.as_deref().unwrap_or("-"),
        sign(figure.change),
        figure.counts.map_or("-", |counts| document.str(counts)),
        document.str(figure.span),
        figure.rules.join(", ")
    )
}

/// The words in small letters, without those that say nothing and without a plural's ending.
fn content_words(text: &str) -> Vec<String> {
    const EMPTY: [&str; 16] =
        ["the", "a", "an", "of", "in", "its", "their", "his", "her", "and", "for", "on", "to", "per", "that", "at"];
    text.split(|c: char| !c.is_alphanumeric())
        .map(str::to_lowercase)
        .filter(|word| word.len() > 1 && !EMPTY.contains(&word.as_str()))
        .map(|word| match word.strip_suffix('s') {
            Some(stem) if stem.len() > 2 && !stem.ends_with('s') => stem.to_owned(),
            _ => word,
        })
        .collect()
}

/// The cases of a table.
///
/// # Errors
/// Where the table cannot be read, or a line of it.
pub fn read_table(name: &str) -> io::Result<Vec<NewsCase>> {
    let path = table_path(name);
    let mut cases: Vec<NewsCase> = Vec::new();
    for line in fs::read_to_string(&path)?.lines() {
        let bad = || io::Error::other(format!("{}: {line}", path.display()));
        match line.strip_prefix("    ") {
            None => cases.push(NewsCase { text: line.to_owned(), gold: Vec::new(), extra: Vec::new() }),
            Some(line) => {
                let case = cases.last_mut().ok_or_else(bad)?;
                match line.strip_prefix("+ ") {
                    Some(extra) => case.extra.push(extra.to_owned()),
                    None => case.gold.push(NewsFigure::read(line).ok_or_else(bad)?),
                }
            }
        }
    }
    Ok(cases)
}

/// Where a table lies.
pub fn table_path(name: &str) -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("tests/news_figures/{name}.txt"))
}

/// Scores the tables; `miss` is told of what is wrong in each sentence.
///
/// # Errors
/// Where a table cannot be read.
pub fn score(mut miss: impl FnMut(&str, &str)) -> io::Result<NewsScore> {
    let mut score = NewsScore::default();
    for name in TABLES {
        for case in read_table(name)? {
            let result = case.judge(|what| miss(&case.text, what));
            let mut right = [0; 4];
            for answer in &result.right {
                for (sum, right) in right.iter_mut().zip(answer) {
                    *sum += usize::from(*right);
                }
            }
            for (counts, right) in
                [&mut score.value, &mut score.unit, &mut score.change, &mut score.counts].into_iter().zip(right)
            {
                *counts += Counts { right, found: result.found, gold: case.gold.len() };
            }
        }
    }
    Ok(score)
}
