//! What an amount is of, asked of the grammar: the noun it belongs to, or the subject or object of its verb.
//!
//! A row looks at the amount's head word and at the word that it hangs on. The rows are tried in order; one may also say
//! that the amount stands for a further word ("an *average* of $5"), and then all are asked of that.

use super::{measure_word::is_unit_word, noun_phrase::NounPhrase};
use crate::{
    document::{Case, PartOfSpeech, Relation},
    figure::{
        cursor::{Cursor, back},
        modifier::{Direction, noun_direction, verb_direction},
        number::percent,
        quantity::time_unit,
    },
    lexicon::{List, WordFlags},
    syntax::Grammar,
};

/// An amount in the tree.
#[derive(Clone, Copy)]
struct Site<'g> {
    cursor: &'g Cursor<'g>,
    grammar: Grammar<'g>,
    /// The amount's own words, first and last.
    own: (usize, usize),
    /// The word of it that all others hang on, or the word that it stands for.
    head: usize,
    is: Kind,
}

/// What an amount is a number of, as far as the rows ask.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(in crate::figure) enum Kind {
    /// No unit: what a verb counts is not what it is of.
    Plain,
    /// Money: who pays or earns it is not what it is of.
    Money,
    /// Percent, a unit.
    Measure,
}

/// What a row says.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Answer {
    /// It is of this noun.
    Of(usize),
    /// It stands for this word.
    Is(usize),
    /// It is of something that no noun near it names.
    Unsaid,
}

/// A place in the tree that tells what an amount is of.
struct Row {
    name: &'static str,
    /// A sentence with the figure in brackets.
    #[cfg(test)]
    example: &'static str,
    read: fn(&Site) -> Option<Answer>,
}

const fn row(name: &'static str, example: &'static str, read: fn(&Site) -> Option<Answer>) -> Row {
    let _ = example;
    Row {
        name,
        #[cfg(test)]
        example,
        read,
    }
}

#[rustfmt::skip]
static ROWS: [Row; 15] = [
    row("parse: part of", "The storm cut power to [40%] of homes.", part_of),
    row("parse: change in", "The council saw a [3%] drop in fines.", change_in),
    row("parse: describes", "The port signed a [$5 million] contract.", describes),
    row("parse: noun of", "The yacht has a price of [$5 million].", noun_of),
    row("parse: noun with", "A family ticket at [£90] is dear.", noun_with),
    row("parse: is", "The unemployment rate is [5%].", is_so_much),
    row("parse: added to", "The deal added [£2] to the cost of a ticket.", added_to),
    row("parse: taken from", "The rout cut [$3bn] from its value.", taken_from),
    row("parse: moved", "The bank raised its key rate to [4.5%].", moved),
    row("parse: moves", "Profit fell [3%] in May.", moves),
    row("parse: sum in", "The suit seeks [$5 million] in damages.", sum_in),
    row("parse: paid for", "The museum paid [$500] for a map.", paid_for),
    row("parse: done to", "The mill was sold for [$5 million].", done_to),
    row("parse: reaches", "The river reached [12 metres].", reaches),
    row("parse: stands at", "The interest rate stands at [5%].", stands_at),
];

/// Each hop is up the tree, and few are needed.
const MOST_HOPS: usize = 4;

/// What the amount of the tokens `first..end` is of, and the row that said so.
pub(in crate::figure) fn parsed(
    cursor: &Cursor,
    first: usize,
    end: usize,
    kind: Kind,
) -> Option<(&'static str, NounPhrase)> {
    let mut site = Site::new(cursor, cursor.grammar()?, first, end, kind)?;
    for _ in 0..MOST_HOPS {
        let (name, answer) = ROWS.iter().find_map(|row| Some((row.name, (row.read)(&site)?)))?;
        match answer {
            Answer::Of(noun) => return site.phrase(noun).map(|phrase| (name, phrase)),
            Answer::Is(head) if head == site.head => return None,
            Answer::Is(head) => site.head = head,
            Answer::Unsaid => return None,
        }
    }
    None
}

