//! What a plain number counts: the noun after it, or what was counted before.

use super::{
    comparison::{comparison_group, ends_before, has_magnitude, in_points_or_times, is_compared, is_subject},
    counted::counted,
    head_noun::head_noun,
    measured::{equated, measured_by},
    moved::nearest_phrase,
    noun_phrase::{NounPhrase, phrase_from},
    parsed::{Kind, parsed, parsed_count},
};
use crate::{
    document::{Change, Figure, FigureKind},
    figure::{
        cursor::{Cursor, back},
        discourse::{Counted, Discourse},
        grammar::{is_content_word, is_plural_noun, is_verb, singular},
        modifier::left_of,
        number::Notation,
        quantity::{Amount, Measure},
    },
    text::Span,
};
use std::borrow::Cow;

/// Words after which a number that ends its clause is where something stands or goes: "rose to 45".
const MOVED: [&str; 22] = [
    "to", "at", "by", "is", "was", "were", "are", "of", "than", "about", "nearly", "least", "over", "reached", "hit",
    "totaled", "totalled", "up", "from", "points", "below", "above",
];

/// "a four-part documentary" has parts; what has them is counted on: the parts' name, and where the whole stands.
pub(in crate::figure) fn parts_of_whole(cursor: &Cursor, end: usize) -> Option<(Cow<'static, str>, Span)> {
    let part = end + 1;
    if !cursor.is_hyphen(end) || !cursor.joins(end) {
        return None;
    }
    if !is_content_word(cursor, part) || cursor.is_any(part, &["plus", "odd", "ish"]) {
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
    // "the world's top 10".
    if cursor.is(back(first, 1), "top") && !is_content_word(cursor, end) {
        return true;
    }
    if fill_level(cursor, discourse, amount, figure) || fill_magnitude(cursor, amount, figure) {
        return true;
    }
    let phrase = counted(cursor, first, end, figure.value.or(figure.max))
        .or_else(|| if is_bare_one(cursor, amount) { None } else { parsed_count(cursor, first, end) });
    if is_bare_one(cursor, amount) {
        let known = phrase.is_some() || is_one_of_them(cursor, discourse, amount);
        if !known || is_pronoun(cursor, first) {
            return false;
        }
    }
    match phrase {
        Some(phrase) => fill_counted(cursor, discourse, amount, figure, phrase),
        None => fill_uncounted(cursor, discourse, amount, figure),
    }
    true
}

/// "one" and nothing else.
fn is_bare_one(cursor: &Cursor, amount: &Amount) -> bool {
    cursor.is(amount.first, "one") && amount.end == amount.first + 1
}

/// "four see no change and one predicts a rise": one of those who were counted.
fn is_one_of_them(cursor: &Cursor, discourse: &Discourse, amount: &Amount) -> bool {
    if amount.first <= cursor.start() || discourse.counted_here(cursor).is_none() {
        return false;
    }
    is_subject(cursor, amount.first, amount.end)
}

/// "rising 45 points, or 0.13%, to 34,577": where it is then.
fn fill_level(cursor: &Cursor, discourse: &Discourse, amount: &Amount, figure: &mut Figure) -> bool {
    if !cursor.follows(amount.first, &[",", "to"]) || is_plural_noun(cursor, amount.end) {
        return false;
    }
    let Some(last) = discourse.last_amount(cursor).filter(|last| last.counts.is_some()) else { return false };
    if !ends_before(cursor, last.span, amount.first - 2) {
        return false;
    }
    figure.counts = last.counts;
    if matches!(last.change, Change::Up | Change::Down) {
        figure.change = last.change;
    }
    true
}

/// "a 7.1 magnitude quake", "a quake of magnitude 7.1".
fn fill_magnitude(cursor: &Cursor, amount: &Amount, figure: &mut Figure) -> bool {
    let (first, end) = (amount.first, amount.end);
    let phrase = if cursor.is(end, "magnitude") && cursor.is_word(end + 1) {
        phrase_from(cursor, end + 1, false)
    } else if has_magnitude(cursor, first) {
        counted(cursor, first, end, None).or_else(|| measured_by(cursor, first, end, &Measure::Plain))
    } else {
        return false;
    };
    figure.kind = FigureKind::Measure;
    figure.unit = Some("magnitude".into());
    figure.counts = phrase.map(|phrase| phrase.span(cursor));
    true
}

/// What the noun after the number says.
fn fill_counted(cursor: &Cursor, discourse: &mut Discourse, amount: &Amount, figure: &mut Figure, phrase: NounPhrase) {
    let first = amount.first;
    let unit = head_noun(cursor, phrase);
    let moved = matches!(figure.change, Change::Up | Change::Down);
    let measured = in_points_or_times(cursor, first, &phrase, moved).map(|phrase| phrase.span(cursor));
    // "at $260, or 45 times forward earnings": of what the amount before is.
    let times = cursor.is(phrase.head, "times") && phrase.head + 1 < cursor.end();
    let beside = times && cursor.is_any(back(first, 1), &["or", ","]);
    let last = if beside { discourse.last_amount(cursor).and_then(|last| last.counts) } else { None };
    figure.counts = measured.or(last).or_else(|| Some(phrase.span(cursor)));
    figure.unit = Some(unit.clone());
    discourse.counted = Some(Counted { span: phrase.span(cursor), unit, sentence: cursor.sentence() });
}

/// What the words around a number without a noun of its own say.
fn fill_uncounted(cursor: &Cursor, discourse: &Discourse, amount: &Amount, figure: &mut Figure) {
    let (first, end) = (amount.first, amount.end);
    if fill_of_them(cursor, discourse, amount, figure) || fill_compared(cursor, discourse, amount, figure) {
        return;
    }
    if let Some((name, phrase)) = parsed(cursor, first, end, Kind::Plain) {
        figure.rules.push(name);
        figure.counts = Some(phrase.span(cursor));
        return;
    }
    if let Some(phrase) = equated(cursor, first).or_else(|| moved_number(cursor, amount)) {
        figure.counts = Some(phrase.span(cursor));
        return;
    }
    if !fill_counted_before(cursor, discourse, amount, figure) {
        figure.counts = measured_by(cursor, first, end, &Measure::Plain).map(|phrase| phrase.span(cursor));
    }
}

/// "half of whom", "a third of them", "3,400 more", "by 68 votes to 29": of what was counted in the sentence.
fn fill_of_them(cursor: &Cursor, discourse: &Discourse, amount: &Amount, figure: &mut Figure) -> bool {
    let Some(counted) = discourse.counted.as_ref().filter(|counted| counted.sentence == cursor.sentence()) else {
        return false;
    };
    let end = amount.end;
    let refers = match cursor.lowercase(end) {
        "of" => cursor.is_any(end + 1, &["them", "whom", "which"]),
        "more" => !cursor.is_word(end + 1) || cursor.is_any(end + 1, &["and", "in", "were"]),
        _ => false,
    };
    if !refers && !is_against(cursor, amount.first, counted) {
        return false;
    }
    figure.counts = Some(counted.span);
    figure.unit = Some(counted.unit.clone());
    true
}

/// "68 votes to 29".
fn is_against(cursor: &Cursor, first: usize, counted: &Counted) -> bool {
    let last = back(first, 2);
    cursor.is(back(first, 1), "to") && cursor.contains(last) && counted.span.end() == cursor.span(last, last + 1).end()
}

/// "short of the 2.05 billion expected": in the unit of what it is compared with.
fn fill_compared(cursor: &Cursor, discourse: &Discourse, amount: &Amount, figure: &mut Figure) -> bool {
    if !is_compared(cursor, amount.first) {
        return false;
    }
    let Some(last) = discourse.last_amount(cursor) else { return false };
    let other = comparison_group(cursor, amount.end).map(|phrase| phrase.span(cursor));
    (figure.kind, figure.currency) = (last.kind, last.currency);
    figure.unit.clone_from(&last.unit);
    figure.counts = other.or(last.counts);
    true
}

/// "The death toll rose to 45": the subject, where the number ends its clause.
fn moved_number(cursor: &Cursor, amount: &Amount) -> Option<NounPhrase> {
    let left = left_of(cursor, amount.first);
    let at = if cursor.is(back(left, 1), "to") { left } else { amount.first };
    if !cursor.is_any(back(at, 1), &MOVED) || is_subject(cursor, amount.first, amount.end) {
        return None;
    }
    measured_by(cursor, amount.first, amount.end, &Measure::Plain)
}

/// "88 were shot down": what the clause or sentence before counted.
fn fill_counted_before(cursor: &Cursor, discourse: &Discourse, amount: &Amount, figure: &mut Figure) -> bool {
    let near = discourse.counted.as_ref().filter(|counted| counted.sentence + 1 >= cursor.sentence());
    let Some(counted) = near.filter(|_| figure.value != Some(0.0)) else { return false };
    let here = counted.sentence == cursor.sentence();
    // "600,000 of them": of what stands before, where nothing was counted in this sentence.
    let of = !here && cursor.is(amount.end, "of");
    if let Some(phrase) = if of { nearest_phrase(cursor, amount.first) } else { None } {
        figure.unit = Some(head_noun(cursor, phrase));
        figure.counts = Some(phrase.span(cursor));
        return true;
    }
    let fraction = amount.quantity.number.notation == Notation::Fraction;
    if fraction || !stands_for_counted(cursor, amount, here) {
        return false;
    }
    figure.counts = Some(counted.span);
    figure.unit = Some(counted.unit.clone());
    true
}

/// Whether the number stands for what was counted. Beyond its sentence only where the number acts, opens the next one or
/// is a verb's object, as in "brought down 88"; "the other is 74" is something else.
fn stands_for_counted(cursor: &Cursor, amount: &Amount, here: bool) -> bool {
    if is_verb(cursor, amount.end) {
        return true;
    }
    !is_content_word(cursor, amount.end) && (here || opens_or_is_object(cursor, left_of(cursor, amount.first)))
}

/// At the sentence's start, or after a verb: "brought down".
fn opens_or_is_object(cursor: &Cursor, left: usize) -> bool {
    let before = back(left, 1);
    if left == cursor.start() {
        return true;
    }
    let verb = cursor.is(before, "down") || is_verb(cursor, before);
    verb && !cursor.is_any(before, &["is", "was"])
}

/// "one" that stands for somebody or something: "the one", "one of them", "one day".
fn is_pronoun(cursor: &Cursor, at: usize) -> bool {
    const BEFORE: [&str; 11] =
        ["the", "this", "that", "which", "any", "every", "no", "each", "another", "such", "some"];
    const AFTER: [&str; 24] = [
        "another", "day", "thing", "time", "point", "way", "side", "hand", "of", "or", "might", "could", "can", "must",
        "should", "would", "may", "has", "is", "was", "who", "that", "such", "kind",
    ];
    if cursor.is_hyphen(at + 1) && cursor.is_any(at + 2, &["off", "time", "sided", "way"]) {
        return true;
    }
    cursor.is_any(back(at, 1), &BEFORE) || cursor.is_any(at + 1, &AFTER)
}
