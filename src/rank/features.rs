//! What the forests see of a word and of a sentence.
//!
//! Counts are capped or cut into few bins by the trainer, and names and figures enter as counts only, so that a better
//! stage before this one does not upset the weights.

use super::{model::Background, reading::Reading};
use crate::{
    article::BlockKind,
    document::{Case, TokenKind},
    lexicon::WordFlags,
    text::{ordered, sort_by_number},
};

/// Words that a reference sentence has, about: highlights of news stories are that long.
const REFERENCE_WORDS: f32 = 15.0;

/// The features of all sentences of an article, and what the choice of a set needs of them.
#[derive(Debug, Default)]
pub(crate) struct Sentences {
    /// One row for each sentence of the body.
    pub(crate) rows: Vec<Vec<f32>>,
    /// The same, cut into bins; empty until the sentences are scored.
    pub(crate) bins: Vec<Vec<u8>>,
    /// Different terms of each, in order of the term.
    pub(crate) terms: Vec<Vec<u32>>,
    /// Words shown of each.
    pub(crate) lengths: Vec<f32>,
    /// Weights of each sentence's different terms, function words and all.
    pub(crate) weights: Vec<f32>,
}

impl Reading<'_> {
    /// How many features a word has.
    pub(crate) const WORD_FEATURES: usize = 18;

    /// The features of a term.
    pub(crate) fn word_features(&self, term: usize, background: Background, row: &mut Vec<f32>) {
        let term = &self.terms.terms[term];
        let sentences = self.candidates.len().max(1) as f32;
        let count = term.count.max(1) as f32;
        let rarity = 1.0 - f32::from(background.articles) / 208.0;
        row.clear();
        row.extend([
            count,
            count / sentences,
            term.first as f32,
            term.first as f32 / sentences,
            term.sentences as f32 / sentences,
            f32::from(background.articles),
            f32::from(background.prior),
            term.capital as f32 / count,
            f32::from(u8::from(term.number)),
            term.len as f32,
            f32::from(u8::from(term.stop)),
            sentences,
            term.named.min(20) as f32,
            term.opening as f32,
            term.quoted as f32 / count,
            count * rarity,
            term.opening as f32 / count,
            f32::from(u8::from(term.capital > 0)) * count,
        ]);
        debug_assert_eq!(row.len(), Self::WORD_FEATURES);
    }

    /// The features of all sentences; the words have been weighed.
    pub(crate) fn sentences(&self) -> Sentences {
        let scan: Vec<Scan> = (0..self.candidates.len()).map(|body| self.scan(body)).collect();
        let article = Overview::of(&scan);
        let mut sentences = Sentences::default();
        for body in 0..scan.len() {
            let mut row = Vec::with_capacity(96);
            self.place(body, &mut row);
            scan[body].push(&article, &mut row);
            let near = |at: Option<usize>| at.and_then(|at| scan.get(at)).map_or(0.0, |scan| scan.f);
            row.extend([near(body.checked_sub(1)), near(Some(body + 1)), near(Some(0))]);
            row.extend([rank(&article.by_f, scan[body].f), rank(&article.by_mass, scan[body].mass)]);
            row.extend([article.sentences, article.mean_words, article.quoted]);
            self.overlaps(&scan, body, &mut row);
            let names = self.names[body];
            row.extend([names.mentions, names.persons, names.main, names.new, names.most].map(|n| n.min(12) as f32));
            sentences.rows.push(row);
        }
        for scan in scan {
            sentences.lengths.push(scan.words);
            sentences.weights.push(scan.mass_all);
            sentences.terms.push(scan.terms);
        }
        sentences
    }

    /// Where the sentence stands.
    fn place(&self, body: usize, row: &mut Vec<f32>) {
        let count = self.candidates.len() as f32;
        let block = |at: usize| self.document.sentences()[self.candidates[at].sentence as usize].block;
        let own = block(body);
        // Blocks are short; a page in one block is looked at no further than this.
        let before = (body.saturating_sub(30)..body).rev().take_while(|&at| block(at) == own).count();
        let behind = (body + 1..self.candidates.len().min(body + 31)).take_while(|&at| block(at) == own).count();
        let kind = |at: u32| self.document.blocks().get(at as usize).map(|block| block.kind);
        let headed = own > 0 && matches!(kind(own - 1), Some(BlockKind::Heading));
        row.extend([
            body as f32,
            body as f32 / count,
            count - body as f32,
            own as f32,
            before as f32,
            behind as f32,
            f32::from(u8::from(headed)),
            f32::from(u8::from(kind(own) == Some(BlockKind::ListItem))),
        ]);
    }

    /// Words in common with the first, the second and the sentence before.
    fn overlaps(&self, scan: &[Scan], body: usize, row: &mut Vec<f32>) {
        let overlap = |other: usize| -> f32 {
            if other == body {
                return -1.0;
            }
            let common = common(&scan[body].terms, &scan[other].terms);
            let weight: f32 = common
                .filter(|&term| !self.terms.terms[term as usize].stop)
                .map(|term| self.words[term as usize])
                .sum();
            weight / scan[body].mass.max(0.1)
        };
        row.extend([overlap(0), overlap(1.min(scan.len() - 1)), overlap(body.saturating_sub(1))]);
    }

    /// Reads one sentence, token by token.
    fn scan(&self, body: usize) -> Scan {
        let (tokens, tags) = (self.document.tokens(), self.document.tags());
        let candidate = &self.candidates[body];
        let mut scan = Scan { alone: candidate.alone, named: candidate.named.is_some(), ..Scan::default() };
        let mut last: Option<f32> = None;
        let mut best = [0.0f32; 3];
        for (at, place) in candidate.tokens().zip(0u32..) {
            let flags = tags[at].flags;
            match tokens[at].kind {
                TokenKind::Word => {
                    scan.words += 1.0;
                    let word = if place == 0 { self.document.small_str(at) } else { self.document.token_str(at) };
                    let quoted = self.quoted[at];
                    scan.quoted += f32::from(u8::from(quoted));
                    scan.say += f32::from(u8::from(flags.has(WordFlags::SAY) && !quoted));
                    scan.capitals +=
                        f32::from(u8::from(place > 0 && !matches!(tags[at].case, Case::Lower | Case::None)));
                    scan.calendar += f32::from(u8::from(flags.has(WordFlags::CALENDAR)));
                    scan.past += f32::from(u8::from(!quoted && word.len() > 4 && word.ends_with("ed")));
                    scan.cue(word, place, quoted);
                    if place == 0 {
                        scan.starter = f32::from(u8::from(flags.has(WordFlags::STARTER)));
                        scan.opens = opening(word);
                    }
                }
                TokenKind::Number => {
                    scan.words += 1.0;
                    scan.numbers += 1.0;
                    let year = self.document.token_str(at).len() == 4;
                    scan.years += f32::from(u8::from(year));
                }
                TokenKind::Symbol => scan.symbols += 1.0,
                TokenKind::Comma => scan.commas += 1.0,
                TokenKind::Dash => scan.dashes += 1.0,
                TokenKind::Open => scan.brackets += 1.0,
                TokenKind::Quote => scan.opens_quoted |= place == 0,
                _ => {}
            }
            let Some(term) = self.terms.at(at) else {
                last = None;
                continue;
            };
            let weight = self.words[term];
            scan.pairs += last.map_or(0.0, |last| last * weight);
            last = Some(weight);
            scan.terms.push(term as u32);
        }
        scan.terms.sort_unstable();
        scan.terms.dedup();
        for &term in &scan.terms {
            let (weight, known, term) =
                (self.words[term as usize], self.background[term as usize], &self.terms.terms[term as usize]);
            scan.mass_all += weight;
            if term.stop {
                continue;
            }
            scan.content += 1.0;
            scan.mass += weight;
            scan.squares += weight * weight;
            scan.fresh += if term.first as usize == body { weight } else { 0.0 };
            scan.prior += f32::from(known.prior);
            scan.rare += f32::from(u8::from(known.articles == 0));
            let rarity = 1.0 - f32::from(known.articles) / 208.0;
            scan.central += rarity * rarity * term.count as f32;
            scan.norm += rarity * rarity;
            scan.repeated += f32::from(u8::from(term.sentences > 1));
            scan.headed += f32::from(u8::from(term.headed));
            let mut weight = weight;
            for best in &mut best {
                if weight > *best {
                    std::mem::swap(&mut weight, best);
                }
            }
        }
        scan.top = best.iter().sum();
        scan.f = 2.0 * scan.mass_all / (scan.words + REFERENCE_WORDS);
        scan
    }
}

