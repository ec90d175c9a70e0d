//! Places in a text and ways to walk over it: no language knowledge.

mod intern;
mod offset;
mod scanner;
mod span;

pub(crate) use intern::Interner;
pub use offset::{OffsetUnit, Offsets};
pub use scanner::Scanner;
pub use span::Span;
