//! From the bytes of a file to text, in whichever letters they were written: as browsers decide it, and a little more
//! patient with pages that say one thing and are another.

#[cfg(feature = "charset")]
pub use decoding::decode;

/// A declaration stands within so many bytes; browsers look at the first 1024, and pages write more before it.
const HEAD: usize = 8192;

/// The encoding that a page declares in a `meta`: its label, in small letters.
pub fn declared(bytes: &[u8]) -> Option<String> {
    let head: String = bytes.iter().take(HEAD).map(|&byte| char::from(byte).to_ascii_lowercase()).collect();
    let mut rest = head.as_str();
    while let Some(at) = rest.find("<meta") {
        rest = &rest[at + "<meta".len()..];
        let tag = &rest[..rest.find('>').unwrap_or(rest.len())];
        if let Some(label) = label(tag) {
            return Some(label.to_owned());
        }
    }
    None
}

/// What stands behind `charset=`, in either of the two forms.
fn label(tag: &str) -> Option<&str> {
    let (_, value) = tag.split_once("charset")?;
    let value = value.trim_start().strip_prefix('=')?.trim_start().trim_start_matches(['"', '\'']).trim_start();
    let end = value.find(|c: char| c.is_whitespace() || matches!(c, '"' | '\'' | ';' | '/')).unwrap_or(value.len());
    Some(&value[..end]).filter(|label| !label.is_empty())
}

#[cfg(feature = "charset")]
mod decoding {
    use super::declared;
    use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};
    use std::borrow::Cow;

    /// The text of a file; `is_page` looks for a declaration too. Bytes that fit nothing become replacement characters.
    pub fn decode(bytes: &[u8], is_page: bool) -> Cow<'_, str> {
        if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
            let (text, _) = encoding.decode_without_bom_handling(&bytes[mark..]);
            if encoding == UTF_8 || is_plausible(&text) {
                return text;
            }
        }
        // A text that is UTF-8 and has letters of more than one byte is nothing else, whatever it says of itself.
        if !bytes.is_ascii() && std::str::from_utf8(bytes).is_ok() {
            return UTF_8.decode_without_bom_handling(bytes).0;
        }
        let label = if is_page { declared(bytes) } else { None };
        let said = label.and_then(|label| Encoding::for_label(label.as_bytes())).map(|encoding| {
            // A declaration that can be read byte by byte is not in UTF-16.
            if encoding == UTF_16LE || encoding == UTF_16BE { UTF_8 } else { encoding }
        });
        said.or_else(|| without_mark(bytes)).unwrap_or_else(|| guess(bytes)).decode_without_bom_handling(bytes).0
    }

    /// Whether a text is one, and not noise that begins like a mark.
    fn is_plausible(text: &str) -> bool {
        let odd =
            text.chars().filter(|c| matches!(c, '\0' | '\u{feff}' | '\u{fffd}' | '\u{fffe}' | '\u{ffff}')).count();
        odd * 50 <= text.chars().count()
    }

    /// UTF-16 without a mark: every second byte of English is zero.
    fn without_mark(bytes: &[u8]) -> Option<&'static Encoding> {
        const SAMPLE: usize = 512;
        let sample = &bytes[..bytes.len().min(SAMPLE)];
        let zeros = |from: usize| sample.iter().skip(from).step_by(2).filter(|&&byte| byte == 0).count();
        let (even, odd, half) = (zeros(0), zeros(1), sample.len() / 2);
        if half >= 8 && odd * 10 >= half * 9 && even * 10 <= half {
            return Some(UTF_16LE);
        }
        (half >= 8 && even * 10 >= half * 9 && odd * 10 <= half).then_some(UTF_16BE)
    }

    /// UTF-8 where only a few bytes are broken; else as Windows has written English for thirty years.
    fn guess(bytes: &[u8]) -> &'static Encoding {
        let text = String::from_utf8_lossy(bytes);
        let good = text.chars().filter(|&c| !c.is_ascii() && c != char::REPLACEMENT_CHARACTER).count();
        let broken = text.chars().filter(|&c| c == char::REPLACEMENT_CHARACTER).count();
        let control = bytes.iter().filter(|&&byte| byte < 0x20 && !byte.is_ascii_whitespace()).count();
        let is_noise = control * 100 > bytes.len() || broken * 4 > bytes.len();
        if is_noise || broken <= good { UTF_8 } else { WINDOWS_1252 }
    }

    #[cfg(test)]
    mod tests {
        use super::decode;

        fn check(bytes: &[u8], is_page: bool, expected: &str) {
            assert_eq!(decode(bytes, is_page), expected);
        }

        #[test]
        fn marks() {
            check(b"\xef\xbb\xbfcaf\xc3\xa9", false, "café");
            check(b"\xff\xfec\0a\0f\0\xe9\0", false, "café");
            check(b"\xfe\xff\0c\0a\0f\0\xe9", false, "café");
            assert!(decode(&[0xff, 0xfe, 0x00, 0x80].repeat(100), false).contains('\u{fffd}'));
        }

        #[test]
        fn declarations() {
            check(b"<meta charset=windows-1252>\x93caf\xe9\x94", true, "<meta charset=windows-1252>“café”");
            check(
                b"<META http-equiv='Content-Type' content='text/html; charset=ISO-8859-2'>\xa3\xf3d\xbc",
                true,
                "<META http-equiv='Content-Type' content='text/html; charset=ISO-8859-2'>Łódź",
            );
            check(b"<meta charset='koi8-r'>\xcd\xcf\xd3\xd4", true, "<meta charset='koi8-r'>мост");
            check(b"<meta charset=\"shift_jis\">\x8b\xb4", true, "<meta charset=\"shift_jis\">橋");
            check(b"<meta charset=gbk>\xc7\xc5", true, "<meta charset=gbk>桥");
            check(b"<meta charset=utf-16>plain", true, "<meta charset=utf-16>plain");
            check(b"<meta charset=latin1>caf\xc3\xa9", true, "<meta charset=latin1>café");
            check(b"<meta charset=no-such>x", true, "<meta charset=no-such>x");
        }

        #[test]
        fn guesses() {
            check(b"It\x92s \xa35, she said.", false, "It’s £5, she said.");
            check(b"\xe2\x80\x9cOld\xe2\x80\x9d \xff caf\xc3\xa9", false, "“Old” \u{fffd} café");
            check(b"p\0l\0a\0i\0n\0 \0t\0e\0x\0t\0", false, "plain text");
            check(b"plain", false, "plain");
            check(b"", true, "");
        }
    }
}

#[cfg(test)]
mod tests {
    use super::declared;

    #[test]
    fn labels() {
        for (page, label) in [
            ("<meta charset=utf-8>", Some("utf-8")),
            ("<META CHARSET = \"GBK\" />", Some("gbk")),
            ("<meta name=a><meta content='text/html; charset=latin1' http-equiv=x>", Some("latin1")),
            ("<meta name=charset>", None),
            ("", None),
        ] {
            assert_eq!(declared(page.as_bytes()).as_deref(), label, "{page}");
        }
    }
}
