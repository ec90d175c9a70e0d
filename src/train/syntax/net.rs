//! The network in floating point, and its gradients: embeddings of words, a layer over a window of three, gated recurrent
//! layers in both directions, then tags, heads and relations.
//!
//! The gated layers are minimal ones (Heck and Salem, 2017, with a linear candidate, as in quasi-recurrent networks of
//! Bradbury et al., 2016). Heads are scored by a bilinear form between word and head (Dozat and Manning, 2017) to which the
//! distance adds; relations by a hidden layer over word and head.

use super::{
    gold::{Choice, Sentence},
    matrix::{add_product, add_transposed_product, transpose},
};
use crate::syntax::{
    features::TABLES,
    network::{BUCKETS, Block, Sizes, TAGS, bucket},
};
use std::ops::Range;

/// Where each block of parameters lies.
#[derive(Clone, Debug)]
pub(super) struct Layout {
    pub(super) sizes: Sizes,
    starts: Vec<usize>,
}

impl Layout {
    pub(super) fn new(sizes: Sizes) -> Self {
        let mut starts = vec![0];
        for block in Block::all(&sizes) {
            let [rows, width] = block.shape(&sizes);
            starts.push(starts.last().copied().unwrap_or_default() + rows * width);
        }
        Self { sizes, starts }
    }

    pub(super) fn len(&self) -> usize {
        self.starts.last().copied().unwrap_or_default()
    }

    pub(super) fn range(&self, block: Block) -> Range<usize> {
        let at = block.number(&self.sizes);
        self.starts[at]..self.starts[at + 1]
    }

    /// Begins with small random numbers.
    pub(super) fn random(&self, random: &mut impl FnMut() -> f32) -> Vec<f32> {
        let mut parameters = vec![0.0; self.len()];
        for block in Block::all(&self.sizes) {
            let [rows, width] = block.shape(&self.sizes);
            let most = match block {
                Block::Table(_) => 0.15,
                // Biases, but the root's and the distances' rows, begin at zero.
                _ if rows == 1 && !matches!(block, Block::Root) => 0.0,
                Block::Root | Block::Distances | Block::RelationDistances => 0.1,
                _ => (6.0 / (rows + width) as f32).sqrt(),
            };
            parameters[self.range(block)].iter_mut().for_each(|value| *value = (random() * 2.0 - 1.0) * most);
        }
        parameters
    }
}

/// Parameters, with transposes of those that gradients go back through.
pub(super) struct Weights<'l> {
    layout: &'l Layout,
    values: Vec<f32>,
    turned: Vec<f32>,
}

impl<'l> Weights<'l> {
    pub(super) fn new(layout: &'l Layout, values: Vec<f32>) -> Self {
        let mut turned = vec![0.0; values.len()];
        for block in Block::all(&layout.sizes).filter(|block| !matches!(block, Block::Table(_))) {
            let [_, width] = block.shape(&layout.sizes);
            transpose(&values[layout.range(block)], width, &mut turned[layout.range(block)]);
        }
        Self { layout, values, turned }
    }

    fn get(&self, block: Block) -> &[f32] {
        &self.values[self.layout.range(block)]
    }

    fn turned(&self, block: Block) -> &[f32] {
        &self.turned[self.layout.range(block)]
    }

    /// `input · block + bias`.
    fn dense(&self, input: &[f32], weights: Block, bias: Block) -> Vec<f32> {
        let [inner, width] = weights.shape(&self.layout.sizes);
        let mut out = self.get(bias).repeat(input.len() / inner);
        add_product(&mut out, input, self.get(weights), inner, width);
        out
    }
}

/// What is known of a sentence after a pass forward.
struct Pass {
    /// Embeddings of the words, all tables beside each other.
    embedded: Vec<f32>,
    /// States: what goes into each gated layer, and what comes out of the last.
    states: Vec<Vec<f32>>,
    /// Of each layer: gates and candidates, forwards and backwards, and the two directions' hidden numbers.
    gates: Vec<Vec<f32>>,
    hidden: Vec<Vec<f32>>,
    tags: Vec<f32>,
    arcs: Vec<f32>,
    /// Scores of heads: for each word the root, then all words.
    heads: Vec<f32>,
    label: Vec<f32>,
}

