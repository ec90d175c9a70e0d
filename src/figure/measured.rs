//! What an amount measures: of what it is a part, what it buys, what it is added to, or the subject of its verb.

use super::{
    change::{noun_direction, verb_direction},
    phrase::Phrase,
    quantity::Measure,
    reader::Reader,
};
use crate::token::TokenKind;

/// Words of place that follow a distance.
const WHERE: [&str; 12] = [
    "away",
    "north",
    "south",
    "east",
    "west",
    "northeast",
    "northwest",
    "southeast",
    "southwest",
    "off",
    "from",
    "outside",
];

/// Words behind an amount that say how it compares, and not what it is of.
const COMPARED: [&str; 16] = [
    "more", "less", "higher", "lower", "high", "tall", "long", "wide", "deep", "thick", "on", "up", "down", "fewer",
    "stronger", "weaker",
];

impl Reader<'_> {
    /// What an amount measures: of what it is a part, what it buys, what it is added to, or the subject of its verb.
    pub(super) fn measured_by(&self, first: usize, end: usize, measure: &Measure) -> Option<Phrase> {
        let hyphen = self.is_hyphen(end) && self.touched(end);
        let mut behind = end + usize::from(hyphen);
        // "a 3-metre-long fossil", "a six-foot tall tower".
        if hyphen | self.is_hyphen(end.wrapping_sub(2))
            && self.is_any(behind, &["long", "wide", "tall", "high", "deep", "thick"])
            && self.is_word(behind + 1)
            && !self.is_function(behind + 1)
        {
            behind += 1;
        }
        let money = matches!(measure, Measure::Money(_));
        // "3% of voters", "$3bn of aid", "$4bn worth of seafood".
        let worth = usize::from(self.is(behind, "worth"));
        // "will pass within 31,000 km of Earth" is no part of it.
        let near = self.is_any(first.wrapping_sub(1), &["within", "inside"]) && matches!(measure, Measure::Unit(_));
        if self.is(behind + worth, "of") && !near {
            let mut at = behind + worth + 1;
            at = self.behind_determiners(at);
            let phrase = self.those(at).or_else(|| self.phrase_from(at, false)).or_else(|| self.bare_noun(at));
            // "debt stands at 96% of GDP": a subject is compared, and not a part of anything.
            let whole = self.is_any(at, &["gdp", "gross", "output"]);
            if let Some(phrase) = phrase.filter(|_| !whole) {
                return Some(phrase);
            }
        }
        // "LSD = 7.01".
        if let Some(phrase) = self.equated(first) {
            return Some(phrase);
        }
        // "a 5% increase in sales": what increases.
        let noun = (behind..behind + 3)
            .take_while(|&at| self.is_word(at))
            .find(|&at| noun_direction(self.lower(at)).is_some());
        if let Some(noun) = noun.filter(|_| *measure != Measure::Time) {
            return self.changing(noun, first);
        }
        // "a rise of 12 percent in sales".
        if self.is(behind, "in")
            && self.is(first.wrapping_sub(1), "of")
            && noun_direction(self.lower(first.wrapping_sub(2))).is_some()
            && !self.is_place_or_time(behind + 1)
            && let Some(phrase) = self.phrase_behind(behind + 1)
        {
            return Some(phrase);
        }
        // "a $48m contract", "a 60-mile route", "a 5% stake".
        let described = hyphen || self.has_article(first) || money || matches!(measure, Measure::Percent);
        // "and 45% backing the mayor", "the mayor 40%".
        let percent = matches!(measure, Measure::Percent);
        if percent && !hyphen && self.is_name_word(first.wrapping_sub(1)) && !self.has_unit_noun(behind) {
            return self.simple_phrase_before(first);
        }
        let acting = percent && self.speech(behind).is_gerund() && !self.speech(behind).is_mostly_noun();
        if described
            && !acting
            && self.is_word(behind)
            && !self.is_any(behind, &COMPARED)
            && !self.is_any(behind, &WHERE)
            && let Some(phrase) = self
                .phrase_from(behind, false)
                .filter(|phrase| hyphen || self.is_hyphen(end.wrapping_sub(2)) || self.is_described(phrase, behind))
        {
            return Some(phrase);
        }
        // "a 512GB drive", "a 50 basis point move": an article before and a word behind make it a noun.
        let article = self.is_any(first.wrapping_sub(1), &["a", "an"]);
        let closes = |at: usize| !self.is_word(at) || self.is_function(at);
        if described
            && !acting
            && article
            && self.is_word(behind)
            && !self.is_any(behind, &COMPARED)
            && !self.is_any(behind, &WHERE)
            && !self.is_any(behind, &["year", "month", "week", "day", "ago", "later", "earlier"])
            && closes(behind + 1)
            && let Some(phrase) = self.bare_noun(behind)
        {
            return Some(phrase);
        }
        // "$1tn was wiped off the value of stocks", "wiped 4 percent off the index".
        let wiped = behind
            + 2 * usize::from(self.is_any(behind, &["was", "were", "is"]))
            + usize::from(self.is_any(behind, &["wiped", "knocked", "shaved", "lopped"]));
        let wiped = wiped - usize::from(self.is_any(behind, &["was", "were", "is"]) && !self.is(wiped, "off"));
        if self.is(wiped, "off")
            && !matches!(measure, Measure::Unit(_) | Measure::Time)
            && self.is_any(wiped + 1, &["the", "its", "their", "his", "her"])
            && let Some(phrase) = self.phrase_behind(wiped + 1)
        {
            return Some(phrase);
        }
        // "adding £2 to the cost of a ticket".
        if self.is(behind, "to")
            && self.is_any(first.wrapping_sub(1), &["add", "adds", "added", "adding"])
            && let Some(phrase) = self.phrase_behind(behind + 1)
        {
            return Some(phrase);
        }
        // "invested $5m in a 200-megawatt wind farm"; "$5m in cash" is still of something else.
        if money
            && self.is(behind, "in")
            && !self.is_place_or_time(behind + 1)
            && !self.is_any(
                behind + 1,
                &[
                    "cash", "total", "all", "stock", "shares", "advance", "person", "today", "response", "return",
                    "exchange", "addition", "part", "turn",
                ],
            )
        {
            let at = self.behind_determiners(behind + 1);
            // "rose to $3m in two years": that is how long it took.
            if let Some(phrase) = self.phrase_from(at, false).filter(|phrase| self.time_unit(phrase.head).is_none()) {
                return Some(phrase);
            }
        }
        // "$300 for a dress, $50 for shoes": a list of what things cost.
        if money && self.is(behind, "for") {
            let (_, left) = self.hedge_before(first, false);
            let another = left > self.range.start && self.is_any(left - 1, &["another", "a", "an"]);
            let left = left - usize::from(another);
            let listed = left <= self.range.start
                || matches!(self.kind(left - 1), Some(TokenKind::Comma | TokenKind::Dash))
                || self.is(left - 1, "and");
            if let Some(phrase) = self.phrase_behind(behind + 1).filter(|_| listed) {
                return Some(phrase);
            }
        }
        // "$34,000 -- average annual salary".
        if first == self.range.start && (self.kind(behind) == Some(TokenKind::Dash) || self.word(behind) == ":") {
            return self.phrase_behind(behind + 1);
        }
        // "the mine about 35 miles away".
        if matches!(measure, Measure::Unit(_)) && self.is_any(behind, &WHERE) {
            let (_, left) = self.hedge_before(first, false);
            if let Some(phrase) = self.phrase_before(left).filter(|_| !self.is_verb(left.wrapping_sub(1))) {
                // "sank in heavy seas 4 km from the port": a circumstance, and no place.
                let bare = self.is_any(phrase.first.wrapping_sub(1), &["in", "through", "amid", "during", "on"])
                    && !self.is_determiner(phrase.first)
                    && !self.is_name_word(phrase.head);
                return if bare { self.verb_of(left).and_then(|verb| self.subject(verb)) } else { Some(phrase) };
            }
        }
        // "a case, potentially worth $15 million".
        let (_, mut left) = self.hedge_before(first, false);
        if left > self.range.start && self.is(left - 1, "worth") {
            left -= 1;
            while left > self.range.start
                && (self.word(left - 1) == "," || self.speech(left - 1).is_adverb() && !self.speech(left - 1).is_noun())
            {
                left -= 1;
            }
            if !self.is_any(left.wrapping_sub(1), &["is", "are", "was", "were", "be", "been"])
                && let Some(phrase) = self.phrase_before(left)
            {
                return Some(phrase);
            }
        }
        // "5 litres more water".
        if self.is_any(behind, &["more", "less", "fewer"])
            && let Some(phrase) =
                self.phrase_from(behind + 1, false).filter(|_| self.is_word(behind + 1) && !self.is(behind + 1, "than"))
        {
            return Some(phrase);
        }
        // "promised £90m for schools", "paid £24,500 for a map".
        if money && self.is(behind, "for") && !self.is_place_or_time(behind + 1) {
            let (_, left) = self.hedge_before(first, false);
            let left = left
                - usize::from(
                    left > self.range.start && self.is_any(left - 1, &["a", "an", "another", "extra", "further"]),
                );
            let left = left - usize::from(left > self.range.start && self.is_any(left - 1, &["a", "an", "another"]));
            let last = left.wrapping_sub(1);
            let direct = self.is_word(last)
                && !self.is_function(last)
                && verb_direction(self.lower(last)).is_none()
                && !self.is_any(last, &["cost", "costs", "sold", "won"]);
            if let Some(phrase) = self.phrase_behind(behind + 1).filter(|_| direct) {
                return Some(phrase);
            }
        }
        self.measured_before(first, money).or_else(|| {
            (money && self.is_any(behind, &["for", "on"])).then(|| self.phrase_behind(behind + 1)).flatten()
        })
    }

    /// What a sign says the figure of: "n = 12", "p < 0.01".
    pub(super) fn equated(&self, first: usize) -> Option<Phrase> {
        const SIGNS: [&str; 7] = ["=", "<", ">", "≤", "≥", "≈", "≃"];
        let sign = (first.saturating_sub(2).max(self.range.start)..first)
            .find(|&at| SIGNS.contains(&self.word(at)))
            .filter(|&at| self.is_word(at.wrapping_sub(1)))?;
        self.simple_phrase_before(sign).or(Some(Phrase { first: sign - 1, end: sign, head: sign - 1 }))
    }

    /// A word that has to be a noun by its place, whatever the table says: "pounds of thrust".
    pub(super) fn bare_noun(&self, at: usize) -> Option<Phrase> {
        let holds = self.case(at) == crate::tag::Case::Lower
            && !self.is_function(at)
            && !self.is_determiner(at)
            && !self.is_any(at, &["own", "other", "more", "less", "each"]);
        holds.then_some(Phrase { first: at, end: at + 1, head: at })
    }

    pub(super) fn phrase_behind(&self, at: usize) -> Option<Phrase> {
        let at = at + usize::from(self.is_determiner(at));
        self.phrase_from(at, false)
    }

    /// "in Rome", "in 2020", "in May": no goods.
    pub(super) fn is_place_or_time(&self, at: usize) -> bool {
        use crate::lexicon::WordFlags;
        self.is_number(at)
            || self.flags(at).has(WordFlags::CALENDAR)
            || self.flags(at).has(WordFlags::PLACE) && !self.name_describes(at)
            || self.is_any(at, &["the", "a", "an", "his", "her", "their", "its"])
                && self.is_any(
                    at + 1,
                    &[
                        "year",
                        "month",
                        "week",
                        "quarter",
                        "first",
                        "second",
                        "third",
                        "fourth",
                        "last",
                        "past",
                        "same",
                        "period",
                        "next",
                        "three",
                        "six",
                        "nine",
                        "half",
                        "city",
                        "country",
                        "state",
                        "region",
                        "area",
                        "day",
                        "hour",
                        "decade",
                        "weekend",
                        "morning",
                        "afternoon",
                        "night",
                        "single",
                    ],
                )
            || self.is_any(at, &["early", "late", "mid"]) && self.flags(at + 1).has(WordFlags::CALENDAR)
            // "in early trading".
            || (at..at + 3).any(|near| self.is_any(near, &["trading", "trade", "dealings", "deals", "session"]))
                && self.is_any(at, &["early", "late", "morning", "afternoon", "premarket", "extended", "after", "pre", "trading", "trade", "volatile", "thin", "choppy", "european", "asian"])
            || matches!(self.case(at), crate::tag::Case::Title | crate::tag::Case::Upper) && !self.name_describes(at)
    }

    /// "Christian church attendance", "U.S. aid": a name that a common noun follows.
    pub(super) fn name_describes(&self, at: usize) -> bool {
        use crate::tag::Case;
        let next =
            (at..at + 4).find(|&at| !matches!(self.case(at), Case::Title | Case::Upper | Case::Mixed)).unwrap_or(at);
        self.is_word(next) && !self.is_function(next) && self.speech(next).is_noun()
    }

    pub(super) fn has_article(&self, first: usize) -> bool {
        (first.saturating_sub(4).max(self.range.start)..first).any(|at| {
            self.is_any(at, &["a", "an", "the", "its", "their", "his", "her", "another", "this", "that", "each"])
        }) && !self.is_any(first.wrapping_sub(1), &["by", "to", "of", "for", "from"])
    }

    /// Whether a noun stands right behind, which the amount describes.
    pub(super) fn has_unit_noun(&self, behind: usize) -> bool {
        self.is_word(behind) && !self.is_function(behind) && self.speech(behind).is_mostly_noun()
    }

    /// Whether the phrase stands so close behind the amount that the amount describes it.
    pub(super) fn is_described(&self, phrase: &Phrase, behind: usize) -> bool {
        let lower = self.lower(phrase.head);
        phrase.first == behind
            && (!self.speech(behind).is_adverb() || self.speech(behind).is_adjective())
            && !self.flags(phrase.head).has(crate::lexicon::WordFlags::CALENDAR)
            && !matches!(
                lower,
                "year"
                    | "years"
                    | "month"
                    | "months"
                    | "week"
                    | "weeks"
                    | "day"
                    | "days"
                    | "hours"
                    | "minutes"
                    | "ago"
                    | "time"
                    | "times"
            )
            && !self.speech(behind).is_only_verb()
            && !(self.speech(behind).is_mostly_finite() && phrase.head == behind)
    }

    /// What changes, where a noun says that something does: "a rise in prices", "price rises", "sales growth".
    pub(super) fn changing(&self, noun: usize, first: usize) -> Option<Phrase> {
        if self.is_any(noun + 1, &["in", "of", "for", "on", "to"]) {
            let at = noun + 2 + usize::from(self.is_determiner(noun + 2) || self.is_any(noun + 2, &["every", "each"]));
            if !self.is_place_or_time(noun + 2)
                && let Some(phrase) = self.phrase_from(at, false)
            {
                return Some(phrase);
            }
        }
        // "a 3% pay rise".
        if noun > first
            && self.is_word(noun - 1)
            && self.speech(noun - 1).is_noun()
            && !self.is_any(noun - 1, &["percent", "cent", "point"])
            && self.percent(noun - 1).is_none()
        {
            let word = self.lower(noun - 1);
            if !matches!(
                word,
                "percent" | "dollar" | "dollars" | "pound" | "pounds" | "euro" | "euros" | "year" | "point" | "points"
            ) {
                return Some(Phrase { first: noun - 1, end: noun, head: noun - 1 });
            }
        }
        self.measured_before(first, false)
    }
}
