//! Finds quotations by their marks and speakers by the verb of saying beside them.

use super::Quote;
use crate::{Document, lexicon::WordFlags, text::Span, token::TokenKind};

/// Finds the quotes, in order. Reads tokens, tags and actors.
pub fn find_quotes(document: &Document) -> Vec<Quote> {
    let tokens = document.tokens();
    let mut quotes = Vec::new();
    for sentence_block in document.blocks() {
        let range = document.tokens_in(sentence_block.span);
        let mut open: Option<usize> = None;
        for at in range {
            if tokens[at].kind != TokenKind::Quote {
                continue;
            }
            match (open, document.token_str(at)) {
                (Some(first), "”" | "\"") => {
                    if at > first + 1 {
                        let span = tokens[first + 1].span.cover(tokens[at - 1].span);
                        quotes.push(attribute(document, first, at, span));
                    }
                    open = None;
                }
                (_, "“") | (None, "\"") => open = Some(at),
                _ => {}
            }
        }
    }
    quotes
}

/// Looks for a verb of saying and an actor within the words before and behind the marks.
fn attribute(document: &Document, open: usize, close: usize, span: Span) -> Quote {
    const REACH: usize = 8;
    let tags = document.tags();
    let say = |at: &usize| tags[*at].flags.has(WordFlags::SAY);
    let behind = (close + 1..tags.len().min(close + REACH)).find(say);
    let cue = behind.or_else(|| (open.saturating_sub(REACH)..open).rev().find(say));
    let speaker = cue.and_then(|cue| {
        let near = document.tokens()[cue].span.start();
        let close_by = |span: Span| span.start().abs_diff(near).min(span.end().abs_diff(near)) < 40;
        let mentions = document
            .actors()
            .iter()
            .enumerate()
            .flat_map(|(id, actor)| actor.mentions.iter().map(move |mention| (id, mention.span)));
        mentions
            .filter(|&(_, mention)| close_by(mention) && !span.contains(mention))
            .min_by_key(|&(_, mention)| mention.start().abs_diff(near))
    });
    Quote {
        span,
        speaker: speaker.map(|(id, _)| id as u32),
        speaker_span: speaker.map(|(_, span)| span),
        cue: cue.map(|cue| document.tokens()[cue].span),
        direct: true,
    }
}
