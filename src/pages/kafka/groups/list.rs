//! `/kafka/{instance}/groups`: the list of consumer groups.

use std::collections::HashMap;
use std::sync::Arc;

use dms_api::models::kafka::GroupSummary;

use super::columns::{self, RowActions};
use super::create::CreateGroupDialog;
use super::delete::DeleteGroupsDialog;
use super::describe_many::DescribeManyDialog;
use super::filter::Filter;
use super::frame::Views;
use super::members::use_peeks;
use super::panel::GroupPanel;
use super::samples;
use super::source::{Groups, use_groups};
use super::words;
use crate::i18n::{clock, groups as text, plural, tf};
use crate::pages::auto_refresh::{AutoRefresh, pace};
use crate::pages::export::{self, Cell};
use crate::pages::list_count::list_count;
use crate::prelude::*;
use crate::routes::use_query_signal;
use crate::shell::Failure;
use crate::ui::{
    Bound, Button, ButtonKind, Choice, ColumnChooser, DataTable, EmptyState, FilterMenu, Glyph, PageHeader,
    SearchBox, Spacer, Table, Toolbar,
};

/// Lists longer than this are loaded anew once a minute instead of every ten seconds.
const MANY: u64 = 500;

/// The group list.
#[component]
pub fn GroupsPage(instance: String) -> AnyView {
    let every = use_query_signal("every");
    let groups = use_groups(&instance);
    let usual = move || if groups.progress().total.unwrap_or(0) > MANY { 60 } else { 10 };
    let every_ms = pace(every, usual);
    let groups = groups.poll_every(every_ms);
    samples::watch(instance.clone(), groups);
    let peeks = use_peeks(&instance, Signal::derive(move || groups.loaded_at()));

    let (search, state, lag) = (use_query_signal("q"), use_query_signal("state"), use_query_signal("lag"));
    let row = use_query_signal("row");
    let (creating, deleting) = (RwSignal::new(false), RwSignal::new(Vec::<String>::new()));
    let open = Bound::new(row.signal(), move |name: String| row.push(name));
    let delete = Callback::new(move |names| deleting.set(names));
    let describing = RwSignal::new(Vec::<String>::new());
    let filter = move || Filter::new(&search.get(), &state.get(), &lag.get()).into_test();
    let table = columns::table(&instance, groups, peeks, filter, RowActions { open, delete });

    let clear = move |()| {
        search.set("");
        state.set("");
        lag.set("");
    };
    let lags = Signal::derive(|| {
        vec![
            Choice::new("some", text::LAG_ANY),
            Choice::new("none", text::LAG_NONE),
            Choice::new("unknown", text::STATE_UNKNOWN),
        ]
    });
    let deselect = move |gone: Vec<String>| {
        if !gone.is_empty() {
            table.clear_selection();
        }
        if gone.contains(&row.get_untracked()) {
            row.set("");
        }
    };
    let described = move |done: Vec<String>| {
        if !done.is_empty() {
            table.clear_selection();
        }
    };
    let export_name = format!("groups-{instance}.csv");
    let (panel_instance, of_views, of_create) = (instance.clone(), instance.clone(), instance.clone());
    let csv_instance = instance.clone();
    view! {
        <div class="page page-list">
            <PageHeader
                title=text::TITLE
                state=move || view! { <Sampled groups/> }
                actions=move || {
                    let (name, instance) = (export_name.clone(), csv_instance.clone());
                    view! {
                        <AutoRefresh chosen=every every_ms on_refresh=move |()| groups.refresh()/>
                        <Button
                            label=text::EXPORT_CSV
                            icon=Glyph::Download
                            on_click=move |()| export_csv(&name, &instance, table, groups)
                        />
                        <Button
                            label=text::CREATE
                            icon=Glyph::Plus
                            kind=ButtonKind::Primary
                            on_click=move |()| creating.set(true)
                        />
                    }
                }
            />
            <Views instance=of_views current="groups"/>
            <Toolbar>
                <SearchBox value=search label=text::SEARCH placeholder=text::SEARCH/>
                <FilterMenu label=text::STATE options=Signal::derive(words::state_choices) value=state many=true/>
                <FilterMenu label=text::PARTITION_LAG options=lags value=lag/>
                <Spacer/>
                {list_count(table, groups)}
                <ColumnChooser table/>
            </Toolbar>
            {move || groups.error().map(|failure| {
                view! { <Failure failure retry=Callback::new(move |()| groups.refresh())/> }
            })}
            <div class="split">
                <DataTable
                    table
                    label=text::TITLE
                    loading=Signal::derive(move || groups.loading())
                    empty=move || view! { <NoGroups groups creating/> }
                    on_clear_filters=Callback::new(clear)
                    selection_bar=move || {
                        view! {
                            <Button
                                label=text::DESCRIBE_MANY
                                icon=Glyph::Edit
                                on_click=move |()| describing.set(table.selected())
                            />
                            <Button
                                label=text::DELETE
                                icon=Glyph::Trash
                                kind=ButtonKind::Danger
                                on_click=move |()| deleting.set(table.selected())
                            />
                        }
                    }
                />
                {move || {
                    let group = row.get();
                    let instance = panel_instance.clone();
                    (!group.is_empty()).then(|| view! {
                        <GroupPanel instance group every_ms on_delete=delete on_close=move |()| row.set("")/>
                    })
                }}
            </div>
            <CreateGroupDialog instance=of_create open=creating groups/>
            <DescribeManyDialog
                instance=instance.clone()
                names=describing
                groups
                on_done=described
            />
            <DeleteGroupsDialog instance names=deleting peeks=peeks on_done=deselect/>
        </div>
    }
    .into_any()
}

