//! Sentences: split, then merge.
//!
//! `split` ends a sentence wherever one could end; `merge` takes back the ends that abbreviations, initials,
//! quotes and brackets only seem to make.

mod merge;
mod split;

use crate::{article::Block, lexicon::Lexicon, tag::Tag, token::Token};
use std::ops::Range;

/// A sentence: a range of tokens within one block.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Sentence {
    /// First token.
    pub(crate) first: u32,
    /// One past the last token.
    pub(crate) end: u32,
    /// Index of its block.
    pub block: u32,
}

impl Sentence {
    /// Indices of its tokens.
    pub const fn tokens(self) -> Range<usize> {
        self.first as usize..self.end as usize
    }
}

/// Cuts the tokens into sentences. Every token lies in exactly one; none reaches over a block's end.
pub fn find_sentences(
    text: &str,
    blocks: &[Block],
    tokens: &[Token],
    tags: &[Tag],
    _lexicon: &Lexicon,
) -> Vec<Sentence> {
    let mut sentences = Vec::new();
    let mut first = 0;
    for (block, &Block { span, .. }) in blocks.iter().enumerate() {
        let len = tokens[first..].partition_point(|token| token.span.end() <= span.end());
        let range = first..first + len;
        let ends = split::split(text, &tokens[range.clone()]);
        let ends = merge::merge(text, &tokens[range.clone()], &tags[range.clone()], ends);
        for end in ends {
            let end = range.start + end;
            sentences.push(Sentence { first: first as u32, end: end as u32, block: block as u32 });
            first = end;
        }
    }
    sentences
}
