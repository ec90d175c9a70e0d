//! Bindings for JavaScript: one thin layer over the crate. The modules of `npm/src` call these four functions, in a
//! worker where there is one; classes, promises and the element are theirs.
//!
//! Options come in and digests go out as objects (`object.rs`). From a worker they travel to its page by structured clone.

mod object;
mod summary;

use crate::{Article, Digest, Format, Models, OffsetUnit, analyze, export::Form};
use serde::{
    Deserialize,
    de::{IntoDeserializer, value::Error},
};
use wasm_bindgen::prelude::*;

/// The digest of a text as an object of schema 1; offsets count UTF-16 code units. `options` is an object with some of
/// the fields of [`Options`](crate::Options).
///
/// # Errors
/// Where `format` is not `plain`, `markdown` or `html`, or an option cannot be read; the error names it.
#[wasm_bindgen(js_name = analyze)]
pub fn analyze_to_object(text: &str, format: &str, options: &JsValue) -> Result<JsValue, JsError> {
    let format: Format = named(format)?;
    let options = object::read_options(options)?;
    let document = analyze(Article::read(text, format), Models::embedded(), &options);
    object::write(&Digest::new(&document, OffsetUnit::Utf16))
}

/// The text that a digest's offsets count in: plain text as it was given, of other formats the text without markup.
///
/// # Errors
/// Where `format` is not `plain`, `markdown` or `html`.
#[wasm_bindgen(js_name = readText)]
pub fn read_text(text: &str, format: &str) -> Result<String, JsError> {
    Ok(Article::read(text, named(format)?).given().to_owned())
}

/// A digest, given as an object, as `markdown`, `text`, `jsonld` or `csv`.
///
/// # Errors
/// Where `digest` is not one of schema 1, or `form` is none of the four.
#[wasm_bindgen(js_name = exportDigest)]
pub fn export_digest(digest: &JsValue, form: &str) -> Result<String, JsError> {
    let digest: Digest = object::read("digest", digest)?;
    // JSON is what the object's own language makes of it.
    match Form::named(form).filter(|form| *form != Form::Json) {
        Some(form) => Ok(form.write(&digest)),
        None => Err(JsError::new("the form is none of markdown, text, jsonld, csv")),
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
