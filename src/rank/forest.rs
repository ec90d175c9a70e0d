//! Forests of small symmetric decision trees over features cut into bins: the one kind of model that the ranker uses.
//!
//! A symmetric tree asks the same question in all nodes of a level (as in `CatBoost`, Prokhorenkova et al. 2018), so
//! that a walk is four comparisons and one look-up, without branches. Scoring compares bytes and adds integers: every
//! machine gives the same sum.

/// Levels of a tree.
pub(crate) const DEPTH: usize = 4;
/// Leaves of a tree.
pub(crate) const LEAVES: usize = 1 << DEPTH;
/// Leaf values are thousandths.
pub(crate) const SCALE: f32 = 1000.0;

/// Most cuts of a feature: bins are below 128.
pub(crate) const MAX_CUTS: u8 = 127;
/// Rows that are scored together.
pub(crate) const LANES: usize = 8;

/// The bins of eight rows side by side: eight bytes a feature.
#[derive(Clone, Debug)]
pub(crate) struct Lanes {
    columns: Vec<u64>,
}

impl Lanes {
    pub(crate) fn new(features: usize) -> Self {
        Self { columns: vec![0; features] }
    }

    /// Puts the bins of a row into a lane: those of the features from `first` on.
    pub(crate) fn put(&mut self, lane: usize, first: usize, bins: &[u8]) {
        let shift = 8 * lane;
        for (column, &bin) in self.columns[first..].iter_mut().zip(bins) {
            *column = *column & !(0xff << shift) | u64::from(bin) << shift;
        }
    }
}

/// A question for each level, a value for each combination of answers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Tree {
    /// Feature and bin: whether the feature lies beyond the bin is one bit of the leaf's index, the first the lowest.
    pub(crate) questions: [(u8, u8); DEPTH],
    /// Values in thousandths.
    pub(crate) leaves: [i16; LEAVES],
}

impl Tree {
    /// The leaf that the bins lead to.
    #[cfg(any(test, feature = "train"))]
    pub(crate) fn leaf(&self, bins: &[u8]) -> usize {
        let bit = |(level, &(feature, bin)): (usize, &(u8, u8))| usize::from(bins[usize::from(feature)] > bin) << level;
        self.questions.iter().enumerate().map(bit).sum()
    }
}

/// Trees, and where each feature is cut.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Forest {
    /// For each feature the upper ends of its bins but the last, rising. Features behind these come in bins already.
    pub(crate) cuts: Vec<Vec<f32>>,
    pub(crate) trees: Vec<Tree>,
}

impl Forest {
    /// The bins of some features, in the order of `cuts`.
    pub(crate) fn bins(&self, features: &[f32], bins: &mut Vec<u8>) {
        bins.clear();
        bins.extend(self.cuts.iter().zip(features).map(|(cuts, value)| bin(cuts, *value)));
    }

    /// The sum over all trees, as the trainer's score.
    #[cfg(any(test, feature = "train"))]
    pub(crate) fn score(&self, bins: &[u8]) -> f32 {
        let sum: i32 = self.trees.iter().map(|tree| i32::from(tree.leaves[tree.leaf(bins)])).sum();
        sum as f32 / SCALE
    }

    /// The scores of eight rows at once.
    ///
    /// A level's question is put to all of them by one addition: a bin is below 128, so that a value and what its bin
    /// lacks to 127 carry into the byte's highest bit where the value lies beyond the bin (Lamport 1975, "Multiple Byte
    /// Processing with Full-Word Instructions").
    pub(crate) fn score_lanes(&self, lanes: &Lanes) -> [f32; LANES] {
        const ONES: u64 = u64::MAX / 255;
        let mut sums = [0_i32; LANES];
        for tree in &self.trees {
            let mut leaves = 0_u64;
            for (level, &(feature, bin)) in tree.questions.iter().enumerate() {
                let beyond = lanes.columns[usize::from(feature)] + u64::from(MAX_CUTS - bin) * ONES;
                leaves |= (beyond >> 7 & ONES) << level;
            }
            for (lane, sum) in sums.iter_mut().enumerate() {
                *sum += i32::from(tree.leaves[(leaves >> (8 * lane)) as usize % LEAVES]);
            }
        }
        sums.map(|sum| sum as f32 / SCALE)
    }

