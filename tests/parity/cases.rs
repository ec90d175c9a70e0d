//! The texts whose digests are the same everywhere, and how each is read.

#[path = "../hostile/families.rs"]
mod families;
#[path = "texts.rs"]
mod texts;

use newsgist::{Article, Digest, Format, Models, OffsetUnit, Options, analyze, text::CivilDate};
use texts::Random;

/// A text and how it is read.
pub(crate) struct Case {
    pub(crate) text: String,
    pub(crate) format: Format,
    pub(crate) options: Options,
}

impl Case {
    fn new(text: &str, format: Format, options: Options) -> Self {
        Self { text: text.to_owned(), format, options }
    }

    /// Its digest, as JavaScript has it.
    pub(crate) fn digest(&self) -> Digest {
        let document = analyze(Article::read(&self.text, self.format), Models::embedded(), &self.options);
        Digest::new(&document, OffsetUnit::Utf16)
    }
}

const ARTICLES: [(&str, &str); 10] = [
    ("01", include_str!("../../seeds/articles/01-rome-talks.md")),
    ("02", include_str!("../../seeds/articles/02-ballintra-results.md")),
    ("03", include_str!("../../seeds/articles/03-rate-decision.md")),
    ("04", include_str!("../../seeds/articles/04-meridian-cup-final.md")),
    ("05", include_str!("../../seeds/articles/05-deep-reef.md")),
    ("06", include_str!("../../seeds/articles/06-san-alipio-floods.md")),
    ("07", include_str!("../../seeds/articles/07-deshmukh-mill.md")),
    ("08", include_str!("../../seeds/articles/08-electric-buses.md")),
    ("09", include_str!("../../seeds/articles/09-piano-rebuilder.md")),
    ("10", include_str!("../../seeds/articles/10-telvana-outage-live.md")),
];

/// Bytes of a text of a hostile family.
const HOSTILE: usize = 200;
/// Families that make one group.
const TOGETHER: usize = 10;

/// All cases, in named groups: the sample articles, texts made of them, and hostile ones.
pub(crate) fn groups() -> Vec<(String, Vec<Case>)> {
    let mut groups = Vec::new();
    let mut random = Random::new();
    let articles = ARTICLES.map(|(_, article)| article);
    for (name, article) in ARTICLES {
        for (group, texts) in texts::groups(article, &articles, &mut random) {
            let cases = texts.iter().map(|text| Case::new(text, Format::Markdown, Options::default()));
            groups.push((format!("{name} {group}"), cases.collect()));
        }
        let mut cases = vec![
            Case::new(article, Format::Plain, Options::default()),
            Case::new(&texts::page(article), Format::Html, Options::default()),
        ];
        cases.extend(extremes().map(|options| Case::new(article, Format::Markdown, options)));
        groups.push((format!("{name} formats and options"), cases));
    }
    for (group, families) in families::families().chunks(TOGETHER).enumerate() {
        let texts = families.iter().map(|(_, shape)| shape.text(HOSTILE));
        let cases = texts.flat_map(|text| {
            [Format::Plain, Format::Markdown, Format::Html].map(|format| Case::new(&text, format, Options::default()))
        });
        groups.push((format!("hostile {group}"), cases.collect()));
    }
    groups
}

/// Options at their ends.
fn extremes() -> [Options; 4] {
    let default = Options::default();
    [
        default.clone().with_points(Options::MAX_POINTS).with_published_at(CivilDate::new(2025, 5, 18)),
        default.clone().with_points(0).with_title("Another title"),
        default.clone().with_share(1.0).with_published_at(CivilDate::new(9999, 12, 31)),
        default.with_context("money and the weather").with_published_at(CivilDate::new(1, 1, 1)),
    ]
}
