//! Noun phrases and verbs around a figure, told apart by coarse parts of speech.

use super::reader::Reader;
use crate::{lexicon::Speech, tag::Case, token::TokenKind};

/// A noun phrase: tokens, and the one that is its head.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Phrase {
    /// First token.
    pub(super) first: usize,
    /// One past the last token.
    pub(super) end: usize,
    /// The noun that it is about.
    pub(super) head: usize,
}

/// Longer phrases are cut: keeps the time linear whatever the text.
const REACH: usize = 12;

impl Reader<'_> {
    pub(super) fn speech(&self, at: usize) -> Speech {
        if self.is_word(at) { self.lexicon.speech(self.lower(at)) } else { Speech::default() }
    }

    pub(super) fn is_name_word(&self, at: usize) -> bool {
        self.is_word(at) && matches!(self.case(at), Case::Title | Case::Upper | Case::Mixed)
    }

    fn is_plural_form(&self, at: usize) -> bool {
        let lower = self.lower(at);
        matches!(
            lower,
            "people" | "men" | "women" | "children" | "police" | "feet" | "dead" | "wounded" | "injured" | "missing"
        ) || lower.ends_with("men") && lower.len() > 4 && lower != "specimen"
            || lower.len() > 3
                && lower.ends_with('s')
                && !lower.ends_with("ss")
                && !lower.ends_with("us")
                && !lower.ends_with("is")
    }

    /// The noun phrase that begins at the token; function words before it have been passed. `many` tells that it is a
    /// plural, which ends at its first plural noun.
    pub(super) fn phrase_from(&self, at: usize, many: bool) -> Option<Phrase> {
        let mut head = None;
        let mut owner = None;
        let mut next = at;
        while next < self.range.end && next - at < REACH {
            match self.kind(next) {
                // "Tour de France titles".
                Some(TokenKind::Word)
                    if head.is_some_and(|head| self.is_name_word(head))
                        && self.is_any(next, &["de", "du", "la", "van", "von", "di"])
                        && self.is_name_word(next + 1) =>
                {
                    next += 1;
                    continue;
                }
                // "10 away games".
                Some(TokenKind::Word) if next == at && self.is(next, "away") && self.is_plural_form(next + 1) => {
                    next += 1;
                    continue;
                }
                // "500 international and local members".
                Some(TokenKind::Word)
                    if head.is_none()
                        && next > at
                        && self.is_any(next, &["and", "or"])
                        && self.speech(next - 1).is_adjective()
                        && self.speech(next + 1).is_adjective()
                        && !self.is_function(next + 1) =>
                {
                    next += 1;
                    continue;
                }
                Some(TokenKind::Word) if self.is_function(next) || self.is_determiner(next) => {
                    // "all-out", "by-election": a hyphen makes it a part of a word.
                    if !(self.is_hyphen(next + 1) && self.touches(next)) {
                        break;
                    }
                    next += 2;
                    continue;
                }
                Some(TokenKind::Word) => {}
                Some(TokenKind::Hyphen) if next > at && self.touched(next) => {
                    next += 1;
                    continue;
                }
                // "14 F-35s": a number that a name ends in.
                Some(TokenKind::Number)
                    if head.is_some_and(|head| head + 2 == next && self.is_name_word(head))
                        && self.is_hyphen(next - 1)
                        && self.touched(next) =>
                {
                    let glued = usize::from(self.touches(next) && self.is_word(next + 1));
                    head = Some(next + glued);
                    next += 1 + glued;
                    continue;
                }
                // "two of the country's banks": what is owned is the head, past its own number.
                Some(TokenKind::Clitic) if next > at => {
                    owner = head.take().or(owner);
                    next += 1;
                    while self.is_number(next) && next - at < REACH {
                        next += 1;
                    }
                    continue;
                }
                // "30% of respondents' votes".
                Some(TokenKind::Quote) if self.is_owners_mark(next) && next > at => {
                    owner = head.take().or(owner);
                    next += 1;
                    continue;
                }
                Some(TokenKind::Quote)
                    if next == at || self.kind(next + 1) == Some(TokenKind::Word) && head.is_none() =>
                {
                    next += 1;
                    continue;
                }
                // "hot, dry days"; a comma between adjectives.
                Some(TokenKind::Comma)
                    if head.is_none()
                        && next > at
                        && self.word(next) == ","
                        && (self.speech(next + 1).is_adjective() || self.is_hyphen(next + 2))
                        && (self.speech(next - 1).is_adjective() || self.is_hyphen(next.wrapping_sub(2))) =>
                {
                    next += 1;
                    continue;
                }
                _ => break,
            }
            if let Some(found) = head
                && self.ends_phrase(found, next, many)
            {
                break;
            }
            let speech = self.speech(next);
            // "pro-Union rallies": the name describes.
            let described = next > at
                && self.is_hyphen(next - 1)
                && self.is_name_word(next)
                && self.case(next - 2) == Case::Lower
                && self.is_any(next - 2, &["pro", "anti", "non", "pre", "post", "ex", "mid", "trans", "pan"]);
            if described {
                next += 1;
                continue;
            }
            let noun = self.is_name_word(next)
                || speech.is_noun() && !self.is_plain_gerund(next)
                || self.is_counted_adjective(next);
            if !noun && !speech.is_adjective() && !speech.is_past() && !speech.is_adverb() && !speech.is_gerund() {
                break;
            }
            // A finite verb right behind the number: "88 were", "three died".
            let moves = many && !self.is_plural_form(next) && super::change::verb_direction(self.lower(next)).is_some();
            let acts = many
                && !self.is_plural_form(next)
                && speech.is_finite()
                && !speech.is_adjective()
                && (self.is_determiner(next + 1) || self.is_any(next + 1, &["in", "on", "at", "by"]))
                && speech.is_past();
            if next == at
                && (speech.is_only_verb() && !self.before_noun(next) || moves && !self.before_noun(next) || acts)
                && !self.is_counted_adjective(next)
            {
                return None;
            }
            if noun {
                head = Some(next);
            }
            next += 1;
        }
        let mut head = head.or(owner)?;
        // "400 Democratic or undecided voters": more than one needs a plural.
        if many && !self.is_plural_form(head) && self.is_any(head + 1, &["or", "and"]) && head + 1 - at < REACH / 2 {
            let rest = self.phrase_from(head + 2, false).filter(|rest| self.is_plural_form(rest.head));
            if let Some(rest) = rest.filter(|rest| rest.head > rest.first && self.is_name_word(head)) {
                head = rest.head;
            }
        }
        let mut first = at;
        while first < head && !self.is_word(first) {
            first += 1;
        }
        Some(Phrase { first, end: head + 1, head })
    }

    /// The apostrophe of a plural owner, a noun behind it.
    fn is_owners_mark(&self, at: usize) -> bool {
        matches!(self.word(at), "'" | "’")
            && self.touched(at)
            && !self.touches(at)
            && self.word(at.wrapping_sub(1)).ends_with('s')
            && self.is_word(at + 1)
            && !self.is_function(at + 1)
    }

    /// "flowing through", "suing": -ing that no noun follows; "building" and "meeting" are nouns in the table.
    fn is_plain_gerund(&self, at: usize) -> bool {
        self.speech(at).is_gerund() && !self.speech(at).is_mostly_noun()
    }

    /// "88 dead", "12 wounded", "five missing".
    fn is_counted_adjective(&self, at: usize) -> bool {
        self.is_any(at, &["dead", "wounded", "injured", "missing", "others", "more"])
            && !self.before_noun(at)
            && !self.is(at, "more")
    }

    /// Whether a noun follows directly, so that this word describes it.
    fn before_noun(&self, at: usize) -> bool {
        let next = at + 1 + usize::from(self.is_hyphen(at + 1));
        self.is_word(next)
            && !self.is_function(next)
            && !self.is_determiner(next)
            && (self.speech(next).is_noun() || self.speech(next).is_adjective())
            && !self.speech(next).is_adverb()
            && !self.begins_time(next)
    }

    /// "last week", "Monday": when, and no part of what is counted.
    pub(super) fn begins_time(&self, at: usize) -> bool {
        self.flags(at).has(crate::lexicon::WordFlags::CALENDAR) && self.is_name_word(at)
            || self.is_any(at, &["last", "next", "this"])
                && self.is_any(
                    at + 1,
                    &[
                        "week", "month", "year", "night", "summer", "winter", "spring", "autumn", "fall", "season",
                        "time",
                    ],
                )
    }

    /// Whether the phrase ends before `next`, its last noun being `head`.
    fn ends_phrase(&self, head: usize, next: usize, many: bool) -> bool {
        // "police-led raids": the hyphen goes on.
        if self.is_hyphen(next - 1) {
            return false;
        }
        // A name behind a common noun is somebody else; but "U.S. troops" goes on from a name.
        if self.is_name_word(next) && !self.is_name_word(head) {
            return true;
        }
        // "Michael Brown"; not "Democrats Tuesday".
        if self.is_name_word(next) {
            return self.flags(next).has(crate::lexicon::WordFlags::CALENDAR);
        }
        let speech = self.speech(next);
        if speech.is_adverb() && !speech.is_adjective() && !speech.is_noun() {
            return true;
        }
        // "voters self-identify": the word's last part tells.
        if self.is_hyphen(next + 1) && self.touches(next) && self.touches(next + 1) {
            let last = self.speech(next + 2);
            if last.is_finite() && !last.is_noun() && !last.is_adjective() && !last.is_past() {
                return true;
            }
        }
        let plural = self.is_plural_form(head) && !self.is_name_word(head);
        // "Democratic registered voters": a participle between.
        if self.is_name_word(head) && !self.is_plural_form(head) && speech.is_past() && self.before_noun(next) && many {
            return false;
        }
        // "two conference calls": more than one needs a plural, even one that could be a verb.
        if many && !plural && !self.is_name_word(head) && self.is_plural_form(next) && speech.is_noun() {
            return false;
        }
        if plural && !speech.is_noun() && !speech.is_gerund() {
            return true;
        }
        if many && plural {
            // "veterans organisations", "sports halls".
            return !(self.is_plural_form(next) && speech.is_mostly_noun() && !speech.is_finite());
        }
        // "people suing the state", "a man wearing blue".
        if speech.is_gerund()
            && (self.is_determiner(next + 1)
                || self.is_function(next + 1)
                || self.is_name_word(next + 1)
                || !self.is_word(next + 1))
            && !self.is_name_word(next)
        {
            return true;
        }
        // "the weekend costs $975": what takes an object is a verb.
        if speech.is_finite()
            && (self.is_number(next + 1)
                || self.kind(next + 1) == Some(TokenKind::Symbol)
                || self.is_determiner(next + 1))
            && !self.is_name_word(next)
        {
            return true;
        }
        // Behind a noun, what is a verb more often than not is one.
        speech.is_only_verb()
            || speech.is_mostly_finite()
            || speech.is_adjective() && !speech.is_noun() && !self.before_noun(next)
            || !speech.is_noun() && speech.is_gerund()
    }

    /// The noun phrase that ends before the token, determiner and all: "the price of oil".
    pub(super) fn phrase_before(&self, end: usize) -> Option<Phrase> {
        self.joined_phrase_before(
            end,
            &["of", "in", "for", "on", "at", "with", "between", "from", "to", "among", "by", "and", "across", "before"],
        )
    }

    /// The same for an object, which fewer prepositions make longer: "a proposed penalty" of $7,000.
    pub(super) fn object_before(&self, end: usize) -> Option<Phrase> {
        self.joined_phrase_before(end, &["of", "in", "and"])
    }

    fn joined_phrase_before(&self, end: usize, joiners: &[&str]) -> Option<Phrase> {
        let mut phrase = self.simple_phrase_before(end)?;
        // "the price of oil", "shares in Apple", "the number of people in work".
        for _ in 0..3 {
            let first = phrase.first;
            if first <= self.range.start + 1 || !self.is_any(first - 1, joiners) {
                break;
            }
            // "the plan scuttled in the Senate": a participle between.
            let outer_end = first - 1;
            let before = self.speech(outer_end.wrapping_sub(1));
            let participle = usize::from(
                self.is_verb(end)
                    && before.is_past()
                    && !before.is_noun()
                    && !self.is_function(outer_end - 1)
                    && outer_end > self.range.start + 1,
            );
            let Some(outer) = self.simple_phrase_before(outer_end - participle) else { break };
            // "died in floods", "on Monday shares fell": not everything before a preposition is the phrase's head.
            if end - outer.first > REACH + 4 {
                break;
            }
            // "lies at depths": a verb that looks like a noun.
            if outer.first == outer.head
                && self.speech(outer.head).is_finite()
                && !self.speech(outer.head).is_past()
                && !self.is_name_word(outer.head)
            {
                break;
            }
            let head = if self.is(first - 1, "and") { phrase.head } else { outer.head };
            phrase = Phrase { first: outer.first, end: phrase.end, head };
        }
        Some(phrase)
    }

    pub(super) fn simple_phrase_before(&self, end: usize) -> Option<Phrase> {
        let mut head = None;
        let mut first = end;
        while first > self.range.start && end - first < REACH {
            let at = first - 1;
            match self.kind(at) {
                Some(TokenKind::Word) => {}
                Some(TokenKind::Hyphen | TokenKind::Clitic)
                    if head.is_some() || self.kind(at) == Some(TokenKind::Hyphen) =>
                {
                    first = at;
                    continue;
                }
                Some(TokenKind::Quote) if head.is_none() => {
                    first = at;
                    continue;
                }
                // "S&P 500", "Brent crude 3-month".
                Some(TokenKind::Number)
                    if head.is_none()
                        && at > self.range.start
                        && self.is_name_word(at - 1)
                        && self.name_like_number(at) =>
                {
                    head = Some(at);
                    first = at;
                    continue;
                }
                Some(TokenKind::Symbol)
                    if self.word(at) == "&"
                        && (self.touched(at) || self.is_name_word(at + 1) && self.is_name_word(at.wrapping_sub(1))) =>
                {
                    first = at;
                    continue;
                }
                _ => break,
            }
            let that = self.is(at, "that")
                && !self.is_any(at.wrapping_sub(1), &["of", "for", "in", "on", "at", "from", "to", "with", "by"]);
            if self.is_determiner(at) && !that {
                if head.is_some() {
                    first = at;
                }
                break;
            }
            // "the benchmark 10-year note".
            if head.is_some()
                && at > self.range.start + 1
                && self.is_hyphen(at - 1)
                && self.is_number(at - 2)
                && self.touched(at)
            {
                first = at - 2;
                continue;
            }
            // "one-off items": a hyphen makes it a part of a word.
            if head.is_some()
                && (self.is_hyphen(at + 1) && self.touches(at)
                    || self.is_hyphen(at.wrapping_sub(1)) && self.touched(at))
                && self.is_function(at)
            {
                first = at;
                continue;
            }
            let net_worth = self.is(at, "worth") && self.is(at.wrapping_sub(1), "net");
            if self.is_function(at) && !net_worth || self.is_measure_word(at) {
                break;
            }
            let speech = self.speech(at);
            // "iPhone 5C".
            if self.touched(at) && self.is_number(at.wrapping_sub(1)) && self.is_any(at, &["st", "nd", "rd", "th", "s"])
            {
                break;
            }
            if self.touched(at) && self.is_number(at.wrapping_sub(1)) && head.is_none() {
                head = Some(at);
                first = at - 1;
                continue;
            }
            let name = self.is_name_word(at) && !(at == self.range.start && !speech.is_noun());
            let noun = name
                || speech.is_noun()
                || speech.is_gerund()
                // "her throw".
                || head.is_none()
                    && self.after_determiner(at)
                    && speech.is_finite()
                    && !self.is_any(at - 1, &["that", "this", "all", "some"])
                // "the typical flat costs".
                || head.is_none()
                    && speech.is_adjective()
                    && at + 1 == end
                    && !self.is_any(at, &["other", "same", "own", "latter", "former", "only"])
                    && at > self.range.start + 1
                    && (self.after_determiner(at) || self.speech(at - 1).is_adjective() && self.after_determiner(at - 1))
                || speech.is_adjective()
                    && head.is_none()
                    && self.is_any(at, &["gross", "crude", "unemployed", "dead", "injured"]);
            if head.is_none() {
                // "The team hopes to return": the verb is no noun here.
                let verb = !name
                    && speech.is_finite()
                    && self.is_any(end, &["to", "that"])
                    && at + 1 == end
                    && at > self.range.start + 1
                    // "an ambitious plan to".
                    && !(speech.is_noun()
                        && (self.after_determiner(at) || self.speech(at - 1).is_adjective() && self.after_determiner(at - 1)));
                if verb {
                    return self.simple_phrase_before(at);
                }
                if !noun {
                    break;
                }
                head = Some(at);
            } else if !(noun && !(speech.is_mostly_finite() && !name)
                || speech.is_adjective()
                || speech.is_past() && self.after_determiner(at)
                || speech.is_gerund())
            {
                break;
            }
            first = at;
        }
        let head = head?;
        // "10-year Bunds" begins with its number.
        while first < head && !self.is_word(first) && !(self.is_number(first) && self.is_hyphen(first + 1)) {
            first += 1;
        }
        Some(Phrase { first, end, head })
    }

    /// "percent", "million", and a unit behind its number: parts of another figure.
    pub(super) fn is_measure_word(&self, at: usize) -> bool {
        use super::words::{NumberWord, number_word};
        let lower = self.lower(at);
        if matches!(
            lower,
            "percent"
                | "cent"
                | "crore"
                | "lakh"
                | "million"
                | "billion"
                | "trillion"
                | "thousand"
                | "hundred"
                | "dozen"
        ) {
            return true;
        }
        // "$3bn": a multiplier is no noun.
        if self.touched(at)
            && self.is_number(at.wrapping_sub(1))
            && super::words::suffix(self.word(at), true, true).is_some()
        {
            return true;
        }
        // "M$29": a letter that belongs to a currency's sign.
        if self.touches(at) && self.word(at + 1) == "$" {
            return true;
        }
        let hyphen = usize::from(self.is_hyphen(at.wrapping_sub(1)));
        let power = usize::from(self.is_any(at.wrapping_sub(1), &["square", "cubic"]));
        let before = at.wrapping_sub(1 + hyphen + power);
        let number = self.is_number(before)
            || matches!(
                self.number_word(before),
                Some(NumberWord::Small(_) | NumberWord::Tens(_) | NumberWord::Scale(_))
            );
        let terms = self.lexicon.terms();
        let unit = || {
            terms.unit_name(lower).is_some()
                || terms.currency_name(lower).is_some()
                || terms.unit_symbol(self.word(at)).is_some()
        };
        number && unit()
            || match number_word(lower) {
                Some(NumberWord::Small(value)) => value > 1.0,
                Some(NumberWord::Tens(_)) => true,
                _ => false,
            }
    }

    pub(super) fn after_determiner(&self, at: usize) -> bool {
        at > self.range.start && self.is_determiner(at - 1)
    }

    fn name_like_number(&self, at: usize) -> bool {
        self.word(at).len() <= 4 && !self.is_word(at + 1) || self.speech(at + 1).is_finite() || self.is_function(at + 1)
    }
}
