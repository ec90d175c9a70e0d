//! What an amount measures, where the words before it tell: the object of its preposition, or its verb's subject.

use super::{
    change::{noun_direction, verb_direction},
    phrase::Phrase,
    reader::Reader,
    words::NumberWord,
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

/// Verbs of those who move an amount.
const MOVING: [&str; 44] = [
    "raise", "raises", "raised", "raising", "lift", "lifts", "lifted", "lifting", "cut", "cuts", "cutting", "reduce",
    "reduces", "reduced", "reducing", "lower", "lowers", "lowered", "lowering", "boost", "boosted", "boosting", "trim",
    "trimmed", "trimming", "hike", "hiked", "bring", "brings", "bringing", "brought", "take", "takes", "taking",
    "took", "push", "pushed", "pushing", "sent", "keep", "kept", "hold", "slashed", "increase",
];

impl Reader<'_> {
    /// What stands before the amount: an object with its preposition, or the subject.
    pub(super) fn measured_before(&self, first: usize, money: bool) -> Option<Phrase> {
        let (_, mut at) = self.hedge_before(first, false);
        // "if the rainfall exceeds 70 millimetres": the bound is a verb.
        if self.is_any(at, &["exceed", "exceeds", "exceeded", "topped", "surpassed"]) && at < first {
            return self.subject(at);
        }
        let mut preposition = None;
        // "to", "by", "a record", "another"; "past 1,400".
        loop {
            at = self.before_date(at);
            if at <= self.range.start {
                return None;
            }
            let word = self.lower(at - 1);
            match word {
                // "costs now total $2bn"; "his net worth".
                "total"
                    if !self.is_any(
                        at.wrapping_sub(2),
                        &["a", "the", "of", "by", "to", "in", "its", "their", "his", "her"],
                    ) =>
                {
                    break;
                }
                "worth" if self.is(at.wrapping_sub(2), "net") => break,
                // "the national record of 184".
                "record" if self.is(at, "of") => break,
                "to" | "by" | "at" | "of" | "from" | "for" | "as" | "with" | "past" => {
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
        // "its shares, up 8% this year, trade at $260".
        if preposition.is_some()
            && self.word(last.wrapping_sub(1)) == ","
            && self.speech(last).is_finite()
            && !self.is_name_word(last)
            && let Some(phrase) = self.subject(last)
        {
            return Some(phrase);
        }
        // ", trading at 13.4"; ", bringing the total to 495".
        if self.speech(last).is_gerund() && preposition.is_some() && self.word(last.wrapping_sub(1)) == "," {
            let verb = (self.range.start.max(last.saturating_sub(18))..last - 1).rev().find(|&near| self.is_verb(near));
            if let Some(phrase) = verb.and_then(|verb| self.subject(verb)) {
                return Some(phrase);
            }
        }
        if preposition.is_some_and(|at| self.is_any(at, &["to", "by", "from", "at"]))
            && let Some(object) = self.nearest_moved(at)
        {
            return Some(object);
        }
        // "fined the bank a record $3bn", "paid the managers $5,000 each".
        if money
            && preposition.is_none()
            && let Some(given) = self.given(at)
        {
            return Some(given);
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
        // "fell by a fifth to £12m", too.
        let part = matches!(self.number_word(last), Some(NumberWord::Ordinal(_) | NumberWord::Parts(_)))
            && (self.is(last, "half") || self.is_any(last.wrapping_sub(1), &["a", "an"]));
        let noun_before = !self.is_number(last)
            && !part
            && self.percent(last).is_none()
            && self.kind(last) == Some(TokenKind::Word)
            && !self.is_verb(last)
            && (verb_direction(self.lower(last)).is_none() || self.after_determiner(last));
        if let Some(at_preposition) = preposition
            && noun_before
            && !self.is_unit_word(last)
            && let Some(phrase) = self.object_before(at_preposition.min(at))
        {
            let head = self.lower(phrase.head);
            // "at an annual rate of 3%".
            let pace = matches!(head, "rate" | "pace")
                && phrase.head == phrase.first + 2
                && self.is_any(
                    phrase.first + 1,
                    &["annual", "annualised", "annualized", "yearly", "quarterly", "monthly"],
                );
            // "earnings growth of 5.2%" says itself of what.
            let of_what = noun_direction(head).is_some()
                && phrase.head > phrase.first
                && phrase.end == phrase.head + 1
                && self.speech(phrase.head - 1).is_mostly_noun()
                && !self.is_determiner(phrase.head - 1)
                && !EMPTY_NOUNS.contains(&self.lower(phrase.head - 1));
            // "the national record of 184".
            if of_what || head == "record" && phrase.head > phrase.first + 1 {
                return Some(phrase);
            }
            if noun_direction(head).is_some() || EMPTY_NOUNS.contains(&head) || pace {
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
            // "jumped 12% in early trading to $48": a circumstance, and no object.
            let aside = self.is_any(at_preposition, &["to", "from", "at", "by"])
                && self.is_any(
                    phrase.first.wrapping_sub(1),
                    &["in", "on", "during", "after", "against", "over", "since", "under", "amid", "within"],
                )
                && (self.range.start..phrase.first - 1).rev().take(8).any(|near| {
                    verb_direction(self.lower(near)).is_some()
                        && (self.is_verb(near) || self.is_any(near + 1, &["nearly"]))
                });
            if aside {
                return self.verb_of(at).and_then(|verb| self.moved_by(verb, at));
            }
            // "the index rose on Monday to 4,500".
            // "joined City from United for £28m": who sold is not what was bought.
            let party = self.is(at_preposition, "for")
                && self.is_name_word(phrase.head)
                && self.is_any(phrase.first.wrapping_sub(1), &["from", "to", "with", "at"]);
            if !party {
                return Some(phrase);
            }
        }
        if let Some(verb) = self.verb_of(at) {
            return self.moved_by(verb, at);
        }
        // No verb at all, as in headlines and lists: "Turnout: 45%".
        let end = if self.kind(last) == Some(TokenKind::Comma) { last } else { at };
        self.phrase_before(end)
    }

    /// Where the amount begins, its hedges, articles and descriptions counted in: "to a seasonally adjusted 385,000".
    pub(super) fn left_of(&self, first: usize) -> usize {
        let (_, mut at) = self.hedge_before(first, false);
        while at > self.range.start
            && self.is_any(
                at - 1,
                &[
                    "a",
                    "an",
                    "the",
                    "record",
                    "seasonally",
                    "adjusted",
                    "total",
                    "combined",
                    "annual",
                    "net",
                    "further",
                    "estimated",
                ],
            )
        {
            at -= 1;
        }
        at
    }

    /// The nearest verb before the token.
    pub(super) fn verb_of(&self, at: usize) -> Option<usize> {
        const CLAUSE: usize = 16;
        let from = self.range.start.max(at.saturating_sub(CLAUSE));
        (from..at)
            .rev()
            .find(|&near| self.is_verb(near) || verb_direction(self.lower(near)).is_some() && !self.is_name(near))
    }

    /// What the verb moves, or who does what it says.
    pub(super) fn moved_by(&self, verb: usize, at: usize) -> Option<Phrase> {
        self.moved_object(verb, at).or_else(|| self.subject(verb)).or_else(|| {
            // "She joined the line on £7 a week" is of her.
            if self.is_personal(verb.wrapping_sub(1)) { None } else { self.object_between(verb, at) }
        })
    }

    /// What somebody raises, cuts or brings, where such a verb is the nearest one.
    fn nearest_moved(&self, at: usize) -> Option<Phrase> {
        const CLAUSE: usize = 16;
        let from = self.range.start.max(at.saturating_sub(CLAUSE));
        let verb = (from..at).rev().find(|&near| {
            self.is_any(near, &MOVING) && !self.after_determiner(near)
                || self.is_verb(near)
                || matches!(self.word(near), ";" | "—")
                || self.is_any(near, &["which", "who", "that"])
        })?;
        self.moved_object(verb, at)
    }

    /// Those who are given or asked for a sum that stands right behind them.
    fn given(&self, at: usize) -> Option<Phrase> {
        const COSTS: [&str; 6] = ["cost", "costs", "costing", "saved", "saves", "save"];
        let phrase = self.simple_phrase_before(at).filter(|phrase| phrase.head + 1 == at)?;
        let verb = phrase.first.checked_sub(1)?;
        // "and two managers $5,000".
        if self.is_number(verb) || self.number_word(verb).is_some() {
            return Some(phrase);
        }
        // The table knows "cost" as a noun, too.
        if let Some(cost) = [phrase.first, verb].into_iter().find(|&at| at < phrase.head && self.is_any(at, &COSTS)) {
            return self.subject(cost);
        }
        self.is_any(
            verb,
            &[
                "fine", "fined", "pay", "paid", "pays", "paying", "give", "gave", "gives", "award", "awarded", "grant",
                "granted", "lend", "lent", "owe", "owes", "owed", "offered", "offer", "charge", "charges", "charged",
                "send", "sent",
            ],
        )
        .then_some(phrase)
    }

    /// "raised its key rate by a quarter of a point to 4.75%": what is raised, where somebody raises it.
    fn moved_object(&self, verb: usize, end: usize) -> Option<Phrase> {
        if !self.is_any(verb, &MOVING) {
            return None;
        }
        let at = verb + 1 + usize::from(self.is_determiner(verb + 1));
        let phrase = self.phrase_from(at, false).or_else(|| self.bare_noun(at)).filter(|_| self.is_word(at))?;
        let moved = phrase.end <= end
            && !self.flags(phrase.head).has(crate::lexicon::WordFlags::CALENDAR)
            && self.is_any(phrase.end, &["by", "to", "from", "at", "for", "in", "there", "of", "on"]);
        moved.then_some(Phrase { first: verb + 1, ..phrase })
    }

    /// The nearest noun phrase before the token within its clause: better than nothing where no verb tells.
    pub(super) fn nearest_phrase(&self, first: usize) -> Option<Phrase> {
        let from = self.range.start.max(first.saturating_sub(10));
        // A pronoun is the subject: what stands behind it is something else.
        if (from..first).any(|at| self.is_personal(at)) {
            return None;
        }
        (from..first)
            .rev()
            .take_while(|&at| self.word(at) != ";")
            .find(|&at| {
                self.is_word(at)
                    && !self.is_function(at)
                    && !self.is_measure_word(at)
                    && self.speech(at).is_mostly_noun()
                    && !self.is_verb(at)
            })
            .and_then(|at| self.phrase_before(at + 1))
    }

    fn is_personal(&self, at: usize) -> bool {
        self.is_any(at, &["he", "she", "it", "they", "we", "i", "you"])
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
            lower,
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
        ) || terms.currency_name(lower).is_some()
            || terms.unit_name(lower).is_some() && at > self.range.start && self.is_number(at - 1)
    }

    pub(super) fn is_name(&self, at: usize) -> bool {
        !matches!(self.case(at), crate::tag::Case::Lower | crate::tag::Case::None) && at > self.range.start
    }
}
