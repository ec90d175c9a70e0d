//! Gradient boosting of decision trees (Friedman 2001) over histograms, of symmetric trees, grown level by level.
//!
//! Everything has one order, so that the same data gives the same forest, byte for byte; the two threads share out
//! features and never add to the same number.

use crate::rank::forest::{DEPTH, Forest, LEAVES, MAX_CUTS, SCALE, Tree, bin};
use std::thread;

/// Knobs of the boosting.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Settings {
    /// How many trees.
    pub trees: usize,
    /// How much of each tree's advice is taken: 0 to 1.
    pub rate: f64,
    /// Least sum of second derivatives in a leaf.
    pub least: f64,
    /// L2 penalty on leaves.
    pub penalty: f64,
    /// Share of the features that a tree looks at.
    pub features: f64,
    /// Bins of a feature, 2 to 128.
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
    /// Cuts each feature so that its bins hold about as many rows each; the last features are cut as `shared` says. Rows
    /// are given one behind the other.
    pub(crate) fn new(values: &[f32], width: usize, bins: usize, shared: &[Vec<f32>]) -> Self {
        let own = width - shared.len();
        let rows = values.len() / width;
        let (cuts, columns) = per_feature(width, |feature| {
            let column = |row: usize| values[row * width + feature];
            if let Some(cuts) = feature.checked_sub(own).map(|at| shared[at].clone()) {
                let column: Vec<u8> = (0..rows).map(|row| bin(&cuts, column(row))).collect();
                return (cuts, column);
            }
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

/// Boosts. `objective` writes first and second derivatives of the loss by the scores. The forest has the cuts of its
/// first `own` features.
pub(crate) fn boost(
    matrix: &Matrix,
    settings: Settings,
    own: usize,
    mut objective: impl FnMut(&[f32], &mut [f32], &mut [f32]),
) -> Forest {
    let mut forest = Forest { cuts: matrix.cuts[..own].to_vec(), ..Forest::default() };
    let mut scores = vec![0.0f32; matrix.rows];
    let mut gradients = vec![0.0f32; matrix.rows];
    let mut hessians = vec![0.0f32; matrix.rows];
    let mut random = 0x9e37_79b9_7f4a_7c15u64;
    for _ in 0..settings.trees {
        objective(&scores, &mut gradients, &mut hessians);
        let used: Vec<bool> = (0..matrix.columns.len())
            .map(|_| {
                random = random.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
                ((random >> 40) as f64 / f64::from(1 << 24)) < settings.features
            })
            .collect();
        let derivatives: Vec<(f32, f32)> = gradients.iter().copied().zip(hessians.iter().copied()).collect();
        let (tree, leaves) = grow(matrix, settings, &derivatives, &used);
        for (score, leaf) in scores.iter_mut().zip(leaves) {
            *score += f32::from(tree.leaves[usize::from(leaf)]) / SCALE;
        }
        forest.trees.push(tree);
    }
    forest
}

/// Grows a tree, and tells the leaf of each row.
fn grow(matrix: &Matrix, settings: Settings, derivatives: &[(f32, f32)], used: &[bool]) -> (Tree, Vec<u8>) {
    let mut tree = Tree::default();
    let mut leaves = vec![0u8; matrix.rows];
    for level in 0..DEPTH {
        let width = 1 << level;
        let best = per_feature(matrix.columns.len(), |feature| {
            if used[feature] { question(matrix, settings, derivatives, &leaves, width, feature) } else { None }
        });
        let best =
            best.into_iter().enumerate().filter_map(|(feature, found)| found.map(|(gain, bin)| (gain, feature, bin)));
        let best = best.max_by(|a, b| a.0.total_cmp(&b.0).then(b.1.cmp(&a.1)));
        // A question that nothing lies beyond leaves all where it is.
        let (feature, bin) = best.map_or((0, MAX_CUTS), |(_, feature, bin)| (feature, bin));
        tree.questions[level] = (feature as u8, bin);
        let column = &matrix.columns[feature];
        for (leaf, &value) in leaves.iter_mut().zip(column) {
            *leaf |= u8::from(value > bin) << level;
        }
    }
    let mut sums = [Sum::default(); LEAVES];
    for (&leaf, &(gradient, hessian)) in leaves.iter().zip(derivatives) {
        let sum = &mut sums[usize::from(leaf)];
        sum.gradient += f64::from(gradient);
        sum.hessian += f64::from(hessian);
    }
    for (leaf, sum) in tree.leaves.iter_mut().zip(sums) {
        *leaf = fixed(-settings.rate * sum.gradient / (sum.hessian + settings.penalty));
    }
    (tree, leaves)
}

/// The best place to cut a feature, over all leaves of a level: its gain, and the last bin before it.
fn question(
    matrix: &Matrix,
    settings: Settings,
    derivatives: &[(f32, f32)],
    leaves: &[u8],
    width: usize,
    feature: usize,
) -> Option<(f64, u8)> {
    let bins = matrix.cuts[feature].len() + 1;
    let mut sums = vec![Sum::default(); bins * width];
    for ((&bin, &leaf), &(gradient, hessian)) in matrix.columns[feature].iter().zip(leaves).zip(derivatives) {
        let sum = &mut sums[usize::from(leaf) * bins + usize::from(bin)];
        sum.gradient += f64::from(gradient);
        sum.hessian += f64::from(hessian);
    }
    let worth = |sum: Sum| sum.gradient * sum.gradient / (sum.hessian + settings.penalty);
    let mut gains = vec![0.0; bins - 1];
    for sums in sums.chunks(bins) {
        let whole = sums.iter().fold(Sum::default(), |whole, sum| Sum {
            gradient: whole.gradient + sum.gradient,
            hessian: whole.hessian + sum.hessian,
        });
        let mut left = Sum::default();
        for (gain, sum) in gains.iter_mut().zip(sums) {
            left.gradient += sum.gradient;
            left.hessian += sum.hessian;
            let right = Sum { gradient: whole.gradient - left.gradient, hessian: whole.hessian - left.hessian };
            if left.hessian >= settings.least && right.hessian >= settings.least {
                *gain += worth(left) + worth(right) - worth(whole);
            }
        }
    }
    let best = gains.into_iter().enumerate().max_by(|a, b| a.1.total_cmp(&b.1).then(b.0.cmp(&a.0)))?;
    (best.1 > 1e-9).then_some((best.1, best.0 as u8))
}

fn fixed(value: f64) -> i16 {
    libm::round(value * f64::from(SCALE)).clamp(-32_000.0, 32_000.0) as i16
}
