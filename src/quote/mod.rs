//! Quotes and who speaks them.

mod find;

use crate::text::Span;

pub use find::find_quotes;

/// Somebody's words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Quote {
    /// The words, quotation marks left out.
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
