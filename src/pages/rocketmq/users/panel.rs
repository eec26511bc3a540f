//! A user beside the list: what it may do, and from where.

use std::sync::Arc;

use dms_api::models::rocketmq::{NamedPermission, Permission, User};
use dms_api::ops::rocketmq::ShowUser;

use super::dialog::Editing;
use super::list::rights_of;
use super::words::right_view;
use crate::data::use_query;
use crate::i18n::{core, rocketmq::users as text, t, tf, users as shared};
use crate::prelude::*;
use crate::shell::Failure;
use crate::ui::{
    Badge, Button, ButtonKind, EmptyState, Fact, Glyph, KeyValues, PlainScroll, Section, SidePanel, Skeleton,
    Tone,
};

/// Everything that the service says of a user; the key it never says.
#[component]
pub fn UserPanel(
    instance: String,
    name: String,
    editing: Editing,
    deleting: RwSignal<Vec<String>>,
    #[prop(into)] on_close: Callback<()>,
) -> AnyView {
    let op = ShowUser { instance_id: instance.clone(), user_name: name.clone() };
    let query = use_query(move || Some(op.clone()));
    let user = Memo::new(move |_| query.data());
    let missing = Memo::new(move |_| query.error().is_some_and(|failure| failure.is_not_found()));
    let rights = rights_of(&instance, &name);
    let (title, of_edit, of_delete, of_missing) = (name.clone(), name.clone(), name.clone(), name);
    let content = move || match (user.get(), query.error()) {
        _ if missing.get() => {
            let title = tf(text::USER_GONE, &[("name", &of_missing)]);
            view! { <EmptyState title/> }.into_any()
        }
        (Some(user), failure) => {
            let failure = failure.map(|failure| view! { <Failure failure/> });
            view! { {failure} <Facts user/> }.into_any()
        }
        (None, Some(failure)) => {
            view! { <Failure failure retry=Callback::new(move |()| query.refresh())/> }.into_any()
        }
        (None, None) => view! { <Skeleton lines=5/> }.into_any(),
    };
    let subtitle = move || {
        user.get().filter(|user| user.admin).map(|_| view! { <Badge label=text::ADMIN tone=Tone::Info/> })
    };
    view! {
        <SidePanel title subtitle=move || view! { {subtitle} } on_close>
            <div class="row-wrap panel-buttons">
                <Button label=text::EDIT icon=Glyph::Edit on_click=move |()| editing.edit(&of_edit)/>
                <a class=ButtonKind::Secondary.class() href=rights>{move || t(shared::SHOW_RIGHTS)}</a>
                <Button
                    label=shared::DELETE
                    icon=Glyph::Trash
                    on_click=move |()| deleting.set(vec![of_delete.clone()])
                />
            </div>
            {content}
        </SidePanel>
    }
    .into_any()
}

#[component]
fn Facts(user: Arc<User>) -> AnyView {
    let admin = user.admin;
    let (own_topics, own_groups) = (entries(&user.topic_perms), entries(&user.group_perms));
    let (topics, groups) =
        (right_view(user.default_topic_perm.clone()), right_view(user.default_group_perm.clone()));
    view! {
        <KeyValues>
            <Fact label=text::ADMIN value=move || t(if admin { core::YES } else { core::NO })/>
            <Fact
                label=text::WHITE_LIST
                value=user.white_remote_address.clone()
                mono=true
                copy=true
                wide=true
            />
            <Fact label=text::DEFAULT_TOPIC>{topics}</Fact>
            <Fact label=text::DEFAULT_GROUP>{groups}</Fact>
        </KeyValues>
        <Section title=text::SPECIAL_TOPICS>{own_topics}</Section>
        <Section title=text::SPECIAL_GROUPS>{own_groups}</Section>
    }
    .into_any()
}

fn entries(all: &[NamedPermission]) -> AnyView {
    if all.is_empty() {
        return view! { <p class="muted">{move || t(text::NONE)}</p> }.into_any();
    }
    let row = |entry: &NamedPermission| {
        view! {
            <tr>
                <th scope="row" class="mono">{entry.name.clone()}</th>
                <td>{right_view(Permission::from_word(&entry.perm))}</td>
            </tr>
        }
    };
    let rows = all.iter().map(row).collect_view();
    view! {
        <PlainScroll label=text::RIGHT>
            <table class="plain"><tbody>{rows}</tbody></table>
        </PlainScroll>
    }
    .into_any()
}
