//! The second half: ends that only seem to be some are taken back.

use crate::{
    document::{Case, Tag, Token, TokenKind},
    lexicon::WordFlags,
};

/// Keeps the ends that hold.
pub(super) fn merge(text: &str, tokens: &[Token], tags: &[Tag], ends: Vec<usize>) -> Vec<usize> {
    let merger = Merger { text, tokens, tags };
    let mut first = 0;
    let mut kept = ends;
    kept.retain(|&end| {
        let holds = end == tokens.len() || merger.holds(first, end);
        if holds {
            first = end;
        }
        holds
    });
    kept
}

struct Merger<'t> {
    text: &'t str,
    tokens: &'t [Token],
    tags: &'t [Tag],
}

impl Merger<'_> {
    /// Whether the sentence that begins at `first` ends before the token `end`.
    fn holds(&self, first: usize, end: usize) -> bool {
        // What comes next: the first word behind opening quotes and brackets.
        let next = (end..self.tokens.len())
            .find(|&at| !matches!(self.tokens[at].kind, TokenKind::Quote | TokenKind::Open | TokenKind::Dash));
        let Some(next) = next else { return false };
        let mark = (first..end).rev().find(|&at| !matches!(self.tokens[at].kind, TokenKind::Quote | TokenKind::Close));
        let Some(mark) = mark else { return true };
        match self.tokens[mark].kind {
            TokenKind::Terminal => self.mark_ends(first, mark, end, next),
            TokenKind::Word if self.word(mark).ends_with('.') => self.abbreviation_ends(first, mark, next),
            // The item of a list begins here.
            _ => true,
        }
    }

    fn mark_ends(&self, first: usize, mark: usize, end: usize, next: usize) -> bool {
        let word = self.word(mark);
        let closed = mark + 1 < end;
        let lower = self.tags[next].case == Case::Lower;
        if matches!(self.tokens[next].kind, TokenKind::Comma | TokenKind::Terminal | TokenKind::Close)
            && !self.starts_ellipsis(next)
        {
            return false;
        }
        // "[...]" stands for words that were left out.
        if mark > first && closed && self.tokens[mark - 1].kind == TokenKind::Open {
            return false;
        }
        if self.tokens[end - 1].touches(self.tokens[end]) && !self.run_together(mark, next) {
            return false;
        }
        match word {
            "." => {
                let before = mark.checked_sub(1).filter(|&before| before >= first);
                if before.is_some_and(|before| self.stands_before_number(before)) {
                    return self.tokens[next].kind != TokenKind::Number;
                }
                // ". . ." with spaces.
                let spaced = before.is_some_and(|before| self.word(before) == ".");
                if spaced {
                    let dots = (first..=mark).rev().take_while(|&at| self.word(at) == ".").count();
                    if mark + 1 - first == dots {
                        // The ellipsis begins the sentence.
                        return false;
                    }
                    return dots > 3 && !lower || dots == 3 && !lower && self.word(next) != "I";
                }
                if before.is_some_and(|before| self.is_middle_initial(before, next)) {
                    return false;
                }
                // "…" she said.
                !(lower && closed)
            }
            "…" | "..." | ".." => !lower && self.tags[next].case != Case::None,
            "...." | "....." => !lower,
            // "What?" he asked, "Why now?" Mr. Smith said.
            _ if closed => !lower && !self.says(next),
            // "Yahoo! said"; but what is asked or shouted in small letters ends too.
            "!" => !lower || mark > first && self.tags[mark - 1].case == Case::Lower,
            _ => true,
        }
    }

    /// Whether the full stop of the abbreviation at `mark` also ends a sentence.
    fn abbreviation_ends(&self, first: usize, mark: usize, next: usize) -> bool {
        let tag = self.tags[next];
        let word = self.word(mark);
        if !matches!(tag.case, Case::Title | Case::Upper) || self.tags[mark].flags.has(WordFlags::TITLE) {
            return false;
        }
        let closed_class = tag.flags.has_any(WordFlags::STOP.with(WordFlags::PRONOUN).with(WordFlags::CONNECTIVE));
        match word {
            "a.m." | "p.m." | "A.M." | "P.M." => {
                // "At 5 a.m. Mr. Smith went out": the sentence has only begun.
                (mark - first > 3 || closed_class)
                    && !tag.flags.has(WordFlags::CALENDAR)
                    && !matches!(
                        self.word(next),
                        "Eastern" | "Pacific" | "Central" | "ET" | "EST" | "EDT" | "GMT" | "PT"
                    )
            }
            "etc." => true,
            // "U.S. Government" goes on, "U.S. How" does not; the same with initials: "J. The" is rare.
            _ if word.len() == 2 || word[..word.len() - 1].contains('.') => closed_class,
            _ => tag.flags.has(WordFlags::STARTER) || closed_class,
        }
    }

    /// `No.`, `N°.` and the like, which a number follows.
    fn stands_before_number(&self, at: usize) -> bool {
        matches!(self.word(at), "°" | "º" | "No" | "no" | "Nos" | "nos" | "p" | "pp")
    }

    /// "Albert I. Jones", but not "you and I. Did you".
    fn is_middle_initial(&self, at: usize, next: usize) -> bool {
        self.word(at) == "I"
            && at > 0
            && self.tags[at - 1].case == Case::Title
            && self.tags[next].case == Case::Title
            && !self.tags[next].flags.has_any(WordFlags::STARTER.with(WordFlags::STOP).with(WordFlags::PRONOUN))
    }

    /// Whether sentences meet without a space: "the end.The next".
    fn run_together(&self, mark: usize, next: usize) -> bool {
        // A quote or bracket between the two is space enough.
        if self.tokens[mark].span.end() != self.tokens[next].span.start() {
            return true;
        }
        mark > 0
            && self.tags[next].case == Case::Title
            && matches!(self.tags[mark - 1].case, Case::Lower)
            && self.tokens[mark - 1].span.len() > 2
            && self.tokens[next].span.len() > 1
    }

    /// Whether an ellipsis with spaces begins at the token; it may begin a sentence.
    fn starts_ellipsis(&self, at: usize) -> bool {
        self.tokens.len() > at + 3 && (at..at + 3).all(|dot| self.word(dot) == ".")
    }

    /// Whether a name and a verb of saying come next: "Mr. Smith said".
    fn says(&self, next: usize) -> bool {
        (next..self.tokens.len().min(next + 5))
            .find(|&at| self.tags[at].case != Case::Title && self.tags[at].case != Case::Upper)
            .is_some_and(|verb| verb > next && self.tags[verb].flags.has(WordFlags::SAY))
    }

    fn word(&self, at: usize) -> &str {
        self.tokens[at].span.of(self.text)
    }
}
