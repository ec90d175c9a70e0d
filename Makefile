# The two commands of the README are `make serve` and `make test`; each installs what is missing first.
SHELL := /bin/bash
.DEFAULT_GOAL := help
.PHONY: help serve dist package lighthouse test lint test-native test-wasm test-dist test-package accuracy bench fuzz growth msrv deny screenshots setup setup-test bless clean

# Warnings are errors here and in CI, not on a user's machine with a newer compiler.
export CARGO_TERM_COLOR ?= always
# Third parties' gold data, which is no part of the project.
GOLD := $(or $(NEWSGIST_DATA),../shared/data)
TOOLS := source tools/versions.sh &&
WASM := --target wasm32-unknown-unknown

help: ## what can be made
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-12s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

setup:
	@tools/setup.sh build

setup-test:
	@tools/setup.sh test

serve: setup ## installs what is missing, builds, serves the app and prints its address
	$(TOOLS) trunk serve --release --offline --no-autoreload

dist: setup ## the static build for any web server, in dist/
	$(TOOLS) trunk build --release --offline

package: setup ## the npm package, as a tarball in pkg/
	$(TOOLS) node npm/build.mjs

test: setup-test ## installs what is missing, runs every check
	@$(MAKE) --no-print-directory lint test-native test-wasm dist test-dist test-package
	@echo "make test: all checks passed"

lint:
	@echo "== format"
	cargo fmt --check
	@echo "== clippy, natively: the library alone and with each feature, then everything with its tests"
	cargo clippy -- -D warnings
	cargo clippy --features cli -- -D warnings
	cargo clippy --features train -- -D warnings
	cargo clippy --all-targets -- -D warnings
	@echo "== clippy, wasm: each feature alone, then together with the tests (the benches are native)"
	cargo clippy $(WASM) --features js -- -D warnings
	cargo clippy $(WASM) --features worker -- -D warnings
	cargo clippy $(WASM) --features ui -- -D warnings
	cargo clippy $(WASM) --features ui,worker,js --lib --bins --tests -- -D warnings
	@echo "== licences"
	node tools/third-party.mjs --check
	@echo "== documentation"
	RUSTDOCFLAGS="-D warnings" cargo doc --no-deps --quiet --lib --features charset

test-native:
	@echo "== native tests"
	cargo test
	@echo "== accuracy on gold data"
	@if [ -d "$(GOLD)" ]; then cargo test --test 'accuracy_*' -- --include-ignored; \
	  elif [ "$$CI" = true ]; then echo "$(GOLD) is absent" >&2; exit 1; \
	  else echo "left out: $(GOLD) is absent"; fi

test-wasm:
	@echo "== tests in headless Chromium"
	$(TOOLS) CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER=wasm-bindgen-test-runner \
	  CHROMEDRIVER=$$(command -v chromedriver) WASM_BINDGEN_TEST_TIMEOUT=120 \
	  cargo test $(WASM) --features ui,worker,js --test parity --test web
	@echo "== tests of the bindings, in Node and in headless Chromium"
	$(TOOLS) CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER=wasm-bindgen-test-runner \
	  cargo test $(WASM) --features ui,worker,js --test js
	$(TOOLS) CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER=wasm-bindgen-test-runner \
	  CHROMEDRIVER=$$(command -v chromedriver) WASM_BINDGEN_TEST_TIMEOUT=300 WASM_BINDGEN_USE_BROWSER=1 \
	  cargo test $(WASM) --features ui,worker,js --test js

test-dist:
	@echo "== budgets and end-to-end tests of dist/"
	node --test tests/dist/ tests/e2e/

test-package: package
	@echo "== the npm package, as strangers use it"
	node --test tests/package/

accuracy: ## measures on the gold data beside the project and writes docs/accuracy
	cargo run --release --features train --bin train -- accuracy

bench: dist package ## measures speed, start-up and size, natively and beside others in Chromium; writes docs/bench.md
	mkdir -p target/bench
	cargo run --release --quiet --features train --bin train -- speed > target/bench/native.json
	cd tools/bench && npm ci --silent --no-audit --no-fund --ignore-scripts && node run.mjs ../../target/bench/native.json

fuzz: ## fuzzes each target for FUZZ_SECONDS (60); needs a C++ compiler and node_modules, no nightly Rust
	tools/fuzz.sh

growth: ## how the work and the memory grow with the length of hostile texts; fails where one grows faster
	tools/growth.sh

msrv: ## builds with the oldest compiler that Cargo.toml promises (rustup fetches it)
	version=$$(sed -n 's/^rust-version = "\(.*\)"/\1/p' Cargo.toml) && rustup toolchain install "$$version" --profile minimal && \
	  CARGO_TARGET_DIR=target/msrv cargo "+$$version" check --features cli,train

deny: ## licences, sources and bans of all Rust packages with cargo-deny (built once: some ten minutes)
	command -v cargo-deny >/dev/null || cargo install --locked cargo-deny
	cargo deny check licenses bans sources

lighthouse: dist ## measures the built page and writes docs/lighthouse.md
	cd tools/lighthouse && npm ci --silent --no-audit --no-fund --ignore-scripts && node run.mjs

screenshots: dist ## remakes the pictures of docs/screenshots
	node tests/e2e/screenshots.mjs docs/screenshots

bless: ## writes snapshots, cases, parity sums and lists anew; read the difference before committing it
	UPDATE_EXPECT=1 cargo test --test snapshots --test figures --test accuracy_news --test parity --test house

clean: ## removes what was built, not what was installed
	cargo clean
	rm -rf dist
