//! Start, and which page a route shows.

use leptos_router::components::Router;

use crate::lazy::Fetch;
use crate::pages::instances::{INSTANCE_LIST, INSTANCES};
use crate::pages::kafka::KAFKA;
use crate::pages::kafka::manage::MANAGE;
use crate::pages::kafka::topics::TopicsPage;
use crate::pages::not_found::NotFoundPage;
use crate::pages::rocketmq::ROCKETMQ;
use crate::pages::sign_in::SignInPage;
use crate::pages::tools::TOOLS;
use crate::prelude::*;
use crate::routes::{self, RocketMqPage, Route};
use crate::shell::{Search, Shell, panic, prefs};
use crate::{i18n, lazy, session};

/// What is fetched after the first page.
static CHUNKS: [lazy::AnyChunk; 6] = [&INSTANCE_LIST, &INSTANCES, &KAFKA, &MANAGE, &ROCKETMQ, &TOOLS];

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
    SignIn {
        /// Whether the list of instances comes next.
        to_list: bool,
    },
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
        // Where the user goes from here, unless a link led elsewhere: nobody is to wait for it then.
        Shown::SignIn { to_list: true } => INSTANCE_LIST.fetch(),
        Shown::SignIn { .. } | Shown::Console => {}
    });
    (move || match shown.get() {
        Shown::SignIn { .. } => view! { <SignInPage/> }.into_any(),
        Shown::Console => view! { <Shell route page finder/> }.into_any(),
        Shown::Away(_) | Shown::Gate => ().into_any(),
    })
    .into_any()
}

fn screen(route: &Route, signed_in: bool) -> Shown {
    match (route, signed_in) {
        (Route::SignIn { next }, false) => {
            Shown::SignIn { to_list: Route::parse(&after(next)) == Route::Instances }
        }
        (Route::SignIn { next }, true) => Shown::Away(after(next)),
        // The component gallery needs no service.
        (Route::Gallery, _) | (_, true) => Shown::Console,
        (_, false) => Shown::Gate,
    }
}

/// Where signing in leads: to the page that was asked for, if it is one of this console, whatever the link said.
fn after(next: &Option<String>) -> String {
    match next {
        Some(next) if is_page(next) => next.clone(),
        _ => Route::Instances.path(),
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
    let chunk: lazy::AnyChunk = match route {
        Route::SignIn { .. } => return ().into_any(),
        Route::Topics { instance } => return view! { <TopicsPage instance/> }.into_any(),
        Route::NotFound => return view! { <NotFoundPage/> }.into_any(),
        Route::Instances => &INSTANCE_LIST,
        Route::NewKafka
        | Route::NewRocketMq
        | Route::Kafka { .. }
        | Route::RocketMq { page: RocketMqPage::Overview, .. } => &INSTANCES,
        Route::Manage { .. } => &MANAGE,
        Route::RocketMq { .. } => &ROCKETMQ,
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
        | Route::NewMessage { .. } => &KAFKA,
        Route::Journal | Route::Gallery => &TOOLS,
    };
    lazy::show_page(chunk, route)
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
    fn only_who_goes_to_the_list_fetches_it_while_signing_in() {
        let to_list = |next: Option<&str>| {
            screen(&Route::SignIn { next: next.map(str::to_owned) }, false) == Shown::SignIn { to_list: true }
        };
        assert!(to_list(None) && to_list(Some("/instances?q=a")));
        assert!(!to_list(Some("/kafka/i1/topics")));
    }

    #[test]
    fn nothing_shows_before_signing_in() {
        assert!(screen(&Route::Instances, false) == Shown::Gate);
        assert!(screen(&Route::Instances, true) == Shown::Console);
    }
}
