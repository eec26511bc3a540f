//! The floating part of a menu. One can serve many buttons, such as those of the rows of a table.

use std::sync::Arc;

use leptos::ev::KeyboardEvent;
use leptos::html;
use web_sys::HtmlElement;

use super::{MenuAction, MenuItem};
use crate::prelude::*;
use crate::ui::dom::{
    find_all, flag, float, focus, focused, hide_popover, rect, set_style, show_popover, truth,
};
use crate::ui::place::Side;
use crate::ui::roving::{next_index, type_ahead};
use crate::ui::{Glyph, Icon};

pub(crate) type Items = Arc<dyn Fn() -> Vec<MenuItem> + Send + Sync>;

/// Opens and closes a [`MenuPopup`].
#[derive(Clone, Copy)]
pub(crate) struct MenuHost {
    node: NodeRef<html::Div>,
    items: RwSignal<Vec<MenuItem>>,
    source: StoredValue<Option<Items>>,
    anchor: StoredValue<Option<HtmlElement>, LocalStorage>,
    /// Whether the menu is open.
    pub open: RwSignal<bool>,
}

impl MenuHost {
    pub fn new() -> Self {
        Self {
            node: NodeRef::new(),
            items: RwSignal::new(Vec::new()),
            source: StoredValue::new(None),
            anchor: StoredValue::new_local(None),
            open: RwSignal::new(false),
        }
    }

    /// Shows the items beside `anchor`, focus on the first.
    pub fn show(self, anchor: HtmlElement, items: Items) {
        self.items.set(items());
        self.source.set_value(Some(items));
        let host = self;
        // The items are in the document in the next frame.
        request_animation_frame(move || {
            let Some(menu) = host.node.get_untracked() else { return };
            let box_of_anchor = rect(&anchor);
            let width = box_of_anchor.right - box_of_anchor.left;
            set_style(&menu, "min-width", &format!("{}px", width.clamp(168, 320)));
            show_popover(&menu);
            float(&menu, box_of_anchor, Side::Below);
            host.anchor.set_value(Some(anchor));
            host.open.set(true);
            let all = find_all(&menu, ".menu-item");
            let checked =
                all.iter().find(|item| item.get_attribute("aria-checked").as_deref() == Some("true"));
            if let Some(item) = checked.or(all.first()) {
                focus(item);
            }
        });
    }

    /// Closes the menu and gives focus back to the button.
    pub fn hide(self) {
        if let Some(menu) = self.node.get_untracked() {
            hide_popover(&menu);
        }
        if let Some(anchor) = self.anchor.try_get_value().flatten() {
            focus(&anchor);
        }
    }

    fn pick(self, item: &MenuItem) {
        if item.disabled.is_some() {
            return;
        }
        if !item.stays {
            self.hide();
        }
        if let MenuAction::Run(run) = &item.action {
            run();
        }
        // A menu that stays shows the new ticks.
        if let (true, Some(source)) = (item.stays, self.source.get_value()) {
            self.items.set(source());
        }
    }

    fn on_key(self, event: &KeyboardEvent) {
        let Some(menu) = self.node.get_untracked() else { return };
        let key = event.key();
        if key == "Tab" {
            self.hide();
            return;
        }
        let all = find_all(&menu, ".menu-item");
        let here = focused().and_then(|f| all.iter().position(|item| *item == f));
        let next = next_index(&key, here, all.len(), "ArrowUp", "ArrowDown").or_else(|| {
            let names: Vec<String> = all.iter().map(|i| i.text_content().unwrap_or_default()).collect();
            let plain = !event.ctrl_key() && !event.meta_key() && !event.alt_key();
            (plain && key.chars().count() == 1 && key != " ")
                .then(|| type_ahead(&key, here, &names))
                .flatten()
        });
        if let Some(item) = next.and_then(|i| all.get(i)) {
            event.prevent_default();
            focus(item);
        }
        // Neither the table nor the panel behind the menu may act on a key that was for the menu.
        event.stop_propagation();
    }
}

/// The floating list of a [`MenuHost`].
#[component]
pub(crate) fn MenuPopup(host: MenuHost, #[prop(into)] label: TextProp) -> AnyView {
    let on_toggle = move |_| {
        let shown = host.node.get_untracked().is_some_and(|m| m.matches(":popover-open").unwrap_or(false));
        host.open.set(shown);
    };
    let items = move || host.items.get().into_iter().map(|item| item_view(host, item)).collect_view();
    view! {
        <div
            class="menu"
            popover="auto"
            role="menu"
            tabindex="-1"
            node_ref=host.node
            aria-label=move || label.get()
            on:toggle=on_toggle
            on:keydown=move |event| host.on_key(&event)
        >
            {items}
        </div>
    }
    .into_any()
}

fn item_view(host: MenuHost, item: MenuItem) -> AnyView {
    let label = item.label.clone();
    let why = item.disabled.clone();
    let icon = match item.checked {
        Some(true) => Some(Glyph::Check),
        Some(false) => None,
        None => item.icon,
    };
    // Without a tick the words stand where those with one do.
    let room = (item.checked == Some(false)).then(|| view! { <span class="menu-tick"></span> });
    let content = view! {
        {icon.map(|of| view! { <Icon of/> })}
        {room}
        <span class="menu-text">
            <span>{move || label.get()}</span>
            {why.map(|why| view! { <span class="menu-why">{move || why.get()}</span> })}
        </span>
    };
    let role = if item.checked.is_some() { "menuitemcheckbox" } else { "menuitem" };
    let checked = item.checked.map(truth);
    let disabled = flag(item.disabled.is_some());
    let (danger, separated) = (item.danger, item.separated);
    match item.action.clone() {
        MenuAction::Go(href) if item.disabled.is_none() => view! {
            <a
                class="menu-item"
                class:is-danger=danger
                class:is-separated=separated
                role=role
                tabindex="-1"
                href=href
                on:click=move |_| host.pick(&item)
            >
                {content}
            </a>
        }
        .into_any(),
        _ => view! {
            <button
                type="button"
                class="menu-item"
                class:is-danger=danger
                class:is-separated=separated
                role=role
                tabindex="-1"
                aria-checked=checked
                aria-disabled=disabled
                on:click=move |_| host.pick(&item)
            >
                {content}
            </button>
        }
        .into_any(),
    }
}
