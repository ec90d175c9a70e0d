//! The digest: what leaves the engine, as data.
//!
//! These are the wire types of schema 1, apart from the engine's own, so that the engine may change without its
//! readers. Field names are camelCase; offsets are half-open and count what [`OffsetUnit`](crate::OffsetUnit) says.

mod build;

use serde::{Deserialize, Serialize, Serializer};

pub use crate::{
    article::{Genre, Metadata},
    document::{ActorKind, Change, FigureKind, MentionForm, SourceKind},
};

/// The number of this schema; it grows when a reader of the old one would be misled.
pub const SCHEMA: u32 = 1;

/// What an article says: every text in it is a part of the article.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct Digest {
    /// [`SCHEMA`].
    pub schema: u32,
    /// Language tag of the article; always `en`.
    pub language: String,
    /// The title that was given, or the article's first heading.
    pub title: Option<String>,
    /// All sentences, in order; headings too.
    pub sentences: Vec<Sentence>,
    /// The key points, in the article's order.
    pub key_points: Vec<KeyPoint>,
    /// Who and what acts, most salient first.
    pub actors: Vec<Actor>,
    /// The figures, in the article's order.
    pub figures: Vec<Figure>,
    /// What the figures tell, a row a fact, in the article's order.
    #[serde(default)]
    pub facts: Vec<Fact>,
    /// The quotes, in the article's order.
    pub quotes: Vec<Quote>,
    /// When things happened: dates in order of time; undated ones keep the article's order.
    pub timeline: Vec<Moment>,
    /// What the reader ought to know about this digest.
    pub notices: Vec<Notice>,
    /// What the input says of the article besides its text.
    #[serde(default)]
    pub article: Metadata,
}

/// A sentence of the article.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct Sentence {
    /// First offset.
    pub start: u32,
    /// One past the last offset.
    pub end: u32,
    /// Index of its paragraph; headings and list items count.
    pub paragraph: u32,
    /// How much of the article's substance it holds: 0 to 1.
    #[serde(serialize_with = "number")]
    pub salience: f64,
}

/// A key point: a sentence, or pieces of one.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct KeyPoint {
    /// Index of its sentence.
    pub sentence: u32,
    /// First offset of the sentence.
    pub start: u32,
    /// One past the sentence's last offset.
    pub end: u32,
    /// The point as it reads: its pieces in order.
    pub text: String,
    /// 1 for the strongest.
    pub rank: u32,
    /// What the text is put together from.
    pub pieces: Vec<Piece>,
    /// Ids of the actors that it names.
    pub actors: Vec<u32>,
    /// Indices of the figures in it.
    pub figures: Vec<u32>,
    /// Why it was chosen, in plain words.
    pub why: Vec<String>,
}

/// A piece of a key point.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Piece {
    /// Copied from the article.
    Copied {
        /// First offset.
        start: u32,
        /// One past the last offset.
        end: u32,
    },
    /// A name put in for a pronoun, in square brackets.
    Inserted {
        /// The name with its brackets: `[Zelensky]`.
        insert: String,
        /// The actor's id.
        actor: u32,
    },
}

/// A person, an organisation, a place or a group.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct Actor {
    /// Index of the actor in `actors`.
    pub id: u32,
    /// What it is.
    pub kind: ActorKind,
    /// Its fullest name in the article.
    pub name: String,
    /// What the article says they are: "Italian Prime Minister".
    pub role: Option<String>,
    /// Its other names in the article.
    pub aliases: Vec<String>,
    /// How much the article is about it: 0 to 1.
    #[serde(serialize_with = "number")]
    pub salience: f64,
    /// Where it stands, in order.
    pub mentions: Vec<Mention>,
}

/// A place where an actor is meant.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct Mention {
    /// First offset.
    pub start: u32,
    /// One past the last offset.
    pub end: u32,
    /// The words.
    pub text: String,
    /// Name, nominal or pronoun.
    pub form: MentionForm,
}

