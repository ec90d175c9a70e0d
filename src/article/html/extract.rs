//! Which blocks of a page are its article.
//!
//! What is not the article by its role, by its name or by what it is, is left out, unless half of the text stands in it.
//! Each paragraph gives its score to the elements around it (the rule of Arc90's Readability); the best element grows by
//! what stands beside it and is as good.

use super::{
    classes::{Named, named},
    element::{Element, Traits},
    page::{Page, is_good},
    tree::{Id, Tree},
};
use crate::text::sort_by_number;

/// What a try leaves out.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Rule {
    /// By name, role and element.
    All,
    /// By role and element only.
    Roles,
    /// Nothing.
    Nothing,
}

/// Roles of what is never the article.
const ROLES: [&str; 11] = [
    "alert",
    "alertdialog",
    "banner",
    "complementary",
    "contentinfo",
    "dialog",
    "menu",
    "menubar",
    "navigation",
    "search",
    "toolbar",
];

/// Leaves out what a rule says, and counts anew.
pub(super) fn leave_out(page: &mut Page, rule: Rule) {
    if rule == Rule::Nothing {
        return;
    }
    let tree = page.tree;
    let whole = page.weights[0].good;
    let teasers = teaser_lists(page);
    let mut id = 1;
    while id < tree.len() {
        let next = tree.end(id).max(id + 1);
        let weight = page.weights[id];
        let share = Share { good: weight.good, whole };
        if weight.text > 0 && (is_left_out(tree, id, share, rule) || (teasers[id] && share.leaves_enough())) {
            page.leave_out(id);
            id = next;
        } else {
            id += 1;
        }
    }
    page.weigh();
}

/// How much of a page's prose an element holds.
#[derive(Clone, Copy)]
struct Share {
    good: usize,
    whole: usize,
}

impl Share {
    fn is_half(self) -> bool {
        self.good * 2 > self.whole
    }

    fn is_quarter(self) -> bool {
        self.good * 4 > self.whole
    }

    /// Whether the rest of the page may be an article.
    fn leaves_enough(self) -> bool {
        const ENOUGH: usize = 500;
        !self.is_half() || self.whole - self.good > ENOUGH
    }
}

fn is_left_out(tree: &Tree, id: Id, share: Share, rule: Rule) -> bool {
    let Some(element) = tree.element(id) else { return false };
    if matches!(element, Element::Html | Element::Body | Element::Main) {
        return false;
    }
    if is_elsewhere(tree, id, element, share) {
        return true;
    }
    if rule != Rule::All || (tree.has(id, Traits::INLINE) && element != Element::Span) {
        return false;
    }
    let said = named(tree, id);
    if said.has(Named::APART) && share.leaves_enough() {
        return true;
    }
    if said.has(Named::OUT) || said.has(Named::UNSEEN) {
        return !share.is_half();
    }
    said.has(Named::WEAK) && !said.has(Named::MAIN) && element != Element::Article && !share.is_quarter()
}

/// Whether an element is no part of an article by its role or by what it is.
fn is_elsewhere(tree: &Tree, id: Id, element: Element, share: Share) -> bool {
    let role = tree.raw_attribute(id, "role").is_some_and(|role| ROLES.contains(&role.trim()));
    match element {
        _ if share.is_half() => false,
        _ if role => true,
        Element::Nav | Element::Footer | Element::Aside => true,
        Element::Form => !share.is_quarter(),
        Element::Header => !share.is_quarter() && !is_in_article(tree, id),
        _ => false,
    }
}

fn is_in_article(tree: &Tree, id: Id) -> bool {
    tree.ancestors(id).skip(1).any(|id| matches!(tree.element(id), Some(Element::Article | Element::Main)))
}

/// Lists of other articles: most of what is in them has a heading that is a link.
fn teaser_lists(page: &Page) -> Vec<bool> {
    const LEVELS: usize = 5;
    const FEW: usize = 3;
    // The name of a column may stand before the link.
    const LINKED: f32 = 0.6;
    let tree = page.tree;
    // By element: how many of its children have such a heading, and the last one that was counted.
    let mut headed = vec![(0_usize, 0_usize); tree.len()];
    for block in &page.blocks {
        if !tree.has(block.element, Traits::HEADING) || block.link_share() < LINKED {
            continue;
        }
        let mut child = block.element;
        for _ in 0..LEVELS {
            let parent = tree.parent(child);
            if parent == 0 || headed[parent].1 == child {
                break;
            }
            headed[parent] = (headed[parent].0 + 1, child);
            child = parent;
        }
    }
    let is_list = |(id, &(count, _)): (usize, &(usize, usize))| {
        count >= FEW && count * 10 >= 6 * page.children(id).filter(|&child| page.weights[child].text > 0).count()
    };
    headed.iter().enumerate().map(is_list).collect()
}

