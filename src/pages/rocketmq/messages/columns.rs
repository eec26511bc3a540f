//! The columns of the message tables.

use std::sync::Arc;

use super::row::Row;
use crate::i18n::{
    bytes, date, date_time_exact, messages as shared, number, rocketmq::messages as text, t, time,
};
use crate::pages::browse::one_line;
use crate::prelude::*;
use crate::ui::{Column, Table, TableBuilder};

/// A table of messages with the usual columns, and those of a page's own behind the time.
pub fn builder(own: Vec<Column<Row>>) -> TableBuilder<Row> {
    // Where a page has columns of its own, the body leaves them room.
    let body = if own.is_empty() { 420 } else { 290 };
    let begun = Table::builder(Row::id).column(
        Column::new("time", text::STORED, |row: &Arc<Row>| moment(row.stored_at()))
            .width(216)
            .sort_by(|a: &Row, b| a.stored_at().cmp(&b.stored_at()))
            .required(),
    );
    own.into_iter()
        .fold(begun, TableBuilder::column)
        .column(words("tag", text::TAG, 96, |row| row.message.tags().unwrap_or_default()))
        .column(
            Column::new("keys", text::KEYS, |row: &Arc<Row>| faint(&row.message.keys().join("  ")))
                .width(130)
                .sort_by(|a: &Row, b| a.message.keys().cmp(&b.message.keys())),
        )
        .column(Column::new("body", shared::BODY, body_cell).width(body))
        .column(
            Column::new("retries", text::RETRIES, |row: &Arc<Row>| number(row.message.reconsume_times))
                .numeric()
                .width(80)
                .sort_by(|a: &Row, b| a.message.reconsume_times.cmp(&b.message.reconsume_times)),
        )
        .column(
            Column::new("queue", text::QUEUE, |row: &Arc<Row>| number(row.message.queue_id))
                .numeric()
                .width(72)
                .sort_by(|a: &Row, b| place(a).cmp(&place(b))),
        )
        .column(
            Column::new("offset", text::QUEUE_OFFSET, |row: &Arc<Row>| number(row.message.queue_offset))
                .numeric()
                .width(80)
                .sort_by(|a: &Row, b| a.message.queue_offset.cmp(&b.message.queue_offset)),
        )
        .column(
            Column::new("size", shared::SIZE, |row: &Arc<Row>| bytes(row.message.store_size))
                .numeric()
                .width(84)
                .sort_by(|a: &Row, b| a.message.store_size.cmp(&b.message.store_size)),
        )
        .column(words("id", text::ID, 270, |row| &row.message.msg_id))
        .column(
            words("unique", text::UNIQUE_KEY, 270, |row| row.message.unique_key().unwrap_or_default())
                .hidden(),
        )
        .column(
            Column::new("born", text::BORN, |row: &Arc<Row>| moment(row.born_at()))
                .width(216)
                .sort_by(|a: &Row, b| a.born_at().cmp(&b.born_at()))
                .hidden(),
        )
        .column(words("producer", text::BORN_HOST, 150, |row| &row.message.born_host).hidden())
        .column(words("broker", text::STORE_HOST, 150, |row| &row.message.store_host).hidden())
}

fn place(row: &Row) -> (&str, u32, u64) {
    (&row.message.store_host, row.message.queue_id, row.message.queue_offset)
}

/// A column of short texts in the monospace font.
fn words(id: &'static str, title: crate::i18n::Msg, width: u16, get: fn(&Row) -> &str) -> Column<Row> {
    Column::new(id, title, move |row: &Arc<Row>| faint(get(row)))
        .width(width)
        .sort_by(move |a, b| get(a).cmp(get(b)))
}

fn faint(text: &str) -> AnyView {
    if text.is_empty() {
        return view! { <span class="muted">"–"</span> }.into_any();
    }
    view! { <span class="mono">{one_line(text)}</span> }.into_any()
}

/// A time with the exact one on hover.
pub fn moment(at: Option<i64>) -> AnyView {
    match at {
        Some(at) => {
            let words = move || format!("{} {}", date(at), time(at));
            view! { <span class="mono" title=move || date_time_exact(at)>{words}</span> }.into_any()
        }
        None => view! { <span class="muted">{move || t(shared::NO_TIME)}</span> }.into_any(),
    }
}

fn body_cell(row: &Arc<Row>) -> AnyView {
    if row.message.body.is_empty() {
        return view! { <span class="muted">{move || t(shared::EMPTY)}</span> }.into_any();
    }
    view! { <span class="mono">{one_line(&row.message.body)}</span> }.into_any()
}
