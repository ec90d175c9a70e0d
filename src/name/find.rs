//! Names by rule and list: runs of capitalised words, told apart by what the lists say of their words.

use super::{Mention, MentionForm};
use crate::{
    actor::ActorKind,
    lexicon::WordFlags,
    sentence::Sentence,
    tag::{Case, Tag},
    text::Span,
    token::{Token, TokenKind},
};
use rustc_hash::FxHashMap;

/// Finds the names, in order. Reads tokens, tags and sentences.
pub fn find_names(text: &str, tokens: &[Token], tags: &[Tag], sentences: &[Sentence]) -> Vec<Mention> {
    let mut finder = Finder { text, tokens, tags, mentions: Vec::new() };
    for sentence in sentences {
        finder.sentence(*sentence);
    }
    settle_kinds(text, &mut finder.mentions);
    finder.mentions
}

struct Finder<'d> {
    text: &'d str,
    tokens: &'d [Token],
    tags: &'d [Tag],
    mentions: Vec<Mention>,
}

impl Finder<'_> {
    fn sentence(&mut self, sentence: Sentence) {
        let range = sentence.tokens();
        let mut at = range.start;
        while at < range.end {
            if self.capital(at) && !self.starter(at, range.start) {
                let end = self.run_end(at, range.end);
                self.run(at, end, range.start);
                at = end;
            } else {
                at += 1;
            }
        }
    }

    fn flags(&self, at: usize) -> WordFlags {
        self.tags[at].flags
    }

    fn word(&self, at: usize) -> &str {
        self.tokens[at].span.of(self.text)
    }

    fn capital(&self, at: usize) -> bool {
        matches!(self.tags[at].case, Case::Title | Case::Upper | Case::Mixed)
            && self.tokens[at].kind == TokenKind::Word
            && !self.flags(at).has(WordFlags::CALENDAR)
            && self.word(at) != "I"
    }

    /// A capital that the sentence's or a quote's start, or the word's nature, explains.
    fn starter(&self, at: usize, first: usize) -> bool {
        let begins = at == first
            || matches!(
                self.tokens[at - 1].kind,
                TokenKind::Quote | TokenKind::Comma | TokenKind::Open | TokenKind::Dash
            );
        let common = self.flags(at).has_any(WordFlags::STARTER.with(WordFlags::STOP).with(WordFlags::PRONOUN));
        common && (begins || self.tags[at].case != Case::Upper)
    }

    /// One past the last word of the run of capitals that begins at `at`; small joiners may stand inside.
    fn run_end(&self, at: usize, end: usize) -> usize {
        let mut last = at;
        loop {
            let mut next = last + 1;
            let hyphen = next < end
                && self.tokens[next].kind == TokenKind::Hyphen
                && self.tokens[last].touches(self.tokens[next]);
            let joiners = if hyphen || next < end && self.word(next) == "&" {
                next += 1;
                1
            } else {
                (next..end.min(next + 2))
                    .take_while(|&index| self.flags(index).has(WordFlags::JOINER) && !self.capital(index))
                    .count()
            };
            if !hyphen && joiners > 0 && self.word(next - usize::from(self.word(next - 1) == "&")) != "&" {
                // "Bank of England", not "Rome and Paris": "and" joins only inside an organisation's name.
                let and = self.word(next) == "and";
                let begun = (at..=last).any(|index| self.flags(index).has(WordFlags::ORGANIZATION));
                if and || !(begun || self.word(next) != "of" && self.word(next) != "for" && self.word(next) != "the") {
                    return last + 1;
                }
                next += joiners;
            }
            if next < end
                && self.capital(next)
                && self.tokens[next].kind == TokenKind::Word
                && self.tokens[next - 1].span.end() + 2 > self.tokens[next].span.start()
            {
                last = next;
            } else {
                return last + 1;
            }
        }
    }

    /// Cuts a run into titles, demonyms and names.
    fn run(&mut self, start: usize, end: usize, first: usize) {
        let mut at = start;
        let mut titled = false;
        let organization = self.flags(end - 1).has(WordFlags::ORGANIZATION) && end - start > 1
            || (start..end).any(|index| self.word(index) == "of") && self.flags(start).has(WordFlags::ORGANIZATION);
        if !organization {
            // "European Commission President Ursula …": what stands before the title is a name of its own.
            let title = (start..end).find(|&index| self.flags(index).has(WordFlags::TITLE));
            if let Some(title) = title.filter(|&title| title > start) {
                let rest = (title..end).find(|&index| !self.flags(index).has(WordFlags::TITLE)).unwrap_or(end);
                self.name(start, title, first, false);
                self.name(rest, end, first, true);
                return;
            }
            while at < end && self.flags(at).has(WordFlags::TITLE) && !self.flags(at).has(WordFlags::GIVEN) {
                titled = true;
                at += 1;
            }
        }
        if at + 1 < end && self.flags(at).has(WordFlags::DEMONYM) && !organization {
            self.push(at, at + 1, ActorKind::Group);
            at += 1;
        }
        self.name(at, end, first, titled);
    }

    fn name(&mut self, start: usize, end: usize, first: usize, titled: bool) {
        if start >= end {
            return;
        }
        let len = end - start;
        let last = self.flags(end - 1);
        let kind = if len == 1 && last.has(WordFlags::DEMONYM) {
            ActorKind::Group
        } else if last.has(WordFlags::ORGANIZATION) || self.flags(start).has(WordFlags::ORGANIZATION) && len > 1 {
            ActorKind::Organization
        } else if (start..end).all(|index| self.flags(index).has_any(WordFlags::PLACE.with(WordFlags::JOINER))) {
            ActorKind::Place
        } else if titled || self.flags(start).has(WordFlags::GIVEN) {
            ActorKind::Person
        } else if len == 1 && self.tags[start].case == Case::Upper {
            ActorKind::Organization
        } else if start > first && matches!(self.word(start - 1), "in" | "at" | "near" | "from" | "to") {
            ActorKind::Place
        } else if len == 1 && start == first {
            // A capital that the sentence's start explains: kept where the article says the name elsewhere.
            return self.push_unsure(start);
        } else if (2..=3).contains(&len) {
            ActorKind::Person
        } else {
            ActorKind::Organization
        };
        self.push(start, end, kind);
    }

    fn push(&mut self, start: usize, end: usize, kind: ActorKind) {
        let span = self.tokens[start].span.cover(self.tokens[end - 1].span);
        self.mentions.push(Mention { span, kind, form: MentionForm::Name });
    }

    fn push_unsure(&mut self, at: usize) {
        let word = self.word(at);
        let known = self.mentions.iter().rev().take(64).find(|mention| last_word(mention.span.of(self.text)) == word);
        if let Some(kind) = known.map(|mention| mention.kind) {
            self.push(at, at + 1, kind);
        }
    }
}

/// One name, one kind: a single word takes the kind of the longer name that ends with it; equal names that of the
/// majority.
fn settle_kinds(text: &str, mentions: &mut [Mention]) {
    let mut kinds: FxHashMap<&str, ActorKind> = FxHashMap::default();
    for mention in mentions.iter() {
        let name = mention.span.of(text);
        if name.contains(' ') {
            kinds.entry(name).or_insert(mention.kind);
            if mention.kind == ActorKind::Person {
                kinds.entry(last_word(name)).or_insert(mention.kind);
            }
        }
    }
    for mention in mentions {
        if let Some(&kind) = kinds.get(mention.span.of(text)) {
            mention.kind = kind;
        }
    }
}

fn last_word(name: &str) -> &str {
    Span::from_range(name.rfind(' ').map_or(0, |space| space + 1)..name.len()).of(name)
}
