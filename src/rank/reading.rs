//! An article as the ranker reads it.

use super::{
    forest::{LANES, Lanes},
    model::{Background, Model},
    terms::Terms,
};
use crate::{
    Document, Models, Options,
    candidate::{Candidate, read_candidates},
    document::{ActorKind, MentionForm},
    text::sort_by_number,
};

/// The names in one sentence.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Names {
    /// Names that are shown.
    pub(super) mentions: u32,
    /// Of persons.
    pub(super) persons: u32,
    /// Of one of the three most mentioned actors.
    pub(super) main: u32,
    /// Actors named here for the first time.
    pub(super) new: u32,
    /// Mentions that the article holds of the most mentioned actor in the sentence.
    pub(super) most: u32,
}

/// The words, names and showable sentences of an article.
#[derive(Debug)]
pub(crate) struct Reading<'d> {
    pub(crate) document: &'d Document<'d>,
    /// The sentences of the article proper; "body index" below means an index into this.
    pub(crate) candidates: Vec<Candidate>,
    /// For each token, whether it stands in quotation marks.
    pub(crate) quoted: Vec<bool>,
    pub(crate) terms: Terms,
    /// For each term, what other articles say of it.
    pub(crate) background: Vec<Background>,
    /// For each term, how likely a summary holds it: 0 to 1.
    pub(crate) words: Vec<f32>,
    /// For each sentence of the body.
    pub(super) names: Vec<Names>,
}

impl<'d> Reading<'d> {
    /// Reads a document whose layers up to the quotes are there. The words have no weights yet.
    pub(crate) fn new(document: &'d Document<'d>, models: &Models, options: &Options) -> Self {
        let (candidates, quoted) = read_candidates(document, models);
        let terms = Terms::read(document, &candidates, &quoted, options.context.as_deref());
        let names = names(document, &candidates);
        Self { document, candidates, quoted, background: Vec::new(), words: Vec::new(), terms, names }
    }

    /// Looks the terms up and weighs them.
    pub(crate) fn weigh_words(&mut self, model: &Model) {
        let look = |hash| model.background.get(hash).copied().unwrap_or_default();
        self.background = self.terms.terms.iter().map(|term| look(&term.hash)).collect();
        let rows = self.terms.terms.len();
        let (mut features, mut bins) = (Vec::new(), Vec::new());
        let mut lanes = Lanes::new(model.words.cuts.len());
        let mut words = Vec::with_capacity(rows);
        for first in (0..rows).step_by(LANES) {
            let terms = first..rows.min(first + LANES);
            for (lane, term) in terms.clone().enumerate() {
                self.word_features(term, self.background[term], &mut features);
                model.words.bins(&features, &mut bins);
                lanes.put(lane, 0, &bins);
            }
            let scores = model.words.score_lanes(&lanes);
            words.extend(terms.zip(scores).map(|(term, score)| self.word_weight(term, score)));
        }
        self.words = words;
    }

    /// From the words' score to a weight. Training articles have neither titles nor a reader who asks: what stands in
    /// those is worth half as much again as it lacks.
    pub(crate) fn word_weight(&self, term: usize, score: f32) -> f32 {
        let Term { stop, headed, asked, .. } = self.terms.terms[term];
        let weight = 1.0 / (1.0 + libm::expf(-score));
        let lift = if stop { 0.0 } else { 0.25 * f32::from(u8::from(headed)) + 0.6 * f32::from(u8::from(asked)) };
        weight + (1.0 - weight) * lift
    }
}

use super::terms::Term;

/// Counts the names sentence by sentence, in one walk over both.
fn names(document: &Document, candidates: &[Candidate]) -> Vec<Names> {
    let actors = document.actors();
    let named =
        |id: usize| actors[id].mentions.iter().filter(|mention| mention.form == MentionForm::Name).count() as u32;
    let counts: Vec<u32> = (0..actors.len()).map(named).collect();
    let mut order: Vec<usize> = (0..actors.len()).collect();
    sort_by_number(&mut order, |&id| (!counts[id]).into());
    let third = order.get(2).map_or(0, |&id| counts[id]).max(2);
    let mut mentions: Vec<(u32, usize, bool)> = Vec::new();
    for (id, actor) in actors.iter().enumerate() {
        let names = actor.mentions.iter().filter(|mention| mention.form == MentionForm::Name);
        mentions.extend(names.enumerate().map(|(at, mention)| (mention.span.start(), id, at == 0)));
    }
    sort_by_number(&mut mentions, |&(start, id, first)| {
        u128::from(start) << 64 | (id as u128) << 1 | u128::from(first)
    });
    let mut next = 0;
    let mut names = Vec::with_capacity(candidates.len());
    for candidate in candidates {
        let span = document.sentence_span(&document.sentences()[candidate.sentence as usize]);
        while mentions.get(next).is_some_and(|mention| mention.0 < span.start()) {
            next += 1;
        }
        let mut found = Names::default();
        while let Some(&(start, id, first)) = mentions.get(next)
            && start < span.end()
        {
            found.mentions += 1;
            found.persons += u32::from(actors[id].kind == ActorKind::Person);
            found.main += u32::from(counts[id] >= third);
            found.new += u32::from(first);
            found.most = found.most.max(counts[id]);
            next += 1;
        }
        names.push(found);
    }
    names
}
