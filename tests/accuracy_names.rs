//! How right the names are, with floors just under what was measured; see `docs/accuracy/names.md`.
#![cfg(feature = "train")]
#![allow(clippy::unwrap_used, reason = "a test may panic")]

use newsgist::train::{
    accuracy::names::{engine, score},
    names::corpus::gold,
};

fn check(set: &str, floor: f64) {
    let articles = gold(set).unwrap();
    let f1 = score(&articles, engine).all.f1();
    assert!(f1 >= floor, "{set}: {f1:.3} is below {floor}");
}

#[test]
#[ignore = "needs gold data"]
fn names_of_news_and_wikipedia() {
    check("names/ner_uner_pud_test.jsonl", 0.77);
}

#[test]
#[ignore = "needs gold data"]
fn names_of_many_genres() {
    check("names/ner_gumopen_dev.jsonl", 0.715);
}
