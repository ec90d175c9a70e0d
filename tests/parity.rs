//! The same bytes everywhere: digests and exports of some six hundred texts, natively and in wasm, against one committed
//! list of checksums, one for each group of texts. `make bless` writes the list anew.
#![allow(clippy::unwrap_used, reason = "a test may panic")]

#[path = "parity/cases.rs"]
mod cases;

use cases::Case;
use newsgist::export;
use std::fmt::Write;

#[cfg(target_arch = "wasm32")]
wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);

fn checksums() -> String {
    let mut out = String::new();
    for (name, cases) in cases::groups() {
        let _ = writeln!(out, "{name} {:016x}", cases.iter().fold(START, add));
    }
    out
}

/// Adds to a checksum all that is made of a text.
fn add(sum: u64, case: &Case) -> u64 {
    let digest = case.digest();
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

/// The cases with their digests, an object of JSON a line, in the file that `NEWSGIST_CASES` names.
#[cfg(not(target_arch = "wasm32"))]
#[test]
#[ignore = "tests/package/objects.test.mjs runs it, which needs the cases"]
fn cases_are_written() {
    let mut out = String::new();
    for case in cases::groups().iter().flat_map(|(_, cases)| cases) {
        let head = serde_json::json!({ "text": case.text, "format": case.format, "options": case.options });
        let _ = writeln!(out, r#"{{"asked":{head},"digest":{}}}"#, export::to_json(&case.digest()));
    }
    std::fs::write(std::env::var_os("NEWSGIST_CASES").unwrap(), out).unwrap();
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
