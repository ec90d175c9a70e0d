//! Lengths of time, and the dates that they make with "ago" and the like.

use super::reference_date::ReferenceDate;
use crate::{
    figure::{
        cursor::{Cursor, back},
        number::{Notation, number_word_at, percent},
        quantity::{Measure, quantity_at, time_unit},
    },
    text::{CivilDate, write_decimal},
};
use std::borrow::Cow;

/// A length of time in the text.
pub(in crate::figure) struct Duration {
    /// First token.
    pub(in crate::figure) first: usize,
    /// One past the last token.
    pub(in crate::figure) end: usize,
    /// In `unit`s; none where the text says "several" or "all".
    pub(in crate::figure) value: Option<f64>,
    /// The greatest unit.
    pub(in crate::figure) unit: Cow<'static, str>,
    /// `P3D`.
    pub(in crate::figure) iso: Option<String>,
    /// Where it is a date: the day that it points to, `None` within where that cannot be told.
    #[expect(clippy::option_option, reason = "a date that cannot be told is another thing than no date")]
    pub(in crate::figure) date: Option<Option<String>>,
}

/// One unit of time with its number.
#[derive(Clone, Copy)]
struct Part {
    value: f64,
    name: &'static str,
}

/// More parts than any length of time has.
const MOST_PARTS: usize = 6;

/// The length of time that begins at the token.
pub(in crate::figure) fn duration(cursor: &Cursor, at: usize, reference: &ReferenceDate) -> Option<Duration> {
    let the = cursor.reads_each(at, &[&["the"], &["past", "last", "next"]]);
    let quantity = time_quantity(cursor, at);
    let exact = quantity.is_some();
    let (part, mut end) = quantity.or_else(|| if the { None } else { loose_duration(cursor, at) })?;
    let mut parts = vec![part];
    // "an hour and a half".
    if let Some((half, after)) = and_half(cursor, end) {
        parts[0].value += half;
        end = after;
    }
    while exact && parts.len() < MOST_PARTS {
        let Some((part, after)) = further_part(cursor, end, parts[parts.len() - 1].name) else { break };
        parts.push(part);
        end = after;
    }
    let value = (exact || parts[0].value > 0.0).then(|| in_first_unit(&parts));
    let iso = value.is_some().then(|| iso_duration(&parts)).flatten();
    let mut duration = Duration { first: at, end, value, unit: Cow::Borrowed(parts[0].name), iso, date: None };
    point_to(cursor, &mut duration, &parts, reference);
    Some(duration)
}

/// "and a half", "and a quarter", "and half": the part of a unit, and the token after it.
fn and_half(cursor: &Cursor, at: usize) -> Option<(f64, usize)> {
    if !cursor.is(at, "and") {
        return None;
    }
    let part = at + 1 + usize::from(cursor.is(at + 1, "a"));
    match cursor.lowercase(part) {
        "half" => Some((0.5, part + 1)),
        "quarter" if cursor.is(at + 1, "a") => Some((0.25, part + 1)),
        _ => None,
    }
}

/// "2 years 1 month, 21 days": a further part after one of the unit that is named last.
fn further_part(cursor: &Cursor, at: usize, last: &str) -> Option<(Part, usize)> {
    let comma = cursor.word(at) == ",";
    let first = at + usize::from(comma || cursor.is(at, "and"));
    let next = first + usize::from(first > at && cursor.is(at + 1, "and"));
    // "in three days, two months after": a comma alone joins only what is written in digits.
    if comma && !cursor.is_number(next) {
        return None;
    }
    let (part, after) = time_quantity(cursor, next).filter(|(part, _)| part.name != last)?;
    // "from 38 minutes two years ago" are two.
    let points = next == at && cursor.is_any(after, &["ago", "earlier", "later"]);
    if points && smaller(last, part.name) { None } else { Some((part, after)) }
}

/// "three days", "30-minute", "a dozen years".
fn time_quantity(cursor: &Cursor, at: usize) -> Option<(Part, usize)> {
    let quantity = quantity_at(cursor, at)
        .filter(|quantity| quantity.measure == Measure::Time && quantity.number.notation != Notation::Vague)?;
    let Some(Cow::Borrowed(name)) = quantity.unit else { return None };
    Some((Part { value: quantity.number.value, name }, quantity.end))
}

