//! "third", "21st", "one hundred twenty-fifth".

use super::{
    parse::parse_digits,
    sum::{Last, Sum, accumulate},
    word::{NumberWord, number_word_at},
};
use crate::figure::cursor::{Cursor, back};

/// The ordinal that begins at the token: its value and the token after it.
pub(in crate::figure) fn ordinal(cursor: &Cursor, at: usize) -> Option<(f64, usize)> {
    if cursor.is_number(at) {
        let suffix = cursor.touches(at) && cursor.is_any(at + 1, &["st", "nd", "rd", "th"]);
        return parse_digits(cursor.word(at))
            .filter(|value| suffix && value.fract() == 0.0)
            .map(|value| (value, at + 2));
    }
    ordinal_words(cursor, at)
}

pub(in crate::figure) fn ordinal_words(cursor: &Cursor, at: usize) -> Option<(f64, usize)> {
    // "a hundred trillionth".
    if cursor.is(at, "a")
        && matches!(number_word_at(cursor, at + 1), Some(NumberWord::Hundred | NumberWord::Scale(_)))
        && let Some(NumberWord::OrdinalScale(scale)) = number_word_at(cursor, at + 2)
    {
        let sum = accumulate(cursor, Sum { total: 0.0, group: None, last: Last::Nothing, end: at + 1 });
        return Some((sum.value() * scale, at + 3));
    }
    match number_word_at(cursor, at)? {
        NumberWord::Ordinal(value) | NumberWord::OrdinalScale(value) => return Some((value, at + 1)),
        NumberWord::Parts(_) | NumberWord::Plural(_) => return None,
        _ => {}
    }
    let sum = accumulate(cursor, Sum { total: 0.0, group: None, last: Last::Nothing, end: at });
    let joiner = usize::from(cursor.is_hyphen(sum.end) || cursor.is(sum.end, "and"));
    let last = number_word_at(cursor, sum.end + joiner)?;
    let end = sum.end + joiner + 1;
    let value = match (last, sum.last) {
        (NumberWord::Ordinal(value), Last::Tens) if value < 10.0 => sum.value() + value,
        // "one third" is a fraction; "hundred and third" is not.
        (NumberWord::Ordinal(value), Last::Hundred | Last::Scale(_)) => sum.value() + value,
        (NumberWord::OrdinalScale(value), _) if joiner == 0 || sum.value() > 1.0 => sum.value() * value,
        _ => return None,
    };
    Some((value, end))
}

/// "at first", "second to none", "a second": ordinals that are none.
pub(in crate::figure) fn is_no_ordinal(cursor: &Cursor, at: usize, end: usize) -> bool {
    if end > at + 1 {
        return false;
    }
    if cursor.is_any(end, &["avenue", "street", "ave.", "st."]) {
        return true;
    }
    match cursor.lowercase(at) {
        "first" => is_no_first(cursor, at, end),
        "second" => is_no_second(cursor, at, end),
        "third" => cursor.is(end + 1, "party") && cursor.is_hyphen(end),
        _ => false,
    }
}

/// "at first", "first of all", "first-hand".
fn is_no_first(cursor: &Cursor, at: usize, end: usize) -> bool {
    if cursor.is_any(back(at, 1), &["at", "when"]) {
        return true;
    }
    if cursor.is_hyphen(end) {
        return cursor.is_any(end + 1, &["hand", "aid", "ever"]);
    }
    cursor.reads(end, &["of", "all"])
}

/// "second to none", "a split second", "wait a second.", "second-hand".
fn is_no_second(cursor: &Cursor, at: usize, end: usize) -> bool {
    match cursor.before(at) {
        "split" | "per" | "every" | "each" => return true,
        "a" if !cursor.is_word(end) => return true,
        _ => {}
    }
    if cursor.is_hyphen(end) {
        return cursor.is(end + 1, "hand");
    }
    cursor.reads_each(end, &[&["to"], &["last", "none"]])
}
