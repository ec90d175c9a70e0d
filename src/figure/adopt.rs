//! What an amount takes over from the one before in its sentence: in lists, comparisons and second mentions.

use super::{
    Change, Figure, FigureKind,
    find::{Finder, span},
    reader::Reader,
};
use crate::token::TokenKind;

impl Finder {
    /// The last figure of the sentence that is no date, time or ordinal.
    pub(super) fn last_amount(&self, reader: &Reader) -> Option<&Figure> {
        // Few dates stand between two amounts; a limit keeps the time linear.
        self.figures.iter().rev().take(6).take_while(|figure| figure.sentence == reader.sentence).find(|figure| {
            !matches!(figure.kind, FigureKind::Date | FigureKind::Time | FigureKind::Ordinal | FigureKind::Score)
        })
    }

    /// What was counted last in the sentence.
    pub(super) fn counted_here(&self, reader: &Reader) -> Option<crate::text::Span> {
        self.counted.as_ref().filter(|counted| counted.sentence == reader.sentence).map(|counted| counted.span)
    }

    /// Fills in what the figure `first..end` shares with the one before.
    pub(super) fn adopt(&self, reader: &Reader, first: usize, end: usize, figure: &mut Figure) {
        let kind = figure.kind;
        let own = reader.is(end, "of") && figure.counts.is_some();
        if reader.is_compared(first)
            && !own
            && let Some(last) = self.last_amount(reader).filter(|last| last.kind == kind && last.counts.is_some())
        {
            let other = reader.compared_for(end).map(|phrase| span(reader, phrase));
            figure.counts = other.or(last.counts);
        }
        // "rose by 2, 3 and 5 percent": what is said of a list's first is said of all.
        let joined = (1..=2)
            .take_while(|&back| first >= reader.range.start + back && reader.is_any(first - back, &[",", "and", "or"]))
            .count();
        if joined > 0
            && let Some(last) = self.last_amount(reader).filter(|last| {
                (last.kind, &last.unit) == (kind, &figure.unit)
                    && first > reader.range.start + joined
                    && last.span.end() == reader.span(first - joined - 1, first - joined).end()
            })
        {
            figure.counts = figure.counts.or(last.counts);
            if figure.change == Change::Exact {
                figure.change = last.change;
            }
        }
        // "fell 50 percent in Texas and 40 percent in Tennessee": the same elsewhere.
        let left = reader.left_of(first);
        let elsewhere = matches!(kind, FigureKind::Percent | FigureKind::Measure)
            && reader.is_any(left.wrapping_sub(1), &["and", ","])
            && !own
            && reader.is_any(end, &["in", "from", "among", "for", "on", "at"]);
        if elsewhere
            && let Some(last) = self.last_amount(reader).filter(|last| (last.kind, &last.unit) == (kind, &figure.unit))
            && (left.saturating_sub(8).max(reader.range.start)..left).any(|at| {
                reader.span(at, at + 1).end() == last.span.end()
                    && reader.word(at + 1).eq_ignore_ascii_case(reader.word(end))
            })
        {
            figure.counts = last.counts.or(figure.counts);
            if matches!(last.change, Change::Up | Change::Down) {
                figure.change = last.change;
            }
        }
        // "they say that 90 percent were sent": it begins its clause, and what stands before is another's subject.
        let opens = reader.is_any(first.wrapping_sub(1), &["that", "but", "while", "because", "if", "when"]);
        if kind == FigureKind::Percent && opens && reader.is_verb(end) {
            figure.counts = None;
        }
        // "52% of voters back it and 45% oppose it": of those whom the sentence's last share was of.
        let acting = (reader.speech(end).is_finite() || reader.speech(end).is_gerund())
            && !reader.speech(end).is_mostly_noun()
            && reader.is_word(end);
        if kind == FigureKind::Percent
            && acting
            && let Some(last) = self.last_amount(reader)
            && last.kind == kind
        {
            figure.counts = last.counts.or(figure.counts);
        }
        // "half of them agreed; 12 percent were unsure".
        if kind == FigureKind::Percent
            && reader.is_subject(first, end)
            && let Some(last) = self.last_amount(reader)
            && (last.kind == kind || last.value.is_some_and(|value| value < 1.0))
        {
            figure.counts = last.counts.or(figure.counts);
        }
        // "42 percent are stunted and 16 percent are underweight": of those who were counted before.
        if figure.counts.is_none() && kind == FigureKind::Percent && (reader.is_verb(end) || reader.is_function(end)) {
            let counted = self.counted.as_ref().filter(|counted| counted.sentence + 1 >= reader.sentence);
            figure.counts = counted.map(|counted| counted.span);
        }
        // "2 billion yen ($26 million)": the same thing said again.
        if reader.kind(first.wrapping_sub(1)) == Some(TokenKind::Open)
            && let Some(last) = self
                .figures
                .last()
                .filter(|last| last.kind == kind && last.span.end() == reader.span(first - 2, first - 1).end())
        {
            figure.counts = last.counts;
            figure.change = last.change;
        }
        // "people, of whom 68 percent": of those who were counted.
        if reader.is_any(first.wrapping_sub(1), &["whom", "which"]) && reader.is(first.wrapping_sub(2), "of") {
            figure.counts = self.counted_here(reader).or(figure.counts);
        }
        // "$27.50 a share, 43 percent above the last close": the same again, compared.
        let beside = reader.is(first.wrapping_sub(1), ",")
            && reader.is_any(end, &["above", "below", "more", "less", "higher", "lower"])
            && first >= reader.range.start + 2;
        if beside
            && let Some(last) = self.last_amount(reader)
            && last.span.end() == reader.span(first - 2, first - 1).end()
            && last.counts.is_some()
        {
            figure.counts = last.counts;
        }
        // "$100 an ounce, or 8.7 percent": again the same.
        let comma = usize::from(reader.is(first.wrapping_sub(2), ","));
        if reader.is(first.wrapping_sub(1), "or")
            && first >= reader.range.start + 2 + comma
            && let Some(last) = self.last_amount(reader).filter(|last| {
                reader.ends_before(last.span, first - 1 - comma)
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
}
