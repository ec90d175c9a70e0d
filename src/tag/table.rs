//! A small hash table from keys that are hashes already to small values: open addressing, no deletion.

/// Read-only after it is built; a look-up is one or two reads.
#[derive(Debug, Default)]
pub(crate) struct Table<V> {
    /// Key plus one, and value; a zero key is an empty slot.
    slots: Vec<(u32, V)>,
    shift: u32,
}

impl<V: Copy + Default> Table<V> {
    /// Keys have to be distinct and below `u32::MAX`.
    pub(crate) fn new(entries: impl ExactSizeIterator<Item = (u32, V)>) -> Self {
        let capacity = (entries.len() * 2).next_power_of_two().max(16);
        let mut table = Self { slots: vec![(0, V::default()); capacity], shift: 32 - capacity.ilog2() };
        for (key, value) in entries {
            let mut at = table.home(key);
            while table.slots[at].0 != 0 {
                at = (at + 1) & (capacity - 1);
            }
            table.slots[at] = (key.wrapping_add(1), value);
        }
        table
    }

    /// The value of a key.
    pub(crate) fn get(&self, key: u32) -> Option<V> {
        if self.slots.is_empty() {
            return None;
        }
        let mut at = self.home(key);
        loop {
            let (found, value) = self.slots[at];
            if found == key.wrapping_add(1) {
                return Some(value);
            }
            if found == 0 {
                return None;
            }
            at = (at + 1) & (self.slots.len() - 1);
        }
    }

    fn home(&self, key: u32) -> usize {
        (key.wrapping_mul(0x9e37_79b1) >> self.shift) as usize
    }
}
