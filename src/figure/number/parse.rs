//! The digits of one token, and signs such as "½".

use crate::text::parse_decimal;

/// Digits with their separators, or a fraction sign. None for what is no number: `192.168.1.2`.
pub(in crate::figure) fn parse_digits(word: &str) -> Option<f64> {
    let first = word.chars().next()?;
    if let Some(value) = fraction_sign(first) {
        return Some(value);
    }
    if word.bytes().filter(|&byte| byte == b'.').count() > 1 || !(first.is_ascii_digit() || first == '.') {
        return None;
    }
    if word.contains(',') {
        let mut buffer = String::with_capacity(word.len());
        buffer.extend(word.chars().filter(|&c| c != ','));
        return parse_decimal(&buffer);
    }
    parse_decimal(word)
}

/// ½ and its like.
fn fraction_sign(sign: char) -> Option<f64> {
    let (above, below) = match sign {
        '½' => (1.0, 2.0),
        '¼' => (1.0, 4.0),
        '¾' => (3.0, 4.0),
        '⅐' => (1.0, 7.0),
        '⅑' => (1.0, 9.0),
        '⅒' => (1.0, 10.0),
        '⅓' => (1.0, 3.0),
        '⅔' => (2.0, 3.0),
        '⅕' => (1.0, 5.0),
        '⅖' => (2.0, 5.0),
        '⅗' => (3.0, 5.0),
        '⅘' => (4.0, 5.0),
        '⅙' => (1.0, 6.0),
        '⅚' => (5.0, 6.0),
        '⅛' => (1.0, 8.0),
        '⅜' => (3.0, 8.0),
        '⅝' => (5.0, 8.0),
        '⅞' => (7.0, 8.0),
        _ => return None,
    };
    Some(above / below)
}
