//! Pasted text as people mean it: without marks that nobody sees, with entities written out, with words whole that a line's
//! end broke.
//!
//! What was given stays what offsets count in: an [`Edit`] says which bytes of it became which of the text.

use super::html::entity::{Place, reference};
use crate::text::Span;
use rustc_hash::FxHashSet;
use std::{borrow::Cow, sync::LazyLock};

/// A few bytes that are read as others, or not at all.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
struct Edit {
    /// Where they stand in the text that is read.
    read: Span,
    /// Where they stand in what was given.
    given: Span,
}

/// Which bytes of what was given became which of the text; in order.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(super) struct Edits(Vec<Edit>);

impl Edits {
    /// Where a span of the text stands in what was given.
    pub(super) fn given(&self, span: Span) -> Span {
        let start = self.shift(span.start(), |edit| edit.read.end() <= span.start());
        // What was left out behind the last letter does not belong to it.
        let end = self.shift(span.end(), |edit| {
            edit.read.end() <= span.end() && !(edit.read.is_empty() && edit.read.end() == span.end())
        });
        Span::new(start.min(end), end)
    }

    /// What was given at a span of the text, without the ends of lines that broke a word.
    pub(super) fn copied<'g>(&self, given: &'g str, span: Span) -> Cow<'g, str> {
        let place = self.given(span);
        let first = self.0.partition_point(|edit| edit.given.start() < place.start());
        let within = self.0[first..].iter().take_while(|edit| edit.given.end() <= place.end());
        let broken = within.filter(|edit| edit.given.of(given).contains(['\n', '\r']));
        let mut copied = String::new();
        let mut done = place.start();
        for edit in broken {
            copied.push_str(Span::new(done, edit.given.start()).of(given));
            copied.extend(edit.given.of(given).split_whitespace());
            done = edit.given.end();
        }
        if done == place.start() {
            return Cow::Borrowed(place.of(given));
        }
        copied.push_str(Span::new(done, place.end()).of(given));
        Cow::Owned(copied)
    }

    fn shift(&self, byte: u32, is_before: impl Fn(&Edit) -> bool) -> u32 {
        let count = self.0.partition_point(is_before);
        count.checked_sub(1).map_or(byte, |last| self.0[last].given.end() + (byte - self.0[last].read.end()))
    }
}

/// Words before a hyphen that belongs to the word: "long-term", "co-owner".
static FIRST_PARTS: LazyLock<FxHashSet<&str>> = LazyLock::new(|| {
    let lines = include_str!("../../seeds/lists/hyphen-first-parts.txt").lines();
    lines.filter(|line| !line.starts_with('#')).collect()
});

/// The text as it is meant, and what was changed for it; none where nothing is.
pub(super) fn clean(given: &str) -> Option<(String, Edits)> {
    let mut suspects = Suspects { text: given, at: 0, is_reply: is_reply(given) }.peekable();
    suspects.peek()?;
    let mut text = String::with_capacity(given.len());
    let mut edits = Vec::new();
    let mut done = 0;
    for at in suspects {
        if at < done {
            continue;
        }
        let Some((len, value)) = change(given, at) else { continue };
        text.push_str(&given[done..at]);
        let start = text.len();
        text.push_str(&value);
        edits.push(Edit { read: Span::from_range(start..text.len()), given: Span::from_range(at..at + len) });
        done = at + len;
    }
    text.push_str(&given[done..]);
    (!edits.is_empty()).then_some((text, Edits(edits)))
}

/// The places where something may have to be changed.
struct Suspects<'t> {
    text: &'t str,
    at: usize,
    is_reply: bool,
}

impl Iterator for Suspects<'_> {
    type Item = usize;

    fn next(&mut self) -> Option<usize> {
        let bytes = self.text.as_bytes();
        let is_suspect = |at: usize| match bytes[at] {
            b'&' => true,
            b'>' => self.is_reply && at.checked_sub(1).is_none_or(|before| matches!(bytes[before], b'\n' | b'\r')),
            b'-' => matches!(bytes.get(at + 1), Some(b'\n' | b'\r')),
            0xc2 => bytes.get(at + 1) == Some(&0xad),
            0xe2 => matches!(bytes.get(at + 1..at + 3), Some([0x80, 0x8b..=0x90 | 0xaa..=0xae] | [0x81, 0xa0..=0xaf])),
            0xef => bytes.get(at + 1..at + 3) == Some(&[0xbb, 0xbf]),
            _ => false,
        };
        let found = (self.at..bytes.len()).find(|&at| is_suspect(at))?;
        self.at = found + 1;
        Some(found)
    }
}

/// Whether a text is quoted in an answer by mail: most lines begin with `>`.
fn is_reply(given: &str) -> bool {
    const FEW: usize = 3;
    if !given.contains('>') {
        return false;
    }
    let lines = || given.lines().filter(|line| !line.trim().is_empty());
    let quoted = lines().filter(|line| line.starts_with('>')).count();
    quoted >= FEW && quoted * 3 > lines().count() * 2
}

