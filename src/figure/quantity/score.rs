//! Scores: "2-1", "52 to 48".

use super::measured_number::has_unit;
use crate::{
    document::TokenKind,
    figure::{
        cursor::{Cursor, back},
        grammar::is_plural_noun,
    },
    text::parse_decimal,
};

/// Words near a score.
const CUES: [&str; 44] = [
    "won",
    "win",
    "wins",
    "beat",
    "beats",
    "beaten",
    "beating",
    "lost",
    "lose",
    "loss",
    "draw",
    "drew",
    "drawn",
    "defeat",
    "defeated",
    "victory",
    "score",
    "scored",
    "lead",
    "led",
    "leads",
    "leading",
    "ahead",
    "vote",
    "voted",
    "ruled",
    "ruling",
    "decision",
    "final",
    "match",
    "game",
    "aggregate",
    "set",
    "tie",
    "thrashed",
    "edged",
    "trailing",
    "goal",
    "goals",
    "down",
    "up",
    "series",
    "tied",
    "level",
];

/// The score that begins at the token, and the token after it.
pub(in crate::figure) fn score(cursor: &Cursor, at: usize) -> Option<usize> {
    if !cursor.is_number(at) || cursor.touched(at) && !matches!(cursor.word(at - 1), "(" | "“" | "\"") {
        return None;
    }
    let (first, second) = (goals(cursor, at)?, goals(cursor, at + 2)?);
    if !is_link(cursor, at + 1) || goes_on(cursor, at + 3) || has_unit(cursor, at + 2) {
        return None;
    }
    let cued = is_in_row(cursor, at) || has_cue(cursor, at, &CUES);
    if !cued && is_plural_noun(cursor, at + 3) {
        return None;
    }
    let fits = if first > second { first < 200.0 && (cued || first < 20.0) } else { cued || first == second };
    fits.then_some(at + 3)
}

/// "2-1", "52 to 48" where somebody votes.
fn is_link(cursor: &Cursor, at: usize) -> bool {
    if cursor.is(at, "to") {
        return has_cue(cursor, at - 1, &["vote", "voted", "votes", "ruled", "ruling"]);
    }
    cursor.is_dash(at) && cursor.joins(at)
}

/// "2-1-1", "3-4%", "10-15km": something else.
fn goes_on(cursor: &Cursor, at: usize) -> bool {
    if !cursor.touched(at) {
        return false;
    }
    !matches!(
        cursor.kind(at),
        Some(TokenKind::Comma | TokenKind::Terminal | TokenKind::Close | TokenKind::Quote | TokenKind::Dash)
    )
}

/// "4-6 6-2 6-4": sets in a row.
fn is_in_row(cursor: &Cursor, at: usize) -> bool {
    [at + 3, back(at, 3)]
        .into_iter()
        .any(|at| cursor.is_dash(at + 1) && [at, at + 2].into_iter().all(|at| goals(cursor, at).is_some()))
}

fn goals(cursor: &Cursor, at: usize) -> Option<f64> {
    let word = cursor.word(at);
    if !cursor.is_number(at) || word.len() > 3 || !word.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    if word.starts_with('0') && word != "0" { None } else { parse_decimal(word) }
}

fn has_cue(cursor: &Cursor, at: usize, cues: &[&str]) -> bool {
    cursor.around(at, 9, 8).any(|near| cursor.is_any(near, cues))
}
