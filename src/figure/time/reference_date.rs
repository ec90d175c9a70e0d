//! The day that relative dates count from.

use crate::text::CivilDate;

/// What relative dates count from, and which way bare weekdays point.
pub(in crate::figure) struct ReferenceDate {
    /// The day of publication.
    pub(in crate::figure) today: Option<CivilDate>,
}

impl ReferenceDate {
    /// The weekday nearest to publication: -2 the last one or the day itself, 2 the next one or the day itself, -1, 0
    /// and 1 that of "last", "this" and "next".
    pub(super) fn weekday(&self, weekday: u8, direction: i32) -> Option<String> {
        let today = self.today?;
        let shift = i32::from(weekday) - i32::from(today.weekday());
        let days = match direction {
            -2 => -(-shift).rem_euclid(7),
            2 => shift.rem_euclid(7),
            -1 => -((-shift - 1).rem_euclid(7) + 1),
            0 => shift,
            _ => 7 + shift,
        };
        today.plus_days(days).map(|date| date.to_string())
    }

    /// The day of the month nearest to publication that falls on the weekday; the past before the future.
    pub(super) fn weekday_and_day(&self, weekday: u8, day: u8) -> Option<String> {
        let today = self.today?;
        let fits = |shift: &i32| {
            today
                .plus_days(*shift)
                .filter(|date| date.weekday() == weekday && date.day() == day)
                .map(|date| date.to_string())
        };
        (-40..=0).rev().find_map(|shift| fits(&shift)).or_else(|| (1..=40).find_map(|shift| fits(&shift)))
    }

    pub(super) fn weekday_of_week(&self, weekday: u8, week: i32) -> Option<String> {
        let today = self.today?;
        today.plus_days(i32::from(weekday) - i32::from(today.weekday()) + 7 * week).map(|date| date.to_string())
    }

    /// Year and month so many months from publication's.
    pub(super) fn month(&self, shift: i32) -> Option<(i32, u8)> {
        let today = self.today?;
        let months = today.year() * 12 + i32::from(today.month()) - 1 + shift;
        Some((months.div_euclid(12), months.rem_euclid(12) as u8 + 1))
    }

    /// ISO week: the year is that of its Thursday.
    pub(super) fn week(&self, shift: i32) -> Option<String> {
        let today = self.today?;
        let thursday = today.plus_days(4 - i32::from(today.weekday()) + 7 * shift)?;
        let first = CivilDate::new(thursday.year(), 1, 1)?;
        let week = (thursday.days_since_epoch() - first.days_since_epoch()) / 7 + 1;
        Some(format!("{:04}-W{week:02}", thursday.year()))
    }

    pub(super) fn quarter(&self, shift: i32) -> Option<String> {
        let today = self.today?;
        let quarters = today.year() * 4 + (i32::from(today.month()) - 1) / 3 + shift;
        Some(format!("{:04}-Q{}", quarters.div_euclid(4), quarters.rem_euclid(4) + 1))
    }

    /// The year of a month and day without one: the nearest that fits the sentence's time.
    pub(super) fn year_of(&self, month: u8, day: u8, ahead: bool) -> Option<i32> {
        let today = self.today?;
        let passed = (month, day) <= (today.month(), today.day());
        let year = match (passed, ahead) {
            (true, true) if (month, day) < (today.month(), today.day()) => today.year() + 1,
            (false, false) => today.year() - 1,
            _ => today.year(),
        };
        // There is no 29 February in most years, and no 30th in any.
        CivilDate::new(year, month, day).map(CivilDate::year)
    }
}
