//! Reads a number, in digits or in words, with its multipliers and fractions.

use super::{
    digits::parse_digits,
    reader::Reader,
    words::{NumberWord, number_word, suffix},
};
use crate::text::parse_decimal;

/// A number in the text.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(super) struct Numeral {
    /// First token.
    pub(super) first: usize,
    /// One past the last token.
    pub(super) end: usize,
    /// What it says.
    pub(super) value: f64,
    /// How it says it.
    pub(super) form: Form,
}

/// How a number is written.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Form {
    /// In digits, perhaps with a multiplier in words.
    Digits,
    /// In words.
    Words,
    /// A plain fraction: "two thirds", "half", "3/4".
    Fraction,
    /// No exact number: "hundreds", "several thousand".
    Vague,
}

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

impl Reader<'_> {
    /// The number that begins at the token. With `money` a currency stands before it, and "m" says million.
    pub(super) fn numeral(&self, at: usize, money: bool) -> Option<Numeral> {
        // Scanner after scanner asks for the number at one place.
        if let Some((place, found)) = self.last_numeral.get()
            && place == (at, money)
        {
            return found;
        }
        let found = self.read_numeral(at, money);
        self.last_numeral.set(Some(((at, money), found)));
        found
    }

    fn read_numeral(&self, at: usize, money: bool) -> Option<Numeral> {
        let (sign, start) = self.sign(at);
        let (value, end, form) = if self.is_number(start) {
            self.digits(start, money)?
        } else if self.is_word(start) {
            self.number_words(start)?
        } else {
            return None;
        };
        // "one over three", "1 over 20".
        if value == 1.0
            && end == start + 1
            && self.is(end, "over")
            && let Some((below, after, _)) =
                if self.is_number(end + 1) { self.digits(end + 1, false) } else { self.number_words(end + 1) }
            && below > 1.0
            && !self.is_word(after)
        {
            return Some(Numeral { first: at, end: after, value: sign / below, form: Form::Fraction });
        }
        Some(Numeral { first: at, end, value: exact(value) * sign, form })
    }

    /// -1 and the token behind the sign, where one stands here.
    fn sign(&self, at: usize) -> (f64, usize) {
        let mark = matches!(self.word(at), "-" | "−" | "–") && self.touches(at) && self.is_number(at + 1);
        let free = !self.touched(at) || matches!(self.word(at.wrapping_sub(1)), "(" | "$" | "€" | "£");
        let heat = matches!(self.word(at), "-" | "−")
            && self.is_number(at + 1)
            && (self.is_any(at + 2, &["degree", "degrees"]) || self.word(at + 2) == "°");
        let word = heat && free
            || self.is_any(at, &["minus", "negative"])
                // "plus or minus 3 points".
                && !(self.is(at.wrapping_sub(1), "or") && self.is(at.wrapping_sub(2), "plus"))
                && (self.is_number(at + 1) || self.number_word(at + 1).is_some_and(is_cardinal));
        if mark && free || word { (-1.0, at + 1) } else { (1.0, at) }
    }

    fn digits(&self, at: usize, money: bool) -> Option<(f64, usize, Form)> {
        if let Some((value, end)) = self.slashed(at) {
            return Some((value, end, Form::Fraction));
        }
        let first = self.word(at);
        let mut value = parse_digits(first)?;
        let mut end = at + 1;
        let mut form =
            if first.starts_with(|c: char| !c.is_ascii_digit() && c != '.') { Form::Fraction } else { Form::Digits };
        // "1 234 567", with spaces of any width.
        if first.len() <= 3 && !first.starts_with('0') && first.bytes().all(|byte| byte.is_ascii_digit()) {
            while self.is_number(end) && matches!(self.gap(end - 1), " " | "\u{a0}" | "\u{202f}" | "\u{2009}") {
                let group = self.word(end);
                let whole = group.split('.').next().unwrap_or_default();
                let more = parse_digits(group).filter(|_| whole.len() == 3 && !group.contains(','));
                let Some(more) = more else { break };
                // "7 3 / 4": the next number is a fraction's.
                if self.slashed(end).is_some() {
                    break;
                }
                value = value * 1000.0 + more;
                end += 1;
            }
        }
        // "2½", "2 1/2".
        if self.touches(end - 1)
            && self.is_number(end)
            && !self.word(end).starts_with(|c: char| c.is_ascii_digit() || c == '.')
        {
            value += parse_digits(self.word(end))?;
            end += 1;
        } else if let Some((part, after)) = self.slashed(end).filter(|_| !first.contains(['.', ','])) {
            value += part;
            end = after;
        } else if let Some((part, after)) =
            self.slashed(end + 1).filter(|_| self.is_hyphen(end) && self.touched(end) && self.touches(end))
        {
            // "14-1/2 cents".
            value += part;
            end = after;
        }
        // "1,3", "5,00", "1.111,11": a decimal comma, as much of Europe writes it.
        if let Some((decimal, after)) = self.decimal_comma(at) {
            value = decimal;
            end = after;
        }
        if let Some((power, after)) = self.power(end) {
            value *= power;
            end = after;
        } else if self.word(end) == "^" && self.touched(end) {
            let sign = usize::from(matches!(self.word(end + 1), "-" | "−" | "+"));
            let minus = usize::from(sign == 1 && self.word(end + 1) != "+");
            let exponent = parse_digits(self.word(end + 1 + sign))?;
            value = raised(value, exponent, minus == 1);
            end += 2 + sign;
        }
        let touching = self.touched(end);
        // "573.15K" in a sentence on heat, "a 1500b packet": units.
        let unit = match self.word(end) {
            "K" => !money && touching && self.is_about_heat(end),
            "b" => !money && value >= 1000.0,
            _ => false,
        };
        // "2.33 k": decimals a space before.
        let spaced =
            !touching && matches!(self.word(end), "k" | "K" | "M") && first.contains('.') && !self.is_word(end + 1);
        if let Some(scale) = suffix(self.word(end), touching || spaced, money).filter(|_| !unit) {
            return Some((value * scale, end + 1, Form::Digits));
        }
        // "10m people" are millions, "a 10m board" is not.
        if self.word(end) == "m" && touching && self.is_plural_noun(end + 1) {
            return Some((value * 1e6, end + 1, Form::Digits));
        }
        let hyphen = usize::from(self.is_hyphen(end) && touching);
        let scale = match self.number_word(end + hyphen) {
            Some(NumberWord::Hundred | NumberWord::Scale(_)) => true,
            // "3 dozens".
            Some(NumberWord::Plural(12.0)) => return Some((value * 12.0, end + 1, Form::Digits)),
            _ => false,
        };
        if scale {
            form = Form::Digits;
            let sum = Sum { total: 0.0, group: Some(value), last: Last::Small, end: end + hyphen };
            let sum = self.accumulate(sum);
            let (value, end) = self.and_a_half(&sum);
            return Some((value, end, form));
        }
        Some((value, end, form))
    }

    /// A number with a decimal comma: its value and the token behind it.
    fn decimal_comma(&self, at: usize) -> Option<(f64, usize)> {
        let whole = self.word(at);
        let decimals = self.word(at + 2);
        let touching = self.word(at + 1) == "," && self.touches(at) && self.touches(at + 1) && self.is_number(at + 2);
        // "1,2,3" is a list, and so is what a dot or a third group goes on with.
        let alone = !(self.touched(at) && self.kind(at - 1) == Some(crate::token::TokenKind::Comma))
            && !(self.word(at + 3) == "," && self.touches(at + 2) && self.touches(at + 3));
        let digits = |word: &str| word.bytes().all(|byte| byte.is_ascii_digit());
        if !touching || !alone || decimals.len() > 2 || !digits(decimals) {
            return None;
        }
        let mut groups = whole.split('.');
        let first = groups.next().filter(|first| digits(first) && (1..=3).contains(&first.len()))?;
        let mut value = parse_decimal(first)?;
        for group in groups {
            value = value * 1000.0 + parse_decimal(group).filter(|_| group.len() == 3 && digits(group))?;
        }
        let decimal = parse_decimal(decimals)?;
        Some((value + decimal / if decimals.len() == 1 { 10.0 } else { 100.0 }, at + 3))
    }

    /// "×10⁶" and the like behind a number: `x10^6`, `×10−5`.
    fn power(&self, at: usize) -> Option<(f64, usize)> {
        let mut end = match self.word(at) {
            "x10" | "X10" => at + 1,
            "x" | "×" | "X" if self.word(at + 1) == "10" => at + 2,
            // "8x2^10", glued or not.
            word if self.word(at + 1) == "^" && word.len() > 1 && word.starts_with('x') && self.is_number(at + 2) => {
                let base = parse_digits(&word[1..])?;
                return Some((raised(base, parse_digits(self.word(at + 2))?, false), at + 3));
            }
            "x" | "×" if self.is_number(at + 1) && self.word(at + 2) == "^" && self.is_number(at + 3) => {
                let base = parse_digits(self.word(at + 1))?;
                return Some((raised(base, parse_digits(self.word(at + 3))?, false), at + 4));
            }
            _ => return None,
        };
        if self.word(end) == "^" {
            end += 1;
        }
        let minus = self.is_dash(end) && self.touches(end);
        end += usize::from(minus);
        let exponent = parse_digits(self.word(end)).filter(|_| self.touched(end))?;
        Some((raised(10.0, exponent, minus), end + 1))
    }

    fn number_words(&self, at: usize) -> Option<(f64, usize, Form)> {
        let lower = self.lower(at);
        match lower {
            "a" | "an" => return self.article(at),
            "half" | "quarter" => return self.half(at),
            "couple" if self.is(at + 1, "of") && self.is_plural_noun(at + 2) => {
                return Some((2.0, at + 2, Form::Words));
            }
            "several" | "few" => {
                let (scale, end) = self.scale(at + 1)?;
                return Some((scale, end, Form::Vague));
            }
            _ => {}
        }
        match number_word(lower)? {
            NumberWord::Plural(value) => {
                // "tens of thousands".
                let (mut value, mut end) = (value, at + 1);
                while let (true, Some(NumberWord::Plural(next))) = (self.is(end, "of"), self.number_word(end + 1)) {
                    value *= next;
                    end += 2;
                }
                Some((value, end, Form::Vague))
            }
            NumberWord::Small(_) | NumberWord::Tens(_) | NumberWord::Hundred | NumberWord::Scale(_) => {
                self.cardinal(Sum { total: 0.0, group: None, last: Last::Nothing, end: at })
            }
            _ => None,
        }
    }

    /// A number in words from here on, with its fraction.
    pub(super) fn cardinal(&self, sum: Sum) -> Option<(f64, usize, Form)> {
        let begun = sum.end;
        let sum = self.accumulate(sum);
        if sum.last == Last::Nothing || sum.end == begun && sum.group.is_none() {
            return None;
        }
        if let Some((value, end)) = self.parts(&sum) {
            // "two thirds of a million".
            return Some(match self.scale(end + 2).filter(|_| self.is(end, "of") && self.is(end + 1, "a")) {
                Some((scale, end)) => (value * scale, end, Form::Words),
                // "three quarters billion".
                None => match self.scale(end) {
                    Some((scale, end)) => (value * scale, end, Form::Words),
                    None => (value, end, Form::Fraction),
                },
            });
        }
        if self.is(sum.end, "point")
            && let Some((value, end)) = self.point(sum.value(), sum.end + 1)
        {
            return Some((value, end, Form::Words));
        }
        let (value, end) = self.and_a_half(&sum);
        Some((value, end, Form::Words))
    }

    /// Adds up the number words from `sum.end` on.
    pub(super) fn accumulate(&self, mut sum: Sum) -> Sum {
        let begun = sum.end;
        loop {
            let mut at = sum.end;
            if sum.last != Last::Nothing {
                let spaced = sum.last == Last::Tens && self.is_dash(at);
                if self.is_hyphen(at) || spaced {
                    at += 1;
                } else if self.is(at, "and") && matches!(sum.last, Last::Hundred | Last::Scale(_)) {
                    at += 1;
                    // "a hundred and three quarters": the fraction is added later.
                    if self.begins_parts(at) || self.is_whole(begun, &sum, at) {
                        break;
                    }
                }
            }
            let word = if self.is_number(at) && matches!(sum.last, Last::Hundred | Last::Scale(_)) {
                // "3 hundred and 21", "4 thousand 3 hundred".
                let scaled = matches!(self.number_word(at + 1), Some(NumberWord::Hundred | NumberWord::Scale(_)));
                let and = at > sum.end;
                let value = parse_digits(self.word(at))
                    .filter(|&value| value > 0.0 && value.fract() == 0.0 && value < sum.limit());
                let Some(value) = value.filter(|_| if and { !scaled || sum.limit() > 1000.0 } else { scaled }) else {
                    break;
                };
                NumberWord::Small(value)
            } else {
                match self.number_word(at) {
                    // "$20 million two years ago": digits with a multiplier do not go on in words.
                    Some(NumberWord::Small(_) | NumberWord::Tens(_))
                        if at == sum.end
                            && matches!(sum.last, Last::Scale(scale) if scale >= 1e3)
                            && self.is_number(begun.wrapping_sub(1)) =>
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
                NumberWord::Tens(_) if at == sum.end && sum.last != Last::Nothing && self.tens_below(at).is_some() => {
                    break;
                }
                NumberWord::Tens(value) if matches!(sum.last, Last::Nothing | Last::Hundred | Last::Scale(_)) => {
                    sum.group = Some(group + value);
                    sum.last = Last::Tens;
                }
                NumberWord::Hundred
                    if sum.last != Last::Hundred && group < 100.0 || matches!(sum.last, Last::Small) =>
                {
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
    fn is_whole(&self, begun: usize, sum: &Sum, at: usize) -> bool {
        let digits = begun.wrapping_sub(1 + usize::from(self.is_hyphen(begun.wrapping_sub(1))));
        if !self.is_number(digits) || self.is_number(at) {
            return false;
        }
        let large = matches!(sum.last, Last::Scale(scale) if scale >= 1e6);
        self.word(digits).contains('.')
            || matches!(self.word(digits.wrapping_sub(1)), "$" | "£" | "€")
            || large && self.is_word(at + 1) && self.number_word(at + 1).is_none()
    }

    /// The decimals in words behind "point".
    fn point(&self, whole: f64, at: usize) -> Option<(f64, usize)> {
        let (mut value, mut unit, mut end) = (whole, 1.0, at);
        loop {
            let next = end + usize::from(end > at && self.is_hyphen(end));
            match self.number_word(next) {
                Some(NumberWord::Small(digit)) => {
                    // The ones of "seventy-one" take the place behind the tens.
                    unit /= if digit < 10.0 { 10.0 } else { 100.0 };
                    value += digit * unit;
                }
                Some(NumberWord::Tens(tens)) => {
                    unit /= 10.0;
                    value += tens / 10.0 * unit;
                }
                _ => break,
            }
            end = next + 1;
        }
        // Decimals are exact only to what was written.
        (end > at).then(|| (libm::round(value * 1e9) / 1e9, end))
    }

    /// A multiplier: "hundred", "million", "hundred thousand".
    pub(super) fn scale(&self, at: usize) -> Option<(f64, usize)> {
        let at = at + usize::from(self.is_hyphen(at));
        match self.number_word(at)? {
            NumberWord::Hundred | NumberWord::Scale(_) => {
                let sum = self.accumulate(Sum { total: 0.0, group: None, last: Last::Nothing, end: at });
                Some((sum.value(), sum.end))
            }
            _ => None,
        }
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

/// Takes the noise away that multiplying decimals makes: 2.05 billion is a whole number.
fn exact(value: f64) -> f64 {
    if (1e3..1e12).contains(&value) {
        libm::round(value * 1e3) / 1e3
    } else if value >= 1e12 {
        libm::round(value)
    } else {
        value
    }
}

/// Whether the word can begin a number that is no ordinal and no part.
pub(super) fn is_cardinal(word: NumberWord) -> bool {
    matches!(word, NumberWord::Small(_) | NumberWord::Tens(_) | NumberWord::Hundred | NumberWord::Scale(_))
}

/// A power with a whole exponent; by any other exponent the number stays what it is.
fn raised(base: f64, exponent: f64, minus: bool) -> f64 {
    /// Beyond this there is no number left.
    const MOST: f64 = 2000.0;
    if exponent.fract() != 0.0 || exponent > MOST {
        return base;
    }
    let power = (0..exponent as u32).fold(1.0, |power, _| power * base);
    if minus { 1.0 / power } else { power }
}
