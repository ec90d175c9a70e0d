//! Names on untouched text: strict spans and kinds of persons, organisations and places, from the whole pipeline.

use super::Counts;
use crate::{
    Article, Models, Options, analyze,
    document::{ActorKind, MentionForm},
    text::Span,
    train::names::corpus::{self, Labelled, normal},
};
use std::{
    collections::{BTreeMap, BTreeSet},
    fmt::Write,
    fs, io,
    path::Path,
};

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
    let document = analyze(Article::verbatim(text), Models::embedded(), &Options::default());
    let mentions = document.actors().iter().flat_map(|actor| &actor.mentions);
    mentions.filter(|mention| mention.form == MentionForm::Name).map(|mention| (mention.span, mention.kind)).collect()
}

/// Files of rivals' labels over a set's texts, and which of the file's programs each is.
const RIVALS: &[(&str, &str, usize)] =
    &[("spaCy medium", "spacy", 0), ("spaCy small", "spacy", 1), ("compromise", "compromise", 0)];

/// The table. The texts go to `target/rivals`, where the scripts of `tools` label them for the rivals' rows.
pub(super) fn table() -> io::Result<String> {
    let folder = Path::new("target/rivals");
    fs::create_dir_all(folder)?;
    let mut out = String::from(HEAD);
    for set in ["ner_uner_pud_test", "ner_gumopen_dev"] {
        let articles = corpus::gold(&format!("names/{set}.jsonl"))?;
        let texts: Vec<String> =
            articles.iter().map(|article| serde_json::json!({ "text": article.text }).to_string()).collect();
        fs::write(folder.join(format!("{set}.jsonl")), texts.join("\n") + "\n")?;
        row(&mut out, set, "Newsgist", &score(&articles, engine));
        for &(rival, file, program) in RIVALS {
            let path = folder.join(format!("{set}.{file}.jsonl"));
            if !path.exists() {
                continue;
            }
            let labels: BTreeMap<&str, Vec<Name>> =
                articles.iter().map(|article| article.text.as_str()).zip(corpus::labels_of(&path, program)?).collect();
            row(&mut out, set, rival, &score(&articles, |text| labels.get(text).cloned().unwrap_or_default()));
        }
    }
    Ok(out)
}

fn row(out: &mut String, set: &str, who: &str, scores: &Scores) {
    let cells = std::iter::once(scores.all).chain(scores.kinds).chain([scores.spans]);
    let cells: Vec<String> =
        cells.map(|counts| format!("{:.3} ({:.2}/{:.2})", counts.f1(), counts.precision(), counts.recall())).collect();
    _ = writeln!(out, "| {set} | {who} | {} |", cells.join(" | "));
}

const HEAD: &str = "\
# Names

Strict F1 (precision/recall): first and last character and the kind have to be right. Persons, organisations and places
on untouched text, put together from the sets' tokens with the spaces that English has; titles, \"the\" and possessives are
left out on both sides. The engine's names are the name mentions of the digest's actors.

    cargo train accuracy names

The rivals' rows stand here where their labels lie in `target/rivals`: run the command once for the texts, then for each set

    python tools/rivals/spacy_names.py MD_FOLDER target/rivals/SET.jsonl target/rivals/SET.spacy.jsonl
    node tools/rivals/compromise.mjs target/rivals/SET.jsonl target/rivals/SET.compromise.jsonl

and the command again.

| set | program | all | person | organisation | place | kind not counted |
|---|---|---|---|---|---|---|
";
