//! What the model says of a name's kind at all its places together: one place may be doubtful where the others are not.

use crate::{
    document::ActorKind,
    name::bilou::{KINDS, LABELS, Place, label},
};
use rustc_hash::FxHashMap;
use std::ops::Range;

/// For each name the scores of the kinds, summed over its places.
#[derive(Default)]
pub(crate) struct Evidence<'d> {
    sums: FxHashMap<&'d str, [i64; KINDS.len()]>,
}

impl<'d> Evidence<'d> {
    /// Adds one place of a name: the scores of its tokens' labels.
    pub(crate) fn add(&mut self, name: &'d str, scores: &[[i32; LABELS]]) {
        let sums = self.sums.entry(name).or_default();
        let last = scores.len().saturating_sub(1);
        for (kind, sum) in sums.iter_mut().enumerate() {
            let of = |(at, row): (usize, &[i32; LABELS])| i64::from(row[label(kind, place(at, last))]);
            *sum += scores.iter().enumerate().map(of).sum::<i64>();
        }
    }

    /// The kind that all places together speak for.
    pub(super) fn kind(&self, name: &str) -> Option<ActorKind> {
        let sums = self.sums.get(name)?;
        let best = Range { start: 0, end: KINDS.len() }.max_by_key(|&kind| (sums[kind], std::cmp::Reverse(kind)))?;
        Some(KINDS[best])
    }
}

/// Where a token stands in a name, by its number and that of the last one.
fn place(at: usize, last: usize) -> Place {
    match at {
        0 if last == 0 => Place::Only,
        0 => Place::Begin,
        _ if at == last => Place::Last,
        _ => Place::Inside,
    }
}

#[cfg(test)]
mod tests {
    use super::{ActorKind, Evidence, LABELS, Place, label};

    #[test]
    fn a_sure_place_outweighs_two_doubtful_ones() {
        let row = |person: i32, organization: i32| {
            let mut row = [0; LABELS];
            (row[label(0, Place::Only)], row[label(1, Place::Only)]) = (person, organization);
            [row]
        };
        let mut evidence = Evidence::default();
        evidence.add("Orr", &row(3, 2));
        evidence.add("Orr", &row(3, 2));
        assert_eq!(evidence.kind("Orr"), Some(ActorKind::Person));
        evidence.add("Orr", &row(0, 9));
        assert_eq!(evidence.kind("Orr"), Some(ActorKind::Organization));
        assert_eq!(evidence.kind("Moll"), None);
    }
}
