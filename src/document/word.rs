//! Words of the grammar: what is one word to a parser, with its part of speech, its head and its relation to it.

use crate::text::Span;

/// A part of speech of [Universal Dependencies](https://universaldependencies.org/u/pos/).
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Hash)]
#[repr(u8)]
pub enum PartOfSpeech {
    /// Adjective.
    Adj,
    /// Preposition or postposition.
    Adp,
    /// Adverb.
    Adv,
    /// Auxiliary, the copula among them.
    Aux,
    /// Coordinating conjunction.
    Cconj,
    /// Determiner.
    Det,
    /// Interjection.
    Intj,
    /// Noun.
    Noun,
    /// Number.
    Num,
    /// Particle: "not", "to" of an infinitive, "'s" of a possessor.
    Part,
    /// Pronoun.
    Pron,
    /// Proper noun.
    Propn,
    /// Punctuation.
    Punct,
    /// Subordinating conjunction.
    Sconj,
    /// Symbol.
    Sym,
    /// Verb.
    Verb,
    /// Anything else.
    #[default]
    X,
}

impl PartOfSpeech {
    /// All, in the order of their numbers.
    pub const ALL: [Self; 17] = [
        Self::Adj,
        Self::Adp,
        Self::Adv,
        Self::Aux,
        Self::Cconj,
        Self::Det,
        Self::Intj,
        Self::Noun,
        Self::Num,
        Self::Part,
        Self::Pron,
        Self::Propn,
        Self::Punct,
        Self::Sconj,
        Self::Sym,
        Self::Verb,
        Self::X,
    ];

    /// As in CoNLL-U: `ADJ`.
    pub const fn name(self) -> &'static str {
        const NAMES: [&str; 17] = [
            "ADJ", "ADP", "ADV", "AUX", "CCONJ", "DET", "INTJ", "NOUN", "NUM", "PART", "PRON", "PROPN", "PUNCT",
            "SCONJ", "SYM", "VERB", "X",
        ];
        NAMES[self as usize]
    }

    /// Whether it is a noun of any kind.
    pub const fn is_nominal(self) -> bool {
        matches!(self, Self::Noun | Self::Propn | Self::Pron | Self::Num)
    }

    /// Whether it is a verb or an auxiliary.
    pub const fn is_verbal(self) -> bool {
        matches!(self, Self::Verb | Self::Aux)
    }
}

/// The form of a verb or auxiliary.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Hash)]
#[repr(u8)]
pub enum VerbForm {
    /// "to go", "will go".
    Infinitive,
    /// "goes", "can".
    Present,
    /// "went".
    Past,
    /// "Go!"
    Imperative,
    /// "gone", "has been".
    PastParticiple,
    /// "going", as a participle or a noun.
    Ing,
    /// No verb.
    #[default]
    None,
}

impl VerbForm {
    /// All that verbs have, in the order of their numbers.
    pub const ALL: [Self; 6] =
        [Self::Infinitive, Self::Present, Self::Past, Self::Imperative, Self::PastParticiple, Self::Ing];

    /// Whether it can make a clause that stands for itself.
    pub const fn is_finite(self) -> bool {
        matches!(self, Self::Present | Self::Past | Self::Imperative)
    }
}

/// A relation of [Universal Dependencies](https://universaldependencies.org/u/dep/), with the subtypes that stages ask for.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Hash)]
#[repr(u8)]
#[rustfmt::skip]
#[expect(missing_docs, reason = "the names are those of Universal Dependencies")]
pub enum Relation {
    Acl, AclRelcl, Advcl, Advmod, Amod, Appos, Aux, AuxPass, Case, Cc, Ccomp, Compound, CompoundPrt, Conj, Cop, Csubj,
    #[default]
    Dep, Det, Discourse, Dislocated, Expl, Fixed, Flat, Goeswith, Iobj, List, Mark, Nmod, NmodPoss, Nsubj, NsubjPass,
    Nummod, Obj, Obl, OblAgent, Orphan, Parataxis, Punct, Reparandum, Root, Vocative, Xcomp,
}

impl Relation {
    /// All, in the order of their numbers.
    #[rustfmt::skip]
    pub const ALL: [Self; 42] = [
        Self::Acl, Self::AclRelcl, Self::Advcl, Self::Advmod, Self::Amod, Self::Appos, Self::Aux, Self::AuxPass,
        Self::Case, Self::Cc, Self::Ccomp, Self::Compound, Self::CompoundPrt, Self::Conj, Self::Cop, Self::Csubj, Self::Dep,
        Self::Det, Self::Discourse, Self::Dislocated, Self::Expl, Self::Fixed, Self::Flat, Self::Goeswith, Self::Iobj,
        Self::List, Self::Mark, Self::Nmod, Self::NmodPoss, Self::Nsubj, Self::NsubjPass, Self::Nummod, Self::Obj,
        Self::Obl, Self::OblAgent, Self::Orphan, Self::Parataxis, Self::Punct, Self::Reparandum, Self::Root,
        Self::Vocative, Self::Xcomp,
    ];

    /// With its subtype: `nsubj:pass`.
    #[rustfmt::skip]
    pub const fn name(self) -> &'static str {
        const NAMES: [&str; 42] = [
            "acl", "acl:relcl", "advcl", "advmod", "amod", "appos", "aux", "aux:pass", "case", "cc", "ccomp", "compound",
            "compound:prt", "conj", "cop", "csubj", "dep", "det", "discourse", "dislocated", "expl", "fixed", "flat",
            "goeswith", "iobj", "list", "mark", "nmod", "nmod:poss", "nsubj", "nsubj:pass", "nummod", "obj", "obl",
            "obl:agent", "orphan", "parataxis", "punct", "reparandum", "root", "vocative", "xcomp",
        ];
        NAMES[self as usize]
    }

    /// Without its subtype: `nsubj`.
    pub fn universal(self) -> &'static str {
        self.name().split(':').next().unwrap_or_default()
    }
}

/// One word of a sentence, as a parser counts them: "don't" is two.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Word {
    /// Where it stands in the text.
    pub span: Span,
    /// Index of the document's token that it is, or is a part of.
    pub(crate) token: u32,
    /// Its part of speech.
    pub tag: PartOfSpeech,
    /// Its form, where it is a verb.
    pub form: VerbForm,
    /// Its relation to its head.
    pub relation: Relation,
    /// Index of its head among the words of the sentence; the root is its own head.
    pub head: u32,
}

#[cfg(test)]
mod tests {
    use super::{PartOfSpeech, Relation, VerbForm};

    #[test]
    fn numbers_are_places_in_the_lists() {
        assert!(PartOfSpeech::ALL.iter().enumerate().all(|(at, &it)| it as usize == at));
        assert!(VerbForm::ALL.iter().enumerate().all(|(at, &it)| it as usize == at));
        assert!(Relation::ALL.iter().enumerate().all(|(at, &it)| it as usize == at));
        assert_eq!(Relation::Xcomp.name(), "xcomp");
        assert_eq!(Relation::NsubjPass.universal(), "nsubj");
    }
}
