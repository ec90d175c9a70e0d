//! What stands around the paragraphs of a plain text: headline, byline, day, menus, credits, biographies.
//!
//! Nothing is said of the text that one of its lines does not say for sure; such a line does not count, and stays.

use super::{
    Block, BlockKind, Genre, Metadata,
    byline::{author_of_line, is_person, is_role, starts_with_by},
    caption::is_caption,
    day::{day, is_stamp, says_change},
    lines::{Line, is_biography, line},
};
use crate::text::{is_upper, lower};

/// Whether a line stands among the paragraphs and is none, wherever it stands.
pub(super) fn is_aside(text: &str) -> bool {
    text.contains(char::is_alphanumeric) && is_furniture(text)
}

fn is_furniture(text: &str) -> bool {
    line(text) != Line::Text || is_caption(text) || is_stamp(text) || is_counter(text) || is_trail(text) || is_by(text)
}

/// "By Ann Lee": short and no sentence.
fn is_by(text: &str) -> bool {
    const FEW: usize = 8;
    let short = text.split_whitespace().nth(FEW).is_none() && !text.ends_with(['.', '!', '?', ':', ',']);
    let named = text.get(3..).is_some_and(|names| names.starts_with(is_upper));
    starts_with_by(text) && (short && named || author_of_line(text).is_some())
}

/// "1 / 5", "(2 of 8)", "Page 3": where one is among pictures or pages.
fn is_counter(text: &str) -> bool {
    const LONGEST: usize = 16;
    let digits = text.bytes().any(|byte| byte.is_ascii_digit());
    let mut words = text.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty());
    digits
        && text.len() <= LONGEST
        && words.all(|word| matches!(word, "of" | "Page" | "page"))
        && !text.contains(['$', '£', '€', '%'])
}

/// "Home > News > Norbury", "News | Sport | Weather": the way to a page, or its sections.
fn is_trail(text: &str) -> bool {
    const LONGEST: usize = 120;
    const FEW: usize = 3;
    let marks = [" > ", " › ", " » ", " | ", " · ", " • "];
    let is_of = |mark: &str| {
        let parts = || text.split(mark);
        parts().count() >= FEW && parts().all(|part| part.split_whitespace().count() <= FEW)
    };
    text.len() <= LONGEST && !text.contains(|c: char| c.is_ascii_digit()) && marks.into_iter().any(is_of)
}

/// Marks what does not count, chooses the headline, and reads what the lines beside it say.
pub(super) fn read(text: &str, blocks: &mut [Block]) -> Metadata {
    mark_menus(text, blocks);
    let head = Head::of(text, blocks);
    // Before the headline is chosen: a name on a line of its own looks like one.
    let byline = mark_bylines(text, blocks, &head);
    mark_end(text, blocks);
    // "12 May 2024" alone stands beside nothing: it is the text.
    if blocks.iter().all(|block| block.kind == BlockKind::Aside) {
        blocks.iter_mut().for_each(|block| block.kind = BlockKind::Paragraph);
    }
    let mut metadata = Metadata { title: title(text, blocks, head.prose), ..Metadata::default() };
    metadata.byline = byline.or_else(|| reporters(text, blocks));
    metadata.published_at = published(text, blocks, head.end).and_then(|day| day.parse().ok());
    metadata.genre = blocks[..head.prose].iter().find_map(|block| genre(block.span.of(text)));
    metadata
}

/// How far the beginning reaches, in blocks.
struct Head {
    /// Where the first paragraph stands.
    prose: usize,
    /// Byline and day may stand behind one or two more, which sum the article up.
    end: usize,
}

impl Head {
    fn of(text: &str, blocks: &[Block]) -> Self {
        const LONGEST: usize = 40;
        const SUMMARIES: usize = 2;
        let mut prose = (0..blocks.len().min(LONGEST)).filter(|&at| is_prose(text, blocks[at]));
        let first = prose.next().unwrap_or_default();
        Self { prose: first, end: prose.take(SUMMARIES).last().unwrap_or(first) }
    }
}

