use super::folded::folded;
use crate::{
    digest::{Figure, FigureKind},
    export::Form,
    ui::{
        figures::{Column, Order, listed, sign, told},
        reading::{Reading, Shared},
        state::{Action, Target},
    },
};
use yew::prelude::*;

/// How many figures are shown at first.
const SHOWN: usize = 12;

/// What [`figures`] needs.
pub struct FiguresProps {
    /// What to show.
    pub reading: Shared<Reading>,
    /// How the figures are sorted.
    pub order: Order,
    /// Writes a file.
    pub write: Callback<Form>,
    /// What happens.
    pub on: Callback<Action>,
}

/// By the numbers: each figure, what it counts and which way it goes.
pub fn figures(props: &FiguresProps) -> Html {
    let digest = &props.reading.digest;
    let list = listed(digest, props.order);
    if list.is_empty() {
        return html! {};
    }
    let row = |same: Vec<u32>| {
        let index = same[0];
        let figure = &digest.figures[index as usize];
        let onclick = props.on.reform(move |_| Action::Go(Target::Figure(index)));
        let targets: Vec<String> = same.into_iter().map(|index| Target::Figure(index).name()).collect();
        html! {
            <tr key={index} data-target={targets.join(" ")}>
                <td class="value">
                    if !figure.lead.is_empty() {
                        <span class="direction" title={figure.lead.clone()}><span aria-hidden="true">{sign(figure)}</span><span class="unseen">{&figure.lead}</span></span>
                    }
                    <button type="button" {onclick}>{&figure.text}</button>
                </td>
                <td>{counts(figure, told(digest, index))}</td>
            </tr>
        }
    };
    let head = |column: Column, words: &'static str| {
        let onclick = props.on.reform(move |_| Action::Sort(column));
        let sorted =
            (props.order.column == column).then_some(if props.order.descending { "descending" } else { "ascending" });
        html! { <th scope="col" aria-sort={sorted}><button type="button" {onclick}>{words}</button></th> }
    };
    html! {
        <section class="card figures" aria-labelledby="figures-heading">
            <header>
                <h2 id="figures-heading" tabindex="-1">{"By the numbers"}</h2>
                <button type="button" class="quiet" title="Download as a table" onclick={props.write.reform(|_| Form::Csv)}>{"CSV"}</button>
                if props.order != Order::default() {
                    <button type="button" class="quiet" onclick={props.on.reform(|_| Action::Sort(Column::Place))}>{"In the article’s order"}</button>
                }
            </header>
            { folded(list.into_iter().map(row), SHOWN, |rows| html! {
                <table>
                    <thead><tr>{head(Column::Value, "Figure")}{head(Column::Counts, "What it counts")}</tr></thead>
                    <tbody>{rows}</tbody>
                </table>
            }) }
        </section>
    }
}

/// What it counts and what happened, in the article's words; else what kind of figure it is.
fn counts(figure: &Figure, told: String) -> Html {
    if !told.is_empty() {
        return html! { <>{told}</> };
    }
    let kind = match figure.kind {
        FigureKind::Count => "number",
        FigureKind::Money => "money",
        FigureKind::Percent => "share",
        FigureKind::Measure => "measure",
        FigureKind::Ordinal => "order",
        FigureKind::Date | FigureKind::Time => "date",
        FigureKind::Duration => "duration",
        FigureKind::Age => "age",
        FigureKind::Score => "score",
        FigureKind::Rate => "rate",
    };
    html! { <span class="kind">{kind}</span> }
}
