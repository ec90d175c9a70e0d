//! Porter's stemmer, so that "protests" and "protesting" are one term.
//!
//! Porter, M. F. (1980): An algorithm for suffix stripping. Program 14(3). With the changes that NLTK made to it, as
//! Google's `rouge-score` uses that form and the trainer has to count what it counts.

/// Words that the rules would get wrong.
fn irregular(word: &str) -> Option<&'static str> {
    // Nearly all words are told apart by their last letter and length.
    if word.len() > 8 || !word.ends_with(['d', 'e', 'g', 's', 'y']) {
        return None;
    }
    Some(match word {
        "canning" | "cannings" => "canning",
        "dying" => "die",
        "exceed" => "exceed",
        "herring" | "herrings" => "herring",
        "howe" => "howe",
        "inning" | "innings" => "inning",
        "lying" => "lie",
        "news" => "news",
        "outing" | "outings" => "outing",
        "earring" | "earrings" => "earring",
        "proceed" => "proceed",
        "skies" | "sky" => "sky",
        "succeed" => "succeed",
        "tying" => "tie",
        _ => return None,
    })
}

type Rules = &'static [(&'static [u8], &'static [u8])];

/// The endings of step 2 with a last letter, and what takes their place.
fn step_2_rules(last: u8) -> Rules {
    match last {
        b'l' => &[(b"ational", b"ate"), (b"tional", b"tion")],
        b'i' => &[
            (b"enci", b"ence"),
            (b"anci", b"ance"),
            (b"bli", b"ble"),
            (b"entli", b"ent"),
            (b"eli", b"e"),
            (b"ousli", b"ous"),
            (b"aliti", b"al"),
            (b"iviti", b"ive"),
            (b"biliti", b"ble"),
            (b"fulli", b"ful"),
        ],
        b'r' => &[(b"izer", b"ize"), (b"ator", b"ate")],
        b'n' => &[(b"ization", b"ize"), (b"ation", b"ate")],
        b'm' => &[(b"alism", b"al")],
        b's' => &[(b"iveness", b"ive"), (b"fulness", b"ful"), (b"ousness", b"ous")],
        _ => &[],
    }
}

/// Those of step 3.
fn step_3_rules(last: u8) -> Rules {
    match last {
        b'e' => &[(b"icate", b"ic"), (b"ative", b""), (b"alize", b"al")],
        b'i' => &[(b"iciti", b"ic")],
        b'l' => &[(b"ical", b"ic"), (b"ful", b"")],
        b's' => &[(b"ness", b"")],
        _ => &[],
    }
}

/// The endings that step 4 takes off; the longest of "ement", "ment", "ent" stands first.
fn step_4_endings(last: u8) -> &'static [&'static [u8]] {
    match last {
        b'l' => &[b"al"],
        b'e' => &[b"ance", b"ence", b"able", b"ible", b"ate", b"ive", b"ize"],
        b'r' => &[b"er"],
        b'c' => &[b"ic"],
        b't' => &[b"ant", b"ement", b"ment", b"ent"],
        b'n' => &[b"ion"],
        b'u' => &[b"ou"],
        b'm' => &[b"ism"],
        b'i' => &[b"iti"],
        b's' => &[b"ous"],
        _ => &[],
    }
}

/// Letters of the longest word that has endings; longer ones are no words.
const LONGEST: usize = 40;

/// A stem, made without a `String`.
pub(crate) enum Stem<'w> {
    /// The word, or another one that is known.
    Known(&'w str),
    /// The word with its ending changed.
    Cut(Word),
}

impl Stem<'_> {
    /// Its letters.
    pub(crate) fn as_bytes(&self) -> &[u8] {
        match self {
            Self::Known(stem) => stem.as_bytes(),
            Self::Cut(word) => word.letters(),
        }
    }

    #[cfg(feature = "train")]
    pub(crate) fn to_text(&self) -> String {
        String::from_utf8_lossy(self.as_bytes()).into_owned()
    }
}

/// The stem of a word in small letters. A word with letters beyond a to z is its own stem.
pub(crate) fn stem(word: &str) -> Stem<'_> {
    if word.len() <= 2
        || word.len() > LONGEST
        || !word.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit())
    {
        return Stem::Known(word);
    }
    if let Some(stem) = irregular(word) {
        return Stem::Known(stem);
    }
    let mut stem = Word::new(word.as_bytes());
    stem.step_1();
    stem.step_2();
    stem.replace(step_3_rules(stem.last()));
    stem.step_4();
    stem.step_5();
    Stem::Cut(stem)
}

/// A word that is losing its endings, and which of its letters are vowels.
pub(crate) struct Word {
    letters: [u8; LONGEST],
    len: usize,
    /// One bit a letter, the first the lowest; what lies beyond the last letter has no meaning.
    vowels: u64,
}

impl Word {
    fn new(letters: &[u8]) -> Self {
        let mut word = Self { letters: [0; LONGEST], len: 0, vowels: 0 };
        word.append(letters);
        word
    }

    fn letters(&self) -> &[u8] {
        &self.letters[..self.len]
    }

    fn last(&self) -> u8 {
        self.letters().last().copied().unwrap_or_default()
    }

