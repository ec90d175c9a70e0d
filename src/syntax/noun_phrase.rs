//! Noun phrases: a noun with what stands before it.

use super::Grammar;
use crate::document::{PartOfSpeech, Relation};

/// A noun with what modifies it from the left, and with the rest of its name: "the three large boats", "Mr Ada Brown".
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct NounPhrase {
    /// The noun.
    pub head: usize,
    /// The first word.
    pub first: usize,
    /// The last word: the noun, but for names and what is joined without a gap ("Hale 2").
    pub last: usize,
}

/// What belongs to a noun from the left.
const BEFORE: [Relation; 9] = [
    Relation::Det,
    Relation::Amod,
    Relation::Nummod,
    Relation::Compound,
    Relation::NmodPoss,
    Relation::Advmod,
    Relation::Flat,
    Relation::Nmod,
    Relation::Goeswith,
];

/// What belongs to it from the right.
const AFTER: [Relation; 3] = [Relation::Flat, Relation::Compound, Relation::Goeswith];

/// By which words hang on the noun of their own phrase.
const INNER: [Relation; 8] = [
    Relation::Det,
    Relation::Amod,
    Relation::Nummod,
    Relation::Compound,
    Relation::Flat,
    Relation::Advmod,
    Relation::Fixed,
    Relation::Goeswith,
];

impl Grammar<'_> {
    /// The noun phrase of a noun: without prepositional phrases, clauses and appositions.
    pub fn noun_phrase(&self, head: usize) -> NounPhrase {
        let mut phrase = NounPhrase { head, first: head, last: head };
        // Nearest first; what does not touch the phrase is no part of it.
        let before: Vec<usize> = self.children(head).take_while(|&child| child < head).collect();
        for &child in before.iter().rev() {
            let (first, last) = self.reach(child);
            let is_inner = BEFORE.contains(&self.relation(child)) && self.child(child, &[Relation::Case]).is_none()
                || self.relation(child) == Relation::NmodPoss;
            if last + 1 == phrase.first && is_inner {
                phrase.first = first;
            }
        }
        for child in self.children(head).filter(|&child| child > head) {
            let (first, last) = self.reach(child);
            if first == phrase.last + 1 && AFTER.contains(&self.relation(child)) {
                phrase.last = last;
            }
        }
        phrase
    }

    /// The noun that a word is a modifier of, or the word itself: of "two", "large" and "boats" in "two large boats", "boats".
    pub fn noun_of(&self, at: usize) -> usize {
        let steps =
            std::iter::successors(Some(at), |&at| INNER.contains(&self.relation(at)).then(|| self.head(at)).flatten());
        steps.last().unwrap_or(at)
    }

    /// The preposition before a noun: "of", "in".
    pub fn preposition(&self, at: usize) -> Option<&str> {
        self.child(at, &[Relation::Case]).filter(|&case| case < at).map(|case| self.small(case))
    }

    /// Whether a word is a noun, a name or a pronoun.
    pub fn is_nominal(&self, at: usize) -> bool {
        matches!(self.tag(at), PartOfSpeech::Noun | PartOfSpeech::Propn | PartOfSpeech::Pron)
    }
}

#[cfg(test)]
mod tests {
    use crate::syntax::testing::ask;

    /// The noun phrase of a word.
    #[track_caller]
    fn check(text: &str, of: &str, expected: &str) {
        ask(text, of, |document, grammar, at| {
            let phrase = grammar.noun_phrase(grammar.noun_of(at));
            assert_eq!(document.str(grammar.span((phrase.first, phrase.last))), expected);
        });
    }

    #[test]
    fn phrases_end_with_their_nouns() {
        check("The storm sank three large fishing boats in the harbour.", "three", "three large fishing boats");
        check("The city's new mayor resigned.", "new", "The city's new mayor");
        check("Judge Ada Brown dismissed the case.", "Brown", "Judge Ada Brown");
        check("Some 40 people from the town were rescued.", "people", "Some 40 people");
    }
}
