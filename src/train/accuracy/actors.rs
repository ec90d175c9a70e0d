//! Actors: are the right names put together, and do those that people put in summaries come first?
//!
//! Measured on the coreference and salience annotation of GUM (Zeldes, 2017).

use super::Counts;
use crate::{
    Article, Document, Models, Options, analyze,
    document::{ActorKind, MentionForm},
    text::Span,
    train::{data, names::corpus::normal},
};
use serde::Deserialize;
use std::{collections::BTreeMap, fmt::Write, io};

/// A document of `actors/`.
#[derive(Deserialize)]
pub struct Gold {
    /// Its name.
    pub id: String,
    sentences: Vec<GoldSentence>,
    clusters: Vec<Cluster>,
}

#[derive(Deserialize)]
struct GoldSentence {
    tokens: Vec<String>,
    text: String,
    par: i64,
}

#[derive(Deserialize)]
struct Cluster {
    etype: String,
    salience_0_5: i64,
    named: bool,
    mentions: Vec<GoldMention>,
}

#[derive(Deserialize)]
struct GoldMention {
    sent: usize,
    start: usize,
    end: usize,
    #[serde(default)]
    proper: bool,
    #[serde(default)]
    pronoun: bool,
}

/// What was counted.
#[derive(Clone, Copy, Debug, Default)]
pub struct Scores {
    /// Pairs of names that mean the same, among names that both sides see.
    pub pairs: Counts,
    /// Named persons, organisations and places that three or more of five summaries name, and how many of them are
    /// among the first five actors.
    pub salient: Counts,
    /// Pronouns that were given an actor whose name can be checked, and how many rightly; `gold` counts all third
    /// persons that mean such an actor.
    pub pronouns: Counts,
    /// The same for "the president".
    pub nominals: Counts,
}

/// Reads documents and scores the engine on them.
pub fn score(documents: &[Gold]) -> Scores {
    let mut scores = Scores::default();
    for gold in documents {
        let (text, offsets) = gold.text();
        let document = analyze(Article::verbatim(&text), Models::embedded(), &Options::default());
        add(gold, &text, &offsets, &document, &mut scores);
    }
    scores
}

impl Gold {
    /// For each cluster, in how many of five summaries it is; none where it is not named, or no kind that is scored.
    pub(crate) fn salience(&self) -> Vec<Option<i64>> {
        let scored = |cluster: &Cluster| matches!(cluster.etype.as_str(), "person" | "organization" | "place");
        self.clusters.iter().map(|it| (it.named && scored(it)).then_some(it.salience_0_5)).collect()
    }

    /// The running text, and where each sentence's tokens stand in it.
    fn text(&self) -> (String, Vec<Vec<Span>>) {
        let mut text = String::new();
        let mut offsets = Vec::new();
        for (index, sentence) in self.sentences.iter().enumerate() {
            if index > 0 {
                text.push_str(if sentence.par == self.sentences[index - 1].par { " " } else { "\n\n" });
            }
            let base = text.len();
            text.push_str(&sentence.text);
            let mut at = 0;
            let spans = sentence.tokens.iter().map(|token| {
                let start = sentence.text[at..].find(token.as_str()).map_or(at, |found| at + found);
                at = (start + token.len()).min(sentence.text.len());
                Span::from_range(base + start..base + at)
            });
            offsets.push(spans.collect());
        }
        (text, offsets)
    }
}

/// A document's text, and the cluster of each name in it, by the name's place.
pub(crate) fn names_of(gold: &Gold) -> (String, BTreeMap<Span, usize>) {
    let kinds = [("person", ActorKind::Person), ("organization", ActorKind::Organization), ("place", ActorKind::Place)];
    let (text, offsets) = gold.text();
    let mut names = BTreeMap::new();
    for (index, cluster) in gold.clusters.iter().enumerate() {
        let Some((_, kind)) = kinds.iter().find(|(etype, _)| *etype == cluster.etype) else { continue };
        for mention in cluster.mentions.iter().filter(|mention| mention.proper && !mention.pronoun) {
            let tokens = offsets[mention.sent].get(mention.start..mention.end).unwrap_or_default();
            if let (Some(first), Some(last)) = (tokens.first(), tokens.last()) {
                names.insert(normal(&text, first.cover(*last), *kind), index);
            }
        }
    }
    (text, names)
}

