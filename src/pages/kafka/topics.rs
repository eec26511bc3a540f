//! Topics of a Kafka instance.

use leptos::prelude::*;

/// Topics of a Kafka instance.
#[component]
pub fn TopicsPage(instance: String) -> impl IntoView {
    view! { <h1 tabindex="-1">"TopicsPage "{instance}</h1> }
}

/// Topics of a Kafka instance.
#[component]
pub fn NewTopicPage(instance: String) -> impl IntoView {
    view! { <h1 tabindex="-1">"NewTopicPage "{instance}</h1> }
}

/// Topics of a Kafka instance.
#[component]
pub fn TopicPage(instance: String, topic: String) -> impl IntoView {
    view! { <h1 tabindex="-1">"TopicPage "{instance}" "{topic}</h1> }
}

/// Topics of a Kafka instance.
#[component]
pub fn EditTopicPage(instance: String, topic: String) -> impl IntoView {
    view! { <h1 tabindex="-1">"EditTopicPage "{instance}" "{topic}</h1> }
}
