//! What an amount measures, where the words before it tell: the object of its preposition, or its verb's subject.

use super::{
    measure_word::is_unit_word,
    moved::{given, moved_by, nearest_moved, verb_of},
    noun_phrase::{NounPhrase, phrase_after},
    noun_phrase_before::{object_before, phrase_before, simple_phrase_before},
    rule::{Answer, NEXT, found},
    subject::{before_date, subject},
};
use crate::{
    document::{Case, TokenKind},
    figure::{
        cursor::{Cursor, back},
        grammar::{
            follows_determiner, is_determiner, is_function_word, is_name_word, is_plural_noun, is_verb, part_of_speech,
        },
        modifier::{hedge_before, noun_direction, verb_direction},
        number::{NumberWord, number_word_at, percent},
    },
    lexicon::List,
};
use std::ops::ControlFlow;

/// The words right before an amount.
struct Site {
    /// One past the last word that is no preposition, article or hedge of the amount.
    at: usize,
    /// The first preposition of the amount: "to", "by", "at".
    preposition: Option<usize>,
    /// Whether the amount is money.
    money: bool,
}

/// What the words before an amount may tell, in the order in which it is looked for.
const RULES: [fn(&Cursor, &Site) -> Answer; 11] = [
    owner,
    before_bracket,
    before_comma,
    with_participle,
    finite_after_comma,
    participle_after_comma,
    moved_object,
    receiver,
    subject_of_last_word,
    object,
    subject_or_moved,
];

/// What stands before the amount: an object with its preposition, or the subject.
pub(super) fn measured_before(cursor: &Cursor, first: usize, money: bool) -> Option<NounPhrase> {
    let (_, at) = hedge_before(cursor, first, false);
    // "if the rainfall exceeds 70 millimetres": the bound is a verb.
    if at < first && cursor.is_any(at, &["exceed", "exceeds", "exceeded", "topped", "surpassed"]) {
        return subject(cursor, at);
    }
    let (at, preposition) = before_prepositions(cursor, at)?;
    let site = Site { at, preposition, money };
    match RULES.iter().try_for_each(|rule| rule(cursor, &site)) {
        ControlFlow::Break(answer) => answer,
        // No verb at all, as in headlines and lists: "Turnout: 45%".
        ControlFlow::Continue(()) => {
            let comma = cursor.kind(site.last()) == Some(TokenKind::Comma);
            phrase_before(cursor, at - usize::from(comma))
        }
    }
}

impl Site {
    /// The last word before the amount and its prepositions.
    fn last(&self) -> usize {
        self.at - 1
    }
}

/// The nearest verb before the token within so many tokens.
fn verb_within(cursor: &Cursor, at: usize, reach: usize) -> Option<usize> {
    cursor.preceding(at, reach).rev().find(|&near| is_verb(cursor, near))
}

/// The place before "to", "by", "a record", "another"; "past 1,400": with the first of the prepositions.
fn before_prepositions(cursor: &Cursor, mut at: usize) -> Option<(usize, Option<usize>)> {
    let mut preposition = None;
    loop {
        at = before_date(cursor, at);
        if at <= cursor.start() {
            return None;
        }
        match cursor.lowercase(at - 1) {
            // "costs now total $2bn"; "his net worth".
            "total"
                if !cursor.is_any(back(at, 2), &["a", "the", "of", "by", "to", "in", "its", "their", "his", "her"]) =>
            {
                break;
            }
            "worth" if cursor.is(back(at, 2), "net") => break,
            // "the national record of 184".
            "record" if cursor.is(at, "of") => break,
            "to" | "by" | "at" | "of" | "from" | "for" | "as" | "with" | "past" => {
                preposition = Some(at - 1);
                at -= 1;
            }
            "a" | "an" | "the" | "another" | "further" | "only" | "just" | "its" | "record" | "nearly"
            | "additional" | "up" | "down" | "higher" | "lower" | "between" | "worth" | "total" | "mere"
            | "whopping" | "sharply" | "slightly" | "reported" | "combined" | "estimated" | "out" | "over" | "more"
            | "less" | "than" | "extra" | "even" | "still" => at -= 1,
            _ => break,
        }
    }
    Some((at, preposition))
}

/// "Ortega's 20%".
fn owner(cursor: &Cursor, site: &Site) -> Answer {
    if site.preposition.is_some() || cursor.kind(site.last()) != Some(TokenKind::Clitic) {
        return NEXT;
    }
    ControlFlow::Break(simple_phrase_before(cursor, site.last()))
}

