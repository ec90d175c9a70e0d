//! Choosing a set: each next point is weighed in the light of those already chosen.

use crate::text::{ordered, sort_by_number};

use super::{
    features::{Sentences, common},
    forest::{LANES, Lanes},
    model::Model,
    reading::Reading,
    terms::Term,
};

/// Points that the forest of sets weighs. It learns from summaries of so many sentences; beyond them it would only learn
/// that short points harm precision least. Further points go by their own score, less what they repeat.
pub(crate) const WEIGHED: usize = 3;
/// Points up to which repetition is looked for; so many say most of what an article has to say.
const COMPARED: usize = 15;
/// What it costs to say nothing new, in the unit of the sentences' scores.
const REPETITION: f32 = 3.0;
/// How much of a sentence's weight one chosen point may hold before it says the same, and what that costs: more than any
/// score, so that it is taken only where nothing else is left.
const SAME: f32 = 0.85;
const TWICE: f32 = 1e3;
/// How much worse a sentence may be that takes the place of one whose subject no point has told of.
const BARE: f32 = 1.0;
/// What a word that the reader asked for adds to the score of a candidate that is the first to hold it.
const ASKED: f32 = 2.0;
/// Candidates of a choice, best by their own scores.
const SHORTLIST: usize = 16;

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

    /// How much of a sentence has been said: 0 to 1, by its words' weights.
    fn repetition(&self, body: usize, reading: &Reading, sentences: &Sentences) -> f32 {
        let (mut old, mut all) = (0.0, 0.1);
        for &term in sentences.terms[body].iter().filter(|&&term| !reading.terms.terms[term as usize].stop) {
            let weight = reading.words[term as usize];
            all += weight;
            old += if self.covered[term as usize] { weight } else { 0.0 };
        }
        old / all
    }

    /// How many words that the reader asked for a sentence holds and no point yet.
    fn asked(&self, body: usize, reading: &Reading, sentences: &Sentences) -> usize {
        let new = |&&term: &&u32| reading.terms.terms[term as usize].is_asked() && !self.covered[term as usize];
        sentences.terms[body].iter().filter(new).count()
    }

    /// The features of a candidate; those of its sentence follow them, in the forest's eyes.
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
        sort_by_number(&mut order, |&body| (!ordered(self.of[body])).into());
        order
    }
}

/// Body indices of the next candidates, best first.
pub(crate) fn shortlist(reading: &Reading, scores: &Scores, wanted: usize) -> Vec<usize> {
    let mut order = scores.order();
    order.retain(|&body| reading.candidates[body].alone);
    order.truncate(SHORTLIST.max(wanted));
    order
}

/// The share of a sentence's weight that another holds: 0 to 1.
fn shared(body: usize, other: usize, reading: &Reading, sentences: &Sentences) -> f32 {
    let weigh = |term: u32| if reading.terms.terms[term as usize].stop { 0.0 } else { reading.words[term as usize] };
    let all: f32 = sentences.terms[body].iter().map(|&term| weigh(term)).sum();
    common(&sentences.terms[body], &sentences.terms[other]).map(weigh).sum::<f32>() / all.max(0.1)
}

