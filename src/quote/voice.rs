//! Who speaks, by the grammar: the subject of a verb of saying, its words in full, and the actor it means.

use super::speaker::Mentions;
use crate::{
    Document, Models,
    document::{MentionForm, PartOfSpeech, Relation, SourceKind},
    lexicon::{List, Sex, WordFlags},
    syntax::{Grammar, lemma},
    text::Span,
};

/// Who speaks.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Voice {
    /// The article's words.
    pub(super) span: Span,
    /// The actor, where it is certain.
    pub(super) actor: Option<u32>,
    /// Whether it has a name, an office, or neither; none of words that tell nobody: "they", "it".
    pub(super) kind: Option<SourceKind>,
    /// Whether it is "he" or "she".
    pub(super) is_personal: bool,
    /// Whether it is a report, a letter and the like.
    pub(super) is_text: bool,
}

impl Voice {
    /// Words with a name.
    fn named(span: Span, actor: Option<u32>) -> Self {
        Self { span, actor, kind: Some(SourceKind::Named), is_personal: false, is_text: false }
    }
}

/// What a description of a speaker says.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Described {
    pub(super) kind: SourceKind,
    /// Whether "he" or "she" can mean it.
    pub(super) is_one_person: bool,
}

/// Lists of nouns for who speaks.
const SPEAKERS: WordFlags =
    WordFlags::SPEAKER.with(WordFlags::OCCUPATION).with(WordFlags::SAY_NOUN).with(WordFlags::ORGANIZATION);

/// Relations by which a subject hangs on its verb.
const SUBJECTS: [Relation; 2] = [Relation::Nsubj, Relation::NsubjPass];

/// Reads speakers off one sentence.
#[derive(Clone, Copy)]
pub(super) struct Voices<'d> {
    pub(super) document: &'d Document<'d>,
    pub(super) models: &'d Models,
    pub(super) mentions: &'d Mentions,
    pub(super) grammar: Grammar<'d>,
    /// The sentence's first word behind a dateline.
    pub(super) begin: usize,
}

