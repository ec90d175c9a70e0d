//! Ages: "a 34-year-old man", "aged 7", "five years old", "Jane Doe, 34,".

use super::reader::Reader;
use crate::token::TokenKind;

/// An age in the text.
pub(super) struct Age {
    /// First token.
    pub(super) first: usize,
    /// One past the last token.
    pub(super) end: usize,
    /// In `unit`s.
    pub(super) value: f64,
    /// "year", "month", "week", "day".
    pub(super) unit: &'static str,
    /// Tokens of the one who is so old, where a name says it.
    pub(super) who: Option<(usize, usize)>,
}

impl Reader<'_> {
    /// The age that begins at the token.
    pub(super) fn age(&self, at: usize) -> Option<Age> {
        if self.is_any(at, &["aged", "age", "ages"]) {
            let of = usize::from(self.is(at + 1, "of"));
            let number = self.numeral(at + 1 + of, false).filter(|number| number.value < 130.0)?;
            let first = if self.is(at, "aged") || of == 1 { number.first } else { at };
            let who = (self.word(at.wrapping_sub(1)) == ",").then(|| self.phrase_before(at - 1)).flatten();
            // "people under the age of 30".
            let the = at.wrapping_sub(usize::from(self.is(at.wrapping_sub(1), "the")));
            let limited = of == 1 && self.is_any(the.wrapping_sub(1), &["under", "over", "below", "above"]);
            let who = who.or_else(|| if limited { self.phrase_before(the - 1) } else { None });
            let who = who.map(|phrase| (phrase.first, phrase.end));
            return Some(Age { first, end: number.end, value: number.value, unit: "year", who });
        }
        let number = self.numeral(at, false)?;
        let skip = |at: usize| at + usize::from(self.is_hyphen(at));
        let unit_at = skip(number.end);
        let unit = match self.lower(unit_at) {
            "year" | "years" | "yr" | "yrs" => "year",
            "month" | "months" => "month",
            "week" | "weeks" => "week",
            "day" | "days" => "day",
            "yo" => return Some(Age { first: at, end: unit_at + 1, value: number.value, unit: "year", who: None }),
            _ => return self.apposed(at, &number),
        };
        let old = skip(unit_at + 1);
        let end = if self.is_any(old, &["old", "olds"]) {
            old + 1
        } else if self.is(old, "of") && self.is(old + 1, "age") {
            old + 2
        } else {
            return None;
        };
        Some(Age { first: at, end, value: number.value, unit, who: None })
    }

    /// "Jane Doe, 34, said": a number between a name and a comma.
    fn apposed(&self, at: usize, number: &super::numeral::Numeral) -> Option<Age> {
        use crate::tag::Case;
        let digits = self.is_number(at)
            && number.end == at + 1
            && (1.0..115.0).contains(&number.value)
            && number.value.fract() == 0.0
            && self.word(at).len() <= 3;
        if !digits || at < self.range.start + 2 || self.word(at - 1) != "," {
            return None;
        }
        let closes = matches!(self.word(at + 1), "," | ")" | ";" | "—" | "–")
            || self.kind(at + 1).is_none_or(|kind| kind == TokenKind::Terminal);
        // "The suspect, 34, was held."
        if self.case(at - 2) == Case::Lower && self.word(at + 1) == "," && number.value >= 10.0 {
            let phrase = self.phrase_before(at - 1).filter(|phrase| {
                phrase.head == at - 2 && !self.is_plural_noun(at - 2) && self.is_determiner(phrase.first)
            })?;
            return Some(Age {
                first: at,
                end: at + 1,
                value: number.value,
                unit: "year",
                who: Some((phrase.first, phrase.end)),
            });
        }
        let name = self.name_at(at - 2)?;
        let capital = matches!(self.case(at - 2), Case::Title | Case::Mixed);
        // "in Rome, 34," is rare; "on May 5, 34" is a date.
        let mut first = at - 2;
        while first > self.range.start && self.name_at(first - 1) == Some(name) {
            first -= 1;
        }
        let place = self.is_any(first.wrapping_sub(1), &["in", "at", "from", "near", "on"])
            || self.flags(at - 2).has(crate::lexicon::WordFlags::CALENDAR);
        // A single name is enough where a comma closes; "in Kyiv, 88" and "Kyiv, 88," are not ages.
        let full = first < at - 2 || !self.flags(at - 2).has(crate::lexicon::WordFlags::PLACE) && number.value >= 10.0;
        (closes && capital && !place && full).then(|| Age {
            first: at,
            end: at + 1,
            value: number.value,
            unit: "year",
            who: Some((first, at - 1)),
        })
    }
}
