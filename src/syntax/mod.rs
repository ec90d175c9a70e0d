//! The grammar of a sentence: parts of speech, heads and relations, by a small network taught by a larger one.

mod clause;
mod conllu;
pub(crate) mod features;
mod grammar;
mod lemma;
pub(crate) mod model;
pub(crate) mod network;
mod noun_phrase;
mod parse;
mod parser;
#[cfg(test)]
mod testing;
pub(crate) mod tree;
mod verb_group;
mod words;

pub use clause::Reported;
pub use conllu::to_conllu;
pub use grammar::Grammar;
pub(crate) use grammar::Parsed;
pub use lemma::lemma;
pub use noun_phrase::NounPhrase;
pub(crate) use parse::Parses;
pub use parse::SyntaxModel;
pub use verb_group::VerbGroup;
#[cfg(feature = "train")]
pub(crate) use words::words_of;
