//! Numbers that identify and are no figures: names of models and places, list and page numbers, telephone numbers.

use super::{
    cursor::{Cursor, back},
    grammar::{is_function_word, is_plural_noun, part_of_speech},
    number::{number_word_at, slashed},
    quantity::quantity_at,
};
use crate::{
    document::{Case, TokenKind},
    lexicon::WordFlags,
};

/// Words that a number after them only numbers.
const IDENTIFIED: [&str; 72] = [
    "no",
    "no.",
    "nos.",
    "nr",
    "number",
    "numbers",
    "page",
    "pages",
    "p.",
    "pp.",
    "chapter",
    "section",
    "article",
    "clause",
    "paragraph",
    "room",
    "gate",
    "flight",
    "route",
    "line",
    "platform",
    "verse",
    "item",
    "question",
    "case",
    "model",
    "version",
    "size",
    "channel",
    "type",
    "level",
    "phase",
    "grade",
    "tier",
    "category",
    "class",
    "round",
    "figure",
    "table",
    "exhibit",
    "act",
    "scene",
    "episode",
    "season",
    "volume",
    "vol.",
    "part",
    "step",
    "option",
    "bus",
    "highway",
    "interstate",
    "motorway",
    "exit",
    "apartment",
    "suite",
    "building",
    "block",
    "lane",
    "row",
    "ward",
    "district",
    "precinct",
    "zone",
    "sector",
    "group",
    "division",
    "unit",
    "formula",
    "area",
    "stage",
    "rule",
];

/// How many tokens to step over because they number or name something; 0 where they may be a figure.
pub(super) fn identifier(cursor: &Cursor, at: usize) -> usize {
    // "One day it will rain."
    let some_day = cursor.is(at, "one") && cursor.is_any(at + 1, &["day", "morning", "evening", "night", "afternoon"]);
    if some_day
        && !cursor.is_any(
            back(at, 1),
            &["for", "in", "within", "than", "of", "just", "only", "least", "after", "about", "nearly"],
        )
        && !cursor.is_any(at + 2, &["ago", "later", "after", "before", "earlier", "old"])
    {
        return 2;
    }
    // "Nine Network reports": a capital inside a sentence, and a name after.
    let name = at > cursor.start()
        && cursor.case(at) == Case::Title
        && number_word_at(cursor, at).is_some()
        && cursor.case(at + 1) == Case::Title
        && cursor.case(at - 1) == Case::Lower;
    if name {
        return 1;
    }
    // "world number one".
    if cursor.is_word(at)
        && cursor.is_any(back(at, 1), &["number", "no."])
        && number_word_at(cursor, at).is_some()
        && !is_plural_noun(cursor, at + 1)
    {
        return 1;
    }
    if !cursor.is_number(at) {
        if !(cursor.word(at) == "+" && cursor.touches(at) && cursor.is_number(at + 1)) {
            return 0;
        }
        // "+1 970 555 0142".
        let mut end = at + run(cursor, at);
        while cursor.is_number(end)
            && cursor.word(end).len() >= 2
            && cursor.word(end).len() <= 4
            && cursor.gap(end - 1) == " "
        {
            end += 1;
        }
        return end - at;
    }
    let run = run(cursor, at);
    if is_telephone(cursor, at, run) || is_code(cursor, at) {
        // Groups with spaces: "020 7946 0958".
        let mut end = at + run;
        let international = cursor.word(back(at, 1)) == "+" && cursor.touched(at);
        while (cursor.word(at).starts_with('0') || international)
            && cursor.is_number(end)
            && cursor.word(end).len() >= 3
        {
            end += 1;
        }
        return end - at;
    }
    // "386 Mill Hill Road", "4K video".
    let street = street(cursor, at);
    if street > 0 {
        return street;
    }
    if cursor.word(at).len() == 1 && cursor.touches(at) && cursor.word(at + 1) == "K" && is_screen_word(cursor, at + 2)
    {
        return 2;
    }
    // "the new 787 Dreamliner": what has a capital and is one only is no counted noun.
    let model = cursor.is_number(at)
        && !cursor.touches(at)
        && !cursor.word(at).contains(['.', ','])
        && cursor.word(at).len() >= 3
        && matches!(cursor.case(at + 1), Case::Title | Case::Mixed)
        && !cursor.word(at + 1).ends_with('s')
        && (cursor.is_any(back(at, 1), &["a", "an", "new", "first"]))
        && !is_plural_noun(cursor, at + 2);
    if model {
        return 1;
    }
    // "in his 20s".
    let plural = cursor.touches(at) && cursor.is(at + 1, "s") && cursor.case(at + 1) == Case::Lower;
    if plural || is_glued(cursor, at) || follows_identified(cursor, at) || is_in_name(cursor, at) {
        return run;
    }
    0
}

