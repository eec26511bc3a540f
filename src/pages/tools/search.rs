//! The search for everything: pages, instances, the topics, groups and users of the instances that this tab has
//! shown, and the first topics and groups of a few others. Opens over any page with Ctrl+K.

mod find;
mod list;
mod names;
mod places;
mod rank;
mod result;

use leptos::ev::KeyboardEvent;

use crate::data::prefer_kept;
use crate::i18n::{search as text, t};
use crate::pages::instances::use_instances;
use crate::prelude::*;
use crate::routes;
use crate::shell::Search;
use crate::ui::dom::next_id;
use crate::ui::roving::next_index;
use crate::ui::{Dialog, Glyph, Icon};
use find::{Sources, use_sources};
use list::Results;
use result::Found;

/// The dialog.
#[component]
pub fn Finder(search: Search) -> AnyView {
    view! {
        <Dialog open=search.open title=text::TITLE wide=true>
            <SearchBox search/>
        </Dialog>
    }
    .into_any()
}

/// The box and what it has found.
#[derive(Clone, Copy)]
struct Typed {
    open: RwSignal<bool>,
    text: RwSignal<String>,
    found: Memo<Vec<Found>>,
    active: RwSignal<usize>,
}

#[component]
fn SearchBox(search: Search) -> AnyView {
    // Whoever searches wants an answer now, and what was read a minute ago will do.
    prefer_kept();
    let typed = RwSignal::new(String::new());
    let sources =
        use_sources(search, use_instances(), Signal::derive(move || !typed.read().trim().is_empty()));
    let found = Memo::new(move |_| sources.find(&typed.read()));
    let state = Typed { open: search.open, text: typed, found, active: RwSignal::new(0) };
    let id = format!("finder{}", next_id());
    let (controls, options) = (id.clone(), id.clone());
    let active_id = move || {
        (state.active.get() < found.read().len()).then(|| format!("{options}-{}", state.active.get()))
    };
    view! {
        <div class="finder">
            <span class="input finder-input">
                <Icon of=Glyph::Search/>
                <input
                    type="text"
                    role="combobox"
                    autocomplete="off"
                    spellcheck="false"
                    aria-label=move || t(text::WHAT)
                    placeholder=move || t(text::WHAT)
                    aria-autocomplete="list"
                    aria-expanded="true"
                    aria-controls=controls
                    aria-activedescendant=active_id
                    on:input:target=move |event| state.type_in(event.target().value())
                    on:keydown=move |event| state.on_key(&event)
                />
            </span>
            <Results id found active=state.active open=state.open/>
            <div class="finder-foot">
                <span role="status">{move || note(sources)}</span>
                <span class="finder-keys" aria-hidden="true">
                    <span><kbd>"↵"</kbd>" "{move || t(text::OPEN)}</span>
                    <span><kbd>"Ctrl ↵"</kbd>" "{move || t(text::NEW_TAB)}</span>
                </span>
            </div>
        </div>
    }
    .into_any()
}

impl Typed {
    fn type_in(self, now: String) {
        self.active.set(0);
        self.text.set(now);
    }

    fn on_key(self, event: &KeyboardEvent) {
        match event.key().as_str() {
            key @ ("ArrowDown" | "ArrowUp") => {
                let (len, active) = (self.found.read_untracked().len(), self.active.get_untracked());
                if let Some(next) = next_index(key, Some(active), len, "ArrowUp", "ArrowDown") {
                    self.active.set(next);
                }
            }
            "Enter" => {
                let found = self.found.read_untracked();
                let Some(found) = found.get(self.active.get_untracked()) else { return };
                if event.ctrl_key() || event.meta_key() {
                    let _ = window().open_with_url_and_target(&found.href, "_blank");
                } else {
                    self.open.set(false);
                    routes::go_to_href(found.href.clone());
                }
            }
            _ => return,
        }
        event.prevent_default();
    }
}

/// Where names are looked for, or that they are on their way.
fn note(sources: Sources) -> String {
    if sources.loading() {
        return t(text::LOADING).to_owned();
    }
    sources.reach()
}
