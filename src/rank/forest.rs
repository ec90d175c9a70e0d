//! Forests of small decision trees over features cut into bins: the one kind of model that the ranker uses.
//!
//! Scoring compares bytes and adds integers, so that every machine gives the same sum.

use std::fmt;

/// Leaf values are thousandths.
pub(crate) const SCALE: f32 = 1000.0;

/// An inner node, or a leaf.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Node {
    /// Feature that is asked for; [`Node::LEAF`] for a leaf.
    pub(crate) feature: u8,
    /// The left branch takes bins up to this one.
    pub(crate) bin: u8,
    /// Inner node: index of the right branch in the tree (the left one follows at once). Leaf: value in thousandths.
    pub(crate) value: i16,
}

impl Node {
    /// Marks a leaf.
    pub(crate) const LEAF: u8 = u8::MAX;
}

/// Trees, and where each feature is cut.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Forest {
    /// For each feature the upper ends of its bins but the last, rising.
    pub(crate) cuts: Vec<Vec<f32>>,
    /// All trees' nodes, one tree behind the other.
    pub(crate) nodes: Vec<Node>,
    /// Where each tree begins in `nodes`.
    pub(crate) roots: Vec<u32>,
}

impl Forest {
    /// The bins of some features, in the order of `cuts`.
    pub(crate) fn bins(&self, features: &[f32], bins: &mut Vec<u8>) {
        bins.clear();
        bins.extend(self.cuts.iter().zip(features).map(|(cuts, value)| bin(cuts, *value)));
    }

    /// The sum over all trees, as the trainer's score.
    pub(crate) fn score(&self, bins: &[u8]) -> f32 {
        let sum: i32 = self.roots.iter().map(|&root| i32::from(self.leaf(root as usize, bins))).sum();
        sum as f32 / SCALE
    }

    fn leaf(&self, root: usize, bins: &[u8]) -> i16 {
        let mut at = root;
        loop {
            let node = self.nodes[at];
            if node.feature == Node::LEAF {
                return node.value;
            }
            at = if bins[usize::from(node.feature)] <= node.bin { at + 1 } else { root + node.value as usize };
        }
    }

    /// Writes the packed form: `features u8 · (cuts u8 · f32…)… · trees u16 · (nodes u8 · (feature, bin, value)…)…`.
    #[cfg(any(test, feature = "train"))]
    pub(crate) fn pack(&self, data: &mut Vec<u8>) {
        data.push(self.cuts.len() as u8);
        for cuts in &self.cuts {
            data.push(cuts.len() as u8);
            cuts.iter().for_each(|cut| data.extend(cut.to_le_bytes()));
        }
        data.extend((self.roots.len() as u16).to_le_bytes());
        for (tree, &root) in self.roots.iter().enumerate() {
            let end = self.roots.get(tree + 1).map_or(self.nodes.len(), |&next| next as usize);
            let nodes = &self.nodes[root as usize..end];
            data.push(nodes.len() as u8);
            for node in nodes {
                data.extend([node.feature, node.bin]);
                data.extend(node.value.to_le_bytes());
            }
        }
    }

    /// Reads the packed form; nothing where it is broken.
    pub(crate) fn unpack(data: &mut &[u8]) -> Option<Self> {
        let mut forest = Self::default();
        for _ in 0..byte(data)? {
            let cuts = (0..byte(data)?).map(|_| take(data).map(f32::from_le_bytes)).collect::<Option<_>>()?;
            forest.cuts.push(cuts);
        }
        for _ in 0..u16::from_le_bytes(take(data)?) {
            forest.roots.push(forest.nodes.len() as u32);
            let len = byte(data)?;
            for at in 0..len {
                let [feature, bin] = take(data)?;
                let value = i16::from_le_bytes(take(data)?);
                // Branches lead forward and stay in the tree, so that every walk ends.
                let leaf = feature == Node::LEAF;
                let forward = i32::from(value) > i32::from(at) + 1 && i32::from(value) < i32::from(len);
                if !leaf && !(forward && usize::from(feature) < forest.cuts.len()) {
                    return None;
                }
                forest.nodes.push(Node { feature, bin, value });
            }
            if forest.nodes.last().is_none_or(|node| node.feature != Node::LEAF) {
                return None;
            }
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

impl fmt::Display for Forest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} trees, {} nodes", self.roots.len(), self.nodes.len())
    }
}
