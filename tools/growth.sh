#!/usr/bin/env bash
# Measures how the engine's work grows with the length of hostile texts (fuzz/growth.rs): `tools/growth.sh [WORDS]` where
# only the families whose name holds the words are wanted; GROWTH_KB for longer texts.
set -euo pipefail
cd "$(dirname "$0")/.."
host=$(rustc -vV | sed -n 's/^host: //p')
# A call in each basic block counts the steps.
RUSTFLAGS="-Cpasses=sancov-module -Cllvm-args=-sanitizer-coverage-level=2 -Cllvm-args=-sanitizer-coverage-trace-pc" \
  cargo build --quiet --release --manifest-path fuzz/Cargo.toml --target-dir fuzz/target/growth --target "$host" \
  --bin growth --features growth
exec "fuzz/target/growth/$host/release/growth" "$@"
