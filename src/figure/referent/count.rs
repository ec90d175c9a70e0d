//! What a plain number counts: the noun after it, or what was counted before.

use super::{
    comparison::{comparison_group, ends_before, has_magnitude, in_points_or_times, is_compared, is_subject},
    counted::counted,
    head_noun::head_noun,
    measured::{equated, measured_by},
    moved::nearest_phrase,
    noun_phrase::phrase_from,
};
use crate::{
    document::{Change, Figure, FigureKind},
    figure::{
        cursor::{Cursor, back},
        discourse::{Counted, Discourse},
        grammar::{is_function_word, is_plural_noun, is_verb, singular},
        modifier::left_of,
        number::Notation,
        quantity::{Amount, Measure},
    },
    text::Span,
};
use std::borrow::Cow;

/// "a four-part documentary" has parts; what has them is counted on: the parts' name, and where the whole stands.
pub(in crate::figure) fn parts_of_whole(cursor: &Cursor, end: usize) -> Option<(Cow<'static, str>, Span)> {
    let part = end + 1;
    let joined = cursor.is_hyphen(end) && cursor.touches(end) && cursor.touched(end);
    let named =
        cursor.is_word(part) && !is_function_word(cursor, part) && !cursor.is_any(part, &["plus", "odd", "ish"]);
    if !joined || !named {
        return None;
    }
    let whole = phrase_from(cursor, part + 1, false).filter(|_| cursor.is_word(part + 1));
    let span = whole.map_or_else(|| cursor.span(part, part + 1), |phrase| phrase.span(cursor));
    Some((singular(cursor.lowercase(part)), span))
}

