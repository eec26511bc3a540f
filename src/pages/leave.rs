//! Holding the user back from losing what a form holds.

use leptos::prelude::*;

use crate::i18n::{core, t};
use crate::routes::use_leave_guard;
use crate::ui::{Bound, ConfirmDialog};

/// Asks "Discard your changes?" when the user leaves the page while `dirty`.
#[component]
pub fn LeaveDialog(#[prop(into)] dirty: Signal<bool>) -> AnyView {
    let guard = use_leave_guard(dirty);
    let open = Bound::new(guard.asking, move |open: bool| {
        if !open {
            guard.stay();
        }
    });
    view! {
        <ConfirmDialog
            open
            title=core::LEAVE_TITLE
            action=core::LEAVE_ACTION
            on_confirm=Callback::new(move |()| guard.leave())
        >
            <p>{move || t(core::LEAVE_TEXT)}</p>
        </ConfirmDialog>
    }
    .into_any()
}
