//! From a page's source to tags and text, as tolerant as browsers are, and a little more where they lose an article.
//!
//! Each byte is looked at a bounded number of times: what is searched for and not there is remembered.

use super::element::{Name, Traits};

/// A part of the source.
pub(super) enum Token<'s> {
    /// Text between tags; raw is the content of `script`, `style` and the like.
    Text { text: &'s str, raw: bool },
    /// A start tag and its attributes, not yet read.
    Start { name: Name, attributes: &'s str },
    /// An end tag.
    End(Name),
}

pub(super) struct Tokenizer<'s> {
    source: &'s str,
    at: usize,
    /// The raw element that is open.
    raw: Option<Name>,
    /// Nothing behind ends such a raw element.
    endless: [bool; Name::COUNT],
    /// No `]]>` is left.
    no_section_end: bool,
}

impl<'s> Tokenizer<'s> {
    pub(super) fn new(source: &'s str) -> Self {
        Self { source, at: 0, raw: None, endless: [false; Name::COUNT], no_section_end: false }
    }

    fn rest(&self) -> &'s str {
        &self.source[self.at..]
    }

    fn take(&mut self, len: usize) -> &'s str {
        let taken = &self.rest()[..len];
        self.at += len;
        taken
    }

    /// Text up to the next `<` that begins markup.
    fn text(&mut self) -> &'s str {
        let rest = self.rest();
        let bytes = rest.as_bytes();
        let mut len = 0;
        loop {
            match rest[len..].find('<') {
                None => return self.take(rest.len()),
                Some(at) if is_markup(bytes.get(len + at + 1).copied()) => return self.take(len + at),
                Some(at) => len += at + 1,
            }
        }
    }

    /// The content of a raw element.
    fn raw_text(&mut self, name: Name) -> Option<&'s str> {
        let rest = self.rest();
        let is_script = name.written() == "script";
        let end = if is_script { script_end(rest) } else { end_tag(rest, name.written()) };
        if let Some(end) = end {
            return Some(self.take(end));
        }
        self.endless[name.index()] = true;
        // Browsers read a script, a style or a text area that never ends to the end of the page.
        match name.written() {
            "script" | "style" | "textarea" => Some(self.take(rest.len())),
            "title" => Some(self.take(rest.find('<').unwrap_or(rest.len()))),
            // An `<iframe/>` is meant to be empty.
            _ => None,
        }
    }

    /// A comment, a declaration, a processing instruction: their length, with the marks.
    fn declaration(&mut self) -> usize {
        let rest = self.rest();
        let simple = rest.find('>').map_or(rest.len(), |end| end + 1);
        if rest.starts_with("<!--") {
            return comment(rest);
        }
        if rest.starts_with("<![CDATA[") && !self.no_section_end {
            match rest.find("]]>") {
                Some(end) => return end + 3,
                None => self.no_section_end = true,
            }
        }
        simple
    }

    /// The tag at the current place, which begins with `<` or `</` and a letter.
    fn tag(&mut self) -> Option<Token<'s>> {
        let rest = self.rest();
        let closing = rest.starts_with("</");
        let start = if closing { 2 } else { 1 };
        let len = rest.as_bytes()[start..].iter().take_while(|byte| !ends_name(**byte)).count();
        let name = Name::of(&rest[start..start + len]);
        let behind = &rest[start + len..];
        let Some(end) = tag_end(behind) else {
            // A tag that never ends takes the rest: better nothing than markup shown as text.
            self.at = self.source.len();
            return None;
        };
        self.at += start + len + end + 1;
        if closing {
            return Some(Token::End(name));
        }
        if name.has(Traits::RAW) && !self.endless[name.index()] {
            self.raw = Some(name);
        }
        // A component is known by its name, which is read like an attribute.
        let attributes = if name.is_custom() { &rest[start..start + len + end] } else { &behind[..end] };
        Some(Token::Start { name, attributes })
    }
}

impl<'s> Iterator for Tokenizer<'s> {
    type Item = Token<'s>;

    fn next(&mut self) -> Option<Token<'s>> {
        while self.at < self.source.len() {
            if let Some(name) = self.raw.take() {
                match self.raw_text(name) {
                    Some("") => continue,
                    Some(text) => return Some(Token::Text { text, raw: !name.has(Traits::REFERENCES) }),
                    // It is as good as closed.
                    None => return Some(Token::End(name)),
                }
            }
            let bytes = self.rest().as_bytes();
            let letter = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_alphabetic);
            match (bytes[0], bytes.get(1).copied()) {
                (b'<', Some(b'!' | b'?')) => {
                    let len = self.declaration();
                    self.at += len;
                }
                (b'<', Some(b'/')) if !letter(2) => {
                    let rest = self.rest();
                    self.at += rest.find('>').map_or(rest.len(), |end| end + 1);
                }
                (b'<', Some(next)) if next == b'/' || next.is_ascii_alphabetic() => {
                    if let Some(token) = self.tag() {
                        return Some(token);
                    }
                }
                _ => return Some(Token::Text { text: self.text(), raw: false }),
            }
        }
        None
    }
}

