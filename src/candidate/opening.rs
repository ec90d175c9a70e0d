//! Where the words of a sentence begin that a reader needs: behind datelines, stamps of time, connectives, announcements.

use super::cues;
use crate::{Document, document::TokenKind, sentence::dateline_end};
use std::ops::Range;

/// The first token that is shown.
pub(super) fn opening(document: &Document, range: Range<usize>) -> usize {
    let first = skip_stamp(document, range.clone());
    let first = if first > range.start { first } else { dateline_end(document, range.clone()).unwrap_or(first) };
    let first = skip_connective(document, first..range.end);
    skip_announcement(document, first..range.end)
}

/// The first token behind "Here is what we know:", where a statement follows.
fn skip_announcement(document: &Document, range: Range<usize>) -> usize {
    const LONGEST: usize = 10;
    const FEW: usize = 6;
    let first = range.start;
    if document.small_str(first).split(['\'', '’']).next() != Some("here") {
        return first;
    }
    let colon = (first..range.end.min(first + LONGEST)).find(|&at| document.token_str(at) == ":");
    colon.map(|colon| colon + 1).filter(|&after| after + FEW < range.end).unwrap_or(first)
}

/// `[Updated at 10:35 p.m. ET]`, `10:35 a.m. ET:`: when a live blog said it.
fn skip_stamp(document: &Document, range: Range<usize>) -> usize {
    const LONGEST: usize = 12;
    let first = range.start;
    let tokens = document.tokens();
    let near = first + 1..range.end.min(first + LONGEST);
    let word = |at: usize| document.small_str(at);
    let stamp =
        |at: usize| matches!(word(at), "updated" | "posted" | "update" | "a.m." | "p.m." | "am" | "pm" | "et" | "gmt");
    let end = match tokens.get(first).map(|token| token.kind) {
        Some(TokenKind::Open) => near.clone().find(|&at| tokens[at].kind == TokenKind::Close),
        // The colon of the time itself touches the minutes.
        Some(TokenKind::Number) => near.clone().find(|&at| {
            document.token_str(at) == ":" && tokens.get(at + 1).is_some_and(|next| !tokens[at].touches(*next))
        }),
        _ => None,
    };
    match end {
        Some(end) if end + 1 < range.end && (first..end).any(stamp) => end + 1,
        _ => first,
    }
}

/// The first token behind connectives that can go: "But", "Meanwhile,", "At the same time,".
fn skip_connective(document: &Document, range: Range<usize>) -> usize {
    let mut first = range.start;
    // Two may follow each other: "But meanwhile,".
    for _ in 0..2 {
        let Some(after) = cues::connective_end(document, first..range.end) else { break };
        first = after;
    }
    first
}
