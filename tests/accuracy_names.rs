//! How right the names are, with floors just under what was measured; see `docs/accuracy/names.md`.
#![cfg(feature = "train")]

use newsgist::train::{
    accuracy::names::{engine, score},
    names::corpus::gold_for_test,
};

fn check(set: &str, floor: f64) {
    let Some(articles) = gold_for_test(set) else { return };
    let f1 = score(&articles, engine).all.f1();
    assert!(f1 >= floor, "{set}: {f1:.3} is below {floor}");
}

#[test]
fn names_of_news_and_wikipedia() {
    check("names/ner_uner_pud_test.jsonl", 0.76);
}

#[test]
fn names_of_many_genres() {
    check("names/ner_gumopen_dev.jsonl", 0.69);
}
