//! A file from the user's machine: dropped, or chosen with the browser's own button. It is read here; nothing is sent.

use std::sync::Arc;

use leptos::ev::DragEvent;
use leptos::task::spawn_local;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::File;

use super::field::Control;
use super::{Glyph, Icon};
use crate::prelude::*;

/// What was chosen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PickedFile {
    pub name: String,
    /// Bytes.
    pub size: u64,
    /// The text; `None` while it is being read, and for a file larger than asked for.
    pub text: Option<Result<Arc<str>, Unreadable>>,
}

/// The browser could not read the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Unreadable;

/// A place to drop a file, which is a button as well. Inside a `Field`.
#[component]
pub fn FileInput(
    /// What the place says.
    #[prop(into)]
    prompt: TextProp,
    /// What the file dialog offers: `.json,application/json`.
    accept: &'static str,
    /// Larger files are told, not read. Bytes.
    most: u64,
    /// Gets the file at once, and again when it has been read.
    #[prop(into)]
    on_file: Callback<PickedFile>,
) -> AnyView {
    let control = Control::new(None);
    let over = RwSignal::new(false);
    let take = move |file: Option<File>| {
        if let Some(file) = file {
            read(&file, most, on_file);
        }
    };
    let on_over = move |event: DragEvent| {
        event.prevent_default();
        over.set(true);
    };
    let on_drop = move |event: DragEvent| {
        event.prevent_default();
        over.set(false);
        take(event.data_transfer().and_then(|data| data.files()).and_then(|files| files.get(0)));
    };
    let blur = control.clone();
    view! {
        <label
            class="file-drop"
            class:is-over=move || over.get()
            on:dragover=on_over
            on:dragleave=move |_| over.set(false)
            on:drop=on_drop
        >
            <input
                type="file"
                class="sr-only"
                id=control.id()
                accept=accept
                aria-describedby=control.described_by()
                aria-invalid=control.invalid()
                aria-required=control.required()
                on:change:target=move |event| {
                    let input = event.target();
                    take(input.files().and_then(|files| files.get(0)));
                    // So that the same file, mended, can be chosen again.
                    input.set_value("");
                }
                on:blur=move |_| blur.touch()
            />
            <Icon of=Glyph::Upload/>
            <span>{move || prompt.get()}</span>
        </label>
    }
    .into_any()
}

fn read(file: &File, most: u64, on_file: Callback<PickedFile>) {
    let size = file.size() as u64;
    let picked = PickedFile { name: file.name(), size, text: None };
    let _ = on_file.try_run(picked.clone());
    if size > most {
        return;
    }
    let text = file.unchecked_ref::<web_sys::Blob>().text();
    spawn_local(async move {
        let read = JsFuture::from(text).await.ok().and_then(|text| text.as_string());
        let _ = on_file.try_run(PickedFile { text: Some(read.map(Arc::from).ok_or(Unreadable)), ..picked });
    });
}
