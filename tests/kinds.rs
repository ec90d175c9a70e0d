//! Kinds of article other than short hard news: what becomes a point of them, and what must not.

use newsgist::{Article, Digest, Models, OffsetUnit, Options, analyze};

fn points(text: &str, wanted: u32) -> Vec<String> {
    let options = Options::default().with_points(wanted);
    let document = analyze(Article::plain(text), Models::embedded(), &options);
    Digest::new(&document, OffsetUnit::Utf8).key_points.into_iter().map(|point| point.text).collect()
}

/// The three points of an article: one of them holds each of some words, none of them any of the others.
fn check(text: &str, holds: &[&str], never: &[&str]) {
    let points = points(text, 3);
    assert_eq!(points.len(), 3, "{points:#?}");
    for word in holds {
        assert!(points.iter().any(|point| point.contains(word)), "{word} is in none of {points:#?}");
    }
    for word in never {
        assert!(!points.iter().any(|point| point.contains(word)), "{word} is in one of {points:#?}");
    }
}

#[test]
fn a_feature_that_opens_with_an_anecdote() {
    let text = include_str!("kinds/feature.txt");
    check(text, &["close the harbour"], &["The cat", "A cat", "coils", "quiet", "pulls on"]);
}

#[test]
fn an_interview() {
    check(include_str!("kinds/interview.txt"), &["planet"], &["?", "She spoke", "By accident"]);
}

#[test]
fn results_of_a_company() {
    let text = include_str!("kinds/results.txt");
    check(text, &["$84.2 million"], &["forward-looking", "Contact", "differ materially", "conference call"]);
}

#[test]
fn a_live_blog() {
    let text = include_str!("kinds/live.txt");
    check(text, &["40,000 homes"], &["Thank you", "welcome", "More as we get it", "They were"]);
}

#[test]
fn an_opinion() {
    check(include_str!("kinds/opinion.txt"), &["plan"], &["?", "Perhaps it would"]);
}

#[test]
fn text_in_small_letters_and_tokens() {
    let text = include_str!("kinds/apart.txt");
    check(text, &["fined"], &["published", "Published", "jane roe", "scroll down", "Scroll down"]);
}

#[test]
fn an_agency_story_with_a_caption() {
    let text = include_str!("kinds/notitle.txt");
    check(text, &["ran aground"], &["Passengers wait", "He said", "contributed", "However", "there."]);
    assert!(points(text, 1)[0].starts_with("A ferry with 212 people"));
}

#[test]
fn one_paragraph() {
    let text = include_str!("kinds/paragraph.txt");
    check(text, &["will close its school of mines"], &["she said", "They never asked", "It also"]);
}

#[test]
fn fifty_words() {
    let text = include_str!("kinds/short.txt");
    check(text, &["Two people were hurt"], &[]);
    assert_eq!(points(text, 7).len(), 4);
}

/// All of these one behind the other: the points come from several, and none says the same twice.
#[test]
fn a_long_text() {
    let text = [
        include_str!("kinds/notitle.txt"),
        include_str!("kinds/feature.txt"),
        include_str!("kinds/paragraph.txt"),
        include_str!("kinds/opinion.txt"),
        include_str!("kinds/results.txt"),
        include_str!("kinds/live.txt"),
        include_str!("kinds/interview.txt"),
        include_str!("kinds/short.txt"),
    ]
    .join("\n\n");
    let points = points(&text, 7);
    assert_eq!(points.len(), 7);
    assert!(points.iter().any(|point| text.find(point.as_str()).is_some_and(|at| at > text.len() / 4)), "{points:#?}");
    for (at, point) in points.iter().enumerate() {
        assert!(!points[..at].contains(point), "{point} stands twice in {points:#?}");
    }
}
