//! The features of a token, as hashes. The trainer and the engine call the same function, so they cannot differ.

use super::{
    document_features,
    hidden_layer::PLACES,
    model::WIDTH,
    segment::Segments,
    token_features::{TokenFeatures, mark_phrases},
    words::Words,
};
use crate::{
    codec::hash::mix,
    document::{Case, Sentence, TokenKind},
    lexicon::WordFlags,
    tag::forms,
};
use rustc_hash::FxHashMap;
use std::ops::Range;

/// An article ready for features.
pub(crate) struct Reader<'d> {
    pub(crate) segments: Segments<'d>,
    words: &'d Words,
    per_token: Vec<TokenFeatures>,
    /// By a token's `word`.
    per_word: Vec<u32>,
}

/// What all tokens of a run of capitals share.
#[derive(Clone, Copy, Default)]
struct Run {
    first: usize,
    end: usize,
}

impl<'d> Reader<'d> {
    /// Looks everything up.
    pub(crate) fn new(segments: Segments<'d>, sentences: &[Sentence], words: &'d Words) -> Self {
        // Each form is looked up once.
        let mut known: Vec<TokenFeatures> = Vec::with_capacity(forms(segments.tags));
        let mut numbers: FxHashMap<u32, u32> = FxHashMap::default();
        let mut per_token: Vec<TokenFeatures> = Vec::with_capacity(segments.tokens.len());
        for (token, tag) in segments.tokens.iter().zip(segments.tags) {
            if tag.form as usize == known.len() {
                let features_at = TokenFeatures::new(segments.text, token, *tag, words);
                let next = numbers.len() as u32;
                known.push(TokenFeatures { word: *numbers.entry(features_at.lower).or_insert(next), ..features_at });
            }
            per_token.push(known[tag.form as usize]);
        }
        mark_phrases(&mut per_token, |at| segments.is_capital(at), words);
        let per_word = document_features::gather(&segments, &per_token, sentences, numbers.len());
        Self { segments, words, per_token, per_word }
    }

    /// Whether most words of the sentence have capitals: a headline, where they say little.
    pub(crate) fn is_headline(&self, sentence: Range<usize>) -> bool {
        let (mut capitals, mut small) = (0, 0);
        for at in sentence {
            match self.segments.tags[at].case {
                Case::Lower if !self.segments.tags[at].flags.has_any(WordFlags::STOP.with(WordFlags::JOINER)) => {
                    small += 1;
                }
                Case::Title | Case::Upper | Case::Mixed => capitals += 1,
                _ => {}
            }
        }
        capitals > 3 && capitals > 2 * small
    }