impl Voices<'_> {
    /// Who says it: the subject of a verb. Of "police spokesman Tom Hale", which is read as two subjects, the name.
    pub(super) fn of_verb(&self, verb: usize) -> Option<Voice> {
        let own = self.grammar.children(verb).filter(|&child| child >= self.begin);
        let own: Vec<usize> = own.filter(|&child| SUBJECTS.contains(&self.grammar.relation(child))).collect();
        // Of several, the one beside the verb; the rest is the parser's doubt.
        let nearest = own.into_iter().min_by_key(|&subject| subject.abs_diff(verb));
        self.of_noun(nearest.or_else(|| self.stranded(verb)).or_else(|| self.inherited(verb))?)
    }

    /// "The mill will close in May, Anna Berg said": a subject right before the verb that the parser gave to the clause before.
    fn stranded(&self, verb: usize) -> Option<usize> {
        let before = verb.checked_sub(1)?;
        let noun = if self.grammar.relation(before) == Relation::Flat { self.grammar.head(before)? } else { before };
        let clause = self.grammar.head(noun)?;
        (self.grammar.relation(noun) == Relation::Nsubj && clause < noun).then_some(noun)
    }

    /// "The mayor smiled and said", "adding that", "a letter saying that": whose subject a verb without one shares. A finite
    /// verb that hangs on another clause has its own, which the parser did not find.
    fn inherited(&self, verb: usize) -> Option<usize> {
        let is_finite = self.grammar.word(verb).form.is_finite();
        let shares = !is_finite || self.grammar.relation(verb) == Relation::Conj;
        self.grammar.subject(verb).filter(|_| shares)
    }

    /// Who is meant by a noun, a name or a pronoun.
    pub(super) fn of_noun(&self, noun: usize) -> Option<Voice> {
        let grammar = &self.grammar;
        if grammar.tag(noun) == PartOfSpeech::Pron {
            return Some(self.of_pronoun(noun));
        }
        if !grammar.is_nominal(noun) {
            return None;
        }
        let phrase = grammar.noun_phrase(noun);
        if let Some(name) = self.apposed(noun) {
            return self.of_noun(name);
        }
        if let Some(joint) = self.joint(noun) {
            return Some(Voice::named(joint, None));
        }
        let named = self.named(noun).or_else(|| self.named(phrase.last));
        if let Some((actor, span)) = named {
            let first = grammar.word(phrase.first).span;
            let span = if first.start() < span.start() { first.cover(span) } else { span };
            return Some(Voice::named(span, Some(actor)));
        }
        if let Some((actor, name)) = self.name_behind(phrase.last) {
            let span = grammar.word(phrase.first).span.cover(name);
            return Some(Voice::named(span, Some(actor)));
        }
        let last = self.attached_end(phrase.last);
        let span = grammar.span((phrase.first, last));
        Some(Voice {
            span,
            actor: None,
            // A name that the names' stage passed over: "Trivane said".
            kind: self.described(noun, span).or_else(|| self.is_name(noun).then_some(SourceKind::Named)),
            is_personal: false,
            is_text: self.is_text(noun),
        })
    }

    fn of_pronoun(&self, at: usize) -> Voice {
        let span = self.grammar.word(at).span;
        let is_personal = matches!(self.grammar.small(at), "he" | "she");
        let actor = self.mentions.over(span).filter(|_| is_personal).map(|(actor, ..)| actor);
        let actor = actor.filter(|&actor| self.mentions.agrees(actor, self.grammar.small(at)));
        Voice { span, actor, kind: actor.map(|_| SourceKind::Named), is_personal, is_text: false }
    }

    /// The actor that a word names, with the name.
    fn named(&self, at: usize) -> Option<(u32, Span)> {
        let (actor, span, form) = self.mentions.over(self.grammar.word(at).span)?;
        (form == MentionForm::Name).then_some((actor, span))
    }

    /// "His lawyer, Priya Nair, said": the name behind a description.
    fn apposed(&self, noun: usize) -> Option<usize> {
        let name = self.grammar.apposition(noun)?;
        let is_name = self.named(noun).is_none() && self.named(name).is_some();
        is_name.then_some(name)
    }

    /// "Police spokesman Tom Hale": the name right behind a description, whatever the parser makes of it.
    fn name_behind(&self, last: usize) -> Option<(u32, Span)> {
        let is_title = |&at: &usize| self.flags(at).has_any(WordFlags::TITLE.with(WordFlags::OCCUPATION));
        let titles = (last + 1..self.grammar.words().len()).take_while(is_title).count();
        let next = self.grammar.words().get(last + 1 + titles)?;
        let (actor, span, form) = self.mentions.over(next.span)?;
        (form == MentionForm::Name && span.start() == next.span.start()).then_some((actor, span))
    }

    /// "Anna Berg and Tom Hale": the words of all of them.
    fn joint(&self, noun: usize) -> Option<Span> {
        let joined = self.grammar.joined(noun);
        let (first, last) = (*joined.first()?, *joined.last()?);
        let are_names = joined.len() > 1 && joined.iter().all(|&at| self.named(at).is_some());
        let (_, end) = self.named(last)?;
        are_names.then(|| self.grammar.word(self.grammar.noun_phrase(first).first).span.cover(end))
    }

    /// The last word of what hangs on a noun phrase without a gap: "a spokesman | for the mayor".
    fn attached_end(&self, last: usize) -> usize {
        const MOST: usize = 4;
        let grammar = &self.grammar;
        let mut end = last;
        for _ in 0..MOST {
            let Some(next) = grammar.words().get(end + 1).map(|_| end + 1) else { break };
            if grammar.tag(next) != PartOfSpeech::Adp || grammar.relation(next) != Relation::Case {
                break;
            }
            let Some(noun) = grammar.head(next).filter(|&noun| noun > next && grammar.relation(noun) == Relation::Nmod)
            else {
                break;
            };
            end = grammar.noun_phrase(noun).last;
        }
        end
    }

    /// What kind of source some words are: those of a speaker whom no actor stands for.
    pub(super) fn kind_of(&self, words: Span) -> Option<Described> {
        let grammar = &self.grammar;
        let inside = |at: usize| words.contains(grammar.word(at).span);
        let is_head = |&at: &usize| inside(at) && !grammar.head(at).is_some_and(inside);
        let head = (0..grammar.words().len()).find(is_head)?;
        if grammar.tag(head) == PartOfSpeech::Propn {
            return Some(Described { kind: SourceKind::Named, is_one_person: false });
        }
        let kind = self.described(head, words)?;
        let is_plural =
            lemma(grammar.small(head), PartOfSpeech::Noun, self.models).is_some_and(|one| one != grammar.small(head));
        Some(Described { kind, is_one_person: !is_plural && !self.is_text(head) })
    }

    /// What kind of source a description is; none where it is nobody who speaks.
    fn described(&self, noun: usize, span: Span) -> Option<SourceKind> {
        let flags = self.flags(noun);
        let small = self.grammar.small(noun);
        let is_hidden = self.mentions.lexicon.has(List::UnnamedSources, small);
        let is_of_kin = self.mentions.lexicon.sex_of_noun(small) != Sex::Unknown;
        let speaks = is_hidden || is_of_kin || self.is_text(noun) || flags.has_any(SPEAKERS);
        if !speaks {
            return None;
        }
        let is_placed = self.mentions.any_name_in(span);
        Some(if is_hidden && !is_placed { SourceKind::Unnamed } else { SourceKind::Role })
    }

    fn is_name(&self, noun: usize) -> bool {
        const SHORTEST: usize = 4;
        // "Feb", "Jr".
        let is_short = self.grammar.str(noun).len() < SHORTEST;
        self.grammar.tag(noun) == PartOfSpeech::Propn && !is_short && !self.flags(noun).has(WordFlags::CALENDAR)
    }

    fn is_text(&self, noun: usize) -> bool {
        let flags = self.flags(noun);
        let is_noun_of_saying = flags.has(WordFlags::SAY_NOUN) && !flags.has(WordFlags::SPEAKER);
        is_noun_of_saying || self.mentions.lexicon.has(List::TextNouns, self.grammar.small(noun))
    }

    fn flags(&self, word: usize) -> WordFlags {
        self.document.tags()[self.grammar.word(word).token as usize].flags
    }
}