/// The noun that a plain number of the tokens `first..end` counts across other words: "eight million 250ml bottles".
pub(in crate::figure) fn parsed_count(cursor: &Cursor, first: usize, end: usize) -> Option<NounPhrase> {
    let site = Site::new(cursor, cursor.grammar()?, first, end, Kind::Plain)?;
    let (noun, relation) = site.above().filter(|&(noun, _)| noun > site.own.1)?;
    let head = site.token(noun);
    let counts = relation == Relation::Nummod && site.grammar.tag(noun) == PartOfSpeech::Noun;
    counts.then_some(NounPhrase { first: head, end: head + 1, head })
}

impl<'g> Site<'g> {
    fn new(cursor: &'g Cursor, grammar: Grammar<'g>, first: usize, end: usize, is: Kind) -> Option<Self> {
        let span = cursor.span(first, end);
        let own = grammar.words_of_span(span)?;
        // Where the parser tore it apart, the unit's word is its head.
        let head = grammar.head_of_span(span)?;
        Some(Self { cursor, grammar, own, head, is })
    }

    /// What the amount hangs on, and how.
    fn above(&self) -> Option<(usize, Relation)> {
        Some((self.grammar.head(self.head)?, self.grammar.relation(self.head)))
    }

    fn is_own(&self, at: usize) -> bool {
        (self.own.0..=self.own.1).contains(&at)
    }

    /// The token of a word.
    fn token(&self, at: usize) -> usize {
        self.grammar.word(at).token as usize
    }

