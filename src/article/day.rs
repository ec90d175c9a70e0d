//! The day that a page gives as its own, in whichever way it writes it.

use crate::{lexicon::month_cut, text::lower};

/// The first whole day in a text, as `2024-03-04`: `2024-03-04T10:00`, `20240304`, `4 March 2024`, `March 4th, 2024`,
/// `2024/03/04`. Days that might be read in two ways, such as `3/4/2024`, are none.
pub(super) fn day(text: &str) -> Option<String> {
    const LONGEST: usize = 200;
    let end = (0..=text.len().min(LONGEST)).rev().find(|&end| text.is_char_boundary(end))?;
    let small: String = text[..end].chars().map(lower).collect();
    let words: Vec<&str> = small.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    (0..words.len()).find_map(|at| by_numbers(&words[at..]).or_else(|| by_month(&words[at..])))
}

/// Year first: `2024 03 04`, `2024 03 04t10`, `20240304`.
fn by_numbers(words: &[&str]) -> Option<String> {
    let first = words.first()?;
    if first.len() == 8 && first.bytes().all(|byte| byte.is_ascii_digit()) {
        return written(first.get(..4)?, first.get(4..6)?, first.get(6..)?);
    }
    let [year, month, day] = words.get(..3)? else { return None };
    let day = day.split_once('t').map_or(*day, |(day, _)| day);
    (year.len() == 4).then(|| written(year, month, day)).flatten()
}

/// `4 march 2024`, `4th of march 2024`, `march 4th 2024`.
fn by_month(words: &[&str]) -> Option<String> {
    let number = |word: &str| month_cut(word).map(|month| month.to_string());
    let plain = |word: &str| word.trim_end_matches(|c: char| c.is_ascii_alphabetic()).to_owned();
    match *words {
        [name, day, year, ..] if month_cut(name).is_some() => written(year, &number(name)?, &plain(day)),
        [day, name, year, ..] if month_cut(name).is_some() => written(year, &number(name)?, &plain(day)),
        [day, "of", name, year, ..] => written(year, &number(name)?, &plain(day)),
        _ => None,
    }
}

/// Whether a word is a month's name, whole or cut.
pub(super) fn is_month(word: &str) -> bool {
    month_cut(word.to_ascii_lowercase().trim_end_matches('.')).is_some()
}

/// Whether a word is a weekday's name, whole or cut.
pub(super) fn is_weekday(word: &str) -> bool {
    const DAYS: [&str; 7] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
    let small = word.to_ascii_lowercase();
    DAYS.iter().any(|day| small.starts_with(day)) && (small.len() <= 5 || small.ends_with("day"))
}

/// Whether a line is a stamp: nothing but a day, a time, how long ago it was or how long it takes to read.
pub(super) fn is_stamp(line: &str) -> bool {
    const WORDS: [&str; 34] = [
        "published",
        "updated",
        "modified",
        "posted",
        "last",
        "first",
        "on",
        "at",
        "am",
        "pm",
        "a",
        "m",
        "p",
        "gmt",
        "bst",
        "utc",
        "est",
        "edt",
        "et",
        "pst",
        "pdt",
        "ago",
        "min",
        "mins",
        "minute",
        "minutes",
        "hour",
        "hours",
        "days",
        "read",
        "day",
        "time",
        "of",
        "date",
    ];
    const FEW: usize = 14;
    let small: String = line.chars().map(lower).collect();
    let words: Vec<&str> = small.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let is_part = |word: &&str| {
        let unit = word.trim_start_matches(|c: char| c.is_ascii_digit());
        let number = unit.len() < word.len();
        (number && (unit.len() <= 2 || unit.starts_with('t')))
            || WORDS.contains(word)
            || month_cut(word).is_some()
            || is_weekday(word)
    };
    let numbers = words.iter().filter(|word| word.starts_with(|c: char| c.is_ascii_digit())).count();
    (2..=FEW).contains(&words.len()) && numbers > 0 && numbers < words.len() && words.iter().all(is_part)
}

fn written(year: &str, month: &str, day: &str) -> Option<String> {
    let (year, month, day): (u32, u32, u32) = (year.parse().ok()?, month.parse().ok()?, day.parse().ok()?);
    let fits = (1900..2200).contains(&year) && (1..=12).contains(&month) && (1..=31).contains(&day);
    fits.then(|| format!("{year}-{month:02}-{day:02}"))
}

/// Whether a text tells of a change: its day is not that of publication.
pub(super) fn says_change(text: &str) -> bool {
    const WORDS: [&str; 3] = ["updated", "modified", "edited"];
    let small = text.to_ascii_lowercase();
    WORDS.iter().any(|word| small.contains(word))
}

#[cfg(test)]
mod tests {
    use super::day;

    #[test]
    fn stamps() {
        for (line, is) in [
            ("Mar 4", true),
            ("Published 4 March 2024 at 10:30 GMT", true),
            ("Monday, March 4, 2024, 10:30 a.m.", true),
            ("5 min read", true),
            ("3 hours ago", true),
            ("Four people died", false),
            ("1,200 homes", false),
            ("2024", false),
            ("May said 4 things", false),
        ] {
            assert_eq!(super::is_stamp(line), is, "{line}");
        }
    }

    #[test]
    fn days() {
        for (text, expected) in [
            ("2024-03-04T10:00:00Z", Some("2024-03-04")),
            ("2024-03-04", Some("2024-03-04")),
            ("20240304", Some("2024-03-04")),
            ("/news/2024/3/4/bridge", Some("2024-03-04")),
            ("Mon, 04 Mar 2024 10:00:00 GMT", Some("2024-03-04")),
            ("Published: March 4th, 2024 at 9am", Some("2024-03-04")),
            ("4th of March 2024", Some("2024-03-04")),
            ("Sept. 4, 2024", Some("2024-09-04")),
            ("3/4/2024", None),
            ("marching 4 2024", None),
            ("2024-13-04", None),
            ("March 2024", None),
            ("", None),
        ] {
            assert_eq!(day(text).as_deref(), expected, "{text}");
        }
    }
}
