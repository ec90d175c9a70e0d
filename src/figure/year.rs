//! Years, decades and centuries: "2025", "2013-14", "the 1990s", "the 21st century".

use super::{reader::Reader, when::When, words::NumberWord};
use crate::tag::Case;

impl Reader<'_> {
    /// A year in four digits, or in words: "nineteen seventy eight".
    pub(super) fn year(&self, at: usize) -> Option<(i32, usize)> {
        let word = self.word(at);
        if self.is_number(at) {
            let year = word.parse().ok().filter(|year| (1000..2200).contains(year) && word.len() == 4)?;
            let glued = self.touches(at) && self.is_word(at + 1);
            return (!glued).then_some((year, at + 1));
        }
        let century = match self.number_word(at)? {
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
    pub(super) fn trailing_year(&self, at: usize) -> Option<(i32, usize)> {
        let skip = usize::from(matches!(self.word(at), "," | "of" | "-" | "/"));
        self.year(at + skip).or_else(|| {
            let short =
                skip == 1 && self.word(at) == "," && self.touches(at) || matches!(self.word(at), "'" | "’" | "-" | "/");
            let year: i32 =
                self.word(at + 1).parse().ok().filter(|_| short && self.touches(at) && self.word(at + 1).len() == 2)?;
            Some((full_year(year), at + 2))
        })
    }

    /// "the 1990s", "the '80s", "the 21st century".
    pub(super) fn decade(&self, at: usize) -> Option<When> {
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
    pub(super) fn plain_year(&self, at: usize) -> Option<When> {
        if self.touched(at)
            && (self.is_hyphen(at - 1) && !self.is_any(at.wrapping_sub(2), &["mid", "pre", "post", "early", "late"])
                || matches!(self.word(at - 1), "/" | "$" | "£" | "€" | "#" | "+" | "."))
        {
            return None;
        }
        if let Some(year) = self.short_year(at) {
            return Some(year);
        }
        let (year, after) = self.year(at).filter(|_| self.is_number(at))?;
        // "776 B.C." is read by the era; "by 2100" and "in 1250" need their preposition.
        let far = self.is_any(at.wrapping_sub(1), &["in", "since", "year", "by", "until", "before"])
            && !self.is_plural_noun(after);
        if !(1500..2100).contains(&year) && !far {
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
            || self.kind(at.wrapping_sub(1)) == Some(crate::token::TokenKind::Clitic)
            || (1900..2060).contains(&year) && year % 100 != 0 && self.is_dated_noun(after)
            || self.is_any(at.wrapping_sub(1), &["and", "or"])
                && self.year(at.wrapping_sub(2)).is_some_and(|(other, _)| (1900..2060).contains(&other));
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
        let likely = (1900..2060).contains(&year)
            || far && (!self.is_word(after) || self.is_function(after))
            || (!weak || !self.is_word(after)) && (1500..2100).contains(&year);
        (free && likely && !(round && weak && counted)).then(|| When {
            first: at,
            end: after,
            iso: Some(format!("{year:04}")),
        })
    }

    /// "in '89": two digits behind an apostrophe, where a year is looked for.
    fn short_year(&self, at: usize) -> Option<When> {
        let number = at + 1;
        let apostrophe = matches!(self.word(at), "'" | "’" | "‘") && self.touches(at) && !self.touched(at);
        let cued = self.is_any(
            at.wrapping_sub(1),
            &["in", "since", "of", "until", "till", "by", "from", "to", "before", "after", "early", "late", "and"],
        ) || self.month(at.wrapping_sub(1)).is_some();
        if !apostrophe
            || !cued
            || !self.is_number(number)
            || self.word(number).len() != 2
            || self.touches(number) && self.is_word(at + 2)
        {
            return None;
        }
        let year = full_year(self.word(number).parse().ok()?);
        Some(When { first: at, end: at + 2, iso: Some(format!("{year:04}")) })
    }

    /// What has a year more often than it is counted: "from 2020 levels", "2012 elections".
    fn is_dated_noun(&self, at: usize) -> bool {
        self.is_any(
            at,
            &[
                "levels",
                "level",
                "elections",
                "election",
                "season",
                "games",
                "olympics",
                "campaign",
                "campaigns",
                "cycle",
                "cycles",
                "prices",
                "results",
                "census",
                "earnings",
                "budget",
                "budgets",
                "forecasts",
                "sales",
                "revenues",
                "targets",
            ],
        )
    }

    /// Whether a unit stands behind the number.
    pub(super) fn is_measured(&self, at: usize) -> bool {
        self.quantity(at).is_some_and(|quantity| quantity.unit.is_some())
    }
}

/// Two digits of a year: up to 49 in this century.
pub(super) fn full_year(year: i32) -> i32 {
    match year {
        0..=49 => 2000 + year,
        50..=99 => 1900 + year,
        _ => year,
    }
}
