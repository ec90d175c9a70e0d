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

            /// Whether its entries are phrases, and not single words.
            pub const fn is_of_phrases(self) -> bool {
                matches!(self, Self::Boilerplate | Self::Signposts | Self::Platforms)
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
    /// Lands of the currencies that several share: a table.
    CurrencyLands "currency-lands.tsv" WordFlags::NONE;
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
    /// Phrases of credits and signposts: a sentence that holds one is no part of the article.
    Boilerplate "boilerplate.txt" WordFlags::NONE;
    /// Phrases that a sentence begins with where it leads to another page.
    Signposts "signposts.txt" WordFlags::NONE;
    /// Words that a sentence begins with where it invites to a platform.
    Invitations "invitations.txt" WordFlags::NONE;
    /// Phrases of platforms that readers are invited to.
    Platforms "platforms.txt" WordFlags::NONE;
    /// What no noun phrase holds, for finding their ends.
    FunctionWords "function-words.txt" WordFlags::NONE;
    /// Articles, possessives, pointing words.
    Determiners "determiners.txt" WordFlags::NONE;
    /// Verbs of rising, in all forms.
    RiseVerbs "figure/rise-verbs.txt" WordFlags::NONE;
    /// Verbs of falling, in all forms.
    FallVerbs "figure/fall-verbs.txt" WordFlags::NONE;
    /// Nouns of rising.
    RiseNouns "figure/rise-nouns.txt" WordFlags::NONE;
    /// Nouns of falling.
    FallNouns "figure/fall-nouns.txt" WordFlags::NONE;
    /// Degrees after a figure that say it is higher.
    HigherDegrees "figure/higher-degrees.txt" WordFlags::NONE;
    /// Degrees after a figure that say it is lower.
    LowerDegrees "figure/lower-degrees.txt" WordFlags::NONE;
    /// Comparatives before "than" that set a lower bound.
    MoreThan "figure/more-than.txt" WordFlags::NONE;
    /// Comparatives before "than" that set an upper bound.
    LessThan "figure/less-than.txt" WordFlags::NONE;
    /// Hedges of one word: about.
    AboutHedges "figure/about-hedges.txt" WordFlags::NONE;
    /// Hedges of one word: at least.
    AtLeastHedges "figure/at-least-hedges.txt" WordFlags::NONE;
    /// Hedges of one word: at most.
    AtMostHedges "figure/at-most-hedges.txt" WordFlags::NONE;
    /// Adverbs before a hedge.
    HedgeAdverbs "figure/hedge-adverbs.txt" WordFlags::NONE;
    /// Words whose "about" says of what.
    TopicalWords "figure/topical-words.txt" WordFlags::NONE;
    /// Verbs that go up to a level, so that "up to" is no bound.
    GoingVerbs "figure/going-verbs.txt" WordFlags::NONE;
    /// Verbs that have an "over" of their own.
    OverVerbs "figure/over-verbs.txt" WordFlags::NONE;
    /// What is run, played or spent over some of.
    Stretches "figure/stretches.txt" WordFlags::NONE;
    /// After "or": a lower bound.
    OrMore "figure/or-more.txt" WordFlags::NONE;
    /// After "or": an upper bound.
    OrLess "figure/or-less.txt" WordFlags::NONE;
    /// What may stand between a verb of change and its figure.
    ChangeFillers "figure/change-fillers.txt" WordFlags::NONE;
    /// What parts a figure from the verb of change before it.
    ChangeStops "figure/change-stops.txt" WordFlags::NONE;
    /// Verbs whose object is the figure itself, unless a preposition stands between.
    CountedByFigure "figure/counted-by-figure.txt" WordFlags::NONE;
    /// Verbs that move a figure only where it is a share or a measure: "lost 3%", but not "lost 12 soldiers".
    MovesShares "figure/moves-shares.txt" WordFlags::NONE;
    /// Verbs whose "up" moves nothing: "make up a fifth".
    UpVerbs "figure/up-verbs.txt" WordFlags::NONE;
    /// Nouns whose "of" says how far something moved.
    LevelNouns "figure/level-nouns.txt" WordFlags::NONE;
    /// What belongs to an amount before it: "a record".
    AmountFillers "figure/amount-fillers.txt" WordFlags::NONE;
    /// What a resolution is said of: "4K video".
    ScreenWords "figure/screen-words.txt" WordFlags::NONE;
    /// Nouns of pay and price between a figure and its noun of change.
    PayNouns "figure/pay-nouns.txt" WordFlags::NONE;
    /// Between "as" and "as": an upper bound.
    AsMuch "figure/as-much.txt" WordFlags::NONE;
    /// Between "no" and "than": an upper bound.
    NoMore "figure/no-more.txt" WordFlags::NONE;
    /// Before "the" and a number that is known: compared, and not bound by it.
    KnownBounds "figure/known-bounds.txt" WordFlags::NONE;
    /// Verbs before "up to" that add or stand, and bound nothing.
    AddingVerbs "figure/adding-verbs.txt" WordFlags::NONE;
    /// Nouns of pace: "to an annual rate of".
    PaceNouns "figure/pace-nouns.txt" WordFlags::NONE;
    /// What ends a figure that tells how far something moved.
    MovedUnits "figure/moved-units.txt" WordFlags::NONE;
    /// Finite forms of "be".
    FiniteBe "figure/finite-be.txt" WordFlags::NONE;
    /// What an infinitive follows.
    BeforeInfinitives "figure/before-infinitives.txt" WordFlags::NONE;
    /// Words whose "over" bounds a figure: "just over two miles".
    NoStretch "figure/stretch-verbs.txt" WordFlags::NONE;
    /// Prepositions after a figure that name another place or group.
    ElsewherePrepositions "figure/elsewhere-prepositions.txt" WordFlags::NONE;
    /// Words that open a clause of its own.
    ClauseOpeners "figure/clause-openers.txt" WordFlags::NONE;
    /// Words after a figure that compare it with another.
    ComparedBeside "figure/compared-beside.txt" WordFlags::NONE;
    /// Nouns that say how much and leave open of what: "a total of $5".
    EmptyNouns "figure/empty-nouns.txt" WordFlags::NONE;
    /// What "in", "for" or "on" may say behind a sum without naming what it buys.
    NoGoods "figure/no-goods.txt" WordFlags::NONE;
    /// Nouns of which so many tell a reader nothing: "two ways".
    IdleNouns "figure/idle-nouns.txt" WordFlags::NONE;
    /// Verbs that say no more than that something is there, in all forms: "has", "includes".
    EmptyVerbs "figure/empty-verbs.txt" WordFlags::NONE;
    /// Prepositions that a level stands with.
    LevelPrepositions "figure/level-prepositions.txt" WordFlags::NONE;
    /// What leads in a heat: "to 38C".
    HeatLeads "figure/heat-leads.txt" WordFlags::NONE;
    /// Titles and roles of men, as they are written.
    MenTitles "people/men-titles.txt" WordFlags::NONE;
    /// Titles and roles of women, as they are written.
    WomenTitles "people/women-titles.txt" WordFlags::NONE;
    /// Nouns for men.
    Men "people/men.txt" WordFlags::NONE;
    /// Nouns for women.
    Women "people/women.txt" WordFlags::NONE;
    /// Pronouns for a man, as they are written.
    He "people/he.txt" WordFlags::NONE;
    /// Pronouns for a woman, as they are written.
    She "people/she.txt" WordFlags::NONE;
    /// Given names of both sexes that are nearly always men's.
    NamesOfMen "people/names-of-men.txt" WordFlags::NONE;
    /// Given names of both sexes that are nearly always women's.
    NamesOfWomen "people/names-of-women.txt" WordFlags::NONE;
    /// Nouns for relatives.
    Relatives "people/relatives.txt" WordFlags::NONE;
    /// Roles that are no feature of the names' model.
    MoreRoles "people/more-roles.txt" WordFlags::NONE;
    /// Prepositions behind an office.
    RolePrepositions "people/role-prepositions.txt" WordFlags::NONE;
    /// What a company has.
    CompanyThings "name/company-things.txt" WordFlags::NONE;
    /// Nouns whose "in" or "of" leads to a company.
    CompanyOwns "name/company-owns.txt" WordFlags::NONE;
    /// Last words of organisations that are no feature of the names' model, as they are written.
    BodyWords "name/body-words.txt" WordFlags::NONE;
    /// Heads and members of a body.
    BodyHeads "name/body-heads.txt" WordFlags::NONE;
    /// What has its place's name behind "of".
    PlaceHeads "name/place-heads.txt" WordFlags::NONE;
    /// Last words of newspapers that are named after a place, as they are written.
    NewspaperWords "name/newspaper-words.txt" WordFlags::NONE;
    /// Peoples, parties and movements, as they are written.
    Peoples "name/peoples.txt" WordFlags::NONE;
    /// Where shares are listed, as they are written.
    Exchanges "name/exchanges.txt" WordFlags::NONE;
    /// Modal verbs, as parsers cut them.
    Modals "syntax/modals.txt" WordFlags::NONE;
    /// Forms of "be", without short ones.
    Be "syntax/be.txt" WordFlags::NONE;
    /// Nouns that tell a time from the day of writing.
    TimeNouns "candidate/time-nouns.txt" WordFlags::NONE;
    /// Pronouns for what was told of before.
    LoosePronouns "candidate/loose-pronouns.txt" WordFlags::NONE;
    /// What people in pictures do, in the present.
    CaptionVerbs "caption/verbs.txt" WordFlags::NONE;
    /// Words of sentences that tell, and are no captions.
    TellingWords "caption/telling-words.txt" WordFlags::NONE;
    /// Words before a noun, so that what follows is no verb that shows.
    BeforeNouns "caption/before-nouns.txt" WordFlags::NONE;
    /// Verbs whose complement is what somebody said.
    StatementVerbs "speech/statement-verbs.txt" WordFlags::NONE;
    /// Verbs that colour what they report, so that it is shown with them.
    ClaimVerbs "speech/claim-verbs.txt" WordFlags::NONE;
    /// Verbs that report only where a text is their subject: "the study found that …".
    TextVerbs "speech/text-verbs.txt" WordFlags::NONE;
    /// Words that open a question, asked or reported.
    QuestionWords "speech/question-words.txt" WordFlags::NONE;
    /// Words behind a comma that open a clause which may be the writer's.
    NarratorMarks "speech/narrator-marks.txt" WordFlags::NONE;
    /// Verbs of thinking and wishing.
    ThoughtVerbs "speech/thought-verbs.txt" WordFlags::NONE;
    /// Verbs that somebody's words stand right behind: "called it".
    NamingVerbs "speech/naming-verbs.txt" WordFlags::NONE;
    /// Nouns for what tells by being read, beside the nouns of saying.
    TextNouns "speech/text-nouns.txt" WordFlags::NONE;
    /// Nouns that hide who speaks, unless a name or an office stands with them.
    UnnamedSources "speech/unnamed-sources.txt" WordFlags::NONE;
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
