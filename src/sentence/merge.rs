//! The second half: ends that only seem to be some are taken back.

use crate::{
    lexicon::WordFlags,
    tag::{Case, Tag},
    token::{Token, TokenKind},
};

/// Keeps the ends that hold.
pub(super) fn merge(text: &str, tokens: &[Token], tags: &[Tag], mut ends: Vec<usize>) -> Vec<usize> {
    let last = ends.last().copied();
    ends.retain(|&end| Some(end) == last || holds(text, tokens, tags, end));
    ends
}

fn holds(text: &str, tokens: &[Token], tags: &[Tag], end: usize) -> bool {
    // What comes next: the first word behind opening quotes and brackets.
    let next = (end..tokens.len())
        .find(|&index| !matches!(tokens[index].kind, TokenKind::Quote | TokenKind::Open | TokenKind::Dash));
    let Some(next) = next else { return false };
    let small = tags[next].case == Case::Lower;
    let mark = (0..end).rev().find(|&index| !matches!(tokens[index].kind, TokenKind::Quote | TokenKind::Close));
    let Some(mark) = mark else { return false };
    let word = tokens[mark].span.of(text);
    if tokens[mark].kind == TokenKind::Word {
        // An abbreviation: titles never end a sentence, others do before a capital that is no name's beginning.
        let initial = word.chars().count() == 2;
        let starts = tags[next].flags.has(WordFlags::STARTER) && tags[next].case == Case::Title;
        return !tags[mark].flags.has(WordFlags::TITLE) && !initial && starts;
    }
    if matches!(tokens[next].kind, TokenKind::Comma | TokenKind::Terminal | TokenKind::Close) {
        return false;
    }
    // "Yahoo! said", "…" she said, "What?" he asked.
    !(small && (mark + 1 < end || word != "."))
}
