//! Pages about the console itself.

#[cfg(feature = "gallery")]
pub mod gallery;
pub mod journal;
mod search;

use crate::lazy::Page;
use crate::prelude::*;
use crate::routes::Route;
use crate::shell::{Search, SignInAgain};
use journal::JournalPage;
use search::{Finder, FinderProps};

crate::chunk! {
    /// The search, the request journal; in development builds, the gallery; and the dialog that asks for credentials again.
    pub static TOOLS: Tools = tools {
        page,
        finder: |search| Finder(FinderProps { search }),
        sign_in_again: || view! { <SignInAgain/> }.into_any(),
    };
}

/// What the rest of the console shows of it.
#[derive(Clone, Copy)]
pub struct Tools {
    pub page: Page,
    /// The dialog of the search for everything.
    pub finder: fn(Search) -> AnyView,
    /// See [`SignInAgain`].
    pub sign_in_again: fn() -> AnyView,
}

fn page(route: Route) -> AnyView {
    match route {
        Route::Journal => view! { <JournalPage/> }.into_any(),
        #[cfg(feature = "gallery")]
        Route::Gallery => view! { <gallery::GalleryPage/> }.into_any(),
        _ => view! { <super::not_found::NotFoundPage/> }.into_any(),
    }
}
