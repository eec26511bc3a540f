//! What the pages about users have in common.

use super::source::Users;
use crate::i18n::{t, users as text};
use crate::prelude::*;
use crate::routes::{Link, Route};
use crate::shell::Failure;
use crate::ui::{ButtonKind, EmptyState, Glyph, LinkTabs, Skeleton, Tab};

/// Users, or what they may do.
#[component]
pub fn Views(instance: String, current: &'static str) -> AnyView {
    let users = Route::Users { instance: instance.clone() };
    let permissions = Route::Permissions { instance };
    let tabs = vec![
        Tab::link("users", text::TITLE, users.href()),
        Tab::link("permissions", text::TAB_PERMISSIONS, permissions.href()),
    ];
    view! { <div class="views"><LinkTabs tabs current=current.to_owned() label=text::TABS/></div> }.into_any()
}

/// Shows `children` where the instance can have users, else why it has none.
#[component]
pub fn OnlyWithSasl(instance: String, users: Users, children: ChildrenFn) -> AnyView {
    let sasl = Memo::new(move |_| users.has_sasl());
    let error = Memo::new(move |_| users.instance.error());
    (move || match (sasl.get(), error.get()) {
        (Some(true), _) => children().into_any(),
        (Some(false), _) => view! { <NoSasl instance=instance.clone()/> }.into_any(),
        (None, Some(failure)) => {
            view! { <Failure failure retry=Callback::new(move |()| users.instance.refresh())/> }.into_any()
        }
        (None, None) => view! { <Skeleton lines=6/> }.into_any(),
    })
    .into_any()
}

#[component]
fn NoSasl(instance: String) -> AnyView {
    let overview = Route::Kafka { instance };
    view! {
        <EmptyState title=text::NO_SASL_TITLE text=text::NO_SASL_TEXT icon=Glyph::Lock>
            <Link to=overview class=ButtonKind::Secondary.class()>{move || t(text::TO_OVERVIEW)}</Link>
        </EmptyState>
    }
    .into_any()
}
