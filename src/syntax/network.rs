//! The network's shape: its blocks of weights and how big each is, shared by the reader and the trainer.

use super::features::{ROWS, TABLES};
use crate::document::{PartOfSpeech, VerbForm};

/// Tags: parts of speech, those of verbs and auxiliaries with their form.
pub(crate) const TAGS: usize = PartOfSpeech::ALL.len() - 2 + 2 * VerbForm::ALL.len();

/// Number of a tag: first those without forms, then auxiliaries, then verbs.
#[cfg(any(test, feature = "train"))]
pub(crate) fn tag_number(tag: PartOfSpeech, form: VerbForm) -> usize {
    let find = |wanted: (PartOfSpeech, VerbForm)| (0..TAGS).find(|&number| tag_of(number) == wanted);
    find((tag, form)).or_else(|| find((tag, VerbForm::None))).unwrap_or(TAGS - 1)
}

/// The tag of a number.
pub(crate) fn tag_of(number: usize) -> (PartOfSpeech, VerbForm) {
    let plain = || PartOfSpeech::ALL.into_iter().filter(|tag| !tag.is_verbal());
    let count = PartOfSpeech::ALL.len() - 2;
    let Some(form) = number.checked_sub(count) else {
        return (plain().nth(number).unwrap_or_default(), VerbForm::None);
    };
    let tag = if form < VerbForm::ALL.len() { PartOfSpeech::Aux } else { PartOfSpeech::Verb };
    (tag, VerbForm::ALL[form % VerbForm::ALL.len()])
}

/// Distances between a word and its head are told apart up to here, in words.
const FAR: [usize; 8] = [1, 2, 3, 4, 6, 9, 14, 22];
/// Kinds of distances: each side's, and what is farther.
pub(crate) const BUCKETS: usize = 2 * (FAR.len() + 1);

/// The kind of distance from a word to its head.
pub(crate) fn bucket(word: usize, head: usize) -> usize {
    let far = word.abs_diff(head);
    let kind = FAR.iter().position(|&most| far <= most).unwrap_or(FAR.len());
    if head < word { kind } else { FAR.len() + 1 + kind }
}

/// How big the network is.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub(crate) struct Sizes {
    /// Rows of the first table: frequent words and one for all others.
    pub(crate) words: usize,
    /// Numbers in a row of each table.
    pub(crate) widths: [usize; TABLES],
    /// Numbers of a word's state.
    pub(crate) hidden: usize,
    /// Gated layers.
    pub(crate) layers: usize,
    /// Numbers by which a word and its head are compared.
    pub(crate) arcs: usize,
    /// Hidden units that tell relations.
    pub(crate) relations: usize,
}

impl Sizes {
    /// Numbers of a word's rows beside each other.
    pub(crate) fn embedded(&self) -> usize {
        self.widths.iter().sum()
    }

    /// Rows of a table.
    pub(crate) fn rows(&self, table: usize) -> usize {
        if table == 0 { self.words } else { ROWS[table] }
    }
}

/// A block of weights; by rows, a row for each number that goes in.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Block {
    /// Rows of a table.
    Table(usize),
    /// From rows to states: what a word says of the next one, of itself, of the one before.
    Input,
    InputBias,
    /// Gates and candidates, forwards, then backwards.
    Layer(usize),
    LayerBias(usize),
    Tags,
    TagBias,
    /// What a word is as a dependent, then as a head.
    Arcs,
    ArcBias,
    /// The root, as a head.
    Root,
    /// Distances, as a part of the head.
    Distances,
    /// What a word is as a dependent, then as a head.
    Relations,
    RelationBias,
    RelationDistances,
    RelationOut,
    RelationOutBias,
}

impl Block {
    /// All, in the order in which they are packed.
    pub(crate) fn all(sizes: &Sizes) -> impl Iterator<Item = Self> + use<> {
        let layers = (0..sizes.layers).flat_map(|layer| [Self::Layer(layer), Self::LayerBias(layer)]);
        let first = (0..TABLES).map(Self::Table).chain([Self::Input, Self::InputBias]);
        first.chain(layers).chain([
            Self::Tags,
            Self::TagBias,
            Self::Arcs,
            Self::ArcBias,
            Self::Root,
            Self::Distances,
            Self::Relations,
            Self::RelationBias,
            Self::RelationDistances,
            Self::RelationOut,
            Self::RelationOutBias,
        ])
    }

    /// Its place among all.
    pub(crate) fn number(self, sizes: &Sizes) -> usize {
        Self::all(sizes).position(|block| block == self).unwrap_or_default()
    }

    /// Rows, and numbers in each.
    pub(crate) fn shape(self, sizes: &Sizes) -> [usize; 2] {
        use crate::document::Relation;
        match self {
            Self::Table(table) => [sizes.rows(table), sizes.widths[table]],
            Self::Input => [sizes.embedded(), 3 * sizes.hidden],
            Self::InputBias => [1, sizes.hidden],
            Self::Layer(_) => [sizes.hidden, 2 * sizes.hidden],
            Self::LayerBias(_) => [1, 2 * sizes.hidden],
            Self::Tags => [sizes.hidden, TAGS],
            Self::TagBias => [1, TAGS],
            Self::Arcs => [sizes.hidden, 2 * sizes.arcs],
            Self::ArcBias => [1, 2 * sizes.arcs],
            Self::Root => [1, sizes.arcs],
            Self::Distances => [BUCKETS, sizes.arcs],
            Self::Relations => [sizes.hidden, 2 * sizes.relations],
            Self::RelationBias => [1, 2 * sizes.relations],
            Self::RelationDistances => [BUCKETS, sizes.relations],
            Self::RelationOut => [sizes.relations, Relation::ALL.len()],
            Self::RelationOutBias => [1, Relation::ALL.len()],
        }
    }
}

/// Where the highest score is, the first of equal ones.
pub(crate) fn arg_max<S: Copy + PartialOrd>(scores: &[S]) -> usize {
    (0..scores.len()).reduce(|best, at| if scores[at] > scores[best] { at } else { best }).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::{TAGS, bucket, tag_number, tag_of};

    #[test]
    fn tags_have_one_number_each() {
        for number in 0..TAGS {
            let (tag, form) = tag_of(number);
            assert_eq!(tag_number(tag, form), number);
        }
    }

    #[test]
    fn distances_have_sides() {
        assert_eq!([bucket(5, 4), bucket(5, 6), bucket(5, 0), bucket(0, 99)], [0, 9, 4, 17]);
    }
}
