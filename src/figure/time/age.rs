//! Ages: "a 34-year-old man", "aged 7", "five years old", "Jane Doe, 34,", "people 65 and older".

use crate::{
    document::{Case, TokenKind},
    figure::{
        cursor::{Cursor, back},
        grammar::{is_content_word, is_determiner, is_name_word, is_plural_noun},
        modifier::hedge_before,
        number::{Numeral, numeral_at},
        referent::{NounPhrase, phrase_before},
    },
    lexicon::WordFlags,
};

/// An age in the text.
pub(in crate::figure) struct Age {
    /// First token.
    pub(in crate::figure) first: usize,
    /// One past the last token.
    pub(in crate::figure) end: usize,
    /// In `unit`s.
    pub(in crate::figure) value: f64,
    /// "year", "month", "week", "day".
    pub(in crate::figure) unit: &'static str,
    /// Tokens of the one who is so old, where a name says it.
    pub(in crate::figure) who: Option<(usize, usize)>,
}

/// The age that begins at the token.
pub(in crate::figure) fn age(cursor: &Cursor, at: usize) -> Option<Age> {
    if cursor.is_any(at, &["aged", "age", "ages"]) {
        return age_after_word(cursor, at);
    }
    let number = numeral_at(cursor, at, false)?;
    let unit_at = skip_hyphen(cursor, number.end);
    match cursor.lowercase(unit_at) {
        "yo" => Some(Age { end: unit_at + 1, ..in_years(&number, at) }),
        "year" | "years" | "yr" | "yrs" => age_in(cursor, &number, "year", unit_at),
        "month" | "months" => age_in(cursor, &number, "month", unit_at),
        "week" | "weeks" => age_in(cursor, &number, "week", unit_at),
        "day" | "days" => age_in(cursor, &number, "day", unit_at),
        _ => apposed(cursor, at, &number),
    }
}

/// "aged 7", "age 7", "people under the age of 30".
fn age_after_word(cursor: &Cursor, at: usize) -> Option<Age> {
    let of = cursor.is(at + 1, "of");
    let number = numeral_at(cursor, at + 1 + usize::from(of), false).filter(|number| number.value < 130.0)?;
    let first = if of || cursor.is(at, "aged") { number.first } else { at };
    let the = back(at, usize::from(cursor.is(back(at, 1), "the")));
    let limited = of && cursor.is_any(back(the, 1), &["under", "over", "below", "above"]);
    let apposed = if cursor.word(back(at, 1)) == "," { phrase_before(cursor, at - 1) } else { None };
    let who = apposed.or_else(|| if limited { phrase_before(cursor, the - 1) } else { None });
    Some(Age { who: who.map(|phrase| (phrase.first, phrase.end)), ..in_years(&number, first) })
}

/// So many years, of nobody that is known.
fn in_years(number: &Numeral, first: usize) -> Age {
    Age { first, end: number.end, value: number.value, unit: "year", who: None }
}

fn skip_hyphen(cursor: &Cursor, at: usize) -> usize {
    at + usize::from(cursor.is_hyphen(at))
}

/// "34-year-old", "five years old", "six months of age".
fn age_in(cursor: &Cursor, number: &Numeral, unit: &'static str, unit_at: usize) -> Option<Age> {
    let old = skip_hyphen(cursor, unit_at + 1);
    let end = match cursor.lowercase(old) {
        "old" | "olds" => old + 1,
        "of" if cursor.is(old + 1, "age") => old + 2,
        _ => return None,
    };
    Some(Age { end, unit, ..in_years(number, number.first) })
}

/// "Jane Doe, 34, said": a number between a name and a comma.
fn apposed(cursor: &Cursor, at: usize, number: &Numeral) -> Option<Age> {
    let last = back(at, 2);
    if !cursor.contains(last) || cursor.word(at - 1) != "," || !is_age_in_digits(cursor, at, number) {
        return None;
    }
    let (first, end) = match cursor.case(last) {
        // "The suspect, 34, was held."
        Case::Lower if number.value >= 10.0 && cursor.word(at + 1) == "," => described_person(cursor, last)?,
        Case::Title | Case::Mixed if closes(cursor, at + 1) => named_person(cursor, last, number.value)?,
        _ => return None,
    };
    Some(Age { who: Some((first, end)), ..in_years(number, at) })
}

fn is_age_in_digits(cursor: &Cursor, at: usize, number: &Numeral) -> bool {
    if !cursor.is_number(at) || number.end != at + 1 || cursor.word(at).len() > 3 {
        return false;
    }
    (1.0..115.0).contains(&number.value) && number.value.fract() == 0.0
}

/// Whether an apposition ends before the token.
fn closes(cursor: &Cursor, at: usize) -> bool {
    match cursor.kind(at) {
        None | Some(TokenKind::Terminal) => true,
        _ => matches!(cursor.word(at), "," | ")" | ";" | "—" | "–"),
    }
}

