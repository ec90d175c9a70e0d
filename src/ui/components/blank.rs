use crate::ui::state::Action;
use yew::prelude::*;

/// What stands in the place of article and digest where there is no text.
pub fn blank(on: &Callback<Action>) -> Html {
    html! {
        <section class="card blank" aria-labelledby="blank-heading">
            <h2 id="blank-heading">{"Nothing to read yet"}</h2>
            <p>{"Paste a news article anywhere on this page, drop a file on it, or open one. You will see its key points, who is in it, the figures, quotes and dates, each with its place in the article."}</p>
            <p><button type="button" class="main" onclick={on.reform(|_| Action::OpenSample(0))}>{"Read a sample"}</button></p>
        </section>
    }
}
