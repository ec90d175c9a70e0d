//! What stands among an article's sentences and is no part of it: captions of pictures, "Read more", stamps of time.

use crate::{
    Document, Lexicon,
    article::{Line, line},
    document::{Case, TokenKind},
    lexicon::{List, WordFlags},
};
use std::ops::Range;

/// "Residents try to flee as a soldier takes photos": what a picture shows, told in the present, alone in its block.
pub(super) fn is_caption(document: &Document, range: Range<usize>) -> bool {
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
    let told = range.clone().any(|at| {
        document.tags()[at].flags.has(WordFlags::SAY)
            || document.tokens()[at].kind == TokenKind::Quote
            // Not the month.
            || document.token_str(at) == "may"
            || document.is_in(at, List::TellingWords)
    });
    let shown = range.clone().take(NEAR).skip(1).any(|at| {
        document.is_in(at, List::CaptionVerbs)
            && !document.is_in(at - 1, List::BeforeNouns)
            && document.tags()[at].case == Case::Lower
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

/// A credit or a signpost: it holds a phrase of credits, begins as one that leads to another page, or invites to a platform.
pub(super) fn is_boilerplate(document: &Document, lexicon: &Lexicon, range: Range<usize>) -> bool {
    const LONGEST: usize = 60;
    if range.is_empty() {
        return true;
    }
    if range.len() > LONGEST {
        return false;
    }
    let holds = |list: List| range.clone().any(|at| begins_phrase(document, lexicon, list, at, range.end));
    let invites = || document.is_in(range.start, List::Invitations) && holds(List::Platforms);
    let said = document.tokens()[range.start].span.cover(document.tokens()[range.end - 1].span);
    line(document.str(said)) != Line::Text
        || begins_phrase(document, lexicon, List::Signposts, range.start, range.end)
        || holds(List::Boilerplate)
        || invites()
        || leads_away(document, range.clone())
}

/// Whether a phrase of the list begins with the token and ends with a word before `end`.
fn begins_phrase(document: &Document, lexicon: &Lexicon, list: List, at: usize, end: usize) -> bool {
    // Most tokens begin no phrase: they are not compared.
    if !document.is_in(at, list) {
        return false;
    }
    let start = document.tokens()[at].span.start() as usize;
    let rest = &document.small[start..document.tokens()[end - 1].span.end() as usize];
    let ends = |after: &str| !after.starts_with(char::is_alphanumeric);
    lexicon.phrases(list).iter().any(|phrase| rest.strip_prefix(phrase).is_some_and(ends))
}

/// "More from the coast »", "WATCH the bridge fall": a link, or a line above a film.
fn leads_away(document: &Document, range: Range<usize>) -> bool {
    let span = document.tokens()[range.start].span.cover(document.tokens()[range.end - 1].span);
    let text = span.of(&document.small);
    let arrow = text.ends_with(['»', '›']) || text.ends_with(">>");
    arrow || text.starts_with("watch ") && !text.ends_with('.')
}

#[cfg(test)]
mod tests {
    use crate::{Article, Models, Options, candidate::read_candidates, pipeline::read_layers};

    /// Whether the line, behind a paragraph, may become a point.
    fn may_be_point(line: &str) -> bool {
        let text = format!("The town has closed the old bridge over the Orr for good.\n\n{line}");
        let models = Models::embedded();
        let document = read_layers(Article::plain(&text), models, &Options::default(), &mut |_| ());
        let (candidates, _) = read_candidates(&document, models);
        candidates.iter().any(|candidate| candidate.sentence as usize + 1 == document.sentences().len())
    }

    #[test]
    fn signposts_in_any_case() {
        for line in [
            "Follow the town on facebook for all news of the bridge.",
            "FOLLOW THE TOWN ON FACEBOOK FOR ALL NEWS OF THE BRIDGE.",
            "Follow the town on Facebook for all news of the bridge.",
            "READ MORE on the bridge and its history.",
            "subscribe to the letter that the town sends each week.",
            "Tom Roe contributed reporting from the town of Orr Bay.",
        ] {
            assert!(!may_be_point(line), "{line}");
        }
    }

    #[test]
    fn words_that_only_begin_alike() {
        for line in ["The mayor said she had copyrighted her song of the bridge.", "The paper reporting bycatch sank."]
        {
            assert!(may_be_point(line), "{line}");
        }
    }
}
