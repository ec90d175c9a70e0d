//! A time of day and the day beside it make one date.

use crate::{
    Document,
    document::{Figure, FigureKind},
    text::Span,
};

/// A time of day beside its day, "10 a.m. on Friday" or "Friday at 10 a.m.", is on that day.
pub(in crate::figure) fn join_days_and_times(document: &Document, figures: &mut [Figure]) {
    /// Words between them.
    const MOST: usize = 3;
    for at in 1..figures.len() {
        let (earlier, later) = figures.split_at_mut(at);
        let (first, second) = (&mut earlier[at - 1], &mut later[0]);
        let (time, day) = match (first.kind, second.kind) {
            (FigureKind::Time, FigureKind::Date) => (&mut first.iso, &second.iso),
            (FigureKind::Date, FigureKind::Time) => (&mut second.iso, &first.iso),
            _ => continue,
        };
        let (Some(hour), Some(day)) = (&time, day) else { continue };
        if first.sentence != second.sentence || !is_hour(hour) || !is_day(day) {
            continue;
        }
        let between = document.tokens_in(Span::new(first.span.end(), second.span.start()));
        if between.len() <= MOST && between.clone().all(|at| joins(document.token_str(at))) {
            *time = Some(format!("{day}{hour}"));
        }
    }
}

/// `T10:30`.
fn is_hour(iso: &str) -> bool {
    iso.starts_with('T') && !iso.contains('/')
}

/// `2025-05-18`.
fn is_day(iso: &str) -> bool {
    iso.len() == 10 && iso.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-')
}

/// "on", "at", or a zone: what may stand between a time and its day.
fn joins(word: &str) -> bool {
    const BETWEEN: [&str; 7] = ["on", "at", "about", "around", ",", "local", "time"];
    if BETWEEN.contains(&word) {
        return true;
    }
    word.len() > 1 && word.bytes().all(|byte| byte.is_ascii_uppercase())
}
