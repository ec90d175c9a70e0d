//! Days and months: "May 18, 2025", "the 18th of May", "May 3-5", "May 2025".

use super::{
    day::{day_of_month, month_at, month_of_day, which_one},
    reference_date::ReferenceDate,
    tense::looks_ahead,
    when::{PartialDate, When},
    year::trailing_year,
};
use crate::{
    document::{Case, TokenKind},
    figure::{
        cursor::{Cursor, back},
        number::{ordinal_words, percent},
    },
};

/// "May 18, 2025", "18 May", "the 18th of May 2025", "May 2025", "May 3-5", "the first Friday of July".
pub(super) fn calendar_date(cursor: &Cursor, at: usize, reference: &ReferenceDate) -> Option<When> {
    if let Some((month, after)) = month_at(cursor, at).or_else(|| month_before_the_day(cursor, at)) {
        return match day_after_month(cursor, after) {
            Some((day, end)) => Some(with_year(cursor, (at, end), month, day, reference)),
            None => month_alone(cursor, at, month, after, reference),
        };
    }
    let the = cursor.is(at, "the");
    let first = at + usize::from(the);
    let (day, after) = day_of_month(cursor, first).filter(|_| the || !cursor.touched(first))?;
    day_before_month(cursor, (first, after), day, reference)
        .or_else(|| if the { None } else { days_before_month(cursor, (at, after), day, reference) })
        .or_else(|| day_of_next_month(cursor, (at, after), day, reference))
        .or_else(|| day_alone(cursor, at, (day, after)))
}

/// "may the 18th", "March the fifth": in any case, since the day says that it is a month.
fn month_before_the_day(cursor: &Cursor, at: usize) -> Option<(u8, usize)> {
    let (month, after) = month_of_day(cursor, at).filter(|&(_, after)| cursor.is(after, "the"))?;
    let (_, end) = day_of_month(cursor, after + 1)?;
    let ordinal = end > after + 2 || !cursor.is_number(after + 1);
    ordinal.then_some((month, after))
}

/// The day after a month: "May 18", "May the 18th", "May, the 18th", "May-18".
fn day_after_month(cursor: &Cursor, after: usize) -> Option<(u8, usize)> {
    let comma = cursor.word(after) == ",";
    let separator = comma || matches!(cursor.word(after), "-" | "/") && cursor.touched(after);
    let at = after + usize::from(separator);
    let the = cursor.is(at, "the");
    // "in May, 18 people".
    let counts = the || cursor.is_number(after + 1);
    if comma && counts && !cursor.is_any(after + 2, &["st", "nd", "rd", "th"]) {
        return None;
    }
    day_of_month(cursor, at + usize::from(the)).filter(|&(_, end)| !is_unit_of(cursor, end))
}

/// "18 May", "18th of May", "18. May", "18-May". The tokens are the day's first and the one after it.
fn day_before_month(
    cursor: &Cursor,
    (first, after): (usize, usize),
    day: u8,
    reference: &ReferenceDate,
) -> Option<When> {
    // "10-12 May": of a range.
    if cursor.is_hyphen(after) && cursor.is_number(after + 1) {
        return None;
    }
    let dot = usize::from(cursor.word(after) == "." && cursor.touched(after));
    let joiner = after + dot;
    let joined = cursor.is(joiner, "of") || cursor.is_dash(joiner) && cursor.touched(joiner);
    let (month, end) = month_of_day(cursor, joiner + usize::from(joined))?;
    Some(with_year(cursor, (first, end), month, day, reference))
}

/// "10-12 May", "3 to 5 May".
fn days_before_month(cursor: &Cursor, (at, after): (usize, usize), day: u8, reference: &ReferenceDate) -> Option<When> {
    if !cursor.is_dash(after) && !cursor.is_any(after, &["to", "and"]) {
        return None;
    }
    let (last, after) = day_of_month(cursor, after + 1).filter(|&(last, _)| last > day)?;
    let (month, end) = month_at(cursor, after)?;
    let mut date = with_year(cursor, (at, end), month, last, reference);
    date.iso = date.iso.map(|iso| format!("{}-{day:02}/{iso}", &iso[..iso.len().saturating_sub(3)]));
    Some(date)
}

/// "20th of next month".
fn day_of_next_month(cursor: &Cursor, (at, after): (usize, usize), day: u8, reference: &ReferenceDate) -> Option<When> {
    let which = after + usize::from(cursor.is(after, "of"));
    let shift = which_one(cursor, which).filter(|_| cursor.is(which + 1, "month"))?;
    let (year, month) = reference.month(shift).unzip();
    Some(When { first: at, end: which + 2, iso: Some(PartialDate { year, month, day: Some(day) }.iso()) })
}

