//! What an ordinal ranks.

use super::noun_phrase::{NounPhrase, phrase_from};
use crate::figure::{
    cursor::Cursor,
    grammar::is_function_word,
    number::{numeral_at, ordinal},
};

/// What an ordinal before the token ranks: the noun, and the words that say what it counts.
pub(in crate::figure) fn ranked(cursor: &Cursor, end: usize) -> Option<(NounPhrase, NounPhrase)> {
    let mut at = end;
    // "the First and 14th amendments".
    if cursor.is_any(at, &["and", "or"])
        && let Some((_, next)) = ordinal(cursor, at + 1)
    {
        at = next;
    }
    // "a first-term senator" has terms; what has them is counted.
    if cursor.is_hyphen(at) && cursor.touched(at) && cursor.touches(at) {
        let after = phrase_from(cursor, at + 2, false).filter(|_| cursor.is_word(at + 2));
        let term = NounPhrase { first: at + 1, end: at + 2, head: at + 1 };
        return (cursor.is_word(at + 1) && !is_function_word(cursor, at + 1)).then(|| (term, after.unwrap_or(term)));
    }
    // "the first two contests", "the second half-marathon".
    if let Some(number) = numeral_at(cursor, at, false).filter(|_| !cursor.is_any(at, &["a", "an", "one"])) {
        at = number.end;
    }
    let phrase = phrase_from(cursor, at, false).filter(|_| cursor.is_word(at))?;
    Some((phrase, phrase))
}
