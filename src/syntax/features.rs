//! What the network sees of one word: a row of each of its tables.

use crate::{
    codec::hash::{fnv1a, hash_lower, mix},
    name::Words,
    text::{is_lower, is_upper},
};

/// Tables, in order: frequent words, clusters of similar words, endings of three and of two letters, beginnings, shapes, lists
/// of names.
pub(crate) const TABLES: usize = 7;
/// Rows of each table but the first, whose rows are the model's frequent words.
pub(crate) const ROWS: [usize; TABLES] = [0, 2049, 1024, 256, 512, SHAPES, 64];
/// Tables that are named elsewhere.
#[cfg(feature = "train")]
pub(crate) const WORD: usize = 0;
#[cfg(feature = "train")]
pub(crate) const CLUSTER: usize = 1;
pub(crate) const SHAPE: usize = 5;
/// Row of words that are not frequent.
pub(crate) const RARE: u16 = 0;

/// How a sentence is written, so that capitals mean what they mean there.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub(crate) enum Manner {
    /// As prose is.
    #[default]
    Prose,
    /// Every letter a capital.
    Capitals,
    /// Nearly every word with a capital, as headlines are.
    Headline,
}

/// Shapes of words in prose.
const PLAIN_SHAPES: usize = 14;
/// All shapes: those of prose, of the first word of a sentence, of capitals, of headlines.
const SHAPES: usize = 4 * PLAIN_SHAPES;

impl Manner {
    /// That of a sentence's words.
    pub(crate) fn of<'w>(words: impl Iterator<Item = &'w str>) -> Self {
        let (mut long, mut capitals, mut titles) = (0, 0, 0);
        for word in words.filter(|word| word.chars().all(char::is_alphabetic) && word.chars().nth(3).is_some()) {
            long += 1;
            let big = word.chars().filter(|&c| is_upper(c)).count();
            capitals += usize::from(big == word.chars().count());
            titles += usize::from(big > 0);
        }
        // Two words tell nothing: "United Nations" is how prose writes it.
        match long {
            0..=2 => Self::Prose,
            _ if capitals * 10 >= long * 8 => Self::Capitals,
            _ if titles * 10 >= long * 8 => Self::Headline,
            _ => Self::Prose,
        }
    }
}

/// What is seen of a word wherever it stands.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct WordRows {
    /// Rows of the tables; that of the shape is the plain one.
    pub(crate) rows: [u16; TABLES],
    /// Hash of its small letters, by which the first row is found.
    pub(crate) lower: u32,
}

impl WordRows {
    /// Looks a word up. `frequent` gives the row of a frequent word by its hash.
    pub(crate) fn new(word: &str, words: &Words, frequent: impl Fn(u32) -> Option<u16>) -> Self {
        let lower = hash_lower(word);
        let known = words.known(lower);
        let mut small: Vec<char> = word.chars().flat_map(char::to_lowercase).collect();
        small.iter_mut().for_each(|c| *c = normal(*c));
        let part = |letters: &[char]| {
            let hash = letters.iter().fold(fnv1a(b""), |hash, &c| mix(hash, c as u32));
            hash as usize
        };
        let ending = |count: usize| part(&small[small.len().saturating_sub(count)..]);
        let rows = [
            frequent(lower).unwrap_or(RARE) as usize,
            usize::from(known.cluster),
            ending(3) % ROWS[2],
            ending(2) % ROWS[3],
            part(&small[..small.len().min(3)]) % ROWS[4],
            shape(word),
            usize::from(known.lists) % ROWS[6],
        ];
        Self { rows: rows.map(|row| row as u16), lower }
    }

    /// The rows where the word stands in a sentence.
    pub(crate) fn at(mut self, first: bool, manner: Manner) -> [u16; TABLES] {
        let place = match manner {
            Manner::Prose => usize::from(first),
            Manner::Capitals => 2,
            Manner::Headline => 3,
        };
        self.rows[SHAPE] += (place * PLAIN_SHAPES) as u16;
        self.rows
    }
}

/// Digits are alike, and so are apostrophes.
fn normal(c: char) -> char {
    match c {
        '’' => '\'',
        _ if c.is_ascii_digit() => '0',
        _ => c,
    }
}

/// How a word is written, a number below [`PLAIN_SHAPES`].
fn shape(word: &str) -> usize {
    let mut chars = word.chars();
    let Some(first) = chars.next() else { return 0 };
    let rest = || word.chars().skip(1);
    let has_digit = word.bytes().any(|byte| byte.is_ascii_digit());
    let has_lower = rest().any(is_lower);
    let has_upper = rest().any(is_upper);
    if !word.chars().any(char::is_alphabetic) {
        return match (has_digit, first.is_ascii_digit(), word.len()) {
            (true, true, 4) => 1,
            (true, true, _) => 2,
            (true, false, _) => 3,
            (false, ..) => 4,
        };
    }
    match (is_upper(first), has_upper, has_lower) {
        _ if has_digit => 5,
        (false, false, _) if first.is_alphabetic() => 6,
        (false, false, _) => 7,
        (false, true, _) => 8,
        (true, _, false) if word.contains('.') => 9,
        (true, false, false) => 10,
        (true, true, false) => 11,
        (true, false, true) => 12,
        (true, true, true) => 13,
    }
}
