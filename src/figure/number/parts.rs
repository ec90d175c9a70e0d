//! The lower part of a fraction in words: "thirds", "hundredths".

use super::word::{NumberWord, is_cardinal, number_word_at};
use crate::figure::cursor::Cursor;

/// Whether a fraction of its own begins at the token: "three quarters", "fifty-four hundredths".
pub(super) fn begins_parts(cursor: &Cursor, at: usize) -> bool {
    let second = at + 1 + usize::from(cursor.is_hyphen(at + 1));
    let part =
        |at: usize| matches!(number_word_at(cursor, at), Some(NumberWord::Parts(_))) && !cursor.is(at, "seconds");
    let third = second + 1;
    matches!(number_word_at(cursor, at), Some(NumberWord::Small(_) | NumberWord::Tens(_)))
        && (part(second) || number_word_at(cursor, second).is_some_and(is_cardinal) && part(third))
}

/// "twenty-firsts", "thirty fifths": the lower part of a fraction in tens and ones, and the token after it.
pub(super) fn tens_below(cursor: &Cursor, at: usize) -> Option<(f64, usize)> {
    let Some(NumberWord::Tens(tens)) = number_word_at(cursor, at) else { return None };
    let ones = at + 1 + usize::from(cursor.is_hyphen(at + 1));
    match number_word_at(cursor, ones)? {
        NumberWord::Parts(value)
            if value < 10.0 && cursor.word(ones).ends_with('s') && !cursor.is_any(ones, &["quarters"]) =>
        {
            Some((tens + value, ones + 1))
        }
        _ => None,
    }
}
