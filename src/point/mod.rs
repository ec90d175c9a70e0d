//! Key points: which sentences to show, and how much of each.

mod aside;
mod choose;
mod cues;
mod opening;
mod shown;
mod stand;
mod summary;
mod text;
mod trim;
mod why;

pub(crate) use choose::choose_points;
pub(crate) use cues::tells_purpose;
pub(crate) use shown::{Shown, read_shown};
pub use summary::{SummaryKind, SummaryLength, summarize};
pub(crate) use text::insert_text;
pub use text::point_text;
