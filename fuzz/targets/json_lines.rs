//! JSON lines: each line gives one line, which is an answer or says what is wrong.
#![no_main]

#[path = "../common/mod.rs"]
mod common;

use newsgist::{Digest, OffsetUnit, json_lines};
use serde_json::Value;

libfuzzer_sys::fuzz_target!(|data: &[u8]| common::bounded(data.len(), || read(data)));

fn read(data: &[u8]) {
    for (line, number) in data.split(|&byte| byte == b'\n').zip(1..) {
        let options = common::options(line);
        let answer = json_lines::answer(line, number, &options, OffsetUnit::CodePoint);
        assert!(!answer.contains('\n'));
        let value: Value = serde_json::from_str(&answer).expect("JSON");
        let Some(digest) = value.get("digest") else {
            assert!(value["error"].is_string() && (value.get("id").is_some() || value["line"] == number));
            continue;
        };
        let asked: Value = serde_json::from_slice(line).expect("only a line of JSON is answered");
        assert_eq!(asked["id"], value["id"]);
        let digest: Digest = serde_json::from_value(digest.clone()).expect("a digest of schema 1");
        let text = asked["text"].as_str().expect("only a text is answered");
        common::invariants::check_digest(text, &digest, OffsetUnit::CodePoint, &options);
        common::invariants::check_exports(&digest);
    }
}
