//! What an amount measures: of what it is a part, what it buys, what it is added to, or the subject of its verb.

use super::{
    counted::{skip_determiners, those},
    measured_before::measured_before,
    moved::verb_of,
    noun_phrase::{NounPhrase, bare_noun, phrase_after, phrase_from},
    noun_phrase_before::{phrase_before, simple_phrase_before},
    subject::subject,
};
use crate::{
    document::{Case, TokenKind},
    figure::{
        cursor::{Cursor, back},
        grammar::{is_determiner, is_function_word, is_name_word, is_verb, part_of_speech},
        modifier::{hedge_before, noun_direction, verb_direction},
        number::percent,
        quantity::{Measure, time_unit},
    },
    lexicon::WordFlags,
};

/// Words of place that follow a distance.
const WHERE: [&str; 12] = [
    "away",
    "north",
    "south",
    "east",
    "west",
    "northeast",
    "northwest",
    "southeast",
    "southwest",
    "off",
    "from",
    "outside",
];

/// Words after an amount that say how it compares, and not what it is of.
const COMPARED: [&str; 16] = [
    "more", "less", "higher", "lower", "high", "tall", "long", "wide", "deep", "thick", "on", "up", "down", "fewer",
    "stronger", "weaker",
];

/// What an amount measures: of what it is a part, what it buys, what it is added to, or the subject of its verb.
pub(in crate::figure) fn measured_by(
    cursor: &Cursor,
    first: usize,
    end: usize,
    measure: &Measure,
) -> Option<NounPhrase> {
    let hyphen = cursor.is_hyphen(end) && cursor.touched(end);
    let mut after = end + usize::from(hyphen);
    // "a 3-metre-long fossil", "a six-foot tall tower".
    if hyphen | cursor.is_hyphen(back(end, 2))
        && cursor.is_any(after, &["long", "wide", "tall", "high", "deep", "thick"])
        && cursor.is_word(after + 1)
        && !is_function_word(cursor, after + 1)
    {
        after += 1;
    }
    let money = matches!(measure, Measure::Money(_));
    // "3% of voters", "$3bn of aid", "$4bn worth of seafood".
    let worth = usize::from(cursor.is(after, "worth"));
    // "will pass within 31,000 km of Earth" is no part of it.
    let near = cursor.is_any(back(first, 1), &["within", "inside"]) && matches!(measure, Measure::Unit(_));
    if cursor.is(after + worth, "of") && !near {
        let mut at = after + worth + 1;
        at = skip_determiners(cursor, at);
        let phrase = those(cursor, at).or_else(|| phrase_from(cursor, at, false)).or_else(|| bare_noun(cursor, at));
        // "debt stands at 96% of GDP": a subject is compared, and not a part of anything.
        let whole = cursor.is_any(at, &["gdp", "gross", "output"]);
        if let Some(phrase) = phrase.filter(|_| !whole) {
            return Some(phrase);
        }
    }
    // "LSD = 7.01".
    if let Some(phrase) = equated(cursor, first) {
        return Some(phrase);
    }
    // "a 5% increase in sales": what increases.
    let noun = (after..after + 3).take_while(|&at| cursor.is_word(at)).find(|&at| noun_direction(cursor, at).is_some());
    if let Some(noun) = noun.filter(|_| *measure != Measure::Time) {
        return changing(cursor, noun, first);
    }
    // "a rise of 12 percent in sales".
    if cursor.is(after, "in")
        && cursor.is(back(first, 1), "of")
        && noun_direction(cursor, back(first, 2)).is_some()
        && !is_place_or_time(cursor, after + 1)
        && let Some(phrase) = phrase_after(cursor, after + 1)
    {
        return Some(phrase);
    }
    // "a $48m contract", "a 60-mile route", "a 5% stake".
    let described = hyphen || has_article(cursor, first) || money || matches!(measure, Measure::Percent);
    // "and 45% backing the mayor", "the mayor 40%".
    let percent = matches!(measure, Measure::Percent);
    if percent && !hyphen && is_name_word(cursor, back(first, 1)) && !has_unit_noun(cursor, after) {
        return simple_phrase_before(cursor, first);
    }
    let acting =
        percent && part_of_speech(cursor, after).is_gerund() && !part_of_speech(cursor, after).is_mostly_noun();
    if described
        && !acting
        && cursor.is_word(after)
        && !cursor.is_any(after, &COMPARED)
        && !cursor.is_any(after, &WHERE)
        && let Some(phrase) = phrase_from(cursor, after, false)
            .filter(|phrase| hyphen || cursor.is_hyphen(back(end, 2)) || is_described(cursor, phrase, after))
    {
        return Some(phrase);
    }
    // "a 512GB drive", "a 50 basis point move": an article before and a word after make it a noun.
    let article = cursor.is_any(back(first, 1), &["a", "an"]);
    let closes = |at: usize| !cursor.is_word(at) || is_function_word(cursor, at);
    if described
        && !acting
        && article
        && cursor.is_word(after)
        && !cursor.is_any(after, &COMPARED)
        && !cursor.is_any(after, &WHERE)
        && !cursor.is_any(after, &["year", "month", "week", "day", "ago", "later", "earlier"])
        && closes(after + 1)
        && let Some(phrase) = bare_noun(cursor, after)
    {
        return Some(phrase);
    }
    // "$1tn was wiped off the value of stocks", "wiped 4 percent off the index".
    let wiped = after
        + 2 * usize::from(cursor.is_any(after, &["was", "were", "is"]))
        + usize::from(cursor.is_any(after, &["wiped", "knocked", "shaved", "lopped"]));
    let wiped = wiped - usize::from(cursor.is_any(after, &["was", "were", "is"]) && !cursor.is(wiped, "off"));
    if cursor.is(wiped, "off")
        && !matches!(measure, Measure::Unit(_) | Measure::Time)
        && cursor.is_any(wiped + 1, &["the", "its", "their", "his", "her"])
        && let Some(phrase) = phrase_after(cursor, wiped + 1)
    {
        return Some(phrase);
    }
    // "adding £2 to the cost of a ticket".
    if cursor.is(after, "to")
        && cursor.is_any(back(first, 1), &["add", "adds", "added", "adding"])
        && let Some(phrase) = phrase_after(cursor, after + 1)
    {
        return Some(phrase);
    }
    // "invested $5m in a 200-megawatt wind farm"; "$5m in cash" is still of something else.
    if money
        && cursor.is(after, "in")
        && !is_place_or_time(cursor, after + 1)
        && !cursor.is_any(
            after + 1,
            &[
                "cash", "total", "all", "stock", "shares", "advance", "person", "today", "response", "return",
                "exchange", "addition", "part", "turn",
            ],
        )
    {
        let at = skip_determiners(cursor, after + 1);
        // "rose to $3m in two years": that is how long it took.
        if let Some(phrase) = phrase_from(cursor, at, false).filter(|phrase| time_unit(cursor, phrase.head).is_none()) {
            return Some(phrase);
        }
    }
    // "$300 for a dress, $50 for shoes": a list of what things cost.
    if money && cursor.is(after, "for") {
        let (_, left) = hedge_before(cursor, first, false);
        let another = left > cursor.start() && cursor.is_any(left - 1, &["another", "a", "an"]);
        let left = left - usize::from(another);
        let listed = left <= cursor.start()
            || matches!(cursor.kind(left - 1), Some(TokenKind::Comma | TokenKind::Dash))
            || cursor.is(left - 1, "and");
        if let Some(phrase) = phrase_after(cursor, after + 1).filter(|_| listed) {
            return Some(phrase);
        }
    }
    // "$34,000 -- average annual salary".
    if first == cursor.start() && (cursor.kind(after) == Some(TokenKind::Dash) || cursor.word(after) == ":") {
        return phrase_after(cursor, after + 1);
    }
    // "the mine about 35 miles away".
    if matches!(measure, Measure::Unit(_)) && cursor.is_any(after, &WHERE) {
        let (_, left) = hedge_before(cursor, first, false);
        if let Some(phrase) = phrase_before(cursor, left).filter(|_| !is_verb(cursor, back(left, 1))) {
            // "sank in heavy seas 4 km from the port": a circumstance, and no place.
            let bare = cursor.is_any(back(phrase.first, 1), &["in", "through", "amid", "during", "on"])
                && !is_determiner(cursor, phrase.first)
                && !is_name_word(cursor, phrase.head);
            return if bare { verb_of(cursor, left).and_then(|verb| subject(cursor, verb)) } else { Some(phrase) };
        }
    }
    // "a case, potentially worth $15 million".
    let (_, mut left) = hedge_before(cursor, first, false);
    if left > cursor.start() && cursor.is(left - 1, "worth") {
        left -= 1;
        while left > cursor.start()
            && (cursor.word(left - 1) == ","
                || part_of_speech(cursor, left - 1).is_adverb() && !part_of_speech(cursor, left - 1).is_noun())
        {
            left -= 1;
        }
        if !cursor.is_any(back(left, 1), &["is", "are", "was", "were", "be", "been"])
            && let Some(phrase) = phrase_before(cursor, left)
        {
            return Some(phrase);
        }
    }
    // "5 litres more water".
    if cursor.is_any(after, &["more", "less", "fewer"])
        && let Some(phrase) =
            phrase_from(cursor, after + 1, false).filter(|_| cursor.is_word(after + 1) && !cursor.is(after + 1, "than"))
    {
        return Some(phrase);
    }
    // "promised £90m for schools", "paid £24,500 for a map".
    if money && cursor.is(after, "for") && !is_place_or_time(cursor, after + 1) {
        let (_, left) = hedge_before(cursor, first, false);
        let left = left
            - usize::from(
                left > cursor.start() && cursor.is_any(left - 1, &["a", "an", "another", "extra", "further"]),
            );
        let left = left - usize::from(left > cursor.start() && cursor.is_any(left - 1, &["a", "an", "another"]));
        let last = back(left, 1);
        let direct = cursor.is_word(last)
            && !is_function_word(cursor, last)
            && verb_direction(cursor, last).is_none()
            && !cursor.is_any(last, &["cost", "costs", "sold", "won"]);
        if let Some(phrase) = phrase_after(cursor, after + 1).filter(|_| direct) {
            return Some(phrase);
        }
    }
    measured_before(cursor, first, money)
        .or_else(|| (money && cursor.is_any(after, &["for", "on"])).then(|| phrase_after(cursor, after + 1)).flatten())
}