/// Scores of a sentence.
pub(super) struct Scores {
    /// For each word, of each tag.
    pub(super) tags: Vec<f32>,
    /// For each word, of the root and of each word.
    pub(super) heads: Vec<f32>,
    label: Vec<f32>,
}

fn sigmoid(x: f32) -> f32 {
    1.0 / (1.0 + libm::expf(-x))
}

impl Weights<'_> {
    fn forward(&self, rows: &[[u16; TABLES]]) -> Pass {
        let sizes = &self.layout.sizes;
        let (count, high) = (rows.len(), sizes.hidden);
        let wide = sizes.embedded();
        let mut embedded = Vec::with_capacity(count * wide);
        for word in rows {
            for (table, &row) in word.iter().enumerate() {
                let width = sizes.widths[table];
                embedded.extend(&self.get(Block::Table(table))[usize::from(row) * width..][..width]);
            }
        }
        let mut parts = vec![0.0; count * 3 * high];
        add_product(&mut parts, &embedded, self.get(Block::Input), wide, 3 * high);
        let mut state = self.get(Block::InputBias).repeat(count);
        for (at, out) in state.chunks_exact_mut(high).enumerate() {
            for (part, from) in [(at + 1).checked_sub(2), Some(at), Some(at + 1)].into_iter().enumerate() {
                // The first part is what a word says of the next one.
                let Some(from) = from.filter(|&from| from < count) else { continue };
                let part = &parts[from * 3 * high + part * high..][..high];
                out.iter_mut().zip(part).for_each(|(out, part)| *out += part);
            }
            out.iter_mut().for_each(|out| *out = out.max(0.0));
        }
        let (mut states, mut gates, mut hidden) = (vec![state], Vec::new(), Vec::new());
        for layer in 0..sizes.layers {
            let input = &states[layer];
            let mut gate = self.dense(input, Block::Layer(layer), Block::LayerBias(layer));
            let mut out = vec![0.0; count * high];
            let half = high / 2;
            for direction in 0..2 {
                let mut before = vec![0.0; half];
                for step in 0..count {
                    let at = if direction == 0 { step } else { count - 1 - step };
                    let gate = &mut gate[at * 2 * high + direction * high..][..high];
                    let (open, candidate) = gate.split_at_mut(half);
                    for (unit, before) in before.iter_mut().enumerate() {
                        open[unit] = sigmoid(open[unit]);
                        *before += open[unit] * (candidate[unit] - *before);
                        out[at * high + direction * half + unit] = *before;
                    }
                }
            }
            states.push(input.iter().zip(&out).map(|(input, out)| input + out).collect());
            gates.push(gate);
            hidden.push(out);
        }
        let last = &states[sizes.layers];
        let tags = self.dense(last, Block::Tags, Block::TagBias);
        let arcs = self.dense(last, Block::Arcs, Block::ArcBias);
        let label = self.dense(last, Block::Relations, Block::RelationBias);
        let heads = self.heads(&arcs, count);
        Pass { embedded, states, gates, hidden, tags, arcs, heads, label }
    }

    /// Scores of heads, the root first.
    fn heads(&self, arcs: &[f32], count: usize) -> Vec<f32> {
        let size = self.layout.sizes.arcs;
        let (words, by) = split(arcs, size);
        let mut turned = vec![0.0; by.len()];
        transpose(&by, size, &mut turned);
        let mut pairs = vec![0.0; count * count];
        add_product(&mut pairs, &words, &turned, size, count);
        let mut far = vec![0.0; count * BUCKETS];
        add_product(&mut far, &words, self.turned(Block::Distances), size, BUCKETS);
        let root = self.get(Block::Root);
        let mut heads = Vec::with_capacity(count * (count + 1));
        for at in 0..count {
            heads.push(words[at * size..][..size].iter().zip(root).map(|(a, b)| a * b).sum());
            heads.extend((0..count).map(|head| {
                if head == at {
                    f32::NEG_INFINITY
                } else {
                    pairs[at * count + head] + far[at * BUCKETS + bucket(at, head)]
                }
            }));
        }
        heads
    }

    /// Tags and heads of a sentence.
    pub(super) fn scores(&self, rows: &[[u16; TABLES]]) -> Scores {
        let pass = self.forward(rows);
        Scores { tags: pass.tags, heads: pass.heads, label: pass.label }
    }

    /// Scores of the relations of a word to a head.
    pub(super) fn relations(&self, scores: &Scores, word: usize, head: usize) -> Vec<f32> {
        self.relations_of(&self.label_hidden(&scores.label, word, head))
    }

    fn label_hidden(&self, label: &[f32], word: usize, head: usize) -> Vec<f32> {
        let size = self.layout.sizes.relations;
        let far = &self.get(Block::RelationDistances)[bucket(word, head) * size..][..size];
        let (of, by) = (&label[word * 2 * size..][..size], &label[head * 2 * size + size..][..size]);
        of.iter().zip(by).zip(far).map(|((of, by), far)| (of + by + far).max(0.0)).collect()
    }

    fn relations_of(&self, hidden: &[f32]) -> Vec<f32> {
        self.dense(hidden, Block::RelationOut, Block::RelationOutBias)
    }

    /// Adds a sentence's gradients; gives its loss.
    pub(super) fn learn(&self, rows: &[[u16; TABLES]], sentence: &Sentence, gradient: &mut [f32]) -> f32 {
        let layout = self.layout;
        let sizes = &layout.sizes;
        let (count, high, half) = (rows.len(), sizes.hidden, sizes.hidden / 2);
        let pass = self.forward(rows);
        let weight = sentence.weight;
        let mut loss = 0.0;
        let last = &pass.states[sizes.layers];
        let mut back = vec![0.0; count * high];

        // Tags.
        let mut of_tags = pass.tags.clone();
        for (at, scores) in of_tags.chunks_exact_mut(TAGS).enumerate() {
            loss += soften(scores, &sentence.tags[at], weight);
        }
        self.dense_back(last, &of_tags, [Block::Tags, Block::TagBias], gradient, &mut back);

        // Heads.
        let size = sizes.arcs;
        let mut of_heads = pass.heads.clone();
        for (at, scores) in of_heads.chunks_exact_mut(count + 1).enumerate() {
            loss += soften(scores, &sentence.heads[at], weight);
        }
        let (words, by) = split(&pass.arcs, size);
        let mut of_pairs = vec![0.0; count * count];
        let mut of_far = vec![0.0; count * BUCKETS];
        let root = self.get(Block::Root).to_vec();
        let mut of_words = vec![0.0; count * size];
        for at in 0..count {
            let scores = &of_heads[at * (count + 1)..][..=count];
            let word = &words[at * size..][..size];
            let of_word = &mut of_words[at * size..][..size];
            of_word.iter_mut().zip(&root).for_each(|(of, root)| *of += scores[0] * root);
            let of_root = &mut gradient[layout.range(Block::Root)];
            of_root.iter_mut().zip(word).for_each(|(of, word)| *of += scores[0] * word);
            for head in (0..count).filter(|&head| head != at) {
                of_pairs[at * count + head] = scores[head + 1];
                of_far[at * BUCKETS + bucket(at, head)] += scores[head + 1];
            }
        }
        add_product(&mut of_words, &of_pairs, &by, count, size);
        add_product(&mut of_words, &of_far, self.get(Block::Distances), BUCKETS, size);
        add_transposed_product(&mut gradient[layout.range(Block::Distances)], &of_far, &words, BUCKETS, size);
        let mut of_by = vec![0.0; count * size];
        add_transposed_product(&mut of_by, &of_pairs, &words, count, size);
        let of_arcs = join(&of_words, &of_by, size);
        self.dense_back(last, &of_arcs, [Block::Arcs, Block::ArcBias], gradient, &mut back);

        // Relations.
        let size = sizes.relations;
        let mut of_label = vec![0.0; count * 2 * size];
        for (at, choices) in sentence.relations.iter().enumerate() {
            let Some(head) = usize::from(sentence.heads[at].best()).checked_sub(1) else { continue };
            let hidden = self.label_hidden(&pass.label, at, head);
            let mut scores = self.relations_of(&hidden);
            loss += soften(&mut scores, choices, weight);
            let mut of_hidden = vec![0.0; size];
            self.dense_back(&hidden, &scores, [Block::RelationOut, Block::RelationOutBias], gradient, &mut of_hidden);
            let far = layout.range(Block::RelationDistances).start + bucket(at, head) * size;
            for unit in (0..size).filter(|&unit| hidden[unit] > 0.0) {
                of_label[at * 2 * size + unit] += of_hidden[unit];
                of_label[head * 2 * size + size + unit] += of_hidden[unit];
                gradient[far + unit] += of_hidden[unit];
            }
        }
        self.dense_back(last, &of_label, [Block::Relations, Block::RelationBias], gradient, &mut back);

        // Gated layers.
        for layer in (0..sizes.layers).rev() {
            let (gate, hidden) = (&pass.gates[layer], &pass.hidden[layer]);
            let mut of_gate = vec![0.0; gate.len()];
            for direction in 0..2 {
                let mut carried = vec![0.0; half];
                for step in (0..count).rev() {
                    let place = |step: usize| if direction == 0 { step } else { count - 1 - step };
                    let at = place(step);
                    let from = at * 2 * high + direction * high;
                    for unit in 0..half {
                        let (open, candidate) = (gate[from + unit], gate[from + half + unit]);
                        let before = match step {
                            0 => 0.0,
                            _ => hidden[place(step - 1) * high + direction * half + unit],
                        };
                        let of = carried[unit] + back[at * high + direction * half + unit];
                        of_gate[from + unit] = of * (candidate - before) * open * (1.0 - open);
                        of_gate[from + half + unit] = of * open;
                        carried[unit] = of * (1.0 - open);
                    }
                }
            }
            let blocks = [Block::Layer(layer), Block::LayerBias(layer)];
            self.dense_back(&pass.states[layer], &of_gate, blocks, gradient, &mut back);
        }

        // The window and the tables.
        let mut of_parts = vec![0.0; count * 3 * high];
        for at in 0..count {
            let state = &pass.states[0][at * high..][..high];
            let of: Vec<f32> = back[at * high..][..high]
                .iter()
                .zip(state)
                .map(|(&of, &state)| if state > 0.0 { of } else { 0.0 })
                .collect();
            let bias = &mut gradient[layout.range(Block::InputBias)];
            bias.iter_mut().zip(&of).for_each(|(bias, of)| *bias += of);
            for (part, from) in [at.checked_sub(1), Some(at), Some(at + 1)].into_iter().enumerate() {
                let Some(from) = from.filter(|&from| from < count) else { continue };
                of_parts[from * 3 * high + part * high..][..high].copy_from_slice(&of);
            }
        }
        let wide = sizes.embedded();
        add_transposed_product(&mut gradient[layout.range(Block::Input)], &pass.embedded, &of_parts, wide, 3 * high);
        let mut of_embedded = vec![0.0; count * wide];
        add_product(&mut of_embedded, &of_parts, self.turned(Block::Input), 3 * high, wide);
        for (word, of) in rows.iter().zip(of_embedded.chunks_exact(wide)) {
            let mut from = 0;
            for (table, &row) in word.iter().enumerate() {
                let width = sizes.widths[table];
                let start = layout.range(Block::Table(table)).start + usize::from(row) * width;
                let target = &mut gradient[start..start + width];
                target.iter_mut().zip(&of[from..from + width]).for_each(|(target, of)| *target += of);
                from += width;
            }
        }
        loss
    }

    /// Gradients of a dense layer: of its weights and bias, and added to what went in.
    fn dense_back(
        &self,
        input: &[f32],
        of: &[f32],
        [weights, bias]: [Block; 2],
        gradient: &mut [f32],
        back: &mut [f32],
    ) {
        let [inner, width] = weights.shape(&self.layout.sizes);
        add_transposed_product(&mut gradient[self.layout.range(weights)], input, of, inner, width);
        let target = &mut gradient[self.layout.range(bias)];
        for of in of.chunks_exact(width) {
            target.iter_mut().zip(of).for_each(|(target, of)| *target += of);
        }
        add_product(back, of, self.turned(weights), width, inner);
    }
}

