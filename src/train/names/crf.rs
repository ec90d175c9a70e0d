//! A linear-chain conditional random field (Lafferty, `McCallum` and Pereira, 2001), trained by FTRL-Proximal (`McMahan`
//! and others, 2013), whose L1 penalty leaves most weights at zero: what is small to begin with needs no pruning.

use super::net::{Hidden, Net, Seen};
use crate::name::{
    bilou::{LABELS, LabelSet, may_follow},
    hidden_layer::PLACES,
};

/// [`may_follow`] as a table.
static MAY_FOLLOW: [[bool; LABELS]; LABELS] = {
    let mut table = [[false; LABELS]; LABELS];
    let mut before = 0;
    while before < LABELS {
        let mut after = 0;
        while after < LABELS {
            table[before][after] = may_follow(before, after);
            after += 1;
        }
        before += 1;
    }
    table
};

/// One stretch of tokens to learn from.
#[derive(Debug, Default)]
pub(super) struct Example {
    /// Where each token's features end in `features`.
    pub(super) ends: Vec<u32>,
    /// Indices of features.
    pub(super) features: Vec<u32>,
    /// The clusters around each token.
    pub(super) clusters: Vec<[u16; PLACES]>,
    /// What each token may be.
    pub(super) allowed: Vec<LabelSet>,
    /// What it is.
    pub(super) gold: Vec<u8>,
    /// How much it counts.
    pub(super) weight: f32,
}

impl Example {
    pub(super) fn tokens(&self) -> impl Iterator<Item = &[u32]> {
        let starts = std::iter::once(0).chain(self.ends.iter().copied());
        starts.zip(&self.ends).map(|(start, &end)| &self.features[start as usize..end as usize])
    }
}

/// Learning rate and penalties of FTRL-Proximal.
#[derive(Clone, Copy, Debug)]
pub(super) struct Rates {
    pub(super) alpha: f32,
    pub(super) l1: f32,
    pub(super) l2: f32,
}

/// One weight and what its learning needs.
#[derive(Clone, Copy, Default)]
struct Cell {
    weight: f32,
    z: f32,
    n: f32,
}

impl Cell {
    fn learn(&mut self, gradient: f32, rates: Rates) {
        let square = gradient * gradient;
        let sigma = ((self.n + square).sqrt() - self.n.sqrt()) / rates.alpha;
        self.z += gradient - sigma * self.weight;
        self.n += square;
        self.weight = if self.z.abs() <= rates.l1 {
            0.0
        } else {
            -(self.z - rates.l1.copysign(self.z)) / ((1.0 + self.n.sqrt()) / rates.alpha + rates.l2)
        };
    }
}

/// The field in training.
pub(super) struct Crf {
    rows: Vec<[Cell; LABELS]>,
    transitions: [[Cell; LABELS]; LABELS],
    rates: Rates,
    net: Net,
    scratch: Scratch,
    random: u64,
}

#[derive(Default)]
struct Scratch {
    scores: Vec<[f32; LABELS]>,
    forward: Vec<[f32; LABELS]>,
    backward: Vec<[f32; LABELS]>,
    hidden: Vec<Hidden>,
}

impl Crf {
    pub(super) fn new(features: usize, rates: Rates, net: Net) -> Self {
        let rows = vec![[Cell::default(); LABELS]; features];
        Self {
            rows,
            transitions: Default::default(),
            rates,
            net,
            scratch: Scratch::default(),
            random: 0x9e37_79b9_7f4a_7c15,
        }
    }

    /// A feature's weights.
    pub(super) fn weights(&self, feature: usize) -> [f32; LABELS] {
        self.rows[feature].map(|cell| cell.weight)
    }

    /// The hidden layer.
    pub(super) fn into_net(self) -> Net {
        self.net
    }

    /// The weights of pairs of labels.
    pub(super) fn transitions(&self) -> [[f32; LABELS]; LABELS] {
        self.transitions.map(|row| row.map(|cell| cell.weight))
    }

    /// The example without a share of its features.
    fn thin(&mut self, example: &Example, dropout: f32) -> Example {
        let mut thinned = Example {
            clusters: example.clusters.clone(),
            allowed: example.allowed.clone(),
            gold: example.gold.clone(),
            weight: example.weight,
            ..Example::default()
        };
        let limit = (dropout * 65536.0) as u64;
        for features in example.tokens() {
            for &feature in features {
                self.random ^= self.random << 13;
                self.random ^= self.random >> 7;
                self.random ^= self.random << 17;
                if self.random >> 16 & 0xffff >= limit {
                    thinned.features.push(feature);
                }
            }
            thinned.ends.push(thinned.features.len() as u32);
        }
        thinned
    }

