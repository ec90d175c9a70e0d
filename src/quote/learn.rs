//! What the trainer needs: the ranker's cases in an article, and trying weights out.

use super::{marks, phrase, source, unit};
use crate::{Document, text::Span};

/// A cue with its candidates.
#[derive(Debug)]
pub(crate) struct Case {
    /// Buckets of the features of each candidate; the first one is "no source".
    pub(crate) candidates: Vec<Vec<u16>>,
    /// Index of the right one.
    pub(crate) right: usize,
}

/// The ranker's cases: `sources` gives the right sources of the cue that stands at a span; none where the cue's
/// paragraph tells nothing.
pub(crate) fn cases(document: &Document, sources: &dyn Fn(Span) -> Option<Vec<Span>>) -> Vec<Case> {
    let quoted: Vec<marks::Quoted> =
        marks::find_quoted(document).into_iter().filter(|quoted| quoted.depth == 0).collect();
    let mut cases = Vec::new();
    for unit in unit::find_units(document, &quoted) {
        let classes = unit::Classes::read(document, unit.tokens.clone(), &quoted[unit.quoted.clone()]);
        let phrases = phrase::find_phrases(document, &classes);
        let mut last = None;
        for cue in source::find_cues(document, &classes).into_iter().filter(|cue| cue.len() == 1) {
            let Some(right) = sources(document.tokens()[cue.start].span) else { continue };
            let chooser = source::Chooser { document, classes: &classes, phrases: &phrases, cue: cue.start, last };
            let range = chooser.candidates();
            let first = range.start;
            let holds = |index: &usize| {
                let head = document.tokens()[phrases[*index].head()].span;
                right.iter().any(|source| source.overlaps(head))
            };
            let gold = range.clone().find(holds);
            // The right source is no candidate: nothing to learn.
            if !right.is_empty() && gold.is_none() {
                continue;
            }
            let candidates = std::iter::once(None).chain(range.map(Some)).map(|candidate| {
                let mut features = Vec::new();
                chooser.features(candidate, &mut features);
                features
            });
            cases.push(Case { candidates: candidates.collect(), right: gold.map_or(0, |index| index - first + 1) });
            if gold.is_some() {
                last = gold;
            }
        }
    }
    cases
}
