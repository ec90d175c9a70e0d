//! Points and stretches of time that count from the day of publication or from another: "yesterday", "last month".

use super::{
    anchor::{Clock, season},
    reader::Reader,
    when::{Parts, When},
    words::{NumberWord, number_word},
};
use crate::tag::Case;

impl Reader<'_> {
    /// -1 for "last", 0 for "this", 1 for "next".
    pub(super) fn modifier(&self, at: usize) -> Option<i32> {
        match self.lower(at) {
            "last" | "previous" | "past" => Some(-1),
            "this" | "current" => Some(0),
            "next" | "coming" | "following" => Some(1),
            _ => None,
        }
    }

    /// "today", "yesterday", "the day after tomorrow".
    pub(super) fn relative_day(&self, at: usize, clock: &Clock) -> Option<When> {
        let the = usize::from(self.is(at, "the"));
        let (shift, first) = if self.is(at + the, "day") && self.is_any(at + the + 1, &["after", "before"]) {
            (if self.is(at + the + 1, "after") { 1 } else { -1 }, at + the + 2)
        } else {
            (0, at)
        };
        let day = match self.lower(first) {
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
        let part = if self.is(first, "tonight") { "TNI" } else { "" };
        let iso = clock.today.and_then(|today| today.plus_days(day + shift)).map(|date| format!("{date}{part}"));
        Some(When { first: at, end: first + 1, iso })
    }

    /// "this morning", "last night".
    pub(super) fn relative_part_of_day(&self, at: usize, clock: &Clock) -> Option<When> {
        let part = self.part_of_day(at + 1)?;
        let day = match self.lower(at) {
            "this" => 0,
            "last" if matches!(part, "TNI" | "TEV") => -1,
            _ => return None,
        };
        let iso = clock.today.and_then(|today| today.plus_days(day)).map(|date| format!("{date}{part}"));
        Some(When { first: at, end: at + 2, iso })
    }

    /// "last month", "next year", "this week", "the summer of 2016", "the third quarter".
    pub(super) fn relative_period(&self, at: usize, clock: &Clock) -> Option<When> {
        // "the following day": a point of the story, which no calendar tells.
        if self.is(at, "the")
            && self.is_any(at + 1, &["next", "following", "previous", "preceding", "same"])
            && self.is_any(
                at + 2,
                &["day", "morning", "afternoon", "evening", "night", "week", "weekend", "month", "year"],
            )
            && !self.is_any(at.wrapping_sub(1), &["over", "for", "in", "within", "during"])
        {
            return Some(When { first: at, end: at + 3, iso: None });
        }
        // "the end of the year": of the year in which it was written.
        if self.is_any(at, &["end", "start", "beginning", "middle"]) && self.is(at + 1, "of") && self.is(at + 2, "the")
        {
            let iso = match self.lower(at + 3) {
                "year" => clock.today.map(|today| format!("{:04}", today.year())),
                "month" => clock.month(0).map(|(year, month)| format!("{year:04}-{month:02}")),
                "week" => clock.week(0),
                "decade" => clock.today.map(|today| format!("{:03}X", today.year().div_euclid(10))),
                _ => return None,
            };
            // "the end of the year in which": some other one.
            let other = self.is_any(at + 4, &["in", "of", "when", "that", "to"]);
            return (!other).then_some(When { first: at, end: at + 4, iso });
        }
        // "over the weekend".
        if self.is(at, "the") && self.is(at + 1, "weekend") && self.is_any(at.wrapping_sub(1), &["over", "at", "on"]) {
            let which = if self.looks_ahead(at) { 0 } else { -1 };
            return Some(When { first: at, end: at + 2, iso: clock.week(which).map(|week| format!("{week}-WE")) });
        }
        let latest = self.is(at, "latest") && self.is_any(at + 1, &["quarter", "month", "week", "year"]);
        if let Some(which) = self.modifier(at).or(latest.then_some(-1)) {
            let period = self.lower(at + 1);
            let iso = match period {
                "year" => clock.today.map(|today| format!("{:04}", today.year() + which)),
                "month" => clock.month(which).map(|(year, month)| format!("{year:04}-{month:02}")),
                "week" => clock.week(which),
                "weekend" => clock.week(which).map(|week| format!("{week}-WE")),
                "decade" => clock.today.map(|today| format!("{:03}X", today.year().div_euclid(10) + which)),
                "quarter" => clock.quarter(which),
                "spring" | "summer" | "autumn" | "fall" | "winter" => {
                    clock.today.map(|today| format!("{:04}-{}", today.year() + which.min(0), season(period)))
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
        if matches!(lower, "spring" | "summer" | "autumn" | "fall" | "winter") {
            let of = usize::from(self.is(at + 1, "of"));
            let (year, end) = self.year(at + 1 + of)?;
            return Some(When { first: at, end, iso: Some(format!("{year:04}-{}", season(lower))) });
        }
        // "the third quarter of 2024", "Q3 2024".
        let quarter = match lower {
            "q1" => Some((1, at + 1)),
            "q2" => Some((2, at + 1)),
            "q3" => Some((3, at + 1)),
            "q4" => Some((4, at + 1)),
            _ => {
                let hyphen = usize::from(self.is_hyphen(at + 1));
                match number_word(lower) {
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
        // "the third quarter of last year", "of this year".
        let said = self.modifier(after + of).filter(|_| of == 1 && found.is_none() && self.is(after + 2, "year"));
        if let (Some(which), Some(today)) = (said, clock.today) {
            return Some(When {
                first: at,
                end: after + 3,
                iso: Some(format!("{:04}-Q{quarter}", today.year() + which)),
            });
        }
        // Without a year, it is the last one that has begun, or the next one that is not over.
        let near = || {
            let today = clock.today?;
            let now = (today.month() - 1) / 3 + 1;
            let shift = match self.looks_ahead(at) {
                true if quarter < now => 1,
                false if quarter > now => -1,
                _ => 0,
            };
            Some((today.year() + shift, end))
        };
        let year = found.or_else(near).map_or_else(|| "XXXX".to_owned(), |(year, _)| year.to_string());
        Some(When { first: at, end, iso: Some(format!("{year}-Q{quarter}")) })
    }
}
