//! Indirect speech: what somebody is said to have said, without quotation marks.

use super::{
    chunk::Class,
    clause::{LONGEST, clause_end, content, trim},
    phrase::PhraseKind,
    reading::Reading,
    source::{Saying, be_before},
    speaker::{Mentions, speaker_of},
    verbs,
};
use crate::{Document, article::BlockKind, document::Quote, text::Span};
use std::ops::Range;

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
            // "I think he is wrong": the author's own words, which nobody reports.
            if document.str(reading.phrases[source].span(document)) == "I" {
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
    let word = document.small_str(saying.cue.start);
    let that = classes.before(content.start) == Class::That;
    if !verbs::colours(word) && (that || is_clause(reading, saying, content.clone())) {
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