    /// The preposition that the amount stands with.
    fn preposition(&self) -> Option<&'g str> {
        let case = self.grammar.child(self.head, &[Relation::Case]).filter(|&case| case < self.head)?;
        Some(self.grammar.small(case))
    }

    /// Whether it stands with a preposition of level: "at", "above".
    fn stands_with(&self) -> bool {
        let case = self.grammar.child(self.head, &[Relation::Case]).filter(|&case| case < self.head);
        case.is_some_and(|case| self.cursor.is_in(self.token(case), List::LevelPrepositions))
    }

    fn is_noun(&self, at: usize) -> bool {
        matches!(self.grammar.tag(at), PartOfSpeech::Noun | PartOfSpeech::Propn)
    }

    fn is_verb(&self, at: usize) -> bool {
        self.grammar.tag(at) == PartOfSpeech::Verb
    }

    fn is_change_noun(&self, at: usize) -> bool {
        self.is_noun(at) && noun_direction(self.cursor, self.token(at)).is_some()
    }

    /// "value", "total", "average": how much, and of what is open.
    fn is_empty_noun(&self, at: usize) -> bool {
        self.cursor.is_in(self.token(at), List::EmptyNouns)
    }

    /// A noun, where it can be a label: no pronoun, number, time or other amount.
    fn label(&self, at: usize) -> Option<Answer> {
        (self.is_noun(at) && !self.is_own(at) && !self.is_time(at) && !self.is_amount(at)).then_some(Answer::Of(at))
    }

    /// "Monday", "May", "the nine months".
    fn is_time(&self, at: usize) -> bool {
        let token = self.token(at);
        let is_calendar = self.cursor.flags(token).has(WordFlags::CALENDAR);
        is_calendar || time_unit(self.cursor, token).is_some() || self.cursor.is_number(token)
    }

    /// "4.28 percent", "190 points": another amount.
    fn is_amount(&self, at: usize) -> bool {
        let token = self.token(at);
        let is_unit = || is_unit_word(self.cursor, token) || percent(self.cursor, token).is_some();
        self.grammar.child(at, &[Relation::Nummod]).is_some() && is_unit()
    }

    /// Who or what the clause of the amount is about.
    fn subject(&self, verb: usize) -> Option<Answer> {
        self.label(self.grammar.subject(verb)?)
    }

    /// The noun of a phrase behind a word, by its preposition: "in" of "a drop in fines".
    fn behind(&self, at: usize, relation: Relation, prepositions: &[&str]) -> Option<usize> {
        let last = self.own.1;
        self.grammar.children(at).find(|&child| {
            child > at.min(last)
                && self.grammar.relation(child) == relation
                && !self.is_own(child)
                && self.grammar.preposition(child).is_some_and(|case| prepositions.contains(&case))
        })
    }

    /// The words of the label: the noun phrase with what is "of" it, without the amount.
    fn phrase(&self, noun: usize) -> Option<NounPhrase> {
        const LONGEST: usize = 12;
        let phrase = self.grammar.noun_phrase(noun);
        let (mut first, mut last) = (phrase.first, phrase.last);
        if first <= self.own.1 && self.own.0 <= last {
            (first, last) =
                if noun > self.own.1 { (self.own.1 + 1, last) } else { (first, self.own.0.checked_sub(1)?) };
        }
        let mut tail = noun;
        while let Some(of) = self.grammar.children(tail).find(|&child| self.is_of(child, last)) {
            last = self.grammar.noun_phrase(of).last;
            tail = of;
        }
        let is_edge = |at: usize| {
            let tag = self.grammar.tag(at);
            // "so strong that winds of 60 miles".
            tag == PartOfSpeech::Punct
                || self.grammar.small(at) == "that"
                || at > self.own.1 && tag == PartOfSpeech::Det
        };
        while first < noun && is_edge(first) {
            first += 1;
        }
        // "7- or 8-inch screens".
        if self.grammar.tag(first) == PartOfSpeech::Cconj {
            first = noun;
        }
        let head = self.token(noun);
        let (first, end) = (self.token(first), self.end_of_name(self.token(last)));
        (first <= head && head < end && end - first <= LONGEST).then_some(NounPhrase { first, end, head })
    }

    /// The token behind a label's last, or behind the name that it begins: "the S&P 500", "the TA-125".
    fn end_of_name(&self, last: usize) -> usize {
        let cursor = self.cursor;
        let name = cursor.name_at(last);
        let goes_on = |at: usize| {
            let named = name.is_some_and(|name| name.contains(cursor.span(at, at + 1)));
            named || cursor.touched(at) && (cursor.is_any(at, &["&", "-"]) || cursor.is_any(back(at, 1), &["&", "-"]))
        };
        let end = last + 1 + (last + 1..cursor.end()).take_while(|&at| goes_on(at)).count();
        let numbered = cursor.case(end - 1) == Case::Upper && cursor.is_number(end) && !self.is_own_token(end);
        end + usize::from(numbered)
    }

    fn is_own_token(&self, at: usize) -> bool {
        (self.token(self.own.0)..=self.token(self.own.1)).contains(&at)
    }

    /// Whether a phrase begins right behind the amount.
    fn is_next(&self, at: usize) -> bool {
        self.grammar.reach(at).0 == self.own.1 + 1
    }

    /// Whether a phrase with "of" goes on right behind the word `last`, without the amount in it; before the amount also
    /// one with "in" or the like: "shares in the bank", but not "shares in May".
    fn is_of(&self, child: usize, last: usize) -> bool {
        let (first, end) = self.grammar.reach(child);
        let joins = match self.grammar.small(first) {
            "of" => true,
            "in" | "for" | "at" | "on" => end < self.own.0 && !self.is_time(child),
            _ => false,
        };
        first == last + 1 && joins && self.is_noun(child) && !(first <= self.own.1 && self.own.0 <= end)
    }
}

/// "40% of homes"; a share of what is made in a land is how a debt is told, and no part of it.
fn part_of(site: &Site) -> Option<Answer> {
    if matches!(site.preposition(), Some("within" | "inside")) {
        return None;
    }
    let of = site.behind(site.head, Relation::Nmod, &["of"]).filter(|&of| of > site.own.1)?;
    if site.cursor.is_any(site.token(of), &["gdp", "product", "output"]) {
        return None;
    }
    // "48% of them".
    site.label(of).or(Some(Answer::Unsaid))
}

