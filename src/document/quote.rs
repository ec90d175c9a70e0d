//! Quotes: somebody's words.

use crate::text::Span;
use serde::{Deserialize, Serialize};

/// Somebody's words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Quote {
    /// The words, quotation marks left out. An indirect statement begins with its verb where the rest alone would make no
    /// sense, or another one: "accused the town of neglect", "did not say that …".
    pub span: Span,
    /// The actor who speaks, as an index.
    pub speaker: Option<u32>,
    /// Who speaks, in the article's words.
    pub speaker_span: Option<Span>,
    /// The description that a pronoun there stands for, where no actor is known.
    pub antecedent: Option<Span>,
    /// The words that say so.
    pub cue: Option<Span>,
    /// Whether it stands in quotation marks.
    pub direct: bool,
    /// Who is behind the words; none where nobody is told.
    pub source: Option<SourceKind>,
}

/// Who is behind somebody's words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
#[non_exhaustive]
pub enum SourceKind {
    /// Somebody with a name.
    Named,
    /// An office or a text: "a spokesman for the mayor", "the report".
    Role,
    /// "Officials", "people familiar with the matter".
    Unnamed,
}