/// What a sign says the figure of: "n = 12", "p < 0.01".
pub(super) fn equated(cursor: &Cursor, first: usize) -> Option<NounPhrase> {
    const SIGNS: [&str; 7] = ["=", "<", ">", "≤", "≥", "≈", "≃"];
    let sign = cursor
        .preceding(first, 2)
        .find(|&at| SIGNS.contains(&cursor.word(at)))
        .filter(|&at| cursor.is_word(back(at, 1)))?;
    simple_phrase_before(cursor, sign).or(Some(NounPhrase { first: sign - 1, end: sign, head: sign - 1 }))
}

/// "in Rome", "in 2020", "in May": no goods.
pub(super) fn is_place_or_time(cursor: &Cursor, at: usize) -> bool {
    cursor.is_number(at)
        || cursor.flags(at).has(WordFlags::CALENDAR)
        || cursor.flags(at).has(WordFlags::PLACE) && !name_describes(cursor, at)
        || cursor.is_any(at, &["the", "a", "an", "his", "her", "their", "its"])
            && cursor.is_any(
                at + 1,
                &[
                    "year",
                    "month",
                    "week",
                    "quarter",
                    "first",
                    "second",
                    "third",
                    "fourth",
                    "last",
                    "past",
                    "same",
                    "period",
                    "next",
                    "three",
                    "six",
                    "nine",
                    "half",
                    "city",
                    "country",
                    "state",
                    "region",
                    "area",
                    "day",
                    "hour",
                    "decade",
                    "weekend",
                    "morning",
                    "afternoon",
                    "night",
                    "single",
                ],
            )
        || cursor.is_any(at, &["early", "late", "mid"]) && cursor.flags(at + 1).has(WordFlags::CALENDAR)
        // "in early trading".
        || (at..at + 3).any(|near| cursor.is_any(near, &["trading", "trade", "dealings", "deals", "session"]))
            && cursor.is_any(at, &["early", "late", "morning", "afternoon", "premarket", "extended", "after", "pre", "trading", "trade", "volatile", "thin", "choppy", "european", "asian"])
        || matches!(cursor.case(at), Case::Title | Case::Upper) && !name_describes(cursor, at)
}

