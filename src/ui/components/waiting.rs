use crate::ui::state::{Action, Work};
use yew::prelude::*;

/// What [`waiting`] needs.
pub struct WaitingProps {
    /// How far the worker is.
    pub work: Work,
    /// What happens.
    pub on: Callback<Action>,
}

/// How far a long article is read, and a way out. The style sheet shows it only after a moment, so that it does not
/// flicker for the usual article.
pub fn waiting(props: &WaitingProps) -> Html {
    let value = match props.work {
        Work::Idle => return html! {},
        Work::Waiting => None,
        Work::Reading(done) => Some(done.to_string()),
    };
    html! {
        <div class="waiting">
            <label for="progress">{"Reading"}</label>
            <progress id="progress" max="100" {value} />
            <button type="button" onclick={props.on.reform(|_| Action::Cancel)}>{"Cancel"}</button>
        </div>
    }
}

/// What [`trouble`] needs.
pub struct TroubleProps {
    /// What went wrong.
    pub message: Option<AttrValue>,
    /// What happens.
    pub on: Callback<Action>,
}

/// What went wrong, and what can be done.
pub fn trouble(props: &TroubleProps) -> Html {
    let Some(message) = &props.message else { return html! {} };
    html! {
        <div class="trouble" role="alert">
            <p>{message}</p>
            <button type="button" onclick={props.on.reform(|_| Action::Retry)}>{"Try again"}</button>
            <button type="button" onclick={props.on.reform(|_| Action::Close)}>{"Dismiss"}</button>
        </div>
    }
}
