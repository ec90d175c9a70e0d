//! The order in which the scanners look at a sentence.

use super::{
    Change, Figure, FigureKind,
    amount::Amount,
    anchor::Clock,
    change::Moves,
    exception::is_part_of_speech,
    noun::singular,
    numeral::Form,
    phrase::Phrase,
    quantity::Measure,
    reader::{Reader, Words},
};
use crate::{
    Document, Lexicon,
    lexicon::WordFlags,
    options::Options,
    text::{Span, write_decimal},
    token::TokenKind,
};
use std::{borrow::Cow, cell::OnceCell};

/// Finds the figures, in order. Reads tokens, tags, sentences and names.
pub fn find_figures(document: &Document, lexicon: &Lexicon, options: &Options) -> Vec<Figure> {
    let mut finder = Finder {
        clock: Clock { today: options.published_at },
        figures: Vec::new(),
        counted: None,
        krone: OnceCell::new(),
    };
    let words = Words::new(document);
    for index in 0..document.sentences().len() {
        let reader = Reader::new(document, &words, lexicon, index);
        let mut at = reader.range.start;
        while at < reader.range.end {
            at = finder.step(&reader, at);
        }
    }
    // "10^999" is beyond what a number can hold: the figure stays, without a value.
    for figure in &mut finder.figures {
        for value in [&mut figure.value, &mut figure.min, &mut figure.max] {
            *value = value.filter(|value| value.is_finite());
        }
    }
    date_times(document, &mut finder.figures);
    finder.figures
}

/// A time of day beside its day, "10 a.m. on Friday" or "Friday at 10 a.m.", is on that day.
fn date_times(document: &Document, figures: &mut [Figure]) {
    const BETWEEN: [&str; 7] = ["on", "at", "about", "around", ",", "local", "time"];
    /// Words between them.
    const MOST: usize = 3;
    for at in 1..figures.len() {
        let (earlier, later) = figures.split_at_mut(at);
        let (first, second) = (&mut earlier[at - 1], &mut later[0]);
        let (time, day) = match (first.kind, second.kind) {
            (FigureKind::Time, FigureKind::Date) => (&mut first.iso, &second.iso),
            (FigureKind::Date, FigureKind::Time) => (&mut second.iso, &first.iso),
            _ => continue,
        };
        let (Some(hour), Some(day)) = (&time, day) else { continue };
        let known = day.len() == 10 && day.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-');
        if !known || !hour.starts_with('T') || hour.contains('/') || first.sentence != second.sentence {
            continue;
        }
        let between = document.tokens_in(Span::new(first.span.end(), second.span.start()));
        let near = |at: usize| {
            let word = document.token_str(at);
            BETWEEN.contains(&word) || word.len() > 1 && word.bytes().all(|byte| byte.is_ascii_uppercase())
        };
        if between.len() <= MOST && between.clone().all(near) {
            *time = Some(format!("{day}{hour}"));
        }
    }
}

/// The bare numbers within a span, as the scanners read them: for measuring against extractors that know no units.
#[cfg(feature = "train")]
pub fn numerals(document: &Document, lexicon: &Lexicon, sentence: u32, within: Span) -> Vec<(Span, f64)> {
    let words = Words::new(document);
    let reader = Reader::new(document, &words, lexicon, sentence as usize);
    let mut found = Vec::new();
    let mut at = reader.range.start;
    while at < reader.range.end {
        // "$2.17T": only with the sign before it is the letter a multiplier.
        let money = matches!(reader.word(at.wrapping_sub(1)), "$" | "£" | "€");
        match reader.numeral(at, money).filter(|_| within.contains(reader.span(at, at + 1))) {
            Some(numeral) => {
                found.push((reader.span(numeral.first, numeral.end), numeral.value));
                at = numeral.end;
            }
            None => at += 1,
        }
    }
    found
}

/// What was counted last, for "88 were shot down".
#[derive(Clone)]
pub(super) struct Counted {
    pub(super) span: Span,
    pub(super) unit: Cow<'static, str>,
    pub(super) sentence: u32,
}

pub(super) struct Finder {
    clock: Clock,
    pub(super) figures: Vec<Figure>,
    pub(super) counted: Option<Counted>,
    /// The country's krone that the article speaks of, once somebody has looked.
    krone: OnceCell<Option<&'static str>>,
}

