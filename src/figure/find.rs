//! The order in which the scanners look at a sentence.

use super::{
    cursor::{Cursor, Words, back},
    discourse::Discourse,
    grammar::is_content_word,
    identifier::identifier,
    modifier::{Direction, Modified, Moves, change, is_level, noun_direction, verb_direction},
    number::{Notation, is_no_ordinal, is_one_unit, numeral_at, ordinal},
    quantity::{Amount, Lands, Measure, Quantity, amount, is_shared_name, rate, score, shared_currency, time_unit},
    referent::{
        Kind, NounPhrase, count, counted, head_noun, inherit, is_compared, measured_by, nearest_phrase, parsed,
        parts_of_whole, phrase_from, ranked,
    },
    time::{
        Age, ReferenceDate, age, bare_age, date, duration, duration_event, duration_range, elapsing_event,
        join_days_and_times, time_of_day, whose_age,
    },
};
use crate::{
    Document, Models,
    document::{Change, Figure, FigureKind, TokenKind},
    lexicon::WordFlags,
    text::Span,
};
use std::{cell::OnceCell, ops::Range};

/// Finds the figures, in order. Reads tokens, tags, sentences and names.
pub(crate) fn find_figures(document: &Document, models: &Models) -> Vec<Figure> {
    let words = Words::new(document);
    let mut finder = Finder {
        reference: ReferenceDate { today: document.published_at },
        discourse: Discourse::default(),
        lands: OnceCell::new(),
        document,
    };
    for index in 0..document.sentences().len() {
        let cursor = Cursor::new(document, &words, models, index);
        let mut at = cursor.start();
        while at < cursor.end() {
            at = finder.step(&cursor, at);
        }
    }
    // "10^999" is beyond what a number can hold: the figure stays, without a value.
    for figure in &mut finder.discourse.figures {
        for value in [&mut figure.value, &mut figure.min, &mut figure.max] {
            *value = value.filter(|value| value.is_finite());
        }
    }
    join_days_and_times(document, &mut finder.discourse.figures);
    finder.discourse.figures
}

/// The bare numbers within a span, as the scanners read them: for measuring against extractors that know no units.
#[cfg(feature = "train")]
pub(crate) fn numerals(document: &Document, models: &Models, sentence: u32, within: Span) -> Vec<(Span, f64)> {
    let words = Words::new(document);
    let cursor = &Cursor::new(document, &words, models, sentence as usize);
    let mut found = Vec::new();
    let mut at = cursor.start();
    while at < cursor.end() {
        // "$2.17T": only with the sign before it is the letter a multiplier.
        let money = matches!(cursor.word(back(at, 1)), "$" | "£" | "€");
        match numeral_at(cursor, at, money).filter(|_| within.contains(cursor.span(at, at + 1))) {
            Some(numeral) => {
                found.push((cursor.span(numeral.first, numeral.end), numeral.value));
                at = numeral.end;
            }
            None => at += 1,
        }
    }
    found
}

struct Finder<'d> {
    reference: ReferenceDate,
    discourse: Discourse,
    document: &'d Document<'d>,
    /// The lands that the article names, once somebody has asked.
    lands: OnceCell<Lands>,
}

/// Adds the figure that begins at the token; returns the token to look at next.
type Scanner<'d> = fn(&mut Finder<'d>, &Cursor, usize) -> Option<usize>;

impl<'d> Finder<'d> {
    /// The scanners in the order in which they look; the reason where the order matters.
    const SCANNERS: [Scanner<'d>; 11] = [
        // Before dates, since "10:30 on 5 May" begins with digits as a date may.
        Self::time_of_day,
        Self::one_that_names,
        // Before lengths of time: "34-year-old".
        Self::age,
        // Before dates: "two days ago".
        Self::duration,
        // Before identifiers, since "May 5" looks like a name with a number.
        Self::date,
        // Before telephone numbers and ranges: all are digits with hyphens.
        Self::score,
        Self::identifier,
        Self::rate,
        // Before counts: "twenty-first" begins with one.
        Self::ordinal,
        Self::listed,
        Self::amount,
    ];

