//! Other forms of a summary than the list of points: one line, one sentence, a few.

use crate::{
    Document,
    article::BlockKind,
    candidate::Candidate,
    document::{Piece, TokenKind},
    lexicon::WordFlags,
    rank::Ranking,
    text::{ordered, sort_by_number},
};
use serde::{Deserialize, Serialize};

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
/// [`point_text`](super::point_text) puts together. Empty only where the document is.
pub(crate) fn summary_pieces(ranking: &Ranking, kind: SummaryKind, length: SummaryLength) -> Vec<Vec<Piece>> {
    let bodies = match kind {
        SummaryKind::KeyPoints => best(ranking, length.of([3, 5, 7])),
        SummaryKind::Tldr => best(ranking, length.of([1, 3, 5])),
        SummaryKind::Teaser => teasing(ranking, length.of([1, 3, 5])),
        SummaryKind::Headline => return headline(ranking, length.of([12, 17, 22])).into_iter().collect(),
    };
    bodies.into_iter().map(|body| ranking.reading.candidates[body].pieces(ranking.reading.document)).collect()
}

/// The best set, or at least the best sentence, in the article's order.
fn best(ranking: &Ranking, wanted: usize) -> Vec<usize> {
    /// A single sentence is looked for among so many.
    const POOL: usize = 3;
    let mut bodies = ranking.choose(wanted.max(POOL));
    if bodies.is_empty() {
        bodies.extend(ranking.scores.order().first());
    }
    if wanted == 1 && !bodies.is_empty() {
        // "The company said": in a list other points say which; a sentence alone has nobody to say it.
        let named = bodies.iter().position(|&body| ranking.reading.candidates[body].bare.is_none()).unwrap_or(0);
        bodies.swap(0, named);
    }
    bodies.truncate(wanted);
    sort_by_number(&mut bodies, |&body| body as u128);
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
        let candidate = &ranking.reading.candidates[body];
        let quoted = candidate.tokens().any(|at| ranking.reading.quoted[at]);
        let counted = candidate.tokens().any(|at| document.tokens()[at].kind == TokenKind::Number);
        ranking.scores.of[body] + 0.8 * f32::from(u8::from(quoted)) + 0.3 * f32::from(u8::from(counted))
    };
    sort_by_number(&mut pool, |body| u128::from(!ordered(appeal(body))) << 64 | *body as u128);
    pool.truncate(wanted);
    sort_by_number(&mut pool, |&body| body as u128);
    pool
}

/// The article's own title where it is part of the text, cut where a clause ends if it is too long; else the beginning
/// of a strong sentence, cut likewise.
fn headline(ranking: &Ranking, most: usize) -> Option<Vec<Piece>> {
    const STRONGEST: usize = 3;
    let document = ranking.reading.document;
    let title = document
        .sentences()
        .iter()
        .find(|sentence| document.blocks()[sentence.block as usize].kind == BlockKind::Title)
        .map(|sentence| document.blocks()[sentence.block as usize].span)
        .filter(|span| document.str(*span).split_whitespace().count() >= 2);
    if let Some(title) = title {
        if document.str(title).split_whitespace().count() <= most {
            return Some(vec![Piece::Copied(title)]);
        }
        let tokens: Vec<usize> = document.tokens_in(title).collect();
        let cut = |phrases| clause(document, &tokens, Cut { most, title: true, attributed: false, phrases });
        if let Some(end) = cut(false).or_else(|| cut(true)) {
            let (first, last) = (document.tokens()[tokens[0]], document.tokens()[tokens[end - 1]]);
            return Some(vec![Piece::Copied(first.span.cover(last.span))]);
        }
    }
    let mut bodies = ranking.choose(STRONGEST);
    if bodies.is_empty() {
        bodies.extend(ranking.scores.order().first());
    }
    // The opening, where it is among them, says what is new; "The company said" does not say which.
    let vague = |body: usize| {
        let candidate = &ranking.reading.candidates[body];
        candidate.bare.is_some() || matches!(document.token_str(candidate.first()), "It" | "There")
    };
    sort_by_number(&mut bodies, |&body| u128::from(u8::from(vague(body)) * 2 + u8::from(body > 0)));
    // A sentence is rather cut before "in" or "with" than a weaker one taken; who said it is left out only where nothing
    // else is short enough.
    for attributed in [true, false] {
        for &body in &bodies {
            let candidate = ranking.reading.candidates[body].brief(document, &ranking.reading.quoted);
            let tokens: Vec<usize> = candidate.tokens().collect();
            let cut = |phrases| clause(document, &tokens, Cut { most, title: false, attributed, phrases });
            if let Some(end) = cut(false).or_else(|| cut(true)) {
                return Some(candidate.pieces_until(document, end));
            }
        }
    }
    bodies.first().map(|&body| hard_cut(document, &ranking.reading.candidates[body], most))
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
];

