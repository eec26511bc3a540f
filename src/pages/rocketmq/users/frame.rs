//! What the pages about users have in common.

use super::source::Users;
use crate::i18n::{rocketmq::users as text, t, users as shared};
use crate::pages::rocketmq::acl::{AclDialog, AclSwitch};
use crate::prelude::*;
use crate::routes::{Link, RocketMqPage, Route};
use crate::shell::Failure;
use crate::ui::{Button, ButtonKind, EmptyState, Glyph, LinkTabs, Skeleton, Tab};

/// Users, or what they may do.
#[component]
pub fn Views(instance: String, current: &'static str) -> AnyView {
    let href = |page| Route::RocketMq { instance: instance.clone(), page }.href();
    let tabs = vec![
        Tab::link("users", shared::TITLE, href(RocketMqPage::Users)),
        Tab::link("permissions", shared::TAB_PERMISSIONS, href(RocketMqPage::Permissions)),
    ];
    view! { <div class="views"><LinkTabs tabs current=current.to_owned() label=shared::TABS/></div> }
        .into_any()
}

/// Shows `children` where access is controlled, else why there are no users.
#[component]
pub fn OnlyWithAcl(instance: String, users: Users, children: ChildrenFn) -> AnyView {
    let acl = Memo::new(move |_| users.has_acl());
    let error = Memo::new(move |_| users.instance.error());
    (move || match (acl.get(), error.get()) {
        (Some(true), _) => children().into_any(),
        (Some(false), _) => view! { <NoAcl instance=instance.clone()/> }.into_any(),
        (None, Some(failure)) => {
            view! { <Failure failure retry=Callback::new(move |()| users.instance.refresh())/> }.into_any()
        }
        (None, None) => view! { <Skeleton lines=6/> }.into_any(),
    })
    .into_any()
}

#[component]
fn NoAcl(instance: String) -> AnyView {
    let overview = Route::RocketMq { instance: instance.clone(), page: RocketMqPage::Overview };
    let switch = AclSwitch::new(&instance, false);
    view! {
        <EmptyState title=text::NO_ACL_TITLE text=text::NO_ACL_TEXT icon=Glyph::Lock>
            <Link to=overview class=ButtonKind::Secondary.class()>{move || t(shared::TO_OVERVIEW)}</Link>
            <Button label=text::ACL_ON kind=ButtonKind::Primary on_click=move |()| switch.ask()/>
        </EmptyState>
        <AclDialog switch/>
    }
    .into_any()
}
