//! ROUGE-1, ROUGE-2 and summary-level ROUGE-L (Lin 2004), as Google's `rouge-score` 0.1.2 counts them with its stemmer.
//!
//! ROUGE-L is what that package calls `rougeLsum`: for each reference sentence the union of its longest common
//! subsequences with all candidate sentences, each word counted no more often than it stands on either side.

use crate::rank::stem;
use rustc_hash::FxHashMap;
use std::{collections::BTreeMap, ops::AddAssign};

/// F-measures, 0 to 1.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Rouge {
    /// Words in common.
    pub one: f64,
    /// Pairs of words in common.
    pub two: f64,
    /// Longest common subsequences.
    pub l: f64,
}

impl Rouge {
    /// What the trainer maximises: the mean of the three.
    pub fn mean(self) -> f64 {
        (self.one + self.two + self.l) / 3.0
    }

    /// Each divided by a count.
    #[must_use]
    pub fn over(self, count: usize) -> Self {
        let count = count.max(1) as f64;
        Self { one: self.one / count, two: self.two / count, l: self.l / count }
    }
}

impl AddAssign for Rouge {
    fn add_assign(&mut self, other: Self) {
        self.one += other.one;
        self.two += other.two;
        self.l += other.l;
    }
}

/// Gives words numbers, so that scoring compares integers.
#[derive(Debug, Default)]
pub struct Vocabulary {
    ids: FxHashMap<String, u32>,
}

impl Vocabulary {
    /// The words of a text: runs of a to z and 0 to 9, in small letters; those of more than three letters stemmed.
    pub fn words(&mut self, text: &str) -> Vec<u32> {
        let lower = text.to_lowercase();
        lower
            .split(|c: char| !c.is_ascii_alphanumeric())
            .filter(|word| !word.is_empty())
            .map(|word| {
                let word = if word.len() > 3 { stem(word).to_text() } else { word.to_owned() };
                let next = self.ids.len() as u32;
                *self.ids.entry(word).or_insert(next)
            })
            .collect()
    }
}

/// A reference summary, ready to be compared with many candidates.
#[derive(Debug)]
pub struct Reference {
    sentences: Vec<Vec<u32>>,
    ones: BTreeMap<u32, u32>,
    twos: BTreeMap<(u32, u32), u32>,
}

impl Reference {
    /// Reads a reference, sentence by sentence.
    pub fn new<S: AsRef<str>>(sentences: &[S], vocabulary: &mut Vocabulary) -> Self {
        let sentences: Vec<Vec<u32>> = sentences.iter().map(|text| vocabulary.words(text.as_ref())).collect();
        let all = sentences.concat();
        Self { ones: count(all.iter().copied()), twos: count(pairs(&all)), sentences }
    }

    /// Whether the reference holds the word.
    pub fn holds(&self, word: u32) -> bool {
        self.ones.contains_key(&word)
    }

    /// Compares a candidate, given as sentences of words.
    pub fn score(&self, candidate: &[&[u32]]) -> Rouge {
        let all: Vec<u32> = candidate.concat();
        let ones = count(all.iter().copied().filter(|word| self.ones.contains_key(word)));
        let twos = count(pairs(&all).filter(|pair| self.twos.contains_key(pair)));
        let total: usize = self.sentences.iter().map(Vec::len).sum();
        Rouge {
            one: f(overlap(&self.ones, &ones), total, all.len()),
            two: f(overlap(&self.twos, &twos), total.saturating_sub(1), all.len().saturating_sub(1)),
            l: f(self.union_lcs(candidate, &ones), total, all.len()),
        }
    }

    fn union_lcs(&self, candidate: &[&[u32]], candidate_counts: &BTreeMap<u32, u32>) -> usize {
        let mut left = self.ones.clone();
        let mut right = candidate_counts.clone();
        let mut hits = 0;
        let mut table = Vec::new();
        for sentence in &self.sentences {
            let mut used = vec![false; sentence.len()];
            for other in candidate {
                mark_lcs(sentence, other, &mut used, &mut table);
            }
            for (word, _) in sentence.iter().zip(used).filter(|(_, used)| *used) {
                if let (Some(left @ 1..), Some(right @ 1..)) = (left.get_mut(word), right.get_mut(word)) {
                    *left -= 1;
                    *right -= 1;
                    hits += 1;
                }
            }
        }
        hits
    }
}

/// Marks the words of `reference` that lie on its longest common subsequence with `other`.
fn mark_lcs(reference: &[u32], other: &[u32], used: &mut [bool], table: &mut Vec<u16>) {
    let width = other.len() + 1;
    table.clear();
    table.resize((reference.len() + 1) * width, 0);
    for (row, &a) in reference.iter().enumerate() {
        for (column, &b) in other.iter().enumerate() {
            let above = table[row * width + column + 1];
            let before = table[(row + 1) * width + column];
            let diagonal = table[row * width + column];
            table[(row + 1) * width + column + 1] = if a == b { diagonal + 1 } else { above.max(before) };
        }
    }
    let (mut row, mut column) = (reference.len(), other.len());
    while row > 0 && column > 0 {
        if reference[row - 1] == other[column - 1] {
            used[row - 1] = true;
            row -= 1;
            column -= 1;
        } else if table[row * width + column - 1] > table[(row - 1) * width + column] {
            column -= 1;
        } else {
            row -= 1;
        }
    }
}

fn pairs(words: &[u32]) -> impl Iterator<Item = (u32, u32)> {
    words.windows(2).map(|pair| (pair[0], pair[1]))
}

fn count<T: Ord>(items: impl Iterator<Item = T>) -> BTreeMap<T, u32> {
    let mut counts = BTreeMap::new();
    for item in items {
        *counts.entry(item).or_default() += 1;
    }
    counts
}

fn overlap<T: Ord>(a: &BTreeMap<T, u32>, b: &BTreeMap<T, u32>) -> usize {
    b.iter().map(|(item, &count)| a.get(item).map_or(0, |&other| other.min(count)) as usize).sum()
}

fn f(hits: usize, reference: usize, candidate: usize) -> f64 {
    if hits == 0 { 0.0 } else { 2.0 * hits as f64 / (reference + candidate) as f64 }
}
