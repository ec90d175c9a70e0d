//! Amounts and the ranges that two of them make: "between 250 and 600", "10-15%", "from 4.5% to 4.75%".

use super::{
    numeral::Form,
    quantity::{Measure, Quantity},
    reader::Reader,
};

/// A quantity, or a range of them.
pub(super) struct Amount {
    /// The quantity; of a range, the one with the unit.
    pub(super) quantity: Quantity,
    /// First token.
    pub(super) first: usize,
    /// One past the last token.
    pub(super) end: usize,
    /// The ends of a range, the lower one first.
    pub(super) range: Option<(f64, f64)>,
    /// Whether a range falls: "from 5 to 4".
    pub(super) falls: bool,
}

impl Reader<'_> {
    /// The amount that begins at the token.
    pub(super) fn amount(&self, at: usize) -> Option<Amount> {
        let quantity = self.quantity(at)?;
        if let Some(range) = self.range_from(&quantity) {
            return Some(range);
        }
        let quantity = self.with_shared_unit(quantity);
        Some(Amount { first: quantity.first, end: quantity.end, quantity, range: None, falls: false })
    }

    /// "45 and 50 mg", "2, 3 and 5 percent": a plain number takes the unit of the list's last.
    fn with_shared_unit(&self, quantity: Quantity) -> Quantity {
        const LONGEST_LIST: usize = 4;
        if quantity.measure != Measure::Plain || quantity.number.form == Form::Vague {
            return quantity;
        }
        let mut at = quantity.end;
        for _ in 0..LONGEST_LIST {
            let comma = usize::from(self.word(at) == ",");
            let last = self.is(at + comma, "and");
            let next = at + comma + usize::from(last);
            let Some(other) = self.quantity(next).filter(|other| next > at && other.first == other.number.first) else {
                break;
            };
            if other.measure == Measure::Plain {
                at = other.end;
                continue;
            }
            // "won 3 and 20 minutes later" are two; a list of sums says the currency each time.
            let later = self.is_any(other.end, &["later", "ago", "earlier", "after", "before", "into", "from"]);
            let alike = other.number.form == quantity.number.form;
            if last && alike && !later && !matches!(other.measure, Measure::Money(_)) {
                return Quantity { measure: other.measure, unit: other.unit, ..quantity };
            }
            break;
        }
        quantity
    }

    fn range_from(&self, low: &Quantity) -> Option<Amount> {
        if low.number.form == Form::Vague {
            return None;
        }
        let before = self.before(low.first);
        let link = low.end;
        let dash = self.is_dash(link) || self.word(link) == "~" || self.word(link) == "−";
        // "8- to 16-meter".
        let suspended = usize::from(self.is_hyphen(link) && self.is(link + 1, "to"));
        // "fell by $2 to $78" are two.
        let to = self.is(link + suspended, "to") && self.before(self.hedge_before(low.first, false).1) != "by";
        let between = self.is(link, "and") && (before == "between" || self.is(low.first.wrapping_sub(2), "between"));
        let or = self.is(link, "or") && low.measure == Measure::Plain && low.number.value > 0.0;
        if !(dash || to || between || or) {
            return None;
        }
        let high = self.quantity(link + suspended + 1).filter(|high| high.number.form != Form::Vague)?;
        let mut low_value = low.number.value;
        let high_value = high.number.value;
        if low.measure != Measure::Plain && high.measure != Measure::Plain && !low.fits(&high) {
            return None;
        }
        // "$5-10 million", "2 to 3 million": the multiplier is that of both.
        let factor = self.multiplier(&high);
        if factor > 1.0
            && self.multiplier(low) == 1.0
            && low_value < high_value / factor * 1.5
            && low.measure != high.measure
            || factor > 1.0 && low_value < high_value / factor && self.multiplier(low) == 1.0
        {
            low_value *= factor;
        }
        // What comes first has to be less, unless "from" tells of a fall.
        let from = before == "from";
        // "fell 9 percent to 31,400", "fell a third to £40m": by how much, and to what.
        let part = low.number.form == Form::Fraction && high.number.form != Form::Fraction;
        if to && !from && (low.measure != Measure::Plain && high.measure == Measure::Plain || part) {
            return None;
        }
        let plain = low.measure == Measure::Plain && high.measure == Measure::Plain;
        if low_value > high_value && !(from && to) || low_value == high_value {
            return None;
        }
        if to && plain && !from && self.is_verb(low.first.wrapping_sub(1)) && !self.is_plural_noun(high.end) {
            // "gave 5 to 10": too little to tell; the noun behind decides.
            return None;
        }
        // "five or 10 minutes", "two or three people"; "50 or 100,000" are two.
        if or && (high.number.value > low.number.value * 2.5 || low.number.form == Form::Fraction) {
            return None;
        }
        if dash && plain && self.is_dash(high.end) && self.touched(high.end) && self.is_number(high.end + 1) {
            return None;
        }
        let end = high.end;
        let first = low.first;
        let quantity = if high.measure == Measure::Plain { low.clone() } else { high };
        // "$10 to 15" may be two amounts; with a dash it is one.
        if quantity.measure != Measure::Plain
            && low.measure != Measure::Plain
            && to
            && end == link + 2
            && self.is_plural_noun(end)
        {
            return None;
        }
        let range = Some((low_value.min(high_value), low_value.max(high_value)));
        Some(Amount { quantity, first, end, range, falls: low_value > high_value })
    }

    /// What the words or letters behind the digits multiply by.
    fn multiplier(&self, quantity: &Quantity) -> f64 {
        let number = &quantity.number;
        (number.first..number.end)
            .find_map(|at| super::digits::parse_digits(self.word(at)))
            .filter(|&digits| digits != 0.0 && number.form == Form::Digits)
            .map_or_else(|| self.word_multiplier(number.end), |digits| (number.value / digits).abs())
    }

    /// The multiplier that ends a number in words: "two million".
    fn word_multiplier(&self, end: usize) -> f64 {
        use super::words::NumberWord;
        match self.number_word(end.wrapping_sub(1)) {
            Some(NumberWord::Scale(scale)) => scale,
            _ => 1.0,
        }
    }
}
