//! A number with what it is a number of: percent, money, a unit, or nothing.

use super::{
    numeral::{Form, Numeral},
    reader::Reader,
    words::NumberWord,
};
use crate::lexicon::{Currency, Dimension};
use std::borrow::Cow;

/// What a number is a number of.
#[derive(Clone, PartialEq, Debug)]
pub(super) enum Measure {
    /// Nothing that the number itself says.
    Plain,
    /// Percent.
    Percent,
    /// Percentage points, basis points.
    Points,
    /// Money; the code of its currency.
    Money(Option<&'static str>),
    /// A length of time.
    Time,
    /// Any other unit.
    Unit(Dimension),
}

/// A number and its unit.
#[derive(Clone, PartialEq, Debug)]
pub(super) struct Quantity {
    /// The number.
    pub(super) number: Numeral,
    /// First token: the number's, or that of the sign before it.
    pub(super) first: usize,
    /// One past the last token.
    pub(super) end: usize,
    /// What it measures.
    pub(super) measure: Measure,
    /// Canonical unit.
    pub(super) unit: Option<Cow<'static, str>>,
}

impl Quantity {
    /// Whether the two can be the ends of one range.
    pub(super) fn fits(&self, other: &Self) -> bool {
        // "$26 to $28 an hour": only the last says per what.
        let base = |unit: &Option<Cow<'static, str>>| {
            unit.as_deref().and_then(|unit| unit.split(" per ").next()).map(str::to_owned)
        };
        self.measure == other.measure && (self.unit == other.unit || base(&self.unit) == base(&other.unit))
    }
}

