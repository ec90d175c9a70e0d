//! Quotes and who speaks them.
//!
//! `quotation marks → units → phrases and verbs of saying → the source of each verb → the speaker of each quote`.
//! Quotations are found by their marks; what is hard is who speaks. Verbs of saying are found by list, their source is
//! chosen by a small trained ranker, and a few rules carry a speaker to the quotations that have no verb of their own.

mod attribution;
mod chunk;
mod extent;
mod indirect;
mod marks;
mod non_speech;
mod phrase;
mod reading;
mod refusal;
mod source;
mod source_model;
mod speaker;
#[cfg(test)]
mod tests;
mod turns;
mod unit;
mod voice;

use crate::{Document, Models, document::Quote, text::sort_by_number};

#[cfg(feature = "train")]
pub(crate) mod learn;
#[cfg(feature = "train")]
pub(crate) use source_model::{BUCKETS, pack as pack_sources};

pub(crate) use source_model::SourceModel;

/// Finds the quotes, in order. Reads tokens, tags, sentences, names and actors.
pub(crate) fn find_quotes(document: &Document, models: &Models) -> Vec<Quote> {
    let quoted = marks::find_quoted(document);
    let outer: Vec<marks::Quoted> = quoted.iter().filter(|quoted| quoted.depth == 0).copied().collect();
    let readings = reading::read_units(document, models, &outer);
    let mentions = speaker::Mentions::of(document, models);
    let mut quotes = attribution::attribute(document, models, &mentions, &outer, &readings);
    quotes.extend(attribution::nested(document, models, &mentions, &quoted));
    quotes.extend(indirect::find_indirect(document, models, &mentions, &outer));
    sort_by_number(&mut quotes, |quote| u128::from(quote.span.start()) << 32 | u128::from(!quote.span.end()));
    turns::take_turns(document, models, &mentions, &mut quotes);
    quotes.retain(|quote| quote.direct || quote.source.is_some());
    quotes
}
