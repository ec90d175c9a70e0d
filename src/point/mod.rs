//! Key points: which sentences to show, and how much of each.

mod choose;
mod explain;
mod introduce;
mod summary;
mod text;

pub(crate) use choose::choose_points;
pub(crate) use summary::summary_pieces;
pub use summary::{SummaryKind, SummaryLength};
pub(crate) use text::insert_text;
pub(crate) use text::{point_text, read_text};