/// Terms in both lists.
pub(super) fn common<'a>(a: &'a [u32], b: &'a [u32]) -> impl Iterator<Item = u32> + 'a {
    let mut at = 0;
    a.iter().copied().filter(move |&term| {
        while b.get(at).is_some_and(|&other| other < term) {
            at += 1;
        }
        b.get(at) == Some(&term)
    })
}

/// What kind of word opens the sentence.
fn opening(word: &str) -> f32 {
    match word {
        "the" | "a" | "an" => 1.0,
        "as" | "when" | "after" | "while" | "if" | "although" | "though" | "since" | "because" | "before" => 2.0,
        "in" | "on" | "at" | "for" | "from" | "with" | "by" | "during" => 3.0,
        "there" | "it" | "he" | "she" | "they" => 4.0,
        "this" | "that" | "these" | "those" => 5.0,
        "i" | "we" | "you" | "my" | "our" => 6.0,
        "but" | "and" | "so" | "or" => 7.0,
        "what" | "why" | "how" | "who" | "where" => 8.0,
        _ => 0.0,
    }
}

/// What one walk over a sentence finds.
#[derive(Debug, Default)]
struct Scan {
    terms: Vec<u32>,
    alone: bool,
    named: bool,
    opens_quoted: bool,
    opens: f32,
    starter: f32,
    words: f32,
    content: f32,
    quoted: f32,
    say: f32,
    capitals: f32,
    calendar: f32,
    past: f32,
    numbers: f32,
    years: f32,
    symbols: f32,
    commas: f32,
    dashes: f32,
    brackets: f32,
    first_person: f32,
    second_person: f32,
    third_person: f32,
    early_pronoun: f32,
    negations: f32,
    modals: f32,
    subordinate: f32,
    according: f32,
    mass: f32,
    mass_all: f32,
    squares: f32,
    fresh: f32,
    pairs: f32,
    top: f32,
    prior: f32,
    rare: f32,
    central: f32,
    norm: f32,
    repeated: f32,
    headed: f32,
    f: f32,
}

