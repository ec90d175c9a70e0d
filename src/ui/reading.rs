//! An article that has been read: text, blocks, digest, and what the page works out from them once.

use super::{
    graph::{Graph, graph},
    highlight::{count, highlight},
    kind::Kind,
    slice::{Slice, slices},
};
use crate::{Digest, article::Block, digest::Piece};
use std::{ops::Deref, rc::Rc};

/// Shared, and equal only to itself: comparing two is comparing two pointers, however long the article is.
#[derive(Debug)]
pub struct Shared<T>(Rc<T>);

impl<T> Shared<T> {
    /// Wraps a value.
    pub fn new(value: T) -> Self {
        Self(Rc::new(value))
    }
}

impl<T> Clone for Shared<T> {
    fn clone(&self) -> Self {
        Self(Rc::clone(&self.0))
    }
}

impl<T> PartialEq for Shared<T> {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl<T> Deref for Shared<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.0
    }
}

/// An article that has been read. Offsets count bytes of `text`.
#[derive(Debug)]
pub struct Reading {
    /// Its text.
    pub text: String,
    /// Its paragraphs and headings.
    pub blocks: Vec<Block>,
    /// What it says.
    pub digest: Digest,
    /// The digest as Markdown.
    pub markdown: String,
    /// What the article column shows.
    pub slices: Vec<Shared<Slice>>,
    /// How many highlights there are of each kind, in the order of [`Kind::ALL`].
    pub counts: [usize; Kind::ALL.len()],
    /// Who appears with whom.
    pub graph: Graph,
}

impl Reading {
    /// Lays the digest over the text.
    pub fn new(text: String, blocks: &[Block], digest: Digest, markdown: String) -> Self {
        let views = highlight(blocks, &digest);
        let counts = Kind::ALL.map(|kind| count(&views, kind));
        let graph = graph(&digest);
        let slices = slices(&text, blocks, views, &digest);
        Self { text, blocks: blocks.to_vec(), digest, markdown, slices, counts, graph }
    }

    /// Whether there is nothing to read.
    pub fn is_blank(&self) -> bool {
        self.text.trim().is_empty()
    }

    /// Which part of the text the key points are, in percent; names that were put in do not count.
    pub fn extent(&self) -> u32 {
        let copied = self.digest.key_points.iter().flat_map(|point| &point.pieces).map(|piece| match piece {
            Piece::Copied { start, end } => u64::from(end - start),
            Piece::Inserted { .. } => 0,
        });
        let whole = self.text.len().max(1) as u64;
        ((copied.sum::<u64>() * 100 + whole / 2) / whole) as u32
    }

    /// The words at a place; nothing where the place does not lie in the text.
    pub fn words(&self, start: u32, end: u32) -> &str {
        self.text.get(start as usize..end as usize).unwrap_or_default()
    }

    /// Index of the sentence that holds the byte, or of the last one before it.
    pub fn sentence_at(&self, byte: u32) -> u32 {
        self.digest.sentences.partition_point(|sentence| sentence.start <= byte).saturating_sub(1) as u32
    }

    /// Index of the key point that was made from the sentence.
    pub fn point_of(&self, sentence: u32) -> Option<usize> {
        self.digest.key_points.binary_search_by_key(&sentence, |point| point.sentence).ok()
    }

    /// Index of the figure that begins at the byte.
    pub fn figure_at(&self, start: u32) -> Option<u32> {
        let found = self.digest.figures.binary_search_by_key(&start, |figure| figure.start);
        found.ok().map(|index| index as u32)
    }

    /// How far into the article a byte lies: 0 to 1.
    pub fn share(&self, byte: u32) -> f64 {
        f64::from(byte) / (self.text.len().max(1) as f64)
    }
}
