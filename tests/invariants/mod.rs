//! What holds for every document and every digest, whatever the input: one list, which the property tests, the fuzz
//! targets and the tests on hostile text all check.
//!
//! A check panics where something does not hold. None takes longer than the reading itself by more than a constant
//! factor, so that fuzzing stays quick and long texts can be checked too.

use newsgist::{
    Article, Digest, Document, Format, Models, OffsetUnit, Options, Points, Span, analyze,
    digest::{Excerpt, Piece},
    export,
};
use serde_json::Value;

mod csv;
mod units;

pub(crate) use csv::rows;
use units::Places;

/// Reads a text and checks everything that can be made of it.
pub(crate) fn check(text: &str, format: Format, options: &Options) {
    let article = Article::read(text, format);
    if format == Format::Plain && !article.is_truncated() {
        assert_eq!(article.given(), text, "plain text is left as it is");
    }
    let given = article.given().to_owned();
    let document = analyze(article, Models::embedded(), options);
    check_document(&document);
    let digests = [OffsetUnit::Utf8, OffsetUnit::Utf16, OffsetUnit::CodePoint].map(|unit| {
        let digest = Digest::new(&document, unit);
        check_digest(&given, &digest, unit, options);
        digest
    });
    check_units(&given, &digests);
    check_exports(&digests[1]);
}

/// The layers of a document, as DESIGN has them.
pub(crate) fn check_document(document: &Document) {
    let text = document.text();
    let lies_in = |span: Span| text.get(span.range()).is_some();
    let mut tokens = document.tokens().iter().peekable();
    let mut end = 0;
    for block in document.blocks() {
        assert!(lies_in(block.span) && block.span.start() >= end, "blocks are in order and do not overlap");
        // Tokens tile the blocks: in order, never empty, and only whitespace and markup lie between them.
        let mut at = block.span.start();
        while let Some(token) = tokens.next_if(|token| token.span.start() < block.span.end()) {
            assert!(lies_in(token.span) && !token.span.is_empty() && token.span.start() >= at);
            assert!(Span::new(at, token.span.start()).of(text).trim().is_empty(), "nothing is left out");
            at = token.span.end();
        }
        assert!(Span::new(at, block.span.end()).of(text).trim().is_empty(), "no token reaches over a block's end");
        end = block.span.end();
    }
    assert!(tokens.next().is_none(), "every token lies in a block");
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
    assert!(document.names().windows(2).all(|pair| pair[0].span.end() <= pair[1].span.start()));
    assert!(document.figures().windows(2).all(|pair| pair[0].span.end() <= pair[1].span.start()));
    assert!(document.names().iter().all(|name| lies_in(name.span) && !name.span.is_empty()));
    for actor in document.actors() {
        assert!(!actor.mentions.is_empty() && (0.0..=1.0).contains(&actor.salience));
        assert!(actor.mentions.is_sorted_by_key(|mention| mention.span));
        assert!(actor.mentions.iter().all(|mention| lies_in(mention.span)));
        assert!(lies_in(actor.name) && actor.role.is_none_or(lies_in) && actor.aliases.iter().copied().all(lies_in));
    }
    assert!(document.actors().is_sorted_by(|one, next| one.salience >= next.salience), "most salient first");
    for figure in document.figures() {
        assert!(lies_in(figure.span) && !figure.span.is_empty() && figure.counts.is_none_or(lies_in));
        let numbers = [figure.value, figure.min, figure.max];
        assert!(numbers.into_iter().flatten().all(f64::is_finite), "{numbers:?}");
        let sentence = document.sentences()[figure.sentence as usize];
        assert!(document.sentence_span(&sentence).contains(figure.span));
    }
    for quote in document.quotes() {
        assert!(lies_in(quote.span) && quote.speaker_span.is_none_or(lies_in) && quote.cue.is_none_or(lies_in));
        assert!(quote.speaker.is_none_or(|speaker| (speaker as usize) < document.actors().len()));
    }
}

