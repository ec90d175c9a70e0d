//! Indirect speech: what somebody is said to have said, without quotation marks.
//!
//! Only the clause that completes a verb of saying is somebody's words, or the clause that "she said" is set behind, or what is
//! so "according to" somebody. Who says it needs a name or an office. What is not sure is left out.

use super::{
    extent::last_word,
    marks::Quoted,
    refusal::{Report, is_whole, refusal},
    speaker::Mentions,
    voice::{Voice, Voices},
};
use crate::{
    Document, Models,
    article::BlockKind,
    document::{PartOfSpeech, Quote, Relation},
    lexicon::List,
    sentence::dateline_end,
    syntax::Grammar,
};
use std::ops::RangeInclusive;

/// Words of the shortest and the longest statement.
const LENGTH: RangeInclusive<usize> = 4..=80;

/// Finds indirect statements. `quoted` holds the outermost quotations, in order.
pub(super) fn find_indirect(
    document: &Document,
    models: &Models,
    mentions: &Mentions,
    quoted: &[Quoted],
) -> Vec<Quote> {
    let finder = Finder { document, models, mentions, quoted };
    let mut quotes = Vec::new();
    for (number, sentence) in document.sentences().iter().enumerate() {
        // A heading's "says operator" is telegram style; what it says comes again below.
        let kind = document.blocks()[sentence.block as usize].kind;
        if !matches!(kind, BlockKind::Paragraph | BlockKind::ListItem) {
            continue;
        }
        let cues: Vec<usize> = sentence.tokens().filter(|&at| finder.is_cue(at)).collect();
        let Some(grammar) = cues.first().and_then(|_| document.grammar(number, models)) else { continue };
        let begin = dateline_end(document, sentence.tokens()).and_then(|token| grammar.word_of(token)).unwrap_or(0);
        let reader = Sentence { finder: &finder, grammar, begin };
        quotes.extend(outermost(cues.iter().filter_map(|&cue| reader.statement(cue)).collect()));
    }
    quotes
}

/// "The paper reported that Anna Berg said …": only what nobody else reports.
fn outermost(statements: Vec<Quote>) -> Vec<Quote> {
    let has_cue = |outer: &Quote, of: &Quote| of.cue.is_some_and(|cue| outer.span.contains(cue));
    let holds = |outer: &Quote, inner: &Quote| has_cue(outer, inner) && !has_cue(outer, outer);
    // A statement holds no more cues than words.
    let near = |at: usize| at.saturating_sub(*LENGTH.end())..statements.len().min(at + LENGTH.end() + 1);
    let is_outer = |at: usize| !near(at).any(|other| other != at && holds(&statements[other], &statements[at]));
    let kept: Vec<bool> = (0..statements.len()).map(is_outer).collect();
    statements.into_iter().zip(kept).filter_map(|(statement, kept)| kept.then_some(statement)).collect()
}

struct Finder<'d> {
    document: &'d Document<'d>,
    models: &'d Models,
    mentions: &'d Mentions,
    quoted: &'d [Quoted],
}

/// Which way a verb reports.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Way {
    States,
    /// Shown with its verb: "denied that …".
    Claims,
    /// Of texts alone: "the study found that …".
    Shows,
}

impl Finder<'_> {
    fn way(&self, token: usize) -> Option<Way> {
        let lists =
            [(List::StatementVerbs, Way::States), (List::ClaimVerbs, Way::Claims), (List::TextVerbs, Way::Shows)];
        lists.into_iter().find(|&(list, _)| self.document.is_in(token, list)).map(|(_, way)| way)
    }

    fn is_cue(&self, token: usize) -> bool {
        let tells = self.way(token).is_some() || self.document.small_str(token) == "according";
        tells && !self.is_quoted(token)
    }

    fn is_quoted(&self, token: usize) -> bool {
        let next = self.quoted.partition_point(|quoted| quoted.after <= token);
        self.quoted.get(next).is_some_and(|quoted| quoted.open <= token)
    }
}

/// A sentence that may hold statements.
struct Sentence<'f, 'd> {
    finder: &'f Finder<'d>,
    grammar: Grammar<'d>,
    /// Its first word behind a dateline.
    begin: usize,
}

