# The versions that work together; Cargo.toml pins wasm-bindgen and Trunk.toml names the same two.
WASM_BINDGEN=0.2.130
TRUNK=0.21.14
# Tools that cargo builds go to a cache of their own, so that no version on the
# user's PATH is replaced and a second clone finds them.
TOOLS=${NEWSGIST_TOOLS:-${XDG_CACHE_HOME:-$HOME/.cache}/newsgist/tools}
ROOT=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
export PATH="$TOOLS/bin:$ROOT/node_modules/.bin:$PATH"
# Messages of panics name source files: by their crate, and not by where the builder keeps it. Smaller, too.
for folder in "${CARGO_HOME:-$HOME/.cargo}"/registry/src/*/; do
  REMAPPED="${REMAPPED:-}${REMAPPED:+ }--remap-path-prefix=$folder="
done
# Products of the grammar's network are eight to an instruction; every browser of the last years has them.
export CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS="-Ctarget-feature=+simd128 -Cllvm-args=-inline-threshold=10 $REMAPPED --remap-path-prefix=$ROOT/="
unset REMAPPED folder
