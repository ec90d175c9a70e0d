//! Newsgist reads an English news article and shows what it says: the key points, who is in it, the figures, the
//! quotes and the times. Everything it shows is copied from the article, with the place it was copied from.
//!
//! ```
//! use newsgist::{Digest, Options};
//!
//! let text = "The Bank of England raised its rate to 4.5% on Thursday. Governor Jane Doe said more may follow.";
//! let digest = newsgist::digest(text, &Options::default().with_points(1));
//! assert_eq!(digest.key_points[0].text, "The Bank of England raised its rate to 4.5% on Thursday.");
//! assert!(digest.figures.iter().any(|figure| figure.text == "4.5%" && figure.value == Some(4.5)));
//! ```
//!
//! The way of an article: article → text → tokens → tags → sentences → names → actors → figures → quotes → timeline →
//! candidates → salience → key points → digest. [`analyze`] is that list. It takes any text, does no I/O, and gives the same digest on every
//! machine, natively and in WebAssembly.
//!
//! # When not to use it
//! For languages other than English, for rewriting in other words, or for facts that are not in the article.

mod actor;
pub mod article;
mod candidate;
pub mod charset;
mod codec;
pub mod digest;
pub mod document;
pub mod export;
mod fact;
mod figure;
pub mod json_lines;
mod lex;
mod lexicon;
mod models;
mod name;
mod options;
mod pipeline;
mod point;
mod quote;
mod rank;
mod sentence;
pub mod syntax;
mod tag;
pub mod text;
mod timeline;

// What the crate's own programs are made of: the page, its worker, the bindings, the trainers.
#[cfg(feature = "js")]
#[doc(hidden)]
pub mod js;
#[cfg(feature = "train")]
#[doc(hidden)]
pub mod train;
#[doc(hidden)]
pub mod ui;
#[doc(hidden)]
pub mod worker;

pub use article::{Article, Format, MAX_TEXT, MAX_WORDS};
pub use digest::Digest;
pub use document::Document;
pub use lexicon::Lexicon;
pub use models::Models;
pub use options::{Options, Points};
pub use pipeline::{analyze, analyze_with_progress, summarize};
pub use point::{SummaryKind, SummaryLength};
pub use text::{OffsetUnit, Span};

/// Reads plain text with the embedded data; offsets count bytes.
pub fn digest(text: &str, options: &Options) -> Digest {
    let document = analyze(Article::plain(text), Models::embedded(), options);
    Digest::new(&document, OffsetUnit::Utf8)
}
