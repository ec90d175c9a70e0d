use serde::{Deserialize, Serialize};
use std::ops::Range;

/// A place in the text: byte offsets, half-open, on character boundaries.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default, Serialize, Deserialize)]
pub struct Span {
    start: u32,
    end: u32,
}

impl Span {
    /// The bytes `start..end`.
    ///
    /// # Panics
    /// In debug builds, where `start > end`.
    pub const fn new(start: u32, end: u32) -> Self {
        debug_assert!(start <= end);
        Self { start, end }
    }

    /// The same, from `usize` offsets, as string methods give them. Texts are shorter than 4 GiB (see
    /// [`MAX_TEXT`](crate::MAX_TEXT)), so nothing is lost.
    pub const fn from_range(range: Range<usize>) -> Self {
        Self::new(range.start as u32, range.end as u32)
    }

    /// A number that sorts as the span does.
    pub(crate) const fn number(self) -> u64 {
        (self.start as u64) << 32 | self.end as u64
    }

    /// First byte.
    pub const fn start(self) -> u32 {
        self.start
    }

    /// One past the last byte.
    pub const fn end(self) -> u32 {
        self.end
    }

    /// Length in bytes.
    pub const fn len(self) -> u32 {
        self.end - self.start
    }

    /// Whether no byte lies in it.
    pub const fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// For indexing a `str`.
    pub const fn range(self) -> Range<usize> {
        self.start as usize..self.end as usize
    }

    /// The part of `text` that lies here.
    ///
    /// # Panics
    /// Where the span does not lie in `text`.
    pub fn of(self, text: &str) -> &str {
        &text[self.range()]
    }

    /// Whether `other` lies wholly within.
    pub const fn contains(self, other: Self) -> bool {
        !(other.start < self.start || self.end < other.end)
    }

    /// Whether the two share a byte.
    pub const fn overlaps(self, other: Self) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// The smallest span that holds both.
    #[must_use]
    pub fn cover(self, other: Self) -> Self {
        Self::new(self.start.min(other.start), self.end.max(other.end))
    }
}

impl std::fmt::Debug for Span {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}..{}", self.start, self.end)
    }
}

#[cfg(test)]
mod tests {
    use super::Span;

    #[test]
    fn half_open() {
        let span = Span::new(1, 3);
        assert_eq!(span.of("abcd"), "bc");
        assert!(!span.overlaps(Span::new(3, 4)));
        assert!(span.contains(Span::new(1, 3)));
        assert_eq!(span.cover(Span::new(5, 6)), Span::new(1, 6));
    }
}
