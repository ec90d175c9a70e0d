//! Words by which a sentence leans on its neighbours, or shows that it is no part of the article proper.

use crate::{
    Document,
    lexicon::{WordFlags, lowercase},
    token::TokenKind,
};
use std::{borrow::Cow, ops::Range};

/// Connectives of several words; a comma follows them.
const PHRASES: &[&str] = &[
    "after all",
    "all the same",
    "as a result",
    "as such",
    "at that point",
    "at the same time",
    "by contrast",
    "by comparison",
    "even so",
    "for example",
    "for instance",
    "in addition",
    "in any case",
    "in contrast",
    "in fact",
    "in other words",
    "in particular",
    "in short",
    "in turn",
    "of course",
    "on the contrary",
    "on the other hand",
    "that said",
    "to be sure",
    "what is more",
];

/// Connectives that need no comma to be cut: what follows is a whole clause.
const BARE: &[&str] = &["but", "and", "meanwhile", "nevertheless", "nonetheless", "moreover", "furthermore"];

/// Pronouns and pointing words, without their clitics.
const POINTING: &[&str] = &[
    "he",
    "she",
    "it",
    "they",
    "him",
    "her",
    "them",
    "his",
    "hers",
    "its",
    "their",
    "theirs",
    "this",
    "that",
    "these",
    "those",
    "himself",
    "herself",
    "itself",
    "themselves",
    "i",
    "we",
    "you",
    "my",
    "our",
    "your",
    "me",
    "us",
];

/// Beginnings that mean something said before.
const BACKWARD: &[&[&str]] = &[
    &["also"],
    &["afterward"],
    &["afterwards"],
    &["among", "them"],
    &["among", "those"],
    &["another"],
    &["both"],
    &["each", "of", "them"],
    &["either"],
    &["else"],
    &["here"],
    &["in", "response"],
    &["in", "that"],
    &["most", "of", "them"],
    &["neither"],
    &["nor"],
    &["one", "of", "them"],
    &["or"],
    &["our", "colleague"],
    &["our", "colleagues"],
    &["our", "correspondent"],
    &["our", "correspondents"],
    &["our", "reporter"],
    &["our", "reporters"],
    &["other"],
    &["others"],
    &["because", "of", "that"],
    &["because", "of", "this"],
    &["some", "of", "them"],
    &["such"],
    &["the", "former"],
    &["the", "latter"],
    &["the", "same"],
    &["the", "other"],
    &["then"],
    &["there", ","],
    &["which"],
    &["who"],
    &["whose"],
];

/// Sentences that hold one of these are credits and signposts, in small letters.
const FURNITURE: &[&str] = &[
    "contributed to this",
    "contributed reporting",
    "contributed to the report",
    "all rights reserved",
    "copyright",
    "click here",
    "read more",
    "subscribe",
    "sign up for",
    "on twitter",
    "on facebook",
    "see the full",
    "see full",
    "(full story)",
    "full coverage",
    "reporting by",
    "editing by",
    "see the original",
    "for more information",
    "the opinions expressed",
    "updated at",
    "last updated",
    "editor's note",
    "editor’s note",
    "may not be published",
    "©",
];

fn word<'d>(document: &'d Document, at: usize) -> Cow<'d, str> {
    document.token_str_at(at).map_or(Cow::Borrowed(""), lowercase)
}

/// Where the words behind a connective begin, if the range begins with one that can be cut.
pub(super) fn connective_end(document: &Document, range: Range<usize>) -> Option<usize> {
    let first = range.start;
    if first + 3 > range.end || document.tokens()[first].kind != TokenKind::Word {
        return None;
    }
    let comma = |at: usize| at + 1 < range.end && document.token_str(at) == ",";
    let one = word(document, first);
    if document.tags()[first].flags.has(WordFlags::CONNECTIVE) && comma(first + 1) {
        return Some(first + 2).filter(|&after| !says_in_between(document, after..range.end));
    }
    let question = matches!(word(document, first + 1).as_ref(), "for" | "then" | "yet" | "so" | "not");
    if BARE.contains(&one.as_ref()) && document.tokens()[first + 1].kind == TokenKind::Word && !question {
        return Some(first + 1);
    }
    let phrase = PHRASES
        .iter()
        .filter(|phrase| phrase.starts_with(one.as_ref()))
        .find(|phrase| begins(document, range.clone(), phrase.split(' ')))?;
    let end = first + phrase.split(' ').count();
    comma(end).then_some(end + 1).filter(|&after| !says_in_between(document, after..range.end))
}