/// Whether what follows a `<` makes it markup: `a < b` and `1<2` are text.
fn is_markup(next: Option<u8>) -> bool {
    next.is_some_and(|next| next.is_ascii_alphabetic() || matches!(next, b'!' | b'/' | b'?'))
}

fn ends_name(byte: u8) -> bool {
    byte.is_ascii_whitespace() || matches!(byte, b'/' | b'>')
}

/// The length of a comment; `<!-->` and `<!--->` are whole ones, and `--!>` ends one too.
fn comment(rest: &str) -> usize {
    let inner = &rest[4..];
    if inner.starts_with('>') {
        return 5;
    }
    if inner.starts_with("->") {
        return 6;
    }
    let mut at = 0;
    while let Some(dashes) = inner[at..].find("--") {
        let behind = &inner[at + dashes + 2..];
        if behind.starts_with('>') {
            return 4 + at + dashes + 3;
        }
        if behind.starts_with("!>") {
            return 4 + at + dashes + 4;
        }
        at += dashes + 1;
    }
    rest.len()
}

/// Where `</name` stands, in letters of any case and at a name's end.
fn end_tag(rest: &str, name: &str) -> Option<usize> {
    let bytes = rest.as_bytes();
    let mut at = 0;
    while let Some(found) = rest[at..].find("</") {
        let start = at + found + 2;
        let written = bytes.get(start..start + name.len());
        let ends = bytes.get(start + name.len()).is_none_or(|&byte| ends_name(byte));
        if ends && written.is_some_and(|written| written.eq_ignore_ascii_case(name.as_bytes())) {
            return Some(start - 2);
        }
        at = start;
    }
    None
}

/// Where a script ends. Within `<!--` a script may write a script of its own, whose end is not the outer one's.
fn script_end(rest: &str) -> Option<usize> {
    const NAME: &str = "script";
    let first = end_tag(rest, NAME)?;
    let Some(comment) = rest[..first].find("<!--") else { return Some(first) };
    let inner = &rest[comment..first];
    let opens = inner.match_indices('<').any(|(at, _)| {
        let written = inner.as_bytes().get(at + 1..at + 1 + NAME.len());
        written.is_some_and(|written| written.eq_ignore_ascii_case(NAME.as_bytes()))
    });
    if !opens || inner.contains("-->") {
        return Some(first);
    }
    let behind = first + 2 + NAME.len();
    let second = end_tag(&rest[behind..], NAME).map(|second| behind + second);
    // Where a script within a comment never ends the comment, the page is better read than lost.
    let closed = second.is_some_and(|second| rest[behind..second].contains("-->"));
    if closed { second } else { Some(first) }
}

/// The length of a tag behind its name, up to its `>`. A `>` within quotes does not end it, unless the quotes were
/// never closed: then the next mark is some other one, with a letter right behind.
fn tag_end(rest: &str) -> Option<usize> {
    let bytes = rest.as_bytes();
    let mut at = 0;
    while at < bytes.len() {
        match bytes[at] {
            b'>' => return Some(at),
            mark @ (b'"' | b'\'') if follows_equals(&bytes[..at]) => {
                let value = &bytes[at + 1..];
                let end = value.iter().position(|&byte| byte == mark);
                let behind = end.and_then(|end| value.get(end + 1));
                let fits = end.is_some() && behind.is_none_or(|&byte| ends_name(byte));
                let inner = value.iter().take(end.unwrap_or(value.len())).position(|&byte| byte == b'>');
                if let Some(inner) = inner.filter(|_| !fits) {
                    return Some(at + 1 + inner);
                }
                at += end.map_or(bytes.len(), |end| end + 2);
            }
            _ => at += 1,
        }
    }
    None
}

/// Whether a quotation mark begins a value: nothing but space stands between it and an equals sign.
fn follows_equals(before: &[u8]) -> bool {
    const NEAR: usize = 8;
    before.iter().rev().take(NEAR).find(|byte| !byte.is_ascii_whitespace()) == Some(&b'=')
}

