//! Invariants of every document, on random texts that look like news and on random characters.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, reason = "a test may panic")]

use newsgist::{
    Article, Digest, Document, Format, Lexicon, OffsetUnit, Options, Span, analyze,
    digest::{self, Piece},
};
use proptest::{collection::vec, prelude::*, sample::select};

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
    "e\u{301}",
    "https://example.org/x",
    "a@b.org",
    "#tag",
    "@name",
];

fn text() -> impl Strategy<Value = String> {
    let pieces = vec((select(PIECES), select(&[" ", " ", " ", ""][..])), 0..80)
        .prop_map(|pieces| pieces.iter().flat_map(|(piece, space)| [*piece, *space]).collect::<String>());
    prop_oneof![3 => pieces, 1 => vec(any::<char>(), 0..80).prop_map(String::from_iter)]
}

/// Whether the span lies in the text, on character boundaries.
fn lies_in(text: &str, span: Span) -> bool {
    text.get(span.range()).is_some()
}

fn check(document: &Document) {
    let text = document.text();
    // Tokens tile the text: in order, never empty, and only whitespace and markup lie between them.
    let mut end = 0;
    for token in document.tokens() {
        assert!(lies_in(text, token.span) && !token.span.is_empty() && token.span.start() >= end);
        end = token.span.end();
    }
    for block in document.blocks() {
        assert!(lies_in(text, block.span));
        let mut at = block.span.start();
        for token in document.tokens().iter().filter(|token| block.span.contains(token.span)) {
            assert!(Span::new(at, token.span.start()).of(text).trim().is_empty());
            at = token.span.end();
        }
        assert!(Span::new(at, block.span.end()).of(text).trim().is_empty());
    }
    // Sentences partition the tokens, and none reaches over a block's end.
    let mut first = 0;
    for sentence in document.sentences() {
        let tokens = sentence.tokens();
        assert!(tokens.start == first && tokens.end > first);
        first = tokens.end;
        assert!(document.blocks()[sentence.block as usize].span.contains(document.sentence_span(sentence)));
    }
    assert_eq!(first, document.tokens().len());
    assert_eq!(document.tags().len(), document.tokens().len());
    assert_eq!(document.salience().len(), document.sentences().len());
    assert!(document.salience().iter().all(|salience| (0.0..=1.0).contains(salience)));
    // Names and figures keep to their order and do not overlap their like.
    for pair in document.names().windows(2) {
        assert!(pair[0].span.end() <= pair[1].span.start());
    }
    for pair in document.figures().windows(2) {
        assert!(pair[0].span.end() <= pair[1].span.start());
    }
    for actor in document.actors() {
        assert!(!actor.mentions.is_empty() && (0.0..=1.0).contains(&actor.salience));
        assert!(actor.mentions.is_sorted_by_key(|mention| mention.span));
        assert!(actor.mentions.iter().all(|mention| lies_in(text, mention.span)));
        assert!(lies_in(text, actor.name) && actor.role.is_none_or(|role| lies_in(text, role)));
    }
    for figure in document.figures() {
        assert!(lies_in(text, figure.span) && figure.counts.is_none_or(|counts| lies_in(text, counts)));
        assert!(figure.value.is_none_or(f64::is_finite));
    }
    for quote in document.quotes() {
        assert!(
            lies_in(text, quote.span)
                && quote.speaker.is_none_or(|speaker| (speaker as usize) < document.actors().len())
        );
    }
}

/// Everything in a digest is a part of the text, at the offset where it says so.
fn verify(document: &Document, digest: &Digest) {
    let units: Vec<u16> = document.text().encode_utf16().collect();
    let at = |start: u32, end: u32| String::from_utf16(&units[start as usize..end as usize]).unwrap();
    for point in &digest.key_points {
        let sentence = &digest.sentences[point.sentence as usize];
        assert_eq!((point.start, point.end), (sentence.start, sentence.end));
        for piece in &point.pieces {
            if let Piece::Copied { start, end } = piece {
                assert!(*start >= point.start && *end <= point.end && start < end);
                at(*start, *end);
            }
        }
    }
    for digest::Mention { start, end, text, .. } in digest.actors.iter().flat_map(|actor| &actor.mentions) {
        assert_eq!(&at(*start, *end), text);
    }
    for figure in &digest.figures {
        assert_eq!(at(figure.start, figure.end), figure.text);
        if let Some(digest::Excerpt { text, start, end }) = &figure.counts {
            assert_eq!(&at(*start, *end), text);
        }
    }
    for quote in &digest.quotes {
        assert_eq!(at(quote.start, quote.end), quote.text);
    }
    let mut ranks: Vec<u32> = digest.key_points.iter().map(|point| point.rank).collect();
    ranks.sort_unstable();
    assert!(ranks.into_iter().eq(1..=digest.key_points.len() as u32));
    let json = serde_json::to_string(digest).unwrap();
    assert_eq!(&serde_json::from_str::<Digest>(&json).unwrap(), digest);
}

fn run(text: &str, format: Format) {
    let document = analyze(Article::read(text, format), Lexicon::embedded(), &Options::default());
    check(&document);
    verify(&document, &Digest::new(&document, OffsetUnit::Utf16));
}

proptest! {
    #[test]
    fn plain_text(text in text()) {
        let article = Article::plain(&text);
        prop_assert_eq!(article.text(), &text);
        run(&text, Format::Plain);
    }

    #[test]
    fn markdown(text in text()) {
        run(&text, Format::Markdown);
    }

    #[test]
    fn html(text in text()) {
        run(&text, Format::Html);
    }
}

#[test]
fn odd_texts() {
    let long = "No end in sight ".repeat(500);
    for text in ["", " ", "\u{feff}", "a", ".", "\"", "“”", "1", "$", "…", "'s", "# ", "\u{0}", "🙂", long.as_str()]
    {
        for format in [Format::Plain, Format::Markdown, Format::Html] {
            run(text, format);
        }
    }
}

#[test]
fn sample_articles() {
    for entry in std::fs::read_dir("seeds/articles").unwrap() {
        run(&std::fs::read_to_string(entry.unwrap().path()).unwrap(), Format::Markdown);
    }
}
