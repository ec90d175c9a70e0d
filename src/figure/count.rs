//! What a plain number counts: the noun behind it, or what was counted before.

use super::{
    Change, Figure, FigureKind,
    amount::Amount,
    exception::{bare_age, is_pronoun, whose_age},
    find::{Counted, Finder, span, unit_of},
    noun::singular,
    numeral::Form,
    quantity::Measure,
    reader::Reader,
};

impl Finder {
    /// Fills in what a plain number counts. False where it turns out to be no figure.
    pub(super) fn count(&mut self, reader: &Reader, amount: &Amount, figure: &mut Figure) -> bool {
        let (first, end) = (amount.first, amount.end);
        let value = figure.value;
        // "a four-part documentary" has parts; what has them is counted on.
        if reader.is_hyphen(end)
            && reader.touches(end)
            && reader.touched(end)
            && reader.is_word(end + 1)
            && !reader.is_function(end + 1)
            && !reader.is_any(end + 1, &["plus", "odd", "ish"])
        {
            figure.unit = Some(singular(reader.lower(end + 1)));
            let behind = reader.phrase_from(end + 2, false).filter(|_| reader.is_word(end + 2));
            figure.counts = Some(behind.map_or_else(|| reader.span(end + 1, end + 2), |phrase| span(reader, phrase)));
            return true;
        }
        if let Some(unit) = bare_age(reader, first, end).filter(|_| value.is_some_and(|value| value < 120.0)) {
            figure.kind = FigureKind::Age;
            figure.unit = Some(unit.into());
            figure.counts = whose_age(reader, first).map(|phrase| span(reader, phrase));
            return true;
        }
        // "the world's top 10".
        if reader.is(first.wrapping_sub(1), "top") && (!reader.is_word(end) || reader.is_function(end)) {
            return true;
        }
        // "rising 45 points, or 0.13%, to 34,577": where it is then.
        if reader.is(first.wrapping_sub(1), "to")
            && reader.word(first.wrapping_sub(2)) == ","
            && let Some(last) = self.last_amount(reader).filter(|last| last.counts.is_some())
            && reader.ends_before(last.span, first - 2)
            && !reader.is_plural_noun(end)
        {
            figure.counts = last.counts;
            if matches!(last.change, Change::Up | Change::Down) {
                figure.change = last.change;
            }
            return true;
        }
        // "a 7.1 magnitude quake".
        if reader.is(end, "magnitude") && reader.is_word(end + 1) {
            figure.kind = FigureKind::Measure;
            figure.unit = Some("magnitude".into());
            figure.counts = reader.phrase_from(end + 1, false).map(|phrase| span(reader, phrase));
            return true;
        }
        if reader.has_magnitude(first) {
            figure.kind = FigureKind::Measure;
            figure.unit = Some("magnitude".into());
            let phrase = reader.counted(first, end, None).or_else(|| reader.measured_by(first, end, &Measure::Plain));
            figure.counts = phrase.map(|phrase| span(reader, phrase));
            return true;
        }
        let fraction = amount.quantity.number.form == Form::Fraction;
        let phrase = reader.counted(first, end, value.or(figure.max));
        // "four see no change and one predicts a rise": one of those who were counted.
        let one_of_them = reader.is_subject(first, end)
            && first > reader.range.start
            && self.counted.as_ref().is_some_and(|counted| counted.sentence == reader.sentence);
        if reader.is(first, "one")
            && end == first + 1
            && (phrase.is_none() && !one_of_them || is_pronoun(reader, first))
        {
            return false;
        }
        // "half of whom", "a third of them"; "3,400 more".
        let them = reader.is(end, "of") && reader.is_any(end + 1, &["them", "whom", "which"]);
        let more =
            reader.is(end, "more") && (!reader.is_word(end + 1) || reader.is_any(end + 1, &["and", "in", "were"]));
        // "by 68 votes to 29".
        let against = reader.is(first.wrapping_sub(1), "to")
            && self.counted.as_ref().is_some_and(|counted| {
                first >= reader.range.start + 2 && counted.span.end() == reader.span(first - 2, first - 1).end()
            });
        if (them || more || against)
            && phrase.is_none()
            && let Some(counted) = self.counted.as_ref().filter(|counted| counted.sentence == reader.sentence)
        {
            figure.counts = Some(counted.span);
            figure.unit = Some(counted.unit.clone());
            return true;
        }
        if let Some(phrase) = phrase {
            let unit = unit_of(reader, phrase);
            let moved = matches!(figure.change, Change::Up | Change::Down);
            let counted = reader.in_points_or_times(first, &phrase, moved);
            // "at $260, or 45 times forward earnings": of what the amount before is.
            let beside = reader.is(phrase.head, "times")
                && phrase.head + 1 < reader.range.end
                && (reader.is(first.wrapping_sub(1), "or") || reader.word(first.wrapping_sub(1)) == ",");
            let last =
                if beside && counted.is_none() { self.last_amount(reader).and_then(|last| last.counts) } else { None };
            figure.counts = last.or_else(|| Some(span(reader, counted.unwrap_or(phrase))));
            figure.unit = Some(unit.clone());
            self.counted = Some(Counted { span: span(reader, phrase), unit, sentence: reader.sentence });
            return true;
        }
        // "short of the 2.05 billion expected": in the unit of what it is compared with.
        if reader.is_compared(first)
            && let Some(last) = self.last_amount(reader)
        {
            let other = reader.compared_for(end).map(|phrase| span(reader, phrase));
            (figure.kind, figure.currency) = (last.kind, last.currency);
            figure.unit.clone_from(&last.unit);
            figure.counts = other.or(last.counts);
            return true;
        }
        if let Some(phrase) = reader.equated(first) {
            figure.counts = Some(span(reader, phrase));
            return true;
        }
        // "The death toll rose to 45": the subject, where the number ends its clause.
        let left = reader.left_of(first);
        let before = reader.before(if reader.is(left.wrapping_sub(1), "to") { left } else { first });
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
        let moved = moved && !reader.is_subject(first, end);
        if moved && let Some(phrase) = reader.measured_by(first, end, &Measure::Plain) {
            figure.counts = Some(span(reader, phrase));
            return true;
        }
        // "88 were shot down": what the clause or sentence before counted.
        if let Some(counted) =
            self.counted.as_ref().filter(|counted| counted.sentence + 1 >= reader.sentence && value != Some(0.0))
        {
            // "600,000 of them": of what stands before, where nothing was counted in this sentence.
            if reader.is(end, "of")
                && counted.sentence != reader.sentence
                && let Some(phrase) = reader.nearest_phrase(first)
            {
                figure.unit = Some(unit_of(reader, phrase));
                figure.counts = Some(span(reader, phrase));
                return true;
            }
            // Beyond its sentence only where the number acts, opens the next one or is a verb's object, as in "brought
            // down 88"; "the other is 74" is something else.
            let left = reader.left_of(first);
            let near = counted.sentence == reader.sentence
                || left == reader.range.start
                || (reader.is_verb(left - 1) || reader.is(left - 1, "down"))
                    && !reader.is_any(left - 1, &["is", "was"]);
            let verb = reader.is_verb(end) || near && (reader.is_function(end) || !reader.is_word(end));
            if verb && !fraction {
                figure.counts = Some(counted.span);
                figure.unit = Some(counted.unit.clone());
                return true;
            }
        }
        figure.counts = reader.measured_by(first, end, &Measure::Plain).map(|phrase| span(reader, phrase));
        true
    }
}
