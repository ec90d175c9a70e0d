use crate::text::Scanner;

/// Digits with their separators, or a fraction sign. Signs, units and currency are tokens of their own.
pub(super) fn lex(scanner: &mut Scanner, next: char) -> bool {
    if is_fraction(next) {
        scanner.bump();
        return true;
    }
    if !next.is_ascii_digit() {
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
    true
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
