//! The noun phrase that ends before a token, told by coarse parts of speech.

use super::{
    measure_word::is_measure_word,
    noun_phrase::{LONGEST, NounPhrase},
};
use crate::{
    document::TokenKind,
    figure::{
        cursor::{Cursor, back},
        grammar::{
            follows_determiner, is_determiner, is_function_word, is_name_word, is_plain_past, is_verb, part_of_speech,
        },
    },
};

/// The noun phrase that ends before the token, determiner and all: "the price of oil".
pub(in crate::figure) fn phrase_before(cursor: &Cursor, end: usize) -> Option<NounPhrase> {
    joined_phrase_before(
        cursor,
        end,
        &["of", "in", "for", "on", "at", "with", "between", "from", "to", "among", "by", "and", "across", "before"],
    )
}

/// The same for an object, which fewer prepositions make longer: "a proposed penalty" of $7,000.
pub(in crate::figure) fn object_before(cursor: &Cursor, end: usize) -> Option<NounPhrase> {
    joined_phrase_before(cursor, end, &["of", "in", "and"])
}

fn joined_phrase_before(cursor: &Cursor, end: usize, joiners: &[&str]) -> Option<NounPhrase> {
    const MOST_JOINED: usize = 3;
    let mut phrase = simple_phrase_before(cursor, end)?;
    // "the price of oil", "shares in Apple", "the number of people in work".
    for _ in 0..MOST_JOINED {
        let joiner = back(phrase.first, 1);
        if joiner <= cursor.start() || !cursor.is_any(joiner, joiners) {
            break;
        }
        let Some(outer) = outer_phrase(cursor, joiner, end) else { break };
        let head = if cursor.is(joiner, "and") { phrase.head } else { outer.head };
        phrase = NounPhrase { first: outer.first, end: phrase.end, head };
    }
    Some(phrase)
}

/// The phrase before a preposition, where it is the head of what follows, which ends before `end`.
fn outer_phrase(cursor: &Cursor, joiner: usize, end: usize) -> Option<NounPhrase> {
    // "the plan scuttled in the Senate": a participle between.
    let participle = joiner > cursor.start() + 1 && is_participle_between(cursor, joiner - 1, end);
    let outer = simple_phrase_before(cursor, joiner - usize::from(participle))?;
    // "died in floods", "on Monday shares fell": not everything before a preposition is the phrase's head.
    if end - outer.first > LONGEST + 4 || is_verb_like_noun(cursor, outer) {
        return None;
    }
    Some(outer)
}

fn is_participle_between(cursor: &Cursor, at: usize, end: usize) -> bool {
    is_plain_past(cursor, at) && !is_function_word(cursor, at) && is_verb(cursor, end)
}

/// "lies at depths": a verb that looks like a noun.
fn is_verb_like_noun(cursor: &Cursor, phrase: NounPhrase) -> bool {
    let pos = part_of_speech(cursor, phrase.head);
    if phrase.first != phrase.head || is_name_word(cursor, phrase.head) {
        return false;
    }
    pos.is_finite() && !pos.is_past()
}

/// A noun phrase under way, from its end on.
struct Reading {
    /// One past its last token.
    end: usize,
    /// Its head, once that has been read.
    head: Option<usize>,
}

/// How a noun phrase goes on before what has been read.
enum Step {
    /// It begins at this token, or before.
    From(usize),
    /// The token is its head.
    Head(usize),
    /// It begins here, with a determiner.
    Begins(usize),
    /// It has ended.
    Ends,
    /// What has been read is a verb: the phrase ends before this token.
    EndsBefore(usize),
}

pub(super) fn simple_phrase_before(cursor: &Cursor, end: usize) -> Option<NounPhrase> {
    let mut reading = Reading { end, head: None };
    let mut first = end;
    while first > cursor.start() && end - first < LONGEST {
        match reading.step(cursor, first - 1) {
            Step::From(at) => first = at,
            // "iPhone 5C": the letter is the head, and its number belongs to it.
            Step::Head(at) => {
                reading.head = Some(at);
                first = at - usize::from(is_tied_to_number(cursor, at));
            }
            Step::Begins(at) => {
                first = at;
                break;
            }
            Step::Ends => break,
            Step::EndsBefore(at) => return simple_phrase_before(cursor, at),
        }
    }
    let head = reading.head?;
    // "10-year Bunds" begins with its number.
    let begins = |at: usize| cursor.is_word(at) || cursor.is_number(at) && cursor.is_hyphen(at + 1);
    let first = (first..head).find(|&at| begins(at)).unwrap_or(head);
    Some(NounPhrase { first, end, head })
}

impl Reading {
    fn step(&self, cursor: &Cursor, at: usize) -> Step {
        let headed = self.head.is_some();
        match cursor.kind(at) {
            Some(TokenKind::Word) => self.word(cursor, at),
            Some(TokenKind::Hyphen) => Step::From(at),
            Some(TokenKind::Clitic) if headed => Step::From(at),
            Some(TokenKind::Quote) if !headed => Step::From(at),
            // "S&P 500", "Brent crude 3-month".
            Some(TokenKind::Number) if !headed && is_number_of_name(cursor, at) => Step::Head(at),
            Some(TokenKind::Symbol) if joins_names(cursor, at) => Step::From(at),
            _ => Step::Ends,
        }
    }

