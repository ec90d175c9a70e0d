//! A hidden layer beside the sparse features: it sees the clusters of the words around a token and the most frequent plain
//! features, and learns together with the field, by `AdaGrad` (Duchi, Hazan and Singer, 2011).

use crate::name::{
    bilou::LABELS,
    hidden_layer::{MOST, NUMBERS, PACKED, PLACES, UNITS},
};

/// Weights with the sums of their squared gradients.
#[derive(Clone, Debug, Default)]
struct Layer {
    weights: Vec<f32>,
    squares: Vec<f32>,
}

impl Layer {
    fn new(len: usize, spread: f32, random: &mut u64) -> Self {
        let mut next = || {
            *random ^= *random << 13;
            *random ^= *random >> 7;
            *random ^= *random << 17;
            ((*random >> 40) as f32 / (1 << 23) as f32 - 1.0) * spread
        };
        Self { weights: (0..len).map(|_| next()).collect(), squares: vec![1e-3; len] }
    }

    fn step(&mut self, at: usize, gradient: f32, rate: f32) {
        self.squares[at] += gradient * gradient;
        self.weights[at] -= rate * gradient / self.squares[at].sqrt();
    }
}

/// What the layer sees of one token.
#[derive(Clone, Copy, Debug)]
pub(super) struct Seen<'e> {
    pub(super) clusters: &'e [u16; PLACES],
    pub(super) facts: &'e [u32],
}

/// The layer in training.
#[derive(Clone, Debug, Default)]
pub(super) struct Net {
    rate: f32,
    facts: usize,
    clusters: Layer,
    places: Layer,
    rows: Layer,
    bias: Layer,
    out: Layer,
}

/// What a token made of the layer.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Hidden([f32; UNITS]);

impl Net {
    /// A layer that sees `clusters` clusters and the features below `facts`.
    pub(super) fn new(clusters: usize, facts: usize, rate: f32) -> Self {
        let mut random = 0x853c_49e6_748f_ea9b;
        Self {
            rate,
            facts,
            clusters: Layer::new((clusters + 1) * NUMBERS, 0.5, &mut random),
            places: Layer::new(PLACES * NUMBERS * UNITS, 0.3, &mut random),
            rows: Layer::new(facts * UNITS, 0.1, &mut random),
            bias: Layer::new(UNITS, 0.5, &mut random),
            // At the rate of zero it says nothing.
            out: Layer::new(UNITS * LABELS, if rate > 0.0 { 0.1 } else { 0.0 }, &mut random),
        }
    }

    /// Adds the layer's scores.
    pub(super) fn add(&self, seen: Seen, scores: &mut [f32; LABELS]) -> Hidden {
        let mut hidden = [0.0; UNITS];
        hidden.copy_from_slice(&self.bias.weights);
        for (place, &cluster) in seen.clusters.iter().enumerate() {
            for number in 0..NUMBERS {
                let value = self.clusters.weights[usize::from(cluster) * NUMBERS + number];
                let row = &self.places.weights[(place * NUMBERS + number) * UNITS..][..UNITS];
                hidden.iter_mut().zip(row).for_each(|(unit, weight)| *unit += value * weight);
            }
        }
        for &fact in seen.facts.iter().filter(|&&fact| (fact as usize) < self.facts) {
            let row = &self.rows.weights[fact as usize * UNITS..][..UNITS];
            hidden.iter_mut().zip(row).for_each(|(unit, weight)| *unit += weight);
        }
        for unit in 0..UNITS {
            // Clipped, as the whole numbers of the shipped form are.
            hidden[unit] = hidden[unit].clamp(0.0, f32::from(MOST));
            let row = &self.out.weights[unit * LABELS..][..LABELS];
            scores.iter_mut().zip(row).for_each(|(score, weight)| *score += hidden[unit] * weight);
        }
        Hidden(hidden)
    }

    /// Takes one step down the gradient of the scores.
    pub(super) fn learn(&mut self, seen: Seen, Hidden(hidden): Hidden, gradient: &[f32; LABELS]) {
        if self.rate == 0.0 {
            return;
        }
        let mut back = [0.0; UNITS];
        for unit in 0..UNITS {
            if hidden[unit] > 0.0 {
                for label in 0..LABELS {
                    let at = unit * LABELS + label;
                    if hidden[unit] < f32::from(MOST) {
                        back[unit] += gradient[label] * self.out.weights[at];
                    }
                    self.out.step(at, gradient[label] * hidden[unit], self.rate);
                }
            }
        }
        if back.iter().all(|&back| back == 0.0) {
            return;
        }
        for unit in 0..UNITS {
            self.bias.step(unit, back[unit], self.rate);
        }
        for (place, &cluster) in seen.clusters.iter().enumerate() {
            for number in 0..NUMBERS {
                let at = usize::from(cluster) * NUMBERS + number;
                let value = self.clusters.weights[at];
                let mut slope = 0.0;
                for (unit, &back) in back.iter().enumerate() {
                    let weight = (place * NUMBERS + number) * UNITS + unit;
                    slope += back * self.places.weights[weight];
                    self.places.step(weight, back * value, self.rate);
                }
                self.clusters.step(at, slope, self.rate);
            }
        }
        for &fact in seen.facts.iter().filter(|&&fact| (fact as usize) < self.facts) {
            for (unit, &back) in back.iter().enumerate() {
                if back != 0.0 {
                    self.rows.step(fact as usize * UNITS + unit, back, self.rate);
                }
            }
        }
    }

    /// The form that [`Layer::unpack`](crate::name::hidden_layer::Layer::unpack) reads, with the facts in the order given.
    pub(super) fn pack(&self, facts: &[u32]) -> Vec<u8> {
        let steps = |weight: f32| (weight * (1 << PACKED) as f32).round().clamp(-127.0, 127.0) as i8 as u8;
        let mut data = Vec::new();
        for number in 0..NUMBERS {
            data.extend(self.clusters.weights.iter().skip(number).step_by(NUMBERS).map(|&weight| steps(weight)));
        }
        data.extend(self.places.weights.iter().map(|&weight| steps(weight)));
        for &fact in facts {
            data.extend(self.rows.weights[fact as usize * UNITS..][..UNITS].iter().map(|&weight| steps(weight)));
        }
        data.extend(self.bias.weights.iter().chain(&self.out.weights).map(|&weight| steps(weight)));
        data
    }
}
