//! Mentions: places in the text where somebody or something is meant.

use crate::text::Span;
use serde::{Deserialize, Serialize};

/// What an actor is.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
#[non_exhaustive]
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

/// How an actor is mentioned.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
#[non_exhaustive]
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
#[non_exhaustive]
pub struct Mention {
    /// Where it stands.
    pub span: Span,
    /// What is meant.
    pub kind: ActorKind,
    /// How.
    pub form: MentionForm,
}
