//! "He" and "the president", where it is safe: better to leave one out than to point at the wrong person.

use super::{
    Actor, ActorKind,
    alias::{Sex, sex_of_name, sex_of_title},
};
use crate::{
    Document, Lexicon,
    lexicon::WordFlags,
    name::{Mention, MentionForm},
    tag::Case,
    text::Span,
    token::TokenKind,
};
use rustc_hash::FxHashMap;

/// A name, pronoun or nominal that an actor is known to be meant by.
#[derive(Clone, Copy)]
struct Known {
    token: usize,
    actor: usize,
}

/// Adds pronouns and nominals to the actors' mentions.
pub(super) fn link_anaphora(document: &Document, lexicon: &Lexicon, actors: &mut [Actor]) {
    let sexes: Vec<Sex> = actors.iter().map(|actor| sex(document, lexicon, actor)).collect();
    let nouns = nouns(document, lexicon, actors);
    let mut names: Vec<Known> = Vec::new();
    for (index, actor) in actors.iter().enumerate() {
        let tokens = actor.mentions.iter().map(|mention| document.tokens_in(mention.span).start);
        names.extend(tokens.map(|token| Known { token, actor: index }));
    }
    names.sort_by_key(|known| known.token);
    let mut names = names.into_iter().peekable();

    // What the sentence before, and this one so far, speak of.
    let (mut before, mut here): (Vec<Known>, Vec<Known>) = (Vec::new(), Vec::new());
    let mut seen = vec![false; actors.len()];
    let mut block = u32::MAX;
    let mut quoted = false;
    for sentence in document.sentences() {
        if sentence.block != block {
            quoted = false;
        }
        block = sentence.block;
        std::mem::swap(&mut before, &mut here);
        here.clear();
        for at in sentence.tokens() {
            while let Some(known) = names.next_if(|known| known.token <= at) {
                seen[known.actor] = true;
                here.push(known);
            }
            let token = document.tokens()[at];
            match token.kind {
                TokenKind::Quote => {
                    quoted = match document.token_str(at) {
                        "“" => true,
                        "”" => false,
                        "\"" => !quoted,
                        _ => quoted,
                    }
                }
                TokenKind::Word if !quoted => {
                    let found = pronoun(document.token_str(at))
                        .and_then(|sex| {
                            let first = at <= sentence.first as usize + 1;
                            let actor = resolve(sex, first, &before, &here, actors, &sexes)?;
                            Some((actor, token.span, MentionForm::Pronoun))
                        })
                        .or_else(|| {
                            let (actor, span) = nominal(document, lexicon, at, sentence.tokens().end, &nouns)?;
                            seen[actor].then_some((actor, span, MentionForm::Nominal))
                        });
                    if let Some((actor, span, form)) = found {
                        let kind = actors[actor].kind;
                        actors[actor].mentions.push(Mention { span, kind, form });
                        here.push(Known { token: at, actor });
                    }
                }
                _ => {}
            }
        }
    }
}

fn pronoun(word: &str) -> Option<Sex> {
    Some(match word {
        "he" | "He" | "him" | "his" | "His" | "himself" => Sex::Male,
        "she" | "She" | "her" | "Her" | "hers" | "herself" => Sex::Female,
        _ => return None,
    })
}

/// The one person that fits; of several, the one whom the sentence before is about, where the sex is known.
fn resolve(sex: Sex, first: bool, before: &[Known], here: &[Known], actors: &[Actor], sexes: &[Sex]) -> Option<usize> {
    let fits = |known: &&Known| {
        actors[known.actor].kind == ActorKind::Person
            && (sexes[known.actor] == Sex::Unknown || sexes[known.actor] == sex)
    };
    let mut candidates: Vec<usize> = here.iter().chain(before).filter(fits).map(|known| known.actor).collect();
    candidates.sort_unstable();
    candidates.dedup();
    match candidates[..] {
        [] => None,
        [only] => Some(only),
        _ => {
            // "Smith told Jones … He" mostly goes on with Smith.
            let sure: Vec<usize> = candidates.iter().copied().filter(|&actor| sexes[actor] == sex).collect();
            if let [only] = sure[..] {
                return Some(only);
            }
            let subject =
                |of: &[Known]| of.iter().find(|known| actors[known.actor].kind == ActorKind::Person).map(|it| it.actor);
            let subject = if first { subject(before) } else { subject(here) }?;
            sure.contains(&subject).then_some(subject)
        }
    }
}

