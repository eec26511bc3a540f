//! Copying to the clipboard.

use std::time::Duration;

use leptos::task::spawn_local;

use super::{Glyph, IconButton, clipboard};
use crate::i18n::{t, ui as text};
use crate::prelude::*;

#[derive(Clone, Copy, PartialEq)]
enum Outcome {
    Waiting,
    Copied,
    Failed,
}

/// Copies `text` and says so.
#[component]
pub fn CopyButton(#[prop(into)] text: TextProp) -> AnyView {
    let outcome = RwSignal::new(Outcome::Waiting);
    let copy = move |()| {
        let copying = clipboard::copy(&text.get());
        spawn_local(async move {
            let done = if copying.await { Outcome::Copied } else { Outcome::Failed };
            outcome.try_set(done);
            let back = move || {
                outcome.try_set(Outcome::Waiting);
            };
            set_timeout(back, Duration::from_secs(2));
        });
    };
    let copy = Callback::new(copy);
    let said = move || match outcome.get() {
        Outcome::Waiting => "",
        Outcome::Copied => t(text::COPIED),
        Outcome::Failed => t(text::COPY_FAILED),
    };
    view! {
        <span class="copy">
            {move || {
                let icon = if outcome.get() == Outcome::Copied { Glyph::Check } else { Glyph::Copy };
                view! { <IconButton icon label=text::COPY on_click=copy/> }
            }}
            <span class="copy-said" role="status">{said}</span>
        </span>
    }
    .into_any()
}
