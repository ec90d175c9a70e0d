//! Why a sentence is a point, in plain words.

use crate::{Document, article::BlockKind};

/// Reasons, the strongest first.
pub(super) fn why(document: &Document, index: usize) -> Vec<String> {
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
