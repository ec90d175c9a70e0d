//! Number words added up: "two hundred and five thousand".

use super::{
    parse::parse_digits,
    parts::{begins_parts, tens_below},
    word::{NumberWord, number_word_at},
};
use crate::figure::cursor::{Cursor, back};

/// What was added to a number last; tells what may follow.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Last {
    Nothing,
    Small,
    Tens,
    Hundred,
    Scale(f64),
}

/// A number under way.
pub(super) struct Sum {
    pub(super) total: f64,
    pub(super) group: Option<f64>,
    pub(super) last: Last,
    pub(super) end: usize,
}

impl Sum {
    pub(super) fn value(&self) -> f64 {
        self.total + self.group.unwrap_or(0.0)
    }

    /// What "and a half" is a half of.
    pub(super) fn step(&self) -> f64 {
        if let Last::Scale(scale) = self.last { scale } else { 1.0 }
    }
}

impl Sum {
    /// Digits that follow have to be smaller than what they are added to.
    fn limit(&self) -> f64 {
        match self.last {
            Last::Hundred => 100.0,
            Last::Scale(scale) => scale,
            _ => 0.0,
        }
    }

    /// Whether "and" and digits may follow.
    fn is_multiplied(&self) -> bool {
        matches!(self.last, Last::Hundred | Last::Scale(_))
    }

    fn takes_tens(&self) -> bool {
        self.last == Last::Nothing || self.is_multiplied()
    }

    fn takes_hundred(&self) -> bool {
        match self.last {
            Last::Small => true,
            Last::Hundred => false,
            _ => self.group.unwrap_or(0.0) < 100.0,
        }
    }

    /// "two hundred thousand million" multiplies all; "one million two thousand" adds.
    fn multiply(&mut self, scale: f64) {
        let group = self.group.take();
        if self.total > 0.0 && self.total < scale {
            self.total = (self.total + group.unwrap_or(0.0)) * scale;
        } else {
            self.total += group.unwrap_or(1.0) * scale;
        }
        self.last = Last::Scale(scale);
    }

    fn takes_small(&self, value: f64) -> bool {
        match self.last {
            Last::Nothing | Last::Scale(_) | Last::Hundred => true,
            Last::Tens => value > 0.0 && value < 10.0,
            Last::Small => false,
        }
    }
}

/// Adds up the number words from `sum.end` on.
pub(super) fn accumulate(cursor: &Cursor, mut sum: Sum) -> Sum {
    let begun = sum.end;
    while let Some((word, at)) = next_word(cursor, &sum, begun) {
        let group = sum.group.unwrap_or(0.0);
        match word {
            // "one hundred fifths" is left to the fraction.
            NumberWord::Small(value) if sum.takes_small(value) => {
                sum.group = Some(group + value);
                sum.last = Last::Small;
            }
            NumberWord::Tens(value) if sum.takes_tens() && !is_below_line(cursor, &sum, at) => {
                sum.group = Some(group + value);
                sum.last = Last::Tens;
            }
            NumberWord::Hundred if sum.takes_hundred() => {
                sum.group = Some(sum.group.unwrap_or(1.0) * 100.0);
                sum.last = Last::Hundred;
            }
            NumberWord::Scale(scale) => sum.multiply(scale),
            _ => break,
        }
        sum.end = at + 1;
    }
    sum
}

/// The word that the number may go on with, and its place.
fn next_word(cursor: &Cursor, sum: &Sum, begun: usize) -> Option<(NumberWord, usize)> {
    let at = sum.end + joiner(cursor, sum);
    // "a hundred and three quarters": the fraction is added later.
    if at > sum.end && cursor.is(sum.end, "and") && (begins_parts(cursor, at) || is_whole(cursor, begun, sum, at)) {
        return None;
    }
    if cursor.is_number(at) && sum.is_multiplied() {
        return digits_after(cursor, sum, at).map(|value| (NumberWord::Small(value), at));
    }
    let word = match number_word_at(cursor, at)? {
        // "$20 million two years ago": digits with a multiplier do not go on in words.
        NumberWord::Small(_) | NumberWord::Tens(_) if at == sum.end && is_in_digits(cursor, sum, begun) => return None,
        // "three dozens".
        NumberWord::Plural(12.0) if sum.last != Last::Nothing => NumberWord::Scale(12.0),
        word => word,
    };
    Some((word, at))
}

/// How many tokens stand between a number's words: a hyphen, or "and" after a multiplier.
fn joiner(cursor: &Cursor, sum: &Sum) -> usize {
    let joins = match sum.last {
        Last::Nothing => false,
        Last::Small => cursor.is_hyphen(sum.end),
        Last::Tens => cursor.is_dash(sum.end),
        Last::Hundred | Last::Scale(_) => cursor.is_hyphen(sum.end) || cursor.is(sum.end, "and"),
    };
    usize::from(joins)
}

/// "3 hundred and 21", "4 thousand 3 hundred": digits that are added.
fn digits_after(cursor: &Cursor, sum: &Sum, at: usize) -> Option<f64> {
    let value = parse_digits(cursor.word(at)).filter(|&value| value > 0.0 && value < sum.limit())?;
    let scaled = matches!(number_word_at(cursor, at + 1), Some(NumberWord::Hundred | NumberWord::Scale(_)));
    let joined = at > sum.end;
    let goes_on = if joined { !scaled || sum.limit() > 1000.0 } else { scaled };
    (goes_on && value.fract() == 0.0).then_some(value)
}

/// "$20 million": digits with a large multiplier.
fn is_in_digits(cursor: &Cursor, sum: &Sum, begun: usize) -> bool {
    matches!(sum.last, Last::Scale(scale) if scale >= 1e3) && cursor.is_number(back(begun, 1))
}

/// "one hundred thirty-fifths": what follows is below the line.
fn is_below_line(cursor: &Cursor, sum: &Sum, at: usize) -> bool {
    at == sum.end && sum.last != Last::Nothing && tens_below(cursor, at).is_some()
}

/// "$3.2 billion and two managers", "5 million and two others": digits that do not go on in words. `begun` is the
/// multiplier's place, `at` that of the word.
fn is_whole(cursor: &Cursor, begun: usize, sum: &Sum, at: usize) -> bool {
    let digits = back(begun, 1 + usize::from(cursor.is_hyphen(back(begun, 1))));
    if !cursor.is_number(digits) || cursor.is_number(at) {
        return false;
    }
    let large = matches!(sum.last, Last::Scale(scale) if scale >= 1e6);
    cursor.word(digits).contains('.')
        || matches!(cursor.word(back(digits, 1)), "$" | "£" | "€")
        || large && cursor.is_word(at + 1) && number_word_at(cursor, at + 1).is_none()
}

/// A multiplier: "hundred", "million", "hundred thousand".
pub(super) fn scale(cursor: &Cursor, at: usize) -> Option<(f64, usize)> {
    let at = at + usize::from(cursor.is_hyphen(at));
    match number_word_at(cursor, at)? {
        NumberWord::Hundred | NumberWord::Scale(_) => {
            let sum = accumulate(cursor, Sum { total: 0.0, group: None, last: Last::Nothing, end: at });
            Some((sum.value(), sum.end))
        }
        _ => None,
    }
}
