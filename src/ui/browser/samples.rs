use super::window;
use crate::ui::{samples::SAMPLES, state::Action};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::Response;
use yew::Callback;

/// Fetches a sample article from beside the page.
pub(crate) fn fetch_sample(index: usize, on: Callback<Action>) {
    spawn_local(async move {
        on.emit(match fetch(SAMPLES[index].file).await {
            Ok(text) => Action::SampleCame(index, text),
            Err(error) => Action::SampleFailed(index, error),
        });
    });
}

async fn fetch(file: &str) -> Result<String, String> {
    let words =
        |error: JsValue| error.dyn_ref::<js_sys::Error>().map_or_else(String::new, |error| error.message().into());
    let window = window().ok_or_else(String::new)?;
    let response: Response =
        JsFuture::from(window.fetch_with_str(&format!("articles/{file}"))).await.map_err(words)?.unchecked_into();
    if !response.ok() {
        return Err(format!("the server says {}", response.status()));
    }
    let text = JsFuture::from(response.text().map_err(words)?).await.map_err(words)?;
    text.as_string().ok_or_else(String::new)
}
