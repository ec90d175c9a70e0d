//! Lemmas of verbs and nouns: by a list of the irregular ones, else by their endings.

use crate::{Models, codec::hash::hash_lower, document::PartOfSpeech};
use rustc_hash::FxHashMap;
use std::sync::LazyLock;

/// Lemma and forms a line; see the file's head.
static LIST: &str = include_str!("../../seeds/lists/irregular.txt");

/// The lemma of a verb, auxiliary or noun in small letters; none of any other word.
///
/// Where an ending may have swallowed an "e" ("hoped"), the form that the model of names knows as a word is taken.
pub fn lemma(small: &str, tag: PartOfSpeech, models: &Models) -> Option<String> {
    static IRREGULAR: LazyLock<FxHashMap<&str, &str>> = LazyLock::new(|| {
        let lines = LIST.lines().filter(|line| !line.starts_with('#')).filter_map(|line| line.split_once(": "));
        lines.flat_map(|(lemma, forms)| forms.split(' ').map(move |form| (form, lemma))).collect()
    });
    let wanted = matches!(tag, PartOfSpeech::Verb | PartOfSpeech::Aux | PartOfSpeech::Noun);
    if !wanted {
        return None;
    }
    if let Some(lemma) = IRREGULAR.get(small) {
        return Some((*lemma).to_owned());
    }
    let is_known = |word: &str| models.words().known(hash_lower(word)).cluster != 0;
    let regular = if tag == PartOfSpeech::Noun { singular(small) } else { infinitive(small, is_known) };
    Some(regular.unwrap_or_else(|| small.to_owned()))
}

/// "cities", "boxes", "votes"; none where there is no plural's ending.
fn singular(small: &str) -> Option<String> {
    if small.len() < 4 {
        return None;
    }
    if let Some(stem) = small.strip_suffix("ies") {
        return Some(format!("{stem}y"));
    }
    let hissing = ["ses", "xes", "zes", "ches", "shes"].iter().any(|end| small.ends_with(end));
    if hissing && !small.ends_with("uses") && !small.ends_with("ases") {
        return small.strip_suffix("es").map(|stem| if takes_e(stem) { format!("{stem}e") } else { stem.to_owned() });
    }
    let alone = ["ss", "us", "is", "news"].iter().any(|end| small.ends_with(end));
    small.strip_suffix('s').filter(|_| !alone).map(str::to_owned)
}

/// Whether the stem of a plural on "-es" has an "e" of its own: "nurse", "prize", "license".
fn takes_e(stem: &str) -> bool {
    let mut back = stem.chars().rev();
    match (back.next(), back.next()) {
        (Some('z'), Some(before)) => before != 'z',
        (Some('s'), Some(before)) => before != 's',
        _ => false,
    }
}

/// "goes", "tries", "stopped", "hoping"; none where there is no verb's ending.
fn infinitive(small: &str, is_known: impl Fn(&str) -> bool) -> Option<String> {
    if small.len() < 4 {
        return None;
    }
    if let Some(stem) = small.strip_suffix("ies").or_else(|| small.strip_suffix("ied")) {
        return Some(format!("{stem}y"));
    }
    let stem = small.strip_suffix("ed").or_else(|| small.strip_suffix("ing"));
    let Some(stem) = stem.filter(|stem| has_vowel(stem)) else {
        let plain = ["ss", "us", "is"].iter().any(|end| small.ends_with(end));
        let hissing = ["sses", "xes", "zzes", "ches", "shes", "oes"].iter().any(|end| small.ends_with(end));
        let end = if hissing { "es" } else { "s" };
        return small.strip_suffix(end).filter(|_| !plain).map(str::to_owned);
    };
    let with_e = format!("{stem}e");
    let single = undoubled(stem);
    match (is_known(stem), is_known(&with_e), single) {
        (known, _, Some(single)) if is_known(single) && (!known || doubles(stem)) => Some(single.to_owned()),
        (true, true, _) if is_short(stem) => Some(with_e),
        (false, true, _) => Some(with_e),
        _ => Some(stem.to_owned()),
    }
}

fn has_vowel(stem: &str) -> bool {
    stem.contains(['a', 'e', 'i', 'o', 'u', 'y'])
}

/// "stopp" without its last letter.
fn undoubled(stem: &str) -> Option<&str> {
    let mut back = stem.chars().rev();
    let last = back.next()?;
    (back.next() == Some(last)).then(|| &stem[..stem.len() - last.len_utf8()])
}

/// Whether a letter was doubled before the ending: hardly a verb ends with two of these, but "add", "err" and the like.
fn doubles(stem: &str) -> bool {
    const SHORTEST: usize = 4;
    stem.len() >= SHORTEST && stem.ends_with(['b', 'd', 'g', 'm', 'n', 'p', 'r', 't'])
}

/// One vowel and then one consonant: "hop", "rat", "mak", where an "e" is more likely swallowed than not.
fn is_short(stem: &str) -> bool {
    let vowel = |c: char| matches!(c, 'a' | 'e' | 'i' | 'o' | 'u');
    let mut back = stem.chars().rev();
    let (Some(last), Some(middle)) = (back.next(), back.next()) else { return false };
    let vowels = stem.chars().filter(|&c| vowel(c)).count();
    vowels == 1 && vowel(middle) && !vowel(last) && !matches!(last, 'w' | 'x' | 'y')
}

#[cfg(test)]
mod tests {
    use super::lemma;
    use crate::{Models, document::PartOfSpeech};

    #[track_caller]
    fn check(tag: PartOfSpeech, pairs: &[(&str, &str)]) {
        for (form, expected) in pairs {
            assert_eq!(lemma(form, tag, Models::embedded()).as_deref(), Some(*expected), "{form}");
        }
    }

    #[test]
    fn verbs_lose_their_endings() {
        check(
            PartOfSpeech::Verb,
            &[
                ("said", "say"),
                ("walked", "walk"),
                ("moved", "move"),
                ("stopped", "stop"),
                ("tries", "try"),
                ("watches", "watch"),
                ("goes", "go"),
                ("hoping", "hope"),
                ("visiting", "visit"),
                ("killed", "kill"),
                ("bring", "bring"),
                ("rises", "rise"),
                ("passes", "pass"),
            ],
        );
    }

    #[test]
    fn nouns_lose_their_plurals() {
        check(
            PartOfSpeech::Noun,
            &[
                ("cities", "city"),
                ("boxes", "box"),
                ("women", "woman"),
                ("votes", "vote"),
                ("crisis", "crisis"),
                ("glass", "glass"),
                ("nurses", "nurse"),
                ("houses", "house"),
                ("prizes", "prize"),
                ("classes", "class"),
            ],
        );
    }
}
