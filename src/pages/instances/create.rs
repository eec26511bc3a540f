//! The form that creates a Kafka instance.

pub mod draft;
pub mod flavour;
pub mod rejection;

use leptos::prelude::*;

/// Instances of both engines.
#[component]
pub fn NewKafkaPage() -> impl IntoView {
    view! { <h1 tabindex="-1">"NewKafkaPage"</h1> }
}
