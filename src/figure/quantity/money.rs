//! Money: "$3.2bn", "500 euros", "3 dollars 50 cents".

use super::{
    currency::{currency_name, currency_sign},
    measure::{Measure, Quantity},
    per::add_per,
};
use crate::figure::{
    cursor::{Cursor, back},
    number::{Notation, Numeral, numeral_at},
};

/// A sign or code of a currency, and a number after it: "$3.2bn", "US$ 5", "Rs 500 crore", "EUR 20".
pub(super) fn signed_money(cursor: &Cursor, at: usize) -> Option<Quantity> {
    let minus = matches!(cursor.word(at), "-" | "−") && cursor.touches(at) && !cursor.touched(at);
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
    let (currency, mut end) = match currency_name(cursor, at, &number) {
        Some(found) => found,
        // "30 MUSD".
        None => {
            let code = cursor.word(at).strip_prefix('M').filter(|code| code.len() == 3)?;
            let currency = cursor.lexicon().terms().currency_sign(&code.to_ascii_lowercase())?;
            number.value *= 1e6;
            (currency, at + 1)
        }
    };
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

/// "3 dollars 50 cents", "thirteen dollars and forty-five cents".
fn add_cents(cursor: &Cursor, quantity: &mut Quantity) {
    let and = usize::from(cursor.is(quantity.end, "and"));
    let Some(cents) = numeral_at(cursor, quantity.end + and, false).filter(|cents| cents.value < 100.0) else { return };
    // "15 dollars 50", "15 dollars and 50.".
    let alone = cursor.is_number(quantity.end + and)
        && cursor.word(quantity.end + and).len() == 2
        && !cursor.is_word(cents.end)
        && !matches!(cursor.word(cents.end), "%" | "-" | "," | "/" | "€" | "$")
        && matches!(quantity.unit.as_deref(), Some("dollar" | "euro" | "pound"))
        && !cursor.is_hyphen(back(quantity.end, 2))
        && cursor.is_word(quantity.end - 1);
    // "thirteen dollars forty five".
    let spoken = and == 0
        && cents.notation == Notation::Words
        && quantity.number.notation == Notation::Words
        && cursor.kind(cents.end).is_none()
        && cents.value >= 10.0;
    if alone || spoken {
        quantity.number.value += cents.value / 100.0;
        quantity.end = cents.end;
        return;
    }
    let small = cursor.is_any(cents.end, &["cents", "cent", "pence"]);
    if small && matches!(quantity.unit.as_deref(), Some("dollar" | "euro" | "pound")) {
        quantity.number.value += cents.value / 100.0;
        quantity.end = cents.end + 1;
    }
}