/// "The suspect, 34,": one whom a determiner and a singular noun describe.
fn described_person(cursor: &Cursor, last: usize) -> Option<(usize, usize)> {
    let phrase = phrase_before(cursor, last + 1).filter(|phrase| phrase.head == last)?;
    let one = is_determiner(cursor, phrase.first) && !is_plural_noun(cursor, last);
    one.then_some((phrase.first, phrase.end))
}

/// "Jane Doe, 34,": "in Rome, 34," is rare; "on May 5, 34" is a date.
fn named_person(cursor: &Cursor, last: usize, age: f64) -> Option<(usize, usize)> {
    let name = cursor.name_at(last)?;
    let mut first = last;
    while first > cursor.start() && cursor.name_at(first - 1) == Some(name) {
        first -= 1;
    }
    let flags = cursor.flags(last);
    let place = flags.has(WordFlags::CALENDAR) || cursor.is_any(back(first, 1), &["in", "at", "from", "near", "on"]);
    // A single name is enough where a comma closes; "in Kyiv, 88" and "Kyiv, 88," are not ages.
    let full = first < last || age >= 10.0 && !flags.has(WordFlags::PLACE);
    (full && !place).then_some((first, last + 1))
}

/// How a plain number is said to be an age, in the order in which it is looked for.
const BARE_AGES: [fn(&Cursor, usize, usize) -> bool; 6] =
    [is_apposed_with_now, is_turned, is_bound, is_compared_by_age, is_limit_of_people, is_complement];

/// "people 65 and older", "younger than 30", "She was 82.": a plain number that is an age in years.
pub(in crate::figure) fn bare_age(cursor: &Cursor, first: usize, end: usize) -> Option<&'static str> {
    if is_content_word(cursor, end) {
        return None;
    }
    BARE_AGES.iter().any(|is_age| is_age(cursor, first, end)).then_some("year")
}

/// "Tom Hale, now 72,", "Hale, by then 72 and".
fn is_apposed_with_now(cursor: &Cursor, first: usize, end: usize) -> bool {
    if !cursor.is_any(back(first, 1), &["now", "then", "just", "still", "already"]) {
        return false;
    }
    let before = back(first, 1);
    let opens = cursor.is(back(first, 2), ",") || cursor.follows(before, &[",", "by"]);
    let closes = matches!(cursor.kind(end), None | Some(TokenKind::Terminal | TokenKind::Comma));
    opens && (closes || cursor.is(end, "and"))
}

/// "before he turned 30".
fn is_turned(cursor: &Cursor, first: usize, _: usize) -> bool {
    if !cursor.is_number(first) || !cursor.is_any(back(first, 1), &["turned", "turns", "turning"]) {
        return false;
    }
    let who = back(first, 2);
    cursor.is_any(who, &["he", "she", "who", "they"]) || is_name_word(cursor, who)
}

/// "65 and older", "people 65 and over".
fn is_bound(cursor: &Cursor, first: usize, end: usize) -> bool {
    if cursor.reads_each(end, &[&["and"], &["over", "under", "above"]]) {
        return is_plural_noun(cursor, back(first, 1));
    }
    cursor.reads_each(end, &[&["and", "or"], &["older", "younger"]])
}

/// "younger than 30".
fn is_compared_by_age(cursor: &Cursor, first: usize, _: usize) -> bool {
    cursor.follows_each(first, &[&["older", "younger"], &["than"]])
}

/// "children under 5".
fn is_limit_of_people(cursor: &Cursor, first: usize, _: usize) -> bool {
    const PEOPLE: [&str; 14] = [
        "people", "children", "adults", "women", "men", "anyone", "everyone", "those", "boys", "girls", "patients",
        "voters", "nobody", "anybody",
    ];
    cursor.follows_each(first, &[&PEOPLE, &["under", "over"]])
}

/// "She was 82.", "the youngest is 7 and".
fn is_complement(cursor: &Cursor, first: usize, end: usize) -> bool {
    if !cursor.follows_each(first, &[&["he", "she", "who", "oldest", "youngest"], &["was", "is", "turned", "turns"]]) {
        return false;
    }
    match cursor.kind(end) {
        None | Some(TokenKind::Terminal | TokenKind::Comma | TokenKind::Dash) => true,
        _ => cursor.is_any(end, &["when", "and", "at", "years"]),
    }
}

/// Those who are so old: "people 65 and older", "children under five", "those under 16".
pub(in crate::figure) fn whose_age(cursor: &Cursor, first: usize) -> Option<NounPhrase> {
    let at = hedge_before(cursor, first, false).1.checked_sub(1)?;
    if cursor.is(at, "those") {
        return Some(NounPhrase { first: at, end: at + 1, head: at });
    }
    let people = is_plural_noun(cursor, at) || cursor.is_any(at, &["anyone", "everyone", "nobody", "anybody"]);
    if people { phrase_before(cursor, at + 1) } else { None }
}
