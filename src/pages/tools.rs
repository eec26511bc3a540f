//! Pages about the console itself.

#[cfg(feature = "gallery")]
pub mod gallery;
pub mod journal;
mod search;

use leptos::prelude::*;

use crate::routes::Route;
use crate::shell::Search;
use journal::JournalPage;
use search::{Finder, FinderProps};

crate::chunk! {
    /// The search, the request journal and, in development builds, the gallery.
    pub static TOOLS: Tools = tools { page, finder: |search| Finder(FinderProps { search }) };
}

/// What the rest of the console shows of it.
#[derive(Clone, Copy)]
pub struct Tools {
    pub page: fn(Route) -> AnyView,
    /// The dialog of the search for everything.
    pub finder: fn(Search) -> AnyView,
}

fn page(route: Route) -> AnyView {
    match route {
        Route::Journal => view! { <JournalPage/> }.into_any(),
        #[cfg(feature = "gallery")]
        Route::Gallery => view! { <gallery::GalleryPage/> }.into_any(),
        _ => view! { <super::not_found::NotFoundPage/> }.into_any(),
    }
}
