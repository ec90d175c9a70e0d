//! Actors: whom the article is about.

use super::{ActorKind, Mention};
use crate::text::Span;

/// One person, organisation, place or group of the article.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Actor {
    /// What it is.
    pub kind: ActorKind,
    /// Its fullest name.
    pub name: Span,
    /// What the article says they are, as one span: "Italian Prime Minister".
    pub role: Option<Span>,
    /// Its other names, each once.
    pub aliases: Vec<Span>,
    /// All its mentions, in order.
    pub mentions: Vec<Mention>,
    /// How much the article is about it: 0 to 1.
    pub salience: f32,
}
