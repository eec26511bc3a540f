//! Writing to the clipboard, also where the page is not served over TLS and browsers hide the modern interface.

use js_sys::{Function, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::HtmlTextAreaElement;

use super::dom::{focus, focused};
use crate::prelude::{document, window};

/// Copies `text`; whether that worked. Has to be called from the click itself: the first part runs at once.
pub(crate) fn copy(text: &str) -> impl Future<Output = bool> + 'static {
    let started = start(text);
    async move {
        match started {
            Ok(promise) => JsFuture::from(promise).await.is_ok(),
            Err(done) => done,
        }
    }
}

/// The promise of the modern interface, or how the old one went.
fn start(text: &str) -> Result<Promise, bool> {
    let navigator = window().navigator();
    // Read by name: the generated getter takes for granted that it is there.
    let modern = Reflect::get(&navigator, &"clipboard".into()).is_ok_and(|c| c.is_truthy());
    if modern { Ok(navigator.clipboard().write_text(text)) } else { Err(copy_selected(text).is_some()) }
}

/// Selects the text in a field of its own and has the browser copy the selection.
fn copy_selected(text: &str) -> Option<()> {
    let before = focused();
    // Beside the button: the rest of the page is out of reach behind a modal dialog.
    let place =
        before.as_ref().and_then(|b| b.parent_element()).or_else(|| document().body().map(Into::into))?;
    let field: HtmlTextAreaElement = document().create_element("textarea").ok()?.dyn_into().ok()?;
    field.set_value(text);
    field.set_class_name("sr-only");
    place.append_child(&field).ok()?;
    field.select();
    let done = exec_copy();
    field.remove();
    if let Some(before) = before {
        focus(&before);
    }
    done.filter(|done| *done).map(|_| ())
}

fn exec_copy() -> Option<bool> {
    let document = document();
    let command: Function = Reflect::get(&document, &"execCommand".into()).ok()?.dyn_into().ok()?;
    command.call1(&document, &JsValue::from_str("copy")).ok()?.as_bool()
}
