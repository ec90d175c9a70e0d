use crate::text::Scanner;

/// Longer addresses are cut; keeps the search for an `@` from growing with the text.
const REACH: usize = 256;

/// A URL, an e-mail address, a handle or a hash tag.
pub(super) fn lex(scanner: &mut Scanner, next: char) -> bool {
    let len = match next {
        '@' | '#' => handle(scanner.rest()),
        _ if next.is_ascii_alphabetic() && starts_token(scanner) => {
            url(scanner.rest()).or_else(|| email(scanner.rest()))
        }
        _ => None,
    };
    len.is_some_and(|len| scanner.eat(&scanner.rest()[..len]))
}

/// Cheap look that rules nearly every word out.
fn starts_token(scanner: &Scanner) -> bool {
    let window = &scanner.rest().as_bytes()[..scanner.rest().len().min(REACH)];
    window
        .iter()
        .take_while(|byte| !byte.is_ascii_whitespace())
        .any(|&byte| byte == b'@' || byte == b':' || byte == b'w')
}

fn handle(rest: &str) -> Option<usize> {
    let len = rest[1..].bytes().take_while(|byte| byte.is_ascii_alphanumeric() || *byte == b'_').count();
    (len > 1 && rest.as_bytes()[1].is_ascii_alphabetic()).then_some(len + 1)
}

fn url(rest: &str) -> Option<usize> {
    let start = ["https://", "http://", "www."].into_iter().find(|start| rest.starts_with(start))?;
    let body = rest[start.len()..]
        .bytes()
        .take_while(|byte| byte.is_ascii_graphic() && !b"<>\"'`{}|\\^".contains(byte))
        .count();
    let trimmed = rest[..start.len() + body].trim_end_matches(['.', ',', ';', ':', '!', '?', ')', ']']);
    (trimmed.len() > start.len()).then_some(trimmed.len())
}

fn email(rest: &str) -> Option<usize> {
    let part = |text: &str| {
        text.bytes().take(REACH).take_while(|byte| byte.is_ascii_alphanumeric() || b"._%+-".contains(byte)).count()
    };
    let user = part(rest);
    let host = rest[user..].strip_prefix('@').map(part)?;
    let len = rest[..user + 1 + host].trim_end_matches(['.', '-']).len();
    (user > 0 && rest[user + 1..len.max(user + 1)].contains('.')).then_some(len)
}
