//! Number words: a closed class of the language, and so a part of the program rather than a list.

use crate::{figure::cursor::Cursor, lexicon::WordFlags};

/// What a word does within a number that is written in words.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(in crate::figure) enum NumberWord {
    /// "zero" to "nineteen".
    Small(f64),
    /// "twenty" to "ninety".
    Tens(f64),
    /// "hundred".
    Hundred,
    /// "dozen", "thousand", "million", "lakh": multiplies what stands before it.
    Scale(f64),
    /// "dozens", "thousands": no number of its own, "dozens of people".
    Plural(f64),
    /// "first" to "nineteenth".
    Ordinal(f64),
    /// "twentieth", "hundredth", "thousandth": ends a number in words.
    OrdinalScale(f64),
    /// "thirds", "halves": the lower part of a fraction.
    Parts(f64),
}

/// Reads one word, in lowercase.
pub(in crate::figure) fn number_word(word: &str) -> Option<NumberWord> {
    use NumberWord::{Hundred, Ordinal, OrdinalScale, Parts, Plural, Scale, Small, Tens};
    Some(match word {
        "zero" | "nought" | "naught" | "nil" => Small(0.0),
        "one" => Small(1.0),
        "two" => Small(2.0),
        "three" => Small(3.0),
        "four" => Small(4.0),
        "five" => Small(5.0),
        "six" => Small(6.0),
        "seven" => Small(7.0),
        "eight" => Small(8.0),
        "nine" => Small(9.0),
        "ten" => Small(10.0),
        "eleven" => Small(11.0),
        "twelve" => Small(12.0),
        "thirteen" => Small(13.0),
        "fourteen" => Small(14.0),
        "fifteen" => Small(15.0),
        "sixteen" => Small(16.0),
        "seventeen" => Small(17.0),
        "eighteen" => Small(18.0),
        "nineteen" => Small(19.0),
        "twenty" => Tens(20.0),
        "thirty" => Tens(30.0),
        "forty" | "fourty" => Tens(40.0),
        "fifty" => Tens(50.0),
        "sixty" => Tens(60.0),
        "seventy" => Tens(70.0),
        "eighty" => Tens(80.0),
        "ninety" => Tens(90.0),
        "hundred" => Hundred,
        "dozen" | "doz" | "dz" => Scale(12.0),
        "thousand" => Scale(1e3),
        "lakh" | "lac" => Scale(1e5),
        "million" => Scale(1e6),
        "crore" => Scale(1e7),
        "billion" => Scale(1e9),
        "trillion" => Scale(1e12),
        "quadrillion" => Scale(1e15),
        "tens" => Plural(10.0),
        "dozens" | "dozs" | "dzs" => Plural(12.0),
        "scores" => Plural(20.0),
        "hundreds" => Plural(100.0),
        "thousands" => Plural(1e3),
        "lakhs" => Plural(1e5),
        "millions" => Plural(1e6),
        "crores" => Plural(1e7),
        "billions" => Plural(1e9),
        "trillions" => Plural(1e12),
        "first" => Ordinal(1.0),
        "second" => Ordinal(2.0),
        "third" => Ordinal(3.0),
        "fourth" => Ordinal(4.0),
        "fifth" => Ordinal(5.0),
        "sixth" => Ordinal(6.0),
        "seventh" => Ordinal(7.0),
        "eighth" => Ordinal(8.0),
        "ninth" | "nineth" => Ordinal(9.0),
        "tenth" => Ordinal(10.0),
        "eleventh" => Ordinal(11.0),
        "twelfth" => Ordinal(12.0),
        "thirteenth" => Ordinal(13.0),
        "fourteenth" => Ordinal(14.0),
        "fifteenth" => Ordinal(15.0),
        "sixteenth" => Ordinal(16.0),
        "seventeenth" => Ordinal(17.0),
        "eighteenth" => Ordinal(18.0),
        "nineteenth" => Ordinal(19.0),
        "twentieth" => Ordinal(20.0),
        "thirtieth" => Ordinal(30.0),
        "fortieth" => Ordinal(40.0),
        "fiftieth" => Ordinal(50.0),
        "sixtieth" => Ordinal(60.0),
        "seventieth" => Ordinal(70.0),
        "eightieth" => Ordinal(80.0),
        "ninetieth" => Ordinal(90.0),
        "hundredth" => OrdinalScale(100.0),
        "thousandth" => OrdinalScale(1e3),
        "millionth" => OrdinalScale(1e6),
        "billionth" => OrdinalScale(1e9),
        "trillionth" => OrdinalScale(1e12),
        "half" | "halves" => Parts(2.0),
        "quarter" | "quarters" => Parts(4.0),
        _ => return plural_parts(word),
    })
}

/// "thirds", "firsts", "hundredths": ordinals in the plural.
fn plural_parts(word: &str) -> Option<NumberWord> {
    let singular = word.strip_suffix('s').filter(|word| word.len() > 4)?;
    match number_word(singular)? {
        NumberWord::Ordinal(value) | NumberWord::OrdinalScale(value) => Some(NumberWord::Parts(value)),
        _ => None,
    }
}

/// Whether the word can begin a number that is no ordinal and no part.
pub(in crate::figure) fn is_cardinal(word: NumberWord) -> bool {
    matches!(word, NumberWord::Small(_) | NumberWord::Tens(_) | NumberWord::Hundred | NumberWord::Scale(_))
}

/// What the word at the token does within a number in words.
pub(in crate::figure) fn number_word_at(cursor: &Cursor, at: usize) -> Option<NumberWord> {
    if may_count(cursor, at) { number_word(cursor.lowercase(at)) } else { None }
}

/// Whether the word may be part of a number: most are not, and one look at the tag tells.
pub(super) fn may_count(cursor: &Cursor, at: usize) -> bool {
    cursor.flags(at).has(WordFlags::FIGURE) || cursor.word(at).ends_with(['s', 'S'])
}

/// Multipliers that are written right after digits: "3.2bn". `money` allows letters that elsewhere are units.
pub(in crate::figure) fn suffix(word: &str, touching: bool, money: bool) -> Option<f64> {
    Some(match word {
        "bn" | "bln" | "BN" | "Bn" => 1e9,
        "mn" | "mln" | "MM" | "mil" | "mio" => 1e6,
        "tn" | "tln" | "trn" => 1e12,
        "k" | "K" if touching || money => 1e3,
        "M" if touching || money => 1e6,
        "m" if money => 1e6,
        "B" | "b" if money || touching => 1e9,
        "T" | "t" if money && touching => 1e12,
        "cr" if money => 1e7,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::{NumberWord, number_word};

    #[test]
    fn classes() {
        assert_eq!(number_word("thirds"), Some(NumberWord::Parts(3.0)));
        assert_eq!(number_word("seconds"), Some(NumberWord::Parts(2.0)));
        assert_eq!(number_word("hundredths"), Some(NumberWord::Parts(100.0)));
        assert_eq!(number_word("thousands"), Some(NumberWord::Plural(1e3)));
        assert_eq!(number_word("house"), None);
    }
}
