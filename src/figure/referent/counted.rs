//! What a plain number counts: the noun after it, with what tells it apart.

use super::noun_phrase::{NounPhrase, begins_time, phrase_from};
use crate::{
    document::TokenKind,
    figure::{
        cursor::{Cursor, back},
        grammar::{is_content_word, is_determiner, is_plain_gerund, is_plain_past, is_verb, part_of_speech},
        number::{NumberWord, number_word_at, numeral_at},
    },
};

/// What a plain number before the token counts: "273 drones launched".
pub(in crate::figure) fn counted(cursor: &Cursor, first: usize, end: usize, value: Option<f64>) -> Option<NounPhrase> {
    let many = value.is_none_or(|value| value > 1.0 || value <= 0.0);
    let at = after_extras(cursor, end);
    if cursor.is(at, "of") {
        return counted_of(cursor, first, at + 1);
    }
    // "half the voters".
    if !many && cursor.is_any(at, &["the", "its", "their", "his", "her", "our", "all"]) {
        return phrase_from(cursor, at + 1, false);
    }
    // "thousands attended": without "of" a past form is the verb.
    let plural = matches!(number_word_at(cursor, end - 1), Some(NumberWord::Plural(_)));
    if plural && part_of_speech(cursor, at).is_past() {
        return None;
    }
    let phrase = phrase_from(cursor, at, many)?;
    Some(NounPhrase { end: after_participle(cursor, first, phrase.end), ..phrase })
}

/// The token after what a number has before its noun: "200 or more soldiers", "30-odd ships", "the “thousands” of".
fn after_extras(cursor: &Cursor, end: usize) -> usize {
    let mut at = end;
    if cursor.reads_each(at, &[&["or", "and"], &["more", "so", "fewer", "less"]]) {
        at += 2;
    }
    at += usize::from(cursor.is_any(at, &["+", "plus"]));
    if cursor.is_tied_hyphen(at) {
        at += 1 + usize::from(cursor.is_any(at + 1, &["plus", "odd", "ish"]));
    }
    if cursor.is(at + 1, "of") && cursor.kind(at) == Some(TokenKind::Quote) {
        at += 1;
    }
    // "200 more soldiers".
    while cursor.is_any(at, &["more", "or", "so", "other", "further", "additional", "extra"])
        && is_content_word(cursor, at + 1)
    {
        at += 1;
    }
    at
}

/// "12 of the 15 ships", "hundreds of people", "half of the 112-seat chamber", which is one.
fn counted_of(cursor: &Cursor, first: usize, at: usize) -> Option<NounPhrase> {
    // "fewer than the 300 of last year": when, and not of what.
    let year = cursor.is_number(at) && cursor.is(back(first, 1), "the");
    if year || begins_time(cursor, at) {
        return None;
    }
    let at = skip_determiners(cursor, at);
    if cursor.is_any(at, &["them", "whom", "which", "us"]) {
        return None;
    }
    those(cursor, at).or_else(|| phrase_from(cursor, at, !cursor.is_hyphen(back(at, 2))))
}

/// "of those polled", "of those who voted": a pronoun with what tells it apart, the determiners stepped over.
pub(super) fn those(cursor: &Cursor, at: usize) -> Option<NounPhrase> {
    let first = at.checked_sub(1).filter(|&first| cursor.is_any(first, &["those", "these"]))?;
    if is_plain_past(cursor, at) || is_plain_gerund(cursor, at) {
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
            let seats = cursor.is_tied_hyphen(number.end) && cursor.is_word(number.end + 1);
            number.end + 2 * usize::from(seats)
        } else if is_determiner(cursor, at) || comes_before_number(cursor, at) {
            at + 1
        } else {
            return at;
        };
    }
}

/// "about 15 ships"; "nine of their last ten games".
fn comes_before_number(cursor: &Cursor, at: usize) -> bool {
    if cursor.is_any(at, &["all", "more", "about", "some", "nearly", "around"]) {
        return true;
    }
    if !cursor.is_any(at, &["last", "past", "first", "next", "previous", "other", "top"]) {
        return false;
    }
    cursor.is_number(at + 1) || number_word_at(cursor, at + 1).is_some()
}

/// The token after a participle that belongs to the noun before: "273 drones launched—88 were".
fn after_participle(cursor: &Cursor, first: usize, end: usize) -> usize {
    if !is_plain_past(cursor, end) || !cursor.lowercase(end).ends_with("ed") {
        return end;
    }
    if is_object(cursor, first) && closes(cursor, end + 1) { end + 1 } else { end }
}

/// Only where the noun is an object can a participle follow; where it is the subject, this is the verb.
fn is_object(cursor: &Cursor, first: usize) -> bool {
    let Some(verb) = cursor.preceding(first, 6).rev().find(|&at| is_verb(cursor, at)) else { return false };
    let begins_clause = |at: usize| match cursor.kind(at) {
        Some(TokenKind::Comma | TokenKind::Dash) => true,
        _ => cursor.is_any(at, &["that", "and", "but", "when", "after", "as", "where"]),
    };
    let reporting = cursor.is_any(verb, &["said", "says", "say", "believe", "believed", "added", "claimed"]);
    !reporting && !(verb + 1..first).any(begins_clause)
}

/// Whether the participle's phrase ends before the token.
fn closes(cursor: &Cursor, at: usize) -> bool {
    match cursor.kind(at) {
        Some(TokenKind::Word) => cursor.is_any(at, &["in", "on", "at", "by", "during", "since", "from", "and", "last"]),
        Some(TokenKind::Number | TokenKind::Symbol) => false,
        _ => true,
    }
}
