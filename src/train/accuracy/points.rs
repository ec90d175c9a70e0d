//! Key points against human summaries: `ROUGE`, beside the rivals; dangling starts; verbatim or not.

use super::rivals::{self, RIVALS};
use crate::{
    Article, Digest, Models, OffsetUnit, Options, analyze,
    candidate::Candidate,
    digest::Piece,
    train::{
        data, rank,
        rouge::{Reference, Rouge, Vocabulary},
    },
};
use serde::{Deserialize, Serialize};
use std::{fmt::Write as _, fs, io, path::Path};

const NEWS: &str = "summaries/sum_cnn_dev.jsonl";

/// The sets: file, what it is, and how many points its summaries are compared with.
const SETS: &[(&str, &str, usize)] = &[
    (NEWS, "CNN stories and their highlights, 3 points", 3),
    ("summaries/sum_gumopen_dev.jsonl", "GUM: twelve genres, one-sentence summaries, 1 point", 1),
    ("summaries/sum_gumopen_dev.jsonl", "GUM: twelve genres, one-sentence summaries, 3 points", 3),
    ("summaries/sum_gumopen_train.jsonl", "GUM, its training half (not trained on either), 1 point", 1),
    ("summaries/sum_gumopen_train.jsonl", "GUM, its training half (not trained on either), 3 points", 3),
];

#[derive(Deserialize)]
struct Story {
    text: String,
    #[serde(default)]
    title: Option<String>,
    summary: Vec<String>,
}

