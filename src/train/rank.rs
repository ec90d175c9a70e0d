//! Trains the ranker (`train rank`): words, sentences, sets, each forest upon the one before.

use super::{
    boost::{Matrix, Settings, boost},
    data,
    rouge::{Reference, Rouge, Vocabulary},
};
use crate::{
    Article, Document, Models, Options,
    pipeline::read_layers,
    point::point_text,
    rank::{
        Chosen, Model, Reading, Scores, Sentences, WEIGHED, choose, forest::Forest, model::Background, sentence_scores,
        shortlist,
    },
};
use rustc_hash::FxHashMap;
use serde::Deserialize;
use std::{collections::BTreeMap, io, thread};

/// Stems that the background table holds.
const STEMS: usize = 5000;
/// Points of a training summary: the references have as many sentences.
const STEPS: usize = WEIGHED;

#[derive(Deserialize)]
pub(crate) struct Story {
    pub(crate) text: String,
    pub(crate) summary: Vec<String>,
}

impl Story {
    /// The story in small letters and in one line, each mark apart and brackets spelt out: the way in which researchers
    /// have long passed news stories on.
    fn taken_apart(&self) -> Self {
        let mut text = String::new();
        let mut open = false;
        let chars: Vec<char> = self.text.chars().collect();
        for (at, &c) in chars.iter().enumerate() {
            let spaced = chars.get(at + 1).is_none_or(|next| next.is_whitespace() || *next == '"');
            match c {
                '(' => text.push_str(" -lrb- "),
                ')' => text.push_str(" -rrb- "),
                '"' => {
                    text.push_str(if open { " '' " } else { " `` " });
                    open = !open;
                }
                '\n' => text.push(' '),
                ',' | ';' | ':' | '!' | '?' | '.' if spaced => {
                    text.push(' ');
                    text.push(c);
                }
                _ => text.extend(c.to_lowercase()),
            }
        }
        Self { text: text.split_whitespace().collect::<Vec<_>>().join(" "), summary: self.summary.clone() }
    }
}

/// A story as the trainer holds it.
pub(crate) struct Case<'d> {
    pub(crate) reading: Reading<'d>,
    pub(crate) sentences: Sentences,
    pub(crate) scores: Scores,
    reference: Reference,
    /// Words of each sentence as it would be shown, as ROUGE counts them.
    words: Vec<Vec<u32>>,
    /// Whether the reference holds each term.
    in_summary: Vec<bool>,
}

impl<'d> Case<'d> {
    pub(crate) fn new(document: &'d Document<'d>, summary: &[String]) -> Self {
        let reading = Reading::new(document, Models::embedded(), &Options::default());
        let mut vocabulary = Vocabulary::default();
        let reference = Reference::new(summary, &mut vocabulary);
        let words = reading
            .candidates
            .iter()
            .map(|candidate| vocabulary.words(&point_text(document, &candidate.pieces(document))))
            .collect();
        let mut in_summary = vec![false; reading.terms.terms.len()];
        for at in reading.candidates.iter().flat_map(crate::candidate::Candidate::tokens) {
            if let Some(term) = reading.terms.at(at)
                && !in_summary[term]
            {
                in_summary[term] = vocabulary.words(document.token_str(at)).iter().any(|&word| reference.holds(word));
            }
        }
        Self { reading, sentences: Sentences::default(), scores: Scores::default(), reference, words, in_summary }
    }

    /// ROUGE of a summary of these sentences, in the article's order.
    pub(crate) fn rouge(&self, bodies: &[usize]) -> Rouge {
        let mut bodies = bodies.to_vec();
        bodies.sort_unstable();
        let candidate: Vec<&[u32]> = bodies.iter().map(|&body| self.words[body].as_slice()).collect();
        self.reference.score(&candidate)
    }

    /// What the trainer maximises: pairs of words weigh half as much again, as they tell most about the sense.
    fn gain(&self, bodies: &[usize]) -> f64 {
        const PAIRS: f64 = 1.5;
        let Rouge { one, two, l } = self.rouge(bodies);
        (one + two * PAIRS + l) / (2.0 + PAIRS)
    }

