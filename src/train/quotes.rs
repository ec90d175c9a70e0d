//! Trains the ranker that chooses the source of a verb of saying: multinomial logistic regression over the candidates
//! of each verb, by stochastic gradient descent with weight decay; the weights are rounded to signed bytes.

use super::{polnear, random::Random};
use crate::{
    Article, Models, Options, analyze,
    quote::{BUCKETS, learn, pack_sources},
    text::Span,
};
use std::io;

const EPOCHS: usize = 12;
const RATE: f32 = 0.15;
const DECAY: f32 = 1e-6;
/// A weight of 1.0 is written as this number.
const SCALE: f32 = 24.0;

/// Trains on `quotes/quotes_polnear_train.jsonl`; gives the bytes of `src/quote/source.bin`.
///
/// # Errors
/// Where the data cannot be read.
pub fn train() -> io::Result<Vec<u8>> {
    let mut cases = Vec::new();
    for article in polnear::read("train")? {
        cases.extend(cases_of(&article));
    }
    println!("{} verbs, {} of them with a source", cases.len(), cases.iter().filter(|case| case.right > 0).count());
    let mut weights = vec![0.0_f32; BUCKETS];
    for epoch in 0..EPOCHS {
        let rate = RATE / (1.0 + epoch as f32 * 0.5);
        let mut right = 0;
        for index in shuffled(cases.len(), epoch as u64) {
            let case = &cases[index];
            let scores: Vec<f32> = case
                .candidates
                .iter()
                .map(|features| features.iter().map(|&bucket| weights[usize::from(bucket)]).sum())
                .collect();
            let most = scores.iter().copied().fold(f32::MIN, f32::max);
            let powers: Vec<f32> = scores.iter().map(|score| libm::expf(score - most)).collect();
            let total: f32 = powers.iter().sum();
            right += usize::from(scores[case.right] >= most);
            for (candidate, features) in case.candidates.iter().enumerate() {
                let gradient = f32::from(u8::from(candidate == case.right)) - powers[candidate] / total;
                for &bucket in features {
                    let weight = &mut weights[usize::from(bucket)];
                    *weight += rate * (gradient - DECAY * *weight);
                }
            }
        }
        println!("epoch {}: {:.4} of the choices right", epoch + 1, right as f32 / cases.len().max(1) as f32);
    }
    let byte = |weight: &f32| libm::roundf(weight * SCALE).clamp(-127.0, 127.0) as i8;
    Ok(pack_sources(&weights.iter().map(byte).collect::<Vec<_>>()))
}

fn cases_of(article: &polnear::Article) -> Vec<learn::Case> {
    let document = analyze(Article::verbatim(&article.text), Models::embedded(), &Options::default());
    let touched = |span: Span, spans: &[Span]| spans.iter().any(|other| other.overlaps(span));
    // Paragraphs without any attribution were passed over as often as not: they tell nothing.
    let told: Vec<Span> = document
        .blocks()
        .iter()
        .map(|block| block.span)
        .filter(|block| article.attributions.iter().any(|attribution| touched(*block, &attribution.cue)))
        .collect();
    let sources = |cue: Span| {
        if !touched(cue, &told) {
            return None;
        }
        let found = article.attributions.iter().filter(|attribution| touched(cue, &attribution.cue));
        Some(found.flat_map(|attribution| attribution.source.iter().copied()).collect())
    };
    learn::cases(&document, &sources)
}

/// The numbers below `len` in an order that depends on the seed alone.
fn shuffled(len: usize, seed: u64) -> Vec<usize> {
    let mut order: Vec<usize> = (0..len).collect();
    Random(seed.wrapping_add(1).wrapping_mul(0x9e37_79b9_7f4a_7c15)).shuffle(&mut order);
    order
}
