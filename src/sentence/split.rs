//! The first half: every place where a sentence could end.

use crate::document::{Token, TokenKind};

/// Ends of candidate sentences, as token counts; the last one is `tokens.len()`.
///
/// A sentence can end at a terminal mark, with the closing quotes and brackets that touch it, at an abbreviation's
/// full stop, and before the marks of a list that is written in one line.
pub(super) fn split(text: &str, tokens: &[Token]) -> Vec<usize> {
    let mut ends = Vec::new();
    let mut list = List::default();
    let mut index = 0;
    while index < tokens.len() {
        let item = list.item(text, tokens, index);
        if item > 0 {
            if index > 0 && ends.last() != Some(&index) {
                ends.push(index);
            }
            // The full stop of "2." ends nothing.
            index += item;
            continue;
        }
        let token = tokens[index];
        let abbreviation = token.kind == TokenKind::Word && token.span.of(text).ends_with('.');
        index += 1;
        if token.kind != TokenKind::Terminal && !abbreviation {
            continue;
        }
        if let Some(dots) = spaced_dots(text, tokens, index - 1) {
            index = dots;
        }
        while index < tokens.len() && tokens[index - 1].touches(tokens[index]) && closes(text, tokens, index) {
            index += 1;
        }
        while let Some(next) = citation(text, tokens, index) {
            index = next;
        }
        if index < tokens.len() {
            ends.push(index);
        }
    }
    if !tokens.is_empty() {
        ends.push(tokens.len());
    }
    ends
}

/// The token behind an ellipsis that is written with spaces, `. . .`, where one begins here.
///
/// Behind a sentence's own full stop (`so. . . . The`), the ellipsis begins what follows.
fn spaced_dots(text: &str, tokens: &[Token], at: usize) -> Option<usize> {
    let is_dot = |index: usize| tokens.get(index).is_some_and(|token| token.span.of(text) == ".");
    let touches_word = at > 0 && tokens[at - 1].touches(tokens[at]);
    let dots = (at..tokens.len()).take_while(|&index| is_dot(index)).count();
    let goes_on = tokens.get(at + dots).is_some_and(|next| next.kind == TokenKind::Word);
    (dots >= 3 && !(touches_word && dots > 3 && goes_on)).then_some(at + dots)
}

/// The token behind a reference, `[12]`, which belongs to the sentence before it.
fn citation(text: &str, tokens: &[Token], at: usize) -> Option<usize> {
    let [open, number, close] = tokens.get(at..at + 3)? else { return None };
    let is_citation = open.span.of(text) == "["
        && number.kind == TokenKind::Number
        && close.span.of(text) == "]"
        && number.span.len() <= 3;
    is_citation.then_some(at + 3)
}

/// Whether the token is a mark that belongs to the sentence before it.
fn closes(text: &str, tokens: &[Token], index: usize) -> bool {
    let token = tokens[index];
    match token.kind {
        TokenKind::Close | TokenKind::Terminal => true,
        TokenKind::Quote => {
            let opening = token.span.of(text).starts_with(['“', '‘', '«', '„']);
            // A straight quote that touches the next word opens the next sentence.
            !opening && tokens.get(index + 1).is_none_or(|&next| !token.touches(next) || next.kind != TokenKind::Word)
        }
        _ => false,
    }
}

/// How the items of a list are marked.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Mark {
    /// `1.`
    Dot,
    /// `1)`
    Bracket,
    /// `1.)`
    Both,
    /// `a.`
    Letter,
}

/// A list within one block: it has to begin the block, and each mark has to follow the one before it.
#[derive(Default)]
struct List {
    last: Option<(Mark, u32)>,
}

impl List {
    /// How many tokens of a list mark begin at the token; 0 where none does.
    fn item(&mut self, text: &str, tokens: &[Token], at: usize) -> usize {
        if at > 0 && self.last.is_none() {
            return 0;
        }
        let bullet = usize::from(matches!(tokens[at].span.of(text), "•" | "⁃" | "‣" | "▪"));
        let Some((mark, number, len)) = mark(text, tokens, at + bullet) else { return 0 };
        let follows = self.last.is_none_or(|(last, before)| last == mark && before + 1 == number);
        if !follows || at == 0 && bullet == 0 && number != 1 {
            return 0;
        }
        self.last = Some((mark, number));
        bullet + len
    }
}

/// A list mark, its number and the tokens it is made of.
fn mark(text: &str, tokens: &[Token], at: usize) -> Option<(Mark, u32, usize)> {
    let token = tokens.get(at)?;
    let word = token.span.of(text);
    let touching = |index: usize, wanted: &str| {
        tokens.get(index).is_some_and(|&next| tokens[index - 1].touches(next) && next.span.of(text) == wanted)
    };
    let spaced = |len: usize| tokens.get(at + len).is_some_and(|&next| !tokens[at + len - 1].touches(next));
    let (mark, number, len) = match token.kind {
        TokenKind::Number if word.len() <= 2 => {
            let number = word.parse().ok()?;
            match (touching(at + 1, "."), touching(at + 1, ")"), touching(at + 2, ")")) {
                (true, _, true) => (Mark::Both, number, 3),
                (true, _, false) => (Mark::Dot, number, 2),
                (false, true, _) => (Mark::Bracket, number, 2),
                _ => return None,
            }
        }
        TokenKind::Word => {
            let bytes = word.as_bytes();
            let letter = *bytes.first().filter(|byte| byte.is_ascii_lowercase())?;
            let len = if bytes.len() == 1 && touching(at + 1, ".") {
                2
            } else if bytes.len() == 2 && bytes[1] == b'.' {
                1
            } else {
                return None;
            };
            (Mark::Letter, u32::from(letter - b'a') + 1, len)
        }
        _ => return None,
    };
    spaced(len).then_some((mark, number, len))
}
