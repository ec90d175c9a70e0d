//! Units behind a number: names, symbols, degrees, powers and prefixes.

use super::{
    numeral::{Form, Numeral},
    quantity::Quantity,
    reader::Reader,
};
use crate::lexicon::Dimension;
use std::borrow::Cow;

impl Reader<'_> {
    /// The unit at the token: its canonical name, what it measures, and the token behind it.
    pub(super) fn unit(
        &self,
        at: usize,
        number: &Numeral,
        hyphen: bool,
    ) -> Option<(Cow<'static, str>, Dimension, usize)> {
        // "20 (kg)".
        if self.kind(at) == Some(crate::token::TokenKind::Open)
            && self.kind(at + 2) == Some(crate::token::TokenKind::Close)
        {
            let unit = self.lexicon.terms().unit_symbol(self.word(at + 1)).filter(|_| self.word(at + 1).len() == 2)?;
            return Some((unit.name.into(), unit.dimension, at + 3));
        }
        // Inches, where no quotation is open: a 10" plate.
        let wide = self.is_any(at + 1, &["long", "wide", "high", "tall", "thick", "deep"]);
        if self.word(at) == "\"" && (self.touched(at) || wide) && number.form == Form::Digits {
            let open =
                (self.range.start.max(at.saturating_sub(80))..at).filter(|&at| self.word(at) == "\"").count() % 2 == 1;
            let ends = self.kind(at + 1).is_none_or(|kind| kind != crate::token::TokenKind::Comma) && !self.touches(at)
                || self.word(at + 1) == ")";
            return (!open && ends).then(|| ("inch".into(), Dimension::Other, at + 1));
        }
        if let Some(found) = self.degrees(at, number) {
            return Some(found);
        }
        let found = self.unit_name(at, number, hyphen).or_else(|| self.unit_symbol(at, number))?;
        Some(self.compound(found))
    }

    /// "21°C", "90 degrees Fahrenheit", "40 celsius", "-10C", "5 degrees".
    fn degrees(&self, at: usize, number: &Numeral) -> Option<(Cow<'static, str>, Dimension, usize)> {
        let terms = self.lexicon.terms();
        let scale = |at: usize| match self.word(at) {
            "C" | "c" => Some("degree Celsius"),
            "F" | "f" => Some("degree Fahrenheit"),
            _ => terms
                .unit_name(self.lower(at))
                .filter(|unit| unit.dimension == Dimension::Temperature)
                .map(|unit| unit.name),
        };
        let degree = match self.word(at) {
            "°" | "º" | "deg" | "deg." => 1,
            "℃" => return Some(("degree Celsius".into(), Dimension::Temperature, at + 1)),
            "℉" => return Some(("degree Fahrenheit".into(), Dimension::Temperature, at + 1)),
            _ if self.is_any(at, &["degree", "degrees"]) => 1,
            _ => 0,
        };
        let dot =
            usize::from(degree == 1 && self.is(at, "deg") && self.word(at + 1) == "." && self.kind(at + 2).is_some());
        let next = at + degree + dot;
        // "273° on the Celsius scale".
        if degree == 1
            && self.is(next, "on")
            && self.is(next + 1, "the")
            && self.is(next + 3, "scale")
            && let Some(name) = scale(next + 2)
        {
            return Some((name.into(), Dimension::Temperature, next));
        }
        let hyphen = usize::from(degree == 1 && self.is_hyphen(next));
        if degree == 1 || !matches!(self.word(at), "C" | "F" | "c" | "f") {
            if let Some(name) = scale(next + hyphen) {
                return Some((name.into(), Dimension::Temperature, next + hyphen + 1));
            }
        } else if number.form == Form::Digits && number.value.abs() < 200.0 && matches!(self.word(at), "C" | "F") {
            // "-10C", "30 C outside": not "13F filing" and not "23456 F Block".
            let name = scale(at)?;
            let capital = matches!(self.case(at + 1), crate::tag::Case::Title | crate::tag::Case::Upper);
            let sign = number.value < 0.0 || self.is_about_heat(at);
            return (sign && !capital && !self.is_hyphen(at + 1))
                .then(|| (name.into(), Dimension::Temperature, at + 1));
        }
        // Two degrees are somebody's, ninety are an angle or the heat.
        if degree == 1 && (number.form != Form::Words || number.value > 4.0 || self.is_about_heat(at)) {
            // No angle has so many.
            let heat = self.is_about_heat(at) || number.value > 720.0;
            let dimension = if heat { Dimension::Temperature } else { Dimension::Angle };
            return Some((if heat { "degree" } else { "degree of arc" }.into(), dimension, at + 1));
        }
        None
    }

    /// Whether the sentence speaks of heat or cold.
    pub(super) fn is_about_heat(&self, at: usize) -> bool {
        const CUES: [&str; 22] = [
            "°",
            "°C",
            "temperature",
            "temperatures",
            "thermostat",
            "warm",
            "warmer",
            "warming",
            "hot",
            "heat",
            "cold",
            "colder",
            "weather",
            "cool",
            "cooler",
            "degrees",
            "outside",
            "heatwave",
            "freezing",
            "frost",
            "fever",
            "celsius",
        ];
        (self.range.start.max(at.saturating_sub(12))..self.range.end.min(at + 10))
            .any(|near| near != at && self.is_any(near, &CUES))
    }

    fn unit_name(&self, at: usize, number: &Numeral, hyphen: bool) -> Option<(Cow<'static, str>, Dimension, usize)> {
        use crate::tag::Case;
        if !self.is_word(at) {
            return None;
        }
        let terms = self.lexicon.terms();
        let lower = self.lower(at);
        let square = match lower {
            "square" | "sq" | "sq." => "square ",
            "cubic" | "cu" | "cu." => "cubic ",
            _ => "",
        };
        if !square.is_empty() {
            let at = at + 1 + usize::from(self.is_hyphen(at + 1));
            let (name, _, end) = self.unit_name(at, number, true).or_else(|| self.unit_symbol(at, number))?;
            return Some((format!("{square}{name}").into(), Dimension::Other, end));
        }
        // "nautical miles", "basis points", "kilowatt-hours".
        let second = at + 1 + usize::from(self.is_hyphen(at + 1));
        if self.is_word(second)
            && (lower.ends_with("watt")
                || matches!(
                    lower,
                    "nautical"
                        | "light"
                        | "metric"
                        | "short"
                        | "long"
                        | "percentage"
                        | "percent"
                        | "basis"
                        | "business"
                        | "working"
                        | "acre"
                        | "british"
                        | "parts"
                        | "part"
                        | "per"
                        | "frames"
                        | "frame"
                        | "pound"
                        | "foot"
                        | "newton"
                ))
        {
            let mut end = second + 1;
            let mut name = format!("{} {}", lower, self.lower(second));
            if matches!(lower, "british" | "parts" | "part" | "per" | "frames" | "frame") {
                name.push(' ');
                name.push_str(self.lower(end));
                end += 1;
            }
            if let Some(unit) = terms.unit_name(&name) {
                return Some((unit.name.into(), unit.dimension, end));
            }
        }
        // "10 Miles"; but not "the 2018 Cup".
        let title =
            self.case(at) == Case::Title && lower.ends_with('s') && number.form == Form::Digits && lower.len() > 4;
        if !title && self.case(at) != Case::Lower || lower.len() < 3 {
            return None;
        }
        let (name, dimension): (Cow<'static, str>, _) = match terms.unit_name(lower) {
            Some(unit) => (unit.name.into(), unit.dimension),
            None => (
                prefixed_name(lower, |base| terms.unit_name(base).filter(|unit| unit.si).map(|unit| unit.name))?,
                Dimension::Other,
            ),
        };
        let plural = lower.ends_with('s') || lower == "feet" || lower.ends_with("ies") || lower == "inches";
        let single = number.value.abs() <= 1.0 || hyphen;
        match &*name {
            // "twenty second", "six stone walls", "two cup finals".
            "second" if !plural && !single && number.value.fract() == 0.0 => None,
            "cup" if !self.is(at + 1, "of") && number.form == Form::Words => None,
            "stone" if number.form != Form::Digits => None,
            "degree" => None,
            _ => Some((name, dimension, at + 1)),
        }
    }

    fn unit_symbol(&self, at: usize, number: &Numeral) -> Option<(Cow<'static, str>, Dimension, usize)> {
        if !self.is_word(at)
            || number.form == Form::Words
                && !self.touched(at)
                && self.word(at).len() < 3
                && !self.is_any(at, &["ft", "kg", "km", "kb", "mb", "gb"])
        {
            return None;
        }
        let word = self.word(at);
        let touching = self.touched(at);
        // "2.1 pm" is no time of day.
        if matches!(word, "pm" | "am")
            && number.form == Form::Digits
            && self.word(at.wrapping_sub(1)).split_once('.').is_some_and(|(_, decimals)| decimals.len() != 2)
        {
            let name = if word == "pm" { "picometre" } else { "attometre" };
            return Some((name.into(), Dimension::Other, at + 1));
        }
        // A small b is a bit where data flow.
        if word == "kb" && (self.is(at + 1, "per") || self.word(at + 1) == "/") {
            return Some(("kilobit".into(), Dimension::Other, at + 1));
        }
        // "1,200 TV producers" are no teravolts.
        if self.lexicon.terms().unit_symbol(word).is_none()
            && !touching
            && (word.len() < 3 || !self.is_number(at.wrapping_sub(1)))
            && word.starts_with(|c: char| c.is_ascii_uppercase())
        {
            return None;
        }
        let unit = self.symbol(word)?;
        let next_word = self.is_word(at + 1) && self.touches(at);
        let decimal = number.value.fract() != 0.0;
        let holds = !next_word
            && match word {
                // "20 J/m²", "50 A·h": letters that stand for much else.
                _ if word.len() == 1 && word != "m" && self.is_compound(at + 1) => true,
                // "the 1990s", "in his 20s".
                "s" => touching && decimal || !touching && number.form == Form::Digits,
                "K" => touching && decimal || self.is_about_heat(at),
                // "10m people" are millions, and "a 10m board" is a board.
                "m" => !(self.is_word(at + 1) && self.is_plural_noun(at + 1)),
                "in" => {
                    touching
                        || self.kind(at + 1).is_none()
                        || self.is_any(at + 1, &["thick", "wide", "long", "tall", "high", "deep", "by", "x", "of"])
                        || self.kind(at + 1) == Some(crate::token::TokenKind::Terminal) && self.kind(at + 2).is_none()
                }
                "b" if touching && number.value >= 1000.0 => true,
                "A" | "N" | "J" | "B" | "b" | "T" | "F" | "H" | "lm" | "pt" | "pp" | "cal" | "d" | "mol" | "bar" => {
                    touching && decimal || touching && word == "pp"
                }
                "am" | "pm" | "as" | "at" => false,
                _ if word.len() == 1 => touching || !self.is_hyphen(at + 1) && number.form != Form::Words,
                _ => true,
            };
        holds.then_some((unit.0, unit.1, at + 1))
    }

    /// Whether the token looks like a counted noun.
    pub(super) fn is_plural_noun(&self, at: usize) -> bool {
        let lower = self.lower(at);
        self.case(at) == crate::tag::Case::Lower
            && (matches!(lower, "people" | "men" | "women" | "children" | "police" | "homes")
                || lower.len() > 3
                    && lower.ends_with('s')
                    && !lower.ends_with("ss")
                    && !matches!(lower, "news" | "politics" | "this" | "sports"))
    }

    /// "5 feet 2 inches", "6ft 3in": the smaller unit behind the greater.
    pub(super) fn add_smaller(&self, quantity: &mut Quantity) {
        let parts = match quantity.unit.as_deref() {
            Some("foot") => ("inch", 12.0),
            Some("pound") => ("ounce", 16.0),
            Some("stone") => ("pound", 14.0),
            _ => return,
        };
        // "6-foot-8".
        if parts.0 == "inch"
            && self.is_hyphen(quantity.end)
            && self.touched(quantity.end)
            && self.is_hyphen(quantity.end.wrapping_sub(2))
            && let Some(inches) = self
                .numeral(quantity.end + 1, false)
                .filter(|inches| inches.value < 12.0 && self.touched(quantity.end + 1))
        {
            let hyphen = usize::from(self.is_hyphen(inches.end));
            quantity.number.value += inches.value / 12.0;
            quantity.end = inches.end + if self.is(inches.end + hyphen, "inch") { hyphen + 1 } else { 0 };
            return;
        }
        let and = usize::from(self.is(quantity.end, "and"));
        let Some(small) = self.numeral(quantity.end + and, false).filter(|small| small.value < parts.1) else { return };
        let found = match self.unit_name(small.end, &small, false).or_else(|| self.unit_symbol(small.end, &small)) {
            Some((name, _, end)) if name == parts.0 => Some(end),
            // "5ft 2in" at a clause's inside.
            _ if parts.0 == "inch" && self.is_any(small.end, &["in", "in."]) => Some(small.end + 1),
            _ => None,
        };
        if let Some(end) = found {
            quantity.number.value += small.value / parts.1;
            quantity.end = end;
        }
    }
}

