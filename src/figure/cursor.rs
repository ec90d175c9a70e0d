//! One sentence, token by token: what each word is, and what stands around it.

use crate::{
    Document, Lexicon, Models,
    document::{Case, Mention, Tag, Token, TokenKind},
    lexicon::{List, ListSet, WordFlags},
    sentence::stands_in_dateline,
    syntax::Grammar,
    text::Span,
};
use std::ops::Range;

/// A position outside every sentence, so far from both ends that a step from it stays outside.
const NOWHERE: usize = usize::MAX / 2;

/// The position `count` tokens before `at`; where the article has no such token, one that reads as empty.
pub(super) fn back(at: usize, count: usize) -> usize {
    at.checked_sub(count).unwrap_or(NOWHERE)
}

/// The tokens of a document as words, cut once: the scanners look at each dozens of times.
pub(super) struct Words<'d> {
    /// As they are written.
    written: Vec<&'d str>,
    lowercase: Vec<&'d str>,
}

impl<'d> Words<'d> {
    pub(super) fn new(document: &'d Document) -> Self {
        let cut = |text: &'d str| document.tokens().iter().map(|token| token.span.of(text)).collect();
        Self { written: cut(document.text()), lowercase: cut(&document.small) }
    }
}

/// The tokens of one sentence. Positions are token indices of the document; outside the sentence every look is empty.
pub(super) struct Cursor<'d> {
    text: &'d str,
    words: &'d Words<'d>,
    tokens: &'d [Token],
    tags: &'d [Tag],
    lists: &'d [ListSet],
    names: &'d [Mention],
    models: &'d Models,
    document: &'d Document<'d>,
    bounds: Range<usize>,
    sentence: u32,
}

impl<'d> Cursor<'d> {
    pub(super) fn new(document: &'d Document<'d>, words: &'d Words<'d>, models: &'d Models, sentence: usize) -> Self {
        Self {
            text: document.text(),
            words,
            tokens: document.tokens(),
            tags: document.tags(),
            lists: &document.lists,
            names: document.names(),
            models,
            document,
            bounds: document.sentences()[sentence].tokens(),
            sentence: sentence as u32,
        }
    }

