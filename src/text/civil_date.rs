//! Days of the Gregorian calendar.

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::{fmt, str::FromStr};

/// A day of the Gregorian calendar, written `2025-05-18`.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct CivilDate {
    year: i32,
    month: u8,
    day: u8,
}

impl CivilDate {
    /// None where there is no such day, or the year is not between 1 and 9999.
    pub fn new(year: i32, month: u8, day: u8) -> Option<Self> {
        let exists =
            (1..=9999).contains(&year) && (1..=12).contains(&month) && day >= 1 && day <= days_in_month(year, month);
        exists.then_some(Self { year, month, day })
    }

    /// Year.
    pub fn year(self) -> i32 {
        self.year
    }

    /// Month, 1 to 12.
    pub fn month(self) -> u8 {
        self.month
    }

    /// Day of the month, from 1.
    pub fn day(self) -> u8 {
        self.day
    }

    /// Days since 1970-01-01; the algorithm is Howard Hinnant's `days_from_civil`.
    pub fn days_since_epoch(self) -> i32 {
        let year = self.year - i32::from(self.month <= 2);
        let era = year.div_euclid(400);
        let year_of_era = year.rem_euclid(400);
        let month = (i32::from(self.month) + 9) % 12;
        let day_of_year = (153 * month + 2) / 5 + i32::from(self.day) - 1;
        let day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
        era * 146_097 + day_of_era - 719_468
    }

    /// The inverse of [`days_since_epoch`](Self::days_since_epoch); none outside the years 1 to 9999.
    pub fn from_days(days: i32) -> Option<Self> {
        let shifted = days.checked_add(719_468)?;
        let era = shifted.div_euclid(146_097);
        let day_of_era = shifted.rem_euclid(146_097);
        let year_of_era = (day_of_era - day_of_era / 1_460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
        let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        let shifted_month = (5 * day_of_year + 2) / 153;
        let day = day_of_year - (153 * shifted_month + 2) / 5 + 1;
        let month = if shifted_month < 10 { shifted_month + 3 } else { shifted_month - 9 };
        let year = year_of_era + era * 400 + i32::from(month <= 2);
        Self::new(year, month as u8, day as u8)
    }

    /// The day so many days later, or earlier.
    pub fn plus_days(self, days: i32) -> Option<Self> {
        Self::from_days(self.days_since_epoch().checked_add(days)?)
    }

    /// 1 for Monday to 7 for Sunday, as in ISO 8601.
    pub fn weekday(self) -> u8 {
        ((self.days_since_epoch() + 3).rem_euclid(7) + 1) as u8
    }
}

/// Days in a month, leap years minded.
fn days_in_month(year: i32, month: u8) -> u8 {
    match month {
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

impl fmt::Display for CivilDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

/// Not a day of the form `2025-05-18`.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct NotADate;

impl fmt::Display for NotADate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("not a day of the form YYYY-MM-DD")
    }
}

impl std::error::Error for NotADate {}

impl FromStr for CivilDate {
    type Err = NotADate;

    /// Reads `2025-05-18`; what follows a `T` is left aside, so that JavaScript's dates can be given too.
    fn from_str(text: &str) -> Result<Self, NotADate> {
        let day = text.split('T').next().unwrap_or_default();
        let digits = |part: Option<&str>, len: usize| {
            part.filter(|part| part.len() == len && part.bytes().all(|byte| byte.is_ascii_digit()))
                .and_then(|part| part.parse::<u16>().ok())
                .ok_or(NotADate)
        };
        let mut parts = day.split('-');
        let (year, month, date) = (digits(parts.next(), 4)?, digits(parts.next(), 2)?, digits(parts.next(), 2)?);
        if parts.next().is_some() {
            return Err(NotADate);
        }
        Self::new(i32::from(year), month as u8, date as u8).ok_or(NotADate)
    }
}

impl Serialize for CivilDate {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for CivilDate {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(serde::de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::CivilDate;

    #[test]
    fn calendar() {
        let date: CivilDate = "2025-05-18".parse().unwrap();
        assert_eq!(date.weekday(), 7);
        assert_eq!(date.plus_days(1).unwrap().to_string(), "2025-05-19");
        for days in (-700_000..2_900_000).step_by(97) {
            if let Some(date) = CivilDate::from_days(days) {
                assert_eq!(date.days_since_epoch(), days);
            }
        }
        for wrong in ["2025-02-29", "2025-5-18", "18-05-2025", "", "2025-05-18-1"] {
            assert!(wrong.parse::<CivilDate>().is_err(), "{wrong}");
        }
    }
}
