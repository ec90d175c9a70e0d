use crate::{
    Digest, export,
    ui::{
        browser,
        reading::{Reading, Shared},
        state::Action,
    },
};
use std::rc::Rc;
use yew::prelude::*;

/// A form in which the digest can be had.
struct Form {
    label: &'static str,
    ending: &'static str,
    kind: &'static str,
    write: fn(&Digest) -> String,
}

const FORMS: [Form; 5] = [
    Form { label: "Markdown", ending: "md", kind: "text/markdown", write: export::to_markdown },
    Form { label: "Plain text", ending: "txt", kind: "text/plain", write: export::to_text },
    Form { label: "JSON", ending: "json", kind: "application/json", write: export::to_json },
    Form { label: "JSON-LD", ending: "jsonld", kind: "application/ld+json", write: export::to_json_ld },
    Form { label: "Figures as CSV", ending: "csv", kind: "text/csv", write: export::to_csv },
];

/// What [`take_along`] needs.
pub struct TakeAlongProps {
    /// What to take along.
    pub reading: Shared<Reading>,
    /// What was last told, so that the button can say that it has copied.
    pub told: Rc<str>,
    /// What happens.
    pub on: Callback<Action>,
}

/// Ways to take the digest along: the clipboard, or a file.
pub fn take_along(props: &TakeAlongProps) -> Html {
    let copy = {
        let (reading, on) = (props.reading.clone(), props.on.clone());
        Callback::from(move |_: MouseEvent| copy_digest(&reading, on.clone()))
    };
    let copied = &*props.told == COPIED;
    let form = |form: &'static Form| {
        let reading = props.reading.clone();
        let onclick = move |_| {
            let name = format!("{}.{}", file_name(&reading.digest), form.ending);
            browser::download(&name, form.kind, &(form.write)(&reading.digest));
        };
        html! { <button type="button" {onclick}>{form.label}</button> }
    };
    html! {
        <div class="take-along">
            <button type="button" class="main" onclick={copy}>{if copied { "Copied" } else { "Copy as Markdown" }}</button>
            <details>
                <summary>{"Download"}</summary>
                <div class="forms">{ for FORMS.iter().map(form) }</div>
            </details>
        </div>
    }
}

/// What the state tells after [`copy_digest`].
const COPIED: &str = "Markdown copied.";

/// Puts the digest into the clipboard.
pub(in crate::ui) fn copy_digest(reading: &Reading, on: Callback<Action>) {
    browser::copy(&export::to_markdown(&reading.digest), "Markdown", on);
}

/// The title in small letters with hyphens between, as far as it makes a good file name.
fn file_name(digest: &Digest) -> String {
    let title = digest.title.as_deref().unwrap_or_default().to_lowercase();
    let words: Vec<&str> =
        title.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty()).take(6).collect();
    if words.is_empty() { "digest".to_owned() } else { words.join("-") }
}
