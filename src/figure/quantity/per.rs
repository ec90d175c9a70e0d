//! What a quantity is per: "per barrel", "an hour", "/kg".

use super::{measure::Quantity, unit::unit};
use crate::{
    document::Case,
    figure::{cursor::Cursor, grammar::singular},
};
use std::borrow::Cow;

/// "per barrel", "an hour", "/kg", "-a-share" after a quantity; the unit says so too.
pub(super) fn add_per(cursor: &Cursor, quantity: &mut Quantity) {
    let hyphen = cursor.is_tied_hyphen(quantity.end);
    let Some((word, surely)) = per_word(cursor, quantity.end + usize::from(hyphen)) else { return };
    let noun = word + 1 + usize::from(hyphen && cursor.is_hyphen(word + 1));
    if !cursor.is_word(noun) || cursor.case(noun) != Case::Lower {
        return;
    }
    let lower = cursor.lowercase(noun);
    // "per square foot".
    let power = cursor.is_any(noun, &["square", "sq", "sq.", "cubic"]);
    let below = if power { unit(cursor, noun, &quantity.number, true) } else { None };
    let end = below.as_ref().map_or(noun + 1, |(_, _, end)| *end);
    let sure = surely || hyphen;
    if !sure && !is_rate(cursor, noun, end) {
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

/// The last word that says "per", and whether it can say nothing else: "a" can.
fn per_word(cursor: &Cursor, at: usize) -> Option<(usize, bool)> {
    match cursor.lowercase(at) {
        "per" => Some((at, true)),
        "/" if cursor.touched(at) => Some((at, true)),
        "a" | "an" => Some((at, false)),
        // "54 miles to the gallon".
        "to" if cursor.reads_each(at + 1, &[&["the"], &["gallon", "litre", "liter"]]) => Some((at + 1, true)),
        _ => None,
    }
}

/// "$8 an hour", "£8 an hour after tax"; but not "£8m a year after the war", "a day later".
fn is_rate(cursor: &Cursor, noun: usize, end: usize) -> bool {
    match cursor.lowercase(end) {
        "ago" | "earlier" | "later" | "more" | "and" => false,
        "before" | "after" if cursor.is_any(noun, &["day", "week", "month", "year"]) => false,
        _ => is_rate_noun(cursor, noun),
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
