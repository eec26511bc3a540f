//! Going from page to page: the base path, clicks on links, the guard of unsaved changes.

use std::cell::RefCell;
use std::sync::LazyLock;

use leptos::ev;
use leptos_router::NavigateOptions;
use leptos_router::hooks::{use_location, use_navigate};
use leptos_router::location::Location;
use wasm_bindgen::JsCast;
use web_sys::{HtmlAnchorElement, MouseEvent};

use crate::prelude::*;
use crate::routes::{Route, history, query};

type Navigate = Box<dyn Fn(&str, NavigateOptions)>;

thread_local! {
    static NAVIGATE: RefCell<Option<Navigate>> = const { RefCell::new(None) };
    static LOCATION: RefCell<Option<Location>> = const { RefCell::new(None) };
    static GUARDS: RefCell<Vec<Signal<bool>>> = const { RefCell::new(Vec::new()) };
}

/// Where the user wanted to go.
#[derive(Clone)]
enum Way {
    /// To this path, base included.
    To(String),
    /// This many entries through the browser's history.
    Steps(i32),
}

/// The way on which a form with unsaved changes held the user back.
static HELD_BACK: LazyLock<ArcRwSignal<Option<Way>>> = LazyLock::new(|| ArcRwSignal::new(None));

/// The document's base without its trailing slash: `""` or `/portal/dms`.
pub fn base() -> String {
    thread_local!(static BASE: RefCell<Option<String>> = const { RefCell::new(None) });
    BASE.with_borrow_mut(|base| base.get_or_insert_with(read_base).clone())
}

fn read_base() -> String {
    let uri = document().base_uri().ok().flatten().unwrap_or_default();
    let path = web_sys::Url::new(&uri).map(|url| url.pathname()).unwrap_or_default();
    // The base is the directory of the base URI.
    path.rsplit_once('/').map_or(String::new(), |(directory, _)| directory.to_owned())
}

/// Begins to watch the browser's Back and Forward. Call once, before the router is made: who listens first hears first.
pub fn watch_history() {
    history::init(|steps| {
        let held = unsaved();
        if held {
            HELD_BACK.set(Some(Way::Steps(steps)));
        }
        held
    });
}

/// Takes over navigation. Call once, inside the router.
pub fn init() {
    let navigate = use_navigate();
    NAVIGATE.with_borrow_mut(|n| *n = Some(Box::new(navigate)));
    LOCATION.with_borrow_mut(|l| *l = Some(use_location()));
    // On the document, so that it comes before the router's own listener on the window, which decodes the
    // path it pushes and would break a name like `%DLQ%group`.
    let on_click = wasm_bindgen::closure::Closure::<dyn FnMut(MouseEvent)>::new(take_over_click);
    let _ = document().add_event_listener_with_callback("click", on_click.as_ref().unchecked_ref());
    // Lives as long as the page.
    on_click.into_js_value();
    let _ = window_event_listener(ev::beforeunload, |event| {
        if unsaved() {
            event.prevent_default();
        }
    });
}

/// The page shown, tracked. Changes of the query only matter where the query is part of the route.
pub fn current() -> Memo<Route> {
    Memo::new(|_| {
        let Some((path, search)) = LOCATION.with_borrow(|l| l.as_ref().map(|l| (l.pathname, l.search)))
        else {
            return Route::NotFound;
        };
        path.with(|path| match path.strip_prefix(&base()).filter(|p| p.is_empty() || p.starts_with('/')) {
            Some("/sign-in") => Route::parse(&format!("/sign-in?{}", search.get())),
            Some(path) => Route::parse(path),
            None => Route::NotFound,
        })
    })
}

/// Goes to a page, with a history entry.
pub fn go(route: &Route) {
    go_to(route.href(), false);
}

/// Goes to a page in place of the current one.
pub fn go_replacing(route: &Route) {
    go_to(route.href(), true);
}

/// Goes to an address of the console, with base and query, with a history entry.
pub fn go_to_href(href: String) {
    go_to(href, false);
}

