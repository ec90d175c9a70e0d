//! Summaries of the W3C `Summarizer` interface, written down.

use crate::{Article, Models, Options, SummaryKind, SummaryLength, export, summarize};

/// A summary of a plain text: points as bullets, one a line; the other kinds as one line. Empty for a blank text and
/// for no other.
///
/// In Markdown what would be markup is escaped. `context` weighs on the choice and adds no words.
pub(super) fn summary(text: &str, kind: SummaryKind, length: SummaryLength, markdown: bool, context: &str) -> String {
    let context = Some(context.to_owned()).filter(|context| !context.trim().is_empty());
    let options = Options { context, ..Options::default() };
    let mut lines = summarize(Article::plain(text), Models::embedded(), &options, kind, length);
    lines.retain(|line| !line.is_empty());
    if lines.is_empty() && !text.trim().is_empty() {
        // Nothing but marks: the text is its own summary.
        lines.push(text.split_whitespace().collect::<Vec<_>>().join(" "));
    }
    if kind == SummaryKind::Headline
        && let Some(line) = lines.first_mut()
    {
        // Headlines have no full stop; other marks say something.
        let kept = line.trim_end_matches([',', ';', ':', '—', '–', ' ']).trim_end_matches('.').len();
        if kept > 0 {
            line.truncate(kept);
        }
    }
    let write = |line: &String| if markdown { export::escape(line) } else { line.clone() };
    let lines: Vec<String> = lines.iter().map(write).collect();
    match (kind, markdown) {
        (SummaryKind::KeyPoints, true) => lines.iter().map(|line| format!("* {line}")).collect::<Vec<_>>().join("\n"),
        (SummaryKind::KeyPoints, false) => lines.join("\n"),
        _ => lines.join(" "),
    }
}
