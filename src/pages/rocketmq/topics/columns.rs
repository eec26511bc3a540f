//! The columns of the topic list.

use std::sync::Arc;

use dms_api::models::rocketmq::Topic;

use super::source::Topics;
use super::words::{Kind, kind_view, message_type, permission};
use crate::i18n::{
    Msg, TimeAgo, core, number,
    rocketmq::{self, topics as text},
};
use crate::pages::name_link::name_link;
use crate::pages::rocketmq::facts::route;
use crate::pages::rocketmq::links::messages_href;
use crate::prelude::*;
use crate::routes::{RocketMqPage, use_query_signal};
use crate::ui::{Bound, Column, MenuItem, Table};

/// What a row can do.
#[derive(Clone, Copy)]
pub struct RowActions {
    /// Opens the row's side panel.
    pub open: Bound<String>,
    /// Asks for the new settings of this topic.
    pub edit: RwSignal<String>,
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
    let of_menu = Arc::clone(&instance);
    Table::builder(|topic: &Topic| topic.name.clone())
        .column(
            Column::new("name", text::NAME, move |topic: &Arc<Topic>| {
                let page = route(&instance, RocketMqPage::Topic(topic.name.clone()));
                name_link(page.href(), &topic.name, actions.open)
            })
            .width(260)
            .sort_by(|a, b| crate::ui::natural_cmp(&a.name, &b.name))
            .required(),
        )
        .column(
            Column::new("permission", text::PERMISSION, |topic: &Arc<Topic>| {
                let perm = topic.permission.clone();
                move || permission(&perm)
            })
            .width(190)
            .sort_by(|a, b| a.permission.as_str().cmp(b.permission.as_str())),
        )
        .column(count("read", text::READ_QUEUES, |t| t.total_read_queue_num))
        .column(count("write", text::WRITE_QUEUES, |t| t.total_write_queue_num))
        .column(
            Column::text("brokers", rocketmq::BROKERS, |topic: &Topic| {
                topic.brokers.iter().map(|b| b.broker_name.as_str()).collect::<Vec<_>>().join(", ")
            })
            .width(180),
        )
        .column(
            Column::new("kind", text::KIND, |topic: &Arc<Topic>| kind_view(&topic.name))
                .width(120)
                .sort_by(|a, b| Kind::of(&a.name).cmp(&Kind::of(&b.name))),
        )
        .column(
            Column::new("type", text::MESSAGE_TYPE, |topic: &Arc<Topic>| {
                let kind = topic.message_type.clone().unwrap_or_default();
                move || message_type(&kind)
            })
            .width(130)
            .sort_by(|a, b| a.message_type.cmp(&b.message_type))
            .hidden(),
        )
        .column(
            Column::text("description", core::DESCRIPTION, |topic: &Topic| {
                topic.topic_desc.clone().unwrap_or_default()
            })
            .width(240),
        )
        .column(
            Column::new("created", core::CREATED, |topic: &Arc<Topic>| {
                let at = topic.created_at.map(|at| at.ms());
                view! { <TimeAgo ms=at/> }
            })
            .width(120)
            .sort_by(|a, b| a.created_at.cmp(&b.created_at)),
        )
        .filter(filter)
        .sort(use_query_signal("sort"))
        .columns(use_query_signal("cols"))
        .open(actions.open)
        .selectable()
        .actions(move |topic| menu(&of_menu, &topic.name, actions))
        .rows(move || topics.items())
}

fn count(id: &'static str, title: Msg, of: fn(&Topic) -> u32) -> Column<Topic> {
    Column::new(id, title, move |t: &Arc<Topic>| number(of(t)))
        .numeric()
        .width(124)
        .sort_by(move |a, b| of(a).cmp(&of(b)))
}

fn menu(instance: &str, topic: &str, actions: RowActions) -> Vec<MenuItem> {
    let page = route(instance, RocketMqPage::Topic(topic.to_owned()));
    let (edited, doomed) = (topic.to_owned(), topic.to_owned());
    vec![
        MenuItem::link(text::OPEN_PAGE, page.href()),
        MenuItem::link(crate::i18n::messages::TITLE, messages_href(instance, topic)),
        MenuItem::new(core::EDIT, move || actions.edit.set(edited.clone())),
        MenuItem::new(core::DELETE, move || actions.delete.run(vec![doomed.clone()])).danger().separated(),
    ]
}
