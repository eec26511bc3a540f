//! The left rail: where one can go from here.

use dms_api::Engine;
use leptos::prelude::*;

use crate::i18n::{Msg, core, shell as text, t};
use crate::routes::{Link, Route};
use crate::shell::crumbs::{About, Subject};
use crate::shell::prefs;
use crate::shell::switcher::Switcher;
use crate::ui::{Glyph, Icon, IconButton};

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
                    <Item route to=Route::Journal icon=Glyph::Journal label=text::JOURNAL/>
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

fn is_new_message(route: &Route) -> bool {
    matches!(route, Route::NewMessage { .. })
}

fn is_below_topics(route: &Route) -> bool {
    matches!(route, Route::NewTopic { .. } | Route::Topic { .. } | Route::EditTopic { .. })
}

fn is_below_groups(route: &Route) -> bool {
    matches!(route, Route::Group { .. } | Route::ResetGroup { .. } | Route::Coordinators { .. })
}

fn is_below_users(route: &Route) -> bool {
    matches!(route, Route::Permissions { .. })
}

/// The pages of the instance that is shown.
#[component]
fn InstanceSection(route: Memo<Route>, subject: Subject, about: About) -> AnyView {
    let instance = || about.id.clone();
    let rocketmq = about.engine == Engine::RocketMq;
    let overview = if rocketmq {
        Route::RocketMq { instance: instance() }
    } else {
        Route::Kafka { instance: instance() }
    };
    let topics = (!rocketmq).then(|| {
        let to = Route::Topics { instance: instance() };
        let messages = Route::Messages { instance: instance() };
        view! {
            <Item route to also=is_below_topics icon=Glyph::Topic label=text::TOPICS/>
            <Item route to=messages also=is_new_message icon=Glyph::List label=crate::i18n::messages::TITLE/>
        }
    });
    let groups = (!rocketmq).then(|| {
        let to = Route::Groups { instance: instance() };
        view! { <Item route to also=is_below_groups icon=Glyph::Rows label=text::GROUPS/> }
    });
    let users = (!rocketmq).then(|| {
        let to = Route::Users { instance: instance() };
        view! { <Item route to also=is_below_users icon=Glyph::Users label=text::USERS/> }
    });
    view! {
        <div class="rail-instance">
            <p class="rail-title">{move || t(text::CURRENT_INSTANCE)}</p>
            <Switcher subject/>
            <ul class="rail-list">
                <Item route to=overview icon=Glyph::Activity label=text::OVERVIEW/>
                {topics}
                {groups}
                {users}
            </ul>
        </div>
    }
    .into_any()
}

/// One page. `also` names pages below it that mark it as current.
#[component]
fn Item(
    route: Memo<Route>,
    to: Route,
    #[prop(optional)] also: Option<fn(&Route) -> bool>,
    icon: Glyph,
    label: Msg,
) -> AnyView {
    let here = {
        let to = to.clone();
        move || route.with(|r| *r == to)
    };
    let inside = move || route.with(|r| also.is_some_and(|also| also(r)));
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
