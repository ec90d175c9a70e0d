//! What would be shown of each sentence, if it were a point.

use super::{
    Piece, cues,
    stand::{Pronouns, Standing, standing},
    trim,
};
use crate::{Document, article::BlockKind, text::Span, token::TokenKind};
use std::ops::Range;

/// A sentence of the article proper, with what would be shown of it.
#[derive(Clone, Debug)]
pub(crate) struct Shown {
    /// Index of the sentence.
    pub(crate) sentence: u32,
    /// Whether it makes sense without what goes before it.
    pub(crate) alone: bool,
    /// The actor whose name stands for its first pronoun.
    pub(crate) named: Option<u32>,
    /// The tokens that are kept: at least one range, in order, none empty.
    kept: Vec<Range<u32>>,
}

impl Shown {
    /// Indices of the tokens that are shown.
    pub(crate) fn tokens(&self) -> impl Iterator<Item = usize> + Clone {
        self.kept.iter().flat_map(|range| range.start as usize..range.end as usize)
    }

    /// The first of them.
    pub(crate) fn first(&self) -> usize {
        self.kept[0].start as usize
    }

    /// The pieces of the point.
    pub(crate) fn pieces(&self, document: &Document) -> Vec<Piece> {
        let span = |range: &Range<u32>| -> Span {
            let tokens = document.tokens();
            tokens[range.start as usize].span.cover(tokens[range.end as usize - 1].span)
        };
        let copied = self.kept.iter().map(|range| Piece::Copied(span(range)));
        self.named.map(Piece::Inserted).into_iter().chain(copied).collect()
    }
}

/// Reads the article proper: its sentences, and for each token whether it stands in quotation marks.
pub(crate) fn read_shown(document: &Document) -> (Vec<Shown>, Vec<bool>) {
    let pronouns = Pronouns::of(document);
    let mut shown = Vec::with_capacity(document.sentences().len());
    let mut quoted = vec![false; document.tokens().len()];
    let (mut open, mut block) = (false, u32::MAX);
    for (index, sentence) in document.sentences().iter().enumerate() {
        if sentence.block != block {
            (open, block) = (false, sentence.block);
        }
        let standing = standing(document, &pronouns, index, open);
        for at in sentence.tokens() {
            if document.tokens()[at].kind == TokenKind::Quote {
                open = cues::toggle(open, document.token_str(at));
            }
            quoted[at] = open;
        }
        let (alone, first, named) = match standing {
            Standing::Alone { first, named } => (true, first, named),
            Standing::Leaning { first } => (false, first, None),
            Standing::Never => continue,
        };
        let kept = trim::trim(document, first..sentence.tokens().end, &quoted);
        shown.push(Shown { sentence: index as u32, alone, named, kept });
    }
    if shown.is_empty() {
        shown.extend(last_resort(document));
    }
    (shown, quoted)
}

/// An article of nothing but headings and captions still says something.
fn last_resort(document: &Document) -> Option<Shown> {
    let some = |kinds: &[BlockKind]| {
        document
            .sentences()
            .iter()
            .position(|sentence| kinds.contains(&document.blocks()[sentence.block as usize].kind))
    };
    let index = some(&[BlockKind::Paragraph, BlockKind::ListItem])
        .or_else(|| some(&[BlockKind::Heading]))
        .or_else(|| some(&[BlockKind::Title]))
        .or_else(|| some(&[BlockKind::Aside]))?;
    let tokens = document.sentences()[index].tokens();
    let kept = vec![tokens.start as u32..tokens.end as u32];
    Some(Shown { sentence: index as u32, alone: false, named: None, kept })
}
