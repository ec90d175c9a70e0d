//! Tags: what each token's letters and the lexicon say of it, one look-up for all later stages.

pub(crate) mod bits;
pub(crate) mod hash;
pub(crate) mod rans;
pub(crate) mod table;

use crate::{
    lexicon::{Lexicon, WordFlags},
    text::{Interner, is_upper},
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
    /// Which of the article's different tokens it is, numbered as they come: tokens of one number have the same letters
    /// and the same kind. What is looked up once a number is looked up about half as often.
    pub(crate) form: u32,
}

/// Looks every token up: each form once.
pub fn tag_tokens(text: &str, tokens: &[Token], lexicon: &Lexicon) -> Vec<Tag> {
    let mut forms = Interner::with_capacity(tokens.len() / 3);
    let mut known: Vec<Tag> = Vec::with_capacity(tokens.len() / 3);
    tokens
        .iter()
        .map(|token| {
            let word = token.span.of(text);
            let form = forms.id(word.as_bytes(), token.kind as u32);
            if form as usize == known.len() {
                known.push(match token.kind {
                    TokenKind::Word => Tag { case: case_of(word), flags: lexicon.flags(word), form },
                    _ => Tag { form, ..Tag::default() },
                });
            }
            known[form as usize]
        })
        .collect()
}

/// How many different tokens there are.
pub(crate) fn forms(tags: &[Tag]) -> usize {
    tags.iter().map(|tag| tag.form as usize + 1).max().unwrap_or_default()
}

fn case_of(word: &str) -> Case {
    let (mut first, mut upper, mut lower) = (None, 0_u32, 0_u32);
    let mut see = |is_upper: bool| match first {
        None => first = Some(is_upper),
        Some(_) if is_upper => upper += 1,
        Some(_) => lower += 1,
    };
    if word.is_ascii() {
        word.bytes().filter(u8::is_ascii_alphabetic).for_each(|byte| see(byte.is_ascii_uppercase()));
    } else {
        word.chars().filter(|c| c.is_alphabetic()).for_each(|c| see(is_upper(c)));
    }
    match (first, upper, lower) {
        (None, ..) => Case::None,
        (Some(true), _, 0) => Case::Upper,
        (Some(true), 0, _) => Case::Title,
        (Some(false), 0, _) => Case::Lower,
        _ => Case::Mixed,
    }
}
