//! Labelled articles: gold tokens put together to running text again, and raw texts with the labels of other programs.

use crate::{
    document::ActorKind,
    lexicon::{Lexicon, WordFlags},
    text::Span,
    train::data,
};
use serde::Deserialize;
use std::io;

/// A text and the names in it.
#[derive(Clone, Debug, Default)]
pub struct Labelled {
    /// The article.
    pub text: String,
    /// In order; titles, "the" and possessives are left out.
    pub names: Vec<(Span, ActorKind)>,
    /// Words whose labels are not sure, with their probability.
    pub unsure: Vec<(Span, f32)>,
}

#[derive(Deserialize)]
struct Line {
    doc: serde_json::Value,
    tokens: Vec<String>,
    tags: Vec<String>,
}

/// Reads a file of `names/` as articles. Files whose lines all carry one number are cut into pieces.
///
/// # Errors
/// Where the file cannot be read.
pub fn gold(file: &str) -> io::Result<Vec<Labelled>> {
    Ok(articles(&data::read(file)?))
}

fn articles(lines: &[Line]) -> Vec<Labelled> {
    const PIECE: usize = 20;
    let whole = lines.first().is_some_and(|line| line.doc.is_string());
    let mut articles: Vec<Labelled> = Vec::new();
    let mut before: Option<(String, usize)> = None;
    for line in lines {
        let doc = line.doc.to_string();
        let same = before.as_ref().is_some_and(|(known, count)| *known == doc && (whole || *count < PIECE));
        let count = if same { before.as_ref().map_or(0, |(_, count)| *count) } else { 0 };
        if !same {
            articles.push(Labelled::default());
        }
        if let Some(article) = articles.last_mut() {
            append(article, &line.tokens, &line.tags);
        }
        before = Some((doc, count + 1));
    }
    articles
}

/// Puts a sentence's tokens behind the text so far, with the spaces that English has.
fn append(article: &mut Labelled, tokens: &[String], tags: &[String]) {
    if let Some(last) = article.text.chars().last() {
        // A heading has no full stop; running it into the next sentence would not be the untouched text.
        article.text.push(if matches!(last, '.' | '!' | '?' | '"' | '”' | '\'' | ')') { ' ' } else { '\n' });
    }
    let first = article.text.len();
    let mut quoted = false;
    let mut open: Option<(usize, usize, ActorKind)> = None;
    for (at, (token, tag)) in tokens.iter().zip(tags).enumerate() {
        let before = at.checked_sub(1).map(|at| tokens[at].as_str());
        let closing = matches!(token.as_str(), "\"" | "'") && quoted;
        if article.text.len() > first && !glued(before.unwrap_or(""), token, tokens.get(at + 1), quoted, closing) {
            article.text.push(' ');
        }
        if token == "\"" {
            quoted = !quoted;
        }
        let start = article.text.len();
        article.text.push_str(match token.as_str() {
            "``" | "''" => "\"",
            other => other,
        });
        let end = article.text.len();
        let kind = tag.get(2..).and_then(kind);
        open = match (open, kind, tag.starts_with("I-")) {
            (Some((start, _, known)), Some(kind), true) if kind == known => Some((start, end, kind)),
            (before, kind, _) => {
                close(article, before);
                kind.map(|kind| (start, end, kind))
            }
        };
    }
    close(article, open);
}

fn close(article: &mut Labelled, open: Option<(usize, usize, ActorKind)>) {
    if let Some((start, end, kind)) = open {
        let span = normal(&article.text, Span::from_range(start..end), kind);
        article.names.push((span, kind));
    }
}

/// Whether no space stands between two tokens.
fn glued(before: &str, token: &str, next: Option<&String>, quoted: bool, closing: bool) -> bool {
    let letter = |word: &str| word.chars().last().is_some_and(char::is_alphanumeric);
    let starts = |word: &str| word.chars().next().is_some_and(char::is_alphanumeric);
    let clitic = matches!(
        token.to_lowercase().as_str(),
        "'s" | "’s"
            | "n't"
            | "n’t"
            | "'re"
            | "’re"
            | "'ve"
            | "’ve"
            | "'ll"
            | "’ll"
            | "'d"
            | "’d"
            | "'m"
            | "’m"
            | "''"
            | "”"
    );
    let right = token.chars().all(|c| ".,;:!?)]}%".contains(c));
    let opened =
        matches!(before, "(" | "[" | "{" | "$" | "£" | "€" | "#" | "“" | "‘" | "``" | "@") || before == "\"" && quoted;
    let hyphen = matches!(token, "-" | "/") && letter(before) && next.is_some_and(|next| starts(next))
        || matches!(before, "-" | "/") && starts(token);
    // "the players '" and "’" behind an s are possessives.
    let possessive = matches!(token, "'" | "’") && before.ends_with('s');
    clitic || right || opened || hyphen || possessive || closing && token == "\""
}

