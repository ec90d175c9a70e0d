//! Bindings for JavaScript: one thin layer over the crate.

use crate::{Article, Digest, Format, Lexicon, OffsetUnit, Options, analyze};
use serde::Serialize;
use wasm_bindgen::prelude::*;

/// The digest of a text, as an object of schema 1; offsets count UTF-16 code units.
///
/// # Errors
/// Where `options` cannot be read.
#[wasm_bindgen(js_name = analyzeSync)]
pub fn analyze_sync(text: &str, options: JsValue) -> Result<JsValue, JsError> {
    let options: Options = if options.is_undefined() || options.is_null() {
        Options::default()
    } else {
        serde_wasm_bindgen::from_value(options)?
    };
    let document = analyze(Article::read(text, Format::Plain), Lexicon::embedded(), &options);
    let digest = Digest::new(&document, OffsetUnit::Utf16);
    Ok(digest.serialize(&serde_wasm_bindgen::Serializer::json_compatible())?)
}
