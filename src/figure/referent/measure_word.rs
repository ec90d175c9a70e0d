//! Words that are part of a figure: "percent", "million", units.

use crate::figure::{
    cursor::{Cursor, back},
    number::{NumberWord, number_word, number_word_at, suffix},
};

/// "percent", "million", and a unit after its number: parts of another figure.
pub(in crate::figure) fn is_measure_word(cursor: &Cursor, at: usize) -> bool {
    let lower = cursor.lowercase(at);
    if matches!(
        lower,
        "percent" | "cent" | "crore" | "lakh" | "million" | "billion" | "trillion" | "thousand" | "hundred" | "dozen"
    ) {
        return true;
    }
    // "$3bn": a multiplier is no noun.
    if cursor.touched(at) && cursor.is_number(back(at, 1)) && suffix(cursor.word(at), true, true).is_some() {
        return true;
    }
    // "M$29": a letter that belongs to a currency's sign.
    if cursor.touches(at) && cursor.word(at + 1) == "$" {
        return true;
    }
    let hyphen = usize::from(cursor.is_hyphen(back(at, 1)));
    let power = usize::from(cursor.is_any(back(at, 1), &["square", "cubic"]));
    let before = back(at, 1 + hyphen + power);
    let number = cursor.is_number(before)
        || matches!(
            number_word_at(cursor, before),
            Some(NumberWord::Small(_) | NumberWord::Tens(_) | NumberWord::Scale(_))
        );
    let terms = cursor.lexicon().terms();
    let unit = || {
        terms.unit_name(lower).is_some()
            || terms.currency_name(lower).is_some()
            || terms.unit_symbol(cursor.word(at)).is_some()
    };
    number && unit()
        || match number_word(lower) {
            Some(NumberWord::Small(value)) => value > 1.0,
            Some(NumberWord::Tens(_)) => true,
            _ => false,
        }
}

/// Whether the word is a unit, a multiplier or a currency.
pub(super) fn is_unit_word(cursor: &Cursor, at: usize) -> bool {
    let lower = cursor.lowercase(at);
    let terms = cursor.lexicon().terms();
    matches!(
        lower,
        "percent"
            | "cent"
            | "percentage"
            | "points"
            | "point"
            | "million"
            | "billion"
            | "trillion"
            | "thousand"
            | "hundred"
    ) || terms.currency_name(lower).is_some()
        || terms.unit_name(lower).is_some() && at > cursor.start() && cursor.is_number(at - 1)
}
