//! Dates by their weekday: "last Friday", "Monday, May 12", "the first Friday of July".

use super::{
    calendar_date::calendar_date,
    day::{day_of_month, month_of_day, weekday_at, which_one},
    numeric_date::numeric_date,
    reference_date::ReferenceDate,
    tense::looks_ahead,
    when::{PartialDate, When},
    year::trailing_year,
};
use crate::{
    figure::{cursor::Cursor, number::ordinal},
    text::CivilDate,
};

/// "Sunday", "last Friday", "Monday, May 12", "Friday the 15th", "next week on Friday".
pub(super) fn weekday_date(cursor: &Cursor, at: usize, reference: &ReferenceDate) -> Option<When> {
    let modifier = which_one(cursor, at);
    let mut day_at = at + usize::from(modifier.is_some());
    let mut week = 0;
    // "this week Friday", "next week on Friday".
    let week_first = modifier.is_some() && cursor.is(day_at, "week");
    if week_first {
        week = modifier.unwrap_or_default();
        day_at += 1 + usize::from(cursor.is_any(day_at + 1, &["on", ","]));
    }
    let weekday = weekday_at(cursor, day_at)?;
    let mut end = day_at + 1;
    if !week_first && modifier.is_none() {
        // A calendar date after it says more.
        let comma = usize::from(cursor.word(end) == ",");
        let skip = comma + usize::from(cursor.is(end + comma, "the"));
        if let Some(date) = calendar_date(cursor, end + comma, reference)
            .filter(|date| date.iso.as_deref().is_none_or(|iso| iso.len() >= 8))
        {
            let iso = date.iso.map(|iso| year_with_weekday(cursor, iso, weekday, date.end));
            return Some(When { first: at, end: date.end, iso });
        }
        if let Some(date) = numeric_date(cursor, end + comma) {
            return Some(When { first: at, ..date });
        }
        // "Sunday the 18th", but not "Sunday, the first time".
        let alone =
            |end: usize| !cursor.is_word(end) || cursor.is_any(end, &["of", "at", "in", "and", "when", "after"]);
        if let Some((day, end)) = day_of_month(cursor, end + skip).filter(|&(_, end)| skip > comma && alone(end)) {
            let iso = reference
                .weekday_and_day(weekday, day)
                .unwrap_or_else(|| PartialDate { day: Some(day), ..PartialDate::default() }.iso());
            return Some(When { first: at, end, iso: Some(iso) });
        }
    }
    // "Friday next week", "Friday of this week".
    let of = usize::from(cursor.is(end, "of"));
    if !week_first && let Some(which) = which_one(cursor, end + of).filter(|_| cursor.is(end + of + 1, "week")) {
        week = which;
        end += of + 2;
        return Some(When { first: at, end, iso: reference.weekday_of_week(weekday, week) });
    }
    let iso = if week_first {
        reference.weekday_of_week(weekday, week)
    } else {
        let direction = modifier.unwrap_or_else(|| if looks_ahead(cursor, at) { 2 } else { -2 });
        reference.weekday(weekday, direction)
    };
    // "Sunday morning" stays with its day; "Sundays" are no day.
    if cursor.lowercase(day_at).ends_with("days") {
        return Some(When { first: at, end, iso: Some(format!("XXXX-WXX-{weekday}")) });
    }
    Some(When { first: at, end, iso: iso.or_else(|| Some(format!("XXXX-WXX-{weekday}"))) })
}

/// Where the text names no year, the nearest one in which the day falls on the weekday.
fn year_with_weekday(cursor: &Cursor, iso: String, weekday: u8, end: usize) -> String {
    let named = cursor.is_number(end - 1) && cursor.word(end - 1).len() == 4;
    let Some(day) = iso.parse::<CivilDate>().ok().filter(|_| !named) else { return iso };
    [0, 1, -1]
        .into_iter()
        .filter_map(|shift| CivilDate::new(day.year() + shift, day.month(), day.day()))
        .find(|day| day.weekday() == weekday)
        .map_or(iso, |day| day.to_string())
}

/// "the first Friday of July", "the second Monday of next month", "last Sunday in May".
pub(super) fn nth_weekday(cursor: &Cursor, at: usize, reference: &ReferenceDate) -> Option<When> {
    let the = usize::from(cursor.is(at, "the"));
    let (nth, after) = ordinal(cursor, at + the).filter(|&(nth, _)| nth <= 5.0)?;
    let weekday = weekday_at(cursor, after)?;
    let of = after + 1;
    let month = cursor.is_any(of, &["of", "in"]).then(|| {
        if let Some(which) = which_one(cursor, of + 1).filter(|_| cursor.is(of + 2, "month")) {
            return Some((
                reference.month(which).map(|(year, _)| year),
                reference.month(which).map(|(_, month)| month),
                of + 3,
            ));
        }
        let (month, end) = month_of_day(cursor, of + 1)?;
        let year = trailing_year(cursor, end);
        let end = year.map_or(end, |(_, end)| end);
        Some((year.map(|(year, _)| year), Some(month), end))
    });
    let (year, month, end) = match month.flatten() {
        Some(found) => found,
        None if the == 0 && !cursor.is_word(of) => (None, None, of),
        None => return None,
    };
    let month = month.map_or_else(|| "XX".to_owned(), |month| format!("{month:02}"));
    let year = year.map_or_else(|| "XXXX".to_owned(), |year| format!("{year:04}"));
    Some(When { first: at, end, iso: Some(format!("{year}-{month}-WXX-{weekday}-#{}", nth as u8)) })
}
