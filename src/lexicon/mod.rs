//! The engine's data: word lists, packed into one file of bytes.
//!
//! `seeds/lists` holds the lists as people write them; `train lexicon` packs them into `data.bin`, which is committed,
//! and a test packs them again and compares. The bytes begin with a magic number, a version and a checksum.

mod flags;
mod list_set;
mod month;
#[cfg(feature = "train")]
mod pack;
mod sex;
mod speech;
mod terms;
mod unpack;

use crate::{codec::BadData, text::lower};
use rustc_hash::FxHashMap;
use std::{borrow::Cow, sync::LazyLock};

pub use flags::WordFlags;
pub(crate) use list_set::ListSet;
pub(crate) use month::{month_cut, month_name};
#[cfg(feature = "train")]
pub use pack::pack;
pub(crate) use sex::Sex;
pub(crate) use speech::Speech;
pub(crate) use terms::{Currency, Dimension, Terms};
pub(crate) use unpack::List;

static DATA: &[u8] = include_bytes!("data.bin");

/// The data that the stages read; passed in, so that tests may bring their own.
#[derive(Debug, Default)]
pub struct Lexicon {
    words: FxHashMap<&'static str, WordFlags>,
    /// The lists of the stages' rules, by their entries in lowercase; of phrases, by the first word.
    lists: FxHashMap<&'static str, ListSet>,
    phrases: Vec<(List, Vec<&'static str>)>,
    terms: Terms,
    speech: FxHashMap<&'static str, Speech>,
}

impl Lexicon {
    /// The data that the crate carries, unpacked once.
    ///
    /// # Panics
    /// Where the committed bytes are broken, which a test rules out.
    pub fn embedded() -> &'static Self {
        static LEXICON: LazyLock<Lexicon> = LazyLock::new(|| match Lexicon::unpack(DATA) {
            Ok(lexicon) => lexicon,
            Err(error) => panic!("lexicon/data.bin: {error}"),
        });
        &LEXICON
    }

    /// Reads packed data.
    ///
    /// # Errors
    /// Where magic number, version or checksum do not fit, or a list is not known.
    #[doc(hidden)]
    pub fn unpack(data: &'static [u8]) -> Result<Self, BadData> {
        let mut words: FxHashMap<&'static str, WordFlags> = FxHashMap::default();
        let mut sets: FxHashMap<&'static str, ListSet> = FxHashMap::default();
        let mut phrases = Vec::new();
        let mut terms = Terms::default();
        let mut speech = FxHashMap::default();
        for (list, entries) in unpack::lists(data)? {
            if list.is_of_phrases() {
                let entries: Vec<&str> = entries.collect();
                entries.iter().for_each(|phrase| sets.entry(first_word(phrase)).or_default().insert(list));
                phrases.push((list, entries));
                continue;
            }
            for entry in entries {
                match list {
                    List::Units => terms.add_unit(entry),
                    List::Currencies => terms.add_currency(entry),
                    List::CurrencyLands => terms.add_currency_land(entry),
                    List::Speech => speech::add(&mut speech, entry),
                    _ if list.flags() == WordFlags::NONE => sets.entry(entry).or_default().insert(list),
                    _ => words.entry(entry).or_default().insert(list.flags()),
                }
            }
        }
        Ok(Self { words, lists: sets, phrases, terms, speech })
    }

    /// What part of speech a word in small letters can be; its ending tells where the table does not.
    pub fn speech(&self, word: &str) -> Speech {
        let known = |word: &str| self.speech.get(word).copied();
        // "approves" is what "approve" is.
        let base = || {
            let stem = word.strip_suffix('s').filter(|stem| stem.len() > 2 && !stem.ends_with(['s', 'u', 'i']))?;
            let short = || {
                stem.strip_suffix('e')
                    .filter(|stem| stem.ends_with(['s', 'x', 'z', 'o']) || stem.ends_with("ch") || stem.ends_with("sh"))
            };
            known(stem).or_else(|| known(short()?)).map(Speech::with_s)
        };
        known(word).or_else(base).unwrap_or_else(|| Speech::by_ending(word))
    }

    /// The rules' lists that hold a token, which is in lowercase; of phrases, those that begin with it.
    pub fn lists(&self, token: &str) -> ListSet {
        self.lists.get(token).copied().unwrap_or_default()
    }

    /// Whether a rules' list holds a word in lowercase.
    pub fn has(&self, list: List, word: &str) -> bool {
        self.lists(word).has(list)
    }

    /// The entries of a list of phrases, in lowercase.
    pub(crate) fn phrases(&self, list: List) -> &[&'static str] {
        self.phrases.iter().find(|(own, _)| *own == list).map_or(&[], |(_, phrases)| phrases)
    }

    /// Units and currencies.
    pub fn terms(&self) -> &Terms {
        &self.terms
    }

    /// The lists that hold the word as it is written or, for lists of common words, in small letters.
    pub fn flags(&self, word: &str) -> WordFlags {
        let exact = self.words.get(word).copied().unwrap_or_default();
        match lowercase(word) {
            Cow::Borrowed(_) => exact,
            Cow::Owned(lower) => exact.with(self.words.get(lower.as_str()).copied().unwrap_or_default()),
        }
    }
}

/// What of a phrase is its first token: letters and digits, or one mark.
fn first_word(phrase: &'static str) -> &'static str {
    let end = phrase.find(|c: char| !c.is_alphanumeric()).unwrap_or(phrase.len());
    let mark = phrase.chars().next().map_or(0, char::len_utf8);
    &phrase[..end.max(mark)]
}

/// The word in small letters; borrowed where it is so already.
pub(crate) fn lowercase(word: &str) -> Cow<'_, str> {
    if word.bytes().all(|byte| byte.is_ascii() && !byte.is_ascii_uppercase()) {
        Cow::Borrowed(word)
    } else if word.is_ascii() {
        Cow::Owned(word.to_ascii_lowercase())
    } else {
        Cow::Owned(word.chars().map(lower).collect())
    }
}
