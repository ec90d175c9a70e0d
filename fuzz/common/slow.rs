//! A bound on time per byte: an input that takes a hundred times what others do is a finding, as a crash is.

use std::time::Duration;

/// What any input may take, and each of its bytes: a hundred times the usual, with the checks and the counters of
/// coverage in it. Processor time, so that a busy machine finds nothing.
const BASE: Duration = Duration::from_millis(20);
const PER_BYTE: Duration = Duration::from_micros(100);

/// Runs `work`; panics where it took more than `len` bytes may.
pub(crate) fn bounded(len: usize, work: impl FnOnce()) {
    newsgist::Models::embedded();
    let begin = processor_time();
    work();
    let spent = processor_time() - begin;
    let allowed = BASE + PER_BYTE * u32::try_from(len).unwrap_or(u32::MAX);
    assert!(spent <= allowed, "slow: {len} bytes took {spent:?}");
}

/// How long this thread has run.
fn processor_time() -> Duration {
    let mut time = libc::timespec { tv_sec: 0, tv_nsec: 0 };
    // SAFETY: the call writes to `time` and nowhere else.
    unsafe { libc::clock_gettime(libc::CLOCK_THREAD_CPUTIME_ID, &raw mut time) };
    Duration::new(time.tv_sec as u64, time.tv_nsec as u32)
}