/// Rows of two halves each, as two matrices.
fn split(both: &[f32], size: usize) -> (Vec<f32>, Vec<f32>) {
    let rows = || both.chunks_exact(2 * size);
    (rows().flat_map(|row| &row[..size]).copied().collect(), rows().flat_map(|row| &row[size..]).copied().collect())
}

fn join(left: &[f32], right: &[f32], size: usize) -> Vec<f32> {
    left.chunks_exact(size)
        .zip(right.chunks_exact(size))
        .flat_map(|(left, right)| left.iter().chain(right))
        .copied()
        .collect()
}

/// Makes scores the gradients of the cross-entropy against choices, times a weight; gives the loss.
fn soften(scores: &mut [f32], choices: &Choice, weight: f32) -> f32 {
    let most = scores.iter().copied().fold(f32::NEG_INFINITY, f32::max);
    let mut sum = 0.0;
    for score in scores.iter_mut() {
        *score = libm::expf(*score - most);
        sum += *score;
    }
    let mut loss = 0.0;
    for &(choice, share) in &choices.0 {
        loss -= share * libm::logf((scores[usize::from(choice)] / sum).max(1e-9));
    }
    scores.iter_mut().for_each(|score| *score *= weight / sum);
    for &(choice, share) in &choices.0 {
        scores[usize::from(choice)] -= share * weight;
    }
    loss * weight
}

