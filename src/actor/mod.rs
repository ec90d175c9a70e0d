//! Actors: the mentions that mean the same person, organisation, place or group, put together.

mod alias;
mod anaphora;
mod link;
mod role;
#[cfg(test)]
mod tests;
mod weigh;

use crate::{name::Mention, text::Span};
use serde::{Deserialize, Serialize};

pub use link::link_actors;
#[cfg(feature = "train")]
pub(crate) use weigh::{FEATURES, features};

/// What an actor is.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum ActorKind {
    /// A human being.
    Person,
    /// A company, party, ministry, club, court …
    Organization,
    /// A country, town, region, building …
    Place,
    /// A nationality, religion or people.
    Group,
}

/// One person, organisation, place or group of the article.
#[derive(Clone, Debug, PartialEq)]
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