    /// Calls `add` with every feature of the token at `at`, which lies in `segment` of `sentence`, and gives what the hidden layer
    /// sees besides: the clusters of the token, of two neighbours on each side, of the ends of its run of capitals, and of what
    /// is around that.
    pub(crate) fn features(
        &self,
        at: usize,
        sentence: &Range<usize>,
        headline: bool,
        add: &mut impl FnMut(u32),
    ) -> [u16; PLACES] {
        let mut template = 0_u32;
        let mut put = |value: u32| {
            template += 1;
            add(mix(template.wrapping_mul(0x9e37_79b1), value) >> (32 - WIDTH));
        };
        let none = TokenFeatures { lower: 1, ..TokenFeatures::default() };
        let features_at = |offset: isize| {
            let index = at.wrapping_add_signed(offset);
            if sentence.contains(&index) { self.per_token[index] } else { none }
        };
        let (here, left, right) = (features_at(0), features_at(-1), features_at(1));
        let (left2, right2) = (features_at(-2), features_at(2));
        let begins = at == sentence.start
            || matches!(self.segments.tokens[at - 1].kind, TokenKind::Quote | TokenKind::Open)
                && at == sentence.start + 1;
        let flags = |offset: isize| {
            let index = at.wrapping_add_signed(offset);
            if sentence.contains(&index) { self.segments.tags[index].flags.bits() & 0xffff } else { 1 << 16 }
        };
        let position = u32::from(begins) + 2 * u32::from(headline);
        let shape = u32::from(here.shape) + 32 * position;
        let (c0, cl, cr) =
            (self.words.levels(here.cluster), self.words.levels(left.cluster), self.words.levels(right.cluster));
        let (cl2, cr2) = (self.words.levels(left2.cluster), self.words.levels(right2.cluster));

        // The word and its neighbours.
        put(position);
        put(here.lower);
        put(left.lower);
        put(right.lower);
        put(left2.lower);
        put(right2.lower);
        put(mix(left.lower, here.lower));
        put(mix(here.lower, right.lower));
        put(mix(left.lower, right.lower));
        put(mix(mix(left2.lower, left.lower), u32::from(here.shape)));
        put(mix(mix(right2.lower, right.lower), u32::from(here.shape)));
        put(shape);
        put(mix(shape, u32::from(left.shape)));
        put(mix(shape, u32::from(right.shape)));
        put(mix(mix(shape, u32::from(left.shape)), u32::from(right.shape)));

        // Clusters.
        put(c0[0]);
        put(c0[1]);
        put(c0[2]);
        put(cl[0]);
        put(cl[1]);
        put(cr[0]);
        put(cr[1]);
        put(cl2[1]);
        put(cr2[1]);
        put(mix(cl[1], c0[1]));
        put(mix(c0[1], cr[1]));
        put(mix(cl[1], cr[1]));
        put(mix(c0[2], shape));
        put(mix(mix(cl[2], c0[2]), cr[2]));

        // Lists.
        put(flags(0));
        put(flags(-1));
        put(flags(1));
        let lists = u32::from(here.lists) + 64 * u32::from(here.phrase);
        put(lists);
        put(mix(lists, position));
        put(mix(u32::from(left.lists), u32::from(here.lists)));
        put(mix(u32::from(here.lists), u32::from(right.lists)));
        put(mix(mix(u32::from(here.lists), left.lower), 0));
        put(mix(mix(u32::from(here.lists), right.lower), 0));

        // Letters.
        if self.segments.tokens[at].kind == TokenKind::Word {
            let word = self.segments.tokens[at].span.of(self.segments.text);
            let bytes = word.as_bytes();
            let len = bytes.len();
            let affix =
                |bytes: &[u8]| bytes.iter().fold(0, |hash, byte| mix(hash, u32::from(byte.to_ascii_lowercase())));
            put(affix(&bytes[len.saturating_sub(2)..]));
            put(affix(&bytes[len.saturating_sub(3)..]));
            put(affix(&bytes[len.saturating_sub(4)..]));
            put(affix(&bytes[..len.min(2)]));
            put(affix(&bytes[..len.min(3)]));
            put(affix(&bytes[..len.min(4)]));
        } else {
            template_skip(&mut put, 6);
        }

        // The run of capitals that the token stands in, and what is around it.
        let run = self.run(at, sentence);
        let (first, last) = (self.per_token[run.first], self.per_token[run.end - 1]);
        let outer = |index: Option<usize>| {
            index.filter(|index| sentence.contains(index)).map_or(none, |index| self.per_token[index])
        };
        let (before, after) = (outer(run.first.checked_sub(1)), outer(Some(run.end)));
        let (before2, after2) = (outer(run.first.checked_sub(2)), outer(Some(run.end + 1)));
        let len = ((run.end - run.first) as u32).min(5);
        let place = mix((at - run.first).min(3) as u32, (run.end - 1 - at).min(3) as u32);
        put(mix(len, place));
        put(before.lower);
        put(after.lower);
        put(mix(mix(before.lower, len), 0));
        put(mix(mix(after.lower, len), 0));
        put(mix(before.lower, after.lower));
        put(mix(before2.lower, before.lower));
        put(mix(after.lower, after2.lower));
        put(mix(last.lower, 0));
        put(mix(first.lower, 0));
        put(mix(self.words.levels(last.cluster)[1], len));
        put(mix(self.words.levels(first.cluster)[1], len));
        put(self.words.levels(before.cluster)[1]);
        put(self.words.levels(after.cluster)[1]);
        let (mut run_flags, mut run_lists) = (0, 0);
        for index in run.first..run.end {
            run_flags |= self.segments.tags[index].flags.bits() & 0x3f;
            run_lists |= u32::from(self.per_token[index].lists);
        }
        put(mix(run_flags, place));
        put(mix(run_lists, place));
        put(mix(mix(u32::from(first.lists), u32::from(last.lists)), len));

        // The rest of the article.
        let found = self.per_word[here.word as usize];
        let alone = u32::from(len == 1) + 2 * u32::from(begins);
        let base = template;
        for bit in 0..document_features::BITS {
            if found >> bit & 1 == 1 {
                add(mix((base + 1 + bit).wrapping_mul(0x9e37_79b1), alone) >> (32 - WIDTH));
            }
        }
        [here, left, right, left2, right2, first, last, before, after].map(|features_at| features_at.cluster)
    }

    /// The run of capitals around a token; the token alone where it is none.
    fn run(&self, at: usize, sentence: &Range<usize>) -> Run {
        const LONGEST: usize = 8;
        if !self.segments.is_capital(at) {
            return Run { first: at, end: at + 1 };
        }
        let low = sentence.start.max(at.saturating_sub(LONGEST));
        let high = sentence.end.min(at + LONGEST);
        let first = (low..at).rev().take_while(|&index| self.segments.is_capital(index)).last().unwrap_or(at);
        let end = (at + 1..high).find(|&index| !self.segments.is_capital(index)).unwrap_or(high);
        Run { first, end }
    }
}

/// Templates that a token does not have still count, so that the numbers of those behind them stay.
fn template_skip(put: &mut impl FnMut(u32), count: u32) {
    for _ in 0..count {
        put(0);
    }
}