    fn append(&mut self, letters: &[u8]) {
        for &letter in letters {
            let at = self.len;
            let vowel = match letter {
                b'a' | b'e' | b'i' | b'o' | b'u' => true,
                // A y is a vowel behind a consonant; a run of them alternates.
                b'y' => at > 0 && self.is_consonant(at - 1),
                _ => false,
            };
            self.letters[at] = letter;
            self.vowels = self.vowels & !(1 << at) | u64::from(vowel) << at;
            self.len += 1;
        }
    }

    fn truncate(&mut self, len: usize) {
        self.len = len;
    }

    /// Letter by letter from the last one, where most ends differ.
    fn ends_with(&self, end: &[u8]) -> bool {
        end.len() <= self.len && end.iter().rev().zip(self.letters().iter().rev()).all(|(end, letter)| end == letter)
    }

    fn is_consonant(&self, at: usize) -> bool {
        self.vowels >> at & 1 == 0
    }

    /// Porter's m of the first letters: how often a consonant follows a vowel.
    fn measure(&self, len: usize) -> u32 {
        (self.vowels << 1 & !self.vowels & ((1 << len) - 1)).count_ones()
    }

    fn has_vowel(&self, len: usize) -> bool {
        self.vowels & ((1 << len) - 1) != 0
    }

    fn ends_double_consonant(&self) -> bool {
        matches!(self.letters(), [.., a, b] if a == b) && self.is_consonant(self.len - 1)
    }

    /// Whether the first letters end with consonant, vowel, consonant other than w, x, y; or, where they are two, are
    /// vowel and consonant.
    fn ends_cvc(&self, len: usize) -> bool {
        if len >= 3 {
            return self.is_consonant(len - 3)
                && !self.is_consonant(len - 2)
                && self.is_consonant(len - 1)
                && !matches!(self.letters[len - 1], b'w' | b'x' | b'y');
        }
        len == 2 && !self.is_consonant(0) && self.is_consonant(1)
    }

    /// Plurals, -ed, -ing, -y.
    fn step_1(&mut self) {
        let len = self.len;
        if self.ends_with(b"ies") && len == 4 {
            self.truncate(len - 1);
        } else if self.ends_with(b"sses") || self.ends_with(b"ies") {
            self.truncate(len - 2);
        } else if self.ends_with(b"s") && !self.ends_with(b"ss") {
            self.truncate(len - 1);
        }
        self.step_1b();
        let len = self.len;
        // "say" keeps its y, "happy" becomes "happi".
        if self.ends_with(b"y") && len > 2 && self.is_consonant(len - 2) {
            self.truncate(len - 1);
            self.append(b"i");
        }
    }

    fn step_1b(&mut self) {
        let len = self.len;
        if self.ends_with(b"ied") {
            self.truncate(if len == 4 { len - 1 } else { len - 2 });
            return;
        }
        if self.ends_with(b"eed") {
            if self.measure(len - 3) > 0 {
                self.truncate(len - 1);
            }
            return;
        }
        let cut = [2, 3]
            .into_iter()
            .find(|&cut| self.ends_with(if cut == 2 { b"ed" } else { b"ing" }) && self.has_vowel(len - cut));
        let Some(cut) = cut else { return };
        self.truncate(len - cut);
        if self.ends_with(b"at") || self.ends_with(b"bl") || self.ends_with(b"iz") {
            self.append(b"e");
        } else if self.ends_double_consonant() {
            if !matches!(self.last(), b'l' | b's' | b'z') {
                self.truncate(self.len - 1);
            }
        } else if self.measure(self.len) == 1 && self.ends_cvc(self.len) {
            self.append(b"e");
        }
    }

    fn step_2(&mut self) {
        // "-ally" goes first, and what is left may have another ending.
        while self.ends_with(b"alli") && self.measure(self.len - 4) > 0 {
            self.truncate(self.len - 2);
        }
        if self.replace(step_2_rules(self.last())) {
            return;
        }
        if self.ends_with(b"logi") && self.measure(self.len - 3) > 0 {
            self.truncate(self.len - 1);
        }
    }

    /// Replaces the first ending that fits, where the rest has a measure; whether an ending fitted.
    fn replace(&mut self, rules: Rules) -> bool {
        let Some((end, other)) = rules.iter().find(|(end, _)| self.ends_with(end)) else { return false };
        let rest = self.len - end.len();
        if self.measure(rest) > 0 {
            self.truncate(rest);
            self.append(other);
        }
        true
    }

    fn step_4(&mut self) {
        let Some(end) = step_4_endings(self.last()).iter().find(|end| self.ends_with(end)) else { return };
        let rest = self.len - end.len();
        let fits = **end != *b"ion" || matches!(self.letters[..rest].last(), Some(b's' | b't'));
        if fits && self.measure(rest) > 1 {
            self.truncate(rest);
        }
    }

    fn step_5(&mut self) {
        if self.ends_with(b"e") {
            let rest = self.len - 1;
            let m = self.measure(rest);
            if m > 1 || m == 1 && !self.ends_cvc(rest) {
                self.truncate(rest);
            }
        }
        if self.ends_with(b"ll") && self.measure(self.len - 1) > 1 {
            self.truncate(self.len - 1);
        }
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
            assert_eq!(stem(word).as_bytes(), expected.as_bytes(), "{word}");
        }
    }
}
