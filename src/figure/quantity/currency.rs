//! Names, signs and codes of currencies beside a number.

use crate::{
    document::{Case, TokenKind},
    figure::{
        context::{is_about_money, is_about_screens},
        cursor::{Cursor, back},
        number::{Notation, NumberWord, Numeral, number_word_at},
    },
    lexicon::Currency,
};

/// A currency, and the token after it.
type Found = (Currency, usize);

/// The currency sign at the token, and the token after it.
pub(super) fn currency_sign(cursor: &Cursor, at: usize) -> Option<Found> {
    use TokenKind::{Number, Other, Symbol, Word};
    let terms = cursor.lexicon().terms();
    match (cursor.kind(at)?, cursor.kind(at + 1)) {
        (Symbol, Some(Word)) if cursor.word(at) == "$" => dollar_of(cursor, at),
        (Symbol | Other, _) => Some((terms.currency_sign(cursor.word(at))?, at + 1)),
        (Word, Some(Number)) => name_before_number(cursor, at).or_else(|| code_before_number(cursor, at)),
        (Word, _) => agencys_yen(cursor, at).or_else(|| somebodys_dollar(cursor, at)),
        _ => None,
    }
}

/// "$US113", "$A82": whose dollar stands behind the sign.
fn dollar_of(cursor: &Cursor, at: usize) -> Option<Found> {
    if !cursor.joins(at + 1) || !cursor.is_number(at + 2) {
        return None;
    }
    let sign = format!("{}$", cursor.lowercase(at + 1));
    Some((cursor.lexicon().terms().currency_sign(&sign)?, at + 2))
}

/// "Y=28,030", as agencies write the yen.
fn agencys_yen(cursor: &Cursor, at: usize) -> Option<Found> {
    let yen = cursor.word(at) == "Y" && cursor.word(at + 1) == "=" && cursor.joins(at + 1) && cursor.is_number(at + 2);
    let currency = cursor.lexicon().terms().currency_sign("jpy").filter(|_| yen)?;
    Some((currency, at + 2))
}

/// "dollar 22.5 million", "sen 100,000": a name before its number.
fn name_before_number(cursor: &Cursor, at: usize) -> Option<Found> {
    let lower = cursor.lowercase(at);
    if cursor.case(at) != Case::Lower || lower.len() < 3 || lower.ends_with('s') {
        return None;
    }
    // "won 9.7 million votes".
    if lower == "won" {
        return None;
    }
    let large =
        cursor.word(at + 1).contains(',') || matches!(number_word_at(cursor, at + 2), Some(NumberWord::Scale(_)));
    let currency = cursor.lexicon().terms().currency_name(lower).filter(|_| large)?;
    Some((currency, at + 1))
}

/// "US$", "C$", "U.S. $".
fn somebodys_dollar(cursor: &Cursor, at: usize) -> Option<Found> {
    let lower = cursor.lowercase(at);
    if cursor.word(at + 1) != "$" || !cursor.is_number(at + 2) || lower.len() > 4 {
        return None;
    }
    let mut sign = [0; 8];
    sign[..lower.len()].copy_from_slice(lower.as_bytes());
    sign[lower.len()] = b'$';
    let sign = std::str::from_utf8(&sign[..=lower.len()]).ok()?;
    // "a $5 bill" is no Australian money.
    if !cursor.touches(at) && lower.len() < 2 && lower != "c" {
        return None;
    }
    // Somebody's dollar all the same: "M$".
    let unknown = Currency { iso: None, name: "dollar" };
    let currency = cursor
        .lexicon()
        .terms()
        .currency_sign(sign)
        .or_else(|| (cursor.touches(at) && cursor.case(at) == Case::Upper).then_some(unknown))?;
    Some((currency, at + 2))
}

