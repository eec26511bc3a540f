//! A resizable drawer beside a list. Not modal: the list stays usable.

use leptos::prelude::*;

use super::dom::next_id;
use super::{Glyph, IconButton};
use crate::i18n::ui as text;

/// Details beside a list. Rendered by the caller only while open; its URL is the caller's business. Esc inside it
/// closes; focus moves to its title when it opens and back to the opener when it closes.
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
    view! {
        <aside class="panel" aria-labelledby=labelled_by>
            <header class="panel-head">
                <h2 id=id tabindex="-1">{move || title.get()}</h2>
                {actions.run()}
                <IconButton icon=Glyph::Close label=text::CLOSE on_click=on_close/>
            </header>
            {subtitle.run()}
            <div class="panel-body">{children()}</div>
        </aside>
    }
    .into_any()
}