    fn word(&self, cursor: &Cursor, at: usize) -> Step {
        let headed = self.head.is_some();
        if is_determiner(cursor, at) && !is_relative_that(cursor, at) {
            return if headed { Step::Begins(at) } else { Step::Ends };
        }
        // "the benchmark 10-year note".
        if headed && at > cursor.start() + 1 && is_after_number(cursor, at) {
            return Step::From(at - 2);
        }
        if is_function_word(cursor, at) {
            // "one-off items": a hyphen makes it a part of a word.
            if headed && is_hyphened(cursor, at) {
                return Step::From(at);
            }
            // "his net worth".
            if !cursor.follows(at + 1, &["net", "worth"]) {
                return Step::Ends;
            }
        }
        if is_measure_word(cursor, at) {
            return Step::Ends;
        }
        if is_tied_to_number(cursor, at) {
            if cursor.is_any(at, &["st", "nd", "rd", "th", "s"]) {
                return Step::Ends;
            }
            if !headed {
                return Step::Head(at);
            }
        }
        if headed { Self::modifier(cursor, at) } else { self.noun(cursor, at) }
    }

    /// A word before the head.
    fn modifier(cursor: &Cursor, at: usize) -> Step {
        let pos = part_of_speech(cursor, at);
        if pos.is_gerund() || pos.is_adjective() || is_named(cursor, at) {
            return Step::From(at);
        }
        let noun = pos.is_noun() && !pos.is_mostly_finite();
        let participle = pos.is_past() && follows_determiner(cursor, at);
        if noun || participle { Step::From(at) } else { Step::Ends }
    }

    /// A word that may be the head.
    fn noun(&self, cursor: &Cursor, at: usize) -> Step {
        if self.is_verb_of_clause(cursor, at) {
            return Step::EndsBefore(at);
        }
        let pos = part_of_speech(cursor, at);
        let noun = pos.is_noun() || pos.is_gerund() || is_named(cursor, at);
        if noun || is_noun_after_determiner(cursor, at) || self.is_noun_at_end(cursor, at) {
            return Step::Head(at);
        }
        let stands_for_noun = cursor.is_any(at, &["gross", "crude", "unemployed", "dead", "injured"]);
        if stands_for_noun && pos.is_adjective() { Step::Head(at) } else { Step::Ends }
    }

    /// "The team hopes to return": the verb is no noun here, but "an ambitious plan to" has one.
    fn is_verb_of_clause(&self, cursor: &Cursor, at: usize) -> bool {
        let pos = part_of_speech(cursor, at);
        if !pos.is_finite() || !cursor.is_any(self.end, &["to", "that"]) || !self.is_last_inside(cursor, at) {
            return false;
        }
        let noun = is_named(cursor, at) || pos.is_noun() && is_in_noun_place(cursor, at);
        !noun
    }

    /// "the typical flat costs".
    fn is_noun_at_end(&self, cursor: &Cursor, at: usize) -> bool {
        if !part_of_speech(cursor, at).is_adjective() || !self.is_last_inside(cursor, at) {
            return false;
        }
        is_in_noun_place(cursor, at) && !cursor.is_any(at, &["other", "same", "own", "latter", "former", "only"])
    }

    /// Whether the token is the phrase's last, and has two others before it.
    fn is_last_inside(&self, cursor: &Cursor, at: usize) -> bool {
        at + 1 == self.end && at > cursor.start() + 1
    }
}

/// "her throw".
fn is_noun_after_determiner(cursor: &Cursor, at: usize) -> bool {
    follows_determiner(cursor, at)
        && part_of_speech(cursor, at).is_finite()
        && !cursor.is_any(at - 1, &["that", "this", "all", "some"])
}

/// After a determiner, or a determiner and an adjective.
fn is_in_noun_place(cursor: &Cursor, at: usize) -> bool {
    let before = back(at, 1);
    follows_determiner(cursor, at)
        || part_of_speech(cursor, before).is_adjective() && follows_determiner(cursor, before)
}

/// Whether the word is a name, and not only a sentence's first word.
fn is_named(cursor: &Cursor, at: usize) -> bool {
    is_name_word(cursor, at) && (at != cursor.start() || part_of_speech(cursor, at).is_noun())
}

/// "S&P 500".
fn is_number_of_name(cursor: &Cursor, at: usize) -> bool {
    is_name_word(cursor, back(at, 1)) && name_like_number(cursor, at)
}

/// The "&" of "S&P", "Marks & Spencer".
fn joins_names(cursor: &Cursor, at: usize) -> bool {
    if cursor.word(at) != "&" {
        return false;
    }
    cursor.touched(at) || is_name_word(cursor, at + 1) && is_name_word(cursor, back(at, 1))
}

/// "that fell": no determiner, but "of that" is one.
fn is_relative_that(cursor: &Cursor, at: usize) -> bool {
    cursor.is(at, "that") && !cursor.is_any(back(at, 1), &["of", "for", "in", "on", "at", "from", "to", "with", "by"])
}

/// "year" of "10-year".
fn is_after_number(cursor: &Cursor, at: usize) -> bool {
    cursor.touched(at) && cursor.is_hyphen(back(at, 1)) && cursor.is_number(back(at, 2))
}

/// A hyphen glued before or after the word.
fn is_hyphened(cursor: &Cursor, at: usize) -> bool {
    cursor.is_tied_hyphen(at + 1) || cursor.touched(at) && cursor.is_hyphen(back(at, 1))
}

/// "C" of "5C".
fn is_tied_to_number(cursor: &Cursor, at: usize) -> bool {
    cursor.touched(at) && cursor.is_number(back(at, 1))
}

fn name_like_number(cursor: &Cursor, at: usize) -> bool {
    let next = at + 1;
    if cursor.word(at).len() <= 4 && !cursor.is_word(next) {
        return true;
    }
    part_of_speech(cursor, next).is_finite() || is_function_word(cursor, next)
}
