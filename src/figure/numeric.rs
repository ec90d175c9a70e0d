//! Dates in digits: `2015-08-12`, `21/04/2016`, `13.5.2015`.

use super::{
    anchor::month_name,
    reader::Reader,
    when::{Parts, When},
    year::full_year,
};

impl Reader<'_> {
    /// `2015-08-12`, `21/04/2016`, `4/22`, `13.5.2015`, `2019-sep-1`.
    pub(super) fn numeric_date(&self, at: usize) -> Option<When> {
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
        let second = number(at + 2).or_else(|| month_name(self.lower(at + 2)).map(i32::from))?;
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
}

fn month_of(number: i32) -> Option<u8> {
    (1..=12).contains(&number).then_some(number as u8)
}

fn day_of(number: i32) -> Option<u8> {
    (1..=31).contains(&number).then_some(number as u8)
}
