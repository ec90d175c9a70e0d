//! How far a reported clause reaches: what follows it may be the writer's own, and then is cut off. Rows with a name and an
//! example each.

use super::refusal::Report;
use crate::{
    document::{PartOfSpeech, Relation, VerbForm},
    lexicon::{List, WordFlags},
};

/// A clause or phrase that ends what somebody is said to have said.
pub(super) struct Cut {
    /// Its name.
    #[cfg(test)]
    pub(super) name: &'static str,
    /// A sentence that it cuts, with `|` at the place.
    #[cfg(test)]
    pub(super) example: &'static str,
    /// Whether it holds of a word whose phrase begins behind a mark.
    holds: fn(&Report, usize) -> bool,
}

/// The rows.
pub(super) const CUTS: [Cut; 6] = [
    Cut {
        #[cfg(test)]
        name: "another's clause",
        #[cfg(test)]
        example: "Anna Berg said the mill would close|, but Tom Hale kept it open.",
        holds: is_another_clause,
    },
    Cut {
        #[cfg(test)]
        name: "a clause around it",
        #[cfg(test)]
        example: "Anna Berg said the mill would close|, although the council had paid for the roof.",
        holds: |report, at| {
            let grammar = &report.grammar;
            let mark = grammar.child(at, &[Relation::Mark, Relation::Advmod, Relation::Case]);
            grammar.relation(at) != Relation::Conj
                && mark.is_some_and(|mark| report.lexicon.has(List::NarratorMarks, grammar.small(mark)))
        },
    },
    Cut {
        #[cfg(test)]
        name: "another report",
        #[cfg(test)]
        example: "Anna Berg said the mill would close|, adding that the workers would be paid.",
        holds: |report, at| {
            let grammar = &report.grammar;
            let is_participle = grammar.word(at).form == VerbForm::Ing;
            is_participle && report.lexicon.flags(grammar.small(at)).has(WordFlags::SAYING)
        },
    },
    Cut {
        #[cfg(test)]
        name: "a relative clause behind it",
        #[cfg(test)]
        example: "Anna Berg said the council would close the mill|, which opened in 1990.",
        holds: |report, at| report.grammar.relation(at) == Relation::AclRelcl && follows_comma(report, at),
    },
    Cut {
        #[cfg(test)]
        name: "words set beside it",
        #[cfg(test)]
        example: "Anna Berg said the mill would close|; the council was silent.",
        holds: |report, at| report.grammar.relation(at) == Relation::Parataxis,
    },
    Cut {
        #[cfg(test)]
        name: "its source",
        #[cfg(test)]
        example: "Anna Berg said the mill would close|, according to the Herald.",
        holds: |report, at| report.grammar.children(at).any(|child| report.grammar.small(child) == "according"),
    },
];

/// A clause joined by "but", or one with a subject of its own that no "that" puts under the verb.
fn is_another_clause(report: &Report, at: usize) -> bool {
    let grammar = &report.grammar;
    if grammar.relation(at) != Relation::Conj {
        return false;
    }
    let conjunction = grammar.child(at, &[Relation::Cc]).map(|cc| grammar.small(cc));
    let goes_on = grammar.child(at, &[Relation::Mark]).is_some_and(|mark| grammar.small(mark) == "that");
    let has_subject = grammar.own_subject(at).is_some_and(|subject| grammar.tag(subject) != PartOfSpeech::Pron);
    // "The talks, which ended in a deal but solved nothing": what turns within an aside is part of it.
    let turns = grammar.head(at) == Some(report.clause) && matches!(conjunction, Some("but" | "yet"));
    !goes_on && (has_subject || turns)
}

/// The last word of a reported clause that stands behind its verb.
pub(super) fn last_word(report: &Report) -> usize {
    let grammar = &report.grammar;
    let (_, mut last) = grammar.reach(report.clause);
    last = before_marks(report, last);
    // From the right, so that of two that reach to the end the inner one is tried first.
    for at in (report.clause + 1..=last).rev() {
        let (first, end) = grammar.reach(at);
        // Only what ends the clause is cut off: words behind it may go with those before it.
        if first <= report.clause || end < last || at > last {
            continue;
        }
        if is_behind_mark(report, first) && is_cut(report, at) {
            last = before_marks(report, first - 1);
        }
    }
    last
}

/// The last word that is no mark.
fn before_marks(report: &Report, mut last: usize) -> usize {
    while last > report.clause && report.grammar.tag(last) == PartOfSpeech::Punct {
        last -= 1;
    }
    last
}

fn is_cut(report: &Report, at: usize) -> bool {
    CUTS.iter().any(|row| (row.holds)(report, at))
}

/// Whether a phrase begins with a comma or behind one; what a dash sets off may be needed.
fn follows_comma(report: &Report, at: usize) -> bool {
    let (first, _) = report.grammar.reach(at);
    let comma = |at: usize| report.grammar.str(at) == ",";
    comma(first) || comma(first - 1)
}

/// Whether a mark stands before the word or is the word; "but" and "and" need none.
fn is_behind_mark(report: &Report, first: usize) -> bool {
    let grammar = &report.grammar;
    let parts = |at: usize| matches!(grammar.tag(at), PartOfSpeech::Punct | PartOfSpeech::Cconj);
    parts(first) || parts(first - 1)
}

#[cfg(test)]
mod tests {
    use super::{CUTS, Report, last_word};
    use crate::{Article, Models, document::Relation, pipeline::read_words};

    #[test]
    fn rows_cut_their_examples() {
        let models = Models::embedded();
        for row in CUTS {
            let text = row.example.replace('|', "");
            let document = read_words(Article::plain(&text), models);
            let Some(grammar) = document.grammar(0, models) else { panic!("no sentence") };
            let Some(verb) = (0..grammar.words().len()).find(|&at| grammar.str(at) == "said") else {
                panic!("no verb")
            };
            let Some(clause) = grammar.child(verb, &[Relation::Ccomp]) else { panic!("{}: no clause", row.name) };
            let report = Report { grammar, lexicon: models.lexicon, verb, clause };
            let end = grammar.word(last_word(&report)).span.end() as usize;
            assert_eq!(Some(end), row.example.find('|'), "{}: {:?}", row.name, &text[..end]);
        }
    }
}
