//! What the two pages about all groups have in common.

use crate::i18n::groups as text;
use crate::prelude::*;
use crate::routes::Route;
use crate::ui::{LinkTabs, Tab};

/// The groups, or their coordinators.
#[component]
pub fn Views(instance: String, current: &'static str) -> AnyView {
    let groups = Route::Groups { instance: instance.clone() };
    let coordinators = Route::Coordinators { instance };
    let tabs = vec![
        Tab::link("groups", text::TAB_GROUPS, groups.href()),
        Tab::link("coordinators", text::TAB_COORDINATORS, coordinators.href()),
    ];
    view! { <div class="views"><LinkTabs tabs current=current.to_owned() label=text::TABS/></div> }.into_any()
}
