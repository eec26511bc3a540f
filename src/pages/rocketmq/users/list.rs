//! `/rocketmq/{instance}/users`: the list of users.

use std::sync::Arc;

use dms_api::models::rocketmq::User;
use dms_api::ops::rocketmq::DeleteUser;

use super::dialog::{Editing, UserDialog};
use super::frame::{OnlyWithAcl, Views};
use super::panel::UserPanel;
use super::source::{Users, use_things, use_users};
use super::words::right_view;
use crate::data::mutate;
use crate::i18n::{core, plural, rocketmq::users as text, users as shared};
use crate::pages::batch::{BatchWords, DeleteDialog, DeleteWords, Job, Outcome};
use crate::pages::export;
use crate::pages::rocketmq::topics::topics_and_groups;
use crate::pages::search::Words;
use crate::prelude::*;
use crate::routes::{RocketMqPage, Route, use_query_signal};
use crate::shell::Failure;
use crate::ui::{
    Badge, Button, ButtonKind, Column, ColumnChooser, Count, DataTable, EmptyState, Glyph, IconButton,
    MenuItem, PageHeader, SearchBox, Spacer, Table, Tone, Toolbar, natural_cmp,
};

const DELETE: DeleteWords = DeleteWords {
    title_one: shared::DELETE_TITLE_ONE,
    title_other: shared::DELETE_TITLE_OTHER,
    action: shared::DELETE,
    loss: text::DELETE_LOSS,
    list: shared::DELETE_LIST,
    count_word: shared::DELETE_COUNT_WORD,
    toast_one: shared::DELETED_TOAST_ONE,
    toast_other: shared::DELETED_TOAST_OTHER,
    results: BatchWords {
        title: shared::RESULT_TITLE,
        done: shared::DELETED,
        failed: shared::NOT_DELETED,
        unexplained: shared::DELETE_SILENT,
    },
};

/// The user list, or why there is none.
#[component]
pub fn UsersPage(instance: String) -> AnyView {
    let users = use_users(&instance);
    let editing = Editing::new(&instance, users, use_things(&instance));
    let deleting = RwSignal::new(Vec::new());
    let table = table(&instance, users, editing, deleting);
    let has_acl = Memo::new(move |_| users.has_acl() == Some(true));
    let count = move || {
        let n = users.list.progress().total.unwrap_or(users.all().len() as u64);
        has_acl.get().then(|| plural(n, shared::COUNT_ONE, shared::COUNT_OTHER))
    };
    let file = format!("users-{instance}.csv");
    let actions = move || {
        let file = file.clone();
        has_acl.get().then(|| {
            view! {
                <IconButton icon=Glyph::Refresh label=core::REFRESH on_click=move |()| users.list.refresh()/>
                <Button
                    label=shared::EXPORT_CSV
                    icon=Glyph::Download
                    on_click=move |()| export_csv(&file, table, users)
                />
                <Button
                    label=text::CREATE
                    icon=Glyph::Plus
                    kind=ButtonKind::Primary
                    on_click=move |()| editing.create()
                />
            }
        })
    };
    let of_views = instance.clone();
    view! {
        <div class="page page-list">
            <PageHeader
                title=shared::TITLE
                state=move || view! { <span>{count}</span> }
                actions=move || view! { {actions.clone()} }
            />
            <Views instance=of_views current="users"/>
            <OnlyWithAcl instance=instance.clone() users>
                <List instance=instance.clone() users table editing deleting/>
            </OnlyWithAcl>
        </div>
    }
    .into_any()
}

#[component]
fn List(
    instance: String,
    users: Users,
    table: Table,
    editing: Editing,
    deleting: RwSignal<Vec<String>>,
) -> AnyView {
    let search = use_query_signal("q");
    let open = use_query_signal("row");
    let opened = Memo::new(move |_| open.get());
    let deselect = move |gone: Vec<String>| {
        if !gone.is_empty() {
            table.clear_selection();
            if gone.contains(&open.get_untracked()) {
                open.set(String::new());
            }
        }
    };
    let of_delete = instance.clone();
    let job = Job::each(move |user| delete(of_delete.clone(), user));
    let panel = move || {
        let (instance, name) = (instance.clone(), opened.get());
        (!name.is_empty()).then(|| {
            let on_close = move |()| open.set(String::new());
            view! { <UserPanel instance name editing deleting on_close/> }
        })
    };
    view! {
        <Toolbar>
            <SearchBox value=search label=text::SEARCH placeholder=text::SEARCH/>
            <Spacer/>
            <Count shown=Signal::derive(move || table.shown()) total=Signal::derive(move || table.total())/>
            <ColumnChooser table/>
        </Toolbar>
        {move || users.list.error().map(|failure| {
            view! { <Failure failure retry=Callback::new(move |()| users.list.refresh())/> }
        })}
        <div class="split">
            <DataTable
                table
                label=shared::TITLE
                loading=Signal::derive(move || users.list.loading())
                empty=move || view! { <NoUsers users editing/> }
                on_clear_filters=Callback::new(move |()| search.set(String::new()))
                selection_bar=move || view! {
                    <Button
                        label=shared::DELETE
                        icon=Glyph::Trash
                        kind=ButtonKind::Danger
                        on_click=move |()| deleting.set(table.selected())
                    />
                }
            />
            {panel}
        </div>
        <UserDialog editing/>
        <DeleteDialog words=DELETE names=deleting note=Signal::stored(None) job on_done=deselect/>
    }
    .into_any()
}

