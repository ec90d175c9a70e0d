use super::plain::{KINDS, actors, facts, one_line, quote_line, told_quotes};
use crate::Digest;
use std::fmt::Write;

/// A page of Markdown. Characters that mean something in Markdown are escaped.
pub fn to_markdown(digest: &Digest) -> String {
    let mut out = String::new();
    if let Some(title) = &digest.title {
        let _ = writeln!(out, "# {}\n", escape(&one_line(title)));
    }
    section(&mut out, "Key points", digest.key_points.iter().map(|point| point.text.clone()));
    for (kind, heading) in KINDS {
        section(&mut out, heading, actors(digest, kind));
    }
    section(&mut out, "By the numbers", facts(digest));
    section(&mut out, "Quotes", told_quotes(digest).map(|quote| quote_line(digest, quote)));
    for notice in &digest.notices {
        let _ = writeln!(out, "> {}\n", notice.message);
    }
    out.truncate(out.trim_end().len());
    out.push('\n');
    out
}

fn section(out: &mut String, heading: &str, lines: impl Iterator<Item = String>) {
    let mut lines = lines.peekable();
    if lines.peek().is_some() {
        let _ = writeln!(out, "## {heading}\n");
        for line in lines {
            let _ = writeln!(out, "* {}", escape(&line));
        }
        out.push('\n');
    }
}

/// Puts a backslash before what Markdown would read as markup.
pub(crate) fn escape(text: &str) -> String {
    let is_start = |c: char| matches!(c, '#' | '+' | '-' | '>' | '~');
    let is_mark = |c: char| matches!(c, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '|' | '&');
    // Most texts hold nothing of the kind.
    if !text.starts_with(|c: char| c.is_ascii_digit() || is_start(c)) && !text.bytes().any(|byte| is_mark(byte.into()))
    {
        return text.to_owned();
    }
    let mut out = String::with_capacity(text.len());
    for (at, c) in text.char_indices() {
        let starts = at == 0 && is_start(c);
        // A list's number has a space behind it; a figure such as 4.5% has none.
        let numbered = matches!(c, '.' | ')')
            && at > 0
            && text[..at].bytes().all(|byte| byte.is_ascii_digit())
            && !text[at + 1..].starts_with(|next: char| !next.is_whitespace());
        if starts || numbered || is_mark(c) {
            out.push('\\');
        }
        out.push(c);
    }
    out
}

#[cfg(test)]
mod tests {
    #[test]
    fn escapes() {
        for (text, expected) in [
            ("[Zelensky] met *them*", "\\[Zelensky\\] met \\*them\\*"),
            ("# 5", "\\# 5"),
            ("1. First", "1\\. First"),
            ("12) Second", "12\\) Second"),
            ("7.", "7\\."),
            ("4.5% of it", "4.5% of it"),
            ("<script>", "\\<script>"),
            ("a - b", "a - b"),
        ] {
            assert_eq!(super::escape(text), expected);
        }
    }
}
