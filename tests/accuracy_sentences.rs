//! Sentence ends on other people's data, with floors just under what was measured.
#![cfg(feature = "train")]
#![allow(clippy::unwrap_used, reason = "a test may panic")]

use newsgist::train::{
    accuracy::sentences::{Paragraphs, Rule, boundaries, broken_rules},
    data::read,
};

#[test]
#[ignore = "needs gold data"]
fn golden_rules() {
    let rules = read::<Rule>("sentences/sbd_pysbd_golden_en_rules.jsonl").unwrap();
    let broken: Vec<&str> = broken_rules(&rules).iter().map(|rule| rule.text.as_str()).collect();
    assert!(broken.is_empty(), "{broken:#?}");
}

/// F1 of sentence ends; the end of a paragraph is one.
fn check(file: &str, floor: f64) {
    let documents = read::<Paragraphs>(&format!("sentences/{file}.jsonl")).unwrap();
    let f1 = boundaries(&documents, |_, _, _| ()).f1();
    assert!(f1 >= floor, "{file}: {f1:.4}");
}

#[test]
#[ignore = "needs gold data"]
fn treebanks() {
    check("sbd_ewt_dev", 0.935);
    check("sbd_gumopen_dev", 0.98);
}