/// Tokens of the number of a house and its street: "386 Mill Hill Road"; 0 where there is none.
fn street(cursor: &Cursor, at: usize) -> usize {
    const LONGEST_NAME: usize = 5;
    if cursor.word(at).contains(['.', ',']) || cursor.word(at).len() > 5 {
        return 0;
    }
    let named = |at: usize| cursor.case(at) == Case::Title;
    let Some(last) = (at + 2..at + LONGEST_NAME).take_while(|&last| named(last) && named(last - 1)).find(|&last| {
        cursor.is_any(last, &["road", "street", "avenue", "lane", "drive", "boulevard", "square", "st.", "ave.", "rd."])
    }) else {
        return 0;
    };
    // "12 Wall Street banks" are counted.
    let counts =
        cursor.is_word(last + 1) && !is_function_word(cursor, last + 1) && cursor.case(last + 1) == Case::Lower;
    if counts { 0 } else { last + 1 - at }
}

/// What "4K" and "8K" are said of.
fn is_screen_word(cursor: &Cursor, at: usize) -> bool {
    cursor.is_any(
        at,
        &[
            "video",
            "videos",
            "tv",
            "tvs",
            "resolution",
            "screen",
            "screens",
            "display",
            "displays",
            "footage",
            "camera",
            "cameras",
            "monitor",
            "monitors",
            "television",
            "televisions",
        ],
    )
}

/// Tokens of the run of digits, letters, hyphens and brackets that the token begins: a telephone number, a code.
fn run(cursor: &Cursor, at: usize) -> usize {
    let mut end = at + 1;
    while end - at < 40
        && cursor.touches(end - 1)
        && (matches!(cursor.kind(end), Some(TokenKind::Number | TokenKind::Hyphen | TokenKind::Word))
            || cursor.word(end) == "/"
            || cursor.word(end) == "+")
    {
        end += 1;
    }
    end - at
}

/// "555-1234", "+1-222-2222", "020 7946 0958", "1-800-555-0199".
fn is_telephone(cursor: &Cursor, at: usize, run: usize) -> bool {
    let numbers = || (at..at + run).filter(|&at| cursor.is_number(at));
    let hyphens = (at..at + run).filter(|&at| cursor.is_hyphen(at)).count();
    let local = run == 3
        && hyphens == 1
        && cursor.word(at).len() == 3
        && cursor.is_number(at + 2)
        && cursor.word(at + 2).len() == 4
        && !cursor.word(at + 2).contains(['.', ',']);
    let long = hyphens >= 2 && numbers().count() >= 3 && numbers().any(|at| cursor.word(at).len() >= 3);
    let signed = at > cursor.start() && cursor.word(at - 1) == "+" && cursor.touched(at);
    // Groups with spaces that begin with a nought.
    let spaced = cursor.word(at).starts_with('0') && cursor.word(at).len() > 2 && !cursor.word(at).contains('.');
    local || long || signed || spaced
}

/// "192.168.1.2", "1.2.3", "007".
fn is_code(cursor: &Cursor, at: usize) -> bool {
    let word = cursor.word(at);
    // What one dials.
    if matches!(word, "911" | "999" | "112")
        && (cursor.is_any(
            back(at, 1),
            &["to", "call", "called", "calling", "calls", "dial", "dialed", "dialled", "a", "the"],
        ) || cursor.is_any(at + 1, &["call", "calls", "caller"]))
    {
        return true;
    }
    word.bytes().filter(|&byte| byte == b'.').count() > 1
        || word.len() > 1 && word.starts_with('0') && !word.starts_with("0.")
}