    /// Chooses greedily with the reference in hand: what a perfect ranker of this kind could reach.
    pub(crate) fn oracle(&self, wanted: usize) -> Vec<usize> {
        let mut bodies: Vec<usize> = Vec::new();
        let mut reached = 0.0;
        while bodies.len() < wanted {
            let with = |body: usize| self.rouge(&[bodies.as_slice(), &[body]].concat()).mean();
            let candidates =
                (0..self.words.len()).filter(|&body| self.reading.candidates[body].alone && !bodies.contains(&body));
            let best = candidates.map(|body| (with(body), body)).max_by(|a, b| a.0.total_cmp(&b.0).then(b.1.cmp(&a.1)));
            let Some((score, body)) = best.filter(|best| best.0 > reached) else { break };
            reached = score;
            bodies.push(body);
        }
        bodies
    }
}

/// Does something with each item, on two threads; the order stays.
fn on_two_threads<T: Send, R: Send>(items: &mut [T], task: impl Fn(usize, &mut T) -> R + Sync) -> Vec<R> {
    let middle = items.len() / 2;
    let (first, second) = items.split_at_mut(middle);
    thread::scope(|scope| {
        let task = &task;
        let later = scope
            .spawn(move || second.iter_mut().enumerate().map(|(at, item)| task(middle + at, item)).collect::<Vec<R>>());
        let mut all: Vec<R> = first.iter_mut().enumerate().map(|(at, item)| task(at, item)).collect();
        all.extend(later.join().expect("the task does not panic"));
        all
    })
}

/// Trains on the training stories and writes the packed model. With `hold_out`, every tenth story is kept for measuring
/// instead, and what is reached there is told.
///
/// # Errors
/// Where the data is absent or broken.
pub fn train(hold_out: bool) -> io::Result<Vec<u8>> {
    let mut stories: Vec<Story> = data::read("summaries/sum_cnn_train.jsonl")?;
    let held = |at: usize| hold_out && at % 10 == 9;
    let kept = stories.len();
    // Text that some program has taken apart is read too: so that the ranker knows it, some stories come twice.
    let apart: Vec<Story> = stories
        .iter()
        .enumerate()
        .step_by(7)
        .filter(|(at, _)| !held(*at))
        .map(|(_, story)| story.taken_apart())
        .collect();
    stories.extend(apart);
    let models = Models::embedded();
    let mut documents: Vec<Document> = on_two_threads(&mut stories, |_, story| {
        // The document owns its text: stories are not borrowed beyond this.
        let text: &'static str = Box::leak(std::mem::take(&mut story.text).into_boxed_str());
        read_layers(Article::plain(text), models, &Options::default(), &mut |_| ())
    });
    let documents: &'static mut [Document] = Box::leak(std::mem::take(&mut documents).into_boxed_slice());
    let documents: &'static [Document] = documents;
    let mut pairs: Vec<(&Document, &Story)> = documents.iter().zip(&stories).collect();
    let cases = on_two_threads(&mut pairs, |_, (document, story)| Case::new(document, &story.summary));
    let (mut held_cases, mut cases): (Vec<_>, Vec<_>) =
        cases.into_iter().enumerate().partition(|(at, _)| *at < kept && held(*at));
    let mut cases: Vec<Case> = cases.drain(..).map(|(_, case)| case).filter(|case| !case.words.is_empty()).collect();
    let held_cases: Vec<Case> = held_cases.drain(..).map(|(_, case)| case).collect();
    println!("{} stories, {} sentences", cases.len(), cases.iter().map(|case| case.words.len()).sum::<usize>());
    let mut model = Model::default();
    train_words(&mut cases, &mut model);
    println!("words: {} trees", model.words.trees.len());
    train_sentences(&mut cases, &mut model);
    println!("sentences: {} trees", model.sentences.trees.len());
    train_sets(&cases, &mut model);
    println!("sets: {} trees", model.sets.trees.len());
    fit_salience(&cases, &mut model);
    if hold_out {
        measure("held out", held_cases, &model);
    }
    Ok(model.pack())
}

