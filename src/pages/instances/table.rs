//! The columns of the list.

use std::sync::Arc;

use dms_api::models::Instance;
use dms_api::operation::Engine;

use super::actions::Actions;
use super::batch::{self, Action, Refusal};
use super::facts_view::StorageMeter;
use super::filters::Filters;
use super::list::route_of;
use super::source::Instances;
use super::state::{self, StateBadge};
use super::{rows, words};
use crate::i18n::core;
use crate::i18n::instances as text;
use crate::i18n::instances::list;
use crate::i18n::{TimeAgo, number, t, tf};
use crate::prelude::*;
use crate::routes::{Link, Route, use_query_signal};
use crate::ui::{Badge, Bound, Column, CopyButton, Glyph, MenuItem, Selection, Table, natural_cmp};

type Row = Arc<Instance>;

/// The table of the list: what it shows, sorts, and offers per row.
pub fn instances_table(
    instances: Instances,
    filters: Filters,
    open: Bound<String>,
    chosen: RwSignal<Selection>,
    actions: Actions,
) -> Table {
    Table::builder(|i: &Instance| i.instance_id.clone())
        .name(|i| i.name.clone())
        .column(
            Column::new("name", core::NAME, name)
                .width(150)
                .required()
                .sort_by(|a, b| natural_cmp(&a.name, &b.name)),
        )
        .column(Column::new("id", text::INSTANCE_ID, id).width(106))
        .column(Column::new("status", core::STATUS, status).width(142).sort_by(|a, b| {
            (rows::severity(&a.status), a.status.as_str())
                .cmp(&(rows::severity(&b.status), b.status.as_str()))
        }))
        .column(Column::text("engine", text::ENGINE, rows::engine_name).width(132))
        .column(Column::text("specification", list::SPECIFICATION, specification).width(150))
        .column(
            Column::new("brokers", list::BROKERS, |i: &Row| i.broker_num.map(number))
                .numeric()
                .width(76)
                .hidden()
                .sort_by(|a, b| a.broker_num.cmp(&b.broker_num)),
        )
        .column(
            Column::new("storage", list::STORAGE, storage)
                .width(106)
                .sort_by(|a, b| rows::fullness(a).cmp(&rows::fullness(b))),
        )
        .column(Column::new("address", list::ADDRESS, address).width(148))
        .column(Column::new("tags", core::TAGS, tags).width(116))
        .column(
            Column::new("created", core::CREATED, |i: &Row| {
                let ms = i.created_at.map(|at| at.ms());
                view! { <TimeAgo ms/> }
            })
            .width(98)
            .sort_by(|a, b| a.created_at.cmp(&b.created_at)),
        )
        .column(
            Column::new("partitions", list::PARTITIONS, |i: &Row| i.partition_num.map(|n| number(n.0)))
                .numeric()
                .width(110)
                .hidden()
                .sort_by(|a, b| a.partition_num.cmp(&b.partition_num)),
        )
        .column(
            Column::new("charging", list::CHARGING, |i: &Row| {
                i.charging_mode.map(words::charging).map(|msg| move || t(msg))
            })
            .width(120)
            .hidden(),
        )
        .column(Column::new("zones", list::ZONES, zones).width(200).hidden())
        .actions(move |row| {
            let key = row.instance_id.clone();
            let mut items = menu(row, actions);
            items.insert(1, MenuItem::new(list::DETAILS, move || open.set(key.clone())).icon(Glyph::Info));
            items
        })
        .filter(move || {
            let filter = filters.get();
            move |i: &Instance| filter.lets_through(i)
        })
        .sort(use_query_signal("sort"))
        .columns(use_query_signal("cols"))
        .open(open)
        .selection(chosen)
        .rows(move || instances.all())
}

fn name(row: &Row) -> AnyView {
    let name = row.name.clone();
    view! { <Link to=route_of(row) class="cell-link">{name}</Link> }.into_any()
}

