//! The worker, as the page sees it.

use super::{
    browser,
    mailbox::{Mailbox, Step},
    reading::{Reading, Shared},
    state::{Action, Wish},
};
use crate::{
    export::Form,
    worker::{Ask, Reply, Request},
};
use std::{
    cell::RefCell,
    rc::{Rc, Weak},
};
use wasm_bindgen::prelude::*;
use web_sys::{ErrorEvent, Event, MessageEvent, Worker};
use yew::Callback;

/// Owns the worker: starts it, hands it requests when it is free for them, starts another when it crashes.
pub(super) struct Engine {
    client: Rc<Client>,
}

struct Client {
    worker: RefCell<Option<Worker>>,
    mailbox: RefCell<Mailbox<String>>,
    on: Callback<Action>,
    on_message: Closure<dyn FnMut(MessageEvent)>,
    on_error: Closure<dyn FnMut(Event)>,
}

impl Engine {
    /// Starts a worker; what it says comes out of `on`.
    pub(super) fn new(on: Callback<Action>) -> Self {
        let client = Rc::new_cyclic(|client: &Weak<Client>| {
            let (hears, fails) = (client.clone(), client.clone());
            Client {
                worker: RefCell::new(None),
                mailbox: RefCell::new(Mailbox::default()),
                on,
                on_message: Closure::new(move |event: MessageEvent| {
                    if let Some(client) = hears.upgrade().filter(|client| client.is_from_worker(&event)) {
                        client.hear(&event);
                    }
                }),
                on_error: Closure::new(move |event: Event| {
                    if let Some(client) = fails.upgrade().filter(|client| client.is_from_worker(&event)) {
                        // The browser would write it to the console once more.
                        event.prevent_default();
                        // A script that cannot be fetched is told by an event without a message.
                        client.crash(event.dyn_ref().map(ErrorEvent::message).unwrap_or_default());
                    }
                }),
            }
        });
        client.spawn();
        Self { client }
    }

    /// Asks for a digest; of several that wait, the newest is read.
    pub(super) fn ask(&self, wish: &Wish) {
        let Wish { id, text, format, length } = wish;
        let request = Request {
            id: *id,
            text: text.as_ref().to_owned(),
            format: *format,
            points: length.points(),
            percent: length.percent(),
        };
        let step = self.client.mailbox.borrow_mut().ask(Ask::Read(request).to_message());
        self.client.take(step);
    }

    /// Has the digest that answered a wish written as a file, which is then downloaded.
    pub(super) fn write(&self, id: u32, form: Form) {
        self.client.take(Step::Send(Ask::Write { id, form }.to_message()));
    }

    /// Gives up what the worker is busy with.
    pub(super) fn cancel(&self) {
        let step = self.client.mailbox.borrow_mut().cancel();
        self.client.take(step);
    }
}

impl Drop for Engine {
    fn drop(&mut self) {
        if let Some(worker) = self.client.worker.take() {
            worker.terminate();
        }
    }
}

impl Client {
    /// Messages of a worker that has been ended may still be on their way.
    fn is_from_worker(&self, event: &Event) -> bool {
        let worker = self.worker.borrow();
        event.current_target().as_ref() == worker.as_deref()
    }

    fn spawn(&self) {
        match browser::worker() {
            Ok(worker) => {
                worker.set_onmessage(Some(self.on_message.as_ref().unchecked_ref()));
                worker.set_onerror(Some(self.on_error.as_ref().unchecked_ref()));
                if let Some(old) = self.worker.replace(Some(worker)) {
                    old.terminate();
                }
            }
            Err(error) => self.crash(format!("{error:?}")),
        }
    }

    fn hear(&self, event: &MessageEvent) {
        match serde_json::from_str(&event.data().as_string().unwrap_or_default()) {
            Ok(Reply::Ready) => {
                let step = self.mailbox.borrow_mut().free();
                self.take(step);
            }
            Ok(Reply::Progress { id, done }) => self.on.emit(Action::Progress(id, done)),
            Ok(Reply::Done { id, text, blocks, digest, markdown }) => {
                let step = self.mailbox.borrow_mut().free();
                self.take(step);
                self.on.emit(Action::Read(id, Shared::new(Reading::new(text, &blocks, *digest, markdown))));
            }
            Ok(Reply::Written { name, kind, text }) => browser::download(&name, &kind, &text),
            Ok(Reply::Unread) => {
                let words = "The reading engine was started anew. Try again, then the download works.";
                self.on.emit(Action::Trouble(words.to_owned()));
            }
            Ok(Reply::Failed { message, .. }) => self.crash(message),
            Err(error) => self.crash(error.to_string()),
        }
    }

    fn crash(&self, message: String) {
        let message = if message.is_empty() { "it could not be loaded".to_owned() } else { message };
        let step = self.mailbox.borrow_mut().crashed();
        self.take(step);
        self.on.emit(Action::Crashed(message));
    }

    fn take(&self, step: Step<String>) {
        match step {
            Step::Wait => {}
            Step::Send(message) => {
                if let Some(worker) = &*self.worker.borrow() {
                    let _ = worker.post_message(&JsValue::from_str(&message));
                }
            }
            Step::Respawn => self.spawn(),
        }
    }
}
