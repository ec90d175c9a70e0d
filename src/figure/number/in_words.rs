//! A number in words.

use super::{
    article::{article, half},
    cardinal::cardinal,
    numeral::Notation,
    sum::{Last, Sum, scale},
    word::{NumberWord, may_count, number_word_at},
};
use crate::figure::{cursor::Cursor, grammar::is_plural_noun};

pub(super) fn in_words(cursor: &Cursor, at: usize) -> Option<(f64, usize, Notation)> {
    if !may_count(cursor, at) {
        return None;
    }
    match cursor.lowercase(at) {
        "a" | "an" => return article(cursor, at),
        "half" | "quarter" => return half(cursor, at),
        "couple" if cursor.is(at + 1, "of") && is_plural_noun(cursor, at + 2) => {
            return Some((2.0, at + 2, Notation::Words));
        }
        "several" | "few" => {
            let (scale, end) = scale(cursor, at + 1)?;
            return Some((scale, end, Notation::Vague));
        }
        _ => {}
    }
    match number_word_at(cursor, at)? {
        NumberWord::Plural(value) => {
            // "tens of thousands".
            let (mut value, mut end) = (value, at + 1);
            while let (true, Some(NumberWord::Plural(next))) = (cursor.is(end, "of"), number_word_at(cursor, end + 1)) {
                value *= next;
                end += 2;
            }
            Some((value, end, Notation::Vague))
        }
        NumberWord::Small(_) | NumberWord::Tens(_) | NumberWord::Hundred | NumberWord::Scale(_) => {
            cardinal(cursor, Sum { total: 0.0, group: None, last: Last::Nothing, end: at })
        }
        _ => None,
    }
}
