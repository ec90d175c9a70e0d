//! The article in slices. A slice is drawn in one go, so that no step keeps the reader's keys waiting; and one that has
//! not changed when the article is read again is left alone.

use super::{
    highlight::{BlockView, Node},
    reading::Shared,
};
use crate::{article::Block, digest::Digest, text::Span};

/// A slice ends with the block that brings it to as many marks, quotes and runs of plain text: a few milliseconds' work.
const FULL: usize = 200;

/// Some blocks of the article, with all that drawing them needs and nothing else: equal slices look the same.
#[derive(Debug, PartialEq)]
pub struct Slice {
    /// What is shown.
    pub blocks: Vec<BlockView>,
    text: String,
    span: Span,
    /// The sentences here that became key points, and the points' indices.
    points: Vec<(u32, usize)>,
}

impl Slice {
    /// The words at a place; nothing where the place does not lie in these blocks.
    pub fn words(&self, span: Span) -> &str {
        let place = |at: u32| at.checked_sub(self.span.start()).map(|at| at as usize);
        let range = place(span.start()).zip(place(span.end()));
        range.and_then(|(start, end)| self.text.get(start..end)).unwrap_or_default()
    }

    /// Index of the key point that was made from the sentence.
    pub fn point_of(&self, sentence: u32) -> Option<usize> {
        self.points.iter().find(|(of, _)| *of == sentence).map(|&(_, point)| point)
    }
}

/// Cuts the article between blocks. `views` are the blocks' views, one each.
pub fn slices(text: &str, blocks: &[Block], views: Vec<BlockView>, digest: &Digest) -> Vec<Shared<Slice>> {
    let mut slices = Vec::new();
    let mut views = views.into_iter();
    let mut rest = blocks;
    while let Some(first) = rest.first() {
        let mut taken = Vec::new();
        let mut size = 0;
        while size < FULL
            && let Some(view) = views.next()
        {
            size += view.parts.iter().map(|part| count(&part.nodes)).sum::<usize>();
            taken.push(view);
        }
        let (own, after) = rest.split_at(taken.len().clamp(1, rest.len()));
        let end = own.last().map_or(first.span.end(), |last| last.span.end());
        slices.push(Shared::new(slice(text, Span::new(first.span.start(), end), taken, digest)));
        rest = after;
    }
    slices
}

fn slice(text: &str, span: Span, blocks: Vec<BlockView>, digest: &Digest) -> Slice {
    // Sentences and points stand in text order.
    let first = |at: u32| digest.sentences.partition_point(|sentence| sentence.start < at) as u32;
    let point = |at: u32| digest.key_points.partition_point(|point| point.sentence < first(at));
    let points =
        (point(span.start())..point(span.end())).map(|index| (digest.key_points[index].sentence, index)).collect();
    Slice { blocks, text: span.of(text).to_owned(), span, points }
}

/// How many nodes are drawn.
fn count(nodes: &[Node]) -> usize {
    nodes
        .iter()
        .map(|node| match node {
            Node::Plain(_) | Node::Mark(_) => 1,
            Node::Quote { nodes, .. } => 1 + count(nodes),
        })
        .sum()
}

#[cfg(test)]
mod tests {
    use super::{FULL, Slice, count};
    use crate::{
        Article, Digest, Models, OffsetUnit, Options, analyze,
        ui::{
            highlight::Part,
            reading::{Reading, Shared},
        },
    };
    use std::fmt::Write;

    fn slices(text: &str) -> Vec<Shared<Slice>> {
        let document = analyze(Article::plain(text), Models::embedded(), &Options::default());
        let digest = Digest::new(&document, OffsetUnit::Utf8);
        Reading::new(text.to_owned(), document.blocks(), digest, String::new()).slices
    }

    /// As many paragraphs of two sentences with some marks each.
    fn long(paragraphs: usize) -> String {
        (0..paragraphs).fold(String::new(), |mut text, index| {
            let _ = write!(
                text,
                "Ann Lee of Oban sold {index} ships for $3 million in May. “We left Paris,” she said.\n\n"
            );
            text
        })
    }

    fn size(slice: &Slice) -> usize {
        slice.blocks.iter().flat_map(|view| &view.parts).map(|part| count(&part.nodes)).sum()
    }

    #[test]
    fn nothing_is_lost_and_no_slice_is_long() {
        for text in ["", "One.", &long(100), include_str!("../../seeds/articles/06-san-alipio-floods.md")] {
            let document = analyze(Article::plain(text), Models::embedded(), &Options::default());
            let slices = slices(text);
            assert_eq!(slices.iter().map(|slice| slice.blocks.len()).sum::<usize>(), document.blocks().len());
            let largest = |slice: &Slice| {
                let last =
                    slice.blocks.last().map_or(0, |view| view.parts.iter().map(|part: &Part| count(&part.nodes)).sum());
                FULL + last
            };
            assert!(slices.iter().all(|slice| size(slice) <= largest(slice)));
        }
        assert!(slices("One.").len() == 1 && slices(&long(100)).len() > 5);
    }

    #[test]
    fn words_are_those_of_the_article() {
        let text = long(100);
        for slice in slices(&text) {
            assert_eq!(slice.words(slice.span), slice.span.of(&text));
            assert_eq!(slice.words(crate::text::Span::new(0, slice.span.end() + 1)), "");
        }
    }

    #[test]
    fn a_change_at_the_end_leaves_the_slices_before_it_as_they_are() {
        let text = long(100);
        let (before, after) = (slices(&text), slices(&format!("{}x", text.trim_end())));
        assert_eq!(before.len(), after.len());
        let changed = before.iter().zip(&after).filter(|(before, after)| ***before != ***after).count();
        assert!(changed <= 1, "{changed} of {}", before.len());
    }
}
