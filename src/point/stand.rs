//! Standing alone: which sentences make sense away from their neighbours, and where they have to begin for it.

use super::cues;
use crate::{
    Document,
    article::BlockKind,
    lexicon::{WordFlags, lowercase},
    name::MentionForm,
    tag::Case,
    token::TokenKind,
};
use rustc_hash::FxHashMap;
use std::ops::Range;

/// Whether a sentence can be shown away from its neighbours.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Standing {
    /// It can, from this token on; an actor's name may stand for the pronoun before it.
    Alone {
        /// First token to be shown.
        first: usize,
        /// The actor that the pronoun before `first` means.
        named: Option<u32>,
    },
    /// It says something, but leans on what goes before: only where nothing better is there.
    Leaning {
        /// First token to be shown.
        first: usize,
    },
    /// No sentence of the article proper: a caption, a credit, a heading.
    Never,
}

/// How one sentence stands. `inside` says whether it begins within a quotation.
pub(super) fn standing(document: &Document, pronouns: &Pronouns, index: usize, inside: bool) -> Standing {
    let sentence = document.sentences()[index];
    let kind = document.blocks()[sentence.block as usize].kind;
    if !matches!(kind, BlockKind::Paragraph | BlockKind::ListItem) {
        return Standing::Never;
    }
    let range = sentence.tokens();
    let first = skip_dateline(document, range.clone());
    let first = skip_connective(document, first..range.end);
    let rest = first..range.end;
    if cues::is_furniture(document, rest.clone()) {
        return Standing::Never;
    }
    let whole = !inside && is_whole(document, range, kind);
    if let Some(actor) = named_pronoun(document, pronouns, first)
        && whole
    {
        return Standing::Alone { first: first + 1, named: Some(actor) };
    }
    if leans(document, rest) || !whole {
        return Standing::Leaning { first };
    }
    Standing::Alone { first, named: None }
}

/// A whole statement: some words, a mark at its end, quotation marks in pairs, and a speaker for what is quoted.
fn is_whole(document: &Document, range: Range<usize>, kind: BlockKind) -> bool {
    const FEW: usize = 5;
    let tokens = &document.tokens()[range.clone()];
    let words = tokens.iter().filter(|token| token.kind == TokenKind::Word).count();
    let Some(last) = range.clone().rev().find(|&at| !is_closing(document, at)) else { return false };
    let mark = document.token_str(last);
    let ended = mark == "." || mark == "!" || mark.ends_with('.') || kind == BlockKind::ListItem && mark != "?";
    words >= FEW && ended && cues::quotes_are_whole(document, range)
}

fn is_closing(document: &Document, at: usize) -> bool {
    matches!(document.tokens()[at].kind, TokenKind::Quote | TokenKind::Close)
}

/// `(CNN) --`, `LONDON, England (CNN) --`, `ROME, Sunday —`, `17:35 –`: a dash within the first words of a block, with
/// nothing but names, dates and brackets before it.
fn skip_dateline(document: &Document, range: Range<usize>) -> usize {
    const LONGEST: usize = 14;
    let (tokens, tags) = (document.tokens(), document.tags());
    let first = range.start;
    let opens_block =
        first == 0 || tokens[first - 1].span.end() <= document.blocks()[block_at(document, first)].span.start();
    if !opens_block {
        return first;
    }
    let mut bracket = false;
    let mut lower = 0;
    for at in first..range.end.min(first + LONGEST) {
        match tokens[at].kind {
            TokenKind::Dash if at > first && at + 1 < range.end => {
                // A name and a dash may open any sentence; a dateline is in capitals, in brackets, or ends with a day.
                let capitals = tags[first].case == Case::Upper && document.token_str(first).len() > 2;
                let day = tags[at - 1].flags.has(WordFlags::CALENDAR);
                let time = (first..at).all(|at| tokens[at].kind != TokenKind::Word || lower > 0);
                let fits = bracket || capitals || day || time;
                return if fits { at + 1 } else { first };
            }
            TokenKind::Open => bracket = true,
            TokenKind::Word if tags[at].case == Case::Lower && tokens[at].kind == TokenKind::Word => {
                lower += 1;
                let small =
                    matches!(document.token_str(at), "a.m." | "p.m." | "am" | "pm" | "of" | "and" | "de" | "com");
                if !small {
                    return first;
                }
            }
            TokenKind::Word
            | TokenKind::Number
            | TokenKind::Comma
            | TokenKind::Close
            | TokenKind::Hyphen
            | TokenKind::Terminal
            | TokenKind::Address
            | TokenKind::Other => {
                // "(CNN)The": the words touch the bracket, without a dash.
                let closed = bracket && at > first && tokens[at - 1].kind == TokenKind::Close;
                if closed && at <= first + 8 && tokens[at].kind == TokenKind::Word {
                    return at;
                }
            }
            _ => return first,
        }
    }
    first
}