/// "5G", "F-16", "COVID-19", "737-800", "#5": glued to letters that are no unit.
fn is_glued(cursor: &Cursor, at: usize) -> bool {
    if at > cursor.start() && cursor.touches(at - 1) {
        match cursor.kind(at - 1) {
            Some(TokenKind::Hyphen) => {
                let before = back(at, 2);
                let part = cursor.is_any(
                    before,
                    &[
                        "mid",
                        "pre",
                        "post",
                        "sub",
                        "non",
                        "under",
                        "over",
                        "about",
                        "nearly",
                        "than",
                        "plus",
                        "top",
                        "all",
                        "magnitude",
                    ],
                ) || cursor.is_number(before);
                let letters = cursor.is_word(before)
                    && cursor.touches(before)
                    && !part
                    && number_word_at(cursor, before).is_none();
                if letters {
                    return true;
                }
            }
            Some(TokenKind::Word) => return true,
            Some(TokenKind::Symbol) if matches!(cursor.word(at - 1), "#" | "№" | "§") => return true,
            Some(TokenKind::Other) if matches!(cursor.word(at - 1), "_" | "©") => return true,
            // "as it ended.2": a note's number.
            Some(TokenKind::Terminal) if cursor.is_word(back(at, 2)) && cursor.touches(at - 2) => return true,
            _ => {}
        }
    }
    // "3-D": a hyphen and one capital.
    if cursor.touches(at) && cursor.is_hyphen(at + 1) && cursor.touches(at + 1) && cursor.is_word(at + 2) {
        let letter = cursor.word(at + 2);
        if letter.len() == 1 && letter.starts_with(|c: char| c.is_ascii_uppercase()) && cursor.word(at).len() == 1 {
            return true;
        }
    }
    // "Wash. 98020": a post code after a state's short name.
    let state = cursor.word(back(at, 1));
    if cursor.word(at).len() == 5
        && cursor.word(at).bytes().all(|byte| byte.is_ascii_digit())
        && !cursor.is_word(at + 1)
        && (state.ends_with('.') && cursor.case(at - 1) == Case::Title
            || state.len() == 2 && cursor.case(at - 1) == Case::Upper)
    {
        return true;
    }
    // "5G": letters that are no unit and no multiplier.
    let letters =
        cursor.touches(at) && cursor.is_word(at + 1) && !cursor.is_any(at + 1, &["st", "nd", "rd", "th", "x"]);
    if letters && quantity_at(cursor, at).is_some_and(|quantity| quantity.end == at + 1) {
        return true;
    }
    // "9/11", "24/7": a slash that makes no fraction.
    cursor.word(at + 1) == "/"
        && slashed(cursor, at).is_none()
        && cursor.touches(at)
        && cursor.touches(at + 1)
        && cursor.is_number(at + 2)
}

fn follows_identified(cursor: &Cursor, at: usize) -> bool {
    let before = back(at, 1);
    let before = if cursor.word(before) == "." && cursor.is_any(back(before, 1), &["no", "nos", "p", "pp"]) {
        before - 1
    } else {
        before
    };
    let bracket = matches!(cursor.word(before), "°" | "№" | "©");
    // "number 5", but "a group of 5", "the number 200 million people".
    (bracket || cursor.is_any(before, &IDENTIFIED))
        && !measures(cursor, at)
        && !(cursor.case(before) == Case::Lower && is_plural_noun(cursor, at + 1))
}

/// Whether a unit or a multiplier stands after the number.
fn measures(cursor: &Cursor, at: usize) -> bool {
    quantity_at(cursor, at).is_some_and(|quantity| quantity.unit.is_some() || quantity.end > at + 1)
}

/// "Boeing 737", "Apollo 11", "iPhone 15", "World Cup 2018": after a name, and nothing that is counted follows.
fn is_in_name(cursor: &Cursor, at: usize) -> bool {
    let before = back(at, 1);
    if !cursor.contains(before) || cursor.touches(before) && cursor.kind(before) != Some(TokenKind::Word) {
        return false;
    }
    let name = match cursor.case(before) {
        // "S&P 500": a letter that a sign joins to another.
        Case::Mixed | Case::Upper => {
            cursor.word(before).len() > 1 || cursor.touched(before) && cursor.word(before - 1) == "&"
        }
        Case::Title => {
            let first = before == cursor.start() && !is_name_like_start(cursor, before);
            !first
                && !cursor.flags(before).has_any(
                    WordFlags::STOP.with(WordFlags::STARTER).with(WordFlags::CALENDAR).with(WordFlags::CONNECTIVE),
                )
        }
        _ => false,
    };
    if !name || measures(cursor, at) || cursor.word(at).contains(',') || cursor.word(at).len() > 4 {
        return false;
    }
    // "In Kyiv 200 people died", "Ukraine 2 Poland 0".
    let place = cursor.flags(before).has(WordFlags::PLACE) && !cursor.flags(before).has(WordFlags::ORGANIZATION);
    !(place && is_plural_noun(cursor, at + 1)
        || part_of_speech(cursor, before).is_finite() && is_plural_noun(cursor, at + 1))
}

/// Whether a sentence's first word is a name rather than a common word with a capital.
fn is_name_like_start(cursor: &Cursor, at: usize) -> bool {
    cursor.name_at(at).is_some()
        || !cursor.flags(at).has_any(WordFlags::STARTER.with(WordFlags::STOP))
            && !part_of_speech(cursor, at).is_finite()
            && !part_of_speech(cursor, at).is_adverb()
            && !part_of_speech(cursor, at).is_adjective()
}
