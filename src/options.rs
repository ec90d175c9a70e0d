//! What a caller may choose.

use crate::text::CivilDate;
use serde::{Deserialize, Serialize};

/// The documented knobs of [`analyze`](crate::analyze).
///
/// ```
/// let options = newsgist::Options::default().with_points(3).with_title("Ferry hits pier");
/// assert_eq!(options.points, 3);
/// ```
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default, rename_all = "camelCase")]
#[non_exhaustive]
pub struct Options {
    /// How many key points to choose: 0 to 50, 5 unless told. A short article gives fewer.
    pub points: u32,
    /// Key points as a share of the article's sentences, 0.0 to 1.0; takes the place of `points`.
    pub share: Option<f32>,
    /// The title, where it is not part of the text.
    pub title: Option<String>,
    /// The day of publication: resolves "Thursday" and "last month".
    pub published_at: Option<CivilDate>,
    /// Words that the reader cares about: they weigh on the choice of key points and never appear in them by
    /// themselves.
    pub context: Option<String>,
}

impl Options {
    /// The most key points that can be asked for.
    pub const MAX_POINTS: u32 = 50;

    /// With so many key points.
    #[must_use]
    pub fn with_points(self, points: u32) -> Self {
        Self { points, ..self }
    }

    /// With key points for this share of the sentences.
    #[must_use]
    pub fn with_share(self, share: f32) -> Self {
        Self { share: Some(share), ..self }
    }

    /// With this title.
    #[must_use]
    pub fn with_title(self, title: impl Into<String>) -> Self {
        Self { title: Some(title.into()), ..self }
    }

    /// With this day of publication, or none.
    #[must_use]
    pub fn with_published_at(self, day: impl Into<Option<CivilDate>>) -> Self {
        Self { published_at: day.into(), ..self }
    }

    /// With the words that the reader cares about.
    #[must_use]
    pub fn with_context(self, words: impl Into<String>) -> Self {
        Self { context: Some(words.into()), ..self }
    }
}

impl Default for Options {
    fn default() -> Self {
        Self { points: 5, share: None, title: None, published_at: None, context: None }
    }
}
