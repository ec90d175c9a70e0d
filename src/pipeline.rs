//! The list of stages.

use crate::{
    Document, Lexicon, Options,
    actor::link_actors,
    article::Article,
    document::Notice,
    figure::find_figures,
    lex::tokenize,
    lexicon::WordFlags,
    name::find_names,
    point::choose_points,
    quote::find_quotes,
    rank::Ranking,
    sentence::find_sentences,
    tag::tag_tokens,
    text::small_letters,
    timeline::{dateline_day, find_timeline},
    token::TokenKind,
};

/// Reads an article. Never fails: odd input gives a smaller document and notices.
pub fn analyze<'t>(article: Article<'t>, lexicon: &Lexicon, options: &Options) -> Document<'t> {
    analyze_with_progress(article, lexicon, options, &mut |_| ())
}

/// The same, telling after each stage how much of the work is done: 0 to 1.
pub fn analyze_with_progress<'t>(
    article: Article<'t>,
    lexicon: &Lexicon,
    options: &Options,
    progress: &mut dyn FnMut(f32),
) -> Document<'t> {
    let mut document = read_layers(article, lexicon, options, progress);
    // Salience reads all layers; the choice of points reads salience.
    let ranking = Ranking::new(&document, options);
    let (salience, points) = (ranking.salience(), choose_points(&ranking, options));
    (document.salience, document.points) = (salience, points);
    document.notices = notices(&document);
    progress(1.0);
    document
}

/// The stages before salience; the trainer of the ranker wants no more.
pub(crate) fn read_layers<'t>(
    mut article: Article<'t>,
    lexicon: &Lexicon,
    options: &Options,
    progress: &mut dyn FnMut(f32),
) -> Document<'t> {
    if let Some(title) = &options.title {
        article.set_title(title);
    }
    let small = small_letters(article.text());
    let mut document = Document { article, small, ..Document::default() };
    // Tokens come first: everything else is a range of them.
    document.tokens = tokenize(document.text(), document.blocks(), lexicon);
    progress(0.1);
    // Before sentences: whether a full stop ends one depends on what the words around it are.
    document.tags = tag_tokens(document.text(), &document.tokens, lexicon);
    document.sentences = find_sentences(document.text(), document.blocks(), &document.tokens, &document.tags, lexicon);
    progress(0.2);
    // Names before figures, so that "Boeing 737" and "Channel 4" can be told from counts.
    document.names =
        find_names(document.text(), &document.tokens, &document.tags, &document.sentences, lexicon.names());
    progress(0.5);
    // The whole article's names are needed before any two can be put together.
    document.actors = link_actors(&document, lexicon);
    progress(0.6);
    // "Thursday" counts from the day of publication: the one that was given, else the page's, else the dateline's.
    let published_at =
        options.published_at.or(document.article.metadata().published_at).or_else(|| dateline_day(&document));
    document.figures = find_figures(&document, lexicon, &Options { published_at, ..options.clone() });
    progress(0.7);
    // After actors: a quote's speaker is one.
    document.quotes = find_quotes(&document);
    // After quotes: a time in somebody's words is the speaker's.
    document.timeline = find_timeline(&document);
    progress(0.8);
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
