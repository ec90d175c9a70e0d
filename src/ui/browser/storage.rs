use super::window;
use web_sys::Storage;

/// Browsers may refuse storage, and it may be full: the page works without it.
fn storage() -> Option<Storage> {
    window()?.local_storage().ok().flatten()
}

/// What was saved under the key.
pub(crate) fn load(key: &str) -> Option<String> {
    storage()?.get_item(key).ok().flatten()
}

/// Saves a value and says whether that went well; an empty one is taken out.
pub(crate) fn save(key: &str, value: &str) -> bool {
    let Some(storage) = storage() else { return value.is_empty() };
    let saved = !value.is_empty() && storage.set_item(key, value).is_ok();
    if !saved {
        // Also where there is no room: what was saved before must not come back in its place.
        let _ = storage.remove_item(key);
    }
    saved || value.is_empty()
}