/// Nouns of time, behind which "after" and "before" say from when it counts.
const TIMES: &[&str] = &["minutes", "hours", "days", "weeks", "months", "years", "day", "week", "month", "year"];

/// Words that begin a phrase; most clauses say something without it.
const PHRASES: &[&str] = &["in", "on", "at", "with", "from", "for", "over", "under", "through"];

/// How a sentence may be cut.
#[derive(Clone, Copy)]
struct Cut {
    /// The most words.
    most: usize,
    /// A title has verbs of the present, which nothing tells; it may be cut without.
    title: bool,
    /// Whether who said it has to stay.
    attributed: bool,
    /// Whether it may be cut before a phrase too, such as "in Rome".
    phrases: bool,
}

/// How many tokens the longest beginning has that ends where a clause does; all but the last mark if they are few
/// enough.
fn clause(document: &Document, kept: &[usize], cut: Cut) -> Option<usize> {
    const LEAST: usize = 5;
    let word = |place: usize| kept.get(place).map_or("", |&at| document.token_str(at));
    let mut words = 0;
    let mut open = false;
    // Whether the main clause, or the clause that somebody says, has its verb.
    let mut verb = cut.title;
    // Inside ", who had been there,".
    let mut aside = false;
    // "One day after …,", "Understanding that …,": the main clause begins behind the comma.
    let mut introduced = (0..3).any(|place| matches!(word(place), "after" | "before")) || introduces(word(0));
    let mut superlative = false;
    let mut best = None;
    let may_end = |place: usize| !cut.attributed || !is_attribution(document, &kept[place..]);
    for (place, &at) in kept.iter().enumerate() {
        match document.tokens()[at].kind {
            TokenKind::Quote => {
                open = !open;
                // "After “The Mill,” Tom Roe": the comma stands inside.
                let ends = !open && place > 0 && document.tokens()[kept[place - 1]].kind == TokenKind::Comma;
                introduced &= !ends;
            }
            TokenKind::Terminal if place + 1 == kept.len() => best = Some(place),
            TokenKind::Comma | TokenKind::Dash if !open => {
                // "Rohan Deshmukh, 59": nothing ends before an age, nor between the members of a list.
                let lists = place >= 2 && matches!(word(place + 2), "and" | "or" | ",");
                let number = kept.get(place + 1).is_some_and(|&at| document.tokens()[at].kind == TokenKind::Number);
                if introduced {
                    (introduced, verb) = (false, false);
                    continue;
                }
                if verb && !aside && words >= LEAST && !lists && !number && may_end(place + 1) {
                    best = Some(place);
                }
                aside = matches!(word(place + 1), "who" | "which" | "whose" | "where") && !verb;
            }
            TokenKind::Word | TokenKind::Number => {
                let text = document.token_str(at);
                let before = place.checked_sub(1).map_or("", word);
                // "The first since", "two months after", "partly by": the words before would dangle.
                let since = superlative && matches!(text, "since" | "before" | "after" | "during")
                    || TIMES.contains(&before)
                    || before.len() > 4 && before.ends_with("ly");
                let phrase = cut.phrases && PHRASES.contains(&text);
                let breaks = (phrase || BREAKS.contains(&text)) && !since && !aside && !introduced;
                if breaks && !open && verb && words >= LEAST && may_end(place) {
                    best = Some(place);
                }
                // "… more than two months after": it ends before the time.
                if TIMES.contains(&before) && BREAKS.contains(&text) && verb && !aside && !introduced && !open {
                    let counts =
                        |&at: &usize| document.tags()[at].flags.has_any(WordFlags::FIGURE.with(WordFlags::STOP));
                    let digits = |&at: &usize| document.tokens()[at].kind == TokenKind::Number;
                    let time = kept[..place - 1].iter().rev().take_while(|at| counts(at) || digits(at)).count();
                    best = Some(place - 1 - time).filter(|&end| end > LEAST).or(best);
                }
                words += 1;
                if words > cut.most {
                    break;
                }
                superlative |= matches!(text, "first" | "only" | "last" | "best" | "worst" | "never" | "not" | "no")
                    || text.len() > 5 && text.ends_with("est");
                if !aside && is_verb(document, at) {
                    // "Doe said that the bridge": what is said needs a verb of its own.
                    // Of "recalled a diplomat" nobody knows.
                    let says = matches!(text, "said" | "says" | "say") || word(place + 1) == "that";
                    let says = says && document.tags()[at].flags.has(WordFlags::SAY);
                    verb = cut.title || !says || word(place + 1) == ",";
                }
            }
            _ => {}
        }
    }
    if words <= cut.most {
        best = best.or(Some(kept.len()));
    }
    let mut end = best?;
    while end > 1 && matches!(document.tokens()[kept[end - 1]].kind, TokenKind::Comma | TokenKind::Dash) {
        end -= 1;
    }
    Some(end)
}

