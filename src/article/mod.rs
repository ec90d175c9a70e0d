//! From what was pasted or opened to a text with paragraphs and headings.
//!
//! Plain text is left as it is, so that offsets count in what the caller gave. Markdown and HTML are read into a new
//! text without markup; offsets count in that.

mod html;
mod markdown;
mod metadata;
mod plain;

#[cfg(feature = "train")]
pub use html::shown_text;
pub use metadata::{Genre, Metadata};

use crate::text::Span;
use serde::{Deserialize, Serialize};
use std::borrow::Cow;

/// How an article is written.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
#[non_exhaustive]
pub enum Format {
    /// Paragraphs on lines; `#` headings and list marks at a line's start are understood.
    #[default]
    Plain,
    /// `CommonMark`.
    Markdown,
    /// A page or a part of one.
    Html,
}

/// What a block is.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub enum BlockKind {
    /// The article's own title.
    Title,
    /// A heading within it.
    Heading,
    /// Running text.
    Paragraph,
    /// An item of a list.
    ListItem,
    /// Byline, caption, "Read more" and the like: shown, but no part of what the article says.
    Aside,
}

/// A paragraph, a heading, a list item.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Block {
    /// Where it stands; neither whitespace nor list marks at its ends.
    pub span: Span,
    /// What it is.
    pub kind: BlockKind,
}

/// A text and its blocks.
#[derive(Clone, Debug, Default)]
pub struct Article<'t> {
    text: Cow<'t, str>,
    blocks: Vec<Block>,
    metadata: Metadata,
    truncated: bool,
    partial: bool,
}

/// Longer texts are cut here: 32 MiB, some five million words.
pub const MAX_TEXT: usize = 32 << 20;

/// Texts of more words and marks than this are cut too, so that memory is bounded where every second byte is a figure:
/// four million, some 18 MB of news.
pub const MAX_WORDS: usize = 4_000_000;

impl<'t> Article<'t> {
    /// Reads a text in the given format. Never fails; what cannot be read as markup is read as text.
    pub fn read(text: &'t str, format: Format) -> Self {
        let cut = cut(text);
        let mut article = match format {
            Format::Plain => Self::plain(cut),
            Format::Markdown => Self::markdown(cut),
            Format::Html => Self::html(cut),
        };
        article.truncated = cut.len() < text.len();
        article.limit(MAX_WORDS);
        article
    }

    /// Leaves out what stands behind so many words.
    fn limit(&mut self, words: usize) {
        let Some(end) = end_of_words(&self.text, words) else { return };
        self.truncated = true;
        match &mut self.text {
            Cow::Borrowed(text) => *text = &text[..end],
            Cow::Owned(text) => text.truncate(end),
        }
        self.blocks.truncate(self.blocks.partition_point(|block| (block.span.start() as usize) < end));
        if let Some(last) = self.blocks.last_mut() {
            let start = last.span.start() as usize;
            let len = self.text[start..end.min(last.span.end() as usize)].trim_end().len();
            last.span = Span::from_range(start..start + len);
        }
    }

    /// Plain text; see [`Format::Plain`].
    pub fn plain(text: &'t str) -> Self {
        Self::with_blocks(Cow::Borrowed(text), plain::blocks(text))
    }

    /// A text that is one paragraph, whatever it looks like.
    #[cfg(feature = "train")]
    pub(crate) fn paragraph(text: &'t str) -> Self {
        let blocks = vec![Block { span: Span::from_range(0..text.len()), kind: BlockKind::Paragraph }];
        Self::with_blocks(Cow::Borrowed(text), blocks)
    }

    fn markdown(text: &'t str) -> Self {
        let (text, blocks) = markdown::read(text);
        Self::with_blocks(Cow::Owned(text), blocks)
    }

    fn html(text: &'t str) -> Self {
        let html::Found { text, blocks, metadata, is_partial } = html::read(text);
        Self { text: Cow::Owned(text), blocks, metadata, truncated: false, partial: is_partial }
    }

    fn with_blocks(text: Cow<'t, str>, blocks: Vec<Block>) -> Self {
        let title =
            blocks.iter().find(|block| block.kind == BlockKind::Title).map(|block| block.span.of(&text).to_owned());
        Self { text, blocks, metadata: Metadata { title, ..Metadata::default() }, truncated: false, partial: false }
    }

