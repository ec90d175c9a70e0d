//! Learning: sentences in random order, in small batches, by Adam (Kingma and Ba, 2015).

use super::{
    gold::{Choice, Sentence, silver, treebank},
    net::{Layout, Weights},
};
use crate::{
    Models,
    codec::hash::hash_lower,
    document::Relation,
    syntax::model::FREQUENT_WIDTH,
    syntax::{
        features::{CLUSTER, Manner, RARE, SHAPE, TABLES, WORD, WordRows},
        network::{Block, Sizes, TAGS, arg_max, tag_of},
        tree,
    },
    train::{data, random::Random},
};
use rustc_hash::FxHashMap;
use std::{io, thread, time::Instant};

/// What can be tried without changing the program.
#[derive(Clone, Debug)]
pub struct Settings {
    sizes: Sizes,
    /// The teacher's sentences that are read.
    silver: usize,
    /// How much one of them counts.
    silver_weight: f32,
    /// Times that the treebanks are read in one round.
    gold_rounds: usize,
    rounds: usize,
    /// Sentences of a batch.
    batch: usize,
    rate: f32,
    /// Share of the way from which on weights are the rounded ones.
    round_from: f32,
    /// Share of frequent words that are seen as rare ones.
    dropout: f32,
    /// Bits of the tables' weights, and of the others'.
    bits: [u32; 2],
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            sizes: Sizes {
                words: 3000,
                widths: [32, 16, 16, 8, 8, 8, 4],
                hidden: 96,
                layers: 2,
                arcs: 40,
                relations: 56,
            },
            silver: 1_000_000,
            silver_weight: 1.0,
            gold_rounds: 3,
            rounds: 4,
            batch: 32,
            rate: 0.003,
            round_from: 0.7,
            dropout: 0.05,
            bits: [4, 5],
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
            "words" => self.sizes.words = value.parse()?,
            "widths" => {
                for (width, value) in self.sizes.widths.iter_mut().zip(value.split(',')) {
                    *width = value.parse()?;
                }
            }
            "hidden" => self.sizes.hidden = value.parse()?,
            "layers" => self.sizes.layers = value.parse()?,
            "arcs" => self.sizes.arcs = value.parse()?,
            "relations" => self.sizes.relations = value.parse()?,
            "silver" => self.silver = value.parse()?,
            "silver_weight" => self.silver_weight = value.parse()?,
            "gold_rounds" => self.gold_rounds = value.parse()?,
            "rounds" => self.rounds = value.parse()?,
            "batch" => self.batch = value.parse()?,
            "rate" => self.rate = value.parse()?,
            "round_from" => self.round_from = value.parse()?,
            "dropout" => self.dropout = value.parse()?,
            "bits" => self.bits[0] = value.parse()?,
            "matrix_bits" => self.bits[1] = value.parse()?,
            _ => return Err(format!("no such setting: {name}").into()),
        }
        Ok(())
    }
}

/// A sentence, its words numbered.
struct Example {
    words: Vec<u32>,
    sentence: Sentence,
    manner: Manner,
}

/// Words by number, with their rows.
#[derive(Default)]
struct Vocabulary {
    numbers: FxHashMap<String, u32>,
    rows: Vec<WordRows>,
    counts: FxHashMap<u32, u32>,
}

impl Vocabulary {
    fn example(&mut self, mut sentence: Sentence, counted: bool) -> Example {
        let words = std::mem::take(&mut sentence.words);
        let manner = Manner::of(words.iter().map(String::as_str));
        let known = Models::embedded().words();
        let numbers = words.into_iter().map(|word| {
            if counted {
                *self.counts.entry(hash_lower(&word) >> (32 - FREQUENT_WIDTH)).or_default() += 1;
            }
            let rows = &mut self.rows;
            *self.numbers.entry(word).or_insert_with_key(|word| {
                rows.push(WordRows::new(word, known, |_| None));
                rows.len() as u32 - 1
            })
        });
        Example { words: numbers.collect(), sentence, manner }
    }