#[cfg(test)]
mod tests {
    use super::{Layout, Weights};
    use crate::{
        syntax::network::Sizes,
        train::syntax::gold::{Choice, Sentence},
    };

    /// Gradients are what small steps show.
    #[test]
    fn gradients_are_those_of_the_loss() {
        let sizes = Sizes { words: 5, widths: [3, 2, 2, 1, 1, 2, 1], hidden: 8, layers: 2, arcs: 4, relations: 5 };
        let layout = Layout::new(sizes);
        let mut seed = 1_u32;
        let mut random = || {
            seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            (seed >> 8) as f32 / (1 << 24) as f32
        };
        let values = layout.random(&mut random);
        let rows = [[1, 5, 6, 7, 8, 9, 3], [2, 0, 1, 2, 3, 4, 5], [0, 7, 7, 7, 7, 7, 0], [4, 1, 1, 1, 1, 1, 1]];
        let one = |at: u16| Choice(vec![(at, 1.0)]);
        let sentence = Sentence {
            words: Vec::new(),
            tags: vec![one(1), Choice(vec![(2, 0.7), (3, 0.3)]), one(4), one(20)],
            heads: vec![one(2), one(0), Choice(vec![(2, 0.6), (4, 0.4)]), one(2)],
            relations: vec![one(1), one(39), Choice(vec![(3, 0.5), (5, 0.5)]), one(9)],
            weight: 1.0,
        };
        let mut gradient = vec![0.0; layout.len()];
        Weights::new(&layout, values.clone()).learn(&rows, &sentence, &mut gradient);
        let loss =
            |values: Vec<f32>| Weights::new(&layout, values).learn(&rows, &sentence, &mut vec![0.0; layout.len()]);
        let places = (0..layout.len()).filter(|&at| gradient[at].abs() > 0.02).step_by(17);
        let mut seen = 0;
        for at in places {
            let step = |by: f32| {
                let mut values = values.clone();
                values[at] += by;
                loss(values)
            };
            let slope = (step(0.002) - step(-0.002)) / 0.004;
            assert!((slope - gradient[at]).abs() < 0.02 + 0.05 * slope.abs(), "{at}: {slope} and {}", gradient[at]);
            seen += 1;
        }
        assert!(seen > 20, "{seen}");
    }
}
