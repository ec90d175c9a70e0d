//! Quotation marks paired: where words stand in quotes, how deep, and whether the next paragraph goes on.

use crate::{
    Document,
    document::{Case, Token, TokenKind},
    lexicon::WordFlags,
    text::{Span, sort_by_number},
};
use std::ops::Range;

/// Words between quotation marks.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Quoted {
    /// Token of the opening mark.
    pub(super) open: usize,
    /// One past the last token between the marks.
    pub(super) end: usize,
    /// One past the closing mark; `end` where there is none, since the quotation goes on in the next paragraph.
    pub(super) after: usize,
    /// 0 for a quotation, 1 for one within a quotation.
    pub(super) depth: u8,
    /// Index of the block.
    pub(super) block: usize,
}

impl Quoted {
    /// Tokens between the marks.
    pub(super) fn inner(&self) -> Range<usize> {
        self.open + 1..self.end
    }

    /// Whether no mark closes it: the next paragraph opens it again.
    pub(super) fn goes_on(&self) -> bool {
        self.after == self.end
    }

    /// The name that a transcript gives before what is said: “SMITH: …”.
    pub(super) fn script_name(&self, document: &Document) -> Option<Range<usize>> {
        const LONGEST: usize = 4;
        let inner = self.inner();
        let colon = inner.clone().take(LONGEST).find(|&at| document.token_str(at) == ":")?;
        let upper = |at: usize| document.tags()[at].case == Case::Upper && document.tokens()[at].span.len() > 1;
        (colon > inner.start && colon + 1 < inner.end && (inner.start..colon).all(upper)).then_some(inner.start..colon)
    }

    /// The words, marks left out; so is the comma that only the closing mark asks for.
    pub(super) fn span(&self, document: &Document) -> Span {
        let mut inner = self.inner();
        if let Some(name) = self.script_name(document) {
            inner.start = name.end + 1;
        }
        if inner.len() > 1 && !self.goes_on() && document.token_str(inner.end - 1) == "," {
            inner.end -= 1;
        }
        let tokens = document.tokens();
        tokens[inner.start].span.cover(tokens[inner.end - 1].span)
    }
}

/// Marks that belong together.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Family {
    Curly,
    Straight,
    Guillemets,
    SingleCurly,
    SingleStraight,
}

impl Family {
    const fn single(self) -> bool {
        matches!(self, Self::SingleCurly | Self::SingleStraight)
    }
}

/// What a mark may do where it stands.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Turn {
    Open,
    Close,
}

struct Frame {
    family: Family,
    open: usize,
    /// How many quotations had been found when it opened: those found since lie in it.
    found: usize,
}

/// How deep quotations may stand in one another; deeper marks are text.
const DEEPEST: usize = 3;

/// Finds what stands in quotation marks, in order of the opening marks.
pub(super) fn find_quoted(document: &Document) -> Vec<Quoted> {
    let mut finder = Finder { document, found: Vec::new(), stack: Vec::new() };
    for block in 0..document.blocks().len() {
        finder.block(block);
    }
    sort_by_number(&mut finder.found, |quoted| (quoted.open as u128) << 32 | u128::from(quoted.depth));
    finder.found
}

struct Finder<'d> {
    document: &'d Document<'d>,
    found: Vec<Quoted>,
    stack: Vec<Frame>,
}

