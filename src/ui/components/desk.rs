use super::{
    Article, KeyPointsProps, LegendProps, Part, ReaderProps, Section, TakeAlongProps, blank, key_points, legend,
    reader, take_along,
};
use crate::{
    export::Form,
    ui::{
        figures::Order,
        kind::KindSet,
        reading::{Reading, Shared},
        state::{Action, Cursor, Drawn, Length},
    },
};
use yew::prelude::*;

/// What [`Desk`] needs.
#[derive(Properties, PartialEq)]
pub struct DeskProps {
    /// The article that is shown.
    pub reading: Shared<Reading>,
    /// How much of it is drawn.
    pub drawn: Drawn,
    /// Whether it is a sample.
    pub sample: bool,
    /// How many key points the reader wants.
    pub length: Length,
    /// Kinds that are not highlighted.
    pub hidden: KindSet,
    /// What the reader stands on.
    pub cursor: Option<Cursor>,
    /// How the figures are sorted.
    pub order: Order,
    /// Whether the digest has just been copied.
    pub copied: bool,
    /// Writes a file.
    pub write: Callback<Form>,
    /// What happens.
    pub on: Callback<Action>,
}

/// Digest, article and the strip beside it. A component, so that what happens in the box above draws none of it anew.
///
/// Its parts are drawn in turn; each shows the article before until then.
#[component]
pub fn Desk(props: &DeskProps) -> Html {
    let DeskProps { reading, drawn, sample, length, hidden, cursor, order, copied, write, on } = props;
    let (reading, on) = (|| reading.clone(), || on.clone());
    let column = use_turn(&props.reading, *drawn > Drawn::Points);
    let figures = use_turn(&props.reading, *drawn >= Drawn::Figures);
    let actors = use_turn(&props.reading, *drawn >= Drawn::Actors);
    let others = use_turn(&props.reading, *drawn >= Drawn::Others);
    let strip = use_turn(&props.reading, *drawn == Drawn::All);
    let ondrawn = use_callback(on(), |(), on| on.emit(Action::Drawn(Drawn::Article)));
    if props.reading.is_blank() {
        return blank(&props.on);
    }
    html! {
        <>
            <section class="digest" aria-label="Digest">
                {take_along(&TakeAlongProps { reading: reading(), copied: *copied, write: write.clone(), on: on() })}
                {key_points(&KeyPointsProps { reading: reading(), length: *length, cursor: *cursor, on: on() })}
                <Section part={Part::Figures} reading={figures} order={*order} write={write.clone()} on={on()} />
                <Section part={Part::Actors} reading={actors} cursor={*cursor} write={write.clone()} on={on()} />
                <Section part={Part::Others} reading={others} write={write.clone()} on={on()} />
            </section>
            <div class="column" id="article" tabindex="-1">
                if let Some(reading) = column {
                    {legend(&LegendProps { counts: reading.counts, hidden: *hidden, on: on() })}
                    if *sample {
                        <p class="kicker">{"A sample, written for this page"}</p>
                    }
                    {reader(&ReaderProps { hidden: *hidden, children: html! { <Article {reading} {ondrawn} /> } })}
                }
            </div>
            <Section part={Part::Strip} reading={strip} write={write.clone()} on={on()} />
        </>
    }
}

/// The article whose turn came last; none where there is nothing in it.
#[hook]
fn use_turn(reading: &Shared<Reading>, turn: bool) -> Option<Shared<Reading>> {
    let held = use_mut_ref(|| None::<Shared<Reading>>);
    if turn {
        *held.borrow_mut() = Some(reading.clone());
    }
    held.borrow().clone().filter(|reading| !reading.is_blank())
}
