//! What a plain number counts: the noun after it, with what tells it apart.

use super::noun_phrase::{NounPhrase, begins_time, phrase_from};
use crate::{
    document::TokenKind,
    figure::{
        cursor::{Cursor, back},
        grammar::{is_determiner, is_function_word, is_verb, part_of_speech},
        number::{NumberWord, number_word_at, numeral_at},
    },
};

/// What a plain number before the token counts: "273 drones launched".
pub(in crate::figure) fn counted(cursor: &Cursor, first: usize, end: usize, value: Option<f64>) -> Option<NounPhrase> {
    let many = value.is_none_or(|value| value > 1.0 || value <= 0.0);
    let mut at = end;
    if cursor.is_any(at, &["or", "and"]) && cursor.is_any(at + 1, &["more", "so", "fewer", "less"]) {
        at += 2;
    }
    if cursor.is(at, "+") || cursor.is(at, "plus") {
        at += 1;
    }
    if cursor.is_hyphen(at) && cursor.touched(at) {
        at += 1 + usize::from(cursor.is_any(at + 1, &["plus", "odd", "ish"]));
    }
    // "the “thousands” of volunteers".
    if cursor.kind(at) == Some(TokenKind::Quote) && cursor.is(at + 1, "of") {
        at += 1;
    }
    // "200 more soldiers", "12 of the 15 ships", "hundreds of people".
    while cursor.is_any(at, &["more", "or", "so", "other", "further", "additional", "extra"])
        && cursor.is_word(at + 1)
        && !is_function_word(cursor, at + 1)
    {
        at += 1;
    }
    if cursor.is(at, "of") {
        at += 1;
        // "fewer than the 300 of last year": when, and not of what.
        if begins_time(cursor, at) || cursor.is_number(at) && cursor.is(back(first, 1), "the") {
            return None;
        }
        at = skip_determiners(cursor, at);
        if cursor.is_any(at, &["them", "whom", "which", "us"]) {
            return None;
        }
        // "half of the 112-seat chamber" is one chamber.
        return those(cursor, at).or_else(|| phrase_from(cursor, at, !cursor.is_hyphen(back(at, 2))));
    }
    // "half the voters".
    if cursor.is_any(at, &["the", "its", "their", "his", "her", "our", "all"]) && !many {
        return phrase_from(cursor, at + 1, false);
    }
    // "thousands attended": without "of" a past form is the verb.
    let plural = matches!(number_word_at(cursor, end - 1), Some(NumberWord::Plural(_)));
    if plural && part_of_speech(cursor, at).is_past() {
        return None;
    }
    let phrase = phrase_from(cursor, at, many)?;
    // "100 percent"… are read elsewhere; a time after a number is no noun that is counted.
    let participle = trailing_participle(cursor, first, phrase.end);
    Some(NounPhrase { end: participle, ..phrase })
}

/// "of those polled", "of those who voted": a pronoun with what tells it apart, the determiners stepped over.
pub(super) fn those(cursor: &Cursor, at: usize) -> Option<NounPhrase> {
    let first = at.checked_sub(1).filter(|&first| cursor.is_any(first, &["those", "these"]))?;
    let participle =
        part_of_speech(cursor, at).is_past() && !part_of_speech(cursor, at).is_noun() && cursor.is_word(at);
    if participle || part_of_speech(cursor, at).is_gerund() && !part_of_speech(cursor, at).is_mostly_noun() {
        return Some(NounPhrase { first, end: at + 1, head: at });
    }
    // "those it infects".
    cursor
        .is_any(at, &["who", "that", "with", "in", "under", "over", "on", "it", "he", "she", "they", "we"])
        .then_some(NounPhrase { first, end: at, head: first })
}

/// The token after articles and numbers: "of the 15 ships", "of its 6.4 million customers".
pub(super) fn skip_determiners(cursor: &Cursor, mut at: usize) -> usize {
    loop {
        at = if let Some(number) = numeral_at(cursor, at, false).filter(|_| !cursor.is_any(at, &["a", "an"])) {
            // "of the 112-seat chamber".
            let seats = cursor.is_hyphen(number.end) && cursor.touched(number.end) && cursor.is_word(number.end + 1);
            number.end + 2 * usize::from(seats)
        } else if is_determiner(cursor, at)
            || cursor.is_any(at, &["all", "more", "about", "some", "nearly", "around"])
            // "nine of their last ten games".
            || cursor.is_any(at, &["last", "past", "first", "next", "previous", "other", "top"])
                && (cursor.is_number(at + 1) || number_word_at(cursor, at + 1).is_some())
        {
            at + 1
        } else {
            return at;
        };
    }
}

/// The token after a participle that belongs to the noun before: "273 drones launched—88 were".
fn trailing_participle(cursor: &Cursor, first: usize, end: usize) -> usize {
    let lower = cursor.lowercase(end);
    let participle = cursor.is_word(end)
        && part_of_speech(cursor, end).is_past()
        && !part_of_speech(cursor, end).is_noun()
        && lower.ends_with("ed");
    if !participle {
        return end;
    }
    // Only where the noun is an object can a participle follow; where it is the subject, this is the verb.
    let verb = cursor.preceding(first, 6).rev().find(|&at| is_verb(cursor, at));
    let object = verb.is_some_and(|verb| {
        (verb + 1..first).all(|at| {
            !matches!(cursor.kind(at), Some(TokenKind::Comma | TokenKind::Dash))
                && !cursor.is_any(at, &["that", "and", "but", "when", "after", "as", "where"])
        }) && !cursor.is_any(verb, &["said", "says", "say", "believe", "believed", "added", "claimed"])
    });
    let ends = cursor
        .kind(end + 1)
        .is_none_or(|kind| !matches!(kind, TokenKind::Word | TokenKind::Number | TokenKind::Symbol))
        || cursor.is_any(end + 1, &["in", "on", "at", "by", "during", "since", "from", "and", "last"]);
    if object && ends { end + 1 } else { end }
}
