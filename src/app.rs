//! Start, and which page a route shows.

use leptos::prelude::*;
use leptos_router::components::Router;

use crate::pages::instances::{INSTANCES, InstancesPage};
use crate::pages::kafka::KAFKA;
use crate::pages::kafka::manage::MANAGE;
use crate::pages::kafka::topics::TopicsPage;
use crate::pages::not_found::NotFoundPage;
use crate::pages::rocketmq::ROCKETMQ;
use crate::pages::sign_in::SignInPage;
use crate::pages::tools::TOOLS;
use crate::routes::{self, RocketMqPage, Route};
use crate::shell::{Search, Shell, panic, prefs};
use crate::{i18n, lazy, session};

/// What is fetched after the first page.
static CHUNKS: [lazy::AnyChunk; 5] = [&INSTANCES, &KAFKA, &MANAGE, &ROCKETMQ, &TOOLS];

/// Mounts the console on the document's body.
pub fn start() {
    panic::install();
    i18n::init();
    prefs::init();
    session::init();
    routes::watch_history();
    mount_to_body(App);
    lazy::prefetch(&CHUNKS);
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
        Shown::Console => view! { <Shell route page finder/> }.into_any(),
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
///
/// The way to the topic list is in the main file; every other page is in its area's chunk, whose `page` function
/// has the other half of this table.
fn page(route: Route) -> AnyView {
    match route {
        Route::SignIn { .. } => ().into_any(),
        Route::Instances => view! { <InstancesPage/> }.into_any(),
        Route::Topics { instance } => view! { <TopicsPage instance/> }.into_any(),
        Route::NotFound => view! { <NotFoundPage/> }.into_any(),
        Route::NewKafka
        | Route::NewRocketMq
        | Route::Kafka { .. }
        | Route::RocketMq { page: RocketMqPage::Overview, .. } => {
            INSTANCES.show(|instances| (instances.page)(route))
        }
        Route::Manage { instance, page } => MANAGE.show(move |manage| (manage.page)(instance, page)),
        Route::RocketMq { instance, page } => ROCKETMQ.show(move |rocketmq| (rocketmq.page)(instance, page)),
        Route::NewTopic { .. }
        | Route::Topic { .. }
        | Route::EditTopic { .. }
        | Route::Groups { .. }
        | Route::Group { .. }
        | Route::ResetGroup { .. }
        | Route::Coordinators { .. }
        | Route::Users { .. }
        | Route::Permissions { .. }
        | Route::Messages { .. }
        | Route::NewMessage { .. } => KAFKA.show(|kafka| (kafka.page)(route)),
        Route::Journal | Route::Gallery => TOOLS.show(|tools| (tools.page)(route)),
    }
}

/// The dialog of the search for everything.
fn finder(search: Search) -> AnyView {
    TOOLS.show_over(move || search.open.get(), move |tools| (tools.finder)(search))
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
