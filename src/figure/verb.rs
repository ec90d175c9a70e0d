//! Verbs near a figure, and their subjects.

use super::{phrase::Phrase, reader::Reader};
use crate::token::TokenKind;

/// Verbs whose "to" names what their own subject does: "aims to save".
const CATENATIVES: [&str; 20] = [
    "aims",
    "aimed",
    "hopes",
    "hoped",
    "wants",
    "wanted",
    "intends",
    "expects",
    "agreed",
    "agrees",
    "began",
    "begins",
    "continued",
    "continues",
    "needs",
    "seeks",
    "decided",
    "promised",
    "vowed",
    "pledged",
];

impl Reader<'_> {
    /// The subject of the verb at the token: the noun phrase before it, adverbs, auxiliaries and what stands between
    /// commas left out.
    pub(super) fn subject(&self, verb: usize) -> Option<Phrase> {
        self.subject_in_chain(verb, 3)
    }

    /// The same; `links` is how many verbs of one subject may stand before: "fell, rose and fell".
    fn subject_in_chain(&self, verb: usize, links: u8) -> Option<Phrase> {
        let mut end = verb;
        let mut participle = false;
        while end > self.range.start {
            let at = end - 1;
            // "more than doubled".
            if self.is(at, "than") && self.is_any(at.wrapping_sub(1), &["more", "less"]) && end - self.range.start > 2 {
                end -= 2;
                continue;
            }
            // ", having lost 3%".
            if self.is(at, "having") && self.word(at.wrapping_sub(1)) == "," {
                participle = true;
                end = at;
                break;
            }
            let skip = self.is_any(
                at,
                &[
                    "has",
                    "have",
                    "had",
                    "was",
                    "were",
                    "is",
                    "are",
                    "be",
                    "been",
                    "being",
                    "will",
                    "would",
                    "could",
                    "may",
                    "might",
                    "should",
                    "can",
                    "not",
                    "also",
                    "to",
                    "did",
                    "already",
                    "still",
                    "only",
                    "just",
                    "even",
                    "now",
                    "then",
                    "further",
                    "again",
                    "likely",
                    "expected",
                    "set",
                    "due",
                    "forecast",
                    "projected",
                    "predicted",
                ],
            ) || self.is(end, "to") && self.is_any(at, &CATENATIVES) && !self.after_determiner(at)
                || self.is_word(at)
                    && {
                        let speech = self.speech(at);
                        speech.is_adverb() && !speech.is_noun()
                    }
                    && !self.is_name_word(at)
                || self.kind(at) == Some(TokenKind::Clitic) && !self.is_name_word(at.wrapping_sub(1));
            if !skip {
                break;
            }
            end = at;
        }
        // "who fell", "which cost": the phrase before the relative word.
        if end > self.range.start && self.is_any(end - 1, &["which", "that", "who"]) {
            end -= 1;
            if end > self.range.start && self.word(end - 1) == "," {
                end -= 1;
            }
            return self.phrase_before(end);
        }
        // "The company, based in Rome, said": step over the part between commas; "scored ten points, took six passes":
        // the verb before has the same subject.
        if end > self.range.start && self.word(end - 1) == "," {
            let open = (self.range.start.max(end.saturating_sub(26))..end - 1).rev().find(|&at| self.word(at) == ",");
            return match open {
                Some(open) if !participle => self.phrase_before(open),
                _ => self.verb_before(end - 1, links).and_then(|verb| self.subject_in_chain(verb, links - 1)),
            };
        }
        // "sales at the chain on Monday fell": dates between are no subject.
        let end = self.before_date(end);
        // "sales rose 3% and fell 2%": the same subject.
        if end > self.range.start && self.is_any(end - 1, &["and", "but", "then", "or"]) {
            let verb = self.verb_before(end - 1, links)?;
            return self.subject_in_chain(verb, links - 1);
        }
        // "dogs that were taught to look after lambs scored": before the relative clause that holds the nearest phrase.
        let near = self.phrase_before(end)?;
        let inside = self.speech(near.first.wrapping_sub(1)).is_finite() && self.is_verb(near.first - 1)
            || self.is_any(near.first.wrapping_sub(1), &["for", "of", "with", "after", "to", "in"]);
        let from = self.range.start.max(near.first.saturating_sub(20));
        let relative = (from + 1..near.first)
            .rev()
            .take_while(|&at| inside && self.kind(at) != Some(TokenKind::Comma))
            .find(|&at| {
                self.is_any(at, &["that", "who", "which"])
                    && (self.speech(at - 1).is_mostly_noun() || self.is_name_word(at - 1))
                    && (self.is_verb(at + 1) || self.is_any(at + 1, &["were", "had", "have", "are"]))
            });
        relative.and_then(|at| self.phrase_before(at)).or(Some(near))
    }

    /// The verb before the token within its clause's reach; none where no more verbs may be passed.
    fn verb_before(&self, end: usize, links: u8) -> Option<usize> {
        const CLAUSE: usize = 20;
        (self.range.start.max(end.saturating_sub(CLAUSE))..end).rev().find(|&at| links > 0 && self.is_verb(at))
    }

    /// The token before which a date and its preposition stand: "on Monday", "in May", "last year".
    pub(super) fn before_date(&self, end: usize) -> usize {
        use crate::lexicon::WordFlags;
        let mut at = end;
        let is_time = |at: usize| {
            self.flags(at).has(WordFlags::CALENDAR) && self.is_name_word(at)
                || self.is_any(at, &["today", "yesterday", "year", "month", "week", "quarter", "overnight"])
                    && self.is_any(at.wrapping_sub(1), &["last", "this", "next", "the", "past"])
                || self.is_any(at, &["yesterday", "today", "overnight"])
                || self.is_number(at)
                    && self.word(at).len() == 4
                    && self.is_any(at.wrapping_sub(1), &["in", "since", "of"])
        };
        let mut moved = false;
        while at > self.range.start
            && (is_time(at - 1)
                || moved && self.is_any(at - 1, &["on", "in", "last", "this", "next", "the", "since", "during", "of"])
                // "in the six months to 31 December".
                || moved
                    && (self.is_number(at - 1) && self.flags(at).has(WordFlags::CALENDAR)
                        || self.is(at - 1, "to")
                            && (self.is_any(at.wrapping_sub(2), &["year", "quarter", "half", "months", "weeks"]))
                        || self.is(at, "to")
                        || self.is_any(at, &["months", "weeks", "half", "quarter"])
                            && !self.is_function(at - 1)
                            && (self.is_number(at - 1) || self.number_word(at - 1).is_some())))
        {
            at -= 1;
            moved = true;
        }
        at
    }

    /// Whether the token is a verb with a subject, as far as its neighbours tell.
    pub(super) fn is_verb(&self, at: usize) -> bool {
        if !self.is_word(at) || self.is_name_word(at) {
            return false;
        }
        if self.is_any(at, &["is", "are", "was", "were", "has", "have", "had", "be", "been", "will", "would"]) {
            return true;
        }
        let speech = self.speech(at);
        // "can tow": whatever the table says.
        if self.is_any(at.wrapping_sub(1), &["can", "could", "will", "would", "may", "might", "must", "should"])
            && !self.is_function(at)
            && !self.is_determiner(at)
            && !speech.is_adverb()
        {
            return true;
        }
        // "which stretches": the table may not know the verb.
        if self.is_any(at.wrapping_sub(1), &["which", "who", "he", "she", "it", "they", "we"])
            && !self.is_function(at)
            && !speech.is_adverb()
        {
            return true;
        }
        if !speech.is_finite() || self.is_function(at) && !self.is_any(at, &["said", "says"]) {
            return false;
        }
        // "she charges €500".
        if !speech.is_adjective() && self.kind(at + 1) == Some(TokenKind::Symbol) {
            return true;
        }
        if self.after_determiner(at) {
            return false;
        }
        if speech.is_only_verb() {
            return true;
        }
        let to = self.is_any(
            at.wrapping_sub(1),
            &[
                "to", "will", "would", "could", "can", "may", "might", "must", "should", "they", "he", "she", "it",
                "we", "i", "you", "who", "which", "that",
            ],
        );
        let noun_before = at > self.range.start && (self.speech(at - 1).is_mostly_noun() || self.is_name_word(at - 1));
        to || speech.is_mostly_finite() && (noun_before || !speech.is_noun()) || speech.is_past()
    }
}
