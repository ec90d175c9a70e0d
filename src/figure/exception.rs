//! Numbers that are something else than they look: ordinals that are none, ages without "years", "one" as a pronoun.

use super::{phrase::Phrase, reader::Reader};
use crate::token::TokenKind;

/// "at first", "second to none", "a second": ordinals that are none.
pub(super) fn is_part_of_speech(reader: &Reader, at: usize, end: usize) -> bool {
    if end > at + 1 {
        return false;
    }
    if reader.is_any(end, &["avenue", "street", "ave.", "st."]) {
        return true;
    }
    match reader.lower(at) {
        "first" => {
            reader.is_any(at.wrapping_sub(1), &["at", "when"])
                || reader.is(end, "of") && reader.is(end + 1, "all")
                || reader.is_hyphen(end) && reader.is_any(end + 1, &["hand", "aid", "ever"])
        }
        "second" => {
            reader.is(end, "to") && reader.is_any(end + 1, &["last", "none"])
                || reader.is_any(at.wrapping_sub(1), &["split", "per", "every", "each"])
                || reader.is(at.wrapping_sub(1), "a") && !reader.is_word(end)
                || reader.is_hyphen(end) && reader.is(end + 1, "hand")
        }
        "third" => reader.is_hyphen(end) && reader.is(end + 1, "party"),
        _ => false,
    }
}

/// "people 65 and older", "younger than 30", "She was 82.": a plain number that is an age in years.
pub(super) fn bare_age(reader: &Reader, first: usize, end: usize) -> Option<&'static str> {
    let closed = !reader.is_word(end) || reader.is_function(end);
    let behind = reader.is_any(end, &["and", "or"]) && reader.is_any(end + 1, &["older", "younger"])
        || reader.is(end, "and")
            && reader.is_any(end + 1, &["over", "under", "above"])
            && reader.is_plural_noun(first.wrapping_sub(1));
    let compared =
        reader.is(first.wrapping_sub(1), "than") && reader.is_any(first.wrapping_sub(2), &["older", "younger"]);
    let limited = reader.is_any(first.wrapping_sub(1), &["under", "over"])
        && reader.is_any(
            first.wrapping_sub(2),
            &[
                "people", "children", "adults", "women", "men", "anyone", "everyone", "those", "boys", "girls",
                "patients", "voters", "nobody", "anybody",
            ],
        );
    let subject = reader.is_any(first.wrapping_sub(2), &["he", "she", "who", "oldest", "youngest"])
        && reader.is_any(first.wrapping_sub(1), &["was", "is", "turned", "turns"])
        && (reader
            .kind(end)
            .is_none_or(|kind| matches!(kind, TokenKind::Terminal | TokenKind::Comma | TokenKind::Dash))
            || reader.is_any(end, &["when", "and", "at", "years"]));
    // "Tom Hale, now 72,", "Hale, by then 72 and"; "before he turned 30".
    let now = reader.is_any(first.wrapping_sub(1), &["now", "then", "just", "still", "already"])
        && (reader.is(first.wrapping_sub(2), ",")
            || reader.is(first.wrapping_sub(2), "by") && reader.is(first.wrapping_sub(3), ","))
        && (reader.kind(end).is_none_or(|kind| matches!(kind, TokenKind::Terminal | TokenKind::Comma))
            || reader.is(end, "and"));
    let turned = reader.is_any(first.wrapping_sub(1), &["turned", "turns", "turning"])
        && reader.is_number(first)
        && (reader.is_any(first.wrapping_sub(2), &["he", "she", "who", "they"])
            || reader.is_name_word(first.wrapping_sub(2)));
    (closed && (now || turned || behind || compared || limited || subject)).then_some("year")
}

/// Those who are so old: "people 65 and older", "children under five", "those under 16".
pub(super) fn whose_age(reader: &Reader, first: usize) -> Option<Phrase> {
    let at = reader.hedge_before(first, false).1.checked_sub(1)?;
    if reader.is(at, "those") {
        return Some(Phrase { first: at, end: at + 1, head: at });
    }
    let people = reader.is_plural_noun(at) || reader.is_any(at, &["anyone", "everyone", "nobody", "anybody"]);
    if people { reader.phrase_before(at + 1) } else { None }
}

/// "one" that stands for somebody or something: "the one", "one of them", "one day".
pub(super) fn is_pronoun(reader: &Reader, at: usize) -> bool {
    reader.is_any(
        at.wrapping_sub(1),
        &["the", "this", "that", "which", "any", "every", "no", "each", "another", "such", "some"],
    ) || reader.is_any(
        at + 1,
        &[
            "another", "day", "thing", "time", "point", "way", "side", "hand", "of", "or", "might", "could", "can",
            "must", "should", "would", "may", "has", "is", "was", "who", "that", "such", "kind",
        ],
    ) || reader.is_hyphen(at + 1) && reader.is_any(at + 2, &["off", "time", "sided", "way"])
}
