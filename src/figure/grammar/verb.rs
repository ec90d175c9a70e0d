//! Whether a word is a verb with a subject.

use super::{
    function_word::{follows_determiner, is_determiner, is_function_word},
    word::{is_name_word, part_of_speech},
};
use crate::{
    document::TokenKind,
    figure::cursor::{Cursor, back},
};

/// After these a verb stands: "can tow".
const MODALS: [&str; 8] = ["can", "could", "will", "would", "may", "might", "must", "should"];

/// Whether the token is a verb with a subject, as far as its neighbours tell.
pub(in crate::figure) fn is_verb(cursor: &Cursor, at: usize) -> bool {
    if !cursor.is_word(at) || is_name_word(cursor, at) {
        return false;
    }
    if cursor.is_any(at, &["is", "are", "was", "were", "has", "have", "had", "be", "been", "will", "would"]) {
        return true;
    }
    let pos = part_of_speech(cursor, at);
    if !pos.is_adverb() && is_verb_by_place(cursor, at) {
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
    if pos.is_only_verb() || pos.is_past() || follows_subject(cursor, at) {
        return true;
    }
    pos.is_mostly_finite() && (!pos.is_noun() || follows_noun(cursor, at))
}

/// "can tow", "which stretches": whatever the table says, or does not know.
fn is_verb_by_place(cursor: &Cursor, at: usize) -> bool {
    let before = back(at, 1);
    let modal = cursor.is_any(before, &MODALS);
    if !modal && !cursor.is_any(before, &["which", "who", "he", "she", "it", "they", "we"]) {
        return false;
    }
    let determiner = modal && is_determiner(cursor, at);
    !determiner && !is_function_word(cursor, at)
}

/// After a pronoun, "to" or a modal verb.
fn follows_subject(cursor: &Cursor, at: usize) -> bool {
    cursor.is_any(
        back(at, 1),
        &[
            "to", "will", "would", "could", "can", "may", "might", "must", "should", "they", "he", "she", "it", "we",
            "i", "you", "who", "which", "that",
        ],
    )
}

fn follows_noun(cursor: &Cursor, at: usize) -> bool {
    let before = back(at, 1);
    part_of_speech(cursor, before).is_mostly_noun() || is_name_word(cursor, before)
}