/// "the fund (up 3%)", "Apple ($5bn)".
fn before_bracket(cursor: &Cursor, site: &Site) -> Answer {
    if site.last() <= cursor.start() || cursor.kind(site.last()) != Some(TokenKind::Open) {
        return NEXT;
    }
    ControlFlow::Break(phrase_before(cursor, site.last()))
}

/// "the index, up 3%": what stands before the comma, or its clause's subject.
fn before_comma(cursor: &Cursor, site: &Site) -> Answer {
    let comma = site.last();
    if comma <= cursor.start() || cursor.word(comma) != "," {
        return NEXT;
    }
    ControlFlow::Break(match verb_within(cursor, comma, 17) {
        Some(verb) => subject(cursor, verb),
        None => phrase_before(cursor, comma),
    })
}

/// "a machine weighing 3.5 tonnes"; ", gaining 0.8%" is said of the clause's subject.
fn with_participle(cursor: &Cursor, site: &Site) -> Answer {
    let last = site.last();
    if site.preposition.is_some() || !part_of_speech(cursor, last).is_gerund() || is_function_word(cursor, last) {
        return NEXT;
    }
    let before = back(last, 1);
    if cursor.is_any(before, &["is", "are", "was", "were", "be", "been"]) {
        return ControlFlow::Break(subject(cursor, last));
    }
    if cursor.word(before) != "," {
        return ControlFlow::Break(phrase_before(cursor, last));
    }
    ControlFlow::Break(verb_within(cursor, before, 17).and_then(|verb| subject(cursor, verb)))
}

/// "its shares, up 8% this year, trade at $260".
fn finite_after_comma(cursor: &Cursor, site: &Site) -> Answer {
    let last = site.last();
    if site.preposition.is_none() || cursor.word(back(last, 1)) != "," {
        return NEXT;
    }
    let verb = part_of_speech(cursor, last).is_finite() && !is_name_word(cursor, last);
    found(if verb { subject(cursor, last) } else { None })
}

/// ", trading at 13.4"; ", bringing the total to 495".
fn participle_after_comma(cursor: &Cursor, site: &Site) -> Answer {
    let (last, before) = (site.last(), back(site.last(), 1));
    if site.preposition.is_none() || cursor.word(before) != "," || !part_of_speech(cursor, last).is_gerund() {
        return NEXT;
    }
    found(verb_within(cursor, before, 17).and_then(|verb| subject(cursor, verb)))
}

/// "raised its key rate to 5%".
fn moved_object(cursor: &Cursor, site: &Site) -> Answer {
    match site.preposition {
        Some(at) if cursor.is_any(at, &["to", "by", "from", "at"]) => found(nearest_moved(cursor, site.at)),
        _ => NEXT,
    }
}

/// "fined the bank a record $3bn", "paid the managers $5,000 each".
fn receiver(cursor: &Cursor, site: &Site) -> Answer {
    let direct = site.money && site.preposition.is_none();
    found(if direct { given(cursor, site.at) } else { None })
}

/// "the job pays $15", "fares range from $5": the word that takes an amount is a verb, whatever the table says.
fn subject_of_last_word(cursor: &Cursor, site: &Site) -> Answer {
    let last = site.last();
    let takes = site.preposition.is_none() || ranges_from(cursor, last);
    if !takes || !cursor.is_word(last) || cursor.case(last) != Case::Lower {
        return NEXT;
    }
    let other = is_function_word(cursor, last) || is_determiner(cursor, last) || is_unit_word(cursor, last);
    if other || part_of_speech(cursor, last).is_adjective() {
        return NEXT;
    }
    found(subject(cursor, last))
}

/// "fares range from $5", "prices start from $9".
fn ranges_from(cursor: &Cursor, at: usize) -> bool {
    if cursor.reads_each(at, &[&["range", "ranges", "vary", "varies"], &["from", "between"]]) {
        return true;
    }
    cursor.is(at + 1, "from") && part_of_speech(cursor, at).is_finite() && is_plural_noun(cursor, back(at, 1))
}

