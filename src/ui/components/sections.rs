use super::{
    ActorsProps, CompanyProps, FiguresProps, QuotesProps, TimelineProps, actors, company, figures, quotes, timeline,
};
use crate::{
    ui::{
        figures::Order,
        reading::{Reading, Shared},
        state::{Action, Cursor},
    },
    worker::Form,
};
use yew::prelude::*;

/// What [`Sections`] needs.
#[derive(Properties, PartialEq)]
pub struct SectionsProps {
    /// What to show.
    pub reading: Shared<Reading>,
    /// Whether all of them are drawn, or the first ones for a start.
    pub whole: bool,
    /// What the reader stands on.
    pub cursor: Option<Cursor>,
    /// How the figures are sorted.
    pub order: Order,
    /// Writes a file.
    pub write: Callback<Form>,
    /// What happens.
    pub on: Callback<Action>,
}

/// The lists below the key points. One component, so that all of them are drawn anew together or not at all; the
/// lists themselves are plain functions, which weigh a fraction of a component.
#[component]
pub fn Sections(props: &SectionsProps) -> Html {
    let SectionsProps { reading, whole, cursor, order, write, on } = props;
    let (reading, on) = (|| reading.clone(), || on.clone());
    html! {
        <>
            {figures(&FiguresProps { reading: reading(), order: *order, write: write.clone(), on: on() })}
            {actors(&ActorsProps { reading: reading(), cursor: *cursor, on: on() })}
            if *whole {
                {quotes(&QuotesProps { reading: reading(), on: on() })}
                {timeline(&TimelineProps { reading: reading(), on: on() })}
                {company(&CompanyProps { reading: reading(), on: on() })}
            }
        </>
    }
}
