//! How right the actors are, with floors just under what was measured; see `docs/accuracy/actors.md`.
#![cfg(feature = "train")]

use newsgist::train::{accuracy::actors::score, data};

#[test]
fn actors_of_many_genres() {
    let Some(documents) = data::read_for_test("actors/coref_gumopen_dev.jsonl") else { return };
    let scores = score(&documents);
    assert!(scores.pairs.f1() >= 0.9, "names put together: {:.3}", scores.pairs.f1());
    assert!(scores.pronouns.precision() >= 0.85, "pronouns: {:.3}", scores.pronouns.precision());
    // Known to miss the aim of 0.75. Of 36 actors, each weighs much.
    assert!(scores.salient.recall() >= 0.61, "salient actors: {:.3}", scores.salient.recall());
}