    /// Looks at the token and returns the one to look at next.
    fn step(&mut self, cursor: &Cursor, at: usize) -> usize {
        // Most tokens begin no figure; this look is cheap.
        if !may_begin(cursor, at) {
            return at + 1;
        }
        Self::SCANNERS.iter().find_map(|scan| scan(self, cursor, at)).unwrap_or(at + 1)
    }

    fn time_of_day(&mut self, cursor: &Cursor, at: usize) -> Option<usize> {
        let (end, iso) = time_of_day(cursor, at)?;
        Some(self.push(Figure { iso: Some(iso), ..make(cursor, at, end, FigureKind::Time) }, end))
    }

    /// "One day it will rain."
    fn one_that_names(&mut self, cursor: &Cursor, at: usize) -> Option<usize> {
        if cursor.is(at, "one") { self.identifier(cursor, at) } else { None }
    }

    fn date(&mut self, cursor: &Cursor, at: usize) -> Option<usize> {
        let when = date(cursor, at, &self.reference)?;
        let figure = Figure { iso: when.iso, ..make(cursor, when.first, when.end, FigureKind::Date) };
        Some(self.push(figure, when.end))
    }

    fn score(&mut self, cursor: &Cursor, at: usize) -> Option<usize> {
        let end = score(cursor, at)?;
        Some(self.push(make(cursor, at, end, FigureKind::Score), end))
    }

    /// Steps over a number that is no figure.
    #[expect(clippy::unused_self, reason = "a scanner as the others")]
    fn identifier(&mut self, cursor: &Cursor, at: usize) -> Option<usize> {
        Some(at + identifier(cursor, at)).filter(|&end| end > at)
    }

    fn rate(&mut self, cursor: &Cursor, at: usize) -> Option<usize> {
        let (value, end) = rate(cursor, at)?;
        let phrase = counted(cursor, at, end, None);
        let mut figure = Figure { value: Some(value), ..make(cursor, at, end, FigureKind::Rate) };
        figure.counts = phrase.map(|phrase| phrase.span(cursor));
        // "four in five of them".
        if phrase.is_none() && cursor.reads_each(end, &[&["of"], &["them", "whom", "these"]]) {
            figure.counts = self.discourse.counted_here(cursor);
        }
        modify(&mut figure, change(cursor, at, end, Moves::Nothing, false));
        Some(self.push(figure, end))
    }

    fn ordinal(&mut self, cursor: &Cursor, at: usize) -> Option<usize> {
        let (value, end) = ordinal(cursor, at).filter(|&(_, end)| !is_no_ordinal(cursor, at, end))?;
        let mut figure = Figure { value: Some(value), ..make(cursor, at, end, FigureKind::Ordinal) };
        if let Some((head, phrase)) = ranked(cursor, end) {
            figure.unit = Some(head_noun(cursor, head));
            figure.counts = Some(phrase.span(cursor));
        }
        Some(self.push(figure, end))
    }

    /// "March 11, 15 and 19", "aged 4, 5 and 7": a bare number that goes on with a list.
    fn listed(&mut self, cursor: &Cursor, at: usize) -> Option<usize> {
        let last = self.discourse.figures.last()?;
        let joiners: &[&str] = match last.kind {
            // "children ages 3 to 17".
            FigureKind::Age => &[",", "and", "or", "to"],
            _ => &[",", "and", "or"],
        };
        let joined = (1..=2).take_while(|&steps| cursor.is_any(back(at, steps), joiners)).count();
        let before = back(at, joined + 1);
        if joined == 0 || !cursor.contains(before) || !is_bare(cursor, at) {
            return None;
        }
        if cursor.span(before, before + 1).end() != last.span.end() {
            return None;
        }
        let number = numeral_at(cursor, at, false).filter(|number| number.end == at + 1)?.value;
        let mut figure = Figure { span: cursor.span(at, at + 1), ..last.clone() };
        match last.kind {
            FigureKind::Age => figure.value = Some(number),
            FigureKind::Date if number <= 31.0 && number.fract() == 0.0 => {
                let iso = last.iso.as_deref().filter(|iso| iso.len() == 10 && !iso.contains('W'))?;
                figure.iso = Some(format!("{}{:02}", &iso[..8], number as u8));
            }
            _ => return None,
        }
        self.discourse.figures.push(figure);
        Some(at + 1)
    }

