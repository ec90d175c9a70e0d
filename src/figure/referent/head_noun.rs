//! The counted noun in the singular.

use super::noun_phrase::NounPhrase;
use crate::{
    document::Case,
    figure::{
        cursor::{Cursor, back},
        grammar::singular,
    },
};
use std::borrow::Cow;

/// The head noun's singular.
pub(in crate::figure) fn head_noun(cursor: &Cursor, phrase: NounPhrase) -> Cow<'static, str> {
    let word = cursor.word(phrase.head);
    // "88 dead and 12 wounded" are people.
    if cursor.is_any(phrase.head, &["dead", "wounded", "injured", "missing", "killed"]) {
        return "person".into();
    }
    // "14 F-35s": the number belongs to the name.
    let number = phrase.head - usize::from(cursor.touched(phrase.head) && !cursor.is_hyphen(back(phrase.head, 1)));
    if phrase.head > phrase.first + 1 && cursor.is_number(number) && cursor.is_hyphen(number - 1) {
        let name = format!("{}-{}", cursor.word(number - 2), cursor.word(number));
        return Cow::Owned(name);
    }
    if cursor.case(phrase.head) == Case::Lower || word.is_ascii() && word.len() > 24 {
        singular(cursor.lowercase(phrase.head))
    } else {
        // "20 Ukrainians", "12 Republicans" keep their capital.
        let plural = word.strip_suffix('s').filter(|stem| stem.len() > 3 && !stem.ends_with('s'));
        Cow::Owned(plural.unwrap_or(word).to_owned())
    }
}
