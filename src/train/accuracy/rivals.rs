//! Rivals of the key points: the opening, and four classic extractors over the same sentences.

use crate::{Document, article::BlockKind, document::TokenKind, lexicon::WordFlags, rank::stem};
use rustc_hash::FxHashMap;
use std::collections::BTreeMap;

/// A way to weigh sentences; the best ones are taken, in the article's order.
pub(super) type Rival = fn(&[Vec<String>]) -> Vec<f64>;

/// All rivals, by name. Each weighs all sentences of the article.
pub(super) const RIVALS: &[(&str, Rival)] =
    &[("Lead-3", lead), ("LexRank", lex_rank), ("TextRank", text_rank), ("Luhn", luhn), ("LSA", lsa)];

/// The sentences that rivals choose from: running text and list items, whole. Their spans and their content words, stemmed.
pub(super) fn sentences(document: &Document) -> (Vec<String>, Vec<Vec<String>>) {
    let mut texts = Vec::new();
    let mut words = Vec::new();
    for sentence in document.sentences() {
        let kind = document.blocks()[sentence.block as usize].kind;
        if !matches!(kind, BlockKind::Paragraph | BlockKind::ListItem) {
            continue;
        }
        texts.push(document.str(document.sentence_span(sentence)).to_owned());
        let content = sentence.tokens().filter(|&at| {
            matches!(document.tokens()[at].kind, TokenKind::Word | TokenKind::Number)
                && !document.tags()[at].flags.has(WordFlags::STOP)
        });
        words.push(content.map(|at| stem(&document.token_str(at).to_lowercase()).to_text()).collect());
    }
    (texts, words)
}

/// Indices of the best sentences, in the article's order.
pub(super) fn best(scores: &[f64], wanted: usize) -> Vec<usize> {
    let mut order: Vec<usize> = (0..scores.len()).collect();
    order.sort_by(|&a, &b| scores[b].total_cmp(&scores[a]).then(a.cmp(&b)));
    order.truncate(wanted);
    order.sort_unstable();
    order
}

fn lead(sentences: &[Vec<String>]) -> Vec<f64> {
    (0..sentences.len()).map(|at| -(at as f64)).collect()
}

/// Erkan and Radev (2004), continuous: `PageRank` over cosines of tf-idf vectors.
fn lex_rank(sentences: &[Vec<String>]) -> Vec<f64> {
    let vectors = tf_idf(sentences);
    walk(sentences.len(), |a, b| cosine(&vectors[a], &vectors[b]))
}

/// Mihalcea and Tarau (2004): `PageRank` over shared words by the logarithms of both lengths.
fn text_rank(sentences: &[Vec<String>]) -> Vec<f64> {
    let counts: Vec<BTreeMap<&str, f64>> = sentences.iter().map(|words| count(words)).collect();
    walk(sentences.len(), |a, b| {
        let length = |at: usize| libm::log(sentences[at].len().max(1) as f64);
        let shared = counts[a].keys().filter(|word| counts[b].contains_key(*word)).count() as f64;
        let norm = length(a) + length(b);
        if a == b || norm <= 0.0 { 0.0 } else { shared / norm }
    })
}

/// Luhn (1958): the densest cluster of significant words, no more than four others between two of them.
fn luhn(sentences: &[Vec<String>]) -> Vec<f64> {
    const GAP: usize = 4;
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    sentences.iter().flatten().for_each(|word| *counts.entry(word).or_default() += 1);
    let score = |words: &Vec<String>| {
        let mut best = 0.0f64;
        let (mut first, mut last, mut hits) = (0, 0, 0usize);
        for at in (0..words.len()).filter(|&at| counts[words[at].as_str()] > 1) {
            if hits == 0 || at - last > GAP {
                (first, hits) = (at, 0);
            }
            (last, hits) = (at, hits + 1);
            best = best.max((hits * hits) as f64 / (last - first + 1) as f64);
        }
        best
    };
    sentences.iter().map(score).collect()
}