/// A paragraph with a sentence in it.
fn is_prose(text: &str, block: Block) -> bool {
    const FEW: usize = 3;
    block.kind == BlockKind::Paragraph && block.span.of(text).split_whitespace().nth(FEW).is_some()
        || block.kind == BlockKind::ListItem
}

/// The headline: what is marked as one, else the first heading of some words above the text, else the longest one.
fn title(text: &str, blocks: &mut [Block], prose: usize) -> Option<String> {
    const WORDS: usize = 4;
    let words = |at: usize| blocks[at].span.of(text).split_whitespace().count();
    let marked = blocks.iter().position(|block| block.kind == BlockKind::Title);
    let headings = || (0..prose).filter(|&at| blocks[at].kind == BlockKind::Heading);
    let longest = || headings().max_by_key(|&at| (words(at), usize::MAX - at));
    let at = marked.or_else(|| headings().find(|&at| words(at) >= WORDS)).or_else(longest)?;
    blocks[at].kind = BlockKind::Title;
    Some(blocks[at].span.of(text).to_owned())
}

/// Rows of links that were selected too: many lines of a word or two.
fn mark_menus(text: &str, blocks: &mut [Block]) {
    const ROW: usize = 4;
    let is_tiny = |block: &Block| {
        let words = block.span.of(text);
        matches!(block.kind, BlockKind::Paragraph | BlockKind::Heading | BlockKind::Aside | BlockKind::ListItem)
            && words.len() <= 30
            && words.split_whitespace().nth(3).is_none()
            && !words.contains(|c: char| c.is_ascii_digit() || ".,:;!?\"”".contains(c))
    };
    let mut start = 0;
    while start < blocks.len() {
        let len = blocks[start..].iter().take_while(|block| is_tiny(block)).count();
        if len >= ROW {
            blocks[start..start + len].iter_mut().for_each(|block| block.kind = BlockKind::Aside);
        }
        start += len.max(1);
    }
}

/// The names of the first byline near the headline; all bylines there are marked.
fn mark_bylines(text: &str, blocks: &mut [Block], head: &Head) -> Option<String> {
    let mut found = None;
    for at in 0..head.end {
        let is_line = |at: usize| blocks.get(at).is_some_and(|block| is_line(*block));
        if !is_line(at) {
            continue;
        }
        let words = blocks[at].span.of(text);
        let has_role = is_person(words) && is_line(at + 1) && is_role(blocks[at + 1].span.of(text));
        let names = if has_role { Some(words.to_owned()) } else { author_of_line(words) };
        let is_role = at > 0 && blocks[at - 1].kind == BlockKind::Aside && is_role(words);
        if names.is_some() || is_role {
            blocks[at].kind = BlockKind::Aside;
        }
        found = found.or(names);
    }
    found
}

/// Lines that may be a byline: none that is known to be the headline or an item.
fn is_line(block: Block) -> bool {
    matches!(block.kind, BlockKind::Paragraph | BlockKind::Heading | BlockKind::Aside)
}

/// Who wrote it, at an article's end.
pub(super) fn mark_end(text: &str, blocks: &mut [Block]) {
    const LAST: usize = 4;
    let start = blocks.len().saturating_sub(LAST).max(1);
    for block in blocks.iter_mut().skip(start) {
        if block.kind == BlockKind::Paragraph && is_biography(block.span.of(text)) {
            block.kind = BlockKind::Aside;
        }
    }
}

/// "Reporting by Ann Lee; Editing by Bo Ray", where there is no byline.
fn reporters(text: &str, blocks: &[Block]) -> Option<String> {
    let last = blocks.iter().rev().take(6).filter(|block| block.kind == BlockKind::Aside);
    let lines = last.map(|block| block.span.of(text).trim_matches(['(', ')', '.']));
    let mut by = lines.filter(|line| line.get(..13).is_some_and(|start| start.eq_ignore_ascii_case("reporting by ")));
    by.find_map(|line| author_of_line(line.split([';', '.']).next().unwrap_or(line)))
}

