//! Saved pages against what Readability makes of them; floors just under what was measured (docs/accuracy/pages.md).
#![cfg(feature = "train")]
#![allow(clippy::unwrap_used, reason = "a test may panic")]

use newsgist::train::accuracy::pages::{Set, measure};

#[test]
#[ignore = "needs gold data"]
fn the_article_of_a_news_page_is_found() {
    let measured = measure(Set::News).unwrap();
    let [precision, recall, f1] = measured.body;
    assert!(measured.pages >= 50, "{} pages", measured.pages);
    assert!(f1 >= 0.968 && precision >= 0.99 && recall >= 0.95, "{:?}", measured.body);
    assert!(measured.titles.recall() >= 0.95, "{:?}", measured.titles);
    assert!(measured.authors.recall() >= 0.87, "{:?}", measured.authors);
    assert!(measured.days.recall() >= 0.95, "{:?}", measured.days);
    let (outside, points) = measured.outside;
    assert!(outside * 100 <= points * 2, "{outside} of {points} key points are not the article's");
}

#[test]
#[ignore = "needs gold data"]
fn other_pages_lose_little() {
    let measured = measure(Set::All).unwrap();
    assert!(measured.body[2] >= 0.95, "{:?}", measured.body);
}
