//! The search for everything: its button in the top bar and its keys. The dialog is a tool, see
//! [`crate::pages::tools`].

use leptos::ev::{self, KeyboardEvent};

use crate::i18n::{search as text, t};
use crate::prelude::*;
use crate::shell::crumbs::{About, Subject};
use crate::shell::visited::use_visited;
use crate::ui::{Glyph, Icon};

/// What the dialog has to know.
#[derive(Clone, Copy)]
pub struct Search {
    pub open: RwSignal<bool>,
    /// What the page behind it is about.
    pub subject: Subject,
    /// Instances that this tab has shown, the latest first.
    pub visited: ReadSignal<Vec<About>>,
}

/// Listens for Ctrl+K and ⌘K as long as the component lives.
pub fn use_search(subject: Subject) -> Search {
    let search = Search { open: RwSignal::new(false), subject, visited: use_visited(subject) };
    let keys = window_event_listener(ev::keydown, move |event| search.on_key(&event));
    on_cleanup(move || keys.remove());
    search
}

impl Search {
    fn on_key(self, event: &KeyboardEvent) {
        let held = (event.ctrl_key() || event.meta_key()) && !event.alt_key() && !event.shift_key();
        if !held || !event.key().eq_ignore_ascii_case("k") {
            return;
        }
        // The browser has a use of its own for these keys.
        event.prevent_default();
        let other_dialog = document().query_selector("dialog[open]").is_ok_and(|dialog| dialog.is_some());
        if !other_dialog {
            self.open.set(true);
        }
    }
}

/// What opens it.
#[component]
pub fn SearchButton(search: Search) -> AnyView {
    let keys = if is_mac() { "⌘K" } else { "Ctrl K" };
    view! {
        <button
            type="button"
            class="finder-button"
            aria-haspopup="dialog"
            aria-keyshortcuts="Control+K Meta+K"
            on:click=move |_| search.open.set(true)
        >
            <Icon of=Glyph::Search/>
            <span>{move || t(text::TITLE)}</span>
            <kbd aria-hidden="true">{keys}</kbd>
        </button>
    }
    .into_any()
}

fn is_mac() -> bool {
    window().navigator().user_agent().is_ok_and(|agent| agent.contains("Mac"))
}
