//! What a figure counts or measures: the words that say so.

use super::{
    change::{noun_direction, verb_direction},
    phrase::Phrase,
    quantity::Measure,
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
        let plural =
            matches!(super::words::number_word(&self.lower(end - 1)), Some(super::words::NumberWord::Plural(_)));
        if plural && self.speech(at).is_past() {
            return None;
        }
        let phrase = self.phrase_from(at, many)?;
        // "100 percent"… are read elsewhere; a time behind a number is no noun that is counted.
        let participle = self.trailing_participle(first, phrase.end);
        Some(Phrase { end: participle, ..phrase })
    }

    /// "of those polled", "of those who voted": a pronoun with what tells it apart, the determiners stepped over.
    fn those(&self, at: usize) -> Option<Phrase> {
        let first = at.checked_sub(1).filter(|&first| self.is_any(first, &["those", "these"]))?;
        let participle = self.speech(at).is_past() && !self.speech(at).is_noun() && self.is_word(at);
        if participle || self.speech(at).is_gerund() && !self.speech(at).is_mostly_noun() {
            return Some(Phrase { first, end: at + 1, head: at });
        }
        self.is_any(at, &["who", "that", "with", "in", "under", "over"]).then_some(Phrase {
            first,
            end: at,
            head: first,
        })
    }

    /// The token behind articles and numbers: "of the 15 ships", "of its 6.4 million customers".
    fn behind_determiners(&self, mut at: usize) -> usize {
        loop {
            at = if let Some(number) = self.numeral(at, false).filter(|_| !self.is_any(at, &["a", "an"])) {
                // "of the 112-seat chamber".
                let seats = self.is_hyphen(number.end) && self.touched(number.end) && self.is_word(number.end + 1);
                number.end + 2 * usize::from(seats)
            } else if self.is_determiner(at) || self.is_any(at, &["all", "more", "about", "some", "nearly", "around"]) {
                at + 1
            } else {
                return at;
            };
        }
    }

    /// The token behind a participle that belongs to the noun before: "273 drones launched—88 were".
    fn trailing_participle(&self, first: usize, end: usize) -> usize {
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

    /// What an amount measures: of what it is a part, what it buys, what it is added to, or the subject of its verb.
    pub(super) fn measured_by(&self, first: usize, end: usize, measure: &Measure) -> Option<Phrase> {
        let hyphen = self.is_hyphen(end) && self.touched(end);
        let behind = end + usize::from(hyphen);
        let money = matches!(measure, Measure::Money(_));
        // "3% of voters", "$3bn of aid", "$4bn worth of seafood".
        let worth = usize::from(self.is(behind, "worth"));
        if self.is(behind + worth, "of") {
            let mut at = behind + worth + 1;
            at = self.behind_determiners(at);
            if let Some(phrase) = self.those(at).or_else(|| self.phrase_from(at, false)) {
                return Some(phrase);
            }
        }
        // "LSD = 7.01".
        if let Some(phrase) = self.equated(first) {
            return Some(phrase);
        }
        // "a 5% increase in sales": what increases.
        let noun = (behind..behind + 3)
            .find(|&at| noun_direction(&self.lower(at)).is_some() && (at == behind || self.is_word(at - 1)));
        if let Some(noun) = noun.filter(|_| *measure != Measure::Time) {
            return self.changing(noun, first);
        }
        // "a rise of 12 percent in sales".
        if self.is(behind, "in")
            && self.is(first.wrapping_sub(1), "of")
            && noun_direction(&self.lower(first.wrapping_sub(2))).is_some()
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
        if money && self.is(behind, "in") && !self.is_place_or_time(behind + 1) {
            let at = behind + 1 + usize::from(self.is_determiner(behind + 1));
            if let Some(phrase) = self.phrase_from(at, false) {
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
                return Some(phrase);
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
                && verb_direction(&self.lower(last)).is_none()
                && !self.is_any(last, &["cost", "costs", "sold", "won"]);
            if let Some(phrase) = self.phrase_behind(behind + 1).filter(|_| direct) {
                return Some(phrase);
            }
        }
        self.measured_before(first, money).or_else(|| {
            (money && self.is_any(behind, &["for", "on"])).then(|| self.phrase_behind(behind + 1)).flatten()
        })
    }

    /// What lasts so long: "a three-day visit", "20 years of war", "the talks lasted three days".
    pub(super) fn lasting(&self, first: usize, end: usize) -> Option<Phrase> {
        let hyphen = self.is_hyphen(end) || self.is_hyphen(end.wrapping_sub(2));
        let at = end + usize::from(self.is_hyphen(end));
        if hyphen && self.is_word(at) && !self.is_function(at) {
            let long = at + usize::from(self.is(at, "long"));
            if let Some(phrase) = self.phrase_from(long, false) {
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

    /// What a sign says the figure of: "n = 12", "p < 0.01".
    pub(super) fn equated(&self, first: usize) -> Option<Phrase> {
        const SIGNS: [&str; 7] = ["=", "<", ">", "≤", "≥", "≈", "≃"];
        let sign = (first.saturating_sub(2).max(self.range.start)..first)
            .find(|&at| SIGNS.contains(&self.word(at)))
            .filter(|&at| self.is_word(at.wrapping_sub(1)))?;
        self.simple_phrase_before(sign).or(Some(Phrase { first: sign - 1, end: sign, head: sign - 1 }))
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
        if self.speech(end - 1).is_mostly_noun() && !self.is_verb(end - 1) && !self.is_function(end - 1) {
            // "for the first time in two years".
            return self.object_before(end).filter(|phrase| !self.is_any(phrase.head, &["time", "times"]));
        }
        let from = self.range.start.max(end.saturating_sub(12));
        let verb = (from..end).rev().find(|&near| self.is_verb(near))?;
        self.subject(verb)
    }

    fn phrase_behind(&self, at: usize) -> Option<Phrase> {
        let at = at + usize::from(self.is_determiner(at));
        self.phrase_from(at, false)
    }

    /// "in Rome", "in 2020", "in May": no goods.
    fn is_place_or_time(&self, at: usize) -> bool {
        use crate::lexicon::WordFlags;
        self.is_number(at)
            || self.flags(at).has(WordFlags::CALENDAR)
            || self.flags(at).has(WordFlags::PLACE) && !self.name_describes(at)
            || self.is_any(at, &["the", "a", "an", "his", "her", "their", "its"])
                && self.is_any(
                    at + 1,
                    &[
                        "year", "month", "week", "quarter", "first", "second", "third", "fourth", "last", "past",
                        "same", "period", "next", "three", "six", "nine", "half", "city", "country", "state", "region",
                        "area",
                    ],
                )
            || matches!(self.case(at), crate::tag::Case::Title | crate::tag::Case::Upper) && !self.name_describes(at)
    }

    /// "Christian church attendance", "U.S. aid": a name that a common noun follows.
    fn name_describes(&self, at: usize) -> bool {
        use crate::tag::Case;
        let next =
            (at..at + 4).find(|&at| !matches!(self.case(at), Case::Title | Case::Upper | Case::Mixed)).unwrap_or(at);
        self.is_word(next) && !self.is_function(next) && self.speech(next).is_noun()
    }

    fn has_article(&self, first: usize) -> bool {
        (first.saturating_sub(4).max(self.range.start)..first).any(|at| {
            self.is_any(at, &["a", "an", "the", "its", "their", "his", "her", "another", "this", "that", "each"])
        }) && !self.is_any(first.wrapping_sub(1), &["by", "to", "of", "for", "from"])
    }

    /// Whether a noun stands right behind, which the amount describes.
    fn has_unit_noun(&self, behind: usize) -> bool {
        self.is_word(behind) && !self.is_function(behind) && self.speech(behind).is_mostly_noun()
    }

    /// Whether the phrase stands so close behind the amount that the amount describes it.
    fn is_described(&self, phrase: &Phrase, behind: usize) -> bool {
        let lower = self.lower(phrase.head);
        phrase.first == behind
            && (!self.speech(behind).is_adverb() || self.speech(behind).is_adjective())
            && !self.flags(phrase.head).has(crate::lexicon::WordFlags::CALENDAR)
            && !matches!(&*lower, "year" | "month" | "week" | "day" | "ago" | "time" | "times")
            && !self.speech(behind).is_only_verb()
            && !(self.speech(behind).is_mostly_finite() && phrase.head == behind)
    }

    /// What changes, where a noun says that something does: "a rise in prices", "price rises", "sales growth".
    fn changing(&self, noun: usize, first: usize) -> Option<Phrase> {
        if self.is_any(noun + 1, &["in", "of", "for", "on", "to"]) {
            let at = noun + 2 + usize::from(self.is_determiner(noun + 2));
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
                &*word,
                "percent" | "dollar" | "dollars" | "pound" | "pounds" | "euro" | "euros" | "year" | "point" | "points"
            ) {
                return Some(Phrase { first: noun - 1, end: noun, head: noun - 1 });
            }
        }
        self.measured_before(first, false)
    }

    /// What stands before the amount: an object with its preposition, or the subject.
    fn measured_before(&self, first: usize, money: bool) -> Option<Phrase> {
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
    fn object_between(&self, verb: usize, end: usize) -> Option<Phrase> {
        let phrase = self.phrase_before(end)?;
        (phrase.first > verb).then_some(phrase)
    }

    fn is_unit_word(&self, at: usize) -> bool {
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

    fn is_name(&self, at: usize) -> bool {
        !matches!(self.case(at), crate::tag::Case::Lower | crate::tag::Case::None) && at > self.range.start
    }
}
