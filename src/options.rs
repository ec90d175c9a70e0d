//! What a caller may choose.

use crate::text::CivilDate;
use serde::{
    Deserialize, Deserializer, Serialize, Serializer,
    de::{Error, Unexpected, Visitor},
};
use std::fmt;

/// How many key points to choose.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Points {
    /// Three to five, as the article deserves: written `"auto"`.
    #[default]
    Auto,
    /// So many, where the article has them: written as a whole number.
    Count(u32),
}

impl From<u32> for Points {
    fn from(count: u32) -> Self {
        Self::Count(count)
    }
}

impl fmt::Display for Points {
    fn fmt(&self, formatter: &mut fmt::Formatter) -> fmt::Result {
        match self {
            Self::Auto => formatter.write_str("auto"),
            Self::Count(count) => count.fmt(formatter),
        }
    }
}

impl std::str::FromStr for Points {
    type Err = std::num::ParseIntError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        match text {
            "auto" => Ok(Self::Auto),
            _ => text.parse().map(Self::Count),
        }
    }
}

impl Serialize for Points {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Auto => serializer.serialize_str("auto"),
            Self::Count(count) => serializer.serialize_u32(*count),
        }
    }
}

impl<'de> Deserialize<'de> for Points {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(PointsVisitor)
    }
}

struct PointsVisitor;

impl Visitor<'_> for PointsVisitor {
    type Value = Points;

    fn expecting(&self, formatter: &mut fmt::Formatter) -> fmt::Result {
        formatter.write_str("a whole number, 0 or more, or \"auto\"")
    }

    fn visit_u64<E: Error>(self, number: u64) -> Result<Points, E> {
        let count = u32::try_from(number);
        count.map(Points::Count).map_err(|_| E::invalid_value(Unexpected::Unsigned(number), &self))
    }

    fn visit_i64<E: Error>(self, number: i64) -> Result<Points, E> {
        let count = u32::try_from(number);
        count.map(Points::Count).map_err(|_| E::invalid_value(Unexpected::Signed(number), &self))
    }

    // JavaScript's numbers may come as floating point.
    fn visit_f64<E: Error>(self, number: f64) -> Result<Points, E> {
        let count = number as u32;
        if f64::from(count).total_cmp(&number).is_eq() {
            Ok(Points::Count(count))
        } else {
            Err(E::invalid_value(Unexpected::Float(number), &self))
        }
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Points, E> {
        match text {
            "auto" => Ok(Points::Auto),
            _ => Err(E::invalid_value(Unexpected::Str(text), &self)),
        }
    }
}

/// The documented knobs of [`analyze`](crate::analyze).
///
/// ```
/// let options = newsgist::Options::default().with_points(3).with_title("Ferry hits pier");
/// assert_eq!(options.points, newsgist::Points::Count(3));
/// ```
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default, rename_all = "camelCase")]
#[non_exhaustive]
pub struct Options {
    /// How many key points to choose: three to five unless told, else 0 to 50. A short article gives fewer.
    pub points: Points,
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
    pub fn with_points(self, points: impl Into<Points>) -> Self {
        Self { points: points.into(), ..self }
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
        Self { points: Points::Auto, share: None, title: None, published_at: None, context: None }
    }
}
