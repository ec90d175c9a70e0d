//! Acronyms: "Provincial Disaster Office (PDO)" tells that two names mean one body; a "remotely operated vehicle (ROV)" is
//! nobody; and the "NRP" of an article that knows the National Renewal Party is that party.

use crate::{
    document::{ActorKind, Case, Mention, MentionForm, TokenKind},
    lexicon::WordFlags,
    name::segment::Segments,
    text::{Span, sort_by_number},
};
use rustc_hash::{FxHashMap, FxHashSet};
use std::ops::Range;

/// Letters of an acronym.
const LETTERS: Range<usize> = 2..7;

/// Makes names of acronyms and of what they stand for, and takes away those of common nouns.
pub(super) fn acronyms(segments: &Segments, mentions: &mut Vec<Mention>) {
    let text = segments.text;
    let mut kinds: FxHashMap<String, ActorKind> = FxHashMap::default();
    let mut common: FxHashSet<&str> = FxHashSet::default();
    let mut found: Vec<Mention> = Vec::new();
    let mut named = 0;
    for open in 1..segments.tokens.len().saturating_sub(2) {
        let bracketed = segments.tokens[open].kind == TokenKind::Open
            && segments.tokens[open + 2].kind == TokenKind::Close
            && is_acronym(segments, open + 1);
        if !bracketed {
            continue;
        }
        let acronym = segments.tokens[open + 1].span;
        let Some((first, proper)) = long_form(segments, open, acronym.of(text)) else { continue };
        if !proper {
            common.insert(acronym.of(text));
            continue;
        }
        let long = segments.tokens[first].span.cover(segments.tokens[open - 1].span);
        while mentions.get(named).is_some_and(|mention| mention.span.end() <= long.start()) {
            named += 1;
        }
        let over = |span: Span| mentions[named..].iter().take(8).find(move |mention| mention.span.overlaps(span));
        let cue = segments.tags[first..open].iter().any(|tag| tag.flags.has(WordFlags::ORGANIZATION));
        let kind = match (over(long), over(acronym)) {
            // The model knows better where a name begins: "U.S. Geological Survey (USGS)".
            (Some(mention), _) if mention.span.contains(long) && !(cue && mention.kind == ActorKind::Person) => {
                mention.kind
            }
            (_, Some(mention)) if mention.kind == ActorKind::Organization => mention.kind,
            _ if cue => ActorKind::Organization,
            _ => continue,
        };
        kinds.insert(acronym.of(text).to_owned(), kind);
        found.extend([long, acronym].map(|span| Mention { span, kind, form: MentionForm::Name }));
    }
    for mention in mentions.iter().filter(|mention| mention.kind == ActorKind::Organization) {
        if let Some(initials) = initials(segments, *mention) {
            kinds.entry(initials).or_insert(ActorKind::Organization);
        }
    }
    mentions.retain(|mention| !common.contains(mention.span.of(text)));
    for mention in mentions.iter_mut() {
        if let Some(kind) = kinds.get(mention.span.of(text)) {
            mention.kind = *kind;
        }
    }
    for at in 0..segments.tokens.len() {
        let name = segments.tokens[at].span.of(text);
        let loud = |at: usize| segments.tags.get(at).is_some_and(|tag| tag.case == Case::Upper);
        // Within a line of capitals, any word may be one.
        if !is_acronym(segments, at) || at > 0 && loud(at - 1) || loud(at + 1) {
            continue;
        }
        // Of two letters, only behind "the": "the AU".
        if name.len() == 2
            && !matches!(at.checked_sub(1).map(|at| segments.tokens[at].span.of(text)), Some("the" | "The"))
        {
            continue;
        }
        if let Some(&kind) = kinds.get(name) {
            found.push(Mention { span: segments.tokens[at].span, kind, form: MentionForm::Name });
        }
    }
    add(mentions, found);
}

/// Adds names, in place of shorter ones that they cover; not where they cut others.
pub(super) fn add(mentions: &mut Vec<Mention>, mut found: Vec<Mention>) {
    if found.is_empty() {
        return;
    }
    sort_by_number(&mut found, |mention| mention.span.number().into());
    let mut merged: Vec<Mention> = Vec::with_capacity(mentions.len() + found.len());
    let mut new = found.into_iter().peekable();
    let mut old = mentions.drain(..).peekable();
    loop {
        let next = match (old.peek(), new.peek()) {
            (Some(a), Some(b))
                if a.span.start() <= b.span.start()
                    && !(a.span.start() == b.span.start() && b.span.contains(a.span)) =>
            {
                old.next()
            }
            (_, Some(_)) => new.next(),
            (Some(_), None) => old.next(),
            (None, None) => break,
        };
        let Some(next) = next else { break };
        match merged.last() {
            Some(last) if last.span.overlaps(next.span) => {}
            _ => merged.push(next),
        }
    }
    drop(old);
    *mentions = merged;
}

/// Whether a token is written as an acronym: capitals alone.
fn is_acronym(segments: &Segments, at: usize) -> bool {
    let word = segments.tokens[at].span.of(segments.text);
    segments.tokens[at].kind == TokenKind::Word
        && LETTERS.contains(&word.len())
        && word.bytes().all(|byte| byte.is_ascii_uppercase())
}

/// The words before `end` that begin with an acronym's letters: where they begin, and whether they are a name. Small words
/// between them do not count.
fn long_form(segments: &Segments, end: usize, acronym: &str) -> Option<(usize, bool)> {
    let mut letters = acronym.bytes().rev().peekable();
    let mut proper = true;
    let mut at = end;
    while let Some(&letter) = letters.peek() {
        at = at.checked_sub(1)?;
        let token = segments.tokens[at];
        match token.kind {
            TokenKind::Hyphen => continue,
            TokenKind::Word => {}
            _ => return None,
        }
        let word = token.span.of(segments.text);
        let flags = segments.tags[at].flags;
        let small = segments.tags[at].case == Case::Lower;
        if word.as_bytes().first().is_some_and(|first| first.to_ascii_uppercase() == letter) {
            letters.next();
            proper &= !small || flags.has(WordFlags::JOINER);
        } else if !(small && flags.has_any(WordFlags::JOINER.with(WordFlags::STOP))) {
            return None;
        }
    }
    Some((at, proper && segments.is_capital(at)))
}

/// The initials of a name of several words, without small ones.
fn initials(segments: &Segments, mention: Mention) -> Option<String> {
    let tokens = segments.tokens_in(mention.span);
    if !LETTERS.contains(&tokens.len()) {
        return None;
    }
    let initials: String = tokens
        .filter(|&at| segments.is_capital(at))
        .filter_map(|at| segments.tokens[at].span.of(segments.text).chars().next())
        .filter(char::is_ascii_uppercase)
        .collect();
    LETTERS.contains(&initials.len()).then_some(initials)
}
