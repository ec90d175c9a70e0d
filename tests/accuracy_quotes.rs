//! Quotes and speakers on gold data; the floors lie just under the values of `docs/accuracy/quotes.md`.
#![cfg(all(feature = "train", not(target_arch = "wasm32")))]
#![allow(clippy::unwrap_used, reason = "a test may panic")]

use newsgist::train::{accuracy::quotes::measure, polnear};

#[test]
#[ignore = "needs gold data"]
fn polnear() {
    let articles = polnear::read("dev").unwrap();
    let score = measure(&articles);
    for (what, value, floor) in [
        ("direct quotations found, F1", score.quotations.f1(), 0.96),
        ("their characters, F1", score.characters.f1(), 0.97),
        ("speakers of direct quotations", score.direct.all().value(), 0.91),
        ("the same by the strict reading", score.direct_strict.value(), 0.885),
        ("sources of indirect statements", score.indirect.all().value(), 0.945),
        ("indirect statements found, F1", score.indirect_found.f1(), 0.35),
        ("indirect statements found, precision", score.indirect_found.precision(), 0.96),
    ] {
        assert!(value >= floor, "{what}: {value:.3} is less than {floor}");
    }
}