    /// Gives the most frequent words rows of their own; gives their hashes, sorted.
    fn choose(&mut self, most: usize) -> Vec<u32> {
        let mut counts: Vec<(u32, u32)> = self.counts.iter().map(|(&hash, &count)| (count, hash)).collect();
        counts.sort_unstable_by(|a, b| b.cmp(a));
        let mut hashes: Vec<u32> = counts.iter().take(most).map(|&(_, hash)| hash).collect();
        hashes.sort_unstable();
        for word in &mut self.rows {
            let place = hashes.binary_search(&(word.lower >> (32 - FREQUENT_WIDTH)));
            word.rows[WORD] = place.map_or(RARE, |place| place as u16 + 1);
        }
        hashes
    }
}

/// Trains a model; gives it packed.
///
/// # Errors
/// Where data are absent.
pub fn train(settings: &Settings) -> io::Result<Vec<u8>> {
    let mut vocabulary = Vocabulary::default();
    let bank = |name: &str| treebank(&data::path(&format!("syntax/{name}.conllu")));
    let mut examples = Vec::new();
    for name in ["ud_ewt_train", "ud_gumopen_train"] {
        examples.extend(bank(name)?.into_iter().map(|sentence| vocabulary.example(sentence, true)));
    }
    let gold = examples.len();
    if settings.silver > 0 {
        let path = data::resources().join("silver/grammar.jsonl");
        let sentences = silver(&path, settings.silver, settings.silver_weight)?;
        examples.extend(sentences.into_iter().map(|sentence| vocabulary.example(sentence, true)));
    }
    let mut dev = Vec::new();
    for name in ["ud_ewt_dev", "ud_gumopen_dev"] {
        let examples: Vec<Example> =
            bank(name)?.into_iter().map(|sentence| vocabulary.example(sentence, false)).collect();
        dev.push((name, examples));
    }
    let mut sizes = settings.sizes;
    let frequent = vocabulary.choose(sizes.words - 1);
    sizes.words = frequent.len() + 1;
    let words: usize = examples.iter().map(|example| example.words.len()).sum();
    println!("{gold} sentences of treebanks, {} of the teacher's, {words} words", examples.len() - gold);

    let layout = Layout::new(sizes);
    println!("{} weights", layout.len());
    let mut random = Random(1);
    let mut parameters = layout.random(&mut || random.share());
    let mut adam = Adam::new(layout.len());
    let mut order: Vec<usize> = (0..settings.gold_rounds).flat_map(|_| 0..gold).chain(gold..examples.len()).collect();
    let batches = order.len().div_ceil(settings.batch);
    let total = batches * settings.rounds;
    let mut steps: Option<Vec<u32>> = None;
    let begun = Instant::now();
    let mut done = 0;
    for round in 0..settings.rounds {
        random.shuffle(&mut order);
        let mut loss = 0.0;
        for batch in order.chunks(settings.batch) {
            let way = done as f32 / total as f32;
            if way >= settings.round_from && steps.is_none() {
                steps = Some(fractions(&layout, &parameters, settings.bits));
            }
            let values = match &steps {
                Some(steps) => rounded(&layout, &parameters, steps, settings.bits),
                None => parameters.clone(),
            };
            let weights = Weights::new(&layout, values);
            let seeds: Vec<(usize, u64)> = batch.iter().map(|&at| (at, random.next())).collect();
            let mut words = 0.0;
            for &at in batch {
                words += examples[at].words.len() as f32;
            }
            // Two halves, always: the sum is the same however many cores there are.
            let half = seeds.len().div_ceil(2);
            let run = |seeds: &[(usize, u64)]| {
                let mut gradient = vec![0.0; layout.len()];
                let mut loss = 0.0;
                for &(at, seed) in seeds {
                    let example = &examples[at];
                    let rows = rows(example, &vocabulary, Some((Random(seed), settings.dropout)));
                    loss += weights.learn(&rows, &example.sentence, &mut gradient);
                }
                (gradient, loss)
            };
            let (mut gradient, other) = thread::scope(|scope| {
                let second = scope.spawn(|| run(&seeds[half..]));
                (run(&seeds[..half]), second.join().expect("a half"))
            });
            loss += (gradient.1 + other.1) / words;
            gradient.0.iter_mut().zip(&other.0).for_each(|(a, b)| *a = (*a + b) / words);
            let warm = (done as f32 / 500.0).min(1.0);
            adam.step(&mut parameters, &gradient.0, settings.rate * warm * (1.0 - way).max(0.01));
            done += 1;
            if done % 1000 == 0 {
                println!(
                    "{done}/{total} loss {:.4} {:.0} s",
                    loss / ((done - 1) % batches + 1) as f32,
                    begun.elapsed().as_secs_f32()
                );
            }
        }
        let values = match &steps {
            Some(steps) => rounded(&layout, &parameters, steps, settings.bits),
            None => parameters.clone(),
        };
        let weights = Weights::new(&layout, values);
        println!("round {round}: loss {:.4}, {:.0} s", loss / batches as f32, begun.elapsed().as_secs_f32());
        for (name, examples) in &dev {
            println!("{name}: {}", measure(&weights, examples, &vocabulary));
        }
    }
    let steps = steps.unwrap_or_else(|| fractions(&layout, &parameters, settings.bits));
    Ok(pack(&layout, &parameters, &steps, settings.bits, &frequent))
}