/// Goes to a path below the base, as [`here`] gave it, in place of the current page.
pub fn go_back_to(below_base: &str) {
    go_to(format!("{}{below_base}", base()), true);
}

/// The path below the base with its query, for coming back here. Not tracked.
pub fn here() -> String {
    let (path, search) = location();
    let below = path.strip_prefix(&base()).unwrap_or_default().to_owned();
    if search.is_empty() { below } else { format!("{below}?{search}") }
}

/// Goes to a full path (with base) unless a form with unsaved changes wants a word first.
fn go_to(target: String, replace: bool) {
    if unsaved() {
        HELD_BACK.set(Some(Way::To(target)));
    } else {
        query::discard();
        to_full_path(&target, replace);
    }
}

/// Path and query of the address bar; the query tracked nowhere.
pub(super) fn location() -> (String, String) {
    let location = window().location();
    let search = location.search().unwrap_or_default();
    (location.pathname().unwrap_or_default(), search.trim_start_matches('?').to_owned())
}

/// The query without `?`, tracked.
pub(super) fn search() -> String {
    LOCATION.with_borrow(|l| l.as_ref().map(|l| l.search)).map(|s| s.get()).unwrap_or_default()
}

/// Tells the router. The scroll position of the lists inside the page is theirs to keep.
pub(super) fn to_full_path(target: &str, replace: bool) {
    let options = NavigateOptions { resolve: false, replace, scroll: false, state: history::next(replace) };
    NAVIGATE.with_borrow(|navigate| {
        if let Some(navigate) = navigate {
            navigate(target, options);
        }
    });
    history::arrived();
}

fn take_over_click(event: MouseEvent) {
    if event.default_prevented()
        || event.button() != 0
        || event.meta_key()
        || event.alt_key()
        || event.ctrl_key()
        || event.shift_key()
    {
        return;
    }
    let target = event.target().and_then(|t| t.dyn_into::<web_sys::Element>().ok());
    let Some(link) = target.and_then(|t| t.closest("a[href]").ok()?) else { return };
    let Ok(link) = link.dyn_into::<HtmlAnchorElement>() else { return };
    match in_app_target(&link) {
        Some(target) => {
            event.prevent_default();
            go_to(target, false);
        }
        // The router would swallow every link of the same origin; `external` is how it is told not to.
        None => drop(link.set_attribute("rel", "external")),
    }
}

/// Path and query of a link that leads to a page of this console, to be shown in this tab.
fn in_app_target(link: &HtmlAnchorElement) -> Option<String> {
    let same_origin = window().location().origin().ok()? == link.origin();
    let elsewhere = !link.target().is_empty() || link.has_attribute("download") || !link.hash().is_empty();
    let path = link.pathname();
    let below = path.strip_prefix(&base())?;
    let ours = same_origin && !elsewhere && Route::parse(below) != Route::NotFound;
    ours.then(|| path.clone() + &link.search())
}

/// Guards a form: while `dirty`, leaving the page by a link, by [`go`] or by the browser's Back is held back until
/// the user has been asked (the shell does that, see [`held_back`]); closing the tab makes the browser ask.
pub fn use_leave_guard(dirty: Signal<bool>) {
    GUARDS.with_borrow_mut(|guards| guards.push(dirty));
    on_cleanup(move || {
        GUARDS.with_borrow_mut(|guards| guards.retain(|g| *g != dirty));
        HELD_BACK.set(None);
    });
}

/// Whether the user wants to leave a form with unsaved changes. Tracked.
pub fn held_back() -> bool {
    HELD_BACK.with(Option::is_some)
}

/// The user stays after all.
pub fn stay() {
    HELD_BACK.set(None);
}

/// The user leaves and loses the changes.
pub fn leave() {
    let Some(way) = HELD_BACK.get_untracked() else { return };
    HELD_BACK.set(None);
    query::discard();
    match way {
        Way::To(target) => to_full_path(&target, false),
        Way::Steps(steps) => history::leave(steps),
    }
}

fn unsaved() -> bool {
    GUARDS.with_borrow(|guards| guards.iter().any(|dirty| dirty.try_get_untracked() == Some(true)))
}
