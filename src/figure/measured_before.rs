//! What an amount measures, where the words before it tell: the object of its preposition, or its verb's subject.

use super::{
    change::{noun_direction, verb_direction},
    phrase::Phrase,
    reader::Reader,
};
use crate::token::TokenKind;

/// Nouns that say how much and leave open of what.
const EMPTY_NOUNS: [&str; 17] = [
    "value",
    "total",
    "average",
    "number",
    "amount",
    "quarter",
    "record",
    "maximum",
    "minimum",
    "level",
    "estimate",
    "figure",
    "peak",
    "equivalent",
    "sum",
    "mean",
    "median",
];

impl Reader<'_> {
    /// What stands before the amount: an object with its preposition, or the subject.
    pub(super) fn measured_before(&self, first: usize, money: bool) -> Option<Phrase> {
        let (_, mut at) = self.hedge_before(first, false);
        let mut preposition = None;
        // "to", "by", "a record", "another".
        loop {
            at = self.before_date(at);
            if at <= self.range.start {
                return None;
            }
            let word = self.lower(at - 1);
            match &*word {
                "to" | "by" | "at" | "of" | "from" | "for" | "as" | "with" => {
                    preposition = Some(at - 1);
                    at -= 1;
                }
                "a" | "an" | "the" | "another" | "further" | "only" | "just" | "its" | "record" | "nearly"
                | "additional" | "up" | "down" | "higher" | "lower" | "between" | "worth" | "total" | "mere"
                | "whopping" | "sharply" | "slightly" | "reported" | "combined" | "estimated" | "out" | "over"
                | "more" | "less" | "than" | "extra" | "even" | "still" => at -= 1,
                _ => break,
            }
        }
        // "Ortega's 20%".
        if self.kind(at - 1) == Some(TokenKind::Clitic) && preposition.is_none() {
            return self.simple_phrase_before(at - 1);
        }
        if matches!(self.kind(at - 1), Some(TokenKind::Open)) && at - 1 > self.range.start {
            // "the fund (up 3%)", "Apple ($5bn)".
            return self.phrase_before(at - 1);
        }
        if self.word(at - 1) == "," && at - 1 > self.range.start {
            // "the index, up 3%": what stands before the comma, or its clause's subject.
            let verb = (self.range.start.max(at.saturating_sub(18))..at - 1).rev().find(|&near| self.is_verb(near));
            return match verb {
                Some(verb) => self.subject(verb),
                None => self.phrase_before(at - 1),
            };
        }
        let last = at - 1;
        // "a machine weighing 3.5 tonnes"; ", gaining 0.8%" is said of the clause's subject.
        if self.speech(last).is_gerund() && !self.is_function(last) && preposition.is_none() {
            if self.is_any(last.wrapping_sub(1), &["is", "are", "was", "were", "be", "been"]) {
                return self.subject(last);
            }
            if self.word(last.wrapping_sub(1)) != "," {
                return self.phrase_before(last);
            }
            let verb = (self.range.start.max(last.saturating_sub(18))..last - 1).rev().find(|&near| self.is_verb(near));
            return verb.and_then(|verb| self.subject(verb));
        }
        // "the job pays $15", "fares range from $5": the word that takes an amount is a verb, whatever the table says.
        let singular_verb = preposition.is_none()
            || self.speech(last).is_finite()
                && self.is_plural_noun(last.wrapping_sub(1))
                && self.is_any(last + 1, &["from"])
            || self.is_any(last, &["range", "ranges", "vary", "varies"]) && self.is_any(last + 1, &["from", "between"]);
        if singular_verb
            && self.case(last) == crate::tag::Case::Lower
            && self.kind(last) == Some(TokenKind::Word)
            && !self.is_function(last)
            && !self.is_determiner(last)
            && !self.is_unit_word(last)
            && !self.speech(last).is_adjective()
            && let Some(phrase) = self.subject(last)
        {
            return Some(phrase);
        }
        // Another amount before: "rose 3% to $5bn" measures the same.
        let noun_before = !self.is_number(last)
            && self.percent(last).is_none()
            && self.kind(last) == Some(TokenKind::Word)
            && !self.is_verb(last)
            && verb_direction(&self.lower(last)).is_none();
        if let Some(at_preposition) = preposition
            && noun_before
            && !self.is_unit_word(last)
            && let Some(phrase) = self.object_before(at_preposition.min(at))
        {
            let head = self.lower(phrase.head);
            if noun_direction(&head).is_some() || EMPTY_NOUNS.contains(&&*head) {
                // "an increase of 3%": of what the clause is about; "the number of people": of people.
                if phrase.end > phrase.head + 2 {
                    return self
                        .phrase_from(phrase.head + 2 + usize::from(self.is_determiner(phrase.head + 2)), false)
                        .or(Some(phrase));
                }
                let verb = (self.range.start.max(phrase.first.saturating_sub(10))..phrase.first)
                    .rev()
                    .find(|&near| self.is_verb(near));
                return verb.and_then(|verb| self.subject(verb)).or(Some(phrase));
            }
            // "the index rose on Monday to 4,500".
            let for_goods = self.is(at_preposition, "for") || !money;
            let object = phrase;
            if for_goods || !self.is(at_preposition, "for") {
                return Some(object);
            }
        }
        let from = self.range.start.max(at.saturating_sub(16));
        let verb = (from..at)
            .rev()
            .find(|&near| self.is_verb(near) || verb_direction(&self.lower(near)).is_some() && !self.is_name(near));
        if let Some(verb) = verb {
            return self.subject(verb).or_else(|| self.object_between(verb, at));
        }
        // No verb at all, as in headlines and lists: "Turnout: 45%".
        let end = if self.kind(last) == Some(TokenKind::Comma) { last } else { at };
        self.phrase_before(end)
    }

    /// The nearest noun phrase before the token within its clause: better than nothing where no verb tells.
    pub(super) fn nearest_phrase(&self, first: usize) -> Option<Phrase> {
        let from = self.range.start.max(first.saturating_sub(10));
        (from..first)
            .rev()
            .take_while(|&at| self.word(at) != ";" && !self.is_any(at, &["he", "she", "it", "they", "we", "i", "you"]))
            .find(|&at| {
                self.is_word(at)
                    && !self.is_function(at)
                    && !self.is_measure_word(at)
                    && self.speech(at).is_mostly_noun()
                    && !self.is_verb(at)
            })
            .and_then(|at| self.phrase_before(at + 1))
    }

    /// The object between a verb without a subject and the amount: "Cutting costs by 3%".
    pub(super) fn object_between(&self, verb: usize, end: usize) -> Option<Phrase> {
        let phrase = self.phrase_before(end)?;
        (phrase.first > verb).then_some(phrase)
    }

    pub(super) fn is_unit_word(&self, at: usize) -> bool {
        let lower = self.lower(at);
        let terms = self.lexicon.terms();
        matches!(
            &*lower,
            "percent"
                | "cent"
                | "percentage"
                | "points"
                | "point"
                | "million"
                | "billion"
                | "trillion"
                | "thousand"
                | "hundred"
        ) || terms.currency_name(&lower).is_some()
            || terms.unit_name(&lower).is_some() && at > self.range.start && self.is_number(at - 1)
    }

    pub(super) fn is_name(&self, at: usize) -> bool {
        !matches!(self.case(at), crate::tag::Case::Lower | crate::tag::Case::None) && at > self.range.start
    }
}
