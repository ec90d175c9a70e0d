//! "third", "21st", "one hundred twenty-fifth".

use super::{
    digits::parse_digits,
    numeral::{Last, Sum},
    phrase::Phrase,
    reader::Reader,
    words::NumberWord,
};

impl Reader<'_> {
    /// The ordinal that begins at the token: its value and the token behind it.
    pub(super) fn ordinal(&self, at: usize) -> Option<(f64, usize)> {
        if self.is_number(at) {
            let suffix = self.touches(at) && self.is_any(at + 1, &["st", "nd", "rd", "th"]);
            return parse_digits(self.word(at))
                .filter(|value| suffix && value.fract() == 0.0)
                .map(|value| (value, at + 2));
        }
        self.ordinal_words(at)
    }

    pub(super) fn ordinal_words(&self, at: usize) -> Option<(f64, usize)> {
        // "a hundred trillionth".
        if self.is(at, "a")
            && matches!(self.number_word(at + 1), Some(NumberWord::Hundred | NumberWord::Scale(_)))
            && let Some(NumberWord::OrdinalScale(scale)) = self.number_word(at + 2)
        {
            let sum = self.accumulate(Sum { total: 0.0, group: None, last: Last::Nothing, end: at + 1 });
            return Some((sum.value() * scale, at + 3));
        }
        match self.number_word(at)? {
            NumberWord::Ordinal(value) | NumberWord::OrdinalScale(value) => return Some((value, at + 1)),
            NumberWord::Parts(_) | NumberWord::Plural(_) => return None,
            _ => {}
        }
        let sum = self.accumulate(Sum { total: 0.0, group: None, last: Last::Nothing, end: at });
        let joiner = usize::from(self.is_hyphen(sum.end) || self.is(sum.end, "and"));
        let last = self.number_word(sum.end + joiner)?;
        let end = sum.end + joiner + 1;
        let value = match (last, sum.last) {
            (NumberWord::Ordinal(value), Last::Tens) if value < 10.0 => sum.value() + value,
            // "one third" is a fraction; "hundred and third" is not.
            (NumberWord::Ordinal(value), Last::Hundred | Last::Scale(_)) => sum.value() + value,
            (NumberWord::OrdinalScale(value), _) if joiner == 0 || sum.value() > 1.0 => sum.value() * value,
            _ => return None,
        };
        Some((value, end))
    }

    /// What an ordinal before the token ranks: the noun, and the words that say what it counts.
    pub(super) fn ranked(&self, end: usize) -> Option<(Phrase, Phrase)> {
        let mut at = end;
        // "the First and 14th amendments".
        if self.is_any(at, &["and", "or"])
            && let Some((_, next)) = self.ordinal(at + 1)
        {
            at = next;
        }
        // "a first-term senator" has terms; what has them is counted.
        if self.is_hyphen(at) && self.touched(at) && self.touches(at) {
            let behind = self.phrase_from(at + 2, false).filter(|_| self.is_word(at + 2));
            let term = Phrase { first: at + 1, end: at + 2, head: at + 1 };
            return (self.is_word(at + 1) && !self.is_function(at + 1)).then(|| (term, behind.unwrap_or(term)));
        }
        // "the first two contests", "the second half-marathon".
        if let Some(number) = self.numeral(at, false).filter(|_| !self.is_any(at, &["a", "an", "one"])) {
            at = number.end;
        }
        let phrase = self.phrase_from(at, false).filter(|_| self.is_word(at))?;
        Some((phrase, phrase))
    }
}
