//! One name, one kind: what the labels of single places leave open, the article as a whole decides.

mod acronym;
mod cue;
mod cue_rows;
mod evidence;
mod team;
mod whole;

use super::{
    segment::Segments,
    token_features::hash_phrase,
    words::{ORGANIZATION, Words},
};
use crate::{
    codec::hash::hash_lower,
    document::{ActorKind, Case, Mention, MentionForm, Sentence},
    lexicon::{Lexicon, List, WordFlags},
    text::{Span, sort_by_number},
};
use acronym::{acronyms, add};
use cue::{cue, ships, storms};
use cue_rows::told;
use rustc_hash::FxHashMap;
use std::ops::Range;
use team::teams;
use whole::{peoples, the_west, wholes};

pub(crate) use evidence::Evidence;
pub(crate) use team::begins_club;

/// How often a name has each kind, persons first.
type Votes = [u32; 4];

/// Gives equal names the kind of a clear majority; a single word takes the kind of the longer name that it is a part of:
/// a person's first or last word, or the word that an organisation begins with. Not where the word is a place's or a
/// person's name on its own account: Washington may be both in one article.
pub(super) fn reconcile(
    segments: &Segments,
    sentences: &[Sentence],
    mentions: &mut Vec<Mention>,
    evidence: &Evidence,
    lexicon: &Lexicon,
    words: &Words,
) {
    let text = segments.text;
    part(segments, mentions, words);
    storms(segments, mentions);
    ships(segments, mentions);
    lengthen(segments, mentions);
    wholes(segments, lexicon, mentions, words);
    unseen(segments, sentences, mentions, lexicon, words);
    acronyms(segments, mentions);
    teams(segments, mentions, words);
    peoples(segments, lexicon, mentions);
    the_west(segments, lexicon, mentions);
    let mut votes: FxHashMap<&str, Votes> = FxHashMap::default();
    let mut cues: FxHashMap<&str, Option<ActorKind>> = FxHashMap::default();
    let mut parts: FxHashMap<&str, ActorKind> = FxHashMap::default();
    for mention in mentions.iter_mut() {
        let name = mention.span.of(text);
        if let Some(kind) = cue(segments, *mention).or_else(|| told(segments, lexicon, words, *mention)) {
            mention.kind = kind;
            cues.entry(name)
                .and_modify(|known| {
                    if *known != Some(kind) {
                        *known = None;
                    }
                })
                .or_insert(Some(kind));
        } else if mention.kind == ActorKind::Person
            && (is_body(segments, lexicon, *mention) || words.lists(hash_phrase(name)) == ORGANIZATION)
            // "Tradewind Capital" is no town.
            || mention.kind == ActorKind::Place && name.ends_with(" Capital")
        {
            mention.kind = ActorKind::Organization;
        }
        votes.entry(name).or_default()[mention.kind as usize] += 1;
        let Some((first, rest)) = name.split_once(' ') else { continue };
        match mention.kind {
            ActorKind::Person => {
                let last = rest.rsplit_once(' ').map_or(rest, |(_, last)| last);
                // Only names that begin with a given name, or end with a family name, are sure to be a person's.
                if words.sexes(hash_lower(first)) == (false, false) && !words.is_family(hash_lower(last)) {
                    continue;
                }
                parts.insert(first, ActorKind::Person);
                parts.insert(last, ActorKind::Person);
                // "Layla al-Khatib": the last two words of a name with a particle.
                parts.insert(rest, ActorKind::Person);
            }
            ActorKind::Organization => {
                parts.entry(first).or_insert(ActorKind::Organization);
                // "Reserve Bank of Maravelle": Maravelle is a country or town rather than a person.
                if let Some((_, land)) = rest.rsplit_once("of ").filter(|(_, land)| !land.contains(' ')) {
                    parts.entry(land).or_insert(ActorKind::Place);
                }
            }
            // "The Banuyo River": the Banuyo is no person, nor a company.
            ActorKind::Place => {
                if let Some((own, _)) = name.rsplit_once(' ').filter(|(_, head)| is_landform(head)) {
                    parts.entry(own).or_insert(ActorKind::Place);
                }
                // "County Clare": Clare is no person.
                if first == "County" {
                    cues.entry(rest).or_insert(Some(ActorKind::Place));
                }
            }
            ActorKind::Group => {}
        }
    }
    for mention in mentions.iter() {
        let name = mention.span.of(text);
        let land = parts.get(name) == Some(&ActorKind::Place) && !words.is_person(hash_lower(name));
        if let Some(votes) = votes.get_mut(name).filter(|_| land) {
            votes[ActorKind::Place as usize] += std::mem::take(&mut votes[ActorKind::Person as usize]);
        }
    }
    for mention in mentions.iter_mut() {
        let name = mention.span.of(text);
        if mention.kind == ActorKind::Group {
            continue;
        }
        let lower = hash_lower(name);
        if let Some(&Some(kind)) = cues.get(name) {
            mention.kind = kind;
            continue;
        }
        // "Ms. Moll-Orr" makes Ada Moll-Orr a person.
        let titled = |(_, last): (&str, &str)| cues.get(last) == Some(&Some(ActorKind::Person));
        if mention.kind == ActorKind::Place && name.rsplit_once(' ').is_some_and(titled) {
            mention.kind = ActorKind::Person;
            continue;
        }
        match parts.get(name) {
            Some(ActorKind::Person) if !words.is_place(lower) => {
                mention.kind = ActorKind::Person;
                continue;
            }
            Some(ActorKind::Place) if !words.is_listed(lower) => {
                mention.kind = ActorKind::Place;
                continue;
            }
            Some(ActorKind::Organization) if !words.is_listed(lower) => {
                mention.kind = ActorKind::Organization;
                continue;
            }
            _ => {}
        }
        if let Some(votes) = votes.get(name) {
            mention.kind = settled(name, votes, evidence, words);
        }
    }
    overlooked(segments, sentences, mentions, &votes, words);
}

