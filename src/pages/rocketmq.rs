//! One RocketMQ instance.

use leptos::prelude::*;

/// One RocketMQ instance.
#[component]
pub fn RocketMqPage(instance: String) -> impl IntoView {
    view! { <h1 tabindex="-1">"RocketMqPage "{instance}</h1> }
}