/// Tells what the model reaches with three points, beside the opening and the oracle.
fn measure(name: &str, mut cases: Vec<Case>, model: &Model) {
    let rows = on_two_threads(&mut cases, |_, case| {
        case.reading.weigh_words(model);
        case.sentences = case.reading.sentences();
        case.scores = Scores::new(sentence_scores(&mut case.sentences, model));
        let chosen = choose(&case.reading, &case.sentences, &case.scores, model, 3);
        let opening: Vec<usize> = (0..case.words.len().min(3)).collect();
        let alone = shortlist(&case.reading, &case.scores, 3);
        [
            case.rouge(&chosen),
            case.rouge(&opening),
            case.rouge(&alone[..alone.len().min(3)]),
            case.rouge(&case.oracle(3)),
        ]
    });
    for (column, what) in ["chosen", "opening", "by sentence", "oracle"].iter().enumerate() {
        let mut sum = Rouge::default();
        rows.iter().for_each(|row| sum += row[column]);
        let mean = sum.over(rows.len());
        println!(
            "{name} {what:12} {:.2} {:.2} {:.2}  mean {:.3}",
            mean.one * 100.0,
            mean.two * 100.0,
            mean.l * 100.0,
            mean.mean() * 100.0
        );
    }
}

/// How a stem fares in the training stories.
#[derive(Clone, Copy, Debug, Default)]
struct Tally {
    articles: u32,
    summaries: u32,
    stop: bool,
}

impl Tally {
    /// The table's entry, with one story taken out again: the one that is being learned from.
    fn entry(self, without: Option<bool>, base: [f64; 2]) -> Background {
        let articles = self.articles - u32::from(without.is_some());
        let summaries = self.summaries - u32::from(without == Some(true));
        let base = base[usize::from(self.stop)];
        let logit = |p: f64| libm::log(p / (1.0 - p));
        let smooth = 10.0;
        let share = (f64::from(summaries) + smooth * base) / (f64::from(articles) + smooth);
        Background {
            articles: libm::round(16.0 * libm::log2(f64::from(articles.max(1)))) as u8,
            prior: libm::round(16.0 * (logit(share.min(0.999)) - logit(base))).clamp(-127.0, 127.0) as i8,
        }
    }
}

