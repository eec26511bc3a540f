//! `/kafka/{instance}/users`: the list of users.

use std::sync::Arc;

use dms_api::models::kafka::User;

use super::create::CreateUserDialog;
use super::delete::DeleteUsersDialog;
use super::edit::{DescriptionDialog, PasswordDialog};
use super::frame::{OnlyWithSasl, Views};
use super::source::{Users, use_users};
use crate::i18n::{TimeAgo, core, plural, t, users as text};
use crate::pages::export;
use crate::pages::search::Words;
use crate::prelude::*;
use crate::routes::{Route, use_query_signal};
use crate::shell::Failure;
use crate::ui::{
    Badge, Button, ButtonKind, Column, ColumnChooser, Count, DataTable, EmptyState, Glyph, IconButton,
    MenuItem, PageHeader, SearchBox, Spacer, Table, Tone, Toolbar,
};

/// What can be done with a user.
#[derive(Clone, Copy)]
struct Doing {
    creating: RwSignal<bool>,
    deleting: RwSignal<Vec<String>>,
    /// Name of the user that gets a new password, `""` for none.
    password: RwSignal<String>,
    /// Name of the user that is described anew, `""` for none.
    describing: RwSignal<String>,
}

/// The user list, or why there is none.
#[component]
pub fn UsersPage(instance: String) -> AnyView {
    let users = use_users(&instance);
    let doing = Doing {
        creating: RwSignal::new(false),
        deleting: RwSignal::new(Vec::new()),
        password: RwSignal::new(String::new()),
        describing: RwSignal::new(String::new()),
    };
    let table = table(&instance, users, doing);
    let has_sasl = Memo::new(move |_| users.has_sasl() == Some(true));
    let count =
        move || has_sasl.get().then(|| plural(users.all().len() as u64, text::COUNT_ONE, text::COUNT_OTHER));
    let export_name = format!("users-{instance}.csv");
    let actions = move || {
        let name = export_name.clone();
        has_sasl.get().then(|| {
            view! {
                <IconButton icon=Glyph::Refresh label=core::REFRESH on_click=move |()| users.list.refresh()/>
                <Button
                    label=text::EXPORT_CSV
                    icon=Glyph::Download
                    on_click=move |()| export_csv(&name, table, users)
                />
                <Button
                    label=text::CREATE
                    icon=Glyph::Plus
                    kind=ButtonKind::Primary
                    on_click=move |()| doing.creating.set(true)
                />
            }
        })
    };
    let of_views = instance.clone();
    view! {
        <div class="page page-list">
            <PageHeader
                title=text::TITLE
                state=move || view! { <span>{count}</span> }
                actions=move || view! { {actions.clone()} }
            />
            <Views instance=of_views current="users"/>
            <OnlyWithSasl instance=instance.clone() users>
                <List instance=instance.clone() users table doing/>
            </OnlyWithSasl>
        </div>
    }
    .into_any()
}

#[component]
fn List(instance: String, users: Users, table: Table, doing: Doing) -> AnyView {
    let search = use_query_signal("q");
    let fixed = Signal::derive(move || {
        users.all().iter().filter(|u| u.default_app).map(|u| u.user_name.clone()).collect::<Vec<_>>()
    });
    let deselect = move |gone: Vec<String>| {
        if !gone.is_empty() {
            table.clear_selection();
        }
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
        <DataTable
            table
            label=text::TITLE
            loading=Signal::derive(move || users.list.loading())
            empty=move || view! {
                <EmptyState title=text::EMPTY_TITLE text=text::EMPTY_TEXT>
                    <Button
                        label=text::CREATE
                        kind=ButtonKind::Primary
                        on_click=move |()| doing.creating.set(true)
                    />
                </EmptyState>
            }
            on_clear_filters=Callback::new(move |()| search.set(""))
            selection_bar=move || view! {
                <Button
                    label=text::DELETE
                    icon=Glyph::Trash
                    kind=ButtonKind::Danger
                    on_click=move |()| doing.deleting.set(table.selected())
                />
            }
        />
        <CreateUserDialog instance=instance.clone() open=doing.creating users/>
        <PasswordDialog instance=instance.clone() user=doing.password/>
        <DescriptionDialog instance=instance.clone() user=doing.describing users/>
        <DeleteUsersDialog instance names=doing.deleting fixed on_done=deselect/>
    }
    .into_any()
}

