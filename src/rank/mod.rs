//! Salience: how much of the article's substance a sentence holds, and which sentences together hold most of it.
//!
//! Three forests of small trees, one upon the other: the first weighs the article's *words* (how likely would a summary
//! hold this one?), the second its *sentences* (by the words' weights, place, names, figures, cues), the third chooses
//! the *set* (by the sentences' scores, and what the points chosen so far cover).
//!
//! That a summary should cover the units that matter, each once, is Gillick and Favre's (2009); learning the units'
//! weights from summaries is Hong and Nenkova's (2014); the words that summaries take over are counted over other
//! articles. The time is linear in the article: no sentence is compared with all others.

pub(crate) mod features;
pub(crate) mod forest;
pub(crate) mod model;
mod reading;
mod set;
mod stem;
mod terms;

use crate::{
    Document, Models, Options,
    candidate::{Candidate, tells_purpose},
    document::{ActorKind, Case},
    lexicon::WordFlags,
};
use forest::{LANES, Lanes};

pub(crate) use features::Sentences;
pub(crate) use model::Model;
pub(crate) use reading::Reading;
#[cfg(feature = "train")]
pub(crate) use set::{Chosen, WEIGHED, shortlist};
pub(crate) use set::{Scores, choose};
pub(crate) use stem::stem;
#[cfg(feature = "train")]
pub(crate) use terms::Term;

/// An article read and weighed.
#[derive(Debug)]
pub(crate) struct Ranking<'d> {
    pub(crate) reading: Reading<'d>,
    pub(crate) sentences: Sentences,
    pub(crate) scores: Scores,
    model: &'static Model,
}

impl<'d> Ranking<'d> {
    /// Reads all layers up to the quotes.
    pub(crate) fn new(document: &'d Document<'d>, models: &Models, options: &Options) -> Self {
        let model = models.ranker;
        let mut reading = Reading::new(document, models, options);
        reading.weigh_words(model);
        let mut sentences = reading.sentences();
        let mut scores = sentence_scores(&mut sentences, model);
        lift_definition(&reading, &mut scores);
        lift_asked(&reading, &sentences, &mut scores);
        lower_scene(&reading, &mut scores);
        lift_purpose(&reading, &mut scores);
        let scores = Scores::new(scores);
        Self { reading, sentences, scores, model }
    }

    /// One number for each sentence of the document, 0 to 1; 0 for what is no part of the article proper.
    pub(crate) fn salience(&self) -> Vec<f32> {
        let [slope, offset] = self.model.salience;
        let mut salience = vec![0.0; self.reading.document.sentences().len()];
        for (candidate, score) in self.reading.candidates.iter().zip(&self.scores.of) {
            let share = score - self.scores.log_sum;
            salience[candidate.sentence as usize] = 1.0 / (1.0 + libm::expf(-(slope * share + offset)));
        }
        salience
    }

    /// Body indices of the best set, the strongest first.
    pub(crate) fn choose(&self, wanted: usize) -> Vec<usize> {
        choose(&self.reading, &self.sentences, &self.scores, self.model, wanted)
    }
}

/// Sentences with the reader's words come onto the shortlist; the choice then takes each word once.
fn lift_asked(reading: &Reading, sentences: &Sentences, scores: &mut [f32]) {
    const LIFT: f32 = 1.0;
    for (score, terms) in scores.iter_mut().zip(&sentences.terms) {
        let asked = terms.iter().filter(|&&term| reading.terms.terms[term as usize].is_asked()).count();
        *score += LIFT * asked.min(2) as f32;
    }
}

/// "Orr Bay is a town …": where the opening says what the article is about, it is the best first point, as in articles
/// of reference and travel. News seldom begins so, and the forests learned from news.
fn lift_definition(reading: &Reading, scores: &mut [f32]) {
    const LIFT: f32 = 1.0;
    const OPENING: usize = 2;
    const NEAR: usize = 16;
    let document = reading.document;
    let most = reading.terms.terms.iter().map(|term| term.named).max().unwrap_or_default().max(3);
    for (candidate, score) in
        reading.candidates.iter().zip(scores).take(OPENING).filter(|(candidate, _)| candidate.alone)
    {
        let mut about = false;
        let mut tokens = candidate.tokens().take(NEAR).peekable();
        while let Some(at) = tokens.next() {
            let word = document.token_str(at);
            if matches!(word, "is" | "was" | "are" | "were") {
                let next = tokens.peek().map_or("", |&next| document.token_str(next));
                if about && matches!(next, "a" | "an" | "the" | "one") {
                    *score += LIFT;
                }
                break;
            }
            let term = reading.terms.at(at).map(|term| &reading.terms.terms[term]);
            about |= term.is_some_and(|term| !term.stop && (term.headed || term.capital > 0 && term.named >= most));
        }
    }
}

/// "Every morning Ann Lee walks to the bridge": a scene, told in the present of somebody, is how a feature begins and not
/// what it is about; it goes on until something is counted or an organisation named.
fn lower_scene(reading: &Reading, scores: &mut [f32]) {
    const DROP: f32 = 2.0;
    const LONGEST: usize = 4;
    let document = reading.document;
    for (body, (candidate, score)) in reading.candidates.iter().zip(scores).take(LONGEST).enumerate() {
        let span = document.sentence_span(&document.sentences()[candidate.sentence as usize]);
        let first = document.names().partition_point(|name| name.span.start() < span.start());
        let mut names = document.names()[first..].iter().take_while(|name| name.span.end() <= span.end());
        if body == 0 {
            let at = names.clone().next().filter(|name| name.kind == ActorKind::Person);
            let Some(at) = at.map(|name| document.tokens_in(name.span).end) else { return };
            let (verb, tag) = (document.token_str_at(at).unwrap_or_default(), document.tags().get(at));
            let present = verb.len() > 3 && verb.ends_with('s') && !verb.ends_with("ss");
            let lower = tag.is_some_and(|tag| tag.case == Case::Lower && !tag.flags.has(WordFlags::SAY));
            if !present || !lower {
                return;
            }
        }
        if names.any(|name| name.kind == ActorKind::Organization)
            || document.str(span).bytes().any(|byte| byte.is_ascii_digit())
        {
            return;
        }
        *score -= DROP;
    }
}

/// "This study presents": what a learned article is about, the first time that it says so.
fn lift_purpose(reading: &Reading, scores: &mut [f32]) {
    const LIFT: f32 = 1.0;
    let tells = |candidate: &Candidate| candidate.alone && tells_purpose(reading.document, candidate.first());
    if let Some(body) = reading.candidates.iter().position(tells) {
        scores[body] += LIFT;
    }
}

/// Cuts the sentences' features into bins and gives their own scores.
pub(crate) fn sentence_scores(sentences: &mut Sentences, model: &Model) -> Vec<f32> {
    let cut = |row: &Vec<f32>| {
        let mut bins = Vec::new();
        model.sentences.bins(row, &mut bins);
        bins
    };
    sentences.bins = sentences.rows.iter().map(cut).collect();
    let mut lanes = Lanes::new(model.sentences.cuts.len());
    let mut scores = Vec::with_capacity(sentences.bins.len());
    for rows in sentences.bins.chunks(LANES) {
        rows.iter().enumerate().for_each(|(lane, row)| lanes.put(lane, 0, row));
        scores.extend_from_slice(&model.sentences.score_lanes(&lanes)[..rows.len()]);
    }
    scores
}
