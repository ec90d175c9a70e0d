//! All that the stages know beforehand: the lexicon and the trained models.

use crate::{
    Lexicon,
    actor::SalienceModel,
    name::{NameModel, Words},
    quote::SourceModel,
    rank,
    syntax::SyntaxModel,
};

/// The lexicon and the trained models, passed to each stage that asks one of them.
#[derive(Clone, Copy, Debug)]
pub struct Models {
    pub(crate) lexicon: &'static Lexicon,
    pub(crate) names: &'static NameModel,
    pub(crate) salience: &'static SalienceModel,
    pub(crate) sources: &'static SourceModel,
    pub(crate) ranker: &'static rank::Model,
    pub(crate) syntax: &'static SyntaxModel,
}

impl Models {
    /// What the crate carries, unpacked at the first call.
    ///
    /// # Panics
    /// Where the committed bytes are broken, which tests rule out.
    pub fn embedded() -> &'static Self {
        static MODELS: std::sync::LazyLock<Models> = std::sync::LazyLock::new(|| Models {
            lexicon: Lexicon::embedded(),
            names: NameModel::embedded(),
            salience: SalienceModel::embedded(),
            sources: SourceModel::embedded(),
            ranker: rank::Model::embedded(),
            syntax: SyntaxModel::embedded(),
        });
        &MODELS
    }

    /// Word lists, units, currencies.
    pub fn lexicon(&self) -> &Lexicon {
        self.lexicon
    }

    /// What the names' model knows of words.
    pub(crate) fn words(&self) -> &Words {
        self.names.words()
    }
}
