//! Days, months, years and other points and stretches of time, with their ISO 8601 / TIMEX3 values.

use super::{
    anchor::{Clock, month_name, season, weekday_name},
    reader::Reader,
    words::{NumberWord, number_word},
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
struct Parts {
    year: Option<i32>,
    month: Option<u8>,
    day: Option<u8>,
}

impl Parts {
    fn iso(self) -> String {
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
        self.numeric_date(at)
            .or_else(|| self.nth_weekday(at, clock))
            .or_else(|| self.weekday_date(at, clock))
            .or_else(|| self.calendar_date(at, clock))
            .or_else(|| self.relative_day(at, clock))
            .or_else(|| self.relative_period(at, clock))
            .or_else(|| self.decade(at))
            .or_else(|| self.plain_year(at))
    }

    /// The month that the token names, and the token behind it.
    fn month(&self, at: usize) -> Option<(u8, usize)> {
        let lower = self.lower(at);
        let month = month_name(lower.strip_suffix('.').unwrap_or(&lower))?;
        let capital = matches!(self.case(at), Case::Title | Case::Upper);
        // "may" and "march" are verbs, and so are others when they are short.
        let sure =
            capital && !(matches!(&*lower, "may" | "march") && at == self.range.start && !self.is_number(at + 1));
        let beside_number = matches!(self.word(at + 1), "-" | "/")
            && self.touches(at)
            && self.touches(at + 1)
            && self.day(at + 2).is_some()
            || self.day(at + 1).is_some()
            || at > self.range.start && self.day(at - 1).is_some()
            || self.year(at + 1).is_some();
        let word = lower.len() > 3 && !matches!(&*lower, "march" | "mar." | "sept" | "june.");
        if !sure && !(beside_number || word)
            || matches!(&*lower, "dec" | "sun" | "mar" | "jan") && !beside_number && !capital
        {
            return None;
        }
        let dot = usize::from(
            !lower.ends_with('.') && self.word(at + 1) == "." && self.touched(at + 1) && self.is_number(at + 2),
        );
        Some((month, at + 1 + dot))
    }

    /// The month that the token names in any case: a day stands beside it.
    fn month_of_day(&self, at: usize) -> Option<(u8, usize)> {
        let lower = self.lower(at);
        let month = month_name(lower.strip_suffix('.').unwrap_or(&lower)).filter(|_| self.is_word(at))?;
        // "5 may be", "20 march on".
        let verb = matches!(&*lower, "may" | "march" | "mar" | "dec" | "sept") && self.case(at) == Case::Lower;
        let of = self.is(at.wrapping_sub(1), "of");
        (!verb || of || !self.is_word(at + 1)).then_some((month, at + 1))
    }

    fn weekday(&self, at: usize) -> Option<u8> {
        let lower = self.lower(at);
        let day = weekday_name(lower.strip_suffix('.').unwrap_or(&lower))?;
        // "sun", "sat" and "wed" are words, "Sun" may be a paper.
        let sure = lower.len() > 5
            || matches!(self.case(at), Case::Title)
                && lower.len() >= 3
                && (lower.ends_with('.') || self.word(at + 1) == "," || self.day(at + 1).is_some())
            || matches!(&*lower, "tues" | "thurs" | "wed");
        (sure && self.is_word(at)).then_some(day)
    }

    /// The day of a month: "18", "18th", "twenty-first", and the token behind it.
    fn day(&self, at: usize) -> Option<(u8, usize)> {
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

    /// A year in four digits, or in words: "nineteen seventy eight".
    fn year(&self, at: usize) -> Option<(i32, usize)> {
        let word = self.word(at);
        if self.is_number(at) {
            let year = word.parse().ok().filter(|year| (1000..2200).contains(year) && word.len() == 4)?;
            let glued = self.touches(at) && self.is_word(at + 1);
            return (!glued).then_some((year, at + 1));
        }
        let century = match number_word(&self.lower(at))? {
            NumberWord::Small(century) if (15.0..20.0).contains(&century) => century,
            NumberWord::Tens(20.0) | NumberWord::Small(2.0) => 20.0,
            _ => return None,
        };
        if self.is(at, "two") {
            let number = self.numeral(at, false).filter(|number| (2000.0..2100.0).contains(&number.value))?;
            return Some((number.value as i32, number.end));
        }
        let zero = usize::from(self.is_any(at + 1, &["zero", "oh"]));
        let rest = self
            .numeral(at + 1 + zero, false)
            .filter(|rest| rest.value < 100.0 && rest.value >= 1.0 && !self.is_number(at + 1))?;
        (rest.value >= 10.0 || zero == 1).then_some((century as i32 * 100 + rest.value as i32, rest.end))
    }

    /// A year behind a day and month: ", 2016", "of 2016", "'16".
    fn trailing_year(&self, at: usize) -> Option<(i32, usize)> {
        let skip = usize::from(matches!(self.word(at), "," | "of" | "-" | "/"));
        self.year(at + skip).or_else(|| {
            let short =
                skip == 1 && self.word(at) == "," && self.touches(at) || matches!(self.word(at), "'" | "’" | "-" | "/");
            let year: i32 =
                self.word(at + 1).parse().ok().filter(|_| short && self.touches(at) && self.word(at + 1).len() == 2)?;
            Some((full_year(year), at + 2))
        })
    }

    /// `2015-08-12`, `21/04/2016`, `4/22`, `13.5.2015`, `2019-sep-1`.
    fn numeric_date(&self, at: usize) -> Option<When> {
        if !self.is_number(at) || self.touched(at) && !matches!(self.word(at - 1), "(" | "[" | "\"" | "“") {
            return None;
        }
        // The lexer reads dots between digits as one number.
        if let Some(date) = self.dotted_date(at) {
            return Some(date);
        }
        let separator = self.word(at + 1);
        if !matches!(separator, "-" | "/") || !self.touches(at) || !self.touches(at + 1) {
            return None;
        }
        let number = |at: usize| self.word(at).parse::<i32>().ok().filter(|_| self.is_number(at));
        let first = number(at)?;
        let second = number(at + 2).or_else(|| month_name(&self.lower(at + 2)).map(i32::from))?;
        let three = self.word(at + 3) == separator && self.touched(at + 3) && self.touches(at + 3)
            || self.word(at + 3) == "," && self.touches(at + 3);
        let third = number(at + 4)
            .filter(|_| three && matches!(self.word(at + 4).len(), 2 | 4) || three && self.word(at).len() == 4);
        let (parts, end) = match third {
            Some(day) if self.word(at).len() == 4 => {
                (Parts { year: Some(first), month: month_of(second), day: day_of(day) }, at + 5)
            }
            Some(year) => {
                let (month, day) = if first > 12 { (second, first) } else { (first, second) };
                (Parts { year: Some(full_year(year)), month: month_of(month), day: day_of(day) }, at + 5)
            }
            // Two numbers alone are a date behind "on", and not at all a fraction or a score.
            None => {
                let slash = separator == "/"
                    && self.slashed(at).is_none()
                    && first < 32
                    && (first, second) != (24, 7)
                    && first != second;
                let cued =
                    slash || self.is_any(at.wrapping_sub(1), &["on", "until", "since"]) || self.at_weekday_before(at);
                let cued = cued && !self.is_measured(at + 2);
                let (month, day) = if first > 12 { (second, first) } else { (first, second) };
                if !cued
                    || self.word(at).len() > 2
                    || self.word(at + 2).len() > 2
                    || self.word(at + 3) == separator
                    || self.is_word(at + 3) && self.touched(at + 3)
                {
                    return None;
                }
                (Parts { year: None, month: month_of(month), day: day_of(day) }, at + 3)
            }
        };
        if parts.month.is_none() || parts.day.is_none() || self.touched(end) && self.is_dash(end) {
            return None;
        }
        Some(When { first: at, end, iso: Some(parts.iso()) })
    }

    fn at_weekday_before(&self, at: usize) -> bool {
        at > self.range.start && self.weekday(at - 1).is_some()
    }

    /// `13.5.2015`, `2015.5.13`, `16. nov. 2016`.
    fn dotted_date(&self, at: usize) -> Option<When> {
        let mut numbers = self.word(at).split('.').map(|part| part.parse::<i32>().ok());
        let (first, second, third) = (numbers.next()??, numbers.next()??, numbers.next()??);
        let (year, month, day) = if first > 999 { (first, second, third) } else { (third, second, first) };
        let parts = Parts { year: Some(full_year(year)), month: month_of(month), day: day_of(day) };
        (numbers.next().is_none() && parts.month.is_some() && parts.day.is_some() && (year > 999 || year > 31))
            .then(|| When { first: at, end: at + 1, iso: Some(parts.iso()) })
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
                return Some(When { first: at, ..date });
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

    /// Whether the sentence tells of what is to come.
    fn looks_ahead(&self, at: usize) -> bool {
        // A window, so that a text without full stops takes no longer.
        let mut near = self.range.start.max(at.saturating_sub(40))..self.range.end.min(at + 40);
        let present = at >= self.range.start + 2 && self.is_any(at - 1, &["on"]) && self.is_any(at - 2, &["is", "are"]);
        present
            || near.any(|at| {
                let ahead = ["will", "due", "scheduled", "planned", "upcoming", "plans", "expected", "'ll", "shall"];
                self.is_any(at, &ahead)
            })
    }

    /// -1 for "last", 0 for "this", 1 for "next".
    fn modifier(&self, at: usize) -> Option<i32> {
        match &*self.lower(at) {
            "last" | "previous" | "past" => Some(-1),
            "this" | "current" => Some(0),
            "next" | "coming" | "following" => Some(1),
            _ => None,
        }
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

    fn with_year(&self, first: usize, mut end: usize, month: u8, day: u8, clock: &Clock) -> When {
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
            &*lower,
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

    /// "today", "yesterday", "the day after tomorrow".
    fn relative_day(&self, at: usize, clock: &Clock) -> Option<When> {
        let the = usize::from(self.is(at, "the"));
        let (shift, first) = if self.is(at + the, "day") && self.is_any(at + the + 1, &["after", "before"]) {
            (if self.is(at + the + 1, "after") { 1 } else { -1 }, at + the + 2)
        } else {
            (0, at)
        };
        let day = match &*self.lower(first) {
            "today" | "tonight" => 0,
            "tomorrow" | "tmrw" | "tmr" => 1,
            "yesterday" => -1,
            _ => return None,
        };
        if shift != 0 && day == 0 {
            return None;
        }
        // "USA Today".
        if at > self.range.start
            && shift == 0
            && self.case(first) == Case::Title
            && matches!(self.case(at - 1), Case::Title | Case::Upper)
        {
            return None;
        }
        let iso = clock.today.and_then(|today| today.plus_days(day + shift)).map(|date| date.to_string());
        Some(When { first: at, end: first + 1, iso })
    }

    /// "last month", "next year", "this week", "the summer of 2016", "the third quarter".
    fn relative_period(&self, at: usize, clock: &Clock) -> Option<When> {
        if let Some(which) = self.modifier(at) {
            let period = self.lower(at + 1);
            let iso = match &*period {
                "year" => clock.today.map(|today| format!("{:04}", today.year() + which)),
                "month" => clock.month(which).map(|(year, month)| format!("{year:04}-{month:02}")),
                "week" => clock.week(which),
                "weekend" => clock.week(which).map(|week| format!("{week}-WE")),
                "decade" => clock.today.map(|today| format!("{:03}X", today.year().div_euclid(10) + which)),
                "quarter" => clock.quarter(which),
                "spring" | "summer" | "autumn" | "fall" | "winter" => {
                    clock.today.map(|today| format!("{:04}-{}", today.year() + which.min(0), season(&period)))
                }
                "century" => None,
                _ => {
                    let (month, end) = self.month(at + 1)?;
                    let year = clock.today.map(|today| {
                        today.year()
                            + match which {
                                -1 if month >= today.month() => -1,
                                1 if month <= today.month() => 1,
                                _ => 0,
                            }
                    });
                    return Some(When {
                        first: at,
                        end,
                        iso: Some(Parts { year, month: Some(month), day: None }.iso()),
                    });
                }
            };
            // "the past year" is a stretch, "this year's" a date all the same.
            if self.is(at, "past") || self.is(at, "current") || self.is(at, "following") && iso.is_none() {
                return None;
            }
            return Some(When { first: at, end: at + 2, iso });
        }
        let lower = self.lower(at);
        if matches!(&*lower, "spring" | "summer" | "autumn" | "fall" | "winter") {
            let of = usize::from(self.is(at + 1, "of"));
            let (year, end) = self.year(at + 1 + of)?;
            return Some(When { first: at, end, iso: Some(format!("{year:04}-{}", season(&lower))) });
        }
        // "the third quarter of 2024", "Q3 2024".
        let quarter = match &*lower {
            "q1" => Some((1, at + 1)),
            "q2" => Some((2, at + 1)),
            "q3" => Some((3, at + 1)),
            "q4" => Some((4, at + 1)),
            _ => {
                let hyphen = usize::from(self.is_hyphen(at + 1));
                match number_word(&lower) {
                    Some(NumberWord::Ordinal(value)) if value <= 4.0 && self.is(at + 1 + hyphen, "quarter") => {
                        Some((value as u8, at + 2 + hyphen))
                    }
                    _ => None,
                }
            }
        };
        let (quarter, after) = quarter?;
        let of = usize::from(self.is_any(after, &["of", ","]));
        let found = self.year(after + of);
        let end = found.map_or(after, |(_, end)| end);
        let year = found.map_or_else(|| "XXXX".to_owned(), |(year, _)| year.to_string());
        Some(When { first: at, end, iso: Some(format!("{year}-Q{quarter}")) })
    }

    /// "the 1990s", "the '80s", "the 21st century".
    fn decade(&self, at: usize) -> Option<When> {
        let word = self.word(at);
        if self.is_number(at) {
            let clitic = usize::from(matches!(self.word(at + 1), "'" | "’") && self.touches(at));
            let plural = self.is(at + 1 + clitic, "s") && self.touches(at) && (clitic == 0 || self.touches(at + 1));
            if plural && word.len() == 4 && word.ends_with('0') && matches!(&word[..1], "1" | "2") {
                let iso = if word.ends_with("00") { format!("{}XX", &word[..2]) } else { format!("{}X", &word[..3]) };
                return Some(When { first: at, end: at + 2 + clitic, iso: Some(iso) });
            }
            // "the '80s"; "in his 20s" is an age.
            let apostrophe = self.touched(at) && matches!(self.word(at - 1), "'" | "’" | "‘");
            if plural
                && word.len() == 2
                && word.ends_with('0')
                && (apostrophe || self.is_any(at.wrapping_sub(1), &["the", "early", "late", "and", "or"]))
            {
                let century = if word.starts_with(['0', '1', '2']) { 20 } else { 19 };
                let first = if apostrophe { at - 1 } else { at };
                return Some(When { first, end: at + 2 + clitic, iso: Some(format!("{century}{}X", &word[..1])) });
            }
        }
        let (value, end) = self.ordinal(at)?;
        let hyphen = usize::from(self.is_hyphen(end));
        (self.is_any(end + hyphen, &["century", "centuries"]) && value <= 30.0).then(|| When {
            first: at,
            end: end + hyphen + 1,
            iso: Some(format!("{:02}XX", value as i32 - 1)),
        })
    }

    /// A year on its own, with the ranges that years make: "in 1990", "2013-14", "from 2015 to 2017".
    fn plain_year(&self, at: usize) -> Option<When> {
        if self.touched(at)
            && (self.is_hyphen(at - 1) && !self.is_any(at.wrapping_sub(2), &["mid", "pre", "post", "early", "late"])
                || matches!(self.word(at - 1), "/" | "$" | "£" | "€" | "#" | "+" | "."))
        {
            return None;
        }
        let (year, after) = self.year(at).filter(|_| self.is_number(at))?;
        if !(1500..2100).contains(&year) && !self.is_any(at.wrapping_sub(1), &["in", "since", "year"]) {
            return None;
        }
        // "2013-14", "2015-2017", "2015 to 2017".
        let link = self.is_dash(after) && self.touched(after) && self.touches(after)
            || self.is(after, "to") && self.is(at.wrapping_sub(1), "from")
            || self.is(after, "and") && self.is(at.wrapping_sub(1), "between");
        if link && self.is_number(after + 1) {
            let word = self.word(after + 1);
            let until = match word.len() {
                4 => self.year(after + 1).map(|(until, _)| until),
                2 if self.is_dash(after) => word.parse::<i32>().ok().map(|short| year - year % 100 + short),
                _ => None,
            };
            if let Some(until) = until.filter(|&until| until > year && until - year < 200) {
                return Some(When { first: at, end: after + 2, iso: Some(format!("{year:04}/{until:04}")) });
            }
        }
        if self.is_hyphen(after) && self.touched(after) {
            return None;
        }
        if matches!(self.word(after), "%" | "°" | "/") && self.touched(after) || self.percent(after).is_some() {
            return None;
        }
        let cued = self.is_any(
            at.wrapping_sub(1),
            &[
                "in", "since", "until", "till", "by", "from", "of", "during", "between", "before", "after", "early",
                "late", "mid", "year", "to", "and", "through", "summer", "winter", "spring", "autumn", "fall", "circa",
                "for", "on", "-", "than", "or", "around", "about", "its", "their",
            ],
        );
        // "1,900 people" has a comma; "1900 people" counts, "the 2016 election" dates.
        let described = self.is_any(at.wrapping_sub(1), &["the", "a", "its", "their", "his", "her"])
            && (1900..2060).contains(&year)
            || self.kind(at.wrapping_sub(1)) == Some(crate::token::TokenKind::Clitic);
        // "The end of 2015 leaves the race open": what can be a verb is one behind a year.
        let acting = (1900..2060).contains(&year)
            && (self.speech(after).is_finite()
                || self.is(at.wrapping_sub(1), "of")
                    && self.is_any(
                        at.wrapping_sub(2),
                        &["end", "start", "beginning", "middle", "spring", "summer", "autumn", "fall", "winter"],
                    ));
        let counted =
            self.is_word(after) && (self.is_plural_noun(after) && !described && !acting || self.is_measured(at));
        let weak = self.is_any(
            at.wrapping_sub(1),
            &["to", "by", "of", "for", "on", "and", "than", "or", "about", "around", "from", "between"],
        );
        let free = !counted
            && (cued
                || described
                || self.is(at.wrapping_sub(1), "the")
                || self.kind(at.wrapping_sub(1)) == Some(crate::token::TokenKind::Clitic)
                || !self.is_word(after)
                || self.case(at.wrapping_sub(1)) == Case::Lower
                || at == self.range.start);
        let round = year % 100 == 0;
        let likely = (1900..2060).contains(&year) || (!weak || !self.is_word(after)) && (1500..2100).contains(&year);
        (free && likely && !(round && weak && counted)).then(|| When {
            first: at,
            end: after,
            iso: Some(format!("{year:04}")),
        })
    }

    /// Whether a unit stands behind the number.
    fn is_measured(&self, at: usize) -> bool {
        self.quantity(at).is_some_and(|quantity| quantity.unit.is_some())
    }
}

/// Two digits of a year: up to 49 in this century.
fn full_year(year: i32) -> i32 {
    match year {
        0..=49 => 2000 + year,
        50..=99 => 1900 + year,
        _ => year,
    }
}

fn month_of(number: i32) -> Option<u8> {
    (1..=12).contains(&number).then_some(number as u8)
}

fn day_of(number: i32) -> Option<u8> {
    (1..=31).contains(&number).then_some(number as u8)
}
