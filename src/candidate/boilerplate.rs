//! What stands among an article's sentences and is no part of it: captions of pictures, "Read more", stamps of time.

use crate::{
    Document,
    document::{Case, TokenKind},
    lexicon::WordFlags,
};
use std::ops::Range;

/// Sentences that hold one of these are credits and signposts, in small letters.
const BOILERPLATE: &[&str] = &[
    "contributed to this",
    "contributed reporting",
    "contributed to the report",
    "hold a conference call",
    "host a conference call",
    "all rights reserved",
    "copyright",
    "click here",
    "read more",
    "subscribe",
    "sign up for",
    "on this page",
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

/// "Residents try to flee as a soldier takes photos": what a picture shows, told in the present, alone in its block.
pub(super) fn is_caption(document: &Document, range: Range<usize>) -> bool {
    const SHOWN: &[&str] = &[
        "arrive",
        "arrives",
        "attend",
        "attends",
        "carries",
        "carry",
        "celebrate",
        "celebrates",
        "chat",
        "chats",
        "clean",
        "clear",
        "clears",
        "climb",
        "climbs",
        "console",
        "distribute",
        "distributes",
        "embrace",
        "embraces",
        "gather",
        "gathers",
        "gestures",
        "greet",
        "greets",
        "hold",
        "holds",
        "hug",
        "hugs",
        "inspect",
        "inspects",
        "listens",
        "look",
        "looks",
        "march",
        "marches",
        "mourn",
        "mourns",
        "pass",
        "passes",
        "play",
        "plays",
        "pose",
        "poses",
        "pray",
        "prays",
        "protest",
        "raise",
        "raises",
        "reacts",
        "responds",
        "rides",
        "run",
        "runs",
        "search",
        "shake",
        "shakes",
        "shout",
        "show",
        "shows",
        "sing",
        "sings",
        "sit",
        "sits",
        "smile",
        "smiles",
        "speak",
        "speaks",
        "stand",
        "stands",
        "talks",
        "tries",
        "try",
        "wait",
        "waits",
        "walk",
        "walks",
        "watch",
        "watches",
        "wave",
        "waves",
        "wear",
        "wears",
    ];
    const LONGEST: usize = 40;
    const NEAR: usize = 14;
    if range.len() > LONGEST {
        return false;
    }
    let words: Vec<&str> = range.clone().map(|at| document.small_str(at)).collect();
    let next = |place: usize| words.get(place + 1).copied().unwrap_or_default();
    // "Roe, pictured in May,", "Roe, left, crosses", "Roe, here on the bridge".
    let pictured = words.iter().enumerate().skip(1).any(|(place, &word)| {
        let aside = words[place - 1] == ",";
        word == "pictured" && (aside || next(place) == "here")
            || matches!(word, "left" | "right" | "center" | "centre") && aside && next(place) == ","
            || word == "here" && aside && matches!(next(place), "on" | "with" | "in" | "at")
    });
    if pictured {
        return true;
    }
    let told = words.iter().zip(range.clone()).any(|(&word, at)| {
        document.tags()[at].flags.has(WordFlags::SAY)
            || document.tokens()[at].kind == TokenKind::Quote
            // Not the month.
            || document.token_str(at) == "may"
            || matches!(
                word,
                "is" | "are"
                    | "was"
                    | "were"
                    | "has"
                    | "have"
                    | "had"
                    | "will"
                    | "would"
                    | "can"
                    | "could"
                    | "should"
                    | "must"
                    | "did"
                    | "do"
                    | "does"
                    | "not"
                    | "i"
                    | "you"
                    | "we"
                    | "if"
                    | "that"
            )
    });
    let shown = words.iter().take(NEAR).enumerate().skip(1).any(|(place, &word)| {
        SHOWN.contains(&word)
            && !matches!(words[place - 1], "to" | "the" | "a" | "an" | "of" | "in" | "on" | "for" | "and")
            && document.tags()[range.start + place].case == Case::Lower
    });
    // "Roe crosses the bridge on May 4": a present beside a day that is past.
    let dated = || {
        range.clone().any(|at| {
            at + 1 < range.end
                && document.tags()[at].flags.has(WordFlags::CALENDAR)
                && document.tokens()[at + 1].kind == TokenKind::Number
        })
    };
    let past = || words.iter().any(|word| word.len() > 4 && word.ends_with("ed"));
    let present = || {
        words.iter().take(NEAR).enumerate().skip(1).any(|(place, &word)| {
            let case = |place: usize| document.tags().get(range.start + place).map(|tag| tag.case);
            let object = case(place + 1).is_some_and(|case| case != Case::Lower) && !next(place).is_empty()
                || matches!(next(place), "the" | "a" | "an" | "his" | "her" | "their");
            word.len() > 3
                && word.ends_with('s')
                && !word.ends_with("ss")
                && case(place) == Some(Case::Lower)
                && case(place - 1) == Some(Case::Title)
                && object
        })
    };
    !told && (shown || dated() && !past() && present())
}

/// "Mayor Just Closed The Old Bridge For Good.": nearly all words begin with capitals, names or not.
fn is_headline(document: &Document, range: Range<usize>) -> bool {
    const FEW: usize = 5;
    let small_words = WordFlags::STOP.with(WordFlags::JOINER);
    let (mut capitals, mut names) = (0, 0);
    let found = document.names();
    for at in range.filter(|&at| document.tokens()[at].kind == TokenKind::Word) {
        let (span, tag) = (document.tokens()[at].span, document.tags()[at]);
        match tag.case {
            Case::Lower if tag.flags.has_any(small_words) => continue,
            Case::Lower | Case::None => return false,
            _ => capitals += 1,
        }
        let name = found.get(found.partition_point(|name| name.span.end() <= span.start()));
        names += usize::from(name.is_some_and(|name| name.span.start() <= span.start()));
    }
    capitals >= FEW && capitals - names >= 3
}

/// Whether the sentence is the article's title once more, or a headline before the article that has no mark of one.
pub(super) fn is_title(document: &Document, index: usize) -> bool {
    const FIRST: usize = 3;
    if index >= FIRST {
        return false;
    }
    let sentences = document.sentences();
    let letters =
        |text: &str| -> String { text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect() };
    let said = document.str(document.sentence_span(&sentences[index]));
    if document.title().is_some_and(|title| letters(said) == letters(title)) {
        return true;
    }
    let headline = |at: usize| is_headline(document, sentences[at].tokens());
    index == 0 && sentences.len() > 1 && sentences[1].block != sentences[0].block && headline(0) && !headline(1)
}

/// A credit, a signpost, a caption.
pub(super) fn is_boilerplate(document: &Document, range: Range<usize>) -> bool {
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
                | "conference"
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
                | "page"
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
    let text = span.of(&document.small);
    let arrow = text.ends_with(['»', '›']) || text.ends_with(">>");
    let watch = text.starts_with("watch ") && !text.ends_with('.');
    arrow || watch || BOILERPLATE.iter().any(|cue| text.contains(cue))
}
