//! Where what is said begins and ends: the clause behind its verb, or the one before it.

use super::{
    chunk::{Class, ends_like_verb},
    phrase::PhraseKind,
    reading::Reading,
    source::Saying,
    unit::Classes,
    verbs,
};
use crate::Document;
use std::ops::Range;

/// What is longer than this many tokens is no clause. The bound keeps time and digest linear in odd input.
pub(super) const LONGEST: usize = 200;

/// How many verbs ahead the end of a clause is looked for.
const NEAR: usize = 8;

/// The tokens of what is said: the clause behind the cue, or the one before it.
pub(super) fn content(
    document: &Document,
    reading: &Reading,
    saying: &Saying,
    index: usize,
    taken: usize,
) -> Option<Range<usize>> {
    let classes = &reading.classes;
    let source = &reading.phrases[saying.source?];
    if !can_speak(document, saying, source.kind, classes.at(saying.cue.end) == Class::That) {
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
    let told = verbs::takes_person(document.token_str(saying.cue.start));
    let behind = if according { source_end(classes, pair.end) } else { tag_end(classes, pair.end, told) };
    // "In the north, where gales are forecast, the police advised against travel."
    let against = document.token_str_at(saying.cue.end) == Some("against");
    if let Some(behind) = behind.filter(|_| !against)
        && (according || saying.class == Class::Say && classes.before(pair.start) == Class::Comma)
    {
        let semicolon =
            (start.max(pair.start.saturating_sub(60))..pair.start).rev().find(|&at| classes.at(at) == Class::Semicolon);
        if pair.start > start + LONGEST && taken + LONGEST < pair.start {
            return None;
        }
        let first = taken.max(start).max(semicolon.map_or(0, |at| at + 1));
        let verb = |class: Class| matches!(class, Class::Be | Class::Auxiliary | Class::Verb | Class::To);
        let whole = according
            || classes.at(first) == Class::Subject
            || (first + 1..pair.start).any(|at| {
                verb(classes.at(at))
                    || matches!(classes.at(at), Class::Say | Class::Report | Class::Subject)
                    || classes.at(at) == Class::Noun && ends_like_verb(document.token_str(at))
            });
        let goes_on = classes.at(behind) == Class::Comma && behind + 3 < end;
        let parted = goes_on
            && (!whole || verb(classes.at(behind + 1)) || according && sentence_opens(classes, first..pair.start));
        // "In a statement, Smith said: …", "Asked about it, Smith said …": nothing has been said yet.
        let asked = matches!(document.token_str(first), "Asked" | "Pressed" | "Questioned");
        let opens = (asked || matches!(classes.at(first), Class::Preposition | Class::Saying))
            && matches!(classes.at(behind), Class::Colon | Class::Quote);
        if first < pair.start && (whole || parted) && !opens {
            return trim(reading, first..if parted { end } else { pair.start });
        }
    }
    // "declined to say why": nothing is said; "went on to say that …": something is.
    let infinitive = classes.before(saying.cue.start) == Class::To
        && (classes.at(saying.cue.end) != Class::That || {
            let before = saying.cue.start.saturating_sub(2);
            matches!(
                document.token_str(before),
                "declined" | "refused" | "failed" | "unable" | "unwilling" | "reluctant" | "loath" | "hesitated"
            )
        });
    if according || infinitive || source.tokens.start > saying.cue.start {
        return None;
    }
    clause_behind(document, reading, saying, end)
}

/// The clause behind the cue.
fn clause_behind(document: &Document, reading: &Reading, saying: &Saying, end: usize) -> Option<Range<usize>> {
    const REACH: usize = 12;
    let classes = &reading.classes;
    let mut at = saying.cue.end;
    let word = document.small_str(saying.cue.start).to_owned();
    let source = &reading.phrases[saying.source?];
    let text = source.kind == PhraseKind::SayNoun;
    if saying.class == Class::Saying && !verbs::clausal(&word) {
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
        // "wrote to the court": whom it was told.
        Class::To
            if matches!(
                classes.at(at + 1),
                Class::Determiner | Class::Capital | Class::Subject | Class::Object | Class::Number | Class::Quote
            ) =>
        {
            return None;
        }
        Class::To => {}
        Class::Of if saying.class == Class::Say => return None,
        _ if !text && verbs::needs_clause(&word) => {
            // "told households to expect …".
            let person = matches!(classes.at(at), Class::Object | Class::Noun | Class::Capital | Class::Determiner);
            let to = (at..end.min(at + 6)).any(|at| classes.at(at) == Class::To);
            if verbs::takes_person(document.token_str(saying.cue.start))
                && person
                && let Some(phrase) = reading.phrase_at(at)
            {
                // "told the council (on Tuesday) she would stay".
                let mut after = reading.phrases[phrase].tokens.end;
                while after < end && matches!(classes.at(after), Class::Calendar | Class::Adverb) {
                    after += 1;
                }
                if matches!(classes.at(after), Class::Subject | Class::Subordinator) {
                    return trim(reading, after..end);
                }
            }
            let clause = matches!(classes.at(at), Class::Subject | Class::Subordinator)
                || matches!(classes.at(at), Class::Object)
                    && matches!(classes.at(at + 1), Class::Subject | Class::Determiner | Class::Capital);
            if !(verbs::takes_person(document.token_str(saying.cue.start)) && person && to || clause) {
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
                // "wrote in a note to clients (on Wednesday)".
                if classes.at(at) == Class::To {
                    return None;
                }
            }
            // "“…,” she said on Monday, after divers had found …": when she said it.
            if classes.at(at) == Class::Comma && circumstance(document.token_str_at(at + 1)) {
                return None;
            }
        }
        Class::Determiner if reading.phrase_at(at).is_some_and(|phrase| temporal(reading, phrase)) => {
            // "wrote this month (that) …".
            at = reading.phrases[reading.phrase_at(at)?].tokens.end;
            if !matches!(classes.at(at), Class::That | Class::Subject | Class::Determiner | Class::Capital) {
                return None;
            }
            at += usize::from(classes.at(at) == Class::That);
        }
        Class::Verb | Class::Be | Class::Auxiliary => return None,
        // "conceded defeat": an act.
        _ if document.token_str_at(at) == Some("defeat") => return None,
        // "announced the call on Friday": which call was said before.
        Class::Determiner
            if matches!(&*word, "announced" | "announces")
                && document.token_str_at(at) == Some("the")
                && matches!(classes.at(at + 2), Class::Preposition | Class::Calendar | Class::Terminal) =>
        {
            return None;
        }
        _ => {}
    }
    // "…; her colleague doubts it" is somebody else's.
    let semicolon = (at..end.min(at + LONGEST)).find(|&at| classes.at(at) == Class::Semicolon);
    trim(reading, at..semicolon.unwrap_or(end))
}

/// Words behind "she said on Monday," that begin a clause of when or why.
fn circumstance(word: Option<&str>) -> bool {
    matches!(word, Some("after" | "as" | "because" | "before" | "hours" | "since" | "when" | "while"))
}

fn temporal(reading: &Reading, phrase: usize) -> bool {
    reading.phrases[phrase].kind == PhraseKind::Temporal
}

/// Whether what the phrase means can be the source of indirect speech by this cue.
fn can_speak(document: &Document, saying: &Saying, kind: PhraseKind, that: bool) -> bool {
    match kind {
        PhraseKind::Temporal | PhraseKind::Object => false,
        // "A photograph suggested a friendlier mood": things show, people say.
        PhraseKind::Noun => {
            saying.cue.len() > 1
                || saying.class == Class::Say && (that || verbs::says_by_itself(document.token_str(saying.cue.start)))
        }
        // "The poll found", "court documents suggest".
        PhraseKind::SayNoun => {
            let found = matches!(document.token_str(saying.cue.start), "found" | "finds" | "show" | "shows" | "showed");
            saying.cue.len() > 1 || saying.class == Class::Say || found
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

/// "In 2019, according to the paper, the dam broke": an opening adverbial is no statement.
fn sentence_opens(classes: &Classes, range: Range<usize>) -> bool {
    let verb =
        |at: usize| matches!(classes.at(at), Class::Be | Class::Auxiliary | Class::Verb | Class::Say | Class::Report);
    matches!(classes.at(range.start), Class::Preposition | Class::Calendar | Class::Subordinator)
        && !range.clone().any(verb)
}

/// Where the source of "according to" ends: "a lawsuit filed in Ghent by the owner of the mill".
fn source_end(classes: &Classes, from: usize) -> Option<usize> {
    const LONGEST: usize = 40;
    let marks = |class: Class| {
        matches!(class, Class::Terminal | Class::Comma | Class::Edge | Class::Semicolon | Class::Dash | Class::Colon)
    };
    let end = (from..from + LONGEST).find(|&at| marks(classes.at(at)) || classes.at(at) == Class::Quote)?;
    marks(classes.at(end)).then_some(end)
}

/// Where the clause of a saying ends: at the next saying that is joined to it, or with the unit.
pub(super) fn clause_end(reading: &Reading, index: usize) -> usize {
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
pub(super) fn trim(reading: &Reading, mut range: Range<usize>) -> Option<Range<usize>> {
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
