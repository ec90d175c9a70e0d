//! Porter's stemmer, so that "protests" and "protesting" are one term.
//!
//! Porter, M. F. (1980): An algorithm for suffix stripping. Program 14(3). With the changes that NLTK made to it, as
//! Google's `rouge-score` uses that form and the trainer has to count what it counts.

/// Words that the rules would get wrong.
const IRREGULAR: &[(&str, &str)] = &[
    ("canning", "canning"),
    ("cannings", "canning"),
    ("dying", "die"),
    ("exceed", "exceed"),
    ("herring", "herring"),
    ("herrings", "herring"),
    ("howe", "howe"),
    ("inning", "inning"),
    ("innings", "inning"),
    ("lying", "lie"),
    ("news", "news"),
    ("outing", "outing"),
    ("outings", "outing"),
    ("earring", "earring"),
    ("earrings", "earring"),
    ("proceed", "proceed"),
    ("skies", "sky"),
    ("sky", "sky"),
    ("succeed", "succeed"),
    ("tying", "tie"),
];

const STEP_2: &[(&[u8], &[u8])] = &[
    (b"ational", b"ate"),
    (b"tional", b"tion"),
    (b"enci", b"ence"),
    (b"anci", b"ance"),
    (b"izer", b"ize"),
    (b"bli", b"ble"),
    (b"entli", b"ent"),
    (b"eli", b"e"),
    (b"ousli", b"ous"),
    (b"ization", b"ize"),
    (b"ation", b"ate"),
    (b"ator", b"ate"),
    (b"alism", b"al"),
    (b"iveness", b"ive"),
    (b"fulness", b"ful"),
    (b"ousness", b"ous"),
    (b"aliti", b"al"),
    (b"iviti", b"ive"),
    (b"biliti", b"ble"),
    (b"fulli", b"ful"),
];

const STEP_3: &[(&[u8], &[u8])] = &[
    (b"icate", b"ic"),
    (b"ative", b""),
    (b"alize", b"al"),
    (b"iciti", b"ic"),
    (b"ical", b"ic"),
    (b"ful", b""),
    (b"ness", b""),
];

const STEP_4: &[&[u8]] = &[
    b"al", b"ance", b"ence", b"er", b"ic", b"able", b"ible", b"ant", b"ement", b"ment", b"ent", b"ion", b"ou", b"ism",
    b"ate", b"iti", b"ous", b"ive", b"ize",
];

/// Letters of the longest word that has endings; longer ones are no words, and their vowels would take quadratic time.
const LONGEST: usize = 40;

/// The stem of a word in small letters. A word with letters beyond a to z is its own stem.
pub(crate) fn stem(word: &str) -> String {
    if word.len() <= 2
        || word.len() > LONGEST
        || !word.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit())
    {
        return word.to_owned();
    }
    if let Some((_, stem)) = IRREGULAR.iter().find(|(irregular, _)| word.len() < 9 && *irregular == word) {
        return (*stem).to_owned();
    }
    let mut stem = word.as_bytes().to_vec();
    step_1(&mut stem);
    step_2(&mut stem);
    step_3(&mut stem);
    step_4(&mut stem);
    step_5(&mut stem);
    String::from_utf8(stem).unwrap_or_else(|_| word.to_owned())
}

fn is_consonant(word: &[u8], at: usize) -> bool {
    match word[at] {
        b'a' | b'e' | b'i' | b'o' | b'u' => false,
        // A y is a vowel behind a consonant; a run of them alternates.
        b'y' => at == 0 || !is_consonant(word, at - 1),
        _ => true,
    }
}

/// Porter's m: how often a consonant follows a vowel.
fn measure(stem: &[u8]) -> usize {
    let mut count = 0;
    let mut vowel = false;
    for at in 0..stem.len() {
        let consonant = is_consonant(stem, at);
        count += usize::from(vowel && consonant);
        vowel = !consonant;
    }
    count
}

fn has_vowel(stem: &[u8]) -> bool {
    (0..stem.len()).any(|at| !is_consonant(stem, at))
}

fn ends_double_consonant(word: &[u8]) -> bool {
    matches!(word, [.., a, b] if a == b) && is_consonant(word, word.len() - 1)
}

/// Consonant, vowel, consonant other than w, x, y; or, in words of two letters, vowel and consonant.
fn ends_cvc(word: &[u8]) -> bool {
    let len = word.len();
    if len >= 3 {
        return is_consonant(word, len - 3)
            && !is_consonant(word, len - 2)
            && is_consonant(word, len - 1)
            && !matches!(word[len - 1], b'w' | b'x' | b'y');
    }
    len == 2 && !is_consonant(word, 0) && is_consonant(word, 1)
}