/// Gong and Liu (2001) as Steinberger and Jezek (2004) weigh it: the length of a sentence in the space of the first
/// topics, which power iteration finds.
fn lsa(sentences: &[Vec<String>]) -> Vec<f64> {
    const TOPICS: usize = 3;
    let vectors = tf_idf(sentences);
    let n = sentences.len();
    let dot = |a: &BTreeMap<&str, f64>, b: &BTreeMap<&str, f64>| -> f64 {
        a.iter().filter_map(|(word, x)| Some(x * b.get(word)?)).sum()
    };
    let mut gram: Vec<Vec<f64>> = (0..n).map(|a| (0..n).map(|b| dot(&vectors[a], &vectors[b])).collect()).collect();
    let mut lengths = vec![0.0; n];
    for _ in 0..TOPICS.min(n) {
        let mut v: Vec<f64> = (0..n).map(|at| 1.0 + at as f64 / 100.0).collect();
        let mut value = 0.0;
        for _ in 0..50 {
            let next: Vec<f64> = gram.iter().map(|row| row.iter().zip(&v).map(|(a, b)| a * b).sum()).collect();
            value = libm::sqrt(next.iter().map(|x| x * x).sum());
            if value <= 1e-12 {
                break;
            }
            v = next.iter().map(|x| x / value).collect();
        }
        for at in 0..n {
            lengths[at] += value * v[at] * v[at];
            for other in 0..n {
                gram[at][other] -= value * v[at] * v[other];
            }
        }
    }
    lengths.into_iter().map(|square: f64| libm::sqrt(square.max(0.0))).collect()
}

fn count(words: &[String]) -> BTreeMap<&str, f64> {
    let mut counts = BTreeMap::new();
    words.iter().for_each(|word| *counts.entry(word.as_str()).or_default() += 1.0);
    counts
}

fn tf_idf(sentences: &[Vec<String>]) -> Vec<BTreeMap<&str, f64>> {
    let mut holders: FxHashMap<&str, f64> = FxHashMap::default();
    let counts: Vec<BTreeMap<&str, f64>> = sentences.iter().map(|words| count(words)).collect();
    counts.iter().flat_map(BTreeMap::keys).for_each(|word| *holders.entry(word).or_default() += 1.0);
    let n = sentences.len() as f64;
    counts
        .into_iter()
        .map(|counts| counts.into_iter().map(|(word, tf)| (word, tf * libm::log(1.0 + n / holders[word]))).collect())
        .collect()
}

fn cosine(a: &BTreeMap<&str, f64>, b: &BTreeMap<&str, f64>) -> f64 {
    let norm = |v: &BTreeMap<&str, f64>| libm::sqrt(v.values().map(|x| x * x).sum());
    let dot: f64 = a.iter().filter_map(|(word, x)| Some(x * b.get(word)?)).sum();
    let norms = norm(a) * norm(b);
    if norms > 0.0 { dot / norms } else { 0.0 }
}

/// `PageRank` with damping 0.85 over a full graph.
fn walk(n: usize, weight: impl Fn(usize, usize) -> f64) -> Vec<f64> {
    let mut edges: Vec<Vec<f64>> = (0..n).map(|a| (0..n).map(|b| weight(a, b)).collect()).collect();
    for row in &mut edges {
        let sum: f64 = row.iter().sum();
        if sum > 0.0 {
            row.iter_mut().for_each(|edge| *edge /= sum);
        }
    }
    let mut ranks = vec![1.0 / n.max(1) as f64; n];
    for _ in 0..40 {
        let mut next = vec![0.15 / n.max(1) as f64; n];
        for (rank, row) in ranks.iter().zip(&edges) {
            row.iter().zip(&mut next).for_each(|(edge, next)| *next += 0.85 * rank * edge);
        }
        ranks = next;
    }
    ranks
}
