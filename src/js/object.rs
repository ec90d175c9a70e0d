//! Objects from and to JavaScript, by serde-wasm-bindgen. What is written is what reading the JSON would give: plain
//! objects and arrays, `null` for what there is none of, and numbers, whole ones too.

use crate::Options;
use js_sys::{Array, Object};
use serde::{Serialize, de::DeserializeOwned};
use serde_wasm_bindgen::{Error, Serializer, from_value};
use wasm_bindgen::{JsCast, JsError, JsValue};

/// A value as an object.
pub(super) fn write(value: &impl Serialize) -> Result<JsValue, JsError> {
    value.serialize(&Serializer::json_compatible()).map_err(|error| wrong("the digest", &error))
}

/// Reads an object; the error says what is wrong with `what`.
pub(super) fn read<T: DeserializeOwned>(what: &str, given: &JsValue) -> Result<T, JsError> {
    from_value(given.clone()).map_err(|error| wrong(what, &error))
}

/// Reads the options; the error names the one that is wrong.
pub(super) fn read_options(given: &JsValue) -> Result<Options, JsError> {
    from_value(given.clone()).map_err(|error| match wrong_option(given) {
        Some((name, error)) => wrong(&format!("options.{name}"), &error),
        None => wrong("options", &error),
    })
}

/// The first option that cannot be read, and why. Each has a default, so that each can be tried alone.
fn wrong_option(given: &JsValue) -> Option<(String, Error)> {
    Object::entries(given.dyn_ref()?).iter().find_map(|entry| {
        let alone = Object::from_entries(&Array::of1(&entry)).ok()?;
        let error = from_value::<Options>(alone.into()).err()?;
        Some((Array::from(&entry).get(0).as_string()?, error))
    })
}

fn wrong(what: &str, error: &Error) -> JsError {
    let text = error.to_string();
    // The class's name, which the new error has itself.
    let text = text.strip_prefix("Error: ").unwrap_or(&text);
    JsError::new(&format!("{what}: {text}"))
}
