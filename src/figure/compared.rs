//! Amounts that only stand beside another one: "down from 43%", "against 25 for the sector", "the 4.5% analysts had
//! expected"; and points and times, which say how much of something else.

use super::{phrase::Phrase, reader::Reader};
use crate::token::TokenKind;

impl Reader<'_> {
    /// Whether the amount is what another one is compared with: it measures the same thing at another time or place.
    pub(super) fn is_compared(&self, first: usize) -> bool {
        let hedged = self.hedge_before(first, false).1;
        let article = usize::from(self.is_any(hedged.wrapping_sub(1), &["a", "an", "the", "its", "their"]));
        let mut at = hedged - article;
        // "compared with an average of 11.2 billion".
        if self.is(at.wrapping_sub(1), "of")
            && self.is_any(at.wrapping_sub(2), &["average", "mean", "median", "total", "record", "peak", "high", "low"])
            && self.is_any(at.wrapping_sub(3), &["a", "an", "the"])
        {
            at -= 3;
        }
        if at <= self.range.start {
            return false;
        }
        let (link, before) = (at - 1, at.wrapping_sub(2));
        if self.is_any(link, &["against", "versus", "vs", "vs."]) {
            return true;
        }
        if self.is(link, "from") {
            return self.is_any(before, &["up", "down", "lower", "higher", "unchanged", "changed", "little"])
                || self.word(before) == ","
                // "a drop from 76 percent".
                || super::change::noun_direction(self.lower(before)).is_some()
                    && self.is_any(before.wrapping_sub(1), &["a", "an"])
                || self.is_measure_word(before)
                || self.is_number(before)
                || self.percent(before).is_some()
                || self.is_any(before, &["share", "barrel", "ounce", "gallon", "hour", "tonne"]);
        }
        if self.is_any(link, &["with", "to"]) {
            return self.is_any(before, &["compared", "compares"]);
        }
        // "short of the 2.05 billion expected".
        if self.is(link, "of") && self.is_any(before, &["short", "shy", "ahead"]) {
            return true;
        }
        // "well above the 4.5% analysts had expected": with an article the word before is no bound.
        let bound = self.is_any(first.wrapping_sub(1), &["the", "its"])
            && self.is_any(
                first.wrapping_sub(2),
                &["above", "below", "than", "beating", "exceeding", "missing", "topping", "under", "over"],
            );
        bound && !self.is_hyphen(first + 1)
    }

    /// Those for whom a compared amount is: "against 2.4 kg for those on placebo".
    pub(super) fn compared_for(&self, end: usize) -> Option<Phrase> {
        if !self.is(end, "for") || self.is_place_or_time(end + 1) {
            return None;
        }
        let at = self.behind_determiners(end + 1);
        self.those(at).or_else(|| self.phrase_from(at, false))
    }

    /// What points are gained by, and what is so many times as much: "the index added 312 points", "18 times earnings".
    /// None where the points themselves are counted: "scored 37 points".
    pub(super) fn in_points_or_times(&self, first: usize, counted: &Phrase, moved: bool) -> Option<Phrase> {
        let behind = counted.head + 1;
        if self.is_any(counted.head, &["point", "points", "strokes", "shots", "lengths"]) {
            let ahead = self.is_any(
                behind,
                &[
                    "clear", "ahead", "behind", "adrift", "lower", "higher", "above", "below", "short", "down", "up",
                    "off", "better",
                ],
            );
            let last = self.hedge_before(first, false).1.wrapping_sub(1);
            // "led the field by 22 points".
            if self.is(last, "by") && !moved {
                return self.verb_of(last).and_then(|verb| self.subject(verb));
            }
            // "was docked nine points".
            let passive =
                self.speech(last).is_past() && self.is_any(last.wrapping_sub(1), &["was", "were", "been", "be"]);
            let held = moved || ahead || passive || self.is(last, "of");
            return if held { self.measured_before(first, false) } else { None };
        }
        if !self.is(counted.head, "times") {
            return None;
        }
        // "ten times more antibodies", "1,000 times as many visits".
        let as_many = self.is(behind, "as") && self.is_any(behind + 1, &["many", "much"]);
        let more = self.is_any(behind, &["more", "fewer", "less"]);
        if as_many || more {
            let at = behind + 1 + usize::from(as_many);
            if let Some(phrase) = self.phrase_from(at, false).filter(|_| self.is_word(at) && !self.is_function(at)) {
                return Some(phrase);
            }
        }
        // "has been downloaded 50 million times".
        let last = self.hedge_before(first, false).1.wrapping_sub(1);
        let done =
            self.speech(last).is_past() && !self.is_function(last) && !self.is_word(behind) | self.is_function(behind);
        let compares = as_many
            || more
            || done
            || self.is_any(
                behind,
                &[
                    "as",
                    "the",
                    "its",
                    "their",
                    "his",
                    "her",
                    "what",
                    "that",
                    "higher",
                    "larger",
                    "bigger",
                    "greater",
                    "smaller",
                    "faster",
                    "core",
                    "pretax",
                    "operating",
                    "trailing",
                    "net",
                    "normal",
                    "expected",
                    "forward",
                    "earnings",
                    "book",
                    "annual",
                    "sales",
                ],
            );
        if compares { self.measured_before(first, false) } else { None }
    }

    /// Whether the amount of the span ends right before the token, its points counted in: "45 points, or".
    pub(super) fn ends_before(&self, amount: crate::text::Span, at: usize) -> bool {
        let points = usize::from(self.is_any(at.wrapping_sub(1), &["point", "points"]));
        [at, at.saturating_sub(points)]
            .into_iter()
            .any(|at| at > self.range.start && self.span(at - 1, at).end() == amount.end())
    }

    /// "a magnitude 6.4 earthquake": the number of a scale that stands before it.
    pub(super) fn has_magnitude(&self, first: usize) -> bool {
        let before = first.wrapping_sub(1);
        let before = before - usize::from(self.is_any(before, &["of", "-"]) && before > self.range.start);
        self.is(before, "magnitude")
    }

    /// "9,000 have been granted", "; 12 were unsure": the number itself is its clause's subject.
    pub(super) fn is_subject(&self, first: usize, end: usize) -> bool {
        let (_, left) = self.hedge_before(first, false);
        let opens = left == self.range.start
            || self.is_any(left - 1, &["and", "but", "while", "that", ",", ";", ":"])
            || matches!(self.kind(left - 1), Some(TokenKind::Dash));
        opens
            && (self.is_any(
                end,
                &["were", "was", "are", "have", "has", "had", "will", "would", "could", "did", "do", "may"],
            ) || self.speech(end).is_only_verb() && self.is_any(left.wrapping_sub(1), &["and", "but", "while"]))
    }
}
