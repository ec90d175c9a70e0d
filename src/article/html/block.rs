//! A page's text in blocks, each with the element that it stands in: what is on a line of its own when the page is
//! shown. Words of two blocks never touch, and words of one are joined as they are shown.

use super::{
    element::{Element, Traits},
    entity::{Place, decode_into},
    hidden::{is_hidden, is_silent},
    tree::{Content, Id, Tree},
};
use crate::text::{is_lower, is_upper};

/// A run of text.
#[derive(Clone, Debug)]
pub(super) struct PageBlock {
    /// The element that makes it a block.
    pub(super) element: Id,
    /// Its first text.
    pub(super) first: Id,
    /// Its words, with single spaces; cells of a table's row with tabs between.
    pub(super) text: String,
    /// How many bytes of it stand in links.
    pub(super) linked: usize,
    /// Whether it is the row of a table of data.
    pub(super) is_row: bool,
}

impl PageBlock {
    /// Share of the text that stands in links.
    pub(super) fn link_share(&self) -> f32 {
        self.linked as f32 / self.text.len().max(1) as f32
    }
}

/// All text that is shown, in blocks. `shows_hidden` also takes what the page hides.
pub(super) fn blocks(tree: &Tree, shows_hidden: bool) -> Vec<PageBlock> {
    let mut writer = Writer { blocks: Vec::new(), block: None, breaks: 0, space: false, joint: Joint::None };
    let mut open = Open { elements: Vec::new(), blocks: vec![0], links: 0, cells: 0, row: (0, false) };
    let mut id = 1;
    while id < tree.len() {
        while let Some(effect) = open.pop_ended(tree, id) {
            writer.leave(effect);
        }
        match tree.node(id).content {
            Content::Raw(_) => {}
            Content::Text(raw) => writer.text(raw, id, &open),
            Content::Element(..) => {
                let silent = is_silent(tree, id);
                if silent || (!shows_hidden && is_hidden(tree, id)) || is_footnote(tree, id) {
                    // What is not there at all parts no words; a button does.
                    if silent && !tree.has(id, Traits::INLINE | Traits::HEAD) {
                        writer.end_block();
                    }
                    id = tree.end(id).max(id + 1);
                    continue;
                }
                let effect = open.push(tree, id);
                writer.enter(effect, tree, id);
            }
        }
        id += 1;
    }
    writer.end_block();
    writer.blocks
}

/// The elements that the current place lies in.
struct Open {
    /// All of them, with what they are to the text.
    elements: Vec<(Id, Effect)>,
    /// Those that are blocks.
    blocks: Vec<Id>,
    /// How many are links.
    links: u32,
    /// How many are cells of a row of data.
    cells: u32,
    /// The row that was looked at last, and whether it is one of data.
    row: (Id, bool),
}

impl Open {
    fn push(&mut self, tree: &Tree, id: Id) -> Effect {
        let effect = self.effect(tree, id);
        self.elements.push((id, effect));
        self.links += u32::from(tree.element(id) == Some(Element::A));
        self.cells += u32::from(effect == Effect::Cell);
        if effect == Effect::Block {
            self.blocks.push(id);
        }
        effect
    }

    /// Closes the innermost element, where it ends before a node.
    fn pop_ended(&mut self, tree: &Tree, before: Id) -> Option<Effect> {
        let (id, effect) = self.elements.pop_if(|(id, _)| tree.end(*id) <= before)?;
        self.links -= u32::from(tree.element(id) == Some(Element::A));
        self.cells -= u32::from(effect == Effect::Cell);
        if effect == Effect::Block {
            self.blocks.pop();
        }
        Some(effect)
    }

    fn effect(&mut self, tree: &Tree, id: Id) -> Effect {
        match tree.element(id) {
            Some(Element::Td) if self.is_in_data_row(tree, tree.parent(id)) => Effect::Cell,
            Some(Element::Span | Element::Time | Element::A) => Effect::Span,
            _ if tree.has(id, Traits::INLINE) => Effect::Inline,
            _ => Effect::Block,
        }
    }

    fn is_in_data_row(&mut self, tree: &Tree, row: Id) -> bool {
        if self.row.0 != row {
            self.row = (row, tree.element(row) == Some(Element::Tr) && is_data_row(tree, row));
        }
        self.row.1
    }
}

/// What an element does to the text.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Effect {
    /// Begins and ends a block.
    Block,
    /// A cell within a row of data.
    Cell,
    /// A span, which some pages set beside another one with space between that only their style knows.
    Span,
    /// Nothing.
    Inline,
}

/// A row whose cells hold some words each, and no blocks of their own.
fn is_data_row(tree: &Tree, row: Id) -> bool {
    const SHORT: usize = 120;
    const MOST: usize = 400;
    if tree.end(row) - row > MOST {
        return false;
    }
    let mut cell = 0;
    for id in row + 1..tree.end(row) {
        match tree.node(id).content {
            Content::Text(text) => cell += text.trim_ascii().len(),
            Content::Element(name, _) if name.element() == Element::Td => cell = 0,
            Content::Element(name, _) if !name.has(Traits::INLINE) => return false,
            _ => {}
        }
        if cell > SHORT {
            return false;
        }
    }
    true
}

/// `<sup><a>[1]</a></sup>`: the number of a note.
fn is_footnote(tree: &Tree, id: Id) -> bool {
    const MOST: usize = 5;
    if tree.name(id).is_none_or(|name| name.written() != "sup") || tree.end(id) - id > MOST {
        return false;
    }
    let linked = (id + 1..tree.end(id)).any(|at| tree.element(at) == Some(Element::A));
    let text = tree.text_content(id);
    linked && text.chars().all(|c| c.is_ascii_digit() || c.is_whitespace() || matches!(c, '[' | ']' | '*' | '†'))
}

