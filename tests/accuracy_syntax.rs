//! Grammar on two treebanks, from raw text, with floors just under what was measured.
#![cfg(feature = "train")]
#![allow(clippy::unwrap_used, reason = "a test may panic")]

use newsgist::train::accuracy::syntax::score;

/// F1 of parts of speech and of heads with relations.
fn check(name: &str, upos: f64, las: f64) {
    let scores = score(name).unwrap();
    let (found, right) = (scores.tags.f1(), scores.relations.f1());
    assert!(found >= upos && right >= las, "{name}: UPOS {found:.4}, LAS {right:.4}");
}

#[test]
#[ignore = "needs gold data"]
fn treebanks() {
    check("ud_ewt_dev", 0.92, 0.80);
    check("ud_gumopen_dev", 0.96, 0.84);
}
