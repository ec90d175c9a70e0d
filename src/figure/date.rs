pub use crate::text::CivilDate;
