//! The same bytes everywhere: digests and exports of some six hundred texts, natively and in wasm, against one committed
//! list of checksums, one for each group of texts. `UPDATE_EXPECT=1 cargo test --test parity` writes the list anew.
#![allow(clippy::unwrap_used, reason = "a test may panic")]

#[path = "hostile/families.rs"]
mod families;
#[path = "parity/texts.rs"]
mod texts;

use newsgist::{Article, Digest, Format, Models, OffsetUnit, Options, analyze, export, text::CivilDate};
use std::fmt::Write;
use texts::Random;

#[cfg(target_arch = "wasm32")]
wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);

const ARTICLES: [(&str, &str); 10] = [
    ("01", include_str!("../seeds/articles/01-rome-talks.md")),
    ("02", include_str!("../seeds/articles/02-ballintra-results.md")),
    ("03", include_str!("../seeds/articles/03-rate-decision.md")),
    ("04", include_str!("../seeds/articles/04-meridian-cup-final.md")),
    ("05", include_str!("../seeds/articles/05-deep-reef.md")),
    ("06", include_str!("../seeds/articles/06-san-alipio-floods.md")),
    ("07", include_str!("../seeds/articles/07-deshmukh-mill.md")),
    ("08", include_str!("../seeds/articles/08-electric-buses.md")),
    ("09", include_str!("../seeds/articles/09-piano-rebuilder.md")),
    ("10", include_str!("../seeds/articles/10-telvana-outage-live.md")),
];

/// Bytes of a text of a hostile family.
const HOSTILE: usize = 200;
/// Families that share a checksum.
const TOGETHER: usize = 10;

fn checksums() -> String {
    let mut out = String::new();
    let mut random = Random::new();
    let articles = ARTICLES.map(|(_, article)| article);
    for (name, article) in ARTICLES {
        for (group, texts) in texts::groups(article, &articles, &mut random) {
            let sum = texts.iter().fold(START, |sum, text| add(sum, text, Format::Markdown, &Options::default()));
            let _ = writeln!(out, "{name} {group} {sum:016x}");
        }
        let mut sum = add(START, article, Format::Plain, &Options::default());
        sum = add(sum, &texts::page(article), Format::Html, &Options::default());
        for options in extremes() {
            sum = add(sum, article, Format::Markdown, &options);
        }
        let _ = writeln!(out, "{name} formats and options {sum:016x}");
    }
    for (group, families) in families::families().chunks(TOGETHER).enumerate() {
        let sum = families.iter().fold(START, |sum, (_, shape)| {
            let text = shape.text(HOSTILE);
            [Format::Plain, Format::Markdown, Format::Html]
                .into_iter()
                .fold(sum, |sum, format| add(sum, &text, format, &Options::default()))
        });
        let _ = writeln!(out, "hostile {group} {sum:016x}");
    }
    out
}

/// Options at their ends.
fn extremes() -> [Options; 4] {
    let default = Options::default();
    [
        Options { points: Options::MAX_POINTS, published_at: CivilDate::new(2025, 5, 18), ..default.clone() },
        Options { points: 0, title: Some("Another title".to_owned()), ..default.clone() },
        Options { share: Some(1.0), published_at: CivilDate::new(9999, 12, 31), ..default.clone() },
        Options { context: Some("money and the weather".to_owned()), published_at: CivilDate::new(1, 1, 1), ..default },
    ]
}

/// Adds to a checksum all that is made of a text.
fn add(sum: u64, text: &str, format: Format, options: &Options) -> u64 {
    let document = analyze(Article::read(text, format), Models::embedded(), options);
    let digest = Digest::new(&document, OffsetUnit::Utf16);
    [export::to_json, export::to_json_ld, export::to_csv, export::to_markdown, export::to_text]
        .into_iter()
        .fold(sum, |sum, write| fnv(sum, write(&digest).as_bytes()))
}

/// FNV-1a, 64 bits, from where the text before left it.
fn fnv(sum: u64, bytes: &[u8]) -> u64 {
    bytes.iter().fold(sum, |sum, &byte| (sum ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}

const START: u64 = 0xcbf2_9ce4_8422_2325;

#[cfg(not(target_arch = "wasm32"))]
#[test]
fn digests_are_the_committed_ones() {
    expect_test::expect_file!["parity/checksums.txt"].assert_eq(&checksums());
}

#[cfg(target_arch = "wasm32")]
#[wasm_bindgen_test::wasm_bindgen_test]
fn digests_are_the_native_ones() {
    let expected = include_str!("parity/checksums.txt");
    let found = checksums();
    let different: Vec<_> = expected.lines().zip(found.lines()).filter(|(a, b)| a != b).collect();
    assert!(
        different.is_empty() && expected == found,
        "{} groups of digests differ from the native ones: {different:?}",
        different.len()
    );
}