/// One string, one kind: that of a clear majority, else what all its places together speak for.
fn settled(name: &str, votes: &Votes, evidence: &Evidence, words: &Words) -> ActorKind {
    let (kind, most) = majority(votes);
    let others: u32 = KINDS.iter().filter(|&&other| other != kind).map(|&other| votes[other as usize]).sum();
    if most > 2 * others {
        return kind;
    }
    // As often a person as something else: a given name decides.
    let lower = hash_lower(name);
    let is_given = words.sexes(lower) != (false, false) && !words.is_place(lower);
    if is_given && votes[ActorKind::Person as usize] == most {
        return ActorKind::Person;
    }
    evidence.kind(name).filter(|&kind| votes[kind as usize] > 0).unwrap_or(kind)
}

/// "the Florida Keys": a landform behind a place's name is a part of it, and partners are a part of a company's.
fn lengthen(segments: &Segments, mentions: &mut Vec<Mention>) {
    let text = segments.text;
    let mut found = Vec::new();
    for (index, mention) in mentions.iter().enumerate().filter(|(_, mention)| mention.kind == ActorKind::Place) {
        let end = segments.tokens_in(mention.span).end;
        let Some(last) = segments.tokens.get(end).map(|token| token.span) else { continue };
        let free = mentions.get(index + 1).is_none_or(|next| next.span.start() >= last.end())
            && (end + 1 == segments.tokens.len() || !segments.is_capital(end + 1));
        if segments.is_capital(end) && last.start() == mention.span.end() + 1 && free && is_landform(last.of(text)) {
            found.push(Mention { span: mention.span.cover(last), ..*mention });
        }
    }
    // "Roe & Sons" is one company, and no two people.
    for at in 1..segments.tokens.len().saturating_sub(1) {
        let span = |at: usize| segments.tokens[at].span;
        if span(at).of(text) != "&" || !segments.is_capital(at - 1) || !is_partner(span(at + 1).of(text)) {
            continue;
        }
        let index = mentions.partition_point(|mention| mention.span.end() < span(at - 1).end());
        let before = mentions.get(index).filter(|mention| mention.span.end() == span(at - 1).end());
        let first = before.map_or(span(at - 1), |mention| mention.span);
        let kind = ActorKind::Organization;
        found.push(Mention { span: first.cover(span(at + 1)), kind, form: MentionForm::Name });
    }
    add(mentions, found);
}

fn is_partner(word: &str) -> bool {
    matches!(word, "Sons" | "Son" | "Daughters" | "Brothers" | "Co" | "Co." | "Company" | "Partners" | "Associates")
}

fn majority(votes: &Votes) -> (ActorKind, u32) {
    let most = KINDS.into_iter().max_by_key(|&kind| (votes[kind as usize], std::cmp::Reverse(kind)));
    let kind = most.unwrap_or(ActorKind::Person);
    (kind, votes[kind as usize])
}

const KINDS: [ActorKind; 3] = [ActorKind::Person, ActorKind::Organization, ActorKind::Place];

/// Adds runs of capitals in which there is no name yet though their last word is one of organisations ("Provincial Disaster
/// Office"), and listed places of several words ("their February Oval Office clash").
fn unseen(segments: &Segments, sentences: &[Sentence], mentions: &mut Vec<Mention>, lexicon: &Lexicon, words: &Words) {
    const LONGEST: usize = 5;
    let mut found = Vec::new();
    let mut named = mentions.iter().peekable();
    for sentence in sentences {
        let tokens = sentence.tokens();
        let capitals = tokens.clone().filter(|&at| segments.is_capital(at)).count();
        // In a headline, capitals say nothing.
        if 2 * capitals > tokens.len() {
            continue;
        }
        let mut at = tokens.start;
        while at < tokens.end {
            let end = (at..tokens.end).find(|&at| !segments.is_capital(at)).unwrap_or(tokens.end);
            let free = |at: &usize| {
                let other = WordFlags::STOP.with(WordFlags::STARTER).with(WordFlags::CALENDAR);
                segments.tags[*at].flags.has_any(other.with(WordFlags::TITLE).with(WordFlags::DEMONYM))
            };
            let first = (at..end).find(|at| !free(at)).unwrap_or(end);
            at = end + 1;
            if !(2..=LONGEST).contains(&(end - first)) {
                continue;
            }
            let span = segments.tokens[first].span.cover(segments.tokens[end - 1].span);
            while named.next_if(|name| name.span.end() <= span.start()).is_some() {}
            if named.peek().is_some_and(|name| name.span.overlaps(span)) {
                continue;
            }
            let kind = if words.is_region(hash_phrase(span.of(segments.text))) {
                ActorKind::Place
            } else if ends_body(segments, lexicon, end - 1) {
                ActorKind::Organization
            } else {
                continue;
            };
            found.push(Mention { span, kind, form: MentionForm::Name });
        }
    }
    add(mentions, found);
}

