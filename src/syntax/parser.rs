//! Reads sentences by the network, in whole numbers only, so that every machine finds the same.
//!
//! States have [`POINT`] bits behind the point. A product of a state and a row of weights is a sum of products of 16-bit
//! numbers, which compilers make into the vector instructions that there are, natively and in WebAssembly.

use super::{
    features::{TABLES, WordRows},
    model::{Parts, Weights},
    network::{BUCKETS, Block, Sizes, TAGS, arg_max, bucket, tag_of},
    tree,
};
use crate::{
    codec::BadData,
    document::{PartOfSpeech, Relation, VerbForm},
    name::Words,
};

/// Bits behind the point of states.
const POINT: u32 = 8;
/// Of what a word's rows add to a state.
const FINE: u32 = 12;
/// Of gates, and more bits of hidden numbers than of states.
const GATE: u32 = 12;
const MORE: u32 = 4;
/// States lie between this and its opposite, and so do numbers that are multiplied with each other.
const MOST: i32 = 16 << POINT;
/// Gates are looked up from -8 to 8.
const FLAT: i32 = 8 << POINT;

/// A dense layer: for each number that comes out, its weights together.
#[derive(Debug, Default)]
struct Dense {
    weights: Vec<i16>,
    bias: Vec<i32>,
    inner: usize,
    fraction: u32,
}

impl Dense {
    fn new(weights: &Weights, bias: &Weights, width: usize) -> Self {
        let inner = weights.values.len() / width;
        let turned = (0..width).flat_map(|out| (0..inner).map(move |at| at * width + out));
        Self {
            weights: turned.map(|at| i16::from(weights.values[at])).collect(),
            bias: bias
                .values
                .iter()
                .map(|&value| scaled(i32::from(value), bias.fraction, POINT + weights.fraction))
                .collect(),
            inner,
            fraction: weights.fraction,
        }
    }

    /// Sums with `POINT + fraction` bits behind the point, for each row of states.
    fn sums(&self, input: &[i16], out: &mut Vec<i32>) {
        out.clear();
        for row in input.chunks_exact(self.inner) {
            let sums =
                self.weights.chunks_exact(self.inner).zip(&self.bias).map(|(weights, bias)| dot(row, weights) + bias);
            out.extend(sums);
        }
    }

    /// The same with [`POINT`] bits, within what states may be.
    fn states(&self, input: &[i16], sums: &mut Vec<i32>) -> Vec<i16> {
        self.sums(input, sums);
        sums.iter().map(|&sum| scaled(sum, self.fraction, 0).clamp(-MOST, MOST) as i16).collect()
    }
}

/// In stretches of a fixed length, which compilers make into the processor's products of pairs: four times as fast as one loop.
#[inline]
fn dot(left: &[i16], right: &[i16]) -> i32 {
    let (long, left) = left.as_chunks::<32>();
    let (long_right, right) = right.as_chunks::<32>();
    let (short, left) = left.as_chunks::<8>();
    let (short_right, right) = right.as_chunks::<8>();
    let long: i32 = long.iter().zip(long_right).map(|(left, right)| products(left, right)).sum();
    let short: i32 = short.iter().zip(short_right).map(|(left, right)| products(left, right)).sum();
    long + short + left.iter().zip(right).map(|(&left, &right)| i32::from(left) * i32::from(right)).sum::<i32>()
}

#[inline]
fn products<const COUNT: usize>(left: &[i16; COUNT], right: &[i16; COUNT]) -> i32 {
    let mut sum = 0_i32;
    for at in 0..COUNT {
        sum = sum.wrapping_add(i32::from(left[at]) * i32::from(right[at]));
    }
    sum
}

/// A number with `from` bits behind the point, with `to` bits: rounded.
fn scaled(value: i32, from: u32, to: u32) -> i32 {
    match from.checked_sub(to) {
        None => value << (to - from),
        Some(0) => value,
        Some(less) => (value + (1 << (less - 1))) >> less,
    }
}

/// The trained network.
#[derive(Debug, Default)]
pub(crate) struct Network {
    parts: Parts,
    /// From the rows of each table to three states, for each number its weights together.
    input: [Vec<i16>; TABLES],
    /// Of each table's products with them, bits behind the point.
    input_fractions: [u32; TABLES],
    /// What all states begin with, with [`FINE`] bits.
    input_bias: Vec<i32>,
    layers: Vec<Dense>,
    tags: Dense,
    arcs: Dense,
    root: Vec<i16>,
    distances: Vec<i16>,
    /// Of the products with root and distances, bits behind the point.
    arc_fractions: [u32; 2],
    relations: Dense,
    relation_distances: Vec<i32>,
    relation_out: Dense,
    gate: Vec<i16>,
}

