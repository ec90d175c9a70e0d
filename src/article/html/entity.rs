//! Character references: `&amp;`, `&#8217;`, `&#x2014;`, as the HTML standard reads them.

use std::sync::LazyLock;

/// Every named reference of HTML, sorted: a line is `name value`; `!` stands before the value where the name needs no
/// semicolon. The newline that `&NewLine;` stands for is in the code.
static NAMES: LazyLock<Vec<(&str, &str)>> =
    LazyLock::new(|| include_str!("entities.txt").split('\n').filter_map(|line| line.split_once(' ')).collect());

/// No name is longer.
const LONGEST: usize = 31;

/// Numbers that Windows wrote where Unicode has controls: 0x80 to 0x9f.
const WINDOWS: [char; 32] = [
    '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž', '\u{8f}', '\u{90}', '‘', '’',
    '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}', 'ž', 'Ÿ',
];

/// Where a reference stands: within an attribute, `&copy=1` is a part of an address and no sign.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(in crate::article) enum Place {
    Text,
    Attribute,
}

/// Appends text with its references read.
pub(super) fn decode_into(raw: &str, place: Place, out: &mut String) {
    let mut rest = raw;
    while let Some(at) = rest.find('&') {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        let len = reference(rest, place, out).unwrap_or_else(|| {
            out.push('&');
            1
        });
        rest = &rest[len..];
    }
    out.push_str(rest);
}

/// The same as a new string.
pub(super) fn decode(raw: &str, place: Place) -> String {
    let mut text = String::with_capacity(raw.len());
    decode_into(raw, place, &mut text);
    text
}

/// Appends what the reference at the start of `rest` stands for and gives its length; none where it is no reference.
pub(in crate::article) fn reference(rest: &str, place: Place, out: &mut String) -> Option<usize> {
    if rest[1..].starts_with('#') {
        let (c, len) = numeric(rest)?;
        out.push(c);
        return Some(len);
    }
    let run = rest.bytes().skip(1).take(LONGEST).take_while(u8::is_ascii_alphanumeric).count();
    let name = &rest[1..=run];
    if rest[1 + run..].starts_with(';')
        && let Some(value) = named(name)
    {
        out.push_str(without_mark(value).unwrap_or(value));
        return Some(run + 2);
    }
    if name == "NewLine" && rest[1 + run..].starts_with(';') {
        out.push('\n');
        return Some(run + 2);
    }
    // Old names do without a semicolon, and may be followed by letters: `&ampx`.
    let (len, value) = (2..=run.min(6)).rev().find_map(|len| Some((len, without_mark(named(&name[..len])?)?)))?;
    let next = rest.as_bytes().get(1 + len);
    if place == Place::Attribute && next.is_some_and(|&byte| byte == b'=' || byte.is_ascii_alphanumeric()) {
        return None;
    }
    out.push_str(value);
    Some(1 + len)
}

fn named(name: &str) -> Option<&'static str> {
    NAMES.binary_search_by_key(&name, |row| row.0).ok().map(|at| NAMES[at].1)
}

/// The value of a name that needs no semicolon; none for others, `&excl;` among them.
fn without_mark(value: &str) -> Option<&str> {
    value.strip_prefix('!').filter(|value| !value.is_empty())
}

/// `&#233;` or `&#xe9;`, with or without its semicolon.
fn numeric(rest: &str) -> Option<(char, usize)> {
    let hex = rest.as_bytes().get(2).is_some_and(|byte| matches!(byte, b'x' | b'X'));
    let (start, radix) = if hex { (3, 16) } else { (2, 10) };
    let digits = rest.bytes().skip(start).take_while(|&byte| char::from(byte).is_digit(radix)).count();
    if digits == 0 {
        return None;
    }
    let number = rest[start..start + digits].bytes().fold(0_u32, |number, byte| {
        let digit = char::from(byte).to_digit(radix).unwrap_or_default();
        number.saturating_mul(radix).saturating_add(digit)
    });
    let end = start + digits;
    let len = end + usize::from(rest[end..].starts_with(';'));
    let c = match number {
        0 => char::REPLACEMENT_CHARACTER,
        0x80..=0x9f => WINDOWS[number as usize - 0x80],
        _ => char::from_u32(number).unwrap_or(char::REPLACEMENT_CHARACTER),
    };
    Some((c, len))
}

#[cfg(test)]
mod tests {
    use super::{NAMES, Place, decode};

    #[test]
    fn names_are_sorted_and_short() {
        assert!(NAMES.is_sorted_by(|one, next| one.0 < next.0));
        assert!(NAMES.iter().all(|row| row.0.len() <= super::LONGEST));
        assert!(NAMES.iter().filter(|row| super::without_mark(row.1).is_some()).all(|row| row.0.len() <= 6));
        assert_eq!(NAMES.len(), 2124);
    }

    #[test]
    fn references() {
        for (raw, expected) in [
            ("caf&eacute; &ndash; &hellip;", "café – …"),
            ("&amp;amp; &lt;b&gt;", "&amp; <b>"),
            ("&copy 2024 &ampx", "© 2024 &x"),
            ("&notit; &notin; &not", "¬it; ∉ ¬"),
            ("AT&T & co &unknown; &", "AT&T & co &unknown; &"),
            ("&#146;x&#x2014;&#8217", "’x—’"),
            ("&#0;&#xd800;&#x110000;&#99999999999;", "\u{fffd}\u{fffd}\u{fffd}\u{fffd}"),
            ("&#; &#x; &#xg;", "&#; &#x; &#xg;"),
            ("&ngE;&NewLine;&excl;", "≧̸\n!"),
            ("&CounterClockwiseContourIntegral;", "∳"),
        ] {
            assert_eq!(decode(raw, Place::Text), expected, "{raw}");
        }
    }

    #[test]
    fn addresses_keep_their_names() {
        assert_eq!(decode("?a=1&copy=2&amp;b", Place::Attribute), "?a=1&copy=2&b");
        assert_eq!(decode("&copy;", Place::Attribute), "©");
    }
}
