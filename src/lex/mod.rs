//! The functions that find tokens, each one kind of them.

mod address;
mod mark;
mod number;
mod quick;
mod word;

use crate::{
    Document, Models,
    document::{Token, TokenKind},
    lexicon::Lexicon,
    text::{Scanner, Span},
};

/// Cuts the blocks into tokens: together they cover everything in them but whitespace.
pub(crate) fn tokenize(document: &Document, models: &Models) -> Vec<Token> {
    let text = document.text();
    let mut tokens = Vec::with_capacity(text.len() / 5);
    for block in document.blocks() {
        // Lexers look ahead freely, but never beyond the block.
        let mut scanner = Scanner::new(&text[..block.span.end() as usize], block.span.start() as usize);
        loop {
            scanner.eat_while(char::is_whitespace);
            let start = scanner.at();
            if let Some((len, kind)) = quick::lex(scanner.rest().as_bytes()) {
                scanner.skip(len);
                tokens.push(Token { span: Span::from_range(start..start + len), kind });
                continue;
            }
            let Some(next) = scanner.peek() else { break };
            let kind = next_token(&mut scanner, next, tokens.last(), models.lexicon);
            debug_assert!(scanner.at() > start);
            tokens.push(Token { span: Span::from_range(start..scanner.at()), kind });
        }
    }
    tokens
}

fn next_token(scanner: &mut Scanner, next: char, before: Option<&Token>, lexicon: &Lexicon) -> TokenKind {
    // Addresses come first: they hold letters, digits and marks.
    if address::lex(scanner, next) {
        return TokenKind::Address;
    }
    // A clitic only ever follows a word directly; before words, since it begins with an apostrophe.
    let follows_word =
        before.is_some_and(|token| token.kind == TokenKind::Word && token.span.end() as usize == scanner.at());
    if follows_word && word::lex_clitic(scanner, next) {
        return TokenKind::Clitic;
    }
    if number::lex(scanner, next) {
        return TokenKind::Number;
    }
    if word::lex(scanner, next, lexicon) {
        return TokenKind::Word;
    }
    mark::lex(scanner, next)
}

#[cfg(test)]
mod tests {
    use crate::{Article, Document, Models};

    /// Tokens, separated by `|`.
    fn check(text: &str, expected: &str) {
        let document = Document::of(Article::plain(text));
        let tokens = super::tokenize(&document, Models::embedded());
        let found: Vec<&str> = tokens.iter().map(|token| token.span.of(text)).collect();
        assert_eq!(found.join("|"), expected);
    }

    #[test]
    fn words() {
        check("Zelensky's aide didn't go.", "Zelensky|'s|aide|didn't|go|.");
        check("O’Rourke’s al-Sharaa", "O’Rourke|’s|al|-|Sharaa");
        check("the U.S. Air Force", "the|U.S.|Air|Force");
        check("Mr. J. K. Smith", "Mr.|J.|K.|Smith");
        check("Istanbul—where", "Istanbul|—|where");
        check("G7 F-16 COVID-19", "G7|F|-|16|COVID|-|19");
    }

    #[test]
    fn numbers() {
        check("1,000 prisoners, 4.5% and $3.2bn.", "1,000|prisoners|,|4.5|%|and|$|3.2|bn|.");
        check("10-15% on 2025-05-18", "10|-|15|%|on|2025|-|05|-|18");
        check("2½ days, 10:30", "2|½|days|,|10|:|30");
    }

    #[test]
    fn marks() {
        check("He said: “No…” (Really?)", "He|said|:|“|No|…|”|(|Really|?|)");
        check("wait ... what -- now", "wait|...|what|--|now");
        check(
            "see https://example.org/a_b?c=1. Mail a.b@c.org, @handle",
            "see|https://example.org/a_b?c=1|.|Mail|a.b@c.org|,|@handle",
        );
    }
}
