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
    pub(crate) fn score(&self, bins: &[u8]) -> f32 {
        let sum: i32 = self.trees.iter().map(|tree| i32::from(tree.leaves[tree.leaf(bins)])).sum();
        sum as f32 / SCALE
    }

    /// The scores of many rows at once, given as one column of bins a feature: a level's question is put to all rows in
    /// one run over bytes, which compilers turn into SIMD.
    pub(crate) fn score_columns(&self, columns: &[Vec<u8>], rows: usize) -> Vec<f32> {
        let mut sums = vec![0_i32; rows];
        let mut leaves = vec![0_u8; rows];
        for tree in &self.trees {
            leaves.fill(0);
            for (level, &(feature, bin)) in tree.questions.iter().enumerate() {
                for (leaf, &value) in leaves.iter_mut().zip(&columns[usize::from(feature)]) {
                    *leaf |= u8::from(value > bin) << level;
                }
            }
            for (sum, &leaf) in sums.iter_mut().zip(&leaves) {
                *sum += i32::from(tree.leaves[usize::from(leaf) % LEAVES]);
            }
        }
        sums.into_iter().map(|sum| sum as f32 / SCALE).collect()
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
            let cuts = (0..byte(data)?).map(|_| take(data).map(f32::from_le_bytes)).collect::<Option<_>>()?;
            forest.cuts.push(cuts);
        }
        let features = forest.cuts.len() + shared;
        for _ in 0..u16::from_le_bytes(take(data)?) {
            let mut tree = Tree::default();
            for question in &mut tree.questions {
                let [feature, bin] = take(data)?;
                if usize::from(feature) >= features {
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