/// "a week", "another month", "half an hour", "several days", "all year".
fn loose_duration(cursor: &Cursor, at: usize) -> Option<(Part, usize)> {
    let half_at = at + usize::from(cursor.is_any(at, &["a", "an"]));
    if cursor.is(half_at, "half") {
        return half_unit(cursor, at, half_at);
    }
    let part = |value: f64, at: usize| time_unit(cursor, at).map(|(name, end)| (Part { value, name }, end));
    let is_plural = |end: usize| cursor.lowercase(end - 1).ends_with('s');
    match cursor.lowercase(at) {
        "several" | "few" | "many" | "some" => part(0.0, at + 1).filter(|&(_, end)| is_plural(end)),
        "a" | "an" if cursor.is(at + 1, "few") => part(0.0, at + 2),
        "a" | "an" => {
            let single = usize::from(cursor.is(at + 1, "single"));
            part(1.0, at + 1 + single).filter(|&(_, end)| is_one_unit_long(cursor, at, end))
        }
        "another" => part(1.0, at + 1),
        // "full-year profit" is a kind of profit.
        "full" if is_full_year(cursor, at + 1) => None,
        "all" | "full" | "whole" => {
            part(1.0, at + 1 + usize::from(cursor.is_hyphen(at + 1))).filter(|&(_, end)| !is_plural(end))
        }
        _ => None,
    }
}

/// "half an hour", "a half-hour"; not "the second half year".
fn half_unit(cursor: &Cursor, at: usize, half_at: usize) -> Option<(Part, usize)> {
    let article = usize::from(cursor.is_any(half_at + 1, &["a", "an"]));
    let hyphen = usize::from(cursor.is_hyphen(half_at + 1));
    let (name, end) = time_unit(cursor, half_at + 1 + article + hyphen)?;
    let free = at < half_at || number_word_at(cursor, back(at, 1)).is_none();
    free.then_some((Part { value: 0.5, name }, end))
}

/// "-year profit" after "full".
fn is_full_year(cursor: &Cursor, at: usize) -> bool {
    cursor.is_hyphen(at) && cursor.is(at + 1, "year") && cursor.is_word(at + 2)
}

/// "$3 a day" and "a year-long" are no lengths of time; "for a year", "a month ago" are.
fn is_one_unit_long(cursor: &Cursor, at: usize, end: usize) -> bool {
    const BEFORE: [&str; 18] = [
        "for", "in", "within", "after", "than", "lasted", "lasts", "least", "about", "nearly", "almost", "over",
        "under", "another", "around", "takes", "took", "spent",
    ];
    let before = back(at, 1);
    if cursor.is_any(before, &["times", "twice", "once"]) || cursor.is_hyphen(end) || cursor.is(end, "of") {
        return false;
    }
    if cursor.is_number(before) || percent(cursor, before).is_some() {
        return false;
    }
    at == cursor.start() || cursor.is_any(before, &BEFORE) || is_pointed(cursor, end)
}

/// "ago", "after", "and a half" after a unit.
fn is_pointed(cursor: &Cursor, at: usize) -> bool {
    cursor.is_any(at, &["ago", "later", "earlier", "before", "after"])
        || cursor.reads_each(at, &[&["and"], &["a", "half"]])
}

/// Makes the duration a date where "ago", "later" or "in" say so.
fn point_to(cursor: &Cursor, duration: &mut Duration, parts: &[Part], reference: &ReferenceDate) {
    let end = duration.end;
    let (sign, after, base) = match cursor.lowercase(end) {
        "ago" => (-1, end + 1, 0),
        "from" | "after" if cursor.is_any(end + 1, &["now", "today", "tomorrow", "yesterday"]) => {
            (1, end + 2, day_word(cursor, end + 1))
        }
        "before" if cursor.is_any(end + 1, &["today", "tomorrow", "yesterday"]) => {
            (-1, end + 2, day_word(cursor, end + 1))
        }
        "later" if !cursor.is(end + 1, "than") => (1, end + 1, 0),
        "earlier" if !cursor.is(end + 1, "than") => (-1, end + 1, 0),
        _ => return,
    };
    let day = reference.today.filter(|_| duration.value.is_some()).and_then(|today| shift(today, base, sign, parts));
    // "three days later" counts from another day than publication.
    let anchored = cursor.is(end, "ago") || cursor.is_any(end, &["from", "before", "after"]);
    duration.end = after;
    duration.date = Some(day.filter(|_| anchored));
}

fn day_word(cursor: &Cursor, at: usize) -> i32 {
    match cursor.lowercase(at) {
        "tomorrow" => 1,
        "yesterday" => -1,
        _ => 0,
    }
}

