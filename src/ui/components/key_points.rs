use crate::{
    digest::{KeyPoint, Piece},
    ui::{
        reading::{Reading, Shared},
        settings,
        state::{Action, Cursor, Length, Target},
    },
};
use web_sys::HtmlSelectElement;
use yew::prelude::*;

/// Shares of the text that are offered, in percent.
const SHARES: [u8; 4] = [10, 20, 30, 50];

/// What [`key_points`] needs.
pub struct KeyPointsProps {
    /// What to show.
    pub reading: Shared<Reading>,
    /// How many points the reader wants.
    pub length: Length,
    /// What the reader stands on.
    pub cursor: Option<Cursor>,
    /// What happens.
    pub on: Callback<Action>,
}

/// The key points; each is a button that goes to its sentence.
pub fn key_points(props: &KeyPointsProps) -> Html {
    let digest = &props.reading.digest;
    let point = |(index, point): (usize, &KeyPoint)| {
        let target = Target::Sentence(point.sentence);
        let onclick = props.on.reform(move |_| Action::Go(target));
        let current = (props.cursor == Some(Cursor::Point(index))).then_some("true");
        html! {
            <li key={point.sentence} data-target={target.name()}>
                <button type="button" class="point" {onclick} aria-current={current}>{words(point)}</button>
                if !point.why.is_empty() {
                    <p class="why">{sentence(&point.why.join(", "))}</p>
                }
            </li>
        }
    };
    html! {
        <section class="card points" aria-labelledby="points-heading">
            <header>
                <h2 id="points-heading" tabindex="-1">{"Key points"}</h2>
                {length_control(props.length, &props.on)}
            </header>
            if !digest.key_points.is_empty() {
                <p class="extent">{extent(&props.reading)}</p>
            }
            { for digest.notices.iter().map(|notice| html! { <p class="notice">{&notice.message}</p> }) }
            <ol>{ for digest.key_points.iter().enumerate().map(point) }</ol>
            if digest.key_points.is_empty() && digest.notices.is_empty() {
                <p class="none">{"No sentence of this text stands alone."}</p>
            }
        </section>
    }
}

/// How much of the article the points are.
fn extent(reading: &Reading) -> String {
    let (points, sentences) = (reading.digest.key_points.len(), reading.digest.sentences.len());
    let word = if sentences == 1 { "sentence" } else { "sentences" };
    format!("{points} of {sentences} {word}, {}% of the text", reading.extent())
}

/// The point's text; a name that was put in for a pronoun is told apart from what is copied.
fn words(point: &KeyPoint) -> Html {
    let mut rest = &*point.text;
    let mut shown: Vec<Html> = Vec::new();
    for piece in &point.pieces {
        if let Piece::Inserted { insert, .. } = piece
            && let Some((before, after)) = rest.split_once(&**insert)
        {
            shown.push(before.into());
            shown.push(html! { <span class="put-in" title="Put in for a pronoun">{insert}</span> });
            rest = after;
        }
    }
    shown.push(rest.into());
    shown.into_iter().collect()
}

/// Begins with a capital letter.
fn sentence(words: &str) -> String {
    let mut chars = words.chars();
    chars.next().into_iter().flat_map(char::to_uppercase).chain(chars).collect()
}

fn label(length: Length) -> String {
    match length {
        Length::Auto => "Auto".to_owned(),
        length => length.points().to_string(),
    }
}

/// As many points as the article deserves, three, five or seven, or a share of the article.
fn length_control(chosen: Length, on: &Callback<Action>) -> Html {
    let onshare = on.reform(|event: Event| {
        let chosen = event.target_unchecked_into::<HtmlSelectElement>().value();
        Action::SetLength(settings::length(&chosen).unwrap_or(Length::Auto))
    });
    let share = |percent: u8| {
        let selected = chosen == Length::Share(percent);
        html! { <option value={format!("{percent}%")} {selected}>{format!("{percent} %")}</option> }
    };
    let steps = !matches!(chosen, Length::Share(_));
    let own = match chosen {
        Length::Share(percent) if !SHARES.contains(&percent) => Some(percent),
        _ => None,
    };
    let button = |length: Length| {
        let onclick = on.reform(move |_| Action::SetLength(length));
        let pressed = (chosen == length).to_string();
        html! {
            <button type="button" {onclick} aria-pressed={pressed}>{label(length)}</button>
        }
    };
    html! {
        <div class="lengths" role="group" aria-label="How many key points">
            { for Length::STEPS.into_iter().map(button) }
            <select class="share" aria-label="Share of the text" title="Share of the text" onchange={onshare}>
                <option value="" selected={steps}>{"Share"}</option>
                { for SHARES.into_iter().chain(own).map(share) }
            </select>
        </div>
    }
}