fn table(instance: &str, users: Users, doing: Doing) -> Table {
    let search = use_query_signal("q");
    let instance = instance.to_owned();
    let filter = move || {
        let words = Words::of(&search.get());
        move |user: &User| words.are_in(&[&user.user_name, user.user_desc.as_deref().unwrap_or_default()])
    };
    Table::builder(|user: &User| user.user_name.clone())
        .column(
            Column::new("name", text::NAME, name_cell)
                .width(300)
                .sort_by(|a, b| crate::ui::natural_cmp(&a.user_name, &b.user_name))
                .required(),
        )
        .column(Column::text("role", text::ROLE, |user: &User| user.role.clone()).width(120))
        .column(
            Column::text("description", core::DESCRIPTION, |user: &User| {
                user.user_desc.clone().unwrap_or_default()
            })
            .width(320),
        )
        .column(
            Column::new("created", core::CREATED, |user: &Arc<User>| {
                let at = user.created_time.map(|at| at.ms());
                view! { <TimeAgo ms=at/> }
            })
            .width(150)
            .sort_by(|a, b| a.created_time.cmp(&b.created_time)),
        )
        .filter(filter)
        .sort(use_query_signal("sort"))
        .columns(use_query_signal("cols"))
        .selectable()
        .actions(move |user| menu(&instance, user, doing))
        .rows(move || Arc::new(users.all()))
}

fn name_cell(user: &Arc<User>) -> AnyView {
    let first = user.default_app.then(|| {
        view! { " " <span title=move || t(text::FIRST_USER_TIP)><Badge label=text::FIRST_USER tone=Tone::Info/></span> }
    });
    view! { <span class="mono">{user.user_name.clone()}</span> {first} }.into_any()
}

fn menu(instance: &str, user: &Arc<User>, doing: Doing) -> Vec<MenuItem> {
    let name = || user.user_name.clone();
    let (of_password, of_describe, of_delete) = (name(), name(), name());
    let rights = Route::Permissions { instance: instance.to_owned() };
    let rights = format!("{}?user={}", rights.href(), dms_api::operation::encode(&user.user_name));
    let fixed = user.default_app.then(|| TextProp::from(text::FIRST_USER_TIP));
    vec![
        MenuItem::link(text::SHOW_RIGHTS, rights),
        MenuItem::new(text::RESET_PASSWORD, move || doing.password.set(of_password.clone())).icon(Glyph::Key),
        MenuItem::new(text::DESCRIBE, move || doing.describing.set(of_describe.clone())),
        MenuItem::new(text::DELETE, move || doing.deleting.set(vec![of_delete.clone()]))
            .danger()
            .separated()
            .disabled(fixed),
    ]
}

/// Saves the rows on show, in their order.
fn export_csv(file: &str, table: Table, users: Users) {
    let all = untrack(|| users.all());
    let keys = untrack(|| table.keys());
    let find = |key: &String| all.iter().find(|user| user.user_name == *key);
    let rows = keys.iter().filter_map(find).map(|user| {
        vec![
            user.user_name.clone().into(),
            user.role.clone().into(),
            user.default_app.into(),
            user.user_desc.clone().unwrap_or_default().into(),
            user.created_time.map_or_else(|| "".into(), |at| at.ms().into()),
        ]
    });
    export::save(
        file,
        export::CSV,
        &export::csv(&["user", "role", "first_user", "description", "created_at_ms"], rows),
    );
}