/// "the 27th" on its own after "on", "until the 3rd".
fn day_alone(cursor: &Cursor, at: usize, (day, after): (u8, usize)) -> Option<When> {
    let the = cursor.is(at, "the");
    let cued = match cursor.before(at) {
        "on" => the || is_ordinal(cursor, at, after),
        "for" | "until" | "since" => the,
        _ => false,
    };
    let closed = !cursor.is_word(after) || cursor.is_any(after, &["and", "to", "at", "but"]);
    if !cued || !closed || matches!(cursor.kind(after), Some(TokenKind::Hyphen | TokenKind::Symbol)) {
        return None;
    }
    let iso = PartialDate { day: Some(day), ..PartialDate::default() }.iso();
    Some(When { first: at, end: after, iso: Some(iso) })
}

/// "27th", "twenty-seventh", but not "27" or "twenty-seven".
fn is_ordinal(cursor: &Cursor, at: usize, after: usize) -> bool {
    if cursor.is_number(at) { after > at + 1 } else { ordinal_words(cursor, at).is_some() }
}

/// Whether the number before belongs to what follows it: "May 100 metres", "March 20 people"…
fn is_unit_of(cursor: &Cursor, at: usize) -> bool {
    match cursor.lowercase(at) {
        ":" => cursor.touched(at) || percent(cursor, at).is_some(),
        "million" | "billion" | "thousand" | "people" => true,
        _ => percent(cursor, at).is_some(),
    }
}

/// A month and day with the year after it, or the nearest one: "May 18, 2025". The tokens are the date's first and the
/// one after the day.
fn with_year(cursor: &Cursor, (first, end): (usize, usize), month: u8, day: u8, reference: &ReferenceDate) -> When {
    let (last, end) = match last_day(cursor, end, day) {
        Some((last, end)) => (Some(last), end),
        None => (None, end),
    };
    let (year, end) = match trailing_year(cursor, end) {
        Some((year, end)) => (Some(year), end),
        None => (reference.year_of(month, day, looks_ahead(cursor, first)), end),
    };
    let begin = PartialDate { year, month: Some(month), day: Some(day) }.iso();
    let iso = match last {
        Some(_) => format!("{begin}/{}", PartialDate { year, month: Some(month), day: last }.iso()),
        None => begin,
    };
    When { first, end, iso: Some(iso) }
}

/// "May 3-5", "May 3 to 5": the last day, and the token after it.
fn last_day(cursor: &Cursor, end: usize, day: u8) -> Option<(u8, usize)> {
    let linked =
        if cursor.is(end, "to") { cursor.is_number(end + 1) } else { cursor.is_dash(end) && cursor.touched(end) };
    if !linked {
        return None;
    }
    let (last, after) = day_of_month(cursor, end + 1).filter(|&(last, _)| last > day)?;
    // "May 3 to June 5", "May 3-5-year".
    let other = month_at(cursor, after).is_some() || cursor.is_hyphen(after);
    if other { None } else { Some((last, after)) }
}

/// "May 2025", "in May", "May of last year"; the day is not told.
fn month_alone(cursor: &Cursor, at: usize, month: u8, after: usize, reference: &ReferenceDate) -> Option<When> {
    let found = trailing_year(cursor, after);
    let end = found.map_or(after, |(_, end)| end);
    if found.is_none() && !is_cued_month(cursor, at) && is_other_word(cursor, at, end) {
        return None;
    }
    let year = found.map(|(year, _)| year).or_else(|| reference.year_of(month, 1, looks_ahead(cursor, at)));
    Some(When { first: at, end, iso: Some(PartialDate { year, month: Some(month), day: None }.iso()) })
}

/// Whether what stands before it says that the month is one: "in May", "early May", "mid-May".
fn is_cued_month(cursor: &Cursor, at: usize) -> bool {
    const CUES: [&str; 24] = [
        "in", "since", "until", "by", "last", "next", "this", "from", "of", "early", "late", "mid", "during",
        "between", "before", "after", "to", "and", "for", "through", "till", "their", "his", "its",
    ];
    cursor.is_hyphen(back(at, 1)) || cursor.is_any(back(at, 1), &CUES)
}

/// "May said", "April Jones": without a cue a month that is a name or a verb is none.
fn is_other_word(cursor: &Cursor, at: usize, end: usize) -> bool {
    const WORDS: [&str; 17] = [
        "may", "march", "april", "june", "august", "dec", "mar", "jan", "sept", "sep", "nov", "oct", "feb", "apr",
        "jul", "jun", "aug",
    ];
    if cursor.case(at) == Case::Lower || cursor.is_any(at, &WORDS) {
        return true;
    }
    cursor.case(end) == Case::Title && month_at(cursor, end).is_none()
}
