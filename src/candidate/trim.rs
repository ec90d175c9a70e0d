//! Shorter points: what can go from a sentence without changing what it says.
//!
//! Asides in brackets or between dashes, relative clauses and appositions that only say more about a name, connectives
//! between commas. Nothing goes from inside quotation marks, and nothing that holds a figure, a denial, a negation, a
//! condition, a hedge or an attribution: such words change what the rest means.

use super::cues;
use crate::{
    Document,
    document::{Actor, ActorKind, Case, MentionForm, TokenKind},
    lexicon::WordFlags,
    text::Span,
};
use std::ops::Range;

/// The most tokens that go at once: longer ones are rarely mere asides.
const LONGEST: usize = 28;
/// Words that stay at the least.
const LEAST_LEFT: usize = 7;

/// Words that hedge, deny, or set conditions.
const WEIGHTY: &[&str] = &[
    "not",
    "no",
    "never",
    "none",
    "nor",
    "neither",
    "nobody",
    "nothing",
    "without",
    "if",
    "unless",
    "until",
    "except",
    "only",
    "but",
    "although",
    "though",
    "despite",
    "while",
    "whether",
    "may",
    "might",
    "could",
    "would",
    "should",
    "allegedly",
    "alleged",
    "reportedly",
    "suspected",
    "accused",
    "convicted",
    "charged",
    "acquitted",
    "according",
    "denied",
    "denies",
    "refused",
    "failed",
    "false",
    "unproven",
    "possible",
    "possibly",
    "likely",
    "maybe",
    "perhaps",
    "unlikely",
    "apparently",
    "so-called",
    "supposedly",
    "claimed",
    "claims",
    "dead",
    "died",
    "killed",
    "cannot",
];

/// Verbs that follow a subject's comma: what stands before them was an aside.
const AUXILIARIES: &[&str] = &[
    "is", "was", "are", "were", "has", "had", "have", "will", "would", "can", "could", "may", "might", "must", "did",
    "does", "won", "lost", "took", "came", "went", "became", "began", "made", "gave", "found", "led", "met", "got",
];

/// The tokens of the range that stay, in order; `quoted` says for each token whether it stands in quotation marks.
pub(super) fn trim(document: &Document, range: Range<usize>, quoted: &[bool], firsts: &Firsts) -> Vec<Range<u32>> {
    let trimmer = Trimmer { document, range: range.clone(), quoted, firsts: firsts.0.as_deref() };
    let mut kept = Vec::new();
    let mut start = range.start;
    let mut left = range.len();
    let mut at = range.start + 1;
    while at < range.end {
        let cut = trimmer.cut(at).filter(|cut| left >= cut.len() + LEAST_LEFT);
        let Some(cut) = cut else {
            at += 1;
            continue;
        };
        left -= cut.len();
        if cut.start > start {
            kept.push(start as u32..cut.start as u32);
        }
        (start, at) = (cut.end, cut.end);
    }
    if start < range.end || kept.is_empty() {
        kept.push(start as u32..range.end as u32);
    }
    kept
}

/// Whether words can go: no quotation, no figure, nothing that changes what the rest means.
pub(super) fn is_light(document: &Document, mut range: Range<usize>) -> bool {
    range.all(|at| is_light_word(document, at, false))
}

fn is_light_word(document: &Document, at: usize, with_figures: bool) -> bool {
    let kind = document.tokens()[at].kind;
    let is_ordinary = matches!(kind, TokenKind::Word | TokenKind::Clitic | TokenKind::Hyphen | TokenKind::Comma)
        || with_figures && kind == TokenKind::Number;
    let word = document.small_str(at);
    let says = document.tags()[at].flags.has(WordFlags::SAY);
    let has_digits = !with_figures && word.bytes().any(|byte| byte.is_ascii_digit());
    let is_negated = word.ends_with("n't") || word.ends_with("n’t");
    is_ordinary && !says && !has_digits && !is_negated && !WEIGHTY.contains(&word)
}

struct Trimmer<'d> {
    document: &'d Document<'d>,
    range: Range<usize>,
    quoted: &'d [bool],
    firsts: Option<&'d [u32]>,
}

/// Where people's names end when they are mentioned first, in order: what is said of them there stays.
pub(super) struct Firsts(Option<Vec<u32>>);

impl Firsts {
    /// What is said of people goes wherever it stands, figures in it too.
    pub(super) const fn none() -> Self {
        Self(None)
    }

