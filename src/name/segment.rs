//! Where names can stand at all: stretches of capitals and the small words between them. Everything else is left out
//! before the model looks, which is most of a text.

use super::bilou::{ANY, JOINT, LabelSet, TAIL};
use crate::{
    document::{Case, Tag, Token, TokenKind},
    lexicon::WordFlags,
    text::Span,
};
use std::ops::Range;

/// Capitals may be this many small words apart in one name: "Centers for Disease Control", "House of the People".
const WIDEST_GAP: usize = 3;

/// The stretches of a sentence, in order: their tokens.
pub(crate) struct Segments<'d> {
    pub(crate) text: &'d str,
    pub(crate) tokens: &'d [Token],
    pub(crate) tags: &'d [Tag],
    /// For each token.
    capitals: Vec<bool>,
}

impl<'d> Segments<'d> {
    /// Looks which tokens can begin a name.
    pub(crate) fn new(text: &'d str, tokens: &'d [Token], tags: &'d [Tag]) -> Self {
        let mut segments = Self { text, tokens, tags, capitals: Vec::new() };
        segments.capitals = (0..tokens.len()).map(|at| segments.begins_name(at)).collect();
        segments
    }

    /// The stretch that begins first at or behind `range.start`.
    pub(crate) fn next(&self, range: Range<usize>) -> Option<Range<usize>> {
        let start = range.clone().find(|&at| self.is_capital(at))?;
        let mut end = start + 1;
        while end < range.end {
            if self.is_capital(end) || self.is_tail(end) {
                end += 1;
                continue;
            }
            if end + 1 < range.end && self.is_tail(end + 1) {
                end += 2;
                continue;
            }
            let gap = (end..range.end.min(end + WIDEST_GAP)).take_while(|&at| self.is_joint(at)).count();
            match (end + 1..=end + gap).find(|&at| at < range.end && self.is_capital(at)) {
                Some(capital) => end = capital + 1,
                None => break,
            }
        }
        Some(start..end)
    }

    /// What a token of a stretch may be.
    pub(crate) fn labels(&self, at: usize) -> LabelSet {
        if self.is_capital(at) {
            ANY
        } else if self.is_tail(at) {
            TAIL
        } else {
            JOINT
        }
    }

    /// Whether a name may begin with the token: a capital, or the small word that begins "al-Sharaa", "von der Leyen".
    pub(crate) fn is_capital(&self, at: usize) -> bool {
        self.capitals[at]
    }

    fn begins_name(&self, at: usize) -> bool {
        self.tokens[at].kind == TokenKind::Word
            && match self.tags[at].case {
                Case::Title | Case::Upper | Case::Mixed => self.word(at) != "I",
                Case::Lower => self.opens_name(at),
                Case::None => false,
            }
    }

    fn opens_name(&self, at: usize) -> bool {
        let particle = |at: usize| {
            matches!(
                self.word(at),
                "al" | "el"
                    | "von"
                    | "van"
                    | "de"
                    | "der"
                    | "den"
                    | "du"
                    | "da"
                    | "di"
                    | "del"
                    | "bin"
                    | "ibn"
                    | "dos"
                    | "ter"
                    | "ul"
            )
        };
        let titled =
            |at: usize| matches!(self.tags.get(at), Some(tag) if matches!(tag.case, Case::Title | Case::Upper));
        particle(at)
            && (titled(at + 1)
                || self.tokens.get(at + 1).is_some_and(|next| next.kind == TokenKind::Hyphen) && titled(at + 2)
                || at + 2 < self.tokens.len() && particle(at + 1) && titled(at + 2))
    }

    /// "Channel 4", "Apollo 13"; "Kim Yeon-joo".
    fn is_tail(&self, at: usize) -> bool {
        match self.tokens[at].kind {
            TokenKind::Number => at > 0 && self.is_capital(at - 1),
            TokenKind::Word => {
                self.tags[at].case == Case::Lower
                    && at > 1
                    && self.tokens[at - 1].kind == TokenKind::Hyphen
                    && self.is_capital(at - 2)
            }
            _ => false,
        }
    }

    fn is_joint(&self, at: usize) -> bool {
        match self.tokens[at].kind {
            TokenKind::Word => {
                self.tags[at].flags.has(WordFlags::JOINER)
                    || matches!(
                        self.word(at),
                        "in" | "on" | "to" | "at" | "with" | "without" | "et" | "und" | "e" | "a" | "an"
                    )
            }
            TokenKind::Clitic | TokenKind::Hyphen | TokenKind::Number => true,
            TokenKind::Other | TokenKind::Symbol => matches!(self.word(at), "&" | "/" | "+"),
            TokenKind::Comma => self.word(at) == ",",
            TokenKind::Terminal => self.word(at) == ".",
            TokenKind::Quote => matches!(self.word(at), "'" | "’"),
            TokenKind::Dash => self.word(at) == "–",
            _ => false,
        }
    }

    /// The tokens of a span that begins and ends with one.
    pub(crate) fn tokens_in(&self, span: Span) -> Range<usize> {
        let start = self.tokens.partition_point(|token| token.span.start() < span.start());
        let end = self.tokens.partition_point(|token| token.span.start() < span.end());
        start..end
    }

    fn word(&self, at: usize) -> &str {
        self.tokens[at].span.of(self.text)
    }
}
