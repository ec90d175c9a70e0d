//! Components, each named after what it shows.

mod actors;
mod article;
mod figures;
mod key_points;
mod legend;
mod paste_box;
mod quotes;
mod sample_picker;
mod take_along;
mod timeline;
mod waiting;

pub use actors::Actors;
pub use article::{Article, ArticleProps, Reader};
pub use figures::Figures;
pub use key_points::KeyPoints;
pub use legend::Legend;
pub use paste_box::PasteBox;
pub use quotes::Quotes;
pub use sample_picker::SamplePicker;
pub use take_along::TakeAlong;
pub use timeline::Timeline;
pub use waiting::{Trouble, Waiting};
