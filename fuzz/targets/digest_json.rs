//! Digests that others hand back for export: whatever reads as one of schema 1 can be written in every form.
#![no_main]

use newsgist::{Digest, export};
use serde_json::Value;

libfuzzer_sys::fuzz_target!(|data: &[u8]| {
    let Ok(digest) = serde_json::from_slice::<Digest>(data) else { return };
    serde_json::from_str::<Value>(&export::to_json(&digest)).expect("JSON");
    serde_json::from_str::<Value>(&export::to_json_ld(&digest)).expect("JSON-LD");
    export::to_csv(&digest);
    export::to_markdown(&digest);
    export::to_text(&digest);
});