impl Finder<'_> {
    fn block(&mut self, block: usize) {
        let tokens = self.document.tokens();
        let range = self.document.tokens_in(self.document.blocks()[block].span);
        for at in range.clone() {
            if tokens[at].kind == TokenKind::Quote {
                self.mark(at, block, &range);
            }
        }
        self.end_block(block, range.end);
        self.stack.clear();
    }

    fn mark(&mut self, at: usize, block: usize, range: &Range<usize>) {
        let Some((family, turn)) = self.read(at, range) else { return };
        match turn {
            Turn::Open if self.stack.len() < DEEPEST => {
                self.stack.push(Frame { family, open: at, found: self.found.len() });
            }
            Turn::Open => {}
            Turn::Close => {
                if let Some(frame) = self.stack.iter().rposition(|frame| frame.family == family) {
                    // What was opened within and not closed was no quotation.
                    self.stack.truncate(frame + 1);
                    let frame = self.stack.pop().map_or((at, 0), |frame| (frame.open, frame.found));
                    self.close(frame, at, at + 1, block);
                }
            }
        }
    }

    /// Writes a quotation down; those found since it opened lie in it.
    fn close(&mut self, (open, found): (usize, usize), end: usize, after: usize, block: usize) {
        if end <= open + 1 {
            return;
        }
        for inner in &mut self.found[found..] {
            inner.depth = inner.depth.saturating_add(1);
        }
        self.found.push(Quoted { open, end, after, depth: 0, block });
    }

    /// A paragraph that ends within a quotation: it goes on where the next paragraph opens with the same mark, and is
    /// closed by the paragraph's end where it began it. Any other mark was opened in vain.
    fn end_block(&mut self, block: usize, end: usize) {
        let Some(frame) = self.stack.first().filter(|frame| !frame.family.single()) else { return };
        let blocks = self.document.blocks();
        let first_of = |block: usize| {
            blocks.get(block).map(|block| self.document.tokens_in(block.span).start).filter(|&at| at < end + 1)
        };
        let reopens = self.document.tokens().get(end).is_some_and(|token| token.kind == TokenKind::Quote)
            && self.family(end) == Some(frame.family)
            && self.document.token_str(end) != "”";
        let begins = first_of(block) == Some(frame.open);
        let asked = frame.open > 0 && matches!(self.document.token_str(frame.open - 1), ":" | ",");
        if reopens || begins || asked {
            let frame = (frame.open, frame.found);
            self.close(frame, end, end, block);
        }
    }

    fn family(&self, at: usize) -> Option<Family> {
        Some(match self.document.token_str(at) {
            "“" | "”" | "„" => Family::Curly,
            "\"" | "''" | "``" => Family::Straight,
            "«" | "»" => Family::Guillemets,
            "‘" | "’" | "‚" => Family::SingleCurly,
            "'" => Family::SingleStraight,
            _ => return None,
        })
    }

    /// Family and turn of the mark; none for an apostrophe, a stray mark or an inch.
    fn read(&self, at: usize, range: &Range<usize>) -> Option<(Family, Turn)> {
        let tokens = self.document.tokens();
        let family = self.family(at)?;
        let left = at > range.start && tokens[at - 1].touches(tokens[at]);
        let right = at + 1 < range.end && tokens[at].touches(tokens[at + 1]);
        let begun = |family: Family| self.stack.iter().any(|frame| frame.family == family);
        // What touches an opening mark on its left and is no word: brackets, dashes, other marks.
        let soft_left = !left || matches!(tokens[at - 1].kind, TokenKind::Open | TokenKind::Dash | TokenKind::Quote);
        let turn = match self.document.token_str(at) {
            "“" if begun(family) && left && !right => Turn::Close,
            "”" if !begun(family) && right && !left => Turn::Open,
            // “We won," she said: whoever types both kinds closes one with the other.
            "”" if !begun(family) && left && begun(Family::Straight) => return Some((Family::Straight, Turn::Close)),
            "”" if !begun(family) => return None,
            "“" | "„" | "«" | "``" => Turn::Open,
            "”" | "»" => Turn::Close,
            "‘" | "‚" if right => Turn::Open,
            "’" if begun(family) && self.closes_single(at, range) => Turn::Close,
            "'" if begun(family) && left && self.closes_single(at, range) => Turn::Close,
            "'" if begun(family) => return None,
            "'" if soft_left && right && self.opens_single(at, range) => Turn::Open,
            "\"" | "''" if begun(family) => {
                if !left && right && at > range.start {
                    // An opening mark while one is open: the first was never closed, or this is one within it.
                    Turn::Open
                } else {
                    Turn::Close
                }
            }
            "\"" if left && !right && begun(Family::Curly) => return Some((Family::Curly, Turn::Close)),
            // Text that was taken apart: `She said : " We won . "`.
            "\"" if !left && !right && self.opens_apart(at, range) => Turn::Open,
            // `a="b"` is markup, 5'10" a length.
            "\"" | "''"
                if right && !self.markup(at, range) && (soft_left || tokens[at - 1].kind != TokenKind::Number) =>
            {
                Turn::Open
            }
            _ => return None,
        };
        Some((family, turn))
    }

    /// Whether a mark that touches nothing can open: at a block's start or behind a comma or colon.
    fn opens_apart(&self, at: usize, range: &Range<usize>) -> bool {
        let follows = at == range.start || self.document.tokens()[at - 1].kind == TokenKind::Comma;
        follows && at + 1 < range.end
    }

    fn markup(&self, at: usize, range: &Range<usize>) -> bool {
        at > range.start && self.document.token_str(at - 1) == "="
    }

    /// An apostrophe before a word is a quotation mark unless it stands for a letter or two: 'em, '90s.
    fn opens_single(&self, at: usize, range: &Range<usize>) -> bool {
        let next = self.document.tokens()[at + 1];
        let clipped = matches!(
            self.document.small_str(at + 1),
            "em" | "til" | "cause" | "tis" | "twas" | "n" | "round" | "bout" | "cos" | "un" | "s"
        );
        next.kind != TokenKind::Number && !clipped && self.single_ends(at, range)
    }

    /// Whether a mark that can close a single quotation follows soon; the look is short, so that time stays linear.
    fn single_ends(&self, at: usize, range: &Range<usize>) -> bool {
        const REACH: usize = 160;
        (at + 2..range.end.min(at + REACH)).any(|end| {
            self.document.tokens()[end].kind == TokenKind::Quote
                && matches!(self.document.token_str(end), "'" | "’")
                && self.closing_place(end, range)
        })
    }

    /// Nothing but a mark or a space stands behind it, and something touches it from before.
    fn closing_place(&self, at: usize, range: &Range<usize>) -> bool {
        let tokens = self.document.tokens();
        let touches = |a: Token, b: Token| a.touches(b);
        let left = at > range.start && touches(tokens[at - 1], tokens[at]);
        let right = at + 1 < range.end
            && touches(tokens[at], tokens[at + 1])
            && matches!(tokens[at + 1].kind, TokenKind::Word | TokenKind::Number);
        left && !right
    }

    /// Whether an apostrophe closes the open single quotation rather than marking a possessive: "the workers’ rights".
    fn closes_single(&self, at: usize, range: &Range<usize>) -> bool {
        const REACH: usize = 60;
        if !self.closing_place(at, range) {
            return false;
        }
        let tokens = self.document.tokens();
        let plural = tokens[at - 1].kind == TokenKind::Word && self.document.token_str(at - 1).ends_with(['s', 'z']);
        let word_next = at + 1 < range.end && tokens[at + 1].kind == TokenKind::Word;
        if !plural || !word_next {
            return true;
        }
        if self.document.tags()[at + 1].flags.has_any(WordFlags::SAY.with(WordFlags::STOP)) {
            return true;
        }
        // A possessive only where another mark is left to close the quotation.
        !(at + 1..range.end.min(at + REACH))
            .take_while(|&next| !matches!(self.document.token_str(next), "‘" | "“" | "”"))
            .any(|next| {
                tokens[next].kind == TokenKind::Quote
                    && matches!(self.document.token_str(next), "’" | "'")
                    && self.closing_place(next, range)
            })
    }
}
