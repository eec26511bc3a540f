//! Room for a plain table that may be wider than its place.

use crate::i18n::{Msg, t};
use crate::prelude::*;

/// Scrolls its table sideways, by keyboard as well: for tables without anything in them that takes focus.
#[component]
pub fn PlainScroll(label: Msg, children: Children) -> AnyView {
    view! {
        <div class="plain-scroll" tabindex="0" role="group" aria-label=move || t(label)>{children()}</div>
    }
    .into_any()
}
