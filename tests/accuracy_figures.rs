//! Figures on other people's test suites, with floors just under what was measured.
#![cfg(feature = "train")]
#![allow(clippy::unwrap_used, reason = "a test may panic")]

use newsgist::train::{
    accuracy::{
        figures::{MODELS, MeasEval, Quantulum, Spec, meas_eval, model, quantulum},
        newsquant,
    },
    data::read,
};

/// Model, floors of the F1 of exact spans (all of them; those that are figures by our definition), floor of the share of
/// right values.
const FLOORS: [(&str, f64, f64, f64); 9] = [
    ("Number", 0.93, 0.95, 0.98),
    ("Ordinal", 0.91, 0.99, 0.99),
    ("Percentage", 0.84, 0.99, 0.99),
    ("Currency", 0.95, 0.95, 0.99),
    ("Dimension", 0.955, 0.955, 0.99),
    ("Age", 0.97, 0.97, 0.99),
    ("Temperature", 0.96, 0.96, 0.99),
    ("Date", 0.88, 0.88, 0.87),
    ("Duration", 0.955, 0.955, 0.96),
];

#[test]
#[ignore = "needs gold data"]
fn recognizers() {
    let mut specs = Vec::new();
    for file in ["number", "numberwithunit", "datetime"] {
        let part = read::<Spec>(&format!("figures/figures_msrecognizers_{file}.jsonl")).unwrap();
        specs.extend(part);
    }
    assert_eq!(FLOORS.map(|(name, ..)| name).to_vec(), MODELS.iter().map(|(name, _)| *name).collect::<Vec<_>>());
    for (name, spans, own, values) in FLOORS {
        let score = model(name, &specs, |_, _| ());
        assert!(score.spans.f1() >= spans, "{name}: spans {:.4}", score.spans.f1());
        assert!(score.own.f1() >= own, "{name}: spans by our definition {:.4}", score.own.f1());
        assert!(score.values.precision() >= values, "{name}: values {:.4}", score.values.precision());
    }
}

#[test]
#[ignore = "needs gold data"]
fn quantulum3() {
    let texts = read::<Quantulum>("figures/figures_quantulum3_tests.jsonl").unwrap();
    let (all, own) = quantulum(&texts, |_, _, _| ());
    assert!(all.recall() >= 0.88, "{:.4}", all.recall());
    assert!(own.recall() >= 0.90, "{:.4}", own.recall());
}

#[test]
#[ignore = "needs gold data"]
fn what_is_measured() {
    let paragraphs = read::<MeasEval>("figures/figures_measeval_train.jsonl").unwrap();
    let (overlap, found) = meas_eval(&paragraphs, |_, _, _, _| ());
    assert!(overlap.recall() >= 0.65, "{:.4}", overlap.recall());
    assert!(found.recall() >= 0.94, "{:.4}", found.recall());
}

#[test]
#[ignore = "needs gold data"]
fn newsquant_by_its_published_rules() {
    let (theirs, ours) = newsquant::score(&newsquant::read().unwrap(), |_, _| ());
    // What the makers' own program says of their answers: the scorer is theirs.
    for ((name, counts), measured) in theirs.rows().into_iter().zip([0.915, 0.807, 0.855, 0.666]) {
        assert!((counts.f1() - measured).abs() < 0.001, "CQE, {name}: {:.4}", counts.f1());
    }
    for ((name, counts), floor) in ours.rows().into_iter().zip([0.925, 0.80, 0.82, 0.63]) {
        assert!(counts.f1() >= floor, "{name}: {:.4}", counts.f1());
    }
}
