//! Small and capital letters of the alphabets that English news writes names in.
//!
//! The standard library's tables for all of Unicode take nine kilobytes of the engine; these rules take none. Letters of
//! other alphabets stay as they are, which costs nothing here: no list holds such a word.

/// The small letter of a capital: Latin, Greek and Cyrillic; any other character as it is.
pub(crate) fn lower(c: char) -> char {
    if c.is_ascii() {
        return c.to_ascii_lowercase();
    }
    let code = c as u32;
    let small = match code {
        // À to Þ, without the sign of multiplication.
        0xc0..=0xde if code != 0xd7 => code + 32,
        0x130 => 0x69,
        0x178 => 0xff,
        // Pairs of a capital at an odd place and its small letter.
        0x139..=0x148 | 0x179..=0x17e | 0x1cd..=0x1dc | 0x4c1..=0x4ce if code % 2 == 1 => code + 1,
        // The same at an even place; from 1e00 on those of Vietnamese, Welsh and others.
        0x100..=0x137
        | 0x14a..=0x177
        | 0x1a0..=0x1a5
        | 0x1de..=0x1ef
        | 0x1f4
        | 0x1f8..=0x21f
        | 0x222..=0x233
        | 0x460..=0x481
        | 0x48a..=0x4bf
        | 0x4d0..=0x52f
        | 0x1e00..=0x1e95
        | 0x1ea0..=0x1eff
            if code.is_multiple_of(2) =>
        {
            code + 1
        }
        // The digraphs of Croatian: capital, first letter capital, small.
        0x1c4 | 0x1c7 | 0x1ca | 0x1f1 => code + 2,
        0x1c5 | 0x1c8 | 0x1cb | 0x1f2 | 0x1af => code + 1,
        // Schwa, of Azerbaijani.
        0x18f => 0x259,
        0x386 => 0x3ac,
        0x388..=0x38a => code + 37,
        0x38c => 0x3cc,
        0x38e | 0x38f => code + 63,
        0x391..=0x3ab if code != 0x3a2 => code + 32,
        0x400..=0x40f => code + 80,
        0x410..=0x42f => code + 32,
        _ => return c,
    };
    char::from_u32(small).unwrap_or(c)
}

/// A text in small letters, byte for byte at the same places: a letter whose small one takes more or fewer bytes stays.
pub(crate) fn small_letters(text: &str) -> String {
    if text.is_ascii() {
        return text.to_ascii_lowercase();
    }
    let same = |c: char| Some(lower(c)).filter(|small| small.len_utf8() == c.len_utf8()).unwrap_or(c);
    text.chars().map(same).collect()
}

/// The capital of a small letter, where [`lower`] gives that letter back; otherwise the character as it is.
pub(crate) fn upper(c: char) -> char {
    const DISTANCES: [u32; 6] = [1, 2, 32, 37, 63, 80];
    if c.is_ascii() {
        return c.to_ascii_uppercase();
    }
    let known = match c {
        'ÿ' => Some('Ÿ'),
        'ə' => Some('Ə'),
        'ά' => Some('Ά'),
        'ό' => Some('Ό'),
        _ => None,
    };
    let capital =
        |distance: &u32| char::from_u32((c as u32).checked_sub(*distance)?).filter(|&found| lower(found) == c);
    known.or_else(|| DISTANCES.iter().rev().find_map(capital)).unwrap_or(c)
}

/// Whether a character is a capital letter.
pub(crate) fn is_upper(c: char) -> bool {
    lower(c) != c
}

/// Whether a character is a small letter.
pub(crate) fn is_lower(c: char) -> bool {
    upper(c) != c || matches!(c, 'ß' | 'ĸ' | 'ŉ' | 'ı')
}

#[cfg(test)]
mod tests {
    use super::{is_lower, is_upper, lower, upper};

    /// All letters of the blocks that names in English news are written with, against the standard library.
    #[test]
    fn letters_of_latin_greek_and_cyrillic() {
        let blocks = [0..0x180, 0x1a0..0x1a2, 0x1af..0x1b1, 0x1c4..0x220, 0x380..0x3d0, 0x400..0x530, 0x1e00..0x1f00];
        // Letters that stand for others or lack a partner, and Greek ones of other languages.
        let odd = "ӀӏªºſǰẖẗẘẙẚẛẞƀƁƂƃƄƅƆƇƈƉƊƋƌƍƎƐƑƒƓƔƕƖƗƘƙƚƛƜƝƞƟǝǶǷͰͱͲͳͶͷͿΐΰςϏÐµıİŉĸẜẝẟϐϑϕϖϗϘϙ";
        for c in blocks.into_iter().flatten().filter_map(char::from_u32) {
            let one = |mut letters: std::char::ToLowercase| letters.next().filter(|_| letters.next().is_none());
            if odd.contains(c) || !c.is_alphabetic() {
                continue;
            }
            assert_eq!(Some(lower(c)), one(c.to_lowercase()), "{c} {:x}", c as u32);
            let capital: Vec<char> = c.to_uppercase().collect();
            if let [capital] = capital[..]
                && capital != c
                && !odd.contains(capital)
                && !('ǅ'..='ǌ').contains(&c)
                && !"ǲǳ".contains(c)
            {
                assert_eq!(upper(c), capital, "{c} {:x}", c as u32);
                assert_eq!((is_upper(c), is_lower(c)), (c.is_uppercase(), c.is_lowercase()), "{c} {:x}", c as u32);
            }
        }
    }

    #[test]
    fn texts_keep_their_places() {
        assert_eq!(super::small_letters("“İzmir Évora ẞ” ΑΒΓ"), "“İzmir évora ẞ” αβγ");
    }

    #[test]
    fn other_characters_stay() {
        for c in ['1', '’', '×', '÷', '中', 'א', '\u{10ffff}'] {
            assert_eq!((lower(c), upper(c), is_upper(c), is_lower(c)), (c, c, false, false));
        }
    }
}
