//! A link to a page of the console.

use crate::prelude::*;
use crate::routes::Route;

/// An `<a>` with a real address, so that it can be opened in a new tab and copied. Clicks are taken over by
/// [`crate::routes::init`] for every such link, whoever rendered it.
#[component]
pub fn Link(
    to: Route,
    #[prop(optional, into)] class: Option<&'static str>,
    /// Whether this is the page shown now.
    #[prop(optional, into)]
    current: Option<Signal<bool>>,
    children: Children,
) -> impl IntoView {
    let current = move || current.is_some_and(|c| c.get()).then_some("page");
    view! { <a href=to.href() class=class aria-current=current>{children()}</a> }
}