/// Fills in what a plain number counts. False where it turns out to be no figure.
pub(in crate::figure) fn count(
    cursor: &Cursor,
    discourse: &mut Discourse,
    amount: &Amount,
    figure: &mut Figure,
) -> bool {
    let (first, end) = (amount.first, amount.end);
    let value = figure.value;
    // "the world's top 10".
    if cursor.is(back(first, 1), "top") && (!cursor.is_word(end) || is_function_word(cursor, end)) {
        return true;
    }
    // "rising 45 points, or 0.13%, to 34,577": where it is then.
    if cursor.is(back(first, 1), "to")
        && cursor.word(back(first, 2)) == ","
        && let Some(last) = discourse.last_amount(cursor).filter(|last| last.counts.is_some())
        && ends_before(cursor, last.span, first - 2)
        && !is_plural_noun(cursor, end)
    {
        figure.counts = last.counts;
        if matches!(last.change, Change::Up | Change::Down) {
            figure.change = last.change;
        }
        return true;
    }
    // "a 7.1 magnitude quake".
    if cursor.is(end, "magnitude") && cursor.is_word(end + 1) {
        figure.kind = FigureKind::Measure;
        figure.unit = Some("magnitude".into());
        figure.counts = phrase_from(cursor, end + 1, false).map(|phrase| phrase.span(cursor));
        return true;
    }
    if has_magnitude(cursor, first) {
        figure.kind = FigureKind::Measure;
        figure.unit = Some("magnitude".into());
        let phrase = counted(cursor, first, end, None).or_else(|| measured_by(cursor, first, end, &Measure::Plain));
        figure.counts = phrase.map(|phrase| phrase.span(cursor));
        return true;
    }
    let fraction = amount.quantity.number.notation == Notation::Fraction;
    let phrase = counted(cursor, first, end, value.or(figure.max));
    // "four see no change and one predicts a rise": one of those who were counted.
    let one_of_them = is_subject(cursor, first, end)
        && first > cursor.start()
        && discourse.counted.as_ref().is_some_and(|counted| counted.sentence == cursor.sentence());
    if cursor.is(first, "one") && end == first + 1 && (phrase.is_none() && !one_of_them || is_pronoun(cursor, first)) {
        return false;
    }
    // "half of whom", "a third of them"; "3,400 more".
    let them = cursor.is(end, "of") && cursor.is_any(end + 1, &["them", "whom", "which"]);
    let more = cursor.is(end, "more") && (!cursor.is_word(end + 1) || cursor.is_any(end + 1, &["and", "in", "were"]));
    // "by 68 votes to 29".
    let against = cursor.is(back(first, 1), "to")
        && discourse.counted.as_ref().is_some_and(|counted| {
            first >= cursor.start() + 2 && counted.span.end() == cursor.span(first - 2, first - 1).end()
        });
    if (them || more || against)
        && phrase.is_none()
        && let Some(counted) = discourse.counted.as_ref().filter(|counted| counted.sentence == cursor.sentence())
    {
        figure.counts = Some(counted.span);
        figure.unit = Some(counted.unit.clone());
        return true;
    }
    if let Some(phrase) = phrase {
        let unit = head_noun(cursor, phrase);
        let moved = matches!(figure.change, Change::Up | Change::Down);
        let counted = in_points_or_times(cursor, first, &phrase, moved);
        // "at $260, or 45 times forward earnings": of what the amount before is.
        let beside = cursor.is(phrase.head, "times")
            && phrase.head + 1 < cursor.end()
            && (cursor.is(back(first, 1), "or") || cursor.word(back(first, 1)) == ",");
        let last =
            if beside && counted.is_none() { discourse.last_amount(cursor).and_then(|last| last.counts) } else { None };
        figure.counts = last.or_else(|| Some(counted.unwrap_or(phrase).span(cursor)));
        figure.unit = Some(unit.clone());
        discourse.counted = Some(Counted { span: phrase.span(cursor), unit, sentence: cursor.sentence() });
        return true;
    }
    // "short of the 2.05 billion expected": in the unit of what it is compared with.
    if is_compared(cursor, first)
        && let Some(last) = discourse.last_amount(cursor)
    {
        let other = comparison_group(cursor, end).map(|phrase| phrase.span(cursor));
        (figure.kind, figure.currency) = (last.kind, last.currency);
        figure.unit.clone_from(&last.unit);
        figure.counts = other.or(last.counts);
        return true;
    }
    if let Some(phrase) = equated(cursor, first) {
        figure.counts = Some(phrase.span(cursor));
        return true;
    }
    // "The death toll rose to 45": the subject, where the number ends its clause.
    let left = left_of(cursor, first);
    let before = cursor.before(if cursor.is(back(left, 1), "to") { left } else { first });
    let moved = matches!(
        before,
        "to" | "at"
            | "by"
            | "is"
            | "was"
            | "were"
            | "are"
            | "of"
            | "than"
            | "about"
            | "nearly"
            | "least"
            | "over"
            | "reached"
            | "hit"
            | "totaled"
            | "totalled"
            | "up"
            | "from"
            | "points"
            | "below"
            | "above"
    );
    let moved = moved && !is_subject(cursor, first, end);
    if moved && let Some(phrase) = measured_by(cursor, first, end, &Measure::Plain) {
        figure.counts = Some(phrase.span(cursor));
        return true;
    }
    // "88 were shot down": what the clause or sentence before counted.
    if let Some(counted) =
        discourse.counted.as_ref().filter(|counted| counted.sentence + 1 >= cursor.sentence() && value != Some(0.0))
    {
        // "600,000 of them": of what stands before, where nothing was counted in this sentence.
        if cursor.is(end, "of")
            && counted.sentence != cursor.sentence()
            && let Some(phrase) = nearest_phrase(cursor, first)
        {
            figure.unit = Some(head_noun(cursor, phrase));
            figure.counts = Some(phrase.span(cursor));
            return true;
        }
        // Beyond its sentence only where the number acts, opens the next one or is a verb's object, as in "brought
        // down 88"; "the other is 74" is something else.
        let left = left_of(cursor, first);
        let near = counted.sentence == cursor.sentence()
            || left == cursor.start()
            || (is_verb(cursor, left - 1) || cursor.is(left - 1, "down")) && !cursor.is_any(left - 1, &["is", "was"]);
        let verb = is_verb(cursor, end) || near && (is_function_word(cursor, end) || !cursor.is_word(end));
        if verb && !fraction {
            figure.counts = Some(counted.span);
            figure.unit = Some(counted.unit.clone());
            return true;
        }
    }
    figure.counts = measured_by(cursor, first, end, &Measure::Plain).map(|phrase| phrase.span(cursor));
    true
}

/// "one" that stands for somebody or something: "the one", "one of them", "one day".
fn is_pronoun(cursor: &Cursor, at: usize) -> bool {
    cursor
        .is_any(back(at, 1), &["the", "this", "that", "which", "any", "every", "no", "each", "another", "such", "some"])
        || cursor.is_any(
            at + 1,
            &[
                "another", "day", "thing", "time", "point", "way", "side", "hand", "of", "or", "might", "could", "can",
                "must", "should", "would", "may", "has", "is", "was", "who", "that", "such", "kind",
            ],
        )
        || cursor.is_hyphen(at + 1) && cursor.is_any(at + 2, &["off", "time", "sided", "way"])
}
