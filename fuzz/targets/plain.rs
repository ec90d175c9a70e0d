//! Plain text: whatever stands in it, all invariants hold of its document, its digests and its exports.
#![no_main]

#[path = "../common/mod.rs"]
mod common;

libfuzzer_sys::fuzz_target!(|data: &[u8]| common::read(data, newsgist::Format::Plain));
