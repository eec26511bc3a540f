//! The list of instances.

use std::sync::Arc;

use dms_api::models::{Instance, InstanceStatus};
use dms_api::operation::Engine;

use super::actions::Actions;
use super::batch::Action;
use super::chunk::INSTANCES;
use super::failed::FailedCreations;
use super::filters::{FilterBar, Filters, use_filters};
use super::source::{Instances, use_instances};
use super::{rows, table};
use crate::data::ApiFailure;
use crate::i18n::core;
use crate::i18n::instances as text;
use crate::i18n::instances::list;
use crate::i18n::{Msg, plural, t, tf};
use crate::prelude::*;
use crate::routes::{Link, Route, use_query_signal};
use crate::shell::Failure;
use crate::ui::{
    Banner, Bound, Button, ButtonKind, DataTable, EmptyState, Glyph, Icon, IconButton, PageHeader, Selection,
    Tone,
};

/// Instances of both engines.
#[component]
pub fn InstancesPage() -> impl IntoView {
    let instances = use_instances();
    let filters = use_filters();
    let row = use_query_signal("row");
    let open = Bound::new(row.signal(), move |key: String| row.push(key));
    let chosen = RwSignal::new(Selection::default());
    let actions = Actions::new(move |_| chosen.set(Selection::default()));
    let table = table::instances_table(instances, filters, open, chosen, actions);
    let act = move |action: Action| {
        let chosen = table.selected();
        actions.ask(action, instances.by_ids(&chosen));
    };
    let selection_bar = move || {
        view! {
            <Button label=core::RESTART icon=Glyph::Refresh on_click=move |()| act(Action::Restart)/>
            <Button label=core::DELETE icon=Glyph::Trash kind=ButtonKind::Danger on_click=move |()| act(Action::Delete)/>
        }
    };
    let dialogs = INSTANCES.show_over(move || actions.wanted(), move |parts| (parts.actions)(actions));
    view! {
        <div class="page page-list">
            <PageHeader
                title=list::TITLE
                state=move || view! { <StateLine instances filters/> }
                actions=move || view! { <HeaderActions instances/> }
            />
            <Troubles instances/>
            <FailedCreations instances filters/>
            <FilterBar instances filters table/>
            <div class="split">
                <DataTable
                    table
                    label=list::TITLE
                    loading=Signal::derive(move || instances.loading())
                    empty=move || view! { <NoInstances instances/> }
                    on_clear_filters=move |()| filters.clear()
                    selection_bar
                />
                <OpenPanel instances open actions/>
            </div>
            {dialogs}
        </div>
    }
}

/// The panel of the open row; nothing where none is open or the row is not there.
#[component]
fn OpenPanel(instances: Instances, open: Bound<String>, actions: Actions) -> AnyView {
    // Compared by content: polling must not rebuild the panel while nothing changes.
    let row = Memo::new(move |_| {
        let key = open.get();
        let all = instances.all();
        all.iter().find(|i| !key.is_empty() && i.instance_id == key).cloned()
    });
    let panel = move || row.get().map(|row| INSTANCES.show(move |parts| (parts.panel)(row, open, actions)));
    panel.into_any()
}

#[component]
fn HeaderActions(instances: Instances) -> AnyView {
    view! {
        <IconButton
            icon=Glyph::Refresh
            label=core::REFRESH
            disabled=Signal::derive(move || instances.refreshing())
            on_click=move |()| instances.refresh()
        />
        <Link to=Route::NewRocketMq class=ButtonKind::Secondary.class()>
            <Icon of=Glyph::Plus/>
            <span class="btn-label">{move || t(list::CREATE_ROCKETMQ)}</span>
        </Link>
        <CreateLink/>
    }
    .into_any()
}

/// The primary action, a link so that it can be opened in a tab of its own.
#[component]
fn CreateLink() -> AnyView {
    view! {
        <Link to=Route::NewKafka class=ButtonKind::Primary.class()>
            <Icon of=Glyph::Plus/>
            <span class="btn-label">{move || t(list::CREATE)}</span>
        </Link>
    }
    .into_any()
}

/// "12 instances · 2 are changing · 1 needs attention"; the last leads to those.
#[component]
fn StateLine(instances: Instances, filters: Filters) -> AnyView {
    let count = move |test: fn(&InstanceStatus) -> bool| {
        instances.all().iter().filter(|i| test(&i.status)).count() as u64
    };
    let line = move || {
        let all = count(|_| true);
        let changing = count(InstanceStatus::is_transient);
        match (all, changing) {
            (0, _) => String::new(),
            (all, 0) => plural(all, list::STATE_ONE, list::STATE_OTHER),
            (all, changing) => {
                let all = plural(all, list::STATE_ONE, list::STATE_OTHER);
                format!("{all} · {}", plural(changing, list::CHANGING_ONE, list::CHANGING_OTHER))
            }
        }
    };
    let troubled = Memo::new(move |_| count(in_trouble));
    let show = move |_| {
        let words = rows::options(&instances.all(), |i| {
            if in_trouble(&i.status) { vec![i.status.as_str().to_owned()] } else { Vec::new() }
        });
        filters.status.set(words.into_iter().map(|(word, _)| word).collect::<Vec<_>>().join(","));
    };
    let trouble = move || {
        (troubled.get() > 0).then(|| {
            let words = move || plural(troubled.get(), list::TROUBLE_ONE, list::TROUBLE_OTHER);
            view! {
                " · "
                <button type="button" class="state-filter" data-tip=move || t(list::TROUBLE_TIP) on:click=show>
                    {words}
                </button>
            }
        })
    };
    view! { <span aria-live="polite">{line} {trouble}</span> }.into_any()
}

fn in_trouble(status: &InstanceStatus) -> bool {
    rows::severity(status) < 2
}

/// What went wrong while loading. One engine's failure leaves the other's rows alone.
#[component]
fn Troubles(instances: Instances) -> AnyView {
    let one = move |name: Msg, failure: ApiFailure| {
        let title = move || tf(list::ONE_FAILED, &[("engine", &t(name))]);
        view! {
            <Banner tone=Tone::Warn title>
                <Failure failure retry=move |()| instances.refresh()/>
            </Banner>
        }
    };
    let views = move || {
        let failures = [
            instances.kafka.error().map(|failure| one(text::KAFKA, failure)),
            instances.rocketmq.error().map(|failure| one(text::ROCKETMQ, failure)),
        ];
        failures.into_iter().flatten().collect_view()
    };
    views.into_any()
}

#[component]
fn NoInstances(instances: Instances) -> AnyView {
    // One engine's list that could not be read may hold some.
    let failed = move || instances.kafka.error().is_some() || instances.rocketmq.error().is_some();
    let view = move || {
        (!failed()).then(|| {
            view! {
                <EmptyState title=list::EMPTY_TITLE text=list::EMPTY_TEXT icon=Glyph::Instance>
                    <CreateLink/>
                </EmptyState>
            }
        })
    };
    view.into_any()
}

/// The page of an instance.
pub fn route_of(instance: &Arc<Instance>) -> Route {
    let id = instance.instance_id.clone();
    match instance.engine_kind() {
        Some(Engine::RocketMq) => Route::rocketmq(id),
        _ => Route::Kafka { instance: id },
    }
}
