//! Numbers: in digits and in words, with multipliers, fractions and signs; ordinals and percent.

mod article;
mod cardinal;
mod fraction;
mod in_digits;
mod in_words;
mod numeral;
mod ordinal;
mod parse;
mod parts;
mod percent;
mod signed;
mod sum;
mod word;

pub(super) use article::is_one_unit;
pub(super) use fraction::slashed;
pub(super) use numeral::{Notation, Numeral};
pub(super) use ordinal::{is_no_ordinal, ordinal, ordinal_words};
pub(super) use parse::parse_digits;
pub(super) use percent::percent;
pub(super) use signed::numeral_at;
pub(super) use word::{NumberWord, number_word, number_word_at, suffix};