/// A figure.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct Figure {
    /// First offset.
    pub start: u32,
    /// One past the last offset.
    pub end: u32,
    /// The words.
    pub text: String,
    /// What kind of figure.
    pub kind: FigureKind,
    /// Its value; null for a range and where there is none.
    #[serde(serialize_with = "optional_number")]
    pub value: Option<f64>,
    /// The lower end of a range.
    #[serde(serialize_with = "optional_number")]
    pub min: Option<f64>,
    /// The upper end of a range.
    #[serde(serialize_with = "optional_number")]
    pub max: Option<f64>,
    /// Canonical unit ("kilometre"), or the counted noun's singular ("drone").
    pub unit: Option<String>,
    /// ISO 4217 code.
    pub currency: Option<String>,
    /// The words that say what it counts or measures.
    pub counts: Option<Excerpt>,
    /// Exact, about, at most, at least, rising or falling.
    pub change: Change,
    /// Whether it is the level that something rose or fell to, and not how far; left out where it is not.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub level: bool,
    /// The words to put before the figure where it stands without its sentence: "about", "up", "fallen to", "aged"; empty
    /// where it needs none. "Up to 5%" would be a bound, hence "risen to".
    #[serde(default)]
    pub lead: String,
    /// ISO 8601 / TIMEX3 value of a date, time or duration.
    pub iso: Option<String>,
    /// Index of its sentence.
    pub sentence: u32,
}

/// What one or more figures tell.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct Fact {
    /// Indices of its figures: the number, its conversions in brackets, its old value.
    pub figures: Vec<u32>,
    /// What it counts or measures: "drones".
    pub what: Option<Excerpt>,
    /// What happened to them, or what they did: "were shot down".
    pub happened: Option<Excerpt>,
    /// Per what: "a month".
    pub per: Option<Excerpt>,
    /// When.
    pub when: Option<Excerpt>,
    /// Index of the figure that it was before.
    pub from: Option<u32>,
    /// Index of the figure that it is now.
    pub to: Option<u32>,
    /// How much the row tells: 0 to 1; 0 where it is not worth a row ("two ways").
    #[serde(serialize_with = "number")]
    pub weight: f64,
    /// Index of its sentence.
    pub sentence: u32,
    /// The row as it reads, put together from the article's words: "88 drones were shot down".
    pub text: String,
}

/// Some words of the article.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct Excerpt {
    /// The words.
    pub text: String,
    /// First offset.
    pub start: u32,
    /// One past the last offset.
    pub end: u32,
}

/// Somebody's words, or what somebody is said to have said.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct Quote {
    /// First offset, quotation marks left out.
    pub start: u32,
    /// One past the last offset.
    pub end: u32,
    /// The words, letter by letter.
    pub text: String,
    /// Id of the actor who speaks.
    pub speaker: Option<u32>,
    /// Who speaks, in the article's words.
    pub speaker_text: Option<String>,
    /// The words that say so: "said", "according to".
    pub cue: Option<String>,
    /// Whether it stands in quotation marks.
    pub direct: bool,
    /// Who is behind the words; null where nobody is told.
    pub source: Option<SourceKind>,
}

/// A point in time.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct Moment {
    /// First offset.
    pub start: u32,
    /// One past the last offset.
    pub end: u32,
    /// The words.
    pub text: String,
    /// ISO 8601 / TIMEX3 value.
    pub iso: Option<String>,
    /// Index of its sentence.
    pub sentence: u32,
    /// Id of the actor who says so, where the time stands in somebody's words; left out elsewhere.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub speaker: Option<u32>,
    /// Who says so, in the article's words, where the time stands in somebody's words; left out elsewhere.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub speaker_text: Option<String>,
}

/// Something that the reader ought to know.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct Notice {
    /// For programs: `empty`, `short`, `not-english`, `truncated`, `not-text`, `partial`.
    pub code: String,
    /// For people: one sentence.
    pub message: String,
}

/// Writes a whole number without a fraction, as JavaScript does, so that both write the same JSON.
#[allow(clippy::trivially_copy_pass_by_ref, reason = "the signature that serde asks for; in wasm it is no matter")]
fn number<S: Serializer>(value: &f64, serializer: S) -> Result<S::Ok, S::Error> {
    const MAX_SAFE: f64 = 9_007_199_254_740_992.0;
    if value.fract() == 0.0 && value.abs() < MAX_SAFE {
        serializer.serialize_i64(*value as i64)
    } else {
        serializer.serialize_f64(*value)
    }
}

#[expect(clippy::ref_option, reason = "the signature that serde asks for")]
fn optional_number<S: Serializer>(value: &Option<f64>, serializer: S) -> Result<S::Ok, S::Error> {
    match value {
        Some(value) => number(value, serializer),
        None => serializer.serialize_none(),
    }
}
