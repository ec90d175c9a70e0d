//! Where the words of a sentence begin that a reader needs: behind datelines, stamps of time, connectives, announcements.

use super::cues;
use crate::{
    Document,
    document::{Case, TokenKind},
    lexicon::WordFlags,
};
use std::ops::Range;

/// The first token that is shown.
pub(super) fn opening(document: &Document, range: Range<usize>) -> usize {
    let first = skip_stamp(document, range.clone());
    let first = if first > range.start { first } else { skip_dateline(document, range.clone()) };
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

/// `(CNN) --`, `LONDON, England (CNN) --`, `ROME, Sunday —`, `17:35 –`: a dash within the first words of a block, with
/// nothing but names, dates and brackets before it.
fn skip_dateline(document: &Document, range: Range<usize>) -> usize {
    let first = range.start;
    let opens_block = first == 0
        || document.tokens()[first - 1].span.end() <= document.blocks()[block_at(document, first)].span.start();
    if !opens_block {
        return first;
    }
    skip_agency(document, range.clone()).or_else(|| skip_day(document, range)).unwrap_or(first)
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

/// A place and an agency in brackets, with a dash behind them; in text that was taken apart into tokens, `-lrb- cnn
/// -rrb- --`. The dash may be missing, as in `(CNN)The`.
fn skip_agency(document: &Document, range: Range<usize>) -> Option<usize> {
    const PLACE: usize = 8;
    const AGENCY: usize = 6;
    let tokens = document.tokens();
    let word = |at: usize| document.token_str(at);
    let open = (range.start..range.end.min(range.start + PLACE))
        .find(|&at| tokens[at].kind == TokenKind::Open || word(at) == "lrb")?;
    let close = (open + 1..range.end.min(open + AGENCY))
        .find(|&at| tokens[at].kind == TokenKind::Close || word(at) == "rrb")?;
    let apart = word(open) == "lrb";
    let place = (range.start..open).all(|at| {
        let tag = document.tags()[at];
        match tokens[at].kind {
            // "Port-au-Prince".
            TokenKind::Word => {
                let inside = at > range.start && tokens[at - 1].kind == TokenKind::Hyphen;
                (apart || inside || tag.case != Case::Lower) && !tag.flags.has(WordFlags::STARTER)
            }
            TokenKind::Comma | TokenKind::Number | TokenKind::Hyphen | TokenKind::Dash => true,
            _ => false,
        }
    });
    let next = (close + 1..range.end).find(|&at| tokens[at].kind != TokenKind::Hyphen)?;
    if !place {
        return None;
    }
    if tokens[next].kind == TokenKind::Dash {
        return (next + 1 < range.end).then_some(next + 1);
    }
    let agency = close == open + 2 && document.tags()[open + 1].case == Case::Upper;
    (agency && tokens[close].touches(tokens[next]) && tokens[next].kind == TokenKind::Word).then_some(next)
}

/// A place in capitals, a day or a time, with a dash behind it.
fn skip_day(document: &Document, range: Range<usize>) -> Option<usize> {
    const LONGEST: usize = 12;
    let (tokens, tags) = (document.tokens(), document.tags());
    let first = range.start;
    let dash = (first + 1..range.end.min(first + LONGEST)).find(|&at| tokens[at].kind == TokenKind::Dash)?;
    let small = |at: usize| matches!(document.token_str(at), "a.m." | "p.m." | "am" | "pm" | "of" | "de");
    let plain = (first..dash).all(|at| match tokens[at].kind {
        TokenKind::Word => tags[at].case != Case::Lower || small(at),
        TokenKind::Number | TokenKind::Hyphen | TokenKind::Terminal | TokenKind::Comma => true,
        _ => false,
    });
    // A name and a dash may open any sentence; a dateline is in capitals, ends with a day, or is a time of day.
    let capitals = tags[first].case == Case::Upper && document.token_str(first).len() > 3;
    let day = tags[dash - 1].flags.has(WordFlags::CALENDAR);
    let time = (first..dash).all(|at| tokens[at].kind != TokenKind::Word || small(at));
    (plain && (capitals || day || time) && dash + 1 < range.end).then_some(dash + 1)
}

fn block_at(document: &Document, token: usize) -> usize {
    document.sentences()[document.sentence_at(document.tokens()[token].span.start())].block as usize
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
