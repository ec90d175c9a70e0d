//! Who is the source of a verb of saying: its subject, chosen among the noun phrases around it by a small linear model.
//!
//! The model is a log-linear ranker over hashed features, as is usual for picking one candidate of several; its weights
//! are whole numbers, so that every machine adds them up to the same score. `train quotes` computes them
//! (`seeds/MODEL-quotes.md`).

use super::{
    chunk::Class,
    phrase::{Phrase, PhraseKind},
    source_model::BUCKETS,
    unit::Classes,
};
use crate::{
    Document, Models,
    codec::hash::{fnv1a_ignoring_case, fnv1a_of_numbers},
};
use std::ops::Range;

/// How far from its verb a subject is looked for, in tokens: before it and behind it.
const BEFORE: usize = 60;
const BEHIND: usize = 14;
/// And in phrases.
const MOST: usize = 14;

/// A verb of saying, with whose it is.
#[derive(Clone, Debug)]
pub(super) struct Saying {
    /// Tokens of the cue: "said", "according to".
    pub(super) cue: Range<usize>,
    /// The source, as an index of the unit's phrases.
    pub(super) source: Option<usize>,
    /// The likeliest source, if there has to be one: a quotation stands beside the cue.
    pub(super) likely: Option<usize>,
    /// What the cue is.
    pub(super) class: Class,
}

/// Finds the cues of a unit and the source of each, in order.
pub(super) fn find_sayings(document: &Document, models: &Models, classes: &Classes, phrases: &[Phrase]) -> Vec<Saying> {
    let mut sayings: Vec<Saying> = Vec::new();
    for cue in find_cues(document, classes) {
        let (source, likely) = if cue.len() > 1 {
            // "according to": what follows.
            let next = phrases.partition_point(|phrase| phrase.tokens.start < cue.end);
            let next = (next < phrases.len() && phrases[next].tokens.start <= cue.end + 1).then_some(next);
            (next, next)
        } else {
            let last = sayings.last().and_then(|saying| saying.source);
            let chooser = Chooser { document, classes, phrases, cue: cue.start, last };
            chooser.choose(&|bucket| models.sources.weight(bucket))
        };
        let agent = agent(document, classes, phrases, &cue);
        let (source, likely) = agent.map_or((source, likely), |agent| (Some(agent), Some(agent)));
        sayings.push(Saying { class: classes.at(cue.start), cue, source, likely });
        quoted_as_saying(document, classes, phrases, &mut sayings);
    }
    sayings
}

/// "was told by Smith", "is described by the paper as …": who does it in a passive.
fn agent(document: &Document, classes: &Classes, phrases: &[Phrase], cue: &Range<usize>) -> Option<usize> {
    let passive =
        matches!(classes.at(cue.start), Class::Say | Class::Report) && be_before(classes, cue.start).is_some();
    if !passive || classes.at(cue.end) != Class::Preposition || document.token_str(cue.end) != "by" {
        return None;
    }
    let next = phrases.binary_search_by_key(&(cue.end + 1), |phrase| phrase.tokens.start).ok()?;
    let speaks = !matches!(phrases[next].kind, PhraseKind::Temporal | PhraseKind::Noun);
    speaks.then_some(next)
}

/// The token of the form of "be" that makes a verb passive.
pub(super) fn be_before(classes: &Classes, verb: usize) -> Option<usize> {
    const NEAR: usize = 3;
    let mut before = (verb.saturating_sub(NEAR)..verb).rev();
    before.find(|&at| classes.at(at) != Class::Adverb).filter(|&at| classes.at(at) == Class::Be)
}

/// "The paper quoted Smith as saying …", "Smith was quoted (by the paper) as saying …": it is Smith who says it.
fn quoted_as_saying(document: &Document, classes: &Classes, phrases: &[Phrase], sayings: &mut [Saying]) {
    const REACH: usize = 12;
    let [.., quoted, saying] = sayings else { return };
    let as_saying = saying.class == Class::Saying
        && document.token_str(saying.cue.start - 1) == "as"
        && quoted.cue.start + REACH > saying.cue.start
        && matches!(
            document.token_str(quoted.cue.start),
            "quoted" | "quotes" | "quote" | "cited" | "cites" | "quoting"
        );
    if !as_saying {
        return;
    }
    let phrase = match be_before(classes, quoted.cue.start) {
        Some(be) => phrases.partition_point(|phrase| phrase.tokens.end <= be).checked_sub(1),
        None => phrases.binary_search_by_key(&quoted.cue.end, |phrase| phrase.tokens.start).ok(),
    };
    if let Some(phrase) = phrase {
        for saying in [quoted, saying] {
            (saying.source, saying.likely) = (Some(phrase), Some(phrase));
        }
    }
}

