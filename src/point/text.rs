//! A point as it reads.

use crate::{
    Document,
    document::Piece,
    text::{Span, upper},
};
use std::borrow::Cow;

/// The pieces put together: a space where the article has one, or where something was left out. Letter by letter as the
/// article was given.
pub(crate) fn point_text(document: &Document, pieces: &[Piece]) -> String {
    join(document, pieces, |span| document.article.copied(span))
}

/// The same as it is read: without soft hyphens, with entities written out, with words whole that a line broke.
pub(crate) fn read_text(document: &Document, pieces: &[Piece]) -> String {
    join(document, pieces, |span| Cow::Borrowed(document.str(span)))
}

fn join<'d>(document: &'d Document, pieces: &[Piece], copied: impl Fn(Span) -> Cow<'d, str>) -> String {
    let mut text = String::new();
    let mut last: Option<Span> = None;
    for piece in pieces {
        match *piece {
            Piece::Copied(span) => {
                let words = copied(span);
                let joined = last.is_some_and(|last| last.end() == span.start());
                let closing = words.starts_with(['.', ',', ';', ':', '!', '?', '’', '\'', ')']);
                if !text.is_empty() && !joined && !closing {
                    text.push(' ');
                }
                // A point reads as one line and begins with a capital, also where its sentence lost its first words.
                let mut words = words.split_whitespace().peekable();
                if text.is_empty()
                    && let Some(first) = words.next()
                {
                    let mut chars = first.chars();
                    text.extend(chars.next().map(upper));
                    text.push_str(chars.as_str());
                    if words.peek().is_some() {
                        text.push(' ');
                    }
                }
                while let Some(word) = words.next() {
                    text.push_str(word);
                    if words.peek().is_some() {
                        text.push(' ');
                    }
                }
                last = Some(span);
            }
            Piece::Inserted(actor) => {
                if !text.is_empty() {
                    text.push(' ');
                }
                text.push_str(&insert_text(document, actor));
                last = None;
            }
        }
    }
    text
}

/// The name that stands for a pronoun, in its brackets: `[Zelensky]`.
pub(crate) fn insert_text(document: &Document, actor: u32) -> String {
    format!("[{}]", document.str(document.actors()[actor as usize].name))
}
