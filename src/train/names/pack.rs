//! Writes a trained model in the form that [`NameModel::unpack`](crate::name::NameModel::unpack) reads.

use super::net::Net;
use crate::{
    codec::{
        rans::{Frequencies, write_symbols},
        rice::write_sorted,
    },
    name::{
        bilou::LABELS,
        hidden_layer::STEPS,
        model::{FACT, HEADER, WIDTH},
        words::{Known, LISTS, WORD_WIDTH},
    },
};
use std::collections::BTreeMap;

/// What a model is made of.
#[derive(Debug, Default)]
pub(super) struct Parts {
    /// Hash of a word or phrase (21 bits) to what is known of it.
    pub(super) words: BTreeMap<u32, Known>,
    /// Fine to middle clusters, middle to coarse.
    pub(super) parents: [Vec<u16>; 2],
    /// Feature (26 bits) to weights.
    pub(super) weights: BTreeMap<u32, [f32; LABELS]>,
    pub(super) transitions: [[f32; LABELS]; LABELS],
    /// The features that the hidden layer sees, with their numbers in it.
    pub(super) facts: BTreeMap<u32, u32>,
    pub(super) net: Net,
}

impl Parts {
    pub(super) fn pack(&self) -> Vec<u8> {
        let mut payload = Vec::new();
        self.pack_parents(&mut payload);
        self.pack_words(&mut payload);

        let mut rows: BTreeMap<u32, Vec<(u8, i8)>> =
            self.weights.iter().map(|(&feature, weights)| (feature, quantize(weights))).collect();
        rows.retain(|_, weights| !weights.is_empty());
        for &feature in self.facts.keys() {
            rows.entry(feature).or_default();
        }
        write_sorted(&rows.keys().copied().collect::<Vec<_>>(), WIDTH, &mut payload);
        let labels = |weights: &[(u8, i8)]| weights.iter().fold(0, |labels, (label, _)| labels | 1_u16 << label);
        let fact = |feature: &u32| if self.facts.contains_key(feature) { FACT } else { 0 };
        write_u16s(rows.iter().map(|(feature, weights)| labels(weights) | fact(feature)), &mut payload);
        payload.extend(rows.values().flatten().map(|(_, value)| *value as u8));
        payload.extend(self.transitions.iter().flatten().map(|&weight| steps(weight) as u8));
        payload.extend(self.net.pack(&self.facts.values().copied().collect::<Vec<_>>()));
        HEADER.seal(&payload)
    }

    pub(super) fn pack_parents(&self, out: &mut Vec<u8>) {
        write_u16s(self.parents.iter().map(|parents| parents.len() as u16), out);
        for parents in &self.parents {
            write_u16s(parents.iter().copied(), out);
        }
    }

    pub(super) fn pack_words(&self, out: &mut Vec<u8>) {
        write_sorted(&self.words.keys().copied().collect::<Vec<_>>(), WORD_WIDTH, out);
        let mut clusters = vec![0; self.parents[0].len() + 1];
        let mut lists = [[0; LISTS]; 2];
        for known in self.words.values() {
            clusters[usize::from(known.cluster)] += 1;
            lists[usize::from(known.cluster != 0)][usize::from(known.lists)] += 1;
        }
        let clusters = Frequencies::of(&clusters);
        let lists = lists.map(|counts| Frequencies::of(&counts));
        write_u16s(clusters.sizes(), out);
        write_u16s(lists.iter().flat_map(Frequencies::sizes), out);
        let symbols = self.words.values().flat_map(|known| {
            [(&clusters, known.cluster), (&lists[usize::from(known.cluster != 0)], u16::from(known.lists))]
        });
        let mut bytes = Vec::new();
        write_symbols(&symbols.collect::<Vec<_>>(), &mut bytes);
        out.extend((bytes.len() as u32).to_le_bytes());
        out.extend(bytes);
    }
}

fn steps(weight: f32) -> i8 {
    (weight * STEPS as f32).round().clamp(-127.0, 127.0) as i8
}

fn quantize(weights: &[f32; LABELS]) -> Vec<(u8, i8)> {
    (0_u8..).zip(weights).map(|(label, &weight)| (label, steps(weight))).filter(|(_, value)| *value != 0).collect()
}

fn write_u16s(values: impl Iterator<Item = u16> + Clone, out: &mut Vec<u8>) {
    out.extend(values.clone().map(|value| value.to_le_bytes()[0]));
    out.extend(values.map(|value| value.to_le_bytes()[1]));
}

#[cfg(test)]
mod tests {
    use super::{BTreeMap, Known, LABELS, Net, Parts, STEPS};
    use crate::name::{NameModel, hidden_layer::PLACES};

    #[test]
    fn what_is_packed_unpacks() {
        let mut parts = Parts {
            parents: [vec![0, 1, 1], vec![0, 0]],
            facts: BTreeMap::from([(3003, 0)]),
            net: Net::new(3, 1, 0.0),
            ..Parts::default()
        };
        for hash in 0..3000 {
            parts.words.insert(hash * 7, Known { cluster: (hash % 4) as u16, lists: (hash % 5 * 8) as u8 });
            let weights = std::array::from_fn(|label| (hash as usize % (label + 2)) as f32 / STEPS as f32 - 1.0);
            parts.weights.insert(hash * 1001, weights);
        }
        let model = NameModel::unpack(&parts.pack()).unwrap();
        for hash in 0..21_000 {
            assert_eq!(
                model.words.known.get(hash).unwrap_or_default(),
                parts.words.get(&hash).copied().unwrap_or_default()
            );
        }
        let mut scores = [0; LABELS];
        for (hash, weights) in &parts.weights {
            model.add(&[*hash], &[0; PLACES], &mut scores);
            let expected = weights.map(|weight| (weight * STEPS as f32).round() as i32);
            assert_eq!(std::mem::take(&mut scores), expected);
        }
    }
}
