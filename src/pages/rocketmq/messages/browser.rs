//! What the pages of messages and of dead letters share: question, list, open message.

use std::collections::HashMap;
use std::sync::Arc;

use super::ask::{Ask, AskText, By, PARAMETERS};
use super::bar::Bar;
use super::export::{Form, save_all};
use super::filters::Filters;
use super::reader::Reader;
use super::row::Row;
use super::single::Loader;
use crate::data::when_resumed;
use crate::i18n::{Msg, messages as shared, now, rocketmq::messages as text, t};
use crate::pages::browse::{listen_to_keys, neighbour};
use crate::prelude::*;
use crate::routes::query::History;
use crate::routes::{QueryText, update_query, use_query_signal};
use crate::ui::{EmptyState, MenuItem, Table};

/// A list of messages with what is asked for in the address. Cheap to copy.
#[derive(Clone, Copy)]
pub struct Browser {
    asked: Memo<AskText>,
    /// Names of the address's parameters, in the order of [`AskText::parts`].
    names: [&'static str; 6],
    prefix: &'static str,
    /// What was asked last, with its times.
    pub ask: RwSignal<Option<Ask>>,
    pub reader: Reader,
    pub filters: Filters,
    pub open: QueryText,
}

impl Browser {
    /// Reads what the address asks for. `subject` is the parameter that the topic stands in, without its `prefix`.
    pub fn new(instance: &str, subject: &'static str, prefix: &'static str) -> Self {
        let [_, others @ ..] = PARAMETERS;
        let [by, start, end, key, id] = others;
        let names = [subject, by, start, end, key, id];
        let parameters = names.map(use_query_signal);
        let asked = Memo::new(move |_| {
            let value =
                |name| parameters.iter().zip(PARAMETERS).find(|(_, n)| *n == name).map(|(p, _)| p.get());
            let read = AskText::read(|name| value(name).unwrap_or_default());
            let topic = if read.topic.is_empty() { String::new() } else { format!("{prefix}{}", read.topic) };
            AskText { topic, ..read }
        });
        Self {
            asked,
            names,
            prefix,
            ask: RwSignal::new(None),
            reader: Reader::new(instance),
            filters: Filters::new(),
            open: use_query_signal("msg"),
        }
    }

    /// The topic asked about, tracked.
    pub fn topic(self) -> Signal<String> {
        Signal::derive(move || self.asked.with(|a| a.topic.clone()))
    }

    /// The form, following the address; and reading, following it too.
    pub fn bar(self) -> Bar {
        let draft = RwSignal::new(self.asked.get_untracked());
        // The times of a form that has none of its own: they mean the usual range up to now, whenever that is.
        let usual = StoredValue::new(None::<(String, String)>);
        let fill = move |form: AskText| {
            let own = !form.start.is_empty() || !form.end.is_empty();
            let full = form.with_times(now());
            usual.set_value((!own).then(|| (full.start.clone(), full.end.clone())));
            draft.set(full);
        };
        Effect::new(move |_| {
            let asked = self.asked.get();
            self.read(asked.ask(now()).ok());
            fill(asked);
        });
        let apply = move |()| {
            let mut wanted = draft.get_untracked();
            if usual.with_value(|usual| {
                usual.as_ref().is_some_and(|(s, e)| *s == wanted.start && *e == wanted.end)
            }) {
                (wanted.start, wanted.end) = (String::new(), String::new());
            }
            let Ok(ask) = wanted.ask(now()) else { return };
            let (before, after) = (self.asked.get_untracked().parts(), wanted.parts());
            if before == after {
                self.read(Some(ask));
                fill(wanted);
                return;
            }
            let [topic, by, start, end, key, id] = after;
            let subject = topic.strip_prefix(self.prefix).unwrap_or(&topic).to_owned();
            let values = [subject, by, start, end, key, id];
            let changes = self.names.into_iter().zip(values).chain([("msg", String::new())]);
            update_query(changes.collect(), History::Push);
        };
        Bar {
            draft,
            apply: Callback::new(apply),
            stop: Callback::new(move |()| self.reader.stop()),
            running: Signal::derive(move || self.reader.progress.with(|p| p.running)),
        }
    }

