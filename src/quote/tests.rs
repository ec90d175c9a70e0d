//! Tables of small cases: a text, and what is quoted in it.

mod hard;
mod indirect;
mod marks;
mod speakers;

use crate::{Article, Models, Options, analyze};

/// The quotes of a text in order, each as `speaker: words`; a speaker who is not known is `?`.
fn quotes(text: &str, direct: bool) -> String {
    let document = analyze(Article::plain(text), Models::embedded(), &Options::default());
    let mut lines = Vec::new();
    for quote in document.quotes().iter().filter(|quote| quote.direct == direct) {
        let speaker = quote.speaker_span.map_or("?", |span| document.str(span));
        lines.push(format!("{speaker}: {}", document.str(quote.span)));
    }
    lines.join(" | ")
}