/// Whether the first unit of time is smaller than the second.
fn smaller(first: &str, second: &str) -> bool {
    const ORDER: [&str; 8] = ["second", "minute", "hour", "day", "week", "month", "year", "decade"];
    let place = |name: &str| ORDER.iter().position(|unit| *unit == name);
    place(first) < place(second)
}

/// All parts in the first one's unit, where one ratio holds: minutes are parts of hours, days are none of months.
fn in_first_unit(parts: &[Part]) -> f64 {
    let size = |name: &str| match name {
        "week" => Some((0, 604_800.0)),
        "day" => Some((0, 86_400.0)),
        "hour" => Some((0, 3_600.0)),
        "minute" => Some((0, 60.0)),
        "second" => Some((0, 1.0)),
        "century" => Some((1, 1_200.0)),
        "decade" => Some((1, 120.0)),
        "year" => Some((1, 12.0)),
        "month" => Some((1, 1.0)),
        _ => None,
    };
    let Some((scale, first)) = size(parts[0].name) else { return parts[0].value };
    let sum = parts[1..].iter().try_fold(0.0, |sum, part| {
        size(part.name).filter(|part| part.0 == scale).map(|(_, size)| sum + part.value * size)
    });
    sum.map_or(parts[0].value, |sum| parts[0].value + sum / first)
}

/// The day so far from `today`; by the month or year where that is all that was said.
fn shift(today: CivilDate, base: i32, sign: i32, parts: &[Part]) -> Option<String> {
    let mut months = 0;
    let mut days = base;
    let mut coarse = 0;
    for part in parts {
        if part.value.fract() != 0.0 || part.value > 10_000.0 {
            return None;
        }
        let count = sign * part.value as i32;
        match part.name {
            "day" => days += count,
            "week" => days += 7 * count,
            "fortnight" => days += 14 * count,
            "month" => {
                months += count;
                coarse = coarse.max(1);
            }
            "year" => {
                months += 12 * count;
                coarse = coarse.max(2);
            }
            "decade" => {
                months += 120 * count;
                coarse = coarse.max(2);
            }
            _ => return None,
        }
    }
    let month = today.year() * 12 + i32::from(today.month()) - 1 + months;
    let (year, month) = (month.div_euclid(12), month.rem_euclid(12) as u8 + 1);
    if days == 0 && coarse == 2 && parts.len() == 1 {
        return Some(format!("{year:04}"));
    }
    if days == 0 && coarse == 1 && parts.len() == 1 {
        return Some(format!("{year:04}-{month:02}"));
    }
    // The last day of a shorter month stands for a later one.
    let day =
        (today.day()..=today.day()).chain((28..today.day()).rev()).find_map(|day| CivilDate::new(year, month, day))?;
    day.plus_days(days).map(|date| date.to_string())
}

/// `P1Y2M`, `PT90M`, `P3W`; none for units that ISO 8601 does not have.
fn iso_duration(parts: &[Part]) -> Option<String> {
    let mut date = String::new();
    let mut time = String::new();
    for Part { value, name } in parts {
        let (out, letter, factor) = match *name {
            "year" => (&mut date, 'Y', 1.0),
            "decade" => (&mut date, 'Y', 10.0),
            "century" => (&mut date, 'Y', 100.0),
            "millennium" => (&mut date, 'Y', 1000.0),
            "month" => (&mut date, 'M', 1.0),
            "week" => (&mut date, 'W', 1.0),
            "fortnight" => (&mut date, 'W', 2.0),
            "day" => (&mut date, 'D', 1.0),
            "hour" => (&mut time, 'H', 1.0),
            "minute" => (&mut time, 'M', 1.0),
            "second" => (&mut time, 'S', 1.0),
            _ => return None,
        };
        write_decimal(value * factor, out);
        out.push(letter);
    }
    Some(if time.is_empty() { format!("P{date}") } else { format!("P{date}T{time}") })
}

pub(in crate::figure) fn duration_range(range: Option<&(f64, f64)>, unit: Option<&str>) -> Option<String> {
    let (min, max) = range?;
    let (prefix, letter) = match unit? {
        "year" => ("P", 'Y'),
        "month" => ("P", 'M'),
        "week" => ("P", 'W'),
        "day" => ("P", 'D'),
        "hour" => ("PT", 'H'),
        "minute" => ("PT", 'M'),
        "second" => ("PT", 'S'),
        _ => return None,
    };
    let mut iso = String::from(prefix);
    write_decimal(*min, &mut iso);
    iso.extend([letter, '/']);
    iso.push_str(prefix);
    write_decimal(*max, &mut iso);
    iso.push(letter);
    Some(iso)
}
