#!/usr/bin/env bash
# Installs what is missing for building (`setup.sh build`) or for testing (`setup.sh test`).
# Every step says what it does and is skipped when done; a step that fails stops the run.
set -euo pipefail
cd "$(dirname "$0")/.."
source tools/versions.sh

say() { printf '\033[1m[setup]\033[0m %s\n' "$*"; }
fail() { printf '[setup] %s\n' "$*" >&2; exit 1; }
as_root() { if [ "$(id -u)" = 0 ]; then "$@"; else sudo "$@"; fi; }

# debian PACKAGE… : installs Debian packages, where this is a Debian-like system.
debian() {
  command -v apt-get >/dev/null || fail "please install: $* (no apt-get on this system)"
  say "installing Debian packages: $*"
  as_root env DEBIAN_FRONTEND=noninteractive apt-get update -q >/dev/null || fail "apt-get update failed"
  as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends "$@" >/dev/null ||
    fail "these Debian packages could not be installed: $*"
}

# cargo_tool COMMAND CRATE VERSION [FLAG…] : a program from crates.io, prebuilt where cargo-binstall can get it.
cargo_tool() {
  local command=$1 crate=$2 version=$3
  shift 3
  if command -v "$command" >/dev/null && "$command" --version 2>/dev/null | grep -qw "$version"; then
    say "$crate $version is there"
    return
  fi
  if command -v cargo-binstall >/dev/null; then
    say "fetching $crate $version with cargo-binstall"
    if timeout 120 cargo binstall --no-confirm --disable-strategies compile --root "$TOOLS" "$crate@$version"; then
      return
    fi
    say "cargo-binstall got no answer"
  fi
  say "building $crate $version (some minutes, once)"
  CARGO_PROFILE_RELEASE_OPT_LEVEL=1 CARGO_PROFILE_RELEASE_LTO=off \
    cargo install --quiet --root "$TOOLS" "$@" "$crate@$version"
}

command -v cargo >/dev/null || fail "Rust is missing: install it from https://rustup.rs, then run this again"
command -v cc >/dev/null || debian gcc libc6-dev

if rustup target list --installed | grep -qx wasm32-unknown-unknown; then
  say "Rust target wasm32-unknown-unknown is there"
else
  say "adding the Rust target wasm32-unknown-unknown"
  rustup target add wasm32-unknown-unknown
fi

if command -v node >/dev/null && command -v npm >/dev/null; then
  say "Node.js $(node --version) is there"
else
  debian nodejs npm
fi

if [ -e node_modules/.package-lock.json ] && [ node_modules/.package-lock.json -nt package-lock.json ]; then
  say "npm packages are there"
else
  say "installing the npm packages of package-lock.json"
  npm ci --silent --no-audit --no-fund --ignore-scripts
fi

# Without --locked: its lock file names a crate that may be missing.
cargo_tool wasm-bindgen wasm-bindgen-cli "$WASM_BINDGEN"
cargo_tool trunk trunk "$TRUNK" --locked

if [ "${1:-build}" = test ]; then
  for component in rustfmt clippy; do
    if rustup component list --installed | grep -q "^$component"; then
      say "$component is there"
    else
      say "adding $component"
      rustup component add "$component"
    fi
  done
  if command -v chromium >/dev/null && command -v chromedriver >/dev/null; then
    say "Chromium and its driver are there"
  else
    debian chromium chromium-driver
  fi
  if [ -x /usr/bin/firefox-esr ]; then
    say "Firefox is there"
  else
    debian firefox-esr
  fi
  if [ -x /usr/bin/WebKitWebDriver ] && command -v xvfb-run >/dev/null && command -v xauth >/dev/null; then
    say "WebKit and its driver are there"
  else
    debian webkit2gtk-driver xvfb xauth
  fi
fi
say "ready"
