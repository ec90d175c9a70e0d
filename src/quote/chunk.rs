//! What part each token plays beside a verb of saying: a small closed set, read off the tags and a few function words.

use crate::{
    Document,
    document::{Case, TokenKind},
    lexicon::WordFlags,
};

/// The part that a token plays.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[repr(u8)]
pub(super) enum Class {
    /// Before the first token, behind the last.
    Edge,
    /// "of".
    Of,
    /// "to".
    To,
    /// Another preposition.
    Preposition,
    /// "and", "or", "but".
    Conjunction,
    /// "that".
    That,
    /// "when", "because", "if" …
    Subordinator,
    /// "who", "which".
    Relative,
    /// "has", "would", "did" …
    Auxiliary,
    /// "is", "was", "been": what follows may be passive.
    Be,
    /// "not", "also", "later", words in -ly.
    Adverb,
    /// "the", "his", "several".
    Determiner,
    /// "he", "she", "it", "they", "I", "we", "you".
    Subject,
    /// "him", "them", "us".
    Object,
    /// A finite verb of saying.
    Say,
    /// A verb that tells of a speech act.
    Report,
    /// The participle of either.
    Saying,
    /// Another verb.
    Verb,
    /// A month, a weekday.
    Calendar,
    /// A word in small letters: a noun or an adjective, most likely.
    Noun,
    /// A word with a capital.
    Capital,
    /// Digits.
    Number,
    /// The `'s` of a possessive, or of "she's".
    Clitic,
    /// A hyphen within a word.
    Hyphen,
    /// A comma.
    Comma,
    /// A colon.
    Colon,
    /// A semicolon.
    Semicolon,
    /// A dash.
    Dash,
    /// A bracket.
    Bracket,
    /// A full stop and the like.
    Terminal,
    /// A quotation mark, or what stands in quotation marks.
    Quote,
    /// Anything else.
    Other,
}

impl Class {
    /// A verb of saying in any form.
    pub(super) const fn is_cue(self) -> bool {
        matches!(self, Self::Say | Self::Report | Self::Saying)
    }
}

/// The part that the token plays; quotations are the caller's.
pub(super) fn class_of(document: &Document, at: usize) -> Class {
    let token = document.tokens()[at];
    match token.kind {
        TokenKind::Word => word(document, at),
        TokenKind::Clitic => Class::Clitic,
        TokenKind::Number => Class::Number,
        TokenKind::Terminal => Class::Terminal,
        TokenKind::Quote => Class::Quote,
        TokenKind::Open | TokenKind::Close => Class::Bracket,
        TokenKind::Hyphen => Class::Hyphen,
        TokenKind::Dash => Class::Dash,
        TokenKind::Comma => match document.token_str(at) {
            "," => Class::Comma,
            ":" => Class::Colon,
            _ => Class::Semicolon,
        },
        TokenKind::Address => Class::Capital,
        TokenKind::Symbol | TokenKind::Other => Class::Other,
    }
}

fn word(document: &Document, at: usize) -> Class {
    let text = document.token_str(at);
    let lower = document.small_str(at);
    let tag = document.tags()[at];
    if let Some(class) = function_word(lower) {
        // "14 May —", "May 14": the month.
        if lower == "may" && tag.case == Case::Title {
            let number = |at: usize| document.tokens().get(at).is_some_and(|token| token.kind == TokenKind::Number);
            if number(at + 1) || at > 0 && number(at - 1) {
                return Class::Calendar;
            }
        }
        // "US" and "IT" are names, "May" may be a month.
        return if tag.case == Case::Upper && text.len() > 1 { Class::Capital } else { class };
    }
    if tag.flags.has(WordFlags::CALENDAR) && tag.case != Case::Lower {
        return Class::Calendar;
    }
    if tag.case != Case::Lower {
        let begins = at == 0 || matches!(document.tokens()[at - 1].kind, TokenKind::Terminal | TokenKind::Quote);
        if !(tag.case == Case::Title && begins && (tag.flags.has(WordFlags::SAYING) || text == "Said")) {
            return Class::Capital;
        }
    }
    if tag.flags.has(WordFlags::SAY) {
        Class::Say
    } else if tag.flags.has(WordFlags::REPORT) {
        Class::Report
    } else if tag.flags.has(WordFlags::SAYING) {
        Class::Saying
    } else if tag.flags.has(WordFlags::VERB) {
        Class::Verb
    } else if lower.len() > 4 && lower.ends_with("ly") && !matches!(lower, "family" | "ally" | "rally" | "assembly") {
        Class::Adverb
    } else {
        Class::Noun
    }
}

