//! Guesses at grammar from one word and its neighbours, until a layer of the document tells.

mod function_word;
mod singular;
mod verb;
mod word;

pub(super) use function_word::{follows_determiner, is_content_word, is_determiner, is_function_word};
pub(super) use singular::singular;
pub(super) use verb::is_verb;
pub(super) use word::{
    is_name, is_name_word, is_plain_adverb, is_plain_gerund, is_plain_past, is_plural_noun, part_of_speech,
};