/// How many bytes at a place are read as what.
fn change(given: &str, at: usize) -> Option<(usize, String)> {
    let rest = &given[at..];
    let first = rest.chars().next()?;
    match first {
        '&' => entity(rest),
        '>' => Some((rest.len() - rest.trim_start_matches(['>', ' ']).len(), String::new())),
        '-' | '\u{2010}' | '\u{ad}' if ends_line(&rest[first.len_utf8()..]) => broken_word(given, at, first),
        '\u{ad}' => Some((2, String::new())),
        // Joiners hold emoji and letters of other scripts together.
        '\u{200c}' | '\u{200d}' => is_in_word(given, at, first).then(|| (3, String::new())),
        '\u{2010}' | '-' => None,
        // A mark at the very beginning says how the file was written: no part of any word, and left as it is.
        '\u{feff}' if at == 0 => None,
        mark => Some((mark.len_utf8(), String::new())),
    }
}

/// A reference that is written with all its marks, of a character that is seen.
fn entity(rest: &str) -> Option<(usize, String)> {
    let mut value = String::new();
    let len = reference(rest, Place::Text, &mut value)?;
    let shown = !value.is_empty() && !value.contains(|c: char| c.is_control() || c == '\u{fffd}');
    let whole = rest[..len].ends_with(';');
    (shown && whole).then(|| (len, value.replace('\u{a0}', " ")))
}

fn ends_line(rest: &str) -> bool {
    rest.starts_with(['\n', '\r'])
}

fn is_in_word(given: &str, at: usize, mark: char) -> bool {
    let is_latin = |c: char| c.is_ascii_alphanumeric();
    given[..at].ends_with(is_latin) && given[at + mark.len_utf8()..].starts_with(is_latin)
}

/// "mil-⏎lion": a word that goes on in the next line. The hyphen stays where it belongs to the word, as in "long-⏎term".
fn broken_word(given: &str, at: usize, hyphen: char) -> Option<(usize, String)> {
    const LONGEST: usize = 40;
    let behind = &given[at + hyphen.len_utf8()..];
    let line = behind.strip_prefix("\r\n").or_else(|| behind.strip_prefix(['\n', '\r']))?;
    // Columns are indented.
    let next = line.trim_start_matches([' ', '\t', '\u{a0}']);
    let begin = (0..=at.saturating_sub(LONGEST)).rev().find(|&begin| given.is_char_boundary(begin)).unwrap_or_default();
    let before = &given[begin..at];
    let word = before.rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
    let goes_on = !word.is_empty() && next.starts_with(char::is_lowercase);
    let len = given.len() - at - next.len();
    if !goes_on {
        return None;
    }
    let end = next.split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
    // "long-⏎er" is one word.
    let is_ending = ["er", "ers", "est", "ly"].contains(&end);
    let keeps = hyphen != '\u{ad}' && !is_ending && FIRST_PARTS.contains(word.to_lowercase().as_str());
    Some((len, if keeps { "-".to_owned() } else { String::new() }))
}

#[cfg(test)]
mod tests {
    use super::clean;
    use crate::text::Span;

    fn check(given: &str, text: &str) {
        let read = clean(given).map_or_else(|| given.to_owned(), |(text, _)| text);
        assert_eq!(read, text, "{given}");
    }

    #[test]
    fn marks_that_nobody_sees() {
        check("The coun\u{ad}cil paid £12\u{200b}m.", "The council paid £12m.");
        check("\u{feff}Rain\u{2060}fall", "\u{feff}Rainfall");
        check("👩\u{200d}🔬 and a\u{200d}b", "👩\u{200d}🔬 and ab");
    }

    #[test]
    fn entities() {
        check("It cost &pound;12m &amp; more&hellip;", "It cost £12m & more…");
        check("&#8220;Yes,&#8221; she said.", "“Yes,” she said.");
        check("R&D, AT&T; Marks & Spencer &copy &bogus; &#0;", "R&D, AT&T; Marks & Spencer &copy &bogus; &#0;");
    }

    #[test]
    fn quoted_mail() {
        check(
            "Ann wrote:\n> Rain fell\n> > on the\n> town.\n> It rose.",
            "Ann wrote:\nRain fell\non the\ntown.\nIt rose.",
        );
        check("> one line", "> one line");
    }

    #[test]
    fn words_that_a_line_broke() {
        check("cost £9 mil-\nlion and a long-\r\n  term plan", "cost £9 million and a long-term plan");
        check("It ends -\nand goes on", "It ends -\nand goes on");
        check("a list-\n\nnext", "a list-\n\nnext");
        check("the Orr-\nValley line", "the Orr-\nValley line");
        check("the coun\u{ad}\ncil", "the council");
    }

    #[test]
    fn places_are_those_of_what_was_given() {
        let given = "It cost &pound;12\u{200b}m in the coun-\ncil.\u{200b}";
        let (text, edits) = clean(given).expect("changes");
        for (words, expected) in
            [("£12m", "&pound;12\u{200b}m"), ("council", "coun-\ncil"), ("It", "It"), ("cil.", "cil.")]
        {
            let start = text.find(words).expect("in the text");
            let span = edits.given(Span::from_range(start..start + words.len()));
            assert_eq!(span.of(given), expected);
        }
        let start = text.find("the council").expect("in the text");
        assert_eq!(edits.copied(given, Span::from_range(start..start + 11)), "the coun-cil");
    }
}
