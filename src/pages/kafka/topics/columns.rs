//! The columns of the topic list.

use std::sync::Arc;

use dms_api::models::kafka::Topic;

use super::peek::PeekProps;
use super::settings::{kind, max_message, on_off, retention, timestamp_type};
use super::source::Topics;
use crate::i18n::{TimeAgo, core, number, topic_extras as extras, topics as text};
use crate::pages::kafka::KAFKA;
use crate::pages::kafka::messages::messages_href;
use crate::pages::name_link::name_link;
use crate::prelude::*;
use crate::routes::{Route, use_query_signal};
use crate::ui::{Badge, Bound, Column, MenuItem, Table, Tone};

/// What a row can do.
#[derive(Clone, Copy)]
pub struct RowActions {
    /// Opens the row's side panel.
    pub open: Bound<String>,
    /// Asks to delete these topics.
    pub delete: Callback<Vec<String>>,
}

/// The topic list's table: sort, columns and open row live in the URL.
pub fn table<P: Fn(&Topic) -> bool + 'static>(
    instance: &str,
    topics: Topics,
    filter: impl Fn() -> P + Send + Sync + 'static,
    actions: RowActions,
) -> Table {
    let instance: Arc<str> = instance.into();
    let menu_instance = Arc::clone(&instance);
    let (of_groups, of_lag) = (Arc::clone(&instance), Arc::clone(&instance));
    Table::builder(|topic: &Topic| topic.name.clone())
        .column(
            Column::new("name", text::NAME, move |topic: &Arc<Topic>| {
                name_cell(&instance, topic, actions.open)
            })
            .width(200)
            .sort_by(|a, b| crate::ui::natural_cmp(&a.name, &b.name))
            .required(),
        )
        .column(count("partitions", text::PARTITIONS, |t| t.partition))
        .column(count("replicas", text::REPLICAS, |t| t.replication))
        .column(
            Column::new("retention", text::RETENTION, |t: &Arc<Topic>| {
                let hours = t.retention_time;
                move || retention(hours)
            })
            .numeric()
            .width(134)
            .sort_by(|a, b| a.retention_time.cmp(&b.retention_time)),
        )
        .column(switch("sync_replication", text::SYNC_REPLICATION, |t| t.sync_replication))
        .column(switch("sync_flush", text::SYNC_FLUSH, |t| t.sync_message_flush))
        .column(Column::text("timestamp", text::TIMESTAMP_TYPE, timestamp_type).width(140).hidden())
        .column(Column::text("max_message", text::MAX_MESSAGE, max_message).numeric().width(130).hidden())
        .column(peek("groups", extras::GROUPS, of_groups, false))
        .column(peek("lag", extras::LAG, of_lag, true))
        .column(
            Column::new("kind", text::KIND, |t: &Arc<Topic>| kind_cell(t))
                .width(84)
                .sort_by(|a, b| a.topic_type.cmp(&b.topic_type)),
        )
        .column(
            Column::text("description", core::DESCRIPTION, |t: &Topic| {
                t.topic_desc.clone().unwrap_or_default()
            })
            .width(170),
        )
        .column(
            Column::new("created", core::CREATED, |t: &Arc<Topic>| {
                let at = t.created_at.map(|at| at.ms());
                view! { <TimeAgo ms=at/> }
            })
            .width(100)
            .sort_by(|a, b| a.created_at.cmp(&b.created_at)),
        )
        .filter(filter)
        .sort(use_query_signal("sort"))
        .columns(use_query_signal("cols"))
        .open(actions.open)
        .selectable()
        .actions(move |topic| menu(&menu_instance, topic, actions.delete))
        .rows(move || topics.items())
}

fn name_cell(instance: &str, topic: &Arc<Topic>, open: Bound<String>) -> AnyView {
    let to = Route::Topic { instance: instance.to_owned(), topic: topic.name.clone() };
    name_link(to.href(), &topic.name, open)
}

fn kind_cell(topic: &Arc<Topic>) -> AnyView {
    let shown = Arc::clone(topic);
    let label = move || kind(&shown);
    if topic.is_internal() {
        view! { <Badge label tone=Tone::Info/> }.into_any()
    } else {
        view! { <span class="muted">{label}</span> }.into_any()
    }
}

fn count(id: &'static str, title: crate::i18n::Msg, of: fn(&Topic) -> u32) -> Column<Topic> {
    Column::new(id, title, move |t: &Arc<Topic>| number(of(t)))
        .numeric()
        .width(92)
        .sort_by(move |a, b| of(a).cmp(&of(b)))
}

fn switch(id: &'static str, title: crate::i18n::Msg, of: fn(&Topic) -> bool) -> Column<Topic> {
    Column::new(id, title, move |t: &Arc<Topic>| {
        let on = of(t);
        view! { <span class:muted=!on>{move || on_off(on)}</span> }
    })
    .width(136)
    .sort_by(move |a, b| of(a).cmp(&of(b)))
}

/// A column that asks about each topic in sight, and so shows only where it is chosen.
fn peek(id: &'static str, title: crate::i18n::Msg, instance: Arc<str>, lag: bool) -> Column<Topic> {
    let list = Owner::current().unwrap_or_default();
    Column::new(id, title, move |topic: &Arc<Topic>| {
        let (instance, topic, list) = (instance.to_string(), topic.name.clone(), list.clone());
        KAFKA.show(move |parts| (parts.peek_cell)(PeekProps { instance, topic, lag, list }))
    })
    .numeric()
    .width(132)
    .hidden()
}

fn menu(instance: &str, topic: &Arc<Topic>, delete: Callback<Vec<String>>) -> Vec<MenuItem> {
    let (instance, name) = (instance.to_owned(), topic.name.clone());
    let internal = topic.is_internal().then(|| TextProp::from(text::INTERNAL_FIXED));
    let messages = messages_href(&instance, &name);
    let page = Route::Topic { instance: instance.clone(), topic: name.clone() };
    let edit = Route::EditTopic { instance, topic: name.clone() };
    vec![
        MenuItem::link(text::OPEN_PAGE, page.href()),
        MenuItem::link(crate::i18n::messages::TITLE, messages),
        MenuItem::link(core::EDIT, edit.href()).disabled(internal.clone()),
        MenuItem::new(text::DELETE_MENU, move || delete.run(vec![name.clone()]))
            .danger()
            .separated()
            .disabled(internal),
    ]
}