/// The rows of a sentence's words; while learning, some are hidden and some sentences are written otherwise.
fn rows(example: &Example, vocabulary: &Vocabulary, learning: Option<(Random, f32)>) -> Vec<[u16; TABLES]> {
    let mut manner = example.manner;
    let mut words: Vec<WordRows> = example.words.iter().map(|&word| vocabulary.rows[word as usize]).collect();
    if let Some((mut random, dropout)) = learning {
        for word in &mut words {
            if random.share() < dropout {
                word.rows[WORD] = RARE;
            }
            if random.share() < dropout {
                word.rows[CLUSTER] = 0;
            }
        }
        let letters = |word: &&mut WordRows| (6..=13).contains(&word.rows[SHAPE]);
        match random.below(50) {
            0 => {
                manner = Manner::Capitals;
                words.iter_mut().filter(letters).for_each(|word| word.rows[SHAPE] = 11);
            }
            1 => {
                manner = Manner::Headline;
                words.iter_mut().filter(letters).for_each(|word| word.rows[SHAPE] = 12);
            }
            2 => words.iter_mut().filter(letters).for_each(|word| word.rows[SHAPE] = 6),
            _ => {}
        }
    }
    words.iter().enumerate().map(|(at, word)| word.at(at == 0, manner)).collect()
}

/// Parts of speech, heads, and heads with relations that are right.
fn measure(weights: &Weights, examples: &[Example], vocabulary: &Vocabulary) -> String {
    let (mut words, mut right) = (0_usize, [0_usize; 3]);
    for example in examples {
        let rows = rows(example, vocabulary, None);
        let count = rows.len();
        let scores = weights.scores(&rows);
        let heads = tree::heads(&scores.heads, count);
        for at in 0..count {
            let tag = arg_max(&scores.tags[at * TAGS..][..TAGS]);
            let gold = |choices: &[Choice]| usize::from(choices[at].best());
            let golden = gold(&example.sentence.relations);
            let head = heads[at] as usize;
            let found = if head == at { 0 } else { head + 1 };
            let relation = match found {
                0 => Relation::Root as usize,
                _ => arg_max(&weights.relations(&scores, at, head)),
            };
            let whole = |relation: usize| Relation::ALL[relation].universal();
            words += 1;
            right[0] += usize::from(tag_of(tag).0 == tag_of(gold(&example.sentence.tags)).0);
            let same = found == gold(&example.sentence.heads);
            right[1] += usize::from(same);
            right[2] += usize::from(same && whole(relation) == whole(golden));
        }
    }
    let [upos, uas, las] = right.map(|right| right as f32 / words as f32 * 100.0);
    format!("UPOS {upos:.2} UAS {uas:.2} LAS {las:.2}")
}

