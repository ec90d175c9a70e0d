//! Candidates: the sentences that may become key points, and what would be shown of each.
//!
//! A candidate is self-contained where it makes sense away from its neighbours; boilerplate (captions, credits, signposts)
//! is none. What opens a sentence and is no part of its news is left out, and long sentences are trimmed.

mod boilerplate;
mod cues;
mod fitness;
mod opening;
mod self_contained;
mod shorten;
mod trim;

pub(crate) use cues::tells_purpose;
pub(crate) use fitness::is_fit;
use self_contained::{Pronouns, Standing, standing};
pub(crate) use shorten::shorten;

use crate::{
    Document, Models,
    article::BlockKind,
    document::{Piece, TokenKind},
};
use rustc_hash::FxHashSet;
use std::ops::Range;

/// A sentence of the article proper, with what would be shown of it.
#[derive(Clone, Debug)]
pub(crate) struct Candidate {
    /// Index of the sentence.
    pub(crate) sentence: u32,
    /// Whether it makes sense without what goes before it.
    pub(crate) alone: bool,
    /// The noun of a subject that was told of before, as in "The company said".
    pub(crate) bare: Option<usize>,
    /// The token of a pronoun that an actor's name stands for, and the actor.
    pub(crate) named: Option<(usize, u32)>,
    /// The tokens that are kept: at least one range, in order, none empty.
    kept: Vec<Range<u32>>,
}

impl Candidate {
    /// A whole sentence, whatever it is.
    #[cfg(test)]
    pub(crate) fn whole(document: &Document, sentence: u32) -> Self {
        let tokens = document.sentences()[sentence as usize].tokens();
        let kept = std::iter::once(tokens.start as u32..tokens.end as u32).collect();
        Self { sentence, alone: true, bare: None, named: None, kept }
    }

    /// Indices of the tokens that are shown.
    pub(crate) fn tokens(&self) -> impl Iterator<Item = usize> + Clone {
        self.kept.iter().flat_map(|range| range.start as usize..range.end as usize)
    }

    /// The first of them.
    pub(crate) fn first(&self) -> usize {
        self.kept[0].start as usize
    }

    /// The same, without what is said of people at their first mention, for a line of a few words.
    pub(crate) fn brief(&self, document: &Document, quoted: &[bool]) -> Self {
        let end = document.sentences()[self.sentence as usize].tokens().end;
        Self { kept: trim::trim(document, self.first()..end, quoted, &trim::Firsts::none()), ..self.clone() }
    }

    /// The pieces of its first so many tokens.
    pub(crate) fn pieces_until(&self, document: &Document, count: usize) -> Vec<Piece> {
        Self { kept: until(&self.kept, count), ..self.clone() }.pieces(document)
    }

    /// Whether all of some tokens are shown.
    pub(crate) fn shows(&self, tokens: &Range<usize>) -> bool {
        let inside = |range: &Range<u32>| range.start as usize <= tokens.start && tokens.end <= range.end as usize;
        self.kept.iter().any(inside)
    }

    /// The pieces of the point.
    pub(crate) fn pieces(&self, document: &Document) -> Vec<Piece> {
        self.pieces_with(document, &[])
    }

    /// The same, with full names in the place of some more tokens, in order.
    pub(crate) fn pieces_with(&self, document: &Document, names: &[(Range<usize>, u32)]) -> Vec<Piece> {
        let mut pieces = Vec::new();
        let copy = |range: Range<usize>| {
            let tokens = document.tokens().get(range)?;
            Some(Piece::Copied(tokens.first()?.span.cover(tokens.last()?.span)))
        };
        let pronoun = self.named.map(|(at, actor)| (at..at + 1, actor));
        let mut names: Vec<(Range<usize>, u32)> = pronoun.into_iter().chain(names.iter().cloned()).collect();
        names.sort_unstable_by_key(|(tokens, _)| tokens.start);
        for range in &self.kept {
            let (mut start, end) = (range.start as usize, range.end as usize);
            for (tokens, actor) in &names {
                if start <= tokens.start && tokens.end <= end {
                    pieces.extend(copy(start..tokens.start));
                    pieces.push(Piece::Inserted(*actor));
                    start = tokens.end;
                }
            }
            pieces.extend(copy(start..end));
        }
        pieces
    }
}

/// Reads the article proper: its sentences, and for each token whether it stands in quotation marks.
pub(crate) fn read_candidates(document: &Document, models: &Models) -> (Vec<Candidate>, Vec<bool>) {
    let pronouns = Pronouns::of(document);
    let firsts = trim::Firsts::of(document);
    let mut candidates = Vec::with_capacity(document.sentences().len());
    let mut quoted = vec![false; document.tokens().len()];
    let (mut open, mut block) = (false, u32::MAX);
    let mut said: FxHashSet<Vec<u32>> = FxHashSet::default();
    for (index, sentence) in document.sentences().iter().enumerate() {
        if sentence.block != block {
            (open, block) = (false, sentence.block);
        }
        let standing = standing(document, models, &pronouns, index, open);
        for at in sentence.tokens() {
            if document.tokens()[at].kind == TokenKind::Quote {
                open = cues::toggle(open, document.token_str(at));
            }
            quoted[at] = open;
        }
        let (alone, first, named) = match standing {
            Standing::Alone { first, named } => (true, first, named),
            Standing::Leaning { first } => (false, first, None),
            Standing::Never => continue,
        };
        // A teaser is the beginning once more.
        if !said.insert(words(document, first..sentence.tokens().end)) {
            continue;
        }
        let kept = trim::trim(document, first..sentence.tokens().end, &quoted, &firsts);
        let bare = cues::bare_subject(document, first).filter(|_| !candidates.is_empty());
        candidates.push(Candidate { sentence: index as u32, alone, bare, named, kept });
    }
    if candidates.is_empty() {
        candidates.extend(last_resort(document));
    }
    (candidates, quoted)
}

/// The words of a sentence, as the numbers of their forms.
fn words(document: &Document, range: Range<usize>) -> Vec<u32> {
    let is_word = |at: &usize| matches!(document.tokens()[*at].kind, TokenKind::Word | TokenKind::Number);
    range.filter(is_word).map(|at| document.tags()[at].form).collect()
}

/// An article of nothing but headings and captions still says something.
fn last_resort(document: &Document) -> Option<Candidate> {
    let some = |kinds: &[BlockKind]| {
        document
            .sentences()
            .iter()
            .position(|sentence| kinds.contains(&document.blocks()[sentence.block as usize].kind))
    };
    let index = some(&[BlockKind::Paragraph, BlockKind::ListItem])
        .or_else(|| some(&[BlockKind::Heading]))
        .or_else(|| some(&[BlockKind::Title]))
        .or_else(|| some(&[BlockKind::Aside]))?;
    let tokens = document.sentences()[index].tokens();
    let kept = std::iter::once(tokens.start as u32..tokens.end as u32).collect();
    Some(Candidate { sentence: index as u32, alone: false, bare: None, named: None, kept })
}

/// A range of nothing but its first so many tokens.
fn until(ranges: &[Range<u32>], mut count: usize) -> Vec<Range<u32>> {
    let mut kept = Vec::new();
    for range in ranges {
        let len = range.len().min(count);
        if len == 0 {
            break;
        }
        kept.push(range.start..range.start + len as u32);
        count -= len;
    }
    kept
}
