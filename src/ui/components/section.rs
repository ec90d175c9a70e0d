use super::{
    ActorsProps, CompanyProps, FiguresProps, QuotesProps, SalienceProps, TimelineProps, actors, company, figures,
    quotes, salience, timeline,
};
use crate::{
    export::Form,
    ui::{
        figures::Order,
        reading::{Reading, Shared},
        state::{Action, Cursor},
    },
};
use yew::prelude::*;

/// Which part of the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// By the numbers.
    Figures,
    /// Who and what acts.
    Actors,
    /// Quotes, dates, and who appears with whom.
    Others,
    /// The strip beside the article.
    Strip,
}

/// What [`Section`] needs.
#[derive(Properties, PartialEq)]
pub struct SectionProps {
    /// What to show.
    pub part: Part,
    /// Of which article; of none yet.
    pub reading: Option<Shared<Reading>>,
    /// What the reader stands on, where the part shows that.
    #[prop_or_default]
    pub cursor: Option<Cursor>,
    /// How the figures are sorted.
    #[prop_or_default]
    pub order: Order,
    /// Writes a file.
    pub write: Callback<Form>,
    /// What happens.
    pub on: Callback<Action>,
}

/// A part of the page that is drawn by itself, and left alone while others are drawn. One component for all of them: what
/// they show are plain functions, which weigh a fraction of a component each.
#[component]
pub fn Section(props: &SectionProps) -> Html {
    let SectionProps { part, reading, cursor, order, write, on } = props;
    let Some(reading) = reading else { return html! {} };
    let (reading, on) = (|| reading.clone(), || on.clone());
    match part {
        Part::Figures => figures(&FiguresProps { reading: reading(), order: *order, write: write.clone(), on: on() }),
        Part::Actors => actors(&ActorsProps { reading: reading(), cursor: *cursor, on: on() }),
        Part::Others => html! {
            <>
                {quotes(&QuotesProps { reading: reading(), on: on() })}
                {timeline(&TimelineProps { reading: reading(), on: on() })}
                {company(&CompanyProps { reading: reading(), on: on() })}
            </>
        },
        Part::Strip => salience(&SalienceProps { reading: reading(), on: on() }),
    }
}
