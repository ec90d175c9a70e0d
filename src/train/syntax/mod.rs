//! The trainer of the grammar: a small network that learns from treebanks, and from what a larger one says of raw text.
//!
//! `train syntax` reads the treebanks of `../shared/data/syntax` that may be trained on, the teacher's labels in the resources
//! folder (`target/resources`, or `NEWSGIST_RESOURCES`), and writes `src/syntax/syntax.bin`. The same input gives the same bytes.

mod gold;
mod learn;
mod matrix;
mod net;
pub mod text;

pub(crate) use gold::cells;
pub use learn::{Settings, train};
