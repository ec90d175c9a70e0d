//! Lengths of time, and the dates that they make with "ago" and the like.

use super::{anchor::Clock, numeral::Form, quantity::Measure, reader::Reader};
use crate::text::write_decimal;
use std::borrow::Cow;

/// A length of time in the text.
pub(super) struct Duration {
    /// First token.
    pub(super) first: usize,
    /// One past the last token.
    pub(super) end: usize,
    /// In `unit`s; none where the text says "several" or "all".
    pub(super) value: Option<f64>,
    /// The greatest unit.
    pub(super) unit: Cow<'static, str>,
    /// `P3D`.
    pub(super) iso: Option<String>,
    /// Where it is a date: the day that it points to, `None` within where that cannot be told.
    #[expect(clippy::option_option, reason = "a date that cannot be told is another thing than no date")]
    pub(super) date: Option<Option<String>>,
}

/// One unit of time with its number.
#[derive(Clone, Copy)]
struct Part {
    value: f64,
    name: &'static str,
}

impl Reader<'_> {
    /// The length of time that begins at the token.
    pub(super) fn duration(&self, at: usize, clock: &Clock) -> Option<Duration> {
        let the = usize::from(self.is(at, "the") && self.is_any(at + 1, &["past", "last", "next"]));
        let (mut parts, mut end, exact) = match self.time_quantity(at) {
            Some((part, end)) => (vec![part], end, true),
            None => {
                let (part, end) = self.loose(at).filter(|_| the == 0)?;
                (vec![part], end, false)
            }
        };
        // "an hour and a half"; "2 years 1 month, 21 days".
        if self.is(end, "and")
            && self.is_any(end + 1, &["a", "half"])
            && self.is_any(end + 1 + usize::from(self.is(end + 1, "a")), &["half", "quarter"])
        {
            let half = end + 1 + usize::from(self.is(end + 1, "a"));
            parts[0].value += if self.is(half, "half") { 0.5 } else { 0.25 };
            end = half + 1;
        }
        while exact && parts.len() < 6 {
            let joiner = usize::from(self.word(end) == "," || self.is(end, "and"));
            let joiner = joiner + usize::from(joiner == 1 && self.is(end + 1, "and"));
            let Some((part, after)) =
                self.time_quantity(end + joiner).filter(|(part, _)| part.name != parts[parts.len() - 1].name)
            else {
                break;
            };
            // "from 38 minutes two years ago" are two.
            if joiner == 0
                && self.is_any(after, &["ago", "earlier", "later"])
                && smaller(parts[parts.len() - 1].name, part.name)
            {
                break;
            }
            // "in three days, two months after": a comma alone joins only what is written in digits.
            if joiner > 0 && self.word(end) == "," && !self.is_number(end + joiner) {
                break;
            }
            parts.push(part);
            end = after;
        }
        let value = (exact || parts[0].value > 0.0).then(|| in_first_unit(&parts));
        let iso = value.is_some().then(|| iso_duration(&parts)).flatten();
        let mut duration = Duration { first: at, end, value, unit: Cow::Borrowed(parts[0].name), iso, date: None };
        self.point_to(&mut duration, &parts, clock);
        Some(duration)
    }

    /// "three days", "30-minute", "a dozen years".
    fn time_quantity(&self, at: usize) -> Option<(Part, usize)> {
        let quantity = self
            .quantity(at)
            .filter(|quantity| quantity.measure == Measure::Time && quantity.number.form != Form::Vague)?;
        let Some(Cow::Borrowed(name)) = quantity.unit else { return None };
        Some((Part { value: quantity.number.value, name }, quantity.end))
    }

    /// "a week", "another month", "half an hour", "several days", "all year".
    fn loose(&self, at: usize) -> Option<(Part, usize)> {
        let unit = |at: usize| self.time_unit(at);
        let half_at = at + usize::from(self.is_any(at, &["a", "an"]));
        if self.is(half_at, "half") {
            let article = usize::from(self.is_any(half_at + 1, &["a", "an"]));
            let hyphen = usize::from(self.is_hyphen(half_at + 1));
            let (name, end) = unit(half_at + 1 + article + hyphen)?;
            // "the second half year".
            let free = at == half_at && self.number_word(at.wrapping_sub(1)).is_none() || at < half_at;
            return free.then_some((Part { value: 0.5, name }, end));
        }
        let word = self.lower(at);
        let vague = match word {
            "several" | "few" | "many" | "some" => true,
            "a" | "an" if self.is(at + 1, "few") => {
                let (name, end) = unit(at + 2)?;
                return Some((Part { value: 0.0, name }, end));
            }
            "a" | "an" => {
                let single = usize::from(self.is(at + 1, "single"));
                let (name, end) = unit(at + 1 + single)?;
                // "$3 a day" and "a year-long" are no lengths of time; "for a year", "a month ago" are.
                let cued = self.is_any(
                    at.wrapping_sub(1),
                    &[
                        "for", "in", "within", "after", "than", "lasted", "lasts", "least", "about", "nearly",
                        "almost", "over", "under", "another", "around", "takes", "took", "spent", "once",
                    ],
                ) || self.is_any(end, &["ago", "later", "earlier", "before", "after"])
                    || self.is(end, "and") && self.is_any(end + 1, &["a", "half"])
                    || at == self.range.start;
                let rate = at > self.range.start
                    && (self.is_number(at - 1)
                        || self.percent(at - 1).is_some()
                        || self.is_any(at - 1, &["times", "twice", "once"]));
                let described = self.is_hyphen(end) || self.is(end, "of");
                return (cued && !rate && !described).then_some((Part { value: 1.0, name }, end));
            }
            "another" => {
                let (name, end) = unit(at + 1)?;
                return Some((Part { value: 1.0, name }, end));
            }
            // "full-year profit" is a kind of profit.
            "full" if self.is_hyphen(at + 1) && self.is(at + 2, "year") && self.is_word(at + 3) => return None,
            "all" | "full" | "whole" => {
                let (name, end) = unit(at + 1 + usize::from(self.is_hyphen(at + 1)))?;
                let plain = self.lower(end - 1).ends_with('s');
                return (!plain).then_some((Part { value: 1.0, name }, end));
            }
            _ => false,
        };
        if !vague {
            return None;
        }
        let (name, end) = unit(at + 1).filter(|&(_, end)| self.lower(end - 1).ends_with('s'))?;
        Some((Part { value: 0.0, name }, end))
    }

    /// The unit of time at the token: a name, not a symbol.
    pub(super) fn time_unit(&self, at: usize) -> Option<(&'static str, usize)> {
        use crate::lexicon::Dimension::Time;
        let business =
            usize::from(self.is_any(at, &["business", "working", "school"]) && self.is_any(at + 1, &["day", "days"]));
        let lower = self.lower(at + business);
        if lower.len() < 3 || matches!(lower, "second" | "min" | "sec") {
            return None;
        }
        let unit = self.lexicon.terms().unit_name(lower).filter(|unit| unit.dimension == Time)?;
        Some((unit.name, at + business + 1))
    }

    /// Makes the duration a date where "ago", "later" or "in" say so.
    fn point_to(&self, duration: &mut Duration, parts: &[Part], clock: &Clock) {
        let end = duration.end;
        let (sign, after, base) = match self.lower(end) {
            "ago" => (-1, end + 1, 0),
            "from" | "after" if self.is_any(end + 1, &["now", "today", "tomorrow", "yesterday"]) => {
                (1, end + 2, self.day_word(end + 1))
            }
            "before" if self.is_any(end + 1, &["today", "tomorrow", "yesterday"]) => {
                (-1, end + 2, self.day_word(end + 1))
            }
            "later" if !self.is(end + 1, "than") => (1, end + 1, 0),
            "earlier" if !self.is(end + 1, "than") => (-1, end + 1, 0),
            _ => return,
        };
        let day = clock.today.filter(|_| duration.value.is_some()).and_then(|today| shift(today, base, sign, parts));
        // "three days later" counts from another day than publication.
        let anchored = self.is(end, "ago") || self.is_any(end, &["from", "before", "after"]);
        duration.end = after;
        duration.date = Some(day.filter(|_| anchored));
    }

    fn day_word(&self, at: usize) -> i32 {
        match self.lower(at) {
            "tomorrow" => 1,
            "yesterday" => -1,
            _ => 0,
        }
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
fn shift(today: super::CivilDate, base: i32, sign: i32, parts: &[Part]) -> Option<String> {
    use super::CivilDate;
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