fn add(gold: &Gold, text: &str, offsets: &[Vec<Span>], document: &Document, scores: &mut Scores) {
    let kinds = [("person", ActorKind::Person), ("organization", ActorKind::Organization), ("place", ActorKind::Place)];
    // Every gold mention's cluster; a name is compared without titles and the like.
    let mut clusters: BTreeMap<Span, usize> = BTreeMap::new();
    let mut names: BTreeMap<Span, usize> = BTreeMap::new();
    for (index, cluster) in gold.clusters.iter().enumerate() {
        let Some((_, kind)) = kinds.iter().find(|(etype, _)| *etype == cluster.etype) else { continue };
        for mention in &cluster.mentions {
            let Some(tokens) = offsets[mention.sent].get(mention.start..mention.end).filter(|it| !it.is_empty()) else {
                continue;
            };
            let span = tokens[0].cover(tokens[tokens.len() - 1]);
            clusters.insert(normal(text, span, ActorKind::Place), index);
            if mention.proper && !mention.pronoun {
                names.insert(normal(text, span, *kind), index);
            }
        }
    }
    // Names that both see, with the engine's actor and the gold cluster.
    let mut both: Vec<(usize, usize)> = Vec::new();
    for (actor, found) in document.actors().iter().enumerate() {
        for mention in found.mentions.iter().filter(|mention| mention.form == MentionForm::Name) {
            if let Some(&cluster) = names.get(&normal(text, mention.span, found.kind)) {
                both.push((actor, cluster));
            }
        }
    }
    for (at, a) in both.iter().enumerate() {
        for b in &both[at + 1..] {
            let (found, right) = (a.0 == b.0, a.1 == b.1);
            scores.pairs += Counts { right: (found && right).into(), found: found.into(), gold: right.into() };
        }
    }
    for (index, cluster) in gold.clusters.iter().enumerate() {
        if !cluster.named || cluster.salience_0_5 < 3 || !kinds.iter().any(|(etype, _)| *etype == cluster.etype) {
            continue;
        }
        let hit = document.actors().iter().take(5).any(|actor| {
            actor.mentions.iter().any(|mention| names.get(&normal(text, mention.span, actor.kind)) == Some(&index))
        });
        scores.salient += Counts { right: hit.into(), found: 1, gold: 1 };
    }
    // A pronoun is right where its actor's names are mostly of its cluster.
    for actor in document.actors() {
        let mut votes: BTreeMap<usize, usize> = BTreeMap::new();
        for mention in actor.mentions.iter().filter(|mention| mention.form == MentionForm::Name) {
            if let Some(&cluster) = names.get(&normal(text, mention.span, actor.kind)) {
                *votes.entry(cluster).or_default() += 1;
            }
        }
        let Some((&meant, _)) = votes.iter().max_by_key(|(_, count)| **count) else { continue };
        for mention in &actor.mentions {
            let counts = match mention.form {
                MentionForm::Name => continue,
                MentionForm::Nominal => &mut scores.nominals,
                MentionForm::Pronoun => &mut scores.pronouns,
            };
            // Gold nominals begin with "the", and may go on behind the noun.
            let span = normal(text, mention.span, ActorKind::Place);
            let cluster = clusters.get(&span).or_else(|| {
                let longer = clusters.iter().find(|(gold, _)| gold.start() == span.start() && gold.contains(span));
                longer.map(|(_, cluster)| cluster)
            });
            let right = cluster == Some(&meant);
            *counts += Counts { right: right.into(), found: 1, gold: 0 };
        }
    }
    for (index, cluster) in gold.clusters.iter().enumerate() {
        if names.values().any(|&named| named == index) {
            let gold = cluster.mentions.iter().filter(|mention| mention.pronoun).count();
            scores.pronouns += Counts { right: 0, found: 0, gold };
        }
    }
}

/// The table.
pub(super) fn table() -> io::Result<String> {
    let mut out = String::from(
        "# Actors\n\nOn the documents of GUM with coreference and salience. *Put together*: pairs of names that mean the same, among \
         names that both sides see. *Salient*: named persons, organisations and places that three or more of five summaries \
         name and that are among the first five actors. Pronouns and nominals: the share that is right, and how many were \
         given. The training documents were looked at while the rules were written.\n\n    \
         cargo train accuracy actors\n\n\
         | set | names put together, pairwise F1 | salient ones among the first five | pronouns: precision, given | nominals: precision, given |\n|---|---|---|---|---|\n",
    );
    for set in ["actors/coref_gumopen_train", "actors/coref_gumopen_dev"] {
        let scores = score(&data::read(&format!("{set}.jsonl"))?);
        writeln!(
            out,
            "| {set} | {:.3} ({:.2}/{:.2}) | {:.3} of {} | {:.3}, {} | {:.3}, {} |",
            scores.pairs.f1(),
            scores.pairs.precision(),
            scores.pairs.recall(),
            scores.salient.recall(),
            scores.salient.gold,
            scores.pronouns.precision(),
            scores.pronouns.found,
            scores.nominals.precision(),
            scores.nominals.found,
        )
        .map_err(io::Error::other)?;
    }
    Ok(out)
}
