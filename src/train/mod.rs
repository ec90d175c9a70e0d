//! Trainers and scorers: native only, never in what ships.
//!
//! They read third-party data from a folder beside the project (`../shared/data`, or `NEWSGIST_DATA`), which is never
//! copied into it.

pub mod accuracy;
pub mod boost;
pub mod data;
pub mod names;
pub mod polnear;
pub mod quotes;
mod random;
pub mod rank;
pub mod rouge;
pub mod salience;
pub mod speed;

pub use crate::lexicon::pack as pack_lexicon;
pub mod syntax;
