/// Gives each different string a small number, in the order of first sight.
///
/// The strings lie one behind the other in one piece of memory, and the table holds numbers only: open addressing, at
/// most half full.
#[derive(Debug, Default)]
pub(crate) struct Interner {
    bytes: Vec<u8>,
    /// Where each string ends.
    ends: Vec<u32>,
    /// Hash, and the string's number plus one; 0 is an empty slot.
    slots: Vec<(u32, u32)>,
}

impl Interner {
    /// With room for so many strings.
    pub(crate) fn with_capacity(strings: usize) -> Self {
        let slots = vec![(0, 0); (strings * 2).next_power_of_two().max(16)];
        Self { bytes: Vec::with_capacity(strings * 8), ends: Vec::with_capacity(strings), slots }
    }

    /// How many strings there are.
    #[cfg(test)]
    pub(crate) fn len(&self) -> usize {
        self.ends.len()
    }

    /// The string of a number.
    pub(crate) fn get(&self, id: u32) -> &[u8] {
        let id = id as usize;
        let start = id.checked_sub(1).map_or(0, |before| self.ends[before]);
        &self.bytes[start as usize..self.ends[id] as usize]
    }

    /// The number of a string that may be there; `class` keeps apart what is written alike.
    pub(crate) fn find(&self, string: &[u8], class: u32) -> Option<u32> {
        if self.slots.is_empty() { None } else { self.slot(string, hash(string, class)).1.checked_sub(1) }
    }

    /// The number of a string; a new one where it has not been seen.
    pub(crate) fn id(&mut self, string: &[u8], class: u32) -> u32 {
        if self.ends.len() * 2 >= self.slots.len() {
            self.grow();
        }
        let hash = hash(string, class);
        let (at, found) = self.slot(string, hash);
        if found > 0 {
            return found - 1;
        }
        let id = self.ends.len() as u32;
        self.slots[at] = (hash, id + 1);
        self.bytes.extend_from_slice(string);
        self.ends.push(self.bytes.len() as u32);
        id
    }

    /// The slot that holds the string, or the empty one where it belongs.
    fn slot(&self, string: &[u8], hash: u32) -> (usize, u32) {
        let mask = self.slots.len() - 1;
        let mut at = hash as usize & mask;
        loop {
            let (known, found) = self.slots[at];
            if found == 0 || known == hash && self.get(found - 1) == string {
                return (at, found);
            }
            at = (at + 1) & mask;
        }
    }

    fn grow(&mut self) {
        let len = (self.slots.len() * 2).max(16);
        let old = std::mem::replace(&mut self.slots, vec![(0, 0); len]);
        for (hash, id) in old.into_iter().filter(|&(_, id)| id > 0) {
            let mut at = hash as usize & (len - 1);
            while self.slots[at].1 > 0 {
                at = (at + 1) & (len - 1);
            }
            self.slots[at] = (hash, id);
        }
    }
}

/// Eight bytes a step; the last step takes the last eight, which may overlap. Two classes never have the same hash for
/// the same string.
fn hash(string: &[u8], class: u32) -> u32 {
    const FACTOR: u64 = 0x9e37_79b9_7f4a_7c15;
    let eight = |bytes: &[u8]| bytes.first_chunk().map_or(0, |bytes| u64::from_le_bytes(*bytes));
    let mut sum = string.len() as u64;
    let mut step = |word: u64| sum = (sum.rotate_left(23) ^ word).wrapping_mul(FACTOR);
    if string.len() >= 8 {
        string.chunks_exact(8).for_each(|bytes| step(eight(bytes)));
        step(eight(&string[string.len() - 8..]));
    } else {
        step(string.iter().fold(0, |word, &byte| word << 8 | u64::from(byte)));
    }
    ((sum >> 32) as u32).wrapping_add(class)
}

#[cfg(test)]
mod tests {
    use super::Interner;

    #[test]
    fn same_strings_have_same_numbers() {
        let mut interner = Interner::with_capacity(2);
        let words: Vec<String> =
            (0..500).map(|number| "abcdefghijklmnopqrstuvwxyz"[number % 26..].repeat(1 + number / 26)).collect();
        for (number, word) in words.iter().enumerate() {
            assert_eq!(interner.id(word.as_bytes(), 0), number as u32);
        }
        for (number, word) in words.iter().enumerate() {
            assert_eq!(interner.id(word.as_bytes(), 0), number as u32);
            assert_eq!(interner.find(word.as_bytes(), 0), Some(number as u32));
            assert_eq!(interner.get(number as u32), word.as_bytes());
        }
        assert_eq!(interner.find(b"", 0), None);
        assert_eq!(interner.find(b"abc", 0), None);
        assert_eq!(interner.len(), words.len());
    }
}
