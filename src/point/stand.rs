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
    /// It can, from this token on; an actor's name may stand for a pronoun.
    Alone {
        /// First token to be shown.
        first: usize,
        /// A pronoun's token, and the actor that it means.
        named: Option<(usize, u32)>,
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
    let subject = early_pronoun(document, rest.clone());
    if let Some(at) = subject
        && whole
        && let Some(actor) = pronouns.actor(document, at)
    {
        return Standing::Alone { first, named: Some((at, actor)) };
    }
    if subject.is_some() || leans(document, rest) || !whole {
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
    let first = range.start;
    let opens_block = first == 0
        || document.tokens()[first - 1].span.end() <= document.blocks()[block_at(document, first)].span.start();
    if !opens_block {
        return first;
    }
    skip_agency(document, range.clone()).or_else(|| skip_day(document, range)).unwrap_or(first)
}

/// A place and an agency in brackets, with a dash behind them; in text that was taken apart into tokens, `-lrb- cnn
/// -rrb- --`. The dash may be missing, as in `(CNN)The`.
fn skip_agency(document: &Document, range: Range<usize>) -> Option<usize> {
    const PLACE: usize = 8;
    const AGENCY: usize = 6;
    let tokens = document.tokens();
    let word = |at: usize| document.token_str(at);
    let open = (range.start..range.end.min(range.start + PLACE))
        .find(|&at| tokens[at].kind == TokenKind::Open || word(at) == "lrb")?;
    let close = (open + 1..range.end.min(open + AGENCY))
        .find(|&at| tokens[at].kind == TokenKind::Close || word(at) == "rrb")?;
    let apart = word(open) == "lrb";
    let place = (range.start..open).all(|at| {
        let tag = document.tags()[at];
        match tokens[at].kind {
            TokenKind::Word => (apart || tag.case != Case::Lower) && !tag.flags.has(WordFlags::STARTER),
            TokenKind::Comma | TokenKind::Number | TokenKind::Hyphen | TokenKind::Dash => true,
            _ => false,
        }
    });
    let next = (close + 1..range.end).find(|&at| tokens[at].kind != TokenKind::Hyphen)?;
    if !place {
        return None;
    }
    if tokens[next].kind == TokenKind::Dash {
        return (next + 1 < range.end).then_some(next + 1);
    }
    let agency = close == open + 2 && document.tags()[open + 1].case == Case::Upper;
    (agency && tokens[close].touches(tokens[next]) && tokens[next].kind == TokenKind::Word).then_some(next)
}

/// A place in capitals, a day or a time, with a dash behind it.
fn skip_day(document: &Document, range: Range<usize>) -> Option<usize> {
    const LONGEST: usize = 12;
    let (tokens, tags) = (document.tokens(), document.tags());
    let first = range.start;
    let dash = (first + 1..range.end.min(first + LONGEST)).find(|&at| tokens[at].kind == TokenKind::Dash)?;
    let small = |at: usize| matches!(document.token_str(at), "a.m." | "p.m." | "am" | "pm" | "of" | "de");
    let plain = (first..dash).all(|at| match tokens[at].kind {
        TokenKind::Word => tags[at].case != Case::Lower || small(at),
        TokenKind::Number | TokenKind::Hyphen | TokenKind::Terminal | TokenKind::Comma => true,
        _ => false,
    });
    // A name and a dash may open any sentence; a dateline is in capitals, ends with a day, or is a time of day.
    let capitals = tags[first].case == Case::Upper && document.token_str(first).len() > 3;
    let day = tags[dash - 1].flags.has(WordFlags::CALENDAR);
    let time = (first..dash).all(|at| tokens[at].kind != TokenKind::Word || small(at));
    (plain && (capitals || day || time) && dash + 1 < range.end).then_some(dash + 1)
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

    /// The actor that the pronoun at a token means, where a mention says so.
    fn actor(&self, document: &Document, at: usize) -> Option<u32> {
        // "He's" would leave the clitic without its word.
        let clitic = document.tokens().get(at + 1).is_some_and(|next| next.kind == TokenKind::Clitic);
        self.0.get(&document.tokens()[at].span.start()).copied().filter(|_| !clitic)
    }
}

/// A subject pronoun that the sentence begins with, or that follows a few introducing words: "In October it had".
fn early_pronoun(document: &Document, range: Range<usize>) -> Option<usize> {
    const NEAR: usize = 8;
    const INTRODUCING: &[&str] = &[
        "in",
        "on",
        "at",
        "by",
        "after",
        "before",
        "during",
        "when",
        "while",
        "if",
        "as",
        "since",
        "for",
        "from",
        "with",
        "under",
        "last",
        "earlier",
        "later",
        "yesterday",
        "once",
        "although",
        "though",
        "because",
        "until",
        "despite",
    ];
    let first = range.start;
    let word = |at: usize| lowercase(document.token_str(at));
    let subject = |at: usize| matches!(word(at).as_ref(), "he" | "she" | "it" | "they");
    if subject(first) {
        return (!cues::is_empty_it(document, range)).then_some(first);
    }
    if !INTRODUCING.contains(&word(first).as_ref()) {
        return None;
    }
    for at in first + 1..range.end.min(first + NEAR) {
        if subject(at) {
            // "After he was elected, Doe said": the name follows.
            let comma = (at..range.end).find(|&at| document.tokens()[at].kind == TokenKind::Comma);
            let follows = comma.is_some_and(|comma| {
                (comma + 1..range.end.min(comma + 4)).any(|at| document.tags()[at].case != Case::Lower)
            });
            return (!follows && !cues::is_empty_it(document, at..range.end)).then_some(at);
        }
        let tag = document.tags()[at];
        let name = !matches!(tag.case, Case::Lower | Case::None) && !tag.flags.has(WordFlags::CALENDAR);
        if name {
            return None;
        }
    }
    None
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
    cues::points_back(document, first..range.end) || cues::ends_back(document, range)
}

#[cfg(test)]
mod tests {
    use crate::{
        Article, Document, Lexicon, Options,
        name::{Mention, MentionForm},
        pipeline::read_layers,
        point::{point_text, read_shown},
    };

    fn read(text: &str) -> Document<'_> {
        read_layers(Article::plain(text), Lexicon::embedded(), &Options::default(), &mut |_| ())
    }

    /// What would be shown of the last sentence, if it stands alone.
    fn alone(text: &str) -> Option<String> {
        let document = read(text);
        let (shown, _) = read_shown(&document);
        let last = shown.last().filter(|shown| shown.sentence as usize + 1 == document.sentences().len())?;
        last.alone.then(|| point_text(&document, &last.pieces(&document)))
    }

    #[test]
    fn datelines_go() {
        for (text, expected) in [
            ("(CNN) -- The dam on the Orr broke on Friday night.", "The dam on the Orr broke on Friday night."),
            ("OSLO, Norway (Reuters) - The dam on the Orr broke on Friday.", "The dam on the Orr broke on Friday."),
            ("ROME, Sunday — The dam on the Orr broke on Friday night.", "The dam on the Orr broke on Friday night."),
            ("17:35 – The dam on the Orr broke on Friday night.", "The dam on the Orr broke on Friday night."),
            (
                "-lrb- cnn -rrb- -- the dam on the orr broke on friday night .",
                "The dam on the orr broke on friday night .",
            ),
            (
                "Jane Doe -- a baker -- has run for mayor of the town again.",
                "Jane Doe -- a baker -- has run for mayor of the town again.",
            ),
        ] {
            assert_eq!(alone(text).as_deref(), Some(expected), "{text}");
        }
    }

    #[test]
    fn connectives_go_or_keep_the_sentence_out() {
        for (text, expected) in [
            ("But the mayor said that the bridge was safe.", Some("The mayor said that the bridge was safe.")),
            ("Meanwhile, the mayor said that the bridge was safe.", Some("The mayor said that the bridge was safe.")),
            ("At the same time, the mayor kept the bridge open.", Some("The mayor kept the bridge open.")),
            (
                "At the same time, officials said, the mayor kept the bridge open.",
                Some("At the same time, officials said, the mayor kept the bridge open."),
            ),
            ("Also present were the mayor and two of her aides.", None),
            ("He said that the old bridge was safe.", None),
            ("In October he said that the old bridge was safe.", None),
            (
                "After he was elected, Tom Roe closed the old bridge.",
                Some("After he was elected, Tom Roe closed the old bridge."),
            ),
            ("This week the old bridge was closed for good.", Some("This week the old bridge was closed for good.")),
            (
                "It is unclear whether the old bridge will open.",
                Some("It is unclear whether the old bridge will open."),
            ),
            ("Both of the old bridges were closed on Friday.", None),
        ] {
            assert_eq!(alone(text).as_deref(), expected, "{text}");
        }
    }

    #[test]
    fn quotations_keep_their_speaker() {
        for (text, stands) in [
            ("“The bridge was never safe for lorries,” said Tom Roe.", true),
            ("“The bridge was never safe for lorries.”", false),
            ("“We closed it. The bridge was never safe for any lorries,” said Tom Roe.", false),
            ("The mayor called the bridge “a danger to all of us.”", true),
        ] {
            assert_eq!(alone(text).is_some(), stands, "{text}");
        }
    }

    #[test]
    fn furniture_is_never_a_point() {
        for text in [
            "Jane Doe contributed to this report from Oslo.",
            "Copyright 2031 The Orr Gazette. All rights reserved by it.",
            "Watch what the mayor said about the bridge »",
            "Was the old bridge on the Orr ever really safe?",
        ] {
            assert_eq!(alone(text), None, "{text}");
        }
    }

    #[test]
    fn a_name_stands_for_a_pronoun_whose_actor_is_known() {
        let text = "Tom Roe closed the old bridge on Friday. In October he had called the bridge safe.";
        let mut document = read(text);
        let start = text.find("he had").unwrap();
        let span = crate::Span::from_range(start..start + 2);
        let actor = document.actors.iter().position(|actor| document.str(actor.name) == "Tom Roe").unwrap();
        let kind = document.actors[actor].kind;
        document.actors[actor].mentions.push(Mention { span, kind, form: MentionForm::Pronoun });
        let (shown, _) = read_shown(&document);
        assert!(shown[1].alone);
        assert_eq!(
            point_text(&document, &shown[1].pieces(&document)),
            "In October [Tom Roe] had called the bridge safe."
        );
    }
}
