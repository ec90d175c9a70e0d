//! Plain text: a line is a paragraph, unless the lines are wrapped by hand. What stands around the text is told apart in
//! `around.rs`.

use super::{Block, BlockKind, around::is_aside};
use crate::text::{Span, is_upper};
use std::ops::Range;

/// Finds the blocks of a text, by its line ends.
pub(super) fn blocks(text: &str) -> Vec<Block> {
    let mut blocks = Vec::new();
    for span in paragraphs(text) {
        let (kind, span) = classify(text, span);
        if !span.is_empty() {
            blocks.push(Block { span, kind });
        }
    }
    find_headings(text, &mut blocks);
    blocks
}

/// The lines that hold anything, trimmed; lines wrapped by hand are put together.
fn paragraphs(text: &str) -> Vec<Span> {
    let mut lines: Vec<Option<Span>> = Vec::new();
    let mut start = 0;
    let mut rest = text;
    while !rest.is_empty() {
        let (line, after) = rest.split_at(line_end(rest));
        rest = after;
        let trimmed = line.trim();
        let offset = start + (line.len() - line.trim_start().len());
        lines.push((!trimmed.is_empty()).then(|| Span::from_range(offset..offset + trimmed.len())));
        start += line.len();
    }
    if !is_wrapped(text, &lines) {
        return lines.into_iter().flatten().collect();
    }
    let widest = lines.iter().flatten().map(|line| line.len() as usize).max().unwrap_or_default();
    let mut paragraphs: Vec<Span> = Vec::new();
    let mut open = false;
    for (at, line) in lines.iter().copied().enumerate() {
        let next = lines.get(at + 1).copied().flatten().map_or("", |next| next.of(text));
        match line {
            None => open = false,
            Some(span) if marked(span.of(text)) => {
                paragraphs.push(span);
                open = !span.of(text).starts_with('#');
            }
            Some(span) if open => {
                if let Some(last) = paragraphs.last_mut() {
                    *last = last.cover(span);
                }
                open = !is_last(span.of(text), next, widest);
            }
            Some(span) => {
                paragraphs.push(span);
                open = !is_last(span.of(text), next, widest);
            }
        }
    }
    paragraphs
}

/// Whether a paragraph of wrapped lines ends with this one, though no blank line follows: a sentence ends well before the
/// others do, or a short line without a mark is a headline or a byline.
fn is_last(line: &str, next: &str, widest: usize) -> bool {
    if ends_sentence(line) {
        return line.len() * 4 < widest * 3;
    }
    line.len() * 3 < widest * 2 && is_open(line) && begins_as_heading(next)
}

fn ends_sentence(line: &str) -> bool {
    line.ends_with(['.', '!', '?', '"', '”', ':', '’', ')'])
}

/// The blocks with marks of lists, and rules between paragraphs as blocks of their own: every letter is in one.
pub(super) fn whole_blocks(text: &str) -> Vec<Block> {
    let mut whole: Vec<Block> = Vec::new();
    let mut end = 0;
    for mut block in blocks(text) {
        let start = block.span.start() as usize;
        // The mark that a block's first line begins with is the block's.
        let own = text[end..start].rfind('\n').map_or(end, |at| end + at + 1);
        add_lines(text, end..own, &mut whole);
        end = block.span.end() as usize;
        block.span = Span::from_range(own..end);
        whole.push(block);
    }
    add_lines(text, end..text.len(), &mut whole);
    whole
}

/// Each line that holds anything, as a paragraph.
fn add_lines(text: &str, range: Range<usize>, blocks: &mut Vec<Block>) {
    let mut at = range.start;
    for line in text[range].split_inclusive('\n') {
        if !line.trim().is_empty() {
            blocks.push(Block { span: Span::from_range(at..at + line.trim_end().len()), kind: BlockKind::Paragraph });
        }
        at += line.len();
    }
}

