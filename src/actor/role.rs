//! What the text says an actor is: the title before the name, the apposition on either side, "who is …".

use crate::{
    Document, Lexicon, Models,
    document::{ActorKind, Case, Mention, TokenKind},
    lexicon::WordFlags,
    text::Span,
};
use std::ops::Range;

/// Longest apposition, in tokens.
const LONGEST: usize = 14;

/// The role that this mention gives, if any.
pub(super) fn find_role(document: &Document, models: &Models, mention: &Mention) -> Option<Span> {
    if mention.kind != ActorKind::Person {
        return None;
    }
    let name = document.tokens_in(mention.span);
    let sentence = document.sentences().get(document.sentence_at(mention.span.start()))?.tokens();
    let finder = Finder { document, lexicon: models.lexicon, sentence };
    finder
        .before(name.start)
        .or_else(|| finder.apposition(name.end))
        .or_else(|| finder.relative(name.end))
        .or_else(|| finder.apposition_before(name))
}

struct Finder<'d> {
    document: &'d Document<'d>,
    lexicon: &'d Lexicon,
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
        self.sentence.contains(&at)
            && (self.document.tags()[at].flags.has_any(WordFlags::TITLE.with(WordFlags::OCCUPATION))
                // "A neurobiologist": no list has them all.
                || self.word(at).ends_with("logist"))
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
        let mut start = offices;
        while start > self.sentence.start {
            let at = start - 1;
            let small = |at: usize| {
                let word = self.word(at);
                matches!(
                    word,
                    "former" | "acting" | "deputy" | "senior" | "chief" | "then" | "interim" | "vice" | "top" | "co"
                ) || self.lexicon.speech(word).is_adjective() && !self.document.tags()[at].flags.has(WordFlags::STOP)
                    || matches!(
                        word,
                        "government"
                            | "opposition"
                            | "party"
                            | "company"
                            | "police"
                            | "club"
                            | "team"
                            | "army"
                            | "navy"
                            | "finance"
                            | "defence"
                            | "defense"
                            | "interior"
                            | "health"
                            | "trade"
                            | "justice"
                            | "security"
                            | "union"
                            | "state"
                            | "county"
                            | "city"
                            | "climate"
                            | "campaign"
                            | "bank"
                            | "market"
                    )
            };
            let joins = match self.kind(at) {
                Some(TokenKind::Word) => {
                    if self.document.tags()[at].case == Case::Lower {
                        small(at)
                    } else {
                        self.is_capital(at) && !self.in_person(at)
                    }
                }
                Some(TokenKind::Hyphen) => at > self.sentence.start && self.kind(at - 1) == Some(TokenKind::Word),
                _ => false,
            };
            if !joins {
                break;
            }
            start -= 1;
        }
        while self.kind(start) == Some(TokenKind::Hyphen) {
            start += 1;
        }
        // "Mr" is no role.
        let courtesy = start + 1 == name && self.is_courtesy(start);
        // "Chairman Sir Nigel Orr".
        let end = name - usize::from(start + 1 < name && self.is_courtesy(name - 1));
        if courtesy { None } else { self.span(start..end) }
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
        while end < self.sentence.end && end - start < LONGEST {
            match self.kind(end) {
                Some(
                    TokenKind::Comma | TokenKind::Terminal | TokenKind::Dash | TokenKind::Close | TokenKind::Quote,
                ) => break,
                _ if matches!(
                    self.word(end),
                    "who" | "which" | "that" | "whose" | "when" | "where" | "and" | "but" | "while"
                ) =>
                {
                    break;
                }
                _ => end += 1,
            }
        }
        if end == start || closed && end - start == LONGEST {
            return None;
        }
        // The head comes before the first preposition.
        let head = (start..end)
            .find(|&at| matches!(self.word(at), "of" | "at" | "for" | "in" | "with" | "from" | "on"))
            .unwrap_or(end);
        let office = head > start && self.is_office(head - 1);
        let person = (start..head).any(|at| self.in_person(at));
        let verb = (start..head).any(|at| {
            self.document.tags()[at].flags.has(WordFlags::SAY)
                || self.lexicon.speech(self.word(at)).is_only_verb() && self.document.tags()[at].case == Case::Lower
        });
        (office && !person && !verb).then(|| self.span(start..end))?
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
