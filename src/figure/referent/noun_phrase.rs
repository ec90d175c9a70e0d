//! The noun phrase that begins at a token, told by coarse parts of speech.

use crate::{
    document::{Case, TokenKind},
    figure::{
        cursor::{Cursor, back},
        grammar::{is_content_word, is_determiner, is_function_word, is_name_word, is_plain_gerund, part_of_speech},
        modifier::verb_direction,
    },
    lexicon::WordFlags,
    text::Span,
};

/// A noun phrase: tokens, and the one that is its head.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(in crate::figure) struct NounPhrase {
    /// First token.
    pub(in crate::figure) first: usize,
    /// One past the last token.
    pub(in crate::figure) end: usize,
    /// The noun that it is about.
    pub(in crate::figure) head: usize,
}

impl NounPhrase {
    /// Its bytes.
    pub(in crate::figure) fn span(self, cursor: &Cursor) -> Span {
        cursor.span(self.first, self.end)
    }
}

/// Longer phrases are cut: keeps the time linear whatever the text.
pub(super) const LONGEST: usize = 12;

fn is_plural_form(cursor: &Cursor, at: usize) -> bool {
    match cursor.lowercase(at) {
        "people" | "men" | "women" | "children" | "police" | "feet" | "dead" | "wounded" | "injured" | "missing" => {
            true
        }
        "specimen" => false,
        lower if lower.ends_with("men") => lower.len() > 4,
        lower => lower.len() > 3 && lower.ends_with('s') && !["ss", "us", "is"].iter().any(|end| lower.ends_with(end)),
    }
}

/// A noun phrase under way.
struct Reading {
    /// First token.
    at: usize,
    /// The last noun so far.
    head: Option<usize>,
    /// The noun that owns what follows.
    owner: Option<usize>,
    /// Whether it is a plural, which ends at its first plural noun.
    many: bool,
}

/// How a noun phrase goes on.
enum Step {
    /// On to this token.
    To(usize),
    /// The phrase ends.
    End,
    /// There is none: it is a verb that stands here.
    Verb,
}

/// The noun phrase that begins at the token; function words before it have been passed. `many` tells that it is a
/// plural, which ends at its first plural noun.
pub(in crate::figure) fn phrase_from(cursor: &Cursor, at: usize, many: bool) -> Option<NounPhrase> {
    let mut reading = Reading { at, head: None, owner: None, many };
    let mut next = at;
    while next < cursor.end() && next - at < LONGEST {
        next = match reading.step(cursor, next) {
            Step::To(next) => next,
            Step::End => break,
            Step::Verb => return None,
        };
    }
    let head = reading.head.or(reading.owner)?;
    let head = if many { plural_alternative(cursor, at, head).unwrap_or(head) } else { head };
    let first = (at..head).find(|&at| cursor.is_word(at)).unwrap_or(head);
    Some(NounPhrase { first, end: head + 1, head })
}

/// "400 Democratic or undecided voters": more than one needs a plural.
fn plural_alternative(cursor: &Cursor, at: usize, head: usize) -> Option<usize> {
    if !cursor.is_any(head + 1, &["or", "and"]) || head + 1 - at >= LONGEST / 2 {
        return None;
    }
    if is_plural_form(cursor, head) || !is_name_word(cursor, head) {
        return None;
    }
    let rest = phrase_from(cursor, head + 2, false)?;
    (rest.head > rest.first && is_plural_form(cursor, rest.head)).then_some(rest.head)
}

impl Reading {
    /// Reads the token `next`.
    fn step(&mut self, cursor: &Cursor, next: usize) -> Step {
        let inside = next > self.at;
        match cursor.kind(next) {
            Some(TokenKind::Word) => self.pass(cursor, next).unwrap_or_else(|| self.word(cursor, next)),
            Some(TokenKind::Hyphen) if inside && cursor.touched(next) => Step::To(next + 1),
            Some(TokenKind::Number) if self.is_number_of_name(cursor, next) => {
                let glued = usize::from(cursor.touches(next) && cursor.is_word(next + 1));
                self.head = Some(next + glued);
                Step::To(next + 1 + glued)
            }
            // "two of the country's banks": what is owned is the head, past its own number.
            Some(TokenKind::Clitic) if inside => {
                self.owner = self.head.take().or(self.owner);
                let longest = self.at + LONGEST;
                Step::To((next + 1..longest).find(|&at| !cursor.is_number(at)).unwrap_or(longest.max(next + 1)))
            }
            // "30% of respondents' votes".
            Some(TokenKind::Quote) if inside && is_owners_mark(cursor, next) => {
                self.owner = self.head.take().or(self.owner);
                Step::To(next + 1)
            }
            Some(TokenKind::Quote) if !inside || self.head.is_none() && cursor.is_word(next + 1) => Step::To(next + 1),
            Some(TokenKind::Comma) if inside && self.head.is_none() && is_between_adjectives(cursor, next) => {
                Step::To(next + 1)
            }
            _ => Step::End,
        }
    }

