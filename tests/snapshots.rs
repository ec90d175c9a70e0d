//! Whole articles, laid out to be read: each line of text with its marks below it, then the lists.
//!
//! `make bless` writes them anew; read the difference before committing it. A line that is wrong, and known to be, has `! `
//! set before it by hand: it keeps the mark as long as it stays as it is, and a line that is mended loses it.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, reason = "a test may panic")]

use expect_test::expect_file;
use newsgist::{
    Article, Digest, Document, Format, Models, OffsetUnit, Options, Span, analyze,
    digest::{ActorKind, Piece},
};
use std::{collections::BTreeSet, fmt::Write};

const WIDTH: usize = 110;

#[test]
fn articles() {
    for entry in std::fs::read_dir("seeds/articles").unwrap() {
        let path = entry.unwrap().path();
        let source = std::fs::read_to_string(&path).unwrap();
        let document = analyze(Article::read(&source, Format::Markdown), Models::embedded(), &Options::default());
        let name = path.file_stem().unwrap().to_str().unwrap();
        let known = std::fs::read_to_string(format!("tests/snapshots/{name}.txt")).unwrap_or_default();
        expect_file![format!("snapshots/{name}.txt")].assert_eq(&mark_known_misses(&layout(&document), &known));
    }
}

/// The layout with the marks that the committed one has before the same lines.
fn mark_known_misses(layout: &str, committed: &str) -> String {
    let known: BTreeSet<&str> = committed.lines().filter_map(|line| line.strip_prefix("! ")).collect();
    let mark = |line: &str| if known.contains(line) { format!("! {line}\n") } else { format!("{line}\n") };
    layout.lines().map(mark).collect()
}

fn layout(document: &Document) -> String {
    let digest = Digest::new(document, OffsetUnit::Utf8);
    let mut out = String::new();
    for (index, sentence) in document.sentences().iter().enumerate() {
        let block = document.blocks()[sentence.block as usize].kind;
        let _ = writeln!(out, "{index} {block:?} {:.2}", document.salience()[index]);
        marked(document, document.sentence_span(sentence), &mut out);
    }
    let _ = writeln!(out, "\n== key points");
    for point in &digest.key_points {
        let _ = writeln!(out, "{}. {}", point.rank, point.text);
        let inserted = point.pieces.iter().any(|piece| matches!(piece, Piece::Inserted { .. }));
        let note = if point.pieces.len() > 1 || inserted {
            format!(" ({} pieces)", point.pieces.len())
        } else {
            String::new()
        };
        let _ = writeln!(out, "   sentence {}{note}: {}", point.sentence, point.why.join("; "));
    }
    let _ = writeln!(out, "\n== actors");
    for actor in &digest.actors {
        let role = actor.role.as_ref().map(|role| format!(", {role}")).unwrap_or_default();
        let aliases =
            if actor.aliases.is_empty() { String::new() } else { format!(" = {}", actor.aliases.join(" = ")) };
        let _ = writeln!(out, "{} {:?} {}{aliases}{role} ×{}", actor.id, actor.kind, actor.name, actor.mentions.len());
    }
    let _ = writeln!(out, "\n== figures");
    for figure in &digest.figures {
        let _ = write!(out, "{:?} “{}”", figure.kind, figure.text);
        for (label, number) in [("=", figure.value), ("from", figure.min), ("to", figure.max)] {
            if let Some(number) = number {
                let _ = write!(out, " {label} {number}");
            }
        }
        for (label, text) in [("unit", &figure.unit), ("in", &figure.currency), ("iso", &figure.iso)] {
            if let Some(text) = text {
                let _ = write!(out, " {label} {text}");
            }
        }
        let counts = figure.counts.as_ref().map(|counts| format!(" counts “{}”", counts.text)).unwrap_or_default();
        let _ = writeln!(out, " {:?}{counts}", figure.change);
    }
    let _ = writeln!(out, "\n== facts");
    for fact in &digest.facts {
        let when = fact.when.as_ref().map(|when| format!(" [{}]", when.text)).unwrap_or_default();
        let _ = writeln!(out, "{:.1} {}{when}", fact.weight, fact.text);
    }
    let _ = writeln!(out, "\n== quotes");
    for quote in &digest.quotes {
        let marks = if quote.direct { ["“", "”"] } else { ["", ""] };
        let speaker = quote.speaker.map(|id| format!("#{id}")).unwrap_or_default();
        let cue = quote.cue.as_deref().unwrap_or("-");
        let _ = writeln!(
            out,
            "{}{}{} | {}{speaker} | {cue}",
            marks[0],
            quote.text,
            marks[1],
            quote.speaker_text.as_deref().unwrap_or("-")
        );
    }
    let _ = writeln!(out, "\n== timeline");
    for moment in &digest.timeline {
        let _ = writeln!(out, "{} “{}”", moment.iso.as_deref().unwrap_or("-"), moment.text);
    }
    for notice in &digest.notices {
        let _ = writeln!(out, "\nnotice: {}", notice.message);
    }
    out
}

/// The sentence in lines, and below each the marks: `P3···` a person, `O` an organisation, `L` a place, `G` a group,
/// each with the actor's number; `#·····` a figure.
fn marked(document: &Document, span: Span, out: &mut String) {
    let mut marks: Vec<(Span, String)> = Vec::new();
    for (id, actor) in document.actors().iter().enumerate() {
        let letter = match actor.kind {
            ActorKind::Person => 'P',
            ActorKind::Organization => 'O',
            ActorKind::Place => 'L',
            ActorKind::Group => 'G',
            other => unreachable!("no letter for {other:?}"),
        };
        marks.extend(actor.mentions.iter().map(|mention| (mention.span, format!("{letter}{id}"))));
    }
    marks.extend(document.figures().iter().map(|figure| (figure.span, "#".to_owned())));
    marks.retain(|(place, _)| span.contains(*place));
    let text = document.text();
    let mut line = String::new();
    let mut below = String::new();
    let mut column = 0;
    for (at, c) in text[span.range()].char_indices().map(|(at, c)| (at as u32 + span.start(), c)) {
        let begins = marks.iter().find(|(place, _)| place.start() == at);
        if let Some((_, label)) = begins {
            while below.chars().count() < column {
                below.push(' ');
            }
            below.push_str(label);
        }
        let within = marks.iter().any(|(place, _)| place.start() < at && at < place.end());
        while within && below.chars().count() <= column {
            below.push('·');
        }
        line.push(if c == '\n' { ' ' } else { c });
        column += 1;
        if column >= WIDTH && c == ' ' {
            flush(&mut line, &mut below, out);
            column = 0;
        }
    }
    flush(&mut line, &mut below, out);
}

fn flush(line: &mut String, below: &mut String, out: &mut String) {
    let _ = writeln!(out, "  {}", line.trim_end());
    if !below.is_empty() {
        let _ = writeln!(out, "  {below}");
    }
    line.clear();
    below.clear();
}
