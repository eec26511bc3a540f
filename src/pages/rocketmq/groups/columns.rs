//! The columns of the group list.

use std::sync::Arc;

use dms_api::models::rocketmq::Group;

use super::peek_cells::{dead_cell, lag_cell};
use super::peeks::Peeks;
use super::source::Groups;
use super::words::{Enabled, Online, mode, yes_no};
use crate::i18n::{
    TimeAgo, core, number,
    rocketmq::{self as common, groups as text},
    shell,
};
use crate::pages::name_link::name_link;
use crate::pages::rocketmq::facts::route;
use crate::pages::rocketmq::links::dead_letters_href;
use crate::prelude::*;
use crate::routes::{RocketMqPage, use_query_signal};
use crate::ui::{Bound, Column, MenuItem, Table};

/// What a row can do.
#[derive(Clone, Copy)]
pub struct RowActions {
    /// Opens the row's side panel.
    pub open: Bound<String>,
    /// Asks for the new settings of this group.
    pub edit: RwSignal<String>,
    /// Asks to delete these groups.
    pub delete: Callback<Vec<String>>,
}

/// The group list's table: sort, columns and open row live in the URL.
pub fn table<P: Fn(&Group) -> bool + 'static>(
    instance: &str,
    groups: Groups,
    peeks: Peeks,
    filter: impl Fn() -> P + Send + Sync + 'static,
    actions: RowActions,
) -> Table {
    let instance: Arc<str> = instance.into();
    let (of_dead, of_menu) = (Arc::clone(&instance), Arc::clone(&instance));
    Table::builder(|group: &Group| group.name.clone())
        .column(
            Column::new("name", text::NAME, move |group: &Arc<Group>| {
                let page = route(&instance, RocketMqPage::Group(group.name.clone()));
                name_link(page.href(), &group.name, actions.open)
            })
            .width(210)
            .sort_by(|a, b| crate::ui::natural_cmp(&a.name, &b.name))
            .required(),
        )
        .column(
            Column::new("enabled", text::STATE, |group: &Arc<Group>| {
                view! { <Enabled enabled=group.enabled/> }
            })
            .width(112)
            .sort_by(|a, b| a.enabled.cmp(&b.enabled)),
        )
        .column(
            Column::new("online", text::CONSUMERS, |group: &Arc<Group>| {
                view! { <Online online=group.group_online/> }
            })
            .width(160)
            .sort_by(|a, b| a.group_online.cmp(&b.group_online)),
        )
        .column(
            Column::new("lag", text::LAG, move |group: &Arc<Group>| lag_cell(peeks, group))
                .numeric()
                .width(92)
                .sort_by(move |a, b| peeks.lag(&a.name).messages().cmp(&peeks.lag(&b.name).messages())),
        )
        .column(
            Column::new("mode", text::MODE, |group: &Arc<Group>| {
                let broadcast = group.broadcast;
                move || mode(broadcast)
            })
            .width(108)
            .sort_by(|a, b| a.broadcast.cmp(&b.broadcast)),
        )
        .column(
            Column::new("retries", text::RETRIES, |group: &Arc<Group>| number(group.retry_max_time))
                .numeric()
                .width(108)
                .sort_by(|a, b| a.retry_max_time.cmp(&b.retry_max_time)),
        )
        .column(
            Column::new("topics", text::TOPICS, |group: &Arc<Group>| {
                group.topic_subscription_count.map_or_else(|| "\u{2013}".to_owned(), number)
            })
            .numeric()
            .width(76)
            .sort_by(|a, b| a.topic_subscription_count.cmp(&b.topic_subscription_count)),
        )
        .column(
            Column::new("dead", shell::DEAD_LETTERS, move |group: &Arc<Group>| {
                dead_cell(peeks, &of_dead, &group.name)
            })
            .numeric()
            .width(120)
            .hidden(),
        )
        .column(yes_or_no("orderly", text::ORDERLY, |group| group.consume_orderly).hidden())
        .column(yes_or_no("beginning", text::FROM_BEGINNING, |group| group.from_beginning).hidden())
        .column(
            Column::text("brokers", common::BROKERS, |g: &Group| g.brokers.join(", ")).width(180).hidden(),
        )
        .column(
            Column::text("description", core::DESCRIPTION, |group: &Group| {
                group.group_desc.clone().unwrap_or_default()
            })
            .width(180),
        )
        .column(
            Column::new("created", core::CREATED, |group: &Arc<Group>| {
                let at = group.created_at.map(|at| at.ms());
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
        .actions(move |group| menu(&of_menu, &group.name, actions))
        .rows(move || groups.items())
}

fn yes_or_no(id: &'static str, title: crate::i18n::Msg, of: fn(&Group) -> Option<bool>) -> Column<Group> {
    Column::new(id, title, move |group: &Arc<Group>| {
        let value = of(group);
        move || yes_no(value)
    })
    .width(150)
    .sort_by(move |a, b| of(a).cmp(&of(b)))
}

fn menu(instance: &str, group: &str, actions: RowActions) -> Vec<MenuItem> {
    let page = |page| route(instance, page).href();
    let (edited, doomed) = (group.to_owned(), group.to_owned());
    vec![
        MenuItem::link(text::OPEN_PAGE, page(RocketMqPage::Group(group.to_owned()))),
        MenuItem::link(text::RESET, page(RocketMqPage::ResetGroup(group.to_owned()))),
        MenuItem::link(shell::DEAD_LETTERS, dead_letters_href(instance, group)),
        MenuItem::new(core::EDIT, move || actions.edit.set(edited.clone())),
        MenuItem::new(core::DELETE, move || actions.delete.run(vec![doomed.clone()])).danger().separated(),
    ]
}
