//! What an amount measures: of what it is a part, what it buys, what it is added to, or the subject of its verb.

use super::{
    counted::{skip_determiners, those},
    measured_before::measured_before,
    moved::verb_of,
    noun_phrase::{NounPhrase, bare_noun, phrase_after, phrase_from},
    noun_phrase_before::{phrase_before, simple_phrase_before},
    rule::{Answer, NEXT, found},
    subject::subject,
};
use crate::{
    document::{Case, TokenKind},
    figure::{
        cursor::{Cursor, back},
        grammar::{
            is_content_word, is_determiner, is_name_word, is_plain_adverb, is_plain_gerund, is_verb, part_of_speech,
        },
        modifier::{hedge_before, noun_direction, verb_direction},
        number::percent,
        quantity::{Measure, time_unit},
    },
    lexicon::{List, WordFlags},
};
use std::ops::ControlFlow;

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

/// An amount and the place after it.
struct Site<'m> {
    /// First token.
    first: usize,
    /// One past the last token.
    end: usize,
    /// Where what it is of may stand: past a hyphen, and past "long" in "3-metre-long".
    after: usize,
    /// Whether a hyphen ties it to the next word.
    hyphen: bool,
    measure: &'m Measure,
}

/// What an amount may measure, in the order in which it is looked for; past these, what stands before it.
const RULES: [fn(&Cursor, &Site) -> Answer; 12] = [
    part_of,
    equated_with,
    change_after,
    share_after_name,
    described_phrase,
    described_noun,
    put_into,
    bought_in_list,
    list_entry,
    place_of_distance,
    worth_so_much,
    paid_for,
];

/// What an amount measures: of what it is a part, what it buys, what it is added to, or the subject of its verb.
pub(in crate::figure) fn measured_by(
    cursor: &Cursor,
    first: usize,
    end: usize,
    measure: &Measure,
) -> Option<NounPhrase> {
    let site = Site::new(cursor, first, end, measure);
    if let ControlFlow::Break(answer) = RULES.iter().try_for_each(|rule| rule(cursor, &site)) {
        return answer;
    }
    measured_before(cursor, first, site.is_money()).or_else(|| {
        let bought = site.is_money() && cursor.is_any(site.after, &["for", "on"]);
        if bought { phrase_after(cursor, site.after + 1) } else { None }
    })
}

impl<'m> Site<'m> {
    fn new(cursor: &Cursor, first: usize, end: usize, measure: &'m Measure) -> Self {
        let hyphen = cursor.is_tied_hyphen(end);
        let site = Self { first, end, after: end + usize::from(hyphen), hyphen, measure };
        // "a 3-metre-long fossil", "a six-foot tall tower".
        let sized = cursor.is_any(site.after, &["long", "wide", "tall", "high", "deep", "thick"]);
        if sized && site.is_hyphened(cursor) && is_content_word(cursor, site.after + 1) {
            return Self { after: site.after + 1, ..site };
        }
        site
    }

    fn is_money(&self) -> bool {
        matches!(self.measure, Measure::Money(_))
    }

    fn is_percent(&self) -> bool {
        *self.measure == Measure::Percent
    }

    /// A hyphen after it, or within it.
    fn is_hyphened(&self, cursor: &Cursor) -> bool {
        self.hyphen || cursor.is_hyphen(back(self.end, 2))
    }

    /// Whether the amount may describe the word after it.
    fn describes(&self, cursor: &Cursor) -> bool {
        let after = self.after;
        if !cursor.is_word(after) || cursor.is_any(after, &COMPARED) || cursor.is_any(after, &WHERE) {
            return false;
        }
        // "and 45% backing the mayor".
        if self.is_percent() {
            return !is_plain_gerund(cursor, after);
        }
        self.hyphen || self.is_money() || has_article(cursor, self.first)
    }
}

