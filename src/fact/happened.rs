//! What happened to what a figure counts, asked of the grammar: the verb that it is the subject or the object of.

use crate::{
    Document, Models,
    document::{Change, Figure, FigureKind, Join, PartOfSpeech, Relation, VerbForm},
    lexicon::{List, WordFlags},
    syntax::Grammar,
    text::Span,
};

/// What the grammar tells of a figure.
#[derive(Default)]
pub(super) struct Happening {
    /// The words of the verb.
    pub(super) span: Option<Span>,
    pub(super) join: Join,
    /// What is counted, where what happened has to be cut off it: "drones" of "drones launched".
    pub(super) what: Option<Span>,
}

/// What happened to what the figure counts; nothing where the grammar is not clear.
pub(super) fn happening(document: &Document, models: &Models, figure: &Figure) -> Happening {
    let asked = || {
        let grammar = document.grammar(figure.sentence as usize, models)?;
        let head = grammar.head_of_span(figure.span)?;
        Some(Reader { document, grammar, figure, head })
    };
    asked().map(|reader| reader.read()).unwrap_or_default()
}

struct Reader<'g> {
    document: &'g Document<'g>,
    grammar: Grammar<'g>,
    figure: &'g Figure,
    /// The word of the figure that the others hang on.
    head: usize,
}

