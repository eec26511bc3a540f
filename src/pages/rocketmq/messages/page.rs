//! `/rocketmq/{instance}/messages`: messages of a topic by time, key or id.

use std::sync::Arc;

use super::bar::{AskForm, topic_field};
use super::browser::Browser;
use super::columns;
use super::link::produce_href;
use super::panel::{MessagePanel, PanelActions};
use super::row::Row;
use super::status::StatusLines;
use crate::i18n::{messages as shared, t};
use crate::pages::rocketmq::groups::use_groups;
use crate::pages::rocketmq::topics::use_topics;
use crate::pages::rocketmq::verify::{VerifyDialog, verify_button};
use crate::prelude::*;
use crate::routes::use_query_signal;
use crate::session::config;
use crate::ui::{
    ButtonKind, ColumnChooser, Count, DataTable, EmptyState, Glyph, Icon, MenuButton, PageHeader, Spacer,
    Table, Toolbar,
};

/// The message browser.
#[component]
pub fn MessagesPage(instance: String) -> AnyView {
    let (topics, groups) = (use_topics(&instance), use_groups(&instance));
    let browser = Browser::new(&instance, "topic", "");
    let bar = browser.bar();
    let loader = browser.follow_open(&instance);
    let topic = browser.topic();
    let table = Memo::new_with_compare(
        move |_| {
            columns::builder(Vec::new())
                .filter(move || browser.filters.test())
                .sort(use_query_signal("sort"))
                .columns(use_query_signal("cols"))
                .open(browser.open.pushing())
                .selectable()
                .rows(move || browser.reader.rows.get())
        },
        |_, _| true,
    );
    browser.listen_to_keys(table);
    let verifying = RwSignal::new(Vec::new());
    let is_open = Memo::new(move |_| !browser.open.get().is_empty() && !topic.with(String::is_empty));
    let actions = PanelActions {
        go: Callback::new(move |by| browser.go(table, by)),
        close: Callback::new(move |()| browser.open.set("")),
        more: Callback::new(move |row: Arc<Row>| {
            let id = StoredValue::new(row.id());
            verify_button(move || verifying.set(vec![id.get_value()]))
        }),
    };
    let (of_header, of_verify) = (instance.clone(), instance.clone());
    let nothing = move || {
        if topic.with(String::is_empty) {
            return view! { <EmptyState title=shared::NO_TOPIC_TITLE text=shared::NO_TOPIC_TEXT icon=Glyph::Topic/> }
                .into_any();
        }
        browser.nothing(bar)
    };
    let empty = move || view! { {nothing} };
    view! {
        <div class="page page-list">
            <PageHeader title=shared::TITLE actions=move || header(&of_header, topic)/>
            <AskForm bar subject=move || topic_field(bar, topics, groups)/>
            {filter_bar(browser, table)}
            <StatusLines browser/>
            <div class="split">
                <DataTable
                    table=table.get_untracked()
                    label=shared::TITLE
                    loading=Signal::derive(move || browser.is_waiting())
                    empty
                    on_clear_filters=Callback::new(move |()| browser.filters.clear())
                    selection_bar=move || {
                        let picked = move || untrack(|| table.get_untracked().selected());
                        view! {
                            {verify_button(move || verifying.set(picked()))}
                            <MenuButton label=shared::EXPORT items=move |()| browser.export_items(table)/>
                        }
                    }
                />
                {move || is_open.get().then(|| view! {
                    <MessagePanel
                        instance=instance.clone()
                        topic
                        id=browser.open.signal()
                        loader
                        actions
                    />
                })}
            </div>
            <VerifyDialog instance=of_verify topic ids=verifying/>
        </div>
    }
    .into_any()
}

/// The way to produce; nothing where the console may not.
fn header(instance: &str, topic: Signal<String>) -> AnyView {
    let instance = instance.to_owned();
    let new = move || {
        let href = produce_href(&instance, &topic.get(), None);
        (!config::read_only()).then(|| {
            view! {
                <a class=ButtonKind::Secondary.class() href=href>
                    <Icon of=Glyph::Plus/>
                    <span class="btn-label">{move || t(shared::PRODUCE)}</span>
                </a>
            }
        })
    };
    new.into_any()
}

/// Search, filters, columns, export.
fn filter_bar(browser: Browser, table: Memo<Table>) -> AnyView {
    let of_table = table.get_untracked();
    view! {
        <Toolbar>
            {browser.filters.view(browser.reader)}
            <Spacer/>
            <Count
                shown=Signal::derive(move || of_table.shown())
                total=Signal::derive(move || of_table.total())
            />
            <ColumnChooser table=of_table/>
            <MenuButton label=shared::EXPORT items=move |()| browser.export_items(table)/>
        </Toolbar>
    }
    .into_any()
}