/// "At the same time, officials said, the town": the words between the commas belong to no sentence of their own.
fn says_in_between(document: &Document, range: Range<usize>) -> bool {
    const NEAR: usize = 10;
    let near = range.start..range.end.saturating_sub(1).min(range.start + NEAR);
    near.into_iter().any(|at| document.tags()[at].flags.has(WordFlags::SAY) && document.token_str(at + 1) == ",")
}

/// "… of that, …": a pointing word that stands by itself, wherever it is.
pub(super) fn ends_back(document: &Document, range: Range<usize>) -> bool {
    let end = range.end;
    range.into_iter().any(|at| {
        matches!(document.token_str(at), "that" | "this" | "those" | "these")
            && at + 1 < end
            && matches!(document.tokens()[at + 1].kind, TokenKind::Comma | TokenKind::Terminal)
    })
}

fn begins<'w>(document: &Document, range: Range<usize>, mut words: impl Iterator<Item = &'w str>) -> bool {
    let mut at = range.start;
    words.all(|wanted| {
        let fits = at < range.end && word(document, at) == wanted;
        at += 1;
        fits
    })
}

/// Whether the words begin with something that means what went before: "Both", "Such", "The latter".
pub(super) fn points_back(document: &Document, range: Range<usize>) -> bool {
    let compound = document.tokens().get(range.start + 1).is_some_and(|next| next.kind == TokenKind::Hyphen);
    let first = word(document, range.start);
    let mut candidates = BACKWARD.iter().filter(|words| words[0] == first);
    !compound && candidates.any(|words| begins(document, range.clone(), words.iter().copied()))
}

/// Whether a word in small letters, its clitic cut off, is a pronoun or points.
pub(super) fn is_pronoun(word: &str) -> bool {
    POINTING.contains(&word)
}

/// Nouns for somebody, of which no list of trades knows: "he" may mean one of them.
pub(super) fn is_human(word: &str) -> bool {
    matches!(
        word,
        "man"
            | "woman"
            | "boy"
            | "girl"
            | "child"
            | "teenager"
            | "victim"
            | "suspect"
            | "mother"
            | "father"
            | "sister"
            | "brother"
            | "daughter"
            | "son"
            | "wife"
            | "husband"
            | "somebody"
            | "someone"
            | "everybody"
            | "everyone"
            | "anybody"
            | "anyone"
            | "nobody"
            | "who"
            | "one"
            | "each"
            | "i"
            | "patient"
            | "player"
            | "star"
            | "candidate"
            | "winner"
            | "survivor"
            | "inmate"
            | "defendant"
            | "driver"
            | "passenger"
            | "designer"
            | "native"
            | "veteran"
            | "student"
            | "friend"
            | "neighbor"
            | "neighbour"
            | "champion"
            | "pope"
            | "king"
            | "queen"
            | "prince"
            | "princess"
    )
}

/// "two of them", without any that they could be: only a plural noun before it could say of whom.
pub(super) fn of_them(document: &Document, range: Range<usize>) -> bool {
    let mut plural = false;
    for at in range.start..range.end.saturating_sub(1) {
        let word = word(document, at);
        if word == "of" && matches!(document.token_str(at + 1), "them" | "these" | "those") {
            let alone = document.tokens().get(at + 2).is_none_or(|next| next.kind != TokenKind::Word);
            let them = document.token_str(at + 1) == "them";
            // "Some of these articles": which ones was said before.
            let opens = at <= range.start + 1;
            return opens || !plural && (them || alone);
        }
        plural |= word.len() > 3 && word.ends_with('s') && !word.ends_with("ss");
        plural |= matches!(&*word, "people" | "men" | "women" | "children" | "police");
    }
    false
}

