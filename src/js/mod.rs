//! Bindings for JavaScript: one thin layer over the crate. The modules of `npm/src` call these four functions, in a
//! worker where there is one; classes, promises and the element are theirs.
//!
//! Objects cross as JSON: a string goes from a worker to its page faster than an object does, and reading it needs no
//! code besides what writes it.

mod summary;

use crate::{Article, Digest, Format, Models, OffsetUnit, Options, analyze, export};
use serde::{
    Deserialize,
    de::{IntoDeserializer, value::Error},
};
use wasm_bindgen::prelude::*;

/// The digest of a text as JSON of schema 1; offsets count UTF-16 code units. `options` is JSON too.
///
/// # Errors
/// Where `format` is not `plain`, `markdown` or `html`, or `options` cannot be read.
#[wasm_bindgen(js_name = analyze)]
pub fn analyze_to_json(text: &str, format: &str, options: &str) -> Result<String, JsError> {
    let format: Format = named(format)?;
    let options: Options = serde_json::from_str(options)?;
    let document = analyze(Article::read(text, format), Models::embedded(), &options);
    Ok(export::to_json(&Digest::new(&document, OffsetUnit::Utf16)))
}

/// The text that a digest's offsets count in: markup taken out, otherwise untouched.
///
/// # Errors
/// Where `format` is not `plain`, `markdown` or `html`.
#[wasm_bindgen(js_name = readText)]
pub fn read_text(text: &str, format: &str) -> Result<String, JsError> {
    Ok(Article::read(text, named(format)?).text().to_owned())
}

/// A digest, given as JSON, as `markdown`, `text`, `jsonld` or `csv`.
///
/// # Errors
/// Where `digest` is not one of schema 1, or `form` is none of the four.
#[wasm_bindgen(js_name = exportDigest)]
pub fn export_digest(digest: &str, form: &str) -> Result<String, JsError> {
    let digest: Digest = serde_json::from_str(digest)?;
    match form {
        "markdown" => Ok(export::to_markdown(&digest)),
        "text" => Ok(export::to_text(&digest)),
        "jsonld" => Ok(export::to_json_ld(&digest)),
        "csv" => Ok(export::to_csv(&digest)),
        _ => Err(JsError::new("the form is none of markdown, text, jsonld, csv")),
    }
}

/// A summary of the W3C interface: its `SummarizerType`, `SummarizerLength` and `SummarizerFormat`.
///
/// # Errors
/// Where `kind` or `length` is none of the interface's.
#[wasm_bindgen]
pub fn summarize(text: &str, kind: &str, length: &str, format: &str, context: &str) -> Result<String, JsError> {
    Ok(summary::summary(text, named(kind)?, named(length)?, format == "markdown", context))
}

/// The value of an enumeration by its name, saying what is wrong with another.
fn named<'n, T: Deserialize<'n>>(name: &'n str) -> Result<T, Error> {
    T::deserialize(name.into_deserializer())
}
