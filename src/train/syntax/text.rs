//! Raw sentences for the teacher to label: news first of all, and what is written otherwise.

use crate::{
    Article, Models,
    pipeline::read_words,
    syntax::words_of,
    train::{data, names::corpus, polnear, random::Random},
};
use rustc_hash::FxHashSet;
use serde::{Deserialize, Serialize};
use std::{fs, io, ops::RangeInclusive, path::Path};

#[derive(Deserialize)]
struct Story {
    text: String,
}

#[derive(Serialize)]
struct Sentence<'t> {
    words: Vec<&'t str>,
}

/// Texts that are no news; none is that of a treebank that measures.
const OTHER: [&str; 7] = [
    "names/ner_masc_newspaper.jsonl",
    "names/ner_masc_other.jsonl",
    "names/ner_wikigold_all.jsonl",
    "names/ner_crossner_politics_train.jsonl",
    "names/ner_crossner_politics_test.jsonl",
    "names/ner_wnut17_train.jsonl",
    "names/ner_btc_all.jsonl",
];

/// Shorter ones teach little, longer ones are lists.
const LENGTHS: RangeInclusive<usize> = 4..=80;

/// Writes the words of sentences, one sentence a line, each once, in random order: a part is like the whole.
///
/// # Errors
/// Where data are absent, or the file cannot be written.
pub fn write_words(path: &Path) -> io::Result<()> {
    let mut texts: Vec<String> = Vec::new();
    for file in OTHER {
        texts.extend(corpus::gold(file)?.into_iter().map(|article| article.text));
    }
    texts.extend(polnear::read("train")?.into_iter().map(|article| article.text));
    texts.extend(data::read::<Story>("summaries/sum_cnn_train.jsonl")?.into_iter().map(|story| story.text));
    let mut lines = Vec::new();
    let mut seen = FxHashSet::default();
    for text in &texts {
        let document = read_words(Article::plain(text), Models::embedded());
        for sentence in document.sentences() {
            if !seen.insert(document.str(document.sentence_span(sentence)).to_owned()) {
                continue;
            }
            let words: Vec<&str> = words_of(&document, sentence.tokens()).map(|(span, _)| document.str(span)).collect();
            if LENGTHS.contains(&words.len()) {
                lines.push(serde_json::to_string(&Sentence { words })?);
            }
        }
    }
    Random(1).shuffle(&mut lines);
    fs::write(path, lines.join("\n") + "\n")
}