    /// Gives the title, where the text has none or another.
    pub fn set_title(&mut self, title: &str) {
        self.metadata.title = Some(title.to_owned());
    }

    /// The text; all spans lie in it.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Its blocks, in order; they do not overlap.
    pub fn blocks(&self) -> &[Block] {
        &self.blocks
    }

    /// The title that was given or found.
    pub fn title(&self) -> Option<&str> {
        self.metadata.title.as_deref()
    }

    /// What the article says of itself besides its text.
    pub fn metadata(&self) -> &Metadata {
        &self.metadata
    }

    /// The text without title, captions, bylines and whatever else is shown and is not what the article says.
    pub fn body(&self) -> String {
        let is_body = |block: &&Block| !matches!(block.kind, BlockKind::Title | BlockKind::Aside);
        let parts: Vec<&str> = self.blocks.iter().filter(is_body).map(|block| block.span.of(&self.text)).collect();
        parts.join("\n\n")
    }

    /// Whether the page seems to keep the rest of the article back.
    pub fn is_partial(&self) -> bool {
        self.partial
    }

    /// Whether the text was longer than [`MAX_TEXT`] and was cut.
    pub fn is_truncated(&self) -> bool {
        self.truncated
    }
}

/// Whether a text is the source of a whole page.
pub fn is_page_source(text: &str) -> bool {
    let text = text.trim_start().as_bytes();
    let begins =
        |start: &str| text.get(..start.len()).is_some_and(|begin| begin.eq_ignore_ascii_case(start.as_bytes()));
    begins("<!doctype html") || begins("<html")
}

/// The end of the first so many words and marks, where there are more. What is outside ASCII and below U+3000 counts by
/// the character, since quotation marks and fractions are there.
fn end_of_words(text: &str, most: usize) -> Option<usize> {
    if text.len() <= most {
        return None;
    }
    let mut count = 0;
    let mut within = false;
    for (at, byte) in text.bytes().enumerate() {
        let letter = byte.is_ascii_alphanumeric() || byte >= 0x80;
        let begins = if letter { !within || (0xc2..=0xe2).contains(&byte) } else { !byte.is_ascii_whitespace() };
        within = letter;
        count += usize::from(begins);
        if count > most {
            return text.is_char_boundary(at).then_some(at);
        }
    }
    None
}

/// The first [`MAX_TEXT`] bytes, cut at a character.
fn cut(text: &str) -> &str {
    if text.len() <= MAX_TEXT {
        return text;
    }
    let end = (0..=MAX_TEXT).rev().find(|&end| text.is_char_boundary(end)).unwrap_or(0);
    &text[..end]
}

#[cfg(test)]
mod tests {
    use super::{Article, Format, end_of_words};

    #[test]
    fn the_source_of_a_page_is_known() {
        for (text, is) in [
            ("\n<!DOCTYPE html><p>Rain.", true),
            ("<html lang=en>", true),
            ("Rain fell.", false),
            ("<p>Rain.</p>", false),
            ("", false),
        ] {
            assert_eq!(super::is_page_source(text), is, "{text}");
        }
    }

    #[test]
    fn words_are_counted() {
        for (text, most, end) in [
            ("one two three", 2, Some(8)),
            ("one two three", 3, None),
            ("1-1-1-", 4, Some(4)),
            ("a ½½ b", 2, Some(4)),
            ("漢字漢字 b", 1, Some(13)),
            ("aé", 1, Some(1)),
        ] {
            assert_eq!(end_of_words(text, most), end, "{text}");
        }
    }

    #[test]
    fn too_many_words_are_cut_and_told() {
        for (source, most) in
            [("1-1-1-", 3), ("x\nx\nx\n", 2), ("“““", 1), ("<p>a b. <p>c d.", 3), ("# A\n\nb c\n", 2), ("a b", 0)]
        {
            for format in [Format::Plain, Format::Markdown, Format::Html] {
                let mut article = Article::read(source, format);
                assert!(!article.is_truncated());
                article.limit(most);
                assert!(article.is_truncated());
                assert_eq!(end_of_words(article.text(), most), None);
                for block in article.blocks() {
                    let words = article.text().get(block.span.range()).expect("a part of the text");
                    assert!(!words.is_empty() && words.trim() == words);
                }
            }
        }
    }
}
