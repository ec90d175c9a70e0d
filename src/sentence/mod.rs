//! Sentences: split, then merge.
//!
//! `split` ends a sentence wherever one could end; `merge` takes back the ends that abbreviations, initials,
//! quotes and brackets only seem to make.

mod merge;
mod split;

use crate::{
    article::Block,
    document::{Sentence, Tag, Token},
    lexicon::Lexicon,
};

/// Cuts the tokens into sentences. Every token lies in exactly one; none reaches over a block's end.
pub fn find_sentences(
    text: &str,
    blocks: &[Block],
    tokens: &[Token],
    tags: &[Tag],
    _lexicon: &Lexicon,
) -> Vec<Sentence> {
    let mut sentences = Vec::new();
    let mut first = 0;
    for (block, &Block { span, .. }) in blocks.iter().enumerate() {
        let len = tokens[first..].partition_point(|token| token.span.end() <= span.end());
        let range = first..first + len;
        let ends = split::split(text, &tokens[range.clone()]);
        let ends = merge::merge(text, &tokens[range.clone()], &tags[range.clone()], ends);
        for end in ends {
            let end = range.start + end;
            sentences.push(Sentence { first: first as u32, end: end as u32, block: block as u32 });
            first = end;
        }
    }
    sentences
}
