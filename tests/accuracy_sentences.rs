//! Sentence ends on other people's data, with floors just under what was measured.
#![cfg(feature = "train")]

use newsgist::train::{
    accuracy::sentences::{Paragraphs, Rule, boundaries, broken_rules},
    data::read_for_test,
};

#[test]
fn golden_rules() {
    let Some(rules) = read_for_test::<Rule>("sentences/sbd_pysbd_golden_en_rules.jsonl") else { return };
    let broken: Vec<&str> = broken_rules(&rules).iter().map(|rule| rule.text.as_str()).collect();
    assert!(broken.is_empty(), "{broken:#?}");
}

/// F1 of sentence ends; the end of a paragraph is one.
fn check(file: &str, floor: f64) {
    let Some(documents) = read_for_test::<Paragraphs>(&format!("sentences/{file}.jsonl")) else { return };
    let f1 = boundaries(&documents, |_, _, _| ()).f1();
    assert!(f1 >= floor, "{file}: {f1:.4}");
}

#[test]
fn treebanks() {
    check("sbd_ewt_dev", 0.935);
    check("sbd_gumopen_dev", 0.98);
}
