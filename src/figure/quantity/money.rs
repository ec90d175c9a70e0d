//! Money: "$3.2bn", "500 euros", "3 dollars 50 cents".

use super::{
    currency::{currency_name, currency_sign},
    measure::{Measure, Quantity},
    per::add_per,
};
use crate::{
    figure::{
        cursor::{Cursor, back},
        number::{Notation, Numeral, numeral_at},
    },
    lexicon::Currency,
};

/// A sign or code of a currency, and a number after it: "$3.2bn", "US$ 5", "Rs 500 crore", "EUR 20".
pub(super) fn signed_money(cursor: &Cursor, at: usize) -> Option<Quantity> {
    let minus = matches!(cursor.word(at), "-" | "−") && cursor.touches(at) && !cursor.touched(at)
        || cursor.is_any(at, &["minus", "negative"]);
    let (currency, number_at) = currency_sign(cursor, at + usize::from(minus))?;
    let mut number = numeral_at(cursor, number_at, true)?;
    if number.notation == Notation::Vague {
        return None;
    }
    if minus {
        number.value = -number.value;
    }
    // Where the sign is said again: "$10 dollars".
    let again = cursor.is_any(number.end, &["dollars", "euros"]);
    let mut quantity = Quantity {
        number,
        first: at,
        end: number.end + usize::from(again && !currency.name.is_empty()),
        measure: Measure::Money(currency.iso),
        unit: Some(currency.name.into()),
    };
    add_per(cursor, &mut quantity);
    Some(quantity)
}

/// A currency after a number: "500 euros", "45.6p", "5 €", "3m Swiss francs".
pub(super) fn named_money(cursor: &Cursor, mut number: Numeral, mut at: usize) -> Option<Quantity> {
    // "3m euros": only the currency tells that the letter is a multiplier.
    if matches!(cursor.word(at), "m" | "b")
        && let Some(money) = numeral_at(cursor, number.first, true)
        && currency_name(cursor, money.end, &money).is_some()
    {
        number = money;
        at = money.end;
    }
    let (currency, mut end, factor) = currency_name(cursor, at, &number)
        .map(|(currency, end)| (currency, end, 1.0))
        .or_else(|| Some((million_code(cursor, at)?, at + 1, 1e6)))?;
    number.value *= factor;
    // "75 USD million".
    let late = matches!(cursor.word(end), "million" | "billion" | "trillion") && number.notation != Notation::Fraction;
    if late {
        number.value *= match cursor.word(end) {
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
    add_cents(cursor, &mut quantity);
    add_per(cursor, &mut quantity);
    Some(quantity)
}

/// "MUSD" of "30 MUSD": a code of millions.
fn million_code(cursor: &Cursor, at: usize) -> Option<Currency> {
    let code = cursor.word(at).strip_prefix('M').filter(|code| code.len() == 3)?;
    cursor.lexicon().terms().currency_sign(&code.to_ascii_lowercase())
}

/// "3 dollars 50 cents", "thirteen dollars and forty-five cents".
fn add_cents(cursor: &Cursor, quantity: &mut Quantity) {
    let at = quantity.end + usize::from(cursor.is(quantity.end, "and"));
    let Some(cents) = numeral_at(cursor, at, false).filter(|cents| cents.value < 100.0) else { return };
    let coin = matches!(quantity.unit.as_deref(), Some("dollar" | "euro" | "pound"));
    let end = match cursor.lowercase(cents.end) {
        "cents" | "cent" | "pence" if coin => cents.end + 1,
        _ if coin && are_cents_in_digits(cursor, quantity, &cents) => cents.end,
        _ if at == quantity.end && are_cents_in_words(cursor, quantity, &cents) => cents.end,
        _ => return,
    };
    quantity.number.value += cents.value / 100.0;
    quantity.end = end;
}

/// "15 dollars 50", "15 dollars and 50.".
fn are_cents_in_digits(cursor: &Cursor, quantity: &Quantity, cents: &Numeral) -> bool {
    if !cursor.is_number(cents.first) || cursor.word(cents.first).len() != 2 || cursor.is_word(cents.end) {
        return false;
    }
    if matches!(cursor.word(cents.end), "%" | "-" | "," | "/" | "€" | "$") {
        return false;
    }
    cursor.is_word(quantity.end - 1) && !cursor.is_hyphen(back(quantity.end, 2))
}

/// "thirteen dollars forty five" at the sentence's end.
fn are_cents_in_words(cursor: &Cursor, quantity: &Quantity, cents: &Numeral) -> bool {
    let notations = [quantity.number.notation, cents.notation];
    notations == [Notation::Words; 2] && cents.value >= 10.0 && cursor.kind(cents.end).is_none()
}
