//! Indirect speech: what somebody is said to have said, without quotation marks.

use super::{
    Quote,
    attribute::Reading,
    class::{Class, ends_like_verb},
    phrase::PhraseKind,
    source::Saying,
    speaker::{Mentions, speaker_of},
    unit::Classes,
};
use crate::{Document, article::BlockKind, text::Span};
use std::ops::Range;

/// What is longer than this many tokens is no clause. The bound keeps time and digest linear in odd input.
const LONGEST: usize = 200;

/// How many verbs ahead the end of a clause is looked for.
const NEAR: usize = 8;

/// Finds indirect statements that a clear cue introduces or follows.
pub(super) fn find_indirect(document: &Document, mentions: &Mentions, readings: &[Reading]) -> Vec<Quote> {
    let mut quotes = Vec::new();
    for reading in readings {
        // A heading's "says operator" is telegram style; what it says comes again below.
        if !matches!(document.blocks()[reading.unit.block].kind, BlockKind::Paragraph | BlockKind::ListItem) {
            continue;
        }
        let mut taken = reading.unit.tokens.start;
        for (index, saying) in reading.sayings.iter().enumerate() {
            let Some(source) = saying.source else { continue };
            let Some(content) = content(document, reading, saying, index, taken) else { continue };
            taken = content.end.max(taken);
            let quoted = content.clone().take(LONGEST).any(|at| reading.classes.at(at) == Class::Quote);
            if quoted || content.len() < 3 || content.len() > LONGEST {
                continue;
            }
            let tokens = document.tokens();
            let speaker = speaker_of(document, reading, mentions, source);
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
    let source = &reading.phrases[saying.source?];
    if !can_speak(document, saying, source.kind) {
        return None;
    }
    let start = classes.start();
    let pair = tag_start(reading, saying)..saying.cue.end.max(source.tokens.end);
    let end = clause_end(reading, index);
    let according = saying.cue.len() > 1;
    if according && pair.start == start {
        const REACH: usize = 40;
        let comma = (pair.end..end.min(pair.end + REACH)).find(|&at| classes.at(at) == Class::Comma)?;
        return trim(reading, comma + 1..end);
    }
    // "…, Smith said." "…, according to Smith." "Russia, Smith said, would …"
    let told = takes_person(document, saying);
    if let Some(behind) = tag_end(classes, pair.end, told || according)
        && (according || saying.class == Class::Say && classes.before(pair.start) == Class::Comma)
    {
        let semicolon =
            (start.max(pair.start.saturating_sub(60))..pair.start).rev().find(|&at| classes.at(at) == Class::Semicolon);
        if pair.start > start + LONGEST && taken + LONGEST < pair.start {
            return None;
        }
        let first = taken.max(start).max(semicolon.map_or(0, |at| at + 1));
        let verb = |class: Class| matches!(class, Class::Be | Class::Auxiliary | Class::Verb | Class::To);
        let whole = (first..pair.start).any(|at| {
            verb(classes.at(at))
                || classes.at(at).is_cue()
                || classes.at(at) == Class::Noun && ends_like_verb(document.token_str(at))
        });
        let goes_on = classes.at(behind) == Class::Comma && behind + 3 < end;
        let parted = goes_on && (!whole || verb(classes.at(behind + 1)));
        if first < pair.start {
            return trim(reading, first..if parted { end } else { pair.start });
        }
    }
    // "declined to say why": nothing is said.
    let infinitive = classes.before(saying.cue.start) == Class::To;
    if according || infinitive || source.tokens.start > saying.cue.start {
        return None;
    }
    clause_behind(document, reading, saying, end)
}

/// Whether what the phrase means can be the source of indirect speech by this cue.
fn can_speak(document: &Document, saying: &Saying, kind: PhraseKind) -> bool {
    match kind {
        PhraseKind::Temporal | PhraseKind::Object => false,
        // "A photograph suggested a friendlier mood": things show, people say.
        PhraseKind::Noun | PhraseKind::SayNoun => {
            saying.cue.len() > 1
                || saying.class == Class::Say
                    && matches!(
                        document.token_str(saying.cue.start),
                        "said"
                            | "says"
                            | "say"
                            | "added"
                            | "adds"
                            | "told"
                            | "tells"
                            | "warned"
                            | "warns"
                            | "announced"
                            | "stated"
                            | "states"
                            | "claimed"
                            | "insisted"
                            | "argued"
                            | "hopes"
                            | "believes"
                            | "noted"
                    )
        }
        _ => true,
    }
}

/// Where a tag begins: "the chief executive, Smith, told" begins with the description.
fn tag_start(reading: &Reading, saying: &Saying) -> usize {
    let Some(source) = saying.source else { return saying.cue.start };
    let first = saying.cue.start.min(reading.phrases[source].tokens.start);
    let described = source.checked_sub(1).map(|before| &reading.phrases[before]).filter(|before| {
        before.tokens.end + 1 == first
            && reading.classes.before(first) == Class::Comma
            && reading.classes.before(before.tokens.start) == Class::Comma
            && matches!(before.kind, PhraseKind::Speaker | PhraseKind::Noun)
            && reading.phrases[source].kind == PhraseKind::Person
    });
    described.map_or(first, |before| before.tokens.start)
}

/// Where a tag ends, if nothing but adverbials (and whom it was told) stands behind verb and source.
fn tag_end(classes: &Classes, from: usize, object: bool) -> Option<usize> {
    const LONGEST: usize = 14;
    let marks = |class: Class| {
        matches!(class, Class::Terminal | Class::Comma | Class::Edge | Class::Semicolon | Class::Dash | Class::Colon)
    };
    let first = classes.at(from);
    let opens = marks(first)
        || object
        || matches!(first, Class::Preposition | Class::Of | Class::Calendar | Class::Adverb | Class::Bracket);
    if !opens {
        return None;
    }
    let end = (from..from + LONGEST).find(|&at| {
        !matches!(
            classes.at(at),
            Class::Adverb
                | Class::Calendar
                | Class::Preposition
                | Class::Of
                | Class::Noun
                | Class::Capital
                | Class::Determiner
                | Class::Number
                | Class::Clitic
                | Class::Hyphen
                | Class::Object
                | Class::Bracket
        )
    })?;
    marks(classes.at(end)).then_some(end)
}

/// Verbs with a person as their object: "told reporters".
fn takes_person(document: &Document, saying: &Saying) -> bool {
    matches!(
        document.token_str(saying.cue.start),
        "told" | "tells" | "tell" | "telling" | "asked" | "assured" | "informed" | "reminded" | "warned"
    )
}

/// The clause behind the cue.
fn clause_behind(document: &Document, reading: &Reading, saying: &Saying, end: usize) -> Option<Range<usize>> {
    const REACH: usize = 12;
    let classes = &reading.classes;
    let mut at = saying.cue.end;
    let word = crate::lexicon::lowercase(document.token_str(saying.cue.start)).into_owned();
    if saying.class == Class::Saying && !clausal(&word) {
        return None;
    }
    // Whom it was told, where and when: "told reporters (in Rome on Sunday) that".
    let that = (at..end.min(at + REACH))
        .take_while(|&at| {
            matches!(
                classes.at(at),
                Class::Noun
                    | Class::Capital
                    | Class::Determiner
                    | Class::Object
                    | Class::Clitic
                    | Class::Calendar
                    | Class::Number
                    | Class::Hyphen
                    | Class::Preposition
                    | Class::Of
                    | Class::To
                    | Class::That
            )
        })
        .find(|&at| classes.at(at) == Class::That);
    match classes.at(at) {
        Class::Terminal | Class::Colon | Class::Edge | Class::Conjunction | Class::Comma => return None,
        _ if that.is_some() => at = that? + 1,
        Class::To => {}
        _ if needs_clause(&word) => {
            // "told households to expect …".
            let person = matches!(classes.at(at), Class::Object | Class::Noun | Class::Capital | Class::Determiner);
            let to = (at..end.min(at + 6)).any(|at| classes.at(at) == Class::To);
            let clause = matches!(classes.at(at), Class::Subject)
                || matches!(classes.at(at), Class::Object)
                    && matches!(classes.at(at + 1), Class::Subject | Class::Determiner | Class::Capital);
            if !(takes_person(document, saying) && person && to || clause) {
                return None;
            }
        }
        Class::Preposition | Class::Calendar | Class::Adverb if saying.class == Class::Say => {
            // "said on Tuesday (that) …", "said in a statement …": the adverbial is no part of what is said.
            while matches!(classes.at(at), Class::Adverb | Class::Calendar) {
                at += 1;
            }
            if classes.at(at) == Class::That {
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
        Class::Verb | Class::Be | Class::Auxiliary => return None,
        _ => {}
    }
    trim(reading, at..end)
}

/// Verbs that are clear cues only before a clause: "offered a list", "told the story" say nothing of what was said.
fn needs_clause(word: &str) -> bool {
    matches!(
        word,
        "offered"
            | "offers"
            | "told"
            | "tells"
            | "tell"
            | "remembers"
            | "remembered"
            | "recalled"
            | "recalls"
            | "put"
            | "puts"
            | "read"
            | "reads"
            | "felt"
            | "feels"
            | "began"
            | "point"
            | "points"
            | "pointed"
            | "mentioned"
            | "mentions"
            | "repeated"
            | "posted"
            | "knew"
            | "knows"
            | "know"
            | "voiced"
            | "continued"
            | "continues"
            | "reflected"
            | "reflects"
            | "think"
            | "thinks"
            | "thought"
            | "found"
            | "finds"
            | "revealed"
            | "discussed"
            | "discusses"
            | "cited"
            | "cites"
            | "issued"
            | "issues"
            | "released"
            | "published"
            | "shared"
            | "sent"
            | "sang"
            | "sings"
            | "sing"
            | "presented"
            | "introduced"
            | "named"
            | "listed"
            | "spoke"
            | "speaks"
            | "talked"
            | "joked"
            | "attacked"
            | "attacks"
            | "answered"
            | "backed"
            | "expressed"
            | "emailed"
            | "text"
            | "messaged"
            | "quoted"
            | "ran"
            | "signaled"
            | "titled"
            | "wept"
            | "laughed"
            | "added"
            | "adds"
            | "asked"
            | "estimate"
            | "outlined"
            | "pressed"
    )
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
            | "reporting"
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
        let mut joined = false;
        while at > saying.cue.end
            && matches!(
                reading.classes.at(at - 1),
                Class::Conjunction | Class::Comma | Class::Adverb | Class::Auxiliary | Class::Be
            )
        {
            at -= 1;
            joined |= matches!(reading.classes.at(at), Class::Conjunction | Class::Comma);
        }
        if joined && at > saying.cue.end {
            return at.min(end);
        }
    }
    end
}

/// Drops marks and conjunctions at both ends.
fn trim(reading: &Reading, mut range: Range<usize>) -> Option<Range<usize>> {
    let mark = |at: usize| {
        matches!(reading.classes.at(at), Class::Comma | Class::Dash | Class::Terminal | Class::Colon | Class::Semicolon)
    };
    while !range.is_empty() && (mark(range.start) || reading.classes.at(range.start) == Class::Conjunction) {
        range.start += 1;
    }
    while !range.is_empty() && mark(range.end - 1) {
        range.end -= 1;
    }
    (!range.is_empty()).then_some(range)
}
