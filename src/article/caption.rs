//! Captions, by the credit that they end with: "The mill in May. Photograph: Ann Lee/PA".

use super::credits::{Role, is_in};
use crate::text::is_upper;

/// Captions are no longer.
const LONG: usize = 600;

/// Whether a line is what a picture shows, or who made the picture.
pub(crate) fn is_caption(text: &str) -> bool {
    let text = text.trim();
    if text.len() > LONG || text.starts_with(['"', '“']) {
        return false;
    }
    let (before, credit) = credit(text);
    is_made(credit) || is_agency(credit) || (is_pair(credit) && !before.is_empty()) || names_maker(text)
}

/// What stands before the last full stop or in the last brackets, and that last part itself.
fn credit(text: &str) -> (&str, &str) {
    let bare = text.trim_end_matches(['.', ' ']);
    if let Some((before, inner)) = bare.strip_suffix(')').and_then(|rest| rest.rsplit_once('(')) {
        return (before, inner.trim());
    }
    let ends = ["  ", ". ", "? ", "! ", ".” ", " | "];
    let cut = ends.iter().filter_map(|end| Some((bare.rfind(end)?, end.len()))).max();
    cut.map_or(("", bare), |(at, len)| (&bare[..at], bare[at + len..].trim()))
}

/// "Photograph: Ann Lee", "Photo by Ann Lee": who made it, and nothing else.
fn is_made(credit: &str) -> bool {
    let mut words = credit.splitn(2, [':', ' ']);
    let (Some(first), Some(rest)) = (words.next(), words.next()) else { return false };
    let rest = rest.trim_start();
    let said =
        credit[first.len()..].starts_with(':') || ["by ", "via ", "of ", "from "].iter().any(|by| rest.starts_with(by));
    said && is_in(Role::Made, first) && are_names(rest)
}

/// "Reuters", "AFP via Getty Images", "Ann Lee for the Orr Echo via AP".
fn is_agency(credit: &str) -> bool {
    let last = credit.rsplit([' ', '/']).next().unwrap_or_default();
    let two = credit.rsplitn(3, [' ', '/']).take(2).map(str::len).sum::<usize>() + 1;
    let ends = is_in(Role::Agency, last) || credit.len() >= two && ends_with_two(credit);
    // A line of one name is a heading or somebody's answer; of an agency that it is not.
    ends && are_names(credit) && (is_in(Role::Agency, credit) || holds_mark(credit))
}

fn ends_with_two(credit: &str) -> bool {
    let start = credit.rmatch_indices([' ', '/']).nth(1).map_or(0, |(at, _)| at + 1);
    credit.get(start..).is_some_and(|two| is_in(Role::Agency, two))
}

/// Whether a maker and an agency are told apart: "Lee/AP", "Lee via AP", "AFP - Getty Images".
fn holds_mark(credit: &str) -> bool {
    ["/", " via ", " - ", " – ", " | ", " for "].iter().any(|mark| credit.contains(mark))
}

/// "John Hale/PA", "REUTERS/Ann Lee", "Ann Lee/The Orr Echo".
fn is_pair(credit: &str) -> bool {
    let Some((left, right)) = credit.split_once('/') else { return false };
    let is_name = |part: &str| part.trim().chars().filter(|c| c.is_alphabetic()).nth(1).is_some();
    is_name(left) && is_name(right) && are_names(credit)
}

/// "… opened in May Photograph: Ann Lee/PA": without a full stop before it.
fn names_maker(text: &str) -> bool {
    const MARKS: [&str; 4] = [" Photograph: ", " Photo: ", " Picture: ", " Image: "];
    MARKS.iter().any(|mark| text.rsplit_once(mark).is_some_and(|(_, rest)| are_names(rest)))
}

/// A few words with capitals, or small ones that stand between names.
fn are_names(text: &str) -> bool {
    const FEW: usize = 9;
    const SMALL: [&str; 10] = ["via", "for", "by", "the", "and", "of", "from", "at", "photo", "file"];
    let parts = || text.split(|c: char| c.is_whitespace() || "/,|&-–;".contains(c)).filter(|word| !word.is_empty());
    let is_name = |word: &str| {
        word.starts_with(|c: char| is_upper(c) || c == '@' || c.is_ascii_digit())
            || SMALL.contains(&word)
            || is_in(Role::Particle, word)
    };
    (1..=FEW).contains(&parts().count()) && parts().all(is_name) && parts().any(|word| word.starts_with(is_upper))
}

#[cfg(test)]
mod tests {
    use super::is_caption;

    #[test]
    fn captions() {
        for text in [
            "The mill on the Orr, which was sold in May. Photograph: Ann Lee/PA",
            "A man mends the mill, May 4, 2024. REUTERS/Ann Lee",
            "The mill from above on May 4, 2024. AFP via Getty Images",
            "Ann Lee and Bo Ray at the mill on Monday. (Jo Roe/The Orr Echo)",
            "Lee speaks in the hall. (AP Photo/Jo Roe, File)",
            "The mill as it was in 1911 Photograph: Jo Roe",
            "Peter Roe / AFP - Getty Images",
            "Photo by Jo Roe",
            "Getty Images",
            "Reuters",
        ] {
            assert!(is_caption(text), "{text}");
        }
    }

    #[test]
    fn sentences_are_none() {
        for text in [
            "The mill was sold to Lee/Roe Partners.",
            "He works for Reuters.",
            "The mayor told the BBC.",
            "“It was theirs,” she told AP.",
            "The town (population 4,000) lies on the Orr (Norbury).",
            "Labour/Tory Talks Fail",
            "It was shown in Paris (France).",
            "What the Mill Costs",
        ] {
            assert!(!is_caption(text), "{text}");
        }
    }
}
