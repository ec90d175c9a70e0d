//! What the text says an actor is: the title before the name, or the apposition behind it.

use super::ActorKind;
use crate::{Document, lexicon::WordFlags, name::Mention, tag::Case, text::Span, token::TokenKind};

/// The role that this mention gives, if any.
pub(super) fn find_role(document: &Document, mention: &Mention) -> Option<Span> {
    if mention.kind != ActorKind::Person {
        return None;
    }
    let tokens = document.tokens();
    let range = document.tokens_in(mention.span);
    before(document, range.start).or_else(|| apposition(document, range.end.min(tokens.len())))
}

/// "Ukrainian presidential aide" before the name: title words, and the capitals and adjectives before them.
fn before(document: &Document, name: usize) -> Option<Span> {
    let (tokens, tags) = (document.tokens(), document.tags());
    let sentence = document.sentences().get(document.sentence_at(tokens.get(name)?.span.start()))?.tokens();
    let titles = (sentence.start..name).rev().take_while(|&at| tags[at].flags.has(WordFlags::TITLE)).last()?;
    let modifiers = (sentence.start..titles)
        .rev()
        .take_while(|&at| {
            let capital = matches!(tags[at].case, Case::Title | Case::Upper)
                && !tags[at].flags.has_any(WordFlags::STARTER.with(WordFlags::STOP));
            let adjective = tags[at].case == Case::Lower && document.token_str(at).ends_with("al");
            tokens[at].kind == TokenKind::Word && (capital || adjective)
        })
        .last();
    let short = titles + 1 == name && document.token_str(titles).len() <= 3 && modifiers.is_none();
    (!short).then(|| tokens[modifiers.unwrap_or(titles)].span.cover(tokens[name - 1].span))
}

/// ", the bank's chief economist," behind the name.
fn apposition(document: &Document, at: usize) -> Option<Span> {
    const LONGEST: usize = 12;
    let (tokens, tags) = (document.tokens(), document.tags());
    let first = at + 1;
    let opens =
        document.token_str_at(at) == Some(",") && matches!(document.token_str_at(first), Some("the" | "a" | "an"));
    if !opens {
        return None;
    }
    let end = (first + 1..tokens.len().min(first + LONGEST))
        .find(|&index| matches!(tokens[index].kind, TokenKind::Comma | TokenKind::Terminal))?;
    let titled = (first + 1..end).any(|index| tags[index].flags.has(WordFlags::TITLE));
    titled.then(|| tokens[first + 1].span.cover(tokens[end - 1].span))
}
