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
    let may = month_of_day(cursor, at).filter(|&(_, after)| {
        cursor.is(after, "the")
            && day_of_month(cursor, after + 1).is_some_and(|(_, end)| end > after + 2 || !cursor.is_number(after + 1))
    });
    if let Some((month, after)) = month_at(cursor, at).or(may) {
        let separator = usize::from(
            matches!(cursor.word(after), "-" | "/" | ",") && (cursor.touched(after) || cursor.word(after) == ","),
        );
        let the = usize::from(cursor.is(after + separator, "the"));
        let day = day_of_month(cursor, after + separator + the).filter(|_| {
            separator == 0
                || cursor.word(after) != ","
                || the == 0 && !cursor.is_number(after + 1)
                || cursor.is_any(after + 2, &["st", "nd", "rd", "th"])
        });
        if let Some((day, end)) = day.filter(|&(_, end)| !is_unit_of(cursor, end)) {
            return Some(with_year(cursor, at, end, month, day, reference));
        }
        return month_alone(cursor, at, month, after, reference);
    }
    let the = usize::from(cursor.is(at, "the"));
    let (day, after) = day_of_month(cursor, at + the).filter(|_| !cursor.touched(at + the) || the == 1)?;
    let dot = usize::from(cursor.word(after) == "." && cursor.touched(after));
    let joined =
        dot + usize::from(cursor.is(after + dot, "of") || cursor.is_dash(after + dot) && cursor.touched(after + dot));
    if let Some((month, end)) =
        month_of_day(cursor, after + joined).filter(|_| !(cursor.is_hyphen(after) && cursor.is_number(after + 1)))
    {
        return Some(with_year(cursor, at + the, end, month, day, reference));
    }
    // "10-12 May", "3 to 5 May".
    let link = cursor.is_dash(after) || cursor.is(after, "to") || cursor.is(after, "and");
    if link
        && let Some((last, after)) = day_of_month(cursor, after + 1)
        && let Some((month, end)) = month_at(cursor, after)
        && last > day
        && the == 0
    {
        let mut date = with_year(cursor, at, end, month, last, reference);
        date.iso = date.iso.map(|iso| format!("{}-{day:02}/{iso}", &iso[..iso.len().saturating_sub(3)]));
        return Some(date);
    }
    // "20th of next month", "the 27th" on its own after "on".
    let of = usize::from(cursor.is(after, "of"));
    if let Some(which) = which_one(cursor, after + of).filter(|_| cursor.is(after + of + 1, "month")) {
        let (year, month) = reference.month(which).unzip();
        return Some(When {
            first: at,
            end: after + of + 2,
            iso: Some(PartialDate { year, month, day: Some(day) }.iso()),
        });
    }
    let ordinal = the == 1 || after > at + 1 || !cursor.is_number(at);
    let cardinal = the == 0 && !cursor.is_number(at) && ordinal_words(cursor, at).is_none();
    let cued =
        cursor.is_any(back(at, 1), &["on", "for", "until", "since"]) && (the == 1 || cursor.is(back(at, 1), "on"));
    let closed = !cursor.is_word(after) || cursor.is_any(after, &["and", "to", "at", "but"]);
    (ordinal
        && !cardinal
        && cued
        && closed
        && !cursor.is_hyphen(after)
        && cursor.kind(after) != Some(TokenKind::Symbol))
    .then(|| When { first: at, end: after, iso: Some(PartialDate { day: Some(day), ..PartialDate::default() }.iso()) })
}

/// Whether the number before belongs to what follows it: "May 100 metres", "March 20 people"…
fn is_unit_of(cursor: &Cursor, at: usize) -> bool {
    percent(cursor, at).is_some()
        || matches!(cursor.word(at), ":") && cursor.touched(at)
        || cursor.is_any(at, &["million", "billion", "thousand", "people"])
}

fn with_year(cursor: &Cursor, first: usize, mut end: usize, month: u8, day: u8, reference: &ReferenceDate) -> When {
    let mut last = None;
    // "May 3-5", "May 3 to 5".
    let link = cursor.is_dash(end) && cursor.touched(end) || cursor.is(end, "to") && cursor.is_number(end + 1);
    if let Some((until, after)) = day_of_month(cursor, end + 1)
        .filter(|&(until, after)| link && until > day && month_at(cursor, after).is_none() && !cursor.is_hyphen(after))
    {
        last = Some(until);
        end = after;
    }
    let year = trailing_year(cursor, end);
    if let Some((_, after)) = year {
        end = after;
    }
    let year = year.map(|(year, _)| year).or_else(|| reference.year_of(month, day, looks_ahead(cursor, first)));
    let begin = PartialDate { year, month: Some(month), day: Some(day) }.iso();
    let iso = match last {
        Some(_) => format!("{begin}/{}", PartialDate { year, month: Some(month), day: last }.iso()),
        None => begin,
    };
    When { first, end, iso: Some(iso) }
}

/// "May 2025", "in May", "May of last year"; the day is not told.
fn month_alone(cursor: &Cursor, at: usize, month: u8, after: usize, reference: &ReferenceDate) -> Option<When> {
    let lower = cursor.lowercase(at);
    let verb = matches!(
        lower,
        "may"
            | "march"
            | "april"
            | "june"
            | "august"
            | "dec"
            | "mar"
            | "jan"
            | "sept"
            | "sep"
            | "nov"
            | "oct"
            | "feb"
            | "apr"
            | "jul"
            | "jun"
            | "aug"
    );
    let found = trailing_year(cursor, after);
    let end = found.map_or(after, |(_, end)| end);
    let cued = cursor.is_any(
        back(at, 1),
        &[
            "in", "since", "until", "by", "last", "next", "this", "from", "of", "early", "late", "mid", "during",
            "between", "before", "after", "to", "and", "for", "through", "till", "their", "his", "its",
        ],
    ) || cursor.is_hyphen(back(at, 1));
    // "May said", "April Jones": without a cue a month that is a name or a verb is none.
    if found.is_none() && verb && !cued || cursor.case(at) == Case::Lower && found.is_none() && !cued {
        return None;
    }
    let named = found.is_none() && cursor.case(end) == Case::Title && !cued && month_at(cursor, end).is_none();
    if named {
        return None;
    }
    let year = found.map(|(year, _)| year).or_else(|| reference.year_of(month, 1, looks_ahead(cursor, at)));
    Some(When { first: at, end, iso: Some(PartialDate { year, month: Some(month), day: None }.iso()) })
}
