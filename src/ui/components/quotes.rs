use super::folded::folded;
use crate::{
    digest::Quote,
    ui::{
        reading::{Reading, Shared},
        state::{Action, Target},
    },
};
use yew::prelude::*;

/// How many quotes are shown at first.
const SHOWN: usize = 8;

/// What [`quotes`] needs.
pub struct QuotesProps {
    /// What to show.
    pub reading: Shared<Reading>,
    /// What happens.
    pub on: Callback<Action>,
}

/// Who said what; reported speech stands without quotation marks.
pub fn quotes(props: &QuotesProps) -> Html {
    let digest = &props.reading.digest;
    // Words that nobody is told to have said are marked in the text, and listed nowhere.
    let told: Vec<(usize, &Quote)> =
        digest.quotes.iter().enumerate().filter(|(_, quote)| quote.source.is_some()).collect();
    if told.is_empty() {
        return html! {};
    }
    let entry = |(index, quote): (usize, &Quote)| {
        let target = Target::Quote(index as u32);
        let onclick = props.on.reform(move |_| Action::Go(target));
        let name = quote.speaker.and_then(|id| digest.actors.get(id as usize)).map(|actor| &actor.name);
        let words = if quote.direct { format!("“{}”", quote.text) } else { quote.text.clone() };
        html! {
            <li key={index} data-target={target.name()}>
                <blockquote class={classes!((!quote.direct).then_some("reported"))}>
                    <button type="button" {onclick}>{words}</button>
                </blockquote>
                if let Some(name) = name.or(quote.speaker_text.as_ref()) {
                    <p class="speaker">{name}</p>
                }
            </li>
        }
    };
    html! {
        <section class="card quotes" aria-labelledby="quotes-heading">
            <h2 id="quotes-heading" tabindex="-1">{"Who said what"}</h2>
            { folded(told.into_iter().map(entry), SHOWN, |entries| html! { <ul>{entries}</ul> }) }
        </section>
    }
}
