//! The same bytes everywhere: digests of several hundred texts, natively and in wasm, against one committed list of
//! checksums. `UPDATE_EXPECT=1 cargo test --test parity` writes the list anew.
#![allow(clippy::unwrap_used, reason = "a test may panic")]

use newsgist::{Article, Digest, Format, Lexicon, OffsetUnit, Options, analyze};
use std::fmt::Write;

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

/// How many texts are made of each article: itself, then mixtures of its words and sentences with the others'.
const VARIANTS: usize = 30;

fn checksums() -> String {
    let mut out = String::new();
    let mut random = 0x2545_f491_4f6c_dd1d_u64;
    for (name, article) in ARTICLES {
        for variant in 0..VARIANTS {
            let text = if variant == 0 { article.to_owned() } else { mixture(&mut random) };
            let document = analyze(Article::read(&text, Format::Markdown), Lexicon::embedded(), &Options::default());
            let json = serde_json::to_string(&Digest::new(&document, OffsetUnit::Utf16)).unwrap();
            let _ = writeln!(out, "{name}.{variant} {:016x}", fnv(json.as_bytes()));
        }
    }
    out
}

/// Words and sentences of all articles, shuffled.
fn mixture(random: &mut u64) -> String {
    let mut text = String::new();
    for _ in 0..10 + next(random) % 30 {
        let article = ARTICLES[next(random) % ARTICLES.len()].1;
        let by = if next(random).is_multiple_of(3) { ' ' } else { '.' };
        let parts: Vec<&str> = article.split(by).collect();
        text.push_str(parts[next(random) % parts.len()].trim_start_matches('\n'));
        text.push_str(["", ". ", " ", ".\n\n", "%", " “"][next(random) % 6]);
    }
    text
}

/// xorshift64.
fn next(random: &mut u64) -> usize {
    *random ^= *random << 13;
    *random ^= *random >> 7;
    *random ^= *random << 17;
    (*random >> 33) as usize
}

fn fnv(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0xcbf2_9ce4_8422_2325, |sum, &byte| (sum ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}

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
        "{} digests differ from the native ones: {different:?}",
        different.len()
    );
}
