//! Places in a text and ways to walk over it: no language knowledge.

mod case;
mod civil_date;
mod decimal;
mod intern;
mod offset;
mod scanner;
mod sort;
mod span;

pub(crate) use case::{is_lower, is_upper, lower, small_letters, upper};
pub use civil_date::{CivilDate, NotADate};
pub(crate) use decimal::{parse_decimal, write_decimal};
pub(crate) use intern::Interner;
pub use offset::{OffsetUnit, Offsets};
pub use scanner::Scanner;
pub(crate) use sort::{ordered, sort_by_number};
pub use span::Span;
