//! The weights of the ranker that chooses the source of a reporting verb.
//!
//! ```text
//! header (magic "NGQS") · a signed byte for each bucket of the feature hash
//! ```

use crate::codec::{BadData, Header};
use std::sync::LazyLock;

static DATA: &[u8] = include_bytes!("source.bin");

const HEADER: Header = Header { magic: *b"NGQS", version: 1 };

/// How many buckets the features are hashed to.
pub(crate) const BUCKETS: usize = 1 << 13;

/// A weight for each bucket.
#[derive(Debug)]
pub(crate) struct SourceModel(&'static [u8]);

impl SourceModel {
    /// The model that the crate carries.
    ///
    /// # Panics
    /// Where the committed bytes are broken, which a test rules out.
    pub(crate) fn embedded() -> &'static Self {
        static MODEL: LazyLock<SourceModel> = LazyLock::new(|| match SourceModel::unpack(DATA) {
            Ok(model) => model,
            Err(error) => panic!("quote/source.bin: {error}"),
        });
        &MODEL
    }

    fn unpack(data: &'static [u8]) -> Result<Self, BadData> {
        let weights = HEADER.open(data)?;
        if weights.len() == BUCKETS { Ok(Self(weights)) } else { Err(BadData::Section) }
    }

    /// The weight of a bucket.
    pub(super) fn weight(&self, bucket: u16) -> i32 {
        i32::from(self.0[usize::from(bucket)] as i8)
    }
}

/// The packed form of some weights.
#[cfg(feature = "train")]
pub(crate) fn pack(weights: &[i8]) -> Vec<u8> {
    HEADER.seal(&weights.iter().map(|&weight| weight as u8).collect::<Vec<_>>())
}

#[cfg(test)]
mod tests {
    use super::{BadData, DATA, SourceModel};

    #[test]
    fn the_committed_model_reads() {
        assert!(SourceModel::unpack(DATA).is_ok());
        assert_eq!(SourceModel::unpack(&DATA[..DATA.len() - 1]).err(), Some(BadData::Checksum));
    }
}
