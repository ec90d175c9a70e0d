//! Bylines: who wrote an article, by a line beside it.

use super::{
    credits::{Role, is_in},
    day::{is_month, is_weekday},
};
use crate::text::{is_lower, is_upper};

/// What stands before the names.
const BY: [&str; 7] = ["by ", "written by ", "words by ", "posted by ", "story by ", "reporting by ", "by: "];

/// Whether a text begins with "By", or with words that mean it.
pub(super) fn starts_with_by(text: &str) -> bool {
    BY.iter().any(|start| text.get(..start.len()).is_some_and(|begin| begin.eq_ignore_ascii_case(start)))
}

/// Without "By" before and a day behind.
pub(super) fn without_by(text: &str) -> String {
    let mut text = text.trim();
    for start in BY {
        if text.get(..start.len()).is_some_and(|begin| begin.eq_ignore_ascii_case(start)) {
            text = text[start.len()..].trim();
        }
    }
    let end = text.find(['|', '·', '•', '@']).unwrap_or(text.len());
    let words = text[..end].split_whitespace();
    let mut words: Vec<&str> = words.take_while(|word| !word.starts_with(|c: char| c.is_ascii_digit())).collect();
    let after_name = |word: &&str| {
        is_month(word)
            || (is_weekday(word) && word.ends_with("day"))
            || matches!(
                word.to_ascii_lowercase().as_str(),
                "on" | "updated" | "published" | "in" | "and" | "follow" | "-" | "—" | "–"
            )
    };
    while words.last().is_some_and(after_name) {
        words.pop();
    }
    words.join(" ").trim_end_matches([',', '-', ' ']).to_owned()
}

/// A few words with a capital among them, and no sentence.
pub(super) fn is_names(text: &str) -> bool {
    let words = text.split_whitespace().count();
    let is_sign = text.get(..6).is_some_and(|start| start.eq_ignore_ascii_case("follow"));
    (1..=12).contains(&words) && text.len() <= 100 && text.starts_with(is_upper) && !text.contains(':') && !is_sign
}

/// The names behind "By", where that is all that a line says.
pub(super) fn byline_of(line: &str) -> Option<String> {
    starts_with_by(line).then(|| without_by(line)).filter(|names| is_names(names) && line.len() <= 2 * names.len() + 40)
}

/// Who wrote a plain text, as one of its lines says for sure: "By Ann Lee and Bo Ray, Political Editor", "Ann Lee, BBC
/// News Correspondent", "Words by Ann Lee". Only the names.
pub(super) fn author_of_line(line: &str) -> Option<String> {
    const LONGEST: usize = 160;
    let line = line.trim();
    if line.len() > LONGEST || line.ends_with(['!', '?', '…', ':', ';']) {
        return None;
    }
    if let Some(names) = starts_with_by(line).then(|| without_prefix(line)) {
        return authors(names, false);
    }
    authors(line, true)
}

/// Whether a line is nothing but a name of two words or more: "Ann Lee".
pub(super) fn is_person(line: &str) -> bool {
    let words = line.split_whitespace().count();
    (2..=4).contains(&words) && is_name(line) && !starts_with_by(line)
}

/// Whether a line says what a writer is: "Political correspondent", "Health Editor, BBC News", "in Norbury".
pub(super) fn is_role(line: &str) -> bool {
    const FEW: usize = 8;
    let head = parts(line).next().map_or("", |part| part.words);
    let head =
        [" of ", " at ", " for ", " in "].iter().fold(head, |head, mark| head.split(mark).next().unwrap_or(head));
    let last = head.rsplit(' ').next().unwrap_or_default();
    let fits = line.split_whitespace().count() <= FEW && !line.ends_with(['.', '!', '?', ':']);
    fits && line.starts_with(is_upper) && is_in(Role::Writer, last)
}

fn without_prefix(line: &str) -> &str {
    let start = BY.iter().find(|start| line.get(..start.len()).is_some_and(|begin| begin.eq_ignore_ascii_case(start)));
    start.map_or(line, |start| line[start.len()..].trim())
}

/// What stands before a part of a byline.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Mark {
    And,
    Comma,
    Other,
}

/// A part of a byline.
struct Part<'l> {
    words: &'l str,
    mark: Mark,
}

/// The parts between commas, "and" and other marks.
fn parts(line: &str) -> impl Iterator<Item = Part<'_>> {
    const MARKS: [(&str, Mark); 14] = [
        (", and ", Mark::And),
        (" and ", Mark::And),
        (" AND ", Mark::And),
        (" & ", Mark::And),
        (", ", Mark::Comma),
        (" | ", Mark::Other),
        (" · ", Mark::Other),
        (" • ", Mark::Other),
        (" — ", Mark::Other),
        (" – ", Mark::Other),
        (" - ", Mark::Other),
        ("; ", Mark::Other),
        (" in ", Mark::Other),
        (" for ", Mark::Other),
    ];
    let (mut rest, mut mark) = (Some(line), Mark::And);
    std::iter::from_fn(move || {
        let words = rest?;
        let marks = MARKS.iter().filter_map(|(text, mark)| Some((words.find(text)?, text.len(), *mark)));
        // The first one, and of those at the same place the longest.
        let next = marks.min_by_key(|(at, len, _)| (*at, usize::MAX - len));
        let part = Part { words: words[..next.map_or(words.len(), |next| next.0)].trim(), mark };
        rest = next.map(|(at, len, _)| &words[at + len..]);
        mark = next.map_or(Mark::Other, |next| next.2);
        Some(part)
    })
}

