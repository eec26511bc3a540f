//! What a screen reader and the window's title learn when the page changes.

use leptos::html;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use crate::i18n::locale;
use crate::prelude::*;
use crate::routes::Route;
use crate::shell::crumbs::{self, Subject};

/// Keeps the window's title, moves focus to the heading of a new page, and returns what to announce.
pub fn use_announcer(route: Memo<Route>, subject: Subject, main: NodeRef<html::Main>) -> RwSignal<String> {
    let announced = RwSignal::new(String::new());
    let title = Memo::new(move |_| crumbs::title(&crumbs::current(route, subject), locale()));
    Effect::new(move |_| document().set_title(&title.get()));
    Effect::new(move |first: Option<()>| {
        route.track();
        // The first page was announced by the browser, and focus belongs to the document's start.
        if first.is_some() {
            announced.set(title.get_untracked());
            request_animation_frame(move || {
                if let Some(main) = main.try_get_untracked().flatten() {
                    focus_heading(&main);
                }
            });
        }
    });
    announced
}

fn focus_heading(main: &HtmlElement) {
    main.set_scroll_top(0);
    // A form's first field or an open panel may have taken focus already.
    let inside = document().active_element().is_some_and(|e| main.contains(Some(&e)) && e != **main);
    if inside {
        return;
    }
    let heading = main.query_selector("h1").ok().flatten().and_then(|h| h.dyn_into::<HtmlElement>().ok());
    let _ = heading.as_ref().unwrap_or(main).focus();
}
