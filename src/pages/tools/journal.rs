//! The request journal.

use leptos::prelude::*;

/// The request journal.
#[component]
pub fn JournalPage() -> impl IntoView {
    view! { <h1 tabindex="-1">"JournalPage"</h1> }
}
