//! From the pieces of a pasted page to an article: paragraphs and headings are kept, what stands around them is not.
//!
//! The browser's own parser takes the page apart (`browser/page_parts.rs`); which pieces are the article is decided
//! here, where it can be tested.

/// What a piece of a page is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// The page's main heading.
    Title,
    /// A smaller heading.
    Heading,
    /// A paragraph.
    Paragraph,
    /// An item of a list.
    Item,
}

/// A piece of a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    /// What it is.
    pub shape: Shape,
    /// Its words.
    pub text: String,
    /// How many of its bytes stand in links.
    pub linked: usize,
}

/// An article out of a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Captured {
    /// Plain text, with `#` before headings and `-` before list items.
    pub text: String,
    /// How many paragraphs it has.
    pub paragraphs: usize,
    /// What the reader ought to know about it.
    pub hint: Option<&'static str>,
}

/// What is said of an article that seems to be cut off.
pub const PARTIAL: &str =
    "This may be a part of the article only: the page seems to keep the rest back. The digest covers what is here.";

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

/// Puts the article together.
pub fn article(pieces: &[Piece]) -> Captured {
    let mut text = String::new();
    let mut paragraphs = 0;
    let mut item = false;
    let mut last = "";
    let kept: Vec<(Shape, String)> = pieces
        .iter()
        .filter(|piece| !is_furniture(piece))
        .map(|piece| (piece.shape, piece.text.split_whitespace().collect::<Vec<_>>().join(" ")))
        .filter(|(_, words)| !words.is_empty())
        .collect();
    for (shape, words) in &kept {
        // Pages print a headline twice, for wide and for narrow screens.
        if words == last {
            continue;
        }
        last = words;
        if !text.is_empty() {
            text.push_str(if item && *shape == Shape::Item { "\n" } else { "\n\n" });
        }
        text.push_str(match shape {
            Shape::Title => "# ",
            Shape::Heading => "## ",
            Shape::Item => "- ",
            Shape::Paragraph => "",
        });
        text.push_str(words);
        item = *shape == Shape::Item;
        paragraphs += usize::from(*shape == Shape::Paragraph);
    }
    // A heading at the end is the heading of something that was left out.
    while let Some(at) = text.rfind("\n\n## ").filter(|&at| !text[at + 2..].contains('\n')) {
        text.truncate(at);
    }
    let cut = pieces.iter().any(|piece| is_wall(&piece.text)) || last.ends_with(['…']) || last.ends_with("...");
    Captured { text, paragraphs, hint: cut.then_some(PARTIAL) }
}

/// What stands around an article: invitations, link lists, buttons.
fn is_furniture(piece: &Piece) -> bool {
    const STARTS: [&str; 27] = [
        "advertisement",
        "already a subscriber",
        "click here",
        "comments",
        "continue reading",
        "cookie",
        "copy link",
        "facebook",
        "follow us",
        "get the app",
        "listen to this",
        "log in",
        "more on this story",
        "most popular",
        "most read",
        "read more",
        "recommended",
        "related",
        "share",
        "sign in",
        "sign up",
        "skip ",
        "subscribe",
        "you may also like",
        "view comments",
        "watch:",
        "whatsapp",
    ];
    let words = piece.text.split_whitespace().count();
    let lower = piece.text.trim_start().to_lowercase();
    let sentence = piece.text.trim_end().ends_with(['.', '!', '?', '”', '"']) && words > 8;
    let invitation = words <= 12 && !sentence && STARTS.iter().any(|start| lower.starts_with(start));
    let links = matches!(piece.shape, Shape::Item | Shape::Paragraph)
        && !sentence
        && piece.linked * 10 > piece.text.trim().len() * 7;
    invitation || links || is_wall(&piece.text)
}

/// The words with which a page keeps the rest of an article back.
fn is_wall(text: &str) -> bool {
    const WALLS: [&str; 6] = [
        "subscribe to continue",
        "subscribe to read",
        "continue reading with",
        "to read the full",
        "already a subscriber",
        "this article is for subscribers",
    ];
    let lower = text.to_lowercase();
    text.len() < 300 && WALLS.iter().any(|wall| lower.contains(wall))
}

#[cfg(test)]
mod tests {
    use super::{ADDRESS, PARTIAL, Piece, Shape, article, hint};

    fn check(pieces: &[(Shape, &str, usize)], expected: &str, hint: Option<&str>) {
        let pieces: Vec<Piece> =
            pieces.iter().map(|&(shape, text, linked)| Piece { shape, text: text.to_owned(), linked }).collect();
        let captured = article(&pieces);
        assert_eq!(captured.text, expected);
        assert_eq!(captured.hint, hint);
    }

    #[test]
    fn paragraphs_are_kept_and_furniture_is_not() {
        use Shape::{Heading, Item, Paragraph, Title};
        check(
            &[
                (Item, "World", 5),
                (Title, "The bridge\n  is open", 0),
                (Title, "The bridge is open", 0),
                (Paragraph, "Share", 0),
                (Paragraph, "The bridge was opened on Monday.", 0),
                (Paragraph, "Read more: The ship that hit it", 24),
                (Heading, "What it cost", 0),
                (Paragraph, "Related work cost $3 million, the mayor of the town said on Monday.", 0),
                (Item, "steel", 0),
                (Item, "paint", 0),
                (Heading, "Most read", 0),
                (Item, "Another story", 13),
                (Heading, "From elsewhere", 0),
            ],
            "# The bridge is open\n\nThe bridge was opened on Monday.\n\n## What it cost\n\nRelated work cost $3 million, the mayor of the town said on Monday.\n\n- steel\n- paint",
            None,
        );
        check(&[], "", None);
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

    #[test]
    fn a_cut_article_gets_a_hint() {
        use Shape::Paragraph;
        check(
            &[(Paragraph, "It began on Monday.", 0), (Paragraph, "Subscribe to continue reading.", 0)],
            "It began on Monday.",
            Some(PARTIAL),
        );
        check(&[(Paragraph, "It began on…", 0)], "It began on…", Some(PARTIAL));
    }
}
