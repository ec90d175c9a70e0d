//! How fast the engine is natively: each stage, and the whole from 4 kB to 10 MB.

use crate::{Digest, Models, OffsetUnit, Options, article::Article, pipeline::analyze_with_progress};
use serde::Serialize;
use std::{
    fs, io,
    time::{Duration, Instant},
};

/// The stages in order, each with the progress that the pipeline tells when it ends.
const STAGES: [(&str, f32); 8] = [
    ("tokens", 0.1),
    ("tags and sentences", 0.2),
    ("names", 0.5),
    ("actors", 0.6),
    ("figures", 0.7),
    ("quotes and timeline", 0.8),
    ("salience and key points", 1.0),
    ("digest", f32::INFINITY),
];

/// Rounds of which the fastest counts.
const ROUNDS: usize = 9;

/// What one stage takes.
#[derive(Serialize)]
pub struct Stage {
    name: &'static str,
    microseconds: u128,
    words_a_second: u64,
}

/// What a text of some length takes.
#[derive(Serialize)]
pub struct Size {
    bytes: usize,
    words: u64,
    milliseconds: f64,
    words_a_second: u64,
}

/// All measurements.
#[derive(Serialize)]
pub struct Speed {
    words: u64,
    stages: Vec<Stage>,
    words_a_second: u64,
    sizes: Vec<Size>,
}

/// Measures on the articles of `seeds/articles`, one after the other, and on texts made of them.
///
/// # Errors
/// Where they cannot be read.
pub fn measure() -> io::Result<Speed> {
    let mut paths: Vec<_> = fs::read_dir("seeds/articles")?.flatten().map(|entry| entry.path()).collect();
    paths.sort();
    let articles: Vec<String> = paths.iter().map(fs::read_to_string).collect::<Result<_, _>>()?;
    let words: u64 = articles.iter().map(|text| count(text)).sum();
    let mut best = [Duration::MAX; STAGES.len()];
    let mut best_whole = Duration::MAX;
    for _ in 0..ROUNDS {
        let mut round = [Duration::ZERO; STAGES.len()];
        let begin = Instant::now();
        for article in &articles {
            for (sum, time) in round.iter_mut().zip(read(article)) {
                *sum += time;
            }
        }
        best_whole = best_whole.min(begin.elapsed());
        for (best, time) in best.iter_mut().zip(round) {
            *best = time.min(*best);
        }
    }
    let stages = STAGES.iter().zip(best).map(|(&(name, _), time)| Stage {
        name,
        microseconds: time.as_micros(),
        words_a_second: rate(words, time),
    });
    Ok(Speed { words, stages: stages.collect(), words_a_second: rate(words, best_whole), sizes: sizes(&articles) })
}

fn sizes(articles: &[String]) -> Vec<Size> {
    let all = articles.join("\n\n");
    [4, 32, 256, 1024, 10 * 1024]
        .iter()
        .map(|kilobytes| {
            let mut text = all.repeat(kilobytes * 1024 / all.len() + 1);
            let end = (0..=kilobytes * 1024).rev().find(|&end| text.is_char_boundary(end));
            text.truncate(end.unwrap_or(0));
            let rounds = if *kilobytes > 2000 { 2 } else { ROUNDS };
            let time = (0..rounds).map(|_| read(&text).iter().sum()).min().unwrap_or(Duration::ZERO);
            let words = count(&text);
            Size { bytes: text.len(), words, milliseconds: time.as_secs_f64() * 1e3, words_a_second: rate(words, time) }
        })
        .collect()
}

/// Reads a text; how long each stage took.
fn read(text: &str) -> [Duration; STAGES.len()] {
    let mut times = [Duration::ZERO; STAGES.len()];
    let mut last = Instant::now();
    let document = analyze_with_progress(Article::plain(text), Models::embedded(), &Options::default(), &mut |done| {
        let now = Instant::now();
        let stage = STAGES.iter().position(|&(_, end)| done <= end + 1e-3).unwrap_or(0);
        times[stage] += now - last;
        last = now;
    });
    let digest = Digest::new(&document, OffsetUnit::Utf16);
    std::hint::black_box(&digest);
    times[STAGES.len() - 1] = last.elapsed();
    times
}

fn count(text: &str) -> u64 {
    text.split_whitespace().count() as u64
}

fn rate(words: u64, time: Duration) -> u64 {
    (words as f64 / time.as_secs_f64().max(1e-9)) as u64
}