fn train_words(cases: &mut [Case], model: &mut Model) {
    let mut tallies: FxHashMap<u32, Tally> = FxHashMap::default();
    for case in &*cases {
        for (term, &hit) in case.reading.terms.terms.iter().zip(&case.in_summary).filter(|(term, _)| term.count > 0) {
            let tally = tallies.entry(term.hash).or_default();
            tally.articles += 1;
            tally.summaries += u32::from(hit);
            tally.stop |= term.stop;
        }
    }
    let rate = |stop: bool| {
        let (mut hits, mut all) = (0.0, 0.0);
        // Whole numbers: the order of the map does not matter.
        let mut sorted: Vec<&Tally> = tallies.values().collect();
        sorted.sort_by_key(|tally| (tally.articles, tally.summaries));
        for tally in sorted.into_iter().filter(|tally| tally.stop == stop) {
            hits += f64::from(tally.summaries);
            all += f64::from(tally.articles);
        }
        f64::max(hits, 1.0) / f64::max(all, 2.0)
    };
    let base = [rate(false), rate(true)];
    let mut frequent: Vec<(u32, Tally)> = tallies.into_iter().collect();
    frequent.sort_by_key(|(hash, tally)| (std::cmp::Reverse(tally.articles), *hash));
    frequent.truncate(STEMS);
    let table: BTreeMap<u32, Tally> = frequent.into_iter().collect();
    model.background = table.iter().map(|(&hash, tally)| (hash, tally.entry(None, base))).collect();

    // Each story's words are seen as if the table had been made without it.
    for case in &mut *cases {
        let entry = |(term, &hit): (&crate::rank::Term, &bool)| {
            let tally = table.get(&term.hash).filter(|tally| tally.articles > 1);
            tally.map_or_else(Background::default, |tally| tally.entry(Some(hit), base))
        };
        case.reading.background = case.reading.terms.terms.iter().zip(&case.in_summary).map(entry).collect();
    }
    let (mut values, mut labels, mut row) = (Vec::new(), Vec::new(), Vec::new());
    for case in cases.iter().step_by(2) {
        for term in (0..case.in_summary.len()).filter(|&term| case.reading.terms.terms[term].count > 0) {
            case.reading.word_features(term, case.reading.background[term], &mut row);
            values.extend(&row);
            labels.push(f32::from(u8::from(case.in_summary[term])));
        }
    }
    let matrix = Matrix::new(&values, Reading::WORD_FEATURES, 24, &[]);
    let settings = Settings { trees: 50, rate: 0.2, least: 20.0, penalty: 1.0, features: 0.7, bins: 24 };
    model.words = boost(&matrix, settings, Reading::WORD_FEATURES, |scores, gradients, hessians| {
        for row in 0..scores.len() {
            let p = 1.0 / (1.0 + libm::expf(-scores[row]));
            gradients[row] = p - labels[row];
            hessians[row] = (p * (1.0 - p)).max(1e-6);
        }
    });
    let words = &model.words;
    on_two_threads(cases, |_, case| {
        let (mut row, mut bins) = (Vec::new(), Vec::new());
        let weights = (0..case.in_summary.len()).map(|term| {
            case.reading.word_features(term, case.reading.background[term], &mut row);
            words.bins(&row, &mut bins);
            case.reading.word_weight(term, words.score(&bins))
        });
        case.reading.words = weights.collect();
        case.sentences = case.reading.sentences();
    });
}

/// Rows that compete with each other: `softmax` of their scores is to be that of their gains.
#[derive(Debug, Default)]
struct Groups {
    values: Vec<f32>,
    targets: Vec<f32>,
    ends: Vec<usize>,
}

impl Groups {
    /// Ends a group whose rows have been added. The smaller the temperature, the more only the best row counts.
    fn close(&mut self, gains: &[f64], temperature: f64) {
        let best = gains.iter().copied().fold(0.0, f64::max);
        let shares: Vec<f64> = gains.iter().map(|gain| libm::exp((gain - best) / temperature)).collect();
        let sum: f64 = shares.iter().sum();
        self.targets.extend(shares.iter().map(|share| (share / sum) as f32));
        self.ends.push(self.targets.len());
    }

    /// `ListNet`'s loss (Cao et al. 2007): the cross entropy of the two distributions.
    fn train(&self, width: usize, shared: &[Vec<f32>], settings: Settings) -> Forest {
        let matrix = Matrix::new(&self.values, width, settings.bins, shared);
        boost(&matrix, settings, width - shared.len(), |scores, gradients, hessians| {
            let mut start = 0;
            for &end in &self.ends {
                let best = scores[start..end].iter().copied().fold(f32::MIN, f32::max);
                let sum: f32 = scores[start..end].iter().map(|score| libm::expf(score - best)).sum();
                for row in start..end {
                    let p = libm::expf(scores[row] - best) / sum;
                    gradients[row] = p - self.targets[row];
                    hessians[row] = (p * (1.0 - p)).max(1e-5);
                }
                start = end;
            }
        })
    }
}