    /// "14 F-35s": a number that a name ends in.
    fn is_number_of_name(&self, cursor: &Cursor, next: usize) -> bool {
        let head = back(next, 2);
        self.head == Some(head) && is_name_word(cursor, head) && cursor.is_hyphen(next - 1) && cursor.touched(next)
    }

    /// "Tour de France".
    fn joins_names(&self, cursor: &Cursor, next: usize) -> bool {
        self.head.is_some_and(|head| is_name_word(cursor, head)) && is_name_word(cursor, next + 1)
    }

    /// Words that are stepped over, or that end the phrase whatever came before.
    fn pass(&self, cursor: &Cursor, next: usize) -> Option<Step> {
        match cursor.lowercase(next) {
            // "Tour de France titles".
            "de" | "du" | "la" | "van" | "von" | "di" if self.joins_names(cursor, next) => {
                return Some(Step::To(next + 1));
            }
            // "10 away games".
            "away" if next == self.at && is_plural_form(cursor, next + 1) => return Some(Step::To(next + 1)),
            // "500 international and local members".
            "and" | "or" if next > self.at && self.head.is_none() && joins_adjectives(cursor, next) => {
                return Some(Step::To(next + 1));
            }
            _ => {}
        }
        if !is_function_word(cursor, next) && !is_determiner(cursor, next) {
            return None;
        }
        // "all-out", "by-election": a hyphen makes it a part of a word.
        let part = cursor.is_tied_hyphen(next + 1);
        Some(if part { Step::To(next + 2) } else { Step::End })
    }

    fn word(&mut self, cursor: &Cursor, next: usize) -> Step {
        if self.head.is_some_and(|head| ends_phrase(cursor, head, next, self.many)) {
            return Step::End;
        }
        // "pro-Union rallies": the name describes.
        if next > self.at && is_prefixed_name(cursor, next) {
            return Step::To(next + 1);
        }
        let noun = is_noun(cursor, next);
        if !noun && !describes(cursor, next) {
            return Step::End;
        }
        // A finite verb right after the number: "88 were", "three died".
        if next == self.at && is_verb_after_number(cursor, next, self.many) {
            return Step::Verb;
        }
        if noun {
            self.head = Some(next);
        }
        Step::To(next + 1)
    }
}

/// "international and local".
fn joins_adjectives(cursor: &Cursor, at: usize) -> bool {
    let adjectives = [at - 1, at + 1].into_iter().all(|at| part_of_speech(cursor, at).is_adjective());
    adjectives && !is_function_word(cursor, at + 1)
}

/// "hot, dry days": a comma between adjectives.
fn is_between_adjectives(cursor: &Cursor, at: usize) -> bool {
    let before = part_of_speech(cursor, at - 1).is_adjective() || cursor.is_hyphen(back(at, 2));
    let after = part_of_speech(cursor, at + 1).is_adjective() || cursor.is_hyphen(at + 2);
    cursor.word(at) == "," && before && after
}

/// "pro-Union".
fn is_prefixed_name(cursor: &Cursor, at: usize) -> bool {
    if !cursor.is_hyphen(back(at, 1)) || !is_name_word(cursor, at) {
        return false;
    }
    let prefix = back(at, 2);
    cursor.case(prefix) == Case::Lower
        && cursor.is_any(prefix, &["pro", "anti", "non", "pre", "post", "ex", "mid", "trans", "pan"])
}

fn is_noun(cursor: &Cursor, at: usize) -> bool {
    if is_name_word(cursor, at) || is_counted_adjective(cursor, at) {
        return true;
    }
    part_of_speech(cursor, at).is_noun() && !is_plain_gerund(cursor, at)
}

/// Whether the word may stand before a noun.
fn describes(cursor: &Cursor, at: usize) -> bool {
    let pos = part_of_speech(cursor, at);
    let participle = pos.is_past() || pos.is_gerund();
    participle || pos.is_adjective() || pos.is_adverb()
}

/// "88 were", "three died", "40 rose in".
fn is_verb_after_number(cursor: &Cursor, at: usize, many: bool) -> bool {
    if is_counted_adjective(cursor, at) {
        return false;
    }
    let pos = part_of_speech(cursor, at);
    let verb = pos.is_only_verb() || many && !is_plural_form(cursor, at) && verb_direction(cursor, at).is_some();
    verb && !before_noun(cursor, at) || many && acts(cursor, at)
}

/// "voted in", "hit the": a past form with its object or place.
fn acts(cursor: &Cursor, at: usize) -> bool {
    let pos = part_of_speech(cursor, at);
    if !pos.is_past() || !pos.is_finite() || pos.is_adjective() || is_plural_form(cursor, at) {
        return false;
    }
    is_determiner(cursor, at + 1) || cursor.is_any(at + 1, &["in", "on", "at", "by"])
}

/// The noun phrase from the token on, with or without its determiner.
pub(in crate::figure) fn phrase_after(cursor: &Cursor, at: usize) -> Option<NounPhrase> {
    let at = at + usize::from(is_determiner(cursor, at));
    phrase_from(cursor, at, false)
}