/// Whether two inline elements have just met.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Joint {
    None,
    Left,
    Met,
}

struct Writer {
    blocks: Vec<PageBlock>,
    block: Option<PageBlock>,
    /// Line breaks since the last word.
    breaks: u32,
    /// Whether there was space since the last word.
    space: bool,
    joint: Joint,
}

impl Writer {
    fn enter(&mut self, effect: Effect, tree: &Tree, id: Id) {
        match effect {
            Effect::Block => self.end_block(),
            Effect::Cell => self.space = true,
            Effect::Span if self.joint == Joint::Left => self.joint = Joint::Met,
            _ => {}
        }
        if tree.element(id) == Some(Element::Br) {
            self.line_break();
        }
    }

    fn leave(&mut self, effect: Effect) {
        match effect {
            Effect::Block => self.end_block(),
            Effect::Cell => self.tab(),
            Effect::Span => self.joint = Joint::Left,
            Effect::Inline => {}
        }
    }

    /// Two line breaks make a paragraph.
    fn line_break(&mut self) {
        self.breaks += 1;
        self.space = true;
        if self.breaks >= 2 {
            self.end_block();
        }
    }

    fn tab(&mut self) {
        if let Some(block) = &mut self.block
            && !block.text.ends_with('\t')
        {
            block.text.push('\t');
        }
    }

    fn text(&mut self, raw: &str, id: Id, open: &Open) {
        if raw.trim_ascii().is_empty() {
            self.space |= !raw.is_empty();
            if self.space {
                self.joint = Joint::None;
            }
            return;
        }
        let element = open.blocks.last().copied().unwrap_or_default();
        let new = || PageBlock { element, first: id, text: String::new(), linked: 0, is_row: false };
        let block = self.block.get_or_insert_with(new);
        block.is_row |= open.cells > 0;
        let before = block.text.len();
        let mut text = String::new();
        decode_into(raw, Place::Text, &mut text);
        let mut space = self.space || (self.joint == Joint::Met && is_glued(&block.text, &text));
        for c in text.chars() {
            if c.is_whitespace() {
                space = true;
            } else if !is_unseen(c) {
                if space && !block.text.is_empty() && !block.text.ends_with('\t') {
                    block.text.push(' ');
                }
                space = false;
                block.text.push(c);
            }
        }
        if open.links > 0 {
            block.linked += block.text.len() - before;
        }
        self.space = space;
        self.breaks = 0;
        self.joint = Joint::None;
    }

    fn end_block(&mut self) {
        (self.breaks, self.space, self.joint) = (0, false, Joint::None);
        let Some(mut block) = self.block.take() else { return };
        block.text.truncate(block.text.trim_end().len());
        block.linked = block.linked.min(block.text.len());
        if !block.text.is_empty() {
            self.blocks.push(block);
        }
    }
}

/// Soft hyphens and marks of no width: they are for the setting of lines, and would part words.
fn is_unseen(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}' | '\u{2060}' | '\u{feff}' | '\u{200c}')
}

/// Whether two spans that touch would make a word of two: "By Jo Roe" and "4 March".
fn is_glued(left: &str, right: &str) -> bool {
    let (Some(left), Some(right)) = (left.chars().next_back(), right.chars().next()) else { return false };
    let ends = is_lower(left) || left.is_ascii_digit() || matches!(left, '.' | ',' | ';' | ')' | '!' | '?');
    ends && (is_upper(right) || (right.is_ascii_digit() && !left.is_ascii_digit() && left.is_alphabetic()))
}

#[cfg(test)]
mod tests {
    use super::blocks;
    use crate::article::html::tree::Tree;

    fn check(page: &str, expected: &[&str]) {
        let found: Vec<String> = blocks(&Tree::read(page), false).into_iter().map(|block| block.text).collect();
        assert_eq!(found, expected, "{page}");
    }

    #[test]
    fn lines_and_paragraphs() {
        check("<p>One\n <b>two</b>&nbsp;three.</p>four", &["One two three.", "four"]);
        check("a<br>b<br> <br>c<br/><br/><br/>d", &["a b", "c", "d"]);
        check("<b>W</b>ord <i>a</i>, b", &["Word a, b"]);
        check("<div>One<div>two</div>three</div>", &["One", "two", "three"]);
        check("so&shy;lar pan\u{200b}els", &["solar panels"]);
    }

    #[test]
    fn words_are_not_glued() {
        check("<div><span>By Jo Roe</span><span>4 March</span></div>", &["By Jo Roe 4 March"]);
        check("<span>T</span><span>he</span> <span>1</span><span>2</span>", &["The 12"]);
        check("<p>a <span>b</span> <span>C</span></p>", &["a b C"]);
    }

    #[test]
    fn tables() {
        check("<table><tr><th>North<td>12<tr><td><p>South</p></td><td>3</td></table>", &["North\t12", "South", "3"]);
    }

    #[test]
    fn what_is_not_shown() {
        check("a<script>b</script>c <s>d</s><svg><title>e</title></svg><button>f</button>g", &["ac", "g"]);
        check("a<template><p>b</template><p hidden>c<p>d<sup><a href=#1>[1]</a></sup>", &["a", "d"]);
        assert_eq!(blocks(&Tree::read("<p hidden>a"), true).len(), 1);
    }
}
