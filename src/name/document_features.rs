//! What the rest of the article says about a word: every place where it is written with a capital adds a bit, and all
//! places see all bits (after Chieu and Ng, 2002, "Named Entity Recognition: A Maximum Entropy Approach Using Global
//! Information").

use super::{segment::Segments, token_features::TokenFeatures};
use crate::{
    document::{Case, Sentence, TokenKind},
    lexicon::WordFlags,
};

/// Also written in small letters.
pub(crate) const LOWER: u32 = 1;
/// Capital within a sentence, where its position does not explain it.
const MIDDLE: u32 = 1 << 1;
/// Last of several capitals.
const LAST: u32 = 1 << 2;
/// First of several.
const FIRST: u32 = 1 << 3;
/// Behind a title.
const TITLED: u32 = 1 << 4;
/// Behind a given name.
const GIVEN_BEFORE: u32 = 1 << 5;
/// Behind "in", "at", "near" …
const LOCATED: u32 = 1 << 6;
/// Beside a verb of saying.
const SAYS: u32 = 1 << 7;
/// Before 's.
const OWNS: u32 = 1 << 8;
/// Before a comma and a number, as an age.
const AGED: u32 = 1 << 9;
/// Before an acronym in brackets, or itself one in brackets.
const BRACKETED: u32 = 1 << 10;
/// In a run that holds an organisation's cue word.
const CUED: u32 = 1 << 11;
/// Behind "the".
const THE: u32 = 1 << 12;
/// Before "who".
const WHO: u32 = 1 << 13;
/// Alone, no capital beside it.
const ALONE: u32 = 1 << 14;
/// Before a comma and a place's name.
const COMMA_PLACE: u32 = 1 << 15;

/// How many bits there are.
pub(crate) const BITS: u32 = 16;

/// Gathers the bits of each of the tokens' different words, which are numbered.
pub(crate) fn gather(
    segments: &Segments,
    per_token: &[TokenFeatures],
    sentences: &[Sentence],
    words: usize,
) -> Vec<u32> {
    let (tokens, tags) = (segments.tokens, segments.tags);
    let mut per_word = vec![0; words];
    for sentence in sentences {
        let range = sentence.tokens();
        let mut at = range.start;
        while at < range.end {
            if !segments.is_capital(at) {
                if tags[at].case == Case::Lower {
                    per_word[per_token[at].word as usize] |= LOWER;
                }
                at += 1;
                continue;
            }
            let end = (at..range.end).find(|&index| !segments.is_capital(index)).unwrap_or(range.end);
            let mut shared = 0;
            let flags = |index: usize| tags[index].flags;
            if at > range.start {
                if flags(at - 1).has(WordFlags::SAY) {
                    shared |= SAYS;
                }
                match tokens[at - 1].span.of(segments.text) {
                    "in" | "at" | "near" | "from" | "across" | "outside" | "into" => shared |= LOCATED,
                    "the" => shared |= THE,
                    "(" if end < range.end && tokens[end].kind == TokenKind::Close => shared |= BRACKETED,
                    _ => {}
                }
            }
            if end < range.end {
                let next = &tokens[end];
                let after = tokens.get(end + 1).filter(|_| end + 1 < range.end);
                match next.kind {
                    TokenKind::Clitic => shared |= OWNS,
                    TokenKind::Comma => match after {
                        Some(after) if after.kind == TokenKind::Number => shared |= AGED,
                        Some(_) if flags(end + 1).has(WordFlags::PLACE) => shared |= COMMA_PLACE,
                        _ => {}
                    },
                    TokenKind::Open if after.is_some() && tags[end + 1].case == Case::Upper => shared |= BRACKETED,
                    _ if next.span.of(segments.text) == "who" => shared |= WHO,
                    _ if flags(end).has(WordFlags::SAY) => shared |= SAYS,
                    _ => {}
                }
            }
            if (at..end).any(|index| flags(index).has(WordFlags::ORGANIZATION)) {
                shared |= CUED;
            }
            let begins = at == range.start || matches!(tokens[at - 1].kind, TokenKind::Quote | TokenKind::Open);
            let mut titled = false;
            for index in at..end {
                let mut bits = shared;
                if !(begins && index == at) {
                    bits |= MIDDLE;
                }
                if end - at == 1 {
                    bits |= ALONE;
                } else if index == at {
                    bits |= FIRST;
                } else if index + 1 == end {
                    bits |= LAST;
                }
                if titled {
                    bits |= TITLED;
                }
                if index > at && flags(index - 1).has(WordFlags::GIVEN) {
                    bits |= GIVEN_BEFORE;
                }
                titled |= flags(index).has(WordFlags::TITLE);
                per_word[per_token[index].word as usize] |= bits;
            }
            at = end;
        }
    }
    per_word
}
