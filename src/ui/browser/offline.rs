use super::window;

/// Keeps the page for when there is no network. A page that is being worked on is not kept: it would be shown stale.
pub(crate) fn keep_offline() {
    if cfg!(debug_assertions) {
        return;
    }
    let Some(navigator) = window().map(|window| window.navigator()) else { return };
    // Not there on pages that came without encryption.
    if js_sys::Reflect::has(&navigator, &"serviceWorker".into()).unwrap_or(false) {
        let registered = navigator.service_worker().register("sw.js");
        wasm_bindgen_futures::spawn_local(async move {
            let _ = wasm_bindgen_futures::JsFuture::from(registered).await;
        });
    }
}
