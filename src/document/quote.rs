//! Quotes: somebody's words.

use crate::text::Span;

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
    /// The words that say so.
    pub cue: Option<Span>,
    /// Whether it stands in quotation marks.
    pub direct: bool,
}
