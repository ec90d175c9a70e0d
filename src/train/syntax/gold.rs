//! Sentences to learn from: of treebanks in CoNLL-U, and of the teacher.

use crate::{
    document::{PartOfSpeech, Relation, VerbForm},
    syntax::network::{TAGS, tag_number},
};
use serde::Deserialize;
use std::{fs::File, io, io::BufRead, path::Path};

/// What is likely, the best first, with probabilities that add up to one.
#[derive(Clone, Debug, Default)]
pub(super) struct Choice(pub(super) Vec<(u16, f32)>);

impl Choice {
    fn one(choice: usize) -> Self {
        Self(vec![(choice as u16, 1.0)])
    }

    pub(super) fn best(&self) -> u16 {
        self.0.first().map_or(0, |&(choice, _)| choice)
    }

    /// From a list of choices and percents in turn.
    fn of(list: &[u16]) -> Option<Self> {
        let pairs = || list.chunks_exact(2).map(|pair| (pair[0], f32::from(pair[1])));
        let sum: f32 = pairs().map(|(_, percent)| percent).sum();
        (sum > 0.0).then(|| Self(pairs().map(|(choice, percent)| (choice, percent / sum)).collect()))
    }
}

/// A sentence with its grammar.
#[derive(Clone, Debug, Default)]
pub(super) struct Sentence {
    pub(super) words: Vec<String>,
    pub(super) tags: Vec<Choice>,
    /// 0 is the root, 1 the first word.
    pub(super) heads: Vec<Choice>,
    pub(super) relations: Vec<Choice>,
    pub(super) weight: f32,
}

/// Reads a treebank.
///
/// # Errors
/// Where it is absent.
pub(super) fn treebank(path: &Path) -> io::Result<Vec<Sentence>> {
    let text = std::fs::read_to_string(path)?;
    let mut sentences = Vec::new();
    let mut sentence = Sentence::default();
    for line in text.lines().chain([""]) {
        let word = cells(line).filter(|cells| cells[0].bytes().all(|byte| byte.is_ascii_digit()));
        if let Some(cells) = word {
            let tag = PartOfSpeech::ALL.into_iter().find(|tag| tag.name() == cells[3]).unwrap_or_default();
            sentence.words.push(cells[1].to_owned());
            sentence.tags.push(Choice::one(tag_number(tag, form(cells[5]))));
            sentence.heads.push(Choice::one(cells[6].parse().map_err(io::Error::other)?));
            sentence.relations.push(Choice::one(relation(cells[7]) as usize));
        } else if line.is_empty() && !sentence.words.is_empty() {
            sentence.weight = 1.0;
            sentences.push(std::mem::take(&mut sentence));
        }
    }
    Ok(sentences)
}

/// The columns of a line of CoNLL-U; none where it is a comment or empty.
pub(crate) fn cells(line: &str) -> Option<[&str; 10]> {
    line.split('\t').collect::<Vec<_>>().try_into().ok()
}

/// A relation by its name, without a subtype that is not kept.
fn relation(name: &str) -> Relation {
    let find = |name: &str| Relation::ALL.into_iter().find(|relation| relation.name() == name);
    find(name).or_else(|| find(name.split(':').next()?)).unwrap_or_default()
}

/// A verb's form, from its features.
fn form(features: &str) -> VerbForm {
    let value = |name: &str| features.split('|').find_map(|pair| pair.strip_prefix(name)?.strip_prefix('='));
    match (value("VerbForm"), value("Tense"), value("Mood")) {
        (Some("Inf"), ..) => VerbForm::Infinitive,
        (Some("Part"), Some("Past"), _) => VerbForm::PastParticiple,
        (Some("Part" | "Ger"), ..) => VerbForm::Ing,
        (_, _, Some("Imp")) => VerbForm::Imperative,
        (_, Some("Past"), _) => VerbForm::Past,
        _ => VerbForm::Present,
    }
}

/// A line of the teacher's; see `tools/silver/grammar.py`.
#[derive(Deserialize)]
struct Line {
    words: Vec<String>,
    tags: Vec<Vec<u16>>,
    heads: Vec<Vec<u16>>,
    relations: Vec<Vec<u16>>,
}

/// Reads what the teacher says; at most so many sentences.
///
/// # Errors
/// Where it is absent or broken.
pub(super) fn silver(path: &Path, most: usize, weight: f32) -> io::Result<Vec<Sentence>> {
    let choices = |lists: &[Vec<u16>]| lists.iter().map(|list| Choice::of(list)).collect::<Option<Vec<_>>>();
    let mut sentences = Vec::new();
    for line in io::BufReader::new(File::open(path)?).lines().take(most) {
        // The teacher may be still at work, and its last line be broken.
        let Ok(line) = serde_json::from_str::<Line>(&line?) else { break };
        let columns = [&line.tags, &line.heads, &line.relations].map(|lists| choices(lists));
        let [Some(tags), Some(heads), Some(relations)] = columns else { continue };
        debug_assert!(tags.iter().all(|tag| usize::from(tag.best()) < TAGS));
        sentences.push(Sentence { words: line.words, tags, heads, relations, weight });
    }
    Ok(sentences)
}
