//! Finds the figures of a sentence: reads a number, then looks what stands around it.

use super::{Change, Figure, FigureKind};
use crate::{
    Document,
    lexicon::{WordFlags, lowercase},
    options::Options,
    sentence::Sentence,
    tag::Case,
    text::Span,
    token::TokenKind,
};

/// Finds the figures, in order. Reads tokens, tags and sentences.
pub fn find_figures(document: &Document, _options: &Options) -> Vec<Figure> {
    let mut figures = Vec::new();
    for (index, sentence) in document.sentences().iter().enumerate() {
        let reader = Reader { document, sentence: *sentence, index: index as u32 };
        let mut at = sentence.tokens().start;
        while at < sentence.tokens().end {
            match reader.figure(at) {
                Some((figure, next)) => {
                    figures.push(figure);
                    at = next;
                }
                None => at += 1,
            }
        }
    }
    figures
}

struct Reader<'d> {
    document: &'d Document<'d>,
    sentence: Sentence,
    index: u32,
}

const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];
const WEEKDAYS: [&str; 7] = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

impl Reader<'_> {
    /// The figure that begins at the token, and the token behind it.
    fn figure(&self, at: usize) -> Option<(Figure, usize)> {
        self.date(at).or_else(|| self.money(at)).or_else(|| self.counted(at))
    }

    fn word(&self, at: usize) -> &str {
        if self.sentence.tokens().contains(&at) { self.document.token_str(at) } else { "" }
    }

    fn is_number(&self, at: usize) -> bool {
        self.sentence.tokens().contains(&at) && self.document.tokens()[at].kind == TokenKind::Number
    }

    fn make(&self, first: usize, end: usize, kind: FigureKind, value: Option<f64>) -> Figure {
        let tokens = self.document.tokens();
        Figure {
            span: tokens[first].span.cover(tokens[end - 1].span),
            kind,
            value,
            min: None,
            max: None,
            unit: None,
            currency: None,
            counts: None,
            change: Change::Exact,
            iso: None,
            sentence: self.index,
        }
    }

    /// A number in digits or words with its multiplier, and the token behind it.
    fn number(&self, at: usize) -> Option<(f64, usize)> {
        let word = lowercase(self.word(at)).into_owned();
        let mut end = at + 1;
        let value = if self.is_number(at) {
            self.word(at).replace(',', "").parse().ok()?
        } else {
            const SMALL: [&str; 13] =
                ["", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];
            let small = SMALL.iter().position(|&name| !name.is_empty() && name == word)?;
            // "one" is a pronoun as often as not.
            if small == 1 {
                return None;
            }
            small as f64
        };
        let power = match lowercase(self.word(end)).as_ref() {
            "hundred" => 100.0,
            "thousand" => 1_000.0,
            "million" | "m" | "mn" => 1_000_000.0,
            "billion" | "bn" => 1_000_000_000.0,
            "trillion" | "tn" => 1_000_000_000_000.0,
            _ => return Some((value, end)),
        };
        end += 1;
        Some((value * power, end))
    }

    fn money(&self, at: usize) -> Option<(Figure, usize)> {
        let (currency, unit, number_at) = match self.word(at) {
            "$" => ("USD", "dollar", at + 1),
            "£" => ("GBP", "pound", at + 1),
            "€" => ("EUR", "euro", at + 1),
            "¥" => ("JPY", "yen", at + 1),
            "₹" => ("INR", "rupee", at + 1),
            _ => {
                let (value, end) = self.number(at)?;
                let (currency, unit) = match lowercase(self.word(end)).as_ref() {
                    "dollars" | "dollar" => ("USD", "dollar"),
                    "euros" | "euro" => ("EUR", "euro"),
                    "pounds" => ("GBP", "pound"),
                    _ => return None,
                };
                let figure = Figure {
                    currency: Some(currency),
                    unit: Some(unit.into()),
                    ..self.make(at, end + 1, FigureKind::Money, Some(value))
                };
                return Some((figure, end + 1));
            }
        };
        let (value, end) = self.number(number_at)?;
        let figure = Figure {
            currency: Some(currency),
            unit: Some(unit.into()),
            ..self.make(at, end, FigureKind::Money, Some(value))
        };
        Some((figure, end))
    }

    /// Weekdays, months and years.
    fn date(&self, at: usize) -> Option<(Figure, usize)> {
        let word = lowercase(self.word(at)).into_owned();
        let capital = self.document.tags()[at].case == Case::Title;
        let year = |at: usize| {
            self.word(at).parse::<u32>().ok().filter(|year| (1500..2200).contains(year) && self.word(at).len() == 4)
        };
        let day = |at: usize| self.word(at).parse::<u32>().ok().filter(|day| (1..=31).contains(day));
        if let Some(weekday) = WEEKDAYS.iter().position(|&name| name == word).filter(|_| capital) {
            let figure = Figure {
                iso: Some(format!("XXXX-WXX-{}", weekday + 1)),
                ..self.make(at, at + 1, FigureKind::Date, None)
            };
            return Some((figure, at + 1));
        }
        let month_at = |at: usize| {
            let title = self.sentence.tokens().contains(&at) && self.document.tags()[at].case == Case::Title;
            MONTHS.iter().position(|&name| title && name == lowercase(self.word(at)).as_ref()).map(|month| month + 1)
        };
        if let Some(month) = month_at(at) {
            let (date, next) = match day(at + 1) {
                Some(day) => (format!("-{month:02}-{day:02}"), at + 2),
                None => (format!("-{month:02}"), at + 1),
            };
            let comma = usize::from(self.word(next) == ",");
            let (iso, end) = match year(next + comma) {
                Some(year) => (format!("{year}{date}"), next + comma + 1),
                None => (format!("XXXX{date}"), next),
            };
            return Some((Figure { iso: Some(iso), ..self.make(at, end, FigureKind::Date, None) }, end));
        }
        if let (Some(day), Some(month)) = (day(at), month_at(at + 1)) {
            let (iso, end) = match year(at + 2) {
                Some(year) => (format!("{year}-{month:02}-{day:02}"), at + 3),
                None => (format!("XXXX-{month:02}-{day:02}"), at + 2),
            };
            return Some((Figure { iso: Some(iso), ..self.make(at, end, FigureKind::Date, None) }, end));
        }
        let before = if at > self.sentence.tokens().start { self.word(at - 1) } else { "" };
        let year =
            year(at).filter(|_| matches!(before, "in" | "In" | "since" | "Since" | "until" | "by" | "from" | "of"))?;
        Some((Figure { iso: Some(year.to_string()), ..self.make(at, at + 1, FigureKind::Date, None) }, at + 1))
    }

    /// Percent, durations, ordinals and counts.
    fn counted(&self, at: usize) -> Option<(Figure, usize)> {
        let (value, end) = self.number(at)?;
        let tokens = self.document.tokens();
        let next = lowercase(self.word(end)).into_owned();
        if matches!(next.as_str(), "%" | "percent" | "pc") {
            let figure =
                Figure { unit: Some("percent".into()), ..self.make(at, end + 1, FigureKind::Percent, Some(value)) };
            return Some((figure, end + 1));
        }
        let letters = self.sentence.tokens().contains(&end)
            && tokens[end - 1].touches(tokens[end])
            && tokens[end].kind == TokenKind::Word;
        if letters && matches!(next.as_str(), "st" | "nd" | "rd" | "th") {
            return Some((self.make(at, end + 1, FigureKind::Ordinal, Some(value)), end + 1));
        }
        // "5G", "F-16", "192.168.1.2": no figures.
        let touched = at > self.sentence.tokens().start
            && tokens[at - 1].touches(tokens[at])
            && matches!(tokens[at - 1].kind, TokenKind::Hyphen | TokenKind::Word);
        if letters || touched || self.word(at).matches('.').count() > 1 {
            return None;
        }
        let period = match next.as_str() {
            "day" | "days" => Some(("day", "P", "D")),
            "week" | "weeks" => Some(("week", "P", "W")),
            "month" | "months" => Some(("month", "P", "M")),
            "year" | "years" => Some(("year", "P", "Y")),
            "hour" | "hours" => Some(("hour", "PT", "H")),
            "minute" | "minutes" => Some(("minute", "PT", "M")),
            _ => None,
        };
        if let Some((unit, prefix, letter)) = period {
            let iso = Some(format!("{prefix}{value}{letter}"));
            let figure =
                Figure { unit: Some(unit.into()), iso, ..self.make(at, end + 1, FigureKind::Duration, Some(value)) };
            return Some((figure, end + 1));
        }
        let mut figure = self.make(at, end, FigureKind::Count, Some(value));
        figure.counts = self.counted_words(end);
        Some((figure, end))
    }

    /// The words behind a number, up to the first function word or mark.
    fn counted_words(&self, at: usize) -> Option<Span> {
        let (tokens, tags) = (self.document.tokens(), self.document.tags());
        let last = (at..self.sentence.tokens().end.min(at + 3))
            .take_while(|&index| {
                tokens[index].kind == TokenKind::Word
                    && !tags[index].flags.has(WordFlags::STOP)
                    && tags[index].case != Case::Title
            })
            .last()?;
        Some(tokens[at].span.cover(tokens[last].span))
    }
}
