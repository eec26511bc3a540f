//! The browser's storage. `local*` outlives the tab and never holds a secret; `session*` dies with the tab.
//!
//! A browser may refuse storage altogether (private windows, embedded frames): the console then works, it only
//! forgets.

use web_sys::Storage;

/// Reads what [`local_set`] stored.
pub fn local_get(key: &str) -> Option<String> {
    local()?.get_item(key).ok()?
}

/// Remembers a choice beyond this tab. Never pass a secret.
pub fn local_set(key: &str, value: &str) {
    if let Some(storage) = local() {
        let _ = storage.set_item(key, value);
    }
}

/// Reads what [`session_set`] stored in this tab.
pub fn session_get(key: &str) -> Option<String> {
    session()?.get_item(key).ok()?
}

/// Remembers something until the tab closes.
pub fn session_set(key: &str, value: &str) {
    if let Some(storage) = session() {
        let _ = storage.set_item(key, value);
    }
}

/// Forgets what [`session_set`] stored.
pub fn session_remove(key: &str) {
    if let Some(storage) = session() {
        let _ = storage.remove_item(key);
    }
}

fn local() -> Option<Storage> {
    web_sys::window()?.local_storage().ok()?
}

fn session() -> Option<Storage> {
    web_sys::window()?.session_storage().ok()?
}
