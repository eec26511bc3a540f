//! Modal dialogs on the browser's own `<dialog>`: focus is kept inside and given back, Esc closes.

use leptos::ev::Event;
use leptos::html;

use super::dom::next_id;
use super::{Bound, Glyph, IconButton};
use crate::i18n::ui as text;
use crate::prelude::*;

/// A modal dialog. The children exist only while it is open. Focus goes to the first control of the children or
/// the footer.
#[component]
pub fn Dialog(
    #[prop(into)] open: Bound<bool>,
    #[prop(into)] title: TextProp,
    /// Neither Esc nor the close button work meanwhile.
    #[prop(optional, into)]
    busy: Signal<bool>,
    /// Room for tables: 760 px instead of 480.
    #[prop(optional)]
    wide: bool,
    /// Buttons at the bottom right.
    #[prop(optional, into)]
    footer: ViewFn,
    children: ChildrenFn,
) -> AnyView {
    let node = NodeRef::<html::Dialog>::new();
    let id = format!("d{}", next_id());
    follow(node, open);
    let on_cancel = move |event: Event| {
        if busy.get_untracked() {
            event.prevent_default();
        }
    };
    let close = move |()| {
        if !busy.get_untracked() {
            open.set(false);
        }
    };
    let labelled_by = id.clone();
    let body = move || {
        open.get().then(|| {
            let (title, id) = (title.clone(), id.clone());
            // The close button comes last, so that focus starts at something more useful.
            view! {
                <header class="dialog-head"><h2 id=id>{move || title.get()}</h2></header>
                <div class="dialog-body">{children()}</div>
                <footer class="dialog-foot">{footer.run()}</footer>
                <div class="dialog-close">
                    <IconButton icon=Glyph::Close label=text::CLOSE disabled=busy on_click=close/>
                </div>
            }
        })
    };
    view! {
        <dialog
            class="dialog"
            class:is-wide=wide
            node_ref=node
            aria-labelledby=labelled_by
            on:cancel=on_cancel
            on:close=move |_| open.set(false)
        >
            {body}
        </dialog>
    }
    .into_any()
}

/// Opens and closes the element as the caller's value says.
fn follow(node: NodeRef<html::Dialog>, open: Bound<bool>) {
    Effect::new(move |_| {
        let wanted = open.get();
        let Some(dialog) = node.get() else { return };
        if !wanted {
            if dialog.open() {
                dialog.close();
            }
            return;
        }
        // The content appears in the same turn; opening after it lets focus find its first control.
        request_animation_frame(move || {
            if !dialog.open() && dialog.is_connected() {
                let _ = dialog.show_modal();
            }
        });
    });
}
