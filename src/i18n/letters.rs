//! Upper and lower case.

/// `text` in lower case. The browser knows the letters of every script, so that the console needs no tables of them.
pub fn lower(text: &str) -> String {
    if text.is_ascii() { text.to_ascii_lowercase() } else { of_any_script(text) }
}

#[cfg(target_family = "wasm")]
fn of_any_script(text: &str) -> String {
    js_sys::JsString::from(text).to_lower_case().into()
}

#[cfg(not(target_family = "wasm"))]
fn of_any_script(text: &str) -> String {
    text.to_lowercase()
}
