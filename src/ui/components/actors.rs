use super::folded::folded;
use crate::{
    digest::Actor,
    ui::{
        kind::Kind,
        reading::{Reading, Shared},
        state::{Action, Cursor, Target},
    },
};
use std::fmt::Write;
use yew::prelude::*;

/// How many actors of a kind are shown at first.
const SHOWN: usize = 6;

/// What [`actors`] needs.
pub struct ActorsProps {
    /// What to show.
    pub reading: Shared<Reading>,
    /// What the reader stands on.
    pub cursor: Option<Cursor>,
    /// What happens.
    pub on: Callback<Action>,
}

/// Who and what acts, by kind, most salient first.
pub fn actors(props: &ActorsProps) -> Html {
    let actors = &props.reading.digest.actors;
    let section = |kind: Kind| {
        let mut entries = actors
            .iter()
            .filter(|actor| Kind::of_actor(actor.kind) == kind)
            .map(|actor| entry(props, actor))
            .peekable();
        if entries.peek().is_none() {
            return html! {};
        }
        html! {
            <>
                <h3 data-kind={kind.slug()}>{kind.label()}</h3>
                { folded(entries, SHOWN, |entries| html! { <ul>{entries}</ul> }) }
            </>
        }
    };
    if actors.is_empty() {
        return html! {};
    }
    html! {
        <section class="card actors" aria-labelledby="actors-heading">
            <h2 id="actors-heading" tabindex="-1">{"Actors"}</h2>
            { for [Kind::Person, Kind::Organization, Kind::Place, Kind::Group].into_iter().map(section) }
        </section>
    }
}

fn entry(props: &ActorsProps, actor: &Actor) -> Html {
    let id = actor.id;
    let step = |step: i32| props.on.reform(move |_| Action::StepMention(Some(id), step));
    let at = match props.cursor {
        Some(Cursor::Mention { actor, mention }) if actor == id => Some(mention),
        _ => None,
    };
    // "ROME" is no other name for Rome.
    let is_other = |alias: &&str| !alias.eq_ignore_ascii_case(&actor.name);
    let aliases: Vec<&str> = actor.aliases.iter().map(String::as_str).filter(is_other).collect();
    let times = actor.mentions.len();
    let count = at.map_or_else(|| times.to_string(), |at| format!("{} of {times}", at + 1));
    html! {
        <li key={id} data-target={Target::Actor(id).name()}>
            <div class="entry">
                <button type="button" class="name" data-kind={Kind::of_actor(actor.kind).slug()} onclick={step(1)}
                    aria-current={at.is_some().then_some("true")}>{&actor.name}</button>
                if let Some(role) = &actor.role {
                    <span class="role">{role}</span>
                }
                if !aliases.is_empty() {
                    <span class="aliases">{format!("also {}", aliases.join(", "))}</span>
                }
            </div>
            <div class="walk">
                {strip(&props.reading, actor)}
                // The only mention is where the name goes.
                if times > 1 {
                    <button type="button" onclick={step(-1)} aria-label={format!("Previous mention of {}", actor.name)}>{"‹"}</button>
                }
                <span class="count" title="Mentions">{count}</span>
                if times > 1 {
                    <button type="button" onclick={step(1)} aria-label={format!("Next mention of {}", actor.name)}>{"›"}</button>
                }
            </div>
        </li>
    }
}

/// Where in the article an actor occurs: a line with a tick for each mention.
fn strip(reading: &Reading, actor: &Actor) -> Html {
    let place = |mention: &crate::digest::Mention| (reading.share(mention.start) * 980.0) as u32;
    // One element for all ticks: some actor of a long article has hundreds.
    let ticks = actor.mentions.iter().fold(String::new(), |mut path, mention| {
        let _ = write!(path, "M{} 0h20v8h-20z", place(mention));
        path
    });
    html! {
        <svg class="strip" data-kind={Kind::of_actor(actor.kind).slug()} viewBox="0 0 1000 8" preserveAspectRatio="none" aria-hidden="true">
            <rect class="line" x="0" y="3" width="1000" height="1" />
            <path d={ticks} />
        </svg>
    }
}
