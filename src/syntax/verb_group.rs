//! Verb groups: a verb with its auxiliaries, or what is said of a subject by "is".

use super::Grammar;
use crate::{
    document::{PartOfSpeech, Relation, VerbForm},
    lexicon::List,
};

/// What a clause says with its verb and the verb's auxiliaries.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct VerbGroup {
    /// Where the group has a finite word: the clause can stand for itself.
    pub is_finite: bool,
    /// Whether its first word is in the past, or it tells of the past by "has".
    pub is_past: bool,
    /// "will", "could", "must" and the like.
    pub modal: Option<usize>,
    /// "was sunk", "is being sold".
    pub is_passive: bool,
    /// "not", "never".
    pub is_negated: bool,
    /// "to sink".
    pub is_infinitive: bool,
    /// The copula, where the clause is "is a mayor" or "was ill".
    pub copula: Option<usize>,
}

const NEGATIONS: [&str; 4] = ["not", "n't", "n’t", "never"];
const HAVE: [&str; 4] = ["has", "have", "'ve", "’ve"];

impl Grammar<'_> {
    /// The verb group of a clause, given the word that the clause hangs on: a verb, or a noun or adjective with a copula.
    pub fn verb_group(&self, at: usize) -> VerbGroup {
        let mut group = VerbGroup::default();
        let (mut has_have, mut has_be) = (false, false);
        let (form, lexicon) = (self.word(at).form, self.models.lexicon);
        let verbs = self.children(at).filter(|&child| is_auxiliary(self.relation(child)));
        let mut finite = None;
        for auxiliary in verbs {
            let small = self.small(auxiliary);
            if lexicon.has(List::Modals, small) {
                group.modal.get_or_insert(auxiliary);
            }
            has_have |= HAVE.contains(&small);
            has_be |= lexicon.has(List::Be, small);
            group.is_passive |= self.relation(auxiliary) == Relation::AuxPass;
            if self.relation(auxiliary) == Relation::Cop {
                group.copula = Some(auxiliary);
            }
            if self.word(auxiliary).form.is_finite() {
                finite.get_or_insert(self.word(auxiliary).form);
            }
        }
        if finite.is_none() && self.tag(at).is_verbal() && form.is_finite() {
            finite = Some(form);
        }
        group.is_finite = finite.is_some() || group.modal.is_some();
        group.is_past = finite == Some(VerbForm::Past) && group.modal.is_none() || has_have && group.modal.is_none();
        group.is_passive |= has_be && form == VerbForm::PastParticiple && self.tag(at) == PartOfSpeech::Verb;
        group.is_negated = self.children(at).any(|child| self.is_negation(child));
        group.is_infinitive = self
            .children(at)
            .any(|child| self.relation(child) == Relation::Mark && self.tag(child) == PartOfSpeech::Part);
        group
    }

    /// "Not", "never".
    pub fn is_negation(&self, at: usize) -> bool {
        NEGATIONS.contains(&self.small(at))
    }

    /// Whether a word is what a clause with a finite verb hangs on.
    pub fn is_finite_clause(&self, at: usize) -> bool {
        self.verb_group(at).is_finite
    }
}

fn is_auxiliary(relation: Relation) -> bool {
    matches!(relation, Relation::Aux | Relation::AuxPass | Relation::Cop)
}

#[cfg(test)]
mod tests {
    use crate::syntax::testing::ask;

    /// What the group of a word has, as words.
    #[track_caller]
    fn check(text: &str, of: &str, expected: &str) {
        ask(text, of, |_, grammar, at| {
            let group = grammar.verb_group(at);
            let traits = [
                ("finite", group.is_finite),
                ("past", group.is_past),
                ("modal", group.modal.is_some()),
                ("passive", group.is_passive),
                ("negated", group.is_negated),
                ("infinitive", group.is_infinitive),
                ("copula", group.copula.is_some()),
            ];
            let shown: Vec<&str> = traits.iter().filter(|(_, holds)| *holds).map(|&(name, _)| name).collect();
            assert_eq!(shown.join(" "), expected, "{text}");
        });
    }

    #[test]
    fn groups_tell_what_their_verbs_say() {
        check("The boats were sunk by the storm.", "sunk", "finite past passive");
        check("The council will not approve the plan.", "approve", "finite modal negated");
        check("The council has approved the plan.", "approved", "finite past");
        check("She wants to leave the party.", "leave", "infinitive");
        check("He is the mayor of the town.", "mayor", "finite copula");
        check("The bridge could have been closed.", "closed", "finite modal passive");
    }
}
