//! Names: where persons, organisations, places and groups are mentioned.

mod acronym;
mod atom;
mod cue;
mod evidence;
pub(crate) mod features;
mod find;
pub(crate) mod label;
pub(crate) mod layer;
pub(crate) mod model;
pub(crate) mod segment;
mod settle;
mod sport;
#[cfg(test)]
pub(crate) mod tests;

pub(crate) use crate::document::Mention;
pub use find::find_names;
pub use model::{NameModel, Words};
pub(crate) use sport::begins_club;
