//! Names: where persons, organisations, places and groups are mentioned.

pub(crate) mod bilou;
mod document_features;
pub(crate) mod features;
mod find;
pub(crate) mod hidden_layer;
pub(crate) mod model;
mod reconcile;
pub(crate) mod segment;
#[cfg(test)]
pub(crate) mod tests;
mod token_features;
pub(crate) mod words;

pub(crate) use find::find_names;
#[cfg(feature = "train")]
pub(crate) use find::find_names_with;
pub(crate) use model::NameModel;
pub(crate) use reconcile::begins_club;
#[cfg(feature = "train")]
pub(crate) use token_features::LONGEST_PHRASE;
pub(crate) use words::Words;
