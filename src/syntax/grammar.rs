//! The words of one sentence as a tree: what hangs on what, and how far it reaches.

use super::lemma;
use crate::{
    Document, Models, Span,
    document::{PartOfSpeech, Relation, Word},
};

/// A sentence's words with what their heads say the other way round.
#[derive(Debug)]
pub(crate) struct Parsed {
    words: Box<[Word]>,
    /// For each word its first child and its next sibling, in the order of the text; the number of words where there is none.
    first_children: Box<[u32]>,
    siblings: Box<[u32]>,
    /// For each word, the first and the last of what hangs on it, itself among them.
    reaches: Box<[(u32, u32)]>,
}

impl Parsed {
    pub(crate) fn new(words: Vec<Word>) -> Self {
        let none = words.len() as u32;
        let mut first_children = vec![none; words.len()].into_boxed_slice();
        let mut siblings = first_children.clone();
        for (at, word) in words.iter().enumerate().rev() {
            let head = word.head as usize;
            if head != at {
                siblings[at] = first_children[head];
                first_children[head] = at as u32;
            }
        }
        let mut reaches: Box<[_]> = (0..none).map(|at| (at, at)).collect();
        // Children stand behind their heads in this order, so that walked backwards, each is whole before its head takes it in.
        let mut order: Vec<u32> = (0..none).filter(|&at| words[at as usize].head == at).collect();
        let mut next = 0;
        while let Some(&at) = order.get(next) {
            let mut child = first_children[at as usize];
            while child < none {
                order.push(child);
                child = siblings[child as usize];
            }
            next += 1;
        }
        for &at in order.iter().rev() {
            let (first, last) = reaches[at as usize];
            let above = &mut reaches[words[at as usize].head as usize];
            *above = (above.0.min(first), above.1.max(last));
        }
        Self { words: words.into_boxed_slice(), first_children, siblings, reaches }
    }
}

/// The grammar of one sentence. Words are told by their place in it.
#[derive(Clone, Copy, Debug)]
pub struct Grammar<'d> {
    document: &'d Document<'d>,
    pub(super) models: &'d Models,
    sentence: usize,
    parsed: &'d Parsed,
}

impl<'d> Grammar<'d> {
    pub(crate) fn new(document: &'d Document<'d>, models: &'d Models, sentence: usize, parsed: &'d Parsed) -> Self {
        Self { document, models, sentence, parsed }
    }

    /// Number of the sentence.
    pub fn sentence(&self) -> usize {
        self.sentence
    }

