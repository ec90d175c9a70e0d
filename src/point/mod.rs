//! Key points: which sentences to show, and how much of each.

use crate::{
    Document, Options,
    article::BlockKind,
    lexicon::{WordFlags, lowercase},
    text::Span,
    token::TokenKind,
};
use rustc_hash::FxHashSet;

/// A sentence that says what the article says.
#[derive(Clone, Debug, PartialEq)]
pub struct KeyPoint {
    /// Index of the sentence.
    pub sentence: u32,
    /// What is shown of it, in order.
    pub pieces: Vec<Piece>,
    /// 1 for the strongest.
    pub rank: u32,
    /// Why it was chosen, in plain words.
    pub why: Vec<String>,
}

/// A piece of a key point.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Piece {
    /// Copied from the text.
    Copied(Span),
    /// The name of the actor with this index, put in for a pronoun.
    Inserted(u32),
}

/// Chooses the key points, in the article's order. Reads salience and all layers before it.
pub fn choose_points(document: &Document, options: &Options) -> Vec<KeyPoint> {
    let sentences = document.sentences();
    let wanted = match options.share {
        Some(share) => libm::ceilf(share.clamp(0.0, 1.0) * sentences.len() as f32) as usize,
        None => options.points.min(Options::MAX_POINTS) as usize,
    };
    let mut order: Vec<usize> = (0..sentences.len()).filter(|&index| eligible(document, index)).collect();
    order.sort_by(|&a, &b| document.salience()[b].total_cmp(&document.salience()[a]).then(a.cmp(&b)));
    let mut points: Vec<KeyPoint> = Vec::new();
    let mut said: Vec<FxHashSet<String>> = Vec::new();
    for index in order {
        if points.len() == wanted {
            break;
        }
        let words = content_words(document, index);
        let repeats = said.iter().any(|other| words.intersection(other).count() * 2 > words.len());
        if repeats && !words.is_empty() {
            continue;
        }
        said.push(words);
        let pieces = vec![Piece::Copied(trim_start(document, index))];
        points.push(KeyPoint {
            sentence: index as u32,
            pieces,
            rank: points.len() as u32 + 1,
            why: why(document, index),
        });
    }
    points.sort_by_key(|point| point.sentence);
    points
}

/// A sentence that can stand alone: running text, neither very short nor begun by a pronoun.
fn eligible(document: &Document, index: usize) -> bool {
    let sentence = document.sentences()[index];
    let kind = document.blocks()[sentence.block as usize].kind;
    let tokens = sentence.tokens();
    let words = tokens.clone().filter(|&at| document.tokens()[at].kind == TokenKind::Word).count();
    let dangling = document.tags()[tokens.start].flags.has(WordFlags::PRONOUN);
    let alone = words >= 5 && !dangling;
    matches!(kind, BlockKind::Paragraph | BlockKind::ListItem) && (alone || document.sentences().len() == 1)
}

/// The sentence without a connective at its start.
fn trim_start(document: &Document, index: usize) -> Span {
    let sentence = document.sentences()[index];
    let span = document.sentence_span(&sentence);
    let first = sentence.tokens().start;
    let connective = document.tags()[first].flags.has(WordFlags::CONNECTIVE);
    if connective && document.token_str_at(first + 1) == Some(",") && first + 2 < sentence.tokens().end {
        return Span::new(document.tokens()[first + 2].span.start(), span.end());
    }
    span
}

fn content_words(document: &Document, index: usize) -> FxHashSet<String> {
    let content =
        |&at: &usize| document.tokens()[at].kind == TokenKind::Word && !document.tags()[at].flags.has(WordFlags::STOP);
    document.sentences()[index]
        .tokens()
        .filter(content)
        .map(|at| lowercase(document.token_str(at)).into_owned())
        .collect()
}

fn why(document: &Document, index: usize) -> Vec<String> {
    const MAIN: usize = 5;
    let span = document.sentence_span(&document.sentences()[index]);
    let mut why = Vec::new();
    let opening = document.blocks().iter().position(|block| block.kind == BlockKind::Paragraph);
    if opening == Some(document.sentences()[index].block as usize) {
        why.push("opens the article".to_owned());
    }
    let main = document
        .actors()
        .iter()
        .take(MAIN)
        .filter(|actor| actor.mentions.iter().any(|mention| span.contains(mention.span)))
        .count();
    match main {
        0 => {}
        1 => why.push("names a main actor".to_owned()),
        _ => why.push(format!("names {main} main actors")),
    }
    match document.figures().iter().filter(|figure| figure.sentence as usize == index).count() {
        0 => {}
        1 => why.push("gives a figure".to_owned()),
        count => why.push(format!("gives {count} figures")),
    }
    why
}
