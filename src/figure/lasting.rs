//! What a length of time tells of: what lasts so long, or what the time passes for.

use super::{phrase::Phrase, reader::Reader};

impl Reader<'_> {
    /// What lasts so long: "a three-day visit", "20 years of war", "the talks lasted three days".
    pub(super) fn lasting(&self, first: usize, end: usize) -> Option<Phrase> {
        let hyphen = self.is_hyphen(end) || self.is_hyphen(end.wrapping_sub(2));
        let at = end + usize::from(self.is_hyphen(end));
        if hyphen && self.is_word(at) && !self.is_function(at) {
            let long = at + usize::from(self.is(at, "long"));
            if let Some(phrase) = self.phrase_from(long, false) {
                return Some(phrase);
            }
            // "a seven-year high".
            if self.is_any(at, &["high", "low", "highs", "lows"]) {
                return Some(Phrase { first: at, end: at + 1, head: at });
            }
        }
        // "a four-year, $52 million contract".
        if hyphen
            && self.word(at) == ","
            && let Some(amount) = self.quantity(at + 1)
        {
            let behind = amount.end + usize::from(self.is_hyphen(amount.end));
            if let Some(phrase) = self.phrase_from(behind, false).filter(|_| self.is_word(behind)) {
                return Some(phrase);
            }
        }
        // "six years' imprisonment".
        if matches!(self.word(end), "'" | "’") && self.is_word(end + 1) {
            return self.phrase_from(end + 1, false);
        }
        if self.is(end, "of")
            || self.is(end, "in")
                && self.is_any(
                    end + 1,
                    &["prison", "jail", "office", "power", "custody", "detention", "hospital", "exile", "captivity"],
                )
        {
            return self.phrase_behind(end + 1);
        }
        let (_, near) = self.hedge_before(first, true);
        let verb = (self.range.start.max(first.saturating_sub(4))..first).rev().find(|&at| {
            // "was arrested two weeks after" tells nothing of how long it was.
            if self.is_any(at, &["is", "was"]) {
                return at + 1 == near;
            }
            self.is_any(
                at,
                &[
                    "last",
                    "lasts",
                    "lasted",
                    "take",
                    "takes",
                    "took",
                    "taken",
                    "run",
                    "runs",
                    "ran",
                    "spent",
                    "spend",
                    "spends",
                    "continued",
                    "needs",
                    "need",
                    "is",
                    "was",
                ],
            )
        })?;
        self.subject(verb)
    }

    /// What a length of time without a verb of its own tells of: "sediments of the last 200 years", "was held in jail
    /// for two days".
    pub(super) fn elapsing(&self, first: usize) -> Option<Phrase> {
        let (_, mut at) = self.hedge_before(first, true);
        while at > self.range.start
            && self
                .is_any(at - 1, &["the", "last", "past", "next", "first", "a", "another", "these", "this", "previous"])
        {
            at -= 1;
        }
        // "scored on 38 minutes": a time of the match.
        if self.is(at.wrapping_sub(1), "on") {
            return None;
        }
        let preposition = at > self.range.start
            && self.is_any(
                at - 1,
                &[
                    "in", "over", "for", "during", "within", "after", "before", "of", "by", "to", "from", "at",
                    "until", "every", "since",
                ],
            );
        let end = at - usize::from(preposition);
        if end <= self.range.start || self.word(end - 1) == "," {
            return None;
        }
        let mut until = end;
        if self.speech(end - 1).is_mostly_noun() && !self.is_verb(end - 1) && !self.is_function(end - 1) {
            // "for the first time in two years"; "scored six points in 41 minutes": it is their verb that took so long.
            let object = self.object_before(end).filter(|phrase| !self.is_any(phrase.head, &["time", "times"]));
            let done = preposition
                && self.is_any(at - 1, &["in", "within"])
                && object.is_some_and(|object| {
                    let before = object.first.wrapping_sub(1);
                    // "has risen to $2 for a small loaf in two years".
                    self.is_any(before, &["for", "to", "from"])
                        || self.is_number(before)
                        || self.number_word(before).is_some()
                        || self.is_measure_word(before)
                });
            // "held on to a rope for three hours".
            let held = self.is(at.wrapping_sub(1), "for")
                && object.is_some_and(|object| {
                    self.is(object.first.wrapping_sub(1), "to")
                        && self.is_any(object.first.wrapping_sub(2), &["on", "up"])
                });
            match object {
                Some(object) if done || held => until = object.first,
                Some(object) => return Some(object),
                None => {}
            }
        }
        let from = self.range.start.max(end.saturating_sub(12));
        let verb = (from..until).rev().find(|&near| self.is_verb(near))?;
        self.subject(verb)
    }
}
