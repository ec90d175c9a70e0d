//! What page and worker say to each other, and the worker's side of it.
//!
//! The worker says [`Reply::Ready`] once; the page holds its requests until then. A request has an id, and every
//! reply to it carries the same one, so that a late reply to an old request can be told apart. To cancel, the page
//! ends the worker and starts another: the engine never has to look up from its work.
//!
//! A message is a string. Copying one and reading it is several times faster than building a digest of a long article
//! object by object. What the worker says is JSON; what the page asks is a line of words with the article below, so that
//! the worker need not read JSON.
//!
//! The worker writes the digest's other forms too, and the page neither writes floating-point numbers nor knows a
//! format: that code and its tables are a third of what the page would weigh with them.

use crate::{Digest, Points, article::Format, export::Form};
use serde::{Deserialize, Serialize};

/// From the page.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Ask {
    /// Read an article; answered by [`Reply::Done`].
    Read(Request),
    /// Write the digest of the last article as a file; answered by [`Reply::Written`] or [`Reply::Unread`].
    Write {
        /// The id of the request that the digest answered.
        id: u32,
        /// In which form.
        form: Form,
    },
}

impl Ask {
    /// As a message: `write ID FORM`, or `read ID FORMAT POINTS PERCENT` and the article from the next line on, where
    /// `-` stands for no percentage.
    pub fn to_message(&self) -> String {
        match self {
            Self::Read(Request { id, text, format, points, percent }) => {
                let percent = percent.map_or("-".to_owned(), |percent| percent.to_string());
                format!("read {id} {} {points} {percent}\n{text}", FORMATS[*format as usize].1)
            }
            Self::Write { id, form } => format!("write {id} {}", form.name()),
        }
    }

    /// Reads a message; none where it is not of this protocol.
    pub fn from_message(message: &str) -> Option<Self> {
        let (head, text) = message.split_once('\n').unwrap_or((message, ""));
        let mut words = head.split(' ');
        let (verb, id) = (words.next()?, words.next()?.parse().ok()?);
        match verb {
            "read" => {
                let format = named(&FORMATS, words.next()?)?;
                let points = words.next()?.parse().ok()?;
                let percent = words.next()?;
                let percent = if percent == "-" { None } else { Some(percent.parse().ok()?) };
                Some(Self::Read(Request { id, text: text.to_owned(), format, points, percent }))
            }
            "write" => Some(Self::Write { id, form: Form::named(words.next()?)? }),
            _ => None,
        }
    }
}

/// In the order of the enumeration.
const FORMATS: [(Format, &str); 3] = [(Format::Plain, "plain"), (Format::Markdown, "markdown"), (Format::Html, "html")];
fn named<T: Copy>(names: &[(T, &str)], wanted: &str) -> Option<T> {
    names.iter().find(|(_, name)| *name == wanted).map(|(value, _)| *value)
}

