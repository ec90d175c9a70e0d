//! The noun phrase that ends before a token, told by coarse parts of speech.

use super::{
    measure_word::is_measure_word,
    noun_phrase::{LONGEST, NounPhrase},
};
use crate::{
    document::TokenKind,
    figure::{
        cursor::{Cursor, back},
        grammar::{follows_determiner, is_determiner, is_function_word, is_name_word, is_verb, part_of_speech},
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
    let mut phrase = simple_phrase_before(cursor, end)?;
    // "the price of oil", "shares in Apple", "the number of people in work".
    for _ in 0..3 {
        let first = phrase.first;
        if first <= cursor.start() + 1 || !cursor.is_any(first - 1, joiners) {
            break;
        }
        // "the plan scuttled in the Senate": a participle between.
        let outer_end = first - 1;
        let before = part_of_speech(cursor, back(outer_end, 1));
        let participle = usize::from(
            is_verb(cursor, end)
                && before.is_past()
                && !before.is_noun()
                && !is_function_word(cursor, outer_end - 1)
                && outer_end > cursor.start() + 1,
        );
        let Some(outer) = simple_phrase_before(cursor, outer_end - participle) else { break };
        // "died in floods", "on Monday shares fell": not everything before a preposition is the phrase's head.
        if end - outer.first > LONGEST + 4 {
            break;
        }
        // "lies at depths": a verb that looks like a noun.
        if outer.first == outer.head
            && part_of_speech(cursor, outer.head).is_finite()
            && !part_of_speech(cursor, outer.head).is_past()
            && !is_name_word(cursor, outer.head)
        {
            break;
        }
        let head = if cursor.is(first - 1, "and") { phrase.head } else { outer.head };
        phrase = NounPhrase { first: outer.first, end: phrase.end, head };
    }
    Some(phrase)
}

pub(super) fn simple_phrase_before(cursor: &Cursor, end: usize) -> Option<NounPhrase> {
    let mut head = None;
    let mut first = end;
    while first > cursor.start() && end - first < LONGEST {
        let at = first - 1;
        match cursor.kind(at) {
            Some(TokenKind::Word) => {}
            Some(TokenKind::Hyphen | TokenKind::Clitic)
                if head.is_some() || cursor.kind(at) == Some(TokenKind::Hyphen) =>
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
                    && at > cursor.start()
                    && is_name_word(cursor, at - 1)
                    && name_like_number(cursor, at) =>
            {
                head = Some(at);
                first = at;
                continue;
            }
            Some(TokenKind::Symbol)
                if cursor.word(at) == "&"
                    && (cursor.touched(at) || is_name_word(cursor, at + 1) && is_name_word(cursor, back(at, 1))) =>
            {
                first = at;
                continue;
            }
            _ => break,
        }
        let that = cursor.is(at, "that")
            && !cursor.is_any(back(at, 1), &["of", "for", "in", "on", "at", "from", "to", "with", "by"]);
        if is_determiner(cursor, at) && !that {
            if head.is_some() {
                first = at;
            }
            break;
        }
        // "the benchmark 10-year note".
        if head.is_some()
            && at > cursor.start() + 1
            && cursor.is_hyphen(at - 1)
            && cursor.is_number(at - 2)
            && cursor.touched(at)
        {
            first = at - 2;
            continue;
        }
        // "one-off items": a hyphen makes it a part of a word.
        if head.is_some()
            && (cursor.is_hyphen(at + 1) && cursor.touches(at) || cursor.is_hyphen(back(at, 1)) && cursor.touched(at))
            && is_function_word(cursor, at)
        {
            first = at;
            continue;
        }
        let net_worth = cursor.is(at, "worth") && cursor.is(back(at, 1), "net");
        if is_function_word(cursor, at) && !net_worth || is_measure_word(cursor, at) {
            break;
        }
        let pos = part_of_speech(cursor, at);
        // "iPhone 5C".
        if cursor.touched(at) && cursor.is_number(back(at, 1)) && cursor.is_any(at, &["st", "nd", "rd", "th", "s"]) {
            break;
        }
        if cursor.touched(at) && cursor.is_number(back(at, 1)) && head.is_none() {
            head = Some(at);
            first = at - 1;
            continue;
        }
        let name = is_name_word(cursor, at) && !(at == cursor.start() && !pos.is_noun());
        let noun = name
            || pos.is_noun()
            || pos.is_gerund()
            // "her throw".
            || head.is_none()
                && follows_determiner(cursor, at)
                && pos.is_finite()
                && !cursor.is_any(at - 1, &["that", "this", "all", "some"])
            // "the typical flat costs".
            || head.is_none()
                && pos.is_adjective()
                && at + 1 == end
                && !cursor.is_any(at, &["other", "same", "own", "latter", "former", "only"])
                && at > cursor.start() + 1
                && (follows_determiner(cursor, at) || part_of_speech(cursor, at - 1).is_adjective() && follows_determiner(cursor, at - 1))
            || pos.is_adjective()
                && head.is_none()
                && cursor.is_any(at, &["gross", "crude", "unemployed", "dead", "injured"]);
        if head.is_none() {
            // "The team hopes to return": the verb is no noun here.
            let verb = !name
                && pos.is_finite()
                && cursor.is_any(end, &["to", "that"])
                && at + 1 == end
                && at > cursor.start() + 1
                // "an ambitious plan to".
                && !(pos.is_noun()
                    && (follows_determiner(cursor, at) || part_of_speech(cursor, at - 1).is_adjective() && follows_determiner(cursor, at - 1)));
            if verb {
                return simple_phrase_before(cursor, at);
            }
            if !noun {
                break;
            }
            head = Some(at);
        } else if !(noun && !(pos.is_mostly_finite() && !name)
            || pos.is_adjective()
            || pos.is_past() && follows_determiner(cursor, at)
            || pos.is_gerund())
        {
            break;
        }
        first = at;
    }
    let head = head?;
    // "10-year Bunds" begins with its number.
    while first < head && !cursor.is_word(first) && !(cursor.is_number(first) && cursor.is_hyphen(first + 1)) {
        first += 1;
    }
    Some(NounPhrase { first, end, head })
}

fn name_like_number(cursor: &Cursor, at: usize) -> bool {
    cursor.word(at).len() <= 4 && !cursor.is_word(at + 1)
        || part_of_speech(cursor, at + 1).is_finite()
        || is_function_word(cursor, at + 1)
}
