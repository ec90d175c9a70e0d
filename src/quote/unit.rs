//! Units: sentences, put together where a quotation reaches over their ends, with the part that each token plays.

use super::{
    chunk::{Class, class_of, ends_like_verb},
    marks::Quoted,
};
use crate::{
    Document,
    document::{Case, TokenKind},
    lexicon::{WordFlags, lowercase},
};
use std::ops::Range;

/// Sentences that belong together because a quotation reaches over their ends.
#[derive(Clone, Debug)]
pub(super) struct Unit {
    /// Its tokens.
    pub(super) tokens: Range<usize>,
    /// Index of its block.
    pub(super) block: usize,
    /// Its outermost quotations, as a range of those given.
    pub(super) quoted: Range<usize>,
}

/// Cuts the article into units. `quoted` holds the outermost quotations, in order.
pub(super) fn find_units(document: &Document, quoted: &[Quoted]) -> Vec<Unit> {
    let mut units: Vec<Unit> = Vec::new();
    let mut next = 0;
    // Where the quotation that is open at the last sentence's end ends.
    let mut reach = 0;
    for sentence in document.sentences() {
        let (tokens, block) = (sentence.tokens(), sentence.block as usize);
        let first = next;
        let goes_on = tokens.start < reach && units.last().is_some_and(|unit| unit.block == block);
        while quoted.get(next).is_some_and(|quoted| quoted.open < tokens.end) {
            reach = quoted[next].after;
            next += 1;
        }
        match units.last_mut() {
            Some(unit) if goes_on => {
                unit.tokens.end = tokens.end;
                unit.quoted.end = next;
            }
            _ => units.push(Unit { tokens, block, quoted: first..next }),
        }
    }
    units
}

/// A unit's tokens with their classes; what stands in quotation marks is one long [`Class::Quote`].
#[derive(Clone, Debug)]
pub(super) struct Classes {
    first: usize,
    classes: Vec<Class>,
}

impl Classes {
    /// Reads the tokens of the range; those of `quoted` are opaque.
    pub(super) fn read(document: &Document, tokens: Range<usize>, quoted: &[Quoted]) -> Self {
        let first = tokens.start;
        let mut classes: Vec<Class> = Vec::with_capacity(tokens.len());
        let mut quoted = quoted.iter().peekable();
        for at in tokens {
            while quoted.next_if(|quoted| quoted.after <= at).is_some() {}
            let class = match quoted.peek() {
                Some(quoted) if quoted.open <= at => Class::Quote,
                // The apostrophe of "the Consumers’ League".
                _ if document.tokens()[at].kind == TokenKind::Quote && at > first && owns(document, at) => {
                    Class::Clitic
                }
                _ => class_of(document, at),
            };
            classes.push(class);
        }
        let mut classes = Self { first, classes };
        classes.settle(document);
        classes.drop_dateline(document);
        classes
    }

    /// The class of a token; [`Class::Edge`] outside the unit.
    pub(super) fn at(&self, at: usize) -> Class {
        at.checked_sub(self.first).and_then(|index| self.classes.get(index)).copied().unwrap_or(Class::Edge)
    }

    /// The class of the token before.
    pub(super) fn before(&self, at: usize) -> Class {
        at.checked_sub(1).map_or(Class::Edge, |at| self.at(at))
    }

    /// Its first token behind a dateline.
    pub(super) fn start(&self) -> usize {
        let edges = self.classes.iter().take_while(|&&class| class == Class::Edge).count();
        self.first + edges
    }

