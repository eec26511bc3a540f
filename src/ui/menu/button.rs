//! The button of a menu.

use std::sync::Arc;

use leptos::html;

use super::MenuItem;
use super::popup::{MenuHost, MenuPopup};
use crate::prelude::*;
use crate::ui::dom::{flag, truth};
use crate::ui::{ButtonKind, Glyph, Icon};

/// A button that opens a menu. The items are made when it opens.
#[component]
pub fn MenuButton(
    #[prop(into)] label: TextProp,
    #[prop(into)] items: Callback<(), Vec<MenuItem>>,
    /// Shows the icon alone; the label is its name and tooltip.
    #[prop(optional)]
    icon: Option<Glyph>,
    #[prop(optional)] kind: ButtonKind,
    #[prop(optional, into)] disabled: Signal<bool>,
    /// Shown in place of the label, with more classes: see the filter of a toolbar.
    #[prop(optional, into)]
    face: ViewFn,
    #[prop(optional, into)] class: Signal<&'static str>,
) -> AnyView {
    let host = MenuHost::new();
    let node = NodeRef::<html::Button>::new();
    let was_open = StoredValue::new(false);
    let click = move |_| {
        // The press that led to this click has already closed an open menu.
        let closing = was_open.get_value();
        was_open.set_value(false);
        if let (Some(button), false, false) = (node.get_untracked(), closing, disabled.get_untracked()) {
            host.show(button.into(), Arc::new(move || items.try_run(()).unwrap_or_default()));
        }
    };
    let (name, words, of_menu) = (label.clone(), label.clone(), label.clone());
    let content = match icon {
        Some(of) => view! { <Icon of/> }.into_any(),
        None => view! {
            <span class="btn-label">{move || words.get()}</span>
            {face.run()}
            <Icon of=Glyph::ChevronDown/>
        }
        .into_any(),
    };
    let base = if icon.is_some() { "icon-btn" } else { kind.class() };
    view! {
        <button
            type="button"
            class=move || format!("{base} {}", class.get())
            node_ref=node
            aria-haspopup="menu"
            aria-expanded=move || truth(host.open.get())
            aria-label=icon.map(|_| move || name.get())
            aria-disabled=move || flag(disabled.get())
            data-tip=icon.map(|_| move || label.get())
            on:pointerdown=move |_| was_open.set_value(host.open.get_untracked())
            on:click=click
        >
            {content}
        </button>
        <MenuPopup host label=of_menu/>
    }
    .into_any()
}