impl Finder {
    /// Looks at the token and returns the one to look at next.
    fn step(&mut self, reader: &Reader, at: usize) -> usize {
        // Most tokens begin no figure; this look is cheap.
        if !may_begin(reader, at) {
            return at + 1;
        }
        // Times before dates, since "10:30 on 5 May" begins with digits as a date may; dates before labels, since
        // "May 5" looks like a name with a number.
        if let Some((end, iso)) = reader.time(at) {
            let figure = Figure { iso: Some(iso), ..make(reader, at, end, FigureKind::Time) };
            return self.push(figure, end);
        }
        if reader.is(at, "one") && reader.label(at) > 0 {
            return at + reader.label(at);
        }
        // Ages before lengths of time: "34-year-old".
        if let Some(age) = reader.age(at) {
            return self.age(reader, &age);
        }
        // Lengths of time before dates: "two days ago".
        if let Some(duration) = reader.duration(at, &self.clock) {
            return self.duration(reader, duration);
        }
        if let Some(when) = reader.when(at, &self.clock) {
            let figure = Figure { iso: when.iso, ..make(reader, when.first, when.end, FigureKind::Date) };
            return self.push(figure, when.end);
        }
        // Scores before telephone numbers and ranges: all are digits with hyphens.
        if let Some(end) = reader.score(at) {
            return self.push(make(reader, at, end, FigureKind::Score), end);
        }
        let label = reader.label(at);
        if label > 0 {
            return at + label;
        }
        if let Some((value, end)) = reader.rate(at) {
            let phrase = reader.counted(at, end, None);
            let mut figure = Figure { value: Some(value), ..make(reader, at, end, FigureKind::Rate) };
            figure.counts = phrase.map(|phrase| span(reader, phrase));
            // "four in five of them".
            if phrase.is_none() && reader.is(end, "of") && reader.is_any(end + 1, &["them", "whom", "these"]) {
                figure.counts = self.counted_here(reader);
            }
            figure.change = reader.change(at, end, Moves::Nothing, false);
            return self.push(figure, end);
        }
        // Ordinals before counts: "twenty-first" begins with a count.
        if let Some((value, end)) = reader.ordinal(at)
            && !is_part_of_speech(reader, at, end)
        {
            let mut figure = Figure { value: Some(value), ..make(reader, at, end, FigureKind::Ordinal) };
            if let Some((head, phrase)) = reader.ranked(end) {
                figure.unit = Some(unit_of(reader, head));
                figure.counts = Some(span(reader, phrase));
            }
            return self.push(figure, end);
        }
        if let Some(end) = self.listed(reader, at) {
            return end;
        }
        match reader.amount(at) {
            Some(amount) => self.amount(reader, &amount),
            None => at + 1,
        }
    }

    /// "March 11, 15 and 19", "aged 4, 5 and 7": a bare number that goes on with a list.
    fn listed(&mut self, reader: &Reader, at: usize) -> Option<usize> {
        let last = self.figures.last()?;
        let joined = (1..=2)
            .take_while(|&back| {
                at >= reader.range.start + back
                    && (reader.is_any(at - back, &[",", "and", "or"])
                        // "children ages 3 to 17".
                        || last.kind == FigureKind::Age && reader.is(at - back, "to"))
            })
            .count();
        let before = at.checked_sub(joined + 1).filter(|&before| joined > 0 && before >= reader.range.start)?;
        let bare = reader.is_number(at)
            && reader.word(at).len() <= 3
            && !reader.touched(at)
            && !reader.touches(at) | matches!(reader.kind(at + 1), Some(TokenKind::Comma | TokenKind::Terminal))
            && (!reader.is_word(at + 1) || reader.is_function(at + 1));
        if !bare || reader.span(before, before + 1).end() != last.span.end() {
            return None;
        }
        let number = reader.numeral(at, false).filter(|number| number.end == at + 1)?.value;
        let mut figure = Figure { span: reader.span(at, at + 1), ..last.clone() };
        match last.kind {
            FigureKind::Age => figure.value = Some(number),
            FigureKind::Date if number <= 31.0 && number.fract() == 0.0 => {
                let iso = last.iso.as_deref().filter(|iso| iso.len() == 10 && !iso.contains('W'))?;
                figure.iso = Some(format!("{}{:02}", &iso[..8], number as u8));
            }
            _ => return None,
        }
        self.figures.push(figure);
        Some(at + 1)
    }

    fn push(&mut self, figure: Figure, end: usize) -> usize {
        self.figures.push(figure);
        end
    }

    fn age(&mut self, reader: &Reader, age: &super::age::Age) -> usize {
        let mut figure = make(reader, age.first, age.end, FigureKind::Age);
        figure.value = Some(age.value);
        figure.unit = Some(age.unit.into());
        figure.counts = match age.who {
            Some((first, end)) => Some(reader.span(first, end)),
            None => reader
                .phrase_from(age.end, false)
                .filter(|_| reader.is_word(age.end))
                .or_else(|| {
                    reader
                        .measured_by(age.first, age.end, &Measure::Time)
                        .filter(|phrase| !reader.is(phrase.head, "age"))
                })
                .map(|phrase| span(reader, phrase)),
        };
        figure.change = reader.change(age.first, age.end, Moves::Nothing, false);
        self.push(figure, age.end)
    }

