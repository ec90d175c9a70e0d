use super::host;
use crate::ui::state::Action;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use yew::Callback;

/// Puts text into the clipboard and says how that went.
pub(crate) fn copy(text: &str, what: &'static str, on: Callback<Action>) {
    let written = JsFuture::from(host::copy(text));
    spawn_local(async move {
        on.emit(match written.await {
            Ok(_) => Action::Copied(what),
            Err(_) => Action::Trouble("The browser did not let the page copy. A download works.".to_owned()),
        });
    });
}
