use super::window;

/// What comes before a text in the address. The part behind `#` never goes to a server, as a query would.
const TEXT: &str = "#t=";

/// Takes a text out of the address, so that it neither stays in the history nor comes back after a reload.
pub(crate) fn take_text() -> Option<String> {
    let window = window()?;
    let location = window.location();
    let hash = location.hash().ok()?;
    let text = hash.strip_prefix(TEXT)?;
    // Forms write a space as "+".
    let text = js_sys::decode_uri_component(&text.replace('+', " ")).ok()?.as_string()?;
    let address = location.href().ok()?;
    let bare = address.split('#').next().unwrap_or_default();
    let history = window.history().ok()?;
    let _ = history.replace_state_with_url(&wasm_bindgen::JsValue::NULL, "", Some(bare));
    Some(text)
}

/// A bookmark that opens this page with the selection of another, or with the whole of it.
pub(crate) fn bookmarklet() -> String {
    let address = window().and_then(|window| window.location().href().ok()).unwrap_or_default();
    let bare = address.split(['#', '?']).next().unwrap_or_default();
    format!(
        "javascript:void open({bare:?}+'#t='+encodeURIComponent(String(getSelection())||(document.querySelector('article,main')||document.body).innerText))"
    )
}
