//! Gradient boosting of decision trees (Friedman 2001) over histograms, grown leaf by leaf.
//!
//! Everything has one order, so that the same data gives the same forest, byte for byte; the two threads share out
//! features and never add to the same number.

use crate::rank::forest::{Forest, Node, SCALE, bin};
use std::thread;

/// Knobs of the boosting.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Settings {
    /// How many trees.
    pub trees: usize,
    /// Leaves of a tree, 2 to 127.
    pub leaves: usize,
    /// How much of each tree's advice is taken: 0 to 1.
    pub rate: f64,
    /// Least sum of second derivatives in a leaf.
    pub least: f64,
    /// L2 penalty on leaves.
    pub penalty: f64,
    /// Share of the features that a tree looks at.
    pub features: f64,
    /// Bins of a feature, 2 to 255.
    pub bins: usize,
}

/// Features of all rows, cut into bins, column by column.
#[derive(Debug)]
pub(crate) struct Matrix {
    cuts: Vec<Vec<f32>>,
    columns: Vec<Vec<u8>>,
    rows: usize,
}

impl Matrix {
    /// Cuts each feature so that its bins hold about as many rows each. Rows are given one behind the other.
    pub(crate) fn new(values: &[f32], width: usize, bins: usize) -> Self {
        let rows = values.len() / width;
        let (cuts, columns) = per_feature(width, |feature| {
            let column = |row: usize| values[row * width + feature];
            let step = (rows / 200_000).max(1);
            let mut sorted: Vec<f32> = (0..rows).step_by(step).map(column).collect();
            sorted.sort_by(f32::total_cmp);
            let mut cuts: Vec<f32> = Vec::new();
            for cut in 1..bins {
                let at = cut * sorted.len() / bins;
                let value = sorted[at.min(sorted.len() - 1)];
                if cuts.last().is_none_or(|&last| last < value) && value < sorted[sorted.len() - 1] {
                    cuts.push(value);
                }
            }
            let column: Vec<u8> = (0..rows).map(|row| bin(&cuts, column(row))).collect();
            (cuts, column)
        })
        .into_iter()
        .unzip();
        Self { cuts, columns, rows }
    }
}

/// Runs a task for each feature, on two threads, and puts the results in order.
fn per_feature<T: Send>(features: usize, task: impl Fn(usize) -> T + Sync) -> Vec<T> {
    let middle = features / 2;
    thread::scope(|scope| {
        let second = scope.spawn(|| (middle..features).map(&task).collect::<Vec<T>>());
        let mut all: Vec<T> = (0..middle).map(&task).collect();
        all.extend(second.join().expect("the task does not panic"));
        all
    })
}

#[derive(Clone, Copy, Default, Debug)]
struct Sum {
    gradient: f64,
    hessian: f64,
}

type Histogram = Vec<Vec<Sum>>;

#[derive(Clone, Copy, Debug)]
struct Split {
    gain: f64,
    feature: usize,
    bin: u8,
}

/// A leaf that is growing.
struct Leaf {
    node: usize,
    rows: Vec<u32>,
    histogram: Histogram,
    split: Option<Split>,
}

enum Branch {
    Leaf(f64),
    Inner { split: Split, left: usize, right: usize },
}

/// Boosts. `objective` writes first and second derivatives of the loss by the scores.
pub(crate) fn boost(
    matrix: &Matrix,
    settings: Settings,
    mut objective: impl FnMut(usize, &[f32], &mut [f32], &mut [f32]),
) -> Forest {
    let mut forest = Forest { cuts: matrix.cuts.clone(), ..Forest::default() };
    let mut scores = vec![0.0f32; matrix.rows];
    let mut gradients = vec![0.0f32; matrix.rows];
    let mut hessians = vec![0.0f32; matrix.rows];
    let mut random = 0x9e37_79b9_7f4a_7c15u64;
    for tree in 0..settings.trees {
        objective(tree, &scores, &mut gradients, &mut hessians);
        let used: Vec<bool> = (0..matrix.columns.len())
            .map(|_| {
                random = random.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
                ((random >> 40) as f64 / f64::from(1 << 24)) < settings.features
            })
            .collect();
        let mut grower =
            Grower { matrix, settings, gradients: &gradients, hessians: &hessians, used, tree: Vec::new() };
        let leaves = grower.grow();
        forest.roots.push(forest.nodes.len() as u32);
        let root = forest.nodes.len();
        grower.write(0, root, &mut forest.nodes);
        for leaf in leaves {
            let Branch::Leaf(value) = grower.tree[leaf.node] else { continue };
            let value = f32::from(fixed(value)) / SCALE;
            leaf.rows.iter().for_each(|&row| scores[row as usize] += value);
        }
    }
    forest
}

fn fixed(value: f64) -> i16 {
    libm::round(value * f64::from(SCALE)).clamp(-32_000.0, 32_000.0) as i16
}