/// "This week" points at the calendar, not at the text.
pub(super) fn is_time_noun(word: &str) -> bool {
    const NOUNS: &[&str] = &[
        "week",
        "month",
        "year",
        "morning",
        "afternoon",
        "evening",
        "summer",
        "autumn",
        "fall",
        "winter",
        "spring",
        "season",
        "weekend",
        "decade",
        "century",
        "days",
    ];
    NOUNS.contains(&word)
}

/// "It is unclear whether": the pronoun means nothing.
pub(super) fn is_empty_it(document: &Document, range: Range<usize>) -> bool {
    const EMPTY: &[&str] = &[
        "unclear",
        "clear",
        "unknown",
        "known",
        "likely",
        "unlikely",
        "possible",
        "impossible",
        "important",
        "hard",
        "difficult",
        "easy",
        "necessary",
        "essential",
        "rare",
        "common",
        "estimated",
    ];
    let verb = word(document, range.start + 1);
    let be = matches!(verb.as_ref(), "is" | "was" | "remains" | "remained" | "seems" | "'s" | "’s");
    let near = range.start + 2..range.end.min(range.start + 5);
    be && near.into_iter().any(|at| EMPTY.contains(&word(document, at).as_ref()))
}

/// A credit, a signpost, a caption.
pub(super) fn is_furniture(document: &Document, range: Range<usize>) -> bool {
    const LONGEST: usize = 60;
    if range.is_empty() {
        return true;
    }
    if range.len() > LONGEST {
        return false;
    }
    // Most sentences hold no word of a signpost: they are not searched.
    let hint = range.clone().any(|at| {
        let word = document.token_str(at);
        let first = word.as_bytes().first().copied().unwrap_or_default();
        let may = matches!(first, b'c' | b'C' | b'R' | b'r' | b'S' | b's' | b'T' | b'F' | b'i' | b'o' | b'U' | b'u')
            || matches!(first, b'E' | b'e' | b'p' | b'W' | b'>' | 0x80..);
        may && matches!(
            word,
            "contributed"
                | "rights"
                | "Rights"
                | "Copyright"
                | "COPYRIGHT"
                | "copyright"
                | "Click"
                | "CLICK"
                | "click"
                | "Read"
                | "READ"
                | "Subscribe"
                | "subscribe"
                | "Sign"
                | "Twitter"
                | "Facebook"
                | "See"
                | "information"
                | "opinions"
                | "Updated"
                | "updated"
                | "Editor"
                | "Editor's"
                | "Full"
                | "Reporting"
                | "Editing"
                | "reporting"
                | "editor"
                | "published"
                | "©"
                | "»"
                | "›"
                | "Watch"
                | "WATCH"
                | ">"
                | ">>"
        )
    });
    if !hint {
        return false;
    }
    let span = document.tokens()[range.start].span.cover(document.tokens()[range.end - 1].span);
    let text = lowercase(document.str(span));
    let text = text.as_ref();
    let arrow = text.ends_with(['»', '›']) || text.ends_with(">>");
    let watch = text.starts_with("watch ") && !text.ends_with('.');
    arrow || watch || FURNITURE.iter().any(|cue| text.contains(cue))
}

/// Whether quotation marks come in pairs, and what is quoted has its speaker, or at least some other words, in the same
/// sentence.
pub(super) fn quotes_are_whole(document: &Document, range: Range<usize>) -> bool {
    let mut open = false;
    let mut outside = 0;
    let mut quoted = 0;
    for at in range {
        match document.tokens()[at].kind {
            TokenKind::Quote => open = toggle(open, document.token_str(at)),
            TokenKind::Word if open => quoted += 1,
            TokenKind::Word => outside += 1,
            _ => {}
        }
    }
    !open && (quoted == 0 || outside >= 2)
}

/// Whether a quotation is open behind a mark, which may be none of a quotation's.
pub(super) fn toggle(open: bool, mark: &str) -> bool {
    match mark {
        "“" | "``" => true,
        "”" | "''" => false,
        "\"" => !open,
        _ => open,
    }
}
