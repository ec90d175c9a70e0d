#!/usr/bin/env bash
# Fuzzes the engine: `tools/fuzz.sh [TARGET…]`, each for FUZZ_SECONDS of time, with inputs of at most FUZZ_BYTES.
# FUZZ_FLAGS are libFuzzer's own: "-entropic=0 -reduce_inputs=0 -use_counters=0" gives many times the executions.
# Coverage comes from flags that the stable compiler has; no sanitizer is needed, since there is no unsafe code.
set -euo pipefail
cd "$(dirname "$0")/.."
seconds=${FUZZ_SECONDS:-60}
bytes=${FUZZ_BYTES:-512}
targets=("$@")
[ $# -gt 0 ] || targets=(plain markdown html json_lines digest_json)
host=$(rustc -vV | sed -n 's/^host: //p')
export RUSTFLAGS="--cfg fuzzing -Cpasses=sancov-module -Cllvm-args=-sanitizer-coverage-level=2
  -Cllvm-args=-sanitizer-coverage-inline-8bit-counters -Cllvm-args=-sanitizer-coverage-pc-table"

cargo build --quiet --release --bins --manifest-path fuzz/Cargo.toml --target "$host"
node fuzz/seed.mjs
cd fuzz
for target in "${targets[@]}"; do
  mkdir -p "artifacts/$target"
  echo "== $target: $seconds seconds"
  # A unit that takes 10 s or 1 GB is a crash too; the targets themselves bound processor time by the input's length.
  "target/$host/release/$target" "corpus/$target" -dict=news.dict -max_len="$bytes" -max_total_time="$seconds" \
    -timeout=10 -rss_limit_mb=1024 -artifact_prefix="artifacts/$target/" -print_final_stats=1 \
    -verbosity=1 ${FUZZ_FLAGS:-} 2>"artifacts/$target.log" || { tail -40 "artifacts/$target.log"; exit 1; }
  grep -E '^(stat::number_of_executed_units|stat::average_exec|stat::slowest|stat::peak)' "artifacts/$target.log"
done
