//! The columns of the message table.

use std::sync::Arc;

use super::board::Board;
use super::export::field;
use super::filter::Filter;
use super::message::{Body, Message};
use crate::i18n::{bytes, date, date_time_exact, messages as text, number, t, time};
use crate::json::Path;
use crate::pages::browse::marked;
use crate::prelude::*;
use crate::routes::{QueryText, use_query_signal};
use crate::ui::{Badge, Column, Table, Tone};

/// Ids of the columns that show a field of the body, as many as can be shown.
pub const FIELD_IDS: [&str; 8] =
    ["field-1", "field-2", "field-3", "field-4", "field-5", "field-6", "field-7", "field-8"];

/// The paths that a parameter of the address names, one per line; what is no path is left out.
pub fn paths(text: &str) -> Vec<(String, Path)> {
    let path = |line: &str| Some((line.to_owned(), Path::parse(line).ok()?));
    text.lines().filter_map(path).take(FIELD_IDS.len()).collect()
}

/// The table, with a column for each path. What `sought` says is marked in keys and bodies.
pub fn table(
    board: Board,
    paths: Vec<(String, Path)>,
    filter: impl Fn() -> Filter + Send + Sync + 'static,
    sought: Memo<Vec<String>>,
    open: QueryText,
) -> Table {
    let mut table = Table::builder(|m: &Message| m.place.to_string())
        .column(
            Column::new("time", text::TIME, |m: &Arc<Message>| time_cell(m.at))
                .width(216)
                .sort_by(|a, b| (a.at, a.place).cmp(&(b.at, b.place)))
                .required(),
        )
        .column(
            Column::new("partition", text::PARTITION, |m: &Arc<Message>| number(m.place.partition))
                .numeric()
                .width(92)
                .sort_by(|a, b| a.place.cmp(&b.place)),
        )
        .column(
            Column::new("offset", text::OFFSET, |m: &Arc<Message>| number(m.place.offset))
                .numeric()
                .width(104)
                .sort_by(|a, b| a.place.offset.cmp(&b.place.offset)),
        )
        .column(
            Column::new("key", text::KEY, move |m: &Arc<Message>| key_cell(m, sought))
                .width(150)
                .sort_by(|a, b| a.key.cmp(&b.key)),
        );
    for (id, (title, path)) in FIELD_IDS.into_iter().zip(paths) {
        table = table.column(Column::text(id, title, move |m: &Message| field(m, &path)).width(140));
    }
    table
        .column(Column::new("body", text::BODY, move |m: &Arc<Message>| body_cell(m, sought)).width(420))
        .column(
            Column::new("size", text::SIZE, |m: &Arc<Message>| bytes(m.size))
                .numeric()
                .width(88)
                .sort_by(|a, b| a.size.cmp(&b.size)),
        )
        .filter(move || {
            let filter = filter();
            move |message: &Message| filter.passes(message)
        })
        .sort(use_query_signal("sort"))
        .columns(use_query_signal("cols"))
        .open(open.pushing())
        .rows(move || board.messages.get())
}

fn time_cell(at: Option<i64>) -> AnyView {
    match at {
        Some(at) => {
            let words = move || format!("{} {}", date(at), time(at));
            view! { <span class="mono" title=move || date_time_exact(at)>{words}</span> }.into_any()
        }
        None => view! { <span class="muted">{move || t(text::NO_TIME)}</span> }.into_any(),
    }
}

fn with_marks(text: &Arc<str>, sought: Memo<Vec<String>>) -> AnyView {
    let text = Arc::clone(text);
    view! { <span class="mono">{move || sought.with(|words| marked(&text, words))}</span> }.into_any()
}

fn key_cell(message: &Arc<Message>, sought: Memo<Vec<String>>) -> AnyView {
    match &message.key {
        Some(key) => with_marks(key, sought),
        None => view! { <span class="muted">"–"</span> }.into_any(),
    }
}

fn body_cell(message: &Arc<Message>, sought: Memo<Vec<String>>) -> AnyView {
    match (&message.body, message.text()) {
        (Body::Unloaded, _) => view! { <span class="muted">{move || t(text::NOT_LOADED)}</span> }.into_any(),
        (_, None) => view! { <Badge label=text::DELETION tone=Tone::Info/> }.into_any(),
        (_, Some(body)) if body.is_empty() => {
            view! { <span class="muted">{move || t(text::EMPTY)}</span> }.into_any()
        }
        (_, Some(body)) => with_marks(body, sought),
    }
}
