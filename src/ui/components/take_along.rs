use crate::{
    export,
    ui::{
        browser,
        reading::{Reading, Shared},
        state::Action,
    },
};
use std::rc::Rc;
use yew::prelude::*;

/// What [`TakeAlong`] needs.
#[derive(Properties, PartialEq)]
pub struct TakeAlongProps {
    /// What to take along.
    pub reading: Shared<Reading>,
    /// What was last told, so that the button can say that it has copied.
    pub told: Rc<str>,
    /// What happens.
    pub on: Callback<Action>,
}

/// Ways to take the digest along.
#[component]
pub fn TakeAlong(props: &TakeAlongProps) -> Html {
    let copy = {
        let (reading, on) = (props.reading.clone(), props.on.clone());
        Callback::from(move |_: MouseEvent| {
            browser::copy(&export::to_markdown(&reading.digest), "Markdown", on.clone())
        })
    };
    let copied = &*props.told == "Markdown copied.";
    html! {
        <p class="take-along">
            <button type="button" class="main" onclick={copy}>{if copied { "Copied" } else { "Copy as Markdown" }}</button>
        </p>
    }
}
