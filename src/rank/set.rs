//! Choosing a set: each next point is weighed in the light of those already chosen.

use super::{
    features::{Sentences, common},
    model::Model,
    reading::Reading,
};

/// Points that are weighed against those chosen before; further ones follow the sentences' own scores.
const WEIGHED: usize = 12;
/// Candidates of a choice, best by their own scores.
const SHORTLIST: usize = 24;

/// What has been chosen, and what it covers.
#[derive(Clone, Debug)]
pub(crate) struct Chosen {
    /// Body indices, the strongest first.
    pub(crate) bodies: Vec<usize>,
    covered: Vec<bool>,
    words: f32,
    weight: f32,
}

impl Chosen {
    /// How many features a candidate has besides those of its sentence.
    pub(crate) const FEATURES: usize = 14;

    pub(crate) fn new(terms: usize) -> Self {
        Self { bodies: Vec::new(), covered: vec![false; terms], words: 0.0, weight: 0.0 }
    }

    pub(crate) fn push(&mut self, body: usize, sentences: &Sentences, words: &[f32]) {
        self.bodies.push(body);
        self.words += sentences.lengths[body];
        for &term in &sentences.terms[body] {
            if !std::mem::replace(&mut self.covered[term as usize], true) {
                self.weight += words[term as usize];
            }
        }
    }

    /// The features of a candidate.
    pub(crate) fn features(
        &self,
        body: usize,
        reading: &Reading,
        sentences: &Sentences,
        scores: &Scores,
        row: &mut Vec<f32>,
    ) {
        /// Words of a reference summary, about.
        const REFERENCE: f32 = 45.0;
        let words = &reading.words;
        let (mut new, mut old, mut all) = (0.0, 0.0, 0.0);
        for &term in &sentences.terms[body] {
            let weight = words[term as usize];
            if !self.covered[term as usize] {
                new += weight;
            }
            if !reading.terms.terms[term as usize].stop {
                all += weight;
                old += if self.covered[term as usize] { weight } else { 0.0 };
            }
        }
        let f = |weight: f32, words: f32| 2.0 * weight / (words + REFERENCE);
        let now = f(self.weight, self.words);
        let then = f(self.weight + new, self.words + sentences.lengths[body]);
        let content = |term: &u32| !reading.terms.terms[*term as usize].stop;
        let likest = self
            .bodies
            .iter()
            .map(|&other| {
                let shared: f32 = common(&sentences.terms[body], &sentences.terms[other])
                    .filter(|term| content(term))
                    .map(|term| words[term as usize])
                    .sum();
                shared / all.max(0.1)
            })
            .fold(0.0, f32::max);
        let nearest = self.bodies.iter().map(|&other| other.abs_diff(body)).min().unwrap_or(99);
        let after = self.bodies.iter().filter(|&&other| other < body).count();
        row.clear();
        row.extend([
            scores.of[body],
            scores.of[body] - scores.best,
            scores.of[body] - scores.log_sum,
            self.bodies.len() as f32,
            self.words,
            new / sentences.lengths[body].max(1.0),
            new,
            old / all.max(0.1),
            then,
            then - now,
            likest,
            nearest as f32,
            after as f32,
            now,
        ]);
        debug_assert_eq!(row.len(), Self::FEATURES);
        row.extend(&sentences.rows[body]);
    }
}

/// The sentences' own scores, and what they are measured by.
#[derive(Clone, Debug, Default)]
pub(crate) struct Scores {
    pub(crate) of: Vec<f32>,
    pub(crate) best: f32,
    /// Logarithm of the sum of the scores' exponentials: a score less this is the logarithm of a share.
    pub(crate) log_sum: f32,
}

impl Scores {
    pub(crate) fn new(of: Vec<f32>) -> Self {
        let best = of.iter().copied().fold(f32::MIN, f32::max);
        let sum: f32 = of.iter().map(|score| libm::expf(score - best)).sum();
        Self { of, best, log_sum: best + libm::logf(sum.max(f32::MIN_POSITIVE)) }
    }

    /// Body indices, the best first; those that stand alone before those that lean.
    pub(crate) fn order(&self) -> Vec<usize> {
        let mut order: Vec<usize> = (0..self.of.len()).collect();
        order.sort_by(|&a, &b| self.of[b].total_cmp(&self.of[a]).then(a.cmp(&b)));
        order
    }
}

/// Body indices of the next candidates, best first.
pub(crate) fn shortlist(reading: &Reading, scores: &Scores, wanted: usize) -> Vec<usize> {
    let mut order = scores.order();
    order.retain(|&body| reading.shown[body].alone);
    order.truncate(SHORTLIST.max(wanted));
    order
}

/// Chooses up to `wanted` sentences that stand alone, the strongest first. A smaller choice is the beginning of a larger
/// one.
pub(crate) fn choose(
    reading: &Reading,
    sentences: &Sentences,
    scores: &Scores,
    model: &Model,
    wanted: usize,
) -> Vec<usize> {
    let mut left = shortlist(reading, scores, wanted);
    let mut chosen = Chosen::new(reading.terms.terms.len());
    let (mut row, mut bins) = (Vec::new(), Vec::new());
    while chosen.bodies.len() < wanted.min(WEIGHED) && !left.is_empty() {
        let mut best: Option<(f32, usize)> = None;
        for (at, &body) in left.iter().enumerate().take(SHORTLIST) {
            chosen.features(body, reading, sentences, scores, &mut row);
            model.sets.bins(&row, &mut bins);
            let score = model.sets.score(&bins);
            if best.is_none_or(|(other, _)| score > other) {
                best = Some((score, at));
            }
        }
        let Some((_, at)) = best else { break };
        chosen.push(left.remove(at), sentences, &reading.words);
    }
    let rest = wanted.saturating_sub(chosen.bodies.len());
    chosen.bodies.extend(left.into_iter().take(rest));
    chosen.bodies
}
