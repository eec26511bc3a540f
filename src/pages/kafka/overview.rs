//! One Kafka instance.

use leptos::prelude::*;

/// One Kafka instance.
#[component]
pub fn KafkaPage(instance: String) -> impl IntoView {
    view! { <h1 tabindex="-1">"KafkaPage "{instance}</h1> }
}