/// "3% of voters", "$3bn of aid", "$4bn worth of seafood".
fn part_of(cursor: &Cursor, site: &Site) -> Answer {
    let of = site.after + usize::from(cursor.is(site.after, "worth"));
    // "will pass within 31,000 km of Earth" is no part of it.
    let near = matches!(site.measure, Measure::Unit(_)) && cursor.is_any(back(site.first, 1), &["within", "inside"]);
    if near || !cursor.is(of, "of") {
        return NEXT;
    }
    let at = skip_determiners(cursor, of + 1);
    // "debt stands at 96% of GDP": a subject is compared, and not a part of anything.
    if cursor.is_any(at, &["gdp", "gross", "output"]) {
        return NEXT;
    }
    found(those(cursor, at).or_else(|| phrase_from(cursor, at, false)).or_else(|| bare_noun(cursor, at)))
}

/// "LSD = 7.01".
fn equated_with(cursor: &Cursor, site: &Site) -> Answer {
    found(equated(cursor, site.first))
}

/// "a 5% increase in sales": what increases.
fn change_after(cursor: &Cursor, site: &Site) -> Answer {
    if *site.measure == Measure::Time {
        return NEXT;
    }
    let noun = (site.after..site.after + 3)
        .take_while(|&at| cursor.is_word(at))
        .find(|&at| noun_direction(cursor, at).is_some());
    match noun {
        Some(noun) => ControlFlow::Break(changing(cursor, noun, site.first)),
        None => NEXT,
    }
}

/// "the mayor Smith 40%".
fn share_after_name(cursor: &Cursor, site: &Site) -> Answer {
    if !site.is_percent() || site.hyphen || !is_name_word(cursor, back(site.first, 1)) {
        return NEXT;
    }
    if is_content_word(cursor, site.after) && part_of_speech(cursor, site.after).is_mostly_noun() {
        return NEXT;
    }
    ControlFlow::Break(simple_phrase_before(cursor, site.first))
}

/// "a $48m contract", "a 60-mile route", "a 5% stake".
fn described_phrase(cursor: &Cursor, site: &Site) -> Answer {
    if !site.describes(cursor) {
        return NEXT;
    }
    found(
        phrase_from(cursor, site.after, false)
            .filter(|phrase| site.is_hyphened(cursor) || is_described(cursor, phrase, site.after)),
    )
}

/// "a 512GB drive", "a 50 basis point move": an article before and a word after make it a noun.
fn described_noun(cursor: &Cursor, site: &Site) -> Answer {
    if !cursor.is_any(back(site.first, 1), &["a", "an"]) || is_content_word(cursor, site.after + 1) {
        return NEXT;
    }
    let time = cursor.is_any(site.after, &["year", "month", "week", "day", "ago", "later", "earlier"]);
    if time || !site.describes(cursor) {
        return NEXT;
    }
    found(bare_noun(cursor, site.after))
}

/// "invested $5m in a 200-megawatt wind farm"; "$5m in cash" is still of something else.
fn put_into(cursor: &Cursor, site: &Site) -> Answer {
    let at = site.after + 1;
    if !site.is_money() || !cursor.is(site.after, "in") {
        return NEXT;
    }
    if cursor.is_in(at, List::NoGoods) || is_place_or_time(cursor, at) {
        return NEXT;
    }
    // "rose to $3m in two years": that is how long it took.
    found(
        phrase_from(cursor, skip_determiners(cursor, at), false)
            .filter(|phrase| time_unit(cursor, phrase.head).is_none()),
    )
}

/// "$300 for a dress, $50 for shoes": a list of what things cost.
fn bought_in_list(cursor: &Cursor, site: &Site) -> Answer {
    if !site.is_money() || !cursor.is(site.after, "for") {
        return NEXT;
    }
    let (_, left) = hedge_before(cursor, site.first, false);
    let left = left - usize::from(cursor.is_any(back(left, 1), &["another", "a", "an"]));
    let listed = match cursor.kind(back(left, 1)) {
        None | Some(TokenKind::Comma | TokenKind::Dash) => true,
        _ => cursor.is(left - 1, "and"),
    };
    found(if listed { phrase_after(cursor, site.after + 1) } else { None })
}