    fn push(&mut self, figure: Figure, end: usize) -> usize {
        self.discourse.figures.push(figure);
        end
    }

    fn age(&mut self, cursor: &Cursor, at: usize) -> Option<usize> {
        let age = age(cursor, at)?;
        let mut figure = make(cursor, age.first, age.end, FigureKind::Age);
        figure.value = Some(age.value);
        figure.unit = Some(age.unit.into());
        figure.counts = match age.who {
            Some((first, end)) => Some(cursor.span(first, end)),
            None => aged(cursor, &age).map(|phrase| phrase.span(cursor)),
        };
        modify(&mut figure, change(cursor, age.first, age.end, Moves::Nothing, false));
        Some(self.push(figure, age.end))
    }

    fn duration(&mut self, cursor: &Cursor, at: usize) -> Option<usize> {
        let duration = duration(cursor, at, &self.reference)?;
        let (first, end) = (duration.first, duration.end);
        let kind = if duration.date.is_some() { FigureKind::Date } else { FigureKind::Duration };
        let mut figure = make(cursor, first, end, kind);
        figure.value = duration.value;
        figure.unit = Some(duration.unit);
        figure.iso = duration.date.unwrap_or(duration.iso);
        modify(&mut figure, change(cursor, first, end, Moves::Nothing, true));
        if kind == FigureKind::Duration {
            let phrase = duration_event(cursor, first, end).or_else(|| elapsing_event(cursor, first));
            // "up from 38 minutes".
            figure.counts = self.compared_duration(cursor, first).or(phrase.map(|phrase| phrase.span(cursor)));
        }
        Some(self.push(figure, end))
    }

    /// What the duration counts that this one is compared with.
    fn compared_duration(&self, cursor: &Cursor, first: usize) -> Option<Span> {
        if !is_compared(cursor, first) {
            return None;
        }
        self.discourse.last_amount(cursor).filter(|last| last.kind == FigureKind::Duration)?.counts
    }

    fn amount(&mut self, cursor: &Cursor, at: usize) -> Option<usize> {
        let amount = &amount(cursor, at)?;
        let Amount { quantity, first, end, range, .. } = amount;
        let (first, end) = (*first, *end);
        let kind = kind_of(quantity);
        let mut figure = make(cursor, first, end, kind);
        match range {
            Some((min, max)) => (figure.min, figure.max) = (Some(*min), Some(*max)),
            None => figure.value = Some(quantity.number.value),
        }
        figure.unit.clone_from(&quantity.unit);
        if let Measure::Money(iso) = quantity.measure {
            figure.currency = self.currency(cursor, iso, quantity.unit.as_deref(), first..end);
        }
        modify(&mut figure, change_of(cursor, amount, kind));
        self.convert(cursor, amount, &mut figure);
        if kind == FigureKind::Count {
            if !self.plain_number(cursor, amount, &mut figure) {
                return Some(end);
            }
        } else {
            let phrase = if kind == FigureKind::Duration {
                duration_event(cursor, first, end).or_else(|| elapsing_event(cursor, first))
            } else if let Some((name, phrase)) = parsed(cursor, first, end, parsed_kind(kind)) {
                figure.rules.push(name);
                Some(phrase)
            } else {
                measured_by(cursor, first, end, &quantity.measure).or_else(|| nearest_phrase(cursor, first))
            };
            figure.counts = phrase.map(|phrase| phrase.span(cursor));
            inherit(cursor, &self.discourse, first, end, &mut figure);
            if kind == FigureKind::Duration {
                figure.iso = duration_range(range.as_ref(), quantity.unit.as_deref());
            }
        }
        let moves = matches!(figure.change, Change::Up | Change::Down);
        figure.level = moves && self.says_level(cursor, first, range.is_some());
        Some(self.push(figure, end))
    }

