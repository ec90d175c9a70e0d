//! What arrives on the page: whether it is an article, a page or an address, and how a page's article looks in the box.
//!
//! The worker reads pages, as everywhere; the page shows what it has read.

use crate::article::{Block, BlockKind};

/// What is said of an address in the place of an article.
pub const ADDRESS: &str =
    "Newsgist fetches nothing, so it cannot read an address. Open the page, copy its article and paste it here.";

/// What the reader ought to know about a text that was typed or came from elsewhere: phones share a headline and an
/// address where one would expect an article.
pub fn hint(text: &str) -> Option<&'static str> {
    const FEW: usize = 25;
    let is_address = |word: &str| ["https://", "http://", "www."].iter().any(|start| word.starts_with(start));
    let few = text.split_whitespace().nth(FEW).is_none();
    (few && text.split_whitespace().any(is_address)).then_some(ADDRESS)
}

/// Whether a part of a page has paragraphs, headings or items of its own, and is more than a few words to be pasted.
pub fn has_blocks(html: &str) -> bool {
    const BLOCKS: [&str; 8] = ["<p", "<div", "<h1", "<h2", "<li", "<br", "<article", "<body"];
    let small = html.to_ascii_lowercase();
    BLOCKS.iter().any(|tag| small.match_indices(tag).any(|(at, _)| ends_name(&small[at + tag.len()..])))
}

fn ends_name(behind: &str) -> bool {
    behind.starts_with(['>', ' ', '/', '\n', '\t'])
}

/// An article that was read of a page as plain text for the box: `#` before headings and `-` before items; what does not
/// count is left out.
pub fn as_plain(text: &str, blocks: &[Block]) -> String {
    let mut plain = String::new();
    let mut before = None;
    for block in blocks {
        let mark = match block.kind {
            BlockKind::Title => "# ",
            BlockKind::Heading => "## ",
            BlockKind::ListItem => "- ",
            BlockKind::Paragraph => "",
            BlockKind::Aside => continue,
        };
        if let Some(before) = before {
            plain.push_str(if before == BlockKind::ListItem && block.kind == before { "\n" } else { "\n\n" });
        }
        plain.push_str(mark);
        plain.push_str(block.span.of(text));
        before = Some(block.kind);
    }
    plain
}

#[cfg(test)]
mod tests {
    use super::{ADDRESS, as_plain, has_blocks, hint};
    use crate::{Article, Format};

    #[test]
    fn parts_of_pages_are_told_from_words() {
        for (html, has) in [
            ("<meta charset=utf-8><P>Rain.", true),
            ("<div class=a>Rain.</div>", true),
            ("Rain<br/>fell", true),
            ("<meta charset=utf-8><b>rain</b> <param>", false),
            ("rain", false),
        ] {
            assert_eq!(has_blocks(html), has, "{html}");
        }
    }

    #[test]
    fn an_article_is_plain_text_with_marks() {
        let page = "<h1>The bridge is open</h1><figure><figcaption>A bridge.</figcaption></figure>\
            <p>The bridge was opened on Monday, the mayor said.</p><h2>What it cost</h2><ul><li>steel</li><li>paint</li></ul>";
        let article = Article::read(page, Format::Html);
        assert_eq!(
            as_plain(article.text(), article.blocks()),
            "# The bridge is open\n\nThe bridge was opened on Monday, the mayor said.\n\n## What it cost\n\n- steel\n- paint"
        );
    }

    #[test]
    fn an_address_is_no_article() {
        for address in
            ["https://news.example/a", " www.news.example/a\n", "The bridge is open\n\nhttps://news.example/a"]
        {
            assert_eq!(hint(address), Some(ADDRESS), "{address}");
        }
        let article = format!("{} See https://news.example/a", "The bridge is open again. ".repeat(6));
        for text in ["", "The bridge is open.", "http", &article] {
            assert_eq!(hint(text), None, "{text}");
        }
    }
}
