//! What a quantity is per: "per barrel", "an hour", "/kg".

use super::{measure::Quantity, unit::unit};
use crate::{
    document::Case,
    figure::{cursor::Cursor, grammar::singular},
};
use std::borrow::Cow;

/// "per barrel", "an hour", "/kg", "-a-share" after a quantity; the unit says so too.
pub(super) fn add_per(cursor: &Cursor, quantity: &mut Quantity) {
    let at = quantity.end;
    let hyphen = usize::from(cursor.is_hyphen(at) && cursor.touched(at));
    let word = at + hyphen;
    let per = cursor.is(word, "per") || cursor.word(word) == "/" && cursor.touched(word);
    // "54 miles to the gallon".
    let the = usize::from(
        cursor.is(word, "to") && cursor.is(word + 1, "the") && cursor.is_any(word + 2, &["gallon", "litre", "liter"]),
    );
    let (per, word) = (per || the == 1, word + the);
    if !per && !cursor.is_any(word, &["a", "an"]) {
        return;
    }
    let noun = word + 1 + usize::from(hyphen == 1 && cursor.is_hyphen(word + 1));
    if !cursor.is_word(noun) || cursor.case(noun) != Case::Lower {
        return;
    }
    let lower = cursor.lowercase(noun);
    // "per square foot".
    let power = cursor.is_any(noun, &["square", "sq", "sq.", "cubic"]);
    let below = if power { unit(cursor, noun, &quantity.number, true) } else { None };
    let end = below.as_ref().map_or(noun + 1, |(_, _, end)| *end);
    if lower.is_empty()
        || !per
            && hyphen == 0
            && (cursor.is_any(end, &["ago", "earlier", "later", "more", "and"])
                // "£8 an hour after tax", but "£8m a year after the war".
                || cursor.is_any(end, &["before", "after"]) && cursor.is_any(noun, &["day", "week", "month", "year"])
                || !is_rate_noun(cursor, noun))
    {
        return;
    }
    let terms = cursor.lexicon().terms();
    let below = match (below, terms.unit_name(lower).or_else(|| terms.unit_symbol(lower))) {
        (Some((name, ..)), _) => name,
        (None, Some(unit)) => Cow::Borrowed(unit.name),
        (None, None) => singular(lower),
    };
    if let Some(unit) = &quantity.unit {
        quantity.unit = Some(format!("{unit} per {below}").into());
        quantity.end = end;
    }
}

/// Whether "a" before the noun says "per": a time, a measure, or what is sold by the piece.
fn is_rate_noun(cursor: &Cursor, at: usize) -> bool {
    let lower = cursor.lowercase(at);
    cursor.lexicon().terms().unit_name(lower).is_some()
        || matches!(
            lower,
            "share"
                | "head"
                | "piece"
                | "person"
                | "night"
                | "ticket"
                | "bottle"
                | "unit"
                | "seat"
                | "dozen"
                | "pack"
                | "box"
                | "bag"
                | "game"
                | "pop"
                | "plate"
                | "household"
                | "student"
                | "pupil"
                | "vote"
                | "page"
                | "copy"
        )
}
