//! The reading page.
//!
//! What it knows and how that changes ([`state`]), what is highlighted ([`highlight`]) and which request goes to the
//! worker when ([`mailbox`]) are pure and tested natively; the components and what speaks to the browser need the
//! feature `ui`.

pub mod capture;
pub mod figures;
pub mod graph;
pub mod highlight;
pub mod keys;
pub mod kind;
pub mod mailbox;
pub mod reading;
pub mod samples;
pub mod settings;
pub mod slice;
pub mod state;
#[cfg(test)]
mod testing;

#[cfg(feature = "ui")]
mod app;
#[cfg(feature = "ui")]
mod browser;
#[cfg(feature = "ui")]
pub mod components;
#[cfg(feature = "ui")]
mod engine;
#[cfg(feature = "ui")]
mod hooks;

#[cfg(feature = "ui")]
pub use app::App;

/// Draws the page into the element with the id `app`.
#[cfg(feature = "ui")]
pub fn start() {
    let root = web_sys::window().and_then(|window| window.document()).and_then(|page| page.get_element_by_id("app"));
    if let Some(root) = root {
        yew::Renderer::<App>::with_root(root).render();
    }
}
