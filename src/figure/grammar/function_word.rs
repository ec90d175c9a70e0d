//! Function words, by list: what no noun phrase holds, and what one begins with.

use crate::{figure::cursor::Cursor, lexicon::List};

/// A function word that no noun phrase holds.
pub(in crate::figure) fn is_function_word(cursor: &Cursor, at: usize) -> bool {
    const CONTRACTED: [&str; 12] = ["n't", "n’t", "'ve", "’ve", "'re", "’re", "'ll", "’ll", "'d", "’d", "'m", "’m"];
    let word = cursor.word(at);
    if word.len() > 2
        && !word.is_char_boundary(1) | word.contains(['\'', '’'])
        && CONTRACTED.iter().any(|end| word.ends_with(end))
    {
        return true;
    }
    cursor.is_in(at, List::FunctionWords)
}

/// A word that is no function word.
pub(in crate::figure) fn is_content_word(cursor: &Cursor, at: usize) -> bool {
    cursor.is_word(at) && !is_function_word(cursor, at)
}

/// Articles, possessives and pointing words.
pub(in crate::figure) fn is_determiner(cursor: &Cursor, at: usize) -> bool {
    cursor.is_in(at, List::Determiners)
}

/// Whether a determiner stands right before the token.
pub(in crate::figure) fn follows_determiner(cursor: &Cursor, at: usize) -> bool {
    at > cursor.start() && is_determiner(cursor, at - 1)
}