/// The attributes of a tag: name and raw value. Of two with the same name the first counts, as everywhere.
pub(super) fn attributes(tag: &str) -> impl Iterator<Item = (&str, &str)> {
    let mut rest = tag;
    std::iter::from_fn(move || {
        rest = rest.trim_start_matches(|c: char| c.is_ascii_whitespace() || c == '/');
        if rest.is_empty() {
            return None;
        }
        // A name may begin with an equals sign, and with nothing else that ends one.
        let len =
            rest.bytes().skip(1).position(|byte| ends_name(byte) || byte == b'=').map_or(rest.len(), |len| len + 1);
        let len = (len..=rest.len()).find(|&len| rest.is_char_boundary(len)).unwrap_or(rest.len());
        let (name, behind) = rest.split_at(len);
        let Some(value) = behind.trim_ascii_start().strip_prefix('=') else {
            rest = behind;
            return Some((name, ""));
        };
        let value = value.trim_ascii_start();
        let quoted = value.strip_prefix('"').map(|value| (value, '"'));
        let (value, behind) = match quoted.or_else(|| value.strip_prefix('\'').map(|value| (value, '\''))) {
            Some((value, mark)) => value.split_once(mark).unwrap_or((value, "")),
            None => value.split_at(value.find(|c: char| c.is_ascii_whitespace()).unwrap_or(value.len())),
        };
        rest = behind;
        Some((name, value))
    })
}

#[cfg(test)]
mod tests {
    use super::{Token, Tokenizer, attributes};

    /// Tags as they are named, text in quotes, raw text in bars.
    fn check(source: &str, expected: &str) {
        let found: Vec<String> = Tokenizer::new(source)
            .map(|token| match token {
                Token::Text { text, raw: false } => format!("“{text}”"),
                Token::Text { text, raw: true } => format!("|{text}|"),
                Token::Start { name, .. } => format!("<{}>", name.written()),
                Token::End(name) => format!("</{}>", name.written()),
            })
            .collect();
        assert_eq!(found.join(" "), expected, "{source}");
    }

    #[test]
    fn tags_and_text() {
        check("<P class=x>a < b, 1<2 <br/>c</p >", "<p> “a < b, 1<2 ” <br> “c” </p>");
        check("a</>b</ p>c</1>d", "“a” “b” “c” “d”");
        check("<p title='>' x=\"a > b\">x", "<p> “x”");
        check("<p>open <a href=x", "<p> “open ”");
        check("<", "“<”");
    }

    #[test]
    fn comments_of_every_form() {
        for comment in ["<!-- a -->", "<!-->", "<!--->", "<!-- a --!>", "<!---->", "<!-- -- > -->", "<!x>", "<?xml ?>"]
        {
            check(&format!("a{comment}b"), "“a” “b”");
        }
        check("a<!-- never closed <p>b", "“a”");
        check("a<![CDATA[ x > y ]]>b<![CDATA[ c>d", "“a” “b” “d”");
        check("<!--[if IE]><p>old<![endif]--><p>", "<p>");
    }

    #[test]
    fn raw_text() {
        check("<script>for(i=0;i<n;i++)'<p>'</script><p>", "<script> |for(i=0;i<n;i++)'<p>'| </script> <p>");
        check("<script><!-- x</SCRIPT ><p>", "<script> |<!-- x| </script> <p>");
        check(
            "<script><!-- w('<script>a</script>') --></script><p>",
            "<script> |<!-- w('<script>a</script>') -->| </script> <p>",
        );
        check("<script><!-- '<script>'</script><p>", "<script> |<!-- '<script>'| </script> <p>");
        check("<style>a{content:'<style>'}</style>x", "<style> |a{content:'<style>'}| </style> “x”");
        check("<title>a &amp; <b></title>x", "<title> “a &amp; <b>” </title> “x”");
        check("<title>a<p>x", "<title> “a” <p> “x”");
        check("<iframe src=x /><p>x", "<iframe> </iframe> <p> “x”");
        check("<iframe><p>a</iframe>x", "<iframe> |<p>a| </iframe> “x”");
        check("<script>a", "<script> |a|");
    }

    #[test]
    fn a_quote_that_is_never_closed_does_not_take_the_page() {
        check("<a href=\"x>y</a><p>z</p><p>\"End\" of it.</p>", "<a> “y” </a> <p> “z” </p> <p> “\"End\" of it.” </p>");
        check("<p title=it's>x", "<p> “x”");
        check("<a href=\"x>y", "<a> “y”");
    }

    #[test]
    fn attributes_in_any_quotes() {
        let read = |tag| attributes(tag).collect::<Vec<_>>();
        assert_eq!(read(" a=1 b = 'x y' C=\"z\" d/"), [("a", "1"), ("b", "x y"), ("C", "z"), ("d", "")]);
        assert_eq!(read(" a=\"1\"b='2'"), [("a", "1"), ("b", "2")]);
        assert_eq!(read(" href=/a/b/ =c é=è"), [("href", "/a/b/"), ("=c", ""), ("é", "è")]);
        assert_eq!(read(" a='never closed"), [("a", "never closed")]);
        assert_eq!(read(""), []);
    }
}
