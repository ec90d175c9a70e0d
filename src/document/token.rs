//! Tokens: the words, numbers and marks of a text, as spans.

use crate::text::Span;

/// What a token is, told by its characters alone.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Hash)]
#[repr(u8)]
#[non_exhaustive]
pub enum TokenKind {
    /// Letters, with apostrophes inside (`O'Rourke`), digits after the first letter (`G7`), and the full stop of an
    /// abbreviation or initial (`Mr.`, `U.S.`, `J.`).
    Word,
    /// What follows a word's apostrophe: the `'s` of `Zelensky's`.
    Clitic,
    /// Digits with their separators (`1,000`, `4.5`), or a fraction sign (`½`).
    Number,
    /// A currency sign, percent sign and the like.
    Symbol,
    /// A full stop, `!`, `?`, `…`: may end a sentence.
    Terminal,
    /// A quotation mark of any form; also an apostrophe that stands alone.
    Quote,
    /// An opening bracket.
    Open,
    /// A closing bracket.
    Close,
    /// A hyphen between words or numbers, without spaces around it.
    Hyphen,
    /// A dash: longer than a hyphen, or a hyphen with spaces around it.
    Dash,
    /// Comma, colon, semicolon.
    Comma,
    /// An address: URL, e-mail, `@handle`, `#tag`.
    Address,
    /// Anything else.
    Other,
}

/// One token. It owns no text: `span` says where it stands.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[non_exhaustive]
pub struct Token {
    /// Where it stands.
    pub span: Span,
    /// What it is.
    pub kind: TokenKind,
}

impl Token {
    /// Whether nothing stands between this token and the next.
    pub const fn touches(self, next: Self) -> bool {
        self.span.end() == next.span.start()
    }
}
