//! What a figure counts or measures.

mod comparison;
mod count;
mod counted;
mod head_noun;
mod inherit;
mod measure_word;
mod measured;
mod measured_before;
mod moved;
mod noun_phrase;
mod noun_phrase_before;
mod parsed;
mod ranked;
mod rule;
mod subject;

pub(super) use comparison::is_compared;
pub(super) use count::{count, parts_of_whole};
pub(super) use counted::counted;
pub(super) use head_noun::head_noun;
pub(super) use inherit::inherit;
pub(super) use measure_word::is_measure_word;
pub(super) use measured::measured_by;
pub(super) use moved::nearest_phrase;
pub(super) use noun_phrase::{NounPhrase, phrase_after, phrase_from};
pub(super) use noun_phrase_before::{object_before, phrase_before};
pub(super) use parsed::{Kind, parsed};
pub(super) use ranked::ranked;
pub(super) use subject::subject;
