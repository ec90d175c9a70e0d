/// A set of word lists, one bit each.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct WordFlags(u32);

impl WordFlags {
    /// No list.
    pub const NONE: Self = Self(0);
    /// Ends with a full stop that is no sentence's end: `Mr.`, `No.`, `Inc.`.
    pub const ABBREVIATION: Self = Self(1);
    /// Stands before a person's name: "President", "Dr.".
    pub const TITLE: Self = Self(1 << 1);
    /// A given name.
    pub const GIVEN: Self = Self(1 << 2);
    /// A country, a region, a large town; or a word of its name.
    pub const PLACE: Self = Self(1 << 3);
    /// "Ukrainian".
    pub const DEMONYM: Self = Self(1 << 4);
    /// A word that organisations' names end or begin with: "Ministry", "Bank", "Inc".
    pub const ORGANIZATION: Self = Self(1 << 5);
    /// A function word.
    pub const STOP: Self = Self(1 << 6);
    /// A word that begins sentences and, capital or not, no name.
    pub const STARTER: Self = Self(1 << 7);
    /// A verb of saying: "said".
    pub const SAY: Self = Self(1 << 8);
    /// A month or a weekday.
    pub const CALENDAR: Self = Self(1 << 9);
    /// A connective that dangles at a point's start: "Meanwhile".
    pub const CONNECTIVE: Self = Self(1 << 10);
    /// He, she, it, they, this … in any case.
    pub const PRONOUN: Self = Self(1 << 11);
    /// A word that names of organisations and places hold in small letters: "of", "for".
    pub const JOINER: Self = Self(1 << 12);
    /// "economist": an occupation or office that roles are made of.
    pub const OCCUPATION: Self = Self(1 << 13);
    /// A verb that tells of a speech act: "accused", "called".
    pub const REPORT: Self = Self(1 << 20);
    /// The participle of a verb of saying: "adding".
    pub const SAYING: Self = Self(1 << 21);
    /// What somebody says, or what it is said in: "statement", "interview".
    pub const SAY_NOUN: Self = Self(1 << 22);
    /// Who speaks in news: "spokesman", "officials".
    pub const SPEAKER: Self = Self(1 << 23);
    /// Stands before the title of a work: "film", "entitled".
    pub const WORK: Self = Self(1 << 24);
    /// A verb form that is seldom a noun: "went".
    pub const VERB: Self = Self(1 << 25);
    /// A word that a figure may begin with: "two", "May", "last".
    pub const FIGURE: Self = Self(1 << 26);

    /// Whether all lists of `other` are in.
    pub const fn has(self, other: Self) -> bool {
        self.0 & other.0 == other.0
    }

    /// Whether a list of `other` is in.
    pub const fn has_any(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    /// Both together.
    #[must_use]
    pub const fn with(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// One bit a list.
    pub(crate) const fn bits(self) -> u32 {
        self.0
    }

    /// Adds the other's lists.
    pub const fn insert(&mut self, other: Self) {
        self.0 |= other.0;
    }
}
