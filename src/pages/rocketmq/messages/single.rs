//! One message by its id: out of the list, or asked for.

use std::sync::Arc;

use leptos::task::spawn_local;

use super::ask::{Ask, By};
use super::reader::{Reader, request};
use super::row::Row;
use crate::data::transport::Abort;
use crate::data::{ApiFailure, read_once};
use crate::prelude::*;

/// What is known of the message.
#[derive(Clone)]
pub enum Single {
    Loading,
    Missing,
    Failed(ApiFailure),
    Here(Arc<Row>),
}

/// Finds a message and follows it. Cheap to copy.
#[derive(Clone, Copy)]
pub struct Loader {
    pub shown: RwSignal<Single>,
    reader: Option<Reader>,
    instance: StoredValue<String>,
    abort: StoredValue<Option<Abort>, LocalStorage>,
}

impl Loader {
    /// A loader that looks into a list first, if there is one. Stops when the page goes.
    pub fn new(instance: &str, reader: Option<Reader>) -> Self {
        let loader = Self {
            shown: RwSignal::new(Single::Loading),
            reader,
            instance: StoredValue::new(instance.to_owned()),
            abort: StoredValue::new_local(None),
        };
        on_cleanup(move || loader.stop());
        loader
    }

    /// Why it could not be loaded. Tracked.
    pub fn failure(self) -> Option<ApiFailure> {
        match self.shown.get() {
            Single::Failed(failure) => Some(failure),
            Single::Loading | Single::Missing | Single::Here(_) => None,
        }
    }

    fn stop(self) {
        if let Some(Some(abort)) = self.abort.try_update_value(Option::take) {
            abort.cancel();
        }
    }

    /// Shows another message.
    pub fn load(self, topic: &str, id: &str) {
        self.stop();
        if let Some(row) = self.reader.and_then(|reader| untrack(|| reader.find(id))) {
            self.shown.set(Single::Here(row));
            return;
        }
        self.shown.set(Single::Loading);
        let ask = Ask { topic: topic.to_owned(), by: By::Id(id.to_owned()) };
        let (op, abort) = (request(&self.instance.get_value(), &ask), Abort::default());
        self.abort.set_value(Some(abort.clone()));
        spawn_local(async move {
            let answer = read_once(&op, &abort).await;
            if abort.is_cancelled() {
                return;
            }
            self.shown.try_set(match answer {
                Err(failure) if failure.is_not_found() => Single::Missing,
                Err(failure) => Single::Failed(failure),
                Ok(answer) => match answer.messages.into_iter().next() {
                    Some(message) => Single::Here(Arc::new(Row::new(message))),
                    None => Single::Missing,
                },
            });
        });
    }
}
