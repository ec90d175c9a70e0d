//! Whether a sentence is news that a list can hold, by its grammar: it tells something, of somebody that it names, in the
//! article's own voice.

use super::Candidate;
use crate::{
    Document, Models,
    document::{PartOfSpeech, Relation, VerbForm},
    lexicon::List,
    syntax::Grammar,
};

/// What makes a sentence unfit.
struct Veto {
    #[cfg(test)]
    name: &'static str,
    #[cfg(test)]
    example: &'static str,
    holds: fn(&Sentence) -> bool,
}

const VETOES: [Veto; 5] = [
    Veto {
        #[cfg(test)]
        name: "told by the writer",
        #[cfg(test)]
        example: "I am travelling with the cup from Orr Bay to the northern islands.",
        holds: |sentence| sentence.subject().is_some_and(|subject| WRITERS.contains(&sentence.grammar.small(subject))),
    },
    Veto {
        #[cfg(test)]
        name: "told to the reader",
        #[cfg(test)]
        example: "Walk along the pier of Orr Bay and smell the salt of the northern sea.",
        holds: |sentence| {
            let root = sentence.root;
            let form = sentence.grammar.word(root).form;
            matches!(form, VerbForm::Imperative | VerbForm::Infinitive)
                && sentence.subject().is_none()
                && sentence.grammar.verb_group(root).modal.is_none()
                && sentence.shown.first() == Some(&root)
        },
    },
    Veto {
        #[cfg(test)]
        name: "no statement",
        #[cfg(test)]
        example: "A quiet morning in the harbour of the old town.",
        holds: |sentence| !sentence.states(),
    },
    Veto {
        #[cfg(test)]
        name: "means what was told before",
        #[cfg(test)]
        example: "Among that group are the captains of the ferries and a judge.",
        holds: |sentence| sentence.before_verb().any(|at| sentence.points_back(at)),
    },
    Veto {
        #[cfg(test)]
        name: "begins with a pronoun",
        #[cfg(test)]
        example: "Like all old boats, it is slow and costs the county much money.",
        holds: |sentence| sentence.has_loose_pronoun(),
    },
];

const WRITERS: [&str; 3] = ["i", "we", "you"];
/// Words before a noun that mean one told of before.
const BACK: [&str; 4] = ["that", "this", "those", "these"];
/// Whether a candidate tells something by itself. What has no grammar is given the benefit of the doubt.
pub(crate) fn is_fit(document: &Document, models: &Models, candidate: &Candidate, quoted: &[bool]) -> bool {
    let Some(sentence) = Sentence::new(document, models, candidate, quoted) else { return true };
    !VETOES.iter().any(|veto| (veto.holds)(&sentence))
}

struct Sentence<'d> {
    models: &'d Models,
    grammar: Grammar<'d>,
    root: usize,
    /// The words that are shown and stand outside quotation marks.
    shown: Vec<usize>,
    /// The word that a name stands for.
    named: Option<usize>,
}

impl<'d> Sentence<'d> {
    fn new(document: &'d Document, models: &'d Models, candidate: &Candidate, quoted: &[bool]) -> Option<Self> {
        let grammar = document.grammar(candidate.sentence as usize, models)?;
        let is_own = |&at: &usize| !quoted.get(at).copied().unwrap_or_default();
        let shown: Vec<usize> = candidate.tokens().filter(is_own).filter_map(|token| grammar.word_of(token)).collect();
        let named = candidate.named.and_then(|(token, _)| grammar.word_of(token));
        // What stands before it is not shown, a dateline for example: the statement is the first word's clause.
        let first = shown.first().copied()?;
        let is_in = |at: &usize| shown.binary_search(at).is_ok();
        let root = grammar.root().filter(is_in).unwrap_or_else(|| grammar.clause_of(first));
        Some(Self { models, grammar, root, shown, named })
    }

    fn subject(&self) -> Option<usize> {
        self.grammar.own_subject(self.root).filter(|at| self.shown.binary_search(at).is_ok())
    }

