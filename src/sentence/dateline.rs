//! Datelines: the place, the day and the agency before an article's first words, with a dash behind them.
//!
//! Each question is asked by another stage: where the text begins, which day it was written, whether a name or a date
//! stands in one.

use crate::{
    Document,
    article::BlockKind,
    document::{Case, Tag, Token, TokenKind},
    lexicon::{WordFlags, lowercase, month_name},
    text::CivilDate,
};
use std::ops::Range;

/// One past a dateline at the range's start: `(CNN) --`, `LONDON, England (CNN) --`, `ROME, Sunday —`, `17:35 –`: a dash within the first words of a block, with
/// nothing but names, dates and brackets before it.
pub(crate) fn dateline_end(document: &Document, range: Range<usize>) -> Option<usize> {
    let first = range.start;
    let opens_block = first == 0
        || document.tokens()[first - 1].span.end() <= document.blocks()[block_at(document, first)].span.start();
    if !opens_block {
        return None;
    }
    agency_end(document, range.clone()).or_else(|| day_end(document, range))
}

/// A place and an agency in brackets, with a dash behind them; in text that was taken apart into tokens, `-lrb- cnn
/// -rrb- --`. The dash may be missing, as in `(CNN)The`.
fn agency_end(document: &Document, range: Range<usize>) -> Option<usize> {
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
            // "Port-au-Prince".
            TokenKind::Word => {
                let inside = at > range.start && tokens[at - 1].kind == TokenKind::Hyphen;
                (apart || inside || tag.case != Case::Lower) && !tag.flags.has(WordFlags::STARTER)
            }
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
fn day_end(document: &Document, range: Range<usize>) -> Option<usize> {
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

/// "OSLO, Nov. 24 (Wire) — The bridge will": whether the token stands before the dash of its sentence's dateline.
pub(crate) fn stands_in_dateline(tokens: &[Token], tags: &[Tag], sentence: Range<usize>, at: usize) -> bool {
    const NEAR: usize = 10;
    let plain = |near: usize| tokens[near].kind != TokenKind::Word || tags[near].case != Case::Lower;
    let dash = (at..sentence.end.min(at + NEAR)).find(|&near| tokens[near].kind == TokenKind::Dash);
    at < sentence.start + NEAR && dash.is_some_and(|dash| (sentence.start..dash).all(plain))
}

/// Whether a dash stands soon behind a name that a paragraph begins with, maybe behind a day or an agency in brackets.
pub(crate) fn opens_dateline(document: &Document, name: Range<usize>) -> bool {
    const LONGEST: usize = 6;
    let tokens = document.tokens();
    let begins = name.start == 0 || document.text()[..tokens[name.start].span.start() as usize].ends_with('\n');
    let end = tokens.len().min(name.end + LONGEST);
    begins && tokens[name.end..end].iter().any(|token| token.kind == TokenKind::Dash)
}

/// The day that the article itself gives for its publication: in the dateline before its first sentence
/// ("ROME, 18 May 2025 — …") or on a line of its own ("Published: May 18, 2025"). Only a full day counts.
pub(crate) fn dateline_day(document: &Document) -> Option<CivilDate> {
    const BLOCKS: usize = 5;
    const LONGEST: usize = 16;
    /// No longer than "Sunday, May 18, 2025".
    const DAY: usize = 6;
    /// No longer than "Published: May 18, 2025".
    const STAMP: usize = 8;
    for block in document.blocks().iter().take(BLOCKS) {
        let range = document.tokens_in(block.span);
        // A caption's day is its picture's, and that of a change is not that of publication.
        let is_change = || ["updated", "modified"].iter().any(|said| block.span.of(&document.small).contains(said));
        if block.kind == BlockKind::Aside && (range.len() > STAMP || is_change()) {
            continue;
        }
        // A title may tell of any day; a line that is nothing but a day only looks like one.
        if block.kind == BlockKind::Title && range.len() > DAY {
            continue;
        }
        let dash = range.clone().take(LONGEST).find(|&at| document.tokens()[at].kind == TokenKind::Dash);
        // A block so short is no paragraph: "(Agency) — May 18, 2025".
        let line = match dash {
            _ if range.len() <= LONGEST => range,
            Some(dash) => range.start..dash,
            None => continue,
        };
        if let Some(day) = line.clone().find_map(|at| day_at(document, at, line.end)) {
            return Some(day);
        }
    }
    None
}

/// "18 May 2025", "May 18, 2025" or "2025-05-18" at a token.
fn day_at(document: &Document, at: usize, end: usize) -> Option<CivilDate> {
    let word = |at: usize| if at < end { document.token_str(at) } else { "" };
    let number = |at: usize| word(at).parse::<u16>().ok();
    let month = |at: usize| month_name(lowercase(word(at)).trim_end_matches('.'));
    let date = |year: u16, month: u8, day: u16| {
        CivilDate::new(i32::from(year), month, u8::try_from(day).ok()?).filter(|_| year > 1500)
    };
    if let Some(found) = month(at) {
        let comma = usize::from(word(at + 2) == ",");
        return date(number(at + 2 + comma)?, found, number(at + 1)?);
    }
    if word(at + 1) == "-" && word(at + 3) == "-" && word(at).len() == 4 {
        return date(number(at)?, u8::try_from(number(at + 2)?).ok()?, number(at + 4)?);
    }
    date(number(at + 2)?, month(at + 1)?, number(at)?)
}

#[cfg(test)]
mod tests {
    use crate::{Article, Models, Options, analyze};

    #[test]
    fn days() {
        for (text, expected) in [
            ("ROME, 18 May 2025 — The leaders met.", Some("2025-05-18")),
            ("Published: May 18, 2025\n\nThe leaders met.", Some("2025-05-18")),
            ("(Rome) Sept. 3, 2024 - The leaders met.", Some("2024-09-03")),
            ("2025-05-18\n\nThe leaders met.", Some("2025-05-18")),
            ("(Agency) — May 18, 2025\n\nThe leaders met.", Some("2025-05-18")),
            ("By Anna Berg\nSunday, 18 May 2025\n\nThe leaders met.", Some("2025-05-18")),
            ("ROME, 31 February 2025 — The leaders met.", None),
            ("LONDON, Feb 26 - Profits rose.", None),
            ("The war that began on 24 February 2022 went on, and nobody knew for how long it would.", None),
        ] {
            let document = analyze(Article::plain(text), Models::embedded(), &Options::default());
            let found = super::dateline_day(&document).map(|day| day.to_string());
            assert_eq!(found.as_deref(), expected, "{text}");
        }
    }
}
