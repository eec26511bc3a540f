//! `/rocketmq/{instance}/groups/{group}`: one consumer group.

use std::sync::Arc;

use dms_api::models::rocketmq::Group;
use dms_api::ops::rocketmq::ShowGroup;

use super::clients::{ClientTable, Clients, is_online, use_clients};
use super::consumption::{Consumed, use_consumption};
use super::delete::DeleteGroupsDialog;
use super::edit::EditGroupDialog;
use super::places::total;
use super::source::use_groups;
use super::tables::{Queues, Topics};
use super::words::{Enabled, Online, mode, yes_no};
use crate::data::{Query, use_query};
use crate::i18n::{
    TimeAgo, clock, core, number,
    rocketmq::{self as common, groups as text},
    shell, t, tf,
};
use crate::pages::auto_refresh::{AutoRefresh, pace};
use crate::pages::rocketmq::facts::{route, use_facts};
use crate::pages::rocketmq::links::dead_letters_href;
use crate::pages::rocketmq::policies::{PolicyTable, use_group_policies};
use crate::prelude::*;
use crate::routes::{Link, RocketMqPage, go_replacing, use_query_signal};
use crate::shell::Failure;
use crate::ui::{
    Banner, Button, ButtonKind, CopyButton, EmptyState, Fact, Glyph, Icon, KeyValues, PageHeader, Section,
    Tone,
};

/// Seconds between two looks unless the user chooses otherwise.
const EVERY: u32 = 10;

/// A group, how far it is and who is in it.
#[derive(Clone, Copy)]
pub struct Shown {
    pub detail: Query<Group>,
    pub consumed: Consumed,
    pub clients: Clients,
}

impl Shown {
    /// Asks for everything again.
    pub fn refresh(self) {
        self.detail.refresh();
        self.consumed.refresh();
        self.clients.refresh();
    }

    /// Whether there is no such group. Tracked.
    pub fn is_missing(self) -> bool {
        self.detail.error().is_some_and(|failure| failure.is_not_found())
    }

    /// Whether consumers are connected: what the list of them says, else what the group says of itself. Tracked.
    pub fn online(self) -> Option<bool> {
        is_online(self.clients).or_else(|| self.detail.data().and_then(|group| group.group_online))
    }
}

/// Asks for a group every `every_ms`, 0 for once.
pub fn use_group(instance: &str, group: &str, every_ms: Signal<u32>) -> Shown {
    let op = ShowGroup { instance_id: instance.to_owned(), group: group.to_owned() };
    Shown {
        detail: use_query(move || Some(op.clone())).poll_every(every_ms),
        consumed: use_consumption(instance, group, every_ms),
        clients: use_clients(instance, group, every_ms),
    }
}

/// Settings, lag, topics, queues, consumers and authorised users of a group.
#[component]
pub fn GroupPage(instance: String, group: String) -> AnyView {
    let every = use_query_signal("every");
    let every_ms = pace(every, || EVERY);
    let shown = use_group(&instance, &group, every_ms);
    let facts = use_facts(&instance);
    let policies = use_group_policies(&instance, &group, facts);
    let groups = use_groups(&instance);
    let missing = Memo::new(move |_| shown.is_missing());
    let (editing, deleting) = (RwSignal::new(String::new()), RwSignal::new(Vec::<String>::new()));

    let name = StoredValue::new(group.clone());
    let reset = route(&instance, RocketMqPage::ResetGroup(group.clone()));
    let dead = dead_letters_href(&instance, &group);
    let changes = move || {
        let (reset, dead) = (reset.clone(), dead.clone());
        (!missing.get()).then(|| {
            view! {
                <a class=ButtonKind::Secondary.class() href=dead>
                    <Icon of=Glyph::Inbox/>
                    <span class="btn-label">{move || t(shell::DEAD_LETTERS)}</span>
                </a>
                <Button
                    label=core::DELETE
                    icon=Glyph::Trash
                    on_click=move |()| deleting.set(vec![name.get_value()])
                />
                <Button
                    label=core::EDIT
                    icon=Glyph::Edit
                    on_click=move |()| editing.set(name.get_value())
                />
                <Link to=reset class=ButtonKind::Primary.class()>
                    <Icon of=Glyph::Clock/>
                    <span class="btn-label">{move || t(text::RESET)}</span>
                </Link>
            }
        })
    };
    let actions = move || {
        view! {
            <AutoRefresh chosen=every every_ms on_refresh=move |()| shown.refresh()/>
            {changes.clone()}
        }
    };
    let body = {
        let (instance, group) = (instance.clone(), group.clone());
        move || {
            let (instance, group) = (instance.clone(), group.clone());
            if missing.get() {
                return view! { <Missing instance group/> }.into_any();
            }
            let (of_queues, of_policies) = (instance.clone(), instance.clone());
            view! {
                {move || shown.detail.error().map(|failure| {
                    view! { <Failure failure retry=Callback::new(move |()| shown.detail.refresh())/> }
                })}
                <Broadcasting shown/>
                <Numbers shown/>
                <Section title=text::TOPICS><Topics instance group consumed=shown.consumed/></Section>
                <Queues instance=of_queues consumed=shown.consumed/>
                <Section title=text::CLIENTS><ClientTable clients=shown.clients/></Section>
                <Section title=common::POLICIES>
                    <PolicyTable instance=of_policies facts policies/>
                </Section>
            }
            .into_any()
        }
    };
    let list = route(&instance, RocketMqPage::Groups);
    let left = move |gone: Vec<String>| {
        if gone.contains(&name.get_value()) {
            go_replacing(&list);
        }
    };
    view! {
        <div class="page">
            <PageHeader
                title=group.clone()
                beside=move || view! { <CopyButton text=name.get_value()/> }
                state=move || view! { <StateLine shown/> }
                actions
            />
            {body}
            <EditGroupDialog instance=instance.clone() group=editing on_done=move |_| shown.detail.refresh()/>
            <DeleteGroupsDialog instance groups names=deleting on_done=left/>
        </div>
    }
    .into_any()
}