/// The object with whose preposition the amount stands: "a price of $5", "an increase of 3%".
fn object(cursor: &Cursor, site: &Site) -> Answer {
    let Some(preposition) = site.preposition else { return NEXT };
    let last = site.last();
    if !is_noun_before(cursor, last) || is_unit_word(cursor, last) {
        return NEXT;
    }
    let Some(phrase) = object_before(cursor, preposition.min(site.at)) else { return NEXT };
    if says_of_what(cursor, &phrase) {
        return ControlFlow::Break(Some(phrase));
    }
    if says_how_much(cursor, &phrase) {
        return ControlFlow::Break(measured_by_noun(cursor, phrase));
    }
    if is_circumstance(cursor, preposition, &phrase) {
        return ControlFlow::Break(verb_of(cursor, site.at).and_then(|verb| moved_by(cursor, verb, site.at)));
    }
    // "joined City from United for £28m": who sold is not what was bought.
    let party = is_name_word(cursor, phrase.head)
        && cursor.is(preposition, "for")
        && cursor.is_any(back(phrase.first, 1), &["from", "to", "with", "at"]);
    found(Some(phrase).filter(|_| !party))
}

/// Whether the word before is a noun, and not another amount as in "rose 3% to $5bn", which measures the same.
fn is_noun_before(cursor: &Cursor, at: usize) -> bool {
    if !cursor.is_word(at) || is_part_before(cursor, at) || percent(cursor, at).is_some() || is_verb(cursor, at) {
        return false;
    }
    follows_determiner(cursor, at) || verb_direction(cursor, at).is_none()
}

/// "fell by a fifth to £12m", "by half to £3m".
fn is_part_before(cursor: &Cursor, at: usize) -> bool {
    if !matches!(number_word_at(cursor, at), Some(NumberWord::Ordinal(_) | NumberWord::Parts(_))) {
        return false;
    }
    cursor.is(at, "half") || cursor.is_any(back(at, 1), &["a", "an"])
}

/// "earnings growth of 5.2%", "the national record of 184": the phrase says itself of what.
fn says_of_what(cursor: &Cursor, phrase: &NounPhrase) -> bool {
    let head = cursor.lowercase(phrase.head);
    if head == "record" && phrase.head > phrase.first + 1 {
        return true;
    }
    if noun_direction(cursor, phrase.head).is_none() || phrase.head <= phrase.first || phrase.end != phrase.head + 1 {
        return false;
    }
    let before = phrase.head - 1;
    let noun = part_of_speech(cursor, before).is_mostly_noun() && !is_determiner(cursor, before);
    noun && !cursor.is_in(before, List::EmptyNouns)
}

/// "an increase", "the number", "an annual rate": nouns that leave open of what.
fn says_how_much(cursor: &Cursor, phrase: &NounPhrase) -> bool {
    noun_direction(cursor, phrase.head).is_some()
        || cursor.is_in(phrase.head, List::EmptyNouns)
        || is_pace(cursor, phrase)
}

/// "at an annual rate of 3%".
fn is_pace(cursor: &Cursor, phrase: &NounPhrase) -> bool {
    const OFTEN: [&str; 6] = ["annual", "annualised", "annualized", "yearly", "quarterly", "monthly"];
    phrase.head == phrase.first + 2 && cursor.reads_each(phrase.first + 1, &[&OFTEN, &["rate", "pace"]])
}

/// "an increase of 3%": of what the clause is about; "the number of people": of people.
fn measured_by_noun(cursor: &Cursor, phrase: NounPhrase) -> Option<NounPhrase> {
    if phrase.end > phrase.head + 2 {
        return phrase_after(cursor, phrase.head + 2).or(Some(phrase));
    }
    verb_within(cursor, phrase.first, 10).and_then(|verb| subject(cursor, verb)).or(Some(phrase))
}

/// "jumped 12% in early trading to $48": a circumstance, and no object.
fn is_circumstance(cursor: &Cursor, preposition: usize, phrase: &NounPhrase) -> bool {
    const BEFORE: [&str; 10] = ["in", "on", "during", "after", "against", "over", "since", "under", "amid", "within"];
    let before = back(phrase.first, 1);
    if !cursor.is_any(preposition, &["to", "from", "at", "by"]) || !cursor.is_any(before, &BEFORE) {
        return false;
    }
    cursor
        .preceding(before, 8)
        .any(|near| verb_direction(cursor, near).is_some() && (is_verb(cursor, near) || cursor.is(near + 1, "nearly")))
}

/// What the nearest verb moves, or its subject.
fn subject_or_moved(cursor: &Cursor, site: &Site) -> Answer {
    match verb_of(cursor, site.at) {
        Some(verb) => ControlFlow::Break(moved_by(cursor, verb, site.at)),
        None => NEXT,
    }
}
