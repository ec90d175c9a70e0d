//! Salience: how much the article is about an actor.

use super::{Actor, ActorKind};
use crate::{
    Document,
    article::BlockKind,
    text::{ordered, sort_by_number},
};

/// How often, how early and in what place an actor is named, groups last. Sorts.
pub(super) fn weigh(document: &Document, actors: &mut [Actor]) {
    let sentences = document.sentences();
    for actor in &mut *actors {
        let mut score = 0.0;
        let mut last = usize::MAX;
        for (count, mention) in actor.mentions.iter().enumerate() {
            let sentence = document.sentence_at(mention.span.start());
            if count == 0 {
                // Half of the early bonus is gone after three sentences.
                score += 6.0 / (1.0 + sentence as f32 / 3.0);
            }
            let Some(of) = sentences.get(sentence) else { continue };
            if last != sentence {
                score += 1.0;
                if document.blocks().get(of.block as usize).is_some_and(|block| block.kind == BlockKind::Title) {
                    score += 4.0;
                }
                // What a sentence begins with is mostly its subject.
                let start = document.tokens()[of.first as usize].span.start();
                if mention.span.start() - start < 20 {
                    score += 0.5;
                }
            }
            last = sentence;
        }
        let kind = match actor.kind {
            ActorKind::Person | ActorKind::Organization | ActorKind::Place => 1.0,
            ActorKind::Group => 0.2,
        };
        actor.salience = kind * score;
    }
    let most = actors.iter().map(|actor| actor.salience).fold(0.0, f32::max).max(f32::MIN_POSITIVE);
    for actor in &mut *actors {
        actor.salience /= most;
    }
    sort_by_number(actors, |actor| u128::from(!ordered(actor.salience)) << 64 | u128::from(actor.name.number()));
}