struct Adam {
    first: Vec<f32>,
    second: Vec<f32>,
    steps: i32,
}

impl Adam {
    fn new(count: usize) -> Self {
        Self { first: vec![0.0; count], second: vec![0.0; count], steps: 0 }
    }

    fn step(&mut self, parameters: &mut [f32], gradient: &[f32], rate: f32) {
        const DECAY: [f32; 2] = [0.9, 0.99];
        self.steps += 1;
        let [first, second] = DECAY.map(|decay| 1.0 - decay.powi(self.steps));
        let moments = self.first.iter_mut().zip(&mut self.second);
        for ((parameter, &gradient), (mean, square)) in parameters.iter_mut().zip(gradient).zip(moments) {
            *mean += (1.0 - DECAY[0]) * (gradient - *mean);
            *square += (1.0 - DECAY[1]) * (gradient * gradient - *square);
            *parameter -= rate * (*mean / first) / ((*square / second).sqrt() + 1e-8);
        }
    }
}

fn most_of(block: Block, bits: [u32; 2]) -> i32 {
    let bits = match block {
        Block::Table(_) => bits[0],
        // Few, and all sums begin with them.
        _ if matches!(
            block,
            Block::InputBias
                | Block::LayerBias(_)
                | Block::TagBias
                | Block::ArcBias
                | Block::RelationBias
                | Block::RelationOutBias
        ) =>
        {
            8
        }
        _ => bits[1],
    };
    (1 << (bits - 1)) - 1
}

/// For each block, bits behind the point with which its rounded weights are nearest.
fn fractions(layout: &Layout, parameters: &[f32], bits: [u32; 2]) -> Vec<u32> {
    let error = |values: &[f32], fraction: u32, most: i32| -> f64 {
        values
            .iter()
            .map(|&value| f64::from(value - round(value, fraction, most) as f32 / (1 << fraction) as f32).powi(2))
            .sum()
    };
    let of = |block: Block| {
        let values = &parameters[layout.range(block)];
        let most = most_of(block, bits);
        (0..9).min_by(|&a, &b| error(values, a, most).total_cmp(&error(values, b, most))).unwrap_or_default()
    };
    Block::all(&layout.sizes).map(of).collect()
}

fn round(value: f32, fraction: u32, most: i32) -> i32 {
    ((value * (1 << fraction) as f32).round() as i32).clamp(-most, most)
}

fn rounded(layout: &Layout, parameters: &[f32], fractions: &[u32], bits: [u32; 2]) -> Vec<f32> {
    let mut values = parameters.to_vec();
    for (block, &fraction) in Block::all(&layout.sizes).zip(fractions) {
        let most = most_of(block, bits);
        for value in &mut values[layout.range(block)] {
            *value = round(*value, fraction, most) as f32 / (1 << fraction) as f32;
        }
    }
    values
}

fn pack(layout: &Layout, parameters: &[f32], fractions: &[u32], bits: [u32; 2], frequent: &[u32]) -> Vec<u8> {
    let blocks: Vec<(u8, Vec<i8>)> = Block::all(&layout.sizes)
        .zip(fractions)
        .map(|(block, &fraction)| {
            let most = most_of(block, bits);
            let values = parameters[layout.range(block)].iter().map(|&value| round(value, fraction, most) as i8);
            (fraction as u8, values.collect())
        })
        .collect();
    crate::syntax::model::pack(&layout.sizes, frequent, &blocks)
}