/// Only a list that has come can be called empty.
#[component]
fn NoUsers(users: Users, editing: Editing) -> AnyView {
    (move || {
        users.list.error().is_none().then(|| {
            view! {
                <EmptyState title=shared::EMPTY_TITLE text=text::EMPTY_TEXT>
                    <Button
                        label=text::CREATE
                        kind=ButtonKind::Primary
                        on_click=move |()| editing.create()
                    />
                </EmptyState>
            }
        })
    })
    .into_any()
}

async fn delete(instance_id: String, user_name: String) -> Outcome {
    Outcome::of_call(mutate(DeleteUser { instance_id, user_name }).await)
}

fn table(instance: &str, users: Users, editing: Editing, deleting: RwSignal<Vec<String>>) -> Table {
    let search = use_query_signal("q");
    let open = use_query_signal("row");
    let instance = instance.to_owned();
    let filter = move || {
        let words = Words::of(&search.get());
        move |user: &User| words.are_in(&[&user.access_key, &user.white_remote_address])
    };
    Table::builder(|user: &User| user.access_key.clone())
        .column(
            Column::new("name", shared::NAME, move |user: &Arc<User>| name_cell(user, open))
                .width(260)
                .sort_by(|a: &User, b: &User| natural_cmp(&a.access_key, &b.access_key))
                .required(),
        )
        .column(
            Column::new("topics", text::DEFAULT_TOPIC, |user: &Arc<User>| {
                right_view(user.default_topic_perm.clone())
            })
            .width(190)
            .sort_by(|a, b| a.default_topic_perm.as_str().cmp(b.default_topic_perm.as_str())),
        )
        .column(
            Column::new("groups", text::DEFAULT_GROUP, |user: &Arc<User>| {
                right_view(user.default_group_perm.clone())
            })
            .width(170)
            .sort_by(|a, b| a.default_group_perm.as_str().cmp(b.default_group_perm.as_str())),
        )
        .column(
            Column::new("special", text::SPECIAL, |user: &Arc<User>| special_cell(user))
                .width(190)
                .sort_by(|a, b| specials(a).cmp(&specials(b))),
        )
        .column(
            Column::text("addresses", text::WHITE_LIST, |user: &User| user.white_remote_address.clone())
                .width(260),
        )
        .filter(filter)
        .sort(use_query_signal("sort"))
        .columns(use_query_signal("cols"))
        .open(open)
        .selectable()
        .actions(move |user| menu(&instance, user, editing, deleting))
        .rows(move || users.all())
}

fn name_cell(user: &Arc<User>, open: crate::routes::QueryText) -> AnyView {
    let admin = user.admin.then(|| view! { " " <Badge label=text::ADMIN tone=Tone::Info/> });
    let (name, to) = (user.access_key.clone(), user.access_key.clone());
    view! {
        <button type="button" class="link-button mono" on:click=move |_| open.set(to.clone())>{name}</button>
        {admin}
    }
    .into_any()
}

fn specials(user: &User) -> usize {
    user.topic_perms.len() + user.group_perms.len()
}

fn special_cell(user: &Arc<User>) -> AnyView {
    let (topics, groups) = (user.topic_perms.len(), user.group_perms.len());
    (move || match topics + groups {
        0 => "–".to_owned(),
        _ => topics_and_groups(topics as u64, groups as u64),
    })
    .into_any()
}

fn menu(
    instance: &str,
    user: &Arc<User>,
    editing: Editing,
    deleting: RwSignal<Vec<String>>,
) -> Vec<MenuItem> {
    let (of_edit, of_delete) = (user.access_key.clone(), user.access_key.clone());
    vec![
        MenuItem::new(text::EDIT, move || editing.edit(&of_edit)).icon(Glyph::Edit),
        MenuItem::link(shared::SHOW_RIGHTS, rights_of(instance, &user.access_key)),
        MenuItem::new(shared::DELETE, move || deleting.set(vec![of_delete.clone()])).danger().separated(),
    ]
}

/// Address of the matrix with one user in it.
pub fn rights_of(instance: &str, user: &str) -> String {
    let page = Route::RocketMq { instance: instance.to_owned(), page: RocketMqPage::Permissions };
    format!("{}?user={}", page.href(), dms_api::operation::encode(user))
}

/// Saves the rows on show, in their order.
fn export_csv(file: &str, table: Table, users: Users) {
    let all = untrack(|| users.all());
    let keys = untrack(|| table.keys());
    let find = |key: &String| all.iter().find(|user| user.access_key == *key);
    let rows = keys.iter().filter_map(find).map(|user| {
        vec![
            user.access_key.clone().into(),
            user.admin.into(),
            user.white_remote_address.clone().into(),
            user.default_topic_perm.as_str().into(),
            user.default_group_perm.as_str().into(),
            super::lines::print(&user.topic_perms).into(),
            super::lines::print(&user.group_perms).into(),
        ]
    });
    let header =
        ["user", "admin", "white_list", "default_topic", "default_group", "topic_rights", "group_rights"];
    export::save(file, export::CSV, &export::csv(&header, rows));
}
