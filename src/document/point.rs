//! Key points: the sentences to show, and how much of each.

use crate::text::Span;

/// A sentence that says what the article says.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct KeyPoint {
    /// Index of the sentence.
    pub sentence: u32,
    /// What is shown of it, in order.
    pub pieces: Vec<Piece>,
    /// 1 for the strongest.
    pub rank: u32,
    /// Why it was chosen, in plain words.
    pub why: Vec<String>,
}

/// A piece of a key point.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Piece {
    /// Copied from the text.
    Copied(Span),
    /// The name of the actor with this index, put in for a pronoun or a part of it.
    Inserted(u32),
}
