//! Indirect speech: what somebody is said to have said, without quotation marks.

use super::{
    Quote,
    attribute::Reading,
    class::{Class, ends_like_verb},
    phrase::PhraseKind,
    source::{Saying, be_before},
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
    // Who made the statement before, with its block.
    let mut last: Option<(usize, Option<u32>)> = None;
    for reading in readings {
        // A heading's "says operator" is telegram style; what it says comes again below.
        if !matches!(document.blocks()[reading.unit.block].kind, BlockKind::Paragraph | BlockKind::ListItem) {
            continue;
        }
        let mut taken = reading.unit.tokens.start;
        for (index, saying) in reading.sayings.iter().enumerate() {
            if let Some(quote) = passive(document, reading, mentions, saying, index) {
                quotes.push(quote);
                continue;
            }
            let Some(source) = saying.source.or_else(|| beside(reading, saying)) else { continue };
            // "Engineers said they expected …": what they expected is what they said.
            let pronoun = matches!(reading.phrases[source].kind, PhraseKind::He | PhraseKind::They | PhraseKind::It);
            if pronoun && saying.cue.start < taken && reading.phrases[source].tokens.start + 1 < taken {
                continue;
            }
            let saying = &Saying { source: Some(source), ..saying.clone() };
            let Some(content) = content(document, reading, saying, index, taken) else { continue };
            let content =
                if content.start >= saying.cue.end { with_verb(document, reading, saying, content) } else { content };
            taken = content.end.max(taken);
            let quoted = content.clone().take(LONGEST).any(|at| reading.classes.at(at) == Class::Quote);
            if quoted || content.len() < 3 || content.len() > LONGEST {
                continue;
            }
            let tokens = document.tokens();
            let mut speaker = speaker_of(document, reading, mentions, source);
            if speaker.personal && speaker.actor.is_none() {
                speaker.actor = mentions.meant(document, reading.unit.block, speaker.span, last);
            }
            last = Some((reading.unit.block, speaker.actor));
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

/// The likeliest source where it stands right before the verb and is somebody: "they further claim that …".
fn beside(reading: &Reading, saying: &Saying) -> Option<usize> {
    let likely = saying.likely?;
    let phrase = &reading.phrases[likely];
    let speaks = matches!(
        phrase.kind,
        PhraseKind::Person | PhraseKind::He | PhraseKind::They | PhraseKind::Organization | PhraseKind::Speaker
    );
    let close = phrase.tokens.end <= saying.cue.start
        && (phrase.tokens.end..saying.cue.start)
            .all(|at| matches!(reading.classes.at(at), Class::Adverb | Class::Auxiliary));
    (speaks && close && matches!(saying.class, Class::Say | Class::Report)).then_some(likely)
}

/// "It was reported that …", "The mayor was accused (by …) of …": somebody said it, even if nobody is named.
fn passive(
    document: &Document,
    reading: &Reading,
    mentions: &Mentions,
    saying: &Saying,
    index: usize,
) -> Option<Quote> {
    let classes = &reading.classes;
    let cue = saying.cue.clone();
    let be = be_before(classes, cue.start)?;
    let word = document.token_str(cue.start);
    if cue.len() > 1 || !word.ends_with("ed") && !matches!(word, "said" | "told" | "known" | "thought") {
        return None;
    }
    // Whose words: "by" and a phrase right behind the verb or behind what it was about.
    let by = |at: usize| {
        let phrase = document.token_str(at).eq_ignore_ascii_case("by").then(|| reading.phrase_at(at + 1))??;
        let speaks = !matches!(reading.phrases[phrase].kind, PhraseKind::Temporal | PhraseKind::Object);
        speaks.then_some(phrase)
    };
    let source = by(cue.end);
    let mut at = source.map_or(cue.end, |phrase| reading.phrases[phrase].tokens.end);
    while matches!(classes.at(at), Class::Adverb | Class::Calendar) {
        at += 1;
    }
    let subject = reading.phrases[..reading.phrases.partition_point(|phrase| phrase.tokens.start < be)].last().filter(
        |phrase| (phrase.tokens.end..be).all(|at| matches!(classes.at(at), Class::Auxiliary | Class::Adverb)),
    )?;
    let end = clause_end(reading, index);
    let empty = document.token_str(subject.tokens.start).eq_ignore_ascii_case("it");
    let content = match classes.at(at) {
        Class::That if empty => at + 1..end,
        Class::Of if word == "accused" && subject.kind != PhraseKind::Relative => subject.tokens.start..end,
        _ => return None,
    };
    let content = trim(reading, content)?;
    let quoted = content.clone().take(LONGEST).any(|at| classes.at(at) == Class::Quote);
    if quoted || content.len() < 3 || content.len() > LONGEST {
        return None;
    }
    let tokens = document.tokens();
    let speaker = source.map(|source| speaker_of(document, reading, mentions, source));
    // "accused by the council of theft": the theft is not the council's.
    let plain = source.map(|source| reading.phrases[source].span(document)).filter(|_| word == "accused");
    Some(Quote {
        span: tokens[content.start].span.cover(tokens[content.end - 1].span),
        speaker: speaker.and_then(|speaker| speaker.actor),
        speaker_span: plain.or(speaker.map(|speaker| speaker.span)),
        cue: Some(tokens[cue.start].span),
        direct: false,
    })
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
    let told = takes_person(document, saying);
    let behind = if according { source_end(classes, pair.end) } else { tag_end(classes, pair.end, told) };
    if let Some(behind) = behind
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
        let opens = matches!(classes.at(first), Class::Preposition | Class::Saying)
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

/// Whether what the phrase means can be the source of indirect speech by this cue.
fn can_speak(document: &Document, saying: &Saying, kind: PhraseKind, that: bool) -> bool {
    match kind {
        PhraseKind::Temporal | PhraseKind::Object => false,
        // "A photograph suggested a friendlier mood": things show, people say.
        PhraseKind::Noun => {
            saying.cue.len() > 1 || saying.class == Class::Say && (that || says_by_itself(document, saying))
        }
        // "The poll found", "court documents suggest".
        PhraseKind::SayNoun => {
            let found = matches!(document.token_str(saying.cue.start), "found" | "finds" | "show" | "shows" | "showed");
            saying.cue.len() > 1 || saying.class == Class::Say || found
        }
        _ => true,
    }
}

/// Verbs that only what can speak has as its subject.
fn says_by_itself(document: &Document, saying: &Saying) -> bool {
    matches!(
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
            | "warn"
            | "announced"
            | "stated"
            | "states"
            | "claimed"
            | "insisted"
            | "insist"
            | "argued"
            | "argue"
            | "argues"
            | "hopes"
            | "believes"
            | "believe"
            | "noted"
            | "notes"
    )
}

/// What is said with its verb, where it would make no sense alone or another one: "accused the town of neglect", "denied
/// that the mill would close", "hopes that it will open", "did not say that".
fn with_verb(document: &Document, reading: &Reading, saying: &Saying, content: Range<usize>) -> Range<usize> {
    const NEAR: usize = 5;
    let classes = &reading.classes;
    let mut first = saying.cue.start;
    let mut negated = false;
    while first > saying.cue.start.saturating_sub(NEAR)
        && matches!(classes.before(first), Class::Auxiliary | Class::Be | Class::Adverb | Class::To)
    {
        first -= 1;
        let word = document.token_str(first);
        negated |= matches!(word, "not" | "never") || word.ends_with("n't") || word.ends_with("n’t");
    }
    if negated {
        return first..content.end;
    }
    let word = crate::lexicon::lowercase(document.token_str(saying.cue.start));
    let open = matches!(
        &*word,
        "denied"
            | "denies"
            | "deny"
            | "denying"
            | "doubted"
            | "doubts"
            | "doubt"
            | "disputed"
            | "disputes"
            | "disputing"
            | "rejected"
            | "rejects"
            | "rejecting"
            | "refused"
            | "refuses"
            | "refusing"
            | "asked"
            | "asks"
            | "asking"
            | "questioned"
            | "questions"
            | "questioning"
            | "believe"
            | "believed"
            | "believes"
            | "believing"
            | "expect"
            | "expected"
            | "expects"
            | "expecting"
            | "fear"
            | "feared"
            | "fears"
            | "fearing"
            | "feel"
            | "feels"
            | "felt"
            | "hope"
            | "hoped"
            | "hopes"
            | "hoping"
            | "suspect"
            | "suspected"
            | "suspects"
            | "think"
            | "thinks"
            | "thought"
            | "thinking"
            | "want"
            | "wanted"
            | "wants"
            | "wonder"
            | "wondered"
            | "wonders"
            | "worried"
            | "worries"
            | "worry"
    );
    let that = classes.before(content.start) == Class::That;
    if !open && (that || is_clause(reading, saying, content.clone())) {
        return content;
    }
    saying.cue.start..content.end
}

/// Whether words behind a verb of saying are a clause, and no object: they begin with a subject, or a verb follows what
/// they begin with.
fn is_clause(reading: &Reading, saying: &Saying, content: Range<usize>) -> bool {
    const NEAR: usize = 30;
    let classes = &reading.classes;
    match classes.at(content.start) {
        // "hopes it will pass", but "calls it a failure".
        Class::Subject if saying.class == Class::Report => {
            return matches!(classes.at(content.start + 1), Class::Be | Class::Auxiliary | Class::Verb | Class::Adverb);
        }
        Class::Subject | Class::That | Class::Subordinator | Class::Quote => return true,
        Class::To => return false,
        _ if saying.class == Class::Report => return false,
        _ => {}
    }
    let next = content.clone().skip(1).take(NEAR).map(|at| classes.at(at)).find(|&class| {
        matches!(
            class,
            Class::Be
                | Class::Auxiliary
                | Class::Verb
                | Class::Say
                | Class::Report
                | Class::Saying
                | Class::To
                | Class::Relative
                | Class::Subordinator
                | Class::Terminal
                | Class::Semicolon
        )
    });
    matches!(next, Some(Class::Be | Class::Auxiliary | Class::Verb | Class::Say | Class::Report))
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
    let source = &reading.phrases[saying.source?];
    let text = source.kind == PhraseKind::SayNoun;
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
        _ if !text && needs_clause(&word) => {
            // "told households to expect …".
            let person = matches!(classes.at(at), Class::Object | Class::Noun | Class::Capital | Class::Determiner);
            let to = (at..end.min(at + 6)).any(|at| classes.at(at) == Class::To);
            if takes_person(document, saying)
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
        Class::Determiner if reading.phrase_at(at).is_some_and(|phrase| temporal(reading, phrase)) => {
            // "wrote this month (that) …".
            at = reading.phrases[reading.phrase_at(at)?].tokens.end;
            if !matches!(classes.at(at), Class::That | Class::Subject | Class::Determiner | Class::Capital) {
                return None;
            }
            at += usize::from(classes.at(at) == Class::That);
        }
        Class::Verb | Class::Be | Class::Auxiliary => return None,
        _ => {}
    }
    trim(reading, at..end)
}

fn temporal(reading: &Reading, phrase: usize) -> bool {
    reading.phrases[phrase].kind == PhraseKind::Temporal
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
            | "alleging"
            | "asserting"
            | "blaming"
            | "citing"
            | "complaining"
            | "confirming"
            | "criticising"
            | "criticizing"
            | "denouncing"
            | "denying"
            | "describing"
            | "emphasising"
            | "emphasizing"
            | "expressing"
            | "hoping"
            | "implying"
            | "indicating"
            | "maintaining"
            | "pledging"
            | "praising"
            | "proposing"
            | "questioning"
            | "recalling"
            | "reiterating"
            | "rejecting"
            | "reminding"
            | "repeating"
            | "revealing"
            | "stressing"
            | "thanking"
            | "threatening"
            | "tweeting"
            | "vowing"
            | "writing"
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
