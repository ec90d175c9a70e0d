//! HTML: the article of a page, and what the page says of it, without a browser.

mod element;
mod entity;
mod old;
mod tokenizer;
mod tree;

pub(super) use old::read;
