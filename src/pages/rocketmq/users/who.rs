//! Who may use a topic or a group, as the service answers it (R5.5.6-7), held against the users' settings.

use std::sync::Arc;

use dms_api::models::rocketmq::{Permission, Policy};

use super::rights::{Kind, Thing, effective};
use super::source::Users;
use super::words::right_view;
use crate::i18n::{Msg, rocketmq::users as text, t, tf, users as shared};
use crate::pages::rocketmq::facts::use_facts;
use crate::pages::rocketmq::policies::{Policies, use_group_policies, use_topic_policies};
use crate::prelude::*;
use crate::routes::{Link, RocketMqPage, Route};
use crate::shell::Failure;
use crate::ui::{Badge, Banner, ButtonKind, PlainScroll, SidePanel, Skeleton, Tone};

fn use_policies(instance: &str, thing: &Thing) -> Policies {
    let facts = use_facts(instance);
    match thing.kind {
        Kind::Topic => use_topic_policies(instance, &thing.name, facts),
        Kind::Group => use_group_policies(instance, &thing.name, facts),
    }
}

/// The panel beside the matrix.
#[component]
pub fn WhoPanel(
    instance: String,
    thing: Thing,
    users: Users,
    #[prop(into)] on_close: Callback<()>,
) -> AnyView {
    let policies = use_policies(&instance, &thing);
    let (title, open, page) = match thing.kind {
        Kind::Topic => (text::WHO_TOPIC, text::OPEN_TOPIC, RocketMqPage::Topic(thing.name.clone())),
        Kind::Group => (text::WHO_GROUP, text::OPEN_GROUP, RocketMqPage::Group(thing.name.clone())),
    };
    let to = Route::RocketMq { instance, page };
    let name = thing.name.clone();
    let content = move || {
        if policies.loading() {
            return view! { <Skeleton lines=4/> }.into_any();
        }
        let failure = policies.error().map(|failure| {
            view! { <Failure failure retry=Callback::new(move |()| policies.refresh())/> }
        });
        view! { {failure} <Table policies/> }.into_any()
    };
    let verdict = Memo::new(move |_| verdict(&thing, users, policies));
    let check = move || {
        verdict.get().map(|differing| match differing.is_empty() {
            true => view! { <p class="muted">{move || t(text::WHO_AGREES)}</p> }.into_any(),
            false => {
                let names = differing.join(", ");
                let title = move || tf(text::WHO_DIFFERS, &[("names", &names)]);
                view! { <Banner tone=Tone::Warn title/> }.into_any()
            }
        })
    };
    view! {
        <SidePanel
            title=move || tf(title, &[("name", &name)])
            subtitle=move || t(text::WHO_TEXT)
            on_close
        >
            <div class="row-wrap panel-buttons">
                <Link to class=ButtonKind::Secondary.class()>{move || t(open)}</Link>
            </div>
            {content}
            {check}
        </SidePanel>
    }
    .into_any()
}

/// Users of whom the service says something else than their settings; `None` until both lists are complete. Tracked.
fn verdict(thing: &Thing, users: Users, policies: Policies) -> Option<Vec<String>> {
    let complete = policies.progress().done
        && users.list.progress().done
        && !policies.refreshing()
        && !users.list.refreshing();
    if !complete {
        return None;
    }
    let told = policies.items();
    let says = |name: &str| {
        let policy = told.iter().find(|policy| policy.access_key == name);
        // Whoever may do nothing need not be listed.
        policy.map_or(
            Permission::Deny,
            |policy| if policy.admin { Permission::PubSub } else { policy.perm.clone() },
        )
    };
    let all = users.all();
    let differs = |user: &&Arc<dms_api::models::rocketmq::User>| {
        let (here, there) = (effective(user, thing).right, says(&user.access_key));
        let group = thing.kind == Kind::Group;
        let publishes = !group && here.may_publish() != there.may_publish();
        publishes || here.may_subscribe() != there.may_subscribe()
    };
    Some(all.iter().filter(differs).map(|user| user.access_key.clone()).collect())
}

#[component]
fn Table(policies: Policies) -> AnyView {
    let head = |msg: Msg| view! { <th scope="col">{move || t(msg)}</th> };
    let row = |policy: &Arc<Policy>| {
        let admin = policy.admin.then(|| view! { " " <Badge label=text::ADMIN tone=Tone::Info/> });
        view! {
            <tr>
                <th scope="row" class="mono">{policy.access_key.clone()} {admin}</th>
                <td>{right_view(policy.perm.clone())}</td>
                <td class="mono">{policy.white_remote_address.clone()}</td>
            </tr>
        }
    };
    (move || {
        let all = policies.items();
        if all.is_empty() && policies.error().is_none() {
            return view! { <p class="muted">{move || t(text::WHO_NOBODY)}</p> }.into_any();
        }
        view! {
            <PlainScroll label=text::RIGHT>
                <table class="plain">
                    <thead><tr>{[shared::USER, text::RIGHT, text::WHITE_LIST].map(head).collect_view()}</tr></thead>
                    <tbody>{all.iter().map(row).collect_view()}</tbody>
                </table>
            </PlainScroll>
        }
        .into_any()
    })
    .into_any()
}
