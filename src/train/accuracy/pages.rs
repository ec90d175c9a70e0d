//! Pages: what is read of them against what Readability makes of them, by shingles of four words; title, author and day;
//! key points that are not the article's.

use super::Counts;
use crate::{
    Article, Digest, Format, Models, OffsetUnit, Options, analyze,
    article::{Metadata, shown_text},
    train::data,
};
use rustc_hash::FxHashMap;
use serde::Deserialize;
use std::{collections::BTreeMap, fmt::Write as _, fs, io};

/// A page, and what Readability makes of it.
pub struct Page {
    /// Its folder.
    pub name: String,
    /// The page as it was saved.
    pub source: String,
    /// Readability's text, captions left out.
    pub gold: String,
    /// Readability's text.
    pub whole: String,
    /// What Readability says of the page.
    pub expected: Expected,
}

/// Readability's metadata.
#[derive(Deserialize, Default)]
#[serde(rename_all = "camelCase")]
pub struct Expected {
    title: Option<String>,
    byline: Option<String>,
    published_time: Option<String>,
}

/// Which pages are counted together.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Set {
    /// English, and an article by what the page says of itself.
    News,
    /// English.
    English,
    /// All.
    All,
}

impl Page {
    /// Whether the page is of a set. English: of a hundred words or more of Readability's text a quarter are among
    /// `FUNCTION_WORDS`. News: the page also says to machines that it is an article.
    pub fn is_in(&self, set: Set) -> bool {
        const FEW: usize = 100;
        let words: Vec<String> = words(&self.whole).collect();
        let function = words.iter().filter(|word| FUNCTION_WORDS.contains(&word.as_str())).count();
        let english = words.len() >= FEW && function * 4 >= words.len();
        match set {
            Set::News => english && says_article(&self.source),
            Set::English => english,
            Set::All => true,
        }
    }
}

/// A quarter of English is these.
const FUNCTION_WORDS: [&str; 45] = [
    "the", "of", "and", "to", "in", "a", "is", "that", "for", "it", "was", "on", "with", "as", "he", "be", "at", "by",
    "this", "had", "from", "but", "not", "are", "they", "which", "or", "his", "have", "an", "were", "she", "her",
    "you", "we", "their", "has", "been", "will", "would", "said", "who", "i", "its", "can",
];

/// Whether a page says to machines that it is an article: by Open Graph or by schema.org.
fn says_article(source: &str) -> bool {
    const SIGNS: [&str; 8] = [
        "content=\"article\"",
        "content='article'",
        "article:published_time",
        "schema.org/newsarticle",
        "schema.org/article",
        "schema.org/blogposting",
        "newsarticle\"",
        "\"article\"",
    ];
    let small = source.to_ascii_lowercase();
    SIGNS.iter().any(|sign| small.contains(sign))
}

/// Reads the pages; none of a set is left out.
///
/// # Errors
/// Where the folder is absent or a file is broken.
pub fn pages() -> io::Result<Vec<Page>> {
    let folder = data::path("pages/readability");
    let mut names: Vec<String> = fs::read_dir(&folder)?
        .filter_map(Result::ok)
        .filter(|entry| entry.path().is_dir())
        .map(|entry| entry.file_name().to_string_lossy().into_owned())
        .collect();
    names.sort_unstable();
    let read = |name: String| {
        let text = |file: &str| {
            fs::read(folder.join(&name).join(file)).map(|bytes| String::from_utf8_lossy(&bytes).into_owned())
        };
        let html = text("expected.html")?;
        Ok(Page {
            source: text("source.html")?,
            gold: shown_text(&html, false),
            whole: shown_text(&html, true),
            expected: serde_json::from_str(&text("expected-metadata.json")?)?,
            name,
        })
    };
    names.into_iter().map(read).collect()
}

/// What was measured on a set.
#[derive(Clone, Copy, Debug, Default)]
pub struct Measured {
    /// Pages.
    pub pages: usize,
    /// Means over the pages, captions left out on both sides: precision, recall, F1.
    pub body: [f64; 3],
    /// Mean F1 against all of Readability's text, captions kept on both sides.
    pub with_captions: f64,
    /// Titles right, of those given.
    pub titles: Counts,
    /// Authors right.
    pub authors: Counts,
    /// Days right.
    pub days: Counts,
    /// Key points that are not in Readability's text, and all.
    pub outside: (usize, usize),
}

/// What a program reads of a page.
#[derive(Deserialize, Default)]
pub struct Reading {
    text: String,
    #[serde(default)]
    captioned: Option<String>,
    title: Option<String>,
    author: Option<String>,
    day: Option<String>,
}