    fn duration(&mut self, reader: &Reader, duration: super::duration::Duration) -> usize {
        let (first, end) = (duration.first, duration.end);
        let kind = if duration.date.is_some() { FigureKind::Date } else { FigureKind::Duration };
        let mut figure = make(reader, first, end, kind);
        figure.value = duration.value;
        figure.unit = Some(duration.unit);
        figure.iso = duration.date.unwrap_or(duration.iso);
        figure.change = reader.change(first, end, Moves::Nothing, true);
        if kind == FigureKind::Duration {
            figure.counts =
                reader.lasting(first, end).or_else(|| reader.elapsing(first)).map(|phrase| span(reader, phrase));
            // "up from 38 minutes".
            if reader.is_compared(first)
                && let Some(last) = self.last_amount(reader).filter(|last| last.kind == kind && last.counts.is_some())
            {
                figure.counts = last.counts;
            }
        }
        self.push(figure, end)
    }

    fn amount(&mut self, reader: &Reader, amount: &Amount) -> usize {
        let Amount { quantity, first, end, range, .. } = amount;
        let (first, end) = (*first, *end);
        let kind = match quantity.measure {
            Measure::Plain => FigureKind::Count,
            Measure::Percent => FigureKind::Percent,
            Measure::Points if quantity.unit.as_deref() == Some("percentage point") => FigureKind::Percent,
            Measure::Points | Measure::Unit(_) => FigureKind::Measure,
            Measure::Money(_) => FigureKind::Money,
            Measure::Time => FigureKind::Duration,
        };
        let mut figure = make(reader, first, end, kind);
        match range {
            Some((min, max)) => (figure.min, figure.max) = (Some(*min), Some(*max)),
            None => figure.value = Some(quantity.number.value),
        }
        figure.unit.clone_from(&quantity.unit);
        if let Measure::Money(iso) = quantity.measure {
            figure.currency = iso;
            // The kroner of two countries: that of the sentence, or else of the article.
            let kroner = iso == Some("DKK") && (first..end).any(|at| reader.is_any(at, &["krone", "kroner"]));
            if kroner && !(first..end).any(|at| reader.is(at, "danish")) {
                figure.currency = reader
                    .krone(reader.range.clone())
                    .or_else(|| *self.krone.get_or_init(|| reader.krone(0..usize::MAX)));
            }
        }
        // "added 312 points" says how far, as a share does.
        let hyphen = usize::from(reader.is_hyphen(end));
        let points = reader.is_any(end + hyphen, &["point", "points"])
            && !reader.is_any(first.wrapping_sub(1), &["at", "on", "in"]);
        let moves = match kind {
            FigureKind::Count if points => Moves::Amounts,
            FigureKind::Count if quantity.number.form == Form::Fraction => Moves::Measures,
            FigureKind::Count => Moves::Counts,
            FigureKind::Duration => Moves::Nothing,
            FigureKind::Measure => Moves::Measures,
            _ => Moves::Amounts,
        };
        let behind = if points { end + hyphen + 1 } else { end };
        figure.change = reader.change(first, behind, moves, kind == FigureKind::Duration);
        if quantity.number.form == Form::Vague && figure.change == Change::Exact {
            figure.change =
                if reader.is_any(first, &["a", "few", "several"]) { Change::About } else { Change::AtLeast };
        }
        if range.is_some() && matches!(figure.change, Change::Exact | Change::Up | Change::Down) {
            figure.change = range_change(reader, amount, figure.change);
        }
        if kind == FigureKind::Count {
            if !self.count(reader, amount, &mut figure) {
                return end;
            }
        } else {
            let phrase = if kind == FigureKind::Duration {
                reader.lasting(first, end).or_else(|| reader.elapsing(first))
            } else {
                reader.measured_by(first, end, &quantity.measure).or_else(|| reader.nearest_phrase(first))
            };
            figure.counts = phrase.map(|phrase| span(reader, phrase));
            self.adopt(reader, first, end, &mut figure);
            if kind == FigureKind::Duration {
                figure.iso = duration_range(range.as_ref(), quantity.unit.as_deref());
            }
        }
        figure.level = matches!(figure.change, Change::Up | Change::Down)
            && match reader.before(first) {
                // "to $26m (€24m)", "to 2, 3 and 5 percent": as the one before.
                "(" | "," | "and" | "or" => self.last_amount(reader).is_some_and(|last| last.level),
                _ => reader.is_level(first, range.is_some()),
            };
        self.push(figure, end)
    }
}

