//! Numbers that identify and are no figures: names of models and places, list and page numbers, telephone numbers.

use super::{
    cursor::{Cursor, back},
    grammar::{is_content_word, is_plural_noun, part_of_speech},
    number::{number_word_at, slashed},
    quantity::quantity_at,
};
use crate::{
    document::{Case, TokenKind},
    lexicon::{List, WordFlags},
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

/// Something that a number may be instead of a figure: how many tokens it takes; 0 where it is not that.
type Kind = fn(&Cursor, usize) -> usize;

/// What a word or a sign may begin, in the order in which they are tried.
const IN_WORDS: [Kind; 4] = [some_day, name_in_words, world_rank, international_number];

/// What digits may begin, in the order in which they are tried.
const IN_DIGITS: [Kind; 6] = [index_name, code, street, screen_format, new_model, glued_or_named];

/// How many tokens to step over because they number or name something; 0 where they may be a figure.
pub(super) fn identifier(cursor: &Cursor, at: usize) -> usize {
    let kinds: &[Kind] = if cursor.is_number(at) { &IN_DIGITS } else { &IN_WORDS };
    kinds.iter().map(|kind| kind(cursor, at)).find(|&tokens| tokens > 0).unwrap_or(0)
}

/// "One day it will rain."
fn some_day(cursor: &Cursor, at: usize) -> usize {
    if !cursor.reads_each(at, &[&["one"], &["day", "morning", "evening", "night", "afternoon"]]) {
        return 0;
    }
    let lasts = cursor.is_any(
        back(at, 1),
        &["for", "in", "within", "than", "of", "just", "only", "least", "after", "about", "nearly"],
    );
    let points = cursor.is_any(at + 2, &["ago", "later", "after", "before", "earlier", "old"]);
    if lasts || points { 0 } else { 2 }
}

/// "Nine Network reports": a capital inside a sentence, and a name after.
fn name_in_words(cursor: &Cursor, at: usize) -> usize {
    let cases = [back(at, 1), at, at + 1].map(|at| cursor.case(at));
    if cases != [Case::Lower, Case::Title, Case::Title] {
        return 0;
    }
    usize::from(number_word_at(cursor, at).is_some())
}

/// "world number one".
fn world_rank(cursor: &Cursor, at: usize) -> usize {
    if !cursor.is_any(back(at, 1), &["number", "no."]) || is_plural_noun(cursor, at + 1) {
        return 0;
    }
    usize::from(cursor.is_word(at) && number_word_at(cursor, at).is_some())
}

/// "+1 970 555 0142".
fn international_number(cursor: &Cursor, at: usize) -> usize {
    if cursor.word(at) != "+" || !cursor.touches(at) || !cursor.is_number(at + 1) {
        return 0;
    }
    let is_group =
        |at: usize| cursor.is_number(at) && (2..=4).contains(&cursor.word(at).len()) && cursor.gap(at - 1) == " ";
    let run = run(cursor, at);
    run + (at + run..cursor.end()).take_while(|&at| is_group(at)).count()
}

/// A telephone number or code, with its groups between spaces: "020 7946 0958".
fn code(cursor: &Cursor, at: usize) -> usize {
    let run = run(cursor, at);
    if !is_telephone(cursor, at, run) && !is_code(cursor, at) {
        return 0;
    }
    if !cursor.word(at).starts_with('0') && !is_signed(cursor, at) {
        return run;
    }
    let is_group = |at: usize| cursor.is_number(at) && cursor.word(at).len() >= 3;
    run + (at + run..cursor.end()).take_while(|&at| is_group(at)).count()
}

/// "the S P 500", "the sp 500": the share index without its sign.
fn index_name(cursor: &Cursor, at: usize) -> usize {
    let named = cursor.follows(at, &["s", "p"]) || cursor.follows(at, &["sp"]);
    usize::from(named && cursor.word(at) == "500")
}

/// "4K video".
fn screen_format(cursor: &Cursor, at: usize) -> usize {
    let format = cursor.word(at).len() == 1 && cursor.touches(at) && cursor.word(at + 1) == "K";
    if format && cursor.is_in(at + 2, List::ScreenWords) { 2 } else { 0 }
}

/// "the new 787 Dreamliner": what has a capital and is one only is no counted noun.
fn new_model(cursor: &Cursor, at: usize) -> usize {
    let number = cursor.word(at);
    if cursor.touches(at) || number.contains(['.', ',']) || number.len() < 3 {
        return 0;
    }
    let named = matches!(cursor.case(at + 1), Case::Title | Case::Mixed) && !cursor.word(at + 1).ends_with('s');
    let one = cursor.is_any(back(at, 1), &["a", "an", "new", "first"]) && !is_plural_noun(cursor, at + 2);
    usize::from(named && one)
}

/// Whether a number is part of something because of what it touches or follows, in the order in which they are tried.
const PARTS: [fn(&Cursor, usize) -> bool; 4] = [is_somebodys_decade, is_glued, follows_identified, is_in_name];

/// What touches the number or stands before it makes it a part of something: the run of what is glued to it.
fn glued_or_named(cursor: &Cursor, at: usize) -> usize {
    if PARTS.iter().any(|part| part(cursor, at)) { run(cursor, at) } else { 0 }
}

/// "in his 20s".
fn is_somebodys_decade(cursor: &Cursor, at: usize) -> bool {
    cursor.touches(at) && cursor.word(at + 1) == "s"
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
    let counts = is_content_word(cursor, last + 1) && cursor.case(last + 1) == Case::Lower;
    if counts { 0 } else { last + 1 - at }
}

/// Tokens of the run of digits, letters, hyphens and brackets that the token begins: a telephone number, a code.
fn run(cursor: &Cursor, at: usize) -> usize {
    const LONGEST: usize = 40;
    1 + (at + 1..at + LONGEST).take_while(|&next| goes_on_with(cursor, next)).count()
}

/// Whether a run of digits and letters goes on with the token.
fn goes_on_with(cursor: &Cursor, at: usize) -> bool {
    if !cursor.touched(at) {
        return false;
    }
    match cursor.kind(at) {
        Some(TokenKind::Number | TokenKind::Hyphen | TokenKind::Word) => true,
        _ => matches!(cursor.word(at), "/" | "+"),
    }
}

/// "555-1234", "+1-222-2222", "020 7946 0958", "1-800-555-0199".
fn is_telephone(cursor: &Cursor, at: usize, run: usize) -> bool {
    is_signed(cursor, at) || begins_with_nought(cursor, at) || is_local(cursor, at, run) || is_long(cursor, at, run)
}

/// "+1-222-2222".
fn is_signed(cursor: &Cursor, at: usize) -> bool {
    cursor.touched(at) && cursor.word(back(at, 1)) == "+"
}

/// "020 7946 0958": groups with spaces that begin with a nought.
fn begins_with_nought(cursor: &Cursor, at: usize) -> bool {
    let word = cursor.word(at);
    word.starts_with('0') && word.len() > 2 && !word.contains('.')
}

/// "555-1234".
fn is_local(cursor: &Cursor, at: usize, run: usize) -> bool {
    let last = cursor.word(at + 2);
    if run != 3 || !cursor.is_hyphen(at + 1) || !cursor.is_number(at + 2) {
        return false;
    }
    (cursor.word(at).len(), last.len()) == (3, 4) && !last.contains(['.', ','])
}

/// "1-800-555-0199".
fn is_long(cursor: &Cursor, at: usize, run: usize) -> bool {
    let hyphens = (at..at + run).filter(|&at| cursor.is_hyphen(at)).count();
    if hyphens < 2 {
        return false;
    }
    let numbers = || (at..at + run).filter(|&at| cursor.is_number(at));
    numbers().count() >= 3 && numbers().any(|at| cursor.word(at).len() >= 3)
}

/// "192.168.1.2", "1.2.3", "007".
fn is_code(cursor: &Cursor, at: usize) -> bool {
    let word = cursor.word(at);
    let dotted = word.bytes().filter(|&byte| byte == b'.').count() > 1;
    let padded = word.len() > 1 && word.starts_with('0') && !word.starts_with("0.");
    dotted || padded || is_emergency_number(cursor, at)
}

/// What one dials: "call 911".
fn is_emergency_number(cursor: &Cursor, at: usize) -> bool {
    const BEFORE: [&str; 10] = ["to", "call", "called", "calling", "calls", "dial", "dialed", "dialled", "a", "the"];
    if !cursor.is_any(at, &["911", "999", "112"]) {
        return false;
    }
    cursor.is_any(back(at, 1), &BEFORE) || cursor.is_any(at + 1, &["call", "calls", "caller"])
}

/// How a number may be glued to something, in the order in which they are tried.
const GLUED: [fn(&Cursor, usize) -> bool; 5] =
    [follows_letters, is_before_letter, is_post_code, is_before_letters, is_slashed];

/// "5G", "F-16", "COVID-19", "737-800", "#5": glued to letters that are no unit.
fn is_glued(cursor: &Cursor, at: usize) -> bool {
    GLUED.iter().any(|glued| glued(cursor, at))
}

/// "F-16", "COVID-19", "#5", "ended.2".
fn follows_letters(cursor: &Cursor, at: usize) -> bool {
    if !cursor.touched(at) {
        return false;
    }
    let before = at - 1;
    match cursor.kind(before) {
        Some(TokenKind::Hyphen) => ends_in_name(cursor, back(before, 1)),
        Some(TokenKind::Word) => true,
        Some(TokenKind::Symbol) => matches!(cursor.word(before), "#" | "№" | "§"),
        Some(TokenKind::Other) => matches!(cursor.word(before), "_" | "©"),
        // "as it ended.2": a note's number.
        Some(TokenKind::Terminal) => cursor.is_word(back(at, 2)) && cursor.touched(before),
        _ => false,
    }
}

/// Whether the word before a hyphen and a number names something: "F-16", but not "mid-20" or "twenty-5".
fn ends_in_name(cursor: &Cursor, at: usize) -> bool {
    const PREFIXES: [&str; 14] = [
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
    ];
    if !cursor.is_word(at) || !cursor.touches(at) || cursor.is_any(at, &PREFIXES) {
        return false;
    }
    number_word_at(cursor, at).is_none()
}

/// "3-D": a hyphen and one capital.
fn is_before_letter(cursor: &Cursor, at: usize) -> bool {
    let hyphen = at + 1;
    if !cursor.is_hyphen(hyphen) || !cursor.joins(hyphen) || !cursor.is_word(hyphen + 1) {
        return false;
    }
    let (digit, letter) = (cursor.word(at), cursor.word(hyphen + 1));
    (digit.len(), letter.len()) == (1, 1) && letter.starts_with(|c: char| c.is_ascii_uppercase())
}

/// "Wash. 98020": a post code after a state's short name.
fn is_post_code(cursor: &Cursor, at: usize) -> bool {
    let word = cursor.word(at);
    if word.len() != 5 || !word.bytes().all(|byte| byte.is_ascii_digit()) || cursor.is_word(at + 1) {
        return false;
    }
    let state = cursor.word(back(at, 1));
    match cursor.case(back(at, 1)) {
        Case::Title => state.ends_with('.'),
        Case::Upper => state.len() == 2,
        _ => false,
    }
}

/// "5G": letters that are no unit and no multiplier.
fn is_before_letters(cursor: &Cursor, at: usize) -> bool {
    if !cursor.touches(at) || !cursor.is_word(at + 1) || cursor.is_any(at + 1, &["st", "nd", "rd", "th", "x"]) {
        return false;
    }
    quantity_at(cursor, at).is_some_and(|quantity| quantity.end == at + 1)
}

/// "9/11", "24/7": a slash that makes no fraction.
fn is_slashed(cursor: &Cursor, at: usize) -> bool {
    let slash = at + 1;
    if cursor.word(slash) != "/" || !cursor.joins(slash) || !cursor.is_number(slash + 1) {
        return false;
    }
    slashed(cursor, at).is_none()
}

/// "number 5", but "a group of 5", "the number 200 million people".
fn follows_identified(cursor: &Cursor, at: usize) -> bool {
    let last = back(at, 1);
    let short = cursor.follows_each(at, &[&["no", "nos", "p", "pp"], &["."]]);
    let before = if short { last - 1 } else { last };
    let sign = matches!(cursor.word(before), "°" | "№" | "©");
    if !sign && !cursor.is_any(before, &IDENTIFIED) || measures(cursor, at) {
        return false;
    }
    let counts = cursor.case(before) == Case::Lower && is_plural_noun(cursor, at + 1);
    !counts
}

/// Whether a unit or a multiplier stands after the number.
fn measures(cursor: &Cursor, at: usize) -> bool {
    quantity_at(cursor, at).is_some_and(|quantity| quantity.unit.is_some() || quantity.end > at + 1)
}

/// "Boeing 737", "Apollo 11", "iPhone 15", "World Cup 2018": after a name, and nothing that is counted follows.
fn is_in_name(cursor: &Cursor, at: usize) -> bool {
    let before = back(at, 1);
    if cursor.touched(at) && !cursor.is_word(before) || !ends_name(cursor, before) {
        return false;
    }
    if measures(cursor, at) || cursor.word(at).contains(',') || cursor.word(at).len() > 4 {
        return false;
    }
    // "In Kyiv 200 people died", "Ukraine 2 Poland 0".
    let flags = cursor.flags(before);
    let place = flags.has(WordFlags::PLACE) && !flags.has(WordFlags::ORGANIZATION);
    let counts = is_plural_noun(cursor, at + 1) && (place || part_of_speech(cursor, before).is_finite());
    !counts
}

/// Whether the token can be a name's last before its number.
fn ends_name(cursor: &Cursor, at: usize) -> bool {
    match cursor.case(at) {
        // "S&P 500": a letter that a sign joins to another.
        Case::Mixed | Case::Upper => cursor.word(at).len() > 1 || cursor.touched(at) && cursor.word(back(at, 1)) == "&",
        Case::Title => {
            let common = WordFlags::STOP.with(WordFlags::STARTER).with(WordFlags::CALENDAR).with(WordFlags::CONNECTIVE);
            !cursor.flags(at).has_any(common) && (at > cursor.start() || is_name_like_start(cursor, at))
        }
        _ => false,
    }
}

/// Whether a sentence's first word is a name rather than a common word with a capital.
fn is_name_like_start(cursor: &Cursor, at: usize) -> bool {
    if cursor.name_at(at).is_some() {
        return true;
    }
    let pos = part_of_speech(cursor, at);
    let common = pos.is_finite() || pos.is_adverb() || pos.is_adjective();
    !common && !cursor.flags(at).has_any(WordFlags::STARTER.with(WordFlags::STOP))
}
