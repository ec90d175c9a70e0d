//! The page's wasm: the interface alone.

fn main() {
    newsgist::ui::start();
}