/// "a 3% drop in fines", "a drop of 3% in fines", "a 3% pay rise"; without such words, what the change happens to.
fn change_in(site: &Site) -> Option<Answer> {
    let (noun, relation) = site.above()?;
    let within = matches!(relation, Relation::Nummod | Relation::Amod | Relation::Compound | Relation::Nmod);
    if !within || !site.is_change_noun(noun) {
        return None;
    }
    let things = [site.head, noun].into_iter().find_map(|at| site.behind(at, Relation::Nmod, &["in", "of", "for"]));
    if let Some(thing) = things.and_then(|thing| site.label(thing)) {
        return Some(thing);
    }
    let compound = site.grammar.children(noun).find(|&child| {
        site.grammar.relation(child) == Relation::Compound && !site.is_own(child) && site.label(child).is_some()
    });
    compound.map(|_| Answer::Of(noun)).or(Some(Answer::Is(noun)))
}

/// "a $5 million contract", "the 12-metre wall".
fn describes(site: &Site) -> Option<Answer> {
    let (noun, relation) = site.above()?;
    let inner = matches!(relation, Relation::Nummod | Relation::Amod | Relation::Compound | Relation::Nmod);
    if !inner || site.is == Kind::Plain || noun < site.own.1 || site.preposition().is_some() {
        return None;
    }
    // "9.9% to 114.2 million units": another amount's.
    if (site.own.1 + 1..noun).any(|at| site.grammar.tag(at) == PartOfSpeech::Adp) {
        return None;
    }
    site.label(noun)
}

/// "a price of $5 million", "an average of 3 metres".
fn noun_of(site: &Site) -> Option<Answer> {
    let (noun, relation) = site.above()?;
    if relation != Relation::Nmod || site.preposition() != Some("of") || noun > site.own.0 {
        return None;
    }
    let verb = site.grammar.head(noun).filter(|&verb| site.is_verb(verb));
    let moves = verb.is_some_and(|verb| verb_direction(site.cursor, site.token(verb)).is_some());
    let is_pace = || moves && site.cursor.is_in(site.token(noun), List::PaceNouns);
    if site.is_empty_noun(noun) || is_pace() {
        return Some(Answer::Is(noun));
    }
    site.label(noun)
}

/// "tickets at £90", "a plan worth $3 million".
fn noun_with(site: &Site) -> Option<Answer> {
    let (noun, relation) = site.above()?;
    let with = site.stands_with();
    if relation != Relation::Nmod || !with || noun > site.own.0 {
        return None;
    }
    site.label(noun)
}

/// "The rate is 5%", "the rate is at 5%".
fn is_so_much(site: &Site) -> Option<Answer> {
    site.grammar.child(site.head, &[Relation::Cop])?;
    site.subject(site.head)
}

/// The verb that the amount hangs on.
fn verb(site: &Site) -> Option<usize> {
    let (verb, relation) = site.above()?;
    let hangs = matches!(
        relation,
        Relation::Obj | Relation::Obl | Relation::Advmod | Relation::Xcomp | Relation::Nmod | Relation::Ccomp
    );
    (hangs && site.is_verb(verb)).then_some(verb)
}

/// "raised its key rate to 4.5%": the object, where another one than the amount is there.
fn moved(site: &Site) -> Option<Answer> {
    let verb = verb(site).filter(|&verb| verb < site.own.0)?;
    verb_direction(site.cursor, site.token(verb))?;
    let object = site.grammar.child(verb, &[Relation::Obj]).filter(|&object| object < site.own.0)?;
    site.label(object)
}

/// "Profit fell 3%".
fn moves(site: &Site) -> Option<Answer> {
    let verb = verb(site)?;
    verb_direction(site.cursor, site.token(verb))?;
    let is_object = site.is != Kind::Measure && site.preposition().is_none();
    let is_doer = is_object && site.cursor.is_in(site.token(verb), List::CountedByFigure);
    if is_doer || is_object && site.is == Kind::Plain { None } else { site.subject(verb) }
}

