//! From the main elements of a page to the blocks of its article: lists of links, signposts, captions and what else stands
//! within an article without being a part of it.

use super::{
    super::{
        caption::is_caption,
        lines::{Line, line},
    },
    classes::{Named, named},
    element::{Element, Traits},
    page::{Page, ends_sentence, is_good},
    tree::Id,
};
use crate::article::BlockKind;

/// A block of the article: its place among the page's, and what it is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Kept {
    pub(super) block: usize,
    pub(super) kind: BlockKind,
}

/// The blocks of the article that stand in the main elements.
pub(super) fn clean(page: &mut Page, main: &[Id]) -> Vec<Kept> {
    let tree = page.tree;
    for &id in main {
        leave_out_link_lists(page, id);
    }
    page.weigh();
    let in_main = |id: Id| {
        let at = main.partition_point(|&start| start <= id);
        // Main elements may lie within each other: the outermost is looked for too.
        main[..at].iter().rev().take(8).any(|&start| id < tree.end(start).max(start + 1))
    };
    let mut kept: Vec<Kept> = Vec::new();
    let mut was_left_out = false;
    for (index, block) in page.blocks.iter().enumerate() {
        if !in_main(block.first) {
            continue;
        }
        let is_out = page.out[block.first] || is_signpost(page, index);
        if is_out {
            was_left_out = true;
            continue;
        }
        let kind = kind(page, index);
        // A heading whose part was left out is a heading of nothing.
        let orphan = was_left_out && kind == BlockKind::Heading;
        if orphan {
            drop_last_heading(&mut kept);
        }
        was_left_out = false;
        kept.push(Kept { block: index, kind });
    }
    while kept.last().is_some_and(|last| last.kind == BlockKind::Heading) {
        kept.pop();
    }
    kept
}

fn drop_last_heading(kept: &mut Vec<Kept>) {
    if kept.last().is_some_and(|last| last.kind == BlockKind::Heading) {
        kept.pop();
    }
}

/// Lists, tables and parts that are links for the most part, and hold no paragraph of prose.
fn leave_out_link_lists(page: &mut Page, main: Id) {
    let tree = page.tree;
    let mut id = main + 1;
    while id < tree.end(main) {
        let weight = page.weights[id];
        let part = matches!(
            tree.element(id),
            Some(
                Element::Ul
                    | Element::Ol
                    | Element::Dl
                    | Element::Div
                    | Element::Section
                    | Element::Table
                    | Element::Article
                    | Element::Custom
            )
        );
        let links = weight.link_share();
        let is_list = weight.text > 0 && links > 0.5 && weight.good * 2 < weight.text;
        if part && !page.out[id] && is_list {
            page.leave_out(id);
            id = tree.end(id).max(id + 1);
        } else {
            id += 1;
        }
    }
}

/// Whether the page keeps the rest of the article back: it says so within the text or right behind, or breaks off.
pub(super) fn is_cut(page: &Page, kept: &[Kept]) -> bool {
    const BEHIND: usize = 8;
    let (Some(first), Some(last)) = (kept.first(), kept.last()) else { return false };
    let end = page.blocks.len().min(last.block + BEHIND);
    let wall = page.blocks[first.block..end].iter().any(|block| line(&block.text) == Line::Wall);
    wall || page.blocks[last.block].text.ends_with('…')
}

/// A line that leads elsewhere.
fn is_signpost(page: &Page, index: usize) -> bool {
    const FEW: usize = 25;
    let block = &page.blocks[index];
    let words = block.text.split_whitespace().take(FEW + 1).count();
    let is_link = block.link_share() > 0.8 && words <= FEW;
    let is_sentence = ends_sentence(&block.text) && words > 8;
    if is_link && !is_sentence {
        return !heads_prose(page, index);
    }
    matches!(line(&block.text), Line::Out | Line::Wall) || is_label(page, index)
}

/// Whether a linked heading stands over a paragraph of the same part: what a review is of, say.
fn heads_prose(page: &Page, index: usize) -> bool {
    let block = &page.blocks[index];
    let parent = page.tree.parent(block.element);
    let next = page.blocks.get(index + 1);
    page.tree.has(block.element, Traits::HEADING)
        && next.is_some_and(|next| is_good(page.tree, next) && page.tree.parent(next.element) == parent)
}

/// The labels of a chart: many blocks of a word or two in a row.
fn is_label(page: &Page, index: usize) -> bool {
    const ROW: usize = 3;
    const FEW: usize = 3;
    let is_tiny = |index: usize| {
        page.blocks.get(index).is_some_and(|block| {
            let heading = page.tree.has(block.element, Traits::HEADING);
            let item = matches!(page.tree.element(block.element), Some(Element::Li | Element::Dt | Element::Dd));
            let few = block.text.split_whitespace().take(FEW + 1).count() <= FEW;
            few && !heading && !item && !block.is_row && !ends_sentence(&block.text)
        })
    };
    let from = (0..ROW).take_while(|back| index > *back && is_tiny(index - back - 1)).count();
    let to = (0..ROW).take_while(|ahead| is_tiny(index + ahead + 1)).count();
    is_tiny(index) && from + to >= ROW
}

/// What a block of the article is.
fn kind(page: &Page, index: usize) -> BlockKind {
    const NEAR: usize = 6;
    const LONGEST_CAPTION: usize = 600;
    let (tree, block) = (page.tree, &page.blocks[index]);
    let around = || tree.ancestors(block.element).take(NEAR);
    let in_caption = around().any(|id| {
        matches!(tree.element(id), Some(Element::Figcaption | Element::Figure | Element::Caption))
            || named(tree, id).has(Named::ASIDE)
    });
    let is_aside = || line(&block.text) == Line::Aside || is_caption(&block.text);
    if (in_caption && block.text.len() < LONGEST_CAPTION) || is_aside() {
        return BlockKind::Aside;
    }
    match tree.element(block.element) {
        _ if tree.has(block.element, Traits::HEADING) => BlockKind::Heading,
        Some(Element::Li | Element::Dd | Element::Dt) => BlockKind::ListItem,
        _ if block.is_row => BlockKind::ListItem,
        _ if !is_good(tree, block) && around().any(|id| tree.has(id, Traits::HEADING)) => BlockKind::Heading,
        _ if around().any(|id| tree.element(id) == Some(Element::Li)) => BlockKind::ListItem,
        _ => BlockKind::Paragraph,
    }
}