#[rustfmt::skip]
fn function_word(word: &str) -> Option<Class> {
    Some(match word {
        "of" => Class::Of,
        "to" => Class::To,
        "in" | "on" | "at" | "by" | "from" | "for" | "with" | "without" | "about" | "against" | "among" | "amid"
        | "between" | "into" | "over" | "under" | "through" | "during" | "before" | "after" | "around" | "near"
        | "toward" | "towards" | "upon" | "within" | "via" | "despite" | "outside" | "inside" | "behind" | "beyond"
        | "since" | "until" | "till" | "across" | "along" | "above" | "below" | "besides" | "like" | "unlike"
        | "per" | "than" | "following" | "including" | "regarding" | "concerning" | "as" | "off" | "onto" | "out"
        | "up" | "down" | "beside" | "throughout" | "ahead" => Class::Preposition,
        "and" | "or" | "but" | "nor" | "yet" | "&" => Class::Conjunction,
        "that" => Class::That,
        "when" | "while" | "because" | "if" | "although" | "though" | "where" | "whether" | "unless" | "once"
        | "why" | "how" | "what" | "whereas" | "so" => Class::Subordinator,
        "who" | "which" | "whom" | "whose" => Class::Relative,
        "is" | "are" | "was" | "were" | "be" | "been" | "being" | "am" | "isn't" | "aren't" | "wasn't" | "weren't" => {
            Class::Be
        }
        "has" | "have" | "had" | "do" | "does" | "did" | "can" | "could" | "will" | "would" | "shall" | "should"
        | "may" | "might" | "must" | "hasn't" | "haven't" | "hadn't" | "don't" | "doesn't" | "didn't" | "can't"
        | "couldn't" | "won't" | "wouldn't" | "cannot" => Class::Auxiliary,
        "not" | "also" | "later" | "then" | "again" | "never" | "ever" | "always" | "often" | "soon"
        | "still" | "just" | "now" | "today" | "yesterday" | "tomorrow" | "already" | "even" | "only" | "earlier"
        | "further" | "instead" | "however" | "meanwhile" | "there" | "here" | "too" | "very" | "almost" | "ago"
        | "back" | "afterwards" | "afterward" | "perhaps" | "maybe" | "twice" | "away" | "tonight" => Class::Adverb,
        "the" | "a" | "an" | "this" | "these" | "those" | "his" | "her" | "its" | "their" | "my" | "our" | "your"
        | "some" | "several" | "many" | "most" | "all" | "both" | "each" | "every" | "another" | "other" | "one"
        | "any" | "no" | "few" | "more" | "such" | "much" | "neither" | "either" | "others" => Class::Determiner,
        "he" | "she" | "it" | "they" | "i" | "we" | "you" => Class::Subject,
        "him" | "them" | "us" | "me" | "himself" | "herself" | "itself" | "themselves" => Class::Object,
        _ => return None,
    })
}

/// Whether a word in small letters looks like a verb by its ending: "unleashed", "demanding".
pub(super) fn ends_like_verb(word: &str) -> bool {
    let noun = matches!(
        word,
        "morning"
            | "evening"
            | "meeting"
            | "hearing"
            | "building"
            | "something"
            | "nothing"
            | "anything"
            | "everything"
            | "spring"
            | "string"
            | "wedding"
            | "funding"
            | "spending"
            | "housing"
            | "sibling"
            | "hundred"
            | "indeed"
            | "speed"
            | "breed"
            | "greed"
            | "parking"
            | "banking"
            | "training"
            | "lightning"
            | "ceiling"
            | "feeling"
            | "painting"
            | "wing"
            | "king"
            | "ring"
            | "thing"
            | "need"
            | "seed"
            | "weed"
            | "shed"
            | "sled"
            | "feed"
    );
    word.len() > 4 && !noun && (word.ends_with("ed") || word.ends_with("ing"))
}
