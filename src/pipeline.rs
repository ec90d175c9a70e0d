//! The list of stages.

use crate::{
    Document, Models, Options,
    actor::link_actors,
    article::Article,
    document::{Notice, TokenKind},
    fact::find_facts,
    figure::find_figures,
    lex::tokenize,
    lexicon::WordFlags,
    name::find_names,
    point::{SummaryKind, SummaryLength, choose_points, read_text, summary_pieces},
    quote::find_quotes,
    rank::Ranking,
    sentence::{dateline_day, find_sentences},
    syntax::Parses,
    tag::tag_tokens,
    text::Span,
    timeline::find_timeline,
};

/// Reads an article. Never fails: odd input gives a smaller document and notices.
pub fn analyze<'t>(article: Article<'t>, models: &Models, options: &Options) -> Document<'t> {
    analyze_with_progress(article, models, options, &mut |_| ())
}

/// The same, telling after each stage how much of the work is done: 0 to 1.
pub fn analyze_with_progress<'t>(
    article: Article<'t>,
    models: &Models,
    options: &Options,
    progress: &mut dyn FnMut(f32),
) -> Document<'t> {
    let mut document = read_layers(article, models, options, progress);
    // Salience reads all layers; the choice of points reads salience.
    let ranking = Ranking::new(&document, models, options);
    let (salience, points) = (ranking.salience(), choose_points(&ranking, models, options));
    (document.salience, document.points) = (salience, points);
    document.notices = notices(&document);
    progress(1.0);
    document
}

/// A summary of the W3C `Summarizer` interface: its sentences or parts of sentences, in the article's order. Empty only
/// where the article is.
pub fn summarize(
    article: Article,
    models: &Models,
    options: &Options,
    kind: SummaryKind,
    length: SummaryLength,
) -> Vec<String> {
    let document = read_layers(article, models, options, &mut |_| ());
    let ranking = Ranking::new(&document, models, options);
    summary_pieces(&ranking, kind, length).iter().map(|pieces| read_text(&document, pieces)).collect()
}

/// The stages before salience; the trainer of the ranker wants no more.
pub(crate) fn read_layers<'t>(
    mut article: Article<'t>,
    models: &Models,
    options: &Options,
    progress: &mut dyn FnMut(f32),
) -> Document<'t> {
    if let Some(title) = &options.title {
        article.set_title(title);
    }
    let mut document = read_words(article, models);
    progress(0.2);
    // Names before figures, so that "Boeing 737" and "Channel 4" can be told from counts.
    // Who wrote the article or took its pictures is no actor of it, and nobody whom a pronoun means.
    document.names = without_asides(&document, find_names(&document, models), |name| name.span);
    progress(0.5);
    // The whole article's names are needed before any two can be put together.
    document.actors = link_actors(&document, models);
    progress(0.6);
    // "Thursday" counts from the day of publication: the one that was given, else the page's, else the dateline's.
    let told = options.published_at.or(document.article.metadata().published_at);
    document.published_at = told.or_else(|| dateline_day(&document));
    document.figures = without_asides(&document, find_figures(&document, models), |figure| figure.span);
    // A fact is made of figures, and most of them want the sentence's grammar.
    document.facts = find_facts(&document, models);
    progress(0.7);
    // After actors: a quote's speaker is one.
    document.quotes = without_asides(&document, find_quotes(&document, models), |quote| quote.span);
    // After quotes: a time in somebody's words is the speaker's.
    document.timeline = find_timeline(&document);
    progress(0.8);
    document
}

/// What does not stand in a byline, a caption, a correction or the like.
fn without_asides<T>(document: &Document, mut found: Vec<T>, span: fn(&T) -> Span) -> Vec<T> {
    found.retain(|item| !document.is_aside(span(item)));
    found
}

/// The first layers: tokens, tags, sentences.
pub(crate) fn read_words<'t>(article: Article<'t>, models: &Models) -> Document<'t> {
    let mut document = Document::of(article);
    // Tokens come first: everything else is a range of them.
    document.tokens = tokenize(&document, models);
    // Before sentences: whether a full stop ends one depends on what the words around it are.
    (document.tags, document.lists) = tag_tokens(&document, models);
    document.sentences = find_sentences(&document);
    document.parses = Parses::of(&document);
    document
}

/// Whether the text's beginning holds more than a few zeros, or places where something could not be decoded.
fn is_binary(text: &str) -> bool {
    const BEGINNING: usize = 4096;
    const FEW: usize = 8;
    text.chars().take(BEGINNING).filter(|&c| c == '\0' || c == '\u{fffd}').nth(FEW).is_some()
}

/// What the reader ought to know.
fn notices(document: &Document) -> Vec<Notice> {
    const SHORT: usize = 40;
    let mut notices = Vec::new();
    let words = || document.tokens.iter().zip(&document.tags).filter(|(token, _)| token.kind == TokenKind::Word);
    let count = words().count();
    if document.tokens.is_empty() {
        notices.push(Notice { code: "empty", message: "There is no text to read." });
    } else if is_binary(document.text()) || count == 0 {
        notices.push(Notice { code: "not-text", message: "This does not look like text." });
    } else if count < SHORT {
        notices.push(Notice { code: "short", message: "The text is very short; the key points are most of it." });
    }
    // English prose has a function word in every second or third place.
    let function = words().filter(|(_, tag)| tag.flags.has_any(WordFlags::STOP.with(WordFlags::PRONOUN))).count();
    if count >= SHORT && function * 6 < count {
        notices
            .push(Notice { code: "not-english", message: "This does not look like English; the digest may be wrong." });
    }
    if document.article.is_partial() {
        notices.push(Notice {
            code: "partial",
            message: "This may be a part of the article only: the page seems to keep the rest back.",
        });
    }
    if document.article.is_truncated() {
        notices.push(Notice {
            code: "truncated",
            message: "The text is longer than Newsgist reads; its end was left out.",
        });
    }
    notices
}
