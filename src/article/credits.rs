//! The words of bylines and of credits, from `seeds/lists/credits.txt`.

use crate::text::lower;
use rustc_hash::FxHashMap;
use std::sync::LazyLock;

/// What a word or a few of them are in a credit.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Role {
    /// "Photograph".
    Made,
    /// "Reuters".
    Agency,
    /// "correspondent".
    Writer,
    /// "van".
    Particle,
}

const ROLES: [(&str, Role); 4] =
    [("made", Role::Made), ("agency", Role::Agency), ("writer", Role::Writer), ("particle", Role::Particle)];

static WORDS: LazyLock<FxHashMap<&str, Role>> = LazyLock::new(|| {
    let rows = include_str!("../../seeds/lists/credits.txt").lines().filter_map(|line| line.split_once(' '));
    rows.filter_map(|(kind, words)| Some((words, ROLES.iter().find(|row| row.0 == kind)?.1))).collect()
});

/// Whether the words are of that kind, in letters of any case.
pub(super) fn is_in(role: Role, words: &str) -> bool {
    let small: String = words.chars().map(lower).collect();
    WORDS.get(small.as_str()) == Some(&role)
}
