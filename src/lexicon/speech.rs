//! Coarse parts of speech, for finding noun phrases around figures.

use rustc_hash::FxHashMap;

/// The parts of speech that a word can be.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Speech {
    set: u8,
    first: u8,
}

impl Speech {
    const NOUN: u8 = 1;
    const BASE: u8 = 2;
    const PRESENT: u8 = 4;
    const PAST: u8 = 8;
    const GERUND: u8 = 16;
    const ADJECTIVE: u8 = 32;
    const ADVERB: u8 = 64;

    /// The letters of the table, the most frequent class first.
    fn from_letters(letters: &str) -> Self {
        let class = |letter| match letter {
            b'n' => Self::NOUN,
            b'v' => Self::BASE,
            b'z' => Self::PRESENT,
            b'd' => Self::PAST,
            b'g' => Self::GERUND,
            b'j' => Self::ADJECTIVE,
            b'r' => Self::ADVERB,
            _ => 0,
        };
        let classes = letters.bytes().map(class);
        Self {
            set: classes.clone().fold(0, |set, class| set | class),
            first: classes.clone().next().unwrap_or_default(),
        }
    }

    /// What a word of this kind is with an -s: a plural, a verb's present, or either.
    pub(super) const fn with_s(self) -> Self {
        if self.set & Self::BASE == 0 {
            return Self { set: Self::NOUN, first: Self::NOUN };
        }
        // "saves" are a goalkeeper's too: what is a verb may be a noun.
        let first = if self.first & Self::BASE != 0 { Self::PRESENT } else { Self::NOUN };
        Self { set: Self::NOUN | Self::PRESENT, first }
    }

    /// What the ending alone says.
    pub fn by_ending(word: &str) -> Self {
        let ends = |endings: &[&str]| endings.iter().any(|ending| word.ends_with(ending));
        let class = if ends(&["ly"]) {
            Self::ADVERB
        } else if ends(&["ing"]) {
            Self::GERUND
        } else if ends(&["ed"]) {
            Self::PAST
        } else if ends(&["ous", "ful", "ive", "able", "ible", "al", "ic", "less", "ish", "ary"]) {
            Self::ADJECTIVE
        } else {
            Self::NOUN
        };
        Self { set: class, first: class }
    }

    /// Can be a noun.
    pub const fn is_noun(self) -> bool {
        self.set & Self::NOUN != 0
    }

    /// Is a noun more often than anything else.
    pub const fn is_mostly_noun(self) -> bool {
        self.first == Self::NOUN
    }

    /// Can be an adjective.
    pub const fn is_adjective(self) -> bool {
        self.set & Self::ADJECTIVE != 0
    }

    /// Can be an adverb.
    pub const fn is_adverb(self) -> bool {
        self.set & Self::ADVERB != 0
    }

    /// Can be a past form or a participle.
    pub const fn is_past(self) -> bool {
        self.set & Self::PAST != 0
    }

    /// Ends in -ing.
    pub const fn is_gerund(self) -> bool {
        self.set & Self::GERUND != 0
    }

    /// Can be a verb that has a subject.
    pub const fn is_finite(self) -> bool {
        self.set & (Self::BASE | Self::PRESENT | Self::PAST) != 0
    }

    /// Is a verb that has a subject more often than anything else.
    pub const fn is_mostly_finite(self) -> bool {
        self.first & (Self::BASE | Self::PRESENT | Self::PAST) != 0
    }

    /// Can be nothing that stands inside a noun phrase.
    pub const fn is_only_verb(self) -> bool {
        self.set & (Self::NOUN | Self::ADJECTIVE | Self::GERUND) == 0 && self.is_finite()
    }
}

/// Adds a line of `speech.tsv`.
pub(super) fn add(table: &mut FxHashMap<&'static str, Speech>, line: &'static str) {
    if let Some((word, letters)) = line.split_once('\t') {
        table.insert(word, Speech::from_letters(letters));
    }
}

#[cfg(test)]
mod tests {
    use crate::Lexicon;

    #[test]
    fn classes() {
        let speech = |word| Lexicon::embedded().speech(word);
        assert!(speech("fell").is_finite());
        assert!(speech("drones").is_mostly_noun());
        assert!(speech("launched").is_past());
        assert!(speech("economic").is_adjective());
        assert!(speech("sharply").is_adverb());
    }
}
