//! The left rail: where one can go from here.

mod entries;

use crate::i18n::{Msg, core, shell as text, t};
use crate::prelude::*;
use crate::routes::{Link, Route};
use crate::shell::crumbs::{About, Subject};
use crate::shell::prefs;
use crate::shell::switcher::Switcher;
use crate::ui::{Glyph, Icon, IconButton};
use entries::Entry;

/// The rail.
#[component]
pub fn Rail(route: Memo<Route>, subject: Subject) -> AnyView {
    let about_instance =
        move || subject.about().get().map(|about| view! { <InstanceSection route subject about/> });
    let (icon, label) =
        (Glyph::Menu, move || t(if prefs::rail_small() { text::EXPAND } else { text::COLLAPSE }));
    view! {
        <nav class="rail" aria-label=move || t(text::NAVIGATION)>
            <div class="rail-brand">
                <Link to=Route::Instances class="rail-home">
                    <span class="rail-mark" aria-hidden="true"></span>
                    <span class="rail-word">{move || t(core::APP)}</span>
                </Link>
            </div>
            <div class="rail-scroll">
                <ul class="rail-list">
                    <Item route to=Route::Instances also=is_new_instance icon=Glyph::Instance label=text::INSTANCES/>
                </ul>
                {about_instance}
                <p class="rail-title">{move || t(text::TOOLS)}</p>
                <ul class="rail-list">
                    <Item route to=Route::Journal also=|_| false icon=Glyph::Journal label=text::JOURNAL/>
                </ul>
            </div>
            <div class="rail-foot">
                <IconButton icon label on_click=move |()| prefs::toggle_rail()/>
            </div>
        </nav>
    }
    .into_any()
}

fn is_new_instance(route: &Route) -> bool {
    matches!(route, Route::NewKafka | Route::NewRocketMq)
}

/// The pages of the instance that is shown.
#[component]
fn InstanceSection(route: Memo<Route>, subject: Subject, about: About) -> AnyView {
    let entries = entries::of(about.engine, &about.id);
    let items = entries.into_iter().map(|Entry { to, also, icon, label }| {
        view! { <Item route to also icon label/> }
    });
    view! {
        <div class="rail-instance">
            <p class="rail-title">{move || t(text::CURRENT_INSTANCE)}</p>
            <Switcher subject/>
            <ul class="rail-list">{items.collect_view()}</ul>
        </div>
    }
    .into_any()
}

/// One page. `also` names pages below it that mark it as current.
#[component]
fn Item(route: Memo<Route>, to: Route, also: fn(&Route) -> bool, icon: Glyph, label: Msg) -> AnyView {
    let here = {
        let to = to.clone();
        move || route.with(|r| *r == to)
    };
    let inside = move || route.with(also);
    let current = {
        let here = here.clone();
        move || if here() { Some("page") } else { inside().then_some("true") }
    };
    view! {
        <li>
            <a class="rail-item" href=to.href() aria-current=current data-tip=move || prefs::rail_small().then(|| t(label))>
                <Icon of=icon/>
                <span class="rail-word">{move || t(label)}</span>
            </a>
        </li>
    }
    .into_any()
}
