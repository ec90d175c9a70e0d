# The versions that work together; Cargo.toml pins wasm-bindgen and Trunk.toml names the same two.
WASM_BINDGEN=0.2.130
TRUNK=0.21.14
# Tools that cargo builds go to a cache of their own, so that no version on the
# user's PATH is replaced and a second clone finds them.
TOOLS=${NEWSGIST_TOOLS:-${XDG_CACHE_HOME:-$HOME/.cache}/newsgist/tools}
ROOT=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
export PATH="$TOOLS/bin:$ROOT/node_modules/.bin:$PATH"