/// The elements that hold the article, in order; none where nothing scores.
pub(super) fn main_elements(page: &Page) -> Vec<Id> {
    let scores = scores(page);
    let best = (0..scores.len()).filter(|&id| scores[id] > 0.0).max_by(|&one, &other| {
        // Of two that are as good the first is taken.
        scores[one].total_cmp(&scores[other]).then(other.cmp(&one))
    });
    best.map_or_else(Vec::new, |best| grow(page, &scores, best))
}

/// Arc90's rule: a paragraph is worth its commas and its length; its parent gets all of that, those further out less.
fn scores(page: &Page) -> Vec<f32> {
    const LEVELS: usize = 4;
    let tree = page.tree;
    let mut scores = vec![0.0_f32; tree.len()];
    for block in page.blocks.iter().filter(|block| !page.out[block.first] && is_good(tree, block)) {
        let commas = block.text.matches([',', '，', '、']).count();
        let worth = 1.0 + commas as f32 + (block.text.len() as f32 / 100.0).min(3.0);
        let worth = worth * (1.0 - block.link_share());
        let holds_text =
            matches!(tree.element(block.element), Some(Element::P | Element::Pre | Element::Li | Element::Blockquote));
        let from = tree.ancestors(block.element).skip(usize::from(holds_text));
        for (level, id) in from.filter(|&id| !tree.has(id, Traits::INLINE)).take(LEVELS).enumerate() {
            scores[id] += worth / if level < 2 { (level + 1) as f32 } else { (level * 3) as f32 };
        }
    }
    for (id, score) in scores.iter_mut().enumerate().filter(|(_, score)| **score > 0.0) {
        let said = named(tree, id);
        let bonus = if said.has(Named::MAIN) { 1.2 } else { 1.0 };
        let malus = if said.has(Named::WEAK) && !said.has(Named::MAIN) { 0.8 } else { 1.0 };
        *score *= (1.0 - page.weights[id].link_share()) * bonus * malus;
    }
    scores
}

/// The best element and what beside it, level by level, is as good.
fn grow(page: &Page, scores: &[f32], best: Id) -> Vec<Id> {
    const LEVELS: usize = 5;
    let tree = page.tree;
    let mut chosen = vec![best];
    let mut inner = best;
    let mut good = page.weights[best].good;
    for _ in 0..LEVELS {
        if inner == 0 || matches!(tree.element(inner), Some(Element::Body | Element::Html)) {
            break;
        }
        let outer = tree.parent(inner);
        let siblings: Vec<Id> = page.children(outer).filter(|&id| !page.out[id]).collect();
        let within = is_in_article(tree, inner);
        let fits = |&id: &Id| {
            id == inner || is_alike(page, id, inner, within) || is_as_good(page, id, scores, scores[best], good)
        };
        let first = siblings.iter().position(fits);
        let last = siblings.iter().rposition(fits);
        if let (Some(first), Some(last)) = (first, last) {
            let between = siblings[first..=last].iter().filter(|&id| fits(id) || is_bearable(page, *id));
            let added: Vec<Id> = between.copied().filter(|&id| id != inner).collect();
            good += added.iter().map(|&id| page.weights[id].good).sum::<usize>();
            chosen.extend(added);
        }
        // What stands outside of an `article` is not of it.
        if tree.element(outer) == Some(Element::Article) && good * 2 > page.weights[0].good {
            break;
        }
        inner = outer;
    }
    sort_by_number(&mut chosen, |&id| id as u128);
    chosen
}

/// Whether a sibling is prose, and made as the article's other part is or in the same `article`.
fn is_alike(page: &Page, id: Id, inner: Id, within: bool) -> bool {
    let (tree, weight) = (page.tree, page.weights[id]);
    let is_item = matches!(tree.element(inner), Some(Element::Article | Element::Li | Element::Td | Element::Tr));
    let class = |id| tree.raw_attribute(id, "class");
    let same = !is_item && tree.name(id) == tree.name(inner) && class(id) == class(inner) && class(id).is_some();
    weight.good > 0 && weight.link_share() < 0.3 && (within || same)
}

/// Whether a sibling is a part of the same article.
fn is_as_good(page: &Page, id: Id, scores: &[f32], best: f32, good: usize) -> bool {
    const SHARE: f32 = 0.2;
    let weight = page.weights[id];
    if weight.good == 0 || weight.link_share() > 0.3 {
        return false;
    }
    let is_paragraph = matches!(page.tree.element(id), Some(Element::P)) && weight.good >= 80;
    is_paragraph || scores[id] >= (best * SHARE).max(10.0) || weight.good * 6 >= good
}

/// Whether what stands between two parts of an article may stay: headings, short lines, no lists of links.
fn is_bearable(page: &Page, id: Id) -> bool {
    let weight = page.weights[id];
    weight.text > 0 && weight.link_share() < 0.3
}
