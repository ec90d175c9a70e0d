//! A hidden layer beside the sparse features: what the words around a token are alike to, taken together.
//!
//! As in networks that judge chess positions (NNUE; Nasu, 2018), its input is a sum of rows, one for each thing seen, so that
//! whole numbers of 16 bits and no product of matrices are needed: each cluster at each place has its row, and so has each of
//! the most frequent features (its *facts*).

use super::bilou::LABELS;
use std::sync::OnceLock;

/// Steps of a weight to one unit.
pub(crate) const STEPS: i32 = 12;

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

/// Units of which one word holds the sums, and words that hold all.
const LANES: usize = 4;
const WORDS: usize = UNITS / LANES;
/// Labels of which one word holds the sums, words that hold all, and bits of each.
const SHARED: usize = 3;
const OUT: usize = LABELS.div_ceil(SHARED);
const WIDE: u32 = 21;

/// What the units add up to.
///
/// Four whole numbers lie in one word as Σ nᵢ·2¹⁶ⁱ, so that one addition adds four: a negative number borrows from the next,
/// and gives it back where they are taken apart. That is exact while the sums of each fit into 16 bits, and those of a trained
/// layer stay far below; those of odd bytes mean nothing, whatever they come to.
pub(crate) type Units = [i64; WORDS];

/// The layer, unpacked.
#[derive(Debug, Default)]
pub(crate) struct Layer {
    /// For each cluster, its units at each place: made when it is first seen, since an article sees few of them.
    clusters: Vec<OnceLock<Box<[Units; PLACES]>>>,
    /// The packed numbers of clusters, one of all after the other, and of places.
    numbers: Vec<i8>,
    places: Vec<i8>,
    facts: Vec<Units>,
    bias: Units,
    /// For each unit what it says of the labels, three in a word.
    out: Vec<[i64; OUT]>,
}

impl Layer {
    /// Reads the packed numbers, a byte each: those of the clusters, one of all after the other; for each place and number, the
    /// units; for each fact, the units; the units before anything is seen; for each unit, the labels.
    pub(crate) fn unpack(numbers: &[u8], clusters: usize, facts: usize) -> Option<Self> {
        let (of_clusters, numbers) = numbers.split_at_checked(clusters * NUMBERS)?;
        let (of_places, numbers) = numbers.split_at_checked(PLACES * NUMBERS * UNITS)?;
        let (of_facts, numbers) = numbers.split_at_checked((facts + 1) * UNITS)?;
        if numbers.len() != UNITS * LABELS {
            return None;
        }
        let signed = |bytes: &[u8]| bytes.iter().map(|&byte| byte as i8).collect();
        let units = |row: &[u8]| -> Units {
            std::array::from_fn(|word| {
                let of = &row[word * LANES..][..LANES];
                together(of.iter().map(|&byte| i64::from(byte as i8) << (SUMS - PACKED)), 16)
            })
        };
        let mut facts: Vec<Units> = of_facts.chunks_exact(UNITS).map(units).collect();
        let bias = facts.pop()?;
        let labels = |row: &[u8]| -> [i64; OUT] {
            let mut of = row.chunks(SHARED);
            std::array::from_fn(|_| {
                together(of.next().unwrap_or_default().iter().map(|&byte| i64::from(byte as i8)), WIDE)
            })
        };
        Some(Self {
            clusters: (0..clusters).map(|_| OnceLock::new()).collect(),
            numbers: signed(of_clusters),
            places: signed(of_places),
            facts,
            bias,
            out: numbers.chunks_exact(LABELS).map(labels).collect(),
        })
    }

    /// The units of a cluster at each place.
    fn cluster(&self, cluster: usize) -> Box<[Units; PLACES]> {
        let count = self.clusters.len();
        let numbers: [i64; NUMBERS] = std::array::from_fn(|at| i64::from(self.numbers[at * count + cluster]));
        let mut rows = Box::new([Units::default(); PLACES]);
        for (row, place) in rows.iter_mut().zip(self.places.chunks_exact(NUMBERS * UNITS)) {
            let unit = |at: usize| -> i64 {
                let sum: i64 = (0..NUMBERS).map(|number| numbers[number] * i64::from(place[number * UNITS + at])).sum();
                sum >> (2 * PACKED - SUMS)
            };
            *row = std::array::from_fn(|word| together((word * LANES..(word + 1) * LANES).map(unit), 16));
        }
        rows
    }

    /// The units where only clusters are seen.
    pub(crate) fn units(&self, seen: &[u16; PLACES]) -> Units {
        let mut units = self.bias;
        for (place, &cluster) in seen.iter().enumerate() {
            let cluster = usize::from(cluster);
            add(&mut units, &self.clusters[cluster].get_or_init(|| self.cluster(cluster))[place]);
        }
        units
    }

