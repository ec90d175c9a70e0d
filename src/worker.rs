//! What page and worker say to each other, and the worker's side of it.
//!
//! The worker says [`Reply::Ready`] once; the page holds its requests until then. A request has an id, and every
//! reply to it carries the same one, so that a late reply to an old request can be told apart. To cancel, the page
//! ends the worker and starts another: the engine never has to look up from its work.
//!
//! A message is a string of JSON. Copying one string and reading it is several times faster than building a digest of
//! a long article object by object, and it needs no code of its own: the exports write JSON too.

use crate::{Digest, Options, article::Format};
use serde::{Deserialize, Serialize};

/// From the page.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Request {
    /// Chosen by the page; grows.
    pub id: u32,
    /// The article.
    pub text: String,
    /// How the article is written.
    pub format: Format,
    /// What the reader chose.
    pub options: Options,
}

/// From the worker.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Reply {
    /// The engine is loaded.
    Ready,
    /// How far a long analysis has come.
    #[serde(rename_all = "camelCase")]
    Progress {
        /// The request's id.
        id: u32,
        /// 0 to 1.
        done: f32,
    },
    /// The digest; its offsets count bytes of `text`.
    #[serde(rename_all = "camelCase")]
    Done {
        /// The request's id.
        id: u32,
        /// The article's text as it was read: markup taken out, otherwise untouched.
        text: String,
        /// Where its paragraphs and headings are.
        blocks: Vec<crate::article::Block>,
        /// What it says.
        digest: Box<Digest>,
    },
    /// Something went wrong; the worker is not to be used again.
    #[serde(rename_all = "camelCase")]
    Failed {
        /// The request's id, where it is known.
        id: Option<u32>,
        /// What went wrong.
        message: String,
    },
}

#[cfg(feature = "worker")]
pub use serve::serve;

#[cfg(feature = "worker")]
mod serve {
    use super::{Reply, Request};
    use crate::{Digest, Lexicon, OffsetUnit, article::Article, pipeline};
    use std::cell::Cell;
    use wasm_bindgen::{JsCast, prelude::*};
    use web_sys::{DedicatedWorkerGlobalScope, MessageEvent};

    /// Texts of more bytes than this are worth a word on how far the work is; others are read at once.
    const LONG: usize = 100_000;

    thread_local! {
        /// The request in hand, so that a panic can be reported with its id.
        static CURRENT: Cell<Option<u32>> = const { Cell::new(None) };
    }

    /// Answers requests until the page ends the worker.
    pub fn serve() {
        std::panic::set_hook(Box::new(|info| {
            post(&Reply::Failed { id: CURRENT.get(), message: info.to_string() });
        }));
        let onmessage = Closure::<dyn FnMut(MessageEvent)>::new(|event: MessageEvent| {
            match serde_json::from_str::<Request>(&event.data().as_string().unwrap_or_default()) {
                Ok(request) => answer(request),
                Err(error) => post(&Reply::Failed { id: None, message: error.to_string() }),
            }
        });
        scope().set_onmessage(Some(onmessage.as_ref().unchecked_ref()));
        onmessage.forget();
        Lexicon::embedded();
        post(&Reply::Ready);
    }

    fn answer(request: Request) {
        let Request { id, text, format, options } = request;
        CURRENT.set(Some(id));
        let long = text.len() > LONG;
        let article = Article::read(&text, format);
        let document = pipeline::analyze_with_progress(article, Lexicon::embedded(), &options, &mut |done| {
            if long {
                post(&Reply::Progress { id, done });
            }
        });
        let digest = Digest::new(&document, OffsetUnit::Utf8);
        let article = document.into_article();
        post(&Reply::Done {
            id,
            text: article.text().to_owned(),
            blocks: article.blocks().to_vec(),
            digest: Box::new(digest),
        });
        CURRENT.set(None);
    }

    fn scope() -> DedicatedWorkerGlobalScope {
        js_sys::global().unchecked_into()
    }

    fn post(reply: &Reply) {
        // Both fail only where the page has gone.
        if let Ok(message) = serde_json::to_string(reply) {
            let _ = scope().post_message(&JsValue::from_str(&message));
        }
    }
}
