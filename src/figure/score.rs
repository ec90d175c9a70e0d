//! Scores and rates: "2-1", "52 to 48"; "three in four", "nine out of ten".

use super::{numeral::Form, reader::Reader};
use crate::{text::parse_decimal, token::TokenKind};

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

impl Reader<'_> {
    /// The score that begins at the token, and the token behind it.
    pub(super) fn score(&self, at: usize) -> Option<usize> {
        if !self.is_number(at) || self.touched(at) && !matches!(self.word(at - 1), "(" | "“" | "\"") {
            return None;
        }
        let (first, second) = (self.goals(at)?, self.goals(at + 2)?);
        let dash = self.is_dash(at + 1) && self.touches(at) && self.touches(at + 1);
        let spoken = self.is(at + 1, "to") && self.has_cue(at, &["vote", "voted", "votes", "ruled", "ruling"]);
        if !dash && !spoken {
            return None;
        }
        // "2-1-1", "3-4%", "10-15km": something else.
        let goes_on = self.touched(at + 3)
            && !matches!(
                self.kind(at + 3),
                Some(TokenKind::Comma | TokenKind::Terminal | TokenKind::Close | TokenKind::Quote | TokenKind::Dash)
            );
        if goes_on {
            return None;
        }
        // "4-6 6-2 6-4": sets in a row.
        let pair = |at: usize| self.goals(at).is_some() && self.is_dash(at + 1) && self.goals(at + 2).is_some();
        let row = pair(at + 3) || at >= self.range.start + 3 && pair(at - 3);
        let cued = row || self.has_cue(at, &CUES);
        let counted = self.is_plural_noun(at + 3) && !cued || self.measured_number(at + 2);
        let fits = if first > second { first < 200.0 && (cued || first < 20.0) } else { cued || first == second };
        (fits && !counted).then_some(at + 3)
    }

    fn goals(&self, at: usize) -> Option<f64> {
        let word = self.word(at);
        let plain = self.is_number(at)
            && word.len() <= 3
            && word.bytes().all(|byte| byte.is_ascii_digit())
            && (word == "0" || !word.starts_with('0'));
        if plain { parse_decimal(word) } else { None }
    }

    fn measured_number(&self, at: usize) -> bool {
        self.quantity(at).is_some_and(|quantity| quantity.unit.is_some())
    }

    fn has_cue(&self, at: usize, cues: &[&str]) -> bool {
        (self.range.start.max(at.saturating_sub(9))..self.range.end.min(at + 8)).any(|near| self.is_any(near, cues))
    }

    /// The rate that begins at the token: its value, 0 to 1, and the token behind it.
    pub(super) fn rate(&self, at: usize) -> Option<(f64, usize)> {
        // "by a 2.3-to-1 ratio".
        if self.is_number(at)
            && self.is_hyphen(at + 1)
            && self.is(at + 2, "to")
            && self.is_hyphen(at + 3)
            && self.word(at + 4) == "1"
        {
            return Some((self.numeral(at, false)?.value, at + 5));
        }
        let above = self.numeral(at, false).filter(|above| matches!(above.form, Form::Digits | Form::Words))?;
        // "by a two to one margin".
        if self.is(above.end, "to")
            && self.is(above.end + 1, "one")
            && above.value > 1.0
            && self.is_any(above.end + 2, &["margin", "ratio", "majority", "odds"])
        {
            return Some((above.value, above.end + 2));
        }
        let hyphen = usize::from(self.is_hyphen(above.end) && self.is(above.end + 1, "in"));
        let link = above.end + hyphen;
        let out_of = self.is(link, "out") && self.is(link + 1, "of");
        let words = if out_of {
            2
        } else if self.is(link, "in") {
            1
        } else {
            return None;
        };
        let below_at = link + words + hyphen;
        let below_at = below_at + usize::from(self.is(below_at, "every"));
        let below = self.numeral(below_at, false).filter(|below| matches!(below.form, Form::Digits | Form::Words))?;
        let whole =
            above.value.fract() == 0.0 && below.value.fract() == 0.0 && above.value >= 1.0 && below.value > above.value;
        // "killed three in 2010", "two in six boxes": a rate has a round number below, and one of its own kind.
        let round = out_of
            || hyphen == 1
            || (2.0..=10.0).contains(&below.value)
            || below.value % 5.0 == 0.0 && !(1500.0..2100.0).contains(&below.value)
            || above.value == 1.0 && !(1500.0..2100.0).contains(&below.value);
        let unit = self.quantity(below_at).is_some_and(|quantity| quantity.unit.is_some());
        (whole
            && round
            && !unit
            && (above.value == 1.0
                || matches!(below.value as u32, 10 | 20 | 50 | 100 | 1000)
                || self.is_number(at) == self.is_number(below_at)))
        .then(|| (above.value / below.value, below.end))
    }
}
