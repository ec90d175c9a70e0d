//! What `boot.js` does for the program: all that Trusted Types guard, and what takes fewer words there.

use js_sys::Promise;
use wasm_bindgen::prelude::*;
use web_sys::{File, Worker};

#[wasm_bindgen(js_namespace = newsgist)]
extern "C" {
    /// A worker that loads the engine; the first one has begun to.
    #[wasm_bindgen(catch)]
    pub(crate) fn worker() -> Result<Worker, JsValue>;

    /// Puts text into the clipboard.
    pub(crate) fn copy(text: &str) -> Promise;

    /// The words of a file, whichever way they are written down.
    pub(crate) fn read(file: &File) -> Promise;

    /// Registers the service worker.
    #[wasm_bindgen(catch)]
    fn keep() -> Result<JsValue, JsValue>;
}

/// Keeps the page for when there is no network. A page that is being worked on is not kept: it would be shown stale.
pub(crate) fn keep_offline() {
    if !cfg!(debug_assertions) {
        let _ = keep();
    }
}
