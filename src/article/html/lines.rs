//! Lines that stand among an article's paragraphs and are no part of it, by what they say.

use crate::text::lower;
use std::sync::LazyLock;

/// What a line is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Line {
    /// A part of the article.
    Text,
    /// Shown, but not what the article says.
    Aside,
    /// Of the page, not of the article.
    Out,
}

/// How a row of `seeds/lists/page-lines.txt` is compared.
#[derive(Clone, Copy, PartialEq, Eq)]
enum How {
    Whole,
    Begin,
    Holds,
}

const KINDS: [(&str, How); 3] = [("whole", How::Whole), ("begin", How::Begin), ("holds", How::Holds)];

static ROWS: LazyLock<Vec<(How, &str)>> = LazyLock::new(|| {
    let lines = include_str!("../../../seeds/lists/page-lines.txt").lines();
    let row = |line: &'static str| {
        let (kind, words) = line.split_once(' ')?;
        Some((KINDS.iter().find(|row| row.0 == kind)?.1, words))
    };
    lines.filter_map(row).collect()
});

/// A signpost is no longer than this; a sentence that begins so and goes on is a sentence.
const SHORT: usize = 90;
/// Nor a longer notice.
const LONG: usize = 300;

/// What a line is by its words.
pub(super) fn line(text: &str) -> Line {
    if text.len() > LONG {
        return Line::Text;
    }
    let small: String = text.chars().map(lower).collect::<String>().replace('’', "'");
    let bare = small.trim_matches(|c: char| !c.is_alphanumeric() && c != '…' && c != '©' && c != '(');
    if bare.is_empty() {
        return Line::Out;
    }
    let is = |&(how, words): &(How, &str)| match how {
        How::Whole => bare == words || bare == words.trim_end_matches(':'),
        How::Begin => bare.len() <= SHORT && bare.starts_with(words),
        How::Holds => bare.contains(words),
    };
    if ROWS.iter().any(is) { Line::Out } else { Line::Text }
}

#[cfg(test)]
mod tests {
    use super::{Line, line};

    #[test]
    fn signposts() {
        for (text, is) in [
            ("Advertisement", Line::Out),
            ("READ MORE: The river rose", Line::Out),
            ("© 2024 Norbury News", Line::Out),
            ("• • •", Line::Out),
            ("Share", Line::Out),
            ("Subscribe to continue reading.", Line::Out),
            ("The mayor said no.", Line::Text),
            ("Related work cost $3 million.", Line::Text),
        ] {
            assert_eq!(line(text), is, "{text}");
        }
    }
}
