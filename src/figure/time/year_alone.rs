//! Years without a day, decades and centuries: "2013-14", "the 1990s", "the 21st century".

use super::{
    day::month_at,
    when::When,
    year::{full_year, year_at},
};
use crate::{
    document::{Case, TokenKind},
    figure::{
        cursor::{Cursor, back},
        grammar::{is_function_word, is_plural_noun, part_of_speech},
        number::{ordinal, percent},
        quantity::has_unit,
    },
};

/// "the 1990s", "the '80s", "the 21st century".
pub(super) fn decade(cursor: &Cursor, at: usize) -> Option<When> {
    let word = cursor.word(at);
    if cursor.is_number(at) {
        let clitic = usize::from(matches!(cursor.word(at + 1), "'" | "’") && cursor.touches(at));
        let plural = cursor.is(at + 1 + clitic, "s") && cursor.touches(at) && (clitic == 0 || cursor.touches(at + 1));
        if plural && word.len() == 4 && word.ends_with('0') && matches!(&word[..1], "1" | "2") {
            let iso = if word.ends_with("00") { format!("{}XX", &word[..2]) } else { format!("{}X", &word[..3]) };
            return Some(When { first: at, end: at + 2 + clitic, iso: Some(iso) });
        }
        // "the '80s"; "in his 20s" is an age.
        let apostrophe = cursor.touched(at) && matches!(cursor.word(at - 1), "'" | "’" | "‘");
        if plural
            && word.len() == 2
            && word.ends_with('0')
            && (apostrophe || cursor.is_any(back(at, 1), &["the", "early", "late", "and", "or"]))
        {
            let century = if word.starts_with(['0', '1', '2']) { 20 } else { 19 };
            let first = if apostrophe { at - 1 } else { at };
            return Some(When { first, end: at + 2 + clitic, iso: Some(format!("{century}{}X", &word[..1])) });
        }
    }
    let (value, end) = ordinal(cursor, at)?;
    let hyphen = usize::from(cursor.is_hyphen(end));
    (cursor.is_any(end + hyphen, &["century", "centuries"]) && value <= 30.0).then(|| When {
        first: at,
        end: end + hyphen + 1,
        iso: Some(format!("{:02}XX", value as i32 - 1)),
    })
}