/// How many groups there are and when their lag was looked at.
#[component]
fn Sampled(groups: Groups) -> AnyView {
    let line = move || {
        let progress = groups.progress();
        let total = progress.total.unwrap_or(progress.loaded);
        let count = plural(total, text::COUNT_ONE, text::COUNT_OTHER);
        let at = groups.loaded_at()?;
        Some(format!("{count} · {}", tf(text::LAG_AS_OF, &[("time", &clock(at))])))
    };
    view! { <span>{line}</span> }.into_any()
}

/// Says that there are none, which a list that could not be read does not know.
#[component]
fn NoGroups(groups: Groups, creating: RwSignal<bool>) -> AnyView {
    let known = Memo::new(move |_| groups.error().is_none());
    let view = move || {
        known.get().then(|| {
            view! {
                <EmptyState title=text::EMPTY_TITLE text=text::EMPTY_TEXT>
                    <Button
                        label=text::CREATE
                        kind=ButtonKind::Primary
                        on_click=move |()| creating.set(true)
                    />
                </EmptyState>
            }
        })
    };
    view.into_any()
}

/// Saves the rows on show, in their order. A lag or a rate that is not known is empty.
fn export_csv(file: &str, instance: &str, table: Table, groups: Groups) {
    let items = untrack(|| groups.items());
    let at = untrack(|| groups.loaded_at()).unwrap_or_default();
    let by_name: HashMap<&str, &Arc<GroupSummary>> = items.iter().map(|g| (g.group_id.as_str(), g)).collect();
    let header = ["group", "state", "lag", "lag_per_minute", "coordinator", "description", "sampled_at_ms"];
    let keys = untrack(|| table.keys());
    let rows = keys.iter().filter_map(|key| by_name.get(key.as_str())).map(|group| {
        let rate = samples::course_untracked(instance, &group.group_id).rate();
        vec![
            group.group_id.clone().into(),
            group.state.as_str().into(),
            group.lag.map_or_else(|| "".into(), Cell::from),
            rate.map_or_else(|| "".into(), |rate| Cell::from(rate.0.saturating_mul(60) / 1000)),
            i64::from(group.coordinator_id).into(),
            group.group_desc.clone().unwrap_or_default().into(),
            at.into(),
        ]
    });
    export::save(file, export::CSV, &export::csv(&header, rows));
}