/// The names that a line begins with. What is behind them is a role, a paper, a place or a day, or there are none; a
/// line that does not say "By" has to give a role. Behind a comma an "and" has to come, or it may be a paper's name.
fn authors(line: &str, wants_role: bool) -> Option<String> {
    let parts: Vec<Part> = parts(line).collect();
    let last = parts.iter().rposition(|part| part.mark == Mark::And).unwrap_or_default();
    let mut names: Vec<&str> = Vec::new();
    let mut has_role = false;
    for (at, part) in parts.iter().enumerate() {
        let is_joined = part.mark == Mark::And || part.mark == Mark::Comma && at < last;
        let is_role = ends_as_role(part.words);
        let is_full = part.words.contains(' ') || is_in(Role::Agency, part.words);
        if is_joined && is_full && is_name(part.words) && !is_role {
            names.push(part.words);
            continue;
        }
        has_role |= is_role;
        let fits = is_role || is_name(part.words) || is_day(part.words) || part.words.starts_with('@');
        if names.is_empty() || !fits {
            return None;
        }
    }
    let is_sure = !names.is_empty() && (has_role || !wants_role);
    is_sure.then(|| names.join(", "))
}

/// "political correspondent", "Health Editor".
fn ends_as_role(words: &str) -> bool {
    let head = words.split(" of ").next().unwrap_or_default().split(" at ").next().unwrap_or_default();
    is_in(Role::Writer, head.rsplit(' ').next().unwrap_or_default())
}

/// "May 4", "4 May 2024", "10:15 BST", "Updated".
fn is_day(words: &str) -> bool {
    let stamp = |word: &str| {
        let word = word.trim_matches(|c: char| !c.is_alphanumeric());
        word.is_empty()
            || word.starts_with(|c: char| c.is_ascii_digit())
            || is_month(word)
            || is_weekday(word)
            || !word.contains(is_lower) && word.len() <= 4
            || ["updated", "published", "posted", "on", "at"].iter().any(|said| word.eq_ignore_ascii_case(said))
    };
    words.split_whitespace().all(stamp)
}

/// One to five words with capitals, small ones only as particles; no day.
fn is_name(words: &str) -> bool {
    const FEW: usize = 5;
    let is_word = |word: &str| word.chars().all(|c| c.is_alphabetic() || ".'’-".contains(c));
    let fits = |word: &str| is_word(word) && (word.starts_with(is_upper) || is_in(Role::Particle, word));
    let is_time = |word: &str| (is_weekday(word) && word.ends_with("day")) || (is_month(word) && words == word);
    let count = words.split_whitespace().count();
    (1..=FEW).contains(&count)
        && words.starts_with(is_upper)
        && words.split_whitespace().all(fits)
        && !words.split_whitespace().any(is_time)
}

#[cfg(test)]
mod tests {
    use super::{author_of_line, is_role};

    #[test]
    fn lines_that_name_their_author() {
        for (line, author) in [
            ("By Ann Lee", Some("Ann Lee")),
            ("By Ann Lee and Bo Ray", Some("Ann Lee, Bo Ray")),
            ("By ANN LEE, BO RAY and JO ROE", Some("ANN LEE, BO RAY, JO ROE")),
            ("by Ann Lee, Political Editor", Some("Ann Lee")),
            ("By Ann van der Lee in Norbury", Some("Ann van der Lee")),
            ("By Ann Lee | Orr Echo | May 4, 2024", Some("Ann Lee")),
            ("By Ann Lee in Norbury and Bo Ray in Tolland", Some("Ann Lee, Bo Ray")),
            ("By Ann Lee, Orr Echo", Some("Ann Lee")),
            ("By Reuters", Some("Reuters")),
            ("By The Associated Press", Some("The Associated Press")),
            ("Ann Lee, political correspondent", Some("Ann Lee")),
            ("Ann Lee, Health editor, BBC News", Some("Ann Lee")),
            ("Ann Lee and Bo Ray, staff writers", Some("Ann Lee, Bo Ray")),
            ("By Monday the water had gone", None),
            ("By Christmas", None),
            ("By Land, Sea and Air", None),
            ("By the river, a town mourns", None),
            ("Ann Lee, 44", None),
            ("Ann Lee, former editor, dies at 80", None),
            ("Ann Lee, mayor of Norbury", None),
            ("Norbury, Tolland and Orr", None),
            ("By Staff Reporter", None),
        ] {
            assert_eq!(author_of_line(line).as_deref(), author, "{line}");
        }
    }

    #[test]
    fn roles() {
        for (line, is) in [
            ("Political correspondent", true),
            ("Local government reporter", true),
            ("Health Editor, BBC News", true),
            ("Editor of the Orr Echo", true),
            ("The editor resigned on Monday.", false),
            ("Mayor of Norbury", false),
            ("Editor quits after row", false),
        ] {
            assert_eq!(is_role(line), is, "{line}");
        }
    }
}