/// "added £2 to the cost of a ticket".
fn added_to(site: &Site) -> Option<Answer> {
    let verb = verb(site).filter(|_| site.preposition().is_none())?;
    let adds = verb_direction(site.cursor, site.token(verb)) == Some(Direction::Up);
    let thing = site.behind(verb, Relation::Obl, &["to"]).filter(|&thing| adds && site.is_next(thing))?;
    let is_thing = site.grammar.tag(thing) == PartOfSpeech::Noun && !site.is_empty_noun(thing);
    if is_thing { site.label(thing) } else { None }
}

/// "wiped $3bn from its value".
fn taken_from(site: &Site) -> Option<Answer> {
    let verb = verb(site).filter(|_| site.preposition().is_none())?;
    let takes = verb_direction(site.cursor, site.token(verb)) == Some(Direction::Down);
    let thing = [(verb, Relation::Obl), (site.head, Relation::Nmod)]
        .into_iter()
        .find_map(|(at, relation)| site.behind(at, relation, &["from", "off"]))
        .filter(|&thing| takes && site.is_next(thing))?;
    site.label(thing)
}

/// What stands behind a sum with a preposition, on the sum or on its verb.
fn behind_sum(site: &Site, prepositions: &[&str]) -> Option<usize> {
    if site.is != Kind::Money || site.preposition().is_some() {
        return None;
    }
    let (above, _) = site.above()?;
    [(site.head, Relation::Nmod), (above, Relation::Obl), (above, Relation::Nmod)]
        .into_iter()
        .find_map(|(at, relation)| site.behind(at, relation, prepositions))
        .filter(|&thing| site.is_next(thing) && site.grammar.tag(thing) == PartOfSpeech::Noun)
}

/// "$5 million in damages"; "in cash", "in total" say nothing of it.
fn sum_in(site: &Site) -> Option<Answer> {
    let thing = behind_sum(site, &["in"])?;
    if site.cursor.is_in(site.token(thing), List::NoGoods) { None } else { site.label(thing) }
}

/// "paid $500 for a map", "spent £3m on a bridge".
fn paid_for(site: &Site) -> Option<Answer> {
    let goods = behind_sum(site, &["for", "on"])?;
    if site.cursor.is_in(site.token(goods), List::NoGoods) { None } else { site.label(goods) }
}

/// "was sold for $5 million", "is priced at £3".
fn done_to(site: &Site) -> Option<Answer> {
    let verb = verb(site).filter(|_| site.is != Kind::Plain)?;
    site.label(site.grammar.child(verb, &[Relation::NsubjPass])?)
}

/// "reached 12 metres", "makes 586 lb-ft": what is measured; money is somebody's who acts.
fn reaches(site: &Site) -> Option<Answer> {
    let verb = verb(site).filter(|_| site.preposition().is_none() && site.is == Kind::Measure)?;
    // "The poll gives the mayor 49%".
    let given = site.grammar.child(verb, &[Relation::Iobj, Relation::Obj]).filter(|&given| given < site.own.0);
    match given {
        Some(given) if site.grammar.reach(given).1 + 1 == site.own.0 => site.label(given),
        _ => site.subject(verb),
    }
}

/// "ended at 1,334 points", "trade at $5".
fn stands_at(site: &Site) -> Option<Answer> {
    let verb = verb(site).filter(|_| site.stands_with() || site.preposition() == Some("to"))?;
    let object = site.grammar.child(verb, &[Relation::Obj]).filter(|&object| object < site.own.0);
    match object {
        // "valued the firm at $5m".
        Some(object) if site.grammar.reach(object).1 + 2 == site.own.0 => site.label(object),
        Some(_) => None,
        None => site.subject(verb),
    }
}

#[cfg(test)]
mod tests {
    use super::ROWS;
    use crate::figure::rules::check_rows;

    #[test]
    fn examples_fire_their_rows() {
        check_rows(ROWS.iter().map(|row| (row.name, row.example)));
    }
}