/// Says that there is no such group.
#[component]
pub fn Missing(instance: String, group: String) -> AnyView {
    let list = route(&instance, RocketMqPage::Groups);
    view! {
        <EmptyState title=text::NOT_FOUND_TITLE text=move || tf(text::NOT_FOUND_TEXT, &[("name", &group)])>
            <Link to=list class=ButtonKind::Primary.class()>{move || t(text::BACK_TO_LIST)}</Link>
        </EmptyState>
    }
    .into_any()
}

/// One line: whether it may consume, whether anybody does, and when that was looked at.
#[component]
pub fn StateLine(shown: Shown) -> AnyView {
    let state = move || shown.detail.data().map(|group| view! { <Enabled enabled=group.enabled/> });
    let online = move || shown.detail.data().map(|_| view! { <Online online=shown.online()/> });
    let at = move || shown.consumed.topics.loaded_at().map(|at| tf(common::AS_OF, &[("time", &clock(at))]));
    view! { <span class="row">{state} {online}</span> <span>{at}</span> }.into_any()
}

/// The figures of a broadcast group are not those of its consumers.
#[component]
fn Broadcasting(shown: Shown) -> AnyView {
    let broadcast = Memo::new(move |_| shown.detail.data().is_some_and(|group| group.broadcast));
    (move || {
        broadcast.get().then(|| {
            view! {
                <Banner tone=Tone::Info title=text::BROADCAST_TITLE>
                    <p>{move || t(text::BROADCAST_TEXT)}</p>
                </Banner>
            }
        })
    })
    .into_any()
}

/// Lag and settings of the group.
#[component]
pub fn Numbers(shown: Shown) -> AnyView {
    let lag = Memo::new(move |_| {
        let known = !shown.consumed.topics.loading() && shown.consumed.topics.error().is_none();
        known.then(|| shown.consumed.sums.with(|sums| total(sums)))
    });
    let lag_view = move || match lag.get() {
        Some((sum, true)) => view! { <strong class="big">{number(sum)}</strong> }.into_any(),
        _ if shown.consumed.waiting() > 0 => {
            view! { <span class="muted" aria-hidden="true">"…"</span> }.into_any()
        }
        Some((sum, false)) if sum > 0 => {
            view! { <span>{move || tf(text::AT_LEAST, &[("n", &number(sum))])}</span> }.into_any()
        }
        _ => view! { <span class="muted">{move || t(common::UNKNOWN)}</span> }.into_any(),
    };
    let of = move |show: fn(&Group) -> String| {
        move || shown.detail.data().map(|group: Arc<Group>| show(&group)).unwrap_or_default()
    };
    view! {
        <KeyValues>
            <Fact label=text::TOTAL_LAG>{lag_view}</Fact>
            <Fact label=text::MODE value=of(|group| mode(group.broadcast).to_owned())/>
            <Fact label=text::RETRIES value=of(|group| number(group.retry_max_time))/>
            <Fact label=text::ORDERLY value=of(|group| yes_no(group.consume_orderly).to_owned())/>
            <Fact label=text::FROM_BEGINNING value=of(|group| yes_no(group.from_beginning).to_owned())/>
            <Fact label=common::BROKERS value=of(|group| group.brokers.join(", "))/>
            <Fact label=core::CREATED>
                {move || {
                    let at = shown.detail.data().and_then(|group| group.created_at).map(|at| at.ms());
                    view! { <TimeAgo ms=at/> }
                }}
            </Fact>
            <Fact
                label=core::DESCRIPTION
                value=of(|group| group.group_desc.clone().unwrap_or_default())
                wide=true
            />
        </KeyValues>
    }
    .into_any()
}