impl<'d> Sentence<'_, 'd> {
    fn statement(&self, cue: usize) -> Option<Quote> {
        let verb = self.grammar.word_of(cue)?;
        match self.finder.way(cue) {
            None => self.according(verb),
            Some(way) => self.told(verb, way),
        }
    }

    /// "Anna Berg said that …"; "…, Anna Berg said".
    fn told(&self, verb: usize, way: Way) -> Option<Quote> {
        let grammar = self.grammar;
        let clause = grammar.reported(verb).map(|reported| reported.clause).or_else(|| in_statement(&grammar, verb))?;
        let report = self.report(verb, clause);
        if refusal(&report).is_some() {
            return None;
        }
        let voice = self.voices().of_verb(verb)?;
        if way == Way::Shows && !voice.is_text {
            return None;
        }
        let is_behind = clause > verb;
        let speaker = grammar.word_at(voice.span.start()).unwrap_or(verb);
        let (mut first, last) = if is_behind { behind(&report)? } else { before(&report, speaker)? };
        if way == Way::Claims {
            if !is_behind {
                return None;
            }
            first = verb;
        }
        self.quote((first, last), voice, (verb, verb))
    }

    /// "According to Anna Berg, …"; "…, according to Anna Berg".
    fn according(&self, cue: usize) -> Option<Quote> {
        let grammar = self.grammar;
        let source = grammar.head(cue).filter(|_| grammar.relation(cue) == Relation::Case)?;
        let clause = grammar.head(source)?;
        let is_whole = is_whole(&grammar, clause);
        if !is_whole || grammar.relation(clause) != Relation::Root {
            return None;
        }
        let report = self.report(cue, clause);
        let (first, _) = grammar.reach(clause);
        let words = if cue == first {
            let (_, end) = grammar.reach(source);
            (end + 1, last_word(&report))
        } else if cue > clause {
            (first, cue - 1)
        } else {
            return None;
        };
        let voice = self.voices().of_noun(source)?;
        self.quote(words, voice, (cue, cue + 1))
    }

    fn report(&self, verb: usize, clause: usize) -> Report<'d> {
        Report { grammar: self.grammar, lexicon: self.finder.models.lexicon, verb, clause }
    }

    fn voices(&self) -> Voices<'d> {
        let Finder { document, models, mentions, .. } = *self.finder;
        Voices { document, models, mentions, grammar: self.grammar, begin: self.begin }
    }

    /// Whether the last word asks for another ("would not stand for"), or is the subject of a verb of saying behind it.
    fn is_torn(&self, last: usize) -> bool {
        let grammar = &self.grammar;
        let is_open = matches!(grammar.relation(last), Relation::Case | Relation::Mark | Relation::Det | Relation::Cc);
        let next = grammar.words().get(last + 1).map(|word| word.token as usize);
        is_open || grammar.tag(last) == PartOfSpeech::Adp || next.is_some_and(|token| self.finder.way(token).is_some())
    }

    /// A statement of some words, where it has a length and a speaker and nothing of it stands in quotation marks.
    fn quote(&self, (first, last): (usize, usize), voice: Voice, cue: (usize, usize)) -> Option<Quote> {
        let grammar = self.grammar;
        let (first, last) = trimmed(&grammar, (first.max(self.begin), last))?;
        // "She" may be told by who spoke before.
        let has_source = voice.kind.is_some() || voice.is_personal;
        if !LENGTH.contains(&(last + 1 - first)) || !has_source {
            return None;
        }
        let mut tokens = (first..=last).map(|at| grammar.word(at).token as usize);
        if self.is_torn(last) || tokens.any(|token| self.finder.is_quoted(token)) {
            return None;
        }
        Some(Quote {
            span: grammar.span((first, last)),
            speaker: voice.actor,
            speaker_span: Some(voice.span),
            cue: Some(grammar.span(cue)),
            direct: false,
            antecedent: None,
            source: voice.kind,
        })
    }
}

