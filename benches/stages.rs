//! Words a second: the whole analysis of the sample articles, its growth with the text's length, and the digest.
//!
//! `cargo bench`; the throughput unit "elements" is words.
#![allow(missing_docs, reason = "criterion's macros make public items")]

use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use newsgist::{Article, Digest, Lexicon, Models, OffsetUnit, Options, analyze};
use std::{fs, hint::black_box};

/// All sample articles as one text.
fn samples() -> String {
    let mut paths: Vec<_> =
        fs::read_dir("seeds/articles").into_iter().flatten().flatten().map(|entry| entry.path()).collect();
    paths.sort();
    paths.iter().flat_map(fs::read_to_string).collect::<Vec<_>>().join("\n\n")
}

fn words(text: &str) -> u64 {
    text.split_whitespace().count() as u64
}

/// One article of about 400 words, as the budget has it.
fn one_article(criterion: &mut Criterion) {
    let text = fs::read_to_string("seeds/articles/03-rate-decision.md").unwrap_or_default();
    let mut group = criterion.benchmark_group("one article");
    group.throughput(Throughput::Elements(words(&text)));
    let options = Options::default();
    group.bench_function("analyze", |bencher| {
        bencher.iter(|| analyze(Article::plain(black_box(&text)), Models::embedded(), &options));
    });
    let document = analyze(Article::plain(&text), Models::embedded(), &options);
    group.bench_function("digest", |bencher| {
        bencher.iter(|| Digest::new(black_box(&document), OffsetUnit::Utf16));
    });
}

/// Time has to grow with the text and no faster: from 4 kB to 1 MB.
fn growth(criterion: &mut Criterion) {
    let samples = samples();
    let mut group = criterion.benchmark_group("growth");
    group.sample_size(10);
    for kilobytes in [4, 32, 256, 1024] {
        let mut text = samples.repeat(kilobytes * 1024 / samples.len().max(1) + 1);
        text.truncate((0..=kilobytes * 1024).rev().find(|&end| text.is_char_boundary(end)).unwrap_or(0));
        group.throughput(Throughput::Elements(words(&text)));
        group.bench_with_input(BenchmarkId::from_parameter(format!("{kilobytes} kB")), &text, |bencher, text| {
            bencher.iter(|| analyze(Article::plain(black_box(text)), Models::embedded(), &Options::default()));
        });
    }
}

fn start_up(criterion: &mut Criterion) {
    let data: &'static [u8] = include_bytes!("../src/lexicon/data.bin");
    criterion.bench_function("unpack the lexicon", |bencher| bencher.iter(|| Lexicon::unpack(black_box(data))));
}

criterion_group!(benches, one_article, growth, start_up);
criterion_main!(benches);
