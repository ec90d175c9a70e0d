//! Other forms of a summary than the list of points: one line, one sentence, a few.

use super::{Piece, Shown};
use crate::{Document, Options, article::BlockKind, lexicon::WordFlags, rank::Ranking, token::TokenKind};
use serde::{Deserialize, Serialize};
use std::ops::Range;

/// What kind of summary; the names are those of the W3C's Writing Assistance APIs.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum SummaryKind {
    /// A list: 3, 5 or 7 points.
    #[default]
    KeyPoints,
    /// What it comes to: one sentence, at most 3, at most 5.
    Tldr,
    /// What makes one want to read on: one sentence, at most 3, at most 5.
    Teaser,
    /// A line of at most 12, 17 or 22 words, cut at a clause.
    Headline,
}

/// How long a summary.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum SummaryLength {
    /// 3 points, one sentence, 12 words.
    #[default]
    Short,
    /// 5 points, 3 sentences, 17 words.
    Medium,
    /// 7 points, 5 sentences, 22 words.
    Long,
}

impl SummaryLength {
    const fn of(self, lengths: [usize; 3]) -> usize {
        match self {
            Self::Short => lengths[0],
            Self::Medium => lengths[1],
            Self::Long => lengths[2],
        }
    }
}

/// The sentences or parts of sentences of a summary, in the article's order, each as pieces that
/// [`point_text`](super::point_text) puts together. Reads all layers up to the quotes; `options` gives the context.
/// Empty only where the document is.
pub fn summarize(document: &Document, options: &Options, kind: SummaryKind, length: SummaryLength) -> Vec<Vec<Piece>> {
    let ranking = Ranking::new(document, options);
    let bodies = match kind {
        SummaryKind::KeyPoints => best(&ranking, length.of([3, 5, 7])),
        SummaryKind::Tldr => best(&ranking, length.of([1, 3, 5])),
        SummaryKind::Teaser => teasing(&ranking, length.of([1, 3, 5])),
        SummaryKind::Headline => return headline(&ranking, length.of([12, 17, 22])).into_iter().collect(),
    };
    bodies.into_iter().map(|body| ranking.reading.shown[body].pieces(document)).collect()
}

/// The best set, or at least the best sentence, in the article's order.
fn best(ranking: &Ranking, wanted: usize) -> Vec<usize> {
    let mut bodies = ranking.choose(wanted);
    if bodies.is_empty() {
        bodies.extend(ranking.scores.order().first());
    }
    bodies.sort_unstable();
    bodies
}

/// Of the best sentences those in which somebody speaks or counts.
fn teasing(ranking: &Ranking, wanted: usize) -> Vec<usize> {
    const POOL: usize = 4;
    let document = ranking.reading.document;
    let mut pool = ranking.choose(wanted + POOL);
    if pool.is_empty() {
        return best(ranking, wanted);
    }
    let appeal = |&body: &usize| {
        let shown = &ranking.reading.shown[body];
        let quoted = shown.tokens().any(|at| ranking.reading.quoted[at]);
        let counted = shown.tokens().any(|at| document.tokens()[at].kind == TokenKind::Number);
        ranking.scores.of[body] + 0.8 * f32::from(u8::from(quoted)) + 0.3 * f32::from(u8::from(counted))
    };
    pool.sort_by(|a, b| appeal(b).total_cmp(&appeal(a)).then(a.cmp(b)));
    pool.truncate(wanted);
    pool.sort_unstable();
    pool
}

/// The article's own title where it is part of the text and short enough; else the beginning of a strong sentence, cut
/// where a clause ends.
fn headline(ranking: &Ranking, most: usize) -> Option<Vec<Piece>> {
    const STRONGEST: usize = 3;
    let document = ranking.reading.document;
    let title = document
        .blocks()
        .iter()
        .find(|block| block.kind == BlockKind::Title)
        .filter(|block| (2..=most).contains(&document.str(block.span).split_whitespace().count()));
    if let Some(title) = title {
        return Some(vec![Piece::Copied(title.span)]);
    }
    let mut bodies = ranking.choose(STRONGEST);
    if bodies.is_empty() {
        bodies.extend(ranking.scores.order().first());
    }
    let cut = |&body: &usize| clause(document, &ranking.reading.shown[body], most);
    bodies
        .iter()
        .find_map(cut)
        .or_else(|| bodies.first().map(|&body| hard_cut(document, &ranking.reading.shown[body], most)))
}

/// Words that begin a clause or phrase which the headline can do without.
const BREAKS: &[&str] = &[
    "after",
    "as",
    "amid",
    "because",
    "before",
    "since",
    "when",
    "where",
    "which",
    "while",
    "who",
    "following",
    "during",
    "despite",
    "marking",
    "saying",
    "adding",
    "according",
    "until",
];

