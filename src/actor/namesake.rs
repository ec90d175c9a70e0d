//! Which of several people of one surname is meant: by a title's sex, else not the one who was introduced as another's kin.

use super::alias::sex_of_name;
use crate::{
    Document, Models,
    document::{Actor, Mention},
    lexicon::Sex,
};

/// The one of `several` whom a surname alone means; none where neither title nor kin tells.
pub(super) fn namesake(
    document: &Document,
    models: &Models,
    actors: &[Actor],
    several: &[usize],
    mention: &Mention,
) -> Option<usize> {
    let first = document.tokens_in(mention.span).start;
    // "Ms. Hale": the full stop may be a token of its own.
    let before = (first.saturating_sub(2)..first).rev().map(|at| document.token_str(at)).find(|word| *word != ".");
    let title = before.map_or(Sex::Unknown, |word| models.lexicon.sex_of_title(word));
    let sex = |&actor: &usize| sex_of_name(document.str(actors[actor].name), models);
    if title != Sex::Unknown {
        let may_be = |actor: &usize| matches!(sex(actor), found if found == title || found == Sex::Unknown);
        let of_sex = only(several.iter().copied().filter(|actor| sex(actor) == title));
        return of_sex.or_else(|| only(several.iter().copied().filter(may_be)));
    }
    only(several.iter().copied().filter(|&actor| !is_kin(document, models, &actors[actor])))
}

/// "His wife, Maggie Hale", "her brother Paul Hale": somebody who comes in by another, and is named once.
fn is_kin(document: &Document, models: &Models, actor: &Actor) -> bool {
    let full = document.str(actor.name);
    if actor.mentions.iter().filter(|mention| document.str(mention.span) == full).nth(1).is_some() {
        return false;
    }
    let first = document.tokens_in(actor.name).start;
    let mut before = (first.saturating_sub(3)..first).rev().filter(|&at| document.token_str(at) != ",");
    let (noun, owner) = (before.next(), before.next());
    let is_noun = noun.is_some_and(|at| models.lexicon.sex_of_noun(document.small_str(at)) != Sex::Unknown);
    let is_owned = owner.is_some_and(|at| matches!(document.small_str(at), "his" | "her" | "their" | "'s"));
    is_noun && is_owned
}

/// The only item.
fn only(mut items: impl Iterator<Item = usize>) -> Option<usize> {
    let first = items.next()?;
    items.next().is_none().then_some(first)
}
