use crate::ui::{
    graph::{Edge, Graph, Node},
    kind::Kind,
    reading::{Reading, Shared},
    state::{Action, Target},
};
use yew::prelude::*;

/// What [`company`] needs.
pub struct CompanyProps {
    /// What to show.
    pub reading: Shared<Reading>,
    /// What happens.
    pub on: Callback<Action>,
}

/// Who appears with whom: a drawing, and a table that says the same.
pub fn company(props: &CompanyProps) -> Html {
    let graph = &props.reading.graph;
    if graph.edges.is_empty() {
        return html! {};
    }
    let line = |edge: &Edge| {
        let (from, to) = (graph.nodes[edge.from], graph.nodes[edge.to]);
        let (x1, y1) = place(from);
        let (x2, y2) = place(to);
        // Lights with either end, and the ends with it.
        let target = format!("{} {}", Target::Actor(from.actor).name(), Target::Actor(to.actor).name());
        html! { <line data-target={target} x1={x1.to_string()} y1={y1.to_string()} x2={x2.to_string()} y2={y2.to_string()} stroke-width={edge.sentences.min(5).to_string()} /> }
    };
    let row = |edge: &Edge| {
        let name = |node: usize| &props.reading.digest.actors[graph.nodes[node].actor as usize].name;
        let target = Target::Sentence(edge.first);
        let onclick = props.on.reform(move |_| Action::Go(target));
        html! {
            <tr>
                <td><button type="button" {onclick}>{name(edge.from)}{" and "}{name(edge.to)}</button></td>
                <td class="value">{edge.sentences}</td>
            </tr>
        }
    };
    html! {
        <section class="card company" aria-labelledby="company-heading">
            <h2 id="company-heading" tabindex="-1">{"Who appears with whom"}</h2>
            <svg viewBox="0 0 360 260" role="group" aria-label="Actors that share a sentence">
                { for graph.edges.iter().map(line) }
                { for graph.nodes.iter().map(|node| dot(props, graph, node)) }
            </svg>
            <details>
                <summary>{"As a table"}</summary>
                <table>
                    <thead><tr><th scope="col">{"Pair"}</th><th scope="col">{"Sentences"}</th></tr></thead>
                    <tbody>{ for graph.edges.iter().map(row) }</tbody>
                </table>
            </details>
        </section>
    }
}

/// Where a node is drawn; whole numbers, since nobody sees the rest.
fn place(node: Node) -> (i32, i32) {
    (180 + (node.x * 105.0) as i32, 130 + (node.y * 105.0) as i32)
}

fn dot(props: &CompanyProps, graph: &Graph, node: &Node) -> Html {
    let actor = &props.reading.digest.actors[node.actor as usize];
    let links = graph
        .edges
        .iter()
        .filter(|edge| graph.nodes[edge.from].actor == node.actor || graph.nodes[edge.to].actor == node.actor);
    let (x, y) = place(*node);
    let id = node.actor;
    let go = props.on.reform(move |()| Action::StepMention(Some(id), 1));
    let onclick = go.reform(|_: MouseEvent| ());
    let onkeydown = {
        let go = go.clone();
        Callback::from(move |event: KeyboardEvent| {
            if matches!(event.key().as_str(), "Enter" | " ") {
                event.prevent_default();
                go.emit(());
            }
        })
    };
    let anchor = match node.x {
        x if x > 0.2 => "start",
        x if x < -0.2 => "end",
        _ => "middle",
    };
    let shift = match anchor {
        "start" => (9, 4),
        "end" => (-9, 4),
        _ if node.y < 0.0 => (0, -10),
        _ => (0, 18),
    };
    html! {
        <g class="node" role="button" tabindex="0" aria-label={format!("{}: shares sentences with {}", actor.name, links.count())}
            data-target={Target::Actor(id).name()} data-kind={Kind::of_actor(actor.kind).slug()} {onclick} {onkeydown}>
            <circle cx={x.to_string()} cy={y.to_string()} r="6" />
            <text x={(x + shift.0).to_string()} y={(y + shift.1).to_string()} text-anchor={anchor}>{short(&actor.name)}</text>
        </g>
    }
}

/// The last words of a long name: "von der Leyen" for "Ursula von der Leyen".
fn short(name: &str) -> &str {
    const LONG: usize = 16;
    let mut words = name;
    while words.chars().count() > LONG
        && let Some((_, rest)) = words.split_once(' ')
    {
        words = rest;
    }
    words
}