/// Whether a sentence that begins so has its main clause behind a comma.
fn introduces(word: &str) -> bool {
    const WORDS: &[&str] = &[
        "After", "Although", "As", "Because", "Before", "Despite", "During", "If", "Once", "Since", "Though", "Until",
        "When", "While", "With",
    ];
    WORDS.contains(&word) || word.len() > 5 && word.ends_with("ing")
}

/// "according to …", "officials said." right here.
fn is_attribution(document: &Document, rest: &[usize]) -> bool {
    const NEAR: usize = 8;
    let first = rest.first().map_or("", |&at| document.token_str(at));
    let near = rest.iter().take(NEAR);
    first == "according" || near.clone().any(|&at| document.tags()[at].flags.has(WordFlags::SAY)) && rest.len() <= NEAR
}

/// Told by its form: good enough to know that a clause has begun to say something.
fn is_verb(document: &Document, at: usize) -> bool {
    const COMMON: &[&str] = &[
        "is", "are", "was", "were", "has", "have", "had", "will", "would", "won", "lost", "met", "made", "took",
        "rose", "fell", "hit", "cut", "found", "says", "said", "gave", "got", "became", "began", "left", "went",
        "came", "won",
    ];
    let word = document.token_str(at);
    let verb = document.tags()[at].flags.has_any(WordFlags::SAY.with(WordFlags::VERB));
    // "hopes to transfer".
    let aims = word.ends_with('s') && document.token_str_at(at + 1) == Some("to");
    verb || aims || COMMON.contains(&word) || word.len() > 4 && word.ends_with("ed")
}

/// So many words, without the small ones that would dangle at the end.
fn hard_cut(document: &Document, candidate: &Candidate, most: usize) -> Vec<Piece> {
    let kept: Vec<usize> = candidate.tokens().collect();
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
    let inside = |end: usize| {
        kept.get(end).is_some_and(|&next| document.tokens()[next].kind == TokenKind::Hyphen)
            || document.tokens()[kept[end - 1]].kind == TokenKind::Hyphen
    };
    while end > 1 && (dangling(kept[end - 1]) || inside(end)) {
        end -= 1;
    }
    candidate.pieces_until(document, end)
}

#[cfg(test)]
mod tests {
    use super::{SummaryKind, SummaryLength};
    use crate::{Article, Models, Options, pipeline::summarize};

    const STORY: &str = "The county will close the old bridge over the Orr in May, after engineers found cracks in two of \
        its piers.\n\nThe bridge has carried the road to Orr Bay since 1931. Some 4,000 cars cross it on a weekday.\n\n\
        “We cannot wait for a new one,” said Tom Roe, the mayor of Orr Bay. A ferry will take people across at no \
        charge.\n\nThe county council will vote on a new bridge in March. Builders say that it would take two years.";

    fn lines(text: &str, kind: SummaryKind, length: SummaryLength) -> Vec<String> {
        summarize(Article::plain(text), Models::embedded(), &Options::default(), kind, length)
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
    fn headlines_end_with_a_clause() {
        for (text, expected) in [
            (
                "Tom Roe, who had been mayor of the town for some nine years, closed the bridge on Friday.",
                "Tom Roe closed the bridge on Friday",
            ),
            (
                "Judge Ann Lee said that Tom Roe, 59, had closed the bridge, which was one of the oldest in the county.",
                "Judge Ann Lee said that Tom Roe, 59, had closed the bridge",
            ),
            (
                "The two mayors met in Orr Bay on Sunday, marking their first talks since the war ended in the hills.",
                "The two mayors met in Orr Bay on Sunday",
            ),
            (
                "Tom Roe, a 16-term member of the county council and a baker, announced that the bridge will close.",
                "Tom Roe announced that the bridge will close",
            ),
            (
                "An elderly man has been freed from jail more than two months after the boy he was with had gone to Oslo.",
                "An elderly man has been freed from jail",
            ),
            (
                "The county hopes to close the old bridge over the Orr in the next six months as a part of its plan.",
                "The county hopes to close the old bridge over the Orr",
            ),
            (
                "The old bridge over the Orr has fallen, officials of the county said on Friday night.",
                "The old bridge over the Orr has fallen",
            ),
        ] {
            assert_eq!(lines(text, SummaryKind::Headline, SummaryLength::Short), [expected]);
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
