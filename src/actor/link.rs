//! Mentions put together: the same name, a part of a longer one, an acronym.

use super::{
    alias::{is_loose_acronym, key, short_forms},
    namesake::namesake,
    pronoun::link_anaphora,
    role::find_role,
    salience::weigh,
};
use crate::{
    Document, Models,
    document::{Actor, ActorKind, Mention},
    text::{Span, is_lower, sort_by_number},
};
use rustc_hash::{FxHashMap, FxHashSet};

/// Puts the document's names together, gives the actors roles and pronouns, and weighs them; the most salient comes
/// first.
pub(crate) fn link_actors(document: &Document, models: &Models) -> Vec<Actor> {
    let mut actors = link_names(document, models);
    for actor in &mut actors {
        sort_by_number(&mut actor.mentions, |mention| mention.span.number().into());
        settle_kind(actor);
        actor.role = actor.mentions.iter().find_map(|mention| find_role(document, models, mention));
    }
    link_anaphora(document, models, &mut actors);
    for actor in &mut actors {
        sort_by_number(&mut actor.mentions, |mention| mention.span.number().into());
    }
    weigh(document, models, &mut actors);
    actors
}

/// An acronym is looked for in no more actors than this, so that time stays linear; longer names come first.
const BODIES: usize = 64;

/// All mentions of one name.
struct Name<'d> {
    text: &'d str,
    key: String,
    words: usize,
    mentions: Vec<Mention>,
}

fn link_names<'d>(document: &'d Document, models: &Models) -> Vec<Actor> {
    let text = document.text();
    let mut index: FxHashMap<(&str, ActorKind), usize> = FxHashMap::default();
    let mut names: Vec<Name> = Vec::new();
    for mention in document.names() {
        let name = mention.span.of(text);
        let at = *index.entry((name, mention.kind)).or_insert_with(|| {
            let words = name.split_whitespace().count();
            names.push(Name { text: name, key: key(name, mention.kind), words, mentions: Vec::new() });
            names.len() - 1
        });
        names[at].mentions.push(*mention);
    }
    // Longer names first, so that "Zelensky" in the title finds "Volodymyr Zelensky" below; "BATANGAS" of a dateline last,
    // so that the town is called Batangas.
    sort_by_number(&mut names, |name| {
        let shouts = name.text.len() > 4 && !name.text.contains(|letter| letter == '.' || is_lower(letter));
        u128::from(!(name.words as u32)) << 65 | u128::from(shouts) << 64 | u128::from(name.mentions[0].span.number())
    });

    let mut actors: Vec<Actor> = Vec::new();
    // Each actor's names so far; looked up, never walked through.
    let mut known: FxHashSet<(usize, &str)> = FxHashSet::default();
    let mut join = |actors: &mut [Actor], actor: usize, name: &Name<'d>, mentions: &[Mention]| {
        if known.insert((actor, name.text)) && name.text != actors[actor].name.of(text) {
            actors[actor].aliases.push(mentions[0].span);
        }
        actors[actor].mentions.extend(mentions);
    };
    let mut full: FxHashMap<(String, ActorKind), usize> = FxHashMap::default();
    // A town that plays or a country that decides is one actor, whatever its names were taken for.
    let class = |kind| if kind == ActorKind::Place { ActorKind::Organization } else { kind };
    let mut short: FxHashMap<(String, ActorKind), Vec<usize>> = FxHashMap::default();
    for name in &names {
        let kind = name.mentions[0].kind;
        let id = (name.key.clone(), kind);
        if let Some(&actor) = full.get(&(name.key.clone(), class(kind))) {
            join(&mut actors, actor, name, &name.mentions);
            continue;
        }
        match short.get(&id).map(Vec::as_slice) {
            Some(&[actor]) => join(&mut actors, actor, name, &name.mentions),
            // Two people share a surname: where nothing tells which one, whoever was named last is meant.
            Some(several @ [first, ..]) => {
                let mut nearest = *first;
                let mentions = |&actor: &usize| actors[actor].mentions.iter().map(move |mention| (mention.span, actor));
                let mut before: Vec<(Span, usize)> = several.iter().flat_map(mentions).collect();
                sort_by_number(&mut before, |&(span, actor)| u128::from(span.number()) << 64 | actor as u128);
                let mut before = before.into_iter().peekable();
                for mention in &name.mentions {
                    while let Some((_, actor)) = before.next_if(|(span, _)| *span < mention.span) {
                        nearest = actor;
                    }
                    let meant = namesake(document, models, &actors, several, mention).unwrap_or(nearest);
                    join(&mut actors, meant, name, std::slice::from_ref(mention));
                }
            }
            _ => {
                let long = |actor: &Actor| actor.kind == kind && is_loose_acronym(name.text, actor.name.of(text));
                let body = kind == ActorKind::Organization && name.words == 1;
                if let Some(actor) = actors.iter().take(BODIES).position(|actor| body && long(actor)) {
                    join(&mut actors, actor, name, &name.mentions);
                    continue;
                }
                let actor = actors.len();
                actors.push(Actor {
                    kind,
                    name: name.mentions[0].span,
                    role: None,
                    aliases: Vec::new(),
                    mentions: name.mentions.clone(),
                    salience: 0.0,
                });
                full.insert((name.key.clone(), class(kind)), actor);
                for form in short_forms(name.text, kind, models) {
                    let of = short.entry((form, kind)).or_default();
                    if of.last() != Some(&actor) {
                        of.push(actor);
                    }
                }
                if let Some(acronym) = acronym_after(text, name.mentions[0].span) {
                    short.entry((key(acronym, kind), kind)).or_default().push(actor);
                }
            }
        }
    }
    actors
}

/// An actor is what most of its names were taken for.
fn settle_kind(actor: &mut Actor) {
    let count = |kind: ActorKind| actor.mentions.iter().filter(|mention| mention.kind == kind).count();
    if let Some(first) = actor.mentions.first().map(|mention| mention.kind) {
        let others = [ActorKind::Organization, ActorKind::Place];
        actor.kind = others.into_iter().find(|&kind| count(kind) > count(first)).unwrap_or(first);
        for mention in &mut actor.mentions {
            mention.kind = actor.kind;
        }
    }
}

/// The acronym in brackets behind a name: "World Health Organization (WHO)".
fn acronym_after(text: &str, span: Span) -> Option<&str> {
    const LONGEST: usize = 12;
    let rest = text[span.end() as usize..].strip_prefix(" (")?;
    let end = rest.bytes().take(LONGEST).position(|byte| byte == b')')?;
    let acronym = &rest[..end];
    let fits = acronym.len() >= 2 && acronym.bytes().all(|byte| byte.is_ascii_uppercase());
    fits.then_some(acronym)
}