/// Whether a subject of common nouns, as in "The company said", may have been told of in one of the points before: in a
/// sentence near before it, or in one that has the noun; or whether the article opens with the noun.
fn is_introduced(body: usize, points: &[usize], reading: &Reading, sentences: &Sentences) -> bool {
    const NEAR: usize = 2;
    const OPENING: u32 = 2;
    let Some(noun) = reading.candidates[body].bare else { return true };
    let term = reading.terms.at(noun);
    let opens = term.is_some_and(|term| reading.terms.terms[term].first < OPENING);
    let says = |point: usize| term.is_some_and(|term| sentences.terms[point].binary_search(&(term as u32)).is_ok());
    points.iter().any(|&point| point < body && (opens || body - point <= NEAR || says(point)))
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
    let asks = reading.terms.terms.iter().any(Term::is_asked);
    let (mut row, mut bins, mut scored) = (Vec::new(), Vec::new(), Vec::new());
    let mut lanes = Lanes::new(model.sets.cuts.len() + model.sentences.cuts.len());
    // For each candidate, how much of it one of the points holds.
    let mut likest = vec![0.0_f32; left.len()];
    while chosen.bodies.len() < wanted.min(COMPARED) {
        scored.clear();
        for bodies in left[..left.len().min(SHORTLIST)].chunks(LANES) {
            if chosen.bodies.len() >= WEIGHED {
                scored.extend(
                    bodies
                        .iter()
                        .map(|&body| scores.of[body] - REPETITION * chosen.repetition(body, reading, sentences)),
                );
                continue;
            }
            for (lane, &body) in bodies.iter().enumerate() {
                chosen.features(body, reading, sentences, scores, &mut row);
                model.sets.bins(&row, &mut bins);
                lanes.put(lane, 0, &bins);
                lanes.put(lane, bins.len(), &sentences.bins[body]);
            }
            scored.extend_from_slice(&model.sets.score_lanes(&lanes)[..bodies.len()]);
        }
        for (score, &body) in scored.iter_mut().zip(&left).filter(|_| asks) {
            *score += ASKED * chosen.asked(body, reading, sentences) as f32;
        }
        // The best of those before a body; "The company said" only where a point says which.
        let best = |end: usize, introduced: bool| {
            let mut best: Option<(f32, usize)> = None;
            for (at, &score) in scored.iter().enumerate() {
                if left[at] >= end || introduced && !is_introduced(left[at], &chosen.bodies, reading, sentences) {
                    continue;
                }
                let score = score - if likest[at] > SAME { TWICE } else { 0.0 };
                if best.is_none_or(|(other, _)| score > other) {
                    best = Some((score, at));
                }
            }
            best
        };
        let Some((score, mut at)) = best(usize::MAX, false) else { break };
        let body = left[at];
        if !is_introduced(body, &chosen.bodies, reading, sentences) {
            let first = chosen.bodies.iter().all(|&other| other > body);
            let before = best(body, true).filter(|_| first);
            let other = before.or_else(|| best(usize::MAX, true)).filter(|other| first || other.0 > score - BARE);
            at = other.map_or(at, |(_, other)| other);
        }
        let new = left.remove(at);
        likest.remove(at);
        chosen.push(new, sentences, &reading.words);
        for (likest, &body) in likest.iter_mut().zip(&left) {
            *likest = likest.max(shared(body, new, reading, sentences));
        }
    }
    let rest = wanted.saturating_sub(chosen.bodies.len());
    chosen.bodies.extend(left.into_iter().take(rest));
    chosen.bodies
}

#[cfg(test)]
mod tests {
    use super::is_introduced;
    use crate::{Article, Models, Options, pipeline::read_layers, rank::Ranking};

    #[test]
    fn a_bare_subject_needs_a_point_that_may_say_which() {
        let text = "Orr Mills will close its works in Orr Bay.\n\nThe company said that 400 people work in Orr Bay.\n\n\
            Tom Roe, the mayor, was in Oslo on Friday.\n\nA ferry will take people across the river.\n\n\
            Ann Lee runs the old mill by the bridge.\n\nThe company had a loss of $4 million in May.\n\nThe \
            council met in Oslo.";
        let document = read_layers(Article::plain(text), Models::embedded(), &Options::default(), &mut |_| ());
        let ranking = Ranking::new(&document, Models::embedded(), &Options::default());
        for (body, points, expected) in [
            (0, &[][..], true),
            (1, &[], false),
            (1, &[0], true),
            (1, &[3], false),
            (6, &[0], false),
            (6, &[5], true),
            (5, &[1], true),
            (5, &[4], true),
        ] {
            let found = is_introduced(body, points, &ranking.reading, &ranking.sentences);
            assert_eq!(found, expected, "{body} {points:?}");
        }
    }

    #[test]
    fn what_the_reader_asks_for_is_chosen() {
        let text = "Orr Mills will close its works in Orr Bay in May.\n\nThe company said that 400 people work in Orr \
            Bay.\n\nTom Roe, the mayor, was in Oslo on Friday.\n\nA ferry will take children across the river.";
        let document = read_layers(Article::plain(text), Models::embedded(), &Options::default(), &mut |_| ());
        for (context, body) in [(None, 0), (Some("the ferry"), 3), (Some("mayor"), 2), (Some("zebras"), 0)] {
            let options = Options { context: context.map(str::to_owned), ..Options::default() };
            assert_eq!(Ranking::new(&document, Models::embedded(), &options).choose(1), [body], "{context:?}");
        }
    }
}
