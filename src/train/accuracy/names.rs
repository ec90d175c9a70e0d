//! Names on untouched text: strict spans and kinds of persons, organisations and places, from the whole pipeline.

use super::Counts;
use crate::{
    Article, Lexicon, Options,
    actor::ActorKind,
    analyze,
    name::MentionForm,
    text::Span,
    train::names::corpus::{self, Labelled, normal},
};
use std::{collections::BTreeSet, fmt::Write, io};

/// A name as it is compared: titles, "the" and possessives are left out on both sides.
type Name = (Span, ActorKind);

/// The three kinds that are scored.
pub const KINDS: [ActorKind; 3] = [ActorKind::Person, ActorKind::Organization, ActorKind::Place];

/// Counts by kind, and for all.
#[derive(Clone, Copy, Debug, Default)]
pub struct Scores {
    /// Span and kind right.
    pub all: Counts,
    /// By kind, in the order of [`KINDS`].
    pub kinds: [Counts; 3],
    /// The same where the kind does not count.
    pub spans: Counts,
}

impl Scores {
    fn add(&mut self, found: &BTreeSet<Name>, gold: &BTreeSet<Name>) {
        self.all += Counts { right: found.intersection(gold).count(), found: found.len(), gold: gold.len() };
        for (counts, kind) in self.kinds.iter_mut().zip(KINDS) {
            let of = |names: &BTreeSet<Name>| -> BTreeSet<Name> {
                names.iter().filter(|name| name.1 == kind).copied().collect()
            };
            let (found, gold) = (of(found), of(gold));
            *counts += Counts { right: found.intersection(&gold).count(), found: found.len(), gold: gold.len() };
        }
        let spans = |names: &BTreeSet<Name>| -> BTreeSet<Span> { names.iter().map(|name| name.0).collect() };
        let (found, gold) = (spans(found), spans(gold));
        self.spans += Counts { right: found.intersection(&gold).count(), found: found.len(), gold: gold.len() };
    }
}

/// Scores what `find` finds.
pub fn score(articles: &[Labelled], find: impl Fn(&str) -> Vec<Name>) -> Scores {
    let mut scores = Scores::default();
    for article in articles {
        let normalize = |names: Vec<Name>| -> BTreeSet<Name> {
            names
                .into_iter()
                .filter(|(_, kind)| KINDS.contains(kind))
                .map(|(span, kind)| (normal(&article.text, span, kind), kind))
                .collect()
        };
        scores.add(&normalize(find(&article.text)), &normalize(article.names.clone()));
    }
    scores
}

/// The names in the digest's actors.
pub fn engine(text: &str) -> Vec<Name> {
    let document = analyze(Article::plain(text), Lexicon::embedded(), &Options::default());
    let mentions = document.actors().iter().flat_map(|actor| &actor.mentions);
    mentions.filter(|mention| mention.form == MentionForm::Name).map(|mention| (mention.span, mention.kind)).collect()
}

/// The table.
pub(super) fn table() -> io::Result<String> {
    let mut out =
        String::from("| set | all | person | organisation | place | kind not counted |\n|---|---|---|---|---|---|\n");
    for set in ["names/ner_uner_pud_test", "names/ner_gumopen_dev"] {
        let scores = score(&corpus::gold(&format!("{set}.jsonl"))?, engine);
        let mut cells: Vec<String> = Vec::new();
        for counts in std::iter::once(scores.all).chain(scores.kinds).chain([scores.spans]) {
            cells.push(format!("{:.3} ({:.2}/{:.2})", counts.f1(), counts.precision(), counts.recall()));
        }
        writeln!(out, "| {set} | {} |", cells.join(" | ")).map_err(io::Error::other)?;
    }
    Ok(out)
}
