//! The packed form: header, then one section a list.
//!
//! ```text
//! magic "NGLX" · version u16 · checksum u32 (of all that follows) · sections
//! section: list u8 · length u32 · entries, sorted, one a line
//! ```
//! Numbers are little-endian. The entries stay text: brotli packs a sorted list better than a table of hashes.

use super::WordFlags;
use crate::codec::{BadData, Header};

pub(super) const HEADER: Header = Header { magic: *b"NGLX", version: 1 };

macro_rules! lists {
    ($($(#[$doc:meta])* $name:ident $file:literal $flags:expr;)*) => {
        /// A list of `seeds/lists`.
        #[derive(Clone, Copy, PartialEq, Eq, Debug)]
        pub enum List { $($(#[$doc])* $name),* }

        impl List {
            /// All of them, in the order of the packed file.
            pub const ALL: &'static [Self] = &[$(Self::$name),*];

            /// Its file in `seeds/lists`.
            pub const fn file(self) -> &'static str {
                match self { $(Self::$name => $file),* }
            }

            /// What an entry says of a word.
            pub const fn flags(self) -> WordFlags {
                match self { $(Self::$name => $flags),* }
            }
        }
    };
}

lists! {
    /// Abbreviations that end with a full stop.
    Abbreviations "abbreviations.txt" WordFlags::ABBREVIATION;
    /// Titles before names.
    Titles "titles.txt" WordFlags::TITLE;
    /// Given names.
    GivenNames "given-names.txt" WordFlags::GIVEN;
    /// Places, one word each.
    Places "places.txt" WordFlags::PLACE;
    /// Demonyms.
    Demonyms "demonyms.txt" WordFlags::DEMONYM;
    /// Cue words of organisations.
    Organizations "organization-words.txt" WordFlags::ORGANIZATION;
    /// Function words.
    StopWords "stop-words.txt" WordFlags::STOP;
    /// Words that begin sentences and no names.
    Starters "sentence-starters.txt" WordFlags::STARTER;
    /// Verbs of saying.
    SayVerbs "say-verbs.txt" WordFlags::SAY;
    /// Months and weekdays.
    Calendar "calendar.txt" WordFlags::CALENDAR;
    /// Connectives.
    Connectives "connectives.txt" WordFlags::CONNECTIVE;
    /// Pronouns.
    Pronouns "pronouns.txt" WordFlags::PRONOUN;
    /// Small words inside names.
    Joiners "name-joiners.txt" WordFlags::JOINER;
    /// Units of measure: a table.
    Units "units.tsv" WordFlags::NONE;
    /// Currencies: a table.
    Currencies "currencies.tsv" WordFlags::NONE;
    /// Parts of speech of common words: a table.
    Speech "speech.tsv" WordFlags::NONE;
    /// Verbs that tell of a speech act without a clause.
    ReportVerbs "report-verbs.txt" WordFlags::REPORT;
    /// Participles of verbs of saying.
    SayingParticiples "saying-participles.txt" WordFlags::SAYING;
    /// Nouns of saying.
    SayNouns "say-nouns.txt" WordFlags::SAY_NOUN;
    /// Nouns for who speaks.
    SpeakerNouns "speaker-nouns.txt" WordFlags::SPEAKER;
    /// Nouns before titles of works.
    WorkNouns "work-nouns.txt" WordFlags::WORK;
    /// Verb forms that are seldom nouns.
    FiniteVerbs "finite-verbs.txt" WordFlags::VERB;
    /// Words that a figure may begin with.
    FigureStarters "figure-starters.txt" WordFlags::FIGURE;
    /// Occupations and offices.
    Occupations "occupations.txt" WordFlags::OCCUPATION;
}

/// The lists of packed data, each with its entries.
pub(super) fn lists(data: &'static [u8]) -> Result<Vec<(List, std::str::Lines<'static>)>, BadData> {
    let mut rest = HEADER.open(data)?;
    let mut lists = Vec::new();
    while let Some((&id, after)) = rest.split_first() {
        let list = *List::ALL.get(usize::from(id)).ok_or(BadData::Section)?;
        let (len, after) = after.split_first_chunk().ok_or(BadData::Section)?;
        let (entries, after) = after.split_at_checked(u32::from_le_bytes(*len) as usize).ok_or(BadData::Section)?;
        lists.push((list, std::str::from_utf8(entries).map_err(|_| BadData::Section)?.lines()));
        rest = after;
    }
    Ok(lists)
}
