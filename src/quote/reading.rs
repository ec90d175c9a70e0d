//! A unit of text, read: its chunks, phrases and verbs of saying; and how a quotation came by its speaker.

use super::{
    marks::Quoted,
    phrase::{Phrase, find_phrases},
    source::{Saying, find_sayings},
    speaker::Speaker,
    unit::{Classes, Unit, find_units},
};
use crate::{Document, Models, text::Span};
use std::ops::Range;

/// A unit, read.
#[derive(Debug)]
pub(super) struct Reading {
    pub(super) unit: Unit,
    pub(super) classes: Classes,
    pub(super) phrases: Vec<Phrase>,
    pub(super) sayings: Vec<Saying>,
}

impl Reading {
    /// Index of the phrase that begins with the token.
    pub(super) fn phrase_at(&self, token: usize) -> Option<usize> {
        self.phrases.binary_search_by_key(&token, |phrase| phrase.tokens.start).ok()
    }

    /// The verbs of saying before a token, the nearest first: so many that one can be joined to it.
    pub(super) fn sayings_before(&self, token: usize) -> impl Iterator<Item = &Saying> + Clone {
        let end = self.sayings.partition_point(|saying| saying.cue.start < token);
        self.sayings[..end].iter().rev().take(NEAR)
    }

    /// The verbs of saying from a token on, in order.
    pub(super) fn sayings_from(&self, token: usize) -> impl Iterator<Item = &Saying> + Clone {
        let first = self.sayings.partition_point(|saying| saying.cue.start < token);
        self.sayings[first..].iter().take(NEAR)
    }

    /// Indices of the phrases near a token, before it and behind it.
    pub(super) fn phrases_near(&self, token: usize) -> Range<usize> {
        let at = self.phrases.partition_point(|phrase| phrase.tokens.start < token);
        at.saturating_sub(NEAR)..self.phrases.len().min(at + NEAR)
    }
}

/// How many verbs or phrases away a speaker is looked for: odd input has units of a million tokens.
pub(super) const NEAR: usize = 12;

/// Reads all units of the article.
pub(super) fn read_units(document: &Document, models: &Models, quoted: &[Quoted]) -> Vec<Reading> {
    let read = |unit: Unit| {
        let classes = Classes::read(document, unit.tokens.clone(), &quoted[unit.quoted.clone()]);
        let phrases = find_phrases(document, &classes);
        let sayings = find_sayings(document, models, &classes, &phrases);
        Reading { unit, classes, phrases, sayings }
    };
    find_units(document, quoted).into_iter().map(read).collect()
}

/// How a quotation came by its speaker; the surest first.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(super) enum Attribution {
    /// A verb of saying stands right behind it.
    Behind,
    /// A verb of saying stands before it in its sentence.
    Before,
    /// A colon introduces it.
    Colon,
    /// A verb of saying stands further behind in its sentence.
    Later,
    /// A noun of saying stands in its sentence: "in the minister's words".
    Noun,
    /// The speaker of another quotation of the paragraph, or of the paragraph before, goes on.
    Carried,
}

/// A quotation's speaker and cue.
#[derive(Clone, Copy, Debug)]
pub(super) struct Bound {
    pub(super) speaker: Option<Speaker>,
    pub(super) cue: Option<Span>,
    pub(super) attribution: Attribution,
}