    pub(super) fn of(document: &Document) -> Self {
        let first = |actor: &Actor| {
            let names = actor.mentions.iter().filter(|mention| mention.form == MentionForm::Name);
            names.map(|mention| mention.span).min().map(Span::end)
        };
        let people = document.actors().iter().filter(|actor| actor.kind == ActorKind::Person);
        let mut ends: Vec<u32> = people.filter_map(first).collect();
        ends.sort_unstable();
        Self(Some(ends))
    }
}

impl Trimmer<'_> {
    /// What can go, from this token on.
    fn cut(&self, at: usize) -> Option<Range<usize>> {
        if self.quoted[at] {
            return None;
        }
        match self.kind(at) {
            // What stands in square brackets was put in to make the words clear.
            TokenKind::Open if self.word(at) == "(" => self.bracket(at),
            TokenKind::Dash => self.dashes(at),
            TokenKind::Comma if self.word(at) == "," => {
                self.connective(at).or_else(|| self.relative(at)).or_else(|| self.apposition(at))
            }
            TokenKind::Word if self.word(at) == "too" => {
                // The comma before it goes with it.
                let first = if self.word(at - 1) == "," { at - 1 } else { at };
                (at + 2 == self.range.end && self.kind(at + 1) == TokenKind::Terminal).then_some(first..at + 1)
            }
            _ => None,
        }
    }

    /// "(…)", without figures.
    fn bracket(&self, at: usize) -> Option<Range<usize>> {
        let close = self.find(at + 1, |at| self.kind(at) == TokenKind::Close)?;
        // A bracket that touches the next word, as "(s)he", belongs to it.
        let loose = close + 1 >= self.range.end
            || !self.document.tokens()[close].touches(self.document.tokens()[close + 1])
            || self.kind(close + 1) != TokenKind::Word;
        (loose && self.light(at + 1..close)).then_some(at..close + 1)
    }

    /// "— … —".
    fn dashes(&self, at: usize) -> Option<Range<usize>> {
        let close = self.find(at + 1, |at| self.kind(at) == TokenKind::Dash)?;
        let before = at.checked_sub(self.range.start)?;
        // "A chunk of gold -- the World Cup -- from Oslo": a name says which; and "… -- that must be": the dash parts two
        // clauses.
        let named = (at + 1..close).any(|at| self.document.tags()[at].case != Case::Lower);
        let pronoun = cues::is_pronoun(self.document.small_str(close + 1));
        (before >= 3 && close + 2 < self.range.end && !named && !pronoun && self.light(at + 1..close))
            .then_some(at..close + 1)
    }

    /// ", however,".
    fn connective(&self, at: usize) -> Option<Range<usize>> {
        let comma = at + 2 < self.range.end && self.word(at + 2) == ",";
        let connective = comma && self.document.tags()[at + 1].flags.has(WordFlags::CONNECTIVE);
        connective.then_some(at..at + 3)
    }

    /// ", who …," before the verb, or ", which …" at the end.
    fn relative(&self, at: usize) -> Option<Range<usize>> {
        if !matches!(self.word(at + 1), "who" | "which" | "where" | "whose") {
            return None;
        }
        // Who somebody is, is told once.
        if matches!(self.word(at + 2), "is" | "was" | "are" | "were") && self.is_introduced(at - 1) {
            return None;
        }
        if let Some(close) = self.find(at + 2, |at| self.kind(at) == TokenKind::Comma)
            && self.is_verb(close + 1)
            && self.light(at + 1..close)
        {
            // "A plan, which needs a bank, funded by": what follows may belong inside.
            let passive = self.word(close + 1).ends_with("ed") && self.word(close + 2) == "by";
            // What somebody was known for is half the news of a death.
            let mourned = self.is_introduced(at - 1) && (close + 1..close + 3).any(|at| self.word(at) == "died");
            return (!mourned && !passive).then_some(at..close + 1);
        }
        let end = self.find(at + 2, |at| self.kind(at) == TokenKind::Terminal)?;
        // "With its crew, the ship, which sank later, was …": what follows a comma may be the main clause.
        let one = (at + 2..end).all(|at| self.kind(at) != TokenKind::Comma);
        let said = (self.range.start..at).any(|at| self.is_verb(at));
        (one && said && end + 1 == self.range.end && self.light(at + 1..end)).then_some(at..end)
    }

    /// Whether somebody's name ends with this token and stands here first.
    fn is_introduced(&self, at: usize) -> bool {
        self.firsts.is_some_and(|firsts| firsts.binary_search(&self.document.tokens()[at].span.end()).is_ok())
    }

    /// ", the bank's chief economist," between a name and its verb.
    fn apposition(&self, at: usize) -> Option<Range<usize>> {
        let named = matches!(self.document.tags()[at - 1].case, Case::Title | Case::Upper | Case::Mixed);
        if self.is_introduced(at - 1) {
            return None;
        }
        let opens = matches!(self.word(at + 1), "a" | "an" | "the");
        if !named || !opens {
            return None;
        }
        let close = self.find(at + 2, |at| self.kind(at) == TokenKind::Comma)?;
        (self.is_verb(close + 1) && self.light(at + 1..close)).then_some(at..close + 1)
    }

    fn is_verb(&self, at: usize) -> bool {
        if at >= self.range.end || self.document.tags()[at].case != Case::Lower {
            return false;
        }
        let word = self.word(at);
        let say = self.document.tags()[at].flags.has(WordFlags::SAY);
        say || AUXILIARIES.contains(&word) || word.len() > 4 && word.ends_with("ed")
    }

    /// Whether words can go: no quotation, no figure, nothing that changes what the rest means.
    fn light(&self, range: Range<usize>) -> bool {
        !range.is_empty() && range.clone().all(|at| is_light_word(self.document, at, self.firsts.is_none()))
    }

    /// The next such token of the sentence, no further than an aside reaches.
    fn find(&self, from: usize, wanted: impl Fn(usize) -> bool) -> Option<usize> {
        (from..self.range.end.min(from + LONGEST)).find(|&at| wanted(at))
    }

    fn kind(&self, at: usize) -> TokenKind {
        self.document.tokens()[at].kind
    }

    fn word(&self, at: usize) -> &str {
        if at < self.range.end { self.document.token_str(at) } else { "" }
    }
}