/// What was measured on a set.
#[derive(Debug, Default)]
pub struct Measured {
    /// Stories.
    pub stories: usize,
    /// The key points' ROUGE.
    pub points: Rouge,
    /// The rivals' ROUGE, by name.
    pub rivals: Vec<(&'static str, Rouge)>,
    /// What a perfect choice of as many points would reach.
    pub oracle: Rouge,
    /// Points counted.
    pub count: usize,
    /// Points that begin with a pronoun or connective.
    pub dangling: usize,
    /// Points that hold something else than the article's text and bracketed names.
    pub altered: usize,
    /// Words of a point, on the average.
    pub words: f64,
    /// For each story its summary, its points and their ROUGE, to be checked with the package itself.
    pub scored: Vec<Scored>,
}

/// A summary and what it was scored with.
#[derive(Debug, Serialize)]
pub struct Scored {
    summary: Vec<String>,
    points: Vec<String>,
    rouge: [f64; 3],
}

/// Measures a file of stories with so many points.
///
/// # Errors
/// Where the file is absent or broken.
pub fn measure(file: &str, points: usize) -> io::Result<Measured> {
    let stories: Vec<Story> = data::read(file)?;
    let mut measured = Measured { stories: stories.len(), ..Measured::default() };
    measured.rivals = RIVALS.iter().map(|(name, _)| (*name, Rouge::default())).collect();
    let options =
        |story: &Story| Options { title: story.title.clone(), ..Options::default().with_points(points as u32) };
    for story in &stories {
        let document = analyze(Article::plain(&story.text), Models::embedded(), &options(story));
        let digest = Digest::new(&document, OffsetUnit::Utf8);
        let mut vocabulary = Vocabulary::default();
        let reference = Reference::new(&story.summary, &mut vocabulary);
        let mut score = |texts: &[&str]| {
            let words: Vec<Vec<u32>> = texts.iter().map(|text| vocabulary.words(text)).collect();
            reference.score(&words.iter().map(Vec::as_slice).collect::<Vec<_>>())
        };
        let texts: Vec<&str> = digest.key_points.iter().map(|point| point.text.as_str()).collect();
        let rouge = score(&texts);
        measured.points += rouge;
        measured.count += texts.len();
        measured.words += texts.iter().map(|text| text.split_whitespace().count() as f64).sum::<f64>();
        measured.dangling += texts.iter().filter(|text| dangles(text)).count();
        measured.altered += digest.key_points.iter().filter(|point| !is_verbatim(&story.text, point)).count();
        measured.scored.push(Scored {
            summary: story.summary.clone(),
            points: texts.iter().map(ToString::to_string).collect(),
            rouge: [rouge.one, rouge.two, rouge.l],
        });
        let (sentences, words) = rivals::sentences(&document);
        for ((_, rival), (_, sum)) in RIVALS.iter().zip(&mut measured.rivals) {
            let chosen: Vec<&str> =
                rivals::best(&rival(&words), points).into_iter().map(|at| sentences[at].as_str()).collect();
            *sum += score(&chosen);
        }
        let case = rank::Case::new(&document, &story.summary);
        measured.oracle += case.rouge(&case.oracle(points));
    }
    measured.words /= measured.count.max(1) as f64;
    measured.points = measured.points.over(stories.len());
    measured.oracle = measured.oracle.over(stories.len());
    measured.rivals.iter_mut().for_each(|(_, rouge)| *rouge = rouge.over(stories.len()));
    Ok(measured)
}

/// Whether a text begins with a pronoun or a connective: told by its first word alone, as a stranger would.
fn dangles(text: &str) -> bool {
    const WORDS: &[&str] = &[
        "he",
        "she",
        "it",
        "they",
        "him",
        "her",
        "his",
        "hers",
        "its",
        "their",
        "them",
        "this",
        "that",
        "these",
        "those",
        "but",
        "and",
        "or",
        "so",
        "however",
        "meanwhile",
        "also",
        "moreover",
        "furthermore",
        "therefore",
        "thus",
        "still",
        "yet",
        "instead",
        "then",
        "nevertheless",
        "besides",
        "additionally",
        "hence",
    ];
    let mut words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.next().is_some_and(|word| WORDS.contains(&word.to_lowercase().as_str()))
}

/// Whether the text is its pieces, and each piece the article's or a name in brackets. Spaces and the first letter's
/// case aside.
fn is_verbatim(text: &str, point: &crate::digest::KeyPoint) -> bool {
    let plain = |text: &str| text.chars().filter(|c| !c.is_whitespace()).collect::<String>().to_lowercase();
    let pieces: String = point
        .pieces
        .iter()
        .map(|piece| match piece {
            Piece::Copied { start, end } => text[*start as usize..*end as usize].to_owned(),
            Piece::Inserted { insert, .. } => insert.clone(),
        })
        .collect();
    plain(&pieces) == plain(&point.text)
}

/// The table of all sets.
///
/// # Errors
/// Where a file is absent or broken.
pub fn table() -> io::Result<String> {
    let mut table = String::from(
        "# Key points\n\n\
         ROUGE F-measures in percent against human summaries: ROUGE-1, ROUGE-2 and summary-level ROUGE-L, with stemming, \
         as Google's `rouge-score` 0.1.2 counts them (`use_stemmer=True`, `rougeLsum`). That is the setting in which the \
         opening of the CNN stories gives the published 31.2 / 11.3 / 28.2. The rivals choose from the same sentences, \
         whole and with their datelines. *Oracle* is the greedy choice of such points with the summary in hand: the most \
         that any choice could reach. `tools/rivals/rouge.py` scores the same points with the package itself: on none of the \
         517 CNN stories does a figure differ by more than 0.0001.\n\n\
         `cargo train accuracy points` makes this page.\n",
    );
    for (file, what, points) in SETS {
        let measured = measure(file, *points)?;
        if *file == NEWS {
            let folder = Path::new("target/rivals");
            fs::create_dir_all(folder)?;
            let lines = measured.scored.iter().map(serde_json::to_string).collect::<Result<Vec<_>, _>>()?;
            fs::write(folder.join("rouge.jsonl"), lines.join("\n"))?;
        }
        let _ = write!(
            table,
            "\n## {what}\n\n`{file}`, {} articles\n\n| | R-1 | R-2 | R-L |\n|---|---|---|---|\n",
            measured.stories
        );
        let mut row = |name: &str, rouge: Rouge| {
            let _ = writeln!(
                table,
                "| {name} | {:.1} | {:.1} | {:.1} |",
                rouge.one * 100.0,
                rouge.two * 100.0,
                rouge.l * 100.0
            );
        };
        row("**Newsgist**", measured.points);
        for (name, rouge) in &measured.rivals {
            row(if *name == "Lead-3" && *points == 1 { "Lead-1" } else { name }, *rouge);
        }
        row("Oracle", measured.oracle);
        let _ = writeln!(
            table,
            "\n{} points of {:.1} words; {} begin with a pronoun or a connective, {} are not verbatim.",
            measured.count, measured.words, measured.dangling, measured.altered
        );
    }
    table.push_str(&calibration()?);
    Ok(table)
}

/// How well salience is calibrated: the sentences of the CNN stories in ten bins of the same size, by salience, and how
/// many in each the greedy oracle's five points hold.
fn calibration() -> io::Result<String> {
    const BINS: usize = 10;
    let stories: Vec<Story> = data::read(NEWS)?;
    let mut sentences: Vec<(f32, bool)> = Vec::new();
    for story in &stories {
        let document = analyze(Article::plain(&story.text), Models::embedded(), &Options::default());
        let case = rank::Case::new(&document, &story.summary);
        let oracle = case.oracle(5);
        let salience = |(body, candidate): (usize, &Candidate)| {
            (document.salience()[candidate.sentence as usize], oracle.contains(&body))
        };
        sentences.extend(case.reading.candidates.iter().enumerate().map(salience));
    }
    sentences.sort_by(|one, other| one.0.total_cmp(&other.0));
    let mut table = String::from(
        "\n## Salience\n\n\
         A sentence's salience is meant as the chance that the best five points hold it, chosen with the summary in hand. The \
         sentences of the CNN stories in ten bins of the same size, by salience:\n\n\
         | sentences | salience, mean | among the five |\n|---|---|---|\n",
    );
    let mut error = 0.0;
    for bin in 0..BINS {
        let bin = &sentences[sentences.len() * bin / BINS..sentences.len() * (bin + 1) / BINS];
        let mean = bin.iter().map(|(salience, _)| f64::from(*salience)).sum::<f64>() / bin.len() as f64;
        let share = bin.iter().filter(|(_, hit)| *hit).count() as f64 / bin.len() as f64;
        error += (mean - share).abs() / BINS as f64;
        let _ = writeln!(table, "| {} | {mean:.3} | {share:.3} |", bin.len());
    }
    let _ = writeln!(table, "\nThe two differ by {error:.3} on the average (expected calibration error).");
    Ok(table)
}

/// How much of the analysis the ranker and the choice of points take: nanoseconds a word, and the share of the whole.
///
/// # Errors
/// Where the data is absent.
pub fn time() -> io::Result<String> {
    use std::time::{Duration, Instant};
    let stories: Vec<Story> = data::read(SETS[0].0)?;
    let options = Options::default();
    let (mut before, mut ranker) = (Duration::MAX, Duration::MAX);
    let mut words = 0;
    // The best of some rounds: other programs on the machine only add.
    for _ in 0..5 {
        let (mut first, mut second) = (Duration::ZERO, Duration::ZERO);
        words = 0;
        for story in &stories {
            words += story.text.split_whitespace().count();
            let start = Instant::now();
            let document =
                crate::pipeline::read_layers(Article::plain(&story.text), Models::embedded(), &options, &mut |_| ());
            first += start.elapsed();
            let start = Instant::now();
            let ranking = crate::rank::Ranking::new(&document, Models::embedded(), &options);
            let (salience, points) =
                (ranking.salience(), crate::point::choose_points(&ranking, Models::embedded(), &options));
            second += start.elapsed();
            assert!(salience.len() >= points.len());
        }
        (before, ranker) = (before.min(first), ranker.min(second));
    }
    let per_word = |time: Duration| time.as_nanos() as f64 / words as f64;
    let share = ranker.as_secs_f64() / (before + ranker).as_secs_f64();
    Ok(format!(
        "layers {:.0} ns a word, ranker and points {:.0} ns a word: {:.0}% of the whole",
        per_word(before),
        per_word(ranker),
        share * 100.0
    ))
}
