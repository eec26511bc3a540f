//! The top bar: where one is, and what holds for every page.

use crate::i18n::{self, shell as text, t, tf};
use crate::prelude::*;
use crate::routes::{Link, Route};
use crate::session::{self, config};
use crate::shell::crumbs::{self, Subject};
use crate::shell::menus::{ConnectionMenu, DisplayMenu, LanguageMenu};
use crate::shell::search::{Search, SearchButton};
use crate::shell::sign_in_again;
use crate::ui::{Badge, Button, Spacer, Tone, Tooltip};

/// Warn about the end of the session this long before.
const WARN_MS: i64 = 30 * 60_000;

/// The bar.
#[component]
pub fn TopBar(route: Memo<Route>, subject: Subject, search: Search) -> AnyView {
    let read_only = move || {
        config::read_only().then(|| {
            view! {
                <Tooltip text=text::READ_ONLY_TIP>
                    <Badge label=text::READ_ONLY tone=Tone::Warn/>
                </Tooltip>
            }
        })
    };
    let version_1 = move || {
        session::is_version_1().then(|| {
            view! {
                <Tooltip text=text::VERSION_1_TIP>
                    <Badge label=text::VERSION_1_SHORT tone=Tone::Info/>
                </Tooltip>
            }
        })
    };
    view! {
        <header class="topbar">
            <Breadcrumb route subject/>
            <Spacer/>
            <EndsSoon/>
            {read_only}
            {version_1}
            <SearchButton search/>
            <LanguageMenu/>
            <DisplayMenu/>
            <ConnectionMenu/>
        </header>
    }
    .into_any()
}

#[component]
fn Breadcrumb(route: Memo<Route>, subject: Subject) -> AnyView {
    let items = move || {
        let mut path = crumbs::current(route, subject);
        let last = path.pop();
        let above = path.into_iter().map(|crumb| {
            view! { <li><Link to=crumb.to>{crumb.name}</Link></li> }
        });
        let here = last.map(|crumb| view! { <li><span aria-current="page">{crumb.name}</span></li> });
        view! { {above.collect_view()} {here} }
    };
    view! {
        <nav class="crumbs" aria-label=move || t(text::BREADCRUMB)>
            <ol>{items}</ol>
        </nav>
    }
    .into_any()
}

/// Shown when the session's credentials end soon.
#[component]
fn EndsSoon() -> AnyView {
    let ends_at = move || {
        let at = session::current()?.expires_at?;
        // Follows the clock.
        let text = i18n::relative(at);
        (at - i18n::now() < WARN_MS).then_some(text)
    };
    view! {
        {move || ends_at().map(|when| view! {
            <span class="ends-soon" role="status">
                <Badge label=tf(text::ENDS_SOON, &[("when", &when)]) tone=Tone::Warn/>
                <Button label=text::RENEW on_click=move |()| sign_in_again::renew()/>
            </span>
        })}
    }
    .into_any()
}
