//! What the article has told so far, for figures that refer to it.

use super::cursor::Cursor;
use crate::{
    document::{Figure, FigureKind},
    text::Span,
};
use std::borrow::Cow;

/// What was counted last, for "88 were shot down".
#[derive(Clone)]
pub(super) struct Counted {
    pub(super) span: Span,
    pub(super) unit: Cow<'static, str>,
    pub(super) sentence: u32,
}

/// What the article has told so far.
#[derive(Default)]
pub(super) struct Discourse {
    /// The figures found, in order.
    pub(super) figures: Vec<Figure>,
    /// What was counted last.
    pub(super) counted: Option<Counted>,
}

impl Discourse {
    /// The last figure of the sentence that is no date, time or ordinal.
    pub(super) fn last_amount(&self, cursor: &Cursor) -> Option<&Figure> {
        // Few dates stand between two amounts; a limit keeps the time linear.
        self.figures.iter().rev().take(6).take_while(|figure| figure.sentence == cursor.sentence()).find(|figure| {
            !matches!(figure.kind, FigureKind::Date | FigureKind::Time | FigureKind::Ordinal | FigureKind::Score)
        })
    }

    /// What was counted last in the sentence.
    pub(super) fn counted_here(&self, cursor: &Cursor) -> Option<Span> {
        self.counted.as_ref().filter(|counted| counted.sentence == cursor.sentence()).map(|counted| counted.span)
    }
}
