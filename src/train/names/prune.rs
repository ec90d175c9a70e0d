//! Leaves words out of a packed model that no training text has: half of the listed names of persons is never met.

use super::{GOLD, corpus, pack::Parts};
use crate::{
    Article, Models,
    codec::{
        hash::{hash_lower, mix},
        rans::{Frequencies, SymbolReader},
        rice::read_sorted,
    },
    name::{
        LONGEST_PHRASE,
        model::{HEADER, read_u16s},
        words::{FAMILY, FEMALE, Known, LISTS, MALE, WORD_WIDTH},
    },
    pipeline::read_words,
    train::{data, polnear},
};
use serde::Deserialize;
use std::io::{self, ErrorKind};

/// The packed model, without those words.
///
/// # Errors
/// Where the data are absent, or the model is broken.
pub fn prune(packed: &[u8]) -> io::Result<Vec<u8>> {
    let broken = || io::Error::from(ErrorKind::InvalidData);
    let body = HEADER.open(packed).map_err(io::Error::other)?;
    let (mut parts, rest) = read_parts(body).ok_or_else(broken)?;
    let seen = seen(&texts()?);
    let before = parts.words.len();
    // Places and bodies stay: the news of other days has others.
    parts.words.retain(|&hash, known| known.lists & !(MALE | FEMALE | FAMILY) != 0 || seen.has(hash));
    eprintln!("{} of {before} words are kept", parts.words.len());
    let mut payload = Vec::new();
    parts.pack_parents(&mut payload);
    parts.pack_words(&mut payload);
    payload.extend(rest);
    Ok(HEADER.seal(&payload))
}

/// What is known of words, and the bytes behind it.
fn read_parts(data: &[u8]) -> Option<(Parts, &[u8])> {
    let (counts, data) = read_u16s(data, 2)?;
    let (fine, data) = read_u16s(data, usize::from(counts[0]))?;
    let (middle, data) = read_u16s(data, usize::from(counts[1]))?;
    let (hashes, data) = read_sorted(data, WORD_WIDTH)?;
    let (clusters, data) = read_u16s(data, fine.len() + 1)?;
    let (listed, data) = read_u16s(data, 2 * LISTS)?;
    let clusters = Frequencies::new(&clusters)?;
    let lists = [Frequencies::new(&listed[..LISTS])?, Frequencies::new(&listed[LISTS..])?];
    let (len, data) = data.split_first_chunk()?;
    let (symbols, data) = data.split_at_checked(u32::from_le_bytes(*len) as usize)?;
    let mut symbols = SymbolReader::new(symbols);
    let mut parts = Parts { parents: [fine, middle], ..Parts::default() };
    for hash in hashes {
        let cluster = symbols.next(&clusters);
        let lists = symbols.next(&lists[usize::from(cluster != 0)]) as u8;
        parts.words.insert(hash, Known { cluster, lists });
    }
    Some((parts, data))
}

#[derive(Deserialize)]
struct Text {
    text: String,
}

/// The texts that may be trained on.
fn texts() -> io::Result<Vec<String>> {
    let mut texts = Vec::new();
    for (file, _) in GOLD {
        texts.extend(corpus::gold(file)?.into_iter().map(|article| article.text));
    }
    for file in ["summaries/sum_cnn_train.jsonl", "summaries/sum_gumopen_train.jsonl"] {
        texts.extend(data::read::<Text>(file)?.into_iter().map(|line| line.text));
    }
    texts.extend(polnear::read("train")?.into_iter().map(|article| article.text));
    Ok(texts)
}

/// A bit for each hash of a word or phrase.
struct Seen(Vec<u64>);

impl Seen {
    fn has(&self, hash: u32) -> bool {
        self.0[(hash / 64) as usize] >> (hash % 64) & 1 == 1
    }
}

/// Words, and phrases between capitals.
fn seen(texts: &[String]) -> Seen {
    let mut seen = Seen(vec![0; 1 << (WORD_WIDTH - 6)]);
    for text in texts {
        let document = read_words(Article::verbatim(text), Models::embedded());
        let words: Vec<(u32, bool)> = document
            .tokens
            .iter()
            .map(|token| document.str(token.span))
            .map(|word| (hash_lower(word), word.starts_with(char::is_uppercase)))
            .collect();
        for first in 0..words.len() {
            let mut phrase = None;
            for (place, &(hash, is_capital)) in words[first..].iter().take(LONGEST_PHRASE).enumerate() {
                let whole = phrase.map_or(hash, |phrase| mix(phrase, hash));
                phrase = Some(whole);
                if place == 0 || words[first].1 && is_capital {
                    let hash = whole >> (32 - WORD_WIDTH);
                    seen.0[(hash / 64) as usize] |= 1 << (hash % 64);
                }
            }
        }
    }
    seen
}
