//! What the text says an actor is: the title before the name, the apposition on either side, "who is …".

use crate::{
    Document, Lexicon, Models,
    document::{ActorKind, Case, Mention, PartOfSpeech, TokenKind},
    lexicon::{List, WordFlags},
    syntax::Grammar,
    text::Span,
};
use std::ops::Range;

/// Longest apposition, in tokens.
const LONGEST: usize = 20;

/// Marks that a role ends at.
const ROLE_ENDS: [TokenKind; 6] =
    [TokenKind::Comma, TokenKind::Terminal, TokenKind::Dash, TokenKind::Close, TokenKind::Quote, TokenKind::Open];

/// The role that this mention gives, if any.
pub(super) fn find_role(document: &Document, models: &Models, mention: &Mention) -> Option<Span> {
    if mention.kind != ActorKind::Person {
        return None;
    }
    let name = document.tokens_in(mention.span);
    let number = document.sentence_at(mention.span.start());
    let sentence = document.sentences().get(number)?.tokens();
    let finder = Finder { document, models, lexicon: models.lexicon, number, sentence };
    finder
        .before(name.start)
        .or_else(|| finder.apposition(name.end))
        .or_else(|| finder.relative(name.end))
        .or_else(|| finder.apposition_before(name.clone()))
        .or_else(|| finder.kin(name.start))
}

struct Finder<'d> {
    document: &'d Document<'d>,
    models: &'d Models,
    lexicon: &'d Lexicon,
    /// The sentence's number, and its tokens.
    number: usize,
    sentence: Range<usize>,
}

