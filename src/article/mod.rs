//! From what was pasted or opened to a text with paragraphs and headings.
//!
//! Offsets in a digest of plain text count in what the caller gave, also where it is read in a cleaner form. Markdown and
//! HTML are read into a new text without markup; offsets count in that.

mod around;
mod byline;
mod caption;
mod credits;
mod day;
mod dirt;
mod html;
mod lines;
mod markdown;
mod metadata;
mod plain;

#[cfg(feature = "train")]
pub use html::shown_text;
pub(crate) use lines::{Line, line};
pub use metadata::{Genre, Metadata};

use crate::text::Span;
use dirt::Edits;
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
    /// What was given as plain text, where the text is another.
    given: Option<Given<'t>>,
    blocks: Vec<Block>,
    metadata: Metadata,
    truncated: bool,
    partial: bool,
}

/// Plain text as it was given, and what was changed to read it.
#[derive(Clone, Debug)]
struct Given<'t> {
    text: &'t str,
    edits: Edits,
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
        if let Some(given) = &mut self.given {
            given.text = &given.text[..given.edits.given(Span::from_range(0..end)).end() as usize];
        }
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
        let Some((read, edits)) = dirt::clean(text) else {
            return Self::with_blocks(Cow::Borrowed(text), plain::blocks(text));
        };
        let blocks = plain::blocks(&read);
        Self { given: Some(Given { text, edits }), ..Self::with_blocks(Cow::Owned(read), blocks) }
    }

    /// Plain text as it was given, every letter in some block: for grammar, whose words other programs align with theirs.
    pub(crate) fn every_letter(text: &'t str) -> Self {
        let cut = cut(text);
        let mut article = Self::with_blocks(Cow::Borrowed(cut), plain::whole_blocks(cut));
        article.truncated = cut.len() < text.len();
        article.limit(MAX_WORDS);
        article
    }

    /// Plain text letter by letter, for gold data whose places count in it.
    #[cfg(feature = "train")]
    pub(crate) fn verbatim(text: &'t str) -> Self {
        Self::with_blocks(Cow::Borrowed(text), plain::blocks(text))
    }

    /// A text that is one paragraph, whatever it looks like.
    #[cfg(feature = "train")]
    pub(crate) fn paragraph(text: &'t str) -> Self {
        let blocks = vec![Block { span: Span::from_range(0..text.len()), kind: BlockKind::Paragraph }];
        Self { text: Cow::Borrowed(text), blocks, ..Self::default() }
    }

    fn markdown(text: &'t str) -> Self {
        let (text, blocks) = match dirt::clean(text) {
            Some((clean, _)) => markdown::read(&clean),
            None => markdown::read(text),
        };
        Self::with_blocks(Cow::Owned(text), blocks)
    }

    fn html(text: &'t str) -> Self {
        let html::Found { text, blocks, metadata, is_partial } = html::read(text);
        Self { text: Cow::Owned(text), blocks, metadata, partial: is_partial, ..Self::default() }
    }

    fn with_blocks(text: Cow<'t, str>, mut blocks: Vec<Block>) -> Self {
        let metadata = around::read(&text, &mut blocks);
        Self { text, blocks, metadata, ..Self::default() }
    }

    /// Gives the title, where the text has none or another.
    pub fn set_title(&mut self, title: &str) {
        self.metadata.title = Some(title.to_owned());
    }

    /// The text as it is read; all spans lie in it.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The text that a digest's offsets count in: plain text as it was given, soft hyphens, entities and words that a line
    /// broke included; of a page or of Markdown the text without markup.
    pub fn given(&self) -> &str {
        self.given.as_ref().map_or(&self.text, |given| given.text)
    }

    /// Where a span of the text stands in [`given`](Self::given).
    pub fn given_span(&self, span: Span) -> Span {
        self.given.as_ref().map_or(span, |given| given.edits.given(span))
    }

    /// What was given at a span of the text; a line that ends within a word is no space.
    pub(crate) fn copied(&self, span: Span) -> Cow<'_, str> {
        match &self.given {
            None => Cow::Borrowed(span.of(&self.text)),
            Some(given) => given.edits.copied(given.text, span),
        }
    }

    /// The blocks with their places in [`given`](Self::given).
    pub fn given_blocks(&self) -> Vec<Block> {
        self.blocks.iter().map(|block| Block { span: self.given_span(block.span), ..*block }).collect()
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