/// Plurals, -ed, -ing, -y.
fn step_1(word: &mut Vec<u8>) {
    let len = word.len();
    if word.ends_with(b"ies") && len == 4 {
        word.truncate(len - 1);
    } else if word.ends_with(b"sses") || word.ends_with(b"ies") {
        word.truncate(len - 2);
    } else if word.ends_with(b"s") && !word.ends_with(b"ss") {
        word.truncate(len - 1);
    }
    step_1b(word);
    let len = word.len();
    // "say" keeps its y, "happy" becomes "happi".
    if word.ends_with(b"y") && len > 2 && is_consonant(word, len - 2) {
        word[len - 1] = b'i';
    }
}

fn step_1b(word: &mut Vec<u8>) {
    let len = word.len();
    if word.ends_with(b"ied") {
        word.truncate(if len == 4 { len - 1 } else { len - 2 });
        return;
    }
    if word.ends_with(b"eed") {
        if measure(&word[..len - 3]) > 0 {
            word.truncate(len - 1);
        }
        return;
    }
    let cut =
        ["ed", "ing"].into_iter().find(|end| word.ends_with(end.as_bytes()) && has_vowel(&word[..len - end.len()]));
    let Some(end) = cut else { return };
    word.truncate(len - end.len());
    if word.ends_with(b"at") || word.ends_with(b"bl") || word.ends_with(b"iz") {
        word.push(b'e');
    } else if ends_double_consonant(word) {
        if !matches!(word.last(), Some(b'l' | b's' | b'z')) {
            word.pop();
        }
    } else if measure(word) == 1 && ends_cvc(word) {
        word.push(b'e');
    }
}

fn step_2(word: &mut Vec<u8>) {
    // "-ally" goes first, and what is left may have another ending.
    while word.ends_with(b"alli") && measure(&word[..word.len() - 4]) > 0 {
        word.truncate(word.len() - 2);
    }
    if replace(word, STEP_2) {
        return;
    }
    let len = word.len();
    if word.ends_with(b"logi") && measure(&word[..len - 3]) > 0 {
        word.truncate(len - 1);
    }
}

fn step_3(word: &mut Vec<u8>) {
    replace(word, STEP_3);
}

/// Replaces the first ending that fits, where the rest has a measure; whether an ending fitted.
fn replace(word: &mut Vec<u8>, rules: &[(&[u8], &[u8])]) -> bool {
    let Some((end, other)) = rules.iter().find(|(end, _)| ends_with(word, end)) else { return false };
    let rest = word.len() - end.len();
    if measure(&word[..rest]) > 0 {
        word.truncate(rest);
        word.extend_from_slice(other);
    }
    true
}

/// The last letter tells most endings apart.
fn ends_with(word: &[u8], end: &[u8]) -> bool {
    word.last() == end.last() && word.ends_with(end)
}

fn step_4(word: &mut Vec<u8>) {
    // The longest of "ement", "ment", "ent" stands first in the list.
    let Some(end) = STEP_4.iter().find(|end| ends_with(word, end)) else { return };
    let rest = word.len() - end.len();
    let fits = **end != *b"ion" || matches!(word[..rest].last(), Some(b's' | b't'));
    if fits && measure(&word[..rest]) > 1 {
        word.truncate(rest);
    }
}

fn step_5(word: &mut Vec<u8>) {
    if let Some(rest) = word.strip_suffix(b"e") {
        let m = measure(rest);
        if m > 1 || m == 1 && !ends_cvc(rest) {
            word.pop();
        }
    }
    if word.ends_with(b"ll") && measure(&word[..word.len() - 1]) > 1 {
        word.pop();
    }
}

#[cfg(test)]
mod tests {
    use super::stem;

    #[test]
    fn words_and_stems() {
        for (word, expected) in [
            ("caresses", "caress"),
            ("ponies", "poni"),
            ("ties", "tie"),
            ("cats", "cat"),
            ("agreed", "agre"),
            ("plastered", "plaster"),
            ("motoring", "motor"),
            ("conflated", "conflat"),
            ("hopping", "hop"),
            ("falling", "fall"),
            ("filing", "file"),
            ("happy", "happi"),
            ("say", "say"),
            ("relational", "relat"),
            ("probably", "probabl"),
            ("generalizations", "gener"),
            ("replacement", "replac"),
            ("adoption", "adopt"),
            ("controlling", "control"),
            ("dying", "die"),
            ("is", "is"),
            ("café", "café"),
            ("2026", "2026"),
        ] {
            assert_eq!(stem(word), expected, "{word}");
        }
    }
}
