//! How models and lists are packed: hashes, sorted numbers, symbols, look-up tables, and the header of every packed file.
//! Nothing here knows of language.

pub(crate) mod hash;
pub(crate) mod header;
pub(crate) mod rans;
pub(crate) mod rice;
pub(crate) mod table;

pub(crate) use header::{BadData, Header};
