//! Lines that stand among an article's paragraphs and are no part of it, by what they say.

use super::credits::{Role, is_in};
use crate::text::{is_upper, lower};
use rustc_hash::FxHashMap;
use std::sync::LazyLock;

/// What a line is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Line {
    /// A part of the article.
    Text,
    /// A credit, a correction, a biography: it stays, and does not count.
    Aside,
    /// Of the page, not of the article.
    Out,
    /// The same, and it says that the rest of the article is kept back.
    Wall,
}

/// How a row of `seeds/lists/page-lines.txt` is compared.
#[derive(Clone, Copy, PartialEq, Eq)]
enum How {
    Whole,
    Begin,
    Order,
    Holds,
    Wall,
    Aside,
    Credit,
    Caption,
    Biography,
}

const KINDS: [(&str, How); 9] = [
    ("whole", How::Whole),
    ("begin", How::Begin),
    ("order", How::Order),
    ("holds", How::Holds),
    ("wall", How::Wall),
    ("aside", How::Aside),
    ("credit", How::Credit),
    ("caption", How::Caption),
    ("bio", How::Biography),
];

/// The rows by their first words, so that a line is read once.
static ROWS: LazyLock<FxHashMap<&str, Vec<(How, &str)>>> = LazyLock::new(|| {
    let mut rows: FxHashMap<&str, Vec<(How, &str)>> = FxHashMap::default();
    for line in include_str!("../../seeds/lists/page-lines.txt").lines() {
        let Some((kind, words)) = line.split_once(' ') else { continue };
        if let Some((_, how)) = KINDS.iter().find(|row| row.0 == kind) {
            rows.entry(first_word(words)).or_default().push((*how, words));
        }
    }
    rows
});

/// A signpost is no longer than this; a sentence that begins so and goes on is a sentence.
const SHORT: usize = 90;
/// A credit that has names before it is no longer than this.
const CREDIT: usize = 160;
/// Nor a longer notice.
const NOTICE: usize = 240;
/// Corrections and captions are longer; no more than this.
const LONG: usize = 600;

/// What a line is by its words.
pub(crate) fn line(text: &str) -> Line {
    if text.len() > LONG {
        return Line::Text;
    }
    let small = small(text);
    let line = Read::new(text, &small);
    if line.bare.is_empty() {
        return Line::Out;
    }
    // Whatever somebody says is the article's.
    let is_quoted = text.starts_with(['"', '“', '‘', '\'']);
    // A wall may also begin like a signpost, and a signpost hold a credit.
    let mut said = Line::Text;
    for (how, words, at) in phrases(line.bare) {
        match how {
            _ if is_quoted && how != How::Whole => {}
            How::Wall if line.bare.len() <= NOTICE => return Line::Wall,
            How::Whole | How::Begin | How::Order | How::Holds if line.is_out(how, words, at) => said = Line::Out,
            How::Aside | How::Credit | How::Caption if said == Line::Text && line.is_aside(how, at) => {
                said = Line::Aside;
            }
            _ => {}
        }
    }
    said
}

/// Whether a paragraph at an article's end says who wrote it: "Ann Lee is a reporter …".
pub(crate) fn is_biography(text: &str) -> bool {
    if text.len() > LONG {
        return false;
    }
    let small = small(text);
    let line = Read::new(text, &small);
    let says = phrases(line.bare).any(|(how, _, at)| how == How::Biography && at > 0 && line.follows_names(at));
    says || line.names_writer()
}

/// Character by character the same, so that what stands before a phrase can be looked up in the original.
fn small(text: &str) -> String {
    let plain = |c: char| match c {
        '’' => '\'',
        _ if c.is_whitespace() => ' ',
        _ => lower(c),
    };
    text.chars().map(plain).collect()
}

/// The rows that stand in a line, and where.
fn phrases(bare: &str) -> impl Iterator<Item = (How, &'static str, usize)> {
    let starts =
        std::iter::once(0).chain(bare.char_indices().zip(bare.char_indices().skip(1)).filter_map(|(one, two)| {
            let begins = !one.1.is_alphanumeric() && !two.1.is_whitespace();
            begins.then_some(two.0)
        }));
    starts.flat_map(move |at| {
        let rest = &bare[at..];
        let rows = ROWS.get(first_word(rest)).map(Vec::as_slice).unwrap_or_default();
        rows.iter().filter(move |(_, words)| begins(rest, words)).map(move |&(how, words)| (how, words, at))
    })
}

/// Whether words begin with a phrase, and do not go on within its last word.
fn begins(rest: &str, phrase: &str) -> bool {
    let open = phrase.ends_with(char::is_alphanumeric);
    let is_whole = |after: &str| !open || !after.starts_with(char::is_alphanumeric);
    rest.strip_prefix(phrase.trim_end_matches(':'))
        .is_some_and(|after| is_whole(after) && (!phrase.ends_with(':') || after.is_empty() || after.starts_with(':')))
}

