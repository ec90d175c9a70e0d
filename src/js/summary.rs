//! Summaries of the W3C `Summarizer` interface: which sentences, how many, and how they are written.

use crate::{Article, Digest, Lexicon, OffsetUnit, Options, analyze, export};
use serde::Deserialize;

/// `SummarizerType` of the interface.
#[derive(Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum Kind {
    KeyPoints,
    Tldr,
    Teaser,
    Headline,
}

/// `SummarizerLength` of the interface.
#[derive(Clone, Copy, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum Length {
    Short,
    Medium,
    Long,
}

/// The lines of a summary.
pub(super) struct Lines {
    lines: Vec<String>,
    bullets: bool,
}

/// Chooses the lines: bullets for key points, one line for the other kinds. No lines for a blank text, at least one
/// for any other.
pub(super) fn summarize(text: &str, kind: Kind, length: Length, context: &str) -> Lines {
    let bullets = kind == Kind::KeyPoints;
    if text.trim().is_empty() {
        return Lines { lines: Vec::new(), bullets };
    }
    let count = match (kind, length) {
        (Kind::KeyPoints, Length::Short) | (Kind::Tldr | Kind::Teaser, Length::Medium) => 3,
        (Kind::KeyPoints, Length::Medium) | (Kind::Tldr | Kind::Teaser, Length::Long) => 5,
        (Kind::KeyPoints, Length::Long) => 7,
        (Kind::Tldr | Kind::Teaser, Length::Short) | (Kind::Headline, _) => 1,
    };
    let context = Some(context.to_owned()).filter(|context| !context.trim().is_empty());
    let options = Options { points: count, context, ..Options::default() };
    let document = analyze(Article::plain(text), Lexicon::embedded(), &options);
    let digest = Digest::new(&document, OffsetUnit::Utf8);
    let mut lines: Vec<String> = digest.key_points.iter().map(|point| point.text.clone()).collect();
    if kind == Kind::Headline
        && let Some(title) = digest.title
    {
        lines = vec![title];
    }
    // A text of fragments has no point that stands alone; its first sentences are better than nothing.
    if lines.is_empty() {
        let sentences = digest.sentences.iter().filter_map(|sentence| text.get(sentence.start as usize..sentence.end as usize));
        lines = sentences.filter(|text| !text.is_empty()).take(count as usize).map(one_line).collect();
    }
    if lines.is_empty() {
        lines = vec![one_line(text)];
    }
    match kind {
        Kind::KeyPoints => {}
        Kind::Tldr | Kind::Teaser => lines = vec![lines.join(" ")],
        Kind::Headline => {
            let most = match length {
                Length::Short => 12,
                Length::Medium => 17,
                Length::Long => 22,
            };
            lines = vec![cut_at_clause(&lines[0], most)];
        }
    }
    Lines { lines, bullets }
}

/// The lines as Markdown, with what would be markup escaped, or as plain text.
pub(super) fn write(lines: &Lines, markdown: bool) -> String {
    let bullet = if lines.bullets { "* " } else { "" };
    let write = |line: &String| if markdown { format!("{bullet}{}", export::escape(line)) } else { line.clone() };
    lines.lines.iter().map(write).collect::<Vec<_>>().join("\n")
}

/// At most so many words, without the full stop: all of it, or up to the last clause that ends within them, or the
/// first words where there is no such clause.
fn cut_at_clause(sentence: &str, most: usize) -> String {
    const FEWEST: usize = 4;
    const OPENERS: [&str; 12] =
        ["and", "as", "after", "but", "because", "before", "that", "when", "where", "which", "while", "who"];
    let words: Vec<&str> = sentence.split_whitespace().collect();
    let ends = |at: usize| words[at - 1].ends_with([',', ';', ':']) || OPENERS.contains(&words[at]);
    let cut = match words.len() {
        count if count <= most => count,
        _ => (FEWEST..=most).rev().find(|&at| ends(at)).unwrap_or(most),
    };
    let line = words[..cut].join(" ");
    line.trim_end_matches([',', ';', ':', '—', '–', ' ']).trim_end_matches('.').to_owned()
}

/// Line ends and runs of spaces made single.
fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
