//! Mentions put together: the same name, a part of a longer one, an acronym.

use super::{
    alias::{is_loose_acronym, key, plain_key, short_forms},
    people::are_people,
    pronoun::link_anaphora,
    role::find_role,
    salience::weigh,
    surname::choose,
};
use crate::{
    Document, Models,
    document::{Actor, ActorKind, Mention},
    sentence::dateline_end,
    text::{Span, is_lower, sort_by_number},
};
use rustc_hash::{FxHashMap, FxHashSet};
use std::collections::hash_map::Entry;

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

impl Name<'_> {
    fn kind(&self) -> ActorKind {
        self.mentions[0].kind
    }
}

/// The names of an article, longer ones first, so that "Zelensky" in the title finds "Volodymyr Zelensky" below; "BATANGAS"
/// of a dateline last, so that the town is called Batangas.
fn collect<'d>(document: &'d Document) -> Vec<Name<'d>> {
    let text = document.text();
    let mut index: FxHashMap<(&str, ActorKind), usize> = FxHashMap::default();
    let mut names: Vec<Name> = Vec::new();
    for mention in document.names().iter().filter(|mention| is_actor(document, mention)) {
        let name = mention.span.of(text);
        let at = *index.entry((name, mention.kind)).or_insert_with(|| {
            let words = name.split_whitespace().count();
            names.push(Name { text: name, key: key(name, mention.kind), words, mentions: Vec::new() });
            names.len() - 1
        });
        names[at].mentions.push(*mention);
    }
    sort_by_number(&mut names, |name| {
        let shouts = name.text.len() > 4 && !name.text.contains(|letter| letter == '.' || is_lower(letter));
        u128::from(!(name.words as u32)) << 65 | u128::from(shouts) << 64 | u128::from(name.mentions[0].span.number())
    });
    names
}

/// Nationalities before a noun are nobody, nor is the agency that a dateline names.
fn is_actor(document: &Document, mention: &Mention) -> bool {
    match mention.kind {
        ActorKind::Group => are_people(document, mention.span),
        ActorKind::Organization => !is_agency(document, mention.span),
        _ => true,
    }
}

/// "(Reuters) -" before an article's first words.
fn is_agency(document: &Document, span: Span) -> bool {
    let sentence = document.sentence_at(span.start());
    let tokens = document.sentences().get(sentence).map(|sentence| sentence.tokens());
    let end = tokens.and_then(|tokens| dateline_end(document, tokens));
    end.is_some_and(|end| span.end() <= document.tokens()[end].span.start())
}

/// Actors so far, and the names that they go by.
struct Linker<'d> {
    document: &'d Document<'d>,
    models: &'d Models,
    actors: Vec<Actor>,
    /// Each actor's names; looked up, never walked through.
    known: FxHashSet<(usize, &'d str)>,
    full: FxHashMap<(String, ActorKind), usize>,
    short: FxHashMap<(String, ActorKind), Vec<usize>>,
}

/// A town that plays or a country that decides is one actor, whatever its names were taken for.
fn class(kind: ActorKind) -> ActorKind {
    if kind == ActorKind::Place { ActorKind::Organization } else { kind }
}

fn link_names(document: &Document, models: &Models) -> Vec<Actor> {
    let mut linker = Linker {
        document,
        models,
        actors: Vec::new(),
        known: FxHashSet::default(),
        full: FxHashMap::default(),
        short: FxHashMap::default(),
    };
    for name in collect(document) {
        linker.add(&name);
    }
    merge_equals(document, linker.actors)
}

impl<'d> Linker<'d> {
    fn add(&mut self, name: &Name<'d>) {
        let kind = name.kind();
        let full = self.full.get(&(name.key.clone(), class(kind)));
        let short = self.short.get(&(name.key.clone(), kind));
        match (full, short.map(Vec::as_slice)) {
            (Some(&actor), _) | (None, Some(&[actor])) => self.join(actor, name.text, &name.mentions),
            (None, Some(several @ [_, ..])) => {
                let choices = choose(self.document, self.models, &self.actors, several, &name.mentions);
                for (&mention, actor) in name.mentions.iter().zip(choices) {
                    self.join(actor, name.text, &[mention]);
                }
            }
            _ => match self.body_of(name) {
                Some(actor) => self.join(actor, name.text, &name.mentions),
                None => self.begin(name),
            },
        }
    }

    /// The body that an acronym stands for.
    fn body_of(&self, name: &Name) -> Option<usize> {
        let text = self.document.text();
        if name.kind() != ActorKind::Organization || name.words > 1 {
            return None;
        }
        let long = |actor: &Actor| actor.kind == name.kind() && is_loose_acronym(name.text, actor.name.of(text));
        self.actors.iter().take(BODIES).position(long)
    }

    fn join(&mut self, actor: usize, name: &'d str, mentions: &[Mention]) {
        let joined = &mut self.actors[actor];
        if self.known.insert((actor, name)) && name != self.document.str(joined.name) {
            joined.aliases.push(mentions[0].span);
        }
        joined.mentions.extend(mentions);
    }

    /// A new actor, with the shorter names that it may be called by.
    fn begin(&mut self, name: &Name) {
        let (actor, kind, span) = (self.actors.len(), name.kind(), name.mentions[0].span);
        let (aliases, mentions) = (Vec::new(), name.mentions.clone());
        self.actors.push(Actor { kind, name: span, role: None, aliases, mentions, salience: 0.0 });
        self.full.insert((name.key.clone(), class(kind)), actor);
        let acronym = acronym_after(self.document.text(), span).map(|acronym| key(acronym, kind));
        for form in short_forms(name.text, kind, self.models).into_iter().chain(acronym) {
            let of = self.short.entry((form, kind)).or_default();
            if of.last() != Some(&actor) {
                of.push(actor);
            }
        }
    }
}

/// Equal names are one actor, whatever kinds they were taken for, and however they are written.
fn merge_equals(document: &Document, actors: Vec<Actor>) -> Vec<Actor> {
    let mut index: FxHashMap<String, usize> = FxHashMap::default();
    let mut merged: Vec<Actor> = Vec::with_capacity(actors.len());
    for actor in actors {
        match index.entry(plain_key(document.str(actor.name))) {
            Entry::Vacant(entry) => {
                entry.insert(merged.len());
                merged.push(actor);
            }
            Entry::Occupied(entry) => {
                let first = &mut merged[*entry.get()];
                let name = document.str(first.name);
                let others = std::iter::once(actor.name).chain(actor.aliases);
                first.aliases.extend(others.filter(|&alias| document.str(alias) != name));
                first.mentions.extend(actor.mentions);
            }
        }
    }
    merged
}

/// An actor is what most of its names were taken for; the first one where they are even.
fn settle_kind(actor: &mut Actor) {
    let count = |kind: ActorKind| actor.mentions.iter().filter(|mention| mention.kind == kind).count();
    let Some(first) = actor.mentions.first().map(|mention| mention.kind) else { return };
    let all = [ActorKind::Person, ActorKind::Organization, ActorKind::Place, ActorKind::Group];
    let most = all.into_iter().map(count).max().unwrap_or_default();
    actor.kind =
        if count(first) == most { first } else { all.into_iter().find(|&kind| count(kind) == most).unwrap_or(first) };
    for mention in &mut actor.mentions {
        mention.kind = actor.kind;
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
