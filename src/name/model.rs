//! The trained model, unpacked: word clusters, name lists and weights.
//!
//! ```text
//! magic "NGNM" · version u16 · checksum u32 (of all that follows) · parents · words · weights · transitions · layer
//! parents:     how many fine and middle clusters, u16s · the parent of each, u16s
//! words:       sorted hashes (21 bits) · frequencies of clusters, of the lists of words without one, of those with one, u16s
//!              · length u32 · for each word its cluster and its lists, as symbols
//! weights:     sorted hashes (26 bits) · the labels of each, a bit a label and one where it is a fact, u16s · their values,
//!              a byte each
//! transitions: one byte for each pair of labels
//! layer:       see [`Layer::unpack`]
//! ```
//! Of u16s come all low bytes, then all high ones: like stands beside like, which packs best. Weights are in steps of
//! 1/[`STEPS`].

use super::{
    bilou::{LABELS, LabelSet, may_follow},
    hidden_layer::{Layer, PLACES},
    words::{Known, LISTS, WORD_WIDTH, Words},
};
use crate::codec::{
    BadData, Header,
    rans::{Frequencies, SymbolReader},
    rice::read_sorted,
    table::Table,
};
use std::sync::LazyLock;

pub(crate) const HEADER: Header = Header { magic: *b"NGNM", version: 3 };

/// Bits of a feature's hash that the filter tells apart.
const FILTER_WIDTH: u32 = 20;
/// Bits that tell the bucket; about two features share one.
const BUCKET_WIDTH: u32 = 16;
const LOW_WIDTH: u32 = WIDTH - BUCKET_WIDTH;

/// Bits of a feature's hash.
pub(crate) const WIDTH: u32 = 26;
/// A token has no more features than this.
pub(crate) const MOST_FEATURES: usize = 96;

static DATA: &[u8] = include_bytes!("names.bin");

/// Stands among a feature's labels where the hidden layer sees it.
pub(crate) const FACT: u16 = 1 << LABELS;
/// Stands in a row's count where the number of a fact follows.
const IS_FACT: u8 = 1 << 7;
/// The model of names.
#[derive(Debug, Default)]
pub(crate) struct NameModel {
    pub(crate) words: Words,
    /// A bit for each value of the upper bits of a feature that any weight has: most features have none, and this tells it
    /// without reading far memory.
    filter: Vec<u64>,
    /// For each value of the upper bits of a feature, where those features begin in `rows`.
    buckets: Vec<u32>,
    /// A row a feature, in order: its lower bits, how many weights it has, its number where it is a fact of the layer, and the
    /// labels and values of the weights in turn. All that one look-up reads lies together.
    rows: Vec<u8>,
    pub(crate) transitions: [[i16; LABELS]; LABELS],
    layer: Layer,
}

