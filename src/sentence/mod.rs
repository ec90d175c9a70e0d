//! Sentences: split, then merge.
//!
//! `split` ends a sentence wherever one could end; `merge` takes back the ends that abbreviations, initials,
//! quotes and brackets only seem to make.

mod dateline;
mod merge;
mod split;

use crate::{Document, article::Block, document::Sentence};

pub(crate) use dateline::{dateline_day, dateline_end, opens_dateline, stands_in_dateline};

/// Cuts the tokens into sentences. Every token lies in exactly one; none reaches over a block's end.
pub(crate) fn find_sentences(document: &Document) -> Vec<Sentence> {
    let (text, tokens, tags) = (document.text(), document.tokens(), document.tags());
    let mut sentences = Vec::new();
    let mut first = 0;
    for (block, &Block { span, .. }) in document.blocks().iter().enumerate() {
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
