//! The type that flows through the stages.

mod actor;
mod fact;
mod figure;
mod mention;
mod moment;
mod point;
mod quote;
mod sentence;
mod tag;
mod token;
mod word;

use crate::{
    Models,
    article::{Article, Block, BlockKind},
    lexicon::{List, ListSet},
    syntax::{Grammar, Parses},
    text::{CivilDate, Span, small_letters},
};

pub use crate::lexicon::WordFlags;
pub use actor::Actor;
pub use fact::{Fact, Join};
pub use figure::{Change, Figure, FigureKind};
pub use mention::{ActorKind, Mention, MentionForm};
pub use moment::Moment;
pub use point::{KeyPoint, Piece};
pub use quote::{Quote, SourceKind};
pub use sentence::Sentence;
pub use tag::{Case, Tag};
pub use token::{Token, TokenKind};
pub use word::{PartOfSpeech, Relation, VerbForm, Word};

/// An article and what the stages have found in it: spans into its text, in columns.
///
/// [`analyze`](crate::analyze) fills the layers in order; a stage reads the earlier ones.
#[derive(Debug, Default)]
pub struct Document<'t> {
    pub(crate) article: Article<'t>,
    /// The text in lowercase, byte for byte at the same places.
    pub(crate) small: String,
    /// The day that "Thursday" counts from: the one that was given, else that of the dateline.
    pub(crate) published_at: Option<CivilDate>,
    pub(crate) tokens: Vec<Token>,
    pub(crate) sentences: Vec<Sentence>,
    /// The grammar of sentences, as far as somebody asked.
    pub(crate) parses: Parses,
    /// One for each token.
    pub(crate) tags: Vec<Tag>,
    /// The lists of each form of a token; see [`Tag`].
    pub(crate) lists: Vec<ListSet>,
    /// Name mentions, in order.
    pub(crate) names: Vec<Mention>,
    /// Most salient first.
    pub(crate) actors: Vec<Actor>,
    pub(crate) figures: Vec<Figure>,
    /// What the figures tell, in order.
    pub(crate) facts: Vec<Fact>,
    pub(crate) quotes: Vec<Quote>,
    /// In order of time.
    pub(crate) timeline: Vec<Moment>,
    /// One for each sentence, 0 to 1.
    pub(crate) salience: Vec<f32>,
    pub(crate) points: Vec<KeyPoint>,
    pub(crate) notices: Vec<Notice>,
}

/// Something that the reader ought to know about a digest.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[non_exhaustive]
pub struct Notice {
    /// For programs; stable.
    pub code: &'static str,
    /// For people: one sentence.
    pub message: &'static str,
}

impl<'t> Document<'t> {
    /// The document of an article, without any layers.
    pub(crate) fn of(article: Article<'t>) -> Self {
        let small = small_letters(article.text());
        Self { article, small, ..Self::default() }
    }

    /// The article's text; every span of the document lies in it.
    pub fn text(&self) -> &str {
        self.article.text()
    }

    /// The title that was given or found.
    pub fn title(&self) -> Option<&str> {
        self.article.title()
    }

    /// Paragraphs, headings, list items.
    pub fn blocks(&self) -> &[Block] {
        self.article.blocks()
    }

    /// Words, numbers and marks; only whitespace and markup lie between them.
    pub fn tokens(&self) -> &[Token] {
        &self.tokens
    }

    /// Sentences; together they hold every token once.
    pub fn sentences(&self) -> &[Sentence] {
        &self.sentences
    }

    /// The grammar of a sentence, by its number; none behind the last. A sentence is parsed when it is first asked for.
    pub fn grammar<'d>(&'d self, sentence: usize, models: &'d Models) -> Option<Grammar<'d>> {
        let parsed = self.parses.sentence(self, sentence, models)?;
        Some(Grammar::new(self, models, sentence, parsed))
    }

    /// What the lexicon and its letters say of each token.
    pub fn tags(&self) -> &[Tag] {
        &self.tags
    }

    /// Where names stand, in order.
    pub fn names(&self) -> &[Mention] {
        &self.names
    }

    /// Who and what acts, most salient first.
    pub fn actors(&self) -> &[Actor] {
        &self.actors
    }

    /// What the figures tell, in order.
    pub fn facts(&self) -> &[Fact] {
        &self.facts
    }

    /// Figures, in order.
    pub fn figures(&self) -> &[Figure] {
        &self.figures
    }

    /// Quotes, in order.
    pub fn quotes(&self) -> &[Quote] {
        &self.quotes
    }

    /// When things happened, in order of time; what has no date comes last.
    pub fn timeline(&self) -> &[Moment] {
        &self.timeline
    }

    /// One number for each sentence: 0 to 1.
    pub fn salience(&self) -> &[f32] {
        &self.salience
    }

    /// Key points, in the article's order.
    pub fn points(&self) -> &[KeyPoint] {
        &self.points
    }

    /// What the reader ought to know.
    pub fn notices(&self) -> &[Notice] {
        &self.notices
    }

    /// Gives the article back.
    pub fn into_article(self) -> Article<'t> {
        self.article
    }

    /// The words of a span.
    pub fn str(&self, span: Span) -> &str {
        span.of(self.text())
    }

    /// The words of the token at `index`; empty behind the last one, where rules look ahead.
    pub(crate) fn token_str(&self, index: usize) -> &str {
        self.tokens.get(index).and_then(|token| self.text().get(token.span.range())).unwrap_or_default()
    }

    /// The same in small letters.
    pub(crate) fn small_str(&self, index: usize) -> &str {
        self.tokens.get(index).and_then(|token| self.small.get(token.span.range())).unwrap_or_default()
    }

    /// Whether a list holds the token, or one of its phrases may begin with it.
    pub(crate) fn is_in(&self, index: usize, list: List) -> bool {
        self.tags.get(index).is_some_and(|tag| self.lists[tag.form as usize].has(list))
    }

    /// The same; none behind the last token.
    pub(crate) fn token_str_at(&self, index: usize) -> Option<&str> {
        self.tokens.get(index).map(|token| self.str(token.span))
    }

    /// The tokens of a sentence.
    pub fn sentence_tokens(&self, sentence: &Sentence) -> &[Token] {
        &self.tokens[sentence.tokens()]
    }

    /// From the first token's start to the last one's end.
    pub fn sentence_span(&self, sentence: &Sentence) -> Span {
        let tokens = self.sentence_tokens(sentence);
        match (tokens.first(), tokens.last()) {
            (Some(first), Some(last)) => first.span.cover(last.span),
            _ => Span::default(),
        }
    }

    /// Index of the sentence that holds the byte.
    pub(crate) fn sentence_at(&self, byte: u32) -> usize {
        self.sentences
            .partition_point(|sentence| self.tokens[sentence.first as usize].span.start() <= byte)
            .saturating_sub(1)
    }

    /// Whether a place lies in what is shown and does not count: a byline, a caption, a correction.
    pub(crate) fn is_aside(&self, span: Span) -> bool {
        let at = self.blocks().partition_point(|block| block.span.end() <= span.start());
        self.blocks().get(at).is_some_and(|block| block.kind == BlockKind::Aside)
    }

    /// Indices of the tokens that touch the span.
    pub(crate) fn tokens_in(&self, span: Span) -> std::ops::Range<usize> {
        let first = self.tokens.partition_point(|token| token.span.end() <= span.start());
        let last = self.tokens.partition_point(|token| token.span.start() < span.end());
        first..last.max(first)
    }
}
