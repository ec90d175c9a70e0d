//! Where a verb of saying tells no statement, as rows with a name and an example.

use crate::{
    Lexicon,
    document::{PartOfSpeech, Relation, VerbForm},
    lexicon::List,
    syntax::Grammar,
};

/// A verb of saying with the clause that it reports.
#[derive(Clone, Copy)]
pub(super) struct Report<'d> {
    pub(super) grammar: Grammar<'d>,
    pub(super) lexicon: &'d Lexicon,
    /// The verb.
    pub(super) verb: usize,
    /// The word that the clause hangs on.
    pub(super) clause: usize,
}

/// Why a verb with a clause states nothing.
pub(super) struct Refusal {
    /// Its name.
    pub(super) name: &'static str,
    /// A sentence whose last verb of saying it refuses.
    #[cfg(test)]
    pub(super) example: &'static str,
    holds: fn(&Report) -> bool,
}

/// The name of the row that refuses a report; none where it is a statement.
pub(super) fn refusal(report: &Report) -> Option<&'static str> {
    REFUSALS.iter().find(|row| (row.holds)(report)).map(|row| row.name)
}

/// The rows.
pub(super) const REFUSALS: [Refusal; 8] = [
    Refusal {
        name: "not said",
        #[cfg(test)]
        example: "Anna Berg did not say that the mill would close.",
        holds: |report| report.grammar.verb_group(report.verb).is_negated,
    },
    Refusal {
        name: "not yet said",
        #[cfg(test)]
        example: "Anna Berg is likely to say that the mill has closed.",
        holds: |report| {
            let group = report.grammar.verb_group(report.verb);
            group.is_infinitive || group.modal.is_some()
        },
    },
    Refusal {
        name: "said to somebody",
        #[cfg(test)]
        example: "Anna Berg was told that the mill would close.",
        holds: |report| report.grammar.verb_group(report.verb).is_passive,
    },
    Refusal {
        name: "said on a condition",
        #[cfg(test)]
        example: "If Anna Berg says that the mill is shut, the workers will leave.",
        holds: |report| has_mark(report, report.verb, &CONDITIONS),
    },
    Refusal {
        name: "a noun",
        #[cfg(test)]
        example: "The report that the mill would close was wrong.",
        holds: |report| !is_telling(report),
    },
    Refusal {
        name: "a question",
        #[cfg(test)]
        example: "Anna Berg explained why the mill had closed.",
        holds: is_question,
    },
    Refusal {
        name: "no clause",
        #[cfg(test)]
        example: "Anna Berg said to close the mill.",
        holds: |report| !is_whole(&report.grammar, report.clause),
    },
    Refusal {
        name: "said in what another says",
        #[cfg(test)]
        example: "Tom Hale thinks that Anna Berg said that the mill was shut.",
        holds: is_nested,
    },
];

const CONDITIONS: [&str; 4] = ["if", "unless", "whether", "until"];

fn has_mark(report: &Report, clause: usize, marks: &[&str]) -> bool {
    let grammar = &report.grammar;
    let mut children = grammar.children(clause).filter(|&child| grammar.relation(child) == Relation::Mark);
    children.any(|child| marks.contains(&grammar.small(child)))
}

/// A finite verb, "has said", or a participle that goes with a subject: "adding that".
fn is_telling(report: &Report) -> bool {
    let grammar = &report.grammar;
    if !grammar.tag(report.verb).is_verbal() {
        return false;
    }
    let is_participle = grammar.word(report.verb).form == VerbForm::Ing;
    is_participle || grammar.is_finite_clause(report.verb)
}

/// Whether a clause has a subject and a finite verb; "there" is one too.
pub(super) fn is_whole(grammar: &Grammar, clause: usize) -> bool {
    let subject = grammar.own_subject(clause).or_else(|| grammar.child(clause, &[Relation::Expl]));
    subject.is_some() && grammar.is_finite_clause(clause)
}

/// "Why the mill closed", "whether it would".
fn is_question(report: &Report) -> bool {
    let grammar = &report.grammar;
    let (first, last) = grammar.reach(report.clause);
    let is_loose = |&at: &usize| matches!(grammar.tag(at), PartOfSpeech::Punct | PartOfSpeech::Cconj);
    let first = (first..=last).find(|at| !is_loose(at)).unwrap_or(first);
    let opens = [Some(first), grammar.child(report.clause, &[Relation::Mark])];
    opens.into_iter().flatten().any(|at| report.lexicon.has(List::QuestionWords, grammar.small(at)))
}

/// Whether the verb stands in the complement of another verb.
fn is_nested(report: &Report) -> bool {
    let grammar = &report.grammar;
    let mut clauses = std::iter::once(report.verb).chain(grammar.heads(report.verb));
    clauses.any(|at| at != report.clause && INNER.contains(&grammar.relation(at)))
}

/// By which relations a clause completes another.
const INNER: [Relation; 3] = [Relation::Ccomp, Relation::Xcomp, Relation::Csubj];

#[cfg(test)]
mod tests {
    use super::{REFUSALS, Report};
    use crate::{Article, Models, document::Relation, lexicon::List, pipeline::read_words};

    #[test]
    fn rows_refuse_their_examples() {
        let models = Models::embedded();
        for row in REFUSALS {
            let document = read_words(Article::plain(row.example), models);
            let Some(grammar) = document.grammar(0, models) else { panic!("no sentence") };
            let says = |&at: &usize| models.lexicon.has(List::StatementVerbs, grammar.small(at));
            let Some(verb) = (0..grammar.words().len()).rev().find(says) else { panic!("{}: no verb", row.name) };
            let clause = grammar.child(verb, &[Relation::Ccomp, Relation::Xcomp, Relation::Acl]).unwrap_or(verb);
            let report = Report { grammar, lexicon: models.lexicon, verb, clause };
            assert!((row.holds)(&report), "{}: {}", row.name, row.example);
        }
    }
}
