//! Names: where persons, organisations, places and groups are mentioned.

mod acronym;
mod atom;
mod cue;
mod evidence;
pub(crate) mod features;
mod find;
pub(crate) mod label;
pub(crate) mod layer;
pub(crate) mod model;
pub(crate) mod segment;
mod settle;
mod sport;
#[cfg(test)]
pub(crate) mod tests;

use crate::{actor::ActorKind, text::Span};
use serde::{Deserialize, Serialize};

pub use find::find_names;
pub use model::{NameModel, Words};
pub(crate) use sport::begins_club;

/// How an actor is mentioned.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum MentionForm {
    /// "Zelensky".
    Name,
    /// "the president".
    Nominal,
    /// "he".
    Pronoun,
}

/// A place in the text where somebody or something is meant. Titles, "the" and a possessive 's are left out.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Mention {
    /// Where it stands.
    pub span: Span,
    /// What is meant.
    pub kind: ActorKind,
    /// How.
    pub form: MentionForm,
}
