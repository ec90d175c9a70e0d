//! A point of some twenty words: what else can go from a sentence, by its grammar.
//!
//! What goes hangs on what stays and completes nothing: a relative clause or apposition behind a comma, a participle at the
//! end, a clause before the subject, a second clause. The subject, the verb, its objects and its complements stay, and
//! so does what [`trim`](super::trim) keeps: figures, quotations, denials, conditions, hedges, attributions.

use super::{Candidate, trim::is_light};
use crate::{
    Document, Models,
    document::{PartOfSpeech, Relation, TokenKind, VerbForm},
    syntax::Grammar,
};
use std::ops::Range;

/// A point is shortened until it has so many words.
const WORDS: usize = 22;
/// Words that stay at the least.
const LEAST_LEFT: usize = 9;

/// What can go, the most harmless first.
struct Rule {
    name: &'static str,
    /// A sentence, and what is left of it.
    #[cfg(test)]
    example: [&'static str; 2],
    /// Goes only where the point has more words than this.
    above: usize,
    /// Whether what hangs on a word can go.
    goes: fn(&Sentence, usize) -> bool,
}

const RULES: [Rule; 6] = [
    Rule {
        name: "relative clause",
        #[cfg(test)]
        example: [
            "The ferry line, which has carried people across the wide northern bay of Orr since the old war, needs new boats \
             from the county and money from the harbour fund.",
            "The ferry line needs new boats from the county and money from the harbour fund.",
        ],
        above: WORDS,
        goes: |sentence, at| sentence.relation(at) == Relation::AclRelcl && sentence.is_set_off(at),
    },
    Rule {
        name: "participle at the end",
        #[cfg(test)]
        example: [
            "The storm tore the roof from the old market hall of Orr Bay on Friday night and sank a ferry, leaving hundreds \
             of people in the streets of the town.",
            "The storm tore the roof from the old market hall of Orr Bay on Friday night and sank a ferry.",
        ],
        above: WORDS,
        goes: |sentence, at| {
            sentence.relation(at) == Relation::Advcl && sentence.is_participle(at) && sentence.is_last(at)
        },
    },
    Rule {
        name: "apposition",
        #[cfg(test)]
        example: [
            "The Harbour Fund, a charity of the northern towns with its seat in the old mill of Orr Bay, needs new boats \
             from the county and money from the council.",
            "The Harbour Fund needs new boats from the county and money from the council.",
        ],
        above: WORDS,
        goes: |sentence, at| {
            sentence.relation(at) == Relation::Appos && sentence.is_set_off(at) && sentence.words_under(at) > MANY
        },
    },
    Rule {
        name: "clause of time at the end",
        #[cfg(test)]
        example: [
            "The council voted to close the old bridge to all lorries and buses of the county until spring, after a crack was \
             seen in one of its northern pillars.",
            "The council voted to close the old bridge to all lorries and buses of the county until spring.",
        ],
        above: WORDS + 4,
        goes: |sentence, at| {
            sentence.relation(at) == Relation::Advcl && sentence.is_last(at) && sentence.tells_time(at)
        },
    },
    Rule {
        name: "clause before the subject",
        #[cfg(test)]
        example: [
            "Speaking to the harbour workers of the town in the old market hall, the captain of the ferry promised to raise \
             the pay of the crews and to hire new hands.",
            "The captain of the ferry promised to raise the pay of the crews and to hire new hands.",
        ],
        above: WORDS,
        goes: |sentence, at| matches!(sentence.relation(at), Relation::Advcl | Relation::Obl) && sentence.is_first(at),
    },
    Rule {
        name: "second clause",
        #[cfg(test)]
        example: [
            "The ferry line will buy three new boats from a yard in the north of the country, and the crews will be trained \
             by an old captain in the harbour of the town.",
            "The ferry line will buy three new boats from a yard in the north of the country.",
        ],
        above: WORDS + 6,
        goes: |sentence, at| {
            let has_subject = || sentence.grammar.own_subject(at).is_some();
            sentence.relation(at) == Relation::Conj
                && sentence.is_last(at)
                && has_subject()
                && sentence.joins_by_and(at)
        },
    },
];

/// Words of an apposition that is more than a name or an office.
const MANY: usize = 5;

/// Openings of clauses that tell when.
const TIMES: [&str; 4] = ["after", "as", "before", "when"];

/// The candidate with less words, where it has many.
pub(crate) fn shorten(document: &Document, models: &Models, candidate: &Candidate, quoted: &[bool]) -> Candidate {
    shorten_by_rules(document, models, candidate, quoted).0
}

/// The same, with the names of the rules that shortened it.
fn shorten_by_rules(
    document: &Document,
    models: &Models,
    candidate: &Candidate,
    quoted: &[bool],
) -> (Candidate, Vec<&'static str>) {
    let (mut shorter, mut fired) = (candidate.clone(), Vec::new());
    let grammar = document.grammar(candidate.sentence as usize, models);
    let Some((grammar, root)) = grammar.and_then(|grammar| Some((grammar, grammar.root()?))) else {
        return (shorter, fired);
    };
    let mut count = Sentence { document, grammar, root, kept: &shorter.kept }.count(None);
    for rule in &RULES {
        for at in 0..grammar.words().len() {
            if count <= rule.above {
                break;
            }
            let sentence = Sentence { document, grammar, root, kept: &shorter.kept };
            if !(rule.goes)(&sentence, at) {
                continue;
            }
            let Some(cut) = sentence.cut(at, quoted) else { continue };
            let left = sentence.count(Some(&cut));
            if left >= LEAST_LEFT {
                count = left;
                shorter.kept = without(&shorter.kept, &cut);
                fired.push(rule.name);
            }
        }
    }
    (shorter, fired)
}

/// Ranges without what lies in another.
fn without(kept: &[Range<u32>], cut: &Range<usize>) -> Vec<Range<u32>> {
    let cut = cut.start as u32..cut.end as u32;
    kept.iter()
        .flat_map(|range| [range.start..range.end.min(cut.start), range.start.max(cut.end)..range.end])
        .filter(|range| !range.is_empty())
        .collect()
}

struct Sentence<'d> {
    document: &'d Document<'d>,
    grammar: Grammar<'d>,
    root: usize,
    kept: &'d [Range<u32>],
}

