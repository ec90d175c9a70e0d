//! Actors: the mentions that mean the same person, organisation, place or group, put together.

mod alias;
mod link;
mod people;
mod pronoun;
mod role;
mod salience;
mod salience_model;
mod surname;
#[cfg(test)]
mod tests;

pub(crate) use link::link_actors;
pub(crate) use pronoun::sex;
#[cfg(feature = "train")]
pub(crate) use salience::{FEATURES, features};
pub(crate) use salience_model::SalienceModel;
#[cfg(feature = "train")]
pub(crate) use salience_model::pack as pack_salience;