/// An article to read.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Request {
    /// Chosen by the page; grows.
    pub id: u32,
    /// The article.
    pub text: String,
    /// How the article is written.
    pub format: Format,
    /// How many key points.
    pub points: Points,
    /// Key points as a share of the sentences, in percent; takes the place of `points`.
    pub percent: Option<u8>,
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
        /// In percent.
        done: u8,
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
        /// The same as Markdown: browsers let a page copy only at once, in the very click.
        markdown: String,
    },
    /// A file.
    #[serde(rename_all = "camelCase")]
    Written {
        /// A name for it, made from the title.
        name: String,
        /// Its media type.
        kind: String,
        /// What stands in it.
        text: String,
    },
    /// The digest is not here any more: the worker has been started anew.
    Unread,
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
    use super::{Ask, Form, Reply, Request};
    use crate::{
        Digest, Models, OffsetUnit, Options,
        article::{Article, Format},
        export, pipeline,
    };
    use std::cell::{Cell, RefCell};
    use wasm_bindgen::{JsCast, prelude::*};
    use web_sys::{DedicatedWorkerGlobalScope, MessageEvent};

    /// Texts of more bytes than this are worth a word on how far the work is; others are read at once.
    const LONG: usize = 100_000;

    thread_local! {
        /// The request in hand, so that a panic can be reported with its id.
        static CURRENT: Cell<Option<u32>> = const { Cell::new(None) };
        /// The digest that was made last, with its request's id.
        static LAST: RefCell<Option<(u32, Box<Digest>)>> = const { RefCell::new(None) };
    }

    /// Answers requests until the page ends the worker.
    pub fn serve() {
        std::panic::set_hook(Box::new(|info| {
            post(&Reply::Failed { id: CURRENT.get(), message: info.to_string() });
        }));
        let onmessage = Closure::<dyn FnMut(MessageEvent)>::new(|event: MessageEvent| {
            match Ask::from_message(&event.data().as_string().unwrap_or_default()) {
                Some(Ask::Read(request)) => read(request),
                Some(Ask::Write { id, form }) => post(&write(id, form)),
                None => post(&Reply::Failed { id: None, message: "the page and its worker do not fit".to_owned() }),
            }
        });
        scope().set_onmessage(Some(onmessage.as_ref().unchecked_ref()));
        onmessage.forget();
        Models::embedded();
        post(&Reply::Ready);
        warm_up();
    }

    /// Reads a sentence that nobody sees, while the page is still being drawn: browsers compile a function when it is first
    /// called, and the models are unpacked when they are first asked.
    fn warm_up() {
        let text = "Prices rose 2.5% to $3 million in two years, Anna Berg of the Central Bank said on 5 June. “We did it,” \
                    she added. Oslo was calm.";
        let options = Options::default().with_points(1);
        let document = pipeline::analyze(Article::read(text, Format::Markdown), Models::embedded(), &options);
        let digest = Digest::new(&document, OffsetUnit::Utf8);
        std::hint::black_box((export::to_markdown(&digest), export::to_json(&digest)));
    }

    fn read(request: Request) {
        let Request { id, text, format, points, percent } = request;
        CURRENT.set(Some(id));
        let long = text.len() > LONG;
        let article = Article::read(&text, format);
        let share = percent.map(|percent| f32::from(percent) / 100.0);
        let options = Options { points, share, ..Options::default() };
        let document = pipeline::analyze_with_progress(article, Models::embedded(), &options, &mut |done| {
            if long {
                post(&Reply::Progress { id, done: (done * 100.0) as u8 });
            }
        });
        let digest = Box::new(Digest::new(&document, OffsetUnit::Utf8));
        let markdown = export::to_markdown(&digest);
        let article = document.into_article();
        let (text, blocks) = (article.given().to_owned(), article.given_blocks());
        let reply = Reply::Done { id, text, blocks, digest, markdown };
        post(&reply);
        if let Reply::Done { digest, .. } = reply {
            LAST.set(Some((id, digest)));
        }
        CURRENT.set(None);
    }

    fn write(id: u32, form: Form) -> Reply {
        LAST.with_borrow(|last| match last {
            Some((made, digest)) if *made == id => {
                let name = format!("{}.{}", file_name(digest), form.ending());
                Reply::Written { name, kind: form.media_type().to_owned(), text: form.write(digest) }
            }
            _ => Reply::Unread,
        })
    }

    /// The title in small letters with hyphens between, as far as it makes a good file name.
    fn file_name(digest: &Digest) -> String {
        let title = digest.title.as_deref().unwrap_or_default().to_ascii_lowercase();
        let words: Vec<&str> =
            title.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty()).take(6).collect();
        if words.is_empty() { "digest".to_owned() } else { words.join("-") }
    }

    fn scope() -> DedicatedWorkerGlobalScope {
        js_sys::global().unchecked_into()
    }

    fn post(reply: &Reply) {
        // This fails only where the page has gone.
        let _ = scope().post_message(&JsValue::from_str(&export::write_json(reply)));
    }
}

#[cfg(test)]
mod tests {
    use super::{Ask, FORMATS, Form, Points, Request};

    #[test]
    fn messages_come_back() {
        for (place, (format, _)) in FORMATS.into_iter().enumerate() {
            assert_eq!(format as usize, place);
            for (text, percent) in [("", None), ("One.\n\nTwo \"lines\".\n", Some(25))] {
                let ask =
                    Ask::Read(Request { id: 7, text: text.to_owned(), format, points: Points::Count(5), percent });
                assert_eq!(Ask::from_message(&ask.to_message()), Some(ask));
            }
        }
        for form in Form::ALL {
            let ask = Ask::Write { id: 8, form };
            assert_eq!(Ask::from_message(&ask.to_message()), Some(ask));
        }
    }

    #[test]
    fn other_messages_are_told() {
        for message in ["", "read", "read x plain 5 -\nText", "read 1 pdf 5 -", "write 1 html", "{\"read\":{}}"] {
            assert_eq!(Ask::from_message(message), None, "{message}");
        }
    }
}
