use super::capture;
use crate::{Format, ui::state::Action};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::File;
use yew::Callback;

/// Reads a file that the reader opened or dropped: text, Markdown or a saved page.
pub(crate) fn open_file(file: &File, on: Callback<Action>) {
    let name = file.name().to_lowercase();
    let text = JsFuture::from(file.text());
    spawn_local(async move {
        let Some(text) = text.await.ok().and_then(|text| text.as_string()) else {
            on.emit(Action::Trouble("The file could not be read.".to_owned()));
            return;
        };
        let ends = |endings: &[&str]| endings.iter().any(|ending| name.ends_with(ending));
        let captured = if ends(&[".html", ".htm", ".xhtml"]) { capture(&text) } else { None };
        on.emit(if let Some(captured) = captured {
            Action::Written { text: captured.text, format: Format::Plain, hint: captured.hint }
        } else {
            let format = if ends(&[".md", ".markdown"]) { Format::Markdown } else { Format::Plain };
            Action::Written { text, format, hint: None }
        });
    });
}
