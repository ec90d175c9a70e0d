//! Ages: "a 34-year-old man", "aged 7", "five years old", "Jane Doe, 34,", "people 65 and older".

use crate::{
    document::{Case, TokenKind},
    figure::{
        cursor::{Cursor, back},
        grammar::{is_determiner, is_function_word, is_name_word, is_plural_noun},
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
        let of = usize::from(cursor.is(at + 1, "of"));
        let number = numeral_at(cursor, at + 1 + of, false).filter(|number| number.value < 130.0)?;
        let first = if cursor.is(at, "aged") || of == 1 { number.first } else { at };
        let who = (cursor.word(back(at, 1)) == ",").then(|| phrase_before(cursor, at - 1)).flatten();
        // "people under the age of 30".
        let the = back(at, usize::from(cursor.is(back(at, 1), "the")));
        let limited = of == 1 && cursor.is_any(back(the, 1), &["under", "over", "below", "above"]);
        let who = who.or_else(|| if limited { phrase_before(cursor, the - 1) } else { None });
        let who = who.map(|phrase| (phrase.first, phrase.end));
        return Some(Age { first, end: number.end, value: number.value, unit: "year", who });
    }
    let number = numeral_at(cursor, at, false)?;
    let skip = |at: usize| at + usize::from(cursor.is_hyphen(at));
    let unit_at = skip(number.end);
    let unit = match cursor.lowercase(unit_at) {
        "year" | "years" | "yr" | "yrs" => "year",
        "month" | "months" => "month",
        "week" | "weeks" => "week",
        "day" | "days" => "day",
        "yo" => return Some(Age { first: at, end: unit_at + 1, value: number.value, unit: "year", who: None }),
        _ => return apposed(cursor, at, &number),
    };
    let old = skip(unit_at + 1);
    let end = if cursor.is_any(old, &["old", "olds"]) {
        old + 1
    } else if cursor.is(old, "of") && cursor.is(old + 1, "age") {
        old + 2
    } else {
        return None;
    };
    Some(Age { first: at, end, value: number.value, unit, who: None })
}

/// "Jane Doe, 34, said": a number between a name and a comma.
fn apposed(cursor: &Cursor, at: usize, number: &Numeral) -> Option<Age> {
    let digits = cursor.is_number(at)
        && number.end == at + 1
        && (1.0..115.0).contains(&number.value)
        && number.value.fract() == 0.0
        && cursor.word(at).len() <= 3;
    if !digits || at < cursor.start() + 2 || cursor.word(at - 1) != "," {
        return None;
    }
    let closes = matches!(cursor.word(at + 1), "," | ")" | ";" | "—" | "–")
        || cursor.kind(at + 1).is_none_or(|kind| kind == TokenKind::Terminal);
    // "The suspect, 34, was held."
    if cursor.case(at - 2) == Case::Lower && cursor.word(at + 1) == "," && number.value >= 10.0 {
        let phrase = phrase_before(cursor, at - 1).filter(|phrase| {
            phrase.head == at - 2 && !is_plural_noun(cursor, at - 2) && is_determiner(cursor, phrase.first)
        })?;
        return Some(Age {
            first: at,
            end: at + 1,
            value: number.value,
            unit: "year",
            who: Some((phrase.first, phrase.end)),
        });
    }
    let name = cursor.name_at(at - 2)?;
    let capital = matches!(cursor.case(at - 2), Case::Title | Case::Mixed);
    // "in Rome, 34," is rare; "on May 5, 34" is a date.
    let mut first = at - 2;
    while first > cursor.start() && cursor.name_at(first - 1) == Some(name) {
        first -= 1;
    }
    let place = cursor.is_any(back(first, 1), &["in", "at", "from", "near", "on"])
        || cursor.flags(at - 2).has(WordFlags::CALENDAR);
    // A single name is enough where a comma closes; "in Kyiv, 88" and "Kyiv, 88," are not ages.
    let full = first < at - 2 || !cursor.flags(at - 2).has(WordFlags::PLACE) && number.value >= 10.0;
    (closes && capital && !place && full).then(|| Age {
        first: at,
        end: at + 1,
        value: number.value,
        unit: "year",
        who: Some((first, at - 1)),
    })
}

/// "people 65 and older", "younger than 30", "She was 82.": a plain number that is an age in years.
pub(in crate::figure) fn bare_age(cursor: &Cursor, first: usize, end: usize) -> Option<&'static str> {
    let closed = !cursor.is_word(end) || is_function_word(cursor, end);
    let after = cursor.is_any(end, &["and", "or"]) && cursor.is_any(end + 1, &["older", "younger"])
        || cursor.is(end, "and")
            && cursor.is_any(end + 1, &["over", "under", "above"])
            && is_plural_noun(cursor, back(first, 1));
    let compared = cursor.is(back(first, 1), "than") && cursor.is_any(back(first, 2), &["older", "younger"]);
    let limited = cursor.is_any(back(first, 1), &["under", "over"])
        && cursor.is_any(
            back(first, 2),
            &[
                "people", "children", "adults", "women", "men", "anyone", "everyone", "those", "boys", "girls",
                "patients", "voters", "nobody", "anybody",
            ],
        );
    let subject = cursor.is_any(back(first, 2), &["he", "she", "who", "oldest", "youngest"])
        && cursor.is_any(back(first, 1), &["was", "is", "turned", "turns"])
        && (cursor
            .kind(end)
            .is_none_or(|kind| matches!(kind, TokenKind::Terminal | TokenKind::Comma | TokenKind::Dash))
            || cursor.is_any(end, &["when", "and", "at", "years"]));
    // "Tom Hale, now 72,", "Hale, by then 72 and"; "before he turned 30".
    let now = cursor.is_any(back(first, 1), &["now", "then", "just", "still", "already"])
        && (cursor.is(back(first, 2), ",") || cursor.is(back(first, 2), "by") && cursor.is(back(first, 3), ","))
        && (cursor.kind(end).is_none_or(|kind| matches!(kind, TokenKind::Terminal | TokenKind::Comma))
            || cursor.is(end, "and"));
    let turned = cursor.is_any(back(first, 1), &["turned", "turns", "turning"])
        && cursor.is_number(first)
        && (cursor.is_any(back(first, 2), &["he", "she", "who", "they"]) || is_name_word(cursor, back(first, 2)));
    (closed && (now || turned || after || compared || limited || subject)).then_some("year")
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
