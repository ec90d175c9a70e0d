//! Actors: the mentions that mean the same person, organisation, place or group, put together.

mod alias;
mod anaphora;
mod link;
mod role;
#[cfg(test)]
mod tests;
mod weigh;

pub use link::link_actors;
#[cfg(feature = "train")]
pub(crate) use weigh::{FEATURES, features};
