//! Sentences: ranges of tokens.

use std::ops::Range;

/// A sentence: a range of tokens within one block.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[non_exhaustive]
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