/// What is known of an actor's sex from titles, names and the role.
fn sex(document: &Document, lexicon: &Lexicon, actor: &Actor) -> Sex {
    if actor.kind != ActorKind::Person {
        return Sex::Unknown;
    }
    for mention in &actor.mentions {
        let token = document.tokens_in(mention.span).start;
        if let Some(title) = token.checked_sub(1) {
            let found = sex_of_title(document.token_str(title));
            if found != Sex::Unknown {
                return found;
            }
        }
    }
    if let Some(role) = actor.role {
        let found = document.str(role).split(' ').map(sex_of_title).find(|&sex| sex != Sex::Unknown);
        if let Some(found) = found {
            return found;
        }
    }
    sex_of_name(document.str(actor.name), lexicon.names().words())
}

/// Nouns that mean one actor of the article: the office of one person, or the last word of one organisation's name.
fn nouns(document: &Document, lexicon: &Lexicon, actors: &[Actor]) -> FxHashMap<String, usize> {
    let mut nouns: FxHashMap<String, Option<usize>> = FxHashMap::default();
    for (index, actor) in actors.iter().enumerate() {
        let mut own: Vec<String> = Vec::new();
        match actor.kind {
            ActorKind::Person => {
                let words = actor.role.map(|role| document.str(role)).unwrap_or_default().split(' ');
                own.extend(words.filter(|word| is_office(word, lexicon)).map(str::to_lowercase));
            }
            ActorKind::Organization => {
                let last = document.str(actor.name).rsplit(' ').next().unwrap_or_default();
                if document.str(actor.name).contains(' ') && lexicon.flags(last).has(WordFlags::ORGANIZATION) {
                    own.push(last.to_lowercase());
                }
            }
            _ => {}
        }
        own.sort_unstable();
        own.dedup();
        for noun in own {
            nouns.entry(noun).and_modify(|known| *known = None).or_insert(Some(index));
        }
    }
    nouns.into_iter().filter_map(|(noun, actor)| Some((noun, actor?))).collect()
}

fn is_office(word: &str, lexicon: &Lexicon) -> bool {
    word.len() > 3
        && !matches!(
            word,
            "Vice" | "Deputy" | "Chief" | "Foreign" | "Finance" | "Defence" | "Defense" | "Home" | "Prime"
        )
        && lexicon.flags(word).has_any(WordFlags::TITLE.with(WordFlags::OCCUPATION))
}

/// "the president" at the token of "the": the actor, and the span with "the".
fn nominal(
    document: &Document,
    lexicon: &Lexicon,
    at: usize,
    end: usize,
    nouns: &FxHashMap<String, usize>,
) -> Option<(usize, Span)> {
    if !matches!(document.token_str(at), "the" | "The") || at + 1 >= end {
        return None;
    }
    let noun = at + 1;
    let actor = *nouns.get(document.token_str(noun))?;
    // Not "the president of the club", "the bank rate", "the president John Doe".
    if noun + 1 < end {
        let (next, tag) = (document.tokens()[noun + 1], document.tags()[noun + 1]);
        let word = document.token_str(noun + 1);
        let goes_on = match next.kind {
            TokenKind::Word => {
                matches!(word, "of" | "for" | "who" | "that" | "which")
                    || tag.case != Case::Lower
                    || lexicon.speech(word).is_mostly_noun()
                        && !tag.flags.has_any(WordFlags::SAY.with(WordFlags::STOP).with(WordFlags::REPORT))
            }
            TokenKind::Hyphen => true,
            _ => false,
        };
        if goes_on {
            return None;
        }
    }
    Some((actor, document.tokens()[at].span.cover(document.tokens()[noun].span)))
}
