//! Moving focus to what is wrong.

use wasm_bindgen::JsCast;

use crate::prelude::*;

/// Moves focus to the first field that shows an error. The message appears after the current event: waits for it.
pub fn focus_first_error() {
    request_animation_frame(|| {
        let wrong = "dialog[open] [aria-invalid=true], form [aria-invalid=true]";
        let wrong = document().query_selector(wrong).ok().flatten();
        if let Some(wrong) = wrong.and_then(|e| e.dyn_into::<web_sys::HtmlElement>().ok()) {
            let _ = wrong.focus();
        }
    });
}
