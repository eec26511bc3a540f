//! Instances of both engines.

use leptos::prelude::*;

/// Instances of both engines.
#[component]
pub fn InstancesPage() -> impl IntoView {
    view! { <h1 tabindex="-1">"InstancesPage"</h1> }
}

/// Instances of both engines.
#[component]
pub fn NewKafkaPage() -> impl IntoView {
    view! { <h1 tabindex="-1">"NewKafkaPage"</h1> }
}
