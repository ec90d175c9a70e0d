use crate::text::Scanner;

/// Digits with their separators, or a fraction sign. Signs, units and currency are tokens of their own.
pub(super) fn lex(scanner: &mut Scanner, next: char) -> bool {
    if is_fraction(next) {
        scanner.bump();
        return true;
    }
    // ".08"; but not the full stop of "end.08".
    let bare = next == '.'
        && scanner.peek_second().is_some_and(|c| c.is_ascii_digit())
        && !scanner.before(scanner.at()).is_some_and(|c| c.is_alphanumeric() || c == '.' || c == ')');
    if bare {
        scanner.bump();
    }
    if !bare && !next.is_ascii_digit() {
        return false;
    }
    scanner.eat_while(|c| c.is_ascii_digit());
    // "1,000.5" goes on; the comma of "in 1990, 12 people" and the full stop of "in 1990." do not.
    while let (Some('.' | ','), Some(digit)) = (scanner.peek(), scanner.peek_second()) {
        if !digit.is_ascii_digit() || scanner.peek() == Some(',') && !is_group(scanner.rest()) {
            break;
        }
        scanner.bump();
        scanner.eat_while(|c| c.is_ascii_digit());
    }
    let exponent = exponent_len(scanner.rest());
    scanner.eat(&scanner.rest()[..exponent]);
    true
}

/// Length of `e10`, `e-3`, where nothing is glued to it.
fn exponent_len(rest: &str) -> usize {
    let Some(after) = rest.strip_prefix(['e', 'E']) else { return 0 };
    let digits = after.strip_prefix(['+', '-']).unwrap_or(after);
    let count = digits.bytes().take_while(u8::is_ascii_digit).count();
    let glued = digits[count..].starts_with(char::is_alphanumeric);
    if count == 0 || count > 3 || glued { 0 } else { rest.len() - digits.len() + count }
}

/// Whether `,` and exactly three digits are ahead, or two where a group of three follows (`1,50,000`).
fn is_group(rest: &str) -> bool {
    let digits = |text: &str| text.bytes().take_while(u8::is_ascii_digit).count();
    match digits(&rest[1..]) {
        3 => true,
        2 => rest[3..].starts_with(',') && is_group(&rest[3..]),
        _ => false,
    }
}

fn is_fraction(c: char) -> bool {
    matches!(c, '¼'..='¾' | '⅐'..='⅞' | '↉')
}