fn block_at(document: &Document, token: usize) -> usize {
    document.sentences()[document.sentence_at(document.tokens()[token].span.start())].block as usize
}

/// The first token behind connectives that can go: "But", "Meanwhile,", "At the same time,".
fn skip_connective(document: &Document, range: Range<usize>) -> usize {
    let mut first = range.start;
    // Two may follow each other: "But meanwhile,".
    for _ in 0..2 {
        let Some(after) = cues::connective_end(document, first..range.end) else { break };
        first = after;
    }
    first
}

/// Pronouns whose actor is known: first byte and actor.
#[derive(Debug, Default)]
pub(super) struct Pronouns(FxHashMap<u32, u32>);

impl Pronouns {
    pub(super) fn of(document: &Document) -> Self {
        let actors = document.actors().iter().enumerate();
        let mentions = actors.flat_map(|(id, actor)| actor.mentions.iter().map(move |mention| (id as u32, mention)));
        let pronouns = mentions.filter(|(_, mention)| mention.form == MentionForm::Pronoun);
        Self(pronouns.map(|(id, mention)| (mention.span.start(), id)).collect())
    }
}

/// The actor that the pronoun at `at` means, where a mention says so and the pronoun is a subject.
fn named_pronoun(document: &Document, pronouns: &Pronouns, at: usize) -> Option<u32> {
    let token = document.tokens().get(at)?;
    let word = lowercase(document.token_str(at));
    if !matches!(word.as_ref(), "he" | "she" | "it" | "they") {
        return None;
    }
    // "He's" would leave the clitic without its word.
    let clitic = document.tokens().get(at + 1).is_some_and(|next| next.kind == TokenKind::Clitic);
    pronouns.0.get(&token.span.start()).copied().filter(|_| !clitic)
}

/// Whether the words begin with something that points back.
fn leans(document: &Document, range: Range<usize>) -> bool {
    let Some(first) = range.clone().find(|&at| matches!(document.tokens()[at].kind, TokenKind::Word)) else {
        return true;
    };
    let word = lowercase(document.token_str(first));
    let word = word.as_ref();
    let next = document.token_str_at(first + 1).map(lowercase);
    let next = next.as_deref().unwrap_or_default();
    let flags = document.tags()[first].flags;
    let base = word.split(['\'', '’']).next().unwrap_or(word);
    if flags.has(WordFlags::PRONOUN) || cues::is_pronoun(base) {
        let speaks = matches!(base, "i" | "we" | "you" | "my" | "our" | "your");
        let time = matches!(base, "this" | "these") && cues::is_time_noun(next);
        let empty = base == "it" && cues::is_empty_it(document, first..range.end);
        // The author speaks, or somebody whose words have their speaker with them.
        return !(speaks || time || empty);
    }
    if flags.has(WordFlags::CONNECTIVE) {
        return true;
    }
    cues::points_back(document, first..range.end)
}
