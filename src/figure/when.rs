//! Days and months with their ISO 8601 / TIMEX3 values, and the order in which the scanners of dates look.

use super::{
    anchor::{Clock, month_name, weekday_name},
    date::CivilDate,
    reader::Reader,
};
use crate::tag::Case;

/// A date in the text.
#[derive(Clone, PartialEq, Debug)]
pub(super) struct When {
    /// First token.
    pub(super) first: usize,
    /// One past the last token.
    pub(super) end: usize,
    /// `2025-05-18`, `XXXX-WXX-7`, `2013/2014`; none where only the day of publication would tell, and that is not
    /// known.
    pub(super) iso: Option<String>,
}

/// The parts of a calendar day that the text names.
#[derive(Clone, Copy, Default)]
pub(super) struct Parts {
    /// Year.
    pub(super) year: Option<i32>,
    /// Month, from 1.
    pub(super) month: Option<u8>,
    /// Day of the month, from 1.
    pub(super) day: Option<u8>,
}

impl Parts {
    pub(super) fn iso(self) -> String {
        let year = self.year.map_or_else(|| "XXXX".to_owned(), |year| format!("{year:04}"));
        match (self.month, self.day) {
            (Some(month), Some(day)) => format!("{year}-{month:02}-{day:02}"),
            (Some(month), None) => format!("{year}-{month:02}"),
            (None, Some(day)) => format!("{year}-XX-{day:02}"),
            (None, None) => year,
        }
    }
}

