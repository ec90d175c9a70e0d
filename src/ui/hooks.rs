//! What the page listens to besides its own components: keys, what is dropped or pasted anywhere, a text in the address.

use super::{
    browser,
    capture::has_blocks,
    components::copy_digest,
    keys::{Deed, deed},
    reading::{Reading, Shared},
    state::Action,
};
use crate::{Format, article::is_page_source};
use gloo_events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use web_sys::{
    ClipboardEvent, DataTransfer, DragEvent, Element, Event, EventTarget, HtmlTextAreaElement, KeyboardEvent,
};
use yew::prelude::*;

/// Single keys, unless the reader writes, a modifier is held, or they are switched off.
#[hook]
pub(super) fn use_keys(active: bool, reading: Option<Shared<Reading>>, on: Callback<Action>) {
    use_effect_with((active, reading), move |(active, reading)| {
        let reading = reading.clone();
        let listener = active.then(|| {
            listen("keydown", move |event| {
                let Some(event) = event.dyn_ref::<KeyboardEvent>() else { return };
                let held = event.ctrl_key() || event.meta_key() || event.alt_key() || event.is_composing();
                if held || event.default_prevented() || is_written_to(event) {
                    return;
                }
                match deed(&event.key()) {
                    Some(Deed::Do(action)) => on.emit(action),
                    Some(Deed::Copy) => {
                        if let Some(reading) = &reading {
                            copy_digest(reading, on.clone());
                        }
                    }
                    None => return,
                }
                event.prevent_default();
            })
        });
        move || drop(listener)
    });
}

/// Whether the key goes to something that takes letters itself.
fn is_written_to(event: &Event) -> bool {
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    target.is_some_and(|target| target.closest("input, textarea, select, [contenteditable]").ok().flatten().is_some())
}

/// A text in the address, when the page is already open.
#[hook]
pub(super) fn use_address(on: Callback<Action>) {
    use_effect_with((), move |()| {
        let listener = listen("hashchange", move |_| {
            if let Some(text) = browser::take_text() {
                on.emit(Action::Written { text, format: Format::Plain, hint: None });
            }
        });
        move || drop(listener)
    });
}

/// A file, a selection or a part of a page dropped anywhere, or pasted anywhere but in a box.
#[hook]
pub(super) fn use_arrivals(on: Callback<Action>) {
    use_effect_with((), move |()| {
        // Without this the browser leaves the page and shows the file.
        let over = listen("dragover", |event| {
            event.prevent_default();
            browser::set_dragged(true);
        });
        let left = listen("dragleave", |_| browser::set_dragged(false));
        let pasted = {
            let on = on.clone();
            listen("paste", move |event| {
                let data = event.dyn_ref::<ClipboardEvent>().and_then(ClipboardEvent::clipboard_data);
                if let Some(data) = data.filter(|_| !is_written_to(event)) {
                    event.prevent_default();
                    take(&data, &on);
                }
            })
        };
        let dropped = listen("drop", move |event| {
            browser::set_dragged(false);
            let Some(data) = event.dyn_ref::<DragEvent>().and_then(DragEvent::data_transfer) else { return };
            let has_file = data.files().is_some_and(|files| files.length() > 0);
            // Words that are moved within the box, or dropped between its words, are the browser's business.
            let area = event.target().and_then(|target| target.dyn_into::<HtmlTextAreaElement>().ok());
            if !has_file && area.is_some_and(|area| !area.value().is_empty()) {
                return;
            }
            event.prevent_default();
            take(&data, &on);
        });
        move || drop((over, left, pasted, dropped))
    });
}

/// Reads what came: a file, a part of a page, else words.
fn take(data: &DataTransfer, on: &Callback<Action>) {
    if let Some(file) = data.files().and_then(|files| files.item(0)) {
        browser::open_file(&file, on.clone());
        return;
    }
    let html = data.get_data("text/html").unwrap_or_default();
    let text = data.get_data("text/plain").unwrap_or_default();
    if has_blocks(&html) {
        on.emit(Action::Written { text: html, format: Format::Html, hint: None });
    } else if !text.trim().is_empty() {
        let format = if is_page_source(&text) { Format::Html } else { Format::Plain };
        on.emit(Action::Written { text, format, hint: None });
    }
}

fn listen(kind: &'static str, callback: impl FnMut(&Event) + 'static) -> Option<EventListener> {
    let window: EventTarget = web_sys::window()?.into();
    Some(EventListener::new_with_options(&window, kind, EventListenerOptions::enable_prevent_default(), callback))
}