impl Sentence<'_> {
    fn relation(&self, at: usize) -> Relation {
        self.grammar.relation(at)
    }

    /// Words that would be shown, without a range.
    fn count(&self, cut: Option<&Range<usize>>) -> usize {
        let shown = self.kept.iter().flat_map(|range| range.start as usize..range.end as usize);
        let is_word = |&at: &usize| matches!(self.document.tokens()[at].kind, TokenKind::Word | TokenKind::Number);
        shown.filter(is_word).filter(|at| cut.is_none_or(|cut| !cut.contains(at))).count()
    }

    fn words_under(&self, at: usize) -> usize {
        let (first, last) = self.grammar.reach(at);
        last + 1 - first
    }

    /// The tokens of what hangs on a word; none where something else lies between them.
    fn tokens(&self, at: usize) -> Option<Range<usize>> {
        let (first, last) = self.grammar.reach(at);
        let is_whole = (first..=last).all(|other| self.grammar.is_under(other, at));
        let token = |at: usize| self.grammar.word(at).token as usize;
        is_whole.then(|| token(first)..token(last) + 1)
    }

    /// The same without marks at its edges.
    fn bare(&self, at: usize) -> Option<Range<usize>> {
        let mut range = self.tokens(at)?;
        let is_mark = |at: usize| !matches!(self.kind(at), TokenKind::Word | TokenKind::Number | TokenKind::Clitic);
        while !range.is_empty() && is_mark(range.start) {
            range.start += 1;
        }
        while !range.is_empty() && is_mark(range.end - 1) {
            range.end -= 1;
        }
        (!range.is_empty()).then_some(range)
    }

    fn kind(&self, at: usize) -> TokenKind {
        self.document.tokens().get(at).map_or(TokenKind::Terminal, |token| token.kind)
    }

    fn is_comma(&self, at: usize) -> bool {
        self.kind(at) == TokenKind::Comma
    }

    /// Whether a comma stands before it, and a comma or the end of the sentence behind it.
    fn is_set_off(&self, at: usize) -> bool {
        self.bare(at).is_some_and(|range| {
            range.start > 0
                && self.is_comma(range.start - 1)
                && matches!(self.kind(range.end), TokenKind::Comma | TokenKind::Terminal)
        })
    }

    /// Whether it stands behind a comma at the end of the sentence.
    fn is_last(&self, at: usize) -> bool {
        let ends = |range: &Range<usize>| self.kind(range.end) == TokenKind::Terminal;
        self.is_set_off(at) && self.bare(at).is_some_and(|range| ends(&range))
    }

    /// Whether it begins what is shown, with a comma behind it, and a noun is the subject of the main clause.
    fn is_first(&self, at: usize) -> bool {
        let Some(range) = self.bare(at) else { return false };
        let begins = self.kept.first().is_some_and(|kept| kept.start as usize == range.start);
        let subject = self.grammar.own_subject(self.root).filter(|&subject| subject > at);
        let is_noun = subject.is_some_and(|subject| self.grammar.tag(subject) != PartOfSpeech::Pron);
        begins && is_noun && self.is_comma(range.end) && self.grammar.head(at) == Some(self.root)
    }

    /// Whether it is a participle without subject, auxiliary and conjunction.
    fn is_participle(&self, at: usize) -> bool {
        const OTHERS: [Relation; 5] =
            [Relation::Nsubj, Relation::NsubjPass, Relation::Aux, Relation::AuxPass, Relation::Mark];
        let form = self.grammar.word(at).form;
        matches!(form, VerbForm::Ing | VerbForm::PastParticiple) && self.grammar.child(at, &OTHERS).is_none()
    }

    fn tells_time(&self, at: usize) -> bool {
        self.grammar.child(at, &[Relation::Mark]).is_some_and(|mark| TIMES.contains(&self.grammar.small(mark)))
    }

    fn joins_by_and(&self, at: usize) -> bool {
        self.grammar.child(at, &[Relation::Cc]).is_some_and(|and| self.grammar.small(and) == "and")
    }

    /// Whether a verb or a conjunction follows.
    fn goes_on(&self, token: usize) -> bool {
        let next = self.grammar.word_of(token).map(|at| self.grammar.tag(at));
        matches!(next, Some(PartOfSpeech::Verb | PartOfSpeech::Aux | PartOfSpeech::Adv | PartOfSpeech::Cconj))
    }

    /// What goes with a word: what hangs on it, with its commas.
    fn cut(&self, at: usize, quoted: &[bool]) -> Option<Range<usize>> {
        let mut cut = self.bare(at)?;
        let is_quoted = cut.clone().any(|at| quoted.get(at).copied().unwrap_or_default());
        if is_quoted || !is_light(self.document, cut.clone()) {
            return None;
        }
        if self.is_first(at) {
            cut.end += 1;
            return Some(cut);
        }
        cut.start -= usize::from(cut.start > 0 && self.is_comma(cut.start - 1));
        if self.is_comma(cut.end) && self.is_comma(cut.start) {
            cut.end += 1;
            // "Lee, a captain, on the pier of Orr, saw": what follows leans on what goes, or has commas of its own.
            return self.goes_on(cut.end).then_some(cut);
        }
        Some(cut)
    }
}