    /// "lower than 8.9 ksi (61.4 MPa)": what is said of the first is true of its conversion in brackets.
    fn convert(&self, cursor: &Cursor, amount: &Amount, figure: &mut Figure) {
        if figure.change != Change::Exact || cursor.before(amount.first) != "(" || cursor.word(amount.end) != ")" {
            return;
        }
        let before = back(amount.first, 2);
        let Some(last) = self.discourse.last_amount(cursor).filter(|_| cursor.contains(before)) else { return };
        let is_converted = last.kind == figure.kind && last.unit != figure.unit && last.currency != figure.currency
            || last.kind == FigureKind::Measure && figure.kind == FigureKind::Measure;
        if is_converted && last.span.end() == cursor.span(before, before + 1).end() {
            figure.change = last.change;
        }
    }

    /// The code of the amount's currency; a word that several lands use asks for its land.
    fn currency(
        &self,
        cursor: &Cursor,
        usual: Option<&'static str>,
        unit: Option<&str>,
        amount: Range<usize>,
    ) -> Option<&'static str> {
        // "dollar per hour" is a dollar's.
        let base = unit.and_then(|unit| unit.split(" per ").next());
        let Some(unit) = base.filter(|_| is_shared_name(cursor, amount.clone())) else { return usual };
        let lands = self.lands.get_or_init(|| Lands::of(self.document, cursor.lexicon()));
        shared_currency(cursor, lands, unit, usual, amount.start)
    }

    /// Whether an amount that goes up or down is what it goes to, rather than by how much it does.
    fn says_level(&self, cursor: &Cursor, first: usize, is_range: bool) -> bool {
        match cursor.before(first) {
            // "to $26m (€24m)", "to 2, 3 and 5 percent": as the one before.
            "(" | "," | "and" | "or" => self.discourse.last_amount(cursor).is_some_and(|last| last.level),
            _ => is_level(cursor, first, is_range),
        }
    }

    /// Fills in what a number without a unit counts. False where it turns out to be no figure.
    fn plain_number(&mut self, cursor: &Cursor, amount: &Amount, figure: &mut Figure) -> bool {
        let (first, end) = (amount.first, amount.end);
        if let Some((part, whole)) = parts_of_whole(cursor, end) {
            figure.unit = Some(part);
            figure.counts = Some(whole);
            return true;
        }
        if let Some(unit) = bare_age(cursor, first, end).filter(|_| figure.value.is_some_and(|value| value < 120.0)) {
            figure.kind = FigureKind::Age;
            figure.unit = Some(unit.into());
            figure.counts = whose_age(cursor, first).map(|phrase| phrase.span(cursor));
            return true;
        }
        count(cursor, &mut self.discourse, amount, figure)
    }
}

/// What the grammar is asked about.
fn parsed_kind(kind: FigureKind) -> Kind {
    match kind {
        FigureKind::Money => Kind::Money,
        _ => Kind::Measure,
    }
}

/// What a quantity is, by what it is a number of.
fn kind_of(quantity: &Quantity) -> FigureKind {
    match quantity.measure {
        Measure::Plain => FigureKind::Count,
        Measure::Percent => FigureKind::Percent,
        Measure::Points if quantity.unit.as_deref() == Some("percentage point") => FigureKind::Percent,
        Measure::Points | Measure::Unit(_) => FigureKind::Measure,
        Measure::Money(_) => FigureKind::Money,
        Measure::Time => FigureKind::Duration,
    }
}

/// How an amount compares or changes, as far as the words around it tell.
fn change_of(cursor: &Cursor, amount: &Amount, kind: FigureKind) -> Modified {
    let (first, end, notation) = (amount.first, amount.end, amount.quantity.number.notation);
    // "added 312 points" says how far, as a share does.
    let noun = end + usize::from(cursor.is_hyphen(end));
    let points = cursor.is_any(noun, &["point", "points"]) && !cursor.is_any(back(first, 1), &["at", "on", "in"]);
    let moves = match kind {
        FigureKind::Count if points => Moves::Amounts,
        FigureKind::Count if notation == Notation::Fraction => Moves::Measures,
        FigureKind::Count => Moves::Counts,
        FigureKind::Duration => Moves::Nothing,
        FigureKind::Measure => Moves::Measures,
        _ => Moves::Amounts,
    };
    let after = if points { noun + 1 } else { end };
    let modified = change(cursor, first, after, moves, kind == FigureKind::Duration);
    let change = match modified.change {
        Change::Exact if notation == Notation::Vague && amount.range.is_none() => Change::About,
        found @ (Change::Exact | Change::Up | Change::Down) if amount.range.is_some() => {
            range_change(cursor, amount, found)
        }
        found => found,
    };
    Modified { change, ..modified }
}

