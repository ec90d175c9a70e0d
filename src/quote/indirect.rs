//! Indirect speech: what somebody is said to have said, without quotation marks.

use super::{
    Quote,
    attribute::Reading,
    class::Class,
    marks::Quoted,
    phrase::PhraseKind,
    source::Saying,
    speaker::{Mentions, speaker_of},
};
use crate::{Document, text::Span};
use std::ops::Range;

/// How many verbs ahead the end of a clause is looked for.
const NEAR: usize = 8;

/// Finds indirect statements that a clear cue introduces or follows.
pub(super) fn find_indirect(document: &Document, _quoted: &[Quoted], readings: &[Reading]) -> Vec<Quote> {
    let mentions = Mentions::of(document);
    let mut quotes = Vec::new();
    for reading in readings {
        let mut taken = reading.unit.tokens.start;
        for (index, saying) in reading.sayings.iter().enumerate() {
            let Some(source) = saying.source else { continue };
            let Some(content) = content(document, reading, saying, index, taken) else { continue };
            taken = content.end.max(taken);
            let quoted = content.clone().any(|at| reading.classes.at(at) == Class::Quote);
            if quoted || content.len() < 3 {
                continue;
            }
            let tokens = document.tokens();
            let speaker = speaker_of(document, reading, &mentions, source);
            let span: Span = tokens[content.start].span.cover(tokens[content.end - 1].span);
            quotes.push(Quote {
                span,
                speaker: speaker.actor,
                speaker_span: Some(speaker.span),
                cue: Some(tokens[saying.cue.start].span.cover(tokens[saying.cue.end - 1].span)),
                direct: false,
            });
        }
    }
    quotes
}

/// The tokens of what is said: the clause behind the cue, or the one before it.
fn content(
    document: &Document,
    reading: &Reading,
    saying: &Saying,
    index: usize,
    taken: usize,
) -> Option<Range<usize>> {
    let classes = &reading.classes;
    let unit = &reading.unit.tokens;
    let source = &reading.phrases[saying.source?];
    let pair = saying.cue.start.min(source.tokens.start)..saying.cue.end.max(source.tokens.end);
    let end = clause_end(reading, index);
    let according = saying.cue.len() > 1;
    // "…, Smith said." "…, according to Smith." "…, Smith said, …"
    let comma = classes.before(pair.start) == Class::Comma;
    let after = classes.at(pair.end);
    let tagged = matches!(after, Class::Terminal | Class::Comma | Class::Edge | Class::Calendar)
        || after == Class::Preposition && (saying.class == Class::Say || according);
    if according && pair.start == unit.start {
        let comma = (pair.end..unit.end.min(pair.end + 40)).find(|&at| classes.at(at) == Class::Comma)?;
        return trim(document, reading, comma + 1..end);
    }
    if comma && tagged && saying.class == Class::Say || according {
        let first = taken.max(unit.start);
        let whole = if after == Class::Comma && !according && pair.end + 3 < end { end } else { pair.start };
        if first + 3 <= pair.start || whole == end {
            return trim(document, reading, first..whole);
        }
    }
    if according || source.tokens.start > saying.cue.start {
        return None;
    }
    behind(document, reading, saying, end)
}

/// The clause behind the cue.
fn behind(document: &Document, reading: &Reading, saying: &Saying, end: usize) -> Option<Range<usize>> {
    let classes = &reading.classes;
    let mut at = saying.cue.end;
    let word = crate::lexicon::lowercase(document.token_str(saying.cue.start)).into_owned();
    // Whom it was told: "told reporters (in Rome) that".
    let that = (at..end.min(at + 12))
        .take_while(|&at| classes.at(at) != Class::Comma)
        .find(|&at| classes.at(at) == Class::That);
    match classes.at(at) {
        Class::That => at += 1,
        Class::Terminal | Class::Colon | Class::Edge | Class::Conjunction | Class::Comma => return None,
        _ if that.is_some() => at = that? + 1,
        Class::Preposition | Class::Calendar | Class::Adverb if saying.class == Class::Say => {
            // "said on Tuesday (that) …", "said in a statement …": the adverbial is no part of what is said.
            while matches!(classes.at(at), Class::Adverb | Class::Calendar) {
                at += 1;
            }
            if classes.at(at) == Class::Preposition {
                let phrase = &reading.phrases[reading.phrase_at(at + 1)?];
                let adverbial = matches!(phrase.kind, PhraseKind::Temporal | PhraseKind::SayNoun);
                if !adverbial {
                    return None;
                }
                at = phrase.tokens.end;
            }
        }
        _ if saying.class == Class::Saying && !clausal(&word) => return None,
        _ if saying.class == Class::Report
            && !matches!(
                classes.at(at),
                Class::To
                    | Class::Noun
                    | Class::Determiner
                    | Class::Subject
                    | Class::Object
                    | Class::Capital
                    | Class::Preposition
            ) =>
        {
            return None;
        }
        _ => {}
    }
    trim(document, reading, at..end)
}

/// Participles that take a clause.
fn clausal(word: &str) -> bool {
    matches!(
        word,
        "saying"
            | "adding"
            | "arguing"
            | "claiming"
            | "noting"
            | "insisting"
            | "warning"
            | "explaining"
            | "suggesting"
            | "stating"
            | "telling"
            | "announcing"
            | "acknowledging"
            | "admitting"
            | "declaring"
            | "promising"
            | "calling"
            | "accusing"
            | "urging"
            | "believing"
            | "predicting"
            | "conceding"
            | "concluding"
            | "asking"
    )
}

/// Where the clause of a saying ends: at the next saying that is joined to it, or with the unit.
fn clause_end(reading: &Reading, index: usize) -> usize {
    let unit = &reading.unit.tokens;
    let mut end = unit.end;
    while end > unit.start && matches!(reading.classes.at(end - 1), Class::Terminal) {
        end -= 1;
    }
    let saying = &reading.sayings[index];
    for next in reading.sayings[index + 1..].iter().take(NEAR) {
        // ", adding that …", "and accused …", "but they said …".
        let start = next.source.map_or(next.cue.start, |source| {
            let source = &reading.phrases[source].tokens;
            if source.start > saying.cue.end { next.cue.start.min(source.start) } else { next.cue.start }
        });
        if start <= saying.cue.end {
            continue;
        }
        let mut at = start;
        while at > saying.cue.end
            && matches!(
                reading.classes.at(at - 1),
                Class::Conjunction | Class::Comma | Class::Adverb | Class::Auxiliary
            )
        {
            at -= 1;
        }
        if at < start && at > saying.cue.end {
            return at.min(end);
        }
    }
    end
}

/// Drops marks and conjunctions at both ends.
fn trim(document: &Document, reading: &Reading, mut range: Range<usize>) -> Option<Range<usize>> {
    let mark = |at: usize| {
        matches!(reading.classes.at(at), Class::Comma | Class::Dash | Class::Terminal | Class::Colon | Class::Semicolon)
    };
    while !range.is_empty() && (mark(range.start) || reading.classes.at(range.start) == Class::Conjunction) {
        range.start += 1;
    }
    while !range.is_empty() && mark(range.end - 1) {
        range.end -= 1;
    }
    let _ = document;
    (!range.is_empty()).then_some(range)
}
