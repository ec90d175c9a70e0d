//! Scores: "2-1", "52 to 48".

use super::measured_number::has_unit;
use crate::{
    document::TokenKind,
    figure::{cursor::Cursor, grammar::is_plural_noun},
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
    let dash = cursor.is_dash(at + 1) && cursor.touches(at) && cursor.touches(at + 1);
    let spoken = cursor.is(at + 1, "to") && has_cue(cursor, at, &["vote", "voted", "votes", "ruled", "ruling"]);
    if !dash && !spoken {
        return None;
    }
    // "2-1-1", "3-4%", "10-15km": something else.
    let goes_on = cursor.touched(at + 3)
        && !matches!(
            cursor.kind(at + 3),
            Some(TokenKind::Comma | TokenKind::Terminal | TokenKind::Close | TokenKind::Quote | TokenKind::Dash)
        );
    if goes_on {
        return None;
    }
    // "4-6 6-2 6-4": sets in a row.
    let pair = |at: usize| goals(cursor, at).is_some() && cursor.is_dash(at + 1) && goals(cursor, at + 2).is_some();
    let row = pair(at + 3) || at >= cursor.start() + 3 && pair(at - 3);
    let cued = row || has_cue(cursor, at, &CUES);
    let counted = is_plural_noun(cursor, at + 3) && !cued || has_unit(cursor, at + 2);
    let fits = if first > second { first < 200.0 && (cued || first < 20.0) } else { cued || first == second };
    (fits && !counted).then_some(at + 3)
}

fn goals(cursor: &Cursor, at: usize) -> Option<f64> {
    let word = cursor.word(at);
    let plain = cursor.is_number(at)
        && word.len() <= 3
        && word.bytes().all(|byte| byte.is_ascii_digit())
        && (word == "0" || !word.starts_with('0'));
    if plain { parse_decimal(word) } else { None }
}

fn has_cue(cursor: &Cursor, at: usize, cues: &[&str]) -> bool {
    cursor.around(at, 9, 8).any(|near| cursor.is_any(near, cues))
}