/// "Said in a statement that the mill would close": the clause hangs on what it was said in.
fn in_statement(grammar: &Grammar, verb: usize) -> Option<usize> {
    let said_in = grammar.children(verb).filter(|&child| grammar.relation(child) == Relation::Obl);
    let mut clauses = said_in.filter_map(|noun| grammar.child(noun, &[Relation::Acl, Relation::Ccomp]));
    let has_that =
        |&clause: &usize| grammar.child(clause, &[Relation::Mark]).is_some_and(|mark| grammar.small(mark) == "that");
    clauses.find(has_that)
}

/// The words of a clause that stands behind its verb: from its subject or what opens it to where the writer goes on.
fn behind(report: &Report) -> Option<(usize, usize)> {
    let grammar = &report.grammar;
    let last = last_word(report);
    let (first, _) = grammar.reach(report.clause);
    let mark = grammar.child(report.clause, &[Relation::Mark]).filter(|&mark| grammar.small(mark) == "that");
    if let Some(mark) = mark.filter(|&mark| mark > report.verb) {
        return Some((mark + 1, last));
    }
    let subject = [grammar.own_subject(report.clause), grammar.child(report.clause, &[Relation::Expl])];
    let subject = subject.into_iter().flatten().min()?;
    // "The mill, Anna Berg said, would close": the clause goes around its verb.
    if subject < report.verb {
        return Some((first, last));
    }
    let (subject, _) = grammar.reach(subject);
    // "He said much (not that much, it is true)": the bracket is the writer's.
    if (report.verb..subject).any(|at| grammar.str(at) == "(") {
        return None;
    }
    let opener = (report.verb + 1..subject).find(|&at| opens(report, at)).unwrap_or(subject);
    Some((opener, last))
}

/// "Said on Monday if it rained the mill would close": what stands before the subject and is a clause is said too.
fn opens(report: &Report, at: usize) -> bool {
    let grammar = &report.grammar;
    let is_own = grammar.heads(at).any(|head| head == report.clause);
    is_own && grammar.relation(at) == Relation::Mark
}

/// The words of a clause before its verb: to the verb or its subject, from where another clause of the sentence ends.
fn before(report: &Report, speaker: usize) -> Option<(usize, usize)> {
    let grammar = &report.grammar;
    let (first, _) = grammar.reach(report.clause);
    let is_word = |&child: &usize| child > report.clause && grammar.tag(child) != PartOfSpeech::Punct;
    let own = grammar.children(report.verb).filter(is_word);
    let edges = own.map(|child| grammar.reach(child).0).chain([speaker, report.verb]);
    let end = edges.filter(|&at| at > report.clause).min()?;
    if is_interrupted(report, end) {
        return None;
    }
    // "The council was silent; the mill will close, Anna Berg said."
    let first = (first..end).rev().find(|&at| grammar.str(at) == ";").map_or(first, |mark| mark + 1);
    (first < end && grammar.tag(end - 1) == PartOfSpeech::Punct).then_some((first, end - 1))
}

/// "What the council wants, Anna Berg said, is a mill": the words before the verb are no clause.
fn is_interrupted(report: &Report, end: usize) -> bool {
    let grammar = &report.grammar;
    let own = (end..grammar.words().len()).take_while(|&at| grammar.is_under(at, report.verb));
    let behind = own.last().map_or(end, |last| last + 1);
    let mut rest = (behind..grammar.words().len()).filter(|&at| grammar.tag(at) != PartOfSpeech::Punct);
    let comma = grammar.words().get(behind).is_some_and(|_| grammar.str(behind) == ",");
    comma && rest.next().is_some_and(|at| !grammar.is_under(at, report.verb))
}

/// Without marks and conjunctions at the edges; none where nothing is left.
fn trimmed(grammar: &Grammar, (mut first, mut last): (usize, usize)) -> Option<(usize, usize)> {
    let is_mark = |at: usize| grammar.tag(at) == PartOfSpeech::Punct;
    while first < last && (is_mark(first) || grammar.tag(first) == PartOfSpeech::Cconj) {
        first += 1;
    }
    while first < last && is_mark(last) {
        last -= 1;
    }
    (first < last).then_some((first, last))
}
