//! The component kit in every state.

use leptos::prelude::*;

/// The component kit in every state.
#[component]
pub fn GalleryPage() -> impl IntoView {
    view! { <h1 tabindex="-1">"GalleryPage"</h1> }
}
