//! Moments: the times that an article names.

/// A point or stretch of time that the article names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Moment {
    /// Index of the figure.
    pub figure: u32,
    /// Index of the quote that it stands in, said or reported: then it is the speaker's.
    pub quote: Option<u32>,
}