    /// Adds a fact.
    pub(crate) fn see(&self, fact: u16, units: &mut Units) {
        add(units, &self.facts[usize::from(fact)]);
    }

    /// Adds what the units say.
    pub(crate) fn add(&self, units: &Units, scores: &mut [i32; LABELS]) {
        let mut sums = [0_i64; OUT];
        for (&word, rows) in units.iter().zip(self.out.chunks_exact(LANES)) {
            let mut rest = word;
            for row in rows {
                let unit = rest as i16;
                rest = rest.wrapping_sub(i64::from(unit)) >> 16;
                if unit > 0 {
                    let unit = i64::from(unit.min(MOST << SUMS));
                    sums.iter_mut().zip(row).for_each(|(sum, &weights)| *sum += unit * weights);
                }
            }
        }
        for (scores, &sum) in scores.chunks_mut(SHARED).zip(&sums) {
            let mut rest = sum;
            for score in scores {
                let sum = rest << (64 - WIDE) >> (64 - WIDE);
                rest = (rest - sum) >> WIDE;
                *score += (sum as i32 * STEPS) >> (SUMS + PACKED);
            }
        }
    }
}

/// Whole numbers in one word, the first the lowest: Σ nᵢ·2^(width·i).
fn together(numbers: impl DoubleEndedIterator<Item = i64>, width: u32) -> i64 {
    numbers.rev().fold(0, |word, number| (word << width).wrapping_add(number))
}

fn add(units: &mut Units, row: &Units) {
    units.iter_mut().zip(row).for_each(|(sum, word)| *sum = sum.wrapping_add(*word));
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::{LABELS, Layer, MOST, NUMBERS, PACKED, PLACES, STEPS, SUMS, UNITS};
    use proptest::{collection::vec, prelude::*};

    const CLUSTERS: usize = 3;
    const FACTS: usize = 2;

    /// The same with one number a unit and one a label.
    fn one_by_one(numbers: &[i8], seen: &[u16; PLACES], facts: &[u16]) -> Vec<i32> {
        let number = |at: usize| i32::from(numbers[at]);
        let places = CLUSTERS * NUMBERS;
        let rows = places + PLACES * NUMBERS * UNITS;
        let out = rows + (FACTS + 1) * UNITS;
        let units = (0..UNITS).map(|unit| {
            let fact = |fact: usize| number(rows + fact * UNITS + unit) << (SUMS - PACKED);
            let cluster = |(place, &cluster): (usize, &u16)| {
                let product = |at: usize| {
                    number(at * CLUSTERS + usize::from(cluster))
                        * number(places + (place * NUMBERS + at) * UNITS + unit)
                };
                (0..NUMBERS).map(product).sum::<i32>() >> (2 * PACKED - SUMS)
            };
            let facts = facts.iter().map(|&seen| fact(usize::from(seen))).sum::<i32>();
            (fact(FACTS) + facts + seen.iter().enumerate().map(cluster).sum::<i32>()).clamp(0, i32::from(MOST) << SUMS)
        });
        let units: Vec<i32> = units.collect();
        let label =
            |label: usize| units.iter().enumerate().map(move |(at, unit)| unit * number(out + at * LABELS + label));
        (0..LABELS).map(|at| (label(at).sum::<i32>() * STEPS) >> (SUMS + PACKED)).collect()
    }

    proptest! {
        #[test]
        fn numbers_in_one_word_add_up_as_numbers_do(
            numbers in vec(-40_i8..40, CLUSTERS * NUMBERS + PLACES * NUMBERS * UNITS + (FACTS + 1) * UNITS),
            labels in vec(any::<i8>(), UNITS * LABELS),
            seen in any::<[u8; PLACES]>(),
            facts in vec(0..FACTS as u16, 0..4),
        ) {
            let seen = seen.map(|cluster| u16::from(cluster) % CLUSTERS as u16);
            let numbers = [numbers, labels].concat();
            let bytes: Vec<u8> = numbers.iter().map(|&number| number as u8).collect();
            let layer = Layer::unpack(&bytes, CLUSTERS, FACTS).expect("a layer");
            let mut units = layer.units(&seen);
            facts.iter().for_each(|&fact| layer.see(fact, &mut units));
            let mut scores = [0; LABELS];
            layer.add(&units, &mut scores);
            prop_assert_eq!(&scores[..], &one_by_one(&numbers, &seen, &facts)[..]);
        }
    }

    #[test]
    fn bytes_that_are_too_few_are_told() {
        assert!(Layer::unpack(&[], CLUSTERS, FACTS).is_none());
    }
}
