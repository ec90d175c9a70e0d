use newsgist::OffsetUnit;

/// Where each unit of a text begins, counted in the plainest way: one entry for each byte.
pub(super) struct Places<'t> {
    text: &'t str,
    /// The byte at which the unit of that number begins; the text's length for its end.
    bytes: Vec<Option<u32>>,
    /// UTF-16 units and code points before each byte that begins a character.
    counts: Vec<(u32, u32)>,
}

impl<'t> Places<'t> {
    pub(super) fn new(text: &'t str, unit: OffsetUnit) -> Self {
        let mut bytes = Vec::with_capacity(text.len() + 1);
        let mut counts = Vec::with_capacity(text.len() + 1);
        let mut count = (0, 0);
        for (at, c) in text.char_indices() {
            let units = match unit {
                OffsetUnit::Utf8 => c.len_utf8(),
                OffsetUnit::Utf16 => c.len_utf16(),
                OffsetUnit::CodePoint => 1,
            };
            bytes.push(Some(at as u32));
            bytes.extend((1..units).map(|_| None));
            counts.extend((0..c.len_utf8()).map(|_| count));
            count = (count.0 + c.len_utf16() as u32, count.1 + 1);
        }
        bytes.push(Some(text.len() as u32));
        counts.push(count);
        Self { text, bytes, counts }
    }

    /// The text between two offsets, which have to lie between characters.
    pub(super) fn part(&self, start: u32, end: u32) -> &'t str {
        let byte = |at: u32| self.bytes[at as usize].expect("an offset between two characters") as usize;
        &self.text[byte(start)..byte(end)]
    }

    /// UTF-16 units and code points before a byte.
    pub(super) fn units(&self, byte: u32) -> (u32, u32) {
        self.counts[byte as usize]
    }
}
