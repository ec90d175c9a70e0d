use super::host;
use crate::{Format, article::is_page_source, ui::state::Action};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::File;
use yew::Callback;

/// Reads a file that the reader opened or dropped: text, Markdown or a saved page.
pub(crate) fn open_file(file: &File, on: Callback<Action>) {
    let name = file.name().to_lowercase();
    let text = JsFuture::from(host::read(file));
    spawn_local(async move {
        let Some(text) = text.await.ok().and_then(|text| text.as_string()) else {
            on.emit(Action::Trouble("The file could not be read.".to_owned()));
            return;
        };
        // Text has no such characters; programs, pictures and the documents of word processors do.
        if text.contains('\0') {
            on.emit(Action::Trouble(
                "This file holds no plain text. Newsgist opens .txt, .md and .html files.".to_owned(),
            ));
            return;
        }
        let ends = |endings: &[&str]| endings.iter().any(|ending| name.ends_with(ending));
        let format = if ends(&[".html", ".htm", ".xhtml"]) || is_page_source(&text) {
            Format::Html
        } else if ends(&[".md", ".markdown"]) {
            Format::Markdown
        } else {
            Format::Plain
        };
        on.emit(Action::Written { text, format, hint: None });
    });
}