/// "$34,000 -- average annual salary".
fn list_entry(cursor: &Cursor, site: &Site) -> Answer {
    let marked = cursor.kind(site.after) == Some(TokenKind::Dash) || cursor.word(site.after) == ":";
    if !marked || site.first != cursor.start() {
        return NEXT;
    }
    ControlFlow::Break(phrase_after(cursor, site.after + 1))
}

/// "the mine about 35 miles away".
fn place_of_distance(cursor: &Cursor, site: &Site) -> Answer {
    if !matches!(site.measure, Measure::Unit(_)) || !cursor.is_any(site.after, &WHERE) {
        return NEXT;
    }
    let (_, left) = hedge_before(cursor, site.first, false);
    let Some(phrase) = phrase_before(cursor, left).filter(|_| !is_verb(cursor, back(left, 1))) else {
        return NEXT;
    };
    if is_circumstance(cursor, &phrase) {
        return ControlFlow::Break(verb_of(cursor, left).and_then(|verb| subject(cursor, verb)));
    }
    ControlFlow::Break(Some(phrase))
}

/// "sank in heavy seas 4 km from the port": no place.
fn is_circumstance(cursor: &Cursor, phrase: &NounPhrase) -> bool {
    if !cursor.is_any(back(phrase.first, 1), &["in", "through", "amid", "during", "on"]) {
        return false;
    }
    !is_determiner(cursor, phrase.first) && !is_name_word(cursor, phrase.head)
}

/// "a case, potentially worth $15 million".
fn worth_so_much(cursor: &Cursor, site: &Site) -> Answer {
    let (_, left) = hedge_before(cursor, site.first, false);
    let worth = back(left, 1);
    if !cursor.is(worth, "worth") {
        return NEXT;
    }
    let is_aside = |at: usize| cursor.word(at) == "," || is_plain_adverb(cursor, at);
    let mut end = worth;
    while is_aside(back(end, 1)) {
        end -= 1;
    }
    if cursor.is_any(back(end, 1), &["is", "are", "was", "were", "be", "been"]) {
        return NEXT;
    }
    found(phrase_before(cursor, end))
}

