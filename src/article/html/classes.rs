//! What the names that a page gives its parts, in `class` and `id`, say of them.

use super::{
    element::Element,
    tree::{Id, Tree},
};
use crate::text::sort_by_number;
use std::sync::LazyLock;

/// What a name says.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub(super) struct Named(u8);

impl Named {
    /// Never a part of the article.
    pub(super) const OUT: Self = Self(1);
    /// No part of the article, unless the name says otherwise too.
    pub(super) const WEAK: Self = Self(2);
    /// Shown, but not what the article says.
    pub(super) const ASIDE: Self = Self(4);
    /// Likely the article.
    pub(super) const MAIN: Self = Self(8);
    /// For screen readers only.
    pub(super) const UNSEEN: Self = Self(16);
    /// No part of the article even where there is more of it: comments, galleries.
    pub(super) const APART: Self = Self(32);

    pub(super) const fn has(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }
}

const KINDS: [(&str, Named); 6] = [
    ("apart", Named::APART),
    ("out", Named::OUT),
    ("weak", Named::WEAK),
    ("aside", Named::ASIDE),
    ("main", Named::MAIN),
    ("unseen", Named::UNSEEN),
];

/// A word, or the beginning of words, and what it says.
struct Row {
    word: &'static str,
    begins: bool,
    says: Named,
}

/// The words of `seeds/lists/page-classes.txt`, sorted; there a word that ends in `*` is a beginning.
static ROWS: LazyLock<Vec<Row>> = LazyLock::new(|| {
    let mut rows = Vec::new();
    for line in include_str!("../../../seeds/lists/page-classes.txt").lines() {
        let (kind, words) = line.split_once(' ').unwrap_or_default();
        let Some((_, says)) = KINDS.iter().find(|row| row.0 == kind) else { continue };
        rows.extend(words.split(' ').map(|word| {
            let stem = word.trim_end_matches('*');
            Row { word: stem, begins: stem.len() < word.len(), says: *says }
        }));
    }
    sort_by_number(&mut rows, |row| number(row.word));
    rows
});

/// A word's first letters as a number that sorts as it does; no two words have the first sixteen alike.
fn number(word: &str) -> u128 {
    let mut bytes = [0; 16];
    word.bytes().zip(&mut bytes).for_each(|(byte, place)| *place = byte);
    u128::from_be_bytes(bytes)
}

/// Longer names are cut: pages write states of all kinds into them.
const LONGEST: usize = 400;

/// What the names of an element say.
pub(super) fn named(tree: &Tree, id: Id) -> Named {
    let mut said = Named::default();
    for attribute in ["class", "id"] {
        let Some(value) = tree.raw_attribute(id, attribute) else { continue };
        let end = (0..=value.len().min(LONGEST)).rev().find(|&end| value.is_char_boundary(end)).unwrap_or(0);
        value[..end].split_ascii_whitespace().for_each(|name| said.0 |= name_says(name).0);
    }
    // <amp-consent>, <share-bar>.
    if tree.element(id) == Some(Element::Custom) {
        let written = tree.attributes(id).next().map_or("", |(name, _)| name);
        said.0 |= name_says(written).0;
    }
    said
}

/// What one name says: the whole of it, else its words, as in `article__related-links` and `relatedLinks`.
fn name_says(name: &str) -> Named {
    // "has-sidebar", "no-ads", "tag-politics": of what else there is, not of the part itself.
    const ELSEWHERE: [&str; 8] = ["has-", "no-", "with-", "without-", "tag-", "category-", "js-", "not-"];
    let lower = name.to_ascii_lowercase();
    if ELSEWHERE.iter().any(|start| lower.starts_with(start)) {
        return Named::default();
    }
    let whole = word_says(&lower);
    if whole != Named::default() {
        return whole;
    }
    let mut said = Named::default();
    let mut start = 0;
    let bytes = name.as_bytes();
    for at in 0..=bytes.len() {
        let ends = bytes.get(at).is_none_or(|byte| !byte.is_ascii_alphanumeric());
        let camel =
            at > start && bytes.get(at).is_some_and(u8::is_ascii_uppercase) && bytes[at - 1].is_ascii_lowercase();
        if ends || camel {
            if let Some(word) = lower.get(start..at).filter(|word| !word.is_empty()) {
                said.0 |= word_says(word).0;
            }
            start = at + usize::from(ends);
        }
    }
    said
}

fn word_says(word: &str) -> Named {
    // What it begins with stands a few rows before.
    const NEAR: usize = 6;
    let at = ROWS.partition_point(|row| row.word <= word);
    let mut before = ROWS[..at].iter().rev().take(NEAR);
    let found = before.find(|row| row.word == word || (row.begins && word.starts_with(row.word)));
    found.map_or(Named::default(), |row| row.says)
}

#[cfg(test)]
mod tests {
    use super::{Named, name_says};

    #[test]
    fn words_are_sorted() {
        assert!(super::ROWS.is_sorted_by(|one, next| one.word < next.word), "no word twice");
    }

    #[test]
    fn names() {
        for (name, said) in [
            ("related", Named::OUT),
            ("relatedStories", Named::OUT),
            ("story__share-tools", Named(Named::OUT.0 | Named::MAIN.0)),
            ("header", Named::WEAK),
            ("image-caption", Named::ASIDE),
            ("articleBody", Named::MAIN),
            ("article-body", Named::MAIN),
            ("has-sidebar", Named::default()),
            ("loaded", Named::default()),
            ("roadside", Named::default()),
            ("sr-only", Named::UNSEEN),
            ("advertising", Named::OUT),
            ("cookie", Named::OUT),
            ("adventure", Named::default()),
        ] {
            assert_eq!(name_says(name), said, "{name}");
        }
    }
}
