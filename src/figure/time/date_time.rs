//! A time of day and the day beside it make one date.

use crate::{
    Document,
    document::{Figure, FigureKind},
    text::Span,
};

/// A time of day beside its day, "10 a.m. on Friday" or "Friday at 10 a.m.", is on that day.
pub(in crate::figure) fn join_days_and_times(document: &Document, figures: &mut [Figure]) {
    const BETWEEN: [&str; 7] = ["on", "at", "about", "around", ",", "local", "time"];
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
        let known = day.len() == 10 && day.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-');
        if !known || !hour.starts_with('T') || hour.contains('/') || first.sentence != second.sentence {
            continue;
        }
        let between = document.tokens_in(Span::new(first.span.end(), second.span.start()));
        let near = |at: usize| {
            let word = document.token_str(at);
            BETWEEN.contains(&word) || word.len() > 1 && word.bytes().all(|byte| byte.is_ascii_uppercase())
        };
        if between.len() <= MOST && between.clone().all(near) {
            *time = Some(format!("{day}{hour}"));
        }
    }
}
