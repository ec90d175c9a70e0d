//! One sentence, as the scanners of figures see it.

use super::{
    numeral::Numeral,
    words::{NumberWord, number_word},
};
use crate::{
    Document, Lexicon,
    lexicon::WordFlags,
    name::Mention,
    tag::{Case, Tag},
    text::Span,
    token::{Token, TokenKind},
};
use std::{cell::Cell, ops::Range};

/// The tokens of a document as words, cut once: the scanners look at each dozens of times.
pub(super) struct Words<'d> {
    /// As they are written.
    written: Vec<&'d str>,
    /// In small letters.
    small: Vec<&'d str>,
}

impl<'d> Words<'d> {
    pub(super) fn new(document: &'d Document) -> Self {
        let cut = |text: &'d str| document.tokens().iter().map(|token| token.span.of(text)).collect();
        Self { written: cut(document.text()), small: cut(&document.small) }
    }
}

/// The tokens of one sentence. Positions are token indices of the document; outside the sentence there is nothing.
pub(super) struct Reader<'d> {
    text: &'d str,
    words: &'d Words<'d>,
    tokens: &'d [Token],
    tags: &'d [Tag],
    names: &'d [Mention],
    pub(super) lexicon: &'d Lexicon,
    /// The tokens of the sentence.
    pub(super) range: Range<usize>,
    /// Index of the sentence.
    pub(super) sentence: u32,
    /// The number that was read last, and where.
    pub(super) last_numeral: Cell<Option<LastNumeral>>,
}

/// Where a number was looked for, whether as money, and what was found.
type LastNumeral = ((usize, bool), Option<Numeral>);

impl<'d> Reader<'d> {
    pub(super) fn new(document: &'d Document, words: &'d Words<'d>, lexicon: &'d Lexicon, sentence: usize) -> Self {
        Self {
            text: document.text(),
            words,
            tokens: document.tokens(),
            tags: document.tags(),
            names: document.names(),
            lexicon,
            range: document.sentences()[sentence].tokens(),
            sentence: sentence as u32,
            last_numeral: Cell::new(None),
        }
    }

    /// The token's kind; none outside the sentence.
    pub(super) fn kind(&self, at: usize) -> Option<TokenKind> {
        self.range.contains(&at).then(|| self.tokens[at].kind)
    }

    /// The token as it is written; empty outside the sentence.
    pub(super) fn word(&self, at: usize) -> &'d str {
        if self.range.contains(&at) { self.words.written[at] } else { "" }
    }

    /// The token in small letters.
    pub(super) fn lower(&self, at: usize) -> &'d str {
        if self.range.contains(&at) { self.words.small[at] } else { "" }
    }

    /// The word before, in small letters.
    pub(super) fn before(&self, at: usize) -> &'d str {
        at.checked_sub(1).map_or("", |at| self.lower(at))
    }

    /// What the word does within a number in words.
    pub(super) fn number_word(&self, at: usize) -> Option<NumberWord> {
        // Most words are no part of a number: one look at the tag tells.
        if !self.flags(at).has(WordFlags::FIGURE) && !self.word(at).ends_with(['s', 'S']) {
            return None;
        }
        number_word(self.lower(at))
    }

    /// Whether the word is `wanted`, which is in small letters, capitals or not.
    pub(super) fn is(&self, at: usize, wanted: &str) -> bool {
        self.lower(at) == wanted
    }

    /// Whether the token is one of `wanted`, which are in small letters.
    pub(super) fn is_any(&self, at: usize, wanted: &[&str]) -> bool {
        wanted.contains(&self.lower(at))
    }

    /// Whether nothing stands between the token and the next one.
    pub(super) fn touches(&self, at: usize) -> bool {
        self.range.contains(&at) && self.range.contains(&(at + 1)) && self.tokens[at].touches(self.tokens[at + 1])
    }

    /// Whether nothing stands between the token and the one before.
    pub(super) fn touched(&self, at: usize) -> bool {
        at > self.range.start && self.touches(at - 1)
    }

    pub(super) fn is_number(&self, at: usize) -> bool {
        self.kind(at) == Some(TokenKind::Number)
    }

    pub(super) fn is_word(&self, at: usize) -> bool {
        self.kind(at) == Some(TokenKind::Word)
    }

    pub(super) fn is_hyphen(&self, at: usize) -> bool {
        self.kind(at) == Some(TokenKind::Hyphen)
    }

    /// A hyphen or dash, as between the ends of a range.
    pub(super) fn is_dash(&self, at: usize) -> bool {
        matches!(self.kind(at), Some(TokenKind::Hyphen | TokenKind::Dash))
    }

    pub(super) fn case(&self, at: usize) -> Case {
        if self.range.contains(&at) { self.tags[at].case } else { Case::None }
    }

    pub(super) fn flags(&self, at: usize) -> WordFlags {
        if self.range.contains(&at) { self.tags[at].flags } else { WordFlags::default() }
    }

    /// The bytes from the token `first` to the one before `end`.
    pub(super) fn span(&self, first: usize, end: usize) -> Span {
        self.tokens[first].span.cover(self.tokens[end.max(first + 1) - 1].span)
    }

    /// The name that covers the token, where there is one.
    pub(super) fn name_at(&self, at: usize) -> Option<Span> {
        let span = self.tokens.get(at)?.span;
        let index = self.names.partition_point(|name| name.span.end() <= span.start());
        self.names.get(index).map(|name| name.span).filter(|name| name.contains(span))
    }

    /// The krone of the country that is named first among the tokens.
    pub(super) fn krone(&self, mut range: Range<usize>) -> Option<&'static str> {
        range.end = range.end.min(self.tokens.len());
        self.words.small[range].iter().find_map(|&word| match word {
            "norway" | "norwegian" | "norwegians" | "oslo" => Some("NOK"),
            "denmark" | "danish" | "danes" | "copenhagen" => Some("DKK"),
            _ => None,
        })
    }

    /// What stands between two tokens' ends.
    pub(super) fn gap(&self, at: usize) -> &'d str {
        match (self.tokens.get(at), self.tokens.get(at + 1)) {
            (Some(this), Some(next)) => &self.text[this.span.end() as usize..next.span.start() as usize],
            _ => "",
        }
    }
}
