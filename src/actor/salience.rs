//! Salience: how much the article is about an actor.
//!
//! A logistic model of whether somebody who sums the article up names the actor; `train salience` fits its weights on
//! the salience that the GUM corpus has and on the highlights of news stories.

use crate::{
    Document, Models,
    article::BlockKind,
    document::{Actor, ActorKind, MentionForm, Token, TokenKind},
    lexicon::WordFlags,
    sentence::opens_dateline,
    text::{ordered, sort_by_number},
};
use rustc_hash::{FxHashMap, FxHashSet};

/// What is measured of an actor; see [`measure`].
const MEASURES: usize = 22;

/// Measures that count differently for persons, organisations and places.
const BY_KIND: [usize; 9] = [1, 2, 3, 4, 5, 9, 10, 11, 18];

/// Measures that count differently for those who are named early.
const BY_PLACE: [usize; 10] = [1, 2, 10, 11, 12, 13, 15, 16, 17, 18];

/// How many features an actor has: its measures, and some of them again for persons, for organisations, and times how
/// early the actor is named.
pub(crate) const FEATURES: usize = MEASURES + 2 * BY_KIND.len() + BY_PLACE.len();

/// How likely a summary names the actor, as a share of that of the likeliest one; groups last. Sorts.
pub(super) fn weigh(document: &Document, models: &Models, actors: &mut [Actor]) {
    for (actor, features) in features(document, actors).into_iter().enumerate() {
        let score: f32 = features.iter().zip(models.salience.weights).map(|(feature, weight)| feature * weight).sum();
        let group = if actors[actor].kind == ActorKind::Group { 0.2 } else { 1.0 };
        actors[actor].salience = group / (1.0 + libm::expf(-score));
    }
    let most = actors.iter().map(|actor| actor.salience).fold(0.0, f32::max).max(f32::MIN_POSITIVE);
    for actor in &mut *actors {
        actor.salience /= most;
    }
    sort_by_number(actors, |actor| u128::from(!ordered(actor.salience)) << 64 | u128::from(actor.name.number()));
}

/// The features of each actor.
pub(crate) fn features(document: &Document, actors: &[Actor]) -> Vec<[f32; FEATURES]> {
    let mut counts: Vec<Counts> = actors.iter().map(|actor| Counts::new(document, actor)).collect();
    count_inside(document, actors, &mut counts);
    let all = All {
        most: counts.iter().map(|counts| counts.sentences).max().unwrap_or_default().max(1) as f32,
        sum: counts.iter().map(|counts| counts.sentences).sum::<u32>().max(1) as f32,
        sentences: document.sentences().len().max(1) as f32,
    };
    let features = |(actor, counts): (&Actor, &Counts)| {
        let measures = measure(actor, counts, &all);
        let mut features = [0.0; FEATURES];
        let (own, rest) = features.split_at_mut(MEASURES);
        own.copy_from_slice(&measures);
        let (persons, rest) = rest.split_at_mut(BY_KIND.len());
        let (organizations, early) = rest.split_at_mut(BY_KIND.len());
        for (part, which, by) in
            [(persons, &BY_KIND[..], PERSON), (organizations, &BY_KIND, PERSON + 1), (early, &BY_PLACE, EARLY)]
        {
            part.iter_mut().zip(which).for_each(|(feature, &measure)| *feature = measures[measure] * measures[by]);
        }
        features
    };
    actors.iter().zip(&counts).map(features).collect()
}

/// What all actors of the article share.
struct All {
    /// Sentences that name the actor that is named most.
    most: f32,
    /// The sum of all actors' sentences.
    sum: f32,
    /// Sentences of the article.
    sentences: f32,
}

const EARLY: usize = 5;
const PERSON: usize = 15;

/// How often, how early and in what places an actor is named.
fn measure(actor: &Actor, counts: &Counts, all: &All) -> [f32; MEASURES] {
    let named = counts.sentences as f32;
    let share = |count: u32| count as f32 / counts.names.max(1) as f32;
    let flag = |flag: bool| f32::from(u8::from(flag));
    [
        1.0,
        libm::log1pf(named),
        named / all.most,
        named / all.sum,
        named / all.sentences,
        // Half of it is gone after three sentences.
        1.0 / (1.0 + counts.first as f32 / 3.0),
        flag(counts.dateline),
        flag(counts.titles > 0),
        libm::log1pf(counts.headings as f32),
        (counts.last - counts.first) as f32 / all.sentences,
        share(counts.subjects),
        share(counts.located),
        share(counts.says),
        share(counts.listed),
        libm::log1pf(counts.pronouns as f32),
        flag(actor.kind == ActorKind::Person),
        flag(actor.kind == ActorKind::Organization),
        flag(actor.role.is_some()),
        share(counts.attributes),
        share(counts.acts),
        counts.words as f32,
        libm::log1pf(counts.inside as f32),
    ]
}