/// Our own reading, and the points that are chosen from it.
fn read(page: &Page) -> (Reading, Vec<String>) {
    let article = Article::read(&page.source, Format::Html);
    let captioned = article.text().to_owned();
    let text = article.body();
    let Metadata { title, byline, published_at, .. } = article.metadata().clone();
    let document = analyze(article, Models::embedded(), &Options::default());
    let digest = Digest::new(&document, OffsetUnit::Utf8);
    let points = digest.key_points.into_iter().map(|point| point.text).collect();
    let title_text = title.clone().unwrap_or_default();
    let captioned = captioned.strip_prefix(title_text.as_str()).unwrap_or(&captioned).to_owned();
    let day = published_at.map(|day| day.to_string());
    (Reading { text, captioned: Some(captioned), title, author: byline, day }, points)
}

/// Measures our own reading of a set.
///
/// # Errors
/// Where the data is absent.
pub fn measure(set: Set) -> io::Result<Measured> {
    let pages = pages()?;
    Ok(score(&pages, set, |page| Some(read(page))).0)
}

/// Scores a program's readings, and gives each page's F1.
fn score(
    pages: &[Page],
    set: Set,
    read: impl Fn(&Page) -> Option<(Reading, Vec<String>)>,
) -> (Measured, Vec<(String, f64)>) {
    let mut measured = Measured::default();
    let mut single = Vec::new();
    for page in pages.iter().filter(|page| page.is_in(set)) {
        let (reading, points) = read(page).unwrap_or_default();
        measured.pages += 1;
        let body = overlap(&page.gold, &reading.text);
        body.iter().zip(&mut measured.body).for_each(|(value, sum)| *sum += value);
        measured.with_captions += overlap(&page.whole, reading.captioned.as_deref().unwrap_or(&reading.text))[2];
        single.push((page.name.clone(), body[2]));
        let expected = &page.expected;
        count(&mut measured.titles, given(expected.title.as_ref()), reading.title.as_deref(), is_title);
        let byline = given(expected.byline.as_ref()).filter(|byline| !byline.contains(|c: char| c.is_ascii_digit()));
        count(&mut measured.authors, byline, reading.author.as_deref(), is_author);
        let day = given(expected.published_time.as_ref()).and_then(|time| time.get(..10));
        count(&mut measured.days, day, reading.day.as_deref(), |gold, day| day.starts_with(gold));
        measured.outside.1 += points.len();
        measured.outside.0 += points.iter().filter(|point| !holds(&page.whole, point)).count();
    }
    let pages = measured.pages.max(1) as f64;
    measured.body.iter_mut().for_each(|sum| *sum /= pages);
    measured.with_captions /= pages;
    (measured, single)
}

fn given(text: Option<&String>) -> Option<&str> {
    text.map(String::as_str).filter(|text| !text.trim().is_empty())
}

fn count(counts: &mut Counts, gold: Option<&str>, found: Option<&str>, is_right: impl Fn(&str, &str) -> bool) {
    let Some(gold) = gold else { return };
    counts.gold += 1;
    counts.found += usize::from(found.is_some());
    counts.right += usize::from(found.is_some_and(|found| is_right(gold, found)));
}