fn train_sentences(cases: &mut [Case], model: &mut Model) {
    let gains =
        on_two_threads(cases, |_, case| -> Vec<f64> { (0..case.words.len()).map(|body| case.gain(&[body])).collect() });
    let mut groups = Groups::default();
    let mut width = 0;
    for (case, gains) in cases.iter().zip(&gains) {
        for row in &case.sentences.rows {
            width = row.len();
            groups.values.extend(row);
        }
        groups.close(gains, 0.04);
    }
    let settings = Settings { trees: 150, rate: 0.1, least: 3.0, penalty: 3.0, features: 0.5, bins: 32 };
    model.sentences = groups.train(width, &[], settings);
    let model = &*model;
    on_two_threads(cases, |_, case| case.scores = Scores::new(sentence_scores(&mut case.sentences, model)));
}

fn train_sets(cases: &[Case], model: &mut Model) {
    let mut groups = Groups::default();
    let mut width = 0;
    for round in 0..2 {
        let mut items: Vec<&Case> = cases.iter().collect();
        let policy = &*model;
        let found = on_two_threads(&mut items, |_, case| states(case, policy, round));
        for (rows, gains) in found.into_iter().flatten() {
            width = rows.len() / gains.len();
            groups.values.extend(rows);
            groups.close(&gains, 0.02);
        }
        let settings = Settings { trees: 180, rate: 0.1, least: 3.0, penalty: 3.0, features: 0.5, bins: 32 };
        model.sets = groups.train(width, &model.sentences.cuts, settings);
    }
}

/// The candidates' features, and what each would gain.
type State = (Vec<f32>, Vec<f64>);

/// The states that a policy goes through: in the first round the sentences' own order, then the forest of the round
/// before.
fn states(case: &Case, policy: &Model, round: usize) -> Vec<State> {
    let candidates = shortlist(&case.reading, &case.scores, STEPS);
    let path = if round == 0 {
        candidates.clone()
    } else {
        choose(&case.reading, &case.sentences, &case.scores, policy, STEPS)
    };
    let mut chosen = Chosen::new(case.reading.terms.terms.len());
    let mut states = Vec::new();
    let mut row = Vec::new();
    for (step, &next) in path.iter().take(STEPS).enumerate() {
        // The empty state is the same in all rounds.
        if round == 0 || step > 0 {
            let (mut rows, mut gains) = (Vec::new(), Vec::new());
            for &body in candidates.iter().filter(|body| !chosen.bodies.contains(body)) {
                chosen.features(body, &case.reading, &case.sentences, &case.scores, &mut row);
                rows.extend(&row);
                rows.extend(&case.sentences.rows[body]);
                gains.push(case.gain(&[chosen.bodies.as_slice(), &[body]].concat()));
            }
            if gains.len() > 1 {
                states.push((rows, gains));
            }
        }
        chosen.push(next, &case.sentences, &case.reading.words);
    }
    states
}

/// Fits the curve from shares to salience: a sentence's salience is how likely the greedy oracle's five hold it.
fn fit_salience(cases: &[Case], model: &mut Model) {
    let mut points: Vec<(f64, f64)> = Vec::new();
    for case in cases.iter().step_by(4) {
        let oracle = case.oracle(5);
        for body in 0..case.words.len() {
            let hit = f64::from(u8::from(oracle.contains(&body)));
            points.push((f64::from(case.scores.of[body] - case.scores.log_sum), hit));
        }
    }
    // Newton's method on two parameters.
    let (mut slope, mut offset) = (1.0, 0.0);
    for _ in 0..20 {
        let (mut g, mut h) = ([0.0; 2], [[1e-9; 2]; 2]);
        for &(x, y) in &points {
            let p = 1.0 / (1.0 + libm::exp(-(slope * x + offset)));
            let w = p * (1.0 - p);
            g[0] += (p - y) * x;
            g[1] += p - y;
            h[0][0] += w * x * x;
            h[0][1] += w * x;
            h[1][1] += w;
        }
        let det = h[0][0] * h[1][1] - h[0][1] * h[0][1];
        slope -= (h[1][1] * g[0] - h[0][1] * g[1]) / det;
        offset -= (h[0][0] * g[1] - h[0][1] * g[0]) / det;
    }
    println!("salience: slope {slope:.3}, offset {offset:.3}");
    model.salience = [slope as f32, offset as f32];
}
