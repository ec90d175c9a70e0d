//! HTML: the text of a page's article, without a browser. The page uses the browser's own parser first; this reader
//! serves the command line, the worker and Node.

use crate::article::{Block, BlockKind};
use crate::text::Span;

/// Elements whose content is no part of the article.
const SKIPPED: [&str; 16] = [
    "script",
    "style",
    "nav",
    "header",
    "footer",
    "aside",
    "form",
    "noscript",
    "template",
    "svg",
    "button",
    "select",
    "iframe",
    "figcaption",
    "head",
    "textarea",
];

/// Reads text and blocks; everything that looks like a tag is markup and goes.
pub(in crate::article) fn read(source: &str) -> (String, Vec<Block>) {
    let mut reader = Reader {
        text: String::with_capacity(source.len() / 2),
        blocks: Vec::new(),
        start: 0,
        kind: BlockKind::Paragraph,
    };
    let mut at = 0;
    // The skipped element that is open, and how many of its kind.
    let mut skipping: Option<(&str, usize)> = None;
    while at < source.len() {
        let rest = &source[at..];
        if !rest.starts_with('<') {
            let len = rest.find('<').unwrap_or(rest.len());
            if skipping.is_none() {
                reader.push_text(&rest[..len]);
            }
            at += len;
            continue;
        }
        if rest.starts_with("<!--") {
            at += rest.find("-->").map_or(rest.len(), |end| end + 3);
            continue;
        }
        let Some(tag) = Tag::read(rest) else {
            if skipping.is_none() {
                reader.push_text("<");
            }
            at += 1;
            continue;
        };
        at += tag.len;
        match &mut skipping {
            Some((name, depth)) if tag.is(name) => {
                *depth = if tag.closing { *depth - 1 } else { *depth + 1 };
                if *depth == 0 {
                    skipping = None;
                }
            }
            Some(_) => {}
            None => {
                // A page's header is skipped, but an article's own header holds its title.
                let skipped = SKIPPED.into_iter().find(|name| tag.is(name) && !tag.closing && *name != "header");
                if let Some(name) = skipped.filter(|_| !tag.empty) {
                    skipping = Some((name, 1));
                }
                reader.step(&tag);
            }
        }
    }
    reader.end_block();
    (reader.text, reader.blocks)
}

struct Tag<'s> {
    name: &'s str,
    closing: bool,
    /// Closed in itself: `<br/>`.
    empty: bool,
    len: usize,
}

impl<'s> Tag<'s> {
    /// The tag at the start of `rest`, which begins with `<`.
    fn read(rest: &'s str) -> Option<Self> {
        let inner = &rest[1..];
        if inner.starts_with(['!', '?']) {
            let len = inner.find('>').map_or(rest.len(), |end| end + 2);
            return Some(Self { name: "", closing: false, empty: true, len });
        }
        let closing = inner.starts_with('/');
        let name_start = usize::from(closing);
        let name_len = inner[name_start..].bytes().take_while(u8::is_ascii_alphanumeric).count();
        if name_len == 0 || !inner.as_bytes()[name_start].is_ascii_alphabetic() {
            return None;
        }
        let mut quote = None;
        for (index, byte) in inner.bytes().enumerate().skip(name_start + name_len) {
            match (quote, byte) {
                (None, b'>') => {
                    return Some(Self {
                        name: &inner[name_start..name_start + name_len],
                        closing,
                        empty: inner[..index].ends_with('/'),
                        len: index + 2,
                    });
                }
                (None, b'"' | b'\'') => quote = Some(byte),
                (Some(open), byte) if open == byte => quote = None,
                _ => {}
            }
        }
        // A tag that never ends takes the rest: better nothing than markup shown as text.
        Some(Self { name: &inner[name_start..name_start + name_len], closing, empty: true, len: rest.len() })
    }

    fn is(&self, name: &str) -> bool {
        self.name.eq_ignore_ascii_case(name)
    }
}

