//! "He" and "she", where it is safe: better to leave one out than to point at the wrong person.
//!
//! A pronoun goes on with the person whom the sentence so far, or the one before, is about (after centering theory:
//! Grosz, Joshi and Weinstein, 1995). Whoever stands in a sentence without being its subject, and people without a name,
//! are not chosen; they only make a pronoun doubtful.

use super::alias::sex_of_name;
use crate::{
    Document, Models,
    document::{Actor, ActorKind, Case, Mention, MentionForm, TokenKind},
    lexicon::{Lexicon, Sex, WordFlags},
    text::{is_upper, sort_by_number},
};

/// Somebody whom a sentence speaks of: by name, by a pronoun or by a noun.
#[derive(Clone, Copy)]
struct Known {
    token: usize,
    /// None for those without a name, and for pronouns that nothing was found for.
    actor: Option<usize>,
    sex: Sex,
    /// A possessive, or what a preposition goes before: hardly what the sentence is about.
    weak: bool,
    /// Sentences since the name.
    age: u8,
}

/// A sentence that speaks of more people than this is no sentence; who comes later is not looked at, so that time stays
/// linear.
const CROWD: usize = 64;
/// A chain of pronouns ends after this many sentences without the name.
const LONGEST_CHAIN: u8 = 4;

/// Adds pronouns to the actors' mentions.
pub(super) fn link_anaphora(document: &Document, models: &Models, actors: &mut [Actor]) {
    let names = people(document, models, actors);
    let mut names = names.into_iter().peekable();
    // What the sentence before, and this one so far, speak of.
    let (mut before, mut here): (Vec<Known>, Vec<Known>) = (Vec::new(), Vec::new());
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
                here.push(known);
            }
            here.truncate(CROWD);
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
                    let word = document.token_str(at);
                    let sex = models.lexicon.sex_of_pronoun(word);
                    if sex == Sex::Unknown {
                        here.extend(somebody(document, models.lexicon, at));
                        continue;
                    }
                    let begins = at <= sentence.first as usize + 1;
                    if !begins && word.starts_with(is_upper) {
                        continue;
                    }
                    let found = resolve(sex, begins, &before, &here);
                    if let Some(Known { actor: Some(actor), .. }) = found {
                        let kind = actors[actor].kind;
                        actors[actor].mentions.push(Mention { span: token.span, kind, form: MentionForm::Pronoun });
                    }
                    let age = found.map_or(0, |known| known.age + u8::from(known.token < sentence.first as usize));
                    let actor = found.and_then(|known| known.actor);
                    // "His father" is another one.
                    let weak = !matches!(word, "he" | "He" | "she" | "She");
                    here.push(Known { token: at, actor, sex, weak, age });
                }
                _ => {}
            }
        }
    }
}

/// All mentions of persons by name, in order.
fn people(document: &Document, models: &Models, actors: &[Actor]) -> Vec<Known> {
    let mut people = Vec::new();
    for (index, actor) in actors.iter().enumerate().filter(|(_, actor)| actor.kind == ActorKind::Person) {
        let sex = sex(document, models, actor);
        for mention in &actor.mentions {
            let tokens = document.tokens_in(mention.span);
            let owns = document.tokens().get(tokens.end).is_some_and(|token| token.kind == TokenKind::Clitic);
            let weak = owns
                || follows_preposition(document, tokens.start)
                || is_aside_of_kin(document, models.lexicon, tokens.start);
            people.push((Known { token: tokens.start, actor: Some(index), sex, weak, age: 0 }, tokens.end));
        }
    }
    sort_by_number(&mut people, |(known, _)| known.token as u128);
    // "Anna and Eva": neither is the subject alone.
    for at in 1..people.len() {
        let ((before, end), (after, _)) = (people[at - 1], people[at]);
        let joined = after.token == end + 1 && matches!(document.token_str(end), "and" | "or");
        if joined && (before.sex == after.sex || before.sex == Sex::Unknown || after.sex == Sex::Unknown) {
            people[at - 1].0.weak = true;
            people[at].0.weak = true;
        }
    }
    people.into_iter().map(|(known, _)| known).collect()
}

