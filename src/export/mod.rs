//! A digest in other people's forms: Markdown, plain text, JSON, JSON-LD, CSV.

mod csv;
mod json_ld;
mod markdown;
mod plain;

use crate::Digest;

pub use csv::to_csv;
pub use json_ld::to_json_ld;
#[cfg(feature = "js")]
pub(crate) use markdown::escape;
pub use markdown::to_markdown;
pub use plain::to_text;

/// The digest as one line of JSON, schema 1.
pub fn to_json(digest: &Digest) -> String {
    // Writing plain structs to memory cannot fail: no maps with odd keys, no I/O.
    serde_json::to_string(digest).unwrap_or_default()
}
