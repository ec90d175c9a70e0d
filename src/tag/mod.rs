//! Tags: what each token's letters and the lexicon say of it, one look-up for all later stages.

pub(crate) mod bits;
pub(crate) mod hash;
pub(crate) mod table;

use crate::{
    lexicon::{Lexicon, WordFlags},
    token::{Token, TokenKind},
};

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
pub struct Tag {
    /// How it is written.
    pub case: Case,
    /// The lists that hold it.
    pub flags: WordFlags,
}

/// Looks every token up.
pub fn tag_tokens(text: &str, tokens: &[Token], lexicon: &Lexicon) -> Vec<Tag> {
    tokens
        .iter()
        .map(|token| match token.kind {
            TokenKind::Word => {
                let word = token.span.of(text);
                Tag { case: case_of(word), flags: lexicon.flags(word) }
            }
            _ => Tag::default(),
        })
        .collect()
}

fn case_of(word: &str) -> Case {
    let mut letters = word.chars().filter(|c| c.is_alphabetic());
    let Some(first) = letters.next() else { return Case::None };
    let (mut upper, mut lower) = (0, 0);
    for letter in letters {
        if letter.is_uppercase() {
            upper += 1;
        } else {
            lower += 1;
        }
    }
    match (first.is_uppercase(), upper, lower) {
        (true, _, 0) => Case::Upper,
        (true, 0, _) => Case::Title,
        (false, 0, _) => Case::Lower,
        _ => Case::Mixed,
    }
}
