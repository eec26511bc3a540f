//! `/rocketmq/{instance}/migrations`: the list of tasks.

use std::sync::Arc;

use dms_api::models::rocketmq::Migration;

use super::delete::DeleteMigrationsDialog;
use super::panel::MigrationPanel;
use super::source::{Migrations, use_migrations};
use super::words::{kind_text, started_view, status_view};
use crate::i18n::{core, plural, rocketmq::migrations as text, t};
use crate::pages::search::Words;
use crate::prelude::*;
use crate::routes::{Link, QueryText, RocketMqPage, Route, use_query_signal};
use crate::shell::Failure;
use crate::ui::{
    Button, ButtonKind, Column, ColumnChooser, Count, DataTable, EmptyState, Glyph, IconButton, MenuItem,
    PageHeader, SearchBox, Spacer, Table, Toolbar, natural_cmp,
};

/// The migrations of an instance.
#[component]
pub fn MigrationsPage(instance: String) -> AnyView {
    let tasks = use_migrations(&instance);
    let search = use_query_signal("q");
    let row = use_query_signal("row");
    let opened = Memo::new(move |_| row.get());
    let deleting = RwSignal::new(Vec::<Arc<Migration>>::new());
    let table = table(tasks, search, row, deleting);
    let new = Route::RocketMq { instance: instance.clone(), page: RocketMqPage::NewMigration };
    let of_empty = new.clone();
    let count = move || {
        let progress = tasks.progress();
        plural(progress.total.unwrap_or(progress.loaded), text::COUNT_ONE, text::COUNT_OTHER)
    };
    let find = move |id: &String| tasks.items().iter().find(|task| task.id == *id).cloned();
    let picked = move || untrack(|| table.selected().iter().filter_map(find).collect::<Vec<_>>());
    let on_done = move |gone: Vec<String>| {
        if !gone.is_empty() {
            table.clear_selection();
        }
        if gone.contains(&row.get_untracked()) {
            row.set("");
        }
    };
    let of_panel = instance.clone();
    let panel = move || {
        let (id, instance) = (opened.get(), of_panel.clone());
        (!id.is_empty()).then(|| {
            let on_delete = Callback::new(move |task| deleting.set(vec![task]));
            view! { <MigrationPanel instance id on_delete on_close=move |()| row.set("")/> }
        })
    };
    view! {
        <div class="page page-list">
            <PageHeader
                title=text::TITLE
                state=move || view! { <span>{count}</span> }
                actions=move || view! {
                    <IconButton icon=Glyph::Refresh label=core::REFRESH on_click=move |()| tasks.refresh()/>
                    <Link to=new.clone() class=ButtonKind::Primary.class()>{move || t(text::NEW)}</Link>
                }
            />
            <Toolbar>
                <SearchBox value=search label=text::SEARCH placeholder=text::SEARCH/>
                <Spacer/>
                <Count
                    shown=Signal::derive(move || table.shown())
                    total=Signal::derive(move || table.total())
                />
                <ColumnChooser table/>
            </Toolbar>
            {move || tasks.error().map(|failure| {
                view! { <Failure failure retry=Callback::new(move |()| tasks.refresh())/> }
            })}
            <div class="split">
                <DataTable
                    table
                    label=text::TITLE
                    loading=Signal::derive(move || tasks.loading())
                    empty=move || view! { <NoMigrations tasks to=of_empty.clone()/> }
                    on_clear_filters=Callback::new(move |()| search.set(""))
                    selection_bar=move || view! {
                        <Button
                            label=text::DELETE
                            icon=Glyph::Trash
                            kind=ButtonKind::Danger
                            on_click=move |()| deleting.set(picked())
                        />
                    }
                />
                {panel}
            </div>
            <DeleteMigrationsDialog instance tasks=deleting on_done/>
        </div>
    }
    .into_any()
}

/// Only a list that has come can be called empty.
#[component]
fn NoMigrations(tasks: Migrations, to: Route) -> AnyView {
    (move || {
        let to = to.clone();
        tasks.error().is_none().then(|| {
            view! {
                <EmptyState title=text::EMPTY_TITLE text=text::EMPTY_TEXT icon=Glyph::Upload>
                    <Link to class=ButtonKind::Primary.class()>{move || t(text::NEW)}</Link>
                </EmptyState>
            }
        })
    })
    .into_any()
}

fn table(
    tasks: Migrations,
    search: QueryText,
    row: QueryText,
    deleting: RwSignal<Vec<Arc<Migration>>>,
) -> Table {
    let filter = move || {
        let words = Words::of(&search.get());
        move |task: &Migration| words.are_in(&[&task.name, &task.id])
    };
    Table::builder(|task: &Migration| task.id.clone())
        .name(|task| task.name.clone())
        .column(
            Column::new("name", text::NAME, move |task: &Arc<Migration>| name_cell(task, row))
                .width(280)
                .sort_by(|a: &Migration, b: &Migration| natural_cmp(&a.name, &b.name))
                .required(),
        )
        .column(
            Column::new("state", text::STATUS, |task: &Arc<Migration>| status_view(task))
                .width(150)
                .sort_by(|a, b| a.status.as_str().cmp(b.status.as_str())),
        )
        .column(
            Column::new("kind", text::KIND, |task: &Arc<Migration>| {
                let kind = task.r#type.clone();
                move || kind_text(&kind)
            })
            .width(130)
            .sort_by(|a, b| a.r#type.as_str().cmp(b.r#type.as_str())),
        )
        .column(
            Column::new("started", text::STARTED, |task: &Arc<Migration>| started_view(task))
                .width(160)
                .sort_by(|a, b| a.start_date.cmp(&b.start_date)),
        )
        .column(
            Column::new("id", text::TASK_ID, |task: &Arc<Migration>| {
                view! { <span class="mono">{task.id.clone()}</span> }
            })
            .width(310)
            .hidden(),
        )
        .filter(filter)
        .sort(use_query_signal("sort"))
        .columns(use_query_signal("cols"))
        .open(row)
        .selectable()
        .actions(move |task| {
            let task = Arc::clone(task);
            vec![MenuItem::new(text::DELETE, move || deleting.set(vec![Arc::clone(&task)])).danger()]
        })
        .rows(move || tasks.items())
}

fn name_cell(task: &Arc<Migration>, row: QueryText) -> AnyView {
    let (name, id) = (task.name.clone(), task.id.clone());
    view! {
        <button type="button" class="link-button" on:click=move |_| row.set(id.clone())>{name}</button>
    }
    .into_any()
}