    /// Writes the packed form: `features u8 · (cuts u8 · f32…)… · trees u16 · (questions, leaves)…`.
    #[cfg(any(test, feature = "train"))]
    pub(crate) fn pack(&self, data: &mut Vec<u8>) {
        data.push(self.cuts.len() as u8);
        for cuts in &self.cuts {
            data.push(cuts.len() as u8);
            cuts.iter().for_each(|cut| data.extend(cut.to_le_bytes()));
        }
        data.extend((self.trees.len() as u16).to_le_bytes());
        for tree in &self.trees {
            tree.questions.iter().for_each(|&(feature, bin)| data.extend([feature, bin]));
            tree.leaves.iter().for_each(|value| data.extend(value.to_le_bytes()));
        }
    }

    /// Reads the packed form, to which `shared` features come in bins; nothing where it is broken.
    pub(crate) fn unpack(data: &mut &[u8], shared: usize) -> Option<Self> {
        let mut forest = Self::default();
        for _ in 0..byte(data)? {
            let count = byte(data).filter(|&count| count <= MAX_CUTS)?;
            let cuts = (0..count).map(|_| take(data).map(f32::from_le_bytes)).collect::<Option<_>>()?;
            forest.cuts.push(cuts);
        }
        let features = forest.cuts.len() + shared;
        for _ in 0..u16::from_le_bytes(take(data)?) {
            let mut tree = Tree::default();
            for question in &mut tree.questions {
                let [feature, bin] = take(data)?;
                if usize::from(feature) >= features || bin > MAX_CUTS {
                    return None;
                }
                *question = (feature, bin);
            }
            for leaf in &mut tree.leaves {
                *leaf = i16::from_le_bytes(take(data)?);
            }
            forest.trees.push(tree);
        }
        Some(forest)
    }
}

/// How many cuts lie below the value.
pub(crate) fn bin(cuts: &[f32], value: f32) -> u8 {
    cuts.partition_point(|&cut| cut < value) as u8
}

fn byte(data: &mut &[u8]) -> Option<u8> {
    take::<1>(data).map(|[byte]| byte)
}

/// Takes some bytes off the front.
pub(crate) fn take<const N: usize>(data: &mut &[u8]) -> Option<[u8; N]> {
    let (bytes, rest) = data.split_first_chunk::<N>()?;
    *data = rest;
    Some(*bytes)
}

#[cfg(test)]
mod tests {
    use super::{DEPTH, Forest, LANES, LEAVES, Lanes, MAX_CUTS, Tree};

    #[test]
    fn lanes_score_as_rows_do() {
        let number = |a: usize, b: usize| (a * 7919 + b * 104_729) % 65_537;
        let tree = |at: usize| Tree {
            questions: std::array::from_fn(|level: usize| {
                ((number(at, level) % 5) as u8, (number(at, level + DEPTH) % (usize::from(MAX_CUTS) + 1)) as u8)
            }),
            leaves: std::array::from_fn(|leaf: usize| number(at, leaf + LEAVES) as i16),
        };
        let forest = Forest { cuts: vec![Vec::new(); 5], trees: (0..40).map(tree).collect() };
        let rows: [[u8; 5]; LANES] =
            std::array::from_fn(|row| std::array::from_fn(|at| (number(row + 1, at + 3) % 128) as u8));
        let mut lanes = Lanes::new(5);
        for (lane, row) in rows.iter().enumerate() {
            lanes.put(lane, 0, &row[..2]);
            lanes.put(lane, 2, &row[2..]);
        }
        let bits = |scores: [f32; LANES]| scores.map(f32::to_bits);
        assert_eq!(bits(forest.score_lanes(&lanes)), bits(rows.map(|row| forest.score(&row))));
    }
}
