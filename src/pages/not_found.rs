//! No page has this URL.

use leptos::prelude::*;

/// No page has this URL.
#[component]
pub fn NotFoundPage() -> impl IntoView {
    view! { <h1 tabindex="-1">"NotFoundPage"</h1> }
}