/// What a sentence's words are, and what they hang on.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Node {
    pub(crate) tag: PartOfSpeech,
    pub(crate) form: VerbForm,
    pub(crate) relation: Relation,
    /// The root is its own head.
    pub(crate) head: u32,
}

impl Network {
    pub(crate) fn unpack(data: &[u8]) -> Result<Self, BadData> {
        let parts = Parts::unpack(data)?;
        let sizes = parts.sizes;
        let block = |block: Block| &parts.blocks[block.number(&sizes)];
        let dense = |weights: Block, bias: Block| Dense::new(block(weights), block(bias), weights.shape(&sizes)[1]);
        let plain = |of: Block| -> Vec<i16> { block(of).values.iter().map(|&value| i16::from(value)).collect() };
        let mut first = 0;
        let input = std::array::from_fn(|table| {
            let width = sizes.widths[table];
            let high = 3 * sizes.hidden;
            let weights = &block(Block::Input).values[first * high..(first + width) * high];
            first += width;
            (0..high).flat_map(|out| (0..width).map(move |at| i16::from(weights[at * high + out]))).collect()
        });
        let far = block(Block::RelationDistances);
        let fraction = |of: Block| block(of).fraction;
        let bias = block(Block::InputBias);
        Ok(Self {
            input,
            input_fractions: std::array::from_fn(|table| fraction(Block::Table(table)) + fraction(Block::Input)),
            input_bias: bias.values.iter().map(|&value| scaled(i32::from(value), bias.fraction, FINE)).collect(),
            layers: (0..sizes.layers).map(|layer| dense(Block::Layer(layer), Block::LayerBias(layer))).collect(),
            tags: dense(Block::Tags, Block::TagBias),
            arcs: dense(Block::Arcs, Block::ArcBias),
            root: plain(Block::Root),
            distances: plain(Block::Distances),
            arc_fractions: [Block::Root, Block::Distances].map(fraction),
            relations: dense(Block::Relations, Block::RelationBias),
            relation_distances: far.values.iter().map(|&value| scaled(i32::from(value), far.fraction, POINT)).collect(),
            relation_out: dense(Block::RelationOut, Block::RelationOutBias),
            gate: gates(),
            parts,
        })
    }

    fn sizes(&self) -> &Sizes {
        &self.parts.sizes
    }

    /// What is seen of a word wherever it stands.
    pub(crate) fn rows(&self, word: &str, words: &Words) -> WordRows {
        WordRows::new(word, words, |lower| self.parts.frequent.get(lower >> (32 - crate::name::words::WORD_WIDTH)))
    }

    /// Adds what rows of some tables say, with [`FINE`] bits behind the point: of the next word, of the word, of the one before.
    pub(crate) fn add_rows(&self, rows: &[u16; TABLES], tables: std::ops::Range<usize>, out: &mut [i32]) {
        for table in tables {
            let of = &self.parts.blocks[table];
            let width = self.sizes().widths[table];
            let Some(row) = of.values.get(usize::from(rows[table]) * width..).and_then(|rows| rows.get(..width)) else {
                continue;
            };
            let row: Vec<i16> = row.iter().map(|&value| i16::from(value)).collect();
            for (out, weights) in out.iter_mut().zip(self.input[table].chunks_exact(width)) {
                *out += scaled(dot(&row, weights), self.input_fractions[table], FINE);
            }
        }
    }

    /// Numbers that [`Self::add_rows`] adds to.
    pub(crate) fn row_len(&self) -> usize {
        3 * self.sizes().hidden
    }

    /// Parses a sentence, given for each word what its rows say.
    pub(crate) fn parse(&self, seen: &[i32]) -> Vec<Node> {
        let high = self.sizes().hidden;
        let count = seen.len() / (3 * high);
        if count == 0 {
            return Vec::new();
        }
        let mut sums = Vec::new();
        let mut state = self.first_states(seen, count);
        for layer in &self.layers {
            self.add_layer(layer, &mut state, &mut sums);
        }
        self.tags.sums(&state, &mut sums);
        let tags: Vec<usize> = sums.chunks_exact(TAGS).map(arg_max).collect();
        let scores = self.head_scores(&self.arcs.states(&state, &mut sums), count);
        let heads = tree::heads(&scores, count);
        let relations = self.relations.states(&state, &mut sums);
        let mut hidden = Vec::new();
        let nodes = tags.iter().zip(&heads).enumerate().map(|(at, (&tag, &head))| {
            let (tag, form) = tag_of(tag);
            let relation = if head as usize == at {
                Relation::Root
            } else {
                self.relation(&relations, [at, head as usize], &mut hidden, &mut sums)
            };
            Node { tag, form, relation, head }
        });
        nodes.collect()
    }

