//! JSON as pages write it for search engines: read with much patience, into an arena, without recursion.

/// A value: its place in its parent and what it is.
#[derive(Debug)]
pub(super) struct Item {
    /// The object or array it stands in; the first item is its own.
    pub(super) parent: usize,
    /// Its name in an object, else empty.
    pub(super) key: String,
    /// What it is.
    pub(super) value: Value,
}

/// What a value is.
#[derive(Debug, PartialEq)]
pub(super) enum Value {
    Object,
    Array,
    Text(String),
    /// A number, `true`, `false` or `null`.
    Bare,
}

/// No page says more of itself; what is behind is left out.
const MOST: usize = 20_000;
/// Nor nests it deeper.
const DEPTH: usize = 50;

/// Reads all values, in order; what is broken ends the reading, and what was read until then counts.
pub(super) fn read(source: &str) -> Vec<Item> {
    let mut items: Vec<Item> = Vec::new();
    // Open objects and arrays.
    let mut open: Vec<usize> = Vec::new();
    let mut key: Option<String> = None;
    let mut rest = source;
    while let Some(c) = rest.chars().next() {
        if items.len() >= MOST || open.len() > DEPTH {
            break;
        }
        let parent = open.last().copied().unwrap_or(0);
        let in_object = items.get(parent).is_some_and(|item| item.value == Value::Object) && !open.is_empty();
        let mut push = |key: &mut Option<String>, value| {
            items.push(Item { parent, key: key.take().unwrap_or_default(), value });
            items.len() - 1
        };
        let len = match c {
            '{' | '[' => {
                open.push(push(&mut key, if c == '{' { Value::Object } else { Value::Array }));
                1
            }
            '}' | ']' => {
                open.pop();
                1
            }
            '"' => {
                let (text, len) = string(rest);
                let names = in_object && rest[len..].trim_ascii_start().starts_with(':');
                if names && key.is_none() {
                    key = Some(text);
                } else {
                    push(&mut key, Value::Text(text));
                }
                len
            }
            c if !open.is_empty() && (c.is_ascii_alphanumeric() || c == '-') => {
                push(&mut key, Value::Bare);
                rest.find(|c: char| !c.is_ascii_alphanumeric() && !"+-.".contains(c)).unwrap_or(rest.len()).max(1)
            }
            _ => c.len_utf8(),
        };
        rest = &rest[len..];
    }
    items
}

/// A string with its escapes read, and its length with the marks. Line ends within it are let pass.
fn string(rest: &str) -> (String, usize) {
    let mut text = String::new();
    let mut chars = rest.char_indices().skip(1);
    while let Some((at, c)) = chars.next() {
        match c {
            '"' => return (text, at + 1),
            '\\' => match chars.next() {
                Some((_, 'n' | 'r' | 't' | 'f' | 'b')) => text.push('\n'),
                Some((at, 'u')) => {
                    let (c, digits) = escape(&rest[at + 1..]);
                    text.push(c);
                    chars.by_ref().take(digits).for_each(drop);
                }
                Some((_, other)) => text.push(other),
                None => break,
            },
            c => text.push(c),
        }
    }
    (text, rest.len())
}

/// The character behind `\u`, of two halves where there are, and how many characters it takes.
fn escape(rest: &str) -> (char, usize) {
    let unit = |from: usize| rest.get(from..from + 4).and_then(|hex| u32::from_str_radix(hex, 16).ok());
    let Some(first) = unit(0) else { return (char::REPLACEMENT_CHARACTER, 0) };
    let second = || rest.get(4..6).filter(|mark| *mark == "\\u").and_then(|_| unit(6));
    if (0xd800..0xdc00).contains(&first)
        && let Some(second) = second().filter(|second| (0xdc00..0xe000).contains(second))
    {
        let code = 0x1_0000 + ((first - 0xd800) << 10) + (second - 0xdc00);
        return (char::from_u32(code).unwrap_or(char::REPLACEMENT_CHARACTER), 10);
    }
    (char::from_u32(first).unwrap_or(char::REPLACEMENT_CHARACTER), 4)
}

#[cfg(test)]
mod tests {
    use super::{Value, read};

    fn check(source: &str, expected: &str) {
        let write = |item: super::Item| match item.value {
            Value::Object => format!("{}{}{{", item.parent, item.key),
            Value::Array => format!("{}{}[", item.parent, item.key),
            Value::Text(text) => format!("{}{}={text}", item.parent, item.key),
            Value::Bare => format!("{}{}?", item.parent, item.key),
        };
        let found: Vec<String> = read(source).into_iter().map(write).collect();
        assert_eq!(found.join(" "), expected, "{source}");
    }

    #[test]
    fn values() {
        check(r#"{"a":"b","c":[1,{"d":null}],"e":true}"#, "0{ 0a=b 0c[ 2? 2{ 4d? 0e?");
        check(r#"[{"a": "x \"y\" \u00e9 \ud83d\ude00 \/"}]"#, "0[ 0{ 1a=x \"y\" é 😀 /");
    }

    #[test]
    fn broken_ones() {
        check("<!-- {\"a\":\"b\nc\",} -->", "0{ 0a=b\nc");
        check(r#"{"a":"never closed"#, "0{ 0a=never closed");
        check(r#"}}]]{"a":"\u12"#, "0{ 0a=\u{fffd}12");
        check("", "");
        assert!(read(&"[".repeat(100_000)).len() <= super::MOST);
    }
}