    /// "LISBON, 14 May — A reef …": the place and day before a paragraph's first dash are nobody's subject.
    fn drop_dateline(&mut self, document: &Document) {
        const LONGEST: usize = 14;
        let dash = self.classes.iter().take(LONGEST).position(|&class| class == Class::Dash);
        let Some(dash) = dash.filter(|&dash| dash > 0) else { return };
        let place = |class: &Class| {
            matches!(
                class,
                Class::Capital | Class::Comma | Class::Number | Class::Calendar | Class::Bracket | Class::Terminal
            )
        };
        // A dash within a sentence stands behind words in small letters; a place is written large or with its day.
        let upper = document.tags()[self.first].case == Case::Upper || self.classes[0] == Class::Bracket;
        let dated = self.classes[..dash].iter().any(|&class| class == Class::Calendar || class == Class::Bracket);
        if (upper || dated) && self.classes[..dash].iter().all(place) {
            self.classes[..=dash].fill(Class::Edge);
        }
    }

    /// Its tokens.
    pub(super) fn tokens(&self) -> Range<usize> {
        self.first..self.first + self.classes.len()
    }

    /// Verbs that may be nouns are nouns where a noun is due: "the report said", "his claims". Behind a noun, a word that
    /// ends like a verb is one: "the council approved".
    fn settle(&mut self, document: &Document) {
        for index in 1..self.classes.len() {
            if self.shows(document, index) {
                self.classes[index] = Class::Report;
                continue;
            }
            if self.classes[index] == Class::Noun
                && matches!(self.classes[index - 1], Class::Noun | Class::Capital | Class::Subject | Class::Relative)
                && ends_like_verb(document.token_str(self.first + index))
            {
                self.classes[index] = Class::Verb;
                continue;
            }
            if !matches!(self.classes[index], Class::Say | Class::Report | Class::Verb | Class::Saying) {
                continue;
            }
            let before = self.classes[index - 1];
            let after = self.classes.get(index + 1).copied().unwrap_or(Class::Edge);
            let determined = match before {
                Class::Clitic => true,
                // "some said", "neither spoke": these determiners stand alone; "some reports said" has a plural.
                Class::Determiner if stands_alone(document.token_str(self.first + index - 1)) => {
                    let word = document.token_str(self.first + index);
                    word.ends_with('s') && word != "says"
                }
                class => class == Class::Determiner,
            };
            let participle = self.classes[index] == Class::Saying;
            // "the White House report said": two verbs in a row are a noun and its verb.
            let double = matches!(after, Class::Say | Class::Auxiliary | Class::Be)
                && matches!(before, Class::Noun | Class::Capital);
            if determined || double && !participle {
                self.classes[index] = Class::Noun;
            }
        }
    }
}

impl Classes {
    /// "The poll shows", "documents obtained by the paper show that": the verb tells what a text says.
    fn shows(&self, document: &Document, index: usize) -> bool {
        const REACH: usize = 10;
        if !matches!(self.classes[index], Class::Noun | Class::Verb) {
            return false;
        }
        let flags = |index: usize| document.tags()[self.first + index].flags;
        let says = |index: usize| self.classes[index] == Class::Noun && flags(index).has(WordFlags::SAY_NOUN);
        let that = self.classes.get(index + 1) == Some(&Class::That);
        let reach = if that { REACH } else { 1 };
        let after = (index.saturating_sub(reach)..index).rev().find(|&at| self.classes[at] != Class::Adverb);
        matches!(document.token_str(self.first + index), "show" | "shows" | "showed")
            && (after.is_some_and(says) || that && (index.saturating_sub(reach)..index).any(says))
    }
}

/// Whether a mark that quotes nothing is the apostrophe of a plural owner.
fn owns(document: &Document, at: usize) -> bool {
    let tokens = document.tokens();
    let touches_next = tokens.get(at + 1).is_none_or(|&next| tokens[at].touches(next));
    tokens[at - 1].touches(tokens[at]) && !touches_next && document.token_str(at - 1).ends_with('s')
}

/// Determiners that are a subject by themselves.
fn stands_alone(word: &str) -> bool {
    let lower = lowercase(word);
    matches!(
        &*lower,
        "some"
            | "several"
            | "many"
            | "most"
            | "all"
            | "both"
            | "each"
            | "another"
            | "one"
            | "few"
            | "neither"
            | "either"
            | "others"
            | "this"
            | "those"
            | "any"
    )
}
