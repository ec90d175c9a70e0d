//! Quotes and who speaks them.
//!
//! `quotation marks → units → phrases and verbs of saying → the source of each verb → the speaker of each quote`.
//! Quotations are found by their marks; what is hard is who speaks. Verbs of saying are found by list, their source is
//! chosen by a small trained ranker, and a few rules carry a speaker to the quotations that have no verb of their own.

mod attribute;
mod class;
mod clause;
mod indirect;
mod marks;
mod phrase;
mod scare;
mod source;
mod speaker;
#[cfg(test)]
mod tests;
mod unit;
mod verbs;

use crate::{Document, document::Quote, text::sort_by_number};

#[cfg(feature = "train")]
pub(crate) mod learn;
#[cfg(feature = "train")]
pub(crate) use source::BUCKETS;

/// Finds the quotes, in order. Reads tokens, tags, sentences, names and actors.
pub fn find_quotes(document: &Document) -> Vec<Quote> {
    let quoted = marks::find_quoted(document);
    let outer: Vec<marks::Quoted> = quoted.iter().filter(|quoted| quoted.depth == 0).copied().collect();
    let readings = attribute::read_units(document, &outer);
    let mentions = speaker::Mentions::of(document);
    let mut quotes = attribute::attribute(document, &mentions, &outer, &readings);
    quotes.extend(attribute::nested(document, &mentions, &quoted));
    quotes.extend(indirect::find_indirect(document, &mentions, &readings));
    sort_by_number(&mut quotes, |quote| u128::from(quote.span.start()) << 32 | u128::from(!quote.span.end()));
    quotes
}
