//! What an article says of itself besides its text.

use crate::text::CivilDate;
use serde::{Deserialize, Serialize};

/// What is known of an article; none where the input does not tell.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(default, rename_all = "camelCase")]
#[non_exhaustive]
pub struct Metadata {
    /// Its title, without the site's name.
    pub title: Option<String>,
    /// Who wrote it, without "By".
    pub byline: Option<String>,
    /// The site or paper.
    pub site: Option<String>,
    /// The day of publication, never that of a change.
    pub published_at: Option<CivilDate>,
    /// Its own address.
    pub url: Option<String>,
    /// Language tag, as the page gives it: `en-GB`; left out where it gives none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub language: Option<String>,
    /// What kind of article it is.
    pub genre: Option<Genre>,
}

/// Kinds of article that are read in different ways.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
#[non_exhaustive]
pub enum Genre {
    /// A report.
    News,
    /// Comment, leader, column.
    Opinion,
    /// Questions and answers.
    Interview,
    /// A blog that is written while things happen.
    Live,
}
