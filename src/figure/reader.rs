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

/// A word in small letters without an allocation: the text itself, where it is in small letters already. Words with
/// capitals that are longer than the buffer are no term of any scanner and come out empty.
#[derive(Clone, Copy)]
pub(super) struct Short<'d> {
    small: Option<&'d str>,
    bytes: [u8; LONGEST],
    len: u8,
}

/// Bytes of the longest word with capitals that is looked up.
const LONGEST: usize = 24;

impl<'d> Short<'d> {
    fn lower(word: &'d str) -> Self {
        let mut short = Self { small: None, bytes: [0; LONGEST], len: 0 };
        let (mut ascii, mut small) = (true, true);
        for byte in word.bytes() {
            ascii &= byte.is_ascii();
            small &= !byte.is_ascii_uppercase();
        }
        if !ascii {
            return short;
        }
        if small {
            short.small = Some(word);
        } else if word.len() <= LONGEST {
            short.bytes[..word.len()].copy_from_slice(word.as_bytes());
            short.bytes.make_ascii_lowercase();
            short.len = word.len() as u8;
        }
        short
    }
}

impl std::ops::Deref for Short<'_> {
    type Target = str;

    fn deref(&self) -> &str {
        match self.small {
            Some(word) => word,
            // Copied from a string of ASCII: always valid.
            None => std::str::from_utf8(&self.bytes[..usize::from(self.len)]).unwrap_or_default(),
        }
    }
}

/// The tokens of one sentence. Positions are token indices of the document; outside the sentence there is nothing.
pub(super) struct Reader<'d> {
    text: &'d str,
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
    pub(super) fn new(document: &'d Document, lexicon: &'d Lexicon, sentence: usize) -> Self {
        Self {
            text: document.text(),
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
        if self.range.contains(&at) { self.tokens[at].span.of(self.text) } else { "" }
    }

    /// The token in small letters.
    pub(super) fn lower(&self, at: usize) -> Short<'d> {
        Short::lower(self.word(at))
    }

    /// The word before, in small letters.
    pub(super) fn before(&self, at: usize) -> Short<'d> {
        Short::lower(at.checked_sub(1).map_or("", |at| self.word(at)))
    }

    /// What the word does within a number in words.
    pub(super) fn number_word(&self, at: usize) -> Option<NumberWord> {
        // Most words are no part of a number: one look at the tag tells.
        if !self.flags(at).has(WordFlags::FIGURE) && !self.word(at).ends_with(['s', 'S']) {
            return None;
        }
        number_word(&self.lower(at))
    }

    /// Whether the word is `wanted`, capitals or not.
    pub(super) fn is(&self, at: usize, wanted: &str) -> bool {
        self.word(at).eq_ignore_ascii_case(wanted)
    }

    /// Whether the token is one of `wanted`, which are in small letters.
    pub(super) fn is_any(&self, at: usize, wanted: &[&str]) -> bool {
        let word = self.word(at);
        !word.is_empty() && wanted.iter().any(|wanted| word.eq_ignore_ascii_case(wanted))
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

    /// What stands between two tokens' ends.
    pub(super) fn gap(&self, at: usize) -> &'d str {
        match (self.tokens.get(at), self.tokens.get(at + 1)) {
            (Some(this), Some(next)) => &self.text[this.span.end() as usize..next.span.start() as usize],
            _ => "",
        }
    }
}