struct Grower<'m> {
    matrix: &'m Matrix,
    settings: Settings,
    gradients: &'m [f32],
    hessians: &'m [f32],
    used: Vec<bool>,
    tree: Vec<Branch>,
}

impl Grower<'_> {
    fn grow(&mut self) -> Vec<Leaf> {
        let rows: Vec<u32> = (0..self.matrix.rows as u32).collect();
        let histogram = self.histogram(&rows);
        self.tree.push(Branch::Leaf(0.0));
        let mut leaves = vec![self.leaf(0, rows, histogram)];
        while leaves.len() < self.settings.leaves {
            let best = leaves
                .iter()
                .enumerate()
                .filter_map(|(at, leaf)| Some((at, leaf.split?)))
                .max_by(|a, b| a.1.gain.total_cmp(&b.1.gain).then(b.0.cmp(&a.0)));
            let Some((at, split)) = best else { break };
            let parent = leaves.swap_remove(at);
            let column = &self.matrix.columns[split.feature];
            let (left, right): (Vec<u32>, Vec<u32>) =
                parent.rows.into_iter().partition(|&row| column[row as usize] <= split.bin);
            // The smaller side is counted, the larger one is the rest.
            let small = self.histogram(if left.len() < right.len() { &left } else { &right });
            let mut large = parent.histogram;
            for (large, small) in large.iter_mut().flatten().zip(small.iter().flatten()) {
                large.gradient -= small.gradient;
                large.hessian -= small.hessian;
            }
            let (left_histogram, right_histogram) =
                if left.len() < right.len() { (small, large) } else { (large, small) };
            let nodes = (self.tree.len(), self.tree.len() + 1);
            self.tree.extend([Branch::Leaf(0.0), Branch::Leaf(0.0)]);
            self.tree[parent.node] = Branch::Inner { split, left: nodes.0, right: nodes.1 };
            leaves.push(self.leaf(nodes.0, left, left_histogram));
            leaves.push(self.leaf(nodes.1, right, right_histogram));
        }
        leaves
    }

    fn histogram(&self, rows: &[u32]) -> Histogram {
        per_feature(self.matrix.columns.len(), |feature| {
            let mut sums = vec![Sum::default(); self.matrix.cuts[feature].len() + 1];
            if self.used[feature] {
                let column = &self.matrix.columns[feature];
                for &row in rows {
                    let sum = &mut sums[usize::from(column[row as usize])];
                    sum.gradient += f64::from(self.gradients[row as usize]);
                    sum.hessian += f64::from(self.hessians[row as usize]);
                }
            }
            sums
        })
    }

    fn leaf(&mut self, node: usize, rows: Vec<u32>, histogram: Histogram) -> Leaf {
        let mut sum = Sum::default();
        for &row in &rows {
            sum.gradient += f64::from(self.gradients[row as usize]);
            sum.hessian += f64::from(self.hessians[row as usize]);
        }
        let Settings { rate, penalty, .. } = self.settings;
        self.tree[node] = Branch::Leaf(-rate * sum.gradient / (sum.hessian + penalty));
        let split = self.split(&histogram, sum);
        Leaf { node, rows, histogram, split }
    }

    fn split(&self, histogram: &Histogram, whole: Sum) -> Option<Split> {
        let Settings { least, penalty, .. } = self.settings;
        let worth = |sum: Sum| sum.gradient * sum.gradient / (sum.hessian + penalty);
        let mut best: Option<Split> = None;
        for (feature, sums) in histogram.iter().enumerate().filter(|(feature, _)| self.used[*feature]) {
            let mut left = Sum::default();
            for (bin, sum) in sums.iter().enumerate().take(sums.len() - 1) {
                left.gradient += sum.gradient;
                left.hessian += sum.hessian;
                let right = Sum { gradient: whole.gradient - left.gradient, hessian: whole.hessian - left.hessian };
                if left.hessian < least || right.hessian < least {
                    continue;
                }
                let gain = worth(left) + worth(right) - worth(whole);
                if gain > 1e-9 && best.is_none_or(|best| gain > best.gain) {
                    best = Some(Split { gain, feature, bin: bin as u8 });
                }
            }
        }
        best
    }

    /// Writes a branch and all below it, the left side first.
    fn write(&self, at: usize, root: usize, nodes: &mut Vec<Node>) {
        match &self.tree[at] {
            Branch::Leaf(value) => nodes.push(Node { feature: Node::LEAF, bin: 0, value: fixed(*value) }),
            Branch::Inner { split, left, right } => {
                let own = nodes.len();
                nodes.push(Node { feature: split.feature as u8, bin: split.bin, value: 0 });
                self.write(*left, root, nodes);
                nodes[own].value = (nodes.len() - root) as i16;
                self.write(*right, root, nodes);
            }
        }
    }
}