fn letters(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// The same letters; or the gold title's with a site's name more, at its end or start and shorter than the title.
fn is_title(gold: &str, found: &str) -> bool {
    let (gold, found) = (letters(gold), letters(found));
    let most = !found.is_empty() && found.len() * 2 > gold.len();
    gold == found || (most && (gold.starts_with(&found) || gold.ends_with(&found)))
}

/// The names of one are among those of the other.
fn is_author(gold: &str, found: &str) -> bool {
    let names = |text: &str| {
        let mut names: Vec<String> = words(text).filter(|word| word != "by").collect();
        names.sort_unstable();
        names.dedup();
        names
    };
    let (gold, found) = (names(gold), names(found));
    let within = |one: &[String], other: &[String]| !one.is_empty() && one.iter().all(|name| other.contains(name));
    within(&gold, &found) || within(&found, &gold)
}

fn words(text: &str) -> impl Iterator<Item = String> {
    let words = text.split(|c: char| !c.is_alphanumeric() && c != '\'' && c != '’').filter(|word| !word.is_empty());
    words.map(|word| word.to_lowercase().replace('’', "'"))
}

fn shingles(text: &str) -> FxHashMap<Vec<String>, usize> {
    const LENGTH: usize = 4;
    let words: Vec<String> = words(text).collect();
    let mut counts = FxHashMap::default();
    words.windows(LENGTH.min(words.len().max(1))).for_each(|shingle| *counts.entry(shingle.to_vec()).or_default() += 1);
    counts
}

/// Precision, recall and F1 of the shingles, each as often as it occurs.
fn overlap(gold: &str, found: &str) -> [f64; 3] {
    let (gold, found) = (shingles(gold), shingles(found));
    let counts = Counts {
        right: gold.iter().map(|(shingle, &count)| count.min(found.get(shingle).copied().unwrap_or(0))).sum(),
        found: found.values().sum(),
        gold: gold.values().sum(),
    };
    [counts.precision(), counts.recall(), counts.f1()]
}

/// Whether a text holds most of a point's shingles.
fn holds(text: &str, point: &str) -> bool {
    let (text, point) = (shingles(text), shingles(point));
    let held = point.keys().filter(|shingle| text.contains_key(*shingle)).count();
    held * 2 >= point.len()
}

/// A rival's reading of one page, as `tools/rivals/pages.py` and `pages.mjs` write it.
#[derive(Deserialize)]
struct Line {
    rival: String,
    page: String,
    #[serde(flatten)]
    reading: Reading,
}

/// The rivals' readings, by name and page; none where they were not run.
fn rivals() -> BTreeMap<String, BTreeMap<String, Reading>> {
    let mut rivals: BTreeMap<String, BTreeMap<String, Reading>> = BTreeMap::new();
    for file in ["target/rivals/pages-py.jsonl", "target/rivals/pages-js.jsonl"] {
        let text = fs::read_to_string(file).unwrap_or_default();
        for line in text.lines().filter_map(|line| serde_json::from_str::<Line>(line).ok()) {
            rivals.entry(line.rival).or_default().insert(line.page, line.reading);
        }
    }
    rivals
}

const HEAD: &str = "# Pages\n\n\
    The article of a saved page against what Readability.js makes of it, on the 130 pages of its test suite \
    (`pages/readability`; its output is a measure, not truth: it keeps biographies, and loses parts that it takes for \
    furniture). Body: F1 over shingles of four words, each as often as it occurs, as the mean of the pages; captions \
    (`figcaption`) are left out of Readability's text and of ours, and *with captions* they are in both. *English*: of a \
    hundred words or more, a quarter are among the 45 commonest function words. *News*: the page also says to machines, by \
    Open Graph or schema.org, that it is an article. A title is right where it has the same letters, with or without the \
    site's name; an author where the names of one are among those of the other (bylines with a digit are no names and are \
    left out); a day where it is the same. A key point is from outside where less than half of its shingles are in \
    Readability's text.\n\n\
    `cargo train accuracy pages` makes this page; `tools/rivals/pages.py` and `pages.mjs` run \
    the others on the same files.\n";

/// The table.
///
/// # Errors
/// Where the data is absent.
pub fn table() -> io::Result<String> {
    let pages = pages()?;
    let mut table = HEAD.to_owned();
    let rivals = rivals();
    let mut weak = Vec::new();
    for (set, name) in [(Set::News, "News"), (Set::English, "English"), (Set::All, "All")] {
        let (measured, single) = score(&pages, set, |page| Some(read(page)));
        let _ = write!(
            table,
            "\n## {name}: {} pages\n\n| | precision | recall | **F1** | with captions | title | author | day |\n\
             |---|---|---|---|---|---|---|---|\n",
            measured.pages
        );
        row(&mut table, "**Newsgist**", &measured);
        for (rival, readings) in &rivals {
            let of = |page: &Page| {
                let reading = readings.get(&page.name)?;
                let copy = Reading {
                    text: reading.text.clone(),
                    captioned: None,
                    title: reading.title.clone(),
                    author: reading.author.clone(),
                    day: reading.day.clone(),
                };
                Some((copy, Vec::new()))
            };
            row(&mut table, rival, &score(&pages, set, of).0);
        }
        let (outside, points) = measured.outside;
        let _ = writeln!(table, "\n{outside} of {points} key points are from outside.");
        if set == Set::News {
            weak = single;
        }
    }
    weak.retain(|(_, f1)| *f1 < 0.95);
    weak.sort_by(|one, other| one.1.total_cmp(&other.1));
    table.push_str("\n## News pages below .95\n\n| page | F1 |\n|---|---|\n");
    for (name, f1) in weak {
        let _ = writeln!(table, "| {name} | {f1:.3} |");
    }
    Ok(table)
}

fn row(table: &mut String, name: &str, measured: &Measured) {
    let [precision, recall, f1] = measured.body;
    let share = |counts: Counts| format!("{} of {}", counts.right, counts.gold);
    let _ = writeln!(
        table,
        "| {name} | {precision:.3} | {recall:.3} | {f1:.3} | {:.3} | {} | {} | {} |",
        measured.with_captions,
        share(measured.titles),
        share(measured.authors),
        share(measured.days)
    );
}
