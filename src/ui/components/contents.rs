use crate::ui::{browser, figures::is_listed, reading::Reading};
use yew::prelude::*;

/// What the digest holds, as a row of ways there. Buttons and no links: where one reads is not worth an address.
pub(super) fn contents(reading: &Reading) -> Html {
    let digest = &reading.digest;
    let way = |(is_there, id, label): (bool, &'static str, &'static str)| {
        if !is_there {
            return html! {};
        }
        let onclick = Callback::from(move |_: MouseEvent| browser::show_section(id));
        html! { <button type="button" class="way" {onclick}>{label}</button> }
    };
    let ways = [
        (true, "points-heading", "Points"),
        (digest.figures.iter().any(is_listed), "figures-heading", "Numbers"),
        (!digest.actors.is_empty(), "actors-heading", "Actors"),
        (!digest.quotes.is_empty(), "quotes-heading", "Who said what"),
        (!digest.timeline.is_empty(), "timeline-heading", "Timeline"),
        (!reading.graph.edges.is_empty(), "company-heading", "Graph"),
        (true, "article", "Article"),
    ];
    html! { <nav class="contents" aria-label="Parts of the digest">{ for ways.into_iter().map(way) }</nav> }
}