/// A word that has to be a noun by its place, whatever the table says: "pounds of thrust".
pub(super) fn bare_noun(cursor: &Cursor, at: usize) -> Option<NounPhrase> {
    let holds = cursor.case(at) == Case::Lower
        && !is_function_word(cursor, at)
        && !is_determiner(cursor, at)
        && !cursor.is_any(at, &["own", "other", "more", "less", "each"]);
    holds.then_some(NounPhrase { first: at, end: at + 1, head: at })
}

/// The apostrophe of a plural owner, a noun after it.
fn is_owners_mark(cursor: &Cursor, at: usize) -> bool {
    if !matches!(cursor.word(at), "'" | "’") || !cursor.touched(at) || cursor.touches(at) {
        return false;
    }
    cursor.word(back(at, 1)).ends_with('s') && is_content_word(cursor, at + 1)
}

/// "88 dead", "12 wounded", "five missing".
fn is_counted_adjective(cursor: &Cursor, at: usize) -> bool {
    cursor.is_any(at, &["dead", "wounded", "injured", "missing", "others"]) && !before_noun(cursor, at)
}

/// Whether a noun follows directly, so that this word describes it.
fn before_noun(cursor: &Cursor, at: usize) -> bool {
    let next = at + 1 + usize::from(cursor.is_hyphen(at + 1));
    let pos = part_of_speech(cursor, next);
    let nominal = pos.is_noun() || pos.is_adjective();
    if !nominal || pos.is_adverb() {
        return false;
    }
    is_content_word(cursor, next) && !is_determiner(cursor, next) && !begins_time(cursor, next)
}

/// "last week", "Monday": when, and no part of what is counted.
pub(super) fn begins_time(cursor: &Cursor, at: usize) -> bool {
    const PERIODS: [&str; 11] =
        ["week", "month", "year", "night", "summer", "winter", "spring", "autumn", "fall", "season", "time"];
    let named = cursor.flags(at).has(WordFlags::CALENDAR) && is_name_word(cursor, at);
    named || cursor.reads_each(at, &[&["last", "next", "this"], &PERIODS])
}

/// Whether the phrase ends before `next`, its last noun being `head`.
fn ends_phrase(cursor: &Cursor, head: usize, next: usize, many: bool) -> bool {
    // "police-led raids": the hyphen goes on.
    if cursor.is_hyphen(next - 1) {
        return false;
    }
    // A name after a common noun is somebody else; but "U.S. troops" goes on from a name.
    let named = is_name_word(cursor, head);
    // "Michael Brown"; not "Democrats Tuesday".
    if is_name_word(cursor, next) {
        return !named || cursor.flags(next).has(WordFlags::CALENDAR);
    }
    let pos = part_of_speech(cursor, next);
    let adverb = pos.is_adverb() && !pos.is_adjective() && !pos.is_noun();
    if adverb || is_compound_verb(cursor, next) {
        return true;
    }
    match (named, is_plural_form(cursor, head)) {
        // "Democratic registered voters": a participle between.
        (true, false) if many && pos.is_past() && before_noun(cursor, next) => false,
        // "two conference calls": more than one needs a plural, even one that could be a verb.
        (false, false) if many && pos.is_noun() && is_plural_form(cursor, next) => false,
        (false, true) if !pos.is_noun() && !pos.is_gerund() => true,
        // "veterans organisations", "sports halls".
        (false, true) if many => !pos.is_mostly_noun() || pos.is_finite() || !is_plural_form(cursor, next),
        _ => acts_after_noun(cursor, next),
    }
}

/// "voters self-identify": the word's last part tells.
fn is_compound_verb(cursor: &Cursor, at: usize) -> bool {
    if !cursor.is_hyphen(at + 1) || !cursor.joins(at + 1) {
        return false;
    }
    let last = part_of_speech(cursor, at + 2);
    let participle = last.is_adjective() || last.is_past();
    last.is_finite() && !last.is_noun() && !participle
}

/// Whether the word after a noun is its verb or participle.
fn acts_after_noun(cursor: &Cursor, at: usize) -> bool {
    let pos = part_of_speech(cursor, at);
    // "people suing the state", "a man wearing blue".
    if pos.is_gerund() && (!pos.is_noun() || !before_common_noun(cursor, at)) {
        return true;
    }
    // "the weekend costs $975": what takes an object is a verb.
    if pos.is_finite() && before_object(cursor, at) {
        return true;
    }
    // After a noun, what is a verb more often than not is one.
    if pos.is_only_verb() || pos.is_mostly_finite() {
        return true;
    }
    pos.is_adjective() && !pos.is_noun() && !before_noun(cursor, at)
}

/// Whether the next word is no determiner, name or function word.
fn before_common_noun(cursor: &Cursor, at: usize) -> bool {
    let next = at + 1;
    is_content_word(cursor, next) && !is_determiner(cursor, next) && !is_name_word(cursor, next)
}

/// Whether an amount or a determiner follows.
fn before_object(cursor: &Cursor, at: usize) -> bool {
    match cursor.kind(at + 1) {
        Some(TokenKind::Number | TokenKind::Symbol) => true,
        _ => is_determiner(cursor, at + 1),
    }
}
