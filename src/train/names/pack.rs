//! Writes a trained model in the form that [`NameModel::unpack`](crate::name::NameModel::unpack) reads.

use crate::{
    lexicon::checksum,
    name::{
        features::WIDTH,
        label::LABELS,
        model::{MAGIC, STEPS, VERSION, WORD_WIDTH},
    },
    tag::bits::write_sorted,
};
use std::collections::BTreeMap;

/// What a model is made of.
#[derive(Debug, Default)]
pub(super) struct Parts {
    /// Word hash (24 bits) to fine cluster.
    pub(super) clusters: BTreeMap<u32, u16>,
    /// Fine to middle, middle to coarse.
    pub(super) parents: [Vec<u16>; 2],
    /// Hash of a word or phrase (24 bits) to its lists.
    pub(super) lists: BTreeMap<u32, u8>,
    /// Feature (26 bits) to weights.
    pub(super) weights: BTreeMap<u32, [f32; LABELS]>,
    pub(super) transitions: [[f32; LABELS]; LABELS],
}

impl Parts {
    pub(super) fn pack(&self) -> Vec<u8> {
        let mut payload = Vec::new();
        let keys = |map: &mut dyn Iterator<Item = u32>| map.collect::<Vec<u32>>();
        write_sorted(&keys(&mut self.clusters.keys().copied()), WORD_WIDTH, &mut payload);
        write_u16s(self.clusters.values().copied(), &mut payload);
        write_u16s(self.parents.iter().map(|parents| parents.len() as u16), &mut payload);
        for parents in &self.parents {
            write_u16s(parents.iter().copied(), &mut payload);
        }
        write_sorted(&keys(&mut self.lists.keys().copied()), WORD_WIDTH, &mut payload);
        payload.extend(self.lists.values());

        let rows: Vec<(u32, Vec<(u8, i8)>)> = self
            .weights
            .iter()
            .map(|(&feature, weights)| (feature, quantize(weights)))
            .filter(|(_, weights)| !weights.is_empty())
            .collect();
        write_sorted(&keys(&mut rows.iter().map(|(feature, _)| *feature)), WIDTH, &mut payload);
        payload.extend(rows.iter().map(|(_, weights)| weights.len() as u8));
        payload.extend(rows.iter().flat_map(|(_, weights)| weights).map(|(label, _)| *label));
        payload.extend(rows.iter().flat_map(|(_, weights)| weights).map(|(_, value)| *value as u8));
        payload.extend(self.transitions.iter().flatten().map(|&weight| steps(weight) as u8));
        let mut data = MAGIC.to_vec();
        data.extend(VERSION.to_le_bytes());
        data.extend(checksum(&payload).to_le_bytes());
        data.extend(payload);
        data
    }
}

fn steps(weight: f32) -> i8 {
    (weight * STEPS).round().clamp(-127.0, 127.0) as i8
}

fn quantize(weights: &[f32; LABELS]) -> Vec<(u8, i8)> {
    (0_u8..).zip(weights).map(|(label, &weight)| (label, steps(weight))).filter(|(_, value)| *value != 0).collect()
}

fn write_u16s(values: impl Iterator<Item = u16> + Clone, out: &mut Vec<u8>) {
    out.extend(values.clone().map(|value| value.to_le_bytes()[0]));
    out.extend(values.map(|value| value.to_le_bytes()[1]));
}