const PREFIXES: [(&str, &str); 15] = [
    ("kilo", "k"),
    ("mega", "M"),
    ("giga", "G"),
    ("tera", "T"),
    ("peta", "P"),
    ("exa", "E"),
    ("centi", "c"),
    ("milli", "m"),
    ("micro", "µ"),
    ("micro", "μ"),
    ("nano", "n"),
    ("deci", "d"),
    ("pico", "p"),
    ("femto", "f"),
    ("atto", "a"),
];

fn prefixed_name(word: &str, base: impl Fn(&str) -> Option<&'static str>) -> Option<Cow<'static, str>> {
    PREFIXES.iter().find_map(|(prefix, _)| Some(format!("{prefix}{}", base(word.strip_prefix(prefix)?)?).into()))
}

pub(super) fn prefixed_symbol(word: &str, base: impl Fn(&str) -> Option<&'static str>) -> Option<Cow<'static, str>> {
    if matches!(
        word,
        "pm" | "am" | "as" | "cm" | "Pm" | "fl" | "fm" | "pt" | "TV" | "PA" | "MT" | "MV" | "MF" | "PT" | "at" | "fs"
    ) {
        return None;
    }
    PREFIXES.iter().find_map(|(prefix, sign)| {
        let rest = word.strip_prefix(sign).filter(|rest| !rest.is_empty())?;
        Some(format!("{prefix}{}", base(rest)?).into())
    })
}
