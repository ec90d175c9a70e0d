//! A hidden layer beside the sparse features: what the words around a token are alike to, taken together.
//!
//! As in networks that judge chess positions (NNUE; Nasu, 2018), its input is a sum of rows, one for each thing seen, so that
//! whole numbers of 16 bits and no product of matrices are needed: each cluster at each place has its row, made when the model
//! is unpacked, and so has each of the most frequent features (its *facts*).

use super::{label::LABELS, model::STEPS};

/// Places around a token whose clusters are seen together.
pub(crate) const PLACES: usize = 9;
/// Hidden units.
pub(crate) const UNITS: usize = 32;
/// Numbers that a cluster is known by.
pub(crate) const NUMBERS: usize = 8;
/// Bits behind the point: of the packed numbers, and of the units' sums.
pub(crate) const PACKED: u32 = 4;
const SUMS: u32 = 6;
/// A unit is at most this.
pub(crate) const MOST: i16 = 4;

/// What the units add up to.
pub(crate) type Units = [i16; UNITS];

/// The layer, unpacked: rows of one number a unit.
#[derive(Debug, Default)]
pub(crate) struct Layer {
    /// By cluster, then place.
    clusters: Vec<i16>,
    facts: Vec<i16>,
    bias: Vec<i16>,
    /// By unit, then label.
    out: Vec<i16>,
}

impl Layer {
    /// Reads the packed numbers, a byte each: those of the clusters, one of all after the other; for each place and number, the
    /// units; for each fact, the units; the units before anything is seen; for each unit, the labels.
    pub(crate) fn unpack(numbers: &[u8], clusters: usize, facts: usize) -> Option<Self> {
        let signed = |byte: u8| i16::from(byte as i8);
        let (of_clusters, numbers) = numbers.split_at_checked(clusters * NUMBERS)?;
        let (of_places, numbers) = numbers.split_at_checked(PLACES * NUMBERS * UNITS)?;
        let (of_facts, numbers) = numbers.split_at_checked((facts + 1) * UNITS)?;
        let mut rows = Vec::with_capacity(clusters * PLACES * UNITS);
        for cluster in 0..clusters {
            for place in of_places.chunks_exact(NUMBERS * UNITS) {
                let mut sums = [0_i32; UNITS];
                for (number, weights) in place.chunks_exact(UNITS).enumerate() {
                    let number = i32::from(signed(of_clusters[number * clusters + cluster]));
                    sums.iter_mut().zip(weights).for_each(|(sum, &weight)| *sum += number * i32::from(signed(weight)));
                }
                rows.extend(sums.iter().map(|sum| (sum >> (2 * PACKED - SUMS)) as i16));
            }
        }
        let mut facts: Vec<i16> = of_facts.iter().map(|&byte| signed(byte) << (SUMS - PACKED)).collect();
        let bias = facts.split_off(facts.len() - UNITS);
        let out: Vec<i16> = numbers.iter().map(|&byte| signed(byte)).collect();
        (out.len() == UNITS * LABELS).then_some(Self { clusters: rows, facts, bias, out })
    }

    /// The units where only clusters are seen.
    pub(crate) fn units(&self, seen: &[u16; PLACES]) -> Units {
        let mut units = [0; UNITS];
        add(&mut units, &self.bias);
        for (place, &cluster) in seen.iter().enumerate() {
            add(&mut units, &self.clusters[(usize::from(cluster) * PLACES + place) * UNITS..]);
        }
        units
    }

    /// Adds a fact.
    pub(crate) fn see(&self, fact: u16, units: &mut Units) {
        add(units, &self.facts[usize::from(fact) * UNITS..]);
    }

    /// Adds what the units say.
    pub(crate) fn add(&self, units: &Units, scores: &mut [i32; LABELS]) {
        let mut sums = [0; LABELS];
        for (&unit, row) in units.iter().zip(self.out.chunks_exact(LABELS)) {
            let unit = i32::from(unit.clamp(0, MOST << SUMS));
            sums.iter_mut().zip(row).for_each(|(sum, &weight)| *sum += unit * i32::from(weight));
        }
        scores.iter_mut().zip(sums).for_each(|(score, sum)| *score += (sum * STEPS) >> (SUMS + PACKED));
    }
}

/// The sums of a trained layer stay far below what 16 bits hold; those of odd bytes may come around.
fn add(units: &mut Units, row: &[i16]) {
    units.iter_mut().zip(row).for_each(|(unit, value)| *unit = unit.wrapping_add(*value));
}