    fn first_states(&self, seen: &[i32], count: usize) -> Vec<i16> {
        let high = self.sizes().hidden;
        let part = |word: usize, part: usize| &seen[word * 3 * high + part * high..][..high];
        let mut state = Vec::with_capacity(count * high);
        let mut sums = vec![0; high];
        for at in 0..count {
            sums.copy_from_slice(&self.input_bias);
            let mut add = |part: &[i32]| sums.iter_mut().zip(part).for_each(|(sum, value)| *sum += value);
            add(part(at, 1));
            if at > 0 {
                add(part(at - 1, 0));
            }
            if at + 1 < count {
                add(part(at + 1, 2));
            }
            state.extend(sums.iter().map(|&sum| scaled(sum, FINE, POINT).clamp(0, MOST) as i16));
        }
        state
    }

    /// A gated layer in both directions: adds its hidden numbers to the states.
    fn add_layer(&self, layer: &Dense, state: &mut [i16], sums: &mut Vec<i32>) {
        let high = self.sizes().hidden;
        let half = high / 2;
        layer.sums(state, sums);
        let count = state.len() / high;
        let mut hidden = vec![0_i32; half];
        for direction in 0..2 {
            hidden.fill(0);
            for step in 0..count {
                let at = if direction == 0 { step } else { count - 1 - step };
                let (gates, candidates) = sums[at * 2 * high + direction * high..][..high].split_at(half);
                let out = &mut state[at * high + direction * half..][..half];
                for (((hidden, &gate), &candidate), out) in hidden.iter_mut().zip(gates).zip(candidates).zip(out) {
                    let gate = scaled(gate, layer.fraction, 0).clamp(-FLAT, FLAT - 1) + FLAT;
                    let candidate = scaled(candidate, layer.fraction, 0).clamp(-MOST, MOST) << MORE;
                    let open = i32::from(self.gate[gate as usize]);
                    *hidden += scaled((candidate - *hidden) * open, GATE, 0);
                    *out = (i32::from(*out) + scaled(*hidden, MORE, 0)).clamp(-MOST, MOST) as i16;
                }
            }
        }
    }

    /// For each word, scores of the root and of all words as its head.
    fn head_scores(&self, arcs: &[i16], count: usize) -> Vec<i32> {
        let size = self.sizes().arcs;
        let word = |at: usize| &arcs[at * 2 * size..][..size];
        let by = |at: usize| &arcs[at * 2 * size + size..][..size];
        let [root, far] = self.arc_fractions;
        let mut scores = Vec::with_capacity(count * (count + 1));
        let mut distances = [0; BUCKETS];
        for at in 0..count {
            let word = word(at);
            scores.push(scaled(dot(word, &self.root), root, POINT));
            for (distance, weights) in distances.iter_mut().zip(self.distances.chunks_exact(size)) {
                *distance = scaled(dot(word, weights), far, POINT);
            }
            scores.extend((0..count).map(|head| dot(word, by(head)) + distances[bucket(at, head)]));
        }
        scores
    }

    /// The relation of a word to its head.
    fn relation(
        &self,
        states: &[i16],
        [word, head]: [usize; 2],
        hidden: &mut Vec<i16>,
        sums: &mut Vec<i32>,
    ) -> Relation {
        let size = self.sizes().relations;
        let far = &self.relation_distances[bucket(word, head) * size..][..size];
        let (of, by) = (&states[word * 2 * size..][..size], &states[head * 2 * size + size..][..size]);
        hidden.clear();
        let units = of.iter().zip(by).zip(far).map(|((&of, &by), &far)| i32::from(of) + i32::from(by) + far);
        hidden.extend(units.map(|unit| unit.clamp(0, MOST) as i16));
        self.relation_out.sums(hidden, sums);
        // Only one word is the root.
        sums[Relation::Root as usize] = i32::MIN;
        Relation::ALL[arg_max(sums)]
    }
}

/// The logistic function, with [`GATE`] bits behind the point.
fn gates() -> Vec<i16> {
    let value = |at: i32| {
        let x = f64::from(at) / f64::from(1 << POINT);
        (f64::from(1 << GATE) / (1.0 + libm::exp(-x))).round() as i16
    };
    (-FLAT..FLAT).map(value).collect()
}
