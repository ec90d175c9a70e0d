//! Clauses: who does what, and what somebody is said to have said.

use super::Grammar;
use crate::document::{PartOfSpeech, Relation};

/// A clause that a verb of saying, thinking or the like reports.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Reported {
    /// The verb that reports.
    pub verb: usize,
    /// Who says it: the verb's subject.
    pub source: Option<usize>,
    /// The word that the reported clause hangs on.
    pub clause: usize,
    /// The reported clause's first and last word, without the words that report it where these stand at its edge.
    pub reach: (usize, usize),
}

const RELATIVE: [&str; 4] = ["who", "which", "that", "whom"];

/// Relations by which a clause hangs on something.
const CLAUSES: [Relation; 8] = [
    Relation::Root,
    Relation::Ccomp,
    Relation::Advcl,
    Relation::Acl,
    Relation::AclRelcl,
    Relation::Csubj,
    Relation::Parataxis,
    Relation::Xcomp,
];

const SUBJECTS: [Relation; 3] = [Relation::Nsubj, Relation::NsubjPass, Relation::Csubj];

impl Grammar<'_> {
    /// Whether a clause hangs on a word.
    pub fn is_clause(&self, at: usize) -> bool {
        CLAUSES.contains(&self.relation(at)) || self.is_joined_clause(at)
    }

    fn is_joined_clause(&self, at: usize) -> bool {
        self.relation(at) == Relation::Conj
            && (self.tag(at).is_verbal() || self.child(at, &[Relation::Cop, Relation::Nsubj]).is_some())
    }

    /// The word that the clause around a word hangs on: a verb, or what is said by "is".
    pub fn clause_of(&self, at: usize) -> usize {
        std::iter::once(at).chain(self.heads(at)).find(|&at| self.is_clause(at)).unwrap_or(at)
    }

    /// The subject that stands at a clause's own verb.
    pub fn own_subject(&self, clause: usize) -> Option<usize> {
        self.child(clause, &SUBJECTS)
    }

    /// Who or what does or is it: the clause's own subject; "who" is the noun before it; a clause without one has that of the
    /// clause it is joined to or hangs on.
    pub fn subject(&self, clause: usize) -> Option<usize> {
        let mut at = clause;
        loop {
            if let Some(subject) = self.own_subject(at) {
                let is_relative = RELATIVE.contains(&self.small(subject)) && self.tag(subject) == PartOfSpeech::Pron;
                let noun = self.heads(at).find(|&head| self.is_nominal(head));
                return match self.relation(at) {
                    Relation::AclRelcl if is_relative => noun,
                    _ => Some(subject),
                };
            }
            let head = self.head(at)?;
            match self.relation(at) {
                Relation::Acl => return Some(head),
                Relation::Xcomp => {
                    if let Some(object) = self.child(head, &[Relation::Obj, Relation::Iobj]) {
                        return Some(object);
                    }
                }
                Relation::Conj | Relation::Advcl => {}
                _ => return None,
            }
            at = head;
        }
    }

    /// What a verb is done to: its object, or its subject where it is passive.
    pub fn object(&self, verb: usize) -> Option<usize> {
        self.child(verb, &[Relation::Obj]).or_else(|| self.child(verb, &[Relation::NsubjPass]))
    }

    /// What is said, thought or wanted: the clause that completes a verb.
    pub fn complement(&self, verb: usize) -> Option<usize> {
        self.child(verb, &[Relation::Ccomp]).or_else(|| self.child(verb, &[Relation::Xcomp]))
    }

    /// The clause that a verb reports: its complement, or the clause that "she said" is set into or behind.
    pub fn reported(&self, verb: usize) -> Option<Reported> {
        let source = self.subject(verb);
        let set_in = || self.head(verb).filter(|_| self.relation(verb) == Relation::Parataxis);
        let clause = self.child(verb, &[Relation::Ccomp]).or_else(set_in)?;
        let (first, last) = self.reach(clause);
        let is_own = |&source: &usize| !self.is_under(source, clause) || self.is_under(source, verb);
        let edges = source.filter(is_own).map_or((verb, verb), |source| {
            let (from, to) = if self.is_under(source, verb) { self.reach(source) } else { (source, source) };
            (verb.min(from), verb.max(to))
        });
        // "She said" at the edge is cut off, with the full stop behind it; in the middle it stays.
        let is_edge = |mut between: std::ops::Range<usize>| between.all(|at| self.tag(at) == PartOfSpeech::Punct);
        let reach = match () {
            () if clause < edges.0 && edges.0 <= last && is_edge(edges.1 + 1..last + 1) => (first, edges.0 - 1),
            () if clause > edges.1 && first <= edges.1 && is_edge(first..edges.0) => (edges.1 + 1, last),
            () => (first, last),
        };
        Some(Reported { verb, source, clause, reach })
    }
}

#[cfg(test)]
mod tests {
    use crate::syntax::testing::ask;

    /// The subject of a word's clause.
    #[track_caller]
    fn check_subject(text: &str, of: &str, expected: &str) {
        ask(text, of, |_, grammar, at| {
            assert_eq!(grammar.subject(grammar.clause_of(at)).map(|at| grammar.str(at)), Some(expected), "{text}");
        });
    }

    #[test]
    fn subjects_are_found_where_they_are_left_out() {
        check_subject("The mayor closed the bridge and opened a ferry.", "ferry", "mayor");
        check_subject("She asked the driver to leave the car.", "leave", "driver");
        check_subject("The boat that sank on Monday was new.", "sank", "boat");
        check_subject("Two men accused of theft were freed.", "accused", "men");
        check_subject("He promised to pay the fine.", "pay", "He");
    }

    /// Who reports, and what.
    #[track_caller]
    fn check_reported(text: &str, verb: &str, source: &str, content: &str) {
        ask(text, verb, |document, grammar, at| {
            let Some(reported) = grammar.reported(at) else { panic!("{verb} reports nothing: {:#?}", grammar.words()) };
            assert_eq!(reported.source.map(|at| grammar.str(at)), Some(source), "{text}");
            assert_eq!(document.str(grammar.span(reported.reach)), content);
        });
    }

    #[test]
    fn reported_clauses_have_their_ends() {
        check_reported("The mayor said that taxes would fall.", "said", "mayor", "that taxes would fall");
        check_reported("The bridge is safe, Brown said.", "said", "Brown", "The bridge is safe,");
    }
}