    pub(super) fn lexicon(&self) -> &'d Lexicon {
        self.models.lexicon
    }

    /// The sentence's grammar; it is parsed when it is first asked for.
    pub(super) fn grammar(&self) -> Option<Grammar<'d>> {
        self.document.grammar(self.sentence as usize, self.models)
    }

    /// Index of the sentence.
    pub(super) fn sentence(&self) -> u32 {
        self.sentence
    }

    /// The tokens of the sentence.
    pub(super) fn bounds(&self) -> Range<usize> {
        self.bounds.clone()
    }

    /// The sentence's first token.
    pub(super) fn start(&self) -> usize {
        self.bounds.start
    }

    /// One past the sentence's last token.
    pub(super) fn end(&self) -> usize {
        self.bounds.end
    }

    /// Whether the position is a token of the sentence.
    pub(super) fn contains(&self, at: usize) -> bool {
        self.bounds.contains(&at)
    }

    /// The tokens before `at`, so many at most.
    pub(super) fn preceding(&self, at: usize, most: usize) -> Range<usize> {
        self.bounds.start.max(at.saturating_sub(most))..at
    }

    /// The tokens from `at` on, so many at most.
    pub(super) fn following(&self, at: usize, most: usize) -> Range<usize> {
        at..self.bounds.end.min(at + most)
    }

    /// The tokens around `at`: so many before at most, and so many from it on.
    pub(super) fn around(&self, at: usize, before: usize, from: usize) -> Range<usize> {
        self.preceding(at, before).start..self.following(at, from).end
    }

    /// The token's kind; none outside the sentence.
    pub(super) fn kind(&self, at: usize) -> Option<TokenKind> {
        self.contains(at).then(|| self.tokens[at].kind)
    }

    /// The token as it is written; empty outside the sentence.
    pub(super) fn word(&self, at: usize) -> &'d str {
        if self.contains(at) { self.words.written[at] } else { "" }
    }

    /// The token in lowercase.
    pub(super) fn lowercase(&self, at: usize) -> &'d str {
        if self.contains(at) { self.words.lowercase[at] } else { "" }
    }

    /// The word before, in lowercase.
    pub(super) fn before(&self, at: usize) -> &'d str {
        self.lowercase(back(at, 1))
    }

    /// Whether the word is `wanted`, which is lowercase, capitals or not.
    pub(super) fn is(&self, at: usize, wanted: &str) -> bool {
        self.lowercase(at) == wanted
    }

    /// Whether the token is one of `wanted`, which are lowercase.
    pub(super) fn is_any(&self, at: usize, wanted: &[&str]) -> bool {
        wanted.contains(&self.lowercase(at))
    }

    /// Whether these words, which are lowercase, stand from `at` on: "up from".
    pub(super) fn reads(&self, at: usize, words: &[&str]) -> bool {
        words.iter().enumerate().all(|(step, word)| self.is(at + step, word))
    }

    /// Whether one word of each list stands from `at` on, in the lists' order: "and older", "or younger".
    pub(super) fn reads_each(&self, at: usize, lists: &[&[&str]]) -> bool {
        lists.iter().enumerate().all(|(step, list)| self.is_any(at + step, list))
    }

    /// Whether these words end right before `at`.
    pub(super) fn follows(&self, at: usize, words: &[&str]) -> bool {
        self.reads(back(at, words.len()), words)
    }

    /// Whether one word of each list ends right before `at`, in the lists' order.
    pub(super) fn follows_each(&self, at: usize, lists: &[&[&str]]) -> bool {
        self.reads_each(back(at, lists.len()), lists)
    }

    /// Whether a list holds the token.
    pub(super) fn is_in(&self, at: usize, list: List) -> bool {
        self.contains(at) && self.lists[self.tags[at].form as usize].has(list)
    }

    /// Whether nothing stands between the token and the next one.
    pub(super) fn touches(&self, at: usize) -> bool {
        self.contains(at) && self.contains(at + 1) && self.tokens[at].touches(self.tokens[at + 1])
    }

    /// Whether nothing stands between the token and the one before.
    pub(super) fn touched(&self, at: usize) -> bool {
        at > self.bounds.start && self.touches(at - 1)
    }

    /// Whether nothing stands between the token and both its neighbours.
    pub(super) fn joins(&self, at: usize) -> bool {
        self.touched(at) && self.touches(at)
    }

    /// A hyphen right after a token, as after "10" in "10-year".
    pub(super) fn is_tied_hyphen(&self, at: usize) -> bool {
        self.is_hyphen(at) && self.touched(at)
    }

    pub(super) fn is_number(&self, at: usize) -> bool {
        self.kind(at) == Some(TokenKind::Number)
    }

    pub(super) fn is_word(&self, at: usize) -> bool {
        self.kind(at) == Some(TokenKind::Word)
    }

    /// Whether the token stands in the sentence's dateline.
    pub(super) fn stands_in_dateline(&self, at: usize) -> bool {
        stands_in_dateline(self.tokens, self.tags, self.bounds.clone(), at)
    }

    pub(super) fn is_hyphen(&self, at: usize) -> bool {
        self.kind(at) == Some(TokenKind::Hyphen)
    }

    /// A hyphen or dash, as between the ends of a range.
    pub(super) fn is_dash(&self, at: usize) -> bool {
        matches!(self.kind(at), Some(TokenKind::Hyphen | TokenKind::Dash))
    }

    pub(super) fn case(&self, at: usize) -> Case {
        if self.contains(at) { self.tags[at].case } else { Case::None }
    }

    pub(super) fn flags(&self, at: usize) -> WordFlags {
        if self.contains(at) { self.tags[at].flags } else { WordFlags::default() }
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

    /// What stands between the token and the next one.
    pub(super) fn gap(&self, at: usize) -> &'d str {
        match (self.tokens.get(at), self.tokens.get(at + 1)) {
            (Some(this), Some(next)) => &self.text[this.span.end() as usize..next.span.start() as usize],
            _ => "",
        }
    }
}