/// Tokens of the cues of a unit, in order.
pub(super) fn find_cues(document: &Document, classes: &Classes) -> Vec<Range<usize>> {
    let mut cues = Vec::new();
    for at in classes.tokens() {
        let class = classes.at(at);
        if class.is_cue() {
            cues.push(at..at + 1);
        } else if class != Class::Quote
            && document.token_str(at).eq_ignore_ascii_case("according")
            && classes.at(at + 1) == Class::To
        {
            cues.push(at..at + 2);
        }
    }
    cues
}

/// Chooses the source of one cue.
pub(super) struct Chooser<'d> {
    pub(super) document: &'d Document<'d>,
    pub(super) classes: &'d Classes,
    pub(super) phrases: &'d [Phrase],
    /// The cue's token.
    pub(super) cue: usize,
    /// The source of the cue before it in the unit.
    pub(super) last: Option<usize>,
}

impl Chooser<'_> {
    /// The phrases that may be the source.
    pub(super) fn candidates(&self) -> Range<usize> {
        let behind = self.phrases.partition_point(|phrase| phrase.tokens.start < self.cue);
        let near = |phrase: &Phrase| phrase.tokens.end + BEFORE > self.cue && phrase.tokens.start < self.cue + BEHIND;
        let first = (behind.saturating_sub(MOST)..behind).find(|&index| near(&self.phrases[index])).unwrap_or(behind);
        let end = (behind..self.phrases.len().min(behind + 4)).take_while(|&index| near(&self.phrases[index])).count();
        first..behind + end
    }

    /// The best candidate, none where no source is likelier than each; and the best one all the same. Ties go to the
    /// first.
    pub(super) fn choose(&self, weight: &impl Fn(u16) -> i32) -> (Option<usize>, Option<usize>) {
        if let Some(subject) = self.embedded_subject() {
            return (Some(subject), Some(subject));
        }
        let mut features = Vec::with_capacity(32);
        let none = self.score(None, &mut features, weight);
        let mut best: Option<(i32, usize)> = None;
        for candidate in self.candidates() {
            let score = self.score(Some(candidate), &mut features, weight);
            if best.is_none_or(|(most, _)| score > most) {
                best = Some((score, candidate));
            }
        }
        (best.filter(|&(score, _)| score > none).map(|(_, candidate)| candidate), best.map(|(_, candidate)| candidate))
    }

    /// "in what the White House called …": a phrase between "what" and the verb is its subject.
    fn embedded_subject(&self) -> Option<usize> {
        let before = self.phrases.partition_point(|phrase| phrase.tokens.start < self.cue).checked_sub(1)?;
        let phrase = &self.phrases[before];
        let what = phrase.tokens.start.checked_sub(1).filter(|&at| self.classes.at(at) == Class::Subordinator)?;
        let fits = phrase.tokens.end == self.cue
            && self.classes.at(self.cue) != Class::Saying
            && !matches!(phrase.kind, PhraseKind::Temporal | PhraseKind::Object)
            && self.document.token_str(what).eq_ignore_ascii_case("what");
        fits.then_some(before)
    }

    fn score(&self, candidate: Option<usize>, features: &mut Vec<u16>, weight: &impl Fn(u16) -> i32) -> i32 {
        features.clear();
        self.features(candidate, features);
        features.iter().map(|&bucket| weight(bucket)).sum()
    }

    /// The buckets of the features of a candidate, or of there being no source.
    pub(super) fn features(&self, candidate: Option<usize>, out: &mut Vec<u16>) {
        let (classes, cue) = (self.classes, self.cue);
        let word = word_hash(self.document.token_str(cue));
        let left = classes.before(cue) as u32;
        let right = classes.at(cue + 1) as u32;
        let class = classes.at(cue) as u32;
        let mut add = |template: u32, parts: &[u32]| out.push(bucket(template, parts));
        let Some(candidate) = candidate else {
            add(1, &[]);
            add(2, &[class, left, right]);
            add(3, &[word]);
            add(4, &[class, left]);
            add(5, &[class, right]);
            add(6, &[class, u32::from(self.last.is_some())]);
            add(7, &[word, left]);
            return;
        };
        let phrase = &self.phrases[candidate];
        let kind = phrase.kind as u32;
        let after = phrase.tokens.start > cue;
        let side = u32::from(after);
        let between = if after { cue + 1..phrase.tokens.start } else { phrase.tokens.end..cue };
        let gap = bin(between.len());
        let (mut commas, mut cues, mut quotes, mut verbs, mut relatives, mut breaks) = (0, 0, 0, 0, 0, 0);
        for at in between.clone() {
            match classes.at(at) {
                Class::Comma | Class::Dash | Class::Bracket => commas += 1,
                Class::Say | Class::Report | Class::Saying => cues += 1,
                Class::Quote => quotes = 1,
                Class::Verb | Class::Auxiliary | Class::Be => verbs += 1,
                Class::Relative => relatives += 1,
                Class::Conjunction | Class::Subordinator | Class::Semicolon | Class::That => breaks += 1,
                _ => {}
            }
        }
        let behind = self.phrases.partition_point(|phrase| phrase.tokens.start < cue);
        let phrases = if after { candidate - behind } else { behind - 1 - candidate }.min(6) as u32;
        let before_phrase = classes.before(phrase.tokens.start) as u32;
        let after_phrase = classes.at(phrase.tokens.end) as u32;
        let owner = u32::from(classes.at(phrase.head()) == Class::Clitic);
        let (commas, cues, verbs, relatives, breaks): (u32, u32, u32, u32, u32) =
            (commas.min(4), cues.min(2), verbs.min(2), relatives.min(1), breaks.min(2));
        let first = u32::from(candidate == 0);
        let last = u32::from(self.last == Some(candidate));
        add(10, &[side, kind, owner]);
        add(11, &[side, phrases, commas]);
        add(12, &[side, before_phrase, kind]);
        add(13, &[side, after_phrase, left]);
        add(14, &[side, gap, quotes]);
        add(15, &[side, phrases, left]);
        add(16, &[side, left, right]);
        add(17, &[class, side, first, last]);
        add(18, &[side, cues, verbs]);
        add(19, &[side, relatives, commas]);
        add(20, &[side, breaks, cues]);
        add(21, &[side, before_phrase, after_phrase]);
        add(22, &[side, kind, phrases, gap]);
        add(23, &[side, before_phrase, phrases]);
        add(24, &[side, kind, left, right]);
        add(25, &[side, word]);
        add(26, &[side, word, kind]);
        add(27, &[side, commas, before_phrase, first]);
        add(28, &[class, side, left, last, breaks]);
        add(29, &[side, gap, left, after_phrase]);
        add(30, &[side, relatives, verbs, commas, phrases]);
        add(31, &[class, first, side, breaks, verbs, cues]);
        let subject = matches!(phrase.kind, PhraseKind::He | PhraseKind::They | PhraseKind::It | PhraseKind::Person);
        add(32, &[side, u32::from(subject), gap, left]);
        add(33, &[word_hash(self.document.token_str(phrase.head()))]);
        add(34, &[class, side, kind, verbs, breaks]);
        add(35, &[side, quotes, kind, left]);
    }
}

fn bin(count: usize) -> u32 {
    match count {
        0..=4 => count as u32,
        5..=7 => 5,
        8..=12 => 6,
        13..=24 => 7,
        _ => 8,
    }
}

/// The bucket of a template and its parts.
fn bucket(template: u32, parts: &[u32]) -> u16 {
    let hash = fnv1a_of_numbers(template, parts);
    // The high bits of a product are its best mixed ones.
    (hash >> 16 ^ hash & 0xffff) as u16 & (BUCKETS as u16 - 1)
}

fn word_hash(word: &str) -> u32 {
    fnv1a_ignoring_case(word.as_bytes())
}
