#!/usr/bin/env bash
# Whether two builds of the command line give the same digests, byte for byte: `same-digests.sh OLD NEW [STORIES]`.
# Samples and kinds of articles, the figures' cases as one text each, and the first 500 stories of sum_cnn_train.
# The texts of tests/parity have checksums of their own: `cargo test --test parity`.
set -euo pipefail
cd "$(dirname "$0")/.."
[ $# -ge 2 ] || { echo "usage: tools/same-digests.sh OLD NEW [STORIES]" >&2; exit 2; }
old=$1 new=$2 stories=${3:-500}
data=${NEWSGIST_DATA:-../shared/data}
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

# digests BUILD OUT: all digests of one build, a file a text.
digests() {
  mkdir -p "$2"
  for text in seeds/articles/*.md tests/kinds/*.txt tests/figure_cases/*.txt tests/news_figures/*.txt; do
    "$1" --format json "$text" > "$2/$(echo "$text" | tr / _).json"
  done
  # No pipe: `head` would close it.
  head -n "$stories" "$data/summaries/sum_cnn_train.jsonl" > "$folder/stories.jsonl"
  "$1" --jsonl < "$folder/stories.jsonl" > "$2/stories.jsonl" 2>/dev/null
}

digests "$old" "$folder/old"
digests "$new" "$folder/new"
if diff -rq "$folder/old" "$folder/new"; then
  echo "same digests: $(ls "$folder/new" | wc -l) files, $(wc -l < "$folder/new/stories.jsonl") stories"
else
  echo "digests differ" >&2
  exit 1
fi