#[cfg(test)]
mod tests {
    use super::{RULES, shorten_by_rules};
    use crate::{Article, Models, Options, candidate::read_candidates, pipeline::read_layers, point::point_text};

    /// What is left of a sentence, and the rules that fired.
    fn shortened(text: &str) -> (String, Vec<&'static str>) {
        let models = Models::embedded();
        let document = read_layers(Article::plain(text), models, &Options::default(), &mut |_| ());
        let (candidates, quoted) = read_candidates(&document, models);
        let (shorter, fired) = shorten_by_rules(&document, models, &candidates[0], &quoted);
        (point_text(&document, &shorter.pieces(&document)), fired)
    }

    #[test]
    fn each_example_is_shortened_by_its_own_rule() {
        for rule in &RULES {
            let (text, fired) = shortened(rule.example[0]);
            assert_eq!((text.as_str(), fired), (rule.example[1], vec![rule.name]), "{}", rule.name);
        }
    }

    #[test]
    fn what_changes_the_sense_stays() {
        for text in [
            "The ferry line, which was later found not to have paid its crews, will get new boats from the county and from \
             the harbour fund of the town.",
            "The ferry line of the town will get new boats from the county and from the harbour fund, which could be closed \
             in spring by the new council.",
            "The county will give 40 million crowns to the harbour fund of the town, and the crews of the ferry line will get \
             12 million crowns more.",
        ] {
            assert_eq!(shortened(text).0, text);
        }
    }
}