impl Reader<'_> {
    /// The date that begins at the token.
    pub(super) fn when(&self, at: usize, clock: &Clock) -> Option<When> {
        let day = self
            .numeric_date(at)
            .or_else(|| self.nth_weekday(at, clock))
            .or_else(|| self.weekday_date(at, clock))
            .or_else(|| self.calendar_date(at, clock))
            .or_else(|| self.relative_day(at, clock));
        day.map(|day| self.with_part_of_day(day))
            .or_else(|| self.relative_part_of_day(at, clock))
            .or_else(|| self.relative_period(at, clock))
            .or_else(|| self.decade(at))
            .or_else(|| self.plain_year(at))
    }

    /// "Tuesday night": the day with its part, as TIMEX3 writes it.
    fn with_part_of_day(&self, day: When) -> When {
        // A day of a month or, where nobody knows of which, of a week.
        let is_day = |iso: &str| iso.len() == 10 && !iso.contains(['/', 'T', '#']);
        match self.part_of_day(day.end) {
            Some(part) if day.iso.as_deref().is_none_or(is_day) => {
                When { end: day.end + 1, iso: day.iso.map(|iso| iso + part), ..day }
            }
            _ => day,
        }
    }

    /// "morning" and the like, as TIMEX3 writes them; small letters, since "Monday Night Football" is a name.
    pub(super) fn part_of_day(&self, at: usize) -> Option<&'static str> {
        match self.word(at) {
            "morning" => Some("TMO"),
            "afternoon" => Some("TAF"),
            "evening" => Some("TEV"),
            "night" => Some("TNI"),
            _ => None,
        }
    }

    /// The month that the token names, and the token behind it.
    pub(super) fn month(&self, at: usize) -> Option<(u8, usize)> {
        let lower = self.lower(at);
        let month = month_name(lower.strip_suffix('.').unwrap_or(lower))?;
        let capital = matches!(self.case(at), Case::Title | Case::Upper);
        // "may" and "march" are verbs, and so are others when they are short.
        let sure = capital && !(matches!(lower, "may" | "march") && at == self.range.start && !self.is_number(at + 1));
        let beside_number = matches!(self.word(at + 1), "-" | "/")
            && self.touches(at)
            && self.touches(at + 1)
            && self.day(at + 2).is_some()
            || self.day(at + 1).is_some()
            || at > self.range.start && self.day(at - 1).is_some()
            || self.year(at + 1).is_some();
        let word = lower.len() > 3 && !matches!(lower, "march" | "mar." | "sept" | "june.");
        if !sure && !(beside_number || word)
            || matches!(lower, "dec" | "sun" | "mar" | "jan") && !beside_number && !capital
        {
            return None;
        }
        let dot = usize::from(
            !lower.ends_with('.') && self.word(at + 1) == "." && self.touched(at + 1) && self.is_number(at + 2),
        );
        Some((month, at + 1 + dot))
    }

    /// The month that the token names in any case: a day stands beside it.
    pub(super) fn month_of_day(&self, at: usize) -> Option<(u8, usize)> {
        let lower = self.lower(at);
        let month = month_name(lower.strip_suffix('.').unwrap_or(lower)).filter(|_| self.is_word(at))?;
        // "5 may be", "20 march on".
        let verb = matches!(lower, "may" | "march" | "mar" | "dec" | "sept") && self.case(at) == Case::Lower;
        let of = self.is(at.wrapping_sub(1), "of");
        (!verb || of || !self.is_word(at + 1)).then_some((month, at + 1))
    }

    pub(super) fn weekday(&self, at: usize) -> Option<u8> {
        let lower = self.lower(at);
        let day = weekday_name(lower.strip_suffix('.').unwrap_or(lower))?;
        // "sun", "sat" and "wed" are words, "Sun" may be a paper.
        let sure = lower.len() > 5
            || matches!(self.case(at), Case::Title)
                && lower.len() >= 3
                && (lower.ends_with('.') || self.word(at + 1) == "," || self.day(at + 1).is_some())
            || matches!(lower, "tues" | "thurs" | "wed");
        (sure && self.is_word(at)).then_some(day)
    }

    /// The day of a month: "18", "18th", "twenty-first", and the token behind it.
    pub(super) fn day(&self, at: usize) -> Option<(u8, usize)> {
        if self.is_number(at) {
            let word = self.word(at);
            let day = word.parse().ok().filter(|day| (1..=31).contains(day) && word.len() <= 2)?;
            let suffix = self.touches(at) && self.is_any(at + 1, &["st", "nd", "rd", "th"]);
            let glued = self.touches(at) && self.is_word(at + 1) && !suffix;
            return (!glued).then_some((day, at + 1 + usize::from(suffix)));
        }
        let (value, end) = self.ordinal_words(at).or_else(|| {
            let number = self
                .numeral(at, false)
                .filter(|number| !self.is_number(at) && !self.is(at, "a") && number.value.fract() == 0.0)?;
            Some((number.value, number.end))
        })?;
        (1.0..=31.0).contains(&value).then_some((value as u8, end))
    }

    /// "Sunday", "last Friday", "Monday, May 12", "Friday the 15th", "next week on Friday".
    fn weekday_date(&self, at: usize, clock: &Clock) -> Option<When> {
        let modifier = self.modifier(at);
        let mut day_at = at + usize::from(modifier.is_some());
        let mut week = 0;
        // "this week Friday", "next week on Friday".
        let week_first = modifier.is_some() && self.is(day_at, "week");
        if week_first {
            week = modifier.unwrap_or_default();
            day_at += 1 + usize::from(self.is_any(day_at + 1, &["on", ","]));
        }
        let weekday = self.weekday(day_at)?;
        let mut end = day_at + 1;
        if !week_first && modifier.is_none() {
            // A calendar date behind it says more.
            let comma = usize::from(self.word(end) == ",");
            let skip = comma + usize::from(self.is(end + comma, "the"));
            if let Some(date) = self
                .calendar_date(end + comma, clock)
                .filter(|date| !date.iso.as_deref().is_some_and(|iso| iso.len() < 8))
            {
                let iso = date.iso.map(|iso| self.year_with_weekday(iso, weekday, date.end));
                return Some(When { first: at, end: date.end, iso });
            }
            if let Some(date) = self.numeric_date(end + comma) {
                return Some(When { first: at, ..date });
            }
            // "Sunday the 18th", but not "Sunday, the first time".
            let alone =
                |end: usize| !self.is_word(end) || self.is_any(end, &["of", "at", "in", "and", "when", "after"]);
            if let Some((day, end)) = self.day(end + skip).filter(|&(_, end)| skip > comma && alone(end)) {
                let iso = clock
                    .weekday_and_day(weekday, day)
                    .unwrap_or_else(|| Parts { day: Some(day), ..Parts::default() }.iso());
                return Some(When { first: at, end, iso: Some(iso) });
            }
        }
        // "Friday next week", "Friday of this week".
        let of = usize::from(self.is(end, "of"));
        if !week_first && let Some(which) = self.modifier(end + of).filter(|_| self.is(end + of + 1, "week")) {
            week = which;
            end += of + 2;
            return Some(When { first: at, end, iso: clock.weekday_of_week(weekday, week) });
        }
        let iso = if week_first {
            clock.weekday_of_week(weekday, week)
        } else {
            let direction = modifier.unwrap_or_else(|| if self.looks_ahead(at) { 2 } else { -2 });
            clock.weekday(weekday, direction)
        };
        // "Sunday morning" stays with its day; "Sundays" are no day.
        if self.lower(day_at).ends_with("days") {
            return Some(When { first: at, end, iso: Some(format!("XXXX-WXX-{weekday}")) });
        }
        Some(When { first: at, end, iso: iso.or_else(|| Some(format!("XXXX-WXX-{weekday}"))) })
    }

    /// Where the text names no year, the nearest one in which the day falls on the weekday.
    fn year_with_weekday(&self, iso: String, weekday: u8, end: usize) -> String {
        let named = self.is_number(end - 1) && self.word(end - 1).len() == 4;
        let Some(day) = iso.parse::<CivilDate>().ok().filter(|_| !named) else { return iso };
        [0, 1, -1]
            .into_iter()
            .filter_map(|shift| CivilDate::new(day.year() + shift, day.month(), day.day()))
            .find(|day| day.weekday() == weekday)
            .map_or(iso, |day| day.to_string())
    }

    /// "the first Friday of July", "the second Monday of next month", "last Sunday in May".
    fn nth_weekday(&self, at: usize, clock: &Clock) -> Option<When> {
        let the = usize::from(self.is(at, "the"));
        let (nth, after) = self.ordinal(at + the).filter(|&(nth, _)| nth <= 5.0)?;
        let weekday = self.weekday(after)?;
        let of = after + 1;
        let month = self.is_any(of, &["of", "in"]).then(|| {
            if let Some(which) = self.modifier(of + 1).filter(|_| self.is(of + 2, "month")) {
                return Some((
                    clock.month(which).map(|(year, _)| year),
                    clock.month(which).map(|(_, month)| month),
                    of + 3,
                ));
            }
            let (month, end) = self.month_of_day(of + 1)?;
            let year = self.trailing_year(end);
            let end = year.map_or(end, |(_, end)| end);
            Some((year.map(|(year, _)| year), Some(month), end))
        });
        let (year, month, end) = match month.flatten() {
            Some(found) => found,
            None if the == 0 && !self.is_word(of) => (None, None, of),
            None => return None,
        };
        let month = month.map_or_else(|| "XX".to_owned(), |month| format!("{month:02}"));
        let year = year.map_or_else(|| "XXXX".to_owned(), |year| format!("{year:04}"));
        Some(When { first: at, end, iso: Some(format!("{year}-{month}-WXX-{weekday}-#{}", nth as u8)) })
    }

    /// "May 18, 2025", "18 May", "the 18th of May 2025", "May 2025", "May 3-5", "the first Friday of July".
    fn calendar_date(&self, at: usize, clock: &Clock) -> Option<When> {
        let may = self.month_of_day(at).filter(|&(_, after)| {
            self.is(after, "the")
                && self.day(after + 1).is_some_and(|(_, end)| end > after + 2 || !self.is_number(after + 1))
        });
        if let Some((month, after)) = self.month(at).or(may) {
            let separator = usize::from(
                matches!(self.word(after), "-" | "/" | ",") && (self.touched(after) || self.word(after) == ","),
            );
            let the = usize::from(self.is(after + separator, "the"));
            let day = self.day(after + separator + the).filter(|_| {
                separator == 0
                    || self.word(after) != ","
                    || the == 0 && !self.is_number(after + 1)
                    || self.is_any(after + 2, &["st", "nd", "rd", "th"])
            });
            if let Some((day, end)) = day.filter(|&(_, end)| !self.is_unit_of(end)) {
                return Some(self.with_year(at, end, month, day, clock));
            }
            return self.month_alone(at, month, after, clock);
        }
        let the = usize::from(self.is(at, "the"));
        let (day, after) = self.day(at + the).filter(|_| !self.touched(at + the) || the == 1)?;
        let dot = usize::from(self.word(after) == "." && self.touched(after));
        let joined =
            dot + usize::from(self.is(after + dot, "of") || self.is_dash(after + dot) && self.touched(after + dot));
        if let Some((month, end)) =
            self.month_of_day(after + joined).filter(|_| !(self.is_hyphen(after) && self.is_number(after + 1)))
        {
            return Some(self.with_year(at + the, end, month, day, clock));
        }
        // "10-12 May", "3 to 5 May".
        let link = self.is_dash(after) || self.is(after, "to") || self.is(after, "and");
        if link
            && let Some((last, after)) = self.day(after + 1)
            && let Some((month, end)) = self.month(after)
            && last > day
            && the == 0
        {
            let mut date = self.with_year(at, end, month, last, clock);
            date.iso = date.iso.map(|iso| format!("{}-{day:02}/{iso}", &iso[..iso.len().saturating_sub(3)]));
            return Some(date);
        }
        // "20th of next month", "the 27th" on its own behind "on".
        let of = usize::from(self.is(after, "of"));
        if let Some(which) = self.modifier(after + of).filter(|_| self.is(after + of + 1, "month")) {
            let (year, month) = clock.month(which).unzip();
            return Some(When {
                first: at,
                end: after + of + 2,
                iso: Some(Parts { year, month, day: Some(day) }.iso()),
            });
        }
        let ordinal = the == 1 || after > at + 1 || !self.is_number(at);
        let cardinal = the == 0 && !self.is_number(at) && self.ordinal_words(at).is_none();
        let cued = self.is_any(at.wrapping_sub(1), &["on", "for", "until", "since"])
            && (the == 1 || self.is(at.wrapping_sub(1), "on"));
        let closed = !self.is_word(after) || self.is_any(after, &["and", "to", "at", "but"]);
        (ordinal
            && !cardinal
            && cued
            && closed
            && !self.is_hyphen(after)
            && self.kind(after) != Some(crate::token::TokenKind::Symbol))
        .then(|| When { first: at, end: after, iso: Some(Parts { day: Some(day), ..Parts::default() }.iso()) })
    }

    /// Whether the number before belongs to what follows it: "May 100 metres", "March 20 people"…
    fn is_unit_of(&self, at: usize) -> bool {
        self.percent(at).is_some()
            || matches!(self.word(at), ":") && self.touched(at)
            || self.is_any(at, &["million", "billion", "thousand", "people"])
    }

    pub(super) fn with_year(&self, first: usize, mut end: usize, month: u8, day: u8, clock: &Clock) -> When {
        let mut last = None;
        // "May 3-5", "May 3 to 5".
        let link = self.is_dash(end) && self.touched(end) || self.is(end, "to") && self.is_number(end + 1);
        if let Some((until, after)) = self
            .day(end + 1)
            .filter(|&(until, after)| link && until > day && self.month(after).is_none() && !self.is_hyphen(after))
        {
            last = Some(until);
            end = after;
        }
        let year = self.trailing_year(end);
        if let Some((_, after)) = year {
            end = after;
        }
        let year = year.map(|(year, _)| year).or_else(|| clock.year_of(month, day, self.looks_ahead(first)));
        let begin = Parts { year, month: Some(month), day: Some(day) }.iso();
        let iso = match last {
            Some(_) => format!("{begin}/{}", Parts { year, month: Some(month), day: last }.iso()),
            None => begin,
        };
        When { first, end, iso: Some(iso) }
    }

    /// "May 2025", "in May", "May of last year"; the day is not told.
    fn month_alone(&self, at: usize, month: u8, after: usize, clock: &Clock) -> Option<When> {
        let lower = self.lower(at);
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
        let found = self.trailing_year(after);
        let end = found.map_or(after, |(_, end)| end);
        let cued = self.is_any(
            at.wrapping_sub(1),
            &[
                "in", "since", "until", "by", "last", "next", "this", "from", "of", "early", "late", "mid", "during",
                "between", "before", "after", "to", "and", "for", "through", "till", "their", "his", "its",
            ],
        ) || self.is_hyphen(at.wrapping_sub(1));
        // "May said", "April Jones": without a cue a month that is a name or a verb is none.
        if found.is_none() && verb && !cued || self.case(at) == Case::Lower && found.is_none() && !cued {
            return None;
        }
        let named = found.is_none() && self.case(end) == Case::Title && !cued && self.month(end).is_none();
        if named {
            return None;
        }
        let year = found.map(|(year, _)| year).or_else(|| clock.year_of(month, 1, self.looks_ahead(at)));
        Some(When { first: at, end, iso: Some(Parts { year, month: Some(month), day: None }.iso()) })
    }
}
