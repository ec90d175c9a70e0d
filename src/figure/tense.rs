//! Whether a date lies ahead, as far as the words around it tell: "will close in June", but "opened in June".

use super::reader::Reader;
use crate::{tag::Case, token::TokenKind};

/// How far a date looks for its verb: a text without full stops takes no longer.
const REACH: usize = 24;

/// A dateline has its date and its dash within so many tokens.
const NEAR: usize = 10;

/// What happens on a day that is named in the present tense is to come: "the trial begins in May".
const SCHEDULED: [&str; 30] = [
    "begins", "begin", "starts", "start", "opens", "open", "closes", "close", "ends", "end", "meets", "meet", "faces",
    "face", "reports", "votes", "vote", "goes", "go", "returns", "return", "takes", "take", "kicks", "expires",
    "expire", "decides", "plays", "hosts", "leaves",
];

impl Reader<'_> {
    /// Whether what happens on the date at the token is to come: the nearest verb before it tells, or the first behind.
    pub(super) fn looks_ahead(&self, at: usize) -> bool {
        // "since January": behind us, whatever the verb.
        if self.is(at.wrapping_sub(1), "since") {
            return false;
        }
        // "OSLO, Nov. 24 (Wire) — The bridge will": a dateline tells of no verb.
        let first = self.range.start;
        let plain = |near: usize| !self.is_word(near) || self.case(near) != Case::Lower;
        let dash = (at..self.range.end.min(at + NEAR)).find(|&near| self.kind(near) == Some(TokenKind::Dash));
        if at < first + NEAR && dash.is_some_and(|dash| (first..dash).all(plain)) {
            return false;
        }
        let until = (first.max(at.saturating_sub(7))..at)
            .rev()
            .take_while(|&near| self.kind(near) != Some(TokenKind::Comma) && !self.is_verb(near))
            .find(|&near| self.is_any(near, &["until", "till"]));
        if let Some(until) = until {
            return self.is_open_until(until);
        }
        // "was told to leave by Friday": a deadline of what is to be done.
        let near = first.max(at.saturating_sub(10))..at;
        if self.is(at.wrapping_sub(1), "by") && near.clone().any(|to| self.is(to, "to") && self.is_verb(to + 1)) {
            return true;
        }
        let before = (self.range.start.max(at.saturating_sub(REACH))..at).rev();
        let behind = at..self.range.end.min(at + REACH);
        before
            .take_while(|&near| self.word(near) != ";")
            .find_map(|near| self.tense(near))
            .or_else(|| behind.take_while(|&near| self.word(near) != ";").find_map(|near| self.tense(near)))
            .unwrap_or(false)
    }

    /// "is closed until Monday", "was given until Monday": what is said to end is not over yet; but "lasted until
    /// Monday", "did not land until Monday".
    fn is_open_until(&self, until: usize) -> bool {
        const OVER: [&str; 18] = [
            "lasted",
            "ran",
            "waited",
            "stayed",
            "remained",
            "continued",
            "went",
            "worked",
            "kept",
            "served",
            "fought",
            "lived",
            "not",
            "n't",
            "n’t",
            "didn't",
            "didn’t",
            "from",
        ];
        let clause = (self.range.start.max(until.saturating_sub(8))..until).rev();
        !clause.take_while(|&near| self.kind(near) != Some(TokenKind::Comma)).any(|near| self.is_any(near, &OVER))
    }

    /// What the token says of the time: true for what is to come, false for what is past, none where it says nothing.
    fn tense(&self, at: usize) -> Option<bool> {
        if self.kind(at) == Some(TokenKind::Clitic) {
            return self.is_any(at, &["'ll", "’ll"]).then_some(true);
        }
        if !self.is_word(at) || self.case(at) != Case::Lower {
            return None;
        }
        let word = self.word(at);
        match word {
            "will" | "shall" | "would" | "due" | "scheduled" | "planned" | "upcoming" | "plans" | "expected"
            | "expects" | "hopes" | "wants" | "must" | "aims" => Some(true),
            "set" | "likely" | "forecast" if self.is_any(at + 1, &["to", "for"]) => Some(true),
            // "is to stand trial", "the vote is on Friday".
            "is" | "are" if self.is_any(at + 1, &["to", "on"]) => Some(true),
            // A bare past tense, or an auxiliary; "could" and "may" leave it open.
            "was" | "were" | "had" | "did" | "has" | "have" => Some(false),
            _ if SCHEDULED.contains(&word)
                && !self.after_determiner(at)
                && !self.is_any(at.wrapping_sub(1), &["to", "of"])
                // "stayed open".
                && !(at > self.range.start && self.speech(at - 1).is_past()) =>
            {
                Some(true)
            }
            _ => {
                let speech = self.speech(at);
                // "expected adjusted profit of", "of adjusted profit": a participle that describes is no tense.
                let before = at.wrapping_sub(1);
                let describes = self.after_determiner(at)
                    || self.is_any(before, &["of", "in", "for", "with", "from"])
                    || self.is_verb(before)
                        && !self.is_any(before, &["had", "has", "have", "was", "were", "is", "are", "be", "been"]);
                (speech.is_past() && !speech.is_noun() && !describes).then_some(false)
            }
        }
    }
}
