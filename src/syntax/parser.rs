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
use wide::{i16x8, i32x4};

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

/// Numbers that come out of a layer together.
const LANES: usize = 16;
/// Vectors that hold their sums.
const VECTORS: usize = LANES / 4;

/// A dense layer. Its weights lie as they are multiplied: for [`LANES`] numbers that come out, pair after pair of those that go
/// in, so that one vector instruction multiplies a pair with the weights of four and adds both products up.
#[derive(Debug, Default)]
struct Dense {
    weights: Vec<[i16x8; VECTORS]>,
    bias: Vec<i32>,
    inner: usize,
    fraction: u32,
}

impl Dense {
    fn new(weights: &Weights, bias: &Weights, width: usize) -> Self {
        let bias = bias.values.iter().map(|&value| scaled(i32::from(value), bias.fraction, POINT + weights.fraction));
        Self::of(&weights.values, bias.collect(), width, weights.fraction)
    }

    /// Given for each number that goes in, its `width` weights together.
    fn of(weights: &[i8], bias: Vec<i32>, width: usize, fraction: u32) -> Self {
        let inner = weights.len() / width;
        let weight = |at: usize, out: usize| {
            let is_there = at < inner && out < width;
            if is_there { i16::from(weights[at * width + out]) } else { 0 }
        };
        let vector = |pair: usize, first: usize| {
            i16x8::new(std::array::from_fn(|lane| weight(2 * pair + lane % 2, first + lane / 2)))
        };
        let blocks = (0..width).step_by(LANES);
        let rows = blocks.flat_map(|block| (0..inner.div_ceil(2)).map(move |pair| (block, pair)));
        let weights = rows.map(|(block, pair)| std::array::from_fn(|four| vector(pair, block + 4 * four))).collect();
        Self { weights, bias, inner, fraction }
    }

    /// Sums with `POINT + fraction` bits behind the point, for each row of states.
    fn sums(&self, input: &[i16], out: &mut Vec<i32>) {
        out.clear();
        let pairs = self.inner.div_ceil(2);
        for row in input.chunks_exact(self.inner) {
            for (weights, bias) in self.weights.chunks_exact(pairs).zip(self.bias.chunks(LANES)) {
                let sums = lanes(row, weights);
                out.extend(bias.iter().zip(sums.as_flattened()).map(|(bias, sum)| bias + sum));
            }
        }
    }

    /// The same with [`POINT`] bits, within what states may be.
    fn states(&self, input: &[i16], sums: &mut Vec<i32>) -> Vec<i16> {
        self.sums(input, sums);
        sums.iter().map(|&sum| scaled(sum, self.fraction, 0).clamp(-MOST, MOST) as i16).collect()
    }
}

/// The sums of [`LANES`] numbers.
#[inline]
fn lanes(row: &[i16], weights: &[[i16x8; VECTORS]]) -> [[i32; 4]; VECTORS] {
    let mut sums = [i32x4::ZERO; VECTORS];
    let mut add = |[first, second]: [i16; 2], weights: &[i16x8; VECTORS]| {
        let pair = i32::from(first) & 0xffff | i32::from(second) << 16;
        let pair: i16x8 = bytemuck::cast(i32x4::splat(pair));
        for (sum, &weights) in sums.iter_mut().zip(weights) {
            *sum += pair.dot(weights);
        }
    };
    let (pairs, rest) = row.as_chunks();
    pairs.iter().zip(weights).for_each(|(&pair, weights)| add(pair, weights));
    if let (&[last], Some(weights)) = (rest, weights.last()) {
        add([last, 0], weights);
    }
    sums.map(i32x4::to_array)
}

/// Eight products at a time, by the vector instructions that there are.
#[inline]
fn dot(left: &[i16], right: &[i16]) -> i32 {
    let (wide, left) = left.as_chunks();
    let (wide_right, right) = right.as_chunks();
    let mut sums = i32x4::ZERO;
    for (&left, &right) in wide.iter().zip(wide_right) {
        sums += i16x8::new(left).dot(i16x8::new(right));
    }
    let narrow = left.iter().zip(right).map(|(&left, &right)| i32::from(left) * i32::from(right));
    sums.reduce_add().wrapping_add(narrow.sum())
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
    input: [Dense; TABLES],
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
        let fraction = |of: Block| block(of).fraction;
        let mut first = 0;
        let input = std::array::from_fn(|table| {
            let width = sizes.widths[table];
            let high = 3 * sizes.hidden;
            let weights = &block(Block::Input).values[first * high..(first + width) * high];
            first += width;
            Dense::of(weights, vec![0; high], high, fraction(Block::Table(table)) + fraction(Block::Input))
        });
        let far = block(Block::RelationDistances);
        let bias = block(Block::InputBias);
        Ok(Self {
            input,
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
        WordRows::new(word, words, |lower| self.parts.frequent.get(lower >> (32 - super::model::FREQUENT_WIDTH)))
    }

    /// Adds what rows of some tables say, with [`FINE`] bits behind the point: of the next word, of the word, of the one before.
    pub(crate) fn add_rows(&self, rows: &[u16; TABLES], tables: std::ops::Range<usize>, out: &mut [i32]) {
        let mut sums = Vec::new();
        for table in tables {
            let of = &self.parts.blocks[table];
            let width = self.sizes().widths[table];
            let Some(row) = of.values.get(usize::from(rows[table]) * width..).and_then(|rows| rows.get(..width)) else {
                continue;
            };
            let row: Vec<i16> = row.iter().map(|&value| i16::from(value)).collect();
            let input = &self.input[table];
            input.sums(&row, &mut sums);
            for (out, &sum) in out.iter_mut().zip(&sums) {
                *out += scaled(sum, input.fraction, FINE);
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
