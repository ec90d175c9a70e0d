//! HTML: the article of a page, and what the page says of it, without a browser.

mod block;
mod classes;
mod clean;
mod element;
pub(super) mod entity;
mod extract;
mod facts;
mod hidden;
mod json;
mod metadata;
mod page;
mod tokenizer;
mod tree;

use super::{Block, BlockKind, Metadata, around, byline, day};
use crate::text::Span;
use clean::Kept;
use element::Element;
use extract::Rule;
use facts::Facts;
use page::Page;
use tree::Tree;

/// The article of a page.
#[derive(Default)]
pub(super) struct Found {
    pub(super) text: String,
    pub(super) blocks: Vec<Block>,
    pub(super) metadata: Metadata,
    /// Whether the page keeps the rest of the article back.
    pub(super) is_partial: bool,
}

/// Reads the article of a page.
pub(super) fn read(source: &str) -> Found {
    let tree = Tree::read(source);
    let facts = Facts::read(&tree);
    let (page, kept) = article(&tree);
    let mut found = Found { metadata: metadata::metadata(&page, &facts, &kept), ..Found::default() };
    let shown: usize = kept.iter().map(|kept| page.blocks[kept.block].text.len()).sum();
    let carried: usize = facts.body.iter().map(String::len).sum();
    let title = found.metadata.title.clone().unwrap_or_default();
    if !title.is_empty() {
        found.push(&title, BlockKind::Title);
    }
    if shown < LITTLE && carried > shown * 2 {
        facts.body.iter().for_each(|text| found.push(text, BlockKind::Paragraph));
        return found;
    }
    found.is_partial = clean::is_cut(&page, &kept);
    let around = Around::new(&found.metadata, facts.head.as_deref());
    let mut prose = false;
    for kept in &kept {
        let block = &page.blocks[kept.block];
        // A main heading above the text is the title too, in other words.
        let heads = || tree.ancestors(block.element).take(NEAR).any(|id| tree.element(id) == Some(Element::H1));
        let is_headline = !prose && !title.is_empty() && kept.kind == BlockKind::Heading && heads();
        let is_time =
            !prose && block.text.len() <= STAMP && tree.element(tree.parent(block.first)) == Some(Element::Time);
        let kind = around.kind(&block.text, kept.kind, prose).filter(|_| !is_headline && !is_time);
        prose |= page::is_good(&tree, block);
        if let Some(kind) = kind {
            found.push(&block.text, kind);
        }
    }
    around::mark_end(&found.text, &mut found.blocks);
    found
}

/// What stands around the text and is told already: title, byline, day, site.
struct Around<'f> {
    title: String,
    byline: String,
    site: String,
    head: Option<&'f str>,
}

impl<'f> Around<'f> {
    fn new(metadata: &Metadata, head: Option<&'f str>) -> Self {
        let letters = |text: &Option<String>| metadata::letters(text.as_deref().unwrap_or_default());
        Self { title: letters(&metadata.title), byline: letters(&metadata.byline), site: letters(&metadata.site), head }
    }

    /// What a block is; none where it says again what is told already.
    fn kind(&self, text: &str, kind: BlockKind, prose: bool) -> Option<BlockKind> {
        if text.len() > FURNITURE {
            return Some(kind);
        }
        let said = metadata::letters(text);
        let is = |other: &str| !said.is_empty() && said == other;
        // Pages print a headline twice, for wide and for narrow screens.
        if is(&self.title) {
            return None;
        }
        let names_site = || is(&self.site) || self.head.is_some_and(|head| metadata::is_site(head, &said));
        if !prose && kind != BlockKind::Aside && (day::is_stamp(text) || (!said.is_empty() && names_site())) {
            return None;
        }
        let names_author = !self.byline.is_empty() && said.trim_start_matches("by").starts_with(&self.byline);
        let is_byline = names_author && !prose || byline::byline_of(text).is_some();
        Some(if is_byline { BlockKind::Aside } else { kind })
    }
}

/// Less than this many bytes of text is little.
const LITTLE: usize = 300;
/// A heading's text stands within so many elements of it.
const NEAR: usize = 4;
/// "Monday" in a `time` is no longer.
const STAMP: usize = 40;
/// Titles and bylines are no longer.
const FURNITURE: usize = 200;

impl Found {
    fn push(&mut self, words: &str, kind: BlockKind) {
        if !self.text.is_empty() {
            self.text.push_str("\n\n");
        }
        let start = self.text.len();
        self.text.push_str(words);
        self.blocks.push(Block { span: Span::from_range(start..self.text.len()), kind });
    }
}

/// The blocks of the article: by all rules, or by fewer where little is found.
fn article<'p, 's>(tree: &'p Tree<'s>) -> (Page<'p, 's>, Vec<Kept>) {
    let mut best: Option<(usize, Page, Vec<Kept>)> = None;
    for (rule, shows_hidden) in
        [(Rule::All, false), (Rule::Roles, false), (Rule::Nothing, false), (Rule::Nothing, true)]
    {
        let mut page = Page::new(tree, shows_hidden);
        extract::leave_out(&mut page, rule);
        let main = extract::main_elements(&page);
        let kept = if main.is_empty() { Vec::new() } else { clean::clean(&mut page, &main) };
        let found: usize = kept.iter().map(|kept| page.blocks[kept.block].text.len()).sum();
        // A try with less rules has to find much more.
        if best.as_ref().is_none_or(|best| found > best.0 * 2 + LITTLE) {
            best = Some((found, page, kept));
        }
        if best.as_ref().is_some_and(|best| best.0 >= LITTLE) {
            break;
        }
    }
    let (found, page, kept) = best.unwrap_or_else(|| (0, Page::new(tree, false), Vec::new()));
    if found >= LITTLE {
        return (page, kept);
    }
    // No article: a part of a page, or one of a few words. All of it is taken.
    let mut page = Page::new(tree, false);
    extract::leave_out(&mut page, Rule::All);
    let mut all = clean::clean(&mut page, &[0]);
    if all.is_empty() {
        all = (0..page.blocks.len()).map(|block| Kept { block, kind: BlockKind::Paragraph }).collect();
    }
    (page, all)
}

/// All text that a part of a page shows, in lines; for scorers. Captions may be left out.
#[cfg(feature = "train")]
pub fn shown_text(source: &str, with_captions: bool) -> String {
    let tree = Tree::read(source);
    let in_caption = |block: &block::PageBlock| {
        tree.ancestors(block.element).any(|id| tree.element(id) == Some(Element::Figcaption))
    };
    let blocks = block::blocks(&tree, true).into_iter();
    let lines = blocks.filter(|block| with_captions || !in_caption(block)).map(|block| block.text);
    lines.collect::<Vec<_>>().join("\n")
}
