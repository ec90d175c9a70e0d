//! Whether a word is a verb with a subject.

use super::{
    function_word::{follows_determiner, is_determiner, is_function_word},
    word::{is_name_word, part_of_speech},
};
use crate::{
    document::TokenKind,
    figure::cursor::{Cursor, back},
};

/// Whether the token is a verb with a subject, as far as its neighbours tell.
pub(in crate::figure) fn is_verb(cursor: &Cursor, at: usize) -> bool {
    if !cursor.is_word(at) || is_name_word(cursor, at) {
        return false;
    }
    if cursor.is_any(at, &["is", "are", "was", "were", "has", "have", "had", "be", "been", "will", "would"]) {
        return true;
    }
    let pos = part_of_speech(cursor, at);
    // "can tow": whatever the table says.
    if cursor.is_any(back(at, 1), &["can", "could", "will", "would", "may", "might", "must", "should"])
        && !is_function_word(cursor, at)
        && !is_determiner(cursor, at)
        && !pos.is_adverb()
    {
        return true;
    }
    // "which stretches": the table may not know the verb.
    if cursor.is_any(back(at, 1), &["which", "who", "he", "she", "it", "they", "we"])
        && !is_function_word(cursor, at)
        && !pos.is_adverb()
    {
        return true;
    }
    if !pos.is_finite() || is_function_word(cursor, at) && !cursor.is_any(at, &["said", "says"]) {
        return false;
    }
    // "she charges €500".
    if !pos.is_adjective() && cursor.kind(at + 1) == Some(TokenKind::Symbol) {
        return true;
    }
    if follows_determiner(cursor, at) {
        return false;
    }
    if pos.is_only_verb() {
        return true;
    }
    let to = cursor.is_any(
        back(at, 1),
        &[
            "to", "will", "would", "could", "can", "may", "might", "must", "should", "they", "he", "she", "it", "we",
            "i", "you", "who", "which", "that",
        ],
    );
    let noun_before =
        at > cursor.start() && (part_of_speech(cursor, at - 1).is_mostly_noun() || is_name_word(cursor, at - 1));
    to || pos.is_mostly_finite() && (noun_before || !pos.is_noun()) || pos.is_past()
}
