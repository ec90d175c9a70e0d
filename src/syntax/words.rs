//! Where one token is two words to a parser: "do" and "n't", "we" and "'ll", "can" and "not".

use crate::{Document, document::TokenKind, text::Span};
use std::ops::Range;

/// Ends that are words of their own, with any apostrophe.
const ENDS: [&str; 6] = ["n't", "'ll", "'re", "'ve", "'d", "'m"];

/// The words of some tokens: where each stands, and the index of its token.
pub(crate) fn words_of<'d>(document: &'d Document, tokens: Range<usize>) -> impl Iterator<Item = (Span, u32)> + 'd {
    tokens.flat_map(move |index| {
        let token = document.tokens[index];
        let cut = match token.kind {
            TokenKind::Word => cut(document.small_str(index)),
            _ => None,
        };
        let middle = token.span.start() + cut.unwrap_or_default() as u32;
        let first = cut.map(|_| Span::new(token.span.start(), middle));
        first.into_iter().chain([Span::new(middle, token.span.end())]).map(move |span| (span, index as u32))
    })
}

/// Where the second word of a token begins, in bytes; none where it is one word.
fn cut(small: &str) -> Option<usize> {
    if small == "cannot" {
        return Some("can".len());
    }
    // Nearly all words have no apostrophe.
    if !small.contains(['\'', '’']) {
        return None;
    }
    let at = ENDS.iter().find_map(|end| beginning_of_end(small, end))?;
    (at > 0).then_some(at)
}

/// Where an end begins, its apostrophe of either form.
fn beginning_of_end(small: &str, end: &str) -> Option<usize> {
    let (before, after) = end.split_once('\'')?;
    let rest = small.strip_suffix(after)?;
    let rest = rest.strip_suffix(['\'', '’'])?;
    Some(rest.strip_suffix(before)?.len())
}

#[cfg(test)]
mod tests {
    use super::words_of;
    use crate::{Article, Models, pipeline::read_words};

    #[track_caller]
    fn check(text: &str, expected: &str) {
        let document = read_words(Article::every_letter(text), Models::embedded());
        let words: Vec<&str> =
            words_of(&document, 0..document.tokens.len()).map(|(span, _)| document.str(span)).collect();
        assert_eq!(words.join("|"), expected);
    }

    #[test]
    fn contractions_are_two_words() {
        check("They don't, we’ll.", "They|do|n't|,|we|’ll|.");
        check("I cannot say he'd come", "I|can|not|say|he|'d|come");
        check("O'Brien's dog", "O'Brien|'s|dog");
        check("rock 'n' roll", "rock|'|n|'|roll");
    }
}
