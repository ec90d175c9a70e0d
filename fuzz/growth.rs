//! How the engine's work grows with the length of hostile texts, and what memory it takes: `make growth`.
//!
//! Work is counted in two ways. Steps are the basic blocks of our own code that are run, counted by the compiler's
//! coverage calls: the same number on every run and every machine. Processor time also covers what steps cannot see,
//! the standard library's searching and copying. Both are compared per byte between a text and one eight times as
//! long: a reader that is linear keeps them level, one that is quadratic multiplies them by eight.

#[path = "../tests/hostile/families.rs"]
mod families;

use newsgist::{Article, Digest, Format, Models, OffsetUnit, Options, analyze, export};
use std::{
    alloc::{GlobalAlloc, Layout, System},
    hint::black_box,
    process::ExitCode,
    sync::atomic::{AtomicU64, Ordering::Relaxed},
    time::Duration,
};

/// Basic blocks run so far.
static STEPS: AtomicU64 = AtomicU64::new(0);
/// Bytes of the heap in use, and the most there have been.
static HEAP: AtomicU64 = AtomicU64::new(0);
static PEAK: AtomicU64 = AtomicU64::new(0);

/// Called by the code that the compiler puts into each basic block.
#[unsafe(no_mangle)]
extern "C" fn __sanitizer_cov_trace_pc() {
    STEPS.store(STEPS.load(Relaxed) + 1, Relaxed);
}

/// Counts what is asked for; one thread only.
struct Counting;

#[global_allocator]
static ALLOCATOR: Counting = Counting;

// SAFETY: every call is handed on as it is.
unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        let heap = HEAP.load(Relaxed) + layout.size() as u64;
        HEAP.store(heap, Relaxed);
        PEAK.store(PEAK.load(Relaxed).max(heap), Relaxed);
        unsafe { System.alloc(layout) }
    }

    unsafe fn dealloc(&self, pointer: *mut u8, layout: Layout) {
        HEAP.store(HEAP.load(Relaxed) - layout.size() as u64, Relaxed);
        unsafe { System.dealloc(pointer, layout) }
    }

    unsafe fn realloc(&self, pointer: *mut u8, layout: Layout, size: usize) -> *mut u8 {
        let heap = HEAP.load(Relaxed) + size as u64 - layout.size() as u64;
        HEAP.store(heap, Relaxed);
        PEAK.store(PEAK.load(Relaxed).max(heap), Relaxed);
        unsafe { System.realloc(pointer, layout, size) }
    }
}

/// The shorter of the two lengths that are compared, in kilobytes, where `GROWTH_KB` does not say another.
const SHORT: usize = 8;
const TIMES: usize = 8;
/// What work per byte may grow by, from the short text to the long one. Sorting and hash tables that fall out of the
/// cache are no more than that.
const STEPS_GROW: f64 = 1.5;
const TIME_GROWS: f64 = 3.0;
/// Times below this are all noise.
const NOISE: Duration = Duration::from_millis(40);

/// What one reading took.
#[derive(Clone, Copy)]
struct Work {
    steps: u64,
    time: Duration,
    /// Bytes of the heap beyond the text itself.
    peak: u64,
}

fn work(text: &str, format: Format, options: &Options) -> Work {
    let (steps, begin, heap) = (STEPS.load(Relaxed), processor_time(), HEAP.load(Relaxed));
    PEAK.store(heap, Relaxed);
    let document = analyze(Article::read(text, format), Models::embedded(), options);
    let digest = Digest::new(&document, OffsetUnit::Utf16);
    black_box(export::to_json(&digest));
    black_box(export::to_json_ld(&digest));
    black_box(export::to_markdown(&digest));
    black_box(export::to_csv(&digest));
    Work { steps: STEPS.load(Relaxed) - steps, time: processor_time() - begin, peak: PEAK.load(Relaxed) - heap }
}

fn main() -> ExitCode {
    let only = std::env::args().nth(1).unwrap_or_default();
    let short = std::env::var("GROWTH_KB").ok().and_then(|kilobytes| kilobytes.parse().ok()).unwrap_or(SHORT);
    let long = TIMES * short;
    let mut families = families::families();
    families.retain(|(name, _)| name.contains(&only));
    work("Jane Doe went home.", Format::Plain, &Options::default());
    let every = Options::default().with_share(1.0);
    let mut worst: Vec<(f64, f64, f64, f64, String)> = Vec::new();
    let mut failed = 0;
    for (name, shape) in &families {
        let (short, long) = (shape.text(short << 10), shape.text(long << 10));
        for (how, format, options) in [
            ("plain", Format::Plain, &Options::default()),
            ("plain, every point", Format::Plain, &every),
            ("Markdown", Format::Markdown, &Options::default()),
            ("HTML", Format::Html, &Options::default()),
        ] {
            let (one, other) = (work(&short, format, options), work(&long, format, options));
            let scale = long.len() as f64 / short.len() as f64;
            let steps = other.steps as f64 / one.steps.max(1) as f64 / scale;
            let time = other.time.as_secs_f64() / one.time.as_secs_f64().max(1e-9) / scale;
            let grows = steps > STEPS_GROW || (time > TIME_GROWS && other.time > NOISE);
            let nanoseconds = other.time.as_nanos() as f64 / long.len() as f64;
            let peak = other.peak as f64 / long.len() as f64;
            if grows {
                failed += 1;
                println!("GROWS {how}: {name}: steps a byte × {steps:.2}, time a byte × {time:.2} ({:?})", other.time);
            }
            worst.push((steps, time, nanoseconds, peak, format!("{how}: {name}")));
        }
    }
    println!("{} texts of {long} kB against {short} kB; {failed} grow faster than their length", worst.len());
    let mut table = |title: &str, key: fn(&(f64, f64, f64, f64, String)) -> f64| {
        worst.sort_by(|one, other| key(other).total_cmp(&key(one)));
        println!("\n{title}\n\n| growth of steps a byte | growth of time a byte | ns a byte | heap bytes a byte | text |\n|---|---|---|---|---|");
        for (steps, time, nanoseconds, peak, name) in worst.iter().take(8) {
            println!("| {steps:.2} | {time:.2} | {nanoseconds:.0} | {peak:.0} | {} |", name.replace('|', "\\|"));
        }
    };
    table("Steps grow most", |row| row.0);
    table("Slowest", |row| row.2);
    table("Most memory", |row| row.3);
    if failed == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// How long this thread has run.
fn processor_time() -> Duration {
    let mut time = libc::timespec { tv_sec: 0, tv_nsec: 0 };
    // SAFETY: the call writes to `time` and nowhere else.
    unsafe { libc::clock_gettime(libc::CLOCK_THREAD_CPUTIME_ID, &raw mut time) };
    Duration::new(time.tv_sec as u64, time.tv_nsec as u32)
}
