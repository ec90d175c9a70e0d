//! Tags: what a token's letters and the lexicon say of it.

use super::WordFlags;

/// How a word is written.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Case {
    /// Not a word.
    #[default]
    None,
    /// "drone".
    Lower,
    /// "Drone".
    Title,
    /// "NATO", "U.S."; a single capital too.
    Upper,
    /// "iPhone", "`McLaren`".
    Mixed,
}

/// What is known of one token.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
#[non_exhaustive]
pub struct Tag {
    /// How it is written.
    pub case: Case,
    /// The lists that hold it.
    pub flags: WordFlags,
    /// Which of the article's different tokens it is, numbered as they come: tokens of one number have the same letters
    /// and the same kind. What is looked up once a number is looked up about half as often.
    pub(crate) form: u32,
}
