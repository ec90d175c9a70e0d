//! Fractions: "3/4", "two thirds", "half a million", "a quarter of", "and a half"; and what "a" counts once.

use super::{
    numeral::{Form, Last, Sum, is_cardinal},
    reader::Reader,
    words::{NumberWord, number_word},
};

impl Reader<'_> {
    /// "3/4".
    pub(super) fn slashed(&self, at: usize) -> Option<(f64, usize)> {
        let slash = self.is_number(at) && self.word(at + 1) == "/" && self.is_number(at + 2);
        let close = self.touches(at) && self.touches(at + 1) || self.gap(at) == " " && self.gap(at + 1) == " ";
        if !slash || !close || self.word(at + 3) == "/" && self.touched(at + 3) {
            return None;
        }
        let whole = |at: usize| self.word(at).parse::<u32>().ok();
        let (above, below) = (whole(at)?, whole(at + 2)?);
        // "9/11" is a day and "24/7" is a way to speak.
        let common = matches!(below, 2..=10 | 12 | 16 | 20 | 25 | 32 | 40 | 50 | 64 | 100);
        (above < below && common).then(|| (f64::from(above) / f64::from(below), at + 3))
    }

    /// Whether a fraction of its own begins at the token: "three quarters", "fifty-four hundredths".
    pub(super) fn begins_parts(&self, at: usize) -> bool {
        let second = at + 1 + usize::from(self.is_hyphen(at + 1));
        let part = |at: usize| matches!(self.number_word(at), Some(NumberWord::Parts(_))) && !self.is(at, "seconds");
        let third = second + 1;
        matches!(self.number_word(at), Some(NumberWord::Small(_) | NumberWord::Tens(_)))
            && (part(second) || self.number_word(second).is_some_and(is_cardinal) && part(third))
    }

    /// "twenty-firsts", "thirty fifths": the lower part of a fraction in tens and ones, and the token behind it.
    pub(super) fn tens_below(&self, at: usize) -> Option<(f64, usize)> {
        let Some(NumberWord::Tens(tens)) = self.number_word(at) else { return None };
        let ones = at + 1 + usize::from(self.is_hyphen(at + 1));
        match self.number_word(ones)? {
            NumberWord::Parts(value)
                if value < 10.0 && self.word(ones).ends_with('s') && !self.is_any(ones, &["quarters"]) =>
            {
                Some((tens + value, ones + 1))
            }
            _ => None,
        }
    }

    /// The lower part of a fraction behind a number: "two thirds", "one-eighth", "three twenty-firsts".
    pub(super) fn parts(&self, sum: &Sum) -> Option<(f64, usize)> {
        let hyphen = usize::from(self.is_dash(sum.end));
        let at = sum.end + hyphen;
        let value = sum.value();
        if let Some((below, end)) = self.tens_below(at) {
            return Some((value / below, end));
        }
        // "one twenty-fifth".
        if value == 1.0
            && self.is_hyphen(at + 1)
            && let (Some(NumberWord::Tens(tens)), Some(NumberWord::Ordinal(ones))) =
                (self.number_word(at), self.number_word(at + 2))
            && ones < 10.0
        {
            return Some((1.0 / (tens + ones), at + 3));
        }
        let below = match self.number_word(at)? {
            // "two quarters" are half a year.
            NumberWord::Parts(4.0) if !self.is(at, "quarter") && value != 3.0 => return None,
            NumberWord::Parts(_) if self.is_any(at, &["quarter", "half"]) && value != 1.0 => return None,
            NumberWord::Parts(below) if self.is_any(at, &["quarter", "half"]) => below,
            // "five seconds".
            NumberWord::Parts(below) if below != 2.0 || self.is(at, "halves") => below,
            NumberWord::Ordinal(below) if value == 1.0 && below > 2.0 => below,
            NumberWord::OrdinalScale(below) if value == 1.0 && hyphen == 1 => below,
            _ => return None,
        };
        Some((value / below, at + 1))
    }

    /// "and a half" behind a number, and the multiplier behind that.
    pub(super) fn and_a_half(&self, sum: &Sum) -> (f64, usize) {
        let value = sum.value();
        let plain = (value, sum.end);
        // "seven-and-a-half".
        let hyphen = usize::from(self.is_hyphen(sum.end) && self.is(sum.end + 1, "and"));
        if !self.is(sum.end + hyphen, "and") {
            return plain;
        }
        let at = sum.end + 1 + 2 * hyphen;
        let (part, end) = match self.number_word(at) {
            Some(NumberWord::Small(_) | NumberWord::Tens(_)) => {
                let begun = self.accumulate(Sum { total: 0.0, group: None, last: Last::Nothing, end: at });
                match self.parts(&begun) {
                    Some(part) => part,
                    None => return plain,
                }
            }
            _ => {
                let article = usize::from(self.is_any(at, &["a", "an"]));
                let article = article + usize::from(article == 1 && self.is_hyphen(at + 1));
                let below = match self.number_word(at + article) {
                    Some(NumberWord::Parts(below)) if self.is_any(at + article, &["half", "quarter"]) => below,
                    Some(NumberWord::Ordinal(below)) if article > 0 && below > 2.0 => below,
                    _ => return plain,
                };
                (1.0 / below, at + article + 1)
            }
        };
        match self.scale(end) {
            // "a billion and a half million".
            Some((scale, end)) if sum.step() > scale => (value + part * scale, end),
            // "two and a half million".
            Some((scale, end)) if sum.step() == 1.0 => ((value + part) * scale, end),
            _ => (value + part * sum.step(), end),
        }
    }

    /// Whether "a third" here is a part of something rather than one more in a row.
    pub(super) fn is_fraction_context(&self, at: usize) -> bool {
        let hedged = matches!(
            self.before(at),
            "by" | "about"
                | "nearly"
                | "almost"
                | "than"
                | "over"
                | "under"
                | "around"
                | "roughly"
                | "least"
                | "only"
                | "approximately"
                | "up"
                | "just"
                | "and"
        );
        self.is(at + 2, "of")
            || self
                .is_any(at + 2, &["more", "less", "fewer", "below", "above", "higher", "lower", "smaller", "cheaper"])
            || (hedged || at == self.range.start) && !self.is_adjoined(at + 2)
    }

    /// Whether the token is a word that an ordinal before it would belong to.
    pub(super) fn is_adjoined(&self, at: usize) -> bool {
        use crate::lexicon::WordFlags;
        self.is_hyphen(at) || self.is_word(at) && !self.flags(at).has(WordFlags::STOP)
    }

    /// "half a million", "half of", "a quarter of", "quarter million".
    pub(super) fn half(&self, at: usize) -> Option<(f64, usize, Form)> {
        let value = if self.is(at, "half") { 0.5 } else { 0.25 };
        // "the first half", "a half-hour", "a half turn": parts of something else.
        if self.touched(at) || at > self.range.start && self.number_word(at.wrapping_sub(1)).is_some() {
            return None;
        }
        let article = usize::from(self.is_any(at + 1, &["a", "an"]));
        if let Some((scale, end)) = self.scale(at + 1 + article) {
            return Some((value * scale, end, Form::Words));
        }
        // "half a percentage point", "half a mile".
        let unit = at + 1 + article;
        if article == 1
            && (self.is_any(unit, &["percentage", "percent", "point"])
                || self
                    .lexicon
                    .terms()
                    .unit_name(self.lower(unit))
                    .is_some_and(|unit| unit.dimension != crate::lexicon::Dimension::Time))
        {
            return Some((value, unit, Form::Fraction));
        }
        // "a quarter of a million", "a quarter of a percentage point".
        if self.is(at + 1, "of") && self.is_any(at + 2, &["a", "an"]) {
            if let Some((scale, end)) = self.scale(at + 3) {
                return Some((value * scale, end, Form::Words));
            }
            // "a quarter of an hour", "a quarter of a mile".
            let unit = self.lexicon.terms().unit_name(self.lower(at + 3)).is_some();
            if unit || self.is_any(at + 3, &["percentage", "percent", "point"]) {
                return Some((value, at + 3, Form::Fraction));
            }
        }
        let of = self.is(at + 1, "of")
            || value == 0.5 && self.is_any(at + 1, &["the", "its", "their", "his", "her", "all", "our"]);
        let hedged = matches!(
            self.before(at),
            "than"
                | "about"
                | "nearly"
                | "almost"
                | "over"
                | "by"
                | "in"
                | "least"
                | "around"
                | "roughly"
                | "only"
                | "approximately"
                | "a"
                | "just"
        );
        let article_alone = matches!(self.before(at), "a" | "an");
        let alone = self.kind(at + 1).is_none_or(|_| !self.is_adjoined(at + 1));
        let counted = of
            && !matches!(
                self.before(at),
                "the" | "first" | "second" | "other" | "last" | "this" | "that" | "each" | "latter" | "former"
            );
        // "by half", "a half", "about half the".
        (counted || hedged && (alone || !article_alone && value == 0.5 && self.is_word(at + 1))).then_some((
            value,
            at + 1,
            Form::Fraction,
        ))
    }

    /// "a hundred", "a dozen", "a few hundred", "a couple of", "a third of".
    pub(super) fn article(&self, at: usize) -> Option<(f64, usize, Form)> {
        let next = self.lower(at + 1);
        match next {
            "few" => {
                let (scale, end) = self.scale(at + 2)?;
                return Some((scale, end, Form::Vague));
            }
            "couple" if self.is(at + 2, "of") && self.is_word(at + 3) && !self.is_any(at + 3, &["the", "them"]) => {
                return Some((2.0, at + 3, Form::Words));
            }
            "half" => {
                let (value, end, form) = self.half(at + 1)?;
                return Some((value, end, form));
            }
            // "an inch of rain", "a mile from the border".
            _ if self.is_one_unit(at + 1) => return Some((1.0, at + 1, Form::Words)),
            // "a dollar more", "a dollar a gallon".
            _ if self.is_any(at + 2, &["more", "less", "higher", "lower", "cheaper", "a", "an", "per", "apiece", "each"])
                && self.is_any(at + 1, &["dollar", "cent", "penny", "euro", "percent", "pound", "point"])
                // "more than a dollar", "of a dollar".
                && !self.is(at.wrapping_sub(1), "of") =>
            {
                return Some((1.0, at + 1, Form::Words));
            }
            _ => {}
        }
        match number_word(next)? {
            NumberWord::Hundred | NumberWord::Scale(_) => {
                let (value, end, form) =
                    self.cardinal(Sum { total: 0.0, group: Some(1.0), last: Last::Small, end: at + 1 })?;
                Some((value, end, form))
            }
            // "a twenty-first": not that of a birthday.
            NumberWord::Tens(tens) if self.is_hyphen(at + 2) && self.touched(at + 2) && !self.is_adjoined(at + 4) => {
                match self.number_word(at + 3)? {
                    NumberWord::Ordinal(ones) if ones < 10.0 && (self.is(at + 4, "of") || at == self.range.start) => {
                        Some((1.0 / (tens + ones), at + 4, Form::Fraction))
                    }
                    _ => None,
                }
            }
            // "a third of", "by a fifth"; not "a third man", "a second", nor "won a third".
            NumberWord::Ordinal(below) if below > 2.0 && self.is_fraction_context(at) => {
                Some((1.0 / below, at + 2, Form::Fraction))
            }
            NumberWord::OrdinalScale(below) if !self.is_adjoined(at + 2) => Some((1.0 / below, at + 2, Form::Fraction)),
            NumberWord::Parts(4.0) if next == "quarter" => self.half(at + 1),
            _ => None,
        }
    }

    /// A measure that "a" counts once: "a gallon of", "a mile from", "an inch wide". Words that are idioms as often ("a ton
    /// of work", "a foot of the bed") are left out.
    pub(super) fn is_one_unit(&self, at: usize) -> bool {
        self.is_any(
            at,
            &[
                "mile",
                "kilometre",
                "kilometer",
                "metre",
                "meter",
                "inch",
                "acre",
                "hectare",
                "gallon",
                "litre",
                "liter",
                "tonne",
                "kilogram",
                "kilo",
                "barrel",
                "ounce",
                "gram",
                "pint",
                "centimetre",
                "centimeter",
                "millimetre",
                "millimeter",
                "kilowatt",
                "megawatt",
                "gigawatt",
                "gigabyte",
                "terabyte",
            ],
        ) && self.is_any(
            at + 1,
            &[
                "of", "from", "away", "off", "wide", "long", "high", "deep", "thick", "tall", "north", "south", "east",
                "west", "above", "below", "more", "less",
            ],
        )
    }
}
