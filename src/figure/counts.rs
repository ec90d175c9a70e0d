//! What a plain number counts: the noun behind it, with what tells it apart.

use super::{phrase::Phrase, reader::Reader};
use crate::token::TokenKind;

impl Reader<'_> {
    /// What a plain number before the token counts: "273 drones launched".
    pub(super) fn counted(&self, first: usize, end: usize, value: Option<f64>) -> Option<Phrase> {
        let many = value.is_none_or(|value| value > 1.0 || value <= 0.0);
        let mut at = end;
        if self.is_any(at, &["or", "and"]) && self.is_any(at + 1, &["more", "so", "fewer", "less"]) {
            at += 2;
        }
        if self.is(at, "+") || self.is(at, "plus") {
            at += 1;
        }
        if self.is_hyphen(at) && self.touched(at) {
            at += 1 + usize::from(self.is_any(at + 1, &["plus", "odd", "ish"]));
        }
        // "the “thousands” of volunteers".
        if self.kind(at) == Some(TokenKind::Quote) && self.is(at + 1, "of") {
            at += 1;
        }
        // "200 more soldiers", "12 of the 15 ships", "hundreds of people".
        while self.is_any(at, &["more", "or", "so", "other", "further", "additional", "extra"])
            && self.is_word(at + 1)
            && !self.is_function(at + 1)
        {
            at += 1;
        }
        if self.is(at, "of") {
            at += 1;
            // "fewer than the 300 of last year": when, and not of what.
            if self.begins_time(at) || self.is_number(at) && self.is(first.wrapping_sub(1), "the") {
                return None;
            }
            at = self.behind_determiners(at);
            if self.is_any(at, &["them", "whom", "which", "us"]) {
                return None;
            }
            // "half of the 112-seat chamber" is one chamber.
            return self.those(at).or_else(|| self.phrase_from(at, !self.is_hyphen(at.wrapping_sub(2))));
        }
        // "half the voters".
        if self.is_any(at, &["the", "its", "their", "his", "her", "our", "all"]) && !many {
            return self.phrase_from(at + 1, false);
        }
        // "thousands attended": without "of" a past form is the verb.
        let plural = matches!(self.number_word(end - 1), Some(super::words::NumberWord::Plural(_)));
        if plural && self.speech(at).is_past() {
            return None;
        }
        let phrase = self.phrase_from(at, many)?;
        // "100 percent"… are read elsewhere; a time behind a number is no noun that is counted.
        let participle = self.trailing_participle(first, phrase.end);
        Some(Phrase { end: participle, ..phrase })
    }

    /// "of those polled", "of those who voted": a pronoun with what tells it apart, the determiners stepped over.
    pub(super) fn those(&self, at: usize) -> Option<Phrase> {
        let first = at.checked_sub(1).filter(|&first| self.is_any(first, &["those", "these"]))?;
        let participle = self.speech(at).is_past() && !self.speech(at).is_noun() && self.is_word(at);
        if participle || self.speech(at).is_gerund() && !self.speech(at).is_mostly_noun() {
            return Some(Phrase { first, end: at + 1, head: at });
        }
        // "those it infects".
        self.is_any(at, &["who", "that", "with", "in", "under", "over", "on", "it", "he", "she", "they", "we"])
            .then_some(Phrase { first, end: at, head: first })
    }

    /// The token behind articles and numbers: "of the 15 ships", "of its 6.4 million customers".
    pub(super) fn behind_determiners(&self, mut at: usize) -> usize {
        loop {
            at = if let Some(number) = self.numeral(at, false).filter(|_| !self.is_any(at, &["a", "an"])) {
                // "of the 112-seat chamber".
                let seats = self.is_hyphen(number.end) && self.touched(number.end) && self.is_word(number.end + 1);
                number.end + 2 * usize::from(seats)
            } else if self.is_determiner(at)
                || self.is_any(at, &["all", "more", "about", "some", "nearly", "around"])
                // "nine of their last ten games".
                || self.is_any(at, &["last", "past", "first", "next", "previous", "other", "top"])
                    && (self.is_number(at + 1) || self.number_word(at + 1).is_some())
            {
                at + 1
            } else {
                return at;
            };
        }
    }

    /// The token behind a participle that belongs to the noun before: "273 drones launched—88 were".
    pub(super) fn trailing_participle(&self, first: usize, end: usize) -> usize {
        let lower = self.lower(end);
        let participle =
            self.is_word(end) && self.speech(end).is_past() && !self.speech(end).is_noun() && lower.ends_with("ed");
        if !participle {
            return end;
        }
        // Only where the noun is an object can a participle follow; where it is the subject, this is the verb.
        let verb = (self.range.start.max(first.saturating_sub(6))..first).rev().find(|&at| self.is_verb(at));
        let object = verb.is_some_and(|verb| {
            (verb + 1..first).all(|at| {
                !matches!(self.kind(at), Some(TokenKind::Comma | TokenKind::Dash))
                    && !self.is_any(at, &["that", "and", "but", "when", "after", "as", "where"])
            }) && !self.is_any(verb, &["said", "says", "say", "believe", "believed", "added", "claimed"])
        });
        let ends = self
            .kind(end + 1)
            .is_none_or(|kind| !matches!(kind, TokenKind::Word | TokenKind::Number | TokenKind::Symbol))
            || self.is_any(end + 1, &["in", "on", "at", "by", "during", "since", "from", "and", "last"]);
        if object && ends { end + 1 } else { end }
    }
}