/// Behind the first line end: a line feed, a carriage return, U+2028 or U+2029. Byte for byte, since a text is long.
fn line_end(text: &str) -> usize {
    let bytes = text.as_bytes();
    let ends = |at: &usize| match bytes[*at] {
        b'\n' | b'\r' => true,
        0xe2 => matches!(bytes.get(at + 1..at + 3), Some([0x80, 0xa8 | 0xa9])),
        _ => false,
    };
    let end = (0..bytes.len()).find(ends);
    end.map_or(text.len(), |at| if bytes[at] == 0xe2 { at + 3 } else { at + 1 })
}

/// Whether lines were broken by hand, as in e-mail: next to no line is longer than a screen is wide, and most lines
/// that are followed by another end inside a sentence.
fn is_wrapped(text: &str, lines: &[Option<Span>]) -> bool {
    const LINE: usize = 40;
    const COLUMN: usize = 20;
    let mut followed = 0;
    let (mut inside, mut small) = (0, 0);
    for pair in lines.windows(2) {
        if let [Some(line), Some(next)] = pair {
            let line = line.of(text);
            if line.len() > 120 {
                return false;
            }
            followed += 1;
            // Columns are narrow; there the next line goes on in small letters.
            let goes_on = line.len() >= COLUMN && next.of(text).starts_with(char::is_lowercase);
            let is_inside = (line.len() >= LINE || goes_on) && !ends_sentence(line);
            inside += usize::from(is_inside);
            small += usize::from(is_inside && goes_on);
        }
    }
    // Headline and byline on lines of their own say nothing against it, where sentences go on in small letters.
    let most = inside * 3 >= followed * 2;
    let half = small >= 3 && inside * 2 >= followed;
    followed >= 2 && (most || half)
}

/// Whether a line begins with a Markdown mark.
fn marked(line: &str) -> bool {
    line.starts_with('#') || list_mark(line) > 0
}

/// Takes the mark at a line's start away and tells what it says.
fn classify(text: &str, span: Span) -> (BlockKind, Span) {
    let line = span.of(text);
    let hashes = line.bytes().take_while(|&byte| byte == b'#').count();
    let (kind, skip) = if (1..=6).contains(&hashes) && line[hashes..].starts_with(' ') {
        (if hashes == 1 { BlockKind::Title } else { BlockKind::Heading }, hashes)
    } else if list_mark(line) > 0 {
        (BlockKind::ListItem, list_mark(line))
    } else if is_aside(line) {
        (BlockKind::Aside, 0)
    } else {
        (BlockKind::Paragraph, 0)
    };
    let rest = line[skip..].trim_start();
    (kind, Span::new(span.end() - rest.len() as u32, span.end()))
}

/// Length of the list mark that the line begins with: `- `, `* `, `• `, `1. `, `2) `.
fn list_mark(line: &str) -> usize {
    for bullet in ["- ", "* ", "+ ", "• ", "‣ ", "▪ "] {
        if line.starts_with(bullet) {
            return bullet.len();
        }
    }
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    let mark = &line[digits..];
    if (1..=2).contains(&digits) && (mark.starts_with(". ") || mark.starts_with(") ")) { digits + 2 } else { 0 }
}

/// A short line without a full stop, followed by a paragraph, is a heading.
fn find_headings(text: &str, blocks: &mut [Block]) {
    let mut is_in_prose = false;
    for index in 0..blocks.len() {
        let Block { span, kind } = blocks[index];
        let line = span.of(text);
        let followed =
            blocks.get(index + 1).is_some_and(|next| matches!(next.kind, BlockKind::Paragraph | BlockKind::Aside));
        if kind != BlockKind::Paragraph || !followed {
            is_in_prose |= kind == BlockKind::ListItem;
            continue;
        }
        // Byline and stamps stand between a headline and its text.
        let mut behind = blocks[index + 1..].iter().take(LINES).filter(|next| next.kind != BlockKind::Aside).take(3);
        let longer = behind.any(|next| next.span.len() > span.len() + span.len() / 2);
        let is_headline = is_open(line) || !is_in_prose && ends_with_quoted(line);
        if is_headline && begins_as_heading(line) && longer && line.split_whitespace().count() <= 18 {
            blocks[index].kind = BlockKind::Heading;
        } else {
            is_in_prose = true;
        }
    }
}