/// "Christian church attendance", "U.S. aid": a name that a common noun follows.
fn name_describes(cursor: &Cursor, at: usize) -> bool {
    let next =
        (at..at + 4).find(|&at| !matches!(cursor.case(at), Case::Title | Case::Upper | Case::Mixed)).unwrap_or(at);
    cursor.is_word(next) && !is_function_word(cursor, next) && part_of_speech(cursor, next).is_noun()
}

fn has_article(cursor: &Cursor, first: usize) -> bool {
    cursor.preceding(first, 4).any(|at| {
        cursor.is_any(at, &["a", "an", "the", "its", "their", "his", "her", "another", "this", "that", "each"])
    }) && !cursor.is_any(back(first, 1), &["by", "to", "of", "for", "from"])
}

/// Whether a noun stands right after, which the amount describes.
fn has_unit_noun(cursor: &Cursor, after: usize) -> bool {
    cursor.is_word(after) && !is_function_word(cursor, after) && part_of_speech(cursor, after).is_mostly_noun()
}

/// Whether the phrase stands so close after the amount that the amount describes it.
fn is_described(cursor: &Cursor, phrase: &NounPhrase, after: usize) -> bool {
    let lower = cursor.lowercase(phrase.head);
    phrase.first == after
        && (!part_of_speech(cursor, after).is_adverb() || part_of_speech(cursor, after).is_adjective())
        && !cursor.flags(phrase.head).has(WordFlags::CALENDAR)
        && !matches!(
            lower,
            "year"
                | "years"
                | "month"
                | "months"
                | "week"
                | "weeks"
                | "day"
                | "days"
                | "hours"
                | "minutes"
                | "ago"
                | "time"
                | "times"
        )
        && !part_of_speech(cursor, after).is_only_verb()
        && !(part_of_speech(cursor, after).is_mostly_finite() && phrase.head == after)
}

/// What changes, where a noun says that something does: "a rise in prices", "price rises", "sales growth".
fn changing(cursor: &Cursor, noun: usize, first: usize) -> Option<NounPhrase> {
    if cursor.is_any(noun + 1, &["in", "of", "for", "on", "to"]) {
        let at = noun + 2 + usize::from(is_determiner(cursor, noun + 2) || cursor.is_any(noun + 2, &["every", "each"]));
        if !is_place_or_time(cursor, noun + 2)
            && let Some(phrase) = phrase_from(cursor, at, false)
        {
            return Some(phrase);
        }
    }
    // "a 3% pay rise".
    if noun > first
        && cursor.is_word(noun - 1)
        && part_of_speech(cursor, noun - 1).is_noun()
        && !cursor.is_any(noun - 1, &["percent", "cent", "point"])
        && percent(cursor, noun - 1).is_none()
    {
        let word = cursor.lowercase(noun - 1);
        if !matches!(
            word,
            "percent" | "dollar" | "dollars" | "pound" | "pounds" | "euro" | "euros" | "year" | "point" | "points"
        ) {
            return Some(NounPhrase { first: noun - 1, end: noun, head: noun - 1 });
        }
    }
    measured_before(cursor, first, false)
}
