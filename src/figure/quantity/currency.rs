//! Names, signs and codes of currencies beside a number.

use crate::{
    document::{Case, TokenKind},
    figure::{
        context::is_about_money,
        cursor::Cursor,
        number::{Notation, NumberWord, Numeral, number_word_at},
    },
    lexicon::Currency,
};

/// The currency sign at the token, and the token after it.
pub(super) fn currency_sign(cursor: &Cursor, at: usize) -> Option<(Currency, usize)> {
    use TokenKind::{Number, Other, Symbol, Word};
    let terms = cursor.lexicon().terms();
    match cursor.kind(at)? {
        Symbol | Other => Some((terms.currency_sign(cursor.word(at))?, at + 1)),
        Word => {
            let lower = cursor.lowercase(at);
            // "dollar 22.5 million", "sen 100,000": a name before its number.
            let large = cursor.word(at + 1).contains(',')
                || matches!(number_word_at(cursor, at + 2), Some(NumberWord::Scale(_)));
            if cursor.kind(at + 1) == Some(Number)
                && large
                && cursor.case(at) == Case::Lower
                && lower.len() >= 3
                && !lower.ends_with('s')
                && let Some(currency) = terms.currency_name(lower)
            {
                return Some((currency, at + 1));
            }
            // "US$", "C$", "U.S. $".
            if cursor.word(at + 1) == "$" && cursor.kind(at + 2) == Some(Number) && lower.len() <= 4 {
                let mut sign = [0; 8];
                sign[..lower.len()].copy_from_slice(lower.as_bytes());
                sign[lower.len()] = b'$';
                let sign = std::str::from_utf8(&sign[..=lower.len()]).ok()?;
                // "a $5 bill" is no Australian money.
                let spaced = !cursor.touches(at) && lower.len() < 2 && lower != "c";
                // Somebody's dollar all the same: "M$".
                let unknown = Currency { iso: None, name: "dollar" };
                let currency = terms
                    .currency_sign(sign)
                    .or_else(|| (cursor.touches(at) && cursor.case(at) == Case::Upper).then_some(unknown));
                return currency.filter(|_| !spaced).map(|currency| (currency, at + 2));
            }
            if cursor.kind(at + 1) != Some(Number) || lower.len() < 2 || lower.len() > 4 {
                return None;
            }
            let currency = terms.currency_sign(lower)?;
            let code = currency.iso.is_some_and(|iso| iso.eq_ignore_ascii_case(lower));
            // "try 20", "all 5": words first, codes in capitals only.
            let shout = cursor.case(at) == Case::Upper
                || matches!(lower, "usd" | "eur" | "gbp" | "aud" | "cad" | "nzd" | "rmb" | "inr" | "rs" | "rs.");
            let words =
                code || matches!(lower, "rs" | "rs." | "rmb" | "rm" | "rp" | "ksh" | "tk" | "fcfa" | "cfa" | "sfr");
            (shout && words).then_some((currency, at + 1))
        }
        _ => None,
    }
}

pub(super) fn currency_name(cursor: &Cursor, at: usize, number: &Numeral) -> Option<(Currency, usize)> {
    let terms = cursor.lexicon().terms();
    let word = cursor.word(at);
    // "3 USD50 cards": a code that touches the next number is that one's.
    if cursor.touches(at) && cursor.is_number(at + 1) {
        return None;
    }
    if let Some(currency) = terms.currency_sign(word).filter(|_| !cursor.is_word(at)) {
        // The sign belongs to the number after it: "1 $10 bill".
        let next = cursor.touches(at) && cursor.is_number(at + 1);
        return (!next).then_some((currency, at + 1));
    }
    if !cursor.is_word(at) {
        return None;
    }
    if !word.is_ascii() {
        return terms.currency_sign(word).map(|currency| (currency, at + 1));
    }
    let lower = cursor.lowercase(at);
    // "Swiss francs", "us dollars".
    if cursor.is_word(at + 1) && lower.len() <= 14 {
        let next = cursor.lowercase(at + 1);
        let mut name = String::with_capacity(lower.len() + next.len() + 1);
        name.extend([lower, " ", next]);
        if let Some(currency) = terms.currency_name(&name) {
            return Some((currency, at + 2));
        }
    }
    if lower.len() == 1 {
        // "45.6p"; not "1080p".
        let pence = word == "p"
            && cursor.touched(at)
            && number.notation == Notation::Digits
            && number.value < 1000.0
            && !matches!(number.value as u32, 720 | 480 | 360);
        return pence.then_some((Currency { iso: Some("GBP"), name: "penny" }, at + 1));
    }
    let large = number.value >= 1000.0;
    match lower {
        "pound" | "pounds" => {
            let money = number.value >= 1e6 || is_about_money(cursor, number.first);
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

/// The krone of the country that is named first among the words, which are lowercase.
pub(in crate::figure) fn krone(words: &[&str]) -> Option<&'static str> {
    words.iter().find_map(|&word| match word {
        "norway" | "norwegian" | "norwegians" | "oslo" => Some("NOK"),
        "denmark" | "danish" | "danes" | "copenhagen" => Some("DKK"),
        _ => None,
    })
}