/// Everything in a digest is a part of the text, at the offset where it says so, and everything refers to what is there.
pub(crate) fn check_digest(text: &str, digest: &Digest, unit: OffsetUnit, options: &Options) {
    let places = Places::new(text, unit);
    let copied = |start: u32, end: u32, words: &str| assert_eq!(places.part(start, end), words);
    let (actors, figures, sentences) = (digest.actors.len(), digest.figures.len(), digest.sentences.len());
    assert_eq!((digest.schema, digest.language.as_str()), (1, "en"));
    assert!(digest.sentences.windows(2).all(|pair| pair[0].end <= pair[1].start), "sentences are in order");
    for sentence in &digest.sentences {
        assert!(!places.part(sentence.start, sentence.end).is_empty());
        assert!((0.0..=1.0).contains(&sentence.salience));
    }
    assert!(digest.key_points.windows(2).all(|pair| pair[0].sentence < pair[1].sentence), "points are in order");
    let wanted = if options.share.is_some() {
        sentences
    } else {
        match options.points {
            Points::Count(count) => count.min(Options::MAX_POINTS) as usize,
            Points::Auto => 5,
        }
    };
    assert!(digest.key_points.len() <= wanted);
    for point in &digest.key_points {
        let sentence = &digest.sentences[point.sentence as usize];
        assert_eq!((point.start, point.end), (sentence.start, sentence.end));
        let mut at = point.start;
        let mut words = String::new();
        for piece in &point.pieces {
            match piece {
                Piece::Copied { start, end } => {
                    assert!(at <= *start && start < end && *end <= point.end, "pieces are in order, in their sentence");
                    at = *end;
                    words.push_str(places.part(*start, *end));
                }
                Piece::Inserted { insert, actor } => {
                    assert_eq!(insert, &format!("[{}]", digest.actors[*actor as usize].name));
                    words.push_str(insert);
                }
            }
        }
        assert_eq!(letters(&point.text), letters(&words), "a point is its pieces, letter by letter");
        assert!(point.actors.iter().all(|&id| (id as usize) < actors));
        assert!(point.figures.iter().all(|&index| digest.figures[index as usize].sentence == point.sentence));
        assert!(!point.text.is_empty() && point.why.iter().all(|why| !why.is_empty()));
    }
    let mut ranks: Vec<u32> = digest.key_points.iter().map(|point| point.rank).collect();
    ranks.sort_unstable();
    assert!(ranks.into_iter().eq(1..=digest.key_points.len() as u32), "ranks are 1, 2, 3 …");
    for (id, actor) in digest.actors.iter().enumerate() {
        assert_eq!(actor.id as usize, id);
        assert!((0.0..=1.0).contains(&actor.salience) && !actor.name.is_empty() && !actor.mentions.is_empty());
        for mention in &actor.mentions {
            copied(mention.start, mention.end, &mention.text);
        }
    }
    for figure in &digest.figures {
        copied(figure.start, figure.end, &figure.text);
        assert!((figure.sentence as usize) < sentences);
        if let Some(Excerpt { text, start, end, .. }) = &figure.counts {
            copied(*start, *end, text);
        }
    }
    for fact in &digest.facts {
        assert!(fact.figures.iter().all(|&index| (index as usize) < digest.figures.len()) && !fact.figures.is_empty());
        assert!([fact.from, fact.to].into_iter().flatten().all(|index| fact.figures.contains(&index)));
        for Excerpt { text, start, end, .. } in
            [&fact.what, &fact.happened, &fact.per, &fact.when].into_iter().flatten()
        {
            copied(*start, *end, text);
        }
    }
    for quote in &digest.quotes {
        copied(quote.start, quote.end, &quote.text);
        assert!(quote.speaker.is_none_or(|id| (id as usize) < actors));
    }
    assert!(digest.timeline.len() <= figures);
    for moment in &digest.timeline {
        copied(moment.start, moment.end, &moment.text);
        assert!((moment.sentence as usize) < sentences && moment.speaker.is_none_or(|id| (id as usize) < actors));
    }
    let codes = ["empty", "short", "not-english", "truncated", "not-text", "partial"];
    assert!(digest.notices.iter().all(|notice| codes.contains(&notice.code.as_str()) && !notice.message.is_empty()));
}

