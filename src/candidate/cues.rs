//! Words by which a sentence leans on its neighbours.

use crate::{
    Document,
    document::{Case, TokenKind},
    lexicon::WordFlags,
};
use std::ops::Range;

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
    &["a", "further"],
    &["also"],
    &["afterward"],
    &["at", "that", "time"],
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
    &["not", "that"],
    &["one", "of", "its"],
    &["one", "of", "their"],
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

fn word<'d>(document: &'d Document, at: usize) -> &'d str {
    document.small_str(at)
}

/// Where the words behind a connective begin, if the range begins with one that can be cut.
pub(super) fn connective_end(document: &Document, range: Range<usize>) -> Option<usize> {
    let first = range.start;
    if first + 3 > range.end || document.tokens()[first].kind != TokenKind::Word {
        return None;
    }
    let comma = |at: usize| at + 1 < range.end && document.token_str(at) == ",";
    let one = word(document, first);
    if (document.tags()[first].flags.has(WordFlags::CONNECTIVE) || one == "well") && comma(first + 1) {
        return Some(first + 2).filter(|&after| !says_in_between(document, after..range.end));
    }
    let question = matches!(word(document, first + 1), "for" | "then" | "yet" | "so" | "not");
    if BARE.contains(&one) && document.tokens()[first + 1].kind == TokenKind::Word && !question {
        return Some(first + 1);
    }
    let phrase = PHRASES
        .iter()
        .filter(|phrase| phrase.starts_with(one))
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

/// "…, this is", "injured there": words in the middle that point at what was said before, with nothing in the sentence
/// for them to point at.
pub(super) fn points_at_text(document: &Document, range: Range<usize>, inside: bool) -> bool {
    const BE: &[&str] = &[
        "is", "was", "are", "were", "has", "had", "have", "will", "would", "can", "could", "may", "might", "must",
        "should", "means", "meant", "'s", "’s", "seems", "seemed", "remains", "exists", "exist",
    ];
    const EARLY: usize = 5;
    let names = document.names();
    let Some(first) = document.tokens().get(range.start).map(|token| token.span.start()) else { return false };
    let next_name = names.get(names.partition_point(|name| name.span.end() <= first)).map(|name| name.span.start());
    let mut open = inside;
    for at in range.clone() {
        let token = document.tokens()[at];
        if token.kind == TokenKind::Quote {
            open = toggle(open, document.token_str(at));
        }
        if open || token.kind != TokenKind::Word {
            continue;
        }
        let next = document.tokens().get(at + 1).filter(|_| at + 1 < range.end);
        let be = || BE.contains(&word(document, at + 1));
        match document.token_str(at) {
            "this" | "that" | "these" | "those" => {
                let clause =
                    at > range.start && matches!(document.tokens()[at - 1].kind, TokenKind::Comma | TokenKind::Dash);
                if clause && be() && next.is_some() || points_at_thing(document, range.start, at) {
                    return true;
                }
            }
            // "No light reaches it, …": so early there is nothing that it could mean.
            "it" | "them" if at <= range.start + EARLY => {
                let ends = next.is_some_and(|next| matches!(next.kind, TokenKind::Comma | TokenKind::Terminal));
                // "We saw it on Friday", "Engineers gave it the name".
                let object = at == range.start + 2
                    && matches!(
                        document.token_str_at(at + 1),
                        Some("a" | "an" | "the" | "on" | "in" | "at" | "from" | "as")
                    )
                    && !document.tags()[at - 1].flags.has_any(WordFlags::SAY.with(WordFlags::STOP));
                if ends || object {
                    return true;
                }
            }
            "there" | "There" => {
                // A name before it may be the place.
                let named = next_name.is_some_and(|name| name < token.span.start());
                let ends = next.is_none_or(|next| matches!(next.kind, TokenKind::Comma | TokenKind::Terminal));
                if !be() && !named && ends {
                    return true;
                }
            }
            _ => {}
        }
    }
    false
}

/// "has repeated this line", "who cared for that man": a thing that was told of before, unless the sentence itself says
/// the noun before, or says so much before that the thing may be among it.
fn points_at_thing(document: &Document, first: usize, at: usize) -> bool {
    const EARLY: usize = 12;
    const PREPOSITIONS: &[&str] = &[
        "about", "after", "at", "before", "by", "during", "for", "from", "into", "of", "on", "over", "since", "to",
        "under", "with",
    ];
    // The author's own place and time, and the article itself.
    const AT_HAND: &[&str] =
        &["column", "coming", "country", "essay", "fiscal", "past", "story", "time", "world", "writing"];
    let own =
        |at: usize| document.tags().get(at).filter(|tag| tag.case == Case::Lower && !tag.flags.has(WordFlags::STOP));
    let noun = word(document, at + 1);
    if own(at + 1).is_none() || at > first + EARLY || is_time_noun(noun) || is_study(noun) || AT_HAND.contains(&noun) {
        return false;
    }
    // "that" and "those" may begin a clause or stand for a noun; behind a preposition "that" does not.
    let points = match document.token_str(at) {
        "this" | "these" => true,
        "that" => at > first && PREPOSITIONS.contains(&word(document, at - 1)),
        _ => false,
    };
    let said = |at: usize| (first..at).any(|other| document.token_str(other) == document.token_str(at));
    points && !said(at + 1) && !(own(at + 2).is_some() && said(at + 2))
}

/// A word that says what somebody does or did, told by its form: good enough behind a subject.
pub(super) fn is_finite(document: &Document, at: usize) -> bool {
    const COMMON: &[&str] = &[
        "is", "was", "are", "were", "has", "had", "have", "will", "would", "also", "did", "does", "can", "could",
        "may", "met", "made", "won", "took", "went", "became", "then",
    ];
    let verb = document.tags().get(at).is_some_and(|tag| tag.flags.has_any(WordFlags::SAY.with(WordFlags::VERB)));
    let word = word(document, at);
    verb || word.len() > 4 && word.ends_with("ed") || COMMON.contains(&word)
}

/// Whether a subject may end before this token.
fn ends_subject(document: &Document, at: usize) -> bool {
    is_finite(document, at) || word(document, at) == ","
}

/// "The company said", "The new law bans": the last noun of a subject of a few common nouns, from this token on.
pub(super) fn bare_subject(document: &Document, first: usize) -> Option<usize> {
    const LONGEST: usize = 3;
    // "The London club": whose it is does not say which.
    let place = |at: usize| document.tags()[at].flags.has_any(WordFlags::PLACE.with(WordFlags::DEMONYM));
    let common = |at: &usize| {
        document.tags().get(*at).is_some_and(|tag| {
            tag.case == Case::Lower && !tag.flags.has(WordFlags::STOP) || *at == first + 1 && place(*at)
        })
    };
    (first + 1..first + 1 + LONGEST)
        .take_while(common)
        .find(|&at| ends_subject(document, at + 1) && document.tags()[at].case == Case::Lower)
        .filter(|_| word(document, first) == "the")
}

/// "The pair said", "The 74-year-old owned", "doctors said the 74-year-old": somebody who was introduced before, by no more
/// than a common noun.
pub(super) fn means_one_before(document: &Document, range: Range<usize>) -> bool {
    /// "Fittingly, the 74-year-old's": the subject follows a word or two.
    const NEAR: usize = 4;
    let first = range.start;
    let aged = |at: usize| {
        let before = at.checked_sub(1).filter(|&before| before >= first);
        let told = before.is_some_and(|before| {
            word(document, before) == "that" || document.tags()[before].flags.has(WordFlags::SAY)
        });
        if document.tokens()[at + 1].kind != TokenKind::Number || at >= first + NEAR && !told {
            return false;
        }
        let age: String = (at + 2..range.end.min(at + 6)).map(|at| document.token_str(at)).collect();
        let owns = document.tokens().get(at + 6).is_some_and(|next| next.kind == TokenKind::Clitic);
        age == "-year-old" && (owns || ends_subject(document, at + 6))
    };
    if (first..range.end.saturating_sub(2)).any(|at| word(document, at) == "the" && aged(at)) {
        return true;
    }
    let few = matches!(word(document, first + 1), "two" | "three" | "four");
    word(document, first) == "the"
        && (few || matches!(word(document, first + 1), "pair" | "duo" | "trio" | "agency"))
        && (ends_subject(document, first + 2) || few && ends_subject(document, first + 3))
}

/// "The bank declined to comment", "did not respond to a request for comment": no news, where it is all that is said.
pub(super) fn declines(document: &Document, range: Range<usize>) -> bool {
    const LONGEST: usize = 36;
    let comment = || range.clone().rev().find(|&at| matches!(word(document, at), "comment" | "comments"));
    range.len() <= LONGEST
        && comment().is_some_and(|comment| {
            (range.start..comment).any(|at| {
                matches!(
                    word(document, at),
                    "declined" | "refused" | "respond" | "responded" | "reply" | "return" | "reached" | "available"
                )
            })
        })
}

/// "“Because the road is closed,” she said": an answer, without what was asked; or a question.
pub(super) fn answers(document: &Document, range: Range<usize>) -> bool {
    const OPENING: &[&str] = &["because", "so", "and", "but", "or", "then", "how", "what", "why", "who", "which"];
    let quote = document.tokens()[range.start].kind == TokenKind::Quote;
    quote && range.len() > 1 && OPENING.contains(&word(document, range.start + 1))
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

/// "I", "we" and their forms.
pub(super) fn is_first_person(word: &str) -> bool {
    matches!(word.split(['\'', '’']).next(), Some("i" | "we" | "my" | "our" | "me" | "us"))
}

/// Nouns for somebody, of which no list of trades knows: "he" may mean one of them.
pub(super) fn is_human(word: &str) -> bool {
    // "batsman", "policewoman".
    let trade = word.len() > 5 && word.ends_with("man") && word != "german";
    trade
        || matches!(
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
        plural |= matches!(word, "people" | "men" | "women" | "children" | "police");
    }
    false
}

/// "This study" is what the words themselves stand in.
pub(super) fn is_study(word: &str) -> bool {
    matches!(word, "study" | "paper" | "article" | "thesis")
}

/// "This study presents", "In this paper, we show": what a learned article is about.
pub(crate) fn tells_purpose(document: &Document, first: usize) -> bool {
    let at = first + usize::from(word(document, first) == "in");
    word(document, at) == "this" && is_study(word(document, at + 1))
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
    let be = matches!(verb, "is" | "was" | "remains" | "remained" | "seems" | "'s" | "’s");
    let near = range.start + 2..range.end.min(range.start + 5);
    be && near.into_iter().any(|at| EMPTY.contains(&word(document, at)))
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
