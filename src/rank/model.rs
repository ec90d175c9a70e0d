//! The trained model and its packed form.
//!
//! ```text
//! magic "NGRK" · version u16 · checksum u32 (of all that follows)
//! stems: sorted hashes (20 bits) · articles, a byte each · priors, a byte each · words, sentences, sets: a forest each
//! salience: slope f32, offset f32
//! ```
//! Numbers are little-endian. `train rank` makes it from third-party articles and summaries (seeds/MODEL-rank.md).

use super::forest::{Forest, take};
#[cfg(any(test, feature = "train"))]
use crate::codec::rice::write_sorted;
use crate::codec::{Header, rice::read_sorted};
use rustc_hash::FxHashMap;
use std::sync::LazyLock;

static DATA: &[u8] = include_bytes!("model.bin");

const HEADER: Header = Header { magic: *b"NGRK", version: 3 };
/// Bits of a stem's hash.
const STEM_WIDTH: u32 = 20;

/// What the trainer knows of a stem from other articles.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Background {
    /// In how many training articles it stands: 16 × log2 of the count, rounded; 0 for an unknown one.
    pub(crate) articles: u8,
    /// How readily summaries take it over: sixteenths of the log-odds against all stems of its kind.
    pub(crate) prior: i8,
}

/// Weights of the ranker.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Model {
    pub(crate) background: FxHashMap<u32, Background>,
    /// Whether a word of the article belongs in its summary, in log-odds.
    pub(crate) words: Forest,
    /// How good a first point a sentence is.
    pub(crate) sentences: Forest,
    /// How good a next point a sentence is, given those already chosen. Its last features are those of the sentence, in
    /// the bins of `sentences`.
    pub(crate) sets: Forest,
    /// From scores to salience: slope and offset of a logistic curve.
    pub(crate) salience: [f32; 2],
}

impl Model {
    /// The model that the crate carries, unpacked once.
    ///
    /// # Panics
    /// Where the committed bytes are broken, which a test rules out.
    pub(crate) fn embedded() -> &'static Self {
        static MODEL: LazyLock<Model> = LazyLock::new(|| {
            Model::unpack(DATA).unwrap_or_else(|| panic!("rank/model.bin is broken: run `train rank`"))
        });
        &MODEL
    }

    /// Reads packed data; nothing where it is broken or of another version.
    pub(crate) fn unpack(data: &[u8]) -> Option<Self> {
        let rest = HEADER.open(data).ok()?;
        // Columns of their own pack best: gaps of sorted hashes, then like beside like.
        let (hashes, columns) = read_sorted(rest, STEM_WIDTH)?;
        let (articles, columns) = columns.split_at_checked(hashes.len())?;
        let (priors, mut rest) = columns.split_at_checked(hashes.len())?;
        let known = articles.iter().zip(priors).map(|(&articles, &prior)| Background { articles, prior: prior as i8 });
        let background = hashes.into_iter().zip(known).collect();
        let words = Forest::unpack(&mut rest, 0)?;
        let sentences = Forest::unpack(&mut rest, 0)?;
        let sets = Forest::unpack(&mut rest, sentences.cuts.len())?;
        let salience = [f32::from_le_bytes(take(&mut rest)?), f32::from_le_bytes(take(&mut rest)?)];
        rest.is_empty().then_some(Self { background, words, sentences, sets, salience })
    }

    /// Writes the packed form.
    #[cfg(any(test, feature = "train"))]
    pub(crate) fn pack(&self) -> Vec<u8> {
        let stems: std::collections::BTreeMap<u32, Background> =
            self.background.iter().map(|(hash, background)| (*hash, *background)).collect();
        let mut payload = Vec::new();
        write_sorted(&stems.keys().copied().collect::<Vec<_>>(), STEM_WIDTH, &mut payload);
        payload.extend(stems.values().map(|known| known.articles));
        payload.extend(stems.values().map(|known| known.prior as u8));
        for forest in [&self.words, &self.sentences, &self.sets] {
            forest.pack(&mut payload);
        }
        self.salience.iter().for_each(|number| payload.extend(number.to_le_bytes()));
        HEADER.seal(&payload)
    }
}

#[cfg(test)]
mod tests {
    use super::{DATA, Model};

    #[test]
    fn the_committed_model_reads_and_packs_to_itself() {
        let model = Model::unpack(DATA).unwrap();
        assert_eq!(model.pack(), DATA);
        assert!(DATA.len() <= 100_000, "{} bytes", DATA.len());
    }

    #[test]
    fn broken_bytes_are_refused() {
        for at in [0, 5, 8, DATA.len() / 2] {
            let mut data = DATA.to_vec();
            data[at] ^= 1;
            assert!(Model::unpack(&data).is_none(), "byte {at}");
        }
        assert!(Model::unpack(&DATA[..DATA.len() - 1]).is_none());
    }
}
