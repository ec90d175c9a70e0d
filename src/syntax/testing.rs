//! A sentence for tests, asked by its words.

use super::Grammar;
use crate::{Article, Document, Models, pipeline::read_words};

/// Asks about the first sentence of a text, and about a word of it.
#[track_caller]
pub(super) fn ask<R>(text: &str, word: &str, question: impl FnOnce(&Document, Grammar, usize) -> R) -> R {
    let models = Models::embedded();
    let document = read_words(Article::plain(text), models);
    let Some(grammar) = document.grammar(0, models) else { panic!("no sentence") };
    let Some(at) = (0..grammar.words().len()).find(|&at| grammar.str(at) == word) else { panic!("no {word}") };
    question(&document, grammar, at)
}
