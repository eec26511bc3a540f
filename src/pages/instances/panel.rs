//! Details of the row that is open, beside the list.

use std::sync::Arc;

use dms_api::models::Instance;

use super::actions::Actions;
use super::facts::groups;
use super::facts_view::FactGroups;
use super::list::route_of;
use super::state::{self, StateBadge};
use super::{rows, table};
use crate::i18n::core;
use crate::i18n::instances::list;
use crate::i18n::t;
use crate::prelude::*;
use crate::routes::Link;
use crate::ui::{Badge, Banner, Bound, ButtonKind, Glyph, MenuButton, SidePanel};

/// The panel of `row`; `open` is the key of the row that is open.
pub fn panel(row: Arc<Instance>, open: Bound<String>, actions: Actions) -> AnyView {
    let status = row.status.clone();
    let subtitle = {
        let row = row.clone();
        move || {
            let engine = rows::engine_name(&row);
            view! { <StateBadge status=row.status.clone()/> <Badge label=engine/> }
        }
    };
    let buttons = {
        let row = row.clone();
        move || {
            let target = row.clone();
            let items = move |()| table::menu(&target, actions);
            view! {
                <Link to=route_of(&row) class=ButtonKind::Secondary.class()>
                    <span class="btn-label">{move || t(list::OPEN)}</span>
                </Link>
                <MenuButton label=core::ACTIONS icon=Glyph::More items kind=ButtonKind::Ghost/>
            }
        }
    };
    view! {
        <SidePanel title=row.name.clone() subtitle actions=buttons on_close=move |()| open.set(String::new())>
            {state::explanation(&status).map(|msg| {
                let status = status.clone();
                view! {
                    <Banner tone=state::tone(&status) title=move || state::word(&status)>
                        {move || t(msg)}
                    </Banner>
                }
            })}
            <TagBadges row=row.clone()/>
            <FactGroups groups=groups(&row)/>
        </SidePanel>
    }
    .into_any()
}

/// The instance's tags as badges; nothing where it has none.
#[component]
pub fn TagBadges(row: Arc<Instance>) -> AnyView {
    let tags: Vec<String> = rows::tag_words(&row).collect();
    if tags.is_empty() {
        return ().into_any();
    }
    let badges = tags.into_iter().map(|tag| view! { <li><Badge label=tag/></li> }).collect_view();
    view! { <ul class="tag-list" aria-label=move || t(core::TAGS)>{badges}</ul> }.into_any()
}