/// "USD 5", "Rs 500"; "try 20", "all 5" are words first, codes in capitals only.
fn code_before_number(cursor: &Cursor, at: usize) -> Option<Found> {
    const SMALL: [&str; 10] = ["usd", "eur", "gbp", "aud", "cad", "nzd", "rmb", "inr", "rs", "rs."];
    const SHORT: [&str; 10] = ["rs", "rs.", "rmb", "rm", "rp", "ksh", "tk", "fcfa", "cfa", "sfr"];
    let lower = cursor.lowercase(at);
    // The letter is a word of its own only where a sum follows.
    if cursor.word(at) == "R" && cursor.touches(at) {
        return cursor.lexicon().terms().currency_name("rand").map(|rand| (rand, at + 1));
    }
    if !(2..=4).contains(&lower.len()) {
        return None;
    }
    let currency = cursor.lexicon().terms().currency_sign(lower)?;
    let is_code = currency.iso.is_some_and(|iso| iso.eq_ignore_ascii_case(lower)) || SHORT.contains(&lower);
    let is_money = cursor.case(at) == Case::Upper || SMALL.contains(&lower);
    (is_code && is_money).then_some((currency, at + 1))
}

pub(super) fn currency_name(cursor: &Cursor, at: usize, number: &Numeral) -> Option<Found> {
    let terms = cursor.lexicon().terms();
    // "3 USD50 cards", "1 $10 bill": a code or sign that touches the next number is that one's.
    if cursor.touches(at) && cursor.is_number(at + 1) {
        return None;
    }
    let word = cursor.word(at);
    if !cursor.is_word(at) || !word.is_ascii() {
        return terms.currency_sign(word).map(|currency| (currency, at + 1));
    }
    let lower = cursor.lowercase(at);
    if let Some(found) = name_in_two_words(cursor, at) {
        return Some(found);
    }
    match lower {
        "p" if word == "p" => return is_pence(cursor, at, number).then_some((PENNY, at + 1)),
        "pound" | "pounds" => {
            let money = number.value >= 1e6 || is_about_money(cursor, number.first);
            return money.then_some((Currency { iso: Some("GBP"), name: "pound" }, at + 1));
        }
        // Words that mean something else more often.
        "won" | "real" | "mark" | "crown" | "crowns" | "sen" | "lev" | "sol" | "colon" | "try" | "all" | "cup"
        | "top" | "mad" | "re" | "rs"
            if number.value < 1000.0 && word != "sen" =>
        {
            return None;
        }
        _ if lower.len() == 1 => return None,
        _ => {}
    }
    if let Some(currency) = terms.currency_name(lower) {
        return Some((currency, at + 1));
    }
    let is_code = |currency: &Currency| currency.iso.is_none_or(|iso| iso.eq_ignore_ascii_case(lower));
    let code = terms.currency_sign(lower).filter(|currency| lower == "rmb" || is_code(currency));
    code.filter(|_| lower.len() == 3).map(|currency| (currency, at + 1))
}

/// A hundredth of a pound.
const PENNY: Currency = Currency { iso: Some("GBP"), name: "penny" };

/// "Swiss francs", "us dollars", "New Zealand dollars".
fn name_in_two_words(cursor: &Cursor, at: usize) -> Option<Found> {
    let (lower, next) = (cursor.lowercase(at), cursor.lowercase(at + 1));
    if !cursor.is_word(at + 1) || lower.len() > 14 {
        return None;
    }
    let mut name = String::with_capacity(lower.len() + next.len() + 1);
    name.extend([lower, " ", next]);
    let terms = cursor.lexicon().terms();
    if let Some(currency) = terms.currency_name(&name) {
        return Some((currency, at + 2));
    }
    if cursor.case(at) != Case::Title || cursor.case(at + 1) != Case::Title {
        return None;
    }
    name.extend([" ", cursor.lowercase(at + 2)]);
    terms.currency_name(&name).map(|currency| (currency, at + 3))
}

/// "45.6p"; not "1080p".
fn is_pence(cursor: &Cursor, at: usize, number: &Numeral) -> bool {
    if number.notation != Notation::Digits {
        return false;
    }
    // "down 68 p at 1112 p".
    if !cursor.touched(at) {
        return cursor.is_any(back(number.first, 1), &["up", "down", "at", "to"]);
    }
    if number.value >= 1000.0 {
        return false;
    }
    match number.value as u32 {
        // Heights of pictures.
        360 | 480 | 576 | 720 => false,
        144 | 240 => !is_about_screens(cursor, at),
        _ => true,
    }
}