/// The letters and digits that a text begins with, or its first mark.
fn first_word(text: &str) -> &str {
    let end = text.find(|c: char| !c.is_alphanumeric()).unwrap_or(text.len());
    let mark = text.chars().next().map_or(0, char::len_utf8);
    &text[..end.max(mark)]
}

/// A line and what is known of it.
struct Read<'t> {
    text: &'t str,
    small: &'t str,
    /// Where `bare` begins in `small`.
    start: usize,
    bare: &'t str,
    is_sentence: bool,
}

impl<'t> Read<'t> {
    fn new(text: &'t str, small: &'t str) -> Self {
        let mark = |c: char| !c.is_alphanumeric() && !"…©(".contains(c);
        let start = small.len() - small.trim_start_matches(mark).len();
        Self { text, small, start, bare: small[start..].trim_end_matches(mark), is_sentence: is_sentence(text) }
    }

    fn is_out(&self, how: How, words: &str, at: usize) -> bool {
        match how {
            How::Whole => at == 0 && self.bare.len() <= words.len(),
            How::Begin => at == 0 && self.bare.len() <= SHORT && !self.is_sentence,
            How::Order => at == 0 && self.bare.len() <= NOTICE,
            _ => self.bare.len() <= NOTICE,
        }
    }

    fn is_aside(&self, how: How, at: usize) -> bool {
        match how {
            How::Aside => at == 0,
            How::Credit => self.bare.len() <= CREDIT && self.follows_names(at),
            // "Roe (left) said" is a sentence of a paper that shows Roe beside it.
            _ => !SAID.iter().any(|said| self.small.contains(said)),
        }
    }

    /// "Ann Lee is the Echo's political editor": names, and soon behind them what a writer is.
    fn names_writer(&self) -> bool {
        const FEW: usize = 8;
        let Some(at) = self.bare.find(" is ").filter(|&at| self.follows_names(at)) else { return false };
        let words = self.bare[at..].split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
        words.take(FEW).any(|word| is_in(Role::Writer, word))
    }

    /// Whether nothing but names stands before: "Ann Lee and Bo Ray contributed".
    fn follows_names(&self, at: usize) -> bool {
        let count = self.small[..self.start + at].chars().count();
        let before: String = self.text.chars().take(count).collect();
        let mut words =
            before.split(|c: char| c.is_whitespace() || ",;|—–()".contains(c)).filter(|word| !word.is_empty());
        words.all(|word| word.starts_with(is_upper) || JOINERS.contains(&word))
    }
}

/// Words between names.
const JOINERS: [&str; 4] = ["and", "&", "of", "the"];
/// Verbs that a sentence has and a caption has not.
const SAID: [&str; 4] = [" said", " told ", " says", " added"];

/// Whether a line has some words and ends as a sentence does.
fn is_sentence(text: &str) -> bool {
    const FEW: usize = 6;
    let ends = text.trim_end_matches(['"', '”', '’', '\'', ')', ' ']).ends_with(['.', '!', '?']);
    ends && text.split_whitespace().nth(FEW).is_some()
}

#[cfg(test)]
mod tests {
    use super::{Line, line};

    #[test]
    fn signposts() {
        for (text, is) in [
            ("Advertisement", Line::Out),
            ("READ MORE: The river rose", Line::Out),
            ("© 2024 Norbury News", Line::Out),
            ("• • •", Line::Out),
            ("Share", Line::Out),
            ("Sign up for the letter that we send on Fridays, and read of the river first.", Line::Out),
            ("Subscribe to continue reading.", Line::Wall),
            ("The mayor said no.", Line::Text),
            ("Related work cost $3 million.", Line::Text),
        ] {
            assert_eq!(line(text), is, "{text}");
        }
    }

    #[test]
    fn asides() {
        for text in [
            "Ann Lee and Bo Ray contributed to this report.",
            "Bo Ray reported from Norbury.",
            "Additional reporting by Bo Ray",
            "Editor’s note: This was first told in May.",
            "This article was amended on 4 May 2024. A picture showed the Orr at Tolland, not at Norbury, as we had it.",
            "Ann Lee (left) and Bo Ray (right) beside the river on Monday.",
            "File photo: the old mill on the Orr",
            "The author is a former judge. The views are his own.",
        ] {
            assert_eq!(line(text), Line::Aside, "{text}");
        }
    }

    #[test]
    fn sentences_that_only_begin_alike() {
        for text in [
            "It changed its privacy policy on Monday, the company said.",
            "More from the south is expected to arrive on Monday.",
            "Twelve deaths were reported from the south of the county.",
            "Copyright law was changed by parliament on Tuesday.",
            "Brokers earn a commission of 3% on each sale.",
            "Sites that use cookies have to ask, the court found.",
            "The judge refused to read the full statement.",
            "Getty Images said on Monday that it would sell its archive.",
            "Lee (left) said she had seen no water for days.",
            "The paper was praised for its reporting by two juries.",
        ] {
            assert_eq!(line(text), Line::Text, "{text}");
        }
    }
}