    /// Whether there is a finite verb, or it is long. Which clause it is of does not matter: the parse may be wrong there.
    fn states(&self) -> bool {
        const LONG: usize = 25;
        let is_finite = |at: &usize| self.grammar.tag(*at).is_verbal() && self.grammar.word(*at).form.is_finite();
        // "Stopped" with a subject is no participle, whatever the tagger says.
        let has_subject = self.grammar.tag(self.root) == PartOfSpeech::Verb && self.subject().is_some();
        // Long ones are no captions, and parsed worse.
        has_subject
            || self.shown.len() > LONG
            || self.shown.iter().any(is_finite)
            || self.grammar.is_finite_clause(self.root)
    }

    fn before_verb(&self) -> impl Iterator<Item = usize> {
        self.shown.iter().copied().filter(|&at| at < self.root)
    }

    /// "That group", but not "those who" and "this week".
    fn points_back(&self, at: usize) -> bool {
        if self.grammar.relation(at) != Relation::Det || !BACK.contains(&self.grammar.small(at)) {
            return false;
        }
        let Some(noun) = self.grammar.head(at) else { return false };
        let is_told = self.grammar.child(noun, &[Relation::AclRelcl, Relation::Acl, Relation::Ccomp]).is_some();
        let is_time = || self.models.lexicon.has(List::TimeNouns, &self.grammar.lemma(noun));
        !is_told && !is_time()
    }

    /// "It", "they", "this" as the subject, where nothing before it says what that is.
    fn has_loose_pronoun(&self) -> bool {
        let Some(subject) = self.subject().filter(|&subject| Some(subject) != self.named) else { return false };
        let is_loose = self.models.lexicon.has(List::LoosePronouns, self.grammar.small(subject));
        if !is_loose || self.grammar.tag(subject) != PartOfSpeech::Pron {
            return false;
        }
        // "Those who crossed the bridge" are told of.
        if self.grammar.child(subject, &[Relation::AclRelcl, Relation::Acl, Relation::Nmod]).is_some() {
            return false;
        }
        let is_subject = |at: usize| {
            matches!(self.grammar.relation(at), Relation::Nsubj | Relation::NsubjPass)
                && self.grammar.tag(at) != PartOfSpeech::Pron
        };
        // "It is clear that", "it took the court a year to": the clause is the subject.
        let is_clausal = self.grammar.child(self.root, &[Relation::Csubj, Relation::Ccomp, Relation::Xcomp]).is_some();
        let stands_for_clause = self.grammar.small(subject) == "it" && is_clausal;
        !stands_for_clause && !self.shown.iter().any(|&at| at < subject && is_subject(at))
    }
}

#[cfg(test)]
mod tests {
    use super::{Sentence, VETOES};
    use crate::{
        Article, Models, Options,
        candidate::{Candidate, read_candidates},
        pipeline::read_layers,
    };

    /// The vetoes that hold of the first sentence.
    fn vetoes(text: &str) -> Vec<&'static str> {
        let models = Models::embedded();
        let document = read_layers(Article::plain(text), models, &Options::default(), &mut |_| ());
        let (_, quoted) = read_candidates(&document, models);
        let candidate = Candidate::whole(&document, 0);
        let Some(sentence) = Sentence::new(&document, models, &candidate, &quoted) else { return Vec::new() };
        VETOES.iter().filter(|veto| (veto.holds)(&sentence)).map(|veto| veto.name).collect()
    }

    #[test]
    fn each_example_has_its_own_veto() {
        for veto in &VETOES {
            assert!(vetoes(veto.example).contains(&veto.name), "{}: {:?}", veto.name, vetoes(veto.example));
        }
    }

    #[test]
    fn news_is_fit() {
        for text in [
            "The council of Orr Bay voted on Friday to close the old bridge.",
            "“I will close the bridge,” said the mayor of the town, Ada Brown, on Friday.",
            "Those who crossed the bridge this week were asked to pay.",
            "This week the council closed the bridge.",
            "It took the court a year to free the captain of the ferry.",
            "When the storm struck the ferry, it sank within minutes off the coast.",
            "The mayor said that they would open it in spring.",
            "Nobody was hurt when the roof fell, police said.",
        ] {
            assert_eq!(vetoes(text), Vec::<&str>::new(), "{text}");
        }
    }
}
