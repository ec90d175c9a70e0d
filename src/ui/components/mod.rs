//! Components, each named after what it shows.

mod actors;
mod article;
mod company;
mod figures;
mod folded;
mod help;
mod key_points;
mod legend;
mod paste_box;
mod quotes;
mod salience;
mod sample_picker;
mod take_along;
mod timeline;
mod toolbar;
mod waiting;

pub use actors::Actors;
pub use article::{Article, ArticleProps, Reader};
pub use company::Company;
pub use figures::Figures;
pub use help::Help;
pub use key_points::KeyPoints;
pub use legend::Legend;
pub use paste_box::PasteBox;
pub use quotes::Quotes;
pub use salience::Salience;
pub use sample_picker::SamplePicker;
pub use take_along::TakeAlong;
pub(super) use take_along::copy_digest;
pub use timeline::Timeline;
pub use toolbar::Toolbar;
pub use waiting::{Trouble, Waiting};
