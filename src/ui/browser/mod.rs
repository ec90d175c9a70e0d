//! What the page asks of the browser: small functions, none of which fails loudly.

mod address;
mod clipboard;
mod download;
mod files;
mod host;
mod light;
mod samples;
mod scroll;
mod storage;

pub(super) use address::{bookmarklet, take_text};
pub(super) use clipboard::copy;
pub(super) use download::download;
pub(super) use files::open_file;
pub(super) use host::{keep_offline, worker};
pub(super) use light::light;
pub(super) use samples::fetch_sample;
pub(super) use scroll::{scroll_to, show_section};
pub(super) use storage::{load, save};

use super::state::Theme;
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

/// Says on the page whether something is held over it that can be dropped.
pub(super) fn set_dragged(dragged: bool) {
    if let Some(root) = page().and_then(|page| page.document_element()) {
        let _ = root.toggle_attribute_with_force("data-dragged", dragged);
    }
}

/// Light or dark: the style sheet reads an attribute of the page.
pub(super) fn set_theme(theme: Theme) {
    if let Some(root) = page().and_then(|page| page.document_element()) {
        let _ = match theme {
            Theme::System => root.remove_attribute("data-theme"),
            theme => root.set_attribute("data-theme", theme.slug()),
        };
    }
}