impl Reader<'_> {
    /// The quantity that begins at the token.
    pub(super) fn quantity(&self, at: usize) -> Option<Quantity> {
        self.signed_money(at).or_else(|| {
            let number = self.numeral(at, false)?;
            Some(self.measured(number))
        })
    }

    /// The number with the unit behind it, where there is one.
    fn measured(&self, number: Numeral) -> Quantity {
        let plain = Quantity { number, first: number.first, end: number.end, measure: Measure::Plain, unit: None };
        // "78 ± 0.6%": the unit stands behind the tolerance.
        if let Some(tolerance) = self.tolerance(number.end) {
            let whole = self.measured(Numeral { end: tolerance, ..number });
            return if whole.measure == Measure::Plain { plain } else { Quantity { number, ..whole } };
        }
        let hyphen = usize::from(self.is_hyphen(number.end) && self.touched(number.end));
        let at = number.end + hyphen;
        if let Some(end) = self.percent(at) {
            return Quantity { end, measure: Measure::Percent, unit: Some("percent".into()), ..plain };
        }
        // "10x optical zoom".
        let times = self.is(at, "x")
            && self.touched(at)
            && number.form == Form::Digits
            && self.is_word(at + 1)
            && !self.touches(at);
        if times {
            return Quantity {
                end: at + 1,
                measure: Measure::Unit(Dimension::Other),
                unit: Some("time".into()),
                ..plain
            };
        }
        // "hundreds of millions of dollars".
        let of = usize::from(number.form == Form::Vague && hyphen == 0 && self.is(at, "of"));
        if let Some(money) = self.named_money(number, at + of) {
            return money;
        }
        let Some((unit, dimension, end)) = self.unit(at, &number, hyphen == 1) else { return plain };
        let measure = match dimension {
            Dimension::Points => Measure::Points,
            Dimension::Time => Measure::Time,
            _ => Measure::Unit(dimension),
        };
        let mut quantity = Quantity { end, measure, unit: Some(unit), ..plain };
        if quantity.measure != Measure::Points {
            self.add_smaller(&mut quantity);
            if dimension != Dimension::Time {
                self.add_per(&mut quantity);
            }
        }
        quantity
    }

    /// The token behind "± 0.6" or "+/- 0.6".
    fn tolerance(&self, at: usize) -> Option<usize> {
        let sign = match self.word(at) {
            "±" => 1,
            "+" if self.word(at + 1) == "/" && self.touched(at + 1) && matches!(self.word(at + 2), "-" | "−") => 3,
            _ => return None,
        };
        self.is_number(at + sign).then_some(at + sign + 1)
    }

    /// The token behind "percent", "%", "per cent"; points are units.
    pub(super) fn percent(&self, at: usize) -> Option<usize> {
        let end = match self.lower(at) {
            "%" | "percent" | "percents" | "pct" | "percentage" | "percentages" => at + 1,
            "pc" if self.touched(at) => at + 1,
            "wt" | "vol" | "mol" if self.word(at + 1) == "%" => at + 2,
            "per" if self.is_any(at + 1, &["cent", "cents"]) => at + 2,
            "per" if self.is_hyphen(at + 1) && self.is(at + 2, "cent") => at + 3,
            _ => return None,
        };
        let points = self.is_any(end + usize::from(self.is_hyphen(end)), &["point", "points"]);
        (!points).then_some(end)
    }

    /// A sign or code of a currency, and a number behind it: "$3.2bn", "US$ 5", "Rs 500 crore", "EUR 20".
    fn signed_money(&self, at: usize) -> Option<Quantity> {
        let minus = matches!(self.word(at), "-" | "−") && self.touches(at) && !self.touched(at);
        let (currency, number_at) = self.currency_sign(at + usize::from(minus))?;
        let mut number = self.numeral(number_at, true)?;
        if number.form == Form::Vague {
            return None;
        }
        if minus {
            number.value = -number.value;
        }
        // Where the sign is said again: "$10 dollars".
        let again = self.is_any(number.end, &["dollars", "euros"]);
        let mut quantity = Quantity {
            number,
            first: at,
            end: number.end + usize::from(again && !currency.name.is_empty()),
            measure: Measure::Money(currency.iso),
            unit: Some(currency.name.into()),
        };
        self.add_per(&mut quantity);
        Some(quantity)
    }

    /// The currency sign at the token, and the token behind it.
    fn currency_sign(&self, at: usize) -> Option<(Currency, usize)> {
        use crate::token::TokenKind::{Number, Other, Symbol, Word};
        let terms = self.lexicon.terms();
        match self.kind(at)? {
            Symbol | Other => Some((terms.currency_sign(self.word(at))?, at + 1)),
            Word => {
                let lower = self.lower(at);
                // "dollar 22.5 million", "sen 100,000": a name before its number.
                let large =
                    self.word(at + 1).contains(',') || matches!(self.number_word(at + 2), Some(NumberWord::Scale(_)));
                if self.kind(at + 1) == Some(Number)
                    && large
                    && self.case(at) == crate::tag::Case::Lower
                    && lower.len() >= 3
                    && !lower.ends_with('s')
                    && let Some(currency) = terms.currency_name(lower)
                {
                    return Some((currency, at + 1));
                }
                // "US$", "C$", "U.S. $".
                if self.word(at + 1) == "$" && self.kind(at + 2) == Some(Number) && lower.len() <= 4 {
                    let mut sign = [0; 8];
                    sign[..lower.len()].copy_from_slice(lower.as_bytes());
                    sign[lower.len()] = b'$';
                    let sign = std::str::from_utf8(&sign[..=lower.len()]).ok()?;
                    // "a $5 bill" is no Australian money.
                    let spaced = !self.touches(at) && lower.len() < 2 && lower != "c";
                    // Somebody's dollar all the same: "M$".
                    let unknown = Currency { iso: None, name: "dollar" };
                    let currency = terms
                        .currency_sign(sign)
                        .or_else(|| (self.touches(at) && self.case(at) == crate::tag::Case::Upper).then_some(unknown));
                    return currency.filter(|_| !spaced).map(|currency| (currency, at + 2));
                }
                if self.kind(at + 1) != Some(Number) || lower.len() < 2 || lower.len() > 4 {
                    return None;
                }
                let currency = terms.currency_sign(lower)?;
                let code = currency.iso.is_some_and(|iso| iso.eq_ignore_ascii_case(lower));
                // "try 20", "all 5": words first, codes in capitals only.
                let shout = self.case(at) == crate::tag::Case::Upper
                    || matches!(lower, "usd" | "eur" | "gbp" | "aud" | "cad" | "nzd" | "rmb" | "inr" | "rs" | "rs.");
                let words =
                    code || matches!(lower, "rs" | "rs." | "rmb" | "rm" | "rp" | "ksh" | "tk" | "fcfa" | "cfa" | "sfr");
                (shout && words).then_some((currency, at + 1))
            }
            _ => None,
        }
    }

    /// A currency behind a number: "500 euros", "45.6p", "5 €", "3m Swiss francs".
    fn named_money(&self, mut number: Numeral, mut at: usize) -> Option<Quantity> {
        // "3m euros": only the currency tells that the letter is a multiplier.
        if matches!(self.word(at), "m" | "b")
            && let Some(money) = self.numeral(number.first, true)
            && self.currency_name(money.end, &money).is_some()
        {
            number = money;
            at = money.end;
        }
        let (currency, mut end) = match self.currency_name(at, &number) {
            Some(found) => found,
            // "30 MUSD".
            None => {
                let code = self.word(at).strip_prefix('M').filter(|code| code.len() == 3)?;
                let currency = self.lexicon.terms().currency_sign(&code.to_ascii_lowercase())?;
                number.value *= 1e6;
                (currency, at + 1)
            }
        };
        // "75 USD million".
        let late = matches!(self.word(end), "million" | "billion" | "trillion") && number.form != Form::Fraction;
        if late {
            number.value *= match self.word(end) {
                "million" => 1e6,
                "billion" => 1e9,
                _ => 1e12,
            };
            end += 1;
        }
        let mut quantity = Quantity {
            number,
            first: number.first,
            end,
            measure: Measure::Money(currency.iso),
            unit: Some(currency.name.into()),
        };
        self.add_cents(&mut quantity);
        self.add_per(&mut quantity);
        Some(quantity)
    }

    fn currency_name(&self, at: usize, number: &Numeral) -> Option<(Currency, usize)> {
        let terms = self.lexicon.terms();
        let word = self.word(at);
        // "3 USD50 cards": a code that touches the next number is that one's.
        if self.touches(at) && self.is_number(at + 1) {
            return None;
        }
        if let Some(currency) = terms.currency_sign(word).filter(|_| !self.is_word(at)) {
            // The sign belongs to the number behind it: "1 $10 bill".
            let next = self.touches(at) && self.is_number(at + 1);
            return (!next).then_some((currency, at + 1));
        }
        if !self.is_word(at) {
            return None;
        }
        if !word.is_ascii() {
            return terms.currency_sign(word).map(|currency| (currency, at + 1));
        }
        let lower = self.lower(at);
        // "Swiss francs", "us dollars".
        if self.is_word(at + 1) && lower.len() <= 14 {
            let next = self.lower(at + 1);
            let mut name = String::with_capacity(lower.len() + next.len() + 1);
            name.extend([lower, " ", next]);
            if let Some(currency) = terms.currency_name(&name) {
                return Some((currency, at + 2));
            }
        }
        if lower.len() == 1 {
            // "45.6p"; not "1080p".
            let pence = word == "p"
                && self.touched(at)
                && number.form == Form::Digits
                && number.value < 1000.0
                && !matches!(number.value as u32, 720 | 480 | 360);
            return pence.then_some((Currency { iso: Some("GBP"), name: "penny" }, at + 1));
        }
        let large = number.value >= 1000.0;
        match lower {
            "pound" | "pounds" => {
                let money = number.value >= 1e6 || self.is_about_money(number.first);
                return money.then_some((Currency { iso: Some("GBP"), name: "pound" }, at + 1));
            }
            // Words that mean something else more often.
            "won" | "real" | "mark" | "crown" | "crowns" | "sen" | "lev" | "sol" | "colon" | "try" | "all" | "cup"
            | "top" | "mad" | "re" | "rs"
                if !large =>
            {
                return None;
            }
            _ => {}
        }
        if let Some(currency) = terms.currency_name(lower) {
            return Some((currency, at + 1));
        }
        let code = terms
            .currency_sign(lower)
            .filter(|currency| currency.iso.is_none_or(|iso| iso.eq_ignore_ascii_case(lower)) || &*lower == "rmb");
        if let Some(currency) = code.filter(|_| lower.len() == 3) {
            return Some((currency, at + 1));
        }
        None
    }

    /// Whether "pounds" near the token are money: something costs, is paid, is fined.
    fn is_about_money(&self, at: usize) -> bool {
        const CUES: [&str; 30] = [
            "cost", "costs", "costing", "price", "priced", "paid", "pay", "pays", "paying", "worth", "fine", "fined",
            "sold", "sell", "spent", "spend", "spending", "value", "valued", "earn", "earned", "raised", "donated",
            "salary", "fee", "profit", "money", "bid", "budget", "owed",
        ];
        (at.saturating_sub(6)..at).any(|near| self.is_any(near, &CUES))
    }

    /// "3 dollars 50 cents", "thirteen dollars and forty-five cents".
    fn add_cents(&self, quantity: &mut Quantity) {
        let and = usize::from(self.is(quantity.end, "and"));
        let Some(cents) = self.numeral(quantity.end + and, false).filter(|cents| cents.value < 100.0) else { return };
        // "15 dollars 50", "15 dollars and 50.".
        let alone = self.is_number(quantity.end + and)
            && self.word(quantity.end + and).len() == 2
            && !self.is_word(cents.end)
            && !matches!(self.word(cents.end), "%" | "-" | "," | "/" | "€" | "$")
            && matches!(quantity.unit.as_deref(), Some("dollar" | "euro" | "pound"))
            && !self.is_hyphen(quantity.end.wrapping_sub(2))
            && self.is_word(quantity.end - 1);
        // "thirteen dollars forty five".
        let spoken = and == 0
            && cents.form == Form::Words
            && quantity.number.form == Form::Words
            && self.kind(cents.end).is_none()
            && cents.value >= 10.0;
        if alone || spoken {
            quantity.number.value += cents.value / 100.0;
            quantity.end = cents.end;
            return;
        }
        let small = self.is_any(cents.end, &["cents", "cent", "pence"]);
        if small && matches!(quantity.unit.as_deref(), Some("dollar" | "euro" | "pound")) {
            quantity.number.value += cents.value / 100.0;
            quantity.end = cents.end + 1;
        }
    }

    /// "per barrel", "an hour", "/kg", "-a-share" behind a quantity; the unit says so too.
    fn add_per(&self, quantity: &mut Quantity) {
        let at = quantity.end;
        let hyphen = usize::from(self.is_hyphen(at) && self.touched(at));
        let word = at + hyphen;
        let per = self.is(word, "per") || self.word(word) == "/" && self.touched(word);
        // "54 miles to the gallon".
        let the = usize::from(
            self.is(word, "to") && self.is(word + 1, "the") && self.is_any(word + 2, &["gallon", "litre", "liter"]),
        );
        let (per, word) = (per || the == 1, word + the);
        if !per && !self.is_any(word, &["a", "an"]) {
            return;
        }
        let noun = word + 1 + usize::from(hyphen == 1 && self.is_hyphen(word + 1));
        if !self.is_word(noun) || self.case(noun) != crate::tag::Case::Lower {
            return;
        }
        let lower = self.lower(noun);
        // "per square foot".
        let power = self.is_any(noun, &["square", "sq", "sq.", "cubic"]);
        let below = if power { self.unit(noun, &quantity.number, true) } else { None };
        let end = below.as_ref().map_or(noun + 1, |(_, _, end)| *end);
        if lower.is_empty()
            || !per
                && hyphen == 0
                && (self.is_any(end, &["ago", "earlier", "later", "more", "and"])
                    // "£8 an hour after tax", but "£8m a year after the war".
                    || self.is_any(end, &["before", "after"]) && self.is_any(noun, &["day", "week", "month", "year"])
                    || !self.is_rate_noun(noun))
        {
            return;
        }
        let terms = self.lexicon.terms();
        let below = match (below, terms.unit_name(lower).or_else(|| terms.unit_symbol(lower))) {
            (Some((name, ..)), _) => name,
            (None, Some(unit)) => Cow::Borrowed(unit.name),
            (None, None) => super::noun::singular(lower),
        };
        if let Some(unit) = &quantity.unit {
            quantity.unit = Some(format!("{unit} per {below}").into());
            quantity.end = end;
        }
    }

    /// Whether "a" before the noun says "per": a time, a measure, or what is sold by the piece.
    fn is_rate_noun(&self, at: usize) -> bool {
        let lower = self.lower(at);
        self.lexicon.terms().unit_name(lower).is_some()
            || matches!(
                lower,
                "share"
                    | "head"
                    | "piece"
                    | "person"
                    | "night"
                    | "ticket"
                    | "bottle"
                    | "unit"
                    | "seat"
                    | "dozen"
                    | "pack"
                    | "box"
                    | "bag"
                    | "game"
                    | "pop"
                    | "plate"
                    | "household"
                    | "student"
                    | "pupil"
                    | "vote"
                    | "page"
                    | "copy"
            )
    }
}
