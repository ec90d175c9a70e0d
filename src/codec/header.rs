//! The header of every packed file: magic number, version (u16), checksum (u32) of all that follows; little-endian.

use super::hash::fnv1a;
use std::fmt;

/// What a kind of packed file begins with.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Header {
    pub(crate) magic: [u8; 4],
    pub(crate) version: u16,
}

impl Header {
    /// The payload behind the header.
    pub(crate) fn open(self, data: &[u8]) -> Result<&[u8], BadData> {
        let rest = data.strip_prefix(&self.magic).ok_or(BadData::Magic)?;
        let (version, rest) = rest.split_first_chunk().ok_or(BadData::Section)?;
        if u16::from_le_bytes(*version) != self.version {
            return Err(BadData::Version);
        }
        let (sum, payload) = rest.split_first_chunk().ok_or(BadData::Section)?;
        if u32::from_le_bytes(*sum) != fnv1a(payload) {
            return Err(BadData::Checksum);
        }
        Ok(payload)
    }

    /// Puts the header before a payload.
    #[cfg(any(test, feature = "train"))]
    pub(crate) fn seal(self, payload: &[u8]) -> Vec<u8> {
        let mut data = self.magic.to_vec();
        data.extend(self.version.to_le_bytes());
        data.extend(fnv1a(payload).to_le_bytes());
        data.extend(payload);
        data
    }
}

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
            Self::Version => "is of another version: train it again",
            Self::Checksum => "does not fit its checksum",
            Self::Section => "has a broken section",
        })
    }
}

impl std::error::Error for BadData {}

#[cfg(test)]
mod tests {
    use super::{BadData, Header};

    const HEADER: Header = Header { magic: *b"TEST", version: 7 };

    #[test]
    fn what_is_sealed_opens() {
        assert_eq!(HEADER.open(&HEADER.seal(b"payload")), Ok(&b"payload"[..]));
        assert_eq!(HEADER.open(&HEADER.seal(b"")), Ok(&b""[..]));
    }

    #[test]
    fn what_is_broken_is_refused() {
        let data = HEADER.seal(b"payload");
        for (at, error) in [(0, BadData::Magic), (4, BadData::Version), (6, BadData::Checksum), (12, BadData::Checksum)]
        {
            let mut broken = data.clone();
            broken[at] ^= 1;
            assert_eq!(HEADER.open(&broken), Err(error), "byte {at}");
        }
        assert_eq!(HEADER.open(&data[..8]), Err(BadData::Section));
        assert_eq!(HEADER.open(&data[..data.len() - 1]), Err(BadData::Checksum));
    }
}
