//! What is highlighted: seven kinds, each with a colour, an underline and a toggle of its own.

use crate::digest::{ActorKind, FigureKind};

/// A kind of highlight.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Kind {
    /// A human being.
    Person,
    /// A company, party, ministry, club.
    Organization,
    /// A country, town, region.
    Place,
    /// A nationality, religion or people.
    Group,
    /// A number with what belongs to it.
    Figure,
    /// A date or a time of day.
    Date,
    /// Words in quotation marks.
    Quote,
}

impl Kind {
    /// All of them, in the order of the legend; its place there is also a kind's key on the keyboard.
    pub const ALL: [Self; 7] =
        [Self::Person, Self::Organization, Self::Place, Self::Group, Self::Figure, Self::Date, Self::Quote];

    /// For attributes and style sheets.
    pub const fn slug(self) -> &'static str {
        match self {
            Self::Person => "person",
            Self::Organization => "organization",
            Self::Place => "place",
            Self::Group => "group",
            Self::Figure => "figure",
            Self::Date => "date",
            Self::Quote => "quote",
        }
    }

    /// For people.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Person => "People",
            Self::Organization => "Organisations",
            Self::Place => "Places",
            Self::Group => "Groups",
            Self::Figure => "Figures",
            Self::Date => "Dates",
            Self::Quote => "Quotes",
        }
    }

    /// The kind that shows an actor.
    pub const fn of_actor(kind: ActorKind) -> Self {
        match kind {
            ActorKind::Person => Self::Person,
            ActorKind::Organization => Self::Organization,
            ActorKind::Place => Self::Place,
            ActorKind::Group => Self::Group,
        }
    }

    /// The kind that shows a figure.
    pub const fn of_figure(kind: FigureKind) -> Self {
        match kind {
            FigureKind::Date | FigureKind::Time => Self::Date,
            _ => Self::Figure,
        }
    }
}

/// Some of the kinds.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub struct KindSet(u8);

impl KindSet {
    /// Whether `kind` is one of them.
    pub const fn has(self, kind: Kind) -> bool {
        self.0 & (1 << kind as u8) != 0
    }

    /// The same set with `kind` put in or taken out.
    #[must_use]
    pub const fn toggled(self, kind: Kind) -> Self {
        Self(self.0 ^ (1 << kind as u8))
    }

    /// Their slugs with spaces between, as an attribute holds them.
    pub fn slugs(self) -> String {
        let slugs: Vec<&str> = Kind::ALL.into_iter().filter(|&kind| self.has(kind)).map(Kind::slug).collect();
        slugs.join(" ")
    }

    /// Reads what [`slugs`](Self::slugs) wrote; unknown words are passed over.
    pub fn from_slugs(slugs: &str) -> Self {
        let named = |kind: &Kind| slugs.split(' ').any(|slug| slug == kind.slug());
        Kind::ALL.into_iter().filter(named).fold(Self::default(), Self::toggled)
    }
}

#[cfg(test)]
mod tests {
    use super::{Kind, KindSet};

    #[test]
    fn sets_keep_what_is_put_in() {
        let set = KindSet::default().toggled(Kind::Place).toggled(Kind::Quote);
        assert_eq!(set.slugs(), "place quote");
        assert_eq!(KindSet::from_slugs("quote nonsense place"), set);
        assert_eq!(set.toggled(Kind::Place).toggled(Kind::Quote), KindSet::default());
    }
}
