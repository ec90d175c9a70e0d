//! What must be a figure, with all that is said of it, and what must not.
//!
//! The tables in `tests/figure_cases` are prose: a sentence, and below it one line a figure, indented:
//!
//! ```text
//! The army reported 60 rockets fired; 12 were stopped.
//!     60 is count 60 rocket of "rockets fired"
//!     12 is count 12 rocket of "rockets fired"
//! ```
//!
//! Behind `is` stand kind, value or range, unit, currency, change where there is one ("up to" for the level reached), what
//! it counts or measures, and the ISO form behind `@`. A sentence with nothing below has no figures. Lines that begin with `!` are known misses:
//! they say what is found today and ought not to be. A line `# published: 2025-11-05` tells the day that all of a table was
//! published.
#![allow(clippy::unwrap_used, reason = "a test may fail")]

use newsgist::{
    Article, Document, Models, Options, analyze,
    document::{Change, Figure},
    text::CivilDate,
};
use std::fmt::Write as _;

/// One line for a figure, in the notation of the tables.
fn line(document: &Document, figure: &Figure) -> String {
    let mut line = format!("{} is {}", document.str(figure.span), format!("{:?}", figure.kind).to_lowercase());
    match (figure.value, figure.min, figure.max) {
        (Some(value), ..) => write!(line, " {value:.6}").unwrap(),
        (None, Some(min), Some(max)) => write!(line, " {min:.6}..{max:.6}").unwrap(),
        _ => {}
    }
    // Six digits are enough; trailing noughts say nothing.
    let mut line = line.split(' ').map(short).collect::<Vec<_>>().join(" ");
    for part in [figure.unit.as_deref(), figure.currency].into_iter().flatten() {
        write!(line, " {part}").unwrap();
    }
    match figure.change {
        Change::Exact => {}
        Change::About => line.push_str(" about"),
        Change::AtMost => line.push_str(" at-most"),
        Change::AtLeast => line.push_str(" at-least"),
        Change::Up => line.push_str(" up"),
        Change::Down => line.push_str(" down"),
        other => unreachable!("no mark for {other:?}"),
    }
    if figure.level {
        line.push_str(" to");
    }
    if let Some(counts) = figure.counts {
        write!(line, " of \"{}\"", document.str(counts)).unwrap();
    }
    if let Some(iso) = &figure.iso {
        write!(line, " @{iso}").unwrap();
    }
    line
}

/// "2.500000" as "2.5".
fn short(word: &str) -> String {
    let numbers = word.split("..").map(|number| match number.split_once('.') {
        Some((whole, part)) if part.len() == 6 && number.parse::<f64>().is_ok() => {
            format!("{whole}.{part}").trim_end_matches('0').trim_end_matches('.').to_owned()
        }
        _ => number.to_owned(),
    });
    numbers.collect::<Vec<_>>().join("..")
}

/// Reads a table again from its sentences; it has to come out as it is written.
fn check(name: &str) {
    let path = format!("{}/tests/figure_cases/{name}.txt", env!("CARGO_MANIFEST_DIR"));
    let table = std::fs::read_to_string(&path).unwrap();
    let mut found = String::new();
    let published = table.lines().find_map(|line| line.strip_prefix("# published: "));
    let options = Options::default().with_published_at(published.map(|day| day.parse::<CivilDate>().unwrap()));
    for case in table.lines().filter(|line| !line.starts_with("    ")) {
        found.push_str(case);
        found.push('\n');
        let text = case.strip_prefix('!').unwrap_or(case).trim();
        if text.starts_with('#') || text.is_empty() {
            continue;
        }
        let document = analyze(Article::plain(text), Models::embedded(), &options);
        for figure in document.figures() {
            writeln!(found, "    {}", line(&document, figure)).unwrap();
        }
    }
    if std::env::var_os("UPDATE_EXPECT").is_some() {
        std::fs::write(&path, found).unwrap();
    } else {
        for (line, (wanted, found)) in table.lines().zip(found.lines()).enumerate() {
            assert_eq!(wanted, found, "{name}.txt, line {}; `make bless` accepts what is found", line + 1);
        }
        assert_eq!(table.lines().count(), found.lines().count(), "{name}.txt");
    }
}

macro_rules! tables {
    ($($name:ident),*) => { $(#[test] fn $name() { check(stringify!($name)); })* };
}

tables!(counts, money, percent, measures, times, published, scores, no_figures);
