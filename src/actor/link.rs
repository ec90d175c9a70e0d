//! Mentions put together: the same name, a part of a longer one, an acronym.

use super::{Actor, ActorKind, role::find_role};
use crate::{Document, name::Mention, text::Span};
use rustc_hash::FxHashMap;

/// Puts the document's names together and weighs the actors; the most salient comes first.
pub fn link_actors(document: &Document) -> Vec<Actor> {
    let text = document.text();
    let mut actors: Vec<Actor> = Vec::new();
    // Every name, and every person's last word, to its actor.
    let mut known: FxHashMap<(&str, ActorKind), usize> = FxHashMap::default();
    let mut names: Vec<&Mention> = document.names().iter().collect();
    // Longer names first, so that "Zelensky" in the title finds "Volodymyr Zelensky" below.
    names.sort_by_key(|mention| (std::cmp::Reverse(mention.span.of(text).split(' ').count()), mention.span));
    for mention in names {
        let name = mention.span.of(text);
        let index = *known.entry((name, mention.kind)).or_insert_with(|| {
            actors.push(Actor {
                kind: mention.kind,
                name: mention.span,
                role: None,
                aliases: Vec::new(),
                mentions: Vec::new(),
                salience: 0.0,
            });
            actors.len() - 1
        });
        let actor = &mut actors[index];
        if name != actor.name.of(text) && !actor.aliases.iter().any(|alias| alias.of(text) == name) {
            actor.aliases.push(mention.span);
        }
        actor.mentions.push(*mention);
        if mention.kind == ActorKind::Person {
            if let Some((_, last)) = name.rsplit_once(' ') {
                known.entry((last, mention.kind)).or_insert(index);
            }
        } else if let Some(acronym) = acronym_after(text, mention.span) {
            known.entry((acronym, mention.kind)).or_insert(index);
        }
    }
    for actor in &mut actors {
        actor.mentions.sort_by_key(|mention| mention.span);
        actor.role = actor.mentions.iter().find_map(|mention| find_role(document, mention));
    }
    weigh(document, &mut actors);
    actors
}

/// The acronym in brackets behind a name: "World Health Organization (WHO)".
fn acronym_after(text: &str, span: Span) -> Option<&str> {
    let (inner, _) = text[span.end() as usize..]
        .strip_prefix(" (")?
        .split_at_checked(12.min(text.len() - span.end() as usize - 2))?;
    let (acronym, _) = inner.split_once(')')?;
    let fits = acronym.len() >= 2 && acronym.bytes().all(|byte| byte.is_ascii_uppercase());
    fits.then_some(acronym)
}

/// Salience: how often and how early an actor is named; people and organisations before places and groups.
fn weigh(document: &Document, actors: &mut [Actor]) {
    let len = document.text().len().max(1) as f32;
    for actor in &mut *actors {
        let first = actor.mentions.first().map_or(0.0, |mention| mention.span.start() as f32 / len);
        let kind = match actor.kind {
            ActorKind::Person => 1.0,
            ActorKind::Organization => 0.9,
            ActorKind::Place => 0.7,
            ActorKind::Group => 0.4,
        };
        actor.salience = kind * (actor.mentions.len() as f32 + 2.0 * (1.0 - first));
    }
    let most = actors.iter().map(|actor| actor.salience).fold(0.0, f32::max).max(f32::MIN_POSITIVE);
    for actor in &mut *actors {
        actor.salience /= most;
    }
    actors.sort_by(|a, b| b.salience.total_cmp(&a.salience).then(a.name.cmp(&b.name)));
}
