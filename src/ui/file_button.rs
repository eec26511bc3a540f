//! A button that opens a text file of the user's.

use leptos::html;
use leptos::task::spawn_local;
use wasm_bindgen_futures::JsFuture;

use super::{Button, Glyph};
use crate::prelude::*;

/// Hands over the text of the file that the user picks, `None` where it cannot be read.
#[component]
pub fn FileButton(
    #[prop(into)] label: TextProp,
    /// File name endings and types to offer, with commas.
    accept: &'static str,
    #[prop(into)] on_text: Callback<Option<String>>,
) -> AnyView {
    let input = NodeRef::<html::Input>::new();
    let open = move |()| {
        if let Some(input) = input.get_untracked() {
            input.click();
        }
    };
    let take = move |_| {
        let Some(input) = input.get_untracked() else { return };
        let Some(file) = input.files().and_then(|files| files.get(0)) else { return };
        // The same file can be picked again, after it was changed.
        input.set_value("");
        spawn_local(async move {
            let text = JsFuture::from(file.text()).await;
            let _ = on_text.try_run(text.ok().and_then(|text| text.as_string()));
        });
    };
    view! {
        <input type="file" hidden accept=accept node_ref=input on:change=take/>
        <Button label icon=Glyph::Upload on_click=open/>
    }
    .into_any()
}