    fn read(self, ask: Option<Ask>) {
        self.ask.set(ask.clone());
        self.reader.read(ask);
    }

    /// Nothing to show yet, but on its way. Tracked.
    pub fn is_waiting(self) -> bool {
        self.reader.progress.with(|p| p.running) && self.reader.rows.with(|rows| rows.is_empty())
    }

    /// Loads the message that the address names.
    pub fn follow_open(self, instance: &str) -> Loader {
        let loader = Loader::new(instance, Some(self.reader));
        let wanted = Memo::new(move |_| (self.topic().get(), self.open.get()));
        let load = move || {
            let (topic, id) = wanted.get();
            if !topic.is_empty() && !id.is_empty() {
                loader.load(&topic, &id);
            }
        };
        Effect::new(move |_| load());
        when_resumed(move || loader.failure(), load);
        loader
    }

    /// Goes from message to message by keyboard.
    pub fn listen_to_keys(self, table: Memo<Table>) {
        listen_to_keys(move || !self.open.get_untracked().is_empty(), move |by| self.go(table, by));
    }

    /// Opens the message so many rows further down.
    pub fn go(self, table: Memo<Table>, by: i32) {
        let open = self.open.get_untracked();
        if let Some(key) = untrack(|| neighbour(table.get(), &open, by)) {
            if open.is_empty() { self.open.push(key) } else { self.open.set(key) }
        }
    }

    /// The rows with these keys, in the keys' order.
    pub fn rows_of(self, keys: &[String]) -> Vec<Arc<Row>> {
        self.reader.rows.with_untracked(|rows| {
            let by_id: HashMap<String, &Arc<Row>> = rows.iter().map(|row| (row.id(), row)).collect();
            keys.iter().filter_map(|key| by_id.get(key).map(|row| Arc::clone(row))).collect()
        })
    }

    /// The rows that are picked or, where none is, all that are shown.
    pub fn wanted(self, table: Table) -> Vec<Arc<Row>> {
        let picked = untrack(|| table.selected());
        let keys = if picked.is_empty() { untrack(|| table.keys()) } else { picked };
        self.rows_of(&keys)
    }

    /// The ways to save rows.
    pub fn export_items(self, table: Memo<Table>) -> Vec<MenuItem> {
        let item = move |label: Msg, form: Form| {
            MenuItem::new(label, move || {
                let name = self.asked.with_untracked(|a| a.topic.clone());
                save_all(&name, &self.wanted(table.get_untracked()), form);
            })
        };
        vec![item(shared::EXPORT_JSON, Form::Json), item(shared::EXPORT_CSV, Form::Csv)]
    }

    /// What stands there when nothing was found. Nothing where that is not known.
    pub fn nothing(self, bar: Bar) -> AnyView {
        let view = move || {
            if let Some(missing) = bar.missing() {
                return Some(view! { <EmptyState title=shared::INCOMPLETE_TITLE text=missing/> });
            }
            if self.reader.failure.with(Option::is_some) {
                return None;
            }
            if !self.reader.is_done() {
                // What was read and did not fit is said above.
                let read = self.reader.progress.with(|p| p.read);
                let stopped =
                    || view! { <EmptyState title=shared::STOPPED text=move || t(shared::STOPPED_TEXT)/> };
                return (read == 0).then(stopped);
            }
            let said = match self.ask.with(|ask| ask.as_ref().map(|ask| ask.by.clone()))? {
                By::Time { .. } => text::NONE_TIME,
                By::Key { .. } => text::NONE_KEY,
                By::Id(_) => text::NONE_ID,
            };
            Some(view! { <EmptyState title=shared::NONE_TITLE text=move || t(said)/> })
        };
        view.into_any()
    }
}