/// "promised £90m for schools", "paid £24,500 for a map".
fn paid_for(cursor: &Cursor, site: &Site) -> Answer {
    if !site.is_money() || !cursor.is(site.after, "for") || is_place_or_time(cursor, site.after + 1) {
        return NEXT;
    }
    let (_, left) = hedge_before(cursor, site.first, false);
    let left = left - usize::from(cursor.is_any(back(left, 1), &["a", "an", "another", "extra", "further"]));
    let left = left - usize::from(cursor.is_any(back(left, 1), &["a", "an", "another"]));
    let last = back(left, 1);
    if !is_content_word(cursor, last) || cursor.is_any(last, &["cost", "costs", "sold", "won"]) {
        return NEXT;
    }
    let moves = verb_direction(cursor, last).is_some();
    found(if moves { None } else { phrase_after(cursor, site.after + 1) })
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

/// How a place or a time is told, in the order in which it is looked for.
const PLACES_AND_TIMES: [fn(&Cursor, usize) -> bool; 5] =
    [is_year_or_day, is_period_or_region, is_part_of_period, is_place, is_trading_session];

/// "in Rome", "in 2020", "in May": no goods.
pub(super) fn is_place_or_time(cursor: &Cursor, at: usize) -> bool {
    PLACES_AND_TIMES.iter().any(|tells| tells(cursor, at))
}

/// "in 2020", "on Monday".
fn is_year_or_day(cursor: &Cursor, at: usize) -> bool {
    cursor.is_number(at) || cursor.flags(at).has(WordFlags::CALENDAR)
}

/// "in Rome", but not "for U.S. aid".
fn is_place(cursor: &Cursor, at: usize) -> bool {
    let capital = matches!(cursor.case(at), Case::Title | Case::Upper);
    let name = capital || cursor.flags(at).has(WordFlags::PLACE);
    name && !name_describes(cursor, at)
}

/// "in the first quarter", "in their region".
fn is_period_or_region(cursor: &Cursor, at: usize) -> bool {
    const PERIODS_AND_REGIONS: [&str; 30] = [
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
    ];
    cursor.reads_each(at, &[&["the", "a", "an", "his", "her", "their", "its"], &PERIODS_AND_REGIONS])
}

/// "in early May".
fn is_part_of_period(cursor: &Cursor, at: usize) -> bool {
    cursor.is_any(at, &["early", "late", "mid"]) && cursor.flags(at + 1).has(WordFlags::CALENDAR)
}

/// "in early trading".
fn is_trading_session(cursor: &Cursor, at: usize) -> bool {
    const WHEN: [&str; 15] = [
        "early",
        "late",
        "morning",
        "afternoon",
        "premarket",
        "extended",
        "after",
        "pre",
        "trading",
        "trade",
        "volatile",
        "thin",
        "choppy",
        "european",
        "asian",
    ];
    if !cursor.is_any(at, &WHEN) {
        return false;
    }
    (at..at + 3).any(|near| cursor.is_any(near, &["trading", "trade", "dealings", "deals", "session"]))
}

/// "Christian church attendance", "U.S. aid": a name that a common noun follows.
fn name_describes(cursor: &Cursor, at: usize) -> bool {
    let next =
        (at..at + 4).find(|&at| !matches!(cursor.case(at), Case::Title | Case::Upper | Case::Mixed)).unwrap_or(at);
    is_content_word(cursor, next) && part_of_speech(cursor, next).is_noun()
}

fn has_article(cursor: &Cursor, first: usize) -> bool {
    cursor.preceding(first, 4).any(|at| {
        cursor.is_any(at, &["a", "an", "the", "its", "their", "his", "her", "another", "this", "that", "each"])
    }) && !cursor.is_any(back(first, 1), &["by", "to", "of", "for", "from"])
}

/// Whether the phrase stands so close after the amount that the amount describes it.
fn is_described(cursor: &Cursor, phrase: &NounPhrase, after: usize) -> bool {
    const TIMES: [&str; 13] = [
        "year", "years", "month", "months", "week", "weeks", "day", "days", "hours", "minutes", "ago", "time", "times",
    ];
    if phrase.first != after || cursor.is_any(phrase.head, &TIMES) {
        return false;
    }
    let pos = part_of_speech(cursor, after);
    let adverb = pos.is_adverb() && !pos.is_adjective();
    let verb = pos.is_only_verb() || pos.is_mostly_finite() && phrase.head == after;
    !adverb && !verb && !cursor.flags(phrase.head).has(WordFlags::CALENDAR)
}

/// What changes, where a noun says that something does: "a rise in prices", "price rises", "sales growth".
fn changing(cursor: &Cursor, noun: usize, first: usize) -> Option<NounPhrase> {
    what_changes(cursor, noun)
        .or_else(|| described_change(cursor, noun, first))
        .or_else(|| measured_before(cursor, first, false))
}

/// "a rise in prices".
fn what_changes(cursor: &Cursor, noun: usize) -> Option<NounPhrase> {
    let at = noun + 2;
    if !cursor.is_any(noun + 1, &["in", "of", "for", "on", "to"]) || is_place_or_time(cursor, at) {
        return None;
    }
    let determiner = is_determiner(cursor, at) || cursor.is_any(at, &["every", "each"]);
    phrase_from(cursor, at + usize::from(determiner), false)
}

/// "a 3% pay rise".
fn described_change(cursor: &Cursor, noun: usize, first: usize) -> Option<NounPhrase> {
    const UNITS: [&str; 10] =
        ["percent", "cent", "dollar", "dollars", "pound", "pounds", "euro", "euros", "point", "points"];
    let at = back(noun, 1);
    if noun <= first || cursor.is(at, "year") || cursor.is_any(at, &UNITS) {
        return None;
    }
    let described = part_of_speech(cursor, at).is_noun() && percent(cursor, at).is_none();
    described.then_some(NounPhrase { first: at, end: noun, head: at })
}
