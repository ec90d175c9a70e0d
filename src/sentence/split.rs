//! The first half: every place where a sentence could end.

use crate::token::{Token, TokenKind};

/// Ends of candidate sentences, as token counts; the last one is `tokens.len()`.
///
/// A sentence can end at a terminal mark, with the closing quotes and brackets that touch it, and at an abbreviation's
/// full stop.
pub(super) fn split(text: &str, tokens: &[Token]) -> Vec<usize> {
    let mut ends = Vec::new();
    let mut index = 0;
    while index < tokens.len() {
        let token = tokens[index];
        let abbreviation = token.kind == TokenKind::Word && token.span.of(text).ends_with('.');
        index += 1;
        if token.kind != TokenKind::Terminal && !abbreviation {
            continue;
        }
        while index < tokens.len() && tokens[index - 1].touches(tokens[index]) && closes(text, tokens, index) {
            index += 1;
        }
        if index < tokens.len() {
            ends.push(index);
        }
    }
    if !tokens.is_empty() {
        ends.push(tokens.len());
    }
    ends
}

/// Whether the token is a mark that belongs to the sentence before it.
fn closes(text: &str, tokens: &[Token], index: usize) -> bool {
    let token = tokens[index];
    match token.kind {
        TokenKind::Close | TokenKind::Terminal => true,
        TokenKind::Quote => {
            let opening = token.span.of(text).starts_with(['“', '‘', '«', '„']);
            // A straight quote that touches the next word opens the next sentence.
            !opening && tokens.get(index + 1).is_none_or(|&next| !token.touches(next) || next.kind != TokenKind::Word)
        }
        _ => false,
    }
}
