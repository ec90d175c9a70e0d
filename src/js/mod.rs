//! Bindings for JavaScript: one thin layer over the crate. The modules of `npm/src` call these four functions, in a
//! worker where there is one; classes, promises and the element are theirs.

mod summary;

use crate::{Article, Digest, Format, Lexicon, OffsetUnit, Options, analyze, export};
use serde::de::DeserializeOwned;
use wasm_bindgen::prelude::*;

/// The digest of a text as JSON of schema 1; offsets count UTF-16 code units.
///
/// JSON, since a string crosses from a worker to its page faster than an object does.
///
/// # Errors
/// Where `format` is not `plain`, `markdown` or `html`, or `options` cannot be read.
#[wasm_bindgen(js_name = analyze)]
pub fn analyze_to_json(text: &str, format: JsValue, options: JsValue) -> Result<String, JsError> {
    let format: Format = read(format)?;
    let options: Options = read(options)?;
    let document = analyze(Article::read(text, format), Lexicon::embedded(), &options);
    Ok(export::to_json(&Digest::new(&document, OffsetUnit::Utf16)))
}

/// The text that a digest's offsets count in: markup taken out, otherwise untouched.
///
/// # Errors
/// Where `format` is not `plain`, `markdown` or `html`.
#[wasm_bindgen(js_name = readText)]
pub fn read_text(text: &str, format: JsValue) -> Result<String, JsError> {
    Ok(Article::read(text, read(format)?).text().to_owned())
}

/// A digest as `markdown`, `text`, `jsonld` or `csv`.
///
/// # Errors
/// Where `digest` is not one of schema 1, or `form` is none of the four.
#[wasm_bindgen(js_name = exportDigest)]
pub fn export_digest(digest: JsValue, form: &str) -> Result<String, JsError> {
    let digest: Digest = read(digest)?;
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
pub fn summarize(text: &str, kind: JsValue, length: JsValue, format: &str, context: &str) -> Result<String, JsError> {
    Ok(summary::summary(text, read(kind)?, read(length)?, format == "markdown", context))
}

/// Reads what JavaScript gave, saying what is wrong with it.
fn read<T: DeserializeOwned>(value: JsValue) -> Result<T, JsError> {
    Ok(serde_wasm_bindgen::from_value(value)?)
}
