//! What one rule of an ordered list says of a figure's referent.

use super::noun_phrase::NounPhrase;
use std::ops::ControlFlow;

/// `Break` with the answer, which may be that there is none, or nothing: then the next rule is asked.
pub(super) type Answer = ControlFlow<Option<NounPhrase>>;

/// The rule does not fit.
pub(super) const NEXT: Answer = ControlFlow::Continue(());

/// The phrase, where there is one; otherwise the next rule is asked.
pub(super) fn found(phrase: Option<NounPhrase>) -> Answer {
    if phrase.is_some() { ControlFlow::Break(phrase) } else { NEXT }
}