/// Whether a figure can begin at the token, as far as one look tells.
fn may_begin(reader: &Reader, at: usize) -> bool {
    match reader.kind(at) {
        Some(TokenKind::Number | TokenKind::Symbol | TokenKind::Dash) => true,
        Some(TokenKind::Hyphen | TokenKind::Terminal | TokenKind::Other | TokenKind::Quote) => reader.touches(at),
        // "two", "May", "last"; "USD 5", "age 7".
        Some(TokenKind::Word) => {
            matches!(reader.kind(at + 1), Some(TokenKind::Number | TokenKind::Symbol))
                || reader.flags(at).has(WordFlags::FIGURE) && may_go_on(reader, at)
        }
        _ => false,
    }
}

/// "the", "a", "this" begin many phrases and few figures: whether the word behind is one that a figure goes on with.
fn may_go_on(reader: &Reader, at: usize) -> bool {
    let next = at + 1;
    match reader.word(at) {
        "the" | "The" => reader.flags(next).has(WordFlags::FIGURE),
        "a" | "an" | "A" | "An" | "all" | "All" | "some" | "Some" | "many" | "Many" | "another" | "Another"
        | "full" | "whole" => {
            reader.is_hyphen(next)
                || reader.flags(next).has(WordFlags::FIGURE)
                || reader.time_unit(next + usize::from(reader.is(next, "single"))).is_some()
                || reader.is_one_unit(next)
                // "a dollar more".
                || reader.is_any(next, &["dollar", "cent", "penny", "euro", "percent", "pound", "point"])
        }
        _ => true,
    }
}

fn make(reader: &Reader, first: usize, end: usize, kind: FigureKind) -> Figure {
    let mut span = reader.span(first, end);
    // "200lbs." at a sentence's end: the full stop is the sentence's.
    let last = reader.word(end - 1);
    if end == reader.range.end && last.ends_with('.') && last.len() > 1 && last.matches('.').count() == 1 {
        span = Span::new(span.start(), span.end() - 1);
    }
    Figure {
        span,
        kind,
        value: None,
        min: None,
        max: None,
        unit: None,
        currency: None,
        counts: None,
        change: Change::Exact,
        level: false,
        iso: None,
        sentence: reader.sentence,
    }
}

pub(super) fn span(reader: &Reader, phrase: Phrase) -> Span {
    reader.span(phrase.first, phrase.end)
}

/// The head noun's singular.
pub(super) fn unit_of(reader: &Reader, phrase: Phrase) -> Cow<'static, str> {
    let word = reader.word(phrase.head);
    // "88 dead and 12 wounded" are people.
    if reader.is_any(phrase.head, &["dead", "wounded", "injured", "missing", "killed"]) {
        return "person".into();
    }
    // "14 F-35s": the number belongs to the name.
    let number =
        phrase.head - usize::from(reader.touched(phrase.head) && !reader.is_hyphen(phrase.head.wrapping_sub(1)));
    if phrase.head > phrase.first + 1 && reader.is_number(number) && reader.is_hyphen(number - 1) {
        let name = format!("{}-{}", reader.word(number - 2), reader.word(number));
        return Cow::Owned(name);
    }
    if reader.case(phrase.head) == crate::tag::Case::Lower || word.is_ascii() && word.len() > 24 {
        singular(reader.lower(phrase.head))
    } else {
        // "20 Ukrainians", "12 Republicans" keep their capital.
        let plural = word.strip_suffix('s').filter(|stem| stem.len() > 3 && !stem.ends_with('s'));
        Cow::Owned(plural.unwrap_or(word).to_owned())
    }
}

/// "rose from 10 to 12", "fell from 5% to 4%"; a range that nothing moves is exact.
fn range_change(reader: &Reader, amount: &Amount, found: Change) -> Change {
    if !reader.is(amount.first.wrapping_sub(1), "from") {
        return found;
    }
    if amount.falls {
        return Change::Down;
    }
    // Without a verb of change "from" names the ends only: "fares from $5 to $10".
    let from = reader.range.start.max(amount.first.saturating_sub(8));
    (from..amount.first)
        .rev()
        .find_map(|at| {
            super::change::verb_direction(reader.lower(at)).or_else(|| super::change::noun_direction(reader.lower(at)))
        })
        .map_or(found, |up| if up { Change::Up } else { Change::Down })
}

fn duration_range(range: Option<&(f64, f64)>, unit: Option<&str>) -> Option<String> {
    let (min, max) = range?;
    let (prefix, letter) = match unit? {
        "year" => ("P", 'Y'),
        "month" => ("P", 'M'),
        "week" => ("P", 'W'),
        "day" => ("P", 'D'),
        "hour" => ("PT", 'H'),
        "minute" => ("PT", 'M'),
        "second" => ("PT", 'S'),
        _ => return None,
    };
    let mut iso = String::from(prefix);
    write_decimal(*min, &mut iso);
    iso.extend([letter, '/']);
    iso.push_str(prefix);
    write_decimal(*max, &mut iso);
    iso.push(letter);
    Some(iso)
}