/// So many lines stand between a headline and its text at most.
const LINES: usize = 12;

fn begins_as_heading(line: &str) -> bool {
    line.starts_with(|first: char| is_upper(first) || first.is_numeric() || "‘“\"'£$€".contains(first))
}

/// Whether a line has no mark at its end.
fn is_open(line: &str) -> bool {
    !line.ends_with(['.', '!', '…', ':', ';', ',', '"', '”', '\'', '’', ')', '-', '—'])
}

/// "Mayor: 'We are ashamed'": words of somebody, without the mark that ends a sentence in the text.
fn ends_with_quoted(line: &str) -> bool {
    let inner = line.trim_end_matches(['"', '”', '\'', '’']);
    inner.len() < line.len() && inner.ends_with(char::is_alphanumeric) && inner.contains(['"', '“', '\'', '‘'])
}

#[cfg(test)]
mod tests {
    use super::blocks;

    /// One line a block: its kind and its text.
    fn check(text: &str, expected: &[&str]) {
        let found: Vec<String> = blocks(text)
            .iter()
            .map(|block| format!("{:?}: {}", block.kind, block.span.of(text).replace('\n', "/")))
            .collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn a_line_is_a_paragraph() {
        check(
            "One is here.\nTwo is there.\r\n\r\nThree.",
            &["Paragraph: One is here.", "Paragraph: Two is there.", "Paragraph: Three."],
        );
        check("", &[]);
        check(" \n\t\n", &[]);
    }

    #[test]
    fn headings() {
        check(
            "Rivers Rise Again\nThe rivers of the north rose again on Monday, officials said.\nMore Rain Ahead\nIt will rain more on Tuesday and on Wednesday too.",
            &[
                "Heading: Rivers Rise Again",
                "Paragraph: The rivers of the north rose again on Monday, officials said.",
                "Heading: More Rain Ahead",
                "Paragraph: It will rain more on Tuesday and on Wednesday too.",
            ],
        );
        check(
            "# Title\n\n## Part\n\nText.\n\n- one\n2. two",
            &["Title: Title", "Heading: Part", "Paragraph: Text.", "ListItem: one", "ListItem: two"],
        );
    }

    #[test]
    fn wrapped_by_hand() {
        check(
            "The first line of a paragraph that somebody has\nwrapped by hand goes on here and also goes on\nto a third line.\n\nThe second paragraph is wrapped in the same way,\nas one would expect.",
            &[
                "Paragraph: The first line of a paragraph that somebody has/wrapped by hand goes on here and also goes on/to a third line.",
                "Paragraph: The second paragraph is wrapped in the same way,/as one would expect.",
            ],
        );
    }

    #[test]
    fn asides() {
        check(
            "By Jane Doe\nBy Monday the water had gone and people came back to town.\nRead more: The river\nREAD MORE",
            &[
                "Aside: By Jane Doe",
                "Paragraph: By Monday the water had gone and people came back to town.",
                "Aside: Read more: The river",
                "Aside: READ MORE",
            ],
        );
    }

    /// Every letter is in one block, in order: marks of lists and rules too.
    #[test]
    fn whole_blocks_leave_nothing_out() {
        for text in ["", "# One\n\n- two\n* three\n-----\nFour goes on.\n\n> five\n", "***", "  - a\n\n\n- b  \n---"] {
            let blocks = super::whole_blocks(text);
            let whole: String = blocks.iter().map(|block| block.span.of(text)).collect();
            let letters = |text: &str| text.split_whitespace().collect::<String>();
            assert_eq!(letters(&whole), letters(text), "{text}");
            assert!(blocks.windows(2).all(|pair| pair[0].span.end() <= pair[1].span.start()), "{text}");
        }
    }
}