impl NameModel {
    /// The model that the crate carries, unpacked once.
    ///
    /// # Panics
    /// Where the committed bytes are broken, which a test rules out.
    pub(crate) fn embedded() -> &'static Self {
        static MODEL: LazyLock<NameModel> = LazyLock::new(|| match NameModel::unpack(DATA) {
            Ok(model) => model,
            Err(error) => panic!("name/names.bin: {error}"),
        });
        &MODEL
    }

    /// Reads a packed model.
    ///
    /// # Errors
    /// Where magic number, version or checksum do not fit, or the bytes are cut off.
    pub(crate) fn unpack(data: &[u8]) -> Result<Self, BadData> {
        Self::sections(HEADER.open(data)?).ok_or(BadData::Section)
    }

    fn sections(data: &[u8]) -> Option<Self> {
        let PackedWords { parents, hashes, known, rest: data } = PackedWords::read(data)?;
        let words = Words { known: Table::new(WORD_WIDTH, &hashes, known), parents };

        let (hashes, data) = read_sorted(data, WIDTH)?;
        let (labels, data) = read_u16s(data, hashes.len())?;
        let total = labels.iter().map(|labels| (labels & !FACT).count_ones() as usize).sum();
        let (values, data) = data.split_at_checked(total)?;
        if labels.iter().any(|&labels| labels >> (LABELS + 1) != 0) {
            return None;
        }
        let mut filter = vec![0_u64; 1 << (FILTER_WIDTH - 6)];
        for &hash in &hashes {
            let bit = hash >> (WIDTH - FILTER_WIDTH);
            filter[(bit >> 6) as usize] |= 1 << (bit & 63);
        }
        let mut buckets = Vec::with_capacity((1 << BUCKET_WIDTH) + 1);
        let mut rows = Vec::with_capacity(hashes.len() * 3 + total * 2);
        let mut values = values.iter();
        let mut facts = 0_u16;
        for (&hash, &labels) in hashes.iter().zip(&labels) {
            let bucket = (hash >> LOW_WIDTH) as usize;
            buckets.resize((bucket + 1).max(buckets.len()), rows.len() as u32);
            rows.extend(((hash & ((1 << LOW_WIDTH) - 1)) as u16).to_le_bytes());
            let count = (labels & !FACT).count_ones() as u8;
            if labels & FACT == 0 {
                rows.push(count);
            } else {
                rows.push(count | IS_FACT);
                rows.extend(facts.to_le_bytes());
                facts += 1;
            }
            let labels = (0..LABELS as u8).filter(|label| labels >> label & 1 == 1);
            labels.zip(&mut values).for_each(|(label, &value)| rows.extend([label, value]));
        }
        buckets.resize((1 << BUCKET_WIDTH) + 1, rows.len() as u32);
        let mut transitions = [[0; LABELS]; LABELS];
        let (pairs, data) = data.split_at_checked(LABELS * LABELS)?;
        for (value, byte) in transitions.iter_mut().flatten().zip(pairs) {
            *value = i16::from(*byte as i8);
        }
        let layer = Layer::unpack(data, words.parents[0].len() + 1, usize::from(facts))?;
        Some(Self { words, filter, buckets, rows, transitions, layer })
    }

    /// What is known of words.
    pub(crate) fn words(&self) -> &Words {
        &self.words
    }

    /// Adds the weights of features, and what the layer says of them and the clusters around the token.
    pub(crate) fn add(&self, features: &[u32], clusters: &[u16; PLACES], scores: &mut [i32; LABELS]) {
        let mut units = self.layer.units(clusters);
        // Which features have weights is hard to foretell, and a branch taken wrongly costs more than ten look-ups.
        let (mut weighed, mut count) = ([0; MOST_FEATURES], 0);
        for &feature in features {
            let bit = feature >> (WIDTH - FILTER_WIDTH);
            weighed[count] = feature;
            let bits = self.filter.get((bit >> 6) as usize).copied().unwrap_or_default();
            count += (bits >> (bit & 63) & 1) as usize;
        }
        for &feature in &weighed[..count] {
            let (bucket, low) = ((feature >> LOW_WIDTH) as usize, (feature & ((1 << LOW_WIDTH) - 1)) as u16);
            let mut rows = &self.rows[self.buckets[bucket] as usize..self.buckets[bucket + 1] as usize];
            while let Some((&[first, second, count], rest)) = rows.split_first_chunk() {
                let (fact, rest) = rest.split_at(if count & IS_FACT == 0 { 0 } else { 2 });
                let (weights, rest) = rest.split_at(usize::from(count & !IS_FACT) * 2);
                if u16::from_le_bytes([first, second]) == low {
                    if let &[low, high] = fact {
                        self.layer.see(u16::from_le_bytes([low, high]), &mut units);
                    }
                    for weight in weights.chunks_exact(2) {
                        scores[usize::from(weight[0])] += i32::from(weight[1] as i8);
                    }
                    break;
                }
                rows = rest;
            }
        }
        self.layer.add(&units, scores);
    }
}

/// What a packed model knows of words, and what follows it there.
pub(crate) struct PackedWords<'d> {
    /// For each fine cluster, its middle one; for each middle one, its coarse one.
    pub(crate) parents: [Vec<u16>; 2],
    /// Sorted hashes of words and phrases.
    pub(crate) hashes: Vec<u32>,
    /// What is known of each.
    pub(crate) known: Vec<Known>,
    /// The bytes behind it.
    pub(crate) rest: &'d [u8],
}