/// The kind of a tag of any of the files.
fn kind(tag: &str) -> Option<ActorKind> {
    Some(match tag {
        "PER" | "person" | "politician" | "PERSON" => ActorKind::Person,
        "ORG" | "organisation" | "politicalparty" | "corporation" | "group" => ActorKind::Organization,
        "LOC" | "location" | "country" | "GPE" | "FAC" => ActorKind::Place,
        _ => return None,
    })
}

/// A name without a person's titles, "the" and a possessive.
pub fn normal(text: &str, span: Span, kind: ActorKind) -> Span {
    let lexicon = Lexicon::embedded();
    let (mut start, mut end) = (span.start() as usize, span.end() as usize);
    for suffix in ["'s", "’s", "'", "’"] {
        if text[start..end].ends_with(suffix) && end - start > suffix.len() {
            end -= suffix.len();
            break;
        }
    }
    while let Some((word, rest)) = text[start..end].split_once(' ') {
        let article = matches!(word, "the" | "The" | "THE");
        let title = kind == ActorKind::Person
            && (lexicon.flags(word).has(WordFlags::TITLE)
                || lexicon.flags(word.trim_end_matches('.')).has(WordFlags::TITLE));
        if !article && !title {
            break;
        }
        start = end - rest.len();
    }
    Span::from_range(start..end)
}

#[derive(Deserialize)]
struct Rival {
    labels: Vec<Vec<(usize, usize, String)>>,
}

/// Reads the names that one of several programs saw in each text of a file.
///
/// # Errors
/// Where the file cannot be read.
pub fn labels_of(path: &std::path::Path, program: usize) -> io::Result<Vec<Vec<(Span, ActorKind)>>> {
    let text = std::fs::read_to_string(path)?;
    text.lines()
        .map(|line| {
            let Rival { labels } = serde_json::from_str(line).map_err(io::Error::other)?;
            let labels = labels.into_iter().nth(program).unwrap_or_default();
            let span = |start, end| Span::from_range(start..end);
            Ok(labels.into_iter().filter_map(|(start, end, tag)| Some((span(start, end), kind(&tag)?))).collect())
        })
        .collect()
}

#[derive(Deserialize)]
struct Taught {
    text: String,
    names: Vec<(usize, usize, ActorKind)>,
    unsure: Vec<(usize, usize, f32)>,
}

/// Reads texts that the teacher of `tools/silver/teacher.py` has labelled.
///
/// # Errors
/// Where the file cannot be read.
pub fn silver(path: &std::path::Path) -> io::Result<Vec<Labelled>> {
    let text = std::fs::read_to_string(path)?;
    text.lines()
        .map(|line| {
            let Taught { text, names, unsure } = serde_json::from_str(line).map_err(io::Error::other)?;
            let name = |(start, end, kind)| (normal(&text, Span::from_range(start..end), kind), kind);
            let names = names.into_iter().map(name).collect();
            let unsure = unsure.into_iter().map(|(start, end, share)| (Span::from_range(start..end), share)).collect();
            Ok(Labelled { text, names, unsure })
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::{Labelled, append};

    fn check(tokens: &str, text: &str) {
        let tokens: Vec<String> = tokens.split(' ').map(str::to_owned).collect();
        let tags = vec!["O".to_owned(); tokens.len()];
        let mut article = Labelled::default();
        append(&mut article, &tokens, &tags);
        assert_eq!(article.text, text);
    }

    #[test]
    fn tokens_become_running_text() {
        check(
            "The well - known firm ( now closed ) did n't pay $ 5 .",
            "The well-known firm (now closed) didn't pay $5.",
        );
        check("\" No , \" she said , \" not us . \"", "\"No,\" she said, \"not us.\"");
        check("The players ' union 's head", "The players' union's head");
    }
}
