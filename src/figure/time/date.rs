//! The order in which the scanners of dates look.

use super::{
    calendar_date::calendar_date,
    day::part_of_day,
    numeric_date::numeric_date,
    reference_date::ReferenceDate,
    relative::{relative_day, relative_part_of_day, relative_period},
    weekday::{nth_weekday, weekday_date},
    when::When,
    year_alone::{decade, plain_year},
};
use crate::figure::cursor::Cursor;

/// The date that begins at the token.
pub(in crate::figure) fn date(cursor: &Cursor, at: usize, reference: &ReferenceDate) -> Option<When> {
    let day = numeric_date(cursor, at)
        .or_else(|| nth_weekday(cursor, at, reference))
        .or_else(|| weekday_date(cursor, at, reference))
        .or_else(|| calendar_date(cursor, at, reference))
        .or_else(|| relative_day(cursor, at, reference));
    day.map(|day| with_part_of_day(cursor, day))
        .or_else(|| relative_part_of_day(cursor, at, reference))
        .or_else(|| relative_period(cursor, at, reference))
        .or_else(|| decade(cursor, at))
        .or_else(|| plain_year(cursor, at))
}

/// "Tuesday night": the day with its part, as TIMEX3 writes it.
fn with_part_of_day(cursor: &Cursor, day: When) -> When {
    // A day of a month or, where nobody knows of which, of a week.
    let is_day = |iso: &str| iso.len() == 10 && !iso.contains(['/', 'T', '#']);
    match part_of_day(cursor, day.end) {
        Some(part) if day.iso.as_deref().is_none_or(is_day) => {
            When { end: day.end + 1, iso: day.iso.map(|iso| iso + part), ..day }
        }
        _ => day,
    }
}
