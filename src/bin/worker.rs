//! The worker's wasm: engine and data.

fn main() {
    newsgist::worker::serve();
}
