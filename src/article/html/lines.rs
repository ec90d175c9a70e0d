//! Lines that stand among an article's paragraphs and are no part of it, by what they say.

use crate::text::lower;
use std::sync::LazyLock;

/// What a line is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Line {
    /// A part of the article.
    Text,
    /// A credit, a correction, a biography: it stays, and does not count.
    Aside,
    /// Of the page, not of the article.
    Out,
    /// The same, and it says that the rest of the article is kept back.
    Wall,
}

/// How a row of `seeds/lists/page-lines.txt` is compared.
#[derive(Clone, Copy, PartialEq, Eq)]
enum How {
    Whole,
    Begin,
    Holds,
    Wall,
    Aside,
}

const KINDS: [(&str, How); 5] =
    [("whole", How::Whole), ("begin", How::Begin), ("holds", How::Holds), ("wall", How::Wall), ("aside", How::Aside)];

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
/// A credit that has other words before it is no longer than this.
const CREDIT: usize = 160;
/// Nor a longer notice.
const LONG: usize = 240;

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
        How::Holds | How::Wall => bare.contains(words),
        How::Aside => bare.starts_with(words) || (bare.len() <= CREDIT && bare.contains(words)),
    };
    // A wall may also begin like a signpost, and a signpost hold a credit.
    let mut said = Line::Text;
    for (how, _) in ROWS.iter().filter(|row| is(row)) {
        match how {
            How::Wall => return Line::Wall,
            How::Aside if said == Line::Text => said = Line::Aside,
            How::Aside => {}
            _ => said = Line::Out,
        }
    }
    said
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
            ("Subscribe to continue reading.", Line::Wall),
            ("The mayor said no.", Line::Text),
            ("Ann Lee and Bo Ray contributed to this report.", Line::Aside),
            ("Editor’s note: This was first told in May.", Line::Aside),
            ("It changed its privacy policy on Monday, the company said.", Line::Text),
            ("Related work cost $3 million.", Line::Text),
        ] {
            assert_eq!(line(text), is, "{text}");
        }
    }
}
