use crate::{document::TokenKind, text::Scanner};

/// Everything that is neither word nor number: takes at least one character.
pub(super) fn lex(scanner: &mut Scanner, next: char) -> TokenKind {
    let at = scanner.at();
    let spaced = |scanner: &Scanner| scanner.peek().is_none_or(char::is_whitespace);
    scanner.bump();
    match next {
        '.' => {
            scanner.eat_while(|c| c == '.');
            TokenKind::Terminal
        }
        '!' | '?' | '…' | '‽' => {
            scanner.eat_while(|c| matches!(c, '!' | '?' | '…'));
            TokenKind::Terminal
        }
        '"' | '“' | '”' | '„' | '«' | '»' | '\'' | '‘' | '’' | '‚' | '`' | '´' => {
            // `` and '' are the typewriter's double quotes.
            if next == '`' || next == '\'' {
                scanner.eat(if next == '`' { "`" } else { "'" });
            }
            TokenKind::Quote
        }
        '(' | '[' | '{' => TokenKind::Open,
        ')' | ']' | '}' => TokenKind::Close,
        '-' | '‐' | '‑' => {
            if scanner.eat_while(|c| c == '-') > 0 || spaced(scanner) && spaced_before(scanner, at) {
                TokenKind::Dash
            } else {
                TokenKind::Hyphen
            }
        }
        '–' | '—' | '―' | '−' => TokenKind::Dash,
        ',' | ':' | ';' => TokenKind::Comma,
        '$' | '£' | '€' | '¥' | '₹' | '₽' | '₩' | '₺' | '₴' | '₪' | '₦' | '₫' | '¢' | '฿' | '%' | '‰' | '°' | '℃'
        | '℉' | '+' | '=' | '<' | '>' | '~' | '≈' | '±' | '×' | '#' | '&' | '/' | '§' | '№' => {
            TokenKind::Symbol
        }
        _ => TokenKind::Other,
    }
}

fn spaced_before(scanner: &Scanner, at: usize) -> bool {
    scanner.before(at).is_none_or(char::is_whitespace)
}
