//! Start, and which page a route shows.

use leptos::prelude::*;
use leptos_router::components::Router;

use crate::pages::instances::{InstancesPage, NewKafkaPage, NewRocketMqPage};
use crate::pages::kafka::groups::{CoordinatorsPage, GroupPage, GroupsPage, ResetGroupPage};
use crate::pages::kafka::messages::{MessagesPage, NewMessagePage};
use crate::pages::kafka::overview::KafkaPage;
use crate::pages::kafka::topics::{EditTopicPage, NewTopicPage, TopicPage, TopicsPage};
use crate::pages::kafka::users::{PermissionsPage, UsersPage};
use crate::pages::not_found::NotFoundPage;
use crate::pages::rocketmq::RocketMqPage;
use crate::pages::sign_in::SignInPage;
use crate::pages::tools::journal::JournalPage;
use crate::routes::{self, Route};
use crate::shell::{Shell, panic, prefs};
use crate::{i18n, session};

/// Mounts the console on the document's body.
pub fn start() {
    panic::install();
    i18n::init();
    prefs::init();
    session::init();
    routes::watch_history();
    mount_to_body(App);
}

/// The console. The router keeps the address bar; [`page`] is the route table.
#[component]
fn App() -> impl IntoView {
    view! { <Router>{|| view! { <Screen/> }}</Router> }
}

/// What fills the window.
#[derive(Clone, PartialEq)]
enum Shown {
    SignIn,
    /// To the path below the base that was asked for before signing in.
    Away(String),
    /// To the sign-in page.
    Gate,
    Console,
}

#[component]
fn Screen() -> AnyView {
    routes::init();
    let route = routes::current();
    let shown = Memo::new(move |_| route.with(|route| screen(route, session::current().is_some())));
    Effect::new(move |_| match shown.get() {
        Shown::Away(path) => routes::go_back_to(&path),
        Shown::Gate => routes::go_replacing(&Route::SignIn { next: Some(routes::here()) }),
        Shown::SignIn | Shown::Console => {}
    });
    (move || match shown.get() {
        Shown::SignIn => view! { <SignInPage/> }.into_any(),
        Shown::Console => view! { <Shell route page/> }.into_any(),
        Shown::Away(_) | Shown::Gate => ().into_any(),
    })
    .into_any()
}

fn screen(route: &Route, signed_in: bool) -> Shown {
    match (route, signed_in) {
        (Route::SignIn { .. }, false) => Shown::SignIn,
        (Route::SignIn { next }, true) => {
            // Only to a page of this console, whatever the link said.
            Shown::Away(match next {
                Some(next) if is_page(next) => next.clone(),
                _ => Route::Instances.path(),
            })
        }
        // The component gallery needs no service.
        (Route::Gallery, _) | (_, true) => Shown::Console,
        (_, false) => Shown::Gate,
    }
}

/// Whether a path below the base is a page to come back to. `//host` would be another site.
fn is_page(path: &str) -> bool {
    path.starts_with('/')
        && !path.starts_with("//")
        && !matches!(Route::parse(path), Route::NotFound | Route::SignIn { .. })
}

/// The page of a route; another route, or another instance or topic, is another page.
fn page(route: Route) -> AnyView {
    match route {
        Route::SignIn { .. } => ().into_any(),
        Route::Instances => view! { <InstancesPage/> }.into_any(),
        Route::NewKafka => view! { <NewKafkaPage/> }.into_any(),
        Route::NewRocketMq => view! { <NewRocketMqPage/> }.into_any(),
        Route::Kafka { instance } => view! { <KafkaPage instance/> }.into_any(),
        Route::Topics { instance } => view! { <TopicsPage instance/> }.into_any(),
        Route::NewTopic { instance } => view! { <NewTopicPage instance/> }.into_any(),
        Route::Topic { instance, topic } => view! { <TopicPage instance topic/> }.into_any(),
        Route::EditTopic { instance, topic } => view! { <EditTopicPage instance topic/> }.into_any(),
        Route::Groups { instance } => view! { <GroupsPage instance/> }.into_any(),
        Route::Group { instance, group } => view! { <GroupPage instance group/> }.into_any(),
        Route::ResetGroup { instance, group } => view! { <ResetGroupPage instance group/> }.into_any(),
        Route::Coordinators { instance } => view! { <CoordinatorsPage instance/> }.into_any(),
        Route::Users { instance } => view! { <UsersPage instance/> }.into_any(),
        Route::Permissions { instance } => view! { <PermissionsPage instance/> }.into_any(),
        Route::Messages { instance } => view! { <MessagesPage instance/> }.into_any(),
        Route::NewMessage { instance } => view! { <NewMessagePage instance/> }.into_any(),
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

#[cfg(test)]
mod tests {
    use super::*;

    fn away(next: &str) -> bool {
        screen(&Route::SignIn { next: Some(next.into()) }, true) == Shown::Away(next.into())
    }

    #[test]
    fn after_signing_in_the_wanted_page_opens_and_nothing_else() {
        assert!(away("/kafka/i1/topics?q=orders&sort=-name"));
        for stranger in ["https://evil.example/", "//instances", "instances", "/sign-in", "/nowhere"] {
            assert!(!away(stranger), "{stranger}");
        }
    }

    #[test]
    fn nothing_shows_before_signing_in() {
        assert!(screen(&Route::Instances, false) == Shown::Gate);
        assert!(screen(&Route::Instances, true) == Shown::Console);
    }
}
