//! Invariants of every document, on random texts that look like news and on random characters.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, reason = "a test may panic")]

mod invariants;

use newsgist::{Article, Digest, Format, Models, OffsetUnit, Options, analyze, text::CivilDate};
use proptest::{collection::vec, option, prelude::*, sample::select};

/// Pieces that news is made of, and pieces that break programs.
const PIECES: &[&str] = &[
    "the",
    "a",
    "said",
    "President",
    "Zelensky",
    "Ukraine",
    "Ms.",
    "Okafor",
    "U.S.",
    "Bank of England",
    "Mr",
    "O’Rourke",
    "he",
    "but",
    "$3.2bn",
    "4.5%",
    "273",
    "two and a half million",
    "1,000",
    "10-15%",
    "Sunday",
    "18 May 2025",
    "February",
    "34-year-old",
    "2-1",
    "½",
    "10:30 a.m.",
    "£24",
    "one",
    "percent",
    ".",
    ".",
    ".",
    ",",
    "!",
    "?",
    "…",
    "“",
    "”",
    "\"",
    "'",
    "’s",
    "(",
    ")",
    "—",
    " - ",
    "\n",
    "\n\n",
    "# ",
    "- ",
    "> ",
    "**",
    "[",
    "](",
    "<p>",
    "</p>",
    "<",
    "&amp;",
    "é",
    "漢字",
    "🙂",
    "\u{200b}",
    "\u{202e}",
    "\u{0}",
    "İ",
    "ß",
    "ﬁ",
    "e\u{301}",
    "https://example.org/x",
    "a@b.org",
    "#tag",
    "@name",
    "=1+1",
    "</script>",
];

fn text() -> impl Strategy<Value = String> {
    let pieces = vec((select(PIECES), select(&[" ", " ", " ", ""][..])), 0..80)
        .prop_map(|pieces| pieces.iter().flat_map(|(piece, space)| [*piece, *space]).collect::<String>());
    prop_oneof![3 => pieces, 1 => vec(any::<char>(), 0..80).prop_map(String::from_iter)]
}

/// Options anywhere in what their types can hold, and often at an end of it.
fn options() -> impl Strategy<Value = Options> {
    let points = prop_oneof![Just(0), Just(1), Just(5), Just(Options::MAX_POINTS), Just(u32::MAX), any::<u32>()];
    let share =
        option::of(prop_oneof![Just(0.0), Just(1.0), Just(-1.0), Just(f32::NAN), Just(f32::INFINITY), 0.0..1.0_f32]);
    let day = (1..=9999, 1..=12_u8, 1..=31_u8).prop_map(|(year, month, day)| CivilDate::new(year, month, day));
    let day = prop_oneof![Just(None), Just(CivilDate::new(1, 1, 1)), Just(CivilDate::new(9999, 12, 31)), day];
    (points, share, option::of(text()), day, option::of(text())).prop_map(
        |(points, share, title, published_at, context)| {
            let mut options = Options::default().with_points(points).with_published_at(published_at);
            (options.share, options.title, options.context) = (share, title, context);
            options
        },
    )
}

fn format() -> impl Strategy<Value = Format> {
    select(&[Format::Plain, Format::Markdown, Format::Html][..])
}

fn digest(text: &str, format: Format, options: &Options) -> Digest {
    Digest::new(&analyze(Article::read(text, format), Models::embedded(), options), OffsetUnit::Utf8)
}

proptest! {
    #[test]
    fn plain_text(text in text()) {
        invariants::check(&text, Format::Plain, &Options::default());
    }

    #[test]
    fn markdown(text in text()) {
        invariants::check(&text, Format::Markdown, &Options::default());
    }

    #[test]
    fn html(text in text()) {
        invariants::check(&text, Format::Html, &Options::default());
    }

    #[test]
    fn any_options(text in text(), format in format(), options in options()) {
        invariants::check(&text, format, &options);
    }

    #[test]
    fn the_same_text_gives_the_same_digest(text in text(), format in format(), options in options()) {
        prop_assert_eq!(digest(&text, format, &options), digest(&text, format, &options));
    }

    /// The choice of points is all that the number of points changes.
    #[test]
    fn options_choose_points_and_change_nothing_else(text in text(), points in 0..60_u32) {
        let mut one = digest(&text, Format::Plain, &Options::default());
        let mut other = digest(&text, Format::Plain, &Options::default().with_points(points));
        one.key_points.clear();
        other.key_points.clear();
        prop_assert_eq!(one, other);
    }

    /// Room for one more never makes it fewer.
    #[test]
    fn more_room_gives_no_fewer_points(text in text(), points in 0..8_u32) {
        let few = digest(&text, Format::Plain, &Options::default().with_points(points)).key_points.len();
        let more = digest(&text, Format::Plain, &Options::default().with_points(points + 1)).key_points.len();
        prop_assert!(few <= more);
    }
}

/// A text cut anywhere, as while somebody types or pastes it, is a text like any other.
#[test]
fn every_beginning_and_every_end_of_a_text() {
    let article = std::fs::read_to_string("seeds/articles/04-meridian-cup-final.md").unwrap();
    let text = format!("{}\n<p>“Ça va 🙂,” said Ms. O’Rourke &amp; co. [x](y)", &article[..320]);
    for (at, _) in text.char_indices() {
        for part in [&text[..at], &text[at..]] {
            for format in [Format::Plain, Format::Markdown, Format::Html] {
                invariants::check(part, format, &Options::default());
            }
        }
    }
}

#[test]
fn odd_texts() {
    let long = "No end in sight ".repeat(500);
    for text in ["", " ", "\u{feff}", "a", ".", "\"", "“”", "1", "$", "…", "'s", "# ", "\u{0}", "🙂", long.as_str()]
    {
        for format in [Format::Plain, Format::Markdown, Format::Html] {
            invariants::check(text, format, &Options::default());
        }
    }
}

#[test]
fn sample_articles() {
    for entry in std::fs::read_dir("seeds/articles").unwrap() {
        let text = std::fs::read_to_string(entry.unwrap().path()).unwrap();
        invariants::check(&text, Format::Markdown, &Options::default());
        invariants::check(&text, Format::Plain, &Options::default().with_share(1.0));
    }
}
