use crate::ui::{
    highlight::{most, step},
    reading::{Reading, Shared},
    state::{Action, Target},
};
use yew::prelude::*;

/// Articles of more sentences than this get no strip: its lines would be thinner than a hair.
const MOST: usize = 800;

/// Articles of fewer sentences are in sight without one.
const LEAST: usize = 4;

/// What [`salience`] needs.
pub struct SalienceProps {
    /// The article.
    pub reading: Shared<Reading>,
    /// What happens.
    pub on: Callback<Action>,
}

/// The whole article as a strip: a line for each sentence, the darker the more of the substance it holds.
///
/// For the pointer alone; the key points are the same thing for everybody.
pub fn salience(props: &SalienceProps) -> Html {
    let reading = &props.reading;
    let sentences = &reading.digest.sentences;
    if !(LEAST..=MOST).contains(&sentences.len()) {
        return html! {};
    }
    let most = most(&reading.digest);
    let line = |(index, sentence): (usize, &crate::digest::Sentence)| {
        let target = Target::Sentence(index as u32);
        let onclick = props.on.reform(move |_| Action::Go(target));
        let y = (reading.share(sentence.start) * 4000.0) as u32;
        // A little less than its share, so that sentences stand apart.
        let height = ((reading.share(sentence.end) * 4000.0) as u32).saturating_sub(y + 6).max(4);
        let point = reading.point_of(index as u32).map(|_| "");
        html! {
            <rect x="0" y={y.to_string()} width="10" height={height.to_string()} data-step={step(sentence.salience, most).to_string()}
                data-target={target.name()} data-point={point} {onclick} />
        }
    };
    html! {
        <svg class="salience" viewBox="0 0 10 4000" preserveAspectRatio="none" aria-hidden="true">
            { for sentences.iter().enumerate().map(line) }
        </svg>
    }
}