/// Whether a preposition stands before the noun phrase that ends at `head`: "of General Washington".
fn follows_preposition(document: &Document, head: usize) -> bool {
    let mut at = head;
    while let Some(before) = at.checked_sub(1).filter(|before| head - before < 6) {
        let tag = document.tags()[before];
        let word = document.token_str(before);
        let inside = document.tokens()[before].kind == TokenKind::Word
            && (matches!(tag.case, Case::Title | Case::Upper)
                || tag.flags.has_any(WordFlags::TITLE.with(WordFlags::OCCUPATION))
                || matches!(word, "the" | "a" | "an" | "his" | "her" | "their"));
        if !inside {
            return matches!(
                word,
                "of" | "by"
                    | "as"
                    | "with"
                    | "to"
                    | "for"
                    | "from"
                    | "like"
                    | "than"
                    | "alongside"
                    | "against"
                    | "about"
                    | "opposite"
                    | "between"
                    | "including"
                    | "under"
                    | "on"
                    | "in"
                    | "at"
                    | "after"
            );
        }
        at = before;
    }
    false
}

/// "A daughter, Eva, died in 1987": the text is about the parent, and goes on with the parent.
fn is_aside_of_kin(document: &Document, lexicon: &Lexicon, name: usize) -> bool {
    let Some([determiner, noun, comma]) = name.checked_sub(3).map(|at| [at, at + 1, at + 2]) else { return false };
    document.token_str(comma) == ","
        && lexicon.sex_of_noun(document.token_str(noun)) != Sex::Unknown
        && matches!(document.token_str(determiner), "A" | "a" | "One" | "one" | "Another")
}

/// Somebody without a name: "a young woman", "his father"; not "his father Johann", "she was a nurse".
fn somebody(document: &Document, lexicon: &Lexicon, at: usize) -> Option<Known> {
    let word = document.token_str(at);
    let tag = document.tags()[at];
    if tag.case != Case::Lower {
        return None;
    }
    let sex = lexicon.sex_of_noun(word);
    if sex == Sex::Unknown && !tag.flags.has(WordFlags::OCCUPATION) {
        return None;
    }
    // The determiner, over adjectives.
    let first = (at.saturating_sub(4)..at).rev().find(|&before| {
        matches!(
            document.token_str(before),
            "the"
                | "The"
                | "a"
                | "A"
                | "an"
                | "An"
                | "his"
                | "His"
                | "her"
                | "Her"
                | "their"
                | "my"
                | "another"
                | "one"
        )
    })?;
    let copula = first.checked_sub(1).is_some_and(|before| {
        matches!(
            document.token_str(before),
            "is" | "was" | "be" | "been" | "being" | "became" | "as" | "become" | "," | "not"
        )
    });
    let names = document.names();
    let span = document.tokens()[at].span;
    let next = names.partition_point(|name| name.span.start() < span.end());
    let named = names.get(next).is_some_and(|name| name.span.start() - span.end() <= 2);
    if copula || named {
        return None;
    }
    Some(Known { token: at, actor: None, sex, weak: follows_preposition(document, first), age: 0 })
}

/// Whom a pronoun goes on with.
fn resolve(sex: Sex, begins: bool, before: &[Known], here: &[Known]) -> Option<Known> {
    let fits = |known: &&Known| known.sex == Sex::Unknown || known.sex == sex;
    // The subject of this sentence, or of the one before.
    let subject = |of: &[Known]| of.iter().filter(fits).find(|known| !known.weak).copied();
    let own = if begins { None } else { subject(here) };
    let subject = own.or_else(|| subject(before))?;
    let actor = subject.actor?;
    // Others who could be meant.
    let rivals = here.iter().chain(before).filter(fits).filter(|known| known.actor != Some(actor));
    let rival = rivals.clone().any(|known| !known.weak || known.sex == sex);
    if subject.sex != sex && rivals.count() > 0 || subject.age >= LONGEST_CHAIN {
        return None;
    }
    (!rival || subject.sex == sex).then_some(subject)
}

/// What is known of a person's sex from titles, names and the role.
pub(crate) fn sex(document: &Document, models: &Models, actor: &Actor) -> Sex {
    for mention in &actor.mentions {
        let token = document.tokens_in(mention.span).start;
        if let Some(title) = token.checked_sub(1) {
            let found = models.lexicon.sex_of_title(document.token_str(title));
            if found != Sex::Unknown {
                return found;
            }
        }
    }
    if let Some(role) = actor.role {
        let found = document
            .str(role)
            .split(' ')
            .map(|word| models.lexicon.sex_of_title(word))
            .find(|&sex| sex != Sex::Unknown);
        if let Some(found) = found {
            return found;
        }
    }
    sex_of_name(document.str(actor.name), models)
}
