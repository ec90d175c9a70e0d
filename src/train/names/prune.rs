//! Leaves words out of a packed model that no training text has: half of the listed names of persons is never met.

use super::{GOLD, corpus, pack::Parts};
use crate::{
    Article, Models,
    codec::hash::{hash_lower, mix},
    name::{
        LONGEST_PHRASE,
        model::{HEADER, PackedWords},
        words::{FAMILY, FEMALE, MALE, WORD_WIDTH},
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
    let packed = PackedWords::read(body).ok_or_else(broken)?;
    let words = packed.hashes.into_iter().zip(packed.known).collect();
    let mut parts = Parts { words, parents: packed.parents, ..Parts::default() };
    let seen = seen(&texts()?);
    let before = parts.words.len();
    // Places and bodies stay: the news of other days has others.
    parts.words.retain(|&hash, known| known.lists & !(MALE | FEMALE | FAMILY) != 0 || seen.has(hash));
    eprintln!("{} of {before} words are kept", parts.words.len());
    let mut payload = Vec::new();
    parts.pack_parents(&mut payload);
    parts.pack_words(&mut payload);
    payload.extend(packed.rest);
    Ok(HEADER.seal(&payload))
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
