//! A page with what extraction counts in it: text, links and good paragraphs of each element.

use super::{
    block::{PageBlock, blocks},
    element::{Element, Traits},
    tree::{Id, Tree},
};

/// Text of an element and all within it, in bytes.
#[derive(Clone, Copy, Default)]
pub(super) struct Weight {
    /// All of it.
    pub(super) text: usize,
    /// What stands in links.
    pub(super) linked: usize,
    /// What stands in good paragraphs.
    pub(super) good: usize,
}

impl Weight {
    pub(super) fn link_share(self) -> f32 {
        self.linked as f32 / self.text.max(1) as f32
    }

    fn add(&mut self, other: Self) {
        self.text += other.text;
        self.linked += other.linked;
        self.good += other.good;
    }
}

/// The tree, its blocks, and what is left out of them.
pub(super) struct Page<'p, 's> {
    pub(super) tree: &'p Tree<'s>,
    pub(super) blocks: Vec<PageBlock>,
    /// By node: whether it is left out.
    pub(super) out: Vec<bool>,
    /// By node: what is in it and not left out.
    pub(super) weights: Vec<Weight>,
}

impl<'p, 's> Page<'p, 's> {
    pub(super) fn new(tree: &'p Tree<'s>, shows_hidden: bool) -> Self {
        let blocks = blocks(tree, shows_hidden);
        let mut page = Self { tree, blocks, out: vec![false; tree.len()], weights: Vec::new() };
        page.weigh();
        page
    }

    /// Counts anew what is not left out.
    pub(super) fn weigh(&mut self) {
        self.weights.clear();
        self.weights.resize(self.tree.len(), Weight::default());
        for block in &self.blocks {
            if !self.out[block.first] {
                let good = if is_good(self.tree, block) { block.text.len() } else { 0 };
                self.weights[block.element].add(Weight { text: block.text.len(), linked: block.linked, good });
            }
        }
        for id in (1..self.tree.len()).rev() {
            let weight = self.weights[id];
            self.weights[self.tree.parent(id)].add(weight);
        }
    }

    /// Leaves an element out, with all that is in it.
    pub(super) fn leave_out(&mut self, id: Id) {
        let end = self.tree.end(id).max(id + 1);
        self.out[id..end].fill(true);
    }

    /// An element's children.
    pub(super) fn children(&self, id: Id) -> impl Iterator<Item = Id> + '_ {
        let end = self.tree.end(id);
        let mut next = id + 1;
        std::iter::from_fn(move || {
            let here = (next < end).then_some(next)?;
            next = self.tree.end(here).max(here + 1);
            Some(here)
        })
    }
}

/// Whether a block is a paragraph of prose: long enough, not all links, and with an end.
pub(super) fn is_good(tree: &Tree, block: &PageBlock) -> bool {
    const LONG: usize = 140;
    const SHORT: usize = 50;
    const LINKS: f32 = 0.5;
    if block.text.len() < SHORT || block.is_row || block.link_share() > LINKS {
        return false;
    }
    let heading = tree.has(block.element, Traits::HEADING) || tree.element(block.element) == Some(Element::Figcaption);
    !heading && (ends_sentence(&block.text) || block.text.len() >= LONG)
}

/// Whether a text ends as a sentence does.
pub(super) fn ends_sentence(text: &str) -> bool {
    text.trim_end_matches(['"', '”', '’', '\'', ')', ']', '»', ' ']).ends_with(['.', '!', '?', '…', ':', '。', '؟'])
}
