//! What an amount inherits from the one before in its sentence: in lists, comparisons and second mentions.

use super::comparison::{comparison_group, ends_before, is_compared, is_subject};
use crate::{
    document::{Change, Figure, FigureKind, TokenKind},
    figure::{
        cursor::{Cursor, back},
        discourse::Discourse,
        grammar::{is_function_word, is_verb, part_of_speech},
        modifier::left_of,
    },
};

/// Fills in what the figure `first..end` shares with the one before.
pub(in crate::figure) fn inherit(
    cursor: &Cursor,
    discourse: &Discourse,
    first: usize,
    end: usize,
    figure: &mut Figure,
) {
    let kind = figure.kind;
    let own = cursor.is(end, "of") && figure.counts.is_some();
    if is_compared(cursor, first)
        && !own
        && let Some(last) = discourse.last_amount(cursor).filter(|last| last.kind == kind && last.counts.is_some())
    {
        let other = comparison_group(cursor, end).map(|phrase| phrase.span(cursor));
        figure.counts = other.or(last.counts);
    }
    // "rose by 2, 3 and 5 percent": what is said of a list's first is said of all.
    let joined = (1..=2)
        .take_while(|&back| first >= cursor.start() + back && cursor.is_any(first - back, &[",", "and", "or"]))
        .count();
    if joined > 0
        && let Some(last) = discourse.last_amount(cursor).filter(|last| {
            (last.kind, &last.unit) == (kind, &figure.unit)
                && first > cursor.start() + joined
                && last.span.end() == cursor.span(first - joined - 1, first - joined).end()
        })
    {
        figure.counts = figure.counts.or(last.counts);
        if figure.change == Change::Exact {
            figure.change = last.change;
        }
    }
    // "fell 50 percent in Texas and 40 percent in Tennessee": the same elsewhere.
    let left = left_of(cursor, first);
    let elsewhere = matches!(kind, FigureKind::Percent | FigureKind::Measure)
        && cursor.is_any(back(left, 1), &["and", ","])
        && !own
        && cursor.is_any(end, &["in", "from", "among", "for", "on", "at"]);
    if elsewhere
        && let Some(last) = discourse.last_amount(cursor).filter(|last| (last.kind, &last.unit) == (kind, &figure.unit))
        && cursor.preceding(left, 8).any(|at| {
            cursor.span(at, at + 1).end() == last.span.end()
                && cursor.word(at + 1).eq_ignore_ascii_case(cursor.word(end))
        })
    {
        figure.counts = last.counts.or(figure.counts);
        if matches!(last.change, Change::Up | Change::Down) {
            figure.change = last.change;
        }
    }
    // "they say that 90 percent were sent": it begins its clause, and what stands before is another's subject.
    let opens = cursor.is_any(back(first, 1), &["that", "but", "while", "because", "if", "when"]);
    if kind == FigureKind::Percent && opens && is_verb(cursor, end) {
        figure.counts = None;
    }
    // "52% of voters back it and 45% oppose it": of those whom the sentence's last share was of.
    let acting = (part_of_speech(cursor, end).is_finite() || part_of_speech(cursor, end).is_gerund())
        && !part_of_speech(cursor, end).is_mostly_noun()
        && cursor.is_word(end);
    if kind == FigureKind::Percent
        && acting
        && let Some(last) = discourse.last_amount(cursor)
        && last.kind == kind
    {
        figure.counts = last.counts.or(figure.counts);
    }
    // "half of them agreed; 12 percent were unsure".
    if kind == FigureKind::Percent
        && is_subject(cursor, first, end)
        && let Some(last) = discourse.last_amount(cursor)
        && (last.kind == kind || last.value.is_some_and(|value| value < 1.0))
    {
        figure.counts = last.counts.or(figure.counts);
    }
    // "42 percent are stunted and 16 percent are underweight": of those who were counted before.
    if figure.counts.is_none() && kind == FigureKind::Percent && (is_verb(cursor, end) || is_function_word(cursor, end))
    {
        let counted = discourse.counted.as_ref().filter(|counted| counted.sentence + 1 >= cursor.sentence());
        figure.counts = counted.map(|counted| counted.span);
    }
    // "2 billion yen ($26 million)": the same thing said again.
    if cursor.kind(back(first, 1)) == Some(TokenKind::Open)
        && let Some(last) = discourse
            .figures
            .last()
            .filter(|last| last.kind == kind && last.span.end() == cursor.span(first - 2, first - 1).end())
    {
        figure.counts = last.counts;
        figure.change = last.change;
    }
    // "people, of whom 68 percent": of those who were counted.
    if cursor.is_any(back(first, 1), &["whom", "which"]) && cursor.is(back(first, 2), "of") {
        figure.counts = discourse.counted_here(cursor).or(figure.counts);
    }
    // "$27.50 a share, 43 percent above the last close": the same again, compared.
    let beside = cursor.is(back(first, 1), ",")
        && cursor.is_any(end, &["above", "below", "more", "less", "higher", "lower"])
        && first >= cursor.start() + 2;
    if beside
        && let Some(last) = discourse.last_amount(cursor)
        && last.span.end() == cursor.span(first - 2, first - 1).end()
        && last.counts.is_some()
    {
        figure.counts = last.counts;
    }
    // "$100 an ounce, or 8.7 percent": again the same.
    let comma = usize::from(cursor.is(back(first, 2), ","));
    if cursor.is(back(first, 1), "or")
        && first >= cursor.start() + 2 + comma
        && let Some(last) = discourse.last_amount(cursor).filter(|last| {
            ends_before(cursor, last.span, first - 1 - comma)
                // "$1.8bn including debt, or $27.50 a share".
                || comma == 1 && last.kind == kind && kind == FigureKind::Money
        })
    {
        figure.counts = if own { figure.counts } else { last.counts.or(figure.counts) };
        if figure.change == Change::Exact {
            figure.change = last.change;
        }
    }
}
