//! Small digests for tests, found by their words instead of by offsets.

use crate::{
    Digest,
    digest::{
        Actor, ActorKind, Change, Figure, FigureKind, KeyPoint, Mention, MentionForm, Metadata, Piece, Quote, Sentence,
    },
};

/// A digest with these sentences and nothing else.
pub(crate) fn digest(text: &str, sentences: &[&str]) -> Digest {
    let sentence = |words: &&str| {
        let (start, end) = place(text, words, 0);
        Sentence { start, end, paragraph: 0, salience: 0.5 }
    };
    Digest {
        schema: crate::digest::SCHEMA,
        language: "en".to_owned(),
        title: None,
        sentences: sentences.iter().map(sentence).collect(),
        key_points: Vec::new(),
        actors: Vec::new(),
        figures: Vec::new(),
        facts: Vec::new(),
        quotes: Vec::new(),
        timeline: Vec::new(),
        notices: Vec::new(),
        article: Metadata::default(),
    }
}

/// An actor with the first id, mentioned by these words, one after the other.
pub(crate) fn actor(text: &str, kind: ActorKind, mentions: &[&str]) -> Actor {
    let mut from = 0;
    let mentions: Vec<Mention> = mentions
        .iter()
        .map(|words| {
            let (start, end) = place(text, words, from);
            from = end as usize;
            Mention { start, end, text: (*words).to_owned(), form: MentionForm::Name }
        })
        .collect();
    let name = mentions.first().map(|mention| mention.text.clone()).unwrap_or_default();
    Actor { id: 0, kind, name, role: None, aliases: Vec::new(), salience: 1.0, mentions }
}

/// A figure without a value.
pub(crate) fn figure(text: &str, kind: FigureKind, words: &str) -> Figure {
    let (start, end) = place(text, words, 0);
    Figure {
        start,
        end,
        text: words.to_owned(),
        kind,
        value: None,
        min: None,
        max: None,
        unit: None,
        currency: None,
        counts: None,
        change: Change::Exact,
        level: false,
        lead: String::new(),
        iso: None,
        sentence: 0,
    }
}

/// A direct quote without a speaker.
pub(crate) fn quote(text: &str, words: &str) -> Quote {
    let (start, end) = place(text, words, 0);
    Quote {
        start,
        end,
        text: words.to_owned(),
        speaker: None,
        speaker_text: None,
        cue: None,
        direct: true,
        source: None,
    }
}

/// The sentence with this index, whole.
pub(crate) fn point(text: &str, digest: &Digest, sentence: usize) -> KeyPoint {
    let Sentence { start, end, .. } = digest.sentences[sentence];
    KeyPoint {
        sentence: sentence as u32,
        start,
        end,
        text: text[start as usize..end as usize].to_owned(),
        rank: 1,
        pieces: vec![Piece::Copied { start, end }],
        actors: Vec::new(),
        figures: Vec::new(),
        why: Vec::new(),
    }
}

fn place(text: &str, words: &str, from: usize) -> (u32, u32) {
    let start = from + text[from..].find(words).expect("the words stand in the text");
    (start as u32, (start + words.len()) as u32)
}
