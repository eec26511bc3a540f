//! What surrounds every page: rail, top bar, announcements, dialogs that may come up anywhere.

mod announce;
mod crumbs;
mod errors;
mod failure;
mod leave_dialog;
mod menus;
mod offline;
pub mod panic;
pub mod prefs;
mod rail;
mod search;
mod sign_in_again;
mod switcher;
mod top_bar;
mod visited;

use leptos::html;

use crate::i18n::{shell as text, t};
use crate::pages::tools::TOOLS;
use crate::prelude::*;
use crate::routes::Route;
use crate::ui::{ToastRegion, TooltipLayer, provide_density, provide_toasts};

pub use crumbs::{About, Subject, page_name};
pub use failure::{Failure, brief};
pub use menus::{DisplayMenu, LanguageMenu};
pub use search::Search;
pub use sign_in_again::SignInAgain;

use announce::use_announcer;
use leave_dialog::LeaveDialog;
use offline::OfflineBanner;
use rail::Rail;
use search::use_search;
use top_bar::TopBar;

/// The frame, with the page of `route` inside. `finder` is the dialog of the search.
#[component]
pub fn Shell(route: Memo<Route>, page: fn(Route) -> AnyView, finder: fn(Search) -> AnyView) -> AnyView {
    provide_density(Signal::derive(prefs::density));
    let toasts = provide_toasts();
    let subject = Subject::of(route);
    let main = NodeRef::<html::Main>::new();
    let search = use_search(subject);
    let announced = use_announcer(route, subject, main);
    let skip = move |_| {
        if let Some(main) = main.get_untracked() {
            let _ = main.focus();
        }
    };
    let sign_in_again = TOOLS.show_over(sign_in_again::wanted, |tools| (tools.sign_in_again)());
    view! {
        <button type="button" class="skip-link" on:click=skip>{move || t(text::SKIP)}</button>
        <div class="app" class:is-rail-small=prefs::rail_small>
            <Rail route subject/>
            <TopBar route subject search/>
            <main class="main" id="main" tabindex="-1" node_ref=main>
                <OfflineBanner/>
                {move || page(route.get())}
            </main>
        </div>
        <div class="sr-only" role="status" aria-live="polite">{announced}</div>
        {finder(search)}
        <ToastRegion toasts/>
        <TooltipLayer/>
        {sign_in_again}
        <LeaveDialog/>
    }
    .into_any()
}
