use super::folded::folded;
use crate::{
    digest::Moment,
    ui::{
        reading::{Reading, Shared},
        state::{Action, Target},
    },
};
use yew::prelude::*;

/// How many moments are shown at first.
const SHOWN: usize = 8;

/// What [`timeline`] needs.
pub struct TimelineProps {
    /// What to show.
    pub reading: Shared<Reading>,
    /// What happens.
    pub on: Callback<Action>,
}

/// When things happened: dates in order of time, each with the sentence that it stands in.
pub fn timeline(props: &TimelineProps) -> Html {
    let digest = &props.reading.digest;
    if digest.timeline.is_empty() {
        return html! {};
    }
    // A day that a sentence names twice happened once.
    let is_new = |&(index, moment): &(usize, &Moment)| {
        let before = index.checked_sub(1).map(|before| &digest.timeline[before]);
        before.is_none_or(|before| (before.sentence, &before.text) != (moment.sentence, &moment.text))
    };
    let entry = |(index, moment): (usize, &Moment)| {
        let start = moment.start;
        let onclick = props.on.reform(move |_| Action::GoTo(start));
        let target = props.reading.figure_at(start).map(|figure| Target::Figure(figure).name());
        let name = moment.speaker.and_then(|id| digest.actors.get(id as usize)).map(|actor| &actor.name);
        let speaker = name.or(moment.speaker_text.as_ref());
        let sentence = digest.sentences.get(moment.sentence as usize);
        html! {
            <li key={index} data-target={target}>
                <button type="button" {onclick}>{&moment.text}</button>
                if let Some(iso) = moment.iso.as_ref().filter(|iso| iso.starts_with(|c: char| c.is_ascii_digit())) {
                    <time datetime={day_of(iso).to_owned()}>{day_of(iso)}</time>
                }
                if let Some(speaker) = speaker {
                    <span class="told-by">{format!("as told by {speaker}")}</span>
                }
                if let Some(sentence) = sentence {
                    <p>{props.reading.words(sentence.start, sentence.end)}</p>
                }
            </li>
        }
    };
    html! {
        <section class="card timeline" aria-labelledby="timeline-heading">
            <h2 id="timeline-heading" tabindex="-1">{"Timeline"}</h2>
            { folded(digest.timeline.iter().enumerate().filter(is_new).map(entry), SHOWN, |entries| html! { <ol>{entries}</ol> }) }
        </section>
    }
}

/// A date without its part of the day: `2025-05-18` of `2025-05-18TNI`, which no reader and no browser knows.
fn day_of(iso: &str) -> &str {
    match iso.split_once('T') {
        Some((day, time)) if time.starts_with(|first: char| first.is_ascii_uppercase()) => day,
        _ => iso,
    }
}
