//! Finds names: stretches, features, weights, the best labels; then groups, by list.

use super::{
    bilou::{KINDS, LABELS, Place, parts},
    features::Reader,
    model::{Decoder, MOST_FEATURES, NameModel},
    reconcile::{Evidence, reconcile},
    segment::Segments,
};
use crate::{
    Document, Models,
    document::{ActorKind, Mention, MentionForm},
    lexicon::{Lexicon, WordFlags},
};
use std::ops::Range;

/// Finds the names, in order. Reads tokens, tags and sentences.
pub(crate) fn find_names(document: &Document, models: &Models) -> Vec<Mention> {
    find_names_with(document, models.lexicon, models.names)
}

/// The same with any model: trainers try theirs.
pub(crate) fn find_names_with(document: &Document, lexicon: &Lexicon, model: &NameModel) -> Vec<Mention> {
    let (text, tokens, tags) = (document.text(), document.tokens(), document.tags());
    let sentences = document.sentences();
    let reader = Reader::new(Segments::new(text, tokens, tags), sentences, &model.words);
    let mut mentions = Vec::new();
    let mut evidence = Evidence::default();
    let mut decoder = Decoder::default();
    let mut scores: Vec<[i32; LABELS]> = Vec::new();
    let mut allowed = Vec::new();
    for sentence in sentences {
        let sentence = sentence.tokens();
        let headline = reader.is_headline(sentence.clone());
        let mut at = sentence.start;
        while let Some(stretch) = reader.segments.next(at..sentence.end) {
            scores.clear();
            allowed.clear();
            for token in stretch.clone() {
                let mut row = [0; LABELS];
                let (mut features, mut count) = ([0; MOST_FEATURES], 0);
                let clusters = reader.features(token, &sentence, headline, &mut |feature| {
                    features[count] = feature;
                    count += 1;
                });
                model.add(&features[..count], &clusters, &mut row);
                scores.push(row);
                allowed.push(reader.segments.labels(token));
            }
            let path = decoder.decode(&scores, &allowed, &model.transitions);
            groups(&reader.segments, at..stretch.start, &mut mentions);
            for name in read_path(&reader.segments, &stretch, path, &mut mentions) {
                let span = tokens[name.start].span.cover(tokens[name.end - 1].span);
                evidence.add(span.of(text), &scores[name.start - stretch.start..name.end - stretch.start]);
            }
            at = stretch.end;
        }
        groups(&reader.segments, at..sentence.end, &mut mentions);
    }
    reconcile(&reader.segments, sentences, &mut mentions, &evidence, lexicon, &model.words);
    mentions
}

/// Turns labels to mentions; gives the tokens of each.
fn read_path(
    segments: &Segments,
    stretch: &Range<usize>,
    path: &[u8],
    mentions: &mut Vec<Mention>,
) -> Vec<Range<usize>> {
    let mut names = Vec::new();
    // Where a name begins, and what stands outside since the last one.
    let (mut begin, mut outside) = (stretch.start, stretch.start);
    for (at, &label) in stretch.clone().zip(path) {
        let Some((kind, place)) = parts(usize::from(label)) else { continue };
        if matches!(place, Place::Begin | Place::Only) {
            groups(segments, outside..at, mentions);
            begin = at;
        }
        if matches!(place, Place::Last | Place::Only) {
            push(segments, begin..at + 1, KINDS[kind], mentions);
            names.push(begin..at + 1);
            outside = at + 1;
        }
    }
    groups(segments, outside..stretch.end, mentions);
    names
}

/// The "State" of "Secretary of State" is a part of the title.
fn is_title(segments: &Segments, range: &Range<usize>) -> bool {
    let word = |at: usize| segments.tokens[at].span.of(segments.text);
    range.len() == 1
        && matches!(
            word(range.start),
            "State" | "Staff" | "Justice" | "Defense" | "Defence" | "Commerce" | "Labor" | "Energy" | "Education"
        )
        && range.start > 1
        && matches!(word(range.start - 1), "of" | "for")
        && segments.tags[range.start - 2].flags.has(WordFlags::TITLE)
}

fn push(segments: &Segments, range: Range<usize>, kind: ActorKind, mentions: &mut Vec<Mention>) {
    if is_title(segments, &range) {
        return;
    }
    let span = segments.tokens[range.start].span.cover(segments.tokens[range.end - 1].span);
    mentions.push(Mention { span, kind, form: MentionForm::Name });
}

/// Nationalities and religions that are no part of a name: "Swedish", "South Korean".
fn groups(segments: &Segments, range: Range<usize>, mentions: &mut Vec<Mention>) {
    let side = |at: usize| {
        matches!(segments.tokens[at].span.of(segments.text), "South" | "North" | "West" | "East" | "Central" | "Latin")
    };
    for at in range.clone() {
        if segments.tags[at].flags.has(WordFlags::DEMONYM) && segments.is_capital(at) {
            let first = at - usize::from(at > range.start && side(at - 1));
            push(segments, first..at + 1, ActorKind::Group, mentions);
        }
    }
}
