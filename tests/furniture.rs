//! Lines that are pasted along with an article are never what it says: no key point, no actor, no figure.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, reason = "a test may panic")]

use newsgist::{Article, Digest, Models, OffsetUnit, Options, analyze};

const PARAGRAPHS: [&str; 7] = [
    "Norbury to rebuild its weir after two floods",
    "The council of Norbury agreed on Tuesday to rebuild the weir on the Orr, which two floods had broken, at a cost of £9m.",
    "Members voted 21 to 12 for the plan. Work begins in May and takes two years, council leader Rosa Field said.",
    "“We have waited long enough,” she told a meeting in the town hall. “The lower town cannot be flooded a third time.”",
    "Farmers along the river said the weir would keep water from their meadows in dry summers, and asked for a gate.",
    "The government pays two thirds of the cost. The county borrows the rest over 20 years, according to its treasurer.",
    "The old weir was built of stone in 1887. It fed a mill that made paper until 1959.",
];

/// Kinds of lines, each in other words than a paper's.
const LINES: &[&str] = &[
    "Never miss a story: sign up for our Friday letter.",
    "Enjoying this report? Help us with £2 a month.",
    "This newsletter may hold offers from other firms.",
    "For more news like this, join us on Telegram.",
    "Our weekly newsletter brings the best of the valley to 40,000 readers.",
    "Get the day’s news sent to your inbox at 7am.",
    "The weir on the Orr at Norbury, broken since January. Photograph: Jo Roe/PA",
    "A man looks at the weir in Norbury, January 9, 2024. REUTERS/Jo Roe",
    "The weir is seen from the air on January 9, 2024. AFP via Getty Images",
    "Rosa Field (centre) and Ed Moor at the weir on Sunday. (Jo Roe/The Orr Echo)",
    "File photo: the weir at Norbury in the summer of 2019.",
    "We use cookies so that this site works as it should.",
    "An earlier version of this report gave the cost as £90m. It is £9m.",
    "This article was amended on 6 March 2024 because it had named the wrong river.",
    "Correction: Ed Moor is 54, not 45 as we had it.",
    "To read the rest of this report, log in.",
    "We may earn a commission of 5% when you buy through links on this page.",
    "The Orr Echo is an independent newspaper that belongs to 900 members.",
    "The author is a former judge. The views are his own.",
    "Additional reporting by Jo Roe",
    "With files from the Valley Press",
    "Reporting by Jo Roe; Editing by Ann Lee",
    "The Valley Press contributed to this report.",
    "Published 4 March 2024, 10:15 GMT",
];

fn digest(text: &str) -> Digest {
    let options = Options::default().with_points(5);
    Digest::new(&analyze(Article::plain(text), Models::embedded(), &options), OffsetUnit::Utf8)
}

/// The article with a line after so many of its parts.
fn with_line(line: &str, at: usize) -> String {
    let mut parts = PARAGRAPHS.to_vec();
    parts.insert(at, line);
    parts.join("\n\n")
}

/// The key points that overlap the line.
fn points_of(line: &str, at: usize) -> Vec<String> {
    let text = with_line(line, at);
    let start = text.find(line).unwrap();
    let within =
        |point: &&newsgist::digest::KeyPoint| (point.start as usize) < start + line.len() && start < point.end as usize;
    digest(&text).key_points.iter().filter(within).map(|point| point.text.clone()).collect()
}

const PLACES: [usize; 4] = [1, 3, 4, 7];

#[test]
fn lines_beside_the_text_are_no_points() {
    let mut found = Vec::new();
    for line in LINES {
        found.extend(PLACES.iter().flat_map(|&at| points_of(line, at)));
    }
    assert!(found.is_empty(), "{found:#?}");
}

#[test]
fn lines_beside_the_text_have_no_actors_and_no_figures() {
    let plain = digest(&PARAGRAPHS.join("\n\n"));
    let names = |digest: &Digest| -> Vec<String> { digest.actors.iter().map(|actor| actor.name.clone()).collect() };
    for line in LINES {
        for at in PLACES {
            let digest = digest(&with_line(line, at));
            assert_eq!(names(&digest), names(&plain), "{line}");
            assert_eq!(digest.figures.len(), plain.figures.len(), "{line}");
            assert_eq!(digest.quotes.len(), plain.quotes.len(), "{line}");
        }
    }
}

#[test]
fn a_byline_dates_and_signs() {
    let mut parts = PARAGRAPHS.to_vec();
    parts.splice(1..1, ["By Jo Roe", "Published 4 March 2025"]);
    let digest = digest(&parts.join("\n"));
    assert_eq!(digest.article.title.as_deref(), Some(PARAGRAPHS[0]));
    assert_eq!(digest.article.byline.as_deref(), Some("Jo Roe"));
    assert_eq!(digest.article.published_at.map(|day| day.to_string()).as_deref(), Some("2025-03-04"));
    // "Tuesday" counts from there.
    assert!(digest.figures.iter().any(|figure| figure.iso.as_deref() == Some("2025-03-04")));
}

#[test]
fn what_is_said_twice_is_told_once() {
    let mut parts = PARAGRAPHS.to_vec();
    parts.insert(1, PARAGRAPHS[1]);
    let digest = digest(&parts.join("\n\n"));
    let mut points: Vec<&str> = digest.key_points.iter().map(|point| &*point.text).collect();
    let count = points.len();
    points.dedup();
    assert_eq!(points.len(), count);
    assert_eq!(points.iter().filter(|point| point.contains("agreed on Tuesday")).count(), 1);
}

/// The lines that lie beside the project.
#[cfg(feature = "train")]
#[test]
fn gold_lines_are_no_points() {
    let path = newsgist::train::data::path("../cases/boilerplate.txt");
    let Ok(gold) = std::fs::read_to_string(&path) else {
        assert!(std::env::var("CI").as_deref() != Ok("true"), "{} is absent", path.display());
        println!("skipped: {} is absent", path.display());
        return;
    };
    let lines = gold.lines().filter_map(|line| line.split_once('\t')).map(|(_, line)| line);
    let mut found = Vec::new();
    for line in lines {
        found.extend(PLACES.iter().flat_map(|&at| points_of(line, at)));
    }
    assert!(found.is_empty(), "{found:#?}");
}