/// The last word of a name of land or water.
pub(crate) fn is_landform(word: &str) -> bool {
    matches!(
        word,
        "River"
            | "Lake"
            | "Valley"
            | "Island"
            | "Islands"
            | "Keys"
            | "Sea"
            | "Ocean"
            | "Bay"
            | "Mountain"
            | "Mountains"
            | "Hills"
            | "Peninsula"
            | "Desert"
            | "Canal"
            | "Strait"
            | "Province"
            | "County"
            | "District"
            | "Region"
    )
}

/// "Deshmukh Spinning Mills" is nobody: the last of several words tells an organisation.
fn is_body(segments: &Segments, lexicon: &Lexicon, mention: Mention) -> bool {
    let tokens = segments.tokens_in(mention.span);
    tokens.len() > 1 && ends_body(segments, lexicon, tokens.end - 1)
}

/// Whether a word ends organisations' names: a listed one, or what companies and newspapers are called by.
fn ends_body(segments: &Segments, lexicon: &Lexicon, at: usize) -> bool {
    segments.tags[at].flags.has(WordFlags::ORGANIZATION)
        || lexicon.has(List::BodyWords, segments.tokens[at].span.of(segments.text))
}

/// "Jane Roe of St. Mary" is a person's name and another one, the "District" of "U.S. District Judge" is no part of a place;
/// "Philippine" is no place.
fn part(segments: &Segments, mentions: &mut [Mention], words: &Words) {
    let text = segments.text;
    for mention in mentions.iter_mut() {
        let name = mention.span.of(text);
        match mention.kind {
            ActorKind::Person => {
                if let Some((person, _)) = name.split_once(" of ").filter(|(person, _)| person.contains(' ')) {
                    let start = mention.span.start() as usize;
                    mention.span = Span::from_range(start..start + person.len());
                }
            }
            ActorKind::Place => {
                let Range { start: at, end } = segments.tokens_in(mention.span);
                if name.ends_with(" District")
                    && segments.tags.get(end).is_some_and(|tag| tag.flags.has(WordFlags::TITLE))
                {
                    mention.span = segments.tokens[at].span.cover(segments.tokens[end - 2].span);
                    continue;
                }
                let flags = segments.tags[at].flags;
                if flags.has(WordFlags::DEMONYM)
                    && !flags.has(WordFlags::PLACE)
                    && !words.is_place(hash_lower(name))
                    && segments.tags.get(at + 1).is_some_and(|tag| tag.case == Case::Lower)
                {
                    mention.kind = ActorKind::Group;
                }
            }
            _ => {}
        }
    }
}

/// Adds single capitals that are named elsewhere in the article, and listed places behind "in".
fn overlooked(
    segments: &Segments,
    sentences: &[Sentence],
    mentions: &mut Vec<Mention>,
    votes: &FxHashMap<&str, Votes>,
    words: &Words,
) {
    let mut found = Vec::new();
    let mut named = mentions.iter().peekable();
    for sentence in sentences {
        for at in sentence.tokens() {
            let span = segments.tokens[at].span;
            while named.next_if(|name| name.span.end() <= span.start()).is_some() {}
            let capital = |at: usize| sentence.tokens().contains(&at) && segments.is_capital(at);
            if named.peek().is_some_and(|name| name.span.overlaps(span))
                || !capital(at)
                || at > 0 && capital(at - 1)
                || capital(at + 1)
                || segments.tags[at].flags.has_any(WordFlags::STOP.with(WordFlags::STARTER).with(WordFlags::CALENDAR))
            {
                continue;
            }
            let name = span.of(segments.text);
            let listed = at > sentence.tokens().start
                && matches!(
                    segments.tokens[at - 1].span.of(segments.text),
                    "in" | "near" | "from" | "across" | "outside"
                )
                && words.is_place(hash_lower(name));
            let kind = match votes.get(name).map(majority) {
                Some((kind, most)) if most > 1 && kind != ActorKind::Place => Some(kind),
                _ if listed => Some(ActorKind::Place),
                _ => None,
            };
            found.extend(kind.map(|kind| Mention { span, kind, form: MentionForm::Name }));
        }
    }
    if !found.is_empty() {
        mentions.extend(found);
        sort_by_number(mentions, |mention| mention.span.number().into());
    }
}