/// The day in a stamp near the headline, or in one that says "published" anywhere; never that of a change.
fn published(text: &str, blocks: &[Block], end: usize) -> Option<String> {
    let asides = |blocks: &'_ [Block]| -> Vec<String> {
        let lines = blocks.iter().filter(|block| block.kind == BlockKind::Aside).map(|block| block.span.of(text));
        lines.filter(|line| is_stamp(line) || author_of_line(line).is_some()).map(small).collect()
    };
    // "Published 4 May 2024. Updated 6 May 2024".
    let first = |line: &String| {
        let cut = ["last updated", "updated", "modified"].iter().filter_map(|said| line.find(said)).min();
        day(&line[..cut.unwrap_or(line.len())])
    };
    let near = asides(&blocks[..end]).iter().find_map(first);
    near.or_else(|| {
        let tail = &blocks[blocks.len().saturating_sub(8)..];
        asides(tail).iter().filter(|line| line.contains("published") && !says_change(line)).find_map(first)
    })
}

/// "Opinion" above a headline.
fn genre(line: &str) -> Option<Genre> {
    match small(line).trim_end_matches([':', '|', ' ']) {
        "opinion" | "editorial" | "op-ed" => Some(Genre::Opinion),
        "interview" => Some(Genre::Interview),
        "live" | "live blog" | "live updates" => Some(Genre::Live),
        _ => None,
    }
}

fn small(text: &str) -> String {
    text.chars().map(lower).collect()
}

#[cfg(test)]
mod tests {
    use crate::{Article, article::BlockKind};

    const BODY: &str = "The council of Norbury agreed on Monday to rebuild the weir, chairwoman Ann Lee said.\n\nIt will cost 4 million pounds.";

    /// Title, byline and day; then the lines that count besides the body.
    fn check(head: &str, expected: (&str, &str, &str), left: &[&str]) {
        let text = format!("{head}\n\n{BODY}");
        let article = Article::plain(&text);
        let told = article.metadata();
        let day = told.published_at.map(|day| day.to_string()).unwrap_or_default();
        let found = (told.title.as_deref().unwrap_or_default(), told.byline.as_deref().unwrap_or_default(), &*day);
        assert_eq!(found, expected, "{head}");
        let counts = |kind| !matches!(kind, BlockKind::Title | BlockKind::Aside);
        let mut lines: Vec<&str> =
            article.blocks().iter().filter(|block| counts(block.kind)).map(|block| block.span.of(&text)).collect();
        lines.truncate(lines.len() - 2);
        assert_eq!(lines, left, "{head}");
    }

    #[test]
    fn headline_byline_and_day() {
        check(
            "Norbury will rebuild its weir\nBy Jo Roe\nLocal government reporter\nPublished 4 March 2025\nUpdated 2 hours ago\n3 min read",
            ("Norbury will rebuild its weir", "Jo Roe", "2025-03-04"),
            &[],
        );
        check("Photo\n1 / 5\nNorbury will rebuild its weir", ("Norbury will rebuild its weir", "", ""), &[]);
        check("18:42 BST", ("", "", ""), &[]);
        check(
            "Last updated 6 March 2025\nNorbury will rebuild its weir",
            ("Norbury will rebuild its weir", "", ""),
            &[],
        );
        check(
            "Weir: ‘We are glad’\n\nJo Roe, environment correspondent\nTue 4 Mar 2025 10.15 GMT",
            ("Weir: ‘We are glad’", "Jo Roe", "2025-03-04"),
            &[],
        );
        check(
            "Weir to be rebuilt at last\nThe town has waited for six years.\nBy Jo Roe and Ed Moor, BBC News\nMarch 4, 2025 | Updated March 6, 2025",
            ("Weir to be rebuilt at last", "Jo Roe, Ed Moor", "2025-03-04"),
            &["The town has waited for six years."],
        );
        check("Jo Roe\nPolitical editor", ("", "Jo Roe", ""), &[]);
    }

    #[test]
    fn what_is_not_sure_stays() {
        check("Jo Roe, 44", ("Jo Roe, 44", "", ""), &[]);
        check("By Monday it was over, people said.", ("", "", ""), &["By Monday it was over, people said."]);
    }

    #[test]
    fn menus() {
        check(
            "Skip to content\nHome\nNews\nSport\nThe Weather\nHome > News > Norbury\nNorbury will rebuild its weir\nShare\nSave",
            ("Norbury will rebuild its weir", "", ""),
            &[],
        );
    }
}