impl Scan {
    fn cue(&mut self, word: &str, place: u32, quoted: bool) {
        let counter = match word {
            "i" | "I" | "we" | "my" | "our" | "me" | "us" if !quoted => &mut self.first_person,
            "you" | "your" if !quoted => &mut self.second_person,
            "he" | "she" | "it" | "they" | "his" | "her" | "its" | "their" | "them" | "him" => {
                if place < 4 {
                    self.early_pronoun += 1.0;
                }
                &mut self.third_person
            }
            "not" | "no" | "never" | "nor" | "without" => &mut self.negations,
            "may" | "might" | "could" | "would" | "should" | "will" => &mut self.modals,
            "that" | "which" | "who" | "whose" | "where" | "because" | "while" | "when" => &mut self.subordinate,
            "according" => &mut self.according,
            _ => return,
        };
        *counter += 1.0;
    }

    fn push(&self, article: &Overview, row: &mut Vec<f32>) {
        let content = self.content.max(1.0);
        let words = self.words.max(1.0);
        let flag = |is: bool| f32::from(u8::from(is));
        row.extend([
            self.words,
            self.words / article.mean_words,
            self.content / words,
            self.quoted / words,
            self.say,
            self.capitals,
            self.capitals / words,
            self.calendar,
            self.past,
            self.numbers,
            self.years,
            self.symbols,
            self.commas,
            self.dashes,
            self.brackets,
            self.first_person,
            self.second_person,
            self.third_person,
            self.early_pronoun,
            self.negations,
            self.modals,
            self.subordinate,
            self.according,
            flag(self.alone),
            flag(self.named),
            flag(self.opens_quoted),
            self.opens,
            self.starter,
        ]);
        row.extend([
            self.mass,
            self.mass / content,
            self.mass_all,
            self.mass_all / words,
            self.squares,
            self.squares / content,
            self.fresh,
            self.fresh / self.mass.max(0.01),
            self.pairs,
            self.pairs / words,
            self.top,
            self.prior / content,
            self.rare / content,
            self.central / libm::sqrtf(self.norm.max(0.01)),
            self.central / content,
            self.repeated / content,
            self.headed / content,
            self.f,
            self.f - article.best_f,
            self.f / article.mean_f,
            self.mass / article.best_mass,
        ]);
    }
}

/// What all sentences together say.
#[derive(Debug)]
struct Overview {
    sentences: f32,
    mean_words: f32,
    mean_f: f32,
    best_f: f32,
    best_mass: f32,
    quoted: f32,
    by_f: Vec<f32>,
    by_mass: Vec<f32>,
}

impl Overview {
    fn of(scan: &[Scan]) -> Self {
        let count = scan.len().max(1) as f32;
        let sorted = |number: fn(&Scan) -> f32| {
            let mut numbers: Vec<f32> = scan.iter().map(number).collect();
            sort_by_number(&mut numbers, |&number| (!ordered(number)).into());
            numbers
        };
        let (by_f, by_mass) = (sorted(|scan| scan.f), sorted(|scan| scan.mass));
        let words: f32 = scan.iter().map(|scan| scan.words).sum();
        Self {
            sentences: count,
            mean_words: (words / count).max(1.0),
            mean_f: (by_f.iter().sum::<f32>() / count).max(0.001),
            best_f: by_f.first().copied().unwrap_or_default(),
            best_mass: by_mass.first().copied().unwrap_or_default().max(0.001),
            quoted: scan.iter().map(|scan| scan.quoted).sum::<f32>() / words.max(1.0),
            by_f,
            by_mass,
        }
    }
}

/// How many sentences of the article have more.
fn rank(sorted: &[f32], number: f32) -> f32 {
    sorted.partition_point(|&other| other > number) as f32
}
