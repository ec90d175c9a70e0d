//! Markdown: the part of `CommonMark` that articles are written in, read into plain text.

use super::{Block, BlockKind, plain};
use crate::text::Span;

/// Takes the markup away: headings, lists, block quotes, emphasis, links and images, code marks, rules, front matter.
pub(super) fn read(source: &str) -> (String, Vec<Block>) {
    let mut text = String::with_capacity(source.len());
    let mut blocks: Vec<Block> = Vec::new();
    let mut open: Option<BlockKind> = None;
    for line in without_front_matter(source).lines() {
        let line = line.trim();
        let line = line.strip_prefix('>').map_or(line, str::trim_start);
        if line.is_empty() || is_rule(line) {
            open = None;
            continue;
        }
        let (kind, content) = match plain::blocks(line).first() {
            Some(block) if line.starts_with('#') || block.kind == BlockKind::ListItem => {
                (block.kind, block.span.of(line))
            }
            Some(block) if block.kind == BlockKind::Aside && !is_within(open) => (BlockKind::Aside, line),
            _ => (BlockKind::Paragraph, line),
        };
        let goes_on = kind == BlockKind::Paragraph && is_within(open);
        if !text.is_empty() {
            text.push_str(if goes_on { " " } else { "\n\n" });
        }
        let start = text.len();
        push_inline(content, &mut text);
        let end = text.trim_end().len();
        text.truncate(end.max(start));
        match blocks.last_mut().filter(|_| goes_on) {
            Some(last) => last.span = last.span.cover(Span::from_range(start..text.len())),
            None if start < text.len() => blocks.push(Block { span: Span::from_range(start..text.len()), kind }),
            None => {}
        }
        open = (!matches!(kind, BlockKind::Title | BlockKind::Heading)).then_some(if goes_on {
            BlockKind::Paragraph
        } else {
            kind
        });
    }
    (text, blocks)
}

/// Whether a line may go on what is open.
fn is_within(open: Option<BlockKind>) -> bool {
    matches!(open, Some(BlockKind::Paragraph | BlockKind::ListItem))
}

/// Skips a block between two `---` lines at the very start.
fn without_front_matter(source: &str) -> &str {
    let source = source.trim_start_matches('\u{feff}');
    source.strip_prefix("---\n").and_then(|rest| rest.split_once("\n---\n")).map_or(source, |(_, rest)| rest)
}

/// `---`, `***`, `* * *`, and the underlines of headings.
fn is_rule(line: &str) -> bool {
    let mut marks = line.chars().filter(|c| !c.is_whitespace());
    let Some(first) = marks.next() else { return false };
    "-*_=".contains(first) && line.len() >= 3 && marks.all(|mark| mark == first)
}

/// Copies a line without emphasis marks, code marks, link targets and images.
fn push_inline(line: &str, text: &mut String) {
    let bytes = line.as_bytes();
    let mut at = 0;
    // Where the next label ends, looked for once and not once for each bracket before it.
    let mut close = line.find("](");
    while at < line.len() {
        let rest = &line[at..];
        if close.is_some_and(|close| close < at) {
            close = rest.find("](").map(|close| at + close);
        }
        let near = close.is_some_and(|close| close - at < REACH);
        match bytes[at] {
            b'\\' if bytes.get(at + 1).is_some_and(u8::is_ascii_punctuation) => {
                text.push(char::from(bytes[at + 1]));
                at += 2;
            }
            b'*' | b'`' => at += 1,
            b'_' if is_emphasis(bytes, at) => at += 1,
            b'!' if bytes.get(at + 1) == Some(&b'[') => {
                if let Some((_, len)) = near.then(|| link(rest, 1)).flatten() {
                    at += len;
                } else {
                    text.push('!');
                    at += 1;
                }
            }
            b'[' => {
                if let Some((label, len)) = near.then(|| link(rest, 0)).flatten() {
                    text.push_str(label);
                    at += len;
                } else {
                    text.push('[');
                    at += 1;
                }
            }
            // One byte at least: an underscore inside a word, a lone backslash.
            _ => {
                let mark = |byte: &u8| matches!(byte, b'\\' | b'*' | b'`' | b'_' | b'!' | b'[');
                let len = 1 + bytes[at + 1..].iter().position(mark).unwrap_or(rest.len() - 1);
                text.push_str(&rest[..len]);
                at += len;
            }
        }
    }
}

/// An underscore at a word's edge; inside `snake_case` it stays.
fn is_emphasis(bytes: &[u8], at: usize) -> bool {
    let word = |byte: Option<&u8>| byte.is_some_and(|byte| byte.is_ascii_alphanumeric() || !byte.is_ascii());
    let before = at > 0 && word(bytes.get(at - 1));
    !(before && word(bytes.get(at + 1)))
}

/// A link is looked for within so many bytes.
const REACH: usize = 1024;

/// `[label](target)` at `from`: the label and the length of the whole.
fn link(rest: &str, from: usize) -> Option<(&str, usize)> {
    let window = &rest.as_bytes()[..rest.len().min(REACH)];
    let close = window.iter().position(|&byte| byte == b']')?;
    if window.get(close + 1) != Some(&b'(') {
        return None;
    }
    let end = close + window[close..].iter().position(|&byte| byte == b')')?;
    Some((&rest[from + 1..close], end + 1))
}

#[cfg(test)]
mod tests {
    use super::read;

    fn check(source: &str, expected: &[&str]) {
        let (text, blocks) = read(source);
        let found: Vec<String> =
            blocks.iter().map(|block| format!("{:?}: {}", block.kind, block.span.of(&text))).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn markup_goes() {
        check(
            "---\ndate: x\n---\n# A *bold* title\n\nSome **strong** words and [a link](https://example.org/a_b)\nwrapped on.\n\n> Quoted `code` and snake_case.\n\n![picture](x.png)\n\n* one\n* two _three_\n\n***\nEnd\\*.",
            &[
                "Title: A bold title",
                "Paragraph: Some strong words and a link wrapped on.",
                "Paragraph: Quoted code and snake_case.",
                "ListItem: one",
                "ListItem: two three",
                "Paragraph: End*.",
            ],
        );
    }

    #[test]
    fn broken_markup_is_text() {
        check("[not a link] and [half](", &["Paragraph: [not a link] and [half]("]);
        check("[", &["Paragraph: ["]);
    }
}
