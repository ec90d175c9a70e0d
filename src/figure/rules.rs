//! How rows of rules are tested: each has a sentence with a figure in brackets, on which it has to fire.

use crate::{Article, Models, Options, pipeline::analyze};

/// Reads the example of each row, given as name and example, and looks whether the row is among the rules behind the
/// figure in brackets. All that fail are told.
pub(super) fn check_rows(rows: impl Iterator<Item = (&'static str, &'static str)>) {
    let failures: Vec<String> = rows.filter_map(|(name, example)| misfire(name, example)).collect();
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}

/// What is wrong with the example of a row; none where it fires.
fn misfire(name: &str, example: &str) -> Option<String> {
    let (before, rest) = example.split_once('[')?;
    let (marked, after) = rest.split_once(']')?;
    let text = format!("{before}{marked}{after}");
    let document = analyze(Article::plain(&text), Models::embedded(), &Options::default());
    let figures = document.figures();
    let Some(figure) = figures.iter().find(|figure| figure.span.start() as usize == before.len()) else {
        let found: Vec<&str> = figures.iter().map(|figure| document.str(figure.span)).collect();
        return Some(format!("row “{name}”: no figure begins at the bracket of “{example}”, only {found:?}"));
    };
    let fired = figure.rules.contains(&name);
    (!fired).then(|| format!("row “{name}” does not fire on “{example}”; these did: {:?}", figure.rules))
}
