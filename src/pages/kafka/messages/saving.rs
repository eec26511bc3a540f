//! Copying and saving messages.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::ask::Place;
use super::board::Board;
use super::columns::paths;
use super::export::{self, JSON};
use super::message::Message;
use crate::pages::export::{CSV, save};
use crate::ui::Table;

/// Saves the messages on show, in their order.
pub fn save_all(topic: &str, board: Board, table: Table, fields: &str, as_csv: bool) {
    let all = leptos::prelude::GetUntracked::get_untracked(&board.messages);
    let by_key: BTreeMap<String, &Arc<Message>> = all.iter().map(|m| (m.place.to_string(), m)).collect();
    let shown = leptos::prelude::untrack(|| table.keys());
    let shown: Vec<Arc<Message>> =
        shown.iter().filter_map(|k| by_key.get(k).map(|m| Arc::clone(m))).collect();
    if as_csv {
        save(&format!("{topic}.csv"), CSV, &export::table(topic, &shown, &paths(fields)));
    } else {
        save(&format!("{topic}.json"), JSON, &export::json(topic, &shown));
    }
}

/// Saves one message as JSON.
pub fn save_message(topic: &str, message: &Message) {
    save(&file(topic, message.place, "json"), JSON, &export::one(topic, message));
}

/// Saves the body of one message.
pub fn save_body(topic: &str, message: &Message) {
    let Some(body) = message.text() else { return };
    let json = message.doc().is_some();
    let (end, media_type) = if json { ("json", JSON) } else { ("txt", "text/plain;charset=utf-8") };
    save(&file(topic, message.place, &format!("body.{end}")), media_type, body);
}

fn file(topic: &str, place: Place, end: &str) -> String {
    format!("{topic}-{}-{}.{end}", place.partition, place.offset)
}