    /// The words, in order.
    pub fn words(&self) -> &'d [Word] {
        &self.parsed.words
    }

    /// The word at a place.
    ///
    /// # Panics
    /// Where the sentence has no such word.
    pub fn word(&self, at: usize) -> &'d Word {
        &self.parsed.words[at]
    }

    /// As it is written.
    pub fn str(&self, at: usize) -> &'d str {
        self.document.str(self.word(at).span)
    }

    /// In small letters.
    pub fn small(&self, at: usize) -> &'d str {
        self.word(at).span.of(&self.document.small)
    }

    /// The lemma of a verb or noun; what is written in small letters of anything else.
    pub fn lemma(&self, at: usize) -> String {
        let small = self.small(at);
        lemma(small, self.word(at).tag, self.models).map_or_else(|| small.to_owned(), |lemma| lemma.clone())
    }

    /// The word that holds a byte of the text, or the first one behind it; none behind the sentence.
    pub fn word_at(&self, byte: u32) -> Option<usize> {
        let at = self.parsed.words.partition_point(|word| word.span.end() <= byte);
        (at < self.parsed.words.len()).then_some(at)
    }

    /// Of the words that begin in a span, the last that hangs on one outside it: what the others of a number belong to.
    pub fn head_of_span(&self, span: Span) -> Option<usize> {
        let (first, last) = self.words_of_span(span)?;
        let is_out = |at: usize| self.head(at).is_none_or(|head| head < first || head > last);
        (first..=last).rev().find(|&at| is_out(at))
    }

    /// The first and the last word that begin in a span.
    pub fn words_of_span(&self, span: Span) -> Option<(usize, usize)> {
        let first = self.word_at(span.start())?;
        let last = (first..self.words().len()).take_while(|&at| self.word(at).span.start() < span.end()).last()?;
        Some((first, last))
    }

    /// The first word of a document's token.
    pub(crate) fn word_of(&self, token: usize) -> Option<usize> {
        let at = self.parsed.words.partition_point(|word| (word.token as usize) < token);
        self.parsed.words.get(at).filter(|word| word.token as usize == token).map(|_| at)
    }

    /// What a word hangs on; none of the root.
    pub fn head(&self, at: usize) -> Option<usize> {
        let head = self.word(at).head as usize;
        (head != at).then_some(head)
    }

    /// From a word's head to the root.
    pub fn heads(&self, at: usize) -> impl Iterator<Item = usize> + use<'d> {
        let grammar = *self;
        std::iter::successors(grammar.head(at), move |&at| grammar.head(at))
    }

    /// What hangs on a word, in the text's order.
    pub fn children(&self, at: usize) -> impl Iterator<Item = usize> + use<'d> {
        let parsed = self.parsed;
        let real = move |at: u32| ((at as usize) < parsed.words.len()).then_some(at as usize);
        let first = real(parsed.first_children[at]);
        std::iter::successors(first, move |&child| real(parsed.siblings[child]))
    }

    /// The first that hangs on a word by one of some relations.
    pub fn child(&self, at: usize, relations: &[Relation]) -> Option<usize> {
        self.children(at).find(|&child| relations.contains(&self.relation(child)))
    }

    /// What is a word to its head.
    pub fn relation(&self, at: usize) -> Relation {
        self.word(at).relation
    }

    /// A word's part of speech.
    pub fn tag(&self, at: usize) -> PartOfSpeech {
        self.word(at).tag
    }

    /// The first and the last word of what hangs on a word, itself among them.
    pub fn reach(&self, at: usize) -> (usize, usize) {
        let (first, last) = self.parsed.reaches[at];
        (first as usize, last as usize)
    }

    /// From the beginning of one word to the end of another.
    pub fn span(&self, (first, last): (usize, usize)) -> Span {
        self.word(first).span.cover(self.word(last).span)
    }

    /// Whether a word hangs on another, or on what hangs on it; a word hangs on itself here.
    pub fn is_under(&self, at: usize, above: usize) -> bool {
        at == above || self.heads(at).any(|head| head == above)
    }

    /// The root; none where there are no words.
    pub fn root(&self) -> Option<usize> {
        self.words().iter().position(|word| word.relation == Relation::Root)
    }

    /// A word and what is joined to it by "and", "or" or a comma, whichever of them is asked for.
    pub fn joined(&self, at: usize) -> Vec<usize> {
        let first = std::iter::successors(Some(at), |&at| {
            (self.relation(at) == Relation::Conj).then(|| self.head(at)).flatten()
        });
        let first = first.last().unwrap_or(at);
        let others = self.children(first).filter(|&child| self.relation(child) == Relation::Conj);
        std::iter::once(first).chain(others).collect()
    }

    /// What renames a noun: "Ada Brown, the mayor".
    pub fn apposition(&self, at: usize) -> Option<usize> {
        self.child(at, &[Relation::Appos])
    }
}

#[cfg(test)]
mod tests {
    use crate::{Article, Models, pipeline::read_words};

    #[test]
    fn a_tree_is_walked_both_ways() {
        let models = Models::embedded();
        let document = read_words(Article::plain("The old council approved a plan and a budget."), models);
        let Some(grammar) = document.grammar(0, models) else { panic!("no sentence") };
        let at = |text: &str| (0..grammar.words().len()).find(|&at| grammar.str(at) == text).unwrap_or_default();
        let shown = |reach| document.str(grammar.span(reach));
        assert_eq!(shown(grammar.reach(at("council"))), "The old council");
        assert_eq!(shown(grammar.reach(at("approved"))), document.text());
        assert_eq!(grammar.children(at("council")).collect::<Vec<_>>(), [0, 1]);
        assert_eq!(grammar.joined(at("budget")), [at("plan"), at("budget")]);
        assert_eq!(grammar.head(at("plan")), Some(at("approved")));
        assert!(grammar.is_under(at("old"), at("approved")));
        assert_eq!(grammar.root(), Some(at("approved")));
        assert_eq!(grammar.lemma(at("approved")), "approve");
        assert_eq!(grammar.word_at(5), Some(at("old")));
        assert_eq!(grammar.word_at(500), None);
        assert_eq!(grammar.head_of_span(crate::Span::new(0, 11)), Some(at("council")));
        assert!(document.grammar(1, models).is_none());
    }
}