fn id(row: &Row) -> AnyView {
    let id = row.instance_id.clone();
    view! {
        <span class="cell-code">
            <span class="mono" title=id.clone()>{rows::short_id(&id)}</span>
            <CopyButton text=id/>
        </span>
    }
    .into_any()
}

fn status(row: &Row) -> AnyView {
    view! { <StateBadge status=row.status.clone()/> }.into_any()
}

/// The flavour of how many brokers, or the text for people where the service names none.
fn specification(instance: &Instance) -> String {
    match (instance.product_id.as_str(), instance.broker_num) {
        ("", _) => instance.specification.clone(),
        (flavour, Some(brokers)) => format!("{flavour} \u{d7} {brokers}"),
        (flavour, None) => flavour.to_owned(),
    }
}

fn storage(row: &Row) -> AnyView {
    match rows::storage(row) {
        Some((used, size)) => {
            view! { <span class="cell-meter"><StorageMeter label=list::STORAGE used size/></span> }.into_any()
        }
        None => "–".into_any(),
    }
}

fn address(row: &Row) -> AnyView {
    let all = rows::addresses(row);
    let Some(first) = all.first().cloned() else { return "–".into_any() };
    let joined = all.join(",");
    let more = all.len().saturating_sub(1);
    let more = (more > 0).then(|| {
        let rest = all.get(1..).unwrap_or_default().join("\n");
        view! { <span class="muted" title=rest>{tf(list::MORE, &[("n", &more)])}</span> }
    });
    view! {
        <span class="cell-code">
            <span class="mono" title=first.clone()>{first.clone()}</span>
            {more}
            <CopyButton text=joined/>
        </span>
    }
    .into_any()
}

fn tags(row: &Row) -> AnyView {
    let all: Vec<String> = rows::tag_words(row).collect();
    let title = all.join("\n");
    // One is shown whole rather than two in part.
    let more = all.len().saturating_sub(1);
    let more = (more > 0).then(|| {
        view! { <span class="muted">{tf(list::MORE, &[("n", &more)])}</span> }
    });
    let first = all.into_iter().next().map(|tag| view! { <Badge label=tag/> });
    view! { <span class="cell-tags" title=title>{first} {more}</span> }.into_any()
}

fn zones(row: &Row) -> AnyView {
    let names = row.available_zone_names.as_deref().filter(|n| !n.is_empty());
    let text = names.unwrap_or(&row.available_zones).join(", ");
    view! { <span title=text.clone()>{text.clone()}</span> }.into_any()
}

/// What can be done with one instance.
pub fn menu(row: &Row, actions: Actions) -> Vec<MenuItem> {
    let mut items = vec![MenuItem::link(list::OPEN, route_of(row).href()).icon(Glyph::ArrowRight)];
    if row.engine_kind() == Some(Engine::Kafka) {
        let topics = Route::Topics { instance: row.instance_id.clone() };
        items.push(MenuItem::link(list::OPEN_TOPICS, topics.href()).icon(Glyph::Topic));
    }
    items.push(action_item(row, actions, Action::Restart).separated());
    items.push(action_item(row, actions, Action::Delete).danger());
    items
}

/// A menu item that asks for an action, or says why it cannot be done now.
pub fn action_item(row: &Row, actions: Actions, action: Action) -> MenuItem {
    let target = row.clone();
    let (label, icon) = match action {
        Action::Restart => (core::RESTART, Glyph::Refresh),
        Action::Delete => (core::DELETE, Glyph::Trash),
    };
    MenuItem::new(label, move || actions.ask(action, vec![target.clone()]))
        .icon(icon)
        .disabled(refusal(action, row))
}

/// Why an action cannot be done now.
pub fn refusal(action: Action, row: &Row) -> Option<TextProp> {
    let status = row.status.clone();
    match batch::allowed(action, row).err()? {
        Refusal::Engine => Some(list::REFUSED_ENGINE.into()),
        Refusal::State => Some((move || tf(list::REFUSED_STATE, &[("state", &state::word(&status))])).into()),
    }
}