/// Who or what is so old: the noun after, or what stands before; "of age" is nobody.
fn aged(cursor: &Cursor, age: &Age) -> Option<NounPhrase> {
    if let Some(phrase) = phrase_from(cursor, age.end, false).filter(|_| cursor.is_word(age.end)) {
        return Some(phrase);
    }
    measured_by(cursor, age.first, age.end, &Measure::Time).filter(|phrase| !cursor.is(phrase.head, "age"))
}

/// Whether the token is a short number that nothing is glued to and no noun follows.
fn is_bare(cursor: &Cursor, at: usize) -> bool {
    if !cursor.is_number(at) || cursor.word(at).len() > 3 || cursor.touched(at) {
        return false;
    }
    match cursor.kind(at + 1) {
        Some(TokenKind::Comma | TokenKind::Terminal) => true,
        _ => !cursor.touches(at) && !is_content_word(cursor, at + 1),
    }
}

/// Whether a figure can begin at the token, as far as one look tells.
fn may_begin(cursor: &Cursor, at: usize) -> bool {
    match cursor.kind(at) {
        Some(TokenKind::Number | TokenKind::Symbol | TokenKind::Dash) => true,
        Some(TokenKind::Hyphen | TokenKind::Terminal | TokenKind::Other | TokenKind::Quote) => cursor.touches(at),
        // "two", "May", "last"; "USD 5", "age 7".
        Some(TokenKind::Word) => match cursor.kind(at + 1) {
            Some(TokenKind::Number | TokenKind::Symbol) => true,
            _ => cursor.flags(at).has(WordFlags::FIGURE) && may_go_on(cursor, at),
        },
        _ => false,
    }
}

/// "the", "a", "this" begin many phrases and few figures: whether the word after is one that a figure goes on with.
fn may_go_on(cursor: &Cursor, at: usize) -> bool {
    let next = at + 1;
    match cursor.word(at) {
        "the" | "The" => cursor.flags(next).has(WordFlags::FIGURE),
        "a" | "an" | "A" | "An" | "all" | "All" | "some" | "Some" | "many" | "Many" | "another" | "Another"
        | "full" | "whole" => {
            cursor.is_hyphen(next) || cursor.flags(next).has(WordFlags::FIGURE) || may_be_one_unit(cursor, next)
        }
        _ => true,
    }
}

/// "a year", "all day", "a mile from", "a dollar more".
fn may_be_one_unit(cursor: &Cursor, at: usize) -> bool {
    if cursor.is_any(at, &["dollar", "cent", "penny", "euro", "percent", "pound", "point"]) {
        return true;
    }
    time_unit(cursor, at + usize::from(cursor.is(at, "single"))).is_some() || is_one_unit(cursor, at)
}

/// Sets what the words around a figure make of it.
fn modify(figure: &mut Figure, modified: Modified) {
    figure.change = modified.change;
    figure.rules.extend(modified.rules());
}

fn make(cursor: &Cursor, first: usize, end: usize, kind: FigureKind) -> Figure {
    let mut span = cursor.span(first, end);
    // "200lbs." at a sentence's end: the full stop is the sentence's.
    let last = cursor.word(end - 1);
    let stopped = last.ends_with('.') && last.len() > 1 && last.matches('.').count() == 1;
    if stopped && end == cursor.end() {
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
        sentence: cursor.sentence(),
        rules: Vec::new(),
    }
}

/// "rose from 10 to 12", "fell from 5% to 4%"; a range that nothing moves is exact.
fn range_change(cursor: &Cursor, amount: &Amount, found: Change) -> Change {
    if !cursor.is(back(amount.first, 1), "from") {
        return found;
    }
    if amount.falls {
        return Change::Down;
    }
    // Without a verb of change "from" names the ends only: "fares from $5 to $10".
    let from = cursor.start().max(amount.first.saturating_sub(8));
    (from..amount.first)
        .rev()
        .find_map(|at| verb_direction(cursor, at).or_else(|| noun_direction(cursor, at)))
        .and_then(Direction::change)
        .unwrap_or(found)
}
