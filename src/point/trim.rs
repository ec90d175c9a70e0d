//! Shorter points: what can go from a sentence without changing what it says.

use crate::Document;
use std::ops::Range;

/// The tokens of the range that stay, in order.
pub(super) fn trim(_document: &Document, range: Range<usize>, _quoted: &[bool]) -> Vec<Range<u32>> {
    vec![range.start as u32..range.end as u32]
}
