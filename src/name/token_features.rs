//! What the features need to know of one token, looked up once.

use super::words::{Known, Words};
use crate::{
    codec::hash::{hash_lower, mix},
    document::{Case, Tag, Token, TokenKind},
    text::is_lower,
};

/// One token as the features see it.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct TokenFeatures {
    /// Hash of its small letters.
    pub(crate) lower: u32,
    /// Which of the article's different words it is, whatever its capitals; given by the reader.
    pub(crate) word: u32,
    /// Its word cluster, plus one; 0 where the word is rare.
    pub(crate) cluster: u16,
    /// How it is written, a small number.
    pub(crate) shape: u8,
    /// What the name lists say of the word alone.
    pub(crate) lists: u8,
    /// Where it stands in the longest listed name that it is a part of; see [`mark_phrases`].
    pub(crate) phrase: u16,
}

impl TokenFeatures {
    /// Looks a token up.
    pub(crate) fn new(text: &str, token: &Token, tag: Tag, words: &Words) -> Self {
        let word = token.span.of(text);
        if !matches!(token.kind, TokenKind::Word | TokenKind::Clitic) {
            let class = match token.kind {
                // Marks keep their letters; numbers only say how many digits they have.
                TokenKind::Number => mix(1000, word.len().min(6) as u32),
                TokenKind::Address => mix(1001, 0),
                TokenKind::Quote => mix(1002, 0),
                TokenKind::Dash => mix(1003, 0),
                _ => hash_lower(word),
            };
            return Self { lower: class, shape: 16 + token.kind as u8, ..Self::default() };
        }
        let lower = hash_lower(word);
        let Known { cluster, lists } = words.known(lower);
        Self { lower, cluster, shape: shape(word, tag.case), lists, ..Self::default() }
    }
}

/// A word's shape: case, and whether it is short, has a full stop, a digit or an apostrophe.
fn shape(word: &str, case: Case) -> u8 {
    let letters = word.chars().take(4).count();
    let dotted = word.ends_with('.');
    match case {
        Case::None => 0,
        Case::Lower => 1,
        Case::Title if dotted => 2,
        Case::Title if word.contains(['\'', '’']) => 3,
        Case::Title if word.bytes().any(|byte| byte.is_ascii_digit()) => 4,
        Case::Title => 5,
        Case::Upper if dotted && letters <= 2 => 6,
        Case::Upper if dotted => 7,
        Case::Upper if word.bytes().any(|byte| byte.is_ascii_digit()) => 8,
        Case::Upper if letters == 1 => 9,
        Case::Upper if letters == 2 => 10,
        Case::Upper if letters == 3 => 11,
        Case::Upper => 12,
        Case::Mixed if word.starts_with(is_lower) => 13,
        Case::Mixed => 14,
    }
}

/// The hash that a listed name goes by: of its word, or of its words one after the other.
pub(super) fn hash_phrase(name: &str) -> u32 {
    name.split(' ').map(hash_lower).reduce(mix).unwrap_or_default()
}

/// Longest listed name, in words.
pub(crate) const LONGEST_PHRASE: usize = 5;

/// Marks the words of listed names of several words: `8 × lists + place`, where place is 1 for the first word, 2 for
/// one inside, 3 for the last.
pub(crate) fn mark_phrases(per_token: &mut [TokenFeatures], capital: impl Fn(usize) -> bool, words: &Words) {
    let mut at = 0;
    while at < per_token.len() {
        let mut found = None;
        if capital(at) {
            let mut hash = per_token[at].lower;
            for end in at + 1..per_token.len().min(at + LONGEST_PHRASE) {
                hash = mix(hash, per_token[end].lower);
                if capital(end) {
                    let lists = words.lists(hash);
                    if lists != 0 {
                        found = Some((end, lists));
                    }
                }
            }
        }
        let Some((end, lists)) = found else {
            at += 1;
            continue;
        };
        for (index, token) in per_token[at..=end].iter_mut().enumerate() {
            let place = match (index, at + index == end) {
                (0, _) => 1,
                (_, false) => 2,
                (_, true) => 3,
            };
            token.phrase = (u16::from(lists) << 3) | place;
        }
        at = end + 1;
    }
}