    /// Takes one step down the gradient of one stretch's negative log-likelihood.
    pub(super) fn learn(&mut self, example: &Example, dropout: f32) {
        let thinned;
        let example = if dropout > 0.0 {
            thinned = self.thin(example, dropout);
            &thinned
        } else {
            example
        };
        let Scratch { scores, forward, backward, hidden } = &mut self.scratch;
        hidden.clear();
        scores.clear();
        for (at, (features, &allowed)) in example.tokens().zip(&example.allowed).enumerate() {
            let mut row = [0.0; LABELS];
            hidden.push(self.net.add(Seen { clusters: &example.clusters[at], facts: features }, &mut row));
            for &feature in features {
                for (score, cell) in row.iter_mut().zip(&self.rows[feature as usize]) {
                    *score += cell.weight;
                }
            }
            let most = row.iter().copied().fold(f32::MIN, f32::max);
            for (label, score) in row.iter_mut().enumerate() {
                *score = if allowed >> label & 1 == 1 { libm::expf(*score - most) } else { 0.0 };
            }
            scores.push(row);
        }
        let mut pairs = [[0.0; LABELS]; LABELS];
        for before in 0..LABELS {
            for after in 0..LABELS {
                if MAY_FOLLOW[before][after] {
                    pairs[before][after] = libm::expf(self.transitions[before][after].weight);
                }
            }
        }
        let len = scores.len();
        let mut edge = [0.0; LABELS];
        edge[0] = 1.0;
        // Each step is scaled to a sum of one; the probabilities of labels and pairs do not change by it.
        forward.clear();
        let mut so_far = edge;
        for row in scores.iter() {
            let mut next = [0.0; LABELS];
            for before in 0..LABELS {
                if so_far[before] > 0.0 {
                    for after in 0..LABELS {
                        next[after] += so_far[before] * pairs[before][after];
                    }
                }
            }
            for label in 0..LABELS {
                next[label] *= row[label];
            }
            scale(&mut next);
            forward.push(next);
            so_far = next;
        }
        backward.clear();
        backward.resize(len, [0.0; LABELS]);
        let mut ahead = [0.0; LABELS];
        for label in 0..LABELS {
            ahead[label] = if MAY_FOLLOW[label][0] { 1.0 } else { 0.0 };
        }
        for at in (0..len).rev() {
            backward[at] = ahead;
            let mut before_it = [0.0; LABELS];
            for before in 0..LABELS {
                for after in 0..LABELS {
                    before_it[before] += pairs[before][after] * scores[at][after] * ahead[after];
                }
            }
            scale(&mut before_it);
            ahead = before_it;
        }
        // The gradient: what the model expects less what is so.
        let mut pair_gradient = [[0.0; LABELS]; LABELS];
        let mut before_forward = edge;
        let mut before_gold = 0;
        for (at, features) in example.tokens().enumerate() {
            let mut gradient = [0.0; LABELS];
            for label in 0..LABELS {
                gradient[label] = forward[at][label] * backward[at][label];
            }
            scale(&mut gradient);
            let gold = usize::from(example.gold[at]);
            gradient[gold] -= 1.0;
            let mut joint = [[0.0; LABELS]; LABELS];
            let mut sum = 0.0;
            for before in 0..LABELS {
                for after in 0..LABELS {
                    let value = before_forward[before] * pairs[before][after] * scores[at][after] * backward[at][after];
                    joint[before][after] = value;
                    sum += value;
                }
            }
            if sum > 0.0 {
                for before in 0..LABELS {
                    for after in 0..LABELS {
                        pair_gradient[before][after] += joint[before][after] / sum;
                    }
                }
            }
            pair_gradient[before_gold][gold] -= 1.0;
            before_forward = forward[at];
            before_gold = gold;
            let seen = Seen { clusters: &example.clusters[at], facts: features };
            self.net.learn(seen, hidden[at], &gradient.map(|gradient| gradient * example.weight));
            for &feature in features {
                let row = &mut self.rows[feature as usize];
                for (cell, &gradient) in row.iter_mut().zip(&gradient) {
                    if gradient.abs() > 1e-4 {
                        cell.learn(gradient * example.weight, self.rates);
                    }
                }
            }
        }
        for before in 0..LABELS {
            for after in 0..LABELS {
                let gradient: f32 = pair_gradient[before][after];
                if MAY_FOLLOW[before][after] && gradient.abs() > 1e-4 {
                    self.transitions[before][after].learn(gradient * example.weight, Rates { l1: 0.0, ..self.rates });
                }
            }
        }
    }
}

fn scale(row: &mut [f32; LABELS]) {
    let sum: f32 = row.iter().sum();
    if sum > 0.0 {
        row.iter_mut().for_each(|x| *x /= sum);
    }
}
