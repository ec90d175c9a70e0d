//! A digest in other people's forms: Markdown, plain text, JSON, JSON-LD, CSV.

mod csv;
mod json_ld;
mod markdown;
mod plain;

use crate::{
    Article, Digest,
    article::{Genre, Metadata},
    text::{CivilDate, write_decimal},
};
use serde::Serialize;
use serde_json::ser::{Formatter, Serializer};
use std::io;

pub use csv::to_csv;
pub use json_ld::to_json_ld;
#[cfg(feature = "js")]
pub(crate) use markdown::escape;
pub use markdown::to_markdown;
pub use plain::to_text;

/// A form in which a digest can be had.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[non_exhaustive]
pub enum Form {
    /// A page of Markdown.
    Markdown,
    /// A page of plain text.
    Text,
    /// The digest itself.
    Json,
    /// schema.org.
    JsonLd,
    /// The figures as a table.
    Csv,
}

/// A form, its name in options and messages, the ending of its files, its media type. No writer: the page has the names
/// without the code that writes.
type Row = (Form, &'static str, &'static str, &'static str);

/// In the order of the enumeration.
const FORMS: [Row; 5] = [
    (Form::Markdown, "markdown", "md", "text/markdown"),
    (Form::Text, "text", "txt", "text/plain"),
    (Form::Json, "json", "json", "application/json"),
    (Form::JsonLd, "jsonld", "jsonld", "application/ld+json"),
    (Form::Csv, "csv", "csv", "text/csv"),
];

impl Form {
    /// All of them.
    pub const ALL: [Self; 5] = [Self::Markdown, Self::Text, Self::Json, Self::JsonLd, Self::Csv];

    const fn row(self) -> &'static Row {
        &FORMS[self as usize]
    }

    /// Its name: `jsonld`.
    pub const fn name(self) -> &'static str {
        self.row().1
    }

    /// The form of that name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|form| form.name() == name)
    }

    /// What its files end with.
    pub const fn ending(self) -> &'static str {
        self.row().2
    }

    /// Its media type.
    pub const fn media_type(self) -> &'static str {
        self.row().3
    }

    /// The digest in this form.
    pub fn write(self, digest: &Digest) -> String {
        match self {
            Self::Markdown => to_markdown(digest),
            Self::Text => to_text(digest),
            Self::Json => to_json(digest),
            Self::JsonLd => to_json_ld(digest),
            Self::Csv => to_csv(digest),
        }
    }
}

/// The digest as one line of JSON, schema 1.
pub fn to_json(digest: &Digest) -> String {
    write_json(digest)
}

/// What was read of a page or a text, as one line of JSON: what it says of itself, and the text without anything that is
/// not the article.
pub fn to_article_json(article: &Article) -> String {
    #[derive(Serialize)]
    struct Read<'a> {
        title: &'a Option<String>,
        byline: &'a Option<String>,
        site: &'a Option<String>,
        #[serde(rename = "publishedAt")]
        published_at: Option<CivilDate>,
        url: &'a Option<String>,
        language: &'a Option<String>,
        genre: Option<Genre>,
        text: String,
    }
    let Metadata { title, byline, site, published_at, url, language, genre } = article.metadata();
    let (published_at, genre) = (*published_at, *genre);
    write_json(&Read { title, byline, site, published_at, url, language, genre, text: article.body() })
}

/// Anything as one line of JSON.
pub(crate) fn write_json(value: &impl Serialize) -> String {
    let mut out = Bytes(Vec::with_capacity(1 << 14));
    // Writing plain structs to memory cannot fail: no maps with odd keys, no I/O.
    let _ = value.serialize(&mut Serializer::with_formatter(&mut out, Decimals));
    String::from_utf8(out.0).unwrap_or_default()
}

/// What JSON is written to. Half of what comes is one quotation mark, comma or colon, which needs no copying of memory.
struct Bytes(Vec<u8>);

impl io::Write for Bytes {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.write_all(bytes)?;
        Ok(bytes.len())
    }

    fn write_all(&mut self, bytes: &[u8]) -> io::Result<()> {
        match bytes {
            [byte] => self.0.push(*byte),
            _ => self.0.extend_from_slice(bytes),
        }
        Ok(())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// Compact, with [`write_decimal`]'s numbers.
struct Decimals;

impl Formatter for Decimals {
    fn write_f64<W: ?Sized + io::Write>(&mut self, writer: &mut W, value: f64) -> io::Result<()> {
        let mut digits = String::new();
        write_decimal(value, &mut digits);
        writer.write_all(digits.as_bytes())
    }
}

#[cfg(test)]
mod tests {
    use super::{FORMS, Form};

    #[test]
    fn rows_stand_in_the_order_of_the_forms() {
        for (form, row) in Form::ALL.into_iter().zip(&FORMS) {
            assert_eq!(row.0, form);
            assert_eq!(Form::named(form.name()), Some(form));
        }
        assert_eq!(Form::named("pdf"), None);
    }
}
