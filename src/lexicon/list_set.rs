//! Which lists hold a token: one bit a list.

use super::List;

/// A set of the lists of `seeds/lists`.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct ListSet(u128);

impl ListSet {
    /// No list.
    pub const EMPTY: Self = Self(0);

    /// The one list.
    pub const fn of(list: List) -> Self {
        Self(1 << list as u8)
    }

    /// Whether the list is in.
    pub const fn has(self, list: List) -> bool {
        self.0 >> list as u8 & 1 != 0
    }

    /// Adds a list.
    pub const fn insert(&mut self, list: List) {
        self.0 |= 1 << list as u8;
    }
}

const _: () = assert!(List::ALL.len() <= 128, "a list is a bit of a u128");
