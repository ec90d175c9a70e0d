//! One name, one kind: what the labels of single places leave open, the article as a whole decides.

use super::{Mention, Words};
use crate::{actor::ActorKind, tag::hash::hash_lower};
use rustc_hash::FxHashMap;

/// How often a name has each kind, persons first.
type Votes = [u32; 4];

/// Gives equal names the kind of a clear majority; a single word takes the kind of the longer name that it is a part of:
/// a person's first or last word, or the word that an organisation begins with. Not where the word is a place's or a
/// person's name on its own account: Washington may be both in one article.
pub(super) fn settle(text: &str, mentions: &mut [Mention], words: &Words) {
    let mut votes: FxHashMap<&str, Votes> = FxHashMap::default();
    let mut parts: FxHashMap<&str, ActorKind> = FxHashMap::default();
    for mention in mentions.iter() {
        let name = mention.span.of(text);
        votes.entry(name).or_default()[mention.kind as usize] += 1;
        let Some((first, rest)) = name.split_once(' ') else { continue };
        match mention.kind {
            ActorKind::Person => {
                let last = rest.rsplit_once(' ').map_or(rest, |(_, last)| last);
                // Only names that begin with a given name are sure to be a person's.
                if words.sexes(hash_lower(first)) != (false, false) {
                    parts.insert(first, ActorKind::Person);
                    parts.insert(last, ActorKind::Person);
                    // "Layla al-Khatib": the last two words of a name with a particle.
                    parts.insert(rest, ActorKind::Person);
                }
            }
            ActorKind::Organization => {
                parts.entry(first).or_insert(ActorKind::Organization);
            }
            _ => {}
        }
    }
    for mention in mentions {
        let name = mention.span.of(text);
        if mention.kind == ActorKind::Group {
            continue;
        }
        let lower = hash_lower(name);
        match parts.get(name) {
            Some(ActorKind::Person) if !words.is_place(lower) => {
                mention.kind = ActorKind::Person;
                continue;
            }
            Some(ActorKind::Organization) if !words.is_listed(lower) => {
                mention.kind = ActorKind::Organization;
                continue;
            }
            _ => {}
        }
        if let Some(votes) = votes.get(name) {
            let own = votes[mention.kind as usize];
            let most = KINDS.into_iter().max_by_key(|&kind| (votes[kind as usize], std::cmp::Reverse(kind)));
            if let Some(kind) = most.filter(|&kind| votes[kind as usize] > 2 * own) {
                mention.kind = kind;
            }
        }
    }
}

const KINDS: [ActorKind; 3] = [ActorKind::Person, ActorKind::Organization, ActorKind::Place];
