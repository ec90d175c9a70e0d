use crate::ui::state::{Action, Work};
use yew::prelude::*;

/// What [`Waiting`] needs.
#[derive(Properties, PartialEq)]
pub struct WaitingProps {
    /// How far the worker is.
    pub work: Work,
    /// What happens.
    pub on: Callback<Action>,
}

/// How far a long article is read, and a way out. The style sheet shows it only after a moment, so that it does not
/// flicker for the usual article.
#[component]
pub fn Waiting(props: &WaitingProps) -> Html {
    let value = match props.work {
        Work::Idle => return html! {},
        Work::Waiting => None,
        Work::Reading(done) => Some(format!("{done:.2}")),
    };
    html! {
        <div class="waiting">
            <label for="progress">{"Reading"}</label>
            <progress id="progress" max="1" {value} />
            <button type="button" onclick={props.on.reform(|_| Action::Cancel)}>{"Cancel"}</button>
        </div>
    }
}

/// What [`Trouble`] needs.
#[derive(Properties, PartialEq)]
pub struct TroubleProps {
    /// What went wrong.
    pub message: Option<AttrValue>,
    /// What happens.
    pub on: Callback<Action>,
}

/// What went wrong, and what can be done.
#[component]
pub fn Trouble(props: &TroubleProps) -> Html {
    let Some(message) = &props.message else { return html! {} };
    html! {
        <div class="trouble" role="alert">
            <p>{message}</p>
            <button type="button" onclick={props.on.reform(|_| Action::Retry)}>{"Try again"}</button>
            <button type="button" onclick={props.on.reform(|_| Action::Close)}>{"Dismiss"}</button>
        </div>
    }
}
