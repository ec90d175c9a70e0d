//! Key points against human summaries; floors just under what was measured (docs/accuracy/points.md).
#![cfg(feature = "train")]
#![allow(clippy::unwrap_used, reason = "a test may panic")]

use newsgist::train::accuracy::points::measure;

#[test]
#[ignore = "needs gold data"]
fn three_points_beat_the_opening_of_a_news_story() {
    const FILE: &str = "summaries/sum_cnn_dev.jsonl";
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
#[ignore = "needs gold data"]
fn one_point_beats_the_opening_of_other_genres() {
    const FILE: &str = "summaries/sum_gumopen_train.jsonl";
    let measured = measure(FILE, 1).unwrap();
    let (points, lead) = (measured.points, measured.rivals[0].1);
    assert!(points.mean() - lead.mean() >= 0.01, "{points:?}, {lead:?}");
}