#[cfg(test)]
mod tests {
    use crate::{Article, Models, Options, candidate::read_candidates, pipeline::read_layers, point::point_text};

    fn check(text: &str, expected: &str) {
        let document = read_layers(Article::plain(text), Models::embedded(), &Options::default(), &mut |_| ());
        let (candidates, _) = read_candidates(&document, Models::embedded());
        assert_eq!(point_text(&document, &candidates[0].pieces(&document)), expected);
    }

    #[test]
    fn asides_go() {
        check(
            "The new bridge (a gift of the county) will open to all traffic in May.",
            "The new bridge will open to all traffic in May.",
        );
        check(
            "Tom Roe, who grew up beside the river, said the new bridge will open in May.",
            "Tom Roe said the new bridge will open in May.",
        );
        check(
            "The County Fund, the owner of the bridge, said it will open to all traffic in May.",
            "The County Fund said it will open to all traffic in May.",
        );
        check(
            "The county will pay for the new bridge, which spans the river near the old mill.",
            "The county will pay for the new bridge.",
        );
        check(
            "The county will pay for the new bridge and the road, too.",
            "The county will pay for the new bridge and the road.",
        );
        check(
            "The new bridge, however, will stay closed to all lorries until May.",
            "The new bridge will stay closed to all lorries until May.",
        );
    }

    #[test]
    fn what_changes_the_sense_stays() {
        for text in [
            "The new bridge (but not the road to it) will open to all traffic in May.",
            "Tom Roe, who denied that he took money, said the new bridge will open in May.",
            "The county will pay for the new bridge, which would open only if the road is built.",
            "The new bridge (some 300 metres long) will open to all traffic in May.",
            "Tom Roe, the mayor of Orr Bay, said the new bridge will open in May.",
            "Ada Moor, who built the first solar ferry of the county, has died in the town of Orr Bay.",
            "The town will ask for a plan, which needs a fund of its own, financed by the county of Orr.",
            "The old bridge of Orr -- perhaps without a plan -- will open to lorries in May.",
            "The new bridge [of the county] will open to all traffic in May.",
            "With her crew from the north, the old captain, who was born in Orr, soon came to the bridge.",
            "The county sent a chunk of gold -- the Orr Bay Cup -- from the town to the new museum.",
            "For anyone who cares about bridges -- and roads for lorries -- this is a very good day.",
            "The county will pay for the bridge, according to Tom Roe, who was the mayor of the town.",
            "The county will pay for the bridge, which officials said was safe.",
            "The mayor said “the bridge, which is a danger to everybody, will be closed” on Friday.",
            "Anna, the mayor, the judge and the baker met at the new bridge in May.",
        ] {
            check(text, text);
        }
    }
}