/// The longest beginning of at most `most` words that ends where a clause does; the whole sentence if it is so short.
fn clause(document: &Document, shown: &Shown, most: usize) -> Option<Vec<Piece>> {
    const LEAST: usize = 5;
    let kept: Vec<usize> = shown.tokens().collect();
    let mut words = 0;
    let mut open = false;
    let mut verb = false;
    let mut best = None;
    for (place, &at) in kept.iter().enumerate() {
        let token = document.tokens()[at];
        match token.kind {
            TokenKind::Quote => open = !open,
            TokenKind::Terminal if place + 1 == kept.len() => best = Some(place),
            TokenKind::Comma | TokenKind::Dash if !open && verb && words >= LEAST => best = Some(place),
            TokenKind::Word | TokenKind::Number => {
                let breaks = BREAKS.contains(&document.token_str(at));
                if breaks && !open && verb && words >= LEAST {
                    best = Some(place);
                }
                words += 1;
                if words > most {
                    break;
                }
                verb |= is_verb(document, at);
            }
            _ => {}
        }
    }
    if words <= most {
        best = best.or(Some(kept.len()));
    }
    best.map(|end| shown.pieces_until(document, end))
}

/// Told by its form: good enough to know that a clause has begun to say something.
fn is_verb(document: &Document, at: usize) -> bool {
    const COMMON: &[&str] = &[
        "is", "are", "was", "were", "has", "have", "had", "will", "would", "won", "lost", "met", "made", "took",
        "rose", "fell", "hit", "cut", "found", "says", "said", "gave", "got", "became", "began", "left", "went",
        "came", "won",
    ];
    let word = document.token_str(at);
    let say = document.tags()[at].flags.has(WordFlags::SAY);
    say || COMMON.contains(&word) || word.len() > 4 && word.ends_with("ed")
}

/// So many words, without the small ones that would dangle at the end.
fn hard_cut(document: &Document, shown: &Shown, most: usize) -> Vec<Piece> {
    let kept: Vec<usize> = shown.tokens().collect();
    let mut words = 0;
    let mut end = kept
        .iter()
        .take_while(|&&at| {
            words += usize::from(matches!(document.tokens()[at].kind, TokenKind::Word | TokenKind::Number));
            words <= most
        })
        .count();
    let dangling = |at: usize| {
        document.tokens()[at].kind != TokenKind::Number && document.tags()[at].flags.has(WordFlags::STOP)
            || matches!(
                document.tokens()[at].kind,
                TokenKind::Comma | TokenKind::Dash | TokenKind::Open | TokenKind::Quote
            )
    };
    while end > 1 && dangling(kept[end - 1]) {
        end -= 1;
    }
    shown.pieces_until(document, end)
}

/// A range of nothing but its first so many tokens.
pub(super) fn until(ranges: &[Range<u32>], mut count: usize) -> Vec<Range<u32>> {
    let mut kept = Vec::new();
    for range in ranges {
        let len = range.len().min(count);
        if len == 0 {
            break;
        }
        kept.push(range.start..range.start + len as u32);
        count -= len;
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::{SummaryKind, SummaryLength, summarize};
    use crate::{Article, Lexicon, Options, pipeline::read_layers, point::point_text};

    const STORY: &str = "The county will close the old bridge over the Orr in May, after engineers found cracks in two of \
        its piers.\n\nThe bridge has carried the road to Orr Bay since 1931. Some 4,000 cars cross it on a weekday.\n\n\
        “We cannot wait for a new one,” said Tom Roe, the mayor of Orr Bay. A ferry will take people across at no \
        charge.\n\nThe county council will vote on a new bridge in March. Builders say that it would take two years.";

    fn lines(text: &str, kind: SummaryKind, length: SummaryLength) -> Vec<String> {
        let document = read_layers(Article::plain(text), Lexicon::embedded(), &Options::default(), &mut |_| ());
        let summary = summarize(&document, &Options::default(), kind, length);
        summary.iter().map(|pieces| point_text(&document, pieces)).collect()
    }

    #[test]
    fn lengths() {
        use SummaryKind::{Headline, KeyPoints, Teaser, Tldr};
        for (length, points, sentences, words) in
            [(SummaryLength::Short, 3, 1, 12), (SummaryLength::Medium, 5, 3, 17), (SummaryLength::Long, 7, 5, 22)]
        {
            assert!((1..=points).contains(&lines(STORY, KeyPoints, length).len()));
            assert!((1..=sentences).contains(&lines(STORY, Tldr, length).len()));
            assert!((1..=sentences).contains(&lines(STORY, Teaser, length).len()));
            let headline = lines(STORY, Headline, length);
            assert_eq!(headline.len(), 1);
            assert!((4..=words).contains(&headline[0].split_whitespace().count()), "{headline:?}");
        }
    }

    #[test]
    fn little_or_nothing() {
        for kind in [SummaryKind::KeyPoints, SummaryKind::Tldr, SummaryKind::Teaser, SummaryKind::Headline] {
            assert_eq!(lines(" \n", kind, SummaryLength::Short), Vec::<String>::new());
            for text in ["He left.", "Rain", "- one", "Why?"] {
                assert_eq!(lines(text, kind, SummaryLength::Short).len(), 1, "{kind:?} {text}");
            }
        }
    }
}
