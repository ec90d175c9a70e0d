//! Text as people paste it: with marks that nobody sees, entities, broken lines, menus, from mail and from print.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, reason = "a test may panic")]

use newsgist::{Article, Digest, Models, OffsetUnit, Options, analyze};

fn digest(text: &str, unit: OffsetUnit) -> Digest {
    Digest::new(&analyze(Article::plain(text), Models::embedded(), &Options::default()), unit)
}

/// The part of a text between two offsets of JavaScript.
fn utf16(text: &str, start: u32, end: u32) -> String {
    let units: Vec<u16> = text.encode_utf16().collect();
    String::from_utf16(&units[start as usize..end as usize]).unwrap()
}

const DIRTY: &str = "Nor\u{ad}bury will pay &pound;9\u{200b}m for its weir, mayor Rosa Fi\u{ad}eld said on Tuesday.\n\n\
    &#8220;We have wait\u{ad}ed long enough,&#8221; Field told the coun-\ncil, which had asked for 40 mil-\nlion pounds.";

#[test]
fn dirt_is_read_and_places_hold() {
    let digest = digest(DIRTY, OffsetUnit::Utf16);
    let values: Vec<f64> = digest.figures.iter().filter_map(|figure| figure.value).collect();
    assert!(values.contains(&9e6) && values.contains(&40e6), "{values:?}");
    assert!(digest.actors.iter().any(|actor| actor.name == "Rosa Field"), "{:?}", digest.actors);
    assert_eq!(digest.quotes.iter().filter(|quote| quote.direct).count(), 1);
    assert_eq!(digest.sentences.len(), 2);
    // Whatever has a place is what was given there.
    let spans = digest.figures.iter().map(|figure| (figure.start, figure.end, &figure.text));
    let mentions = digest.actors.iter().flat_map(|actor| &actor.mentions);
    let spans = spans.chain(mentions.map(|mention| (mention.start, mention.end, &mention.text)));
    let quotes = digest.quotes.iter().map(|quote| (quote.start, quote.end, &quote.text));
    for (start, end, words) in spans.chain(quotes) {
        assert_eq!(&utf16(DIRTY, start, end), words);
    }
    // No word of a point is broken in two.
    assert!(digest.key_points.iter().all(|point| !point.text.contains("- ")), "{:?}", digest.key_points);
}

#[test]
fn lines_of_print() {
    let text = "Weir to rise again\nBy Jo Roe\nThe council of Norbury agreed on Tues-\nday to rebuild the weir on the Orr,\nwhich two floods had broken, at a\ncost of nine million pounds.\n\
        Members voted 21 to 12 for the plan,\nand work begins in May, the leader of\nthe council, Rosa Field, said.";
    let digest = digest(text, OffsetUnit::Utf8);
    assert_eq!(digest.article.title.as_deref(), Some("Weir to rise again"));
    assert_eq!(digest.article.byline.as_deref(), Some("Jo Roe"));
    let body: Vec<&str> =
        digest.sentences.iter().map(|sentence| &text[sentence.start as usize..sentence.end as usize]).collect();
    assert_eq!(body.len(), 4, "{body:#?}");
    assert!(digest.figures.iter().any(|figure| figure.text == "Tues-\nday"));
}

#[test]
fn letters_by_mail() {
    let text = "From: The Orr Echo <news@echo.example>\nTo: readers@echo.example\nSubject: The weir\nView this email in your browser\n\n\
        The weir of Norbury will be rebuilt, its council said on Tuesday after a vote of 21 to 12.\n\n\
        Work begins in May and takes two years, said council leader Rosa Field.\n\n\
        You received this email because you are on our list.\nUnsubscribe\n";
    let points: Vec<String> = digest(text, OffsetUnit::Utf8).key_points.into_iter().map(|point| point.text).collect();
    assert_eq!(points.len(), 2, "{points:#?}");
    let quoted = "Jo wrote:\n> The weir of Norbury will be rebuilt, its council said\n> on Tuesday after a vote of 21 to 12.\n>\n> Work begins in May and takes two years, said the\n> leader of the council, Rosa Field.\n";
    let points: Vec<String> = digest(quoted, OffsetUnit::Utf8).key_points.into_iter().map(|point| point.text).collect();
    assert!(points.iter().all(|point| !point.contains("> The")), "{points:#?}");
}

#[test]
fn selections_with_menus() {
    let text = "Skip to content\nHome\nNews\nSport\nWeather\nNorbury to rebuild its weir after two floods\nShare\nSave\nJo Roe\nEnvironment correspondent\n\
        The council of Norbury agreed on Tuesday to rebuild the weir on the Orr, at a cost of nine million pounds.\n\
        Members voted 21 to 12 for the plan.\nMost read\nTown wins cup\nBridge shut\nMore on this story\n© 2025 The Orr Echo";
    let digest = digest(text, OffsetUnit::Utf8);
    assert_eq!(digest.article.title.as_deref(), Some("Norbury to rebuild its weir after two floods"));
    assert_eq!(digest.article.byline.as_deref(), Some("Jo Roe"));
    let points: Vec<&str> = digest.key_points.iter().map(|point| &*point.text).collect();
    assert_eq!(points.len(), 2, "{points:#?}");
}
