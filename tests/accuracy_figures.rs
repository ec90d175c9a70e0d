//! Figures on other people's test suites, with floors just under what was measured.
#![cfg(feature = "train")]

use newsgist::train::{
    accuracy::figures::{MODELS, MeasEval, Quantulum, Spec, meas_eval, model, quantulum},
    data::read_for_test,
};

/// Model, floor of the F1 of exact spans, floor of the share of right values.
const FLOORS: [(&str, f64, f64); 9] = [
    ("Number", 0.88, 0.96),
    ("Ordinal", 0.87, 0.99),
    ("Percentage", 0.84, 0.99),
    ("Currency", 0.93, 0.99),
    ("Dimension", 0.92, 0.99),
    ("Age", 0.97, 0.99),
    ("Temperature", 0.93, 0.99),
    ("Date", 0.88, 0.87),
    ("Duration", 0.95, 0.95),
];

#[test]
fn recognizers() {
    let mut specs = Vec::new();
    for file in ["number", "numberwithunit", "datetime"] {
        let Some(part) = read_for_test::<Spec>(&format!("figures/figures_msrecognizers_{file}.jsonl")) else { return };
        specs.extend(part);
    }
    assert_eq!(FLOORS.map(|(name, ..)| name).to_vec(), MODELS.iter().map(|(name, _)| *name).collect::<Vec<_>>());
    for (name, spans, values) in FLOORS {
        let score = model(name, &specs, |_, _| ());
        assert!(score.spans.f1() >= spans, "{name}: spans {:.4}", score.spans.f1());
        assert!(score.values.precision() >= values, "{name}: values {:.4}", score.values.precision());
    }
}

#[test]
fn quantulum3() {
    let Some(texts) = read_for_test::<Quantulum>("figures/figures_quantulum3_tests.jsonl") else { return };
    let right = quantulum(&texts, |_, _, _| ()).recall();
    assert!(right >= 0.78, "{right:.4}");
}

#[test]
fn what_is_measured() {
    let Some(paragraphs) = read_for_test::<MeasEval>("figures/figures_measeval_train.jsonl") else { return };
    let (overlap, found) = meas_eval(&paragraphs, |_, _, _, _| ());
    assert!(overlap.recall() >= 0.65, "{:.4}", overlap.recall());
    assert!(found.recall() >= 0.94, "{:.4}", found.recall());
}
