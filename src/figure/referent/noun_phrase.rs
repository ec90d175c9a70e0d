//! The noun phrase that begins at a token, told by coarse parts of speech.

use crate::{
    document::{Case, TokenKind},
    figure::{
        cursor::{Cursor, back},
        grammar::{is_determiner, is_function_word, is_name_word, part_of_speech},
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
    let lower = cursor.lowercase(at);
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
pub(in crate::figure) fn phrase_from(cursor: &Cursor, at: usize, many: bool) -> Option<NounPhrase> {
    let mut head = None;
    let mut owner = None;
    let mut next = at;
    while next < cursor.end() && next - at < LONGEST {
        match cursor.kind(next) {
            // "Tour de France titles".
            Some(TokenKind::Word)
                if head.is_some_and(|head| is_name_word(cursor, head))
                    && cursor.is_any(next, &["de", "du", "la", "van", "von", "di"])
                    && is_name_word(cursor, next + 1) =>
            {
                next += 1;
                continue;
            }
            // "10 away games".
            Some(TokenKind::Word) if next == at && cursor.is(next, "away") && is_plural_form(cursor, next + 1) => {
                next += 1;
                continue;
            }
            // "500 international and local members".
            Some(TokenKind::Word)
                if head.is_none()
                    && next > at
                    && cursor.is_any(next, &["and", "or"])
                    && part_of_speech(cursor, next - 1).is_adjective()
                    && part_of_speech(cursor, next + 1).is_adjective()
                    && !is_function_word(cursor, next + 1) =>
            {
                next += 1;
                continue;
            }
            Some(TokenKind::Word) if is_function_word(cursor, next) || is_determiner(cursor, next) => {
                // "all-out", "by-election": a hyphen makes it a part of a word.
                if !(cursor.is_hyphen(next + 1) && cursor.touches(next)) {
                    break;
                }
                next += 2;
                continue;
            }
            Some(TokenKind::Word) => {}
            Some(TokenKind::Hyphen) if next > at && cursor.touched(next) => {
                next += 1;
                continue;
            }
            // "14 F-35s": a number that a name ends in.
            Some(TokenKind::Number)
                if head.is_some_and(|head| head + 2 == next && is_name_word(cursor, head))
                    && cursor.is_hyphen(next - 1)
                    && cursor.touched(next) =>
            {
                let glued = usize::from(cursor.touches(next) && cursor.is_word(next + 1));
                head = Some(next + glued);
                next += 1 + glued;
                continue;
            }
            // "two of the country's banks": what is owned is the head, past its own number.
            Some(TokenKind::Clitic) if next > at => {
                owner = head.take().or(owner);
                next += 1;
                while cursor.is_number(next) && next - at < LONGEST {
                    next += 1;
                }
                continue;
            }
            // "30% of respondents' votes".
            Some(TokenKind::Quote) if is_owners_mark(cursor, next) && next > at => {
                owner = head.take().or(owner);
                next += 1;
                continue;
            }
            Some(TokenKind::Quote)
                if next == at || cursor.kind(next + 1) == Some(TokenKind::Word) && head.is_none() =>
            {
                next += 1;
                continue;
            }
            // "hot, dry days"; a comma between adjectives.
            Some(TokenKind::Comma)
                if head.is_none()
                    && next > at
                    && cursor.word(next) == ","
                    && (part_of_speech(cursor, next + 1).is_adjective() || cursor.is_hyphen(next + 2))
                    && (part_of_speech(cursor, next - 1).is_adjective() || cursor.is_hyphen(back(next, 2))) =>
            {
                next += 1;
                continue;
            }
            _ => break,
        }
        if let Some(found) = head
            && ends_phrase(cursor, found, next, many)
        {
            break;
        }
        let pos = part_of_speech(cursor, next);
        // "pro-Union rallies": the name describes.
        let described = next > at
            && cursor.is_hyphen(next - 1)
            && is_name_word(cursor, next)
            && cursor.case(next - 2) == Case::Lower
            && cursor.is_any(next - 2, &["pro", "anti", "non", "pre", "post", "ex", "mid", "trans", "pan"]);
        if described {
            next += 1;
            continue;
        }
        let noun = is_name_word(cursor, next)
            || pos.is_noun() && !is_plain_gerund(cursor, next)
            || is_counted_adjective(cursor, next);
        if !noun && !pos.is_adjective() && !pos.is_past() && !pos.is_adverb() && !pos.is_gerund() {
            break;
        }
        // A finite verb right after the number: "88 were", "three died".
        let moves = many && !is_plural_form(cursor, next) && verb_direction(cursor, next).is_some();
        let acts = many
            && !is_plural_form(cursor, next)
            && pos.is_finite()
            && !pos.is_adjective()
            && (is_determiner(cursor, next + 1) || cursor.is_any(next + 1, &["in", "on", "at", "by"]))
            && pos.is_past();
        if next == at
            && (pos.is_only_verb() && !before_noun(cursor, next) || moves && !before_noun(cursor, next) || acts)
            && !is_counted_adjective(cursor, next)
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
    if many && !is_plural_form(cursor, head) && cursor.is_any(head + 1, &["or", "and"]) && head + 1 - at < LONGEST / 2 {
        let rest = phrase_from(cursor, head + 2, false).filter(|rest| is_plural_form(cursor, rest.head));
        if let Some(rest) = rest.filter(|rest| rest.head > rest.first && is_name_word(cursor, head)) {
            head = rest.head;
        }
    }
    let mut first = at;
    while first < head && !cursor.is_word(first) {
        first += 1;
    }
    Some(NounPhrase { first, end: head + 1, head })
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
    matches!(cursor.word(at), "'" | "’")
        && cursor.touched(at)
        && !cursor.touches(at)
        && cursor.word(back(at, 1)).ends_with('s')
        && cursor.is_word(at + 1)
        && !is_function_word(cursor, at + 1)
}

/// "flowing through", "suing": -ing that no noun follows; "building" and "meeting" are nouns in the table.
fn is_plain_gerund(cursor: &Cursor, at: usize) -> bool {
    part_of_speech(cursor, at).is_gerund() && !part_of_speech(cursor, at).is_mostly_noun()
}

/// "88 dead", "12 wounded", "five missing".
fn is_counted_adjective(cursor: &Cursor, at: usize) -> bool {
    cursor.is_any(at, &["dead", "wounded", "injured", "missing", "others", "more"])
        && !before_noun(cursor, at)
        && !cursor.is(at, "more")
}

/// Whether a noun follows directly, so that this word describes it.
fn before_noun(cursor: &Cursor, at: usize) -> bool {
    let next = at + 1 + usize::from(cursor.is_hyphen(at + 1));
    cursor.is_word(next)
        && !is_function_word(cursor, next)
        && !is_determiner(cursor, next)
        && (part_of_speech(cursor, next).is_noun() || part_of_speech(cursor, next).is_adjective())
        && !part_of_speech(cursor, next).is_adverb()
        && !begins_time(cursor, next)
}

/// "last week", "Monday": when, and no part of what is counted.
pub(super) fn begins_time(cursor: &Cursor, at: usize) -> bool {
    cursor.flags(at).has(WordFlags::CALENDAR) && is_name_word(cursor, at)
        || cursor.is_any(at, &["last", "next", "this"])
            && cursor.is_any(
                at + 1,
                &["week", "month", "year", "night", "summer", "winter", "spring", "autumn", "fall", "season", "time"],
            )
}

/// Whether the phrase ends before `next`, its last noun being `head`.
fn ends_phrase(cursor: &Cursor, head: usize, next: usize, many: bool) -> bool {
    // "police-led raids": the hyphen goes on.
    if cursor.is_hyphen(next - 1) {
        return false;
    }
    // A name after a common noun is somebody else; but "U.S. troops" goes on from a name.
    if is_name_word(cursor, next) && !is_name_word(cursor, head) {
        return true;
    }
    // "Michael Brown"; not "Democrats Tuesday".
    if is_name_word(cursor, next) {
        return cursor.flags(next).has(WordFlags::CALENDAR);
    }
    let pos = part_of_speech(cursor, next);
    if pos.is_adverb() && !pos.is_adjective() && !pos.is_noun() {
        return true;
    }
    // "voters self-identify": the word's last part tells.
    if cursor.is_hyphen(next + 1) && cursor.touches(next) && cursor.touches(next + 1) {
        let last = part_of_speech(cursor, next + 2);
        if last.is_finite() && !last.is_noun() && !last.is_adjective() && !last.is_past() {
            return true;
        }
    }
    let plural = is_plural_form(cursor, head) && !is_name_word(cursor, head);
    // "Democratic registered voters": a participle between.
    if is_name_word(cursor, head) && !is_plural_form(cursor, head) && pos.is_past() && before_noun(cursor, next) && many
    {
        return false;
    }
    // "two conference calls": more than one needs a plural, even one that could be a verb.
    if many && !plural && !is_name_word(cursor, head) && is_plural_form(cursor, next) && pos.is_noun() {
        return false;
    }
    if plural && !pos.is_noun() && !pos.is_gerund() {
        return true;
    }
    if many && plural {
        // "veterans organisations", "sports halls".
        return !(is_plural_form(cursor, next) && pos.is_mostly_noun() && !pos.is_finite());
    }
    // "people suing the state", "a man wearing blue".
    if pos.is_gerund()
        && (is_determiner(cursor, next + 1)
            || is_function_word(cursor, next + 1)
            || is_name_word(cursor, next + 1)
            || !cursor.is_word(next + 1))
        && !is_name_word(cursor, next)
    {
        return true;
    }
    // "the weekend costs $975": what takes an object is a verb.
    if pos.is_finite()
        && (cursor.is_number(next + 1)
            || cursor.kind(next + 1) == Some(TokenKind::Symbol)
            || is_determiner(cursor, next + 1))
        && !is_name_word(cursor, next)
    {
        return true;
    }
    // Behind a noun, what is a verb more often than not is one.
    pos.is_only_verb()
        || pos.is_mostly_finite()
        || pos.is_adjective() && !pos.is_noun() && !before_noun(cursor, next)
        || !pos.is_noun() && pos.is_gerund()
}
