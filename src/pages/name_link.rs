//! The name of a row in a list with a side panel.

use crate::prelude::*;
use crate::ui::Bound;

/// The name opens the side panel; with a modifier key, or copied, it is a link to `href`, the thing's own page.
pub fn name_link(href: String, name: &str, open: Bound<String>) -> AnyView {
    let own = name.to_owned();
    let peek = move |event: web_sys::MouseEvent| {
        if event.button() == 0 && !event.ctrl_key() && !event.meta_key() && !event.shift_key() {
            event.prevent_default();
            open.set(own.clone());
        }
    };
    view! { <a class="mono" href=href title=name.to_owned() on:click=peek>{name.to_owned()}</a> }.into_any()
}
