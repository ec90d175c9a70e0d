use super::Span;

/// What the offsets of a digest count.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum OffsetUnit {
    /// Bytes, as Rust strings do.
    Utf8,
    /// UTF-16 code units, as JavaScript strings do.
    #[default]
    Utf16,
    /// Unicode code points, as Python strings do.
    CodePoint,
}

/// Turns byte offsets into another unit: the one place where that is done.
///
/// Keeps a mark every 256 bytes, so that a look-up is constant time and the table small.
#[derive(Debug)]
pub struct Offsets<'t> {
    text: &'t str,
    unit: OffsetUnit,
    /// Count of units before each multiple of `STEP` bytes; empty for ASCII text, where all units agree.
    marks: Vec<u32>,
}

const STEP: usize = 256;

impl<'t> Offsets<'t> {
    /// Reads the text once.
    pub fn new(text: &'t str, unit: OffsetUnit) -> Self {
        let mut marks = Vec::new();
        if unit != OffsetUnit::Utf8 && !text.is_ascii() {
            let mut count = 0;
            for chunk in text.as_bytes().chunks(STEP) {
                marks.push(count);
                count += chunk.iter().map(|&byte| units(byte, unit)).sum::<u32>();
            }
            marks.push(count);
        }
        Self { text, unit, marks }
    }

    /// The offset of a byte offset, which has to lie on a character boundary.
    pub fn at(&self, byte: u32) -> u32 {
        if self.marks.is_empty() {
            return byte;
        }
        let mark = byte as usize / STEP;
        let rest = &self.text.as_bytes()[mark * STEP..byte as usize];
        self.marks[mark] + rest.iter().map(|&byte| units(byte, self.unit)).sum::<u32>()
    }

    /// Both ends of a span.
    pub fn of(&self, span: Span) -> (u32, u32) {
        (self.at(span.start()), self.at(span.end()))
    }
}

/// How many units begin with this byte: none for a continuation byte, two UTF-16 units for a four-byte character.
fn units(byte: u8, unit: OffsetUnit) -> u32 {
    let continuation = byte & 0b1100_0000 == 0b1000_0000;
    u32::from(!continuation) + u32::from(unit == OffsetUnit::Utf16 && byte >= 0b1111_0000)
}

#[cfg(test)]
mod tests {
    use super::{OffsetUnit, Offsets};

    #[test]
    fn agrees_with_the_standard_library() {
        let text = "aé漢🙂z".repeat(100);
        for (unit, count) in [
            (OffsetUnit::Utf8, (|s: &str| s.len()) as fn(&str) -> usize),
            (OffsetUnit::Utf16, |s| s.encode_utf16().count()),
            (OffsetUnit::CodePoint, |s| s.chars().count()),
        ] {
            let offsets = Offsets::new(&text, unit);
            for (byte, _) in text.char_indices() {
                assert_eq!(offsets.at(byte as u32) as usize, count(&text[..byte]));
            }
            assert_eq!(offsets.at(text.len() as u32) as usize, count(&text));
        }
    }
}
