//! Who may do what with one topic or group.

use std::sync::Arc;

use dms_api::models::rocketmq::{Permission, Policy, PolicyList};
use dms_api::ops::rocketmq::{ListGroupPolicies, ListTopicPolicies, Reliability};

use super::facts::{Facts, route};
use crate::data::{Page, PageAt, Paged, Paging, use_paged};
use crate::i18n::{core, rocketmq as text, t};
use crate::prelude::*;
use crate::routes::{Link, RocketMqPage};
use crate::shell::Failure;
use crate::ui::{Badge, Column, DataTable, EmptyState, Skeleton, Table, Tone};

/// The users of one topic or group, and the instance's rights as a whole.
pub type Policies = Paged<Policy, PolicyList>;

fn take(answer: &mut PolicyList) -> Page<Policy> {
    Page { items: std::mem::take(&mut answer.policies), total: Some(answer.total).filter(|n| *n > 0) }
}

/// The users of a topic; asked for only where access is controlled.
pub fn use_topic_policies(instance: &str, topic: &str, facts: Facts) -> Policies {
    let op = ListTopicPolicies {
        instance_id: instance.to_owned(),
        topic: topic.to_owned(),
        offset: None,
        limit: None,
    };
    let controlled = Memo::new(move |_| facts.is_controlled() == Some(true));
    use_paged(
        move || controlled.get().then(|| op.clone()),
        Paging {
            at: |op: &mut ListTopicPolicies, page: PageAt| {
                op.limit = Some(page.limit);
                op.offset = Some(page.offset);
            },
            take,
            key: |policy: &Policy| &policy.access_key,
        },
    )
}

/// The users of a group; asked for only where access is controlled.
pub fn use_group_policies(instance: &str, group: &str, facts: Facts) -> Policies {
    let op = ListGroupPolicies {
        engine: Reliability,
        instance_id: instance.to_owned(),
        group_id: group.to_owned(),
        offset: None,
        limit: None,
    };
    let controlled = Memo::new(move |_| facts.is_controlled() == Some(true));
    use_paged(
        move || controlled.get().then(|| op.clone()),
        Paging {
            at: |op: &mut ListGroupPolicies, page: PageAt| {
                op.limit = Some(page.limit);
                op.offset = Some(page.offset);
            },
            take,
            key: |policy: &Policy| &policy.access_key,
        },
    )
}

/// One row per user; without access control the reason why there are none.
#[component]
pub fn PolicyTable(instance: String, facts: Facts, policies: Policies) -> AnyView {
    let permissions = route(&instance, RocketMqPage::Permissions);
    let controlled = Memo::new(move |_| facts.is_controlled());
    (move || match controlled.get() {
        Some(false) => view! { <p class="muted">{move || t(text::NO_ACL)}</p> }.into_any(),
        None if facts.instance.error().is_some() => {
            view! { <p class="muted">{move || t(text::ACL_UNKNOWN)}</p> }.into_any()
        }
        None => view! { <Skeleton lines=2/> }.into_any(),
        Some(true) => {
            let permissions = permissions.clone();
            view! {
                {move || policies.error().map(|failure| {
                    view! { <Failure failure retry=Callback::new(move |()| policies.refresh())/> }
                })}
                <div class="table-box is-short"><Rows policies/></div>
                <p><Link to=permissions>{move || t(text::TO_PERMISSIONS)}</Link></p>
            }
            .into_any()
        }
    })
    .into_any()
}

#[component]
fn Rows(policies: Policies) -> AnyView {
    let table = Table::builder(|policy: &Policy| policy.access_key.clone())
        .column(
            Column::new("user", text::USER, |policy: &Arc<Policy>| {
                let admin = policy.admin.then(|| view! { " " <Badge label=text::ADMIN tone=Tone::Info/> });
                view! { <span class="mono">{policy.access_key.clone()}</span> {admin} }
            })
            .width(260)
            .sort_by(|a, b| crate::ui::natural_cmp(&a.access_key, &b.access_key))
            .required(),
        )
        .column(
            Column::new("right", text::RIGHT, |policy: &Arc<Policy>| {
                let perm = policy.perm.clone();
                move || permission(&perm)
            })
            .width(220)
            .sort_by(|a, b| a.perm.as_str().cmp(b.perm.as_str())),
        )
        .column(
            Column::text("white_list", text::WHITE_LIST, |policy: &Policy| {
                policy.white_remote_address.clone()
            })
            .width(280),
        )
        .rows(move || policies.items());
    view! {
        <DataTable
            table
            label=text::POLICIES
            loading=Signal::derive(move || policies.loading())
            empty=move || policies.error().is_none().then(|| view! { <EmptyState title=text::NO_POLICIES/> })
        />
    }
    .into_any()
}

/// A user's right in words; one that is not known as the service wrote it. Tracks the language.
fn permission(permission: &Permission) -> String {
    let word = match permission {
        Permission::Pub => text::MAY_PRODUCE,
        Permission::Sub => text::MAY_CONSUME,
        Permission::PubSub => text::MAY_BOTH,
        Permission::Deny => text::MAY_NOTHING,
        Permission::Other(word) if word.is_empty() => core::NONE,
        Permission::Other(word) => return word.clone(),
    };
    t(word).to_owned()
}