/// Three digests that differ in their offsets only, which turn into each other.
fn check_units(text: &str, [bytes, utf16, points]: &[Digest; 3]) {
    let places = Places::new(text, OffsetUnit::Utf8);
    let ends = |digest: &Digest| -> Vec<u32> {
        let sentences = digest.sentences.iter().flat_map(|sentence| [sentence.start, sentence.end]);
        let figures = digest.figures.iter().flat_map(|figure| [figure.start, figure.end]);
        let mentions = digest.actors.iter().flat_map(|actor| &actor.mentions);
        sentences.chain(figures).chain(mentions.flat_map(|mention| [mention.start, mention.end])).collect()
    };
    let (bytes, utf16, points) = (ends(bytes), ends(utf16), ends(points));
    assert!(bytes.len() == utf16.len() && bytes.len() == points.len());
    for ((&byte, &unit), &point) in bytes.iter().zip(&utf16).zip(&points) {
        assert_eq!(places.units(byte), (unit, point));
    }
}

/// A point's text without spaces, its first letter small: what is left is the article's, letter by letter.
fn letters(text: &str) -> String {
    let mut chars = text.chars().filter(|c| !c.is_whitespace());
    let first = chars.next().into_iter().flat_map(char::to_lowercase);
    first.chain(chars).collect()
}

/// Every export is well-formed and says what the digest says.
pub(crate) fn check_exports(digest: &Digest) {
    let json = export::to_json(digest);
    assert_eq!(&serde_json::from_str::<Digest>(&json).expect("JSON of schema 1"), digest);
    assert!(!json.contains('\n'), "one line, for JSON lines");

    let ld = export::to_json_ld(digest);
    assert!(!ld.contains("</"), "safe within a script element");
    let ld: Value = serde_json::from_str(&ld).expect("JSON-LD is JSON");
    assert_eq!(ld["@type"], "NewsArticle");
    assert_eq!(ld["headline"].as_str(), digest.title.as_deref());
    let parts = ld["hasPart"].as_array().expect("quotations");
    let direct = digest.quotes.iter().filter(|quote| quote.direct);
    assert!(parts.iter().map(|part| part["text"].as_str()).eq(direct.map(|quote| Some(&*quote.text))));

    let table = rows(&export::to_csv(digest));
    assert_eq!(table.len(), digest.figures.len() + 1, "a head line, then a line for each figure");
    for (row, figure) in table[1..].iter().zip(&digest.figures) {
        assert_eq!(row.len(), table[0].len());
        // A cell that a spreadsheet would run has an apostrophe before it.
        assert!(row[0] == figure.text || row[0].strip_prefix('\'') == Some(&figure.text));
        assert!(
            row.iter().all(|cell| !cell.starts_with(['@', '\t', '\r']) && (!cell.starts_with('=') || cell.len() == 1))
        );
        assert_eq!(row[2].parse().ok(), figure.value);
    }

    // One line for each thing that is told, so that no text of the article can be read as markup of ours.
    let markdown = export::to_markdown(digest);
    let listed = |page: &str, mark: &str| page.lines().filter(|line| line.starts_with(mark)).count();
    let facts = digest.facts.iter().filter(|fact| fact.weight > 0.0).count();
    let quotes = digest.quotes.iter().filter(|quote| quote.source.is_some()).count();
    let told = digest.key_points.len() + digest.actors.len() + facts + quotes;
    assert_eq!(listed(&markdown, "* "), told);
    assert!(markdown.ends_with('\n'));
    let plain = export::to_text(digest);
    assert_eq!(listed(&plain, "  - "), told);
}
