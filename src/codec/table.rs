//! A read-only map from hashes to small values: sorted keys in buckets of their upper bits, a few to a bucket.
//!
//! An article looks up each of its words here, so what counts is how much memory is touched: a key takes one byte.

/// Bits of a key that are stored; the others tell its bucket.
const LOW_WIDTH: u32 = 8;

/// Built once from sorted keys.
#[derive(Debug, Default)]
pub(crate) struct Table<V> {
    /// Where each bucket begins.
    buckets: Vec<u32>,
    lows: Vec<u8>,
    values: Vec<V>,
}

impl<V: Copy> Table<V> {
    /// Keys have to be sorted, distinct, and of `width` bits.
    pub(crate) fn new(width: u32, keys: &[u32], values: Vec<V>) -> Self {
        let mut buckets = Vec::with_capacity((1 << (width - LOW_WIDTH)) + 1);
        let mut at = 0;
        for bucket in 0..=1 << (width - LOW_WIDTH) {
            at += keys[at..].iter().take_while(|&&key| key >> LOW_WIDTH < bucket).count();
            buckets.push(at as u32);
        }
        Self { buckets, lows: keys.iter().map(|&key| key as u8).collect(), values }
    }

    /// The value of a key.
    pub(crate) fn get(&self, key: u32) -> Option<V> {
        let bucket = (key >> LOW_WIDTH) as usize;
        let (&first, &end) = (self.buckets.get(bucket)?, self.buckets.get(bucket + 1)?);
        let lows = self.lows.get(first as usize..end as usize)?;
        let place = lows.iter().position(|&low| low == key as u8)?;
        self.values.get(first as usize + place).copied()
    }
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::Table;
    use proptest::{collection::btree_map, prelude::*};

    proptest! {
        #[test]
        fn finds_what_is_there_and_nothing_else(entries in btree_map(0_u32..1 << 12, any::<u16>(), 0..300)) {
            let keys: Vec<u32> = entries.keys().copied().collect();
            let table = Table::new(12, &keys, entries.values().copied().collect());
            for key in 0..1 << 12 {
                prop_assert_eq!(table.get(key), entries.get(&key).copied());
            }
        }
    }

    #[test]
    fn an_empty_one_finds_nothing() {
        assert_eq!(Table::<u8>::default().get(5), None);
    }
}
