//! Noun phrases that may name a speaker.

use super::{chunk::Class, unit::Classes};
use crate::{Document, document::ActorKind, lexicon::WordFlags, text::Span};
use std::ops::Range;

/// What kind of words a phrase is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[repr(u8)]
pub(super) enum PhraseKind {
    /// A person's name is its last part.
    Person,
    /// An organisation's.
    Organization,
    /// A place's.
    Place,
    /// A nationality.
    Group,
    /// Ends with a capital that is no known name.
    Capital,
    /// "he", "she".
    He,
    /// "it".
    It,
    /// "they", "we", "I", "you".
    They,
    /// "him", "them".
    Object,
    /// "who", "which".
    Relative,
    /// Its head is a noun for who speaks: "officials".
    Speaker,
    /// Its head is a noun of saying: "statement".
    SayNoun,
    /// Ends with a weekday, a month or a time.
    Temporal,
    /// Another noun phrase.
    Noun,
}

/// A noun phrase without what is attached to it: "a spokesman" of "a spokesman for the mayor".
#[derive(Clone, Debug)]
pub(super) struct Phrase {
    /// Its tokens.
    pub(super) tokens: Range<usize>,
    /// What it is.
    pub(super) kind: PhraseKind,
}

impl Phrase {
    /// The token of its head: the last one.
    pub(super) fn head(&self) -> usize {
        self.tokens.end - 1
    }

    /// Where it stands.
    pub(super) fn span(&self, document: &Document) -> Span {
        let tokens = document.tokens();
        tokens[self.tokens.start].span.cover(tokens[self.head()].span)
    }
}

/// Reads the noun phrases of a unit, in order. `names` are the mentions of the whole document.
pub(super) fn find_phrases(document: &Document, classes: &Classes) -> Vec<Phrase> {
    let mut phrases = Vec::new();
    let range = classes.tokens();
    let mut names = Names::from(document, range.start);
    let mut at = range.start;
    while at < range.end {
        let end = match classes.at(at) {
            Class::Subject | Class::Object | Class::Relative => at + 1,
            _ => phrase_end(classes, &mut names, at, range.end),
        };
        if end > at {
            phrases.push(Phrase { tokens: at..end, kind: kind(document, classes, &names, at, end) });
            at = end;
        } else {
            at += 1;
        }
    }
    phrases
}

/// The mentions of names that touch the unit, walked along with it.
struct Names<'d> {
    document: &'d Document<'d>,
    next: usize,
}

impl<'d> Names<'d> {
    fn from(document: &'d Document<'d>, token: usize) -> Self {
        let start = document.tokens().get(token).map_or(0, |token| token.span.start());
        Self { document, next: document.names().partition_point(|name| name.span.end() <= start) }
    }

    /// One past the last token of the name that holds the token.
    fn end_at(&mut self, at: usize) -> Option<usize> {
        let span = self.document.tokens()[at].span;
        let names = self.document.names();
        while names.get(self.next).is_some_and(|name| name.span.end() <= span.start()) {
            self.next += 1;
        }
        let name = names.get(self.next).filter(|name| name.span.start() <= span.start())?;
        Some(self.document.tokens_in(name.span).end)
    }

    /// The kind of the name that ends with the token.
    fn kind_at(&self, at: usize) -> Option<ActorKind> {
        let span = self.document.tokens()[at].span;
        let names = self.document.names();
        let first = names.partition_point(|name| name.span.end() < span.end());
        names.get(first).filter(|name| name.span.start() < span.end()).map(|name| name.kind)
    }
}

/// One past the last token of the phrase that begins at `at`; `at` where none does.
fn phrase_end(classes: &Classes, names: &mut Names, at: usize, end: usize) -> usize {
    let mut next = at;
    let mut noun = false;
    while next < end {
        match classes.at(next) {
            // "On Tuesday Anna Berg said": the day is no part of the name.
            Class::Capital if next > at && classes.at(next - 1) == Class::Calendar => break,
            Class::Noun | Class::Capital | Class::Number | Class::Calendar => {
                noun = true;
                // A name is taken whole, with the small words in it.
                next = names.end_at(next).filter(|&name| name <= end).unwrap_or(next + 1).max(next + 1);
            }
            Class::Determiner if !noun => next += 1,
            // "Ukraine's president": the owner is a part of the phrase; "she's" is not.
            Class::Clitic if noun => next += 1,
            Class::Hyphen if noun && next + 1 < end => next += 1,
            // "9/11", "R&B".
            Class::Other if noun && matches!(classes.at(next + 1), Class::Capital | Class::Noun | Class::Number) => {
                next += 1;
            }
            _ => break,
        }
    }
    // "Some said": a determiner alone is a phrase too, where it can stand alone.
    next
}

fn kind(document: &Document, classes: &Classes, names: &Names, at: usize, end: usize) -> PhraseKind {
    let mut head = end - 1;
    if classes.at(head) == Class::Clitic && head > at {
        head -= 1;
    }
    let flags = document.tags()[head].flags;
    // "Feb 26", "7 a.m.": a time, whatever number ends it.
    let dated = classes.at(head) == Class::Number && (at..head).any(|at| classes.at(at) == Class::Calendar);
    let lower = document.small_str(head);
    match classes.at(head) {
        Class::Subject => match lower {
            "he" | "she" => PhraseKind::He,
            "it" => PhraseKind::It,
            _ => PhraseKind::They,
        },
        Class::Object => PhraseKind::Object,
        Class::Relative => PhraseKind::Relative,
        Class::Calendar => PhraseKind::Temporal,
        _ if dated => PhraseKind::Temporal,
        _ => match names.kind_at(head) {
            Some(ActorKind::Person) => PhraseKind::Person,
            Some(ActorKind::Organization) => PhraseKind::Organization,
            Some(ActorKind::Place) => PhraseKind::Place,
            Some(ActorKind::Group) => PhraseKind::Group,
            None if matches!(
                lower,
                "week"
                    | "month"
                    | "year"
                    | "day"
                    | "night"
                    | "morning"
                    | "afternoon"
                    | "evening"
                    | "weekend"
                    | "time"
                    | "weeks"
                    | "months"
                    | "years"
                    | "days"
                    | "hours"
                    | "minutes"
                    | "hour"
                    | "a.m."
                    | "p.m."
            ) =>
            {
                PhraseKind::Temporal
            }
            None if flags.has(WordFlags::SPEAKER) => PhraseKind::Speaker,
            None if flags.has(WordFlags::SAY_NOUN) => PhraseKind::SayNoun,
            None if classes.at(head) == Class::Capital => PhraseKind::Capital,
            None => PhraseKind::Noun,
        },
    }
}
