//! The weights of the actors' salience.
//!
//! ```text
//! header (magic "NGAS") · a weight for each feature, in thousandths, i16
//! ```

use super::salience::FEATURES;
use crate::codec::{BadData, Header};
use std::sync::LazyLock;

static DATA: &[u8] = include_bytes!("salience.bin");

const HEADER: Header = Header { magic: *b"NGAS", version: 1 };

/// Steps of a weight to one unit.
const STEPS: f32 = 1000.0;

/// What each feature counts for.
#[derive(Debug)]
pub(crate) struct SalienceModel {
    pub(super) weights: [f32; FEATURES],
}

impl SalienceModel {
    /// The model that the crate carries, unpacked once.
    ///
    /// # Panics
    /// Where the committed bytes are broken, which a test rules out.
    pub(crate) fn embedded() -> &'static Self {
        static MODEL: LazyLock<SalienceModel> = LazyLock::new(|| match SalienceModel::unpack(DATA) {
            Ok(model) => model,
            Err(error) => panic!("actor/salience.bin: {error}"),
        });
        &MODEL
    }

    fn unpack(data: &[u8]) -> Result<Self, BadData> {
        let payload = HEADER.open(data)?;
        let (numbers, rest) = payload.as_chunks();
        if numbers.len() != FEATURES || !rest.is_empty() {
            return Err(BadData::Section);
        }
        let mut weights = [0.0; FEATURES];
        for (weight, &number) in weights.iter_mut().zip(numbers) {
            *weight = f32::from(i16::from_le_bytes(number)) / STEPS;
        }
        Ok(Self { weights })
    }
}

/// The packed form of some weights.
#[cfg(any(test, feature = "train"))]
pub(crate) fn pack(weights: &[f64; FEATURES]) -> Vec<u8> {
    let number = |weight: &f64| libm::round(weight * f64::from(STEPS)) as i16;
    HEADER.seal(&weights.iter().map(number).flat_map(i16::to_le_bytes).collect::<Vec<_>>())
}

#[cfg(test)]
mod tests {
    use super::{BadData, DATA, SalienceModel, pack};

    #[test]
    fn the_committed_model_reads_and_packs_to_itself() {
        let model = SalienceModel::unpack(DATA).unwrap();
        assert_eq!(pack(&model.weights.map(f64::from)), DATA);
        assert_eq!(SalienceModel::unpack(&DATA[..DATA.len() - 1]).err(), Some(BadData::Checksum));
    }
}