impl Finder<'_> {
    fn word(&self, at: usize) -> &str {
        if self.sentence.contains(&at) { self.document.token_str(at) } else { "" }
    }

    fn kind(&self, at: usize) -> Option<TokenKind> {
        self.sentence.contains(&at).then(|| self.document.tokens()[at].kind)
    }

    fn is_office(&self, at: usize) -> bool {
        self.sentence.contains(&at) && (self.is_listed_office(self.word(at)) || self.word(at).ends_with("logist"))
    }

    /// An office or calling, also as many people have it: "ministers".
    fn is_listed_office(&self, word: &str) -> bool {
        let single = word.strip_suffix('s').unwrap_or(word);
        let office = WordFlags::TITLE.with(WordFlags::OCCUPATION);
        [word, single].iter().any(|word| {
            self.lexicon.flags(word).has_any(office) || self.lexicon.has(List::MoreRoles, &word.to_ascii_lowercase())
        })
    }

    fn is_relative(&self, at: usize) -> bool {
        self.sentence.contains(&at) && self.lexicon.has(List::Relatives, self.word(at))
    }

    fn is_capital(&self, at: usize) -> bool {
        let tag = self.document.tags()[at];
        matches!(tag.case, Case::Title | Case::Upper | Case::Mixed)
            && !tag.flags.has_any(WordFlags::STARTER.with(WordFlags::STOP).with(WordFlags::PRONOUN))
    }

    /// Whether a person's name covers the token.
    fn in_person(&self, at: usize) -> bool {
        let span = self.document.tokens()[at].span;
        let names = self.document.names();
        let next = names.partition_point(|name| name.span.end() <= span.start());
        names.get(next).is_some_and(|name| name.kind == ActorKind::Person && name.span.overlaps(span))
    }

    fn span(&self, range: Range<usize>) -> Option<Span> {
        let tokens = self.document.tokens().get(range)?;
        Some(tokens.first()?.span.cover(tokens.last()?.span))
    }

    /// "Ukrainian presidential aide" before the name: offices, and what stands before them.
    fn before(&self, name: usize) -> Option<Span> {
        let offices = self.offices_before(name)?;
        let start = self.widen(offices, name);
        // "Mr" is no role.
        let courtesy = start + 1 == name && self.is_courtesy(start);
        // "Chairman Sir Nigel Orr".
        let end = name - usize::from(start + 1 < name && self.is_courtesy(name - 1));
        if courtesy { None } else { self.span(start..end) }
    }

    /// Back over the nouns and adjectives that belong to the name's phrase.
    fn widen(&self, offices: usize, name: usize) -> usize {
        let Some(grammar) = self.document.grammar(self.number, self.models) else { return offices };
        let nouns = [name, offices].map(|at| grammar.word_of(at).map(|word| grammar.noun_of(word)));
        let [Some(name), Some(office)] = nouns else { return offices };
        let mut start = offices;
        while start > self.sentence.start {
            let at = start - 1;
            let joins = match self.kind(at) {
                // "Secretary-General", "co-founder".
                Some(TokenKind::Word) if self.kind(start) == Some(TokenKind::Hyphen) => true,
                Some(TokenKind::Word) => self.qualifies(grammar, at, [name, office]),
                Some(TokenKind::Number) => self.kind(at + 1) == Some(TokenKind::Hyphen),
                Some(TokenKind::Hyphen) => at > self.sentence.start,
                _ => false,
            };
            if !joins || self.in_person(at) {
                break;
            }
            start -= 1;
        }
        while self.kind(start) == Some(TokenKind::Hyphen) {
            start += 1;
        }
        self.owner_before(start).unwrap_or(start)
    }

    /// "Orr Foods's chief buyer": where the whole name of whoever has the office begins.
    fn owner_before(&self, start: usize) -> Option<usize> {
        let clitic = start.checked_sub(1).filter(|&at| self.kind(at) == Some(TokenKind::Clitic))?;
        let end = self.document.tokens()[clitic].span.start();
        let names = self.document.names();
        let owner = names.get(names.partition_point(|name| name.span.end() < end))?;
        (owner.span.end() == end).then(|| self.document.tokens_in(owner.span).start)
    }

    /// "Spain" of "Spain forward": a name of no person, right before an office, says whose it is; not "in Spain".
    fn in_other_name(&self, at: usize) -> bool {
        let span = self.document.tokens()[at].span;
        let names = self.document.names();
        let next = names.partition_point(|name| name.span.end() <= span.start());
        let Some(name) = names.get(next).filter(|name| name.span.overlaps(span)) else { return false };
        let before = self.document.tokens_in(name.span).start.checked_sub(1).map_or("", |before| self.word(before));
        name.kind != ActorKind::Person && !matches!(before, "in" | "In")
    }

    /// Whether a word says more of the office behind it: "former", "White", "House", "press".
    fn qualifies(&self, grammar: Grammar, at: usize, nouns: [usize; 2]) -> bool {
        let flags = self.document.tags()[at].flags;
        let Some(word) = grammar.word_of(at).filter(|_| !flags.has(WordFlags::CALENDAR)) else { return false };
        if self.document.tags()[at].case == Case::Lower && flags.has(WordFlags::STOP) {
            return matches!(self.word(at), "then" | "vice" | "acting" | "former");
        }
        match grammar.tag(word) {
            PartOfSpeech::Adj => true,
            _ if self.in_other_name(at) => true,
            PartOfSpeech::Noun | PartOfSpeech::Propn => nouns.iter().any(|&noun| grammar.is_under(word, noun)),
            _ => matches!(self.word(at), "former" | "acting" | "chief" | "senior"),
        }
    }

    fn is_courtesy(&self, at: usize) -> bool {
        let word = self.word(at);
        matches!(word, "Miss" | "Prof." | "Mrs." | "Sir" | "Dame" | "Lord" | "Lady")
            || word.len() < 4 && !matches!(word, "PM" | "MP" | "CEO" | "CFO" | "COO")
    }

    /// First of the offices directly before the name: "Vice President", "Secretary of State".
    fn offices_before(&self, name: usize) -> Option<usize> {
        let run = |end: usize| {
            (self.sentence.start..end).rev().take_while(|&at| self.is_office(at) && !self.in_person(at)).last()
        };
        if let Some(start) = run(name) {
            // "Minister for Health Secretary" is none; but "Minister of State Secretary" neither.
            return Some(start);
        }
        // Back over "of State", "for the Environment".
        let mut at = name;
        while at > self.sentence.start && name - at < 6 {
            at -= 1;
            if matches!(self.word(at), "of" | "for") {
                if at + 1 < name && at > self.sentence.start && self.is_office(at - 1) {
                    return run(at);
                }
            } else if !(self.kind(at) == Some(TokenKind::Word)
                && (self.is_capital(at) || matches!(self.word(at), "the" | "and")))
                || self.in_person(at)
            {
                return None;
            }
        }
        None
    }

    /// ", the bank's chief economist," behind the name.
    fn apposition(&self, at: usize) -> Option<Span> {
        if self.word(at) != "," {
            return None;
        }
        let mut first = at + 1;
        // "Jane Roe, 45, a nurse".
        if self.kind(first) == Some(TokenKind::Number) && self.word(first + 1) == "," {
            first += 2;
        }
        self.phrase(first, true)
    }

    /// ", who is the bank's chief economist".
    fn relative(&self, at: usize) -> Option<Span> {
        let who = if self.word(at) == "," { at + 1 } else { at };
        let be = who + 1;
        if self.word(who) != "who" || !matches!(self.word(be), "is" | "was" | "became" | "has") {
            return None;
        }
        self.phrase(be + 1 + usize::from(self.word(be) == "has" && self.word(be + 1) == "been"), false)
    }

    /// A noun phrase with an office among its first words, as far as the next mark.
    fn phrase(&self, first: usize, closed: bool) -> Option<Span> {
        let start =
            first + usize::from(matches!(self.word(first), "the" | "a" | "an" | "its" | "their" | "his" | "her"));
        let mut end = start;
        while end < self.sentence.end && end - start < LONGEST && !self.ends_phrase(end) {
            end += 1;
        }
        // ", the nurse said," tells who speaks.
        let open = end - start == LONGEST || self.says(end);
        // "author of" before a title in quotation marks.
        while end > start && self.is_preposition(end - 1) {
            end -= 1;
        }
        if end == start || closed && open {
            return None;
        }
        // The head comes before the first preposition.
        let head = (start..end).find(|&at| self.is_preposition(at) || self.word(at) == "and").unwrap_or(end);
        let office = head > start && self.is_office(head - 1);
        let person = (start..head).any(|at| self.in_person(at));
        let verb = (start..head).any(|at| {
            self.document.tags()[at].flags.has(WordFlags::SAY)
                || self.lexicon.speech(self.word(at)).is_only_verb() && self.document.tags()[at].case == Case::Lower
        });
        (office && !person && !verb).then(|| self.span(start..end))?
    }

    /// Whether a role is over: at a mark, a clause, or an "and" that leads to no other role.
    fn ends_phrase(&self, at: usize) -> bool {
        if self.in_name(at) {
            return false;
        }
        match self.kind(at) {
            Some(kind) if ROLE_ENDS.contains(&kind) => true,
            _ if self.word(at) == "and" => !self.goes_on(at + 1),
            _ if self.says(at) => true,
            _ => self.lexicon.has(List::ClauseOpeners, self.word(at)) || self.is_relative_pronoun(at),
        }
    }

    fn says(&self, at: usize) -> bool {
        self.sentence.contains(&at) && self.document.tags()[at].flags.has(WordFlags::SAY)
    }

    fn is_relative_pronoun(&self, at: usize) -> bool {
        matches!(self.word(at), "who" | "which" | "where" | "whose")
    }

    /// "co-founder and president of Medix": another role within a few words.
    fn goes_on(&self, first: usize) -> bool {
        const NEAR: usize = 4;
        let words = first..first + NEAR;
        let own = words.take_while(|&at| !self.is_preposition(at) && self.kind(at) == Some(TokenKind::Word));
        own.into_iter().any(|at| self.is_office(at) && !self.in_person(at))
    }

    fn is_preposition(&self, at: usize) -> bool {
        self.lexicon.has(List::RolePrepositions, self.word(at))
    }

    /// Whether a name began before the token and goes on.
    fn in_name(&self, at: usize) -> bool {
        let start = self.document.tokens()[at].span.start();
        let names = self.document.names();
        let next = names.partition_point(|name| name.span.end() <= start);
        names.get(next).is_some_and(|name| name.span.start() < start)
    }

    /// "her son Tom Roe", "Jane Roe's husband, Tom": whose relative somebody is.
    fn kin(&self, name: usize) -> Option<Span> {
        let noun = name.checked_sub(1 + usize::from(name > 0 && self.word(name - 1) == ","))?;
        let owner = noun.checked_sub(1).filter(|_| self.is_relative(noun))?;
        if let Some(first) = self.owner_before(noun) {
            return self.span(first..noun + 1);
        }
        matches!(self.word(owner), "his" | "her" | "their").then(|| self.span(owner..noun + 1))?
    }

    /// "The bank's chief economist, Jane Roe, said": the phrase before the comma.
    fn apposition_before(&self, name: Range<usize>) -> Option<Span> {
        let comma = name.start.checked_sub(1).filter(|&at| self.word(at) == ",")?;
        if !matches!(self.word(name.end), "," | "." | ";") {
            return None;
        }
        let low = self.sentence.start.max(comma.saturating_sub(LONGEST));
        // "A spokesman for the province, Miguel Orr": what stands behind the office is a part of the role.
        let office = (low..comma).rev().find(|&at| self.is_office(at)).filter(|&at| {
            at + 1 == comma
                || matches!(self.word(at + 1), "for" | "of" | "at")
                    && at > low
                    && matches!(self.word(at - 1), "a" | "A" | "the" | "The")
        })?;
        let first = (low..office).rev().find_map(|at| match self.word(at) {
            "The" | "the" | "a" | "A" | "an" | "Its" | "its" | "Their" | "their" | "His" | "his" | "Her" | "her"
            | "My" | "my" | "Our" | "our" => Some(at + 1),
            // "Iran's foreign minister, Ada Moll": the whole name of whoever has one.
            _ if self.kind(at) == Some(TokenKind::Clitic) => {
                (low..at).rev().take_while(|&at| self.kind(at).is_some() && self.is_capital(at)).last()
            }
            _ => None,
        })?;
        let clean = (first..comma).all(|at| {
            matches!(self.kind(at), Some(TokenKind::Word | TokenKind::Clitic | TokenKind::Hyphen))
                && !self.in_person(at)
        });
        clean.then(|| self.span(first..comma))?
    }
}
