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
    loop {
        let mut at = sum.end;
        if sum.last != Last::Nothing {
            let spaced = sum.last == Last::Tens && cursor.is_dash(at);
            if cursor.is_hyphen(at) || spaced {
                at += 1;
            } else if cursor.is(at, "and") && matches!(sum.last, Last::Hundred | Last::Scale(_)) {
                at += 1;
                // "a hundred and three quarters": the fraction is added later.
                if begins_parts(cursor, at) || is_whole(cursor, begun, &sum, at) {
                    break;
                }
            }
        }
        let word = if cursor.is_number(at) && matches!(sum.last, Last::Hundred | Last::Scale(_)) {
            // "3 hundred and 21", "4 thousand 3 hundred".
            let scaled = matches!(number_word_at(cursor, at + 1), Some(NumberWord::Hundred | NumberWord::Scale(_)));
            let and = at > sum.end;
            let value = parse_digits(cursor.word(at))
                .filter(|&value| value > 0.0 && value.fract() == 0.0 && value < sum.limit());
            let Some(value) = value.filter(|_| if and { !scaled || sum.limit() > 1000.0 } else { scaled }) else {
                break;
            };
            NumberWord::Small(value)
        } else {
            match number_word_at(cursor, at) {
                // "$20 million two years ago": digits with a multiplier do not go on in words.
                Some(NumberWord::Small(_) | NumberWord::Tens(_))
                    if at == sum.end
                        && matches!(sum.last, Last::Scale(scale) if scale >= 1e3)
                        && cursor.is_number(back(begun, 1)) =>
                {
                    break;
                }
                // "three dozens".
                Some(NumberWord::Plural(12.0)) if sum.last != Last::Nothing => NumberWord::Scale(12.0),
                Some(word) => word,
                None => break,
            }
        };
        let group = sum.group.unwrap_or(0.0);
        match word {
            // "one hundred fifths" is left to the fraction.
            NumberWord::Small(value) if sum.takes_small(value) => {
                sum.group = Some(group + value);
                sum.last = Last::Small;
            }
            // "one hundred thirty-fifths": what follows is below the line.
            NumberWord::Tens(_) if at == sum.end && sum.last != Last::Nothing && tens_below(cursor, at).is_some() => {
                break;
            }
            NumberWord::Tens(value) if matches!(sum.last, Last::Nothing | Last::Hundred | Last::Scale(_)) => {
                sum.group = Some(group + value);
                sum.last = Last::Tens;
            }
            NumberWord::Hundred if sum.last != Last::Hundred && group < 100.0 || matches!(sum.last, Last::Small) => {
                sum.group = Some(sum.group.unwrap_or(1.0) * 100.0);
                sum.last = Last::Hundred;
            }
            NumberWord::Scale(scale) => {
                let group = sum.group.take();
                // "two hundred thousand million" multiplies all; "one million two thousand" adds.
                if sum.total > 0.0 && sum.total < scale {
                    sum.total = (sum.total + group.unwrap_or(0.0)) * scale;
                } else {
                    sum.total += group.unwrap_or(1.0) * scale;
                }
                sum.last = Last::Scale(scale);
            }
            _ => break,
        }
        sum.end = at + 1;
    }
    sum
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
