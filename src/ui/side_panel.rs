//! A resizable drawer beside a list. Not modal: the list stays usable.

use std::sync::LazyLock;

use leptos::ev::{KeyboardEvent, PointerEvent};
use leptos::html;
use wasm_bindgen::JsCast;

use super::dom::{focus, focused, next_id};
use super::{Glyph, IconButton};
use crate::i18n::{t, ui as text};
use crate::prelude::*;

const NARROWEST: i32 = 320;
const WIDEST: i32 = 960;
const STEP: i32 = 24;

/// The width the user chose, the same for every panel of the session.
static WIDTH: LazyLock<ArcRwSignal<i32>> = LazyLock::new(|| ArcRwSignal::new(480));

/// Details beside a list. Rendered by the caller only while open; its URL is the caller's business. Esc inside it
/// closes; focus moves to its title when it opens and back to the opener when it closes.
///
/// Stands as the second child of a `.split`.
#[component]
pub fn SidePanel(
    #[prop(into)] title: TextProp,
    /// A line under the title: status, id.
    #[prop(optional, into)]
    subtitle: ViewFn,
    /// Buttons beside the title.
    #[prop(optional, into)]
    actions: ViewFn,
    #[prop(into)] on_close: Callback<()>,
    children: Children,
) -> AnyView {
    let id = format!("panel{}", next_id());
    let labelled_by = id.clone();
    let heading = NodeRef::<html::H2>::new();
    keep_focus(heading);
    let on_key = move |event: KeyboardEvent| {
        if event.key() == "Escape" && !event.default_prevented() {
            event.prevent_default();
            on_close.run(());
        }
    };
    view! {
        <aside
            class="panel"
            aria-labelledby=labelled_by
            style=("--panel-width", move || format!("{}px", WIDTH.get()))
            on:keydown=on_key
        >
            <Grip/>
            <header class="panel-head">
                <h2 id=id tabindex="-1" node_ref=heading>{move || title.get()}</h2>
                {actions.run()}
                <IconButton icon=Glyph::Close label=text::CLOSE on_click=on_close/>
            </header>
            <div class="panel-sub">{subtitle.run()}</div>
            <div class="panel-body" tabindex="-1">{children()}</div>
        </aside>
    }
    .into_any()
}

/// Moves focus to the title, and back where it came from when the panel goes with focus inside.
fn keep_focus(heading: NodeRef<html::H2>) {
    let opener = StoredValue::new_local(focused());
    heading.on_load(|heading| request_animation_frame(move || focus(&heading)));
    on_cleanup(move || {
        let Some(opener) = opener.try_get_value().flatten() else { return };
        // Focus inside falls back to the page once the panel is gone.
        request_animation_frame(move || {
            if focused().is_none() && opener.is_connected() {
                focus(&opener);
            }
        });
    });
}

/// The edge that can be dragged, or moved with the arrow keys.
#[component]
fn Grip() -> AnyView {
    // Where the drag began, and how wide the panel was then.
    let drag = RwSignal::new(None::<(i32, i32)>);
    let start = move |event: PointerEvent| {
        let Some(grip) = event.target().and_then(|t| t.dyn_into::<web_sys::HtmlElement>().ok()) else {
            return;
        };
        let width = grip.parent_element().map_or(0, |panel| panel.client_width());
        let _ = grip.set_pointer_capture(event.pointer_id());
        event.prevent_default();
        drag.set(Some((event.client_x(), width)));
    };
    let follow = move |event: PointerEvent| {
        if let Some((from, width)) = drag.get_untracked() {
            WIDTH.set(clamped(width + from - event.client_x()));
        }
    };
    let on_key = move |event: KeyboardEvent| {
        let by = match event.key().as_str() {
            "ArrowLeft" => STEP,
            "ArrowRight" => -STEP,
            _ => return,
        };
        event.prevent_default();
        WIDTH.update(|width| *width = clamped(*width + by));
    };
    view! {
        <div
            class="panel-grip"
            class:is-dragging=move || drag.get().is_some()
            role="separator"
            tabindex="0"
            aria-orientation="vertical"
            aria-label=move || t(text::RESIZE_PANEL)
            aria-valuemin=NARROWEST.to_string()
            aria-valuemax=WIDEST.to_string()
            aria-valuenow=move || WIDTH.get().to_string()
            on:pointerdown=start
            on:pointermove=follow
            on:pointerup=move |_| drag.set(None)
            on:pointercancel=move |_| drag.set(None)
            on:keydown=on_key
        ></div>
    }
    .into_any()
}

fn clamped(width: i32) -> i32 {
    width.clamp(NARROWEST, WIDEST)
}
