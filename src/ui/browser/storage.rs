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

/// Saves a value; an empty one is taken out.
pub(crate) fn save(key: &str, value: &str) {
    if let Some(storage) = storage() {
        let _ = if value.is_empty() { storage.remove_item(key) } else { storage.set_item(key, value) };
    }
}