impl<'d> PackedWords<'d> {
    /// None where the bytes are cut off or broken.
    pub(crate) fn read(data: &'d [u8]) -> Option<Self> {
        let (counts, data) = read_u16s(data, 2)?;
        let (fine, data) = read_u16s(data, usize::from(counts[0]))?;
        let (middle, data) = read_u16s(data, usize::from(counts[1]))?;
        let (hashes, data) = read_sorted(data, WORD_WIDTH)?;
        let (clusters, data) = read_u16s(data, fine.len() + 1)?;
        let (listed, data) = read_u16s(data, 2 * LISTS)?;
        let clusters = Frequencies::new(&clusters)?;
        let lists = [Frequencies::new(&listed[..LISTS])?, Frequencies::new(&listed[LISTS..])?];
        let (len, data) = data.split_first_chunk()?;
        let (symbols, data) = data.split_at_checked(u32::from_le_bytes(*len) as usize)?;
        let mut symbols = SymbolReader::new(symbols);
        let known = hashes.iter().map(|_| {
            let cluster = symbols.next(&clusters);
            Known { cluster, lists: symbols.next(&lists[usize::from(cluster != 0)]) as u8 }
        });
        let known = known.collect();
        Some(Self { parents: [fine, middle], hashes, known, rest: data })
    }
}

/// Finds the labels with the highest sum of scores and transitions (Viterbi, 1967). Total for any scores.
#[derive(Default)]
pub(crate) struct Decoder {
    back: Vec<[u8; LABELS]>,
    /// The result.
    pub(crate) path: Vec<u8>,
}

impl Decoder {
    /// Reads scores and the allowed labels of each token of a stretch; gives `path`.
    pub(crate) fn decode(
        &mut self,
        scores: &[[i32; LABELS]],
        allowed: &[LabelSet],
        transitions: &[[i16; LABELS]; LABELS],
    ) -> &[u8] {
        const NEVER: i32 = i32::MIN / 2;
        self.back.clear();
        self.path.clear();
        // Before the stretch, as behind it, stands a token outside.
        let mut best = [NEVER; LABELS];
        best[0] = 0;
        for (scores, &allowed) in scores.iter().zip(allowed) {
            let mut next = [NEVER; LABELS];
            let mut back = [0; LABELS];
            for after in 0..LABELS {
                if allowed >> after & 1 == 0 {
                    continue;
                }
                for before in before(after) {
                    let so_far = best[before];
                    if so_far == NEVER {
                        continue;
                    }
                    let score = so_far + i32::from(transitions[before][after]);
                    if score > next[after] {
                        (next[after], back[after]) = (score, before as u8);
                    }
                }
                if next[after] > NEVER {
                    next[after] += scores[after];
                }
            }
            self.back.push(back);
            best = next;
        }
        let last = before(0).max_by_key(|&label| (best[label], std::cmp::Reverse(label)));
        let mut last = last.unwrap_or_default() as u8;
        for back in self.back.iter().rev() {
            self.path.push(last);
            last = back[usize::from(last)];
        }
        self.path.reverse();
        &self.path
    }
}

/// The labels that may stand before one.
fn before(after: usize) -> impl Iterator<Item = usize> {
    let (count, labels) = &BEFORE[after];
    labels[..*count].iter().map(|&label| usize::from(label))
}

/// For each label, how many may stand before it, and which.
static BEFORE: [(usize, [u8; LABELS]); LABELS] = {
    let mut table = [(0, [0; LABELS]); LABELS];
    let mut after = 0;
    while after < LABELS {
        let mut before = 0;
        while before < LABELS {
            if may_follow(before, after) {
                let (count, labels) = &mut table[after];
                labels[*count] = before as u8;
                *count += 1;
            }
            before += 1;
        }
        after += 1;
    }
    table
};

fn read_u16s(data: &[u8], len: usize) -> Option<(Vec<u16>, &[u8])> {
    let (low, data) = data.split_at_checked(len)?;
    let (high, data) = data.split_at_checked(len)?;
    Some((low.iter().zip(high).map(|(&low, &high)| u16::from_le_bytes([low, high])).collect(), data))
}

#[cfg(test)]
mod tests {
    use super::{BadData, DATA, NameModel};

    #[test]
    fn the_model_unpacks() {
        assert!(NameModel::unpack(DATA).is_ok());
    }

    #[test]
    fn broken_bytes_are_told() {
        assert_eq!(NameModel::unpack(b"").err(), Some(BadData::Magic));
        assert_eq!(NameModel::unpack(&DATA[..DATA.len() - 1]).err(), Some(BadData::Checksum));
    }
}
