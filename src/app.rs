//! Start, and which page a route shows.

use leptos::prelude::*;
use leptos_router::components::Router;

use crate::pages::instances::{InstancesPage, NewKafkaPage};
use crate::pages::kafka::overview::KafkaPage;
use crate::pages::kafka::topics::{EditTopicPage, NewTopicPage, TopicPage, TopicsPage};
use crate::pages::not_found::NotFoundPage;
use crate::pages::rocketmq::RocketMqPage;
use crate::pages::sign_in::SignInPage;
use crate::pages::tools::journal::JournalPage;
use crate::routes::{self, Route};

/// Mounts the console on the document's body.
pub fn start() {
    crate::i18n::init();
    crate::session::init();
    mount_to_body(App);
}

/// The console.
#[component]
fn App() -> impl IntoView {
    view! { <Router>{|| view! { <CurrentPage/> }}</Router> }
}

/// The page of the current route; another route, or another instance or topic, is another page.
#[component]
fn CurrentPage() -> impl IntoView {
    routes::init();
    let route = routes::current();
    move || page(route.get())
}

fn page(route: Route) -> AnyView {
    match route {
        Route::SignIn { .. } => view! { <SignInPage/> }.into_any(),
        Route::Instances => view! { <InstancesPage/> }.into_any(),
        Route::NewKafka => view! { <NewKafkaPage/> }.into_any(),
        Route::Kafka { instance } => view! { <KafkaPage instance/> }.into_any(),
        Route::Topics { instance } => view! { <TopicsPage instance/> }.into_any(),
        Route::NewTopic { instance } => view! { <NewTopicPage instance/> }.into_any(),
        Route::Topic { instance, topic } => view! { <TopicPage instance topic/> }.into_any(),
        Route::EditTopic { instance, topic } => view! { <EditTopicPage instance topic/> }.into_any(),
        Route::RocketMq { instance } => view! { <RocketMqPage instance/> }.into_any(),
        Route::Journal => view! { <JournalPage/> }.into_any(),
        Route::Gallery => gallery(),
        Route::NotFound => view! { <NotFoundPage/> }.into_any(),
    }
}

#[cfg(feature = "gallery")]
fn gallery() -> AnyView {
    view! { <crate::pages::tools::gallery::GalleryPage/> }.into_any()
}

#[cfg(not(feature = "gallery"))]
fn gallery() -> AnyView {
    view! { <NotFoundPage/> }.into_any()
}
