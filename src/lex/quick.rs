//! The tokens that most of a text is made of, by their bytes alone: words of plain letters, and marks that are one
//! character whatever stands beside them. Everything else goes to the lexers proper, which would find the same.

use crate::document::TokenKind;

/// Length and kind of the token that begins with the first byte, where that is plain.
pub(super) fn lex(rest: &[u8]) -> Option<(usize, TokenKind)> {
    let first = *rest.first()?;
    if first.is_ascii_alphabetic() {
        return word(rest).map(|len| (len, TokenKind::Word));
    }
    let kind = match first {
        b',' | b':' | b';' => TokenKind::Comma,
        b'"' => TokenKind::Quote,
        b'(' | b'[' | b'{' => TokenKind::Open,
        b')' | b']' | b'}' => TokenKind::Close,
        b'$' | b'%' | b'+' | b'=' | b'<' | b'>' | b'~' | b'&' | b'/' => TokenKind::Symbol,
        _ => return None,
    };
    Some((1, kind))
}

/// Length of a word of letters; none where it may be an address or a currency's code, or where an apostrophe,
/// a full stop or a letter beyond ASCII may go on with it.
fn word(rest: &[u8]) -> Option<usize> {
    let len = rest.iter().position(|byte| !byte.is_ascii_alphanumeric()).unwrap_or(rest.len());
    let open = match rest.get(len) {
        None => false,
        Some(b'\'' | b'.' | b'@' | b':' | b'_' | b'%' | b'+' | b'-') => true,
        Some(byte) => !byte.is_ascii(),
    };
    (!open && !rest[..len].iter().any(u8::is_ascii_digit)).then_some(len)
}

#[cfg(test)]
mod tests {
    use super::lex;
    use crate::document::TokenKind;

    #[test]
    fn plain_tokens_and_others() {
        for (text, expected) in [
            ("word next", Some((4, TokenKind::Word))),
            ("word", Some((4, TokenKind::Word))),
            ("Gx, ", Some((2, TokenKind::Word))),
            ("G7x, ", None),
            (", and", Some((1, TokenKind::Comma))),
            ("(a)", Some((1, TokenKind::Open))),
            ("word's", None),
            ("Mr. A", None),
            ("café", None),
            ("well-known", None),
            ("a@b.org", None),
            ("http://a", None),
            ("USD115", None),
            ("12", None),
            ("", None),
        ] {
            assert_eq!(lex(text.as_bytes()), expected, "{text}");
        }
    }
}
