//! Whether a date lies ahead, as far as the words around it tell: "will close in June", but "opened in June".

use crate::{
    document::{Case, TokenKind},
    figure::{
        cursor::{Cursor, back},
        grammar::{follows_determiner, is_plain_past, is_verb, part_of_speech},
    },
};

/// How far a date looks for its verb: a text without full stops takes no longer.
const REACH: usize = 24;

/// What happens on a day that is named in the present tense is to come: "the trial begins in May".
const SCHEDULED: [&str; 30] = [
    "begins", "begin", "starts", "start", "opens", "open", "closes", "close", "ends", "end", "meets", "meet", "faces",
    "face", "reports", "votes", "vote", "goes", "go", "returns", "return", "takes", "take", "kicks", "expires",
    "expire", "decides", "plays", "hosts", "leaves",
];

/// Whether what happens on the date at the token is to come: the nearest verb before it tells, or the first after.
pub(super) fn looks_ahead(cursor: &Cursor, at: usize) -> bool {
    // "since January": in the past, whatever the verb.
    if cursor.is(back(at, 1), "since") {
        return false;
    }
    // "OSLO, Nov. 24 (Wire) — The bridge will": a dateline tells of no verb.
    if cursor.stands_in_dateline(at) {
        return false;
    }
    let first = cursor.start();
    let until = (first.max(at.saturating_sub(7))..at)
        .rev()
        .take_while(|&near| cursor.kind(near) != Some(TokenKind::Comma) && !is_verb(cursor, near))
        .find(|&near| cursor.is_any(near, &["until", "till"]));
    if let Some(until) = until {
        return is_open_until(cursor, until);
    }
    // "was told to leave by Friday": a deadline of what is to be done.
    let near = first.max(at.saturating_sub(10))..at;
    if cursor.is(back(at, 1), "by") && near.clone().any(|to| cursor.is(to, "to") && is_verb(cursor, to + 1)) {
        return true;
    }
    let before = cursor.preceding(at, REACH).rev();
    let after = cursor.following(at, REACH);
    before
        .take_while(|&near| cursor.word(near) != ";")
        .find_map(|near| tense(cursor, near))
        .or_else(|| after.take_while(|&near| cursor.word(near) != ";").find_map(|near| tense(cursor, near)))
        .unwrap_or(false)
}

/// "is closed until Monday", "was given until Monday": what is said to end is not over yet; but "lasted until
/// Monday", "did not land until Monday".
fn is_open_until(cursor: &Cursor, until: usize) -> bool {
    const OVER: [&str; 18] = [
        "lasted",
        "ran",
        "waited",
        "stayed",
        "remained",
        "continued",
        "went",
        "worked",
        "kept",
        "served",
        "fought",
        "lived",
        "not",
        "n't",
        "n’t",
        "didn't",
        "didn’t",
        "from",
    ];
    let clause = cursor.preceding(until, 8).rev();
    !clause.take_while(|&near| cursor.kind(near) != Some(TokenKind::Comma)).any(|near| cursor.is_any(near, &OVER))
}

/// What the token says of the time: true for what is to come, false for what is past, none where it says nothing.
fn tense(cursor: &Cursor, at: usize) -> Option<bool> {
    if cursor.kind(at) == Some(TokenKind::Clitic) {
        return cursor.is_any(at, &["'ll", "’ll"]).then_some(true);
    }
    if !cursor.is_word(at) || cursor.case(at) != Case::Lower {
        return None;
    }
    match cursor.word(at) {
        "will" | "shall" | "would" | "due" | "scheduled" | "planned" | "upcoming" | "plans" | "expected"
        | "expects" | "hopes" | "wants" | "must" | "aims" => Some(true),
        "set" | "likely" | "forecast" if cursor.is_any(at + 1, &["to", "for"]) => Some(true),
        // "is to stand trial", "the vote is on Friday".
        "is" | "are" if cursor.is_any(at + 1, &["to", "on"]) => Some(true),
        // A bare past tense, or an auxiliary; "could" and "may" leave it open.
        "was" | "were" | "had" | "did" | "has" | "have" => Some(false),
        _ if is_scheduled(cursor, at) => Some(true),
        _ => (is_plain_past(cursor, at) && !is_attributive(cursor, at)).then_some(false),
    }
}

/// "the trial begins": not "the close", "to open", "stayed open".
fn is_scheduled(cursor: &Cursor, at: usize) -> bool {
    if !SCHEDULED.contains(&cursor.word(at)) || follows_determiner(cursor, at) {
        return false;
    }
    let before = back(at, 1);
    !cursor.is_any(before, &["to", "of"]) && !part_of_speech(cursor, before).is_past()
}

/// "expected adjusted profit of", "of adjusted profit": a participle that describes is no tense.
fn is_attributive(cursor: &Cursor, at: usize) -> bool {
    let before = back(at, 1);
    if follows_determiner(cursor, at) || cursor.is_any(before, &["of", "in", "for", "with", "from"]) {
        return true;
    }
    is_verb(cursor, before) && !cursor.is_any(before, &["had", "has", "have", "was", "were", "is", "are", "be", "been"])
}