struct Reader {
    text: String,
    blocks: Vec<Block>,
    start: usize,
    kind: BlockKind,
}

impl Reader {
    fn step(&mut self, tag: &Tag) {
        const BLOCKS: [&str; 26] = [
            "p",
            "div",
            "section",
            "article",
            "main",
            "li",
            "ul",
            "ol",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "blockquote",
            "br",
            "tr",
            "table",
            "body",
            "title",
            "figure",
            "dd",
            "dt",
            "pre",
            "hr",
            "header",
        ];
        if !BLOCKS.iter().any(|name| tag.is(name)) {
            return;
        }
        self.end_block();
        self.kind = match tag.name.to_ascii_lowercase().as_str() {
            "h1" if !tag.closing => BlockKind::Title,
            "h2" | "h3" | "h4" | "h5" | "h6" if !tag.closing => BlockKind::Heading,
            "li" if !tag.closing => BlockKind::ListItem,
            _ => BlockKind::Paragraph,
        };
    }

    /// Adds text with its entities read and its whitespace made single.
    fn push_text(&mut self, raw: &str) {
        let mut rest = raw;
        while let Some(next) = rest.chars().next() {
            let (c, len) = if next == '&' { entity(rest) } else { (next, next.len_utf8()) };
            rest = &rest[len..];
            if c.is_whitespace() {
                if self.text.len() > self.start && !self.text.ends_with(' ') {
                    self.text.push(' ');
                }
            } else {
                self.text.push(c);
            }
        }
    }

    fn end_block(&mut self) {
        self.text.truncate(self.text.trim_end().len().max(self.start));
        if self.text.len() > self.start {
            self.blocks.push(Block { span: Span::from_range(self.start..self.text.len()), kind: self.kind });
            self.text.push_str("\n\n");
        }
        self.start = self.text.len();
        self.kind = BlockKind::Paragraph;
    }
}

/// The character that the entity at the start of `rest` names, and its length; a lone `&` is itself.
fn entity(rest: &str) -> (char, usize) {
    const NAMED: [(&str, char); 17] = [
        ("amp", '&'),
        ("lt", '<'),
        ("gt", '>'),
        ("quot", '"'),
        ("apos", '\''),
        ("nbsp", ' '),
        ("ndash", '–'),
        ("mdash", '—'),
        ("lsquo", '‘'),
        ("rsquo", '’'),
        ("ldquo", '“'),
        ("rdquo", '”'),
        ("hellip", '…'),
        ("pound", '£'),
        ("euro", '€'),
        ("deg", '°'),
        ("eacute", 'é'),
    ];
    let alone = ('&', 1);
    let Some(end) = rest.bytes().take(12).position(|byte| byte == b';') else { return alone };
    let name = &rest[1..end];
    let found = match name.strip_prefix('#') {
        Some(number) => match number.strip_prefix(['x', 'X']) {
            Some(hex) => u32::from_str_radix(hex, 16).ok(),
            None => number.parse().ok(),
        }
        .and_then(char::from_u32),
        None => NAMED.iter().find(|(known, _)| *known == name).map(|&(_, c)| c),
    };
    found.map_or(alone, |c| (c, end + 1))
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
    fn blocks_and_entities() {
        check(
            "<html><head><title>x</title></head><body><nav><a>Home</a></nav><article><h1>Big &amp; small</h1><p>One\n <b>two</b>&nbsp;&#8212; three.</p><ul><li>item</ul><script>if (a < b) alert('x')</script><p title='>'>After.<!-- no --></article></body></html>",
            &["Title: Big & small", "Paragraph: One two — three.", "ListItem: item", "Paragraph: After."],
        );
    }

    #[test]
    fn broken_markup() {
        check("a < b and 1<2 &unknown; & co", &["Paragraph: a < b and 1<2 &unknown; & co"]);
        check("<p>open <a href=\"never closed", &["Paragraph: open"]);
        check("<p>open <!never closed", &["Paragraph: open"]);
        check("", &[]);
    }
}