/// What is counted of one actor's mentions.
#[derive(Default)]
struct Counts {
    /// Mentions by name.
    names: u32,
    /// Sentences with such a mention, and the first and the last one.
    sentences: u32,
    first: u32,
    last: u32,
    /// First named before the text begins: "ROME (Reuters) -".
    dateline: bool,
    titles: u32,
    headings: u32,
    /// Names near the beginning of a sentence, which are mostly its subject.
    subjects: u32,
    /// Behind "in", "at", "from" …
    located: u32,
    /// Beside a verb of saying.
    says: u32,
    /// Before a noun: "Atlantic island", "U.S. President".
    attributes: u32,
    /// Between commas or brackets.
    listed: u32,
    pronouns: u32,
    /// Directly before a verb of saying or telling.
    acts: u32,
    /// Words of the fullest name.
    words: u32,
    /// Other actors whose names hold this one: "New Zealand" in "New Zealand Herald".
    inside: u32,
}

impl Counts {
    fn new(document: &Document, actor: &Actor) -> Self {
        let words = document.str(actor.name).split(' ').count() as u32;
        let mut counts = Self { words, ..Self::default() };
        let mut before = None;
        for mention in &actor.mentions {
            if mention.form != MentionForm::Name {
                counts.pronouns += 1;
                continue;
            }
            counts.names += 1;
            let index = document.sentence_at(mention.span.start());
            let Some(sentence) = document.sentences().get(index) else { continue };
            if before != Some(index) {
                match document.blocks().get(sentence.block as usize).map(|block| block.kind) {
                    Some(BlockKind::Title) => counts.titles += 1,
                    Some(BlockKind::Heading) => counts.headings += 1,
                    _ => {}
                }
                if before.is_none() {
                    counts.first = index as u32;
                }
                counts.sentences += 1;
                counts.last = index as u32;
                before = Some(index);
            }
            let tokens = document.tokens_in(mention.span);
            let start = document.tokens()[sentence.first as usize].span.start();
            counts.subjects += u32::from(mention.span.start() - start < 20);
            if counts.names == 1 {
                counts.dateline = opens_dateline(document, tokens.clone());
            }
            let kind = |at: usize| document.tokens().get(at).map(|token: &Token| token.kind);
            let says = |at: usize| document.tags().get(at).is_some_and(|tag| tag.flags.has(WordFlags::SAY));
            if let Some(at) = tokens.start.checked_sub(1) {
                let word = document.token_str(at);
                let located = matches!(word, "in" | "In" | "at" | "near" | "from" | "across" | "outside" | "to");
                counts.located += u32::from(located);
                counts.listed += u32::from(matches!(kind(at), Some(TokenKind::Comma | TokenKind::Open)));
            }
            let verb = WordFlags::VERB.with(WordFlags::SAY).with(WordFlags::REPORT);
            counts.acts += u32::from(document.tags().get(tokens.end).is_some_and(|tag| tag.flags.has_any(verb)));
            let next = document.tags().get(tokens.end).filter(|_| kind(tokens.end) == Some(TokenKind::Word));
            let rest = WordFlags::STOP.with(WordFlags::VERB).with(WordFlags::SAY).with(WordFlags::JOINER);
            counts.attributes += u32::from(next.is_some_and(|tag| !tag.flags.has_any(rest)));
            counts.says += u32::from(says(tokens.end) || tokens.start > 0 && says(tokens.start - 1));
        }
        counts
    }
}

/// Counts in how many other actors' names each actor's name stands: as words of it, or as what a nationality's name begins
/// with, but for a last letter ("Italy", "Italian").
fn count_inside(document: &Document, actors: &[Actor], counts: &mut [Counts]) {
    // A longer run of capitals is no name.
    const LONGEST: usize = 12;
    const SHORTEST: usize = 4;
    let mut names: FxHashMap<&str, usize> = FxHashMap::default();
    let mut lands: FxHashMap<&str, usize> = FxHashMap::default();
    for (at, actor) in actors.iter().enumerate() {
        let name = document.str(actor.name);
        names.insert(name, at);
        if let Some((last, _)) = name.char_indices().next_back().filter(|_| actor.kind == ActorKind::Place) {
            lands.insert(&name[..last], at);
        }
    }
    // Adjectives count here too, though they are no actors.
    let mut seen: FxHashSet<&str> = FxHashSet::default();
    let peoples = document.names().iter().filter(|name| name.kind == ActorKind::Group);
    for name in peoples.map(|name| document.str(name.span)).filter(|name| seen.insert(name)) {
        let ends = name.char_indices().map(|(end, _)| end).chain([name.len()]);
        if let Some(&at) = ends.skip(SHORTEST).find_map(|end| lands.get(&name[..end])) {
            counts[at].inside += 1;
        }
    }
    for actor in actors.iter().filter(|actor| actor.kind != ActorKind::Group) {
        let name = document.str(actor.name);
        let starts: Vec<usize> = std::iter::once(0).chain(name.match_indices(' ').map(|(at, _)| at + 1)).collect();
        if starts.len() > LONGEST {
            continue;
        }
        for (word, &start) in starts.iter().enumerate() {
            for end in starts[word + 1..].iter().map(|end| end - 1).chain([name.len()]) {
                if let Some(&at) = names.get(&name[start..end]).filter(|_| end - start < name.len()) {
                    counts[at].inside += 1;
                }
            }
        }
    }
}
