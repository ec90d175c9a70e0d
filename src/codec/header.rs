//! The header of every packed file: magic number, version, checksum.

use std::fmt;

/// Why packed data cannot be read.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum BadData {
    /// Does not begin with the magic number.
    Magic,
    /// Another version.
    Version,
    /// Bytes have changed.
    Checksum,
    /// A section is cut off, is not UTF-8, or its list is not known.
    Section,
}

impl fmt::Display for BadData {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Magic => "does not begin with the magic number",
            Self::Version => "is of another version: run `train lexicon`",
            Self::Checksum => "does not fit its checksum",
            Self::Section => "has a broken section",
        })
    }
}

impl std::error::Error for BadData {}

/// FNV-1a, 32 bits: tells a wrong file from the right one, no more.
pub(crate) fn checksum(bytes: &[u8]) -> u32 {
    bytes.iter().fold(0x811c_9dc5, |sum: u32, &byte| (sum ^ u32::from(byte)).wrapping_mul(0x0100_0193))
}
