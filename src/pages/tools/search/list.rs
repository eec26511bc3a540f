//! The results below the search box.

use leptos::ev::MouseEvent;
use leptos::html;

use super::result::Found;
use crate::i18n::{search as text, t};
use crate::prelude::*;
use crate::ui::Icon;
use crate::ui::dom::{find, reveal, truth};

/// The list that the box with `aria-controls=id` shows. Its options are links, so that they can be opened elsewhere.
#[component]
pub fn Results(
    id: String,
    found: Memo<Vec<Found>>,
    active: RwSignal<usize>,
    /// Whether the dialog is open: a choice closes it.
    open: RwSignal<bool>,
) -> AnyView {
    let node = NodeRef::<html::Div>::new();
    Effect::new(move |_| {
        active.track();
        request_animation_frame(move || {
            let list = node.get_untracked();
            if let Some(option) = list.and_then(|list| find(&list, "[aria-selected=true]")) {
                reveal(&option);
            }
        });
    });
    let options = {
        let id = id.clone();
        move || {
            let found = found.get();
            if found.is_empty() {
                let none = view! { <div class="finder-none" role="option" aria-disabled="true">{t(text::NOTHING)}</div> };
                return none.into_any();
            }
            let options = found.into_iter().enumerate();
            options
                .map(|(i, found)| option(format!("{id}-{i}"), i, found, active, open))
                .collect_view()
                .into_any()
        }
    };
    view! {
        <div class="finder-list" role="listbox" id=id node_ref=node aria-label=move || t(text::RESULTS)>
            {options}
        </div>
    }
    .into_any()
}

fn option(id: String, i: usize, found: Found, active: RwSignal<usize>, open: RwSignal<bool>) -> AnyView {
    let Found { kind, name, beside, href } = found;
    let close = move |event: MouseEvent| {
        if !event.ctrl_key() && !event.meta_key() && !event.shift_key() {
            // Once the link has been followed.
            request_animation_frame(move || open.set(false));
        }
    };
    view! {
        <a
            class="finder-option"
            role="option"
            tabindex="-1"
            id=id
            href=href
            aria-selected=move || truth(active.get() == i)
            // Focus stays in the box.
            on:mousedown=|event| event.prevent_default()
            on:click=close
        >
            <Icon of=kind.glyph()/>
            <span class="finder-name">{name}</span>
            <span class="finder-beside">{beside}</span>
            <span class="finder-kind">{move || t(kind.word())}</span>
        </a>
    }
    .into_any()
}