/// A year on its own, with the ranges that years make: "in 1990", "2013-14", "from 2015 to 2017".
pub(super) fn plain_year(cursor: &Cursor, at: usize) -> Option<When> {
    if cursor.touched(at)
        && (cursor.is_hyphen(at - 1) && !cursor.is_any(back(at, 2), &["mid", "pre", "post", "early", "late"])
            || matches!(cursor.word(at - 1), "/" | "$" | "£" | "€" | "#" | "+" | "."))
    {
        return None;
    }
    if let Some(year) = short_year(cursor, at) {
        return Some(year);
    }
    let (year, after) = year_at(cursor, at).filter(|_| cursor.is_number(at))?;
    // "776 B.C." is read by the era; "by 2100" and "in 1250" need their preposition.
    let far =
        cursor.is_any(back(at, 1), &["in", "since", "year", "by", "until", "before"]) && !is_plural_noun(cursor, after);
    if !(1500..2100).contains(&year) && !far {
        return None;
    }
    // "2013-14", "2015-2017", "2015 to 2017".
    let link = cursor.is_dash(after) && cursor.touched(after) && cursor.touches(after)
        || cursor.is(after, "to") && cursor.is(back(at, 1), "from")
        || cursor.is(after, "and") && cursor.is(back(at, 1), "between");
    if link && cursor.is_number(after + 1) {
        let word = cursor.word(after + 1);
        let until = match word.len() {
            4 => year_at(cursor, after + 1).map(|(until, _)| until),
            2 if cursor.is_dash(after) => word.parse::<i32>().ok().map(|short| year - year % 100 + short),
            _ => None,
        };
        if let Some(until) = until.filter(|&until| until > year && until - year < 200) {
            return Some(When { first: at, end: after + 2, iso: Some(format!("{year:04}/{until:04}")) });
        }
    }
    if cursor.is_hyphen(after) && cursor.touched(after) {
        return None;
    }
    if matches!(cursor.word(after), "%" | "°" | "/") && cursor.touched(after) || percent(cursor, after).is_some() {
        return None;
    }
    let cued = cursor.is_any(
        back(at, 1),
        &[
            "in", "since", "until", "till", "by", "from", "of", "during", "between", "before", "after", "early",
            "late", "mid", "year", "to", "and", "through", "summer", "winter", "spring", "autumn", "fall", "circa",
            "for", "on", "-", "than", "or", "around", "about", "its", "their",
        ],
    );
    // "1,900 people" has a comma; "1900 people" counts, "the 2016 election" dates.
    let described = cursor.is_any(back(at, 1), &["the", "a", "its", "their", "his", "her"])
        && (1900..2060).contains(&year)
        || cursor.kind(back(at, 1)) == Some(TokenKind::Clitic)
        || (1900..2060).contains(&year) && year % 100 != 0 && is_dated_noun(cursor, after)
        || cursor.is_any(back(at, 1), &["and", "or"])
            && year_at(cursor, back(at, 2)).is_some_and(|(other, _)| (1900..2060).contains(&other));
    // "The end of 2015 leaves the race open": what can be a verb is one after a year.
    let acting = (1900..2060).contains(&year)
        && (part_of_speech(cursor, after).is_finite()
            || cursor.is(back(at, 1), "of")
                && cursor.is_any(
                    back(at, 2),
                    &["end", "start", "beginning", "middle", "spring", "summer", "autumn", "fall", "winter"],
                ));
    let counted =
        cursor.is_word(after) && (is_plural_noun(cursor, after) && !described && !acting || has_unit(cursor, at));
    let weak = cursor.is_any(
        back(at, 1),
        &["to", "by", "of", "for", "on", "and", "than", "or", "about", "around", "from", "between"],
    );
    let free = !counted
        && (cued
            || described
            || cursor.is(back(at, 1), "the")
            || cursor.kind(back(at, 1)) == Some(TokenKind::Clitic)
            || !cursor.is_word(after)
            || cursor.case(back(at, 1)) == Case::Lower
            || at == cursor.start());
    let round = year % 100 == 0;
    let likely = (1900..2060).contains(&year)
        || far && (!cursor.is_word(after) || is_function_word(cursor, after))
        || (!weak || !cursor.is_word(after)) && (1500..2100).contains(&year);
    (free && likely && !(round && weak && counted)).then(|| When {
        first: at,
        end: after,
        iso: Some(format!("{year:04}")),
    })
}

/// "in '89": two digits after an apostrophe, where a year is looked for.
fn short_year(cursor: &Cursor, at: usize) -> Option<When> {
    let number = at + 1;
    let apostrophe = matches!(cursor.word(at), "'" | "’" | "‘") && cursor.touches(at) && !cursor.touched(at);
    let cued = cursor.is_any(
        back(at, 1),
        &["in", "since", "of", "until", "till", "by", "from", "to", "before", "after", "early", "late", "and"],
    ) || month_at(cursor, back(at, 1)).is_some();
    if !apostrophe
        || !cued
        || !cursor.is_number(number)
        || cursor.word(number).len() != 2
        || cursor.touches(number) && cursor.is_word(at + 2)
    {
        return None;
    }
    let year = full_year(cursor.word(number).parse().ok()?);
    Some(When { first: at, end: at + 2, iso: Some(format!("{year:04}")) })
}

/// What has a year more often than it is counted: "from 2020 levels", "2012 elections".
fn is_dated_noun(cursor: &Cursor, at: usize) -> bool {
    cursor.is_any(
        at,
        &[
            "levels",
            "level",
            "elections",
            "election",
            "season",
            "games",
            "olympics",
            "campaign",
            "campaigns",
            "cycle",
            "cycles",
            "prices",
            "results",
            "census",
            "earnings",
            "budget",
            "budgets",
            "forecasts",
            "sales",
            "revenues",
            "targets",
        ],
    )
}
