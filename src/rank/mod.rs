//! Salience: how much of the article's substance a sentence holds.

use crate::{
    Document, Options,
    article::BlockKind,
    lexicon::{WordFlags, lowercase},
    token::TokenKind,
};
use rustc_hash::{FxHashMap, FxHashSet};

/// One number for each sentence, 0 to 1. Reads all layers; weighs position and terms.
pub fn rank_sentences(document: &Document, options: &Options) -> Vec<f32> {
    let terms = terms(document);
    let context: FxHashSet<String> = options
        .context
        .as_deref()
        .into_iter()
        .chain(document.title())
        .flat_map(str::split_whitespace)
        .map(str::to_lowercase)
        .collect();
    let mut scores: Vec<f32> = Vec::with_capacity(document.sentences().len());
    let mut place = 0;
    for sentence in document.sentences() {
        let kind = document.blocks()[sentence.block as usize].kind;
        if !matches!(kind, BlockKind::Paragraph | BlockKind::ListItem) {
            scores.push(0.0);
            continue;
        }
        let mut weight = 0.0;
        let mut words = 0;
        for at in sentence.tokens() {
            let word = lowercase(document.token_str(at));
            if let Some(&count) = terms.get(word.as_ref()) {
                weight += libm::sqrtf(count as f32);
                words += 1;
            }
            if context.contains(word.as_ref()) {
                weight += 1.0;
            }
        }
        let position = 1.0 / (1.0 + place as f32 * 0.25);
        scores.push((weight / (words as f32 + 6.0)) + 2.0 * position);
        place += 1;
    }
    let most = scores.iter().copied().fold(0.0, f32::max).max(f32::MIN_POSITIVE);
    scores.iter().map(|score| score / most).collect()
}

/// How often each content word occurs.
fn terms(document: &Document) -> FxHashMap<String, u32> {
    let mut terms: FxHashMap<String, u32> = FxHashMap::default();
    for (at, token) in document.tokens().iter().enumerate() {
        if token.kind == TokenKind::Word && !document.tags()[at].flags.has(WordFlags::STOP) {
            *terms.entry(lowercase(document.token_str(at)).into_owned()).or_default() += 1;
        }
    }
    terms
}
