//! What one word is: its part of speech, a name, a plural.

use crate::{document::Case, figure::cursor::Cursor, lexicon::Speech};

/// What the table of parts of speech knows of the word; nothing of what is no word.
pub(in crate::figure) fn part_of_speech(cursor: &Cursor, at: usize) -> Speech {
    if cursor.is_word(at) { cursor.lexicon().speech(cursor.lowercase(at)) } else { Speech::default() }
}

/// "sharply", but not "daily": an adverb that is no noun.
pub(in crate::figure) fn is_plain_adverb(cursor: &Cursor, at: usize) -> bool {
    let pos = part_of_speech(cursor, at);
    pos.is_adverb() && !pos.is_noun()
}

/// "launched", but not "cut": a past form that is no noun.
pub(in crate::figure) fn is_plain_past(cursor: &Cursor, at: usize) -> bool {
    let pos = part_of_speech(cursor, at);
    pos.is_past() && !pos.is_noun()
}

/// "flowing", "suing": "building" and "meeting" are nouns in the table.
pub(in crate::figure) fn is_plain_gerund(cursor: &Cursor, at: usize) -> bool {
    let pos = part_of_speech(cursor, at);
    pos.is_gerund() && !pos.is_mostly_noun()
}

/// Whether the word has a capital, as names do and a sentence's first word.
pub(in crate::figure) fn is_name_word(cursor: &Cursor, at: usize) -> bool {
    cursor.is_word(at) && matches!(cursor.case(at), Case::Title | Case::Upper | Case::Mixed)
}

/// Whether the token has a capital inside its sentence.
pub(in crate::figure) fn is_name(cursor: &Cursor, at: usize) -> bool {
    !matches!(cursor.case(at), Case::Lower | Case::None) && at > cursor.start()
}

/// Whether the token looks like a counted noun.
pub(in crate::figure) fn is_plural_noun(cursor: &Cursor, at: usize) -> bool {
    if cursor.case(at) != Case::Lower {
        return false;
    }
    match cursor.lowercase(at) {
        "people" | "men" | "women" | "children" | "police" | "homes" => true,
        "news" | "politics" | "this" | "sports" => false,
        lower => lower.len() > 3 && lower.ends_with('s') && !lower.ends_with("ss"),
    }
}
