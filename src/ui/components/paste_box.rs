use crate::{
    Format,
    article::is_page_source,
    ui::{
        browser,
        capture::has_blocks,
        state::{Action, Draft, Source},
    },
};
use gloo_timers::callback::Timeout;
use wasm_bindgen::JsCast;
use web_sys::{ClipboardEvent, HtmlInputElement, HtmlTextAreaElement};
use yew::prelude::*;

/// How long after the last key the article is read again, in milliseconds.
const PAUSE: u32 = 250;

/// What [`PasteBox`] needs.
#[derive(Properties, PartialEq)]
pub struct PasteBoxProps {
    /// The reader's text.
    pub draft: Draft,
    /// What is shown.
    pub source: Source,
    /// Whether the text will be there at the next visit.
    pub kept: bool,
    /// What happens.
    pub on: Callback<Action>,
}

/// The box for the reader's own article.
///
/// The browser keeps what is typed; the page looks at it when the typing pauses. So typing never waits.
#[component]
pub fn PasteBox(props: &PasteBoxProps) -> Html {
    let area = use_node_ref();
    let pause = use_mut_ref(|| None::<Timeout>);
    {
        let (area, text) = (area.clone(), props.draft.text.clone());
        use_effect_with(props.draft.written, move |_| {
            if let Some(area) = area.cast::<HtmlTextAreaElement>() {
                area.set_value(&text);
            }
        });
    }
    let oninput = {
        let (on, pause) = (props.on.clone(), pause);
        Callback::from(move |event: InputEvent| {
            let (on, area) = (on.clone(), event.target_unchecked_into::<HtmlTextAreaElement>());
            let timeout = Timeout::new(PAUSE, move || on.emit(Action::Typed(area.value())));
            // The one before is dropped, and with it cancelled.
            *pause.borrow_mut() = Some(timeout);
        })
    };
    let onpaste = {
        let (on, area) = (props.on.clone(), area.clone());
        Callback::from(move |event: Event| paste(event.unchecked_ref(), &area, &on))
    };
    let onopen = {
        let on = props.on.clone();
        Callback::from(move |event: Event| {
            let input = event.target_unchecked_into::<HtmlInputElement>();
            if let Some(file) = input.files().and_then(|files| files.item(0)) {
                browser::open_file(&file, on.clone());
            }
            // So that the same file can be opened again.
            input.set_value("");
        })
    };
    // The button that was pressed goes away; the keyboard goes on in the box.
    let then_write = |action: fn() -> Action| {
        let (on, area) = (props.on.clone(), area.clone());
        Callback::from(move |_: MouseEvent| {
            on.emit(action());
            if let Some(area) = area.cast::<HtmlTextAreaElement>() {
                let _ = area.focus();
            }
        })
    };
    let (clear, undo) = (then_write(|| Action::Clear), then_write(|| Action::Unclear));
    // Typing begins with an empty box, and a box of blanks is one to the reader.
    let filled = !props.draft.text.trim().is_empty();
    let own = props.source == Source::Draft;
    html! {
        <div class="paste">
            <label for="article-text">{"Your article"}</label>
            <textarea id="article-text" ref={area} rows="3" spellcheck="false" autocomplete="off"
                placeholder="Paste a news article here, or drop a file" {oninput} {onpaste} />
            if let Some(hint) = props.draft.hint {
                <p class="notice">{hint}</p>
            }
            if !props.kept {
                <p class="notice">{"This text is not kept for your next visit: it is too long, or the browser’s storage is full or closed to this page."}</p>
            }
            <p class="buttons">
                <label class="button" for="file">{"Open a file"}</label>
                <input id="file" class="unseen" type="file" accept=".txt,.md,.markdown,.html,.htm,text/plain,text/markdown,text/html" onchange={onopen} />
                if filled && !own {
                    <button type="button" onclick={props.on.reform(|_| Action::ShowDraft)}>{"Show your article"}</button>
                }
                if filled {
                    <button type="button" onclick={clear}>{"Clear"}</button>
                }
                if props.draft.cleared.is_some() {
                    <button type="button" onclick={undo}>{"Undo"}</button>
                }
            </p>
        </div>
    }
}

/// A pasted part of a page, or a page's source, is read as a page where it takes the place of all that is in the box;
/// everything else is pasted by the browser.
fn paste(event: &ClipboardEvent, area: &NodeRef, on: &Callback<Action>) {
    let pasted = |kind: &str| event.clipboard_data().and_then(|data| data.get_data(kind).ok()).unwrap_or_default();
    let Some(area) = area.cast::<HtmlTextAreaElement>() else { return };
    let selected = area.selection_start().ok().flatten() == Some(0)
        && area.selection_end().ok().flatten() == Some(area.value().encode_utf16().count() as u32);
    if !selected {
        return;
    }
    let (html, text) = (pasted("text/html"), pasted("text/plain"));
    let page = if has_blocks(&html) { html } else { text };
    if has_blocks(&page) && (page != pasted("text/plain") || is_page_source(&page)) {
        event.prevent_default();
        on.emit(Action::Written { text: page, format: Format::Html, hint: None });
    }
}
