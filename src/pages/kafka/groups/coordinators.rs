//! `/kafka/{instance}/coordinators`: which broker manages which group.

use std::collections::BTreeMap;
use std::sync::Arc;

use dms_api::models::kafka::Coordinator;
use dms_api::ops::kafka::ListCoordinators;

use super::columns::broker;
use super::frame::Views;
use crate::data::use_query;
use crate::i18n::{core, groups as text, plural, t, tf};
use crate::pages::search::Words;
use crate::prelude::*;
use crate::routes::{Route, use_query_signal};
use crate::shell::Failure;
use crate::ui::{
    Column, Count, DataTable, EmptyState, Glyph, IconButton, PageHeader, SearchBox, Spacer, Table, Toolbar,
};

/// The coordinators, and how evenly the groups are spread.
#[component]
pub fn CoordinatorsPage(instance: String) -> AnyView {
    let op = ListCoordinators { instance_id: instance.clone() };
    let list = use_query(move || Some(op.clone()));
    let search = use_query_signal("q");
    let rows = Memo::new(move |_| {
        let list = list.data();
        let all = list.iter().flat_map(|list| &list.coordinators).cloned().map(Arc::new);
        Arc::new(all.collect::<Vec<_>>())
    });
    let filter = move || {
        let words = Words::of(&search.get());
        move |row: &Coordinator| words.are_in(&[&row.group_id, &row.id.to_string(), &address(row)])
    };
    let of_name = instance.clone();
    let table = Table::builder(|row: &Coordinator| row.group_id.clone())
        .column(
            Column::new("group", text::GROUP, move |row: &Arc<Coordinator>| {
                let to = Route::Group { instance: of_name.clone(), group: row.group_id.clone() };
                view! { <a class="mono" href=to.href()>{row.group_id.clone()}</a> }
            })
            .width(320)
            .sort_by(|a, b| crate::ui::natural_cmp(&a.group_id, &b.group_id))
            .required(),
        )
        .column(
            Column::new("broker", text::COORDINATOR, |row: &Arc<Coordinator>| broker(row.id))
                .width(120)
                .sort_by(|a, b| a.id.cmp(&b.id)),
        )
        .column(
            Column::new("address", text::ADDRESS, |row: &Arc<Coordinator>| {
                view! { <span class="mono">{address(row)}</span> }
            })
            .width(220)
            .sort_by(|a, b| address(a).cmp(&address(b))),
        )
        .filter(filter)
        .sort(use_query_signal("sort"))
        .rows(move || rows.get());
    let spread = move || {
        let counts = rows.with(|rows| spread(rows));
        counts.into_iter().map(|(id, n)| spread_line(id, n)).collect_view()
    };
    view! {
        <div class="page page-list">
            <PageHeader
                title=text::TAB_COORDINATORS
                state=move || view! { <span>{move || t(text::COORDINATORS_INTRO)}</span> }
                actions=move || {
                    view! { <IconButton icon=Glyph::Refresh label=core::REFRESH on_click=move |()| list.refresh()/> }
                }
            />
            <Views instance current="coordinators"/>
            <Toolbar>
                <SearchBox value=search label=text::SEARCH_COORDINATORS placeholder=text::SEARCH_COORDINATORS/>
                <ul class="spread" aria-label=move || t(text::BROKERS_TITLE)>{spread}</ul>
                <Spacer/>
                <Count
                    shown=Signal::derive(move || table.shown())
                    total=Signal::derive(move || table.total())
                />
            </Toolbar>
            {move || list.error().map(|failure| {
                view! { <Failure failure retry=Callback::new(move |()| list.refresh())/> }
            })}
            <DataTable
                table
                label=text::TAB_COORDINATORS
                loading=Signal::derive(move || list.loading())
                empty=move || view! { <EmptyState title=text::NO_COORDINATORS/> }
                on_clear_filters=Callback::new(move |()| search.set(""))
            />
        </div>
    }
    .into_any()
}

fn spread_line(id: i32, groups: u64) -> AnyView {
    let name = move || tf(text::BROKER, &[("id", &id)]);
    let count = move || plural(groups, text::COUNT_ONE, text::COUNT_OTHER);
    view! { <li><span class="muted">{name} " · "</span> {count}</li> }.into_any()
}

fn address(of: &Coordinator) -> String {
    match (of.host.trim_start_matches('/'), of.port) {
        ("", _) => "\u{2013}".to_owned(),
        (host, 0) => host.to_owned(),
        (host, port) => format!("{host}:{port}"),
    }
}

/// Groups per broker.
fn spread(rows: &[Arc<Coordinator>]) -> BTreeMap<i32, u64> {
    let mut counts = BTreeMap::new();
    for row in rows.iter().filter(|row| row.id >= 0) {
        *counts.entry(row.id).or_default() += 1;
    }
    counts
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(group: &str, id: i32, host: &str, port: u32) -> Arc<Coordinator> {
        Arc::new(Coordinator { group_id: group.into(), id, host: host.into(), port, ..Default::default() })
    }

    #[test]
    fn groups_are_counted_per_broker_and_addresses_cleaned() {
        let rows = [row("a", 2, "/10.0.0.1", 9092), row("b", 2, "", 0), row("c", -1, "10.0.0.2", 0)];
        assert_eq!(spread(&rows), BTreeMap::from([(2, 2)]));
        let addresses: Vec<String> = rows.iter().map(|r| address(r)).collect();
        assert_eq!(addresses, ["10.0.0.1:9092", "\u{2013}", "10.0.0.2"]);
    }
}
