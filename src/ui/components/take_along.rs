use super::contents::contents;
use crate::{
    export::Form,
    ui::{
        browser,
        reading::{Reading, Shared},
        state::Action,
    },
};
use yew::prelude::*;

const FORMS: [(Form, &str); 5] = [
    (Form::Markdown, "Markdown"),
    (Form::Text, "Plain text"),
    (Form::Json, "JSON"),
    (Form::JsonLd, "JSON-LD"),
    (Form::Csv, "Figures as CSV"),
];

/// What [`take_along`] needs.
pub struct TakeAlongProps {
    /// What to take along.
    pub reading: Shared<Reading>,
    /// Whether it has just been copied, so that the button can say so.
    pub copied: bool,
    /// Writes a file.
    pub write: Callback<Form>,
    /// What happens.
    pub on: Callback<Action>,
}

/// Always in sight: ways to take the digest along (the clipboard, or a file), and ways to its parts.
pub fn take_along(props: &TakeAlongProps) -> Html {
    let copy = {
        let (reading, on) = (props.reading.clone(), props.on.clone());
        Callback::from(move |_: MouseEvent| copy_digest(&reading, on.clone()))
    };
    let form = |(form, label): (Form, &'static str)| {
        let onclick = props.write.reform(move |_: MouseEvent| form);
        html! { <button type="button" {onclick}>{label}</button> }
    };
    html! {
        <div class="take-along">
            <button type="button" class="main" onclick={copy}>{if props.copied { "Copied" } else { "Copy as Markdown" }}</button>
            <details>
                <summary>{"Download"}</summary>
                <div class="forms">{ for FORMS.into_iter().map(form) }</div>
            </details>
            {contents(&props.reading)}
        </div>
    }
}

/// What the state tells after [`copy_digest`].
pub(in crate::ui) const COPIED: &str = "Markdown copied.";

/// Puts the digest into the clipboard.
pub(in crate::ui) fn copy_digest(reading: &Reading, on: Callback<Action>) {
    browser::copy(&reading.markdown, "Markdown", on);
}
