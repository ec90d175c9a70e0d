//! Whose turn it is: "he" goes on with whoever spoke last, where nobody else came between.
//!
//! All quotes of an article are walked in order. A pronoun that the actors' stage gave to somebody stays with them only if they
//! were named since the last turn, or took it; somebody who is named in his own words, or is of the other sex, is not meant.

use super::{
    speaker::Mentions,
    voice::{Described, Voices},
};
use crate::{
    Document, Models,
    document::{Quote, SourceKind},
    lexicon::Sex,
    text::Span,
};

/// Who spoke last.
#[derive(Clone, Copy)]
struct Turn {
    actor: Option<u32>,
    /// The words that describe one person.
    words: Option<Span>,
    /// Where the turn ended.
    end: u32,
    /// Its block.
    block: usize,
}

/// How many blocks away a turn is gone on with.
const BLOCKS: usize = 2;

/// Gives pronouns of `quotes`, which are in order, to the speakers that they go on with.
pub(super) fn take_turns(document: &Document, models: &Models, mentions: &Mentions, quotes: &mut [Quote]) {
    let mut walk = Walk { document, models, mentions, last: None };
    let mut outer = 0;
    for quote in quotes {
        // What is quoted within a quotation is another scene.
        if quote.span.end() <= outer {
            quote.source = walk.source(quote);
            continue;
        }
        if quote.direct {
            outer = quote.span.end();
        }
        walk.take(quote);
    }
}

struct Walk<'d> {
    document: &'d Document<'d>,
    models: &'d Models,
    mentions: &'d Mentions,
    last: Option<Turn>,
}

impl Walk<'_> {
    fn take(&mut self, quote: &mut Quote) {
        let Some(words) = quote.speaker_span else { return };
        let block = self.block_at(words);
        let end = words.end().max(quote.span.end());
        match self.small(words) {
            "he" | "she" | "it" => self.resolve(quote, words, block),
            "they" | "we" | "i" | "you" => {}
            _ => {
                let described = self.described(words);
                quote.source = self.source(quote);
                let words = described.filter(|found| found.is_one_person).map(|_| words);
                self.turn(quote.speaker, words, end, block);
                return;
            }
        }
        self.turn(quote.speaker, quote.antecedent, end, block);
    }

    /// Who is behind a quote whose speaker is no pronoun.
    fn source(&self, quote: &Quote) -> Option<SourceKind> {
        let described = || self.described(quote.speaker_span?).map(|found| found.kind);
        quote.speaker.map_or_else(described, |_| Some(SourceKind::Named))
    }

    /// Remembers who spoke; nobody, where that is not known.
    fn turn(&mut self, actor: Option<u32>, words: Option<Span>, end: u32, block: usize) {
        let is_known = actor.is_some() || words.is_some();
        self.last = is_known.then_some(Turn { actor, words, end, block });
    }

    fn described(&self, words: Span) -> Option<Described> {
        let grammar = self.document.grammar(self.document.sentence_at(words.start()), self.models)?;
        let Self { document, models, mentions, .. } = *self;
        Voices { document, models, mentions, grammar, begin: 0 }.kind_of(words)
    }

    fn resolve(&self, quote: &mut Quote, words: Span, block: usize) {
        let pronoun = self.small(words);
        let given = quote.speaker.filter(|&actor| self.may_mean(actor, pronoun, quote));
        let last = self.last.filter(|last| last.block + BLOCKS >= block && last.end <= words.end());
        let start = words.start().min(quote.span.start());
        quote.speaker = match last {
            Some(Turn { actor: Some(actor), end, .. }) if self.may_mean(actor, pronoun, quote) => {
                self.goes_on(actor, given, Span::new(end.min(start), start), pronoun)
            }
            Some(last) if last.actor.is_none() && given.is_none() => {
                let since = Span::new(last.end.min(start), start);
                quote.antecedent = self.antecedent(last, since, pronoun).filter(|_| last.block + 1 >= block);
                None
            }
            _ => given,
        };
        let described = quote.antecedent.and_then(|words| self.described(words)).map(|found| found.kind);
        quote.source = quote.speaker.map_or(described, |_| Some(SourceKind::Named));
    }

    /// Who is meant: the last speaker, unless somebody else of the pronoun's kind is named since.
    fn goes_on(&self, last: u32, given: Option<u32>, since: Span, pronoun: &str) -> Option<u32> {
        let mut rivals =
            self.mentions.named_in(since).filter(|&actor| actor != last && self.mentions.agrees(actor, pronoun));
        let rival = rivals.next();
        match (rival, given) {
            (None, _) => Some(last),
            (Some(_), Some(given)) => Some(given),
            (Some(_), None) => None,
        }
    }

    /// "The judge disagreed. “…,” she said": the description stands for the pronoun.
    fn antecedent(&self, last: Turn, since: Span, pronoun: &str) -> Option<Span> {
        let has_rival = self.mentions.named_in(since).any(|actor| self.mentions.agrees(actor, pronoun));
        let lexicon = self.models.lexicon;
        let sex = lexicon.sex_of_pronoun(pronoun);
        let words = last.words.filter(|_| !has_rival && sex != Sex::Unknown)?;
        // "A doctor told her …" goes on with her.
        let is_definite = matches!(self.small(words).split(' ').next(), Some("the" | "his" | "her" | "their"));
        let mut described = self.document.str(words).split(' ').map(|word| lexicon.sex_of_noun(word));
        let is_other = described.find(|&sex| sex != Sex::Unknown).is_some_and(|described| described != sex);
        (is_definite && !is_other).then_some(words)
    }

    /// Whether a pronoun can mean an actor who says this: of its kind, and not named in the words.
    fn may_mean(&self, actor: u32, pronoun: &str, quote: &Quote) -> bool {
        let last_name = |actor: u32| self.document.str(self.document.actors()[actor as usize].name).rsplit(' ').next();
        let names_itself = self.mentions.named_in(quote.span).any(|named| last_name(named) == last_name(actor));
        self.mentions.agrees(actor, pronoun) && !names_itself
    }

    fn block_at(&self, span: Span) -> usize {
        self.document.blocks().partition_point(|block| block.span.end() <= span.start())
    }

    fn small(&self, span: Span) -> &str {
        span.of(&self.document.small)
    }
}
