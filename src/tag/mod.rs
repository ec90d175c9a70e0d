//! Tags: what each token's letters and the lexicon say of it, one look-up for all later stages.

use crate::{
    Document, Models,
    document::{Case, Tag, TokenKind},
    lexicon::ListSet,
    text::{Interner, is_upper},
};

/// Looks every token up, each form once; gives the tags, and the lists of each form.
pub(crate) fn tag_tokens(document: &Document, models: &Models) -> (Vec<Tag>, Vec<ListSet>) {
    let (text, tokens, lexicon) = (document.text(), document.tokens(), models.lexicon);
    let mut forms = Interner::with_capacity(tokens.len() / 3);
    let mut known: Vec<Tag> = Vec::with_capacity(tokens.len() / 3);
    let mut lists: Vec<ListSet> = Vec::with_capacity(tokens.len() / 3);
    let tags = tokens.iter().enumerate().map(|(index, token)| {
        let word = token.span.of(text);
        let form = forms.id(word.as_bytes(), token.kind as u32);
        if form as usize == known.len() {
            lists.push(lexicon.lists(document.small_str(index)));
            known.push(match token.kind {
                TokenKind::Word => Tag { case: case_of(word), flags: lexicon.flags(word), form },
                _ => Tag { form, ..Tag::default() },
            });
        }
        known[form as usize]
    });
    (tags.collect(), lists)
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
