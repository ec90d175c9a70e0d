//! Key points against human summaries; floors just under what was measured (docs/accuracy/points.md).
#![cfg(feature = "train")]

use newsgist::train::{accuracy::points::measure, data};

/// Skips with a line where the data is absent; fails there in CI.
fn is_here(file: &str) -> bool {
    data::read_for_test::<serde_json::Value>(file).is_some()
}

#[test]
fn three_points_beat_the_opening_of_a_news_story() {
    const FILE: &str = "summaries/sum_cnn_dev.jsonl";
    if !is_here(FILE) {
        return;
    }
    let measured = measure(FILE, 3).unwrap();
    let (points, lead) = (measured.points, measured.rivals[0].1);
    assert_eq!(measured.rivals[0].0, "Lead-3");
    assert!(points.one - lead.one >= 0.020, "ROUGE-1: {points:?}, {lead:?}");
    assert!(points.two - lead.two >= 0.009, "ROUGE-2: {points:?}, {lead:?}");
    assert!(points.l - lead.l >= 0.020, "ROUGE-L: {points:?}, {lead:?}");
    assert!(measured.dangling * 100 <= measured.count, "{} of {} dangle", measured.dangling, measured.count);
    assert_eq!(measured.altered, 0);
}

#[test]
fn one_point_beats_the_opening_of_other_genres() {
    const FILE: &str = "summaries/sum_gumopen_train.jsonl";
    if !is_here(FILE) {
        return;
    }
    let measured = measure(FILE, 1).unwrap();
    let (points, lead) = (measured.points, measured.rivals[0].1);
    assert!(points.mean() - lead.mean() >= 0.01, "{points:?}, {lead:?}");
}
