use crate::ui::{
    samples::SAMPLES,
    state::{Action, Source},
};
use web_sys::HtmlSelectElement;
use yew::prelude::*;

/// What [`sample_picker`] needs.
pub struct SamplePickerProps {
    /// What is shown.
    pub source: Source,
    /// Whether the reader has a text to come back to.
    pub draft: bool,
    /// What happens.
    pub on: Callback<Action>,
}

/// A list of the sample articles, and of the reader's own text where there is one.
pub fn sample_picker(props: &SamplePickerProps) -> Html {
    let onchange = props.on.reform(|event: Event| {
        let chosen = event.target_unchecked_into::<HtmlSelectElement>().value();
        chosen.parse().map_or(Action::ShowDraft, Action::OpenSample)
    });
    let own = props.source == Source::Draft;
    let option = |(index, sample): (usize, &'static crate::ui::samples::Sample)| {
        let selected = props.source == Source::Sample(index);
        html! { <option value={index.to_string()} {selected}>{sample.label}</option> }
    };
    html! {
        <p class="samples">
            <label for="sample">{"Shown below"}</label>
            <select id="sample" {onchange}>
                if own || props.draft {
                    <option value="own" selected={own}>{"Your article"}</option>
                }
                <optgroup label="Samples">{ for SAMPLES.iter().enumerate().map(option) }</optgroup>
            </select>
        </p>
    }
}
