//! The grammar of a sentence: parts of speech, heads and relations, by a small network taught by a larger one.

mod conllu;
pub(crate) mod features;
mod lemma;
pub(crate) mod model;
pub(crate) mod network;
mod parse;
mod parser;
pub(crate) mod tree;
mod words;

pub use conllu::to_conllu;
pub use lemma::lemma;
pub use parse::{Syntax, SyntaxModel, parse};
#[cfg(feature = "train")]
pub(crate) use words::words_of;
