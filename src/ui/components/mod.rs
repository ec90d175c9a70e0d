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
mod sections;
mod take_along;
mod timeline;
mod toolbar;
mod waiting;

pub use actors::{ActorsProps, actors};
pub use article::{Article, ArticleProps, ReaderProps, reader};
pub use company::{CompanyProps, company};
pub use figures::{FiguresProps, figures};
pub use help::Help;
pub use key_points::{KeyPointsProps, key_points};
pub use legend::{LegendProps, legend};
pub use paste_box::PasteBox;
pub use quotes::{QuotesProps, quotes};
pub use salience::{SalienceProps, salience};
pub use sample_picker::{SamplePickerProps, sample_picker};
pub use sections::Sections;
pub(super) use take_along::copy_digest;
pub use take_along::{TakeAlongProps, take_along};
pub use timeline::{TimelineProps, timeline};
pub use toolbar::{ToolbarProps, toolbar};
pub use waiting::{TroubleProps, WaitingProps, trouble, waiting};
