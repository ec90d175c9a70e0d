//! What is known of words and phrases, by their hashes: clusters of similar ones, and lists of names.

use crate::codec::table::Table;

/// Bits of a word's hash in the packed form.
pub(crate) const WORD_WIDTH: u32 = 21;

/// Sets of lists that there can be.
pub(crate) const LISTS: usize = 64;
/// In a list of countries, states and the like.
pub(crate) const REGION: u8 = 1;
/// A town of 100,000 people or more.
pub(crate) const CITY: u8 = 2;
/// A well-known organisation.
pub(crate) const ORGANIZATION: u8 = 4;
/// A given name of men.
pub(crate) const MALE: u8 = 8;
/// A given name of women.
pub(crate) const FEMALE: u8 = 16;
/// A family name.
pub(crate) const FAMILY: u8 = 32;

/// What is known of one word or phrase.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub(crate) struct Known {
    /// Its fine cluster, plus one; 0 where it is rare.
    pub(crate) cluster: u16,
    /// The lists that hold it.
    pub(crate) lists: u8,
}

/// What is known of words: clusters of similar ones, and lists of names.
#[derive(Debug, Default)]
pub(crate) struct Words {
    pub(crate) known: Table<Known>,
    /// For each fine cluster, its middle one; for each middle one, its coarse one.
    pub(crate) parents: [Vec<u16>; 2],
}

impl Words {
    /// What is known of a word, or a phrase, by its hash.
    pub(crate) fn known(&self, lower: u32) -> Known {
        self.known.get(lower >> (32 - WORD_WIDTH)).unwrap_or_default()
    }

    /// The lists that hold a word, or a phrase, by its hash.
    pub(crate) fn lists(&self, lower: u32) -> u8 {
        self.known(lower).lists
    }

    /// Whether men, and whether women, have a given name, by its hash.
    pub(crate) fn sexes(&self, lower: u32) -> (bool, bool) {
        let lists = self.lists(lower);
        (lists & MALE != 0, lists & FEMALE != 0)
    }

    /// Whether a word is a family name, by its hash.
    pub(crate) fn is_family(&self, lower: u32) -> bool {
        self.lists(lower) & FAMILY != 0
    }

    /// Whether a word is a given name or a family name, by its hash.
    pub(crate) fn is_person(&self, lower: u32) -> bool {
        self.lists(lower) & (MALE | FEMALE | FAMILY) != 0
    }

    /// Whether a name is that of a town, region or country, by its hash.
    pub(crate) fn is_place(&self, lower: u32) -> bool {
        self.lists(lower) & (REGION | CITY) != 0
    }

    /// Whether a name is that of a country, state or the like, and of no town, by its hash.
    pub(crate) fn is_region(&self, lower: u32) -> bool {
        let lists = self.lists(lower);
        lists & REGION != 0 && lists & CITY == 0
    }

    /// Whether a word is on a list of persons' or places' names, by its hash.
    pub(crate) fn is_listed(&self, lower: u32) -> bool {
        self.lists(lower) & !ORGANIZATION != 0
    }

    /// A fine cluster, plus one, with its middle and its coarse one.
    pub(crate) fn levels(&self, fine: u16) -> [u32; 3] {
        let Some(fine) = fine.checked_sub(1) else { return [0; 3] };
        let middle = self.parents[0].get(usize::from(fine)).copied().unwrap_or_default();
        let coarse = self.parents[1].get(usize::from(middle)).copied().unwrap_or_default();
        [u32::from(fine) + 1, u32::from(middle) + 1, u32::from(coarse) + 1]
    }
}
