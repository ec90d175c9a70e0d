//! What the page asks of the browser: small functions, none of which fails loudly.

mod clipboard;
mod light;
mod samples;
mod scroll;
mod storage;

pub(super) use clipboard::copy;
pub(super) use light::light;
pub(super) use samples::fetch_sample;
pub(super) use scroll::scroll_to;
pub(super) use storage::{load, save};

use web_sys::{Document, Window};

pub(super) fn window() -> Option<Window> {
    web_sys::window()
}

pub(super) fn page() -> Option<Document> {
    window()?.document()
}

/// Whether a media query holds.
pub(super) fn prefers(query: &str) -> bool {
    window().and_then(|window| window.match_media(query).ok().flatten()).is_some_and(|list| list.matches())
}