impl Reader<'_> {
    fn read(&self) -> Happening {
        if matches!(self.figure.kind, FigureKind::Count | FigureKind::Rate) { self.counted() } else { self.measured() }
    }

    /// The noun that the figure counts, or the figure's own word.
    fn noun(&self) -> usize {
        match (self.grammar.relation(self.head), self.grammar.head(self.head)) {
            (Relation::Nummod, Some(noun)) => noun,
            _ => self.head,
        }
    }

    fn counted(&self) -> Happening {
        let noun = self.noun();
        let what = self.what(noun);
        if let Some((verb, join)) = self.verb_of(noun) {
            let span = if join == Join::Participle { self.lone(verb) } else { self.group(verb, join) };
            return Happening { span: Some(span), join, what };
        }
        let participle = self.participle(noun);
        Happening { span: participle, join: Join::Participle, what }
    }

    /// The label without the participle that the grammar takes for what happened.
    fn what(&self, noun: usize) -> Option<Span> {
        let counts = self.figure.counts?;
        let grammar = &self.grammar;
        let word = grammar.word(noun).span;
        if !counts.contains(word) {
            return self.without_participle(counts);
        }
        if self.participle(noun).is_some_and(|verb| counts.contains(verb)) {
            return Some(Span::new(counts.start(), word.end()));
        }
        // "1,000 prisoners from each side".
        let small = |at: usize| if at < grammar.words().len() { grammar.small(at) } else { "" };
        let is_each =
            matches!(small(noun + 1), "from" | "on") && small(noun + 2) == "each" && noun + 3 < grammar.words().len();
        is_each.then(|| counts.cover(grammar.word(noun + 3).span))
    }

    /// "88 were shot down" of "drones launched": what was counted before, without what had happened to it there.
    fn without_participle(&self, counts: Span) -> Option<Span> {
        let grammar = &self.grammar;
        let (first, last) = grammar.words_of_span(counts).filter(|(first, last)| first < last)?;
        // "37" of "At least 189 people".
        let number = (first..last).rev().find(|&at| grammar.tag(at) == PartOfSpeech::Num);
        let first = number.map_or(first, |number| number + 1);
        let is_here = grammar.word(last).span.end() == counts.end();
        let participle = grammar.tag(last) == PartOfSpeech::Verb && grammar.small(last).ends_with("ed");
        let last = if participle { last.saturating_sub(1).max(first) } else { last };
        is_here.then(|| grammar.span((first, last)))
    }

    /// The verb that a noun is the subject or object of.
    fn verb_of(&self, noun: usize) -> Option<(usize, Join)> {
        const MOST_JOINED: usize = 4;
        let grammar = &self.grammar;
        let mut at = noun;
        for _ in 0..MOST_JOINED {
            let head = grammar.head(at)?;
            if grammar.relation(at) == Relation::Conj && !grammar.tag(head).is_verbal() {
                at = head;
                continue;
            }
            let join = match grammar.relation(at) {
                Relation::Nsubj | Relation::NsubjPass => Join::Verb,
                Relation::Obj => self.join_of_object(head),
                _ => return None,
            };
            return self.tells(head).then_some((head, join));
        }
        None
    }

    /// "sank 40 boats": what was done reads behind what it was done to only as a lone past form like the participle.
    fn join_of_object(&self, verb: usize) -> Join {
        let small = self.grammar.small(verb);
        let past = matches!(self.grammar.word(verb).form, VerbForm::Past | VerbForm::PastParticiple);
        let lone = self.auxiliaries(verb).is_none_or(|first| self.is_perfect(first, verb));
        if past && lone && (small.ends_with(['d', 't']) || small == "won") { Join::Participle } else { Join::Apart }
    }

    /// "has downed", "to have downed", "has only downed": nothing but "have" and adverbs stands before the verb.
    fn is_perfect(&self, first: usize, verb: usize) -> bool {
        let from = first + usize::from(self.grammar.small(first) == "to");
        let plain =
            (from + 1..verb).all(|at| self.grammar.tag(at) == PartOfSpeech::Adv && !self.grammar.is_negation(at));
        plain && matches!(self.grammar.small(from), "have" | "has" | "had")
    }

    /// Whether a verb says that something happened: not "have", "include", "is".
    fn tells(&self, verb: usize) -> bool {
        let token = self.grammar.word(verb).token as usize;
        let lists = self.document.lists[self.document.tags[token].form as usize];
        let is_adjective = self.grammar.tag(verb) == PartOfSpeech::Adj && self.auxiliaries(verb).is_some();
        (self.grammar.tag(verb) == PartOfSpeech::Verb || is_adjective)
            && !lists.has(List::EmptyVerbs)
            && !self.is_report(token)
    }

    /// "reported 273 drones": nothing that happened to them.
    fn is_report(&self, token: usize) -> bool {
        let flags = self.document.tags[token].flags;
        flags.has(WordFlags::SAY) || flags.has(WordFlags::REPORT)
    }

    /// The first auxiliary, copula or negation of a verb's group.
    fn auxiliaries(&self, verb: usize) -> Option<usize> {
        let is_auxiliary = |at: &usize| {
            matches!(self.grammar.relation(*at), Relation::Aux | Relation::AuxPass | Relation::Cop)
                || self.grammar.relation(*at) == Relation::Mark && self.grammar.small(*at) == "to"
        };
        self.grammar.children(verb).take_while(|&at| at < verb).find(is_auxiliary)
    }

    /// The words of a verb's group: auxiliaries, the verb, its particle, and a bare phrase right behind it ("off course").
    fn group(&self, verb: usize, join: Join) -> Span {
        const LONGEST: usize = 6;
        let grammar = &self.grammar;
        let first = self.auxiliaries(verb).filter(|&first| verb - first < LONGEST && !self.is_between(first, verb));
        let mut last = verb;
        let behind = |at: usize, relation: Relation| {
            grammar
                .children(verb)
                .find(|&child| grammar.relation(child) == relation && grammar.reach(child).0 == at + 1)
        };
        if let Some(particle) = behind(last, Relation::CompoundPrt) {
            last = particle;
        }
        if join == Join::Verb {
            // "veered off course".
            let phrase = behind(last, Relation::Obl).or_else(|| behind(last, Relation::Obj).filter(|_| last > verb));
            let bare = phrase.filter(|&phrase| {
                let (from, to) = grammar.reach(phrase);
                to == phrase && to - from <= 1 && grammar.tag(phrase) == PartOfSpeech::Noun
            });
            last = bare.unwrap_or(last);
        }
        grammar.span((first.unwrap_or(verb), last))
    }

    /// A verb with its particle alone.
    fn lone(&self, verb: usize) -> Span {
        let group = self.group(verb, Join::Participle);
        Span::new(self.grammar.word(verb).span.start(), group.end())
    }

    /// Whether the figure, or the noun of it, stands within a verb's group: "were two men killed".
    fn is_between(&self, first: usize, verb: usize) -> bool {
        (first..verb).contains(&self.head)
    }

    /// "273 drones launched": a participle right behind the noun.
    fn participle(&self, noun: usize) -> Option<Span> {
        let grammar = &self.grammar;
        let verb = grammar.children(noun).find(|&child| {
            grammar.relation(child) == Relation::Acl
                && grammar.word(child).form == VerbForm::PastParticiple
                && child == grammar.noun_phrase(noun).last + 1
        })?;
        Some(self.group(verb, Join::Participle))
    }

    /// What is measured is the subject: "The mill was sold for $5 million". A rise is told by the figure itself.
    fn measured(&self) -> Happening {
        let hangs = matches!(self.grammar.relation(self.head), Relation::Obj | Relation::Obl | Relation::Xcomp);
        let verb = self.grammar.head(self.head).filter(|&verb| hangs && self.grammar.tag(verb) == PartOfSpeech::Verb);
        let subject = verb.and_then(|verb| self.grammar.own_subject(verb));
        let (Some(verb), Some(subject), Some(counts)) = (verb, subject, self.figure.counts) else {
            return Happening::default();
        };
        let moved = matches!(self.figure.change, Change::Up | Change::Down);
        let is_its = counts.contains(self.grammar.word(subject).span) && self.tells(verb) && !moved;
        Happening { span: is_its.then(|| self.group(verb, Join::Participle)), join: Join::Verb, what: None }
    }
}
